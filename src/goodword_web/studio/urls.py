"""The addresses of the policy."""

from django.urls import path

from goodword_web.studio import draft, handbook, versions

urlpatterns = [
    path("policy/", handbook.handbook, name="handbook"),
    path("policy/draft/", draft.draft, name="draft"),
    path("policy/publish/", draft.publish, name="publish"),
    path("policy/versions/", versions.versions, name="versions"),
    path("policy/versions/<int:number>/", versions.version, name="version"),
]

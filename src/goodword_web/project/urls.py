"""Every address of the site. A face adds one line, and stands in settings.INSTALLED_APPS."""

from django.urls import include, path

from goodword_web.project import errors, health

urlpatterns = [
    path("health/", health.health, name="health"),
    path("account/", include("goodword_web.project.account_urls")),
    path("", include("goodword_web.desk.urls")),
    path("", include("goodword_web.studio.urls")),
    path("", include("goodword_web.learning.urls")),
    path("", include("goodword_web.results.urls")),
    path("", include("goodword_web.office.urls")),
    path("", include("goodword_web.portal.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

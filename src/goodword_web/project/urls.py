"""Every address of the site. A face adds one line to `urlpatterns`, in the order shown."""

from django.urls import include, path

from goodword_web.project import errors, health

urlpatterns = [
    path("health/", health.health, name="health"),
    path("account/", include("allauth.urls")),
    # path("", include("goodword_web.portal.urls")) and its neighbours stand below.
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

"""Every address of the site. A face adds one line, and stands in settings.INSTALLED_APPS.

The faces' places: portal at "", desk at "desk/", studio at "policy/", learning at "learn/",
results at "results/".
"""

from django.urls import include, path

from goodword_web.project import errors, health

urlpatterns = [
    path("health/", health.health, name="health"),
    path("account/", include("goodword_web.project.account_urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

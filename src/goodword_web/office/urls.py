"""The office's addresses."""

from django.urls import path

from goodword_web.office import erasure, log, team

urlpatterns = [
    path("team/", team.team, name="team"),
    path("team/add/", team.add, name="add_person"),
    path("team/<int:pk>/", team.person, name="person"),
    path("team/<int:pk>/password/", team.password, name="person_password"),
    path("team/<int:pk>/deactivate/", team.deactivate, name="deactivate_person"),
    path("team/<int:pk>/reactivate/", team.reactivate, name="reactivate_person"),
    path("log/", log.log, name="log"),
    path("cases/<slug:reference>/erase/", erasure.erase, name="erase_customer"),
]

"""The portal's addresses."""

from django.urls import path

from goodword_web.portal import contact, promises, track

urlpatterns = [
    path("", promises.promises, name="promises"),
    path("contact/", contact.contact, name="contact"),
    path("track/<str:token>/", track.track, name="track"),
]

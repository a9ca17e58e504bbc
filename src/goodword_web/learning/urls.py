"""The addresses of learning."""

from django.urls import path

from goodword_web.learning import learn

urlpatterns = [
    path("learn/", learn.learn, name="learn"),
]

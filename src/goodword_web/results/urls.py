"""The addresses of vitals, results and the review."""

from django.urls import path

from goodword_web.results import results, review, vitals

urlpatterns = [
    path("vitals/", vitals.vitals, name="vitals"),
    path("results/", results.results, name="results"),
    path("review/", review.review, name="review"),
    path("review/propose/", review.propose, name="propose"),
    path("review/held/", review.held, name="review_held"),
    path("review/proposals/<int:number>/", review.answer, name="proposal"),
]

"""Learn: one question at a time, its key computed from the policy; the answer never comes first."""

import time

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goodword_web.lessons import queries
from goodword_web.lessons.actions import answer_lesson
from goodword_web.people.access import access_required, signed_in
from goodword_web.policies.queries import current_policy


@access_required("learn")
def learn(request: HttpRequest) -> HttpResponse:
    """Ask the question that helps this person most now; after an answer, say why it is so."""
    at = int(time.time())
    person = signed_in(request)
    if request.method == "POST":
        return _answered(request, at)
    return render(
        request,
        "learning/learn.html",
        {
            "lesson": queries.next_for(person, at),
            "progress": queries.progress_of(person, at),
            "policy": current_policy(at),
        },
    )


def _answered(request: HttpRequest, at: int) -> HttpResponse:
    person = signed_in(request)
    lesson = queries.lesson(request.POST.get("lesson", ""), at)
    chosen = request.POST.get("choice", "")
    if lesson is None or (chosen and chosen not in lesson.choices):
        messages.info(
            request, "The policy or the day has changed since. Here is the next question."
        )
        return redirect("learn")
    if not chosen:
        progress = queries.progress_of(person, at)
        return render(
            request,
            "learning/learn.html",
            {"lesson": lesson, "progress": progress, "missing": True},
            status=422,
        )
    attempt, lesson = answer_lesson(
        actor=person, lesson_id=lesson.id, choice=lesson.choices.index(chosen), at=at
    )
    return render(
        request,
        "learning/answered.html",
        {"lesson": lesson, "attempt": attempt, "progress": queries.progress_of(person, at)},
    )

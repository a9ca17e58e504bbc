"""Simulated time: what people do and what wakes by itself, in the order of their instants."""

import heapq
import itertools
from collections.abc import Callable

from goodword_web.work import tasks
from goodword_web.work.actions import cancel, mark_sent
from goodword_web.work.loop import run_due
from goodword_web.work.models import WakeUp
from goodword_web.work.queries import waiting_mail

Deed = Callable[[int], object]


class Agenda:
    """Deeds to come. Between two of them the worker runs whatever falls due, at its instant."""

    def __init__(self, until: int) -> None:
        self.until = until
        self._heap: list[tuple[int, int, Deed]] = []
        self._order = itertools.count()

    def add(self, at: int, deed: Deed) -> None:
        """The deed is done at its instant, unless that is still to come when we stop."""
        heapq.heappush(self._heap, (at, next(self._order), deed))

    def run(self) -> int:
        """Everything up to `until` has happened; returns how many deeds were done."""
        done = 0
        while self._heap and self._heap[0][0] <= self.until:
            at, _, deed = heapq.heappop(self._heap)
            _wake_until(at)
            deed(at)
            _deliver(at)
            done += 1
        _wake_until(self.until)
        _deliver(self.until)
        return done


def _wake_until(at: int) -> None:
    quiet = WakeUp.objects.exclude(task__in=tasks.outward()).order_by("run_at", "pk")
    while True:
        first = quiet.filter(run_at__lte=at).first()
        if first is None:
            return
        if first.last_error:
            raise RuntimeError(f"The task {first.task} failed: {first.last_error}")
        run_due(first.run_at, talks=False)
        _deliver(first.run_at)


def _deliver(at: int) -> None:
    """Mail of the demonstration never leaves: it counts as delivered when it was written."""
    for mail in waiting_mail():
        cancel(key=f"mail:{mail.pk}")
        mark_sent(mail_id=mail.pk, at=max(at, mail.queued_at))

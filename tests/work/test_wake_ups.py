import threading
from collections.abc import Iterator
from typing import Any

import pytest

from goodword_web.work import loop, queries, tasks
from goodword_web.work.actions import beat, cancel, wake
from goodword_web.work.models import WakeUp

pytestmark = pytest.mark.django_db
NOON = 1_790_000_000


@pytest.fixture
def diary() -> Iterator[list[Any]]:
    """What the test's own tasks wrote down."""
    lines: list[Any] = []

    def fail(_args: tasks.Args, at: int) -> None:
        wake(task="note", run_at=at + 5, key="half-done")
        raise RuntimeError("the printer is on fire")

    def again(_args: tasks.Args, at: int) -> None:
        lines.append(at)
        wake(task="again", run_at=at + 60, key="again")

    tasks.register("note", lambda args, at: lines.append((args, at)))
    tasks.register("fail", fail)
    tasks.register("again", again)
    yield lines
    for name in ("note", "fail", "again"):
        tasks._inward.pop(name)


def test_a_wake_up_runs_once_when_its_time_has_come(diary: list[Any]) -> None:
    wake(task="note", run_at=NOON, args={"case": "a"})
    assert loop.run_due(NOON - 1) == 0
    assert loop.run_due(NOON) == 1
    assert loop.run_due(NOON) == 0
    assert diary == [({"case": "a"}, NOON)]
    assert WakeUp.objects.count() == 0


def test_the_same_key_moves_the_one_wake_up(diary: list[Any]) -> None:
    wake(task="note", run_at=NOON, key="clock:1:reply", args={"n": 1})
    wake(task="note", run_at=NOON + 100, key="clock:1:reply", args={"n": 2})
    assert loop.run_due(NOON) == 0
    assert loop.run_due(NOON + 100) == 1
    assert diary == [({"n": 2}, NOON + 100)]


@pytest.mark.usefixtures("diary")
def test_wake_ups_without_a_key_stand_side_by_side() -> None:
    wake(task="note", run_at=NOON)
    wake(task="note", run_at=NOON)
    assert loop.run_due(NOON) == 2


@pytest.mark.usefixtures("diary")
def test_a_cancelled_wake_up_never_runs() -> None:
    wake(task="note", run_at=NOON, key="clock:1:reply")
    cancel(key="clock:1:reply")
    assert loop.run_due(NOON) == 0


@pytest.mark.usefixtures("diary")
def test_a_failed_task_writes_nothing_and_is_put_off_longer_each_time() -> None:
    wake(task="fail", run_at=NOON, key="doomed")
    loop.run_due(NOON)
    doomed = WakeUp.objects.get()
    assert (doomed.key, doomed.run_at, doomed.attempts) == ("doomed", NOON + 2, 1)
    assert doomed.last_error == "RuntimeError: the printer is on fire"
    loop.run_due(NOON + 2)
    assert WakeUp.objects.get().run_at == NOON + 2 + 4


def test_a_failure_does_not_stop_its_neighbours(diary: list[Any]) -> None:
    wake(task="fail", run_at=NOON)
    wake(task="note", run_at=NOON)
    assert loop.run_due(NOON) == 2
    assert diary == [({}, NOON)]


def test_a_task_that_nobody_registered_is_kept_and_says_so() -> None:
    wake(task="unheard-of", run_at=NOON)
    loop.run_due(NOON)
    assert 'No task is called "unheard-of".' in WakeUp.objects.get().last_error


def test_a_recurring_task_puts_itself_back_under_its_key(diary: list[Any]) -> None:
    wake(task="again", run_at=NOON, key="again")
    loop.run_due(NOON)
    loop.run_due(NOON + 60)
    assert diary == [NOON, NOON + 60]
    assert WakeUp.objects.values_list("key", "run_at").get() == ("again", NOON + 120)


def test_what_fell_due_while_nobody_worked_runs_once(diary: list[Any]) -> None:
    wake(task="note", run_at=NOON, key="escalation:1")
    a_week_later = NOON + 7 * 86400
    loop.run_due(a_week_later)
    loop.run_due(a_week_later + 1)
    assert [({}, a_week_later)] == diary


@pytest.mark.usefixtures("diary")
def test_a_claimed_wake_up_is_hidden_until_its_lease_ends() -> None:
    wake(task="note", run_at=NOON)
    [lost] = loop.claim(NOON, limit=50)
    assert loop.claim(NOON, limit=50) == []
    [found] = loop.claim(NOON + loop.LEASE_SECONDS, limit=50)
    assert (lost.pk, 2) == (found.pk, found.attempts)


def test_a_worker_whose_lease_ran_out_does_nothing_twice(diary: list[Any]) -> None:
    wake(task="note", run_at=NOON)
    [slow] = loop.claim(NOON, limit=50)
    assert loop.run_due(NOON + loop.LEASE_SECONDS) == 1
    loop._run(slow, NOON + loop.LEASE_SECONDS)
    assert len(diary) == 1


def test_a_task_moved_while_it_was_claimed_waits_for_its_new_time(diary: list[Any]) -> None:
    wake(task="note", run_at=NOON, key="clock:1:reply")
    [claimed] = loop.claim(NOON, limit=50)
    wake(task="note", run_at=NOON + 500, key="clock:1:reply")
    loop._run(claimed, NOON)
    assert diary == []
    assert WakeUp.objects.get().run_at == NOON + 500


def test_a_round_takes_at_most_one_batch_and_the_oldest_first(diary: list[Any]) -> None:
    for late in range(7):
        wake(task="note", run_at=NOON - late, args={"late": late})
    assert loop.run_due(NOON, batch=5) == 5
    assert {6, 5, 4, 3, 2} == {args["late"] for args, _at in diary}


@pytest.mark.django_db(transaction=True)
def test_the_worker_beats_and_stops_when_asked(diary: list[Any]) -> None:
    wake(task="note", run_at=NOON)
    stop = threading.Event()
    moments = iter(range(NOON, NOON + 1000))

    def clock() -> float:
        if diary:
            stop.set()
        return next(moments)

    loop.run_forever(stop, clock=clock)
    assert len(diary) == 1
    assert queries.heartbeat_age(NOON) == 0


def test_the_heartbeat_of_the_newest_worker_counts() -> None:
    assert None is queries.heartbeat_age(NOON)
    beat(worker="one", at=NOON - 50)
    beat(worker="two", at=NOON - 5)
    assert queries.heartbeat_age(NOON) == 5


def test_overdue_counts_what_should_have_run() -> None:
    wake(task="note", run_at=NOON)
    wake(task="note", run_at=NOON + 1)
    assert queries.overdue(NOON) == 1


def test_two_workers_never_take_up_the_same_wake_up() -> None:
    for number in range(7):
        wake(task="note", run_at=NOON, key=f"clock:{number}")
    first = {row.key for row in loop.claim(NOON, limit=4)}
    second = {row.key for row in loop.claim(NOON, limit=4)}
    assert (len(first), len(second)) == (4, 3)
    assert first & second == set()

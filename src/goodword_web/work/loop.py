"""The loop that runs what is due: claim by lease, then finish each in one transaction."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import close_old_connections, connection, transaction

from goodword_web.work import tasks
from goodword_web.work.actions import beat
from goodword_web.work.models import WakeUp

log = logging.getLogger(__name__)

BATCH = 50
# What talks to the outside is claimed one at a time: no lease can cover fifty slow mail servers.
OUTWARD_PER_ROUND = 10
LEASE_SECONDS = 120
LONGEST_BACK_OFF_SECONDS = 6 * 3600
BREATH_SECONDS = 0.01
POLL_SECONDS = 1.0
BEAT_SECONDS = 5

COLUMNS = "id, run_at, task, args, attempts, key, last_error"


def run_due(at: int, *, batch: int = BATCH, talks: bool = True) -> int:
    """Run what is due by `at`, at most one batch; return how many wake-ups were taken up.

    With `talks` False nothing that talks to the outside world is taken up. A task that fails is
    put off: 2, 4, 8… seconds, at most six hours, and never given up.
    """
    outward = tuple(tasks.outward())
    claimed = claim(at, limit=batch, without=outward)
    for wake_up in claimed:
        _run(wake_up, at)
    count = len(claimed)
    for _turn in range(OUTWARD_PER_ROUND if talks else 0):
        one = claim(at, limit=1, only=outward)
        if not one:
            break
        _run_outward(one[0], at)
        count += 1
    return count


def claim(
    at: int, *, limit: int, only: tuple[str, ...] | None = None, without: tuple[str, ...] = ()
) -> list[WakeUp]:
    """Return due wake-ups, each now leased to the caller: nobody else sees them until it ends."""
    names = without if only is None else only
    if only is not None and not only:
        return []
    place = ", ".join(["%s"] * len(names))
    which = "" if not names else f"AND task {'NOT ' if only is None else ''}IN ({place})"
    lock = "FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    statement = (
        f"UPDATE work_wakeup SET run_at = %s, attempts = attempts + 1 WHERE id IN ("  # noqa: S608
        f"SELECT id FROM work_wakeup WHERE run_at <= %s {which} ORDER BY run_at LIMIT %s {lock}"
        f") RETURNING {COLUMNS}"
    )
    rows = WakeUp.objects.raw(statement, [at + LEASE_SECONDS, at, *names, limit])
    return sorted(rows, key=lambda row: row.pk)


def _run(wake_up: WakeUp, at: int) -> None:
    """Delete the wake-up and do its task, both or neither."""
    try:
        task = tasks.inward(wake_up.task)
        with transaction.atomic():
            if _take(wake_up):
                task(wake_up.args, at)
    except Exception as error:  # noqa: BLE001  (whatever a task does, its neighbours run)
        _put_off(wake_up, at, error)


def _run_outward(wake_up: WakeUp, at: int) -> None:
    """Do the task, then delete the wake-up together with what the task wants written.

    What it did outside was done even where its lease ran out meanwhile, so it is written anyway.
    """
    try:
        effect = tasks.outward()[wake_up.task](wake_up.args, at)
        with transaction.atomic():
            _take(wake_up)
            if effect is not None:
                effect()
    except Exception as error:  # noqa: BLE001  (whatever a task does, its neighbours run)
        _put_off(wake_up, at, error)


def _take(wake_up: WakeUp) -> bool:
    deleted, _ = WakeUp.objects.filter(pk=wake_up.pk, attempts=wake_up.attempts).delete()
    return deleted == 1


def _put_off(wake_up: WakeUp, at: int, error: Exception) -> None:
    log.error("The task %s failed and is put off", wake_up.task, exc_info=error)
    pause = min(2**wake_up.attempts, LONGEST_BACK_OFF_SECONDS)
    WakeUp.objects.filter(pk=wake_up.pk, attempts=wake_up.attempts).update(
        run_at=at + pause, last_error=f"{type(error).__name__}: {error}"[:2000]
    )


def run_forever(
    stop: threading.Event,
    *,
    begin: Callable[[int], object] = lambda _at: None,
    worker: str = "worker",
    clock: Callable[[], float] = time.time,
) -> None:
    """Run `begin` once, then what is due until `stop` is set. A lost database is waited for."""
    beaten_at = 0
    has_begun = False
    while not stop.is_set():
        try:
            at = int(clock())
            if not has_begun:
                begin(at)
                has_begun = True
            if at - beaten_at >= BEAT_SECONDS:
                beat(worker=worker, at=at)
                beaten_at = at
            pause = BREATH_SECONDS if run_due(at) else POLL_SECONDS
        except Exception:
            log.exception("The worker could not look for work; it tries again")
            pause = POLL_SECONDS
        close_old_connections()
        stop.wait(pause)
    connection.close()

"""Every task that a wake-up may name, and what stands in the table whenever a worker starts."""

from goodword_web.jobs import tasks as jobs
from goodword_web.work import outbox, tasks
from goodword_web.work.actions import wake_waiting_mail


def register_tasks() -> None:
    """Make every task known to the work loop."""
    tasks.register_outward("send_mail", outbox.send_mail)
    jobs.register_tasks()


def begin(*, at: int) -> None:
    """Let what recurs and what waited stand in the table."""
    wake_waiting_mail(at=at)
    jobs.begin(at=at)

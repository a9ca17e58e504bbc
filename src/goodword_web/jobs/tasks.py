"""What runs by itself: clocks that wake, mail that arrives, what is due once a day."""

from functools import partial

from django.conf import settings

from goodword_web.cases import actions as cases
from goodword_web.cases.models import Case
from goodword_web.channels import actions as channels
from goodword_web.channels.mailbox import mailbox_of, mark_seen, opened, unseen
from goodword_web.reviews import actions as reviews
from goodword_web.work import tasks
from goodword_web.work.actions import cancel, wake

POLL_TASK = "poll_mailbox"
POLL_SECONDS = 30
DAILY_TASK = "daily_duties"
DAY = 86_400


def register_tasks() -> None:
    """Wake-ups may name these tasks. Registering twice changes nothing."""
    tasks.register(cases.CLOCK_TASK, run_clocks)
    tasks.register(DAILY_TASK, daily_duties)
    tasks.register_outward(POLL_TASK, poll_mailbox)


def begin(*, at: int) -> None:
    """The tasks that recur stand in the table. Run where a worker starts, as often as you like."""
    wake(task=DAILY_TASK, run_at=at, key=DAILY_TASK)
    if settings.MAILBOX_URL:
        wake(task=POLL_TASK, run_at=at, key=POLL_TASK)
    else:
        cancel(key=POLL_TASK)


def run_clocks(args: tasks.Args, at: int) -> None:
    """The clocks of the case are as of now, and whoever must be told of it was told."""
    case = Case.objects.filter(pk=args["case"]).first()
    if case is not None:
        cases.refresh_clocks(case=case, at=at)


def poll_mailbox(_args: tasks.Args, at: int) -> tasks.Effect | None:
    """Mail that arrived is kept and in its case; the next poll stands in the table.

    Each mail is kept in a transaction of its own before the server hears that it was seen, so a
    machine that fails in between sees it again and keeps it once.
    """
    mailbox = mailbox_of(settings.MAILBOX_URL)
    if mailbox is None:
        return None
    with opened(mailbox) as connection:
        for arrived in unseen(connection):
            channels.store_mail(raw=arrived.raw, received_at=arrived.received_at, size=arrived.size)
            mark_seen(connection, arrived.uid)
    channels.process_stored_mails(at=at)
    return partial(wake, task=POLL_TASK, run_at=at + POLL_SECONDS, key=POLL_TASK)


def daily_duties(_args: tasks.Args, at: int) -> None:
    """What falls due with the days was done, and tomorrow's turn stands in the table."""
    channels.forget_knocks(before=at - DAY)
    reviews.remind_of_review(at=at)
    wake(task=DAILY_TASK, run_at=at + DAY, key=DAILY_TASK)

"""Every task that a wake-up may name. A face or app that wants to be woken adds its line here."""

from goodword_web.work import outbox, tasks


def register_tasks() -> None:
    """Make every task known to the work loop."""
    tasks.register_outward("send_mail", outbox.send_mail)

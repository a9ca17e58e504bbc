"""What we promise to do, and by when."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from goodword.policy.clause import Clause
from goodword.policy.quantity import Duration, Limit, Money


class Metric(StrEnum):
    """What a promise measures; the field's standard terms."""

    ANSWER = "answer"
    ACKNOWLEDGE = "acknowledge"
    FIRST_RESPONSE = "first_response"
    NEXT_RESPONSE = "next_response"
    UPDATE = "update"
    RESOLUTION = "resolution"
    WAIT = "wait"
    CALLBACK = "callback"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Clause):
    """A metric, for some channels and cases, within a limit, for a share of them.

    `channels` empty means any channel; `subject` None means any kind or priority, else a slug
    ("complaint", "priority_1"). `target` None means every time; else a share from 0 to 1.
    `start` names the event that starts the clock when it is not the customer's message
    ("acknowledged", "information_received"), else None. An update is due again and again until
    the case is resolved, unless it is told `once`: "if we run late, we tell you within 10 minutes".
    `parts` are the teams and places it is made for ("at the Northgate branch"), where these have
    hours of their own: it runs on their cases alone, while they are open. `by` are the ways in
    which it is kept, where these are said ("acknowledged by letter"); however a case came, it runs.
    """

    metric: Metric
    channels: tuple[str, ...] = ()
    subject: str | None = None
    limit: Limit
    target: Decimal | None = None
    start: str | None = None
    once: bool = False
    parts: tuple[str, ...] = ()
    by: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseRule(Clause):
    """The clock stops while we wait for the customer.

    `metrics` are the promises it speaks of; the default is resolution and update.
    """

    metrics: tuple[Metric, ...] = (Metric.RESOLUTION, Metric.UPDATE)


class Quality(StrEnum):
    """What a quality goal is measured by."""

    SATISFACTION = "satisfaction"
    ABANDONED = "abandoned"
    FIRST_CONTACT = "first_contact"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityGoal(Clause):
    """A share of all cases that we keep to: at most `share` for what is unwanted, else at least.

    Satisfied customers and cases settled at first contact are wanted; calls given up and cases
    opened again are not. `share` is from 0 to 1, `channels` and `subject` as in a promise. It is
    shown beside the results; no clock runs for it.
    """

    quality: Quality
    share: Decimal
    channels: tuple[str, ...] = ()
    subject: str | None = None

    @property
    def at_most(self) -> bool:
        """Whether the share is the most that may be, not the least."""
        return self.quality in {Quality.ABANDONED, Quality.REOPENED}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule(Clause):
    """We give at least `notice` before `what`, in the author's words ("changing an appointment").

    `what` is empty where a condition says it: "if we change an appointment". It is shown; no clock
    runs for it.
    """

    notice: Duration
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy(Clause):
    """What a customer gets when we fall short: `event` is a slug of the author's `event_words`.

    `money` or `goods` ("a free session") is given, without being asked for where it is
    `automatic`, and `within` a time where one is said. It is shown; nothing is paid by itself.
    """

    event: str
    event_words: str
    money: Money | None = None
    goods: str | None = None
    automatic: bool = False
    within: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateNotice(Clause):
    """When a case needs longer than `after`, we tell the customer, `why` and by `when`.

    The news is due once, before `after` has passed. It is shown; the clock of the promise it
    belongs to runs as before. `after` None is the time of the promise that it belongs to. Neither
    `why` nor `when` says no more than that it takes longer.
    """

    after: Duration | None = None
    why: bool = False
    when: bool = False
    subject: str | None = None

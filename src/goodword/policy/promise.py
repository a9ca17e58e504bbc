"""What we promise to do, and by when."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from goodword.policy.clause import Clause
from goodword.policy.quantity import Limit


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
    """

    metric: Metric
    channels: tuple[str, ...] = ()
    subject: str | None = None
    limit: Limit
    target: Decimal | None = None
    start: str | None = None
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseRule(Clause):
    """The clock stops while we wait for the customer.

    `metrics` are the promises it speaks of; the default is resolution and update.
    """

    metrics: tuple[Metric, ...] = (Metric.RESOLUTION, Metric.UPDATE)

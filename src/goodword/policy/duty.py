"""What falls due beside promises: escalations, surveys, training, review, retention."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.policy.clause import Clause
from goodword.policy.quantity import Duration, Limit


class Trigger(StrEnum):
    """What an escalation waits for when it goes by time."""

    NOT_RESOLVED = "not_resolved"
    NOT_ANSWERED = "not_answered"
    NOT_ACKNOWLEDGED = "not_acknowledged"
    NOT_UPDATED = "not_updated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation(Clause):
    """`to` (or `deputy` when away) is told: `after` a time without `trigger`, or at an `event`.

    Exactly one of (`after`, `trigger`) and `event` is set. `subject` narrows it to a kind of case
    ("complaint") or a priority, `channels` to how it came in. An event is a slug of the author's
    words ("safety_issue"), whose `event_words` are kept. `within` says by when the role is told,
    None at once. `also` are roles told of the same. With `every` it is told again each such time
    until the case is resolved.
    """

    to: str
    after: Limit | None = None
    trigger: Trigger | None = None
    event: str | None = None
    event_words: str = ""
    within: Limit | None = None
    subject: str | None = None
    deputy: str | None = None
    also: tuple[str, ...] = ()
    every: Duration | None = None
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyRule(Clause):
    """A survey goes out `delay` after `event`, at most once every `cap` to one customer."""

    event: str
    delay: Duration | None = None
    cap: Duration | None = None
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRule(Clause):
    """Who practises, how often (`every`), or how soon after joining (`within_joining`)."""

    who: str
    every: Duration | None = None
    within_joining: Duration | None = None
    on_change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRule(Clause):
    """The policy is reviewed `every` interval by `owner`, and after the named events."""

    every: Duration
    owner: str | None = None
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule(Clause):
    """Records of `subject` are kept for `keep`."""

    subject: str
    keep: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationRule(Clause):
    """`what` (a slug: results) is published `every` interval."""

    what: str
    every: Duration

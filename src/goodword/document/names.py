"""Ids of clauses: made from what a clause is about, never from numbers, wording or place."""

# ruff: noqa: C901, E501, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re
import unicodedata

from goodword.language.word import slug
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    CapRule,
    Eligibility,
    Precondition,
    Prohibition,
)
from goodword.policy.behaviour import Behaviour
from goodword.policy.clause import Clause
from goodword.policy.definition import (
    AudienceClause,
    ChannelClause,
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    IdentityClause,
    OwnerClause,
    PartHours,
    RoleClause,
    TermClause,
    ZoneClause,
)
from goodword.policy.duty import (
    Escalation,
    PublicationRule,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
)
from goodword.policy.goal import Excellence, Goal, ShortStaffed
from goodword.policy.lookup import LookupRow
from goodword.policy.promise import (
    LateNotice,
    NoticeRule,
    PauseRule,
    Promise,
    QualityGoal,
    Remedy,
)
from goodword.policy.situation import (
    Conduct,
    EmergencyWords,
    HouseRule,
    Phrase,
    Principle,
    Situation,
)
from goodword.policy.stage import COMPLAINT, Stage

_WHOSE = re.compile(
    r"^(?:(?:an? |the |any )?(?:client|customer|guest|patient|member|caller|visitor|tenant|resident|person|"
    r"somebody|someone|anybody|anyone|appointment|you|people|we)\b (?:is |are |was |has )?|an? |the )",
    re.IGNORECASE,
)

_BETWEEN = re.compile(r"[^a-z0-9]+")
# An id never holds a number that may change.
_NUMBERS = re.compile(r"[\d.,]+ ?%?")


def id_of(clause: Clause, section: str) -> str:
    """Return the id that a clause of a section has before duplicates are told apart."""
    said = ("audience", section) if isinstance(clause, AudienceClause) else _parts(clause)
    parts = [part for part in said if part]
    return _BETWEEN.sub("-", _plain("-".join(parts).lower())).strip("-")


def _parts(clause: Clause) -> tuple[str, ...]:  # noqa: PLR0911  (one case a kind of clause)
    match clause:
        case Promise():
            where = "-".join((*clause.channels, *clause.parts))
            return "promise", clause.metric, clause.subject or "", where
        case PauseRule():
            return ("pause",)
        case QualityGoal():
            return "quality", clause.quality, clause.subject or "", "-".join(clause.channels)
        case NoticeRule():
            return "notice", slug(clause.what or _condition_words(clause), limit=40)
        case Remedy():
            return "remedy", clause.event[:40]
        case LateNotice():
            return "late-notice", clause.subject or ""
        case Authority():
            only = "only" if clause.only else ""
            goods = slug(clause.goods or "", limit=30)
            return "authority", only, clause.role, clause.action, goods
        case ApprovalRule():
            return "approval", clause.action, clause.approver
        case CapRule():
            return "cap", clause.action or "", clause.caps[0].per if clause.caps else ""
        case Precondition():
            return "before", clause.action, slug(clause.do, limit=30)
        case Eligibility():
            return "eligible", clause.action
        case Prohibition():
            return "never", "" if clause.role == "anyone" else clause.role, clause.action
        case Escalation():
            what = (clause.event or "") if clause.event else str(clause.trigger)
            return "escalation", clause.subject or "", "-".join(clause.channels), what, clause.to
        case SurveyRule():
            return "survey", clause.event or "never", "-".join(clause.never)
        case TrainingRule():
            who = "" if clause.who == "anyone" else clause.who
            return "training", "joining" if clause.within_joining else "refresher", who
        case ReviewRule():
            return ("review",)
        case PublicationRule():
            return "publication", clause.what
        case RetentionRule():
            return "retention", clause.subject
        case ShortStaffed():
            return ("short-staffed",)
        case Behaviour():
            return "behaviour", clause.level
        case Situation():
            return "situation", slug_of_name(clause.name)
        case EmergencyWords():
            return ("emergency-words" if clause.words else "emergency",)
        case Phrase():
            return ("phrase", slug(clause.never or clause.say or "", limit=32))
        case Conduct():
            return "conduct", slug(_NUMBERS.sub("", clause.does), limit=32)
        case HouseRule():
            return "house-rule", slug(_NUMBERS.sub("", clause.words), limit=32)
        case Principle():
            return "principle", slug(clause.words, limit=32)
        case _:
            return _defined(clause)


def _defined(clause: Clause) -> tuple[str, ...]:  # noqa: PLR0911  (one case a kind of clause)
    match clause:
        case HoursClause():
            return ("hours",)
        case LookupRow():
            return "lookup", slug(clause.what, limit=30), slug(clause.row, limit=20)
        case Goal():
            return "goal", slug(_NUMBERS.sub("", clause.words), limit=32)
        case Excellence():
            return "excellence", slug(clause.of, limit=20)
        case PartHours():
            return "hours", clause.part
        case ClosureClause():
            if clause.own_hours:
                return ("own-hours",)
            if clause.special:
                return ("special-hours",)
            return ("closed-public-holidays" if clause.public_holidays else "closed",)
        case HolidayClause():
            return ("public-holidays",)
        case ZoneClause():
            return ("zone",)
        case ChannelClause():
            return "channel", clause.channel
        case RoleClause():
            return "deputy" if clause.deputy else "role", clause.role
        case TermClause():
            return "term", slug(clause.term)
        case IdentityClause():
            return ("identity",)
        case OwnerClause():
            return "owner", clause.section_of or ""
        case EffectiveClause():
            return ("applies",)
        case Stage():
            return "stage", str(clause.number), "" if clause.of == COMPLAINT else clause.of
        case _:
            return (type(clause).__name__,)


def _condition_words(clause: Clause) -> str:
    words = getattr(clause.condition, "words", "")
    return str(words)


def slug_of_name(name: str) -> str:
    """Return a moment's name without whom it happens to: "unhappy-with-a-visit"."""
    short = _WHOSE.sub("", name) or name
    plain = _plain(short.lower().replace("'", ""))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _plain(low: str) -> str:
    """Return small letters without their marks: an id of "reparación" is `reparacion`."""
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low.replace("ß", "ss"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


class Names:
    """Ids given so far; a second clause about the same thing gets -2, a third -3."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """Return `wanted`, or with a number where it was given before."""
        count = self._given.get(wanted, 0) + 1
        self._given[wanted] = count
        if count == 1:
            return wanted
        name = f"{wanted}-{count}"
        return name if name not in self._given else self.give(name)

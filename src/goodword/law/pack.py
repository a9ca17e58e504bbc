"""What a law pack is: what one law or standard asks for, with its source and its dates."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from goodword.policy.promise import Metric
from goodword.policy.quantity import Duration


class Standing(StrEnum):
    """How well a rule of a pack is founded, and so how grave a finding may be.

    Only what was seen in the law or standard itself, or in several sources that agree, is worth an
    error. What one secondary source says is worth a warning, what is merely known a hint.
    """

    SEEN = "seen"
    SECONDARY = "secondary"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class LawLimit:
    """The longest time that a pack leaves for something.

    `metrics` are the promises that can keep it, the first one being what it asks for. `stage`
    narrows it to one stage of a complaint. `about` is a pattern that the sentence must hold, and
    `not_about` one that it must not. `start` is None where time runs from receipt, else
    "acknowledged". `extension` may be added to `at_most` where `extension_needs` are told. `unless`
    are exceptions, in words. `sentence` would satisfy it. `where` is its place in the pack's
    source, and who else says so where that was not seen itself.
    """

    id: str
    says: str
    metrics: tuple[Metric, ...]
    at_most: Duration
    sentence: str
    subject: str | None = None
    stage: int | None = None
    about: str = ""
    not_about: str = ""
    start: str | None = None
    share: Decimal | None = None
    extension: Duration | None = None
    extension_needs: str = ""
    unless: tuple[str, ...] = ()
    standing: Standing = Standing.SEEN
    where: str = ""


@dataclass(frozen=True, slots=True)
class LawRecord:
    """How long records of `subject` are kept at the least."""

    subject: str
    says: str
    at_least: Duration
    sentence: str
    standing: Standing = Standing.SEEN
    where: str = ""


@dataclass(frozen=True, slots=True)
class LawStatement:
    """Something that the policy must say.

    `code` is the check under which it is reported. It is said where one sentence of the policy
    holds all of the patterns `words`. `says` completes "It asks that the policy …".
    """

    id: str
    code: str
    says: str
    words: tuple[str, ...]
    sentence: str
    standing: Standing = Standing.SEEN
    where: str = ""


@dataclass(frozen=True, slots=True)
class LawPack:
    """What one law or standard asks of the policies of some sectors in some countries.

    `countries` are ISO 3166 codes, `subdivision` narrows a single one; `sectors` empty means
    every sector. The pack holds from `valid_from` to `valid_until` (both included). `advice` is
    True for guidance that nobody is bound by. `also` are rules that no text can show, in words.
    """

    id: str
    name: str
    countries: tuple[str, ...]
    subdivision: str | None
    sectors: tuple[str, ...]
    valid_from: date
    valid_until: date | None
    source: str
    seen_on: date
    standing: Standing
    advice: bool = False
    other_names: tuple[str, ...] = ()
    applies_to: str = ""
    limits: tuple[LawLimit, ...] = ()
    records: tuple[LawRecord, ...] = ()
    statements: tuple[LawStatement, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """The first of the countries."""
        return self.countries[0]

    def holds(self, at: int) -> bool:
        """Whether the pack is in force on the day of an instant (UTC seconds)."""
        day = datetime.fromtimestamp(at, UTC).date()
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def has_ended(self, at: int) -> bool:
        """Whether the pack was in force and no longer is on the day of an instant."""
        day = datetime.fromtimestamp(at, UTC).date()
        return self.valid_until is not None and self.valid_until < day

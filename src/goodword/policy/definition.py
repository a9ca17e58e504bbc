"""Clauses that say what words, places, people and dates mean."""

from dataclasses import dataclass, field
from datetime import date

from goodword.policy.clause import Clause
from goodword.policy.hours import Closure, HolidayPlace, OwnHours, SpecialHours, Week


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursClause(Clause):
    """Opening hours of the week; later ones add to earlier ones.

    `closed` are the days of the week, 0 for Monday, that are said to be closed.
    """

    week: Week
    closed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartHours(Clause):
    """Opening hours of one part: a channel, a desk, a team, a place. `name` is the author's word.

    Promises for `channel` count in them; without a channel they are only shown. Several clauses
    of one part add up. `closures` and `public_holidays` close this part alone.
    """

    part: str
    name: str = field(compare=False)
    channel: str | None = None
    week: Week
    closed: tuple[int, ...] = ()
    closures: tuple[Closure, ...] = ()
    public_holidays: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureClause(Clause):
    """Dates on which we are closed, or keep hours of our own.

    `public_holidays` is True for "We are closed on public holidays", whose place is said elsewhere.
    `special` are hours of seasons, of n-th days of the month, of public holidays and of dates that
    come each year.
    """

    closures: tuple[Closure, ...] = ()
    own_hours: tuple[OwnHours, ...] = ()
    public_holidays: bool = False
    special: tuple[SpecialHours, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayClause(Clause):
    """Whose public holidays close us."""

    place: HolidayPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneClause(Clause):
    """The zone in which all times are meant ("All times are Melbourne time")."""

    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelClause(Clause):
    """A way to reach us: `channel` (email, phone, …) and its address as written."""

    channel: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleClause(Clause):
    """A role in the policy: slug, the name as written, and who stands in when away."""

    role: str
    name: str = field(compare=False)
    description: str = field(default="", compare=False)
    deputy: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermClause(Clause):
    """`term` means `meaning`; a `subject` slug where the term names a kind of case."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityClause(Clause):
    """Who we are, and what we call the people we serve ("client")."""

    organisation: str
    serves: str = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerClause(Clause):
    """The role that looks after the policy, or one `section_of` it."""

    role: str
    section_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectiveClause(Clause):
    """The dates from and until which the policy applies.

    `applies_to` is what it applies to ("our shops") and `replaces` what it takes the place of
    ("version 3"), in the author's words.
    """

    applies_from: date | None = None
    applies_until: date | None = None
    applies_to: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceClause(Clause):
    """The section is for the team only, or public; `audience` says which."""

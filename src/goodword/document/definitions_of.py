"""What a policy's definitions add up to: roles, money, hours."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict

from goodword.document.definitions import definition
from goodword.document.escalation_route import is_body
from goodword.document.form_definitions import form_definition, named_currency
from goodword.document.form_written import role_as_written
from goodword.document.role_called import called
from goodword.document.sentences import Line
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued, stands
from goodword.language.en import places
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack, pack
from goodword.language.role import ANYONE, named
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.definition import (
    ClosureClause,
    HolidayClause,
    HoursClause,
    IdentityClause,
    OwnerClause,
    PartHours,
    RoleClause,
    TermClause,
    ZoneClause,
)
from goodword.policy.duty import Escalation
from goodword.policy.hours import (
    ALWAYS_OPEN_WEEK,
    CLOSED_WEEK,
    ChannelHours,
    Closure,
    HolidayPlace,
    Hours,
    NamedHours,
    OwnHours,
    SpecialHours,
    Week,
)
from goodword.policy.policy import Role
from goodword.policy.situation import EmergencyWords, Situation
from goodword.policy.stage import Stage

_CURRENCY = Cued(
    r"^(?:all )?(?:amounts|money|prices|sums|limits)(?: \w+)? (?:are|is)(?: given| meant| stated)?(?: in)? (?P<name>[\w ]+?)\.?$",
    "amounts|limits|money|prices|sums",
)
_SIGN = re.compile(r"[$£€]|(?<![\w-])r(?= ?(?:\d\d|\d[ ,]\d{3}\b))")
_SIGNS = ("$", "£", "€")
_RAND = re.compile(r"r ?\d")
DEFAULT_CURRENCY = "USD"
LONGEST = 1_000


def setting_of(
    known: Iterable[tuple[Line, Understood]],
    lines: Iterable[Line],
    own: Pack = ENGLISH,
    titles: Iterable[str] = (),
) -> Setting:
    """Return the definitions under which all sentences of a text with these headings are read."""
    clauses = [clause for _, understood in known for clause in understood.clauses]
    places_named = [one.place for one in clauses if isinstance(one, HolidayClause)]
    zones = [one.zone for one in clauses if isinstance(one, ZoneClause)]
    identity = next((one for one in clauses if isinstance(one, IdentityClause)), None)
    emergency = next(
        (one.instruction for one in clauses if isinstance(one, EmergencyWords) and not one.words),
        "",
    )
    country = places_named[0].country if places_named else country_of(zones[0] if zones else "")
    return Setting(
        roles=tuple(dict.fromkeys(one.role for one in clauses if isinstance(one, RoleClause))),
        currency=_currency(lines, country, own),
        country=country,
        serves=identity.serves if identity else "customer",
        has_hours=any(isinstance(one, HoursClause) and any(one.week) for one in clauses),
        emergency=emergency,
        language=own.code,
        complaints=any("omplain" in one for one in (*titles, *(each.text.plain for each in lines))),
        parts=parts_of(clauses),
        **working_days(clauses, own),
    )


def parts_of(clauses: Iterable[Clause]) -> tuple[tuple[str, str], ...]:
    """Return the teams and places with hours of their own: the slug and the name as written."""
    return tuple(
        dict.fromkeys(
            (one.part, one.name)
            for one in clauses
            if isinstance(one, PartHours) and one.channel is None
        )
    )


class WorkingDays(TypedDict):
    """What a policy says of its working days: the days it opens, and what its own word means."""

    open_days: tuple[int, ...]
    working_days_said: bool


def working_days(clauses: Iterable[Clause], own: Pack) -> WorkingDays:
    """Return the days of the week with openings, and whether the word for them is defined."""
    if not own.has("times.legal_days"):
        return {"open_days": (), "working_days_said": False}
    made = tuple(clauses)
    open_days = {
        day
        for one in made
        if isinstance(one, HoursClause)
        for day, openings in enumerate(one.week)
        if openings
    }
    said = any(
        isinstance(one, TermClause) and own.pattern("times.legal_days").fullmatch(one.term)
        for one in made
    )
    return {"open_days": tuple(sorted(open_days)), "working_days_said": said}


def country_of(zone: str) -> str | None:
    """Return the country whose places use a zone, where the list of places knows it."""
    if zone.startswith("Australia/"):
        return "AU"
    return next(
        (country for country, _, usual in places.PLACES.values() if usual == zone and zone), None
    )


def _currency(lines: Iterable[Line], country: str | None, own: Pack) -> str:
    signs: list[str] = []
    for line in lines:
        low = normal(line.text.plain)
        if own is not ENGLISH and (said := named_currency(low, own)):
            return said
        if found := _CURRENCY.match(low):
            name = found["name"].strip()
            if name in places.CURRENCY_NAMES:
                return places.CURRENCY_NAMES[name]
        if stands(_SIGNS, low) or _RAND.search(low) is not None:
            signs.extend(_SIGN.findall(low))
    if country is not None and country in places.CURRENCIES:
        return places.CURRENCIES[country]
    # A letter is also the name of a form: it says the money where no other sign does.
    surest = sorted(signs, key=str.isalpha)
    first = next((places.SIGNS[sign] for sign in surest if sign in places.SIGNS), None)
    if own is not ENGLISH:
        return first or own.phrase("pack.currency")
    return first if first and "$" not in signs else DEFAULT_CURRENCY


def is_definition_cue(low: str) -> bool:
    """Whether a sentence in small letters may hold a definition that others are read under."""
    return low.startswith(
        (
            "we are ",
            "our ",
            "all times",
            "public hol",
            "bank hol",
            "in an emer",
            "in case of",
            "when ",
            "if ",
            "the ",
            "opening",
            "open",
            "we have",
            "there are",
            "working",
            "business",
            "office",
            "roles",
            "hours",
            "we ",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "daily",
            "every day",
            "week",
            "24",
            "from ",
            '"',
            "by ",
        )
    )


def read_definition(line: Line, setting: Setting) -> Understood | None:
    """Return the definition on this line, if it is one that other sentences are read under."""
    text = line.whole.plain
    if len(text) > LONGEST:
        return None
    if setting.language != ENGLISH.code:
        return form_definition(text, setting, pack(setting.language))
    if not is_definition_cue(normal(text[:12])):
        return None
    made = definition(text, setting)
    # What only asks a question defines nothing; it is asked where the sentence is read.
    return made if made is None or made.clauses else None


def hours_from(clauses: Iterable[Clause]) -> Hours | None:
    """Return the hours that the clauses add up to; None where no opening hours are written."""
    week: list[set[object]] = [set() for _ in range(7)]
    closures: list[Closure] = []
    own: list[OwnHours] = []
    special: list[SpecialHours] = []
    holidays: list[HolidayPlace] = []
    zone = ""
    written = False
    for clause in clauses:
        if isinstance(clause, HoursClause):
            written = written or any(clause.week)
            for day, openings in enumerate(clause.week):
                week[day].update(openings)
        elif isinstance(clause, ClosureClause):
            closures.extend(clause.closures)
            own.extend(clause.own_hours)
            special.extend(clause.special)
        elif isinstance(clause, HolidayClause):
            holidays.append(clause.place)
        elif isinstance(clause, ZoneClause):
            zone = clause.zone
    if not written and not own and not any(one.intervals for one in special):
        return None
    built: Week = tuple(tuple(sorted(day)) for day in week) if written else CLOSED_WEEK  # type: ignore[type-var, assignment]
    return Hours(
        zone=zone or _zone_of(holidays),
        week=built,
        holidays=tuple(dict.fromkeys(holidays)),
        closures=tuple(dict.fromkeys(closures)),
        own_hours=tuple(own),
        special=tuple(dict.fromkeys(special)),
    )


def part_hours_from(clauses: tuple[Clause, ...]) -> tuple[NamedHours, ...]:
    """Return the hours of each team or place that has some of its own, closed as the house is."""
    parts = [one for one in clauses if isinstance(one, PartHours) and one.channel is None]
    named = tuple(replace(one, channel=one.part) for one in parts)
    if not named:
        return ()
    others = tuple(one for one in clauses if not isinstance(one, PartHours))
    return tuple(
        NamedHours(one.channel, one.hours) for one in channel_hours_from((*others, *named))
    )


def channel_hours_from(clauses: tuple[Clause, ...]) -> tuple[ChannelHours, ...]:
    """Return the hours of each channel that has some of its own.

    What closes the house closes its channels too, but for one that never closes. Other hours of a
    date or a season are the house's alone.
    """
    parts = [one for one in clauses if isinstance(one, PartHours) and one.channel is not None]
    if not parts:
        return ()
    house = hours_from((*clauses, HoursClause(week=ALWAYS_OPEN_WEEK)))
    made = []
    for channel in dict.fromkeys(one.channel for one in parts):
        own = [one for one in parts if one.channel == channel]
        week = tuple(
            tuple(sorted({opening for one in own for opening in one.week[day]})) for day in range(7)
        )
        if channel is None or house is None:
            continue
        if week == ALWAYS_OPEN_WEEK:
            made.append(ChannelHours(channel, Hours(zone=house.zone, week=ALWAYS_OPEN_WEEK)))
            continue
        hours = replace(
            house,
            week=week,  # type: ignore[arg-type]
            closures=(*house.closures, *(one for part in own for one in part.closures)),
            own_hours=tuple(one for one in house.own_hours if not one.intervals),
            special=tuple(one for one in house.special if one.intervals == ()),
        )
        made.append(ChannelHours(channel, hours))
    return tuple(made)


def _zone_of(holidays: list[HolidayPlace]) -> str:
    for place in holidays:
        for country, subdivision, zone in places.PLACES.values():
            if zone and (country, subdivision) == (place.country, place.subdivision):
                return zone
    for place in holidays:
        zones = {
            zone for country, _, zone in places.PLACES.values() if country == place.country and zone
        }
        if len(zones) == 1:
            return zones.pop()
    return "UTC"


def roles_from(clauses: tuple[Clause, ...], own: Pack = ENGLISH) -> tuple[Role, ...]:
    """Return the roles that are declared, then those only used, each with its deputy."""
    names: dict[str, str] = {}
    deputies: dict[str, str] = {}
    for clause in clauses:
        if isinstance(clause, RoleClause):
            if clause.deputy:
                deputies[clause.role] = clause.deputy
                names.setdefault(clause.role, clause.name)
                names.setdefault(clause.deputy, named(clause.deputy))
            else:
                names[clause.role] = clause.name
    for clause in clauses:
        for slug in _used(clause):
            if slug and slug != ANYONE:
                names.setdefault(slug, named(slug))
    plain = {slug: name for slug, name in names.items() if name == named(slug)}
    texts = tuple(clause.text for clause in clauses)
    alone: frozenset[str] = frozenset()
    if own is ENGLISH:
        written, alone = called(plain, texts)
        names |= written
    else:
        names |= {slug: role_as_written(slug, texts, own) or plain[slug] for slug in plain}
    return tuple(
        Role(slug, name, deputies.get(slug), slug in alone) for slug, name in names.items()
    )


def _used(clause: Clause) -> tuple[str | None, ...]:
    match clause:
        case Authority():
            return clause.role, clause.approver
        case ApprovalRule():
            return (clause.approver,)
        case Prohibition():
            return (clause.role, *clause.except_roles)
        case Escalation(strength=Strength.MAY) if is_body(clause.to):
            return ()
        case Escalation():
            return clause.to, *clause.also, clause.deputy
        case OwnerClause():
            return (clause.role,)
        case Stage():
            return (clause.owner,)
        case Situation():
            return tuple(step.role for step in clause.steps)
        case _:
            return ()

"""Definitions in any language: hours, days closed, places, words, dates, who answers for it."""

import re
from collections.abc import Iterator

from goodword.document.form_message import Messages
from goodword.document.form_sentence import FormSentence, patterns, sentence_of
from goodword.document.hours_dates import closed_on
from goodword.document.hours_tokens import is_date
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import Pack
from goodword.language.role import ANYONE, role_name, role_slug
from goodword.language.service import channel_names, channels_in
from goodword.language.word import singular, slug
from goodword.policy.clause import Audience, Clause
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
from goodword.policy.hours import ALWAYS_OPEN_WEEK, HolidayPlace, Interval, Occasion, Week
from goodword.policy.promise import PauseRule
from goodword.policy.situation import EmergencyWords
from goodword.problem import Severity

_ADDRESS = re.compile(r"^(?P<name>[^:]{2,40}): *(?P<address>\S.*)$")
_REACHES = re.compile(r"@|\w\.\w{2,}|\+?\d[\d ()/-]{5,}")


def form_definition(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return what a sentence defines, or None where it defines nothing."""
    if not text.strip():
        return None
    if (channel := _channel(text, pack)) is not None:
        return Understood((channel,))
    it = sentence_of(text, setting.currency, pack)
    if (impossible := _impossible_date(it)) is not None:
        return Understood(findings=(impossible,), almost=True)
    for reader in _READERS:
        clauses = reader(it)
        if clauses:
            return Understood(clauses)
    return _usual_hours(it)


def _usual_hours(it: FormSentence) -> Understood | None:
    clauses = _hours(it)
    if clauses and (said := _part_of_year(it)):
        # Hours of a season are not those of the week: nothing else would say that they are lost.
        entry = "TX06_season" if it.pack.has("messages.TX06_season") else "TX06_prose"
        finding = Messages(it.pack, it.text).finding(
            "TX06", Severity.WARNING, said, entry=entry, said=said
        )
        return Understood(findings=(finding,))
    return Understood(clauses) if clauses else None


def _channel(text: str, pack: Pack) -> Clause | None:
    found = _ADDRESS.match(even(text).strip())
    if found is None or not _REACHES.search(found["address"]):
        return None
    named = channels_in(normal(found["name"]), pack)
    if not named or named[0].end - named[0].start < len(found["name"].strip()) - 1:
        return None
    if sentence_of(found["address"], "EUR", pack).times:
        return None
    by = channel_names(named)
    return ChannelClause(channel=by[0] if by else "web_form", address=found["address"].strip(" ."))


def form_audience(text: str, pack: Pack) -> Understood | None:
    """Return who a section is for, where the sentence says so."""
    clauses = _audience(sentence_of(text, pack.phrase("pack.currency"), pack))
    return Understood(clauses) if clauses else None


def _audience(it: FormSentence) -> tuple[Clause, ...]:
    if it.match("patterns.audience_team"):
        return (AudienceClause(audience=Audience.TEAM),)
    if it.match("patterns.audience_public"):
        return (AudienceClause(audience=Audience.PUBLIC),)
    return ()


def _effective(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.effective")
    if found is None:
        return ()
    begins, ends = it.date_at(found, "date"), it.date_at(found, "date2")
    if begins is None and ends is None:
        return ()
    return (EffectiveClause(applies_from=begins, applies_until=ends),)


def _pause(it: FormSentence) -> tuple[Clause, ...]:
    return (PauseRule(),) if it.match("patterns.pause") else ()


def _owner(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.owner")
    role = it.role(found) if found else None
    return (OwnerClause(role=role),) if role else ()


def _zone(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.zone")
    zone = it.pack.words("places.zones").get(found["place"].strip()) if found else None
    return (ZoneClause(zone=zone),) if zone else ()


def _holidays(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.holidays")
    if found is None:
        return ()
    known = it.pack.words("places.places")
    words = [part.strip() for part in it.low[slice(*found.span("place"))].split(",")]
    for word in words:
        if word in known:
            country, subdivision, _ = known[word]
            name = it.said(found, "place")
            return (HolidayClause(place=HolidayPlace(country, subdivision or None, name)),)
    return ()


def _term(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.term")
    if found is None:
        return ()
    name = "quote" if "quote" in found.re.groupindex and found["quote"] else "thing"
    term = it.said(found, name).strip('" ').lower()
    meaning = it.said(found, "words")
    return (TermClause(term=term, meaning=meaning),) if term and meaning else ()


def _roles(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.roles")
    if found is None:
        return ()
    made: list[Clause] = []
    for name in it.pack.pattern("patterns.list_joint").split(it.said(found, "words")):
        role = role_slug(normal(name), it.pack)
        if role and role != ANYONE:
            made.append(RoleClause(role=role, name=role_name(name, it.pack)))
    return tuple(made)


def _identity(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.identity")
    if found is None:
        return ()
    serves = singular(it.low[slice(*found.span("thing"))].strip().split()[-1], it.pack)
    return (IdentityClause(organisation=it.said(found, "name"), serves=slug(serves, pack=it.pack)),)


def _emergency(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.emergency")
    if found is None:
        return ()
    return (EmergencyWords(words=(), instruction=it.said(found, "words")),)


def _closed(it: FormSentence) -> tuple[Clause, ...]:
    found = it.match("patterns.closed")
    if found is None:
        return ()
    made: list[Clause] = []
    if it.pack.pattern("patterns.closed_holidays").search(it.low):
        made.append(ClosureClause(public_holidays=True))
    closures = tuple(closure for on, _, _ in _stretches(it) for closure in closed_on(on))
    if closures:
        made.append(ClosureClause(closures=closures))
    return tuple(made)


def _stretches(it: FormSentence) -> Iterator[tuple[Occasion, str, bool]]:
    """Yield each date, or stretch of dates, of a sentence, its words, and whether it exists."""
    dates = list(it.dates)
    while dates:
        first = dates.pop(0)
        last = first
        if dates and it.pack.pattern("patterns.date_range").match(
            it.low[first.end : dates[0].start]
        ):
            last = dates.pop(0)
        begins, ends = ((one.month, one.day) for one in (first, last))
        year = first.year or (last.year and last.year - (ends < begins))
        until = year and year + (ends < begins)
        is_real = is_date(*begins, year or 0) and is_date(*ends, until or 0)
        on = Occasion(first=begins, last=ends, year=year)
        yield on, it.text[first.start : last.end], is_real


def _impossible_date(it: FormSentence) -> Finding | None:
    """Return the finding of a date of closing or of force that no calendar has."""
    said = next((words for _, words, is_real in _stretches(it) if not is_real), "")
    if not said or not any(it.match(f"patterns.{one}") for one in ("closed", "effective")):
        return None
    return Messages(it.pack, it.text).finding("DT01", Severity.ERROR, said, said=said)


def _part_hours(it: FormSentence) -> tuple[Clause, ...]:
    """Return the hours of one channel, where a sentence says nothing else."""
    pack = it.pack
    found = it.match("patterns.part_hours")
    if found is None:
        return ()
    channels = channels_in(it.low, pack)
    week = _week(it)
    if len(set(channel_names(channels))) != 1 or week is None:
        return ()
    channel = channel_names(channels)[0]
    name = str(pack.words("echo.channel_names").get(channel, channel))
    closes = pack.compiled("(?:<<patterns.except_holidays>>)").search(it.low) is not None
    return (
        PartHours(
            part=slug(name, pack=pack),
            name=name,
            channel=channel,
            week=week,
            public_holidays=closes,
        ),
    )


def _week(it: FormSentence) -> Week | None:
    """Return the week that a sentence tells, None where it tells none."""
    pack = it.pack
    groups = _day_groups(it.low, pack)
    ranges = list(pack.pattern("patterns.time_range").finditer(it.low))
    if pack.compiled("(?:<<patterns.always_open>>)").search(it.low) and not groups:
        return ALWAYS_OPEN_WEEK
    if not groups and pack.has("patterns.every_day"):
        daily = pack.pattern("patterns.every_day").search(it.low)
        groups = [(daily.start(), tuple(range(7)))] if daily is not None else []
    if not groups or not ranges:
        return None
    week: list[list[Interval]] = [[] for _ in range(7)]
    _fill(week, groups, ranges)
    built: Week = tuple(tuple(sorted(day)) for day in week)  # type: ignore[assignment]
    return built if any(week) else None


def _hours(it: FormSentence) -> tuple[Clause, ...]:
    pack = it.pack
    if not pack.pattern("patterns.hours").search(it.low) or pack.pattern(
        "patterns.hours_away"
    ).search(it.low):
        return ()
    week = _week(it)
    if week is None:
        return ()
    made: list[Clause] = [HoursClause(week=week)]
    if pack.compiled("(?:<<patterns.except_holidays>>)").search(it.low):
        made.append(ClosureClause(public_holidays=True))
    return tuple(made)


def _part_of_year(it: FormSentence) -> str:
    """Return the words that name a part of the year: dates, months, a season; empty for none."""
    if it.dates:
        return it.text[it.dates[0].start : it.dates[-1].end]
    months = "|".join(re.escape(name) for name in it.pack.names("times.months"))
    if it.pack.has("patterns.part_of_year"):
        months += f"|{it.pack.source('patterns.part_of_year')}"
    found = list(re.finditer(rf"(?<!\w)(?:{months})(?!\w)", it.low))
    return it.text[found[0].start() : found[-1].end()] if found else ""


def _day_groups(low: str, pack: Pack) -> list[tuple[int, tuple[int, ...]]]:
    """Return the days named, with the place of each: `Montag bis Freitag` is one group of five."""
    known: dict[str, int] = {}
    for entry in ("times.weekdays", "times.weekdays_short", "times.weekdays_other"):
        known.update({name: day for day, name in enumerate(pack.names(entry)) if name})
    names = "|".join(sorted((re.escape(name) for name in known), key=len, reverse=True))
    day = rf"(?<!\w)(?:{names})s?\.?(?!\w)"
    joint = pack.source("patterns.day_range")
    found = []
    for match in re.finditer(rf"(?P<first>{day})(?:(?:{joint})(?P<last>{day}))?", low):
        first = known[
            match["first"].rstrip(".").removesuffix("s")
            if match["first"].rstrip(".") not in known
            else match["first"].rstrip(".")
        ]
        last = first
        if match["last"]:
            said = match["last"].rstrip(".")
            last = known[said if said in known else said.removesuffix("s")]
        days = range(first, last + 1) if first <= last else (*range(first, 7), *range(last + 1))
        found.append((match.start(), tuple(days)))
    return found


def _fill(
    week: list[list[Interval]],
    groups: list[tuple[int, tuple[int, ...]]],
    ranges: list[re.Match[str]],
) -> None:
    """Put each opening on the days named before it, or after it where none are."""
    marks: list[tuple[int, tuple[int, ...] | Interval]] = [
        *groups,
        *((one.start(), _interval(one)) for one in ranges),
    ]
    marks.sort(key=lambda mark: mark[0])
    if isinstance(marks[0][1], Interval):
        marks.reverse()
    days: list[int] = []
    filled = False
    for _, mark in marks:
        if isinstance(mark, Interval):
            for day in days:
                week[day].append(mark)
            filled = True
            continue
        if filled:
            days, filled = [], False
        days.extend(mark)


def _interval(match: re.Match[str]) -> Interval:
    return Interval(_minutes(match["from"]), _minutes(match["to"]) or 1440)


def _minutes(said: str) -> int:
    hour, _, minute = said.replace(".", ":").partition(":")
    return min(int(hour) * 60 + int(minute or 0), 1440)


def named_currency(low: str, pack: Pack) -> str | None:
    """Return the money in which amounts are meant, where the sentence says so."""
    for source in patterns(pack, "patterns.currency"):
        found = pack.compiled(source).fullmatch(low.rstrip(" ."))
        if found is not None:
            code: str | None = pack.words("places.currency_names").get(found["place"].strip())
            return code
    return None


_READERS = (
    _audience,
    _effective,
    _pause,
    _owner,
    _zone,
    _holidays,
    _term,
    _roles,
    _identity,
    _emergency,
    _part_hours,
    _closed,
)

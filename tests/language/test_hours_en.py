"""Opening hours in words: `hours_en.jsonl`, a line each, in the shorthand of opening hours.

`mo-fr 9:00-17:00; sa 9:00-12:00` is a week. `closed` lists days, dates and PH for public holidays.
`special` has a line for each rule: the days (`fr[-1]` is the last Friday of the month), the dates
(`10-01..03-31`, `easter+1`, PH), and what holds: openings, `open`, `close`, `break`, `off`,
`usual`.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.definitions_of import hours_from
from goodword.document.echo import echo
from goodword.document.read import read
from goodword.document.sentence_reader import understand_text
from goodword.document.sentences import split
from goodword.document.setting import Finding, Setting
from goodword.document.understand import understand
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HoursClause
from goodword.policy.hours import (
    CLOSED_WEEK,
    Closure,
    Interval,
    Occasion,
    OwnHours,
    SpecialHours,
    Week,
)
from goodword.problem import Severity

HOURS = [
    json.loads(line)
    for line in (Path(__file__).parent / "hours_en.jsonl").read_text(encoding="utf-8").splitlines()
]
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
EMPTY = read("# Nothing said").policy


def named(case: dict[str, Any]) -> str:
    return f"{case['sentence'][:60]} [{case.get('heading', '')}]"


def understood(case: dict[str, Any]) -> tuple[tuple[Clause, ...], tuple[Finding, ...], str]:
    setting = Setting(heading=case.get("heading", ""), alone=True)
    read_ones = [
        understand_text(case["sentence"][start:end], setting)
        for start, end in split(case["sentence"])
    ]
    clauses = tuple(clause for one in read_ones for clause in one.clauses)
    findings = tuple(finding for one in read_ones for finding in one.findings)
    almost = any(one.almost for one in read_ones)
    return clauses, findings, "almost" if almost else "live" if clauses else "prose"


def week_of(shorthand: str) -> Week:
    days: list[tuple[Interval, ...]] = [()] * 7
    for rule in filter(None, shorthand.split("; ")):
        words = rule.split()
        chosen: set[int] = set()
        openings: list[Interval] = []
        for word in words:
            if word[0].isdigit():
                start, _, end = word.partition("-")
                openings.append(Interval(minutes(start), minutes(end)))
            else:
                first, _, last = word.partition("-")
                chosen.update(range(DAYS.index(first), DAYS.index(last or first) + 1))
        for day in chosen:
            days[day] = tuple(openings)
    return tuple(days)  # type: ignore[return-value]


def minutes(words: str) -> int:
    hour, _, minute = words.partition(":")
    return int(hour) * 60 + int(minute)


def shown(openings: tuple[Interval, ...]) -> str:
    return " ".join(f"{clock(one.start)}-{clock(one.end)}" for one in openings)


def clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def shorthand(special: SpecialHours) -> str:
    on = special.on
    told = []
    if on.weekdays:
        first, last = on.weekdays[0], on.weekdays[-1]
        stretch = on.weekdays == tuple(range(first, last + 1)) and len(on.weekdays) > 2
        days = f"{DAYS[first]}-{DAYS[last]}" if stretch else " ".join(DAYS[d] for d in on.weekdays)
        told.append(days + (f"[{','.join(map(str, on.nth))}]" if on.nth else ""))
    if on.public_holiday:
        told.append("PH")
    if on.easter:
        ends = on.easter if on.easter[0] != on.easter[1] else on.easter[:1]
        told.append("easter" + "".join(f"{end:+d}" for end in ends))
    if on.first and on.last:
        ends_told = [f"{month:02}-{day:02}" for month, day in (on.first, on.last)]
        year = f"{on.year}-" if on.year else ""
        told.append(year + (ends_told[0] if on.first == on.last else "..".join(ends_told)))
    told = told or ["daily"]
    if special.intervals is not None:
        told.append(shown(special.intervals) or "off")
    told += [f"open {clock(special.opens)}"] if special.opens is not None else []
    told += [f"close {clock(special.closes)}"] if special.closes is not None else []
    told += [f"break {shown(special.breaks)}"] if special.breaks else []
    told += ["usual"] if special.is_usual else []
    return " ".join(told)


def own_shorthand(own: OwnHours) -> str:
    return f"{own.on.isoformat()} {shown(own.intervals)}"


def closed_shorthand(clauses: tuple[Clause, ...]) -> set[str]:
    found = {DAYS[day] for one in clauses if isinstance(one, HoursClause) for day in one.closed}
    for clause in clauses:
        if isinstance(clause, ClosureClause):
            found |= {"PH"} if clause.public_holidays else set()
            found |= {closed_date(one) for one in clause.closures}
    return found


def closed_date(one: Closure) -> str:
    part = "" if (one.start, one.end) == (0, 1440) else f"/{clock(one.start)}-{clock(one.end)}"
    return f"{f'{one.year}-' if one.year else ''}{one.month:02}-{one.day:02}{part}"


def test_the_table_holds_at_least_80_ways_of_saying_hours() -> None:
    assert len(HOURS) >= 80


@pytest.mark.parametrize("case", HOURS, ids=named)
def test_hours_are_read_as_they_are_meant(case: dict[str, Any]) -> None:
    clauses, findings, state = understood(case)
    closures = [one for one in clauses if isinstance(one, ClosureClause)]
    weeks = [one.week for one in clauses if isinstance(one, HoursClause)]
    joined = hours_from(clauses)
    week = joined.week if joined and any(any(one) for one in weeks) else CLOSED_WEEK

    assert state == case["state"]
    assert week == week_of(case.get("week", ""))
    assert closed_shorthand(clauses) == set(case.get("closed", "").split())
    assert [
        *(own_shorthand(own) for one in closures for own in one.own_hours),
        *(shorthand(special) for one in closures for special in one.special),
    ] == case.get("special", [])
    assert [one.code for one in findings] == case.get("codes", [])


@pytest.mark.parametrize("case", [one for one in HOURS if one["state"] == "live"], ids=named)
def test_what_is_said_back_says_the_same(case: dict[str, Any]) -> None:
    for clause in understood(case)[0]:
        again = understand_text(echo(clause, EMPTY), Setting(alone=True))
        grave = [one for one in again.findings if one.severity is not Severity.HINT]
        assert (again.clauses, grave) == ((clause,), [])


@pytest.mark.parametrize("case", [one for one in HOURS if one["state"] == "almost"], ids=named)
def test_the_sentence_that_is_proposed_is_live(case: dict[str, Any]) -> None:
    answer = understand(case["sentence"], heading=case.get("heading"))
    for fix in (one["fix"] for one in answer["problems"] if "fix" in one):
        assert understand(fix)["state"] == "live"


quarters = st.integers(0, 95).map(lambda quarter: 15 * quarter)
DATES = st.dates().map(lambda day: (day.month, min(day.day, 28)))


@st.composite
def openings(draw: st.DrawFn, *, least: int = 0) -> tuple[Interval, ...]:
    edges = sorted(draw(st.sets(quarters, min_size=2 * least, max_size=4)))
    made = [Interval(edges[i], edges[i + 1]) for i in range(0, len(edges) - 1, 2)]
    if len(edges) % 2 and not made:
        made.append(Interval(edges[-1], draw(st.sampled_from((1440, 60, 360)))))
    return tuple(one for one in made if one != Interval(0, 1440))


@st.composite
def hours_clauses(draw: st.DrawFn) -> HoursClause:
    days = [draw(openings()) for _ in range(7)]
    closed = tuple(day for day in range(7) if not days[day] and draw(st.booleans()))
    week: Week = tuple(days)  # type: ignore[assignment]
    if not any(week) and not closed:
        closed = (6,)
    return HoursClause(week=week, closed=closed)


@given(hours_clauses())
@settings(max_examples=120, deadline=None)
def test_any_week_said_back_reads_back(clause: HoursClause) -> None:
    said = echo(clause, EMPTY)
    assert understand_text(said, Setting(alone=True)).clauses == (clause,), said


quarter_days = st.sets(st.integers(0, 6), min_size=1, max_size=6).map(sorted).map(tuple)
EASTERS = ((-2, -2), (1, 1), (39, 39), (-2, 1))
NTH = ((1,), (2,), (-1,), (1, 3), (2, 4), (5,))
edge = quarters.filter(bool)
# Dates of which hours can be said in full, and those that only move the edges of a day.
FULL = st.one_of(
    st.builds(Occasion, st.integers(0, 6).map(lambda day: (day,)), st.sampled_from(NTH)),
    st.builds(Occasion, quarter_days, first=DATES, last=DATES).filter(lambda on: on.rank == 1),
    DATES.map(lambda date: Occasion(first=date, last=date)),
    st.sampled_from(EASTERS).map(lambda easter: Occasion(easter=easter)),
    st.just(Occasion(public_holiday=True)),
)
EDGED = st.one_of(
    FULL,
    quarter_days.map(lambda days: Occasion(weekdays=days)),
    st.builds(Occasion, first=DATES, last=DATES, year=st.sampled_from((None, 2027))).filter(
        lambda on: on.rank == 1
    ),
)
SEASONS = st.builds(Occasion, first=DATES, last=DATES).filter(lambda on: on.rank == 1)
CLOSABLE = st.one_of(
    st.builds(Occasion, st.just((2,)), st.sampled_from(NTH)),
    st.builds(Occasion, quarter_days, first=DATES, last=DATES).filter(lambda on: on.rank == 1),
    st.just(Occasion(easter=(1, 1))),
)
USUAL = st.one_of(
    DATES.map(lambda date: Occasion(first=date, last=date)),
    st.just(Occasion(public_holiday=True)),
    st.just(Occasion(easter=(-2, -2))),
)
breaks = (
    st.sets(quarters, min_size=2, max_size=2)
    .map(sorted)
    .map(lambda edges: (Interval(edges[0], edges[1]),))
)
SPECIAL = st.one_of(
    st.builds(SpecialHours, FULL, openings(least=1).filter(bool)),
    st.builds(SpecialHours, EDGED, opens=edge),
    st.builds(SpecialHours, EDGED, closes=edge),
    st.builds(SpecialHours, SEASONS, opens=edge, closes=edge),
    st.builds(SpecialHours, EDGED.filter(lambda on: on.rank != 4), breaks=breaks),
    st.builds(SpecialHours, st.just(Occasion()), breaks=breaks),
    st.builds(SpecialHours, CLOSABLE, st.just(())),
    st.builds(SpecialHours, USUAL),
)


@given(SPECIAL)
@settings(max_examples=200, deadline=None)
def test_any_special_hours_said_back_read_back(special: SpecialHours) -> None:
    clause = ClosureClause(special=(special,))
    said = echo(clause, EMPTY)
    assert understand_text(said, Setting(alone=True)).clauses == (clause,), said


SAID = (
    "we are open closed close on monday to friday saturday sundays weekdays daily 9 5 9am 5pm noon "
    "until from at , and ( ) ; : the first last of the month public holidays except christmas eve "
    "easter monday 24 december 1 october 31 march january and for lunch by appointment other days "
    "12:30 24/7 round the clock but including july summer hours early evening between half past"
)


@given(st.lists(st.sampled_from(SAID.split()), min_size=2, max_size=14).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_whatever_is_understood_of_any_words_is_said_back(words: str) -> None:
    for clause in understand_text(words, Setting(heading="Opening hours", alone=True)).clauses:
        said = echo(clause, EMPTY)
        assert understand_text(said, Setting(alone=True)).clauses == (clause,), said


def test_a_table_with_hours_of_two_desks_is_asked_about_and_never_mixed() -> None:
    text = "## Opening hours\n\n| Day | Phone | Counter |\n|---|---|---|\n| Monday | 9–5 | 10–4 |\n"
    reading = read(text)
    assert reading.policy.hours is None
    assert [one.code for one in reading.problems] == ["HR12"]


def test_a_table_of_mornings_and_afternoons_is_the_week() -> None:
    rows = "| Monday | 9–12 | 1–5 |\n| Tuesday | 9–12 | closed |\n| Sunday | closed | closed |\n"
    text = f"## Opening hours\n\n| Day | Morning | Afternoon |\n|---|---|---|\n{rows}"
    hours = read(text).policy.hours
    assert hours is not None
    assert hours.week == week_of("mo 9:00-12:00 13:00-17:00; tu 9:00-12:00")

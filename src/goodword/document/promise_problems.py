"""What is odd about a promise, in the author's own words, with a sentence that would do."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.promise_alike import alike
from goodword.document.setting import Finding, Setting
from goodword.language.service import (
    most_in,
)
from goodword.language.time_phrase import TimePhrase
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.problem import Severity

_SUBJECT_TO = re.compile(r"\bsubject to [^,.;)]+")
# Whoever says so means the clock.
_DAY_AND_NIGHT = re.compile(
    r"\b(?:day (?:and|or) night|night (?:and|or) day|(?:round|around) the clock|at any hour|24/7)\b"
)
_HALF_DAY = re.compile(
    r"\b(?:the |that )?(?:next|following|same|very) (?:morning|afternoon|evening)\b"
)
# "From 9 to 5", without a.m. or p.m.
_FROM_TO = re.compile(
    r"\b(?:from|between) \d{1,2} (?:to|and|until|till|-) \d{1,2}\b(?!:| ?[ap]\.?m| ?%|\.\d| (?:working|business|calendar|clock|seconds?|minutes?|hours?|days?|weeks?|months?|years?|rings?)\b)"
)
_HOURS_A_DAY = 8
_BEGINS = re.compile(r"\b(?:begins?|begun|began|starts?|started|commences?|commenced)\b")


def deed_unknown(text: str, phrase: TimePhrase) -> Finding:
    """Return what is said where no known word tells what is done by a time."""
    time = text[phrase.length_start : phrase.end].strip()
    return Finding(
        "PR18",
        Severity.WARNING,
        f"I know no word here for what is done within {time}, so I count it as done when the "
        "case is resolved. If you mean something else, say it with reply, acknowledge, update, "
        "call back, see or resolve.",
        0,
        phrase.end,
        (("what", "resolution?"), ("when", time)),
    )


def findings_for(
    text: str,
    low: str,
    times: tuple[TimePhrase, ...],
    made: tuple[Promise, ...],
    hedge: tuple[int, int] | None,
    setting: Setting,
) -> list[Finding]:
    """Return what is odd about promises that were read; an error means a choice must be made."""
    found: list[Finding] = []
    if any(phrase.is_short for phrase in times):
        found.append(_without_unit(text, times))
    for phrase, promise in zip(times, made, strict=True):
        found.extend(_of_time(text, low, phrase, promise, setting))
    if hedge is not None and hedge[1] <= len(text) and most_in(low) is None:
        found.append(
            Finding(
                "PR02",
                Severity.INFO,
                f'"{text[hedge[0] : hedge[1]].strip()}" makes this an aim: what is missed is '
                "counted and shown, and nobody is alarmed. Leave it out to be held to the time.",
                *hedge,
            )
        )
    if (most := most_in(low)) is not None and not any(one.target for one in made):
        found.append(
            Finding(
                "PR08",
                Severity.WARNING,
                f'"{text[most[0] : most[1]]}" is not a share I can count. Say a share, such as 90%.',
                *most,
                fix=text[: most[0]]
                + ("90% of" if text[most[1] : most[1] + 3] != " of" else "90%")
                + text[most[1] :],
                label="Name a share",
            )
        )
    if (
        average := re.search(r"\b(?:on )?average\b|\bmedian\b|\bmean (?=time|wait|response)", low)
    ) is not None:
        found.append(
            Finding(
                "PR09",
                Severity.WARNING,
                "An average hides the people who waited longest. Say a share, such as 90% within that time.",
                *average.span(),
                fix=_as_share(made, times),
                label="Say a share",
            )
        )
    if (subject := _SUBJECT_TO.search(low)) is not None:
        found.append(
            Finding(
                "TX06",
                Severity.WARNING,
                f'I have made no use of "{text[subject.start() : subject.end()]}". Say when the promise '
                'does not hold: "unless …".',
                *subject.span(),
            )
        )
    if made:
        found.extend(_not_counted(text, low))
        found.extend(_often(text, low, made, times))
    if alike(made):
        found.append(
            Finding(
                "PR07",
                Severity.WARNING,
                "I count two times for the same cases. Say for which cases each time is, such as "
                '"for urgent cases" and "for all other cases".',
                times[0].start,
                times[-1].end,
            )
        )
    elif len(made) > 1:
        found.append(several(text, len(made)))
    return found


def _not_counted(text: str, low: str) -> list[Finding]:
    """Return what is said of hours of the day that no promise keeps."""
    found: list[Finding] = []
    if (hours := _FROM_TO.search(low)) is not None:
        found.append(
            Finding(
                "TX06",
                Severity.WARNING,
                f'I have made no use of "{text[hours.start() : hours.end()].strip()}". Say your opening '
                "hours in a sentence of their own, and count in working hours.",
                *hours.span(),
            )
        )
    if (half_day := _HALF_DAY.search(low)) is not None:
        found.append(
            Finding(
                "TX06",
                Severity.WARNING,
                f'I have made no use of "{text[half_day.start() : half_day.end()]}": it names no hour. '
                'Say a time, such as "by noon the next working day".',
                *half_day.span(),
            )
        )
    return found


_OFTEN = re.compile(
    r"\b(?:once|twice|(?:two|three|four|\d) times) (?:an?|per|each|every) (?:hour|day|week|month)\b"
)


def _often(
    text: str, low: str, made: tuple[Promise, ...], times: tuple[TimePhrase, ...]
) -> list[Finding]:
    """Return how often updates are to come, where that is no time from one to the next."""
    found = _OFTEN.search(low) if any(one.metric is Metric.UPDATE for one in made) else None
    if found is None or any(one.start < found.end() and found.start() < one.end for one in times):
        return []
    return [
        Finding(
            "TX06",
            Severity.WARNING,
            f'I have made no use of "{text[slice(*found.span())]}": I keep the time from one update '
            'to the next. Say it so, such as "every 4 working hours".',
            *found.span(),
        )
    ]


def several(text: str, number: int) -> Finding:
    """Return the hint that a sentence makes more than one promise."""
    return Finding(
        "PR07",
        Severity.HINT,
        f"This sentence makes {number} promises. One a sentence is easier to follow.",
        0,
        len(text),
    )


def _of_time(
    text: str, low: str, phrase: TimePhrase, promise: Promise, setting: Setting
) -> list[Finding]:
    found: list[Finding] = []
    place = (phrase.start, phrase.end)
    said = text[phrase.start : phrase.end]
    limit = promise.limit
    if phrase.is_range and isinstance(limit, Duration):
        words = f"within {_said(limit, phrase)}"
        found.append(
            Finding(
                "PR04",
                Severity.WARNING,
                f'"{said}" is a range; I count the longer end, {_said(limit, phrase)}.',
                *place,
                fix=_put(text, place, words),
                label="Say the longer end",
            )
        )
    if phrase.in_hours and phrase.unit in {Unit.HOUR, Unit.DAY}:
        found.append(_two_readings(text, phrase))
    elif (
        isinstance(limit, Duration)
        and limit.counting is Counting.WORKING
        and limit.unit is Unit.HOUR
        and limit.amount >= 24
    ):
        found.append(
            Finding(
                "PR05",
                Severity.WARNING,
                f'"{said}" is {limit.amount} hours of opening time: with 8 hours open a day, '
                f"that is {_days(limit)}. If you mean days, say working days.",
                *place,
                fix=_put(text, place, f"within {_days(limit)}"),
                label="Count working days",
            )
        )
    elif (
        isinstance(limit, Duration)
        and limit.counting is Counting.CLOCK
        and phrase.counting is None
        and setting.has_hours
        and not _DAY_AND_NIGHT.search(low)
        and not phrase.rings
        and limit.unit is Unit.HOUR
    ):
        working = f"within {limit.amount} working hour{'s' if limit.amount != 1 else ''}"
        found.append(
            Finding(
                "PR13",
                Severity.WARNING,
                f'"{said}" is counted round the clock, nights and weekends too. '
                f'If you mean opening hours, say "{working}".',
                *place,
                fix=_put(text, place, working),
                label="Count working hours",
            )
        )
    if phrase.about:
        found.append(
            Finding(
                "PR03",
                Severity.WARNING,
                f'"{said}" is not exact, so I count it as an aim. Say the number alone, so that '
                "people know when to ask.",
                *place,
                fix=_put(text, place, f"within {_said(limit, phrase)}")
                if isinstance(limit, Duration)
                else "",
                label="Say the number alone",
            )
        )
    if phrase.rings:
        within_hours = " during opening hours" if phrase.counting is Counting.WORKING else ""
        found.append(
            Finding(
                "PR12",
                Severity.WARNING,
                f"{phrase.rings} rings are taken as {limit.amount if isinstance(limit, Duration) else 0} "
                "seconds. Rings last longer in one country than in another: say seconds.",
                *place,
                fix=_put(text, place, f"within {limit.amount} seconds{within_hours}")
                if isinstance(limit, Duration)
                else "",
                label="Say seconds",
            )
        )
    if phrase.short_bound and isinstance(limit, Duration):
        word = low[phrase.start : phrase.length_start].strip()
        found.append(
            Finding(
                "PR10",
                Severity.WARNING,
                f'"{word}" reads oddly before a time limit; I take it as "within".',
                *place,
                fix=_put(text, place, f"within {text[phrase.length_start : phrase.end]}"),
                label="Say within",
            )
        )
    if (
        promise.metric is Metric.RESOLUTION
        and (begins := _BEGINS.search(low, 0, phrase.start)) is not None
    ):
        found.append(
            Finding(
                "PR16",
                Severity.WARNING,
                f'"{text[begins.start() : begins.end()]}" is a moment that nothing records, so I count '
                "until it is done. Say by when it is done, or by when you first reply.",
                *begins.span(),
                fix=_completed(text, begins),
                label="Say by when it is done",
            )
        )
    return found


# Of whom a share is said, by what is promised.
_SHARES = {
    Metric.ANSWER: "We answer 90% of calls within {time}.",
    Metric.FIRST_RESPONSE: "We reply to 90% of messages within {time}.",
    Metric.RESOLUTION: "We resolve 90% of cases within {time}.",
    Metric.CALLBACK: "We call back 90% of callers within {time}.",
}
_COMPLETED = {
    "begin": "complete",
    "start": "complete",
    "commence": "complete",
    "begun": "completed",
    "started": "completed",
    "commenced": "completed",
}


def _as_share(made: tuple[Promise, ...], times: tuple[TimePhrase, ...]) -> str:
    """Return the first promise as a share, in place of an average; empty where none is plain."""
    if not made or not isinstance(made[0].limit, Duration):
        return ""
    sentence = _SHARES.get(made[0].metric, "")
    return sentence.format(time=_said(made[0].limit, times[0]))


def _completed(text: str, begins: re.Match[str]) -> str:
    """Return the sentence with its end in place of its beginning, where one word says it."""
    end = _COMPLETED.get(begins[0])
    return f"{text[: begins.start()]}{end}{text[begins.end() :]}" if end else ""


def _days(limit: Duration) -> str:
    days = max(1, round(limit.amount / _HOURS_A_DAY))
    return f"{days} working day{'s' if days != 1 else ''}"


def _two_readings(text: str, phrase: TimePhrase) -> Finding:
    """Return the question how a time such as "24 hours during business hours" is counted."""
    said, amount = text[phrase.start : phrase.end], phrase.amount
    days = amount if phrase.unit is Unit.DAY else max(1, round(amount / 24))
    unit = f"{phrase.unit}{'s' if amount != 1 else ''}"
    place = (phrase.start, phrase.end)
    return Finding(
        "PR05",
        Severity.ERROR,
        f'"{said}" has two readings: {amount} {unit} of opening time, or {amount} {unit} by the '
        f'clock. Choose one: "within {amount} working {unit}", "within {amount} {unit}", or '
        f'"within {days} working day{"s" if days != 1 else ""}".',
        *place,
        (("when", "?"),),
        _put(text, place, f"within {days} working day{'s' if days != 1 else ''}"),
        "Count working days",
    )


def _without_unit(text: str, times: tuple[TimePhrase, ...]) -> Finding:
    """Return what is said of a number such as "emails within three": its unit stands before it."""
    short = [phrase for phrase in dict.fromkeys(times) if phrase.is_short]
    first = short[0]
    said, fix = text[first.start : first.end], text
    for phrase in sorted(short, key=lambda one: one.start, reverse=True):
        fix = f"{fix[: phrase.end]} {unit_of(phrase)}{fix[phrase.end :]}"
    return Finding(
        "PR05",
        Severity.WARNING,
        f'"{said}" names no unit; I count {unit_of(first)}, as before. Say '
        f'"{said} {unit_of(first)}", so that nobody has to guess.',
        first.start,
        first.end,
        (("when", f"{said} {unit_of(first)}"),),
        fix,
        "Say the unit",
    )


def unit_of(phrase: TimePhrase) -> str:
    """Return the unit of a time as words: "working days"."""
    limit = phrase.limit
    assert isinstance(limit, Duration)
    return _said(limit, phrase).partition(" ")[2]


def _said(limit: Duration, phrase: TimePhrase) -> str:
    word = "working " if limit.counting is Counting.WORKING else ""
    if phrase.counting is Counting.CALENDAR:
        word = "calendar "
    return f"{limit.amount} {word}{limit.unit}{'s' if limit.amount != 1 else ''}"


def _put(text: str, place: tuple[int, int], words: str) -> str:
    before, after = text[: place[0]], text[place[1] :]
    if not before.strip():
        words = words[:1].upper() + words[1:]
    return f"{before}{words}{after}"

"""What is odd about a promise, in the author's own words, with a sentence that would do."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.condition_text import Frame
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.service import (
    Word,
    channels_in,
    metrics_in,
    most_in,
    shares_in,
    subjects_in,
    vague_in,
)
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.problem import Severity

_WE = (
    r"\b(?:we|we'll|our (?:team|staff|agents|advisers|advisors|people)|staff|team members|you(?:'ll| will| can expect)|"
    r"(?:will|shall) (?:always )?be|(?:is|are) (?:always )?(?=\w+ed\b|kept\b|told\b|seen\b|rung\b|dealt\b|met\b|given\b|sent\b)|^expect\b|^our [a-z]+s (?=[a-z]+\b)|you (?:can )?expect|responded to)\b"
)
_FRAME = re.compile(_WE)
_PLAIN = re.compile(
    r"\b(?:we|we'll|our (?:team|staff)|staff)(?: (?:will|shall|must|always|also|then|aim to|try to|promptly|ensure we|"
    r"do our best to|endeavour to|strive to|should|can|usually|generally|normally|personally|quickly|get|gets))* "
    r"(?:reply|respond|acknowledge|resolve|get back|return|answer|call (?:you )?back|update)\b"
)
_IDLE = re.compile(r"^(?:how|what|why|if|when|where|whether)\b.*\?$|\?$")
_SHORT_NAMES = {
    "email": "email",
    "phone": "phone",
    "text": "text message",
    "web_form": "web form",
    "in_person": "in person",
    "social": "social media",
}
_TIMES = {
    "acknowledge": "1 working day",
    "answer": "30 seconds",
    "wait": "10 minutes",
    "resolution": "5 working days",
    "update": "3 working days",
    "callback": "4 working hours",
}
_BEGINS = re.compile(r"\b(?:begins?|begun|began|starts?|started|commences?|commenced)\b")
_VAGUE_RANGE = re.compile(
    r"\b(?:a|the next) (?:few|couple of) (?:\w+ )?(?:minutes|hours|days|weeks)\b"
)


def vague_promise(text: str, low: str, taken: Frame) -> Understood | None:
    """Return the finding on a promise that names no time, or None where none is promised."""
    main = low[taken.start : taken.end]
    cues = [
        cue
        for cue in metrics_in(main)
        if not cue.weak
        or (
            re.match(r"deal|handl|process|attend", main[cue.start : cue.end])
            and "efficiently" not in main
        )
    ]
    if "first contact" in main or "first time" in main or "first point of contact" in main:
        return None
    if not cues or _IDLE.search(low.strip()):
        return None
    vague = vague_in(low) or next(
        ((one.start, one.end) for one in times_in(low) if one.vague), None
    )
    share = shares_in(main)
    named = bool(channels_in(main) or any(one.name == "complaint" for one in subjects_in(main)))
    if share and cues and _FRAME.search(low):
        return _no_time(
            text, low, cues, (taken.start + share[0][0], taken.start + share[0][1]), code="PR08"
        )
    if vague is not None and (_FRAME.search(low) or _leads(main)):
        return _no_time(text, low, cues, vague)
    if named and _PLAIN.search(main) and cues[0].name not in {"update", "wait"}:
        return _no_time(text, low, cues, None)
    return None


def time_without_promise(text: str, phrase: TimePhrase) -> Understood:
    """Return the question what is done in the time that a line such as "Urgent: 1 hour" gives."""
    label = text[: phrase.start].rstrip(" :-–—|")
    said = text[phrase.length_start : phrase.end]
    finding = Finding(
        "PR14",
        Severity.ERROR,
        f"What is done within {said}? A first response and a resolution are different promises.",
        0,
        phrase.start,
        (("for", label.lower()), ("what", "?"), ("when", said)),
        f"{label}: first response within {said}",
        "Say first response",
    )
    return Understood((), (finding,), almost=True)


def _leads(main: str) -> bool:
    return (
        re.match(
            r"(?:a |an |our )?(?:prompt|quick|fast|swift|timely|speedy|rapid)|(?:respond|reply|answer|"
            r"acknowledge|resolve|return)\b",
            main,
        )
        is not None
    )


def _no_time(
    text: str, low: str, cues: list[Word], odd: tuple[int, int] | None, *, code: str = "PR01"
) -> Understood:
    metric = cues[0].name
    channels = channels_in(low)
    understood = [("what", metric.replace("_", " "))]
    if channels:
        understood.append(("to", _SHORT_NAMES.get(channels[0].name, channels[0].name)))
    understood.append(("when", "?"))
    time = (
        f"every {_TIMES['update']}"
        if metric == "update"
        else f"within {_TIMES.get(metric, '4 working hours')}"
    )
    if odd is None or code == "PR08":
        fix = f"{text.rstrip(' .;!')} {time}."
    else:
        before, after = text[: odd[0]].rstrip(), text[odd[1] :].rstrip(" .;!")
        tail = f" {after.strip()}" if after.strip() and not after.startswith((",", ";")) else after
        fix = re.sub(r"\s+", " ", f"{before}{tail} {time}.").strip()
        fix = re.sub(r"\b(in a|in an|a|an|with a|with|very|and|as) (?=within|every)", "", fix)
        fix = re.sub(r" and (\w+ly)(?= (?:within|every)\b)", r" \1", fix)
        fix = fix[:1].upper() + fix[1:] if text[:1].isupper() else fix
    if code == "PR08":
        message = f"A share needs a time to be kept in. Say by when, such as {time}."
    elif odd is None:
        message = f"This promises something, but not by when. Say by when, such as {time}."
    else:
        message = f'"{text[odd[0] : odd[1]]}" is not a time I can keep count of. Say by when, such as {time}.'
    start, end = odd or (0, len(text))
    finding = Finding(
        code, Severity.ERROR, message, start, end, tuple(understood), fix, "Name a time"
    )
    return Understood((), (finding,), almost=True)


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
    for phrase, promise in zip(times, made, strict=True):
        found.extend(_of_time(text, low, phrase, promise, setting))
    if hedge is not None and hedge[1] <= len(text) and most_in(low) is None:
        found.append(
            Finding(
                "PR02",
                Severity.INFO,
                f'"{text[hedge[0] : hedge[1]].strip()}" makes this an aim: misses are reported, '
                "and nobody is called on.",
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
            )
        )
    if len(made) > 1:
        found.append(
            Finding(
                "PR07",
                Severity.HINT,
                f"This sentence makes {len(made)} promises. One a sentence is easier to follow.",
                0,
                len(text),
            )
        )
    return found


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
        amount = phrase.amount
        working = f"within {amount} working {phrase.unit}{'s' if amount != 1 else ''}"
        found.append(
            Finding(
                "PR05",
                Severity.ERROR,
                f'"{said}" can mean {amount} hours of opening time, or {amount} hours by the clock '
                "while you are open. Say which.",
                *place,
                fix=_put(text, place, working),
                label="Count working time",
            )
        )
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
                f'"{said}" is {limit.amount} hours of opening time, which is many days. '
                "If you mean days, say working days.",
                *place,
            )
        )
    elif (
        isinstance(limit, Duration)
        and limit.counting is Counting.CLOCK
        and phrase.counting is None
        and setting.has_hours
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
                "PR03", Severity.WARNING, f'"{said}" is not exact; I count it as an aim.', *place
            )
        )
    if phrase.rings:
        found.append(
            Finding(
                "PR12",
                Severity.WARNING,
                f"{phrase.rings} rings are taken as {limit.amount if isinstance(limit, Duration) else 0} "
                "seconds. Say seconds to be exact.",
                *place,
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
                f'I count until it is done: no event tells when work was "{text[begins.start() : begins.end()]}". '
                "Say by when it is done, or by when you first reply.",
                *begins.span(),
            )
        )
    return found


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

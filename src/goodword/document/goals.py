"""Goals, what excellent means, and days with too few people."""

import re
from datetime import date

from goodword.document.setting import Setting, Understood
from goodword.document.steps import step_of
from goodword.document.values import dates_in
from goodword.language.cued import stands
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in
from goodword.policy.clause import Strength
from goodword.policy.goal import Excellence, Goal, ShortStaffed
from goodword.policy.quantity import Duration

SHORT_STAFFED = "we are short-staffed"
_CUES = ("goal", "aim", "ambition", "objective", "target", "excellen")


def goal(text: str, setting: Setting) -> Understood | None:
    """Return the goal or the meaning of excellent that a sentence gives and nothing else.

    A goal needs a measure or a date: a wish without either stays prose.
    """
    del setting
    low = normal(text)
    if not _speaks(low):
        return None
    plain = even(text).strip().rstrip(".")
    if (meant := _excellence(plain)) is not None:
        return Understood((meant,))
    made = goal_in(plain)
    if made is None or not (low.startswith("goal:") or not _promises(made.words)):
        return None
    return Understood((made,))


def with_goal(understood: Understood, text: str) -> Understood:
    """Return what a sentence promises with the goal that it is part of: its measure, its date."""
    if understood.almost or not _speaks(normal(text)):
        return understood
    if not understood.clauses or any(isinstance(one, Goal) for one in understood.clauses):
        return understood
    made = goal_in(even(text).strip().rstrip("."))
    if made is None:
        return understood
    return Understood((*understood.clauses, made), understood.findings)


def _speaks(low: str) -> bool:
    """Whether a sentence may speak of a goal, by a look that costs nothing."""
    return stands(_CUES, low)


def goal_in(plain: str) -> Goal | None:
    """Return the goal of a sentence, None where it has neither measure nor date."""
    low = normal(plain)
    found = ENGLISH.pattern("goals.goal").match(low)
    if found is None:
        return None
    start = found.start("words")
    plain = _without_added(plain[start:])
    served, plain = _served(plain)
    until, plain = _date(plain)
    low = normal(plain)
    measure = ""
    if measured := ENGLISH.pattern("goals.measured").search(low):
        measure = plain[slice(*measured.span("measure"))].strip(" ,;.")
        plain = plain[: measured.start()] + plain[measured.end() :]
    if not measure and until is None and not served:
        return None
    words = plain.strip(" ,;.")
    return Goal(words=words, measured_by=measure, by=until, strength=Strength.AIM, served_by=served)


def _without_added(plain: str) -> str:
    """Return a goal without what its echo says of what serves it."""
    added = ENGLISH.pattern("goals.added").search(normal(plain))
    return plain if added is None else plain[: added.start()]


def _served(plain: str) -> tuple[tuple[str, ...], str]:
    """Return what is said to serve a goal, and the words without it."""
    low = normal(plain)
    found = ENGLISH.pattern("goals.served").search(low)
    if found is None:
        return (), plain
    start, words = found.start("served"), []
    begin = 0
    for cut in [*ENGLISH.pattern("goals.served_apart").finditer(found["served"]), None]:
        end = cut.start() if cut is not None else len(found["served"])
        words.append(plain[start + begin : start + end].strip(" .,;"))
        begin = cut.end() if cut is not None else end
    return tuple(one for one in words if one), plain[: found.start()]


def _date(plain: str) -> tuple[date | None, str]:
    """Return until when, and the words without it."""
    low = normal(plain)
    if (found := ENGLISH.pattern("goals.end_of").search(low)) is not None and found["year"]:
        rest = plain[: found.start()] + plain[found.end() :]
        return date(int(found["year"]), 12, 31), rest
    for start, end, month, day, year in dates_in(low):
        before = re.search(r"[,;]? by (?:the )?$", low[:start])
        if year is not None and before is not None:
            return date(year, month, day), plain[: before.start()] + plain[end:]
    return None, plain


def _promises(words: str) -> bool:
    low = normal(words)
    return bool(times_in(low)) or re.search(r"\d ?%|per ?cent", low) is not None


def _excellence(plain: str) -> Excellence | None:
    low = normal(plain)
    found = ENGLISH.pattern("goals.excellent").match(low)
    if found is None or times_in(low):
        return None
    of = found["of"] or "service"
    return Excellence(words=plain[slice(*found.span("words"))].strip(), of=of)


def short_staffed(text: str, setting: Setting) -> Understood | None:
    """Return what happens on days with too few people, or None where nothing of it is said."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if "short" not in low and "few" not in low and "enough" not in low and "fallback" not in low:
        return None
    found = ENGLISH.pattern("goals.when_short").match(low)
    if found is None or _has_length(found["rest"]):
        return None
    first: list[str] = []
    steps: list[str] = []
    begin, offset = 0, found.start("rest")
    rest = found["rest"]
    for cut in [*ENGLISH.pattern("goals.parts").finditer(rest), None]:
        end = cut.start() if cut is not None else len(rest)
        piece, written = rest[begin:end].strip(" ,"), plain[offset + begin : offset + end]
        begin = cut.end() if cut is not None else end
        comes = _first(piece)
        if comes is not None:
            first.extend(_listed(comes))
        elif piece:
            steps.append(written.strip(" ,"))
    clause = ShortStaffed(
        name=SHORT_STAFFED,
        first=tuple(first),
        steps=tuple(step_of(one[:1].upper() + one[1:], setting) for one in steps),
    )
    return Understood((clause,))


def _has_length(rest: str) -> bool:
    return any(isinstance(one.limit, Duration) for one in times_in(rest) if not one.vague)


def _first(piece: str) -> str | None:
    for entry in ("goals.does_first", "goals.comes_first"):
        found = ENGLISH.pattern(entry).match(piece)
        if found is not None and ("first" in piece or "priority" in piece or "before" in piece):
            return found["what"]
    return None


def _listed(words: str) -> tuple[str, ...]:
    parts = re.split(r", (?:and |then )?| and (?:then )?", words.strip())
    return tuple(part.strip() for part in parts if part.strip())

"""Numbers by themselves that count in the unit of a time before: "in 6 days, 12 in villages"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodword.language.number import NUMBER, value_of
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import TimePhrase
from goodword.policy.quantity import AnchorKind, Counting, Duration

_NUM = rf"(?P<num>{NUMBER}|\d{{1,3}})"
# "9 to 5", "four or five", "8 am".
_NO_LENGTH = rf" ?(?:to|or|and|-|–) ?(?:\d|{NUMBER})| ?(?:[ap]\.?m\b|o.clock|noon)"
# "And repaired in 12", "; shipment: 10 more".
_BOUND = re.compile(
    rf"(?:(?:(?<=\W)|^)(?P<bound>by (?:(?:working |business )?day|minute|hour|week|month)|(?:on )?(?:working |business )?day|within|inside|in|no (?:later|longer|more) than|not (?:later|longer|more) than|up to|under|at most|at|takes?|(?:is|are) (?:now |currently )?running at|be|becomes?|beyond|to|–|-|or|and|is|are)(?: {NUMBER}(?: ?- ?| to | or )(?=\d|{NUMBER}))?|(?P<mark>[:,(]))"
    rf" ?(?:(?:an? |the )?(?:further|additional|extra|same|another|next|following) )?{_NUM}(?P<more> more)?(?![.,:]\d|%|{_NO_LENGTH})"
    r"(?=\W*$|[,.;:)]| (?:and|or|but|if|when|where|we|for|once|unless|at|of (?:that|those|the|your|our|its|this)|after|from|during|in|on|who|which|to|with|outside|otherwise|elsewhere|thereafter|depending|provided|then|–|-) ?)"
)
# "…, replacements 3": a label and a number, where a list has said its unit.
_LISTED = re.compile(
    rf"(?<=[,;] )(?:and )?(?:[a-z][a-z/'-]+ ){{1,5}}{_NUM}(?P<more> more)?(?![.,:]\d|%)(?=[,.;]|$)"
)
# "Four at a weekend", "48 for a strategic main", "20 (country)": for other cases.
_OTHER = re.compile(
    rf"(?<=[\w)])(?:[,;]|,? (?:and|or|but)| \(| [–/-]) (?:(?:up to|only|just|perhaps|about|around) )?{_NUM}(?!{_NO_LENGTH})(?! (?:in|of|out of) (?:every )?(?:ten|five|\d))"
    r"(?=,? (?:for|in|on|at(?! (?:most|least|a time|the (?:most|least|latest)))|by|during|over|out of|outside|if|when|where|elsewhere|otherwise|otherwise|after|before|to (?!\d)(?=[a-z])|with|under|\((?!\d))[ a-z]|,? (?:elsewhere|otherwise|thereafter)(?=\W|$))"
)
_OTHER_BRACKET = re.compile(rf" \({_NUM}(?!{_NO_LENGTH}| per ?cent)(?= [a-z(])")
# "And completed by the close of the tenth", "rent queries by the fifth".
_NTH = ENGLISH.compiled(
    r"\b(?:by|before|no later than|not later than) (?:(?:the )?(?:close|end|evening) of )?the (?P<nth><<times.nth>>|<<times.nth_later>>)(?=$|[,.;)]| (?:and|at the latest|if|where|to)\b)"
)
# "… in the city, an hour elsewhere", "at a library allow a fortnight".
_ARTICLE = re.compile(
    r"(?:(?<=[\w)])(?:[,;:]|,? (?:and|or|but)| \(| [–/-])|\ballow) (?P<article>an? (?:half[ -])?(?:hour|minute|day|week|fortnight|month))(?!-)"
    r"(?=\W*$|[.,;)]| (?:for|in|on|at|by|during|outside|if|when|where|elsewhere|otherwise|after|from|with|under)\b)"
)
# Behind one of these a number is a name, a share or a part of one.
_NAMED = re.compile(
    r"(?:\b(?:stage|level|tier|step|priority|severity|sev|band|category|class|grade|p|cat|room|line|option|clause|section|page|phase|part|team|article|rule|act|form|size)s?(?: \w+)?|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine)(?: out)?|%|:\d\d) (?:in|of|or|to|and|-|,)? ?$|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine) \w+ (?:in|of|out of) $"
    r"|\b(?:ring|dial|call|questions?|items?|tables?|notes?|units?|zones?|areas?|wards?|before|after|from|until|till|past|between|since) $"
)
_NO_ONE = {"one", "1"}
_SHARE = re.compile(
    r"(?<!stage )(?<!level )(?<!tier )(?<!priority )(?<!severity )(?<!category )(?<!class )(?<!grade )\b(?:\d+%?|one|two|three|four|five|six|seven|eight|nine)(?: \w+)?(?: out)? $"
)
_BOUNDS = {"within", "inside", "in", "up to", "under", "at most"}
_AT_END = {"at", "is", "are"}
_NEVER = {"to", "and"}
_BY = re.compile(r"(?P<working>working |business )?(?P<unit>day|minute|hour|week|month)$")
_MONEY = {"$", "£", "€"}


@dataclass(frozen=True, slots=True)
class TimeNumber:
    """A number that stands for a time: its place, and what is said there in full."""

    start: int
    end: int
    said: str


def numbers_in(
    low: str, times: Sequence[TimePhrase], taken: Sequence[TimePhrase]
) -> Iterator[TimeNumber]:
    """Return the numbers of small letters that count in the unit of a time before them.

    `times` are those that limit something. "The same day" is one as well: what follows is in days.
    `taken` are all that are said.
    """
    spans = [(one.start, one.end) for one in taken]
    counting = [one for one in times if _counts(one)]
    for found in _found(low) if counting else ():
        made = _number(low, found, [one for one in counting if one.end <= _place(found)])
        if made is None or any(one < made.end and made.start < end for one, end in spans):
            continue
        spans.append((made.start, made.end))
        yield made


def unit_said(phrase: TimePhrase, low: str) -> str:
    """Return the unit of a time in small letters, as other times would say it: "working days"."""
    if phrase.anchor is not None:
        said = low[phrase.start : phrase.end]
        return "working days" if _WORKED.search(said) else "days"
    working = "working " if phrase.counting is Counting.WORKING else ""
    return f"{working}{phrase.unit}s"


_WORKED = re.compile(r"working|business|office|week-?day|nbd")


def _found(low: str) -> Iterator[re.Match[str]]:
    for pattern in (_NTH, _BOUND, _LISTED, _OTHER, _OTHER_BRACKET, _ARTICLE):
        yield from pattern.finditer(low)


def _place(found: re.Match[str]) -> int:
    return found.start(next(one for one in ("num", "nth", "article") if one in found.re.groupindex))


def _counts(phrase: TimePhrase) -> bool:
    if phrase.anchor is not None:
        return phrase.anchor.kind is not AnchorKind.AT_TIME
    return isinstance(phrase.limit, Duration) and not phrase.rings


def _number(low: str, found: re.Match[str], before: Sequence[TimePhrase]) -> TimeNumber | None:
    """Return a number as the time it stands for; None where it is a name, a share or an amount."""
    said = found.groupdict()
    if not before:
        return None
    day = _day(low, before)
    if said.get("article"):
        return TimeNumber(*found.span("article"), f"within {found['article']}")
    if said.get("nth"):
        value = {**ENGLISH.words("times.nth"), **ENGLISH.words("times.nth_later")}[found["nth"]]
        return TimeNumber(*found.span(), f"within {value} {day}") if day else None
    start, end = found.span("num")
    bound = said.get("bound") or ""
    if _is_other(low, found, bound):
        return None
    if (by := _BY.search(bound)) is not None:
        # "By working day 21", "by minute 20".
        unit = "working days" if by["working"] else (day or "days")
        unit = unit if by["unit"] == "day" else f"{by['unit']}s"
        return TimeNumber(found.start(), end, f"within {int(value_of(found['num']))} {unit}")
    named = found.start() if bound[:1].isalpha() and bound != "or" else start
    words = f"{low[named:end]} {unit_said(before[-1], low)}"
    return TimeNumber(named, found.end("more") if said.get("more") else end, words)


def _is_other(low: str, found: re.Match[str], bound: str) -> bool:
    """Whether a number is an amount, a name, a share or an hour of the day."""
    start, end = found.span("num")
    if low[start - 1 : start] in _MONEY or _is_name(low, found, bound):
        return True
    if bound in _NEVER or (bound in _AT_END and low[end:].strip(" .;,)")):
        # "Told at 30", never "9 to 5".
        return True
    return (not bound or bound in _AT_END) and found["num"] in _NO_ONE


def _is_name(low: str, found: re.Match[str], bound: str) -> bool:
    """Whether a number is a name or a share: "priority 2", "nine in ten"."""
    if bound in _BOUNDS:
        return bound == "in" and _SHARE.search(low[: found.start()]) is not None
    return _NAMED.search(low[: found.start("num")]) is not None


def _day(low: str, before: Sequence[TimePhrase]) -> str:
    """Return the days that the last of some times counts, nothing where none does."""
    days = [unit_said(one, low) for one in before]
    return next((one for one in reversed(days) if one.endswith("days")), "")

"""Amounts that a sentence only points back at: "up to £20. Refunds above that need …"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goodword.document.block import Text
from goodword.document.sentences import Line
from goodword.language.money import money_in
from goodword.language.normal import even, normal

_LIMIT = r"(?: (?:amount|limit|sum|figure|level|threshold))?"
_POINTS = re.compile(
    r"(?:(?:but|and|or) )?(?:for )?(?:(?:any|all|a|the|every) )?(?:[a-z'-]+ ){0,2}?"
    r"(?:above|over|beyond|exceeding|more than|in excess of|greater than|higher than) "
    rf"(?P<that>(?:that|this){_LIMIT}|those (?:amounts|limits|sums))(?=[ ,:;.)]|$)"
    r"(?! (?:time|date|age|number))"
)
_CUES = ("above", "over", "beyond", "exce", "than", "excess")


def with_amounts(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines, each with the amount of the line before it in place of "above that"."""
    before = ""
    for line in lines:
        made = line
        if before and (place := _pointed(line.text.plain)) is not None:
            amount = last_amount(before)
            if amount:
                made = replace(line, text=_said(line.text, place, amount))
        before = made.text.plain
        yield made


def with_amount(sentence: str, before: str) -> str:
    """Return a sentence with the amount of the one before it in place of "above that"."""
    place = _pointed(sentence)
    amount = last_amount(before) if place is not None else ""
    if place is None or not amount:
        return sentence
    return f"{sentence[: place[0]]}{amount}{sentence[place[1] :]}"


def last_amount(text: str) -> str:
    """Return the last amount of money in a sentence as it stands there, else ""."""
    low = normal(text)
    found = money_in(low, "USD")
    return even(text)[found[-1].start : found[-1].end].strip(" .") if found else ""


def _pointed(text: str) -> tuple[int, int] | None:
    low = normal(text[:90])
    if not any(cue in low for cue in _CUES):
        return None
    found = _POINTS.match(low)
    return found.span("that") if found is not None else None


def _said(text: Text, place: tuple[int, int], amount: str) -> Text:
    start, end = place
    return Text(
        f"{text.plain[:start]}{amount}{text.plain[end:]}",
        (*text.offsets[:start], *(text.offsets[start] for _ in amount), *text.offsets[end:]),
    )

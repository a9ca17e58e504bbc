"""One word for one thing: what the people whom we serve are called."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from goodword.checks.evidence import Evidence
from goodword.checks.visible import sentence_over, spoken_for
from goodword.checks.wording import words_of
from goodword.document.reading import Reading
from goodword.policy.definition import IdentityClause
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span


def two_words(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield one hint where people are called by another word than the policy says it uses."""
    words = words_of(reading)
    identity = next(iter(reading.policy.of_kind(IdentityClause)), None)
    if words is None or identity is None or not words.has("wording.people"):
        return
    entry: Mapping[str, Any] = words.words("wording.people")
    own = identity.serves
    if own not in entry["names"]:
        return
    others = tuple(name for name in entry["names"] if name != own)
    text = spoken_for(reading.text)
    low = text.lower()
    if not any(name.lower() in low for name in others):
        return
    found = [
        match
        for match in _pattern(others, tuple(entry["but_before"])).finditer(text)
        if not identity.span.start <= match.start() < identity.span.end
        and not _is_quoted(text, match.start())
    ]
    if not found:
        return
    first, more = found[0], len(found) - 1
    places = f" and in {more} more place{'s' if more > 1 else ''}" if more else ""
    wanted = f"{own}s" if first.group().lower().endswith("s") else own
    yield Problem(
        code="ST06",
        severity=Severity.HINT,
        message=f'"{first.group()}" stands here{places}; elsewhere you say {own}s. Readers wonder '
        "whether somebody else is meant. Use one word for one thing.",
        span=Span(*first.span()),
        fix=_reworded(reading, Span(*first.span()), wanted),
    )


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place lies between quotation marks of its line: what people say themselves."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


@lru_cache(maxsize=16)
def _pattern(names: Sequence[str], before: Sequence[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w@/.-])(?:{'|'.join(map(re.escape, names))})s?\b(?![\w@-]|[’'](?!s\b)"
        rf"| (?:{'|'.join(map(re.escape, before))})\b)",
        re.IGNORECASE,
    )


def _reworded(reading: Reading, span: Span, wanted: str) -> Fix | None:
    sentence = sentence_over(reading, span)
    if sentence is None or span.end > sentence.span.end:
        return None
    written = sentence.span.of(reading.text)
    first, last = span.start - sentence.span.start, span.end - sentence.span.start
    if written[first].isupper():
        wanted = wanted[:1].upper() + wanted[1:]
    return Fix("Use your word", f"{written[:first]}{wanted}{written[last:]}", sentence.span)

"""Beginnings are proved from the patterns: nothing that a pattern finds begins otherwise."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from goodword.language import en
from goodword.language.beginning import begun
from goodword.language.pack import ENGLISH, BrokenPackError, sum_of

# So many texts that fit are made for each pattern.
TEXTS = 300
LETTERS = "etaoin 09-,'.£"


def _begun() -> Iterator[tuple[str, str, str]]:
    """Yield each entry of the pack whose beginnings are known."""
    lines = (ENGLISH.text("begins.tsv") or "").splitlines()
    known = dict(line.split("\t", 1) for line in lines)
    for path in sorted(Path(en.__path__[0]).glob("*.toml")):
        for name in ENGLISH.file(path.stem):
            entry = f"{path.stem}.{name}"
            try:
                source = ENGLISH.source(entry)
            except BrokenPackError:
                continue  # a text, and no pattern
            if (begins := known.get(sum_of(source))) is not None:
                yield entry, source, begins


EVERY = tuple(_begun())


def _made(parts: Any, random: Random) -> str:
    """Return a text by taking one way through a pattern; what stands around it is not heeded."""
    return "".join(_part(kind, value, random) for kind, value in parts)


def _part(  # noqa: PLR0911  (a list of cases)
    kind: Any, value: Any, random: Random
) -> str:
    if kind is kinds.LITERAL:
        return chr(value)
    if kind is kinds.SUBPATTERN:
        return _made(value[3], random)
    if kind is kinds.BRANCH:
        return _made(random.choice(value[1]), random)
    if kind in {kinds.MAX_REPEAT, kinds.MIN_REPEAT}:
        fewest, most, repeated = value
        times = random.randint(fewest, min(int(most), fewest + 2))
        return "".join(_made(repeated, random) for _ in range(times))
    if kind is kinds.IN:
        return _one_of(value, random)
    if kind in {kinds.ANY, kinds.NOT_LITERAL}:
        return random.choice(LETTERS)
    return ""


def _one_of(choices: Any, random: Random) -> str:
    kind, value = random.choice(choices)
    if kind is kinds.LITERAL:
        return chr(value)
    if kind is kinds.RANGE:
        return chr(random.randint(*value))
    if kind is kinds.CATEGORY and value is kinds.CATEGORY_DIGIT:
        return random.choice("0123456789٣")
    return random.choice(LETTERS)


@pytest.mark.parametrize(
    ("source", "begins"), [one[1:] for one in EVERY], ids=[e[0] for e in EVERY]
)
def test_whatever_fits_a_pattern_begins_as_it_is_said(source: str, begins: str) -> None:
    ahead = re.compile(begun("", begins).removesuffix("(?:)"))
    parsed, random = parser.parse(source), Random(7)  # noqa: S311  (the same texts each time)

    for _ in range(TEXTS):
        text = _made(parsed, random)
        assert ahead.match(text), "run script/find-begins, or mend it: a text begins otherwise"


def test_most_long_patterns_have_beginnings() -> None:
    assert len(EVERY) > 100, "run script/find-begins: too many patterns have changed since"


@pytest.mark.parametrize(
    ("pattern", "begins", "text", "found"),
    [
        (r"\b(?:answer|repl(?:y|ies))\b", "ans|rep", "we answer, and our replies", 2),
        (r"\b(?:answer|repl(?:y|ies))\b", "ans|rep", "an unanswered report", 0),
        (r"(?<!no )(?:\d+ days?|a day)", r"\d|a d", "5 days, a day and no 3 days", 2),
        (r"\b(?:a[)(]|b)|c", "a|b|c", "ac a) b", 3),
    ],
)
def test_a_pattern_finds_the_same_with_its_beginnings(
    pattern: str, begins: str, text: str, found: int
) -> None:
    plain, ahead = re.compile(pattern), re.compile(begun(pattern, begins))

    spans = [one.span() for one in ahead.finditer(text)]
    assert spans == [one.span() for one in plain.finditer(text)]
    assert len(spans) == found


def test_a_pattern_without_beginnings_stays_as_it_is() -> None:
    assert begun("a|b", "") == "a|b"

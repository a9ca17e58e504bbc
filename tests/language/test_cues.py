"""Cues are proved from the patterns: where none of them stands, the pattern stands nowhere."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import goodword.document
from goodword.document import definitions
from goodword.language import en
from goodword.language.cued import Cued, Either
from goodword.language.pack import ENGLISH, BrokenPackError, cues_of, sum_of
from goodword.language.sieve import Sieve

FILES = (
    "authority",
    "conduct",
    "escalation",
    "hours",
    "lexicon",
    "money",
    "only_told",
    "pledges",
    "times",
)
# Lists whose patterns are tried one after another; any other list is one pattern.
LISTED = ("by_anyone", "granted_by")
# More spellings of one stretch than this are not followed any further.
MOST = 400


def _cued() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for file in FILES:
        entries = ENGLISH.file(file)
        for table, cues in entries.items():
            if table == "cues":
                for name, words in cues.items():
                    entry = f"{file}.{name}"
                    written = entries[name] if name in entries else entries["waits"][name]
                    each = written if name in LISTED else [written]
                    for number, one in enumerate(each):
                        yield f"{entry}.{number}", ENGLISH.expanded(one, entry), tuple(words)
            elif table.endswith("_cues"):
                of = entries[table.removesuffix("_cues")]
                for name, words in cues.items():
                    yield f"{file}.{table}.{name}", ENGLISH.expanded(of[name], name), tuple(words)
    for number, (pattern, _, *cues) in enumerate(ENGLISH.entry("authority.turned")):
        for words in cues:
            yield f"authority.turned.{number}", ENGLISH.expanded(pattern, pattern), tuple(words)


def _in_code() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each pattern with cues that stands at the top of a module of the reader."""
    for module in pkgutil.iter_modules(goodword.document.__path__, "goodword.document."):
        for name, one in vars(importlib.import_module(module.name)).items():
            parts = one.parts if isinstance(one, Either) else (one,)
            for number, part in enumerate(parts):
                if isinstance(part, Cued):
                    at = f"{module.name.rpartition('.')[2]}.{name}.{number}"
                    for group, cues in enumerate((part.cues, *part.more)):
                        yield f"{at}.{group}", part.pattern, cues


def _in_lists() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each pattern of a list that begins with its cues."""
    for name, patterns in ENGLISH.file("authority").items():
        for number, one in enumerate(patterns if isinstance(patterns, list) else ()):
            if isinstance(one, str) and (cues := cues_of(one)):
                yield f"authority.{name}[{number}]", ENGLISH.expanded(one, name), tuple(cues)


def _found() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the groups of cues that `script/find-cues` found for the entries of the pack."""
    known = ENGLISH.groups()
    for path in sorted(Path(en.__path__[0]).glob("*.toml")):
        for name, written in ENGLISH.file(path.stem).items():
            if not isinstance(written, str | list):
                continue
            each = [one for one in written if isinstance(one, str)] if name in LISTED else []
            for number, one in enumerate([written, *each]):
                entry = f"{path.stem}.{name}"
                try:
                    source = ENGLISH.expanded(one, entry)
                except BrokenPackError:
                    continue  # a text, and no pattern
                groups = known.get(sum_of(source))
                for group, cues in enumerate(groups.split("\t") if groups else ()):
                    yield f"{entry}.{number} found {group}", source, tuple(cues.split("|"))


def _of_readers() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each pattern that begins a definition, with the cues of the reader that asks for it."""
    for names, cues in (
        (("_EMERGENCY", "_EMERGENCY_WORDS"), ("emerg",)),
        (("_HOLIDAYS_OF", "_HOLIDAYS_KEPT"), ("holidays",)),
        (
            ("_TERM_BY", "_TERM_IS", "_TERM_DEFINED", "_TERM_PERSON", "_TERM_MEANS"),
            (" mean", "defined", " is "),
        ),
    ):
        for name in names:
            yield f"reader of {name}", getattr(definitions, name).pattern, cues


EVERY = (*_cued(), *_in_code(), *_in_lists(), *_of_readers(), *_found())


def _spelt(parts: Any, cues: tuple[str, ...]) -> tuple[bool, set[str] | None]:
    """Return whether each text that fits holds a cue, and all of these texts if they are few."""
    run, whole, sure = {""}, True, False
    for kind, value in parts:
        if kind in {kinds.AT, kinds.ASSERT_NOT}:
            continue
        holds, more = _part(kind, value, cues)
        few = more is not None and len(run) * len(more) <= MOST
        if kind is kinds.ASSERT:
            # What stands ahead is part of the text, and is met again behind.
            ahead = value[0] > 0 and more is not None and few
            sure = sure or (ahead and _all_hold(_joined(run, more or set()), cues))
            continue
        sure = sure or holds
        if few and more is not None:
            run = _joined(run, more)
            continue
        sure = sure or _all_hold(run, cues)
        run, whole = more or {""}, False
    return sure or _all_hold(run, cues), run if whole else None


def _part(  # noqa: PLR0911  (a list of cases)
    kind: Any, value: Any, cues: tuple[str, ...]
) -> tuple[bool, set[str] | None]:
    """Return the same of one part of a pattern; nothing is known of what has no letters."""
    if kind is kinds.LITERAL:
        return False, {chr(value)}
    if kind is kinds.IN and all(one is kinds.LITERAL for one, _ in value):
        return False, {chr(one) for _, one in value}
    if kind is kinds.SUBPATTERN:
        return _spelt(value[3], cues)
    if kind is kinds.ASSERT:
        return _start(value[1], cues)
    if kind is kinds.BRANCH:
        each = [_spelt(one, cues) for one in value[1]]
        texts = [one for _, one in each if one is not None]
        few = len(texts) == len(each)
        return all(one for one, _ in each), set().union(*texts) if few else None
    if kind in {kinds.MAX_REPEAT, kinds.MIN_REPEAT}:
        fewest, most, repeated = value
        holds, more = _spelt(repeated, cues)
        once = more is not None and (fewest, most) == (0, 1)
        return holds and fewest > 0, {*(more or ()), ""} if once else None
    return False, None


def _start(parts: Any, cues: tuple[str, ...]) -> tuple[bool, set[str] | None]:
    """Return the texts with which something ahead begins."""
    run = {""}
    for kind, value in parts:
        _, more = _part(kind, value, cues)
        if more is None or len(run) * len(more) > MOST:
            break
        run = _joined(run, more)
    return False, run


def _joined(first: set[str], second: set[str]) -> set[str]:
    return {f"{one}{other}" for one in first for other in second}


def _all_hold(texts: set[str], cues: tuple[str, ...]) -> bool:
    return all(any(cue in one for cue in cues) for one in texts)


@pytest.mark.parametrize(
    ("pattern", "cues"),
    [(pattern, cues) for _, pattern, cues in EVERY],
    ids=[entry for entry, _, _ in EVERY],
)
def test_a_pattern_stands_nowhere_without_one_of_its_cues(
    pattern: str, cues: tuple[str, ...]
) -> None:
    holds, _ = _spelt(parser.parse(pattern), cues)

    assert holds, "widen the cues in the same place: a text may fit that holds none of them"


@pytest.mark.parametrize(
    ("pattern", "cues"), [("repl(?:y|ies)|writ", ("repl",)), ("a(?:nswer)?", ("answer",))]
)
def test_a_missing_cue_is_seen(pattern: str, cues: tuple[str, ...]) -> None:
    assert not _spelt(parser.parse(pattern), cues)[0]


def test_patterns_are_named_by_their_cues() -> None:
    names = [entry for entry, _, _ in EVERY]

    assert len(names) == len(set(names)) > 100
    assert all(re.compile(pattern) for _, pattern, _ in EVERY)


def test_the_cues_that_were_found_are_those_of_most_patterns_that_are_long() -> None:
    found = sum(1 for entry, _, _ in EVERY if " found " in entry)

    assert found > 200, "run script/find-cues: too many patterns have changed since"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the owner signs", "the owner signs"),
        ("nobody agrees", "nobody agrees"),
        ("the owner agrees", "the -"),
    ],
)
def test_one_cue_of_each_group_has_to_stand(text: str, said: str) -> None:
    pattern = Cued("owner.*agrees", "owner", "agree")

    assert pattern.sub("-", text) == said
    assert (pattern.search(text) is not None) is (said != text)
    assert bool(list(pattern.finditer(text))) is (said != text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the owner signs", ["who", "any"]),
        ("it is signed by the owner at noon", ["who", "when", "any"]),
        ("nobody agrees", ["any"]),
    ],
)
def test_a_sieve_lets_through_what_has_a_cue_or_needs_none(text: str, meant: list[str]) -> None:
    sieve = Sieve((("who", ("owner", "signed by")), ("when", ("noon",)), ("any", ())))

    assert sieve.through(text) == meant


def test_words_of_a_way_are_parted_by_spaces() -> None:
    # Words whose space may be left out are split in every way there is: minutes for one sentence.
    shape = re.compile(r"\+ \?\)(?:\{\d+,|\*|\+)")
    assert shape.search(ENGLISH.source("ways.plain")) is None

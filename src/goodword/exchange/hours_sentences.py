"""Hours and closures as sentences that a policy can hold: each reads back as what it says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goodword.document.read import read
from goodword.document.second_said import said_back
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause
from goodword.policy.hours import Closure

# So many characters are still read aloud in one breath or two.
_LONG = 240
_NOT_IN_NAMES = re.compile(r"[().;:|<>*_`\\\[\]#]+")


def hours_sentences(clauses: Iterable[Clause]) -> Iterator[str]:
    """Yield the sentences of clauses about hours, closed dates of one kind together."""
    for clause in clauses:
        if isinstance(clause, ClosureClause) and clause.closures:
            yield from closure_sentences(clause.closures)
        else:
            yield said_back((clause,))


def closure_sentences(closures: Iterable[Closure]) -> Iterator[str]:
    """Yield a sentence or several for each name, in the order of their first dates.

    A name that could be read as something else, as "open until noon" could, is left out.
    """
    by_name: dict[str, list[Closure]] = {}
    for one in closures:
        by_name.setdefault(" ".join(_NOT_IN_NAMES.sub(" ", one.name).split()), []).append(one)
    for name, these in by_name.items():
        for part in _breaths([replace(one, name=name) for one in these]):
            said = _said(part)
            bare = tuple(replace(one, name="") for one in part)
            is_kept = name and _closed_by(said) == frozenset(part)
            yield said if is_kept or not name else _said(bare)


def _breaths(closures: list[Closure]) -> Iterator[tuple[Closure, ...]]:
    """Yield the closures in parts that are short enough to read aloud."""
    part: list[Closure] = []
    for one in closures:
        longer = [*part, one]
        if part and len(_said(longer)) > _LONG:
            yield tuple(part)
            longer = [one]
        part = longer
    if part:
        yield tuple(part)


def _said(closures: Iterable[Closure]) -> str:
    return said_back((ClosureClause(closures=tuple(closures)),))


def _closed_by(sentence: str) -> frozenset[Closure]:
    found = read(sentence).policy.of_kind(ClosureClause)
    return frozenset(closure for one in found for closure in one.closures)

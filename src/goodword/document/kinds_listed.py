"""Kinds of case in a row: "refunds and repairs", "Sev 1 and Sev 2": each has the promise."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.setting import Understood
from goodword.language.normal import normal
from goodword.language.service import Word, subjects_in
from goodword.policy.clause import Clause
from goodword.policy.promise import Promise

_JOINED = re.compile(
    r"(?: (?:tickets?|cases?|requests?|calls?|issues?|incidents?|faults?|jobs?))?"
    r"(?:, ?(?:and|or|&)?|,? (?:and/or|and|or|&|as well as|plus)| ?/| &)"
    r"(?: (?:all|any|every|each|the|your|our|other|for|to|all other|of))* ?"
)
# "An order, emergencies the same day" is no list.
_LAST = re.compile(r"\b(?:and|or|as well as|plus)\b|[&/]")
# "Priority 1 and 2": the second number leaves the word to the first.
_NUMBERS = re.compile(
    r"(?P<word>priority|priorities|severity|severities|sev|level|category|p) ?(?P<first>\d)"
    r"(?:, (?P<middle>\d))?,? ?(?:and|or|&) (?:p ?)?(?P<last>\d)\b(?! ?(?:working |business |clock )?"
    r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|%|per ?cent))"
)
# Whatever comes is one of these, so that all of them together are every case.
_ANYTHING = frozenset({"enquiry"})
_WIDE = frozenset({"enquiry", "request", "complaint", "suggestion", "compliment", "report"})


def each_kind(read: Understood, text: str) -> Understood:
    """Return the same with a promise for each kind of case that the sentence lists together."""
    if not any(isinstance(one, Promise) and one.subject for one in read.clauses):
        return read
    said = {one.subject for one in read.clauses if isinstance(one, Promise)}
    groups = [group for group in _listed(normal(text)) if len(said & set(group)) == 1]
    if not groups:
        return read
    clauses: list[Clause] = []
    for one in read.clauses:
        subject = one.subject if isinstance(one, Promise) else None
        group = next((each for each in groups if subject in each), ())
        if not isinstance(one, Promise) or not group:
            clauses.append(one)
        elif _ANYTHING & set(group) and set(group) <= _WIDE:
            clauses.append(replace(one, subject=None))
        else:
            clauses.extend(replace(one, subject=kind) for kind in group)
    return replace(read, clauses=tuple(clauses))


def _listed(low: str) -> list[tuple[str, ...]]:
    """Return the kinds of each list of them, each kind once."""
    named: list[tuple[str, ...]] = []
    for found in _NUMBERS.finditer(low):
        numbers = [found["first"], found["middle"], found["last"]]
        first = subjects_in(found[0])
        if len(first) == 1 and first[0].name.endswith(f"_{numbers[0]}"):
            word = first[0].name.rpartition("_")[0]
            named.append(tuple(f"{word}_{number}" for number in numbers if number))
    rows: list[list[Word]] = []
    for one in subjects_in(low):
        if rows and _JOINED.fullmatch(low[rows[-1][-1].end : one.start]) is not None:
            rows[-1].append(one)
        else:
            rows.append([one])
    for row in rows:
        last = low[row[-2].end : row[-1].end + 5] if len(row) > 1 else ""
        if _LAST.search(last) is not None:
            named.append(tuple(dict.fromkeys(one.name for one in row)))
    return [names for names in named if len(names) > 1]

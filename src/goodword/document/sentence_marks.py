"""The marks of a sentence: its words and pairs of words, and what the readers know of them.

A mark is a short text. The same sentence in the same setting always has the same marks.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import itertools
import re

from goodword.document.condition_text import frame
from goodword.document.promise_whose import is_of_others, is_past, is_theirs
from goodword.document.second_people import people_in
from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.number import NUMBER
from goodword.language.service import (
    Word,
    contacts_in,
    hedge_in,
    metrics_in,
    subjects_in,
    vague_in,
)
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.language.word import bare_stem

_MONEY = Cued(
    r"[£$€]\s?\d[\d,.]*k?|\b\d[\d,.]* ?(?:pounds|dollars|euros?|usd|gbp|eur|aud|rupees|quid)\b",
    "$|aud|dollars|eur|gbp|pounds|quid|rupees|usd|£|€",
)
_NUMBER = re.compile(rf"\b(?:\d[\d,.]*|{NUMBER})\b")
_WORD = re.compile(r"[a-z']+|[$#:;,|?%()>]")
_ARTICLES = frozenset({"the", "our", "a", "an", "your", "their"})
_MANY = 3
# Roles are known by their words here, whatever a policy declares.
_ANY = Setting(alone=True)


@remembered(1_024)
def marks_of(text: str, heading: str = "", context: str = "") -> tuple[str, ...]:
    """Return the marks of a sentence below a heading and a lead-in, each once, in order of letters."""
    made = {*words_of(text), *_known(text, led=bool(context))}
    made |= _people(normal(text))
    made |= _beside("h", heading) if heading else frozenset()
    made |= _beside("l", context) if context else frozenset()
    return tuple(sorted(made))


@remembered(256)
def _beside(sign: str, text: str) -> frozenset[str]:
    """Return the marks of a heading or a lead-in."""
    low = normal(text)
    return frozenset(
        {
            *(f"{sign}:{word}" for word in _stems(low)),
            *(f"{sign}=metric {one.name}" for one in metrics_in(low)),
            *(f"{sign}=channel {one.name}" for one in contacts_in(low)),
            *(f"{sign}{mark}" for mark in _people(low)),
        }
    )


@remembered(256)
def stems_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without their endings, amounts and numbers as signs, in order."""
    return tuple(_stems(normal(text)))


def _stems(low: str) -> list[str]:
    plain = _NUMBER.sub("#", _MONEY.sub("$", low))
    return [bare_stem(word) for word in _WORD.findall(plain)]


@remembered(256)
def words_of(text: str) -> frozenset[str]:
    """Return the marks that are words and pairs of words alone."""
    stems = ["^", *stems_of(text), "^"]
    return frozenset({*stems, *(f"{one} {two}" for one, two in itertools.pairwise(stems))})


def _known(text: str, *, led: bool) -> set[str]:
    """Return what the word lists find: deeds, times, channels, kinds, whose sentence it is."""
    taken, low = frame(text), normal(text)
    times, deeds = times_in(low), metrics_in(low)
    found = {
        *(f"=deed {one.name}{' weak' if one.weak else ''}" for one in deeds),
        *(f"=channel {one.name}" for one in contacts_in(low)),
        *(f"=kind {one.name}" for one in subjects_in(low)),
    }
    for time in times:
        hidden = any(start <= time.length_start < end for start, end in taken.hidden)
        found |= {f"=time {time.role or 'bare'}", f"=unit {time.unit}", f"=hidden {hidden}"}
        if time.anchor:
            found.add("=anchor")
    if hedge_in(low) is not None:
        found.add("=hedge")
    if vague_in(low) is not None:
        found.add("=vague")
    if taken.before:
        found.add("=condition")
    if not times:
        return found | {"=no time"}
    found |= _near(times[0], deeds)
    whose = {
        "=theirs": is_theirs(low, led=led),
        "=past": is_past(low),
        "=others": is_of_others(low),
    }
    return found | {mark for mark, holds in whose.items() if holds}


def _people(low: str) -> set[str]:
    """Return that roles are named, how many, and the word before and behind each."""
    named = [one for one in people_in(low, _ANY) if one.is_known]
    found = {f"=roles {min(len(named), _MANY)}"} if named else set()
    for one in named:
        before = [word for word in _WORD.findall(low[: one.start]) if word not in _ARTICLES]
        behind = _WORD.findall(low[one.end :])
        found |= {f"=role <{(before or ['^'])[-1]}", f"=role >{(behind or ['^'])[0]}"}
    return found


def _near(time: TimePhrase, deeds: tuple[Word, ...]) -> set[str]:
    """Return which deed stands nearest to a time, and which on either side of it."""
    if not deeds:
        return set()
    nearest = min(deeds, key=lambda one: min(abs(one.start - time.end), abs(one.end - time.start)))
    before = [one for one in deeds if one.end <= time.start]
    after = [one for one in deeds if one.start >= time.end]
    found = {f"=near {nearest.name}"}
    if before:
        found.add(f"=before {before[-1].name}")
    if after:
        found.add(f"=after {after[0].name}")
    return found

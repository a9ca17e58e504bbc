"""Haste without a deed: "Priority 1: at once", "keep waiting times to a minimum"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.promise_cues import promised_words
from goodword.language.cued import Cued
from goodword.language.service import Word, channels_in, subjects_in

# "Keep waiting times to a minimum".
_SHORT_WAIT = re.compile(
    r"\b(?:keep|kept|keeping|hold|holding|make|making) (?:the |your |our |any |all )?(?:waiting times?|waits?|queues?|delays?|waiting|time (?:you|people) wait)\b[\w ]{0,50}?\b(?:to (?:a|the|an absolute) minimum|as short as|as brief as|as low as|short\b|brief\b|down\b|low\b)"
)
_MINIMAL = re.compile(r"to (?:a|the|an absolute) minimum|as (?:short|brief|low)[\w ]*|\b\w+$")
# "Priority 1: at once", "Emails: as soon as possible".
_LABELLED = Cued(
    r"^(?P<label>[\w ,/&'()-]{2,60}?)(?::| -| \|) (?P<when>as soon as (?:possible|practicable|we can)|a\.?s\.?a\.?p\.?|immediately|at once|promptly|without (?:undue )?delay|straight ?away|quickly|on the spot|when(?:ever)? (?:time allows|time permits|possible|we can)|as time allows|best efforts?|urgently)\W*$",
    "a.s|as soon as |as time allows|as.a|asa|at once|best effort|immediately|on the spot|"
    "quickly|straight|tly|when|without ",
)
_RANKED = re.compile(
    r"\b(?:priority|severity|sev|p ?\d|level|class|category|emergenc(?:y|ies)|urgent|high|medium|low|critical|routine|normal)\b"
)

Named = tuple[Word, tuple[int, int]]


def named_only(low: str) -> Named | None:
    """Return what is promised, and the words of haste, behind the name of a kind of case."""
    found = _LABELLED.match(low)
    if found is None:
        return None
    label = found["label"]
    cues = promised_words(low, ())
    if not cues and not (subjects_in(label) or channels_in(label) or _RANKED.search(label)):
        return None
    deed = cues[0] if cues else Word("first_response", *found.span("label"))
    return deed, found.span("when")


def short_wait(main: str, start: int) -> Named | None:
    """Return that a wait is to be short, and the words that say so; `main` begins at `start`."""
    found = _SHORT_WAIT.search(main)
    if found is None or _DENIED.search(main):
        return None
    place = _MINIMAL.search(main, found.start())
    assert place is not None
    return Word("wait", *found.span()), (start + place.start(), start + place.end())


_DENIED = re.compile(r"\b(?:cannot|can't|may not|might|do not|don't|unable)\b")

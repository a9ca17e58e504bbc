"""News when it takes longer, in whatever words: "may take longer, but you will be told when"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from goodword.document.condition_text import frame
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Pattern, stands
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import hedge_in, should_in, subjects_in, vague_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.clause import Strength
from goodword.policy.promise import LateNotice
from goodword.policy.quantity import Duration
from goodword.problem import Severity

# Where what takes longer ends, and what is told then begins.
_TURNS = re.compile(
    r"(?:;|\.|,| but| and)(?: (?:but|and|so|in (?:which|that|such a) case|if so|though|then))*,? "
)
_ASIDE = re.compile(
    r"(?i)(?P<word>if|where|when),? (?:owing to|due to|because of|for (?:any|some|whatever) reason|"
    r"on occasion|exceptionally|in (?:exceptional|some|rare) (?:cases|circumstances))[^,;]{0,80}, "
)
_DUE = {"limit", "every"}
_TOLD_BY = re.compile(r"\b(?:tell|inform|notify|let|told|informed|notified)(?: [a-z]+){0,3} $")
_ROLES_OF_LENGTH = {"after", "limit", "bare", ""}


@cache
def _pattern(name: str) -> Pattern:
    return ENGLISH.compiled(ENGLISH.words("pledges.late_told")[name])


@cache
def _cues(name: str) -> tuple[str, ...]:
    return tuple(ENGLISH.words("pledges.late_told_cues")[name])


def late_told(text: str) -> Understood | None:
    """Return that people are told when it takes longer, None where nothing says so.

    A time by which they are told is kept by no clause: that is said.
    """
    if (aside := _ASIDE.match(text)) is not None:
        # "If, owing to a long investigation, we need longer, …".
        bare = late_told(f"{aside['word']} {text[aside.end() :]}")
        gone = aside.end() - len(aside["word"]) - 1
        found = () if bare is None else bare.findings
        moved = tuple(replace(one, start=one.start + gone, end=one.end + gone) for one in found)
        return bare and replace(bare, findings=moved)
    low = normal(text)
    if not (stands(_cues("late"), low) or stands(_cues("both"), low)):
        return None
    for late, told in _halves(text, low):
        if (
            _is_late(late, told)
            and not _pattern("theirs").search(late)
            and _tells(told, may_be=_UNSURE.search(late) is not None)
        ):
            return Understood((_notice(late, told),), tuple(_unkept(text, low, told)))
    if _pattern("both").search(low) is not None and not any(
        one.role in _DUE or _ADDED.search(low[: one.length_start]) for one in times_in(low)
    ):
        return Understood((_notice(low, low),))
    return None


def _is_late(late: str, told: str) -> bool:
    """Whether it takes longer; "if not" does where it is told why, or when."""
    if late == "not":
        return _said("why", told) or _said("when", told)
    return _pattern("late").search(late) is not None


def _tells(told: str, *, may_be: bool) -> bool:
    """Whether people are told something that can be checked, and not by a time of its own.

    "If you wait, we tell you within 15 minutes" is a promise. Where it "may take longer" the time
    is the one that was promised.
    """
    due = [one for one in times_in(told) if one.role in _DUE and not one.vague]
    if due and not (may_be and len(due) == 1 and _TOLD_BY.search(told[: due[0].start])):
        return False
    rest = _pattern("kept_informed").sub(" ", told)
    return _pattern("told").search(rest) is not None


def _halves(text: str, low: str) -> Iterator[tuple[str, str]]:
    """Return the ways to take a sentence for what takes longer and what is told then."""
    taken = frame(text)
    words, span = taken.before or taken.after, taken.before_span
    if words:
        span = span if taken.before else taken.after_span
        rest = f"{low[: span[0]]} {low[span[1] :]}" if taken.before else low[: span[0]]
        yield normal(words), rest.strip(" ,;")
    if taken.before:
        return
    for asked in _ASKED.finditer(low):
        # "Let you know if it takes longer"; what is promised besides is none of this.
        told = low[: asked.start()]
        if vague_in(told) is None and not times_in(told):
            yield low[asked.end() :], told
    if _OPENING.match(low) and (found := _pattern("late").search(low)) is not None:
        # "Where more time is needed the student is told".
        yield low[: found.end()], low[found.end() :]
    for turn in _TURNS.finditer(low):
        late = low[: turn.start()]
        if _UNSURE.search(late):
            yield late, low[turn.end() :]


_ASKED = re.compile(r" (?:if|when|whenever|as soon as|should|in the event that) ")
_OPENING = re.compile(r"(?:if|where|when|whenever|should) ")
# "A further five days" are added to the time that a case goes beyond.
_ADDED = re.compile(
    r"\b(?:further|another|additional|extra|(?:extension|extended?)(?: (?:of|by|to|for))?"
    r"(?: (?:up to|a maximum of))?) $"
)
# "Some take longer", "it may be delayed": what is told of, not what is promised.
_UNSURE = re.compile(
    r"\b(?:may|might|can|could|sometimes|some|at times|now and then|occasionally|from time to time|"
    r"usually|often|complex|complicated|there (?:is|are))\b"
)


def _notice(late: str, told: str) -> LateNotice:
    length = next((one for one in times_in(late) if _is_length(late, one)), None)
    after = length.limit if length is not None else None
    return LateNotice(
        after=after if isinstance(after, Duration) else None,
        why=_said("why", told),
        when=_said("when", told),
        subject=next((one.name for one in subjects_in(late)), None),
        strength=_strength(told),
    )


def _said(name: str, told: str) -> bool:
    return ENGLISH.compiled(ENGLISH.words("pledges.patterns")[name]).search(told) is not None


def _strength(told: str) -> Strength:
    if hedge_in(told) is not None:
        return Strength.AIM
    return Strength.SHOULD if should_in(told) else Strength.MUST


def _is_length(late: str, phrase: TimePhrase) -> bool:
    if phrase.vague or phrase.anchor is not None or phrase.role not in _ROLES_OF_LENGTH:
        return False
    return _ADDED.search(late[: phrase.length_start]) is None


def _unkept(text: str, low: str, told: str) -> Iterator[Finding]:
    """Return what is said of a time by which people are told of the delay."""
    place = low.find(told)
    for phrase in times_in(told):
        if place < 0 or phrase.vague or phrase.role != "limit":
            continue
        start, end = place + phrase.start, place + phrase.end
        yield Finding(
            "TX06",
            Severity.WARNING,
            f'I have made no use of "{text[start:end].strip()}": news of a delay is due before the '
            "time of the promise has passed.",
            start,
            end,
        )

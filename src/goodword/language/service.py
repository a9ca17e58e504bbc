"""Words of service found in a sentence: channels, kinds of case, what is promised, how firmly."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass
from decimal import Decimal

from goodword.language.en import lexicon as en
from goodword.language.number import NUMBER, value_of
from goodword.language.word import singular, slug

_CHANNELS = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{pattern}))" for name, pattern in en.CHANNELS.items())
)
_METRICS = tuple((name, re.compile(rf"\b(?:{pattern})")) for name, pattern in en.METRICS)
_DONE = re.compile(rf"\b(?:{en.DONE})")
_SUBJECTS = tuple((name, re.compile(rf"\b(?:{pattern})")) for name, pattern in en.SUBJECTS.items())
_PRIORITY = re.compile(rf"\b(?:{en.PRIORITIES})")
_PRIORITY_WORD = re.compile(
    rf"\b(?P<word>{en.PRIORITY_WORDS})(?:[ -](?:priority|severity))?"
    r"(?= (?:issues?|incidents?|cases?|tickets?|faults?|requests?|repairs?|enquir\w+|jobs?|problems?|"
    r"calls?|matters?|complaints?|queries)\b|:| - |$| priority\b)"
)
_SHARE = re.compile(
    rf"(?P<percent>\d+(?:\.\d+)?) ?(?:%|per ?cent\b|percent\b)"
    rf"|(?P<part>{NUMBER}) (?:times |cases |calls )?(?:out of|in|of) (?:every )?(?P<whole>ten|10|twenty|20|five|5|100)\b"
    rf"(?! (?:working|business|days?|hours?|minutes?|seconds?|weeks?))"
    rf"|(?P<words>{NUMBER}) per ?cent\b"
    r"|(?P<fraction>half|a quarter|three quarters|three-quarters|two thirds|two-thirds|a third)(?= of (?!an? |the (?:price|fee|cost)))"
)
_FRACTIONS = {
    "half": Decimal("0.5"),
    "a quarter": Decimal("0.25"),
    "three quarters": Decimal("0.75"),
    "two thirds": Decimal("0.6667"),
    "a third": Decimal("0.3333"),
}
_AIM = re.compile(en.AIM)
_SHOULD = re.compile(en.SHOULD)
_MOST = re.compile(en.MOST)
_VAGUE = re.compile(en.VAGUE)
_NUMBER_WORDS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a meaning, and where it stands. `weak` words give way to others."""

    name: str
    start: int
    end: int
    weak: bool = False


def channels_in(text: str) -> tuple[Word, ...]:
    """Return the channels named in small letters, in order."""
    return tuple(
        Word(match.lastgroup, match.start(), match.end())
        for match in _CHANNELS.finditer(text)
        if match.lastgroup
    )


def metrics_in(text: str) -> tuple[Word, ...]:
    """Return the words that say what is promised, in order; the special hides the general."""
    found: list[Word] = []
    for name, pattern in _METRICS:
        for match in pattern.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Word(name, match.start(), match.end()))
    for match in _DONE.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            found.append(Word("resolution", match.start(), match.end(), weak=True))
    return tuple(sorted(found, key=lambda one: one.start))


def subjects_in(text: str) -> tuple[Word, ...]:
    """Return the kinds of case and the priorities named in small letters, priorities first."""
    found = [
        Word(_priority(match[0]), match.start(), match.end()) for match in _PRIORITY.finditer(text)
    ]
    if not found:
        found = [
            Word(slug(match["word"]), match.start(), match.end())
            for match in _PRIORITY_WORD.finditer(text)
        ]
        # "Routine repairs" alone are repairs; beside urgent ones they are a priority.
        if not any(one.name not in {"normal", "standard", "routine"} for one in found) and (
            "priority" not in text
        ):
            found = []
    if found:
        return tuple(found)
    words = [
        Word("request" if name == "request" else name, match.start(), match.end())
        for name, pattern in _SUBJECTS
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(words, key=lambda one: one.start))


def _priority(words: str) -> str:
    found = re.match(r"([a-z]+)[ -]?(?:level )?(\w+?)(?: (complaint)s?)?$", words)
    if found is None:
        return slug(words)
    kind, number = found[1], _NUMBER_WORDS.get(found[2], found[2])
    kind = {"p": "priority", "sev": "severity"}.get(kind, kind)
    return slug(f"{kind} {number} {found[3] or ''}")


def shares_in(text: str) -> tuple[tuple[int, int, Decimal], ...]:
    """Return the shares in small letters with their places: `90%`, `nine out of ten`."""
    found = []
    for match in _SHARE.finditer(text):
        if match["percent"]:
            share = Decimal(match["percent"]) / 100
        elif match["words"]:
            share = value_of(match["words"]) / 100
        elif match["fraction"]:
            share = _FRACTIONS[match["fraction"].replace("-", " ")]
        else:
            share = value_of(match["part"]) / value_of(match["whole"])
        if 0 < share <= 1:
            found.append((match.start(), match.end(), share.normalize()))
    return tuple(found)


def hedge_in(text: str) -> tuple[int, int] | None:
    """Return where a hedge stands ("we aim to", "usually"), if one does."""
    match = _AIM.search(text)
    return match.span() if match else None


def should_in(text: str) -> bool:
    """Whether the sentence says "should"."""
    return _SHOULD.search(text) is not None


def most_in(text: str) -> tuple[int, int] | None:
    """Return where a share without a number stands ("most calls")."""
    match = _MOST.search(text)
    return match.span() if match else None


def vague_in(text: str) -> tuple[int, int] | None:
    """Return where a word stands that sounds like a time and is none ("promptly")."""
    match = _VAGUE.search(text)
    return match.span() if match else None


def noun_slug(words: str) -> str:
    """Return a noun in the singular as a slug: "complaint records" is `complaint_record`."""
    parts = words.strip(" .,;").split()
    if not parts:
        return ""
    parts[-1] = singular(parts[-1])
    return slug(" ".join(parts))

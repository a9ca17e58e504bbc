"""A sentence with several times, in stretches: each time with the words that belong to it."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass
from itertools import pairwise

from goodword.document.condition_text import frame
from goodword.document.time_numbers import numbers_in, unit_said
from goodword.language.cued import Cued
from goodword.language.number import NUMBER
from goodword.language.time_phrase import times_in
from goodword.policy.quantity import Unit

# Where one stretch ends and the next begins, the surest first.
_ENDS = re.compile(r"; ?(?:(?:and|but|or) )?|(?<![. ][a-z])\. (?=[a-z])| · ")
_JOINTS = (
    re.compile(
        r",? (?:and|but|while|whereas) (?:(?:then|also) )?(?=(?:we|you|they|it|the|our|your|a|an|any|all|will|shall|to)\b)|"
        r", (?:and|but|while|whereas|with|then) (?:then )?|,? (?=failing (?:which|that)\b)| [–-] "
    ),
    re.compile(
        r",? (?:and|then|but|followed by) (?:then )?|,? with (?=(?!in\b|within\b|inside\b)[a-z]+ )"
    ),
    re.compile(
        rf", (?:or )?| or | / | \((?!or |exclud|except|not |ignor|includ|i\.?e\.?|that is|of which|from |after |measured|count)(?=[^()]*(?:\d|\b(?:{NUMBER})\b)[^()]*\))"
    ),
)
# Behind the last time: where something of another kind begins.
_TAIL = re.compile(
    r",? (?:and|but|or) (?=(?:if|should|where|when|once|in case|in the event|otherwise|else)\b)|, (?:and|but) |"
    r",? (?=failing (?:which|that)\b)|, (?=(?:or )?(?:else|otherwise)\b)|,? (?=in default of|after (?:that|which)\b)|, (?=if (?:not|they|it|we|this|that)\b)|"
    r" and (?=hourly|weekly|daily|every|may\b|tell|keep|at\b)|, (?=(?:after which|which may|who (?:may|will)|over which|with)\b)"
)
_NO_LIMIT = {"after", "at least", "per", "for"}
_OPENS = re.compile(
    r"(?:if|when|where|once|should|unless|provided|after|on|upon|for|from|in|at|during|as|before|whenever|subject to|excluding|by|whether|outside)\b"
)
_LEADS = re.compile(r"^(?:(?:and|but|also|with|while|whereas|followed by|so|or)\b|[,;–-]| )+")
_MORE = re.compile(r" more (?=(?:working )?(?:second|minute|hour|day|week|month)s\b)")
_IDLE = Cued(
    r"(?: |-)(?:old|ago|of age|notice)\b|'? notice\b| (?:a|per|each|every) (?:day|week|month|year)\b",
    " a day| a month| a week| a year| each | every | old| per |-old|ago|notice|of age",
)
# Behind a comma: what goes on, and what says no more than for which cases another time holds.
_NO_MAIN = re.compile(
    r",? (?:and|or) (?!if\b|when\b|where\b)|,? (?:(?:all |any )?other|others|the rest|all else|everything else|non-urgent|less urgent|routine)\b(?![^.;]*\b(?:is|are|will|must|should|be|has|have)\b)"
)
_LEAST = 12
_NONE = -1


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words from one joint to the next, and how many times stand in them.

    `start` and `end` are their places, `joint` where the joint before them begins. `words` are
    those words by themselves, with the unit of an earlier time behind a number that has none.
    """

    joint: int
    start: int
    end: int
    words: str
    times: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """A time: where its bound begins and where it ends, and how it is said in full."""

    start: int
    end: int
    rings: bool = False
    said: str = ""

    def is_twice(self, other: "_Mark", low: str) -> bool:
        """Whether two times are one, said in rings and in seconds."""
        between = low[self.end : other.start].strip(" ,()")
        return self.rings != other.rings and between in {"", "or", "/"}


def stretches_of(text: str, low: str) -> tuple[Stretch, ...]:
    """Return the stretches of a sentence with its times, none where it is all one.

    `low` are its small letters. Where several joints stand between two times, the surest parts them.
    """
    marks = _marks(low)
    if not marks or low.startswith("for example"):
        return ()
    hangs = _hangs(text, low, marks)
    cuts = [found.span() for found in _ENDS.finditer(low)]
    for one, other in pairwise(marks):
        if not any(one.end <= cut[0] and cut[1] <= other.start for cut in cuts):
            start = max((cut[1] for cut in cuts if cut[1] <= one.start), default=0)
            joint = _joint(low, start, one, other, hangs)
            if joint is not None:
                cuts.append(joint)
    if not any(cut[0] >= marks[-1].end for cut in cuts):
        start = max((cut[1] for cut in cuts if cut[1] <= marks[-1].start), default=0)
        tail = _TAIL.search(low, max(marks[-1].end, hangs))
        if (
            tail is not None
            and len(low) - tail.end() > _LEAST
            and not _ends_condition(low, start, tail)
        ):
            cuts.append(tail.span())
    if not cuts:
        return ()
    edges = [(0, 0), *sorted(cuts), (len(low), len(low))]
    return tuple(
        _stretch(text, one, other[0], marks) for one, other in pairwise(edges) if other[0] > one[1]
    )


def _marks(low: str) -> list[_Mark]:
    """Return the times of a sentence, and the numbers that count in the unit of one before."""
    all_said = times_in(low)
    said = [
        one
        for one in all_said
        if not one.vague
        and one.role not in _NO_LIMIT
        and (one.unit is not Unit.YEAR or one.anchor is not None)
        and not _IDLE.match(low, one.end)
    ]
    marks = [
        _Mark(
            one.start,
            one.end,
            bool(one.rings),
            f"{low[one.start : one.end]} {unit_said(one, low)}" if one.is_short else "",
        )
        for one in said
    ]
    marks += [_Mark(one.start, one.end, said=one.said) for one in numbers_in(low, said, all_said)]
    return sorted(marks, key=lambda one: one.start)


def _hangs(text: str, low: str, marks: list[_Mark]) -> int:
    """Return where the condition that leads a sentence ends, up to which it is all one.

    What goes on without a verb is no main clause: "where life is at risk somebody is with you in
    two hours, other jobs in 24" has its own before the comma.
    """
    end = frame(text).before_span[1]
    if not any(one.end <= end for one in marks):
        return end
    return _NONE if _NO_MAIN.match(low, end) else end


def _joint(low: str, start: int, one: _Mark, other: _Mark, hangs: int) -> tuple[int, int] | None:
    """Return the joint between two times; None where both belong to one stretch.

    A stretch that opens with its time ends at the last joint before the next, any other at the
    first behind it. No joint stands before `hangs`, where a leading condition ends.
    """
    if one.is_twice(other, low):
        return None
    opened = not low[start : one.start].strip(" ,")
    found = [
        [
            each.span()
            for each in joints.finditer(low, one.end)
            if each.end() <= other.start
            and each.start() > hangs
            and (hangs == _NONE or not _ends_condition(low, start, each))
        ]
        for joints in _JOINTS
    ]
    # "Drafts - 2": a dash before a number parts nothing where another joint stands.
    sure = [[each for each in some if not _is_dash(low, each, other)] for some in found]
    chosen = next((some for some in (*sure, *found) if some), None)
    return (chosen[-1] if opened else chosen[0]) if chosen else None


def _is_dash(low: str, joint: tuple[int, int], mark: _Mark) -> bool:
    return joint[1] == mark.start and low[joint[0] : joint[1]].strip() in {"-", "–"}


def _ends_condition(low: str, start: int, joint: re.Match[str]) -> bool:
    """Whether a comma only ends the condition that opens a stretch."""
    opens = joint[0].startswith(",") and _OPENS.match(low, start) is not None
    before = low[start : joint.start()]
    return opens and ", " not in before and ": " not in before


def _stretch(text: str, joint: tuple[int, int], end: int, marks: list[_Mark]) -> Stretch:
    start = joint[1]
    inside = [one for one in marks if start <= one.start < end]
    words = text[start:end]
    for one in reversed(inside):
        if one.said:
            words = f"{words[: one.start - start]}{one.said}{words[one.end - start :]}"
    words = _LEADS.sub("", _MORE.sub(" ", words)).strip(" ,;").rstrip(".")
    if ")" in words and "(" not in words:
        words = words.replace(")", "")
    return Stretch(joint[0], start, end, words, len(inside))

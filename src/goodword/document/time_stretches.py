"""A sentence with several times, in stretches: each time with the words that belong to it."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass
from itertools import pairwise

from goodword.document.condition_text import frame
from goodword.language.number import NUMBER, value_of
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.quantity import Counting, Duration, Unit

# A number by itself that counts in the unit of a time before it: "and repaired in 12".
_BARE = re.compile(
    rf"(?:(?<=\W)|^)(?P<bound>by day|day|within|inside|in|no (?:later|longer|more) than|not (?:later|longer|more) than|up to|under|at most|at|takes?|be|becomes?|to|:|–|-|,|or|and|\()"
    rf" ?(?:(?:an? |the )?(?:further|additional|extra|same|another) )?(?P<num>{NUMBER}|\d{{1,3}})(?:(?P<more> more))?(?![.,:]\d)"
    r"(?=\W*$|[,.;:)]| (?:and|or|but|if|when|where|for|once|unless|at|of (?:that|those|the|your|our|its|this)|after|from|during|in|on|who|which|to|with|outside|otherwise|elsewhere|thereafter|depending|provided|then|–|-) ?)"
)
# "…, replacements 3": a label and a number, where a list has said its unit.
_LISTED = re.compile(
    rf"(?<=[,;] )(?:and )?(?P<bound>)(?:[a-z][a-z/-]+ ){{1,3}}(?P<num>{NUMBER}|\d{{1,3}})(?![.,:]\d)(?=[,;.]|$)"
)
# Behind one of these a number is a name, a share or a part of one.
_NAMED = re.compile(
    r"(?:\b(?:stage|level|tier|step|priority|severity|sev|band|category|class|grade|p|cat|room|line|option|clause|section|page|phase|part|team|article|rule|act|form|size)s?(?: \w+)?|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine)(?: out)?|%|:\d\d) (?:in|of|or|to|and|-|,)? ?$|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine) \w+ (?:in|of|out of) $"
)
# Where one stretch ends and the next begins, the surest first.
_ENDS = re.compile(r"; ?(?:(?:and|but|or) )?|(?<![. ][a-z])\. (?=[a-z])| · ")
_JOINTS = (
    re.compile(
        r",? (?:and|but|while|whereas) (?:(?:then|also) )?(?=(?:we|you|they|it|the|our|your|a|an|any|all|will|shall|to)\b)|"
        r", (?:and|but|while|whereas|with|then) (?:then )?|,? (?=failing (?:which|that)\b)| [–-] "
    ),
    re.compile(r",? (?:and|then|but|followed by) (?:then )?|,? with (?=[a-z]+ )"),
    re.compile(rf", (?:or )?| or | \((?=[^()]*(?:\d|\b(?:{NUMBER})\b)[^()]*\))"),
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
_IDLE = re.compile(
    r"(?: |-)(?:old|ago|of age|notice)\b|'? notice\b| (?:a|per|each|every) (?:day|week|month|year)\b"
)
_LEAST = 12


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
    """A time: where its bound begins and where it ends, and the unit that it lacks."""

    start: int
    end: int
    rings: bool = False
    unit: str = ""
    by_day: int = 0

    def is_twice(self, other: "_Mark", low: str) -> bool:
        """Whether two times are one, said in rings and in seconds."""
        between = low[self.end : other.start].strip(" ,()")
        return self.rings != other.rings and between in {"", "or"}


def stretches_of(text: str, low: str) -> tuple[Stretch, ...]:
    """Return the stretches of a sentence with its times, none where it is all one.

    `low` are its small letters. Where several joints stand between two times, the surest parts them.
    """
    marks = _marks(low)
    if not marks or low.startswith("for example"):
        return ()
    hangs = frame(text).before_span[1]
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
    lengths = [one for one in said if isinstance(one.limit, Duration) and not one.rings]
    marks = [_Mark(one.start, one.end, bool(one.rings)) for one in said if not one.is_short]
    marks += [_Mark(one.start, one.end, unit=_unit(one)) for one in said if one.is_short]
    numbers = (*_BARE.finditer(low), *_LISTED.finditer(low)) if lengths else ()
    for found in numbers:
        place = found.start("num")
        before = [one for one in lengths if one.end <= place]
        taken = any(one.start < found.end("num") and place < one.end for one in all_said)
        if not before or taken or not _counts(low, found):
            continue
        if any(one.start <= place < one.end for one in marks):
            continue
        start = found.start() if found["bound"][:1].isalpha() else place
        if found["bound"].endswith("day"):
            day = next((one for one in reversed(before) if one.unit is Unit.DAY), None)
            unit = _unit(day) if day is not None else "days"
            value = value_of(found["num"])
            marks.append(_Mark(found.start(), found.end(), unit=unit, by_day=int(value)))
        else:
            marks.append(_Mark(start, found.end(), unit=_unit(before[-1])))
    return sorted(marks, key=lambda one: one.start)


def _counts(low: str, found: re.Match[str]) -> bool:
    """Whether a number by itself counts time, and is no name, share, amount or hour of the day."""
    place = found.start("num")
    if _NAMED.search(low[:place]) or low[place - 1 : place] in {"$", "£", "€"}:
        return False
    if found["bound"] in {"at", "to", "and"}:
        # "Told at 30", never "9 to 5".
        return found["bound"] == "at" and not low[found.end() :].strip(" .;,)")
    return True


def _unit(phrase: TimePhrase) -> str:
    working = "working " if phrase.counting is Counting.WORKING else ""
    return f"{working}{phrase.unit}s"


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
            for each in joints.finditer(low, one.end, other.start + 1)
            if each.end() <= other.start
            and each.start() > hangs
            and not _ends_condition(low, start, each)
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
    return opens and ", " not in low[start : joint.start()]


def _stretch(text: str, joint: tuple[int, int], end: int, marks: list[_Mark]) -> Stretch:
    start = joint[1]
    inside = [one for one in marks if start <= one.start < end]
    words = text[start:end]
    for one in reversed(inside):
        at = one.end - start
        if one.by_day:
            words = f"{words[: one.start - start]}within {one.by_day} {one.unit}{words[at:]}"
        elif one.unit:
            words = f"{words[:at]} {one.unit}{words[at:]}"
    words = _LEADS.sub("", _MORE.sub(" ", words)).strip(" ,;").rstrip(".")
    if ")" in words and "(" not in words:
        words = words.replace(")", "")
    return Stretch(joint[0], start, end, words, len(inside))

"""The stretches of a sentence that have a deadline of their own, in any language."""

import re
from dataclasses import dataclass
from itertools import pairwise

from goodword.document.form_sentence import FormSentence
from goodword.language.service import channels_in, subjects_in, vague_in
from goodword.language.time_phrase import TimePhrase


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the sentence with one deadline of its own."""

    start: int
    end: int
    time: TimePhrase


def pieces_of(it: FormSentence, times: list[TimePhrase]) -> list[Piece]:
    """Return the stretches between the joints that part one deadline from the next."""
    joints = list(it.pack.pattern("patterns.joints").finditer(it.low))
    cuts = [_after_vague(it, joints, times[0])]
    for before, after in pairwise(times):
        between = [one for one in joints if before.end <= one.start() < after.start + 1]
        cuts.append(between[0].end() if between else before.end)
    ends = [*cuts[1:], len(it.low)]
    return [Piece(start, end, time) for start, end, time in zip(cuts, ends, times, strict=True)]


def _after_vague(it: FormSentence, joints: list[re.Match[str]], first: TimePhrase) -> int:
    """Return where what has a time begins, behind what has only a vague one.

    "We answer calls at once, and letters within ten days": the ten days are for letters.
    """
    vague = vague_in(it.low, it.pack)
    if vague is None or vague[1] > first.start:
        return 0
    behind = [one.end() for one in joints if vague[1] <= one.start() and one.end() <= first.start]
    known = behind and (*channels_in(it.low, it.pack), *subjects_in(it.low, it.pack))
    if not known or not any(behind[-1] <= one.start < first.end for one in known):
        return 0
    return behind[-1]

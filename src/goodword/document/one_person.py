"""A sentence of somebody who works alone, read as a business says it: "I reply" is "we reply"."""

import re
from dataclasses import dataclass, replace

from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.language.memory import remembered

_HERE = Cued(r"\b(?:I|[Mm]e|[Mm]y|mine|myself)\b", "I|Me|My|me|mine|my")
# What others say stands in quotes and is left alone.
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
# "Stage I" is a number, and "My Account" a name.
_NUMBERED = re.compile(
    r"(?i)\b(?:stage|level|part|type|class|category|tier|phase|grade|step|schedule)s? $"
)
_ONE = re.compile(
    r"\bI(?P<verb> am| was|'m|’m)\b|\b(?P<word>I|[Mm]e|[Mm]yself|[Mm]y(?! [A-Z][a-z]+)|[Mm]ine)\b"
)
_MANY = {"i": "we", "me": "us", "my": "our", "mine": "ours", "myself": "ourselves"}
_VERBS = {" am": " are", " was": " were", "'m": "'re", "’m": "’re"}
_SEVERAL = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?P<we>we)(?P<verb> are\b| were\b|'re\b|’re\b)?|\b(?P<other>us|our|ours|ourselves)\b",
    re.IGNORECASE,
)
_SINGLE = {"us": "me", "our": "my", "ours": "mine", "ourselves": "myself"}
_SINGLE_VERBS = {" are": " am", " were": " was", "'re": "'m", "’re": "’m"}


@dataclass(frozen=True, slots=True)
class OnePerson:
    """A sentence with "we" for "I", and where it was changed.

    Each change is the place in the new text and in the old behind which both run alike. `alone` is
    True where the sentence speaks of one person only, so that words offered back do so too.
    """

    text: str
    changes: tuple[tuple[int, int], ...] = ()
    alone: bool = False

    def back(self, understood: Understood) -> Understood:
        """Return the same with its findings in the author's places and person."""
        if not self.changes:
            return understood
        findings = tuple(self._finding(one) for one in understood.findings)
        return replace(understood, findings=findings)

    def _finding(self, one: Finding) -> Finding:
        fix = in_singular(one.fix) if self.alone else one.fix
        return replace(one, start=self._place(one.start), end=self._place(one.end), fix=fix)

    def _place(self, place: int) -> int:
        new, old = 0, 0
        for change in self.changes:
            if place < change[0]:
                break
            new, old = change
        following = [change for change in self.changes if change[0] > place]
        at = old + place - new
        return min(at, following[0][1]) if following else at


@remembered(1_024)
def in_plural(text: str) -> OnePerson:
    """Return the text as several people would say it; quoted words stay as they are."""
    if _HERE.search(text) is None:
        return OnePerson(text)
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    made: list[str] = []
    changes: list[tuple[int, int]] = []
    place, length = 0, 0
    for found in _ONE.finditer(text):
        if any(start <= found.start() < end for start, end in quoted):
            continue
        if text[found.start()] == "I" and _NUMBERED.search(text[: found.start()]):
            continue
        word = found["word"] or "I"
        several = _MANY[word.lower()] + _VERBS.get(found["verb"] or "", "")
        first = found.start() == 0 or (word != "I" and word[0].isupper())
        several = several[0].upper() + several[1:] if first else several
        made.extend((text[place : found.start()], several))
        length += found.start() - place + len(several)
        place = found.end()
        changes.append((length, place))
    if not changes:
        return OnePerson(text)
    made.append(text[place:])
    return OnePerson("".join(made), tuple(changes), alone=_SEVERAL.search(text) is None)


def in_singular(text: str) -> str:
    """Return the text as one person would say it."""
    return _BACK.sub(_single, text)


def _single(found: re.Match[str]) -> str:
    if found["we"]:
        return "I" + _SINGLE_VERBS.get((found["verb"] or "").lower(), "")
    word = _SINGLE[found["other"].lower()]
    return word.capitalize() if found["other"][0].isupper() else word

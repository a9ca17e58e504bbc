"""Lines that tell what to do in one moment: its heading or lead-in, and steps without numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodword.document.blocks import BlockKind
from goodword.document.moment_headed import moment_headed
from goodword.document.moment_parted import Parted
from goodword.document.opened import ReadLine
from goodword.document.setting import Setting
from goodword.document.steps import PEOPLE_SAY, step_of, strength_of
from goodword.document.team_step import team_step
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.policy.authority import Prohibition
from goodword.policy.duty import Escalation
from goodword.policy.situation import Phrase, Situation
from goodword.problem import Severity

_FEWEST = 2
_LINES = {BlockKind.ITEM, BlockKind.PARAGRAPH}
# What a line becomes where it is told as a step of its own.
_STEPS = (Situation, Escalation, Prohibition, Phrase)
# "If it goes on, you may end the call", "Anyone threatened should ring 999".
_THEN = re.compile(
    r"^(?:if|when|once|unless|should) [^,]{3,80}, (?:then )?"
    r"(?:(?:you|we|staff|they|the [\w -]{3,30}?) (?:may|can|must|should|will) )?(?P<does>[a-z]+)\b"
)
_WHO = re.compile(
    r"^(?:anyone|anybody|everyone|everybody|staff|whoever)(?: [\w-]+){0,4}? "
    r"(?:may|can|must|should) (?:(?:also|always|then|not) )*(?P<does>[a-z]+)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A moment that the lines from `start` up to `end` tell together."""

    start: int
    end: int
    situation: Situation


def moments_told(done: Sequence[ReadLine], title: str, setting: Setting) -> Iterator[Told]:
    """Yield the moments that two lines or more tell, one after the other, in their order.

    A promise, an authority or a goal among them stays a clause of its own and ends the run: it is
    counted apart. The moment is one of those who are served, never "When you write to us".
    """
    names = [_moment(each, title) for each in done]
    start = 0
    while start < len(done):
        name, end = names[start], start
        while name is not None and end < len(done) and names[end] == name:
            if not _is_step(done[end], name[0], setting):
                break
            end += 1
        run = done[start:end]
        if name is not None and len(run) >= _FEWEST and any(one.understood.clauses for one in run):
            steps = tuple(step_of(one.line.text.plain, setting) for one in run)
            yield Told(
                start, end, Situation(name=name[0], steps=steps, strength=strength_of(steps))
            )
        start = max(end, start + 1)


def _moment(each: ReadLine, title: str) -> tuple[str, int] | None:
    """Return the moment above a line and where it is named, None where none is."""
    line = each.line
    if line.block.kind not in _LINES or line.forced or line.leads or line.block.number:
        return None
    above = title if line.lead is None else line.lead.plain
    name = moment_headed(above)
    if name is None:
        return None
    return name, line.lead.offsets[0] if line.lead is not None else -1


def _is_step(each: ReadLine, moment: str, setting: Setting) -> bool:
    """Whether a line tells a step: what to do, without a time of its own that is promised."""
    understood, plain = each.understood, each.line.text.plain
    low = normal(plain)
    asked = understood.almost or any(one.severity is Severity.ERROR for one in understood.findings)
    of_other_kind = not all(isinstance(one, _STEPS) for one in understood.clauses)
    if asked or of_other_kind or PEOPLE_SAY.match(low) is not None:
        return False
    if any(isinstance(one, Situation) and one.name == moment for one in understood.clauses):
        return True
    if ENGLISH.pattern("moments.told_in_order").match(low) is not None:
        return True
    for pattern in (_THEN, _WHO):
        if (found := pattern.match(low)) is not None:
            return ENGLISH.pattern("behaviour.moment_does").match(found["does"]) is not None
    return team_step(Parted(moment, plain, above=True), setting) is not None

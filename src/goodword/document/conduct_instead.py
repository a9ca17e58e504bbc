"""What is done whenever people and we meet, though it is said as a moment: "If you ring us, …"."""

# ruff: noqa: PLR0911  (a list of cases)

import re
from dataclasses import replace

from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.policy.clause import Strength
from goodword.policy.situation import Conduct, Situation, StepKind

_PASSIVE = re.compile(
    r"(?P<thing>[A-Z][\w' -]{2,50}?) (?:will|shall|must|should)(?: always)? be (?P<done>\w+ed\b.*)$"
)
_KINDS = {StepKind.DO, StepKind.SAY, StepKind.RECORD, StepKind.OFFER, StepKind.TELL}


def conduct_instead(read: Understood, text: str) -> Understood | None:
    """Return conduct for a moment that is only that people call, come or write; else None.

    "If you telephone us, we will give our name" is done in every such case.
    """
    if len(read.clauses) != 1 or type(read.clauses[0]) is not Situation:
        return None
    own = read.clauses[0]
    if len(own.steps) != 1 or own.steps[0].kind not in _KINDS or own.emergency:
        return None
    if own.steps[0].role is not None or own.steps[0].amount is not None:
        return None
    words = own.steps[0].words.strip().rstrip(".")
    name = normal(own.name)
    if ENGLISH.pattern("conduct.everyday").match(name) is None:
        return None
    low = normal(words)
    ours = ENGLISH.pattern("conduct.everyday_does").match(low)
    order = ENGLISH.pattern("conduct.ordered").match(low)
    passive = _PASSIVE.match(words) if ours is None and order is None else None
    if ours is None and order is None and passive is None:
        return None
    does = words[ours.end() :] if ours is not None else f"{words[:1].lower()}{words[1:]}"
    if passive is not None:
        thing = passive["thing"]
        be = "are" if re.search(r"(?<!s)s$", thing) else "is"
        does = f"see that {thing[:1].lower()}{thing[1:]} {be} {passive['done']}"
    if " " not in does.strip():
        return None
    mild = own.strength is Strength.SHOULD
    made = Conduct(
        does=f"{does} (when {own.name})",
        role=ANYONE,
        strength=Strength.SHOULD if mild else Strength.MUST,
    )
    rest = tuple(one for one in read.findings if one.code != "RD01")
    doubts = (unsure(text, (made,)),) if len(rest) < len(read.findings) else ()
    return replace(read, clauses=(made,), findings=(*rest, *doubts))

"""Rules of several steps in one sentence: "The clerk may give £5; a supervisor, £20".

The first step is a sentence of its own. Each later one has a role of its own and says what changes:
an amount, a number, who does it, or another deed.
"""

# ruff: noqa: PLR0911  (a reader is one list of cases)

import re
from collections.abc import Sequence
from itertools import pairwise

from goodword.document.authority_beyond import own_and_above
from goodword.document.authority_mentions import Mention, mentions_in
from goodword.document.authority_role import PUBLIC
from goodword.document.authority_rung import first_rung, later_rung
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.authority_step import MARK, Rung, Steps
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.role import ANYONE
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause

# Where one step ends and the next begins, the strongest first.
_JOINTS = (
    re.compile(r";(?: and| but| while)? "),
    re.compile(r", (?:and |but |while |whereas )?"),
    re.compile(r" (?:and|but|while|whereas) "),
)
_CUES = ("; ", ", ", " and ", " but ", " while ")
# Whoever stands behind such a word is no step of a ladder.
_BESIDE = re.compile(
    r"(?:(?:\b(?:or|if|when|where|unless|except|in|not|without|from|that|until|after|before|once)"
    r"|[/&(]) ?)(?:by )?(?:the |an? |his |her |their |our )?$"
)
# Without one of these no role of a sentence may do anything.
_GRANTS = Cued(
    r" (?:may|can|by|belongs?|rests?|lies) |¤",
    " belong| by | can | lies | may | rest|¤",
)
_FEWEST = 2


def rungs(it: AuthoritySentence, read: Steps, topic: str = "") -> Understood | None:
    """Return what each step of a sentence says; None where it is no such sentence.

    `read` reads one step as a sentence, `topic` is what stands before a colon in front.
    """
    if not any(mark in it.low for mark in _CUES) or _GRANTS.search(it.shape) is None:
        return None
    roles = mentions_in(it.plain, it.setting)
    if len(roles) < _FEWEST or any(one.role == ANYONE for one in roles[1:]):
        return None
    if any(PUBLIC.match(it.low[one.start : one.end]) for one in roles):
        return None
    steps = _steps(_shape(it, roles), roles)
    if len(steps) < _FEWEST:
        return None
    first = first_rung(steps[0], it, read)
    if first is None:
        return None
    own = first.clauses[0]
    assert isinstance(own, Authority)
    made: list[Clause] = [own]
    findings = list(first.findings)
    for step in steps[1:]:
        said = later_rung(step, steps[0], own, it, read, topic)
        if said is None or not said.clauses:
            return None
        made.extend(said.clauses)
        findings.extend(said.findings)
    return Understood(own_and_above(tuple(made)), tuple(findings))


def lone_rung(it: AuthoritySentence) -> Understood | None:
    """Return what the one role of a sentence may do, whatever that is; None for other sentences."""
    roles = mentions_in(it.plain, it.setting)
    if len(roles) != 1 or roles[0].role == ANYONE:
        return None
    if PUBLIC.match(it.low[roles[0].start : roles[0].end]):
        return None
    return first_rung(Rung(_shape(it, roles).rstrip(" ,;."), 0, roles[0]), it, lambda _: None)


def _shape(it: AuthoritySentence, roles: Sequence[Mention]) -> str:
    """Return the sentence with each amount and each role as a run of marks."""
    shape = it.shape
    for one in roles:
        words = it.low[one.start : one.end]
        end = one.end - (2 if words.endswith("'s") else 1 if words.endswith("s'") else 0)
        shape = f"{shape[: one.start]}{MARK * (end - one.start)}{shape[end:]}"
    return shape


def _steps(shape: str, roles: Sequence[Mention]) -> list[Rung]:
    """Return a step for each role; none where two roles stand in one."""
    cuts = [0]
    for one, following in pairwise(roles):
        gap = shape[one.end : following.start]
        if _BESIDE.search(gap):
            return []
        joints = (list(each.finditer(gap)) for each in _JOINTS)
        joint = next((found[-1] for found in joints if found), None)
        if joint is None:
            return []
        cuts.extend((one.end + joint.start(), one.end + joint.end()))
    cuts.append(len(shape))
    return [
        Rung(shape[cuts[2 * at] : cuts[2 * at + 1]].rstrip(" ,;."), cuts[2 * at], one)
        for at, one in enumerate(roles)
    ]

"""Somebody else than before looks again: "reviewed by a manager who was not involved"."""

import re

from goodword.document.condition_text import condition_of
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE, role_slug
from goodword.policy.authority import Prohibition
from goodword.policy.clause import Strength

_CUES = (
    "involve|unconnected|connect|independent|no part|no direct|no previous|no prior|no earlier|"
    "not work|n't work|not consider|n't consider|not handle|n't handle|not dealt|n't dealt|"
    "senior to"
)
_CUE = Cued(_CUES, _CUES)
_MOST_WORDS = 5
_CLAUSE = re.compile(r"^(?:an?|the|any|another|one of (?:the|our)) ")


def fresh_eyes(low: str) -> re.Match[str] | None:
    """Return where a text in small letters says that somebody else than before looks again."""
    if _CUE.search(low) is None:
        return None
    for entry in ("stages.fresh_active", "stages.fresh_passive", "stages.fresh_is"):
        if (found := ENGLISH.pattern(entry).match(low)) is not None:
            return found
    return None


def fresh_owner(found: re.Match[str]) -> str | None:
    """Return the role that looks again; None where it may be anybody."""
    who = (found.groupdict().get("who") or "").strip(" ,").split(" or ")[0]
    if not who or ENGLISH.pattern("stages.anybody").match(who) is not None:
        return None
    bare = _CLAUSE.sub("", who)
    return role_slug(bare) if len(bare.split()) <= _MOST_WORDS and "@" not in bare else None


def looked_at_afresh(text: str) -> Understood | None:
    """Return that whoever handled a case before does not review it, where no stage is named."""
    low = normal(even(text).strip().rstrip("."))
    if fresh_eyes(low) is None:
        return None
    rule = Prohibition(
        role=ANYONE,
        action="review_complaints",
        others_may=True,
        strength=Strength.MUST_NOT,
        condition=condition_of("you handled them before"),
    )
    return Understood((rule,), (unsure(text, (rule,)),))

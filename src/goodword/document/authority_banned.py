"""What nobody may do, where no form of sentence says it: the words without what forbids them."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_mentions import mentions_of
from goodword.document.authority_sentence import AuthoritySentence
from goodword.language.role import ANYONE
from goodword.language.word import whole_slug
from goodword.policy.authority import Prohibition

_NOT = r"(?:never(?: ever)?|not(?:,? (?:ever|under any circumstances),?)?|under no (?:circumstances|conditions)|in no circumstances|n't|on no account)"
# Whoever is forbidden, then what.
_MODAL = re.compile(
    rf"^(?P<who>.*?)[ ,]*(?:\b(?:must|may|can|should|shall|will|are|is|do|does|ought)|'re)[ ,]*{_NOT}[ ,]*"
    r"(?:(?:to|allowed to|permitted to|authori[sz]ed to|empowered to|free to|entitled to) )?(?P<what>.+)$"
)
_CANNOT = re.compile(r"^(?P<who>.*?) (?:cannot|can't|won't|don't|mustn't) (?P<what>.+)$")
_NOBODY = re.compile(
    r"^(?:not even (?P<who>.+?)|nobody(?P<at>.*?)|no[- ]one(?P<at2>.*?)|none of us) (?:may|can|is to|is allowed to|should|must|ever|will)(?: ever)? (?P<what>.+)$"
)
_NEVER = re.compile(r"^(?P<who>)(?:please )?(?:never|do not|don't|on no account) (?P<what>.+)$")
_ENDS = re.compile(
    r"^(?P<what>.+?)(?::| -|,)? (?:(?:is|are|was|were)(?: \w+)? (?:off the table|prohibited|forbidden|banned|barred|out of the question|not on|out of bounds|unacceptable|never \w+|not (?:allowed|permitted|acceptable|done))|never|not allowed|prohibited|forbidden|no)\b.*$"
)
_FREE = re.compile(r"^(?:be |to |ever |even )+")
_TAIL = re.compile(r"[;:(].*$|, (?:however|whatever|no matter|nor|and|even)\b.*$")


def banned(it: AuthoritySentence, context: str) -> Prohibition | None:
    """Return the ban that a sentence is; None where nothing is left to forbid."""
    low = f"{context.lower()} {it.low}".strip() if context else it.low
    who, what = ANYONE, ""
    for pattern in (_NOBODY, _NEVER, _MODAL, _CANNOT, _ENDS):
        if (found := pattern.match(low)) is None:
            continue
        what = found["what"]
        if pattern is _MODAL or pattern is _CANNOT:
            named = mentions_of(found["who"], it.setting) if found["who"].strip() else ()
            who = named[-1].role if named else ANYONE
            if not named and found["who"].strip(" ,") not in _PEOPLE:
                what = f"{what} {found['who']}" if what.startswith("be ") else what
        break
    words = _FREE.sub("", _TAIL.sub("", what or low)).strip(" ,.")
    action = action_of(words) or whole_slug(words, limit=80)
    if not action:
        return None
    condition = it.condition
    return Prohibition(role=who, action=action, condition=condition, exception=it.exception)


_PEOPLE = frozenset({"", "we", "you", "they", "our people", "our staff", "it"})

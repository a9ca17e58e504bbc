"""What happens, as it stands in a sentence: "when a child is lost", "for concerns about a vet"."""

import re

from goodword.document.echo_amounts import spoken, uncapitalised
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy

# What is no sentence of its own: its noun stands last, or before what it is about.
_HEAD = re.compile(
    r"^(?:[\w'-]+ ){0,4}?(?P<head>[\w'-]+)"
    r"(?= (?:about|of|for|from|against|with|in|on|at|over|involving|to|by|or|and|that|which)\b"
    r"|,|:|$)"
)
_NOUN = re.compile(
    r"(?:accident|injur(?:y|ie)|breakdown|complaint|dispute|enquir(?:y|ie)|inquir(?:y|ie)|threat"
    r"|request|concern|emergenc(?:y|ie)|outage|fire|flood|leak|theft|storm|quer(?:y|ie)|claim"
    r"|appeal|breach|abuse|issue|problem|error|mistake|case|fraud|harm|loss|matter|question"
    r"|[a-z]{3,}(?:tion|ment|ity|ness|ance|ence|usal|sal))s?"
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|cannot|could|will|would|may|might"
    r"|must|should|not|you|they|we|it|he|she|there|someone|somebody)\b"
    r"|n't\b|'(?:s|re|ve) (?:an?|the|not)\b|^(?:at|in|on|with|after|before|by|still|to)\b"
)
_WHO = re.compile(
    r"(?i)(?:any(?:one|body)|every(?:one|body)|(?:any|every|all) [\w'-]+|[a-z]+s) who\b"
)


def happens(clause: Escalation, policy: Policy) -> str:
    """Return after what somebody is told, with the word that leads to it."""
    words = within(clause.event_words or spoken(clause.event or ""), policy)
    return f"{'For' if _is_thing(words) else 'When'} {words}"


def within(words: str, policy: Policy) -> str:
    """Return words that began a sentence as they stand within one; a name keeps its capital."""
    first = words.partition(" ")[0]
    if any(one.is_called and first in one.name.split() for one in policy.roles):
        return words
    return uncapitalised(words)


def _is_thing(words: str) -> bool:
    low = words.lower()
    if _WHO.match(low) is not None:
        return True
    head = _HEAD.match(low)
    if head is None or _NOUN.fullmatch(head["head"]) is None:
        return False
    # "Passenger reports injury" is a sentence: a word in -s before the last is what somebody does.
    does = any(one.endswith("s") and one[-2:] != "ss" for one in low[: head.start("head")].split())
    return not does and _SAYS.search(low) is None

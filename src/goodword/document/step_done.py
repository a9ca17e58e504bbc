"""A step that says what is done, and not who does it: "the caller will be written to"."""

import re

from goodword.document.step_marks import fits
from goodword.language.pack import ENGLISH
from goodword.language.verb import is_past

_BOUND = re.compile(r"\b(?:will|must|shall|should) (?:\w+ )?be\b")
_AGENTLESS = frozenset({"made", "called", "seen", "provided", "asked", "told", "invited"})


def is_done(low: str, moment: str) -> bool:
    """Whether a thing is done that anybody can see, in a moment that is more than a call."""
    found = ENGLISH.pattern("moments.passive").match(low)
    if found is None or not is_past(found["past"]):
        return False
    what, past, deed = found["what"], found["past"], low[found.start("past") :]
    if fits("moments.pays", low[found.end() :]) or fits("moments.no_past", deed):
        return False
    if fits("moments.no_thing", what) or ENGLISH.pattern("moments.contact").match(moment):
        return False
    return _is_done_to(what, past, deed, low)


def _is_done_to(what: str, past: str, deed: str, low: str) -> bool:
    if what == "you":
        return fits("moments.done_to_you", deed)
    if what == "they" or _ends_served(what):
        return fits("moments.done_to_them", deed) or past not in _AGENTLESS
    if what.startswith("your "):
        return fits("moments.done_to_yours", past)
    if fits("moments.told_whom", past):
        return fits("moments.called", low)
    if past in {"closed", "suspended"}:
        # "If it rains, the terrace is closed" only tells how it is.
        return fits("moments.closes", what) or _BOUND.search(low) is not None
    return fits("moments.may_be_made", low) if past == "made" else True


def _ends_served(what: str) -> bool:
    return any(one.end() == len(what) for one in ENGLISH.found("conduct.served", what))

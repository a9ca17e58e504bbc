"""Appointments of one sort: "you will have a routine appointment within two days"."""

import re

from goodword.document.scope_words import Scope
from goodword.language.normal import even

# What narrows an appointment to some: what is booked first, or with whom it is.
_SORT = (
    r"(?:routine|urgent|non-urgent|emergency|follow-up|follow up|standard|priority|same-day|new"
    r"|initial|second|specialist|private|telephone|phone|video|home|evening|weekend)"
)
_GOT = re.compile(
    r"\b(?:have|get|gets|given|offer(?:ed)?|book(?:ed)?|receive|find|see) (?:you |them |everyone )?"
    rf"(?P<what>(?:an?|your|their) (?:{_SORT} )?appointment"
    r"(?: with (?:an?|the|our|your) [a-z]+(?: (?!within\b|in\b|by\b)[a-z]+)?)?)"
    r"(?= ?,? (?:within|inside|in|by|no later|on the|the) )"
)
_ANY = re.compile(r"(?:an?|your|their) appointment")


def appointments(text: str, low: str) -> list[Scope]:
    """Return the scope of an appointment that people get, where it is of one sort only."""
    if "appointment" not in low:
        return []
    found = _GOT.search(low)
    if found is None or _ANY.fullmatch(found["what"]):
        return []
    start, end = found.span("what")
    said = re.sub(r"^(?:your|their) ", "a ", even(text[start:end]))
    return [Scope(start, end, f"it is for {said}")]

"""A sentence with a space behind each comma and semicolon, as most people write them."""

import re

from goodword.document.one_person import OnePerson

# "Away,the receptionist": words on both sides, and no address or number.
_CLOSE = re.compile(r"(?<=[a-z)][a-z)])[,;](?=[A-Za-z]{2,}\b(?![@:/.]\S))")


def spaced(text: str) -> OnePerson | None:
    """Return the sentence with the spaces that it lacks, and its places; None where none lacks."""
    if "," not in text and ";" not in text:
        return None
    found = [one.end() for one in _CLOSE.finditer(text)]
    if not found:
        return None
    changes = tuple((place + many, place) for many, place in enumerate(found, 1))
    made, last = [], 0
    for place in found:
        made.append(text[last:place])
        last = place
    return OnePerson(" ".join([*made, text[last:]]), changes)

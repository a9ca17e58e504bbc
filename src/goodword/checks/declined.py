"""What the author does not want to hear: `<!-- not for us: CMP-20, PRO-01 -->`."""

import re

_NOTE = re.compile(r"<!--\s*not for us:(?P<codes>[^>]*?)-->", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]{2,4}-?\d{2}\b")


def declined(text: str) -> frozenset[str]:
    """Return the codes of which the author says "not for us". Errors are told nevertheless."""
    if "not for us" not in text.lower():
        return frozenset()
    return frozenset(code for note in _NOTE.finditer(text) for code in _CODE.findall(note["codes"]))

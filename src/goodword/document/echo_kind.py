"""The kind of a case as it stands in a sentence: a priority alone is no noun."""

from goodword.document.echo_amounts import spoken

_URGENT = frozenset({"urgent", "critical", "non_urgent"})
_RANKED = frozenset({"high", "medium", "normal", "low", "routine", "standard"})


def kind_said(subject: str) -> str:
    """Return the kind of a case as a noun: `complaint`, `urgent case`, `low priority case`."""
    if subject in _URGENT:
        return f"{'non-urgent' if subject == 'non_urgent' else spoken(subject)} case"
    if subject in _RANKED:
        return f"{spoken(subject)} priority case"
    return spoken(subject)

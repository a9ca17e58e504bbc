"""What was known of a case when it was opened."""

from collections.abc import Iterable, Mapping

from goodword.case.event import CHANGES, EventKind

OPENING = frozenset({EventKind.OPENED, EventKind.CUSTOMER_MESSAGE})


def facts_at_opening(told: Iterable[tuple[str, Mapping[str, str]]]) -> Mapping[str, str] | None:
    """Return the facts told up to the opening, the first of each name; None where nothing opens.

    `told` are kinds of events, in order, with their facts: a wait or a note of ours may stand
    before the opening. What a change among them says is not of the opening.
    """
    facts: dict[str, str] = {}
    for kind, said in told:
        if kind not in CHANGES:
            facts = {**said, **facts}
        if kind in OPENING:
            return facts
    return None

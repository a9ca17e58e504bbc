"""How likely a sentence is of each kind: its weighed words and the network, heard alike."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from goodword.document.sentence_marks import marks_of, stems_of, words_of
from goodword.language.memory import remembered
from goodword.language.weights import weights

if TYPE_CHECKING:
    from goodword.language.network import Network

# From what share of the words' weight on the network need not be heard beside them.
SURE = 0.94
# What is all but impossible for one of the two, the other may still say.
_LEAST = 1e-6


def first_mark(kind: str) -> str:
    """Return the mark of what the first reading made of a sentence."""
    return f"=first {kind}"


@remembered(1_024)
def plain_shares(text: str, before: str) -> Mapping[str, float]:
    """Return the share of each kind by the bare words; a sum of a few dozen numbers.

    None where the language has no table of weights.
    """
    table = weights("kinds")
    return {} if table is None else table.shares((*words_of(text), first_mark(before)))


@remembered(1_024)
def marked_shares(text: str, heading: str, context: str, before: str) -> Mapping[str, float]:
    """Return the share of each kind by all the marks of a sentence and of where it stands.

    None where the language has no table of weights.
    """
    table = weights("kinds")
    if table is None:
        return {}
    return table.shares((*marks_of(text, heading, context), first_mark(before)))


@remembered(1_024)
def kind_shares(text: str, heading: str, context: str, before: str) -> Mapping[str, float]:
    """Return the share of each kind for a sentence that the first reading took for `before`.

    Together they are 1. Where the language has no table of weights, there are none; where it has no
    network, the table is heard alone. Costs some four tenths of a millisecond.
    """
    shares = marked_shares(text, heading, context, before)
    others = _heard(text, heading, context, before) if shares.get(before, 1) < SURE else {}
    if not others:
        return shares
    both = {
        kind: (max(share, _LEAST) * max(others.get(kind, 0), _LEAST)) ** 0.5
        for kind, share in shares.items()
    }
    whole = sum(both.values())
    return {kind: share / whole for kind, share in both.items()}


def live_by_each(text: str, heading: str, context: str, before: str) -> float:
    """Return the share of all rules together by the one of the two that gives them less.

    0 where the language has no table of weights. What `kind_shares` has heard is not heard again.
    """
    shares = marked_shares(text, heading, context, before)
    if not shares:
        return 0
    others = _heard(text, heading, context, before)
    return min(live_in(shares), live_in(others)) if others else live_in(shares)


def live_in(shares: Mapping[str, float]) -> float:
    """Return the share of all rules together: of what is neither prose nor misses something."""
    return 1 - shares.get("prose", 0) - shares.get("almost", 0)


@remembered(1_024)
def _heard(text: str, heading: str, context: str, before: str) -> Mapping[str, float]:
    """Return the share of each kind by the network alone; none where the language has none."""
    told = _network()
    if told is None:
        return {}
    return told.shares(stems_of(text), stems_of(heading), stems_of(context), before)


def _network() -> "Network | None":
    """Return the network of the language."""
    from goodword.language.network import network  # noqa: PLC0415 - 80 ms that few texts need

    return network("kinds")

"""Kinds of events, actors, facts and words as numbers, for columns."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from goodword.case.event import NO_FACTS, Actor, EventKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Codes = NDArray[np.int32]

Value = TypeVar("Value")

EVENT_KINDS = tuple(EventKind)
"""The kind that each code in a column of kinds stands for."""
ACTORS = tuple(Actor)
"""The actor that each code in a column of actors stands for."""

# Members of an enumeration are single, and their identity is found faster than their hash.
KIND_CODE = {id(kind): code for code, kind in enumerate(EVENT_KINDS)}
ACTOR_CODE = {id(actor): code for code, actor in enumerate(ACTORS)}


class _Codes(Generic[Value]):
    """Gives each value a number, in the order in which they come; the first is 0."""

    def __init__(self, first: Value, key: Hashable) -> None:
        self.values = [first]
        self._code = {key: 0}

    def of(self, value: Value, key: Hashable) -> int:
        """Return the number of a value, by what makes it the same as another."""
        code = self._code.get(key)
        if code is None:
            code = self._code[key] = len(self.values)
            self.values.append(value)
        return code


def fact_codes(each: Iterable[Mapping[str, str]]) -> tuple[list[int], list[Mapping[str, str]]]:
    """Return the code of each set of facts, and the sets; 0 is the empty one."""
    sets = _Codes[Mapping[str, str]](NO_FACTS, ())
    codes = [sets.of(facts, tuple(facts.items())) if facts else 0 for facts in each]
    return codes, sets.values


def word_codes(
    *columns: Iterable[str | None],
) -> "tuple[list[Codes], list[str | None]]":
    """Return the codes of each column of words, all of them in one list of words."""
    import numpy as np  # noqa: PLC0415 - slow import

    words = _Codes[str | None](None, None)
    codes = [np.array([words.of(one, one) for one in column], np.int32) for column in columns]
    return codes, words.values


def coded(given: "ArrayLike", known: Sequence[str], noun: str) -> "NDArray[np.int8]":
    """Return the codes of words; numbers are codes already."""
    import numpy as np  # noqa: PLC0415 - slow import

    values = np.asarray(given)
    if values.dtype.kind in "iu":
        if values.size and not 0 <= int(values.min()) <= int(values.max()) < len(known):
            raise ValueError(_unknown(noun, f"code {int(values.max())}", known))
        return values.astype(np.int8)
    code = {str(word): place for place, word in enumerate(known)}
    unique, back = np.unique(values.astype(str), return_inverse=True)
    for word in unique.tolist():
        if word not in code:
            raise ValueError(_unknown(noun, f'"{word}"', known))
    return np.array([code[word] for word in unique.tolist()], np.int8)[back.reshape(-1)]


def _unknown(noun: str, given: str, known: Sequence[str]) -> str:
    return f"{given} is no {noun}. There are: {', '.join(known)}."


def usual_actors(kinds: "NDArray[np.int8]") -> "NDArray[np.int8]":
    """Return who does each kind of event where nothing else is said."""
    import numpy as np  # noqa: PLC0415 - slow import

    usual = {
        EventKind.OPENED: Actor.CUSTOMER,
        EventKind.CUSTOMER_MESSAGE: Actor.CUSTOMER,
        EventKind.AUTOMATIC_REPLY: Actor.SYSTEM,
        EventKind.CLOSED: Actor.SYSTEM,
    }
    each = [ACTORS.index(usual.get(kind, Actor.PERSON)) for kind in EVENT_KINDS]
    found: NDArray[np.int8] = np.array(each, np.int8)[kinds]
    return found

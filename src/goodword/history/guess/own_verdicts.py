"""Columns in which another system says whether a case was in time, and of what they speak."""

from collections.abc import Collection, Sequence

from goodword.history.guess.column import Column
from goodword.history.guess.lexicon import heading_weight, plain, word_class
from goodword.history.map_fields import Met

_NAMED = 5.0
_MOST_WORDS = 6
# By their headings such flags mean the opposite: yes is late.
_LATE = [
    "overdue",
    "late",
    "breach",
    "exceed",
    "violat",
    "uberfallig",
    "uberschritten",
    "retard",
    "vencid",
    "超时",
]
_YES_AND_NO = frozenset(
    [
        "yes",
        "no",
        "true",
        "false",
        "y",
        "n",
        "0",
        "1",
        "ja",
        "nein",
        "si",
        "oui",
        "non",
        "sim",
        "nao",
        "是",
        "否",
    ]
)
_ENDS = ("first_response", "acknowledged", "answered", "resolved")


def verdict_columns(columns: Sequence[Column]) -> list[Column]:
    """Return the columns of verdicts: two words or so, by the heading; the best named first."""
    found = []
    for column in columns:
        named = heading_weight(column.heading, "verdict")
        if column.is_date or named < _NAMED or not 1 <= len(column.words) <= _MOST_WORDS:
            continue
        if {word_class(word, "verdict") for word in column.words} & {"kept", "broken"}:
            found.append((named, column))
    # The last of several that are named as well: an end comes after a first answer.
    return [column for _, column in sorted(found, key=lambda one: (-one[0], -one[1].index))]


def is_turned(heading: str) -> bool:
    """Whether yes means late, as below "overdue" or "breached"."""
    words = plain(heading)
    return any(mark in words for mark in _LATE)


def flag_class(word: str, *, turned: bool) -> str | None:
    """Return what a flag says, "kept" or "broken", None for neither; `turned` where yes is late."""
    found = word_class(word.strip(), "verdict")
    if found and turned and plain(word) in _YES_AND_NO:
        return "broken" if found == "kept" else "kept"
    return found


def own_verdicts(
    columns: Sequence[Column], names: Collection[str]
) -> tuple[dict[str, Met], dict[str, str]]:
    """Return, by our name of an instant, the flag that speaks of it, and the reason for each."""
    found: dict[str, Met] = {}
    reasons: dict[str, str] = {}
    for column in verdict_columns(columns):
        until = _until(column.heading, names)
        if until is None or until in found:
            continue
        turned = is_turned(column.heading)
        said = {word: flag_class(word, turned=turned) for word in column.words}
        kept, broken = (
            frozenset(word for word, one in said.items() if one == wanted)
            for wanted in ("kept", "broken")
        )
        found[until] = Met(column.heading, kept, broken)
        reasons[column.heading] = (
            f"the other system's own verdict on {until.replace('_', ' ')}: compared, not used"
        )
    return found, reasons


def _until(heading: str, names: Collection[str]) -> str | None:
    """Return the instant of which a flag speaks: the one that it names, else the end."""
    named = [(heading_weight(heading, name), name) for name in _ENDS if name in names]
    best = max((one for one in named if one[0] > 0), default=None)
    if best is not None:
        return best[1]
    return next((name for name in reversed(_ENDS) if name in names), None)

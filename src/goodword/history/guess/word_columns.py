"""Which columns tell the channel, kind, priority and place, and which words mean what."""

from collections.abc import Sequence

from goodword.history.guess.column import Column
from goodword.history.guess.lexicon import heading_weight, word_class

_MOST_CHANNELS = 60
_MOST_KINDS = 400
_MOST_PRIORITIES = 12
_MOST_PLACES = 300
_NAMED = 4.0
_MOST_OWN_SHARE = 0.9
_FEW = 60


def word_columns(columns: Sequence[Column]) -> tuple[dict[str, str], dict[str, str]]:
    """Return our names for the columns of words, and the reason for each."""
    worded = [column for column in columns if not column.is_date and not column.is_time]
    names: dict[str, str] = {}
    reasons: dict[str, str] = {}
    for role, choose in (
        ("channel", _channel),
        ("priority", _priority),
        ("kind", _kind),
        ("place", _place),
    ):
        scored = [
            (choose(column), -column.index, column)
            for column in worded
            if column.heading not in names.values()
        ]
        score, _, column = max(scored, key=lambda one: one[:2], default=(0.0, 0, None))
        if column is None or score < _NAMED:
            continue
        names[role] = column.heading
        named = heading_weight(column.heading, role) >= _NAMED
        n = len(column.words)
        many = f"{n:,} word{'s' * (n != 1)}"
        reasons[column.heading] = f"{role}: {'by its heading; ' if named else ''}{many}"
    return names, reasons


def _few(column: Column, most: int) -> bool:
    return 1 <= len(column.words) <= most and (column.distinct <= 0.5 or column.filled < 30)


def _channel(column: Column) -> float:
    if not _few(column, _MOST_CHANNELS):
        return 0.0
    known = sum(n for word, n in column.words.items() if word_class(word, "channel"))
    share = known / column.filled
    named = heading_weight(column.heading, "channel")
    if named < 0:
        return 0.0
    # Words alone are enough only where nearly all of them are channels, and more than one is.
    kinds = {word_class(word, "channel") for word in column.words} - {None}
    by_words = 8 * share if len(kinds) > 1 and share > 0.6 else 0.0
    if not named and not by_words:
        return 0.0
    return (named + 4 * share if share > 0.05 or named >= 9 else 0.4 * named) + by_words


def _priority(column: Column) -> float:
    if not _few(column, _MOST_PRIORITIES):
        return 0.0
    return heading_weight(column.heading, "priority")


def _kind(column: Column) -> float:
    if not _few(column, _MOST_KINDS) or column.is_number:
        return 0.0
    named = heading_weight(column.heading, "kind")
    if named <= 0:
        return 0.0
    crowd = 3.0 if len(column.words) > 100 else 1.0 if len(column.words) > 60 else 0.0
    lonely = 4.0 if len(column.words) == 1 else 0.0
    return named - crowd - lonely - 4 * (1 - column.fill) + (1.0 if crowd == 0 else 0.0)


def _place(column: Column) -> float:
    if not _few(column, _MOST_PLACES) or len(column.words) < 2 or column.is_number:
        return 0.0
    return heading_weight(column.heading, "place") - 3 * (1 - column.fill)


def channel_words(column: Column) -> dict[str, str]:
    """Return our channel for each of the column's words that is known."""
    known = {}
    for word, _ in column.words.most_common():
        ours = word_class(word, "channel")
        if ours is not None and word_class(word, "own") is None:
            known[word] = ours
    return known


def own_words(columns: Sequence[Column]) -> dict[str, frozenset[str]]:
    """Return, by heading, the words by which the organisation's own work is known.

    Only columns that say where a case came from are asked: "internal" may mean anything elsewhere.
    """
    own: dict[str, frozenset[str]] = {}
    for column in columns:
        if heading_weight(column.heading, "channel") < _NAMED or not _few(column, _FEW):
            continue
        marks = {word: n for word, n in column.words.items() if word_class(word, "own")}
        if marks and sum(marks.values()) < _MOST_OWN_SHARE * column.filled:
            own[column.heading] = frozenset(marks)
    return own

"""Where a word of the policy is defined, and everywhere that it is used."""

import re
from collections.abc import Iterable

from goodword.document.definitions import channel_named
from goodword.lsp.mentions import Mention, Named, mention_at, mentions
from goodword.lsp.opened import reading_of, word_at
from goodword.policy.clause import Clause
from goodword.policy.definition import (
    ChannelClause,
    ClosureClause,
    HolidayClause,
    HoursClause,
    RoleClause,
    TermClause,
)
from goodword.policy.policy import Policy
from goodword.span import Span

_WORKING = re.compile(r"(?:working|business|office|opening)\s+(?:hours?|days?)", re.IGNORECASE)
_HOLIDAYS = re.compile(r"(?:public|bank)\s+holidays?", re.IGNORECASE)
_CHANNELS = ("text message", "web form", "in person", "social media")


def definition(text: str, offset: int) -> Span | None:
    """Return where what stands under a place is defined: role, term, channel, working time."""
    policy = reading_of(text).policy
    found = mention_at(text, offset)
    if found is not None:
        defined = _first(_defining(found, policy))
        if defined is not None:
            return defined
    for pattern, kinds in (
        (_WORKING, (HoursClause,)),
        (_HOLIDAYS, (HolidayClause, ClosureClause)),
    ):
        if any(one.start() <= offset <= one.end() for one in pattern.finditer(text)):
            kind: type[Clause]
            for kind in kinds:
                if (defined := _first(policy.of_kind(kind))) is not None:
                    return defined
    return _channel(text, offset, policy)


def references(text: str, offset: int) -> tuple[Span, ...]:
    """Return every place at which the role or term under a place is spoken of."""
    found = mention_at(text, offset)
    if found is None:
        return ()
    return tuple(
        one.span for one in mentions(text) if (one.named, one.name) == (found.named, found.name)
    )


def _defining(found: Mention, policy: Policy) -> Iterable[Clause]:
    if found.named is Named.TERM:
        return (one for one in policy.of_kind(TermClause) if one.term == found.name)
    # The sentence that names the roles comes before the one that says who stands in.
    roles = [one for one in policy.of_kind(RoleClause) if one.role == found.name]
    return sorted(roles, key=lambda one: one.deputy is not None)


def _first(clauses: Iterable[Clause]) -> Span | None:
    return next((one.span for one in clauses), None)


def _channel(text: str, offset: int, policy: Policy) -> Span | None:
    word = word_at(text, offset)
    words = word.of(text).lower()
    longer = text[max(0, word.start - 14) : word.end + 14].lower()
    named = next((one for one in _CHANNELS if words and words in one and one in longer), words)
    channel = channel_named(named.removesuffix("s")) or channel_named(named)
    return _first(one for one in policy.of_kind(ChannelClause) if one.channel == channel)

"""Where a text speaks of its roles and of the words that it defines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from goodword.document.blocks import BlockKind, blocks_of
from goodword.document.echo_amounts import role_name
from goodword.language.role import ANYONE
from goodword.language.word import singular
from goodword.lsp.opened import reading_of
from goodword.policy.definition import RoleClause, TermClause
from goodword.policy.policy import Policy
from goodword.span import Span


class Named(StrEnum):
    """What a mention is of."""

    ROLE = "role"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place at which a role or a defined word is spoken of; `plural` as it stands there."""

    named: Named
    name: str
    span: Span
    plural: bool = False


def mentions(text: str) -> tuple[Mention, ...]:
    """Return every place at which the text speaks of its own roles and terms, in order.

    Code and HTML are left alone. Of two names that overlap, the longer one counts.
    """
    forms = {form: one for one in _names(reading_of(text).policy) for form in one.forms}
    if not forms:
        return ()
    pattern = re.compile(
        r"(?<![\w-])(?:"
        + "|".join(
            r"\s+".join(re.escape(word) for word in form.split())
            for form in sorted(forms, key=len, reverse=True)
        )
        + r")(?![\w-])",
        re.IGNORECASE,
    )
    kept = [block.span for block in blocks_of(text) if block.kind is BlockKind.OTHER]
    found = []
    for match in pattern.finditer(text):
        words = " ".join(match[0].lower().split())
        one = forms.get(words)
        if one is None or any(span.start <= match.start() < span.end for span in kept):
            continue
        plural = words != one.forms[0]
        found.append(Mention(one.named, one.name, Span(*match.span()), plural))
    return tuple(found)


def mention_at(text: str, offset: int) -> Mention | None:
    """Return the mention under a place."""
    return next((one for one in mentions(text) if one.span.start <= offset <= one.span.end), None)


@dataclass(frozen=True, slots=True)
class _Name:
    named: Named
    name: str
    forms: tuple[str, ...]


def _names(policy: Policy) -> Iterator[_Name]:
    for slug in dict.fromkeys(one.role for one in policy.of_kind(RoleClause)):
        if slug != ANYONE:
            words = role_name(slug, policy).lower()
            yield _Name(Named.ROLE, slug, (words, plural_of(words)))
    for term in policy.of_kind(TermClause):
        words = term.term.lower()
        yield _Name(Named.TERM, term.term, (words, plural_of(words)))


def plural_of(words: str) -> str:
    """Return the plural of a noun, as it is said: `secretaries`, `members of staff`."""
    head, of, rest = words.partition(" of ")
    for ending, instead in _PLURALS:
        if re.search(ending, head):
            return re.sub(ending, instead, head) + of + rest
    return f"{head}s{of}{rest}"


_PLURALS = (
    (r"(?<=[^aeiou])y$", "ies"),
    (r"man$", "men"),
    (r"person$", "people"),
    (r"staff$", "staff"),
    (r"(?<=s|x|z)$", "es"),
    (r"(?<=ch|sh)$", "es"),
)


def singular_of(words: str) -> str:
    """Return a name in the singular, its capitals as they are."""
    head, of, rest = words.partition(" of ")
    before, space, last = head.rpartition(" ")
    single = singular(last.lower())
    kept = last[: len(single)] if last.lower().startswith(single) else single
    return f"{before}{space}{kept}{of}{rest}"

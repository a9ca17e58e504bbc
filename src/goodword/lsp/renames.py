"""A role or a term with another name, everywhere in the text."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from goodword.document.read import read
from goodword.document.reading import Reading
from goodword.errors import GoodwordError
from goodword.language.role import ANYONE, role_slug
from goodword.language.role import role_name as name_in
from goodword.lsp.mentions import Mention, Named, mention_at, mentions, plural_of, singular_of
from goodword.lsp.opened import reading_of
from goodword.policy.definition import RoleClause
from goodword.span import Span

LONGEST = 60
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?P<article>an?)\s+$", re.IGNORECASE)


class Edit(NamedTuple):
    """Put `words` where `span` stands."""

    span: Span
    words: str


class RenameRefusedError(GoodwordError):
    """Another name would change what the policy says."""

    code = "rename-refused"


def renamed_span(text: str, offset: int) -> Span | None:
    """Return the name under a place, if it can be given another."""
    found = mention_at(text, offset)
    return found.span if found else None


def rename(text: str, offset: int, new: str) -> tuple[Edit, ...]:
    """Return the edits that give the role or term under a place another name, everywhere.

    Plurals stay plurals, capitals stay where a sentence begins, and "a" becomes "an" where it
    must. Raises RenameRefusedError where nothing there has a name, where the name is taken, and
    where the text would then say something else.
    """
    found = mention_at(text, offset)
    if found is None:
        raise RenameRefusedError(
            "There is no role and no defined word here.",
            hint="Put the cursor on a role, such as one of those under “Our team has … roles”.",
        )
    name = _name(new, found, reading_of(text))
    edits = tuple(
        edit
        for one in mentions(text)
        if (one.named, one.name) == (found.named, found.name)
        for edit in _edits(text, one, name)
    )
    _refuse_another_meaning(text, edits, new)
    return edits


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """Return the text with all edits made."""
    pieces = []
    place = 0
    for edit in sorted(edits):
        pieces += [text[place : edit.span.start], edit.words]
        place = edit.span.end
    return "".join([*pieces, text[place:]])


def _name(new: str, found: Mention, reading: Reading) -> str:
    words = " ".join(new.split())
    if (
        not words
        or len(words) > LONGEST
        or not all(letter.isalnum() or letter in " -'’&" for letter in words)
    ):
        raise RenameRefusedError(
            f'"{new[:LONGEST]}" is no name.',
            hint="Write one or a few words, such as: care manager.",
        )
    if found.named is Named.TERM:
        return words
    slug = role_slug(words.lower())
    if slug is None or slug == ANYONE:
        raise RenameRefusedError(
            f'"{words}" is not read as a role.', hint="Write it as people say it: care manager."
        )
    taken = {one.role for one in reading.policy.of_kind(RoleClause)} - {found.name}
    if slug in taken:
        raise RenameRefusedError(
            f'There is a role "{words}" already.',
            hint="Two roles cannot become one by renaming; change the sentences one by one.",
        )
    return singular_of(name_in(words))


def _edits(text: str, one: Mention, name: str) -> Iterator[Edit]:
    was = text[one.span.start : one.span.end]
    words = plural_of(name) if one.plural else name
    if was[:1].isupper() and not name[:1].isupper():
        words = words[:1].upper() + words[1:]
    yield Edit(one.span, words)
    before = _ARTICLE.search(text, max(0, one.span.start - 4), one.span.start)
    if before is None or one.plural:
        return
    article = before["article"]
    wanted = "an" if _VOWEL.match(name) else "a"
    if article.lower() != wanted:
        shown = wanted.capitalize() if article[0].isupper() else wanted
        yield Edit(Span(*before.span("article")), shown)


def _refuse_another_meaning(text: str, edits: tuple[Edit, ...], new: str) -> None:
    before, after = reading_of(text), read(applied(text, edits))
    if _said(before) == _said(after):
        return
    raise RenameRefusedError(
        f'With the name "{new}" some sentences would be read as something else.',
        hint="Choose a name that is no other word of the policy.",
    )


def _said(reading: Reading) -> tuple[object, ...]:
    kinds = Counter(type(one).__name__ for one in reading.policy.clauses)
    states = tuple(one.state for one in reading.sentences)
    # A name that leaves a sentence to be guessed by its other words is no name for a role.
    doubts = sum(one.code.startswith("RD") for one in reading.problems)
    return kinds, states, doubts

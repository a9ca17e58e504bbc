"""Who of us is named in a sentence of any language, wherever the words stand."""

from dataclasses import dataclass

from goodword.document.form_deed import deed_within
from goodword.document.form_sentence import FormSentence
from goodword.language.role import role_slug


@dataclass(frozen=True, slots=True)
class Person:
    """A role named in a sentence, as a slug, with its place."""

    role: str
    start: int
    end: int


def people_in(it: FormSentence, span: tuple[int, int] | None = None) -> tuple[Person, ...]:
    """Return the roles of ours that stand within a stretch, in order.

    `cues.people` of the pack says what such a role looks like in the text as written; a language
    without it names nobody. Customers are none of ours.
    """
    pack = it.pack
    if not pack.has("cues.people"):
        return ()
    start, end = span or (0, len(it.text))
    found = []
    for match in pack.pattern("cues.people").finditer(it.text, start, end):
        first, last = match.span("role")
        if match.groupdict().get("name"):
            behind = match.span("name")
            # "the management refunds": what is given is no part of the name.
            if deed_within(it, behind) is not None:
                last = match.start("name")
        words = it.low[first:last].strip()
        if pack.pattern("roles.customers").match(words):
            continue
        if pack.pattern("cues.outside").search(words):
            continue
        if pack.pattern("cues.nobody").search(it.low[match.start() : match.end()]):
            continue
        role = role_slug(words, pack)
        if role is not None:
            found.append(Person(role, first, first + len(words)))
    return tuple(found)


def nearest(people: tuple[Person, ...], place: tuple[int, int]) -> Person | None:
    """Return whoever stands nearest to a place."""
    return min(
        people,
        key=lambda one: max(one.start - place[1], place[0] - one.end, 0),
        default=None,
    )

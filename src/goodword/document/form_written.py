"""The author's own words for what a clause keeps only as a slug."""

import re
from collections.abc import Callable, Iterable

from goodword.language.pack import Pack
from goodword.language.role import role_slug

_WORDS = re.compile(r"[^\s.,;:()\"„“«»]+")
_LONGEST = 8


def written(wanted: str, text: str, slug_of: Callable[[str], str | None]) -> str | None:
    """Return the words of a text that a slug was made of, the fewest that do."""
    places = [match.span() for match in _WORDS.finditer(text)]
    for size in range(1, _LONGEST + 1):
        for first in range(len(places) - size + 1):
            words = text[places[first][0] : places[first + size - 1][1]]
            if slug_of(words.lower()) == wanted:
                return words
    return None


def role_as_written(wanted: str, texts: Iterable[str], pack: Pack) -> str | None:
    """Return a role as the first of the texts writes it, without its article."""
    for text in texts:
        found = written(wanted, text, lambda words: role_slug(words, pack))
        if found:
            bare = pack.pattern("roles.leading").match(found.lower())
            return found[bare.end() :] if bare else found
    return None

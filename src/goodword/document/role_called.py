"""What undeclared roles are called where a policy writes a name: "ask Hannah", "the CFO"."""

import re
from collections.abc import Iterable

from goodword.document.authority_role import ROLEISH
from goodword.language.pack import ENGLISH

# "CFO", "HR", "L2".
_SHORT_FORM = re.compile(r"\b[A-Z][A-Z\d&-]{0,3}[A-Z\d]\b")
# A word with a capital letter inside a sentence, and what stands before it.
_CAPITAL = re.compile(
    r"(?P<before>[a-z']+|[,;:–-]) (?P<name>(?:(?:Dr|Mr|Mrs|Ms|Mx|Miss)\.? )?[A-Z][a-z]+)\b"
)
_ARTICLES = frozenset({"the", "a", "an", "our", "your", "their", "any", "every", "each", "this"})

_DEPARTMENTS = ("finance", "legal", "security", "reception", "marketing", "engineering", "support")


def called(names: dict[str, str], texts: Iterable[str]) -> tuple[dict[str, str], frozenset[str]]:
    """Return how names are written, by slug, and which of them take no article.

    `texts` are the sentences of the policy. A word that also stands behind an article, or in small
    letters, is a role ("the owner"); so is one that says what somebody does ("Manager").
    """
    texts = tuple(texts)
    short = {word for text in texts for word in _SHORT_FORM.findall(text)}
    written = {
        slug: " ".join(_short(word, short) for word in name.split(" "))
        for slug, name in names.items()
    }
    likely = {slug: name for slug, name in names.items() if _may_be_called(name)}
    if not likely:
        return written, frozenset()
    found: dict[str, str] = {}
    with_article: set[str] = set()
    for text in texts:
        for one in _CAPITAL.finditer(text):
            slug = one["name"].lower().replace(".", "").replace(" ", "_")
            found.setdefault(slug, one["name"])
            if one["before"] in _ARTICLES:
                with_article.add(slug)
    alone = {
        slug: found[slug]
        for slug, name in likely.items()
        if slug in found and slug not in with_article and not _in_small(name, texts)
    }
    return written | alone, frozenset(alone)


def _short(word: str, short: set[str]) -> str:
    """Return a short form in its capitals; "RCVS" lost its last letter as if it were several."""
    if word.upper() in short:
        return word.upper()
    return f"{word.upper()}S" if f"{word.upper()}S" in short else word


def _may_be_called(name: str) -> bool:
    words = name.split(" ")
    if len(words) > 1:
        return words[0] in {"dr", "mr", "mrs", "ms", "mx", "miss"} and len(words) == 2
    departments = (*ENGLISH.phrase("roles.departments").split(), *_DEPARTMENTS)
    return name in departments or ROLEISH.search(name) is None


def _in_small(name: str, texts: tuple[str, ...]) -> bool:
    return any(name in text and re.search(rf"\b{re.escape(name)}\b", text) for text in texts)

"""Roles as people name them: `any member of staff`, `the practice manager`, `receptionists`."""

import re
from functools import cache

from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH, Pack
from goodword.language.word import singular, slug

ANYONE = "anyone"
# For readers that are written for English.
CUSTOMERS = ENGLISH.pattern("roles.customers")
_MOST_WORDS = 7
# "The Commissioner's Office" and "the ship's doctor" are names; "the team's leader" is the leader.
_KEPT = re.compile(r"'s(?= (?:office|services|agent|doctor|representative)$)")


def role_slug(words: str, pack: Pack = ENGLISH) -> str | None:
    """Return the slug of a role as written in small letters, in the singular; None for none."""
    # Remembered by words and pack, whether or not the pack was named.
    return _role_slug(words, pack)


@remembered(1_024)
def _role_slug(words: str, pack: Pack) -> str | None:
    text = words.strip(" .,;:\"'-")
    if pack.has("roles.of_house"):
        text = _bare(text, pack)
    text = _KEPT.sub("s", text).replace("'s", "").replace("s'", "s")
    if pack.pattern("roles.anyone").match(text):
        return ANYONE
    text = pack.pattern("roles.trailing").sub("", text)
    if pack.pattern("roles.anyone").match(text):
        return ANYONE
    text = pack.pattern("roles.leading").sub("", text).strip()
    if not text or len(text.split()) > _MOST_WORDS:
        return None
    if pack.has("roles.one_word"):
        text = pack.pattern("roles.one_word").sub(lambda one: one[0].replace(" ", "-"), text)
    if pack.has("roles.impossible") and pack.pattern("roles.impossible").search(text):
        return None
    head, of, rest = text.partition(pack.phrase("roles.of"))
    parts = head.split()
    if not parts:
        return None
    if not (pack.has("roles.head_first") and pack.pattern("roles.head_first").match(head)):
        parts[-1] = parts[-1] if parts[-1] in _departments(pack) else singular(parts[-1], pack)
    return slug(" ".join(parts) + (f"{of}{rest}" if of else ""), pack=pack) or None


def _bare(text: str, pack: Pack) -> str:
    """Return a role without the house that it belongs to, and without whose it is."""
    if "'s " in text or "s' " in text:
        text = pack.pattern("roles.whose").sub("", text)
    if " of " in text or " for " in text:
        text = pack.pattern("roles.meeting_of").sub(r"\g<whose> meeting", text)
        text = pack.pattern("roles.of_house").sub("", text)
    return text


@cache
def _departments(pack: Pack) -> frozenset[str]:
    """Return the departments that are called by a plural: "accounts", "reservations"."""
    return frozenset(
        pack.phrase("roles.departments").split() if pack.has("roles.departments") else ()
    )


def role_name(words: str, pack: Pack = ENGLISH) -> str:
    """Return a role's name without article and explanation, as written."""
    low = words.lower()
    found = pack.pattern("roles.trailing").search(low)
    text = words[: found.start()] if found else words
    leading = pack.pattern("roles.leading").match(text.lower())
    return (text[leading.end() :] if leading else text).strip(" .,;:")


def named(slug_of_role: str) -> str:
    """Return the name that a slug stands for: `practice_manager` is "practice manager"."""
    return slug_of_role.replace("_", " ")

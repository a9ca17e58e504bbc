"""Who decides above a limit, said behind a permission: "anything above that, ask the manager"."""

from dataclasses import replace

from goodword.document.authority_role import is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence
from goodword.language.role import ANYONE


def without_above(it: AuthoritySentence) -> tuple[AuthoritySentence, str | None]:
    """Return the sentence without "anything above that, ask the manager", and that manager."""
    found = it.pack.pattern("authority.above_which").search(it.low, it.start)
    if found is not None:
        who = found["who"] or found["who2"] or found["who3"]
    elif found := (
        it.pack.pattern("authority.above_asks").search(it.low, it.start)
        or it.pack.pattern("authority.above_by").search(it.low, it.start)
        or it.pack.pattern("authority.above_for").search(it.low, it.start)
    ):
        who = found["who"]
    elif found := it.pack.pattern("authority.above_role").search(it.low, it.start):
        who = found["who"] or found["who2"]
        plain = it.pack.pattern("authority.who").match(who)
        if not is_roleish(plain["role"] if plain else who, it.setting.roles):
            return it, None
    else:
        return it, None
    needed = it.pack.pattern("authority.who").match(who)
    approver = role_in(needed["role"] if needed else who)
    return replace(it, end=min(it.end, found.start())), approver


def without(it: AuthoritySentence, what: str, above: str | None) -> tuple[str, str | None]:
    """Return what may be done without "without approval", and whose approval that would be."""
    found = it.pack.pattern("authority.without").search(what)
    if found is None:
        return what, above
    named = found["role"]
    approver = above
    if named and approver is None and is_roleish(named, it.setting.roles):
        approver = role_in(named)
    if approver == ANYONE:
        approver = above
    return what[: found.start()].rstrip(" ,;("), approver

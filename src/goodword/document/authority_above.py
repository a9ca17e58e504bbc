"""Who decides above a limit, said behind a permission: "anything above that, ask the manager"."""

import re
from dataclasses import replace

from goodword.document.authority_role import PUBLIC, is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence
from goodword.language.role import ANYONE

_HOW = re.compile(r" (?:in|by|on|at|with|as|to)\b.*$")


def without_above(it: AuthoritySentence) -> tuple[AuthoritySentence, str | None]:
    """Return the sentence without "anything above that, ask the manager", and that manager."""
    found = _first(it, "above_which")
    if found is not None:
        who = found["who"] or found["who2"] or found["who3"]
    elif found := (_first(it, "above_asks") or _first(it, "above_by") or _first(it, "above_for")):
        who = found["who"]
    elif found := _first(it, "above_role"):
        who = found["who"] or found["who2"]
        plain = it.pack.pattern("authority.who").match(who)
        if not is_roleish(plain["role"] if plain else who, it.setting.roles):
            return it, None
    else:
        return it, None
    if PUBLIC.match(_HOW.sub("", who)) is not None:
        # "Anything above goes to the customer by card": nobody of ours decides.
        return it, None
    needed = it.pack.pattern("authority.who").match(who)
    approver = role_in(needed["role"] if needed else who)
    return replace(it, end=min(it.end, found.start())), approver


def _first(it: AuthoritySentence, entry: str) -> re.Match[str] | None:
    name = f"authority.{entry}"
    if not it.pack.may_stand(name, it.low):
        return None
    return it.pack.pattern(name).search(it.low, it.start)


def without(it: AuthoritySentence, what: str, above: str | None) -> tuple[str, str | None]:
    """Return what may be done without "without approval", and whose approval that would be."""
    found = it.pack.first("authority.without", what)
    if found is None:
        return what, above
    named = found["role"]
    approver = above
    if named and approver is None and is_roleish(named, it.setting.roles):
        approver = role_in(named)
    if approver == ANYONE:
        approver = above
    return what[: found.start()].rstrip(" ,;("), approver

"""Who gets something, said of the people: "Customers without a receipt get store credit"."""

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_role import PUBLIC, is_roleish
from goodword.document.authority_sentence import both, taken_apart
from goodword.document.condition_text import condition_of
from goodword.document.eligible_rule import ENTRY, action_in, said, share_in
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH

_ONLY = re.compile(r"^only ")


def people_of(plain: str, text: str, setting: Setting) -> Understood | None:
    """Return who gets something or does not, or what they get for what they do; else None."""
    low = normal(plain)
    if (asked := _match("asked_to", low)) is not None:
        return _asked(plain, text, asked)
    if ENGLISH.pattern(f"{ENTRY}.others").search(low) is not None:
        return None
    it = taken_apart(plain, setting)
    main = it.main.strip(" ,;")
    found = _match("who_gets", main) or _match("given_to", main)
    if found is None:
        return None
    first = re.sub(r"^(?:all|any|only|our|those) ", "", found["who"])
    served = PUBLIC.match(first) or _match("who_people", first)
    if not served and is_roleish(first.split()[0], setting.roles):
        return None
    verb = action_in(found["what"]) or ("refund" if " refunded" in main else None)
    verb = verb or action_in(normal(setting.heading)) or "give"
    action = action_of(f"{verb} {share_in(main)}".strip() if verb == "refund" else verb, it.pack)
    who = it.cased(_ONLY.sub("", found["who"]))
    when = both(condition_of(f"it is for {who[:1].lower()}{who[1:]}"), it.condition)
    if found["no"]:
        return said(text, action, exception=when)
    only = re.search(r"\bonly\b", main) is not None
    return said(text, action, only=only, condition=when, exception=it.exception)


_DENIED = re.compile(r"\b(?:not|never)\b|n't\b")
# Not to lose something is as good as to get it.
_LOST = re.compile(r"\b(?:charged?|billed|pay|lose|forfeit\w*)\b")


def _asked(plain: str, text: str, found: re.Match[str]) -> Understood | None:
    """Return "Cancel two days before for a full refund" as a condition of the refund."""
    gets, words = found["gets"], plain[slice(*found.span("when"))].strip(" ,")
    window = ENGLISH.pattern(f"{ENTRY}.terms").search(normal(words))
    timed = window is not None and ENGLISH.pattern(f"{ENTRY}.times").search(normal(words))
    if not timed or (gets is None and found["do"] != "return"):
        return None
    when = condition_of(f"they {found['do']} {words}")
    verb = (action_in(gets) if gets else None) or found["do"]
    if gets and _DENIED.search(gets) and _LOST.search(gets) is None:
        return said(text, action_of(verb), exception=when)
    return said(text, action_of(verb), condition=when)


def _match(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"{ENTRY}.{name}").match(low)

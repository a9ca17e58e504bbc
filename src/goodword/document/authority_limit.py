"""A role's limit, said as a limit: "Managers have a limit of $50"."""

import re
from dataclasses import replace

from goodword.document.authority_above import without_above
from goodword.document.authority_action import heading_action, noun_action, thing_action
from goodword.document.authority_asked import who_asked
from goodword.document.authority_grant import grant, joined
from goodword.document.authority_role import PUBLIC, is_roleish, several_roles, with_above
from goodword.document.authority_sentence import AuthoritySentence, both, taken_apart
from goodword.document.condition_text import condition_of
from goodword.document.hours_asked import unused
from goodword.document.setting import Understood
from goodword.language.normal import normal
from goodword.problem import Severity

_TO_DO = re.compile(
    r"\b(?:discretion|authority|authori[sz]ation|power|powers|mandate|delegation|autonomy) to $"
)

# Who "approves up to $50" is a role and what it does: no name ends so.
_DOES = re.compile(
    r" (?:approves?|authori[sz]es?|sanctions?|okays?|grants?|waives?|clears?|signs?(?: off)?|"
    r"countersigns?|decides?|settles?|handles?|agrees?)(?: (?:all |any )?[a-z]+(?: [a-z]+)?)?$"
)

# "Driver: £10 (log it)".
_ASIDE = re.compile(r" \((?P<said>[^()\d]{3,40})\)[.;]?$")


def limit_said(it: AuthoritySentence) -> Understood | None:
    """Return a role's limit, where the sentence says it as a limit: "may not exceed £75"."""
    read = _limit_said(*without_above(it))
    return read if read is not None else _beside_aside(it)


def _beside_aside(it: AuthoritySentence) -> Understood | None:
    """Return a limit that words in brackets follow, with a warning that they are not kept."""
    aside = _ASIDE.search(it.plain)
    if aside is None or not it.bounds or it.bounds[-1].end > aside.start():
        return None
    read = limit_said(taken_apart(it.plain[: aside.start()].rstrip(), it.setting))
    if read is None or not read.clauses:
        return read
    left = unused(it.plain, *aside.span("said"), Severity.WARNING)
    return replace(read, findings=(*read.findings, left))


def _limit_said(it: AuthoritySentence, above: str | None) -> Understood | None:
    for pattern in it.pack.each("authority.limits", it.main_shape):
        found = it.pack.compiled(pattern).match(it.main_shape)
        if found is None:
            continue
        named = found.groupdict()
        inside = it.bounds_between(it.start, it.end)
        words, or_above = with_above(found["role"], it.pack)
        if len(inside) != 1 or inside[0].is_beyond or PUBLIC.match(words):
            continue
        if re.search(r"\b(?:is|are|was|to|may|can|must|will|not)\b", words) or _DOES.search(words):
            continue
        if not is_roleish(words, it.setting.roles) and words.strip() != "you":
            continue
        if words.strip() == "you":
            return who_asked(it.plain, it.setting)
        doing = " " in (named.get("thing") or "").strip()
        if doing and _TO_DO.search(it.low[: it.start + found.start("thing")]):
            continue  # "has discretion to cancel fines" is a permission
        thing = named.get("thing") or named.get("thing2") or named.get("kind") or ""
        action = thing_action(thing, it.pack) if named.get("thing") or named.get("thing2") else None
        if named.get("thing") and it.low[: it.start + found.start("thing")].endswith(" to "):
            action = None  # "has £30 to put things right" says what it is spent on
        action = (
            action
            or heading_action(thing, it.pack)
            or heading_action(normal(it.setting.heading), it.pack)
            or ("approve" if re.search(r"appro|sign", thing) else "spend")
        )
        condition = it.condition
        if not named.get("kind") and thing and noun_action(thing, it.pack) is None:
            # "have $50 a week for small repairs" says what it is spent on.
            condition = both(condition, condition_of(f"it is for {it.cased(thing)}"))
            action = heading_action(normal(it.setting.heading), it.pack) or "spend"
        grants = [
            grant(
                it,
                role,
                action,
                None,
                inside,
                above,
                only=False,
                or_above=or_above,
                condition=condition,
            )
            for role in several_roles(words)
        ]
        return joined(it, [one for one in grants if one is not None])
    return None

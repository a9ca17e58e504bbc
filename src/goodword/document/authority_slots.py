"""A sentence on authority in no known order, read where one role, one amount and one action stand.

What has two of any of them, or a "not", is asked about and not guessed.
"""

# ruff: noqa: PLR0911  (a reader is one list of cases)

import re

from goodword.document.authority_action import ANYTHING, heading_action
from goodword.document.authority_approval import rule_of
from goodword.document.authority_asked import unclear_asked
from goodword.document.authority_grant import grant, joined
from goodword.document.authority_mentions import mentions_in
from goodword.document.authority_role import PUBLIC, ROLEISH
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.roles_known import checked
from goodword.document.setting import Understood
from goodword.language.normal import normal
from goodword.policy.authority import Authority

# A house decides like a team.
_OFFICE = re.compile(r"\b(?:office|headquarters|branch)$")
_STRONG = re.compile(r"approv|authori[sz]|sign[- ]?off|signature|decides?\b|discretion|countersign")


def by_slots(it: AuthoritySentence) -> Understood | None:
    """Return the rule whose parts are certain, a question where they are not, or None."""
    pack = it.pack
    main = it.main_shape
    if not it.bounds or pack.pattern("authority.slots_idle").search(it.low):
        return None
    needs = pack.pattern("authority.slots_needs").search(main) is not None
    may = pack.pattern("authority.slots_may").search(main) is not None
    roles, actions = _roles(it), _actions(it)
    if not roles or not (needs or may) or (not actions and _STRONG.search(main) is None):
        return None
    actions = actions or (ANYTHING,)
    known = actions != (ANYTHING,) or pack.pattern("authority.slots_anything").search(main)
    inside = it.bounds_between(it.start, it.end)
    one = inside[0] if len(inside) == len(it.bounds) == 1 else None
    sure = known and len(roles) == len(actions) == 1 and needs != may
    if one is None or not sure or pack.pattern("authority.slots_not").search(main):
        return unclear_asked(it.plain, roles[0], actions[0], one or it.bounds[0])
    if needs:
        if not one.is_beyond:
            return unclear_asked(it.plain, roles[0], actions[0], one)
        rule = rule_of(actions[0], roles[0], one, terms=(it.condition, it.exception))
        return checked(Understood((rule,)), roles, it.low, it.setting)
    if one.is_beyond:
        return unclear_asked(it.plain, roles[0], actions[0], one)
    given: Authority | None = grant(
        it,
        roles[0],
        actions[0],
        None,
        inside,
        None,
        only=False,
        or_above=False,
        condition=it.condition,
    )
    return joined(it, [given] if given is not None else [])


def _roles(it: AuthoritySentence) -> tuple[str, ...]:
    """Return the roles that are named anywhere in the main clause."""
    named = mentions_in(it.plain, it.setting)
    inside = [one for one in named if it.start <= one.start < it.end]
    said = [(one.role, it.low[one.start : one.end]) for one in inside]
    roles = [
        role
        for role, words in said
        if ROLEISH.search(_OFFICE.sub("team", words)) and not PUBLIC.match(words)
    ]
    return tuple(dict.fromkeys(roles))


def _actions(it: AuthoritySentence) -> tuple[str, ...]:
    """Return the known actions that are named anywhere in the main clause."""
    found: list[tuple[int, str]] = []
    for name in ("verbs", "nouns"):
        for pattern, action in it.pack.words(f"actions.{name}").items():
            if "(?P<" in pattern or action in {
                "give_goods",
                "approve",
                "cancel",
                "extend",
                "replace",
            }:
                continue
            match = it.pack.compiled(rf"\b(?:{pattern})\b").search(it.main)
            if match is not None:
                found.append((match.start(), action))
    kinds = tuple(dict.fromkeys(action for _, action in sorted(found)))
    if kinds:
        return kinds
    headed = heading_action(normal(it.setting.heading), it.pack)
    if headed is not None:
        return (headed,)
    anything = it.pack.pattern("authority.slots_anything").search(it.main_shape)
    return (ANYTHING,) if anything else ()

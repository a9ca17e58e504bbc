"""Roles held against those that the policy declares."""

from dataclasses import replace

from goodword.document.setting import Finding, Setting, Understood
from goodword.language.role import ANYONE, named
from goodword.language.word import meant
from goodword.problem import Severity


def checked(
    understood: Understood, roles: tuple[str, ...], low: str, setting: Setting
) -> Understood:
    """Return the same, or an almost-live sentence where a role looks misspelt.

    A role that is no other role's misspelling counts as a role of its own by use.
    """
    if not setting.roles:
        return understood
    for role in roles:
        if role == ANYONE or role in setting.roles:
            continue
        near = meant(role, setting.roles)
        if not near:
            continue
        words = named(role)
        start = max(low.find(words[: max(4, len(words) - 2)]), 0)
        end = min(len(low), start + len(words))
        listed = ", ".join(named(one) for one in setting.roles)
        finding = Finding(
            "ES02",
            Severity.ERROR,
            f'I do not know "{words}". Did you mean {named(near[0])}? Roles here: {listed}.',
            start,
            end,
            (("who", "?"),),
            low[:start].capitalize()
            + (named(near[0]) if start else named(near[0]).capitalize())
            + low[end:].removeprefix("s")
            + ".",
            "Use the known role",
        )
        return replace(Understood(), findings=(finding,), almost=True)
    return understood

"""An escalation whose form leaves no doubt, whatever its single words speak for."""

import re
from dataclasses import replace

from goodword.document.condition_text import frame
from goodword.document.escalation_titles import is_title, with_titles
from goodword.document.escalation_told import is_roleish
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.role import named
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation

# Those who are served, and what is only said of others.
_SERVED = re.compile(r"\b(?:you|we receive)\b")
# Whoever stands higher is told of a matter, and given no work.
_HIGHER = re.compile(
    r"\b(?:manager|lead|leader|supervisor|head|director|chief|owner|board|chair|governors|trustees)\b"
)
_TELLS = re.compile(
    r"\b(?:(?:is|are|must be|will be|should be) (?:also |always |then |first )*"
    r"(?:told|informed|notified|alerted|advised)|notify|inform|alert)\b"
)
_SAYS = re.compile(r"(?:^|_)(?:say|says|ask|and|who|that|of)$")


def told_plainly(first: Understood | None, text: str, setting: Setting) -> Understood | None:
    """Return an escalation that the form says with a role of ours and a condition or a time.

    It comes with a warning that says it back: for where weighed words would leave it out. None
    for any other.
    """
    if first is None or not first.clauses:
        return None
    told = [one for one in first.clauses if isinstance(one, Escalation)]
    if len(told) < len(first.clauses) or any(one.strength is Strength.MAY for one in told):
        return None
    setting = with_titles(setting, text)
    taken = frame(text)
    when = normal(taken.before or taken.after)
    outside = bool(when) and _TELLS.search(normal(text)) is not None
    if not all(_is_role(one.to, setting) or (outside and _is_outside(one.to)) for one in told):
        return None
    waits = all(one.after is not None for one in told)
    higher = all(_HIGHER.search(named(one.to)) for one in told)
    if _SERVED.search(when) or not (waits or when or higher):
        return None
    return replace(first, findings=(*first.findings, unsure(text, first.clauses)))


def _is_role(role: str, setting: Setting) -> bool:
    if _SAYS.search(role):
        return False
    return role in setting.roles or is_title(role, setting) or is_roleish(named(role), ENGLISH)


def _is_outside(role: str) -> bool:
    """Whether a role is somebody outside who is told of what happened, such as an insurer."""
    return ENGLISH.pattern("escalation.told_outside").fullmatch(named(role)) is not None

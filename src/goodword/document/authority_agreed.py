"""What a role may do only with somebody's agreement: "only with the general manager's consent"."""

import re
from dataclasses import dataclass

from goodword.document.authority_action import action_of
from goodword.document.authority_role import is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence, taken_apart
from goodword.document.roles_known import checked
from goodword.document.setting import Understood
from goodword.language.word import whole_slug
from goodword.policy.authority import ApprovalRule, Authority

_MAY = re.compile(
    r"\b(?:may|can|could|should|"
    r"(?:is|are) (?:also )?(?:allowed|permitted|authori[sz]ed|empowered|able|free|entitled) to)\b"
)
# What is done begins with a verb, and is no state: "may be late".
_DOES = re.compile(r"(?!not\b|never\b|no\b|be\b|have\b|expect\b|need\b|want\b)[a-z]{3,}")
_ADVERBS = re.compile(r"^(?:only|also|then|always) |,? only$")
_LONGEST = 12
_ARTICLES = re.compile(r"\b(?:an?|the|any|our|their) (?=\w)")
_CUE = re.compile(r"\b(?:with|subject|on|following|after|given)\b")


@dataclass(frozen=True, slots=True)
class Agreed:
    """`first` is the sentence without the agreement, `approver` the role that gives it."""

    first: AuthoritySentence
    approver: str

    def rules(self, granted: Understood) -> Understood | None:
        """Return what was granted as what needs the approver's approval; None for other rules."""
        clauses = granted.clauses
        grants = tuple(one for one in clauses if isinstance(one, Authority))
        if not grants or len(grants) != len(clauses) or any(one.caps for one in grants):
            return None
        rules = tuple(
            ApprovalRule(
                action=whole_slug(f"give {one.goods}", limit=80) if one.goods else one.action,
                over=None,
                up_to=one.limit,
                up_to_share=one.share,
                share_of=one.share_of,
                approver=self.approver,
                role=one.role,
                condition=one.condition,
                exception=one.exception,
            )
            for one in grants
        )
        return checked(Understood(rules), (self.approver,), self.first.low, self.first.setting)

    def bare(self) -> Understood | None:
        """Return what needs the approval, whatever is done: "move a lesson" gives nothing away."""
        first = self.first
        may = _MAY.search(first.main)
        if may is None or first.bounds:
            return None
        role = role_in(first.main[: may.start()].strip(" ,"))
        what = _ADVERBS.sub("", first.main[may.end() :].strip(" ,"))
        if role is None or not _DOES.match(what) or len(what.split()) > _LONGEST:
            return None
        rule = ApprovalRule(
            action=action_of(_ARTICLES.sub("", what), first.pack),
            over=None,
            up_to=None,
            approver=self.approver,
            role=role,
            condition=first.condition,
            exception=first.exception,
        )
        return checked(Understood((rule,)), (role, self.approver), first.low, first.setting)


def agreed(it: AuthoritySentence) -> Agreed | None:  # noqa: PLR0911  (a list of cases)
    """Return the sentence apart from whose agreement it needs; None where it names none."""
    if _CUE.search(it.low) is None or _MAY.search(it.low) is None:
        return None
    if (opening := it.pack.pattern("authority.agreed_first").match(it.low)) is not None:
        return _apart(it, opening, it.plain[opening.end() :])
    if (inverted := it.pack.pattern("authority.agreed_inverted").match(it.low)) is not None:
        words = it.plain[inverted.end() :].split()
        for count in range(1, min(len(words), 6)):
            who = " ".join(words[:count])
            if is_roleish(who.lower(), it.setting.roles):
                return _apart(it, inverted, f"{who} may {' '.join(words[count:])}")
        return None
    ending = it.pack.pattern("authority.agreed_last").search(it.low)
    if ending is not None and (whole := _apart(it, ending, it.plain[: ending.start()])):
        return whole
    # "… only with the manager's approval, if the debt is old": the condition stays behind.
    ending = it.pack.pattern("authority.agreed_last").search(it.low[: it.end])
    if ending is None or it.end == len(it.low):
        return None
    return _apart(it, ending, f"{it.plain[: ending.start()].rstrip(' ,;')}{it.plain[it.end :]}")


def _apart(it: AuthoritySentence, found: re.Match[str], rest: str) -> Agreed | None:
    name = found["one"] or found["two"]
    approver = role_in(name)
    rest = rest.strip(" ,;")
    first = taken_apart(f"{rest[:1].upper()}{rest[1:]}", it.setting)
    # Who may stands behind "If the debt is old, …".
    may = _MAY.search(first.main)
    if approver is None or may is None or not is_roleish(name, it.setting.roles):
        return None
    if not is_roleish(first.main[: may.start()].strip(" ,"), it.setting.roles):
        return None
    return Agreed(first, approver)

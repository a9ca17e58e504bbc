"""Who stands in for whom: "the Registrar, or in her absence the Bursar", "the deputy signs for her".

Both may do it, the second one where the first is away.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.authority_role import PUBLIC, is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import Condition

_AWAY = (
    r"(?:in (?:his|her|their|its|his or her|the (?:latter's|former's|\w+(?: \w+)?'s)) absence|in the absence of (?:the )?[\w' -]+?"
    r"|(?:if|when|where|while|whenever) (?:he|she|they|it|he or she|the [\w' -]+?|that is|this is|neither|nobody|none)[\w' -]*?)"
)
# Without one of these nobody stands in for anybody.
_CUE = Cued(
    r"absen|\b(?:if|when|where|while|whenever)\b",
    "absen|if|whe|while",
)
# "The Registrar or, in her absence, the Bursar may waive …".
_EITHER = re.compile(
    rf"(?i)^(?P<only>only )?(?P<one>(?:the |an? )?[\w' -]+?)(?:,| \()? ?or,? (?:(?P<away>{_AWAY}),? (?P<two>(?:the |an? )?[\w' -]+?)|(?P<two2>(?:the |an? )?[\w' -]+?) (?P<away2>{_AWAY}))[,)]? (?P<may>may|can|must|is authori[sz]ed to|decides) (?P<rest>.+)$"
)
# "… may be waived by the Registrar, or in her absence by the Bursar".
_BY = re.compile(
    rf"(?i)^(?P<head>.+? (?:by|discretion of|approval of)) (?P<one>(?:the |an? )?[\w' -]+?),? (?:or|and),? (?:(?P<away>{_AWAY}),? (?:by )?(?P<two>(?:the |an? )?[\w' -]+?)|(?:by )?(?P<two2>(?:the |an? )?[\w' -]+?),? (?P<away2>{_AWAY}))$"
)
_ACTS = (
    r"(?:(?:may |can |then |will |shall )*(?:signs?|decides?|acts?|approves?|authori[sz]es?|deputi[sz]es?|stands? in|takes? (?:the )?decisions?|(?:exercises?|ha(?:s|ve)|holds?) (?:the |all |half |full )*(?:of )?(?:the )?(?:same |his |her |their )?(?:powers?|authority|limits?))"
    r"(?: (?:in|on) (?:his|her|their|its|the [\w ]+?'s) (?:place|stead|absence|behalf)| (?:for|instead of) (?:him|her|them|the [\w ]+))?(?: instead)?)"
)
# "When the manager is out, the senior clerk signs in her place".
_INSTEAD = re.compile(
    rf"(?i)^(?:(?:if|when|where|while|whenever) (?P<away>(?P<one>(?:the |an? )?[\w' -]+?) (?:is|are|cannot be) (?:not )?(?:out|away|absent|off(?: duty)?|on (?:leave|holiday)|there|available|in|unavailable|vacant|reached|found|ill|sick))"
    rf"|in (?:the )?(?P<two>[\w -]+?)'s absence|in the absence of (?P<three>(?:the |an? )?[\w' -]+?)),? (?P<role>(?:the |an? |his |her |their )[\w' -]+?) (?P<acts>{_ACTS})(?: (?:up to|within|for|until|till) .+)?$"
)
_PLACE = re.compile(
    r"(?i)^(?P<role>(?:the |an? )[\w' -]+?) (?:acts?|signs?|decides?|stands in) (?:in|for) (?P<one>(?:the |an? )?[\w -]+?)(?:'s)?(?: (?:place|stead))? (?:in (?:his|her|their) absence|when (?:he|she|they|the [\w ]+?) (?:is|are) (?:away|absent|out|not there|unavailable|on leave))$"
)

Read = Callable[[str, Setting], Understood | None]


def deputy(it: AuthoritySentence, read: Read) -> Understood | None:
    """Return what one may and, where he is away, another; None where nobody stands in."""
    if _CUE.search(it.low) is None:
        return None
    if (found := _EITHER.match(it.plain) or _BY.match(it.plain)) is not None:
        return _both(found, it, read)
    found = _INSTEAD.match(it.plain) or _PLACE.match(it.plain)
    if found is None:
        return None
    named = found.groupdict()
    one = named.get("one") or named.get("two") or named.get("three") or ""
    role = _role(found["role"], it)
    if role is None or _role(one, it) is None:
        return None
    # The names go into a condition as they are written.
    who = re.sub(r"(?i)^(?:the|an?) ", "", one)
    away = named.get("away") or f"the {who} is absent"
    deed = re.sub(r"\W+", "_", f"act for {normal(who)}")
    made = Authority(
        role=role, action=deed, limit=None, strength=Strength.MAY, condition=condition_of(away)
    )
    return Understood((made,))


def _role(words: str, it: AuthoritySentence) -> str | None:
    low = normal(words)
    known = is_roleish(low, it.setting.roles) and PUBLIC.match(low) is None
    return role_in(low) if known else None


def _both(found: re.Match[str], it: AuthoritySentence, read: Read) -> Understood | None:
    named = found.groupdict()
    one, two = named["one"], named["two"] or named["two2"]
    if _role(one, it) is None or (second := _role(two, it)) is None:
        return None
    if named.get("head"):
        plain = f"{named['head']} {one}"
    else:
        plain = f"{named['only'] or ''}{one} {named['may']} {named['rest']}"
    said = read(plain, it.setting)
    if said is None or said.almost or len(said.clauses) != 1:
        return None
    rule = said.clauses[0]
    made: tuple[Clause, ...]
    if isinstance(rule, ApprovalRule):
        made = (replace(rule, instead=(*rule.instead, second)),)
    elif isinstance(rule, Authority):
        away = _case(named["away"] or named["away2"], one)
        first = replace(rule, only=False)
        made = (first, replace(first, role=second, condition=both(rule.condition, away)))
        if rule.only:
            # "Only A, or B if …": that nobody else may is asked about.
            said = replace(said, findings=(*said.findings, unsure(it.plain, made)))
    else:
        return None
    return replace(said, clauses=made)


def _case(away: str, one: str) -> Condition | None:
    who = re.sub(r"(?i)^(?:the|an?) ", "", one)
    if normal(away).startswith("in "):
        return condition_of(f"the {who} is absent")
    bare = re.sub(r"(?i)^(?:if|when|where|while|whenever) ", "", away)
    return condition_of(re.sub(r"(?i)^(?:he or she|he|she|they|it) ", f"the {who} ", bare))

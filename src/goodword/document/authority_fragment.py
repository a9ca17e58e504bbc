"""Lines that name a matter and who decides on it, with a colon between: "Closing early: duty manager".

What is asked or told there ("Questions: front desk") is no such line.
"""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import gerund_action, names_giving, thing_action
from goodword.document.authority_approval import rule_of
from goodword.document.authority_bound import bounds_in
from goodword.document.authority_role import PUBLIC, is_roleish, role_in
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.word import whole_slug
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause, Strength

_LINE = Cued(
    r"^(?P<what>[a-z0-9][^:;.?!¤|]{3,60}?) ?: (?P<who>(?:the |an? |our )?[a-z][\w' &/-]{2,45}?)"
    r"(?P<how>(?: only| alone|,? in writing|,? by (?:e-?mail|phone|letter|text)|, (?:before|after|by) [^,:;]+|,? on request)*)$",
    ":",
)
_SAY = re.compile(
    r"(?:'s|(?<=s)') (?:own )?(?:say|call|decision|choice|discretion|judge?ment|job)$"
)
_WITH = re.compile(r"^(?P<one>.+?) (?:with|together with|and) (?:the )?(?P<two>.+)$")
# What such a line tells who decides on, where no heading says so.
_DECIDED = re.compile(
    r"\b(?:free|waiv\w+|refunds?|credits?|discounts?|exceptions?|extensions?|at our (?:cost|expense)|clawback|write[- ]offs?|compensation|goodwill|overrides?|upgrades?|"
    r"replacements?|reinstat\w+|closing|reopening|re-?opening|early|late|cancell?ing|cancellations?|stops?|suspen\w+|exclusions?|expulsions?|release|changes?)\b"
)
_ABOVE = re.compile(r"\b(?:above|over|beyond|more than|longer than|exceeding|in excess of)\b")
_HEADING = re.compile(
    r"\b(?:who (?:decides|may|can|approves|signs|agrees)|authority|authori[sz]\w+|approv\w+|sign[- ]?off|delegat\w+|decisions?|discretion|empower\w+|powers|required approval)\b"
)
_DEALT = re.compile(r"\b(?:who (?:deals|handles|does|to)|contacts?|escalat\w+|responsibilit\w+)\b")
# Whom one meets or asks decides nothing.
_TOLD = re.compile(
    r"\b(?:questions?|contacts?|contacted|phone|tel|e-?mail|enquir\w+|inquir\w+|queries|owner|author|prepared|reviewed|written|issued|document|version|responsib\w+|reports?|"
    r"complaints?|feedback|from|cc|subject|signed|name|title|position|post|role|team|lead|help|support|information|details|escalat\w+|refer\w*|call|ask|tell|notify|inform\w*|see|"
    r"step|stage|level|tier|urgent|emergenc\w+|after hours|out of hours|day|night|weekends?|monday|friday|if|when|where|who|what|present|chair|members?|attend\w*|training|checks?|audit|disputes?|concerns?|claims? (?:handling|form))\b"
)
# Who is asked or told, and what nobody may, is no name.
_NOBODY = re.compile(
    r"^(?:ask|ring|call|tell|see|contact|speak|talk|e?mail|inform|notify|refer|send|pass|go|take|get|check|use|page|phone|no|nobody|never|none|please|always|any)\b"
    r"|\b(?:may|can|must|will|should|shall|is|are|was|has|have|needs?|who|if|when|or)\b"
)


def fragment(plain: str, setting: Setting) -> Understood | None:
    """Return who decides on the matter that stands before a colon; None for any other line."""
    low = normal(plain).rstrip(" .")
    found = _LINE.match(low)
    if found is None or _TOLD.search(found["what"]) is not None:
        return None
    if bounds_in(low, setting.currency, ENGLISH):
        return None
    what, who = found["what"], found["who"]
    if _NOBODY.search(who) is not None:
        return None
    say = _SAY.search(who)
    who = who[: say.start()] if say is not None else who
    pair = _WITH.match(who)
    names = pair.groups() if pair is not None else (who,)
    if not all(is_roleish(one, setting.roles) and not PUBLIC.match(one) for one in names):
        return None
    named = names_giving(what) or gerund_action(what) is not None
    if _DEALT.search(normal(setting.heading)) is not None:
        return None
    headed = _HEADING.search(normal(setting.heading)) is not None
    above = _ABOVE.search(what) is not None
    if not (say or headed or above or named or _DECIDED.search(what)):
        return None
    roles = [role for one in names if (role := role_in(one)) is not None]
    if len(roles) < len(names):
        return None
    action = (thing_action(what) if named else None) or whole_slug(f"decide on {what}", limit=80)
    only = re.search(r"\b(?:only|alone)\b", found["how"]) is not None
    rule: Clause
    if pair is not None:
        rule = rule_of(action, roles[1], None, role=roles[0])
    elif above:
        rule = rule_of(action, roles[0], None)
    else:
        rule = Authority(role=roles[0], action=action, limit=None, only=only, strength=Strength.MAY)
    sure = say is not None or (headed and not above)
    return Understood((rule,), () if sure else (unsure(plain, (rule,)),))

"""Who decides what is larger than was allowed: "Anything higher goes before the committee"."""

import re
from dataclasses import replace

from goodword.document.authority_action import ANYTHING, heading_action
from goodword.document.authority_approval import rule_of
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import stands
from goodword.language.normal import normal
from goodword.policy.duty import Escalation

_CUES = ("larger", "higher", "bigger", "greater", "beyond", "above", "over that", "more")
_SUMS = r"(?:refund|payment|credit|claim|sum|amount|discount|adjustment|waiver|award|write-?off)s?"
_LARGER = re.compile(
    rf"(?:any(?:thing)?|everything|all|the|{_SUMS}|\s)*?"
    rf"(?:(?:{_SUMS}|anything|everything|those|ones) (?:(?:beyond|above|over) (?:that|this|it)"
    r"|of (?:a )?(?:larger|higher|greater) (?:amounts?|sums?))"
    rf"|anything (?:larger|higher|bigger|greater|more)|(?:larger|higher|bigger|greater) {_SUMS})"
)
# Of what sums a heading speaks, where the sentence names none.
_MONEY = re.compile(
    r"\b(?:refund|pay|credit|claim|fee|charge|money|cash|discount|adjust|compensat|goodwill|spend"
    r"|expens|waiv|write|grant|price|limit|authori[st]|delegat|approv|purchas|budget)"
)
_SUM = re.compile(rf"\b{_SUMS}\b")


def larger_instead(read: Understood, text: str, setting: Setting, context: str) -> Understood:
    """Return who must approve what is larger, where it was taken for telling them of it."""
    if len(read.clauses) != 1 or not stands(_CUES, normal(text)):
        return read
    told = read.clauses[0]
    if not isinstance(told, Escalation) or told.after is not None or told.deputy is not None:
        return read
    words = normal(told.event_words)
    spoken = _SUM.search(words) or _MONEY.search(normal(f"{setting.heading} {context}"))
    if spoken is None or _LARGER.fullmatch(words) is None:
        return read
    rule = rule_of(_action(words, setting), told.to, None, also=told.also)
    kept = tuple(one for one in read.findings if one.code != "RD01")
    return replace(read, clauses=(rule,), findings=(*kept, unsure(text, (rule,))))


def _action(words: str, setting: Setting) -> str:
    return heading_action(words) or heading_action(normal(setting.heading)) or ANYTHING

"""What comes first: checks before an action, gifts that are declared."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import action_of, gerund_action, noun_action
from goodword.document.authority_bound import Side
from goodword.document.authority_role import is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.role import ANYONE
from goodword.policy.authority import Precondition
from goodword.policy.condition import Compare, Condition, Operator

_DO = r"(?:check|confirm|ask|verify|make sure|see|look|get|obtain|record|note|agree|tell|listen|inspect|explain|try|find|offer|ensure|read|call|take|write|photograph|test|log|satisfy|ring|phone|contact|speak|talk|consult|inform|count|weigh|be (?:satisfied|sure|certain)|have (?:tried|asked|checked|explained|offered)|compare|review|double-check|declare|report|register|disclose|enter|hand)"
_BEFORE = Cued(
    rf"^(?:before|ahead of|prior to) (?P<what>[\w' ¤-]+?),? (?:please |always |you must |staff must |we (?:always |will )?|(?P<role>[\w' -]+?) (?:must|should|will|need to|has to|have to) (?:always |first )?)?(?P<first>{_DO}\b.+)$",
    "ahead of|before|prior to",
)
# "Before any refund, the cashier checks the receipt."
_ROLE_DOES = re.compile(
    rf"^(?:before|ahead of|prior to) (?P<what>[\w' -]+?), (?P<role>[\w' -]+?) (?:always )?(?P<first>{_DO}s (?:that )?\w.*)$"
)
_FIRST = Cued(
    rf"^(?:please )?(?:always )?(?:(?P<role>[\w' -]+?) (?:must|should|need to|needs to|has to|have to) (?:always |first )?)?(?P<first>(?:{_DO})\b.+?) before (?:you |they |we )?(?P<what>[\w' -]+)$",
    " befor",
)
_DECLARE = re.compile(
    r"^(?:(?:(?P<role>.+?) (?:must|should|shall|need to|needs to|has to|have to|will) (?:always )?)|(?:please )?(?:always )?)(?P<do>declare|report|record|register|log|disclose|enter) (?P<what>(?:any |all |every |an? |the )?(?:\w+ )*?(?:gifts?|hospitality|offers? of gifts?|presents?)\b[^¤]*?)(?P<bound>¤+)?(?P<rest>[^¤]*)$"
)
_DECLARED = re.compile(
    r"^(?P<what>(?:any |all |every |an? |the )?(?:\w+ )*?(?:gifts?|hospitality|presents?)\b[^¤]*?)(?P<bound>¤+)?(?P<mid>[^¤]*?) (?:must|should|shall|need to|needs to|has to|have to|will|is to|are to) (?:always )?be (?P<do>declared|reported|recorded|registered|logged|disclosed|entered|handed(?: over| in)?)(?P<rest>[^¤]*)$"
)
_IN_DOUBT = re.compile(
    r"(?:(?:if|when|where|whenever) )?(?:ever |you are |still )*(?:in (?:any )?doubt|unsure|uncertain|not sure)\b"
)
_TELLS = re.compile(r"(?:inform|tell|notify|alert) (?:your|the) ")
_ESCALATING = re.compile(r"^escalating(?: (?:it|(?:a|any|the) (?:call|case|matter|complaint)))?$")
# "refunding a deposit" says nothing of other refunds.
_REFUNDING = re.compile(r"^refunding (?P<what>.+)$")
_GIVES = re.compile(
    r"(?:refund|give|offer|promise|issue|waive|approve|agree|pay|write off|credit|discount|replace|compensate|grant|reverse|authori[sz]e)\b"
)
_TO = re.compile(r" ?to (?:the |our |your |an? )?(?P<who>[\w' -]+?)(?:,| and\b| who\b| within\b|$)")
_BASE = {"declared": "declare", "reported": "report", "recorded": "record", "registered": "register", "logged": "log", "disclosed": "disclose", "entered": "enter", "handed": "hand", "handed over": "hand over", "handed in": "hand in"}  # fmt: skip


def before(it: AuthoritySentence) -> Understood | None:
    """Return what is done before an action."""
    found = _BEFORE.match(it.main) or _ROLE_DOES.match(it.main) or _FIRST.match(it.main)
    if found is None or _goes_up(it, found):
        return None
    what = found["what"].strip()
    action = gerund_action(what, it.pack)
    if action == "refund" and (of := _REFUNDING.match(what)) is not None:
        action = action_of(f"refund {of['what']}", it.pack)
    if action is None and (named := noun_action(what, it.pack)):
        action = named[0]
    if action is None and (
        verb := re.match(r"^(?:a |any )?(refund|discount|credit)s?(?: is| are)?\b", what)
    ):
        action = verb[1]
    what = re.sub(r"^(?:any|an?|the|every|each|all) ", "", what)
    if action is None and (named := noun_action(what, it.pack)):
        action = named[0]
    if action is None and _GIVES.match(what):
        action = action_of(what, it.pack)
    if action is None and _ESCALATING.match(what):
        action = "escalate"
    if action is None:
        return None
    role = found["role"]
    slug = role_in(role) if role and is_roleish(role, it.setting.roles) else None
    if (
        role
        and slug is None
        and role.strip() not in {"you", "we", "staff", "the member of staff", "a member of staff"}
    ):
        return None
    start, end = (it.start + place for place in found.span("first"))
    rule = Precondition(
        action=action,
        do=re.sub(r"^(\w+)s ", r"\1 ", it.plain[start:end])
        if found.re is _ROLE_DOES
        else f"{it.plain[start : start + 1].lower()}{it.plain[start + 1 : end]}",
        role=slug or ANYONE,
        condition=it.condition,
        exception=it.exception,
    )
    return Understood((rule,))


def _goes_up(it: AuthoritySentence, found: re.Match[str]) -> bool:
    """Whether somebody is only told: "when in doubt, inform your manager before the purchase"."""
    return _TELLS.match(found["first"]) is not None and _IN_DOUBT.match(it.low) is not None


def declared(it: AuthoritySentence) -> Understood | None:
    """Return that gifts are declared, from which amount on."""
    for pattern in (_DECLARE, _DECLARED):
        found = pattern.match(it.shape.rstrip(" .;"))
        if found is None:
            continue
        named = found.groupdict()
        role = named.get("role")
        if role and not is_roleish(role, it.setting.roles) and role.strip() not in {"you", "we"}:
            return None
        inside = it.bounds_between(0, len(it.low))
        condition: Condition | None = None
        if inside:
            bound = inside[0]
            amount = bound.low or bound.high
            if amount is None or bound.side in {Side.UP_TO, Side.BELOW}:
                return None
            at_least = bound.side is Side.AT_LEAST
            shown = re.search(
                r"[$£€]? ?\d[\d,.]*(?: ?(?:pounds|dollars|euros|eur|gbp|usd))?",
                it.plain[bound.start : bound.end],
            )
            condition = Compare(
                "amount",
                Operator.AT_LEAST if at_least else Operator.MORE,
                amount.amount,
                f"the amount is {'at least' if at_least else 'more than'} {shown[0] if shown else amount.amount}",
            )
        start, end = found.span("rest")
        told = _TO.match(it.low[start:end])
        if condition is None and told is not None and is_roleish(told["who"], it.setting.roles):
            # Somebody is told of every gift: that goes up.
            return None
        verb = _BASE.get(found["do"], found["do"])
        slug = role_in(role) if role and is_roleish(role, it.setting.roles) else None
        rest = it.plain[start:end].strip(" ,")
        rest = "" if re.match(r"^(?:received|offered|accepted)?$", rest) else f" {rest}"
        return Understood(
            (
                Precondition(
                    action="accept_gift",
                    do=f"{verb} it{rest}",
                    role=slug or ANYONE,
                    condition=both(condition, it.condition),
                    exception=it.exception,
                ),
            )
        )
    return None

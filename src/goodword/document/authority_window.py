"""What customers may still do and until when: "You may return any item within 30 days".

Such a window says on what condition a return, an exchange, a cancellation or a refund is possible.
What customers have to hand in by a time is no such window.
"""

# ruff: noqa: C901, E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_banned import plain_verb
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of
from goodword.document.eligible_rule import as_so
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.policy.authority import Eligibility

_CUE = Cued(
    r"return|exchang|cancel|refund|money back|rebook|reschedul|replac|swap|bring |brought|taken back|put off|change (?:your|their) mind|qualif|eligible",
    " back|bring |brought|cancel|chang|eligible|put off|qualif|rebook|refund|replac|"
    "reschedul|return|swap",
)
_CUSTOMERS = r"(?:you|(?:the |an? |any |our |all )?(?:customer|guest|member|client|patron|buyer|passenger|hirer|student|parent|participant|registrant|purchaser|visitor|subscriber|user|shopper|traveller)s?)"
_MAY = r"(?:may|can|are able to|is able to|(?:has|have) the right to|(?:are|is) (?:entitled|free|welcome|allowed) to)(?: also| still| then| always)?"
_DO = r"(?:cancel|return|exchange|bring (?:it |them |\w+ ){0,3}?back|take (?:it |them |\w+ ){0,3}?back|send (?:it |them |\w+ ){0,3}?back|rebook|reschedule|change (?:your|their) minds?|swap|postpone|put off|(?:get|claim|ask for|request|have|receive|obtain)(?= [^,;]*\b(?:refund|exchange|money back|replacement|refunded)\b))"
_WHEN = r"(?:within|up to|until|till|in the first|no later than|at least|a minimum of|before|less than|more than|for up to|inside)"
_FREE = r"(?:without (?:charge|penalty|a fee|any fee|cost|liability)|free of charge|at no (?:cost|charge)|with no liability)"
_YOU_MAY = re.compile(
    rf"^(?:please note (?:that )?)?{_CUSTOMERS} {_MAY} (?P<do>{_DO}\b[^,;]*?)(?P<when>,? (?:{_WHEN} [^;]*\d[^;]*|{_WHEN} (?:midnight|noon|one|two|three|the|a week)\b[^;]*|{_FREE}[^;]*))$"
)
_YOU_HAVE = re.compile(
    rf"^{_CUSTOMERS} (?:have|has) (?P<when>(?:up to |until )?(?:\d+|[a-z]+teen|seven|ten|twenty|thirty|sixty|ninety|fourteen|a|one|two|three)(?: \(\d+\))? (?:working |calendar |business )?(?:days?|weeks?|months?|hours?|years?)(?: (?:from|after|of) [^,;]+?)?) (?:in which )?to (?P<do>return|ask for|cancel|exchange|change (?:your|their) minds?|request|claim|bring|send)\b(?P<what>[^,;]*)$"
)
_BOUGHT = r"(?:purchase|purchasing|sale|delivery|buying|(?:the |your )?order|transaction|booking|receipt of (?:the|your) (?:item|goods|order))"
_REFUNDS = re.compile(
    r"^(?:please note (?:that )?)?(?P<we>we (?:offer|give|accept|allow) )?(?:(?:full|partial|cash|free|\d+%) )*(?P<do>refund|exchange|return|replacement|cancellation)s?(?: requests?| or (?:refunds?|exchanges?|returns?|replacements?))?(?P<on> (?:on|for|of) (?!receipt\b|request\b)[a-z][a-z' -]{2,30}?(?= (?:are|is|can be|may be) ))?(?: (?:are|is|will be|can be|may be))?(?: only)?(?P<verb> (?:available|given|offered|made|possible|allowed|accepted|permitted|issued))?(?: only)? (?P<when>(?:within|up to|until|for(?: up to)?(?= \d)|less than|no later than|in the first) [^;]*\d[^;]*)$"
)
_CANCELLED = re.compile(
    r"^(?:any |all )?cancellations? (?:that are |which are )?(?:made |received |notified )?(?P<when>(?:within|at least|more than|less than|up to|before|inside|with|no later than) [^;]*?(?:\d|\b(?:one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|twenty|thirty)\b)[^;]*?),? (?:(?:will|would|are|is|can|shall)(?: be)?(?: not be| not)? (?:charged|refunded|given|entitled|eligible|free|receive|get|bring|made without)|receives?|gets?|brings?|qualif(?:y|ies))\b(?P<rest>[^;]*)$"
)
_WE_ONLY = re.compile(
    r"^we(?: will| can)? only (?P<do>(?:refund|replace|exchange|repair|credit|accept returns of|take back|cancel)\b[\w' -]*?)(?P<when> (?:for|within|up to|on|in) [^;]+)?$"
)
_ONLY_THINGS = re.compile(
    r"^only (?P<thing>[a-z][\w' -]+?) (?:may|can|will) be (?P<done>refunded|returned|exchanged|cancelled|replaced|transferred)(?P<when> [^;]*)?$"
)
_QUALIFY = re.compile(
    r"^(?P<who>(?!to\b|if\b|you must)[a-z][\w'% /-]{2,70}?) qualif(?:y|ies) for (?:an? |the )?(?P<what>[\w'% -]*?(?:refund|discount|credit|exchange|return|replacement|waiver|reduction)s?)(?P<when> [^;]*)?$"
)
_TO_QUALIFY = re.compile(
    r"^to (?:be eligible|qualify) for (?:an? |the |your )?(?P<what>(?:[\w-]+ )?(?:refund|return|exchange|credit|discount|replacement|waiver)),? (?P<cond>[^;]+)$"
)
_MONEY_BACK = re.compile(
    r"\b(?:get|ask for|claim|have|receive|obtain|request)\b.*\b(?:refund|money back)"
)
_SHARE = re.compile(r"\b\d+% ")
# What is handed in, and gives nothing back.
_HANDED_IN = re.compile(
    r"\b(?:form|questionnaire|slip|survey|call|reply|letter|key|keys|books?|loan|review|appeal|complaint)\b"
)


def window(it: AuthoritySentence) -> Understood | None:
    """Return until when customers may return, exchange or cancel; None where it is not said."""
    low = it.main.rstrip(" .!")
    if any(one.low or one.high for one in it.bounds) or _CUE.search(low) is None:
        return None
    if (found := _YOU_MAY.match(low)) is not None and not _HANDED_IN.search(found["do"]):
        return _said(it, found["do"], found["when"])
    if (found := _YOU_HAVE.match(low)) is not None and not _HANDED_IN.search(found["what"]):
        return _said(it, f"{found['do']} {found['what']}", f"within {found['when']}")
    if (found := _REFUNDS.match(low)) is not None and (found["we"] or found["verb"]):
        open_ = (found["verb"] or " offered").strip() in {
            "available",
            "offered",
            "possible",
            "allowed",
            "accepted",
            "permitted",
        }
        if open_ or re.search(
            rf"\b(?:of|from|after) (?:the |your |an? |original |first |initial |date of )*{_BOUGHT}\b",
            found["when"],
        ):
            return _said(
                it, found["do"], f"{found['on'] or ''} and {found['when']}".removeprefix(" and ")
            )
    if (found := _CANCELLED.match(low)) is not None and _gives(found):
        return _said(it, "cancel", found["when"])
    if (found := _WE_ONLY.match(low)) is not None:
        return _said(it, found["do"], found["when"] or "", only=True)
    if (found := _ONLY_THINGS.match(low)) is not None:
        words = f"{plain_verb(found['done'])} {found['thing']}"
        return _said(it, words, found["when"] or f"for {found['thing']}", only=True)
    if (found := _QUALIFY.match(low)) is not None:
        return _said(it, found["what"], f"for {found['who']}{found['when'] or ''}")
    if (found := _TO_QUALIFY.match(low)) is not None:
        return _made(it, found["what"], as_so(it.cased(found["cond"])), only=True)
    return None


def _gives(found: re.Match[str]) -> bool:
    """Whether a cancellation is free or brings money back: "will be charged" does not."""
    return re.search(r"\bcharged\b", found[0]) is None or " not " in f" {found[0]} "


def _said(it: AuthoritySentence, doing: str, when: str, *, only: bool = False) -> Understood | None:
    words = when.strip(" ,")
    return _made(it, doing, f"it is {it.cased(words)}" if words else "", only=only)


def _made(it: AuthoritySentence, doing: str, words: str, *, only: bool) -> Understood | None:
    condition = both(condition_of(words) if words else None, it.condition)
    doing = "refund" if _MONEY_BACK.search(doing) else _SHARE.sub("", doing)
    bare = re.sub(r"\b(?:any|an?|the|your|their|our|all|most|some) ", "", doing.strip(" ,"))
    action = action_of(bare, it.pack)
    if condition is None or not action:
        return None
    rule = Eligibility(action=action, only=only, condition=condition, exception=it.exception)
    return Understood((rule,), (unsure(it.plain, (rule,)),))

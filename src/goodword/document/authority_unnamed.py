"""Authority of a house where nobody in it is named: a right that we reserve, what staff may spend.

"We reserve the right to refuse a refund" and, below "Expenses", "Stationery up to £10" hold for
anyone who works here; a warning says so, for perhaps only some of them may.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import action_of, noun_action
from goodword.document.authority_bound import Side
from goodword.document.authority_grant import grant
from goodword.document.authority_role import is_roleish
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE, role_slug
from goodword.policy.authority import Authority
from goodword.policy.clause import Strength

_HOUSE = r"(?:we|(?:the |our )?(?:management|moderation)|(?:the |our )(?:[\w-]+ )?<<roles.house>>)"
_RESERVED = Cued(
    ENGLISH.expanded(
        rf"^(?:(?:(?:to|in order to|with|in|where|after) [^,;]+,|until then,?) )?(?P<who>{_HOUSE}) (?:also )?(?:reserves? the right|ha(?:s|ve) the right|retains? the right|keeps? the right)(?:, [^,;]*discretion[^,;]*,)? to (?P<what>[^;]+)$",
        "authority.reserved",
    ),
    "reserve|retain|keep| the right",
)
# What a house may do to those who come to it: "we may refuse entry", "the club can end a booking".
_POWER = Cued(
    ENGLISH.expanded(
        rf"^(?:(?:(?:to|in order to|with|in|where|after) [^,;]+,|until then,?) )?(?P<who>{_HOUSE}) (?:may|can)(?: also| then| at any time| at once| always| still|,? (?:at|in) (?:our|its) (?:\w+ )?discretion,?)* (?P<what>(?:refuse|decline|suspend|ban|block|exclude|withdraw|terminate|end|cancel|restrict|bar|remove|confiscate|withhold|deny|turn (?:away|down)|turn (?:[\w-]+ ){1, 4}(?:away|down)|close|limit|stop|evict|revoke|reject|cease|eject|disconnect|expel|dismiss|determine|decide(?! not))\b[^;]*)$",
        "authority.reserved",
    ),
    " may| can",
)
# "Refunds are given at our discretion", "We pay overdrafts at our sole discretion".
_OURS = Cued(
    ENGLISH.expanded(
        r"^(?:we (?P<does>(?!may\b|can\b|will\b|have\b|are\b)[a-z]+ [^,;]+?)|(?P<thing>[^,;]+?) (?:is|are|will be|may be|can be)(?: only| always)?(?: (?!at\b)[a-z]+)?),?(?: entirely| solely| wholly| only)? (?:at|in|within) (?:our|its|the (?:[\w-]+ )?<<roles.house>>'s) (?:own |sole |full |absolute |entire |complete )*discretion(?:, which [^;]+)?$",
        "authority.reserved",
    ),
    "discretion",
)
# Changes of terms, and what is watched: nothing that somebody decides in a case.
_OF_TERMS = re.compile(
    r"(?:amend|change|modify|update|vary|alter|correct|record|monitor|revise|edit|introduce|add|review|increase|adjust (?:our|the) (?:prices?|terms|fees)|suspend (?:all|this|the)|make (?:changes|amendments)|withdraw (?:this|the|all)|replace (?:this|these|all)|transfer|assign|use|publish|cease trading|charge)\b"
)
# "We may withdraw these terms", "we may close early": nothing that is done to somebody.
_OF_RULES = re.compile(
    r"\b(?:(?:these|this|the|our|any) (?:terms|conditions|policy|policies|prices|rules|charter|procedure|page|website|offer|promotion)|(?:close|end|stop) (?:early|late|earlier|later|for|at|in|on))\b"
    # What we do in the moment in which somebody misbehaves is told as that moment.
    r"|\b(?:calls?|conversations?|chats?|contact)\b"
)
_SPENDING = Cued(
    r"\b(?:expens\w*|petty cash|company (?:cards?|money)|(?:credit|purchasing|business|corporate) cards?|reimburse\w*|spending|purchas(?:es|ing))\b",
    "card|company|expens|petty|purchas|reimburs|spending",
)
_MOST = Cued(
    r"^(?:the )?(?:maximum|most|limit|highest amount)(?: (?:amount|sum|value))?,?(?: (?:that|which))? (?:may|can|you may|you can|staff may|anyone may) (?:be )?(?:claimed|spent|reimbursed|paid|claim|spend)(?P<what>[^¤]*?) (?:is|will be|shall be) ¤+(?P<rest>[^¤]*)$",
    "limit|maximum|most|highest",
)
_REPAID = Cued(
    r"^(?:we|the company|the charity|the club|the school) (?:will |shall |can |may )?(?:reimburse|refund|cover|repay|pay(?: for| back)?|contribute)(?: you)?(?P<what> [^¤]*?)??,? ?¤+(?P<rest>[^¤]*)$",
    "reimburse|refund|cover|repay|pay|contribute",
)
_ITEM = Cued(
    r"^(?P<what>(?!(?:anything|everything|amounts?|all|any|no|if|for|the|we|you|staff|each|every|over|under|only|claims?|receipts?)\b)[a-z][a-z' /&-]{2,40}?)(?::| -|,)? ?¤+(?P<rest>(?: (?:each|per|a|for each) [\w ]+)?)$",
    "¤",
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|must|should|may|can|will|need|needs|costs?|cost|paid|approved|ask|require\w*)\b"
)
_LEADS = re.compile(r"^(?:for|towards|to|on|from|in|of|the cost of|any one) ")


def reserved(it: AuthoritySentence) -> Understood | None:
    """Return what a house keeps the right to do, in a case that comes up; None for other rights."""
    main = it.main.rstrip(" .")
    if it.bounds:
        return None
    found = _RESERVED.match(main)
    if found is not None and _OF_TERMS.match(found["what"]):
        return None
    found = found or (None if _OF_RULES.search(main) else _POWER.match(main))
    if found is None:
        return _at_discretion(it, main)
    who = role_slug(found["who"]) if is_roleish(found["who"], it.setting.roles) else ANYONE
    return _may(it, who or ANYONE, action_of(found["what"], it.pack))


def _at_discretion(it: AuthoritySentence, main: str) -> Understood | None:
    """Return what a house decides as it sees fit: "refunds are given at our discretion"."""
    found = _OURS.match(main)
    if found is None:
        return None
    if found["does"]:
        return _may(it, ANYONE, action_of(found["does"], it.pack))
    given = noun_action(found["thing"], it.pack)
    return _may(it, ANYONE, given[0] if given else action_of(f"approve {found['thing']}", it.pack))


def _may(it: AuthoritySentence, who: str, action: str) -> Understood | None:
    if not action:
        return None
    rule = Authority(
        role=who,
        action=action,
        strength=Strength.MAY,
        condition=it.condition,
        exception=it.exception,
    )
    return Understood((rule,), (_may_be_some(it, rule),))


def spent(it: AuthoritySentence) -> Understood | None:
    """Return what anyone may spend, below a heading that speaks of spending."""
    if len(it.bounds) != 1 or _SPENDING.search(normal(it.setting.heading)) is None:
        return None
    bound = it.bounds[0]
    if bound.is_beyond or bound.high is None:
        return None
    shape = it.main_shape.rstrip(" .")
    found = _MOST.match(shape) or _REPAID.match(shape)
    if found is None:
        found = _ITEM.match(shape)
        if (
            found is None
            or _VERB.search(found["what"])
            or (bound.side is Side.EXACT and not bound.per)
        ):
            return None
    what = _LEADS.sub("", (found["what"] or "").strip())
    why = condition_of(f"it is for {what}") if what else None
    made = grant(
        it,
        ANYONE,
        "spend",
        None,
        (bound,),
        None,
        only=False,
        or_above=False,
        condition=both(it.condition, why),
    )
    return None if made is None else Understood((made,), (_may_be_some(it, made),))


def _may_be_some(it: AuthoritySentence, rule: Authority) -> Finding:
    return unsure(it.plain, (rule,), "name the role that may, where only some of you may do it.")

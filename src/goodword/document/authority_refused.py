"""What is never given, said of the thing: "No refunds after the start", "Vouchers can't be swapped".

And who may not approve what he asked for. Conditions that begin with "if" or "unless" are kept as
such; whatever else narrows the ban stands in its action.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_banned import plain_verb
from goodword.document.authority_role import PUBLIC
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.role import ANYONE
from goodword.policy.authority import Prohibition
from goodword.policy.clause import Strength
from goodword.policy.condition import Condition

_CUE = Cued(
    r"\bno \w|\bnot?\b|n't\b|\bcannot\b|\bnever\b|forbidden|prohibited|banned",
    "banne|forbi|n't|never|no|prohi",
)
_LABEL = r"(?:(?:important|note|please note(?: that)?|nb|warning|remember)[:,]? )?"
_GIVEN = {
    "refund": "refund",
    "exchange": "exchange",
    "credit": "credit",
    "discount": "discount",
    "cancellation": "cancel",
    "transfer": "transfer",
    "waiver": "waive_fee",
    "substitution": "substitute",
    "price adjustment": "adjust price",
    "rain check": "give rain check",
    "compensation": "compensate",
    "extension": "extend",
}
_NO_THING = re.compile(
    rf"^{_LABEL}(?:sorry, |there (?:are|is|will be) )?no (?P<kind>(?:[a-z-]+ )??)(?P<thing>{'|'.join(_GIVEN)})s?"
    r"(?: or (?:refund|exchange|credit|return|transfer|cancellation)s?)?"
    r"(?: (?:will|can|may|shall|must|should|are|is|to)(?: ever)? ?(?:be )?(?:given|made|issued|allowed|permitted|available|possible|granted|offered|paid|processed|approved|accepted|provided|honou?red))?"
    r"(?P<rest> (?:for|on|after|once|without|during|at|within|from|to|in|by|if|when|where|unless|except|less than|more than|of)\b.*)?$"
)
_DONE = (
    "refunded|exchanged|waived|credited|reversed|discounted|reimbursed|transferred|combined|redeemed"
    "|resold|replaced|extended|written off|written down|taken off|investigated|looked into|read out|given out"
    "|handed over|handed out|rung up|rung through|processed|backdated|substituted|returned"
)
_NEVER_DONE = Cued(
    rf"^{_LABEL}(?P<thing>(?!(?:you|your|we|i|it|they|this|that|there|these|those|which|if|where|when|what)\b)[a-z][\w' -]*?) "
    r"(?:can ?not|can't|may not|must not|mustn't|will not|won't|shall not|should not|(?:can|may|must|will|should|shall) never)"
    rf"(?: normally| usually| also| ever)? be (?P<done>{_DONE})(?: or (?P<other>{_DONE}))?(?P<rest>(?: [^,;]*)?)$",
    " can never| can not| can't| cannot| may never| may not| must never| must not|"
    " mustn't| shall never| shall not| should never| should not| will never| will not|"
    " won't",
)
# "Work that cannot be …" says which work.
_RELATIVE = re.compile(r"\b(?:that|which|who)$")
_SELF = Cued(
    r"^(?:the |an? |any )?(?P<who>(?:[\w-]+ ){0,2}?(?:person|people|officer|employee|colleague|manager|supervisor|agent|individual|requester|member of staff|one))(?:s)? (?:who|that) (?P<did>[^,;]+?) "
    r"(?:may|can|must|should|shall)(?: not|not)(?: also| then| themselves| be the one to| be the person (?:who|to))* (?P<what>(?:approves?|authori[sz]es?|signs? off|decides?|agrees?|investigates?|reviews?|countersigns?|handles?|hears?|judges?)\b.*)$",
    " that| who",
)
_DOING = re.compile(
    r"^(?P<what>[a-z]+ing\b[^,;:]+?) (?:is|are)(?: strictly| expressly| absolutely)? (?:forbidden|prohibited|banned|not (?:allowed|permitted)|never (?:allowed|permitted))$"
)
_LONGEST = 14


def refused(it: AuthoritySentence) -> Understood | None:
    """Return what is never given, or None where the sentence says that of nothing."""
    if _CUE.search(it.low) is None:
        return None
    low = it.low.rstrip(" .")
    if (found := _SELF.match(low)) is not None:
        doer = "somebody" if found["who"].split()[-1] in {"person", "people", "one"} else "it"
        return _ban(it, found["what"], condition_of(f"{doer} {it.cased(found['did'])}"))
    head = re.split(r"; ", it.main.rstrip(" ."))[0]
    if (found := _NO_THING.match(head)) is not None:
        return _nothing_given(it, found)
    if (found := _NEVER_DONE.match(head)) is not None and not it.bounds:
        return _never_done(it, found)
    if (found := _DOING.match(low)) is not None and not it.bounds:
        return _ban(it, plain_verb(found["what"]), None)
    return None


def _nothing_given(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    rest = (found["rest"] or "").strip(" ,")
    if it.pack.pattern("authority.approval").search(f"{rest} {it.taken.unless}") or it.bounds:
        # Whose approval would allow it, and from which amount on, others read.
        return None
    verb = _GIVEN[found["thing"]]
    kind = (found["kind"] or "").strip()
    kind = "" if kind in {"full", "further", "more", "other"} else kind
    words = f"{verb} {kind} {rest}" if kind else f"{verb} {rest}"
    return _ban(it, words.strip(), None)


def _never_done(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    thing = re.sub(r"^(?:the|an?|any|all|our) ", "", found["thing"].strip())
    relative = re.search(r" (?:which|that) (?:is|are) (?P<what>.+)$", thing)
    bare = thing[: relative.start()] if relative is not None else thing
    rest = found["rest"].strip()
    if (
        _RELATIVE.search(thing)
        or (PUBLIC.match(thing) and not re.match(r"(?:[\w-]+ )?(?:complaints?|refunds?)\b", bare))
        or it.pack.pattern("authority.approval").search(f"{rest} {it.taken.unless}")
        or re.match(r"(?:by|to|if|in full|at once|immediately|here)\b", rest)
    ):
        return None
    narrow = relative["what"] if relative is not None else ""
    return _ban(it, " ".join(f"{plain_verb(found['done'])} {narrow} {bare} {rest}".split()), None)


def _ban(it: AuthoritySentence, words: str, condition: Condition | None) -> Understood | None:
    if len(words.split()) > _LONGEST:
        return None
    rule = Prohibition(
        role=ANYONE,
        action=action_of(words, it.pack),
        strength=Strength.MUST_NOT,
        condition=both(condition, it.condition),
        exception=it.exception,
    )
    return Understood((rule,), (unsure(it.plain, (rule,)),)) if rule.action else None

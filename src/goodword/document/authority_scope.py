"""What narrows what is given, beside its action: a tuition fee, a refund of deposits."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import dataclasses
import re

from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of
from goodword.document.setting import Understood
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Prohibition
from goodword.policy.condition import Condition

_RULES = (ApprovalRule, Authority, CapRule, Prohibition)
_FEE = re.compile(
    r"\b(?:waiv(?:e|es|ed|ing)|waivers? of) (?:an? |any |all |the |their |one |two |up to |single |first )*+"
    r"(?P<kind>(?!fees?\b|late fees?\b|charges?\b|and\b)[\w'-]+(?: (?!fees?\b|charges?\b)[\w'-]+){0,2}?)"
    r" (?P<noun>fee|charge|deposit|cost)s?\b"
)
_OF = re.compile(
    r"\brefund(?:s|ing)? of (?!more|less|over|up|at|any (?:amount|size|kind)|under|between|those|that|this|it\b|[$£€\d])"
    r"(?P<what>[a-z][\w' -]*?)(?= (?:over|above|of|up|exceeding|more|less|under|in|by|to|is|are|must|may|can|needs?|requires?|goe?s?|has|have|without)\b| ?¤|[,;]|$)"
)
_OFF = re.compile(
    r"\b(?:write|writes|writing|written) off (?:an? |any |the |all |their )*(?!(?:with|only|at|on|by|subject|without)\b)(?P<what>[a-z][\w' -]*?)"
    r"(?= (?:with|only|at|over|above|of|up|worth|exceeding|more|less|under|in|by|to|per|is|are|must|may|can|needs?|without)\b| ?¤|[,;]|$)"
)
_PLAIN = re.compile(
    r"(?:late|customer'?s?|client'?s?|guest'?s?|patient'?s?|individual|small|any|full|partial|amounts?|debts?|balances?|bills?|invoices?|anything|sums?|loss(?:es)?|more|money|up)"
)
_SPENT = re.compile(
    r"\bspent on (?P<what>[a-z][\w' -]*?)(?= (?:for|by|per|without|in)\b| ?¤|[,;]|$)"
)


def narrowed(understood: Understood | None, it: AuthoritySentence) -> Understood | None:
    """Return the same, each rule of a known action only for what the sentence names."""
    if understood is None or not understood.clauses:
        return understood
    scopes = {"waive_fee": _fee, "refund": _of, "write_off": _off, "spend": _spent}
    clauses = tuple(
        dataclasses.replace(clause, condition=both(scope, clause.condition))
        if isinstance(clause, _RULES)
        and clause.action in scopes
        and (scope := scopes[clause.action](it)) is not None
        else clause
        for clause in understood.clauses
    )
    return dataclasses.replace(understood, clauses=clauses)


def _fee(it: AuthoritySentence) -> Condition | None:
    found = _FEE.search(it.main_shape)
    if found is None or _PLAIN.fullmatch(found["kind"]):
        return None
    article = "an" if found["kind"][0] in "aeiou" else "a"
    return condition_of(f"it is {article} {found['kind']} {found['noun']}")


def _of(it: AuthoritySentence) -> Condition | None:
    found = _OF.search(it.main_shape)
    if found is None or _PLAIN.fullmatch(found["what"]):
        return None
    return condition_of(f"it is a refund of {found['what']}")


def _off(it: AuthoritySentence) -> Condition | None:
    found = _OFF.search(it.main_shape)
    if found is None or _PLAIN.fullmatch(found["what"]):
        return None
    return condition_of(f"it is for {found['what']}")


def _spent(it: AuthoritySentence) -> Condition | None:
    found = _SPENT.search(it.main_shape)
    return condition_of(f"it is on {found['what']}") if found is not None else None

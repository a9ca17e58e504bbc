"""Sentences on authority said another way round, put in the order that the readers know.

"It falls to the area manager to approve discounts over 20%" says what "The area manager approves
discounts over 20%" does. Words move and joints change; no amount, role or condition is added.
"""

import re
from functools import cache

from goodword.document.authority_role import is_roleish
from goodword.document.authority_sentence import AuthoritySentence
from goodword.language.cued import Pattern
from goodword.language.pack import Pack
from goodword.language.sieve import Sieve

_CUE = re.compile(
    r"falls|power|direction|approved|authori[st]|right to|discretion|delegat|empower|entitle|permi|"
    r"allow|grant|trust|wish|want|planning|, in |, with|order|purchase|booking|"
    r"agree|consent|says so|say so|'s call|'s choice|"
    r"do not need|does not need|n't need|not have to|"
    r"can,|do not have|does not have|n't have|:|^my |weekly|monthly|daily|"
    r"refer|escalate|send|pass|who\b|final|last word|^have|^let|nothing|unless|owner|let\b|lets\b|"
    r"within|up to|no limit|most|free|by |decides|may,|alone|rests?\b|only|"
    r"no staff|no employee|instruction|orders? of|say-so|"
    r"consult|recommend|advice|proposal|proposed|supported|initiated|requested|^no |refuse|decline|"
    r"turn down|reject|return|basis|^in |^to |circumstances|cases|situations|instances|maximum|"
    r"highest|largest|responsible|gift|present|tips|decide|whether|decision|cannot|two |dual |"
    r"approval|judge|opinion|until|through|via |binding|makes|cleared|take|override|swipe|put |"
    r"reserve|determined|assigned|judged|ruled|need|ask|check with|recommend|^as |get |obtain|seek|"
    r" set by|that|between|over|above|nobody|no one|none but|limit|\bi\b|jointly|says who"
)
# "authorise any credit": no role by itself.
_NOBODY = frozenset({"any", "all", "each", "every", "no"})
# "up to of $120": what leads to an amount goes where the amount is bounded anew.
_JOINT = re.compile(r"^(?:of|worth|for) (?=[$£€\d])")


def turned(it: AuthoritySentence) -> str | None:
    """Return the sentence in plain order; None where it stands in that order, or none is known."""
    if (placed := _placed(it)) is not None:
        return placed
    is_cued = False
    for pattern, plainly in _orders(it.pack).through(it.shape):
        found = pattern.match(it.shape)
        if found is None:
            continue
        is_cued = is_cued or _CUE.search(it.low) is not None
        if not is_cued:
            return None
        named = {name: it.plain[slice(*found.span(name))].strip() for name in found.groupdict()}
        if any(
            name.startswith("role")
            and (words.lower() in _NOBODY or not is_roleish(words.lower(), it.setting.roles))
            for name, words in named.items()
        ):
            continue
        if "beyond" in found.groupdict() and not _is_beyond(it, found):
            continue
        for name in {"bound", "beyond"} & named.keys():
            named[name] = _JOINT.sub("", named[name])
        if "up to {bound}" in plainly and re.search(r"[$£€\d]", named["bound"]):
            named["bound"] = re.sub(r"^[^$£€\d]*", "", named["bound"])
        said = plainly
        for name, words in named.items():
            said = said.replace(f"{{{name}}}", words)
        said = " ".join(said.split())
        return f"{said[:1].upper()}{said[1:]}"
    return None


@cache
def _orders(pack: Pack) -> Sieve[tuple[Pattern, str]]:
    """Return the orders of words that are known, each with the plain one, by their cues.

    Without one of its cues an order stands nowhere.
    """
    return Sieve(
        ((pack.compiled(one), plainly), next(iter(cues), ()))
        for one, plainly, *cues in pack.entry("authority.turned")
    )


def _is_beyond(it: AuthoritySentence, found: re.Match[str]) -> bool:
    return any(one.is_beyond for one in it.bounds_between(*found.span("beyond")))


def _placed(it: AuthoritySentence) -> str | None:
    """Return "At the till, colleagues may …" with the place as what it depends on."""
    if "," not in it.low or it.low[:1] not in "aiobdvt" or "discretion of" in it.low:
        return None
    found = it.pack.pattern("authority.lead_place").match(it.low)
    if found is None or " if " in it.low or it.taken.before:
        return None
    rest = it.plain[slice(*found.span("rest"))]
    lead = it.plain[: found.end("lead")]
    return f"{rest[:1].upper()}{rest[1:]} if it is {lead[:1].lower()}{lead[1:]}"

"""The rule of who may have what, made of words, and said back with a warning."""

# ruff: noqa: E501  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import action_of
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.policy.authority import Eligibility, Prohibition
from goodword.policy.clause import Strength
from goodword.policy.condition import Condition
from goodword.problem import Severity

ENTRY = "eligibility"
_SHARE = re.compile(
    r"\b(?P<number>\d{1,3}|fifty|twenty|thirty|seventy-five) ?(?:%|per ?cent)|\b(?P<half>half)\b"
)
_KEPT_BACK = re.compile(
    r"\b(?:less|minus) (?:\d{1,3} ?%$|(?:an? |the |any |our )?(?:[\w£$€%.,]+ ){0,4}?(?:fees?|charges?|costs?|postage)\b(?: of [£$€]?[\d.,]+\w*)?)"
)
_MUST = re.compile(
    r" (?:must|should|needs? to|has to|have to)(?: also| still)?(?:(?P<be> be) | (?P<verb>[a-z]+))"
)
_THIRD = {"have": "has", "pass": "passes", "reach": "reaches", "do": "does"}
_NEVER = re.compile(
    r"^(?:unfortunately,? |regretfully,? |sorry,? )?we(?:'re| are| am)?(?: therefore| regret that we)? "
    r"(?:cannot|can not|can't|will not|won't|do not|don't|(?:not able|unable) to) (?P<what>[^,;]+)$"
)
_NONE_OF = re.compile(
    r"^no (?:[a-z]+ )??(?:refunds?|exchanges?|returns?|credits?|adjustments?|compensation|discounts?|extensions?|transfers?|waivers?)"
    r" (?:is|are|will be|shall be|can be|may be) [a-z]+(?P<what> (?:for|on|in|to|of) [^,;]+)?$"
)
_AFTERWARDS = re.compile(r"\b(?:until|unless|before|without)\b")
_ASIDE = re.compile(r"\s*\([^()]*\)?")
_MOST_WORDS = 14


def action_in(words: str) -> str | None:
    """Return the verb for the first thing that is given in some words; None for no such thing."""
    low = normal(words)
    places = [
        (found.start(), verb)
        for verb, pattern in ENGLISH.words(f"{ENTRY}.actions").items()
        if (found := ENGLISH.compiled(rf"\b(?:non-?)?(?:{pattern})").search(low)) is not None
    ]
    return min(places)[1] if places else None


def share_in(words: str) -> str:
    """Return the share of the price that is given back, as a thing; no words for all of it."""
    found = _SHARE.search(_KEPT_BACK.sub("", normal(words)))
    if found is None or found["number"] in {"0", "100"}:
        return ""
    return "half of the price" if found["half"] else f"{found['number']} percent of the price"


def without_asides(words: str) -> str:
    """Return words without what they say in brackets."""
    return _ASIDE.sub("", words).strip()


def as_so(words: str) -> str:
    """Return what must be so as if it were: "you must have a receipt" is "you have a receipt"."""

    def so(found: re.Match[str]) -> str:
        before = found.string[: found.start()].strip().lower()
        many = before.endswith(("you", "they")) or (before[-1:] == "s" and before[-2:] != "ss")
        if found["be"]:
            return " are " if many else " is "
        verb = found["verb"] or ""
        return f" {verb}" if many or not verb else f" {_THIRD.get(verb, f'{verb}s')}"

    made = _MUST.sub(so, words.strip(" ,;."), count=1)
    return f"{made[:1].lower()}{made[1:]}" if made[1:2].islower() or made[1:2] == " " else made


def said(
    text: str,
    action: str,
    *,
    only: bool = False,
    condition: Condition | None = None,
    exception: Condition | None = None,
) -> Understood | None:
    """Return the rule with its warning; None where it depends on nothing.

    What is kept back of a refund has no place in the rule, and that is said.
    """
    if condition is None and exception is None:
        return None
    rule = Eligibility(action=action, only=only, condition=condition, exception=exception)
    return Understood((rule,), (unsure(text, (rule,)), *_kept_back(text)))


def never(text: str, main: str, verb: str) -> Understood | None:
    """Return what is never given, whatever happens, by the words of a main clause."""
    found = _NEVER.search(main) or _NONE_OF.search(main)
    if found is None:
        return None
    words = found["what"] if found.re is _NEVER else f"{verb}{found['what'] or ''}"
    if len(words.split()) > _MOST_WORDS or _AFTERWARDS.search(words):
        return None
    rule = Prohibition(role=ANYONE, action=action_of(words), strength=Strength.MUST_NOT)
    return Understood((rule,), (unsure(text, (rule,)),))


def forbidden(
    text: str, action: str, condition: Condition | None, exception: Condition | None
) -> Understood:
    """Return what is not given, in some case or in all but one, as what nobody may give."""
    rule = Prohibition(
        role=ANYONE,
        action=action,
        strength=Strength.MUST_NOT,
        condition=condition,
        exception=exception,
    )
    return Understood((rule,), (unsure(text, (rule,)),))


def _kept_back(text: str) -> tuple[Finding, ...]:
    found = _KEPT_BACK.search(normal(text))
    if found is None:
        return ()
    return (
        Finding(
            "TX06",
            Severity.WARNING,
            f'I have made no use of "{text[found.start() : found.end()]}": the rule says when '
            "something is given, and not what is kept back. Keep it in words for whoever pays.",
            found.start(),
            found.end(),
        ),
    )

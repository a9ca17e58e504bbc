"""The marks by which one knows a rule of authority: roles, amounts, what is given, what forbids."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from functools import cache

from goodword.document.authority_bound import Bound, bounds_in
from goodword.document.authority_holders import by_form
from goodword.document.authority_mentions import Mention, mentions_of
from goodword.document.setting import Setting
from goodword.language.cued import Pattern, sifted
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.sieve import Sieve

_LOOSE = frozenset({"give_goods", "approve", "cancel", "extend", "replace"})
_FORBIDS = re.compile(
    r"\b(never|nobody|no[- ]one|not|none|cannot|neither|prohibited|forbidden|banned|hands off|off the table|"
    r"out of the question|no)\b|n't\b"
)
_WHO = re.compile(r"\b(we|you|your|customers?|clients?|guests?|patients?|they|it|our|i)\b")
_NUMBER = re.compile(r"\b(?:one|two|three|four|five|once|twice|\d+)\b")
_MANY = 3


@remembered(1_024)
def authority_marks(text: str, heading: str = "", context: str = "") -> tuple[str, ...]:
    """Return the marks of a sentence below a heading and a lead-in that speak of authority."""
    low = normal(text)
    setting = Setting(heading=heading, alone=True)
    bounds = bounds_in(low, setting.currency, ENGLISH)
    mentions = mentions_of(text, setting, context)
    texts = {"text": low, "lead": normal(context), "heading": normal(heading)}
    found = {f"~{place} {name}" for place, words in texts.items() for name in _given(words)}
    for one in mentions:
        found |= _of_mention(one, texts[one.place], bounds)
    found |= {f"~money {one.side}" for one in bounds if one.low or one.high}
    found |= {"~share" for one in bounds if one.low_share or one.high_share}
    found |= {f"~counted {one.per}" for one in bounds if one.per}
    in_text = sum(one.place == "text" for one in mentions)
    found.add(f"~roles {min(in_text, _MANY)} amounts {min(len(bounds), _MANY)}")
    found |= {f"~forbids {one[0]}" for one in _FORBIDS.finditer(low)}
    found |= {f"~forbids above {one[0]}" for one in _FORBIDS.finditer(texts["lead"])}
    if (who := _WHO.match(low)) is not None:
        found.add(f"~begins {who[0]}")
    found |= {f"~who {one[0]}" for one in _WHO.finditer(low)}
    if _NUMBER.search(low):
        found.add("~number")
    return tuple(sorted(found))


def _of_mention(one: Mention, low: str, bounds: tuple[Bound, ...]) -> set[str]:
    found = {f"~{one.place} {mark}" for mark in one.marks if mark.startswith(("=", "head="))}
    form = by_form(low, one)
    if form is not None:
        found |= {f"~form {form}", f"~form {form} {'money' if bounds else 'plain'}"}
    return found


@remembered(1_024)
def _given(words: str) -> frozenset[str]:
    """Return the known actions whose verbs or nouns stand in the words."""
    return frozenset(
        action for pattern, action in _actions().through(words) if pattern.search(words) is not None
    )


@cache
def _actions() -> Sieve[tuple[Pattern, str]]:
    """Return the verbs and nouns of all actions that are sure of what is given."""
    return sifted(
        (ENGLISH.compiled(rf"\b(?:{pattern})\b"), action)
        for name in ("verbs", "nouns")
        for pattern, action in ENGLISH.words(f"actions.{name}").items()
        if "(?P<" not in pattern and action not in _LOOSE
    )

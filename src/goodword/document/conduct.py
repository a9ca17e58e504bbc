"""What to say and not to say, and where judgment is asked for."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.condition_text import condition_of
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.policy.clause import Strength
from goodword.policy.condition import Fact
from goodword.policy.situation import Phrase, Principle

_SAY = re.compile(r'^(?:always |please |we )?say:? "(?P<say>[^"]+)"')
_NEVER = re.compile(
    r'^(?:never|do not|don\'t|we (?:do not|never)) say:? "(?P<never>[^"]+)"[,.;]?(?: ?(?:instead,? |but )?(?:say|rather|try):? "(?P<say>[^"]+)")?'
)
_INSTEAD = re.compile(
    r'^(?:instead of|rather than) "(?P<never>[^"]+)",? (?:say|try):? "(?P<say>[^"]+)"'
)
_WITH = re.compile(
    r'^(?P<moment>(?:end|start|open|begin|close|answer|greet|finish)\b[\w ]+?) with "(?P<say>[^"]+)"'
)
_EXCEPT = re.compile(r"(?:,? except(?: in| during| for| when)?|,? unless) (?P<what>.+?)\.?$")
_JUDGMENT = Cued(
    r"^(?:please |always |you may |staff may |everyone may )?use (?:your|their|his or her|common|good|your own|your best) (?:judge?ment|sense|discretion)(?:,? (?:to|and|in order to) (?P<what>.+?))?"
    r"(?:,? (?:as long as|so long as|provided(?: that)?|if) (?P<rails>.+))?$",
    "discretion|judgement|judgment|sense",
)

_AMOUNT = re.compile(r"[$£€]\d")


def conduct(text: str, setting: Setting) -> Understood | None:
    """Return the phrase or principle that the sentence gives, or None where it gives none."""
    del setting
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    for pattern in (_NEVER, _INSTEAD, _SAY, _WITH):
        found = pattern.match(low)
        if found is None:
            continue
        groups = found.groupdict()
        say = _as_written(plain, found, "say") if groups.get("say") else None
        never = _as_written(plain, found, "never") if groups.get("never") else None
        if "" in (say, never):
            # Quotation marks around nothing: no words are given or forbidden.
            continue
        rest = plain[found.end() :]
        excepted = _EXCEPT.match(normal(rest))
        start, end = excepted.span("what") if excepted else (0, 0)
        condition = None
        if groups.get("moment"):
            words = _as_written(plain, found, "moment").lower()
            condition = Fact(re.sub(r"[^a-z0-9]+", "_", words), words)
        return Understood(
            (
                Phrase(
                    say=say,
                    never=never,
                    condition=condition,
                    exception=condition_of(rest[start:end]) if excepted else None,
                    strength=Strength.MUST_NOT if never else Strength.SHOULD,
                ),
            )
        )
    return _principle(plain, low)


def _as_written(plain: str, found: re.Match[str], name: str) -> str:
    start, end = found.span(name)
    return plain[start:end].strip()


def _principle(plain: str, low: str) -> Understood | None:
    found = _JUDGMENT.match(low)
    if found is None or _AMOUNT.search(low) is not None:
        # "Staff may use their discretion to waive fines under $5" is authority.
        return None
    start, end = found.span("what")
    words = plain[start:end] if start >= 0 else "do what is right"
    rails: tuple[str, ...] = ()
    if found["rails"]:
        first, last = found.span("rails")
        rails = tuple(
            part.strip() for part in re.split(r", | and ", plain[first:last]) if part.strip()
        )
    return Understood(
        (Principle(words=words.strip(" ,"), guard_rails=rails, strength=Strength.MAY),)
    )

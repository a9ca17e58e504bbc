"""By when people have to ask, which is theirs to keep: "an appeal must be lodged in ten days".

Its form is that of a promise. What they have to show, below "To be eligible:", is none either.
"""

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_role import is_roleish
from goodword.document.condition_text import condition_of
from goodword.document.eligible_rule import ENTRY, action_in, as_so, said, share_in
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH

_ARTICLE = re.compile(r"^(?:the|an?|any|all|your|every|each|such) ")
_TO_WHOM = re.compile(
    r"\b(?:sent|made|brought|handed in) to (?P<who>the [\w' ]+?)(?: within| in| by|$)"
)
# What we do with it has a time of its own.
_OURS = re.compile(r"\b(?:answered|acknowledged|replied|resolved|dealt with|decided|responded)\b")
_MORE = re.compile(r" and (?:the|we|you|your|it|they|will)\b.*$")
_LABEL = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)]|\([a-z0-9]\)|[-*•]) ", re.IGNORECASE)


def deadline_of(plain: str, text: str, setting: Setting, context: str) -> Understood | None:
    """Return by when, or on what condition, people get something; None where that is not said."""
    plain = _LABEL.sub("", plain)
    low = normal(plain)
    above = _above(setting, context)
    if (asked := _asked_in_time(plain, text, above)) is not None:
        return asked
    if (found := _match("has_days", low)) is not None:
        return _has_days(text, plain, found, above)
    if _search("told_to", low) is not None and _search("told_to_not", low) is None:
        return _told(text, plain, low, above)
    if context and _search("needs_below", normal(context).strip(" :-,")) is not None:
        verb = action_in(above) or "give it"
        return said(text, action_of(verb), only=True, condition=condition_of(as_so(plain)))
    if (found := _match("bare_tier", low)) is not None and _search("headed", above) is not None:
        share = share_in(found["share"])
        when = plain[slice(*found.span("when"))].strip()
        action = action_of(f"refund {share}".strip())
        return said(text, action, condition=condition_of(f"it is {when}"))
    return None


def _above(setting: Setting, context: str) -> str:
    return f"{normal(setting.heading)} {normal(context)}".strip(" :-,")


def _asked_in_time(plain: str, text: str, above: str) -> Understood | None:
    low = normal(plain)
    found = _match("deadline", low)
    if found is None and _search("deadline_above", above) is not None:
        found = _match("deadline_line", low)
    return None if found is None else _asked(text, plain, found, above)


def _asked(text: str, plain: str, found: re.Match[str], above: str) -> Understood | None:
    """Return a deadline as a condition of what is asked for; None where no time is said."""
    window = _search("terms", found["rest"])
    if window is None or _OURS.search(found["rest"]) or _search("times", window[0]) is None:
        return None
    whom = _TO_WHOM.search(found[0])
    if whom is not None and is_roleish(whom["who"], ()):
        # Somebody of ours is told: that is an escalation, if it is one of ours who tells.
        return None
    start = found.start("rest")
    words = _MORE.sub("", plain[start + window.start() : start + window.end()].strip(" ,"))
    what = _ARTICLE.sub("", found["what"])
    verb = action_in(what) or action_in(above) or f"accept {_several(what)}"
    return said(text, action_of(verb), only=True, condition=condition_of(f"it is {words}"))


def _several(what: str) -> str:
    """Return what is asked for, as more than one: "requests"."""
    if what.endswith(("s", "tion", "ment")):
        return what
    return f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"


def _has_days(text: str, plain: str, found: re.Match[str], above: str) -> Understood | None:
    """Return how long people have: "28 days to return it", or to do what stands above."""
    words = plain[slice(*found.span("time"))]
    verb = action_in(above) if found["do"].startswith("do so") else found["do"]
    if verb is None:
        return None
    return said(text, action_of(verb), condition=condition_of(f"it is within {words}"))


def _told(text: str, plain: str, low: str, above: str) -> Understood | None:
    """Return by when people have to get in touch, as a condition of what they then get."""
    verb = action_in(low) or action_in(above)
    window = _search("terms", low)
    if verb is None or window is None or _search("times", window[0]) is None:
        return None
    words = plain[window.start() : window.end()].strip(" ,")
    return said(text, action_of(verb), only=True, condition=condition_of(f"it is {words}"))


def _match(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"{ENTRY}.{name}").match(low)


def _search(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"{ENTRY}.{name}").search(low)

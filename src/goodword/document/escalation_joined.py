"""Another who is told in the same sentence: "… to the matron at once and to the council in a day"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.escalation_event import event_slug
from goodword.document.escalation_listed import listed_in
from goodword.document.escalation_next import (
    NAME,
    Reader,
    first_asked,
    if_not,
    only_told,
    passes_on,
    somebody,
    told_later,
)
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_waits import lengths_in
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.role import named
from goodword.policy.duty import Escalation
from goodword.policy.quantity import Duration, Limit

_JOINT = r"(?:[,;] (?:and )?|,? and )"
_UNIT = r"(?:(?:working |business |clock )?(?:minutes?|mins?|hours?|days?|weeks?|months?))"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|eighteen|twenty-four|twenty|thirty-six|thirty|forty-eight|forty|forty-five|sixty|seventy-two|ninety|an?|half an)"
# "…, and at 10 days to the director"; "; after 30 the director is".
_LATER = Cued(
    rf"(?:{_JOINT}|, | and, )(?:and,? |then |and then,? |it goes |they go )?(?P<by>after|at|by|within|in) (?:a further |another |a total of )?(?P<time>{_NUMBER}(?: (?:more |further )?{_UNIT})?),?"
    rf"(?: (?:it |they |we |you )?(?:goes|go|is (?:passed|sent|referred)|calls?|tells?|rings?|phones?))?(?: to)? (?P<who>{NAME})"
    r"(?: (?:is|are|too|also|as well|will be|must be)(?: (?:told|called|informed|notified|rung|involved|alerted|paged|too|also))?)?$",
    "after |at |by |within |in ",
)
# "… and to the regulator within 12 hours"; "and also reported to the owner".
_TO_OTHER = Cued(
    rf"{_JOINT}(?:(?P<also>(?:also |then )?(?:copied|reported|sent|referred|notified|passed|escalated|given)|also|then) )?to (?P<who>(?:the|our|an?) [^,;]+|[\w'&/-]+(?: [\w'&/-]+){{0,2}} (?:within|after|in|by|at) [\w -]+)$",
    " to ",
)
# "… is called in and mountain rescue put on standby".
_PUT = Cued(
    rf"(?:is|are|must be|will be|should be) (?:\w+ly )?(?:told|called(?: in| out)?|informed|notified|alerted|paged|rung)(?: at once| immediately)?(?P<joint>{_JOINT})(?P<who>{NAME}) (?:(?:is|are) )?(?:put on standby|stood by|called(?: in| out)?|warned|placed on standby|told too|copied in|made aware|brought in)$",
    "standby|stood|called|warned|told|copied|aware|brought",
)
# "…, then the hall warden"; "; after that there is the appeals unit".
_THEN = Cued(
    rf"(?<!\bor)(?:[,;]|,? and|[,;] and) (?:if (?:this|that) (?:fails|does not help|does not work),? (?:then )?)?(?:then|after that|failing that|next|thereafter|finally)(?:,|:)?(?: there (?:is|are))?(?: (?:to|with|ask(?: for)?|see|contact|try|call|ring|tell|speak to))? (?P<who>{NAME}(?:, (?:then|and then|finally|and finally) {NAME})*)(?: (?:at|in|of) (?:the |our )?[\w ]+)?$",
    "then|after that|failing|next|thereafter|finally",
)
_OF_THIS = re.compile(
    r"^(?:it|this|that|they|these) (?:is|are|must be|will be|should be) (?:then |also |always )?(?:reported|notified|passed(?: on)?|referred|escalated|disclosed) to (?P<who>.+)$"
)


def joined(text: str, setting: Setting, read: Reader) -> Understood | None:
    """Return who is told with the others that the rest of the sentence names; else None."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain):
        return None
    setting = with_titles(setting, plain)
    made = (
        passes_on(plain, low, setting, read)
        or _later(plain, low, setting, read)
        or _other(plain, low, setting, read)
        or _then(plain, low, setting, read)
        or if_not(plain, low, setting, read)
    )
    return Understood(made, (unsure(text, made),)) if made else None


def _later(plain: str, low: str, setting: Setting, read: Reader) -> tuple[Escalation, ...]:
    """Return two who are told after times of their own."""
    found = _LATER.search(low)
    if found is None:
        return ()
    first = only_told(read(f"{plain[: found.start()]}."))
    who = somebody(plain[slice(*found.span("who"))], setting)
    if first is None or who is None or who.timed:
        return ()
    bound = first.after or first.within
    time = _time(found["by"], found["time"], bound)
    if time is None or time == bound:
        return ()
    other = replace(first, to=who.role, also=(), deputy=None)
    if bound is None:
        return (first, told_later(first, who.role, time)) if found["by"] in {"after", "at"} else ()
    if first.after is not None:
        return first, replace(other, after=time)
    return (first, replace(other, within=time)) if found["by"] in {"within", "in"} else ()


def _time(by: str, words: str, bound: Limit | None) -> Limit | None:
    """Return a time that takes its unit from the one before: "after 30 the director"."""
    own = next(iter(lengths_in(f"{by} {words}")), None)
    if own is not None:
        return own.limit
    if not isinstance(bound, Duration):
        return None
    own = next(iter(lengths_in(f"after {words} {bound.unit}s")), None)
    limit = own.limit if own is not None else None
    return replace(bound, amount=limit.amount) if isinstance(limit, Duration) else None


def _other(plain: str, low: str, setting: Setting, read: Reader) -> tuple[Escalation, ...]:
    """Return who is told with another who hears of the same, at a time of its own or with more."""
    found = _TO_OTHER.search(low)
    put = _PUT.search(low) if found is None else None
    if found is None and put is None:
        return ()
    place = found or put
    assert place is not None
    who = somebody(plain[slice(*place.span("who"))], setting)
    if who is None or (found is not None and not (who.timed or found["also"])):
        return ()
    stop = place.start("joint") if found is None else place.start()
    head = plain[:stop].rstrip(" ,;")
    first = only_told(read(f"{head}.")) or _of_this(head, setting)
    if first is None or first.also:
        return ()
    other = replace(first, to=who.role, deputy=None)
    if who.after is not None and first.after is not None:
        other = replace(other, after=who.after)
    elif who.within is not None and first.after is None:
        other = replace(other, within=who.within)
    elif who.after is not None:
        return ()
    return (first, other)


def _of_this(head: str, setting: Setting) -> Escalation | None:
    """Return who is told of what the sentence before says: "It is reported to the matron"."""
    found = _OF_THIS.match(normal(head))
    who = somebody(head[slice(*found.span("who"))], setting) if found is not None else None
    if who is None or who.after is not None:
        return None
    words = "this happens"
    return Escalation(to=who.role, event=event_slug(words), event_words=words, within=who.within)


def _then(plain: str, low: str, setting: Setting, read: Reader) -> tuple[Escalation, ...]:
    """Return who is asked first, and to whom it goes from there."""
    found = _THEN.search(low)
    if found is None or "," in low[: found.start()].rpartition(", ")[0]:
        return ()
    later = listed_in(plain[slice(*found.span("who"))], setting)
    if not later or any(one.timed for one in later):
        return ()
    first = first_asked(plain[: found.start()], setting, read)
    if first is None or first.after is not None:
        return ()
    rungs = [first]
    for one in later:
        words = f"the {named(rungs[-1].to)} cannot settle it"
        event = event_slug(words)
        rungs.append(
            Escalation(to=one.role, event=event, event_words=words, strength=first.strength)
        )
    return tuple(rungs)

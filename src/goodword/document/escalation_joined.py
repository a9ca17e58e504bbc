"""Another who is told in the same sentence: "… to the matron at once and to the council in a day"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.condition_text import condition_of
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_listed import Listed, listed_in
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_waits import lengths_in, trigger_in
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.role import named
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Duration, Limit

Reader = Callable[[str], Understood]

_JOINT = r"(?:[,;] (?:and )?|,? and )"
_UNIT = r"(?:(?:working |business |clock )?(?:minutes?|mins?|hours?|days?|weeks?|months?))"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|eighteen|twenty-four|twenty|thirty-six|thirty|forty-eight|forty|forty-five|sixty|seventy-two|ninety|an?|half an)"
_NAME = r"(?:(?:the|our|an?|its|their) )?[\w'&/-]+(?: (?!is\b|are\b|will\b|must\b)[\w'&/-]+){0,5}?"
# "…, and at 10 days to the director"; "; after 30 the director is".
_LATER = Cued(
    rf"(?:{_JOINT}|, | and, )(?:and,? |then |and then,? |it goes |they go )?(?P<by>after|at|by|within|in) (?:a further |another |a total of )?(?P<time>{_NUMBER}(?: (?:more |further )?{_UNIT})?),?"
    rf"(?: (?:it |they |we |you )?(?:goes|go|is (?:passed|sent|referred)|calls?|tells?|rings?|phones?))?(?: to)? (?P<who>{_NAME})"
    r"(?: (?:is|are|too|also|as well|will be|must be)(?: (?:told|called|informed|notified|rung|involved|alerted|paged|too|also))?)?$",
    "after |at |by |within |in ",
)
# "… and to the regulator within 12 hours"; "and also reported to the owner".
_TO_OTHER = Cued(
    rf"{_JOINT}(?:(?P<also>(?:also |then )?(?:copied|reported|sent|referred|notified|passed|escalated|given)|also|then) )?to (?P<who>(?:the|our|an?) [^,;]+|[\w'&/-]+(?: [\w'&/-]+){{0,2}} (?:within|after|in|by|at) [\w -]+)$",
    " to ",
)
# "…; where the supervisor cannot help, go to the director"; "…, and if that fails, the owner".
_IF_NOT = Cued(
    r"(?:[;.]|,|,? and,?|,? or) (?:and |but |or )?(?:if|where|when|should|in case) (?P<case>(?!you\b)[^,;]{3,70}),? "
    r"(?:(?:then|please|you (?:can|may|should|could)) )*"
    r"(?:(?:see|ask(?: for)?|speak (?:to|with)|talk (?:to|with)|contact|approach|call|ring|tell|try|turn to|"
    r"(?:go|write|apply|complain|appeal|report)(?: directly| in writing| on)? to|"
    r"(?:take|put|refer|bring|send) (?:it|this|the (?:matter|complaint|case))(?: on| up| in writing)? (?:to|before)) )?"
    rf"(?P<who>{_NAME})$",
    "if |where |when |should |in case ",
)
_FAILS = re.compile(
    r"\b(?:cannot|can't|could not|couldn't|not|no|unable|fails?|failed|still|unsettled|unresolved|unhappy|dissatisfied|in dispute)\b|n't\b"
)
_WAYS_AHEAD = re.compile(
    r"\b(?:speak|talk|write|contact|ask|see|go|tell|call|ring|refer|take|turn|complain|approach|apply)\b"
)
# "…, who will pass it on to the county officer"; "…, and the lead informs the owner".
_PASSES_ON = Cued(
    r"(?:,? who|,? which|[,;] (?:and )?(?:he|she|they|this person)|,? and (?:he|she|they)) "
    r"(?:(?:will|must|should|shall|then|in turn|also|has to|is to|are to|have to) )*"
    r"(?:tells?|informs?|notif(?:y|ies)|alerts?|brings? in|involves?|calls?(?: in)?|consults?|rings?|phones?|pages?|contacts?|"
    r"(?:reports?|refers?|pass(?:es)?|forwards?|hands?|escalates?|sends?|takes?|brings?|raises?|discuss(?:es)?)"
    r" (?:(?:it|this|that|them|these|the \w+|your \w+|any \w+) )?(?:on |over |up )?(?:to|with)) "
    rf"(?P<who>{_NAME}(?: within [\w ]+)?)$",
    " who | which |he |she |they |person ",
)
# "… is called in and mountain rescue put on standby".
_PUT = Cued(
    rf"(?:is|are|must be|will be|should be) (?:\w+ly )?(?:told|called(?: in| out)?|informed|notified|alerted|paged|rung)(?: at once| immediately)?(?P<joint>{_JOINT})(?P<who>{_NAME}) (?:(?:is|are) )?(?:put on standby|stood by|called(?: in| out)?|warned|placed on standby|told too|copied in|made aware|brought in)$",
    "standby|stood|called|warned|told|copied|aware|brought",
)
# "…, then the hall warden"; "; after that there is the appeals unit".
_THEN = Cued(
    rf"(?<!\bor)(?:[,;]|,? and|[,;] and) (?:if (?:this|that) (?:fails|does not help|does not work),? (?:then )?)?(?:then|after that|failing that|next|thereafter|finally)(?:,|:)?(?: there (?:is|are))?(?: (?:to|with|ask(?: for)?|see|contact|try|call|ring|tell|speak to))? (?P<who>{_NAME}(?:, (?:then|and then|finally|and finally) {_NAME})*)(?: (?:at|in|of) (?:the |our )?[\w ]+)?$",
    "then|after that|failing|next|thereafter|finally",
)
_FIRST = re.compile(r",? (?:first(?:ly)?|at first|in the first (?:place|instance))\b(?! aid)")
_GO = re.compile(
    r"^(?:(?:you|students?|parents?|patients?|customers?|guests?|residents?|tenants?|members?|staff|pupils?|families|anyone|they|people|users?|volunteers?|drivers?|employees) "
    r"(?:can|may|should|must|could|might|are asked to|need to|have to)(?: always)? |please |always )?"
    r"(?:see|ask(?: for)?|speak (?:to|with)|talk (?:to|with)|contact|call|ring|phone|go to|tell|approach|write to|try|turn to|report to) (?P<who>.+)$"
)
_OF_THIS = re.compile(
    r"^(?:it|this|that|they|these) (?:is|are|must be|will be|should be) (?:then |also |always )?(?:reported|notified|passed(?: on)?|referred|escalated|disclosed) to (?P<who>.+)$"
)
_ITS = re.compile(r"^(?:its|their) ")
_STAFF = re.compile(r"(?:staff|volunteers?|drivers?|employees)\b")


def joined(text: str, setting: Setting, read: Reader) -> Understood | None:
    """Return who is told with the others that the rest of the sentence names; else None."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain):
        return None
    setting = with_titles(setting, plain)
    made = (
        _passes_on(plain, low, setting, read)
        or _later(plain, low, setting, read)
        or _other(plain, low, setting, read)
        or _then(plain, low, setting, read)
        or _if_not(plain, low, setting, read)
    )
    return Understood(made, (unsure(text, made),)) if made else None


def _later(plain: str, low: str, setting: Setting, read: Reader) -> tuple[Escalation, ...]:
    """Return two who are told after times of their own."""
    found = _LATER.search(low)
    if found is None:
        return ()
    first = _only(read(f"{plain[: found.start()]}."))
    who = _somebody(plain[slice(*found.span("who"))], setting)
    if first is None or who is None or who.timed:
        return ()
    bound = first.after or first.within
    time = _time(found["by"], found["time"], bound)
    if time is None or time == bound:
        return ()
    other = replace(first, to=who.role, also=(), deputy=None)
    if bound is None:
        return (first, _after(first, who.role, time)) if found["by"] in {"after", "at"} else ()
    if first.after is not None:
        return first, replace(other, after=time)
    return (first, replace(other, within=time)) if found["by"] in {"within", "in"} else ()


def _after(first: Escalation, to: str, time: Limit) -> Escalation:
    """Return who is told where it has lasted: "the lead is told at once, at 2 hours the head is"."""
    words = first.event_words
    return Escalation(
        to=to,
        after=time,
        trigger=trigger_in(normal(words)) or Trigger.NOT_RESOLVED,
        condition=condition_of(words),
        strength=first.strength,
    )


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
    who = _somebody(plain[slice(*place.span("who"))], setting)
    if who is None or (found is not None and not (who.timed or found["also"])):
        return ()
    stop = place.start("joint") if found is None else place.start()
    head = plain[:stop].rstrip(" ,;")
    first = _only(read(f"{head}.")) or _of_this(head, setting)
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
    who = _somebody(head[slice(*found.span("who"))], setting) if found is not None else None
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
    first = _first(_FIRST.sub("", plain[: found.start()]), setting, read)
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


def _first(head: str, setting: Setting, read: Reader) -> Escalation | None:
    """Return who is told, or asked first of all: "Speak to the room leader"."""
    first = _only(read(f"{head}."))
    go = _GO.match(normal(head)) if first is None else None
    who = _somebody(head[slice(*go.span("who"))], setting) if go is not None else None
    if who is None or who.timed:
        return first
    words = "there is a concern"
    strength = Strength.MUST if _STAFF.match(normal(head)) else Strength.MAY
    return Escalation(to=who.role, event=event_slug(words), event_words=words, strength=strength)


def _if_not(plain: str, low: str, setting: Setting, read: Reader) -> tuple[Escalation, ...]:
    """Return to whom customers go, and to whom from there: "…; if she cannot help, the matron"."""
    found = _IF_NOT.search(low)
    if found is None or not _WAYS_AHEAD.search(low, 0, found.start()):
        return ()
    case = found["case"]
    later = listed_in(plain[slice(*found.span("who"))], setting)
    if len(later) != 1 or later[0].timed or not _FAILS.search(case):
        return ()
    first = _first(_FIRST.sub("", plain[: found.start()]), setting, read)
    if first is None or first.also or first.to == later[0].role:
        return ()
    lengths = lengths_in(case)
    words = plain[slice(*found.span("case"))]
    other = Escalation(
        to=later[0].role, event=event_slug(words), event_words=words, strength=first.strength
    )
    if lengths:
        other = _after(replace(other, event_words=""), other.to, lengths[0].limit)
    return first, other


def _passes_on(plain: str, low: str, setting: Setting, read: Reader) -> tuple[Escalation, ...]:
    """Return who is told, and to whom that person passes it on."""
    found = _PASSES_ON.search(low)
    if found is None:
        return ()
    who = listed_in(plain[slice(*found.span("who"))], setting)
    first = _only(read(f"{plain[: found.start()]}.")) if len(who) == 1 else None
    if first is None or first.also or who[0].after is not None or who[0].role == first.to:
        return ()
    words = f"the {named(first.to)} is told"
    event = first.event_words or words
    return (
        first,
        Escalation(
            to=who[0].role,
            event=event_slug(event),
            event_words=event,
            within=who[0].within,
            strength=first.strength,
        ),
    )


def _somebody(words: str, setting: Setting) -> Listed | None:
    found = listed_in(_ITS.sub("", words), setting, known=False)
    return found[0] if len(found) == 1 else None


def _only(read: Understood) -> Escalation | None:
    """Return the escalation of a sentence that says no more; None for any other."""
    if len(read.clauses) != 1 or not isinstance(read.clauses[0], Escalation):
        return None
    return read.clauses[0]

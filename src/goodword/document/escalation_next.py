"""Who is next behind somebody: whom that person tells, and to whom it goes if they cannot help."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.condition_text import condition_of
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_listed import Listed, listed_in
from goodword.document.escalation_waits import lengths_in
from goodword.document.grid_row import told_after
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.role import named
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation
from goodword.policy.quantity import Limit

Reader = Callable[[str], Understood]

NAME = r"(?:(?:the|our|an?|its|their) )?[\w'&/-]+(?: (?!is\b|are\b|will\b|must\b)[\w'&/-]+){0,5}?"
# "…; where the supervisor cannot help, go to the director"; "…, and if that fails, the owner".
_IF_NOT = Cued(
    r"(?:[;.]|,|,? and,?|,? or) (?:and |but |or )?(?:if|where|when|should|in case) (?P<case>(?!you\b)[^,;]{3,70}),? "
    r"(?:(?:then|please|you (?:can|may|should|could)) )*"
    r"(?:(?:see|ask(?: for)?|speak (?:to|with)|talk (?:to|with)|contact|approach|call|ring|tell|try|turn to|"
    r"(?:go|write|apply|complain|appeal|report)(?: directly| in writing| on)? to|"
    r"(?:take|put|refer|bring|send) (?:it|this|the (?:matter|complaint|case))(?: on| up| in writing)? (?:to|before)) )?"
    rf"(?P<who>{NAME})$",
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
    rf"(?P<who>{NAME}(?: within [\w ]+)?)$",
    " who | which |he |she |they |person ",
)
_FIRST = re.compile(r",? (?:first(?:ly)?|at first|in the first (?:place|instance))\b(?! aid)")
_GO = re.compile(
    r"^(?:(?:you|students?|parents?|patients?|customers?|guests?|residents?|tenants?|members?|staff|pupils?|families|anyone|they|people|users?|volunteers?|drivers?|employees) "
    r"(?:can|may|should|must|could|might|are asked to|need to|have to)(?: always)? |please |always )?"
    r"(?:see|ask(?: for)?|speak (?:to|with)|talk (?:to|with)|contact|call|ring|phone|go to|tell|approach|write to|try|turn to|report to) (?P<who>.+)$"
)
_ITS = re.compile(r"^(?:its|their) ")
_STAFF = re.compile(r"(?:staff|volunteers?|drivers?|employees)\b")


def if_not(plain: str, low: str, setting: Setting, read: Reader) -> tuple[Escalation, ...]:
    """Return to whom customers go, and to whom from there: "…; if she cannot help, the matron"."""
    found = _IF_NOT.search(low)
    if found is None or not _WAYS_AHEAD.search(low, 0, found.start()):
        return ()
    case = found["case"]
    later = listed_in(plain[slice(*found.span("who"))], setting)
    if len(later) != 1 or later[0].timed or not _FAILS.search(case):
        return ()
    first = first_asked(plain[: found.start()], setting, read)
    if first is None or first.also or first.to == later[0].role:
        return ()
    lengths = lengths_in(case)
    words = plain[slice(*found.span("case"))]
    other = Escalation(
        to=later[0].role, event=event_slug(words), event_words=words, strength=first.strength
    )
    if lengths:
        other = told_later(replace(other, event_words=""), other.to, lengths[0].limit)
    return first, other


def passes_on(plain: str, low: str, setting: Setting, read: Reader) -> tuple[Escalation, ...]:
    """Return who is told, and to whom that person passes it on."""
    found = _PASSES_ON.search(low)
    if found is None:
        return ()
    who = listed_in(plain[slice(*found.span("who"))], setting)
    first = only_told(read(f"{plain[: found.start()]}.")) if len(who) == 1 else None
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


def first_asked(head: str, setting: Setting, read: Reader) -> Escalation | None:
    """Return who is told, or asked first of all: "Speak to the room leader"."""
    head = _FIRST.sub("", head)
    first = only_told(read(f"{head}."))
    go = _GO.match(normal(head)) if first is None else None
    who = somebody(head[slice(*go.span("who"))], setting) if go is not None else None
    if who is None or who.timed:
        return first
    words = "there is a concern"
    strength = Strength.MUST if _STAFF.match(normal(head)) else Strength.MAY
    return Escalation(to=who.role, event=event_slug(words), event_words=words, strength=strength)


def told_later(first: Escalation, to: str, time: Limit) -> Escalation:
    """Return who is told where it has lasted: "the lead is told at once, at 2 hours the head is"."""
    words = first.event_words
    return told_after(to, time, words, strength=first.strength, condition=condition_of(words))


def somebody(words: str, setting: Setting) -> Listed | None:
    """Return the only one whom the words name; None where they name nobody, or several."""
    found = listed_in(_ITS.sub("", words), setting, known=False)
    return found[0] if len(found) == 1 else None


def only_told(read: Understood) -> Escalation | None:
    """Return the escalation of a sentence that says no more; None for any other."""
    if len(read.clauses) != 1 or not isinstance(read.clauses[0], Escalation):
        return None
    return read.clauses[0]

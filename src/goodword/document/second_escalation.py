"""An escalation read by its weighed words: who is told, and what waited or happened."""

import re
from dataclasses import replace

from goodword.document.authority_mentions import amounts_of
from goodword.document.condition_text import frame
from goodword.document.escalation_by_event import is_event
from goodword.document.escalation_event import event_slug, trimmed
from goodword.document.escalation_scope import scope_in
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_waits import (
    Length,
    is_same_day,
    is_undone,
    trigger_in,
)
from goodword.document.roles_known import checked
from goodword.document.second_people import (
    ARTICLES,
    Person,
    small_words,
)
from goodword.document.second_said import unsure
from goodword.document.second_telling import AFTER, Telling, named_above, telling, together
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.memory import remembered
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import named
from goodword.language.service import hedge_in
from goodword.language.weights import weights
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Limit
from goodword.problem import Severity

# The least product of how surely it is an escalation and how surely somebody is told, by what the
# first reading took it for. Found on sentences that neither reading had met.
BOTH = 0.33
# Whoever decides is no one that is told.
_DECIDES = re.compile(
    r"\b(?:is|are) up to\b|\b(?:discretion|decides? (?:on|whether)|final (?:say|word))\b"
)
ABOVE_AMOUNT = 0.8
RISES = {"prose": BOTH, "almost": BOTH, "authority": 0.4, "promise": 0.5}
# From this share on it is an escalation even where nobody is named.
UNNAMED = 0.8
_SAMPLE = "team leader"
_OPENS = re.compile(
    r"(?:and |but )?(?:if|when(?:ever)?|where|once|should|in the event of|in case of|on)\b"
)
# Behind who is told: of what they are.
# Customers who go somewhere by themselves.
_THEIRS = ENGLISH.compiled(
    r"\b(?:you|he or she|he/she|they|(?:the |a |an )?<<roles.served>>(?: who [\w' ]{3,60}?)?)"
    r" (?:can|may|could|should|might|must|have the right to|has the right to|are entitled to|"
    r"will be able to|are free to)(?: (?:then|also|still|always))?"
    r" (?:ask|take|refer|appeal|contact|write|complain|approach|escalate|raise|go|request|seek|"
    r"address|turn|speak|get in touch|put|bring|email|call|phone|ring|direct|forward|submit|send)\b"
)
_ABOUT = re.compile(
    r"(?: know| aware| (?:must|should|will|needs? to|has to|have to) (?:always )?"
    r"(?:know|hear|learn))?(?: (?:is|are|(?:will|must|should|has to) be) (?:\w+ )?(?:told|informed|"
    r"notified|alerted|contacted|called|rung|paged|woken|consulted|made aware)(?: by [\w ]+?)?)?"
    r" (?:(?:at once|immediately|straight away|right away|promptly) )?"
    r"(?:about|of|if|when(?:ever)?|where|any|every|each|all|on|in case|once|after|regarding|"
    r"as soon as|whenever|"
    r"following|upon|should|in the event|"
    r"concerning)\b"
)
_HEADED = re.compile(
    r"(?P<opens>(?:if|when(?:ever)?|where|in the event of|in case of|what to do (?:if|when)) )|"
    r"(?P<who>customers?|clients?|guests?|patients?|callers?|someone|somebody|visitors?) \w+"
)
_LEAD = re.compile(
    r"^(?:and|or|but|then|so|also|if|when(?:ever)?|where|once|should|on|in the event of|in case of|"
    r"any|all|every|each|for|in|at|with|of|after|finally|next|first|afterwards|please|always|normally|"
    r"usually|generally|additionally|most of the time)\b[ ,]*"
)


def second_escalation(  # noqa: PLR0911  (a list of cases)
    text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood | None:
    """Return the escalation of a sentence whose words weigh as one, or what is to be asked."""
    it, share = _weighed(text, with_titles(setting, text, context), context, marks)
    if it is None:
        return None
    if not it.told:
        return _to_whom(it, setting) if share >= UNNAMED and not _is_somebody(it) else None
    if share < BOTH:
        return None
    way = _THEIRS.search(it.low)
    if way is not None and it.told[0].start > way.start():
        return _own_way(text, it, setting)
    clauses = _clauses(it, setting)
    if not clauses:
        return _when(it)
    late = next((one for one in clauses if one.after is not None and is_same_day(one.after)), None)
    if late is not None:
        return _when(it)
    understood = Understood(clauses, (unsure(text, clauses),))
    roles = tuple(role for one in clauses for role in (one.to, *one.also))
    return checked(understood, roles, it.low[it.lead :], setting)


def _is_somebody(it: Telling) -> bool:
    """Whether a person is named outside what the sentence hangs on: nobody asks then who it is."""
    hidden = frame(it.low).hidden
    return any(
        one.is_known and not any(start <= one.start < end for start, end in hidden)
        for one in it.people
    )


def _own_way(text: str, it: Telling, setting: Setting) -> Understood | None:
    """Return to whom customers may go by themselves; None where that is not one of ours.

    Nothing of it falls due for the team, so that it is told after no time.
    """
    first, also = together(it)
    words = frame(even(text).strip().rstrip(".")).before or event_words(it, setting.heading)
    if not words or ENGLISH.pattern("escalation.outside").search(first.role.replace("_", " ")):
        return None
    way = Escalation(
        to=first.role,
        also=also,
        event=event_slug(words),
        event_words=words,
        strength=Strength.MAY,
    )
    return Understood((way,), (unsure(text, (way,)),))


def rises(before: str, text: str, setting: Setting, context: str, marks: tuple[str, ...]) -> bool:
    """Whether the words say an escalation, whatever form the first reading took it for."""
    least = RISES.get(before, 2)
    if least > 1:
        return False
    if before == "authority" and any(one.low or one.high for one in amounts_of(text, setting)):
        # Above an amount somebody decides, whatever word says that it goes to them.
        least = ABOVE_AMOUNT
    if before == "authority" and _DECIDES.search(normal(text)):
        least = ABOVE_AMOUNT
    it, share = _weighed(text, with_titles(setting, text, context), context, marks)
    return it is not None and bool(it.told) and share >= least


@remembered(256)
def _weighed(
    text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> tuple[Telling | None, float]:
    """Return who is told, and how surely it is an escalation and somebody is told.

    A lead-in that tells somebody by itself tells them of each line below it: "Ask the central
    team in any of these cases:". Where nobody is told it is how surely it is an escalation.
    """
    table = weights("kinds")
    share = table.shares(marks)["escalation"] if table is not None else 0.0
    if table is None or (share < BOTH and not context):
        return None, 0.0
    it = telling(text, setting, context)
    if it is None:
        return None, 0.0
    mine = share * it.share if it.told else 0.0
    above = telling(context, setting, "") if context else None
    if above is not None and above.told and not any(who.end > it.lead for who in it.told):
        led = table.shares(marks_of(context, setting.heading))["escalation"] * above.share
        told = tuple(who for who in it.people if who.end <= it.lead and who in above.told)
        if led > mine and told:
            return replace(it, told=told), led
    if not it.told and share >= BOTH:
        it = named_above(it, setting)
        mine = share if it.told else 0.0
    return it, mine if it.told else share


def _clauses(it: Telling, setting: Setting) -> tuple[Escalation, ...]:
    """Return one escalation for each time after which somebody is told, or for what happened."""
    waits = [one for one, share in it.lengths if share >= AFTER]
    strength = Strength.AIM if hedge_in(it.low) else Strength.MUST
    if waits and len(waits) == len(it.told):
        return tuple(
            _by_time(it, who, (), length, strength)
            for who, length in zip(it.told, waits, strict=True)
        )
    first, also = together(it)
    if len(waits) == 1:
        return (_by_time(it, first, also, waits[0], strength),)
    if waits:
        return ()
    words = event_words(it, setting.heading)
    low = normal(words)
    if not words or (trigger_in(low) and is_undone(low) and not is_event(low, ENGLISH)):
        # What was not done is late only after a time.
        return ()
    return (
        Escalation(
            to=first.role,
            also=also,
            event=event_slug(words),
            event_words=words,
            within=_within(it, words),
            strength=strength,
        ),
    )


def _headed(heading: str) -> str:
    """Return what happens, where the heading says so: "If you witness theft", "Upset guests"."""
    low = normal(heading)
    opens = _HEADED.match(low)
    if opens is not None:
        return heading[max(opens.end("opens"), 0) :].strip()
    plain = ENGLISH.pattern("second.plain_heading").search(low)
    return heading.strip() if plain is None else ""


def _by_time(
    it: Telling, who: Person, also: tuple[str, ...], length: Length, strength: Strength
) -> Escalation:
    case = (it.lead, who.start) if length.start < who.start > it.lead else (who.end, len(it.low))
    scope = scope_in(it.low, case, tuple(one for one, _ in it.lengths))
    return Escalation(
        to=who.role,
        also=also,
        after=length.limit,
        trigger=trigger_in(it.low) or Trigger.NOT_RESOLVED,
        subject=scope.subject,
        channels=scope.channels,
        strength=strength,
    )


def _within(it: Telling, event: str) -> Limit | None:
    start = it.text.find(event)
    for one, _ in it.lengths:
        if one.role in {"limit", ""} and not start <= one.start < start + len(event):
            return one.limit
    return None


def event_words(it: Telling, heading: str) -> str:
    """Return the words that say what happened: the sentence's, its lead-in's or its heading's."""
    low, who = it.low, it.told[0]
    if who.end <= it.lead:
        return _said(it, _bare(it, it.lead, len(low)))
    taken = frame(it.text[it.lead :])
    for first, last in (taken.before_span, taken.after_span):
        start, end = it.lead + first, it.lead + last
        if end > start and not start <= who.start < end and (span := _bare(it, start, end)):
            return _said(it, span)
    if it.lead and _OPENS.match(low) is not None:
        return _said(it, _bare(it, 0, it.lead))
    behind = it.told[-1].end
    about = _ABOUT.match(low, behind)
    return (
        _said(it, _before_telling(it, it.lead, who.start))
        or (_said(it, _bare(it, behind, len(low))) if about is not None else "")
        or _headed(_said(it, _before_telling(it, 0, it.lead)))
        or _headed(heading)
        or _said(it, _bare(it, behind, len(low)))
    )


def is_aside(it: Telling, words: str) -> bool:
    """Whether words stand behind who is told and say nothing of what they are told."""
    behind = it.told[0].end
    return it.text.find(words) >= behind and _ABOUT.match(it.low, behind) is None


def _said(it: Telling, span: tuple[int, int] | None) -> str:
    return it.text[slice(*span)] if span is not None else ""


def _before_telling(it: Telling, start: int, end: int) -> tuple[int, int] | None:
    """Return what stands before the words of telling, if it names anything."""
    stops = small_words()
    words = list(re.finditer(r"[a-z0-9£$€%][\w'&/£$€%.-]*", it.low[start:end]))
    while words and (words[-1][0] in stops or words[-1][0] in ARTICLES):
        words.pop()
    if not words:
        return None
    return _bare(it, start, start + words[-1].end())


def _bare(it: Telling, start: int, end: int) -> tuple[int, int] | None:
    """Return a stretch without what only leads in to it; None where nothing is said."""
    span = trimmed(it.low, start, end)
    while span is not None and (lead := _LEAD.match(it.low[slice(*span)])) is not None:
        span = trimmed(it.low, span[0] + lead.end(), span[1])
    if span is None:
        return None
    stops = small_words()
    taken = [(who.start, who.end) for who in it.people if who.is_known or who in it.told]
    taken += [(length.start, length.end) for length, _ in it.lengths]
    said = [
        word[0]
        for word in re.compile(r"[a-z0-9][\w'&/-]*").finditer(it.low, *span)
        if word[0] not in stops
        and word[0] not in ARTICLES
        and not any(first <= word.start() < last for first, last in taken)
    ]
    return span if said else None


def _to_whom(it: Telling, setting: Setting) -> Understood:
    who = named(setting.roles[0]) if setting.roles else _SAMPLE
    finding = Finding(
        "ES05",
        Severity.ERROR,
        f"This sounds as if something goes up. To whom? Name the role that is told, such as the "
        f"{who}.",
        0,
        len(it.text) - it.lead,
        (("what", "goes up"), ("to", "?")),
        f"If a case is not resolved within 5 working days, tell the {who}.",
        "Name who is told",
    )
    return Understood((), (finding,), almost=True)


def _when(it: Telling) -> Understood:
    name = named(it.told[0].role)
    finding = Finding(
        "ES01",
        Severity.ERROR,
        f"After how long, or when what happens, is the {name} told?",
        0,
        len(it.text) - it.lead,
        (("to", name), ("after", "?")),
        f"If a case is not resolved within 5 working days, tell the {name}.",
        "Name a time",
    )
    return Understood((), (finding,), almost=True)

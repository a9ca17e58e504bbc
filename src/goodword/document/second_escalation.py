"""An escalation read by its weighed words: who is told, and what waited or happened."""

import re
from dataclasses import dataclass, replace

from goodword.document.condition_text import frame
from goodword.document.escalation_by_event import is_event
from goodword.document.escalation_event import event_slug, trimmed
from goodword.document.escalation_scope import scope_in
from goodword.document.escalation_waits import (
    Length,
    is_same_day,
    is_undone,
    trigger_in,
)
from goodword.document.roles_known import checked
from goodword.document.second_people import (
    Person,
    is_person,
    marks_of_length,
    marks_of_person,
    small_words,
    told_about,
)
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.role import named
from goodword.language.service import hedge_in
from goodword.language.weights import Weights, weights
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Limit
from goodword.problem import Severity

# From this share on somebody is told, or a time is one after which somebody is told.
TOLD = 0.5
AFTER = 0.5
# The least share of whoever is likeliest to be told, where nobody reaches the first.
LIKELY = 0.2
# The least product of how surely it is an escalation and how surely somebody is told.
BOTH = 0.3
# From this share on it is an escalation even where nobody is named.
UNNAMED = 0.8
# From this share on the words outweigh the form in who is told and after what.
SURE = 0.85
_SAMPLE = "team leader"
_LETTER = re.compile(r"[a-z]")
_OPENS = re.compile(
    r"(?:and |but )?(?:if|when(?:ever)?|where|once|should|in the event of|in case of|on)\b"
)
_LEAD = re.compile(
    r"^(?:and|or|but|then|so|also|if|when(?:ever)?|where|once|should|on|in the event of|in case of|"
    r"any|all|every|each|for|in|at|with|of|after)\b[ ,]*"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words of a sentence tell: the people told, and each time with its share."""

    text: str
    low: str
    lead: int
    people: tuple[Person, ...]
    told: tuple[Person, ...]
    share: float
    lengths: tuple[tuple[Length, float], ...]


def second_escalation(
    text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood | None:
    """Return the escalation of a sentence whose words weigh as one, or what is to be asked."""
    table = weights("kinds")
    it = _taken(text, setting, context)
    if it is None or table is None:
        return None
    share = table.shares(marks)["escalation"]
    if not it.told:
        return _to_whom(it, setting) if share >= UNNAMED else None
    if share * it.share < BOTH:
        return None
    clauses = _clauses(it)
    if not clauses:
        return _when(it)
    late = next((one for one in clauses if one.after is not None and is_same_day(one.after)), None)
    if late is not None:
        return _when(it)
    understood = Understood(clauses, (unsure(text, clauses),))
    roles = tuple(role for one in clauses for role in (one.to, *one.also))
    return checked(understood, roles, it.low[it.lead :], setting)


def second_told(first: Understood, text: str, setting: Setting, context: str) -> Understood:
    """Return an escalation with who is told and when as its words say, where they differ clearly.

    Who is told is a person, a team or a declared role: anybody else is kept with a warning.
    """
    clauses = [one for one in first.clauses if isinstance(one, Escalation)]
    if len(clauses) != 1 or len(first.clauses) != 1 or clauses[0].strength is Strength.MAY:
        return first
    it = _taken(text, setting, context)
    if it is None:
        return first
    own = clauses[0]
    other = _told_of(own, it, setting)
    waits = [one for one, share in it.lengths if share >= SURE]
    if own.event is not None and len(waits) == 1 and it.share >= TOLD:
        other = replace(
            other,
            event=None,
            event_words="",
            after=waits[0].limit,
            trigger=trigger_in(it.low) or Trigger.NOT_RESOLVED,
            within=None if own.within == waits[0].limit else own.within,
        )
    if other == own and (is_person(own.to, setting) or it.share >= SURE):
        return first
    return replace(first, clauses=(other,), findings=(*first.findings, unsure(text, (other,))))


def _told_of(own: Escalation, it: _Told, setting: Setting) -> Escalation:
    """Return the escalation to whom its words say, where they say so clearly."""
    if not it.told or own.to in setting.roles:
        return own
    made = it.told[0]
    roles = {own.to, own.deputy, *own.also}
    if made.role in roles or not made.is_known:
        return own
    several = own.to in {one.role for one in it.told}
    if several and it.share >= SURE and not own.also and own.deputy is None:
        return replace(own, to=made.role, also=tuple(one.role for one in it.told[1:]))
    if several:
        return own
    if is_person(own.to, setting) and not _runs_on(own.to, made.role):
        return replace(own, to=made.role) if it.share >= SURE else own
    return replace(own, to=made.role) if it.share >= TOLD else own


def _runs_on(role: str, shorter: str) -> bool:
    """Whether a role goes on with words that stand in none: `chair_of_trustees_of`."""
    if not role.startswith(f"{shorter}_"):
        return False
    more = role.removeprefix(f"{shorter}_").split("_")
    return more[-1] in small_words() or any(one in small_words() - {"of"} for one in more)


def _taken(text: str, setting: Setting, context: str) -> _Told | None:
    """Return what the tables find in a sentence behind its lead-in; None without tables."""
    people, waits = weights("told"), weights("waited")
    if people is None or waits is None:
        return None
    scene = told_about(text, setting, context)
    low, every = scene.low, scene.people
    shares = [people.shares(marks_of_person(low, one, every))["told"] for one in every]
    told = tuple(one for one, share in zip(every, shares, strict=True) if share >= TOLD)
    if not told and every:
        # Somebody has to be told: the likeliest, where the words do not speak against it.
        best = max(range(len(every)), key=lambda at: shares[at])
        told = (every[best],) if shares[best] > LIKELY and every[best].is_known else ()
    lengths = tuple(
        (one, 0.0 if _tells_by(low, scene.lead, one, told) else _share(waits, low, one, told))
        for one in scene.lengths
    )
    return _Told(scene.text, low, scene.lead, every, told, max(shares, default=0.0), lengths)


def _tells_by(low: str, lead: int, one: Length, told: tuple[Person, ...]) -> bool:
    """Whether a time stands in a lead-in beside who is told: by then, of what the list names."""
    beside = one.end <= lead and any(who.end <= lead for who in told)
    return beside and not is_undone(low[:lead])


def _share(table: Weights, low: str, one: Length, told: tuple[Person, ...]) -> float:
    return table.shares(marks_of_length(low, one, told))["after"]


def _clauses(it: _Told) -> tuple[Escalation, ...]:
    """Return one escalation for each time after which somebody is told, or for what happened."""
    waits = [one for one, share in it.lengths if share >= AFTER]
    strength = Strength.AIM if hedge_in(it.low) else Strength.MUST
    if waits and len(waits) == len(it.told):
        return tuple(
            _by_time(it, who, (), length, strength)
            for who, length in zip(it.told, waits, strict=True)
        )
    first, *rest = it.told
    also = tuple(one.role for one in rest)
    if len(waits) == 1:
        return (_by_time(it, first, also, waits[0], strength),)
    if waits:
        return ()
    event = _event(it)
    if event is None:
        return ()
    words = it.text[slice(*event)]
    low = normal(words)
    if trigger_in(low) and is_undone(low) and not is_event(low, ENGLISH):
        # What was not done is late only after a time.
        return ()
    return (
        Escalation(
            to=first.role,
            also=also if len(set(also)) == len(also) and first.role not in also else (),
            event=event_slug(words),
            event_words=words,
            within=_within(it, event),
            strength=strength,
        ),
    )


def _by_time(
    it: _Told, who: Person, also: tuple[str, ...], length: Length, strength: Strength
) -> Escalation:
    scope = scope_in(it.low, (0, len(it.low)), tuple(one for one, _ in it.lengths))
    return Escalation(
        to=who.role,
        also=tuple(dict.fromkeys(one for one in also if one != who.role)),
        after=length.limit,
        trigger=trigger_in(it.low) or Trigger.NOT_RESOLVED,
        subject=scope.subject,
        channels=scope.channels,
        strength=strength,
    )


def _within(it: _Told, event: tuple[int, int]) -> Limit | None:
    for one, _ in it.lengths:
        if one.role in {"limit", ""} and not event[0] <= one.start < event[1]:
            return one.limit
    return None


def _event(it: _Told) -> tuple[int, int] | None:
    """Return where the words stand that say what happened."""
    low, who = it.low, it.told[0]
    if who.end <= it.lead:
        return _bare(it, it.lead, len(low))
    taken = frame(it.text[it.lead :])
    for first, last in (taken.before_span, taken.after_span):
        start, end = it.lead + first, it.lead + last
        if end > start and not start <= who.start < end:
            span = _bare(it, start, end)
            if span is not None:
                return span
    if it.lead and _OPENS.match(low) is not None:
        return _bare(it, 0, it.lead)
    head = _before_telling(it, it.lead, who.start)
    return head or _bare(it, it.told[-1].end, len(low)) or _before_telling(it, 0, it.lead)


def _before_telling(it: _Told, start: int, end: int) -> tuple[int, int] | None:
    """Return what stands before the words of telling, if it names anything."""
    stops = small_words()
    words = list(re.finditer(r"[a-z0-9£$€%][\w'&/£$€%.-]*", it.low[start:end]))
    while words and (words[-1][0] in stops or words[-1][0] in {"the", "a", "an", "our"}):
        words.pop()
    if not words:
        return None
    return _bare(it, start, start + words[-1].end())


def _bare(it: _Told, start: int, end: int) -> tuple[int, int] | None:
    """Return a stretch without what only leads in to it; None where nothing is said."""
    span = trimmed(it.low, start, end)
    while span is not None and (lead := _LEAD.match(it.low[slice(*span)])) is not None:
        span = trimmed(it.low, span[0] + lead.end(), span[1])
    if span is None:
        return None
    stops = small_words()
    said = [
        word
        for word in re.findall(r"[a-z0-9][\w'&/-]*", it.low[slice(*span)])
        if word not in stops and word not in {"the", "a", "an", "our"}
    ]
    return span if said else None


def _to_whom(it: _Told, setting: Setting) -> Understood:
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


def _when(it: _Told) -> Understood:
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

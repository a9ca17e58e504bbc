"""Who is told of something, by the words of a sentence, in whatever order they stand.

An escalation needs an event, or a case left undone for a time, and somebody of ours who is told
or takes over. `cues.when` of the pack says where an event can stand.
"""

from itertools import pairwise

from goodword.document.form_deed import deed_within
from goodword.document.form_message import Messages
from goodword.document.form_people import Person, nearest, people_in
from goodword.document.form_rules import share_bound
from goodword.document.form_sentence import FormSentence, patterns, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.pack import Pack
from goodword.language.role import ANYONE
from goodword.language.service import hedge_in, subjects_in
from goodword.language.time_phrase import TimePhrase
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Duration
from goodword.problem import Severity

_Span = tuple[int, int]


def cued_escalation(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return who is told of what, told by its words, or None where nobody is."""
    if not pack.has("cues.people"):
        return None
    it = sentence_of(text, setting.currency, pack)
    tells = pack.pattern("cues.tells").search(it.low) is not None
    if not tells or it.search("patterns.theirs") or it.search("patterns.past"):
        return None
    everybody = tuple(one for one in people_in(it) if one.role != ANYONE)
    if not everybody:
        return None
    for source in patterns(pack, "cues.when"):
        found = pack.compiled(source).match(it.masked)
        if found is None:
            continue
        event = found.span("event")
        over = any(one.role in {"over", "from"} for one in it.amounts_in(event))
        over = over or (bool(it.shares) and share_bound(it) in {"over", "from"})
        if over and deed_within(it, event) is not None:
            # Who is asked about a sum decides about it.
            return None
        told = _told(it, event, everybody)
        if told is None:
            continue
        to, deputy = told
        made = _escalation(it, event, to, deputy, Messages(pack, text))
        if made is not None:
            return made
    return None


def _told(
    it: FormSentence, event: _Span, everybody: tuple[Person, ...]
) -> tuple[Person, Person | None] | None:
    """Return who is told outside the event, and who in their place."""
    pack = it.pack
    people = tuple(one for one in everybody if not event[0] <= one.start < event[1])
    tell = next(
        (
            one
            for one in pack.pattern("cues.tells").finditer(it.low)
            if not event[0] <= one.start() < event[1]
        ),
        None,
    )
    if tell is None or not people:
        return None
    rest = it.low[: event[0]] + " " * (event[1] - event[0]) + it.low[event[1] :]
    if pack.pattern("cues.to_customer").search(rest):
        return None
    instead = pack.pattern("cues.instead").search(rest)
    if instead is not None and len(people) > 1 and people[-1].start >= instead.start():
        first = nearest(people[:-1], tell.span())
        return (first, people[-1]) if first is not None else None
    # "Falls are reported by the nurses to the matron": whom it reaches stands last.
    to = people[-1] if len(people) > 1 else nearest(people, tell.span())
    joined = all(
        pack.pattern("cues.several").search(it.low[one.end : other.start])
        for one, other in pairwise(people)
    )
    to = people[0] if joined else to
    return (to, None) if to is not None else None


def _escalation(
    it: FormSentence, event: _Span, to: Person, deputy: Person | None, messages: Messages
) -> Understood | None:
    pack = it.pack
    words = it.text[slice(*event)].strip(" ,:")
    low = it.low[slice(*event)]
    trigger = next(
        (
            name
            for name, pattern in pack.words("patterns.not_done").items()
            if pack.compiled(rf"\b(?:{pack.expanded(pattern, name)})").search(low)
        ),
        None,
    )
    limits = [
        (one, one.limit)
        for one in it.times
        if not one.vague and one.amount and isinstance(one.limit, Duration)
    ]
    late = next(((time, limit) for time, limit in limits if _inside(time, event)), None)
    within = next(((time, limit) for time, limit in limits if not _inside(time, event)), None)
    if late is None and within is not None and within[0].role == "after":
        # "Cases that are not solved go to the manager after two days."
        late, within = within, None
    strength = Strength.AIM if hedge_in(it.low, pack) else Strength.MUST
    if trigger is not None and late is not None:
        subjects = subjects_in(low, pack)
        clause = Escalation(
            to=to.role,
            deputy=deputy.role if deputy else None,
            after=late[1],
            trigger=Trigger(trigger),
            within=within[1] if within else None,
            subject=subjects[0].name if subjects else None,
            strength=strength,
        )
    else:
        plain = pack.pattern("patterns.event_articles").sub("", words.lower())
        name = slug(plain, pack=pack)
        if not name or pack.pattern("cues.no_event").search(words.lower()):
            return None
        clause = Escalation(
            to=to.role,
            deputy=deputy.role if deputy else None,
            event=name,
            event_words=words,
            within=within[1] if within else None,
            strength=strength,
        )
    used = {id(one[0]) for one in (late, within) if one}
    lost = next(
        (
            one
            for one in it.times
            if one.amount and id(one) not in used and not (clause.event and _inside(one, event))
        ),
        None,
    )
    if lost is None:
        return Understood((clause,))
    said = it.text[lost.start : lost.end]
    return Understood((clause,), (messages.finding("TX06", Severity.WARNING, said, said=said),))


def _inside(time: TimePhrase, event: _Span) -> bool:
    return event[0] <= time.start < event[1]

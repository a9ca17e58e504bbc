"""Escalations, surveys, reviews, records and practice in any language."""

import re

from goodword.document.form_deed import deed_within
from goodword.document.form_message import Messages
from goodword.document.form_sentence import FormSentence, patterns, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even
from goodword.language.pack import Pack
from goodword.language.role import ANYONE, role_slug
from goodword.language.service import hedge_in, subjects_in
from goodword.language.time_phrase import TimePhrase
from goodword.language.word import slug
from goodword.policy.clause import Clause, Strength
from goodword.policy.definition import RoleClause
from goodword.policy.duty import (
    Escalation,
    PublicationRule,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
    Trigger,
)
from goodword.policy.quantity import Duration
from goodword.problem import Severity

_OVER = {"over", "from"}


def form_duty(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return what falls due by a sentence, or None where nothing does."""
    it = sentence_of(text, setting.currency, pack)
    messages = Messages(pack, text)
    for reader in (_away, _survey, _review, _publication, _retention, _training):
        understood = reader(it, messages)
        if understood is not None:
            return understood
    return _escalation(text, it, messages, setting)


def _escalation(
    text: str, it: FormSentence, messages: Messages, setting: Setting
) -> Understood | None:
    pack = it.pack
    parts = [part.strip() for part in even(text).rstrip(" .;").split(";")]
    if len(parts) > 1 or it.match("patterns.ladder"):
        rungs = [_rung(sentence_of(part, setting.currency, pack)) for part in parts]
        if all(rung is not None for rung in rungs):
            return Understood(tuple(rung for rung in rungs if rung is not None))
    own = it.match("patterns.own_route")
    if own is not None and (to := it.role(own)) is not None and not _outside(it, own):
        words = it.said(own, "event")
        return Understood(
            (
                Escalation(
                    to=to, event=_event(words, pack), event_words=words, strength=Strength.MAY
                ),
            )
        )
    if it.search("patterns.theirs"):
        return None
    for source in patterns(pack, "patterns.late"):
        found = pack.compiled(source).match(it.masked)
        if found is not None and (late := _late(it, found, messages)) is not None:
            return late
    for source in (*patterns(pack, "patterns.cannot"), *patterns(pack, "patterns.happens")):
        found = pack.compiled(source).match(it.masked)
        if found is not None and (happened := _happens(it, found, messages)) is not None:
            return happened
    return None


def _outside(it: FormSentence, found: re.Match[str]) -> bool:
    """Whether the way leads to a court or an ombudsman: that is nothing of ours to run."""
    said = it.low[slice(*found.span("role"))]
    return it.pack.has("cues.outside") and it.pack.pattern("cues.outside").search(said) is not None


def _rung(it: FormSentence) -> Clause | None:
    found = it.match("patterns.ladder")
    if found is None:
        return None
    time = it.time_at(found.span("time"))
    told = _told(it, found.span("tell"))
    if time is None or told is None or not isinstance(time.limit, Duration):
        return None
    to, deputy, _ = told
    return Escalation(
        to=to, deputy=deputy, after=time.limit, trigger=Trigger.NOT_RESOLVED, strength=_strength(it)
    )


def _strength(it: FormSentence) -> Strength:
    return Strength.AIM if hedge_in(it.low, it.pack) else Strength.MUST


def _late(it: FormSentence, found: re.Match[str], messages: Messages) -> Understood | None:
    told = _told(it, found.span("tell"))
    time = it.time_at(found.span("time"))
    if told is None or time is None:
        return None
    said = it.low[found.start("what") : max(found.end("more"), found.end("time"))]
    trigger = next(
        (
            name
            for name, pattern in it.pack.words("patterns.not_done").items()
            if it.pack.compiled(rf"\b(?:{it.pack.expanded(pattern, name)})").search(said)
        ),
        None,
    )
    if trigger is None:
        return None
    to, deputy, within = told
    subjects = subjects_in(said, it.pack)
    limit = time.limit
    if not isinstance(limit, Duration):
        return None
    clause = Escalation(
        to=to,
        deputy=deputy,
        after=limit,
        trigger=Trigger(trigger),
        within=within,
        subject=subjects[0].name if subjects else None,
        strength=_strength(it),
    )
    return _checked(it, clause, messages, [time])


def _happens(it: FormSentence, found: re.Match[str], messages: Messages) -> Understood | None:
    told = _told(it, found.span("tell"))
    if told is None:
        return None
    to, deputy, within = told
    event = found.span("event")
    if any(one.role in _OVER for one in it.amounts_in(event)) and deed_within(it, event):
        # Who is asked about a sum decides about it: that is authority.
        return None
    words = it.said(found, "event")
    name = _event(words, it.pack)
    if not name:
        return None
    clause = Escalation(
        to=to,
        deputy=deputy,
        event=name,
        event_words=words,
        within=within,
        strength=_strength(it),
    )
    return _checked(it, clause, messages, [])


def _event(words: str, pack: Pack) -> str:
    plain = pack.pattern("patterns.event_articles").sub("", words.lower())
    return slug(plain, pack=pack)


def _checked(
    it: FormSentence, clause: Escalation, messages: Messages, used: list[TimePhrase]
) -> Understood:
    """Return the escalation with a warning where a time of it is not kept."""
    kept = [clause.after, clause.within]
    words = clause.event_words.lower()
    lost = [
        one
        for one in it.times
        if one not in used
        and one.amount
        and one.limit not in kept
        and it.low[one.start : one.end] not in words
    ]
    if not lost:
        return Understood((clause,))
    said = it.text[lost[0].start : lost[0].end]
    return Understood((clause,), (messages.finding("TX06", Severity.WARNING, said, said=said),))


def _told(
    it: FormSentence, span: tuple[int, int]
) -> tuple[str, str | None, Duration | None] | None:
    """Return who is told, who else when they are away, and by when."""
    start, end = span
    deputy: str | None = None
    for source in patterns(it.pack, "patterns.deputy_in"):
        found = it.pack.compiled(rf"{source}$").search(it.masked, start, end)
        if found is not None:
            deputy = it.role(found)
            end = found.start() if deputy is not None else end
    for source in patterns(it.pack, "patterns.tell"):
        stop = it.pack.compiled(rf"(?:{source})(?:{_REST})*\W*").fullmatch(it.masked, start, end)
        if stop is None:
            continue
        role = role_slug(it.low[slice(*stop.span("role"))], it.pack)
        said = it.low[slice(*stop.span("role"))].strip()
        if role is None or role == ANYONE or it.pack.pattern("roles.customers").match(said):
            continue
        if it.pack.has("cues.outside") and it.pack.pattern("cues.outside").search(said):
            continue
        time = it.time_at((start, end))
        within = time.limit if time is not None and not time.vague else None
        return role, deputy, within if isinstance(within, Duration) else None
    return None


# What may stand behind the words that tell: a time, or that it is at once.
_REST = "[ ,]+(?:[\ue002\ue012]+|<<patterns.tell_rest>>)"


def _away(it: FormSentence, messages: Messages) -> Understood | None:
    del messages
    found = it.match("patterns.away")
    if found is None:
        return None
    role, deputy = it.role(found), it.role(found, "role2")
    if role is None or deputy is None:
        return None
    return Understood((RoleClause(role=role, name=role.replace("_", " "), deputy=deputy),))


def _survey(it: FormSentence, messages: Messages) -> Understood | None:
    found = it.match("patterns.survey")
    if found is None:
        return None
    event = it.search("patterns.survey_event")
    if event is None:
        return None
    never: tuple[str, ...] = ()
    if (kept := it.search("patterns.survey_never")) is not None and (role := it.role(kept)):
        never = (role,)
    cap = delay = None
    for time in it.times:
        limit = time.limit
        if not isinstance(limit, Duration) or time.vague:
            continue
        capped = it.pack.compiled(r"(?:<<patterns.survey_cap>>)$").search(it.low[: time.start])
        if capped or time.role == "every":
            cap = limit
        else:
            delay = limit
    clause = SurveyRule(
        event=slug(it.text[slice(*event.span("event"))], pack=it.pack),
        delay=delay,
        cap=cap,
        never=never,
    )
    if cap is None:
        return Understood((clause,), (messages.finding("SV01", Severity.WARNING),))
    return Understood((clause,))


def _every(it: FormSentence) -> Duration | None:
    for time in it.times:
        limit = time.limit
        if time.role == "every" and isinstance(limit, Duration) and time.amount:
            return limit
    return None


def _review(it: FormSentence, messages: Messages) -> Understood | None:
    found = it.match("patterns.review")
    if found is None:
        return None
    every = _every(it)
    if every is None:
        fix = it.pack.phrase("messages.fix_review")
        return Understood((), (messages.finding("RV01", Severity.ERROR, fix=fix),), almost=True)
    owner = it.role(found) if "role" in found.re.groupindex else None
    if owner is None and (named := it.search("patterns.review_owner")) is not None:
        owner = it.role(named)
    after = tuple(
        slug(it.text[slice(*one.span("event"))], pack=it.pack)
        for source in patterns(it.pack, "patterns.review_after")
        for one in it.pack.compiled(source).finditer(it.masked)
    )
    return Understood(
        (
            ReviewRule(
                every=every,
                owner=None if owner == ANYONE else owner,
                after=tuple(filter(None, after)),
            ),
        )
    )


def _publication(it: FormSentence, messages: Messages) -> Understood | None:
    if it.match("patterns.publication") is None:
        return None
    what = it.search("patterns.publication_what")
    if what is None:
        return None
    every = _every(it)
    if every is None:
        return Understood((), (messages.finding("RV01", Severity.ERROR),), almost=True)
    thing = slug(it.text[slice(*what.span("thing"))], pack=it.pack)
    named = it.pack.words("echo.published")
    known = next(
        (name for name, words in named.items() if slug(words, pack=it.pack) == thing), thing
    )
    return Understood((PublicationRule(what=known, every=every),))


def _retention(it: FormSentence, messages: Messages) -> Understood | None:
    del messages
    found = it.match("patterns.retention")
    if found is None:
        return None
    words = it.low[slice(*found.span("thing"))].strip()
    of = it.pack.pattern("patterns.retention_of").search(words)
    time = it.time_at(found.span("time"))
    if time is None or not isinstance(time.limit, Duration):
        return None
    said = of.groupdict() if of is not None else {}
    named = next((said[name] for name in ("thing", "thing2") if said.get(name)), words)
    known = subjects_in(named, it.pack)
    subject = known[0].name if known else slug(named, pack=it.pack)
    return Understood((RetentionRule(subject=subject, keep=time.limit),))


def _training(it: FormSentence, messages: Messages) -> Understood | None:
    del messages
    found = it.match("patterns.training")
    every = _every(it)
    if found is None or every is None:
        return None
    named = "role" in found.re.groupindex and found["role"] is not None
    who = it.role(found) if named else ANYONE
    return Understood((TrainingRule(who=who or ANYONE, every=every),))

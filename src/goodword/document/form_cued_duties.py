"""Records, reviews, surveys and deputies told by their words, in whatever order they stand."""

from goodword.document.form_message import Messages
from goodword.document.form_people import people_in
from goodword.document.form_sentence import FormSentence, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.pack import Pack
from goodword.language.role import ANYONE
from goodword.language.service import subjects_in
from goodword.language.word import slug
from goodword.policy.definition import RoleClause
from goodword.policy.duty import RetentionRule, ReviewRule, SurveyRule, TrainingRule
from goodword.policy.quantity import Duration, Unit
from goodword.problem import Severity

_SHORT = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}


def cued_duty(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return what falls due by a sentence, told by its words, or None where nothing does."""
    if not pack.has("cues.people"):
        return None
    it = sentence_of(text, setting.currency, pack)
    if it.search("patterns.past") or it.search("patterns.theirs"):
        return None
    messages = Messages(pack, text)
    for reader in (_away, _training, _retention, _review, _survey):
        understood = reader(it, messages)
        if understood is not None:
            return understood
    return None


def _away(it: FormSentence, messages: Messages) -> Understood | None:
    """Return who stands in for whom."""
    del messages
    away = it.pack.pattern("cues.away").search(it.low)
    instead = it.pack.pattern("cues.stands_in").search(it.low)
    people = tuple(one for one in people_in(it) if one.role != ANYONE)
    if away is None or instead is None or len(people) != 2 or it.times:
        return None
    first, second = people
    # "The manager is away: the deputy takes over", and "the deputy stands in for the manager …".
    if away.start() > second.end and instead.start() < second.start:
        first, second = second, first
    if first.role == second.role:
        return None
    return Understood(
        (RoleClause(role=first.role, name=first.role.replace("_", " "), deputy=second.role),)
    )


def _training(it: FormSentence, messages: Messages) -> Understood | None:
    del messages
    every = _every(it)
    people = people_in(it)
    if every is None or not people or it.pack.pattern("cues.trains").search(it.low) is None:
        return None
    return Understood((TrainingRule(who=people[0].role, every=every),))


def _every(it: FormSentence) -> Duration | None:
    return next(
        (
            one.limit
            for one in it.times
            if one.role == "every" and one.amount and isinstance(one.limit, Duration)
        ),
        None,
    )


def _retention(it: FormSentence, messages: Messages) -> Understood | None:
    del messages
    pack = it.pack
    if pack.pattern("cues.keeps").search(it.low) is None or ";" in it.low:
        return None
    if pack.pattern("cues.destroys").search(it.low) is not None:
        return None
    found = pack.pattern("cues.records").search(it.low)
    time = next((one for one in it.times if one.amount and not one.vague), None)
    if time is not None and time.unit in _SHORT:
        return None
    if found is None or time is None or not isinstance(time.limit, Duration):
        return None
    words = found["thing"]
    of = pack.pattern("patterns.retention_of").search(words)
    said = of.groupdict() if of is not None else {}
    named = next((said[name] for name in ("thing", "thing2") if said.get(name)), words)
    known = subjects_in(words, pack)
    subject = known[0].name if known else slug(named, pack=pack)
    return Understood((RetentionRule(subject=subject, keep=time.limit),)) if subject else None


def _review(it: FormSentence, messages: Messages) -> Understood | None:
    pack = it.pack
    of = pack.pattern("cues.reviewed").search(it.low)
    if of is None or pack.pattern("cues.reviews").search(it.low) is None:
        return None
    every = _every(it)
    people = tuple(one for one in people_in(it) if one.role != ANYONE)
    if every is None:
        if it.times or (not people and pack.pattern("lexicon.vague").search(it.low) is None):
            return None
        fix = pack.phrase("messages.fix_review")
        return Understood((), (messages.finding("RV01", Severity.ERROR, fix=fix),), almost=True)
    owner = people[0].role if len(people) == 1 else None
    return Understood((ReviewRule(every=every, owner=owner),))


def _survey(it: FormSentence, messages: Messages) -> Understood | None:
    pack = it.pack
    asks = pack.pattern("cues.surveys_ask").search(it.low)
    event = pack.pattern("cues.survey_event").search(it.low)
    if asks is None or event is None or pack.pattern("cues.surveys").search(it.low) is None:
        return None
    cap = delay = None
    for time in it.times:
        limit = time.limit
        if not isinstance(limit, Duration) or time.vague:
            continue
        capped = pack.compiled(r"(?:<<patterns.survey_cap>>)$").search(it.low[: time.start])
        if capped or time.role == "every":
            cap = limit
        else:
            delay = limit
    name = slug(it.text[slice(*event.span("event"))], pack=pack)
    if not name:
        return None
    clause = SurveyRule(event=name, delay=delay, cap=cap)
    if cap is None:
        return Understood((clause,), (messages.finding("SV01", Severity.WARNING),))
    return Understood((clause,))

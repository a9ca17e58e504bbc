"""Promises in any language: what, by which channel, of what kind, by when, in whatever order."""

# ruff: noqa: C901, PLR0912  (a reader is one list of cases)

from dataclasses import replace
from decimal import Decimal

from goodword.document.form_condition import joined
from goodword.document.form_frame import Framed, framed_in, is_scope
from goodword.document.form_message import Messages
from goodword.document.form_pieces import Piece, pieces_of
from goodword.document.form_promise_asked import (
    RING_SECONDS,
    of_time,
    without_deed,
    without_time,
)
from goodword.document.form_scope import opens, scopes_in
from goodword.document.form_sentence import FormSentence, sentence_of
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import Pack
from goodword.language.service import (
    Word,
    channel_names,
    channels_in,
    hedge_in,
    metrics_in,
    most_in,
    should_in,
    subjects_in,
)
from goodword.language.time_phrase import TimePhrase
from goodword.policy.clause import Strength
from goodword.policy.condition import AllOf, Condition
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.problem import Severity

_SOON = {Unit.SECOND, Unit.MINUTE}
_DEADLINES = {"limit", "every"}


def form_promises(text: str, setting: Setting, context: str, pack: Pack) -> Understood | None:
    """Return the promises of a sentence, the question by when, or None where none is made."""
    parts = _cells(text, pack)
    if len(parts) > 1:
        return _each(parts, setting, context, pack)
    frame = framed_in(text, pack)
    it = sentence_of(_plain(frame.core, pack), setting.currency, pack)
    messages = Messages(pack, text)
    if any(it.search(f"patterns.{one}") for one in ("theirs", "hours", "past")):
        return None
    metrics = metrics_in(it.low, pack)
    times = [one for one in it.times if _is_deadline(it, one) and not one.vague]
    # Rings beside a length in seconds only say it twice.
    times = [one for one in times if not one.rings] or times
    if not times:
        return without_time(it, metrics, messages)
    around = f"{normal(context)} {normal(setting.heading)}".strip()
    pieces = pieces_of(it, times)
    made: list[Promise] = []
    found: list[Finding] = []
    firmly = _strength(it, normal(context), pieces)
    for at, piece in enumerate(pieces):
        promise = _promise(it, piece, metrics, around, made[-1] if made else None)
        if promise is not None and made and _goes_on(it, piece, metrics):
            # "… and … them within 4 weeks": another deed, whose verb no list knows.
            promise = replace(promise, metric=Metric.RESOLUTION)
            said = it.text[piece.time.start : piece.time.end]
            found.append(messages.finding("PR18", Severity.WARNING, said, said=said))
        if promise is None and not made and piece.time.role == "every" and at + 1 < len(pieces):
            # "We look twice a day and answer the next day": how often we look is no promise.
            continue
        if promise is None and not made:
            if (asked := without_deed(it, piece.time, messages)) is not None:
                return asked
            promise = _unknown_deed(it, piece, around)
            if promise is not None:
                said = it.text[piece.time.start : piece.time.end]
                found.append(messages.finding("PR18", Severity.WARNING, said, said=said))
        if promise is None:
            if made:
                continue
            return None
        scopes = scopes_in(it, (piece.start, piece.end), alone=len(pieces) == 1)
        if made and not scopes and not _own(piece, subjects_in(it.low, pack)):
            scopes = tuple(one for one in _conditions(made[-1].condition) if is_scope(one, pack))
        made.append(
            replace(
                promise,
                channels=promise.channels or frame.channels,
                strength=firmly,
                condition=_depends(frame, scopes),
                exception=frame.exception,
            )
        )
        found.extend(of_time(it, piece.time, promise.limit, setting, messages))
    made = _shared(made, it)
    if hedge_in(it.low, pack) is not None:
        start, end = hedge_in(it.low, pack) or (0, 0)
        found.append(
            messages.finding("PR02", Severity.INFO, it.text[start:end], said=it.text[start:end])
        )
    if (most := most_in(it.low, pack)) and not any(one.target for one in made):
        said = it.text[slice(*most)]
        found.append(messages.finding("PR08", Severity.WARNING, said, entry="PR08_most", said=said))
    if it.search("lexicon.average"):
        found.append(messages.finding("PR09", Severity.WARNING))
    if len(made) > 1:
        found.append(_several(made, messages))
    found.extend(_left(it, pieces, messages))
    almost = any(one.severity is Severity.ERROR for one in found)
    return Understood(tuple(dict.fromkeys(made)), tuple(found), almost=almost)


def _strength(it: FormSentence, context: str, pieces: list[Piece]) -> Strength:
    about = any(piece.time.about for piece in pieces)
    if about or hedge_in(it.low, it.pack) or hedge_in(context, it.pack):
        return Strength.AIM
    return Strength.SHOULD if should_in(it.low, it.pack) else Strength.MUST


def _cells(text: str, pack: Pack) -> list[str]:
    """Return the parts of "Email: 1 day; letter: 5 days", each of which reads alone."""
    parts = [part.strip() for part in even(text).rstrip(" .;").split(";")]
    fragment = pack.pattern("patterns.fragment")
    return parts if all(fragment.match(normal(part)) for part in parts) else []


def _each(parts: list[str], setting: Setting, context: str, pack: Pack) -> Understood | None:
    """Return what the parts say; one that names no time does not keep the others from running."""
    read = []
    for part in parts:
        found = form_promises(part, setting, context, pack)
        if found is not None:
            read.append(found)
        context = f"{context} {part.partition(':')[0]}".strip()
    clauses = tuple(one for found in read for one in found.clauses if not found.almost)
    findings = [
        replace(one, severity=Severity.WARNING) if clauses and found.almost else one
        for found in read
        for one in found.findings
    ]
    if not clauses and not findings:
        return None
    return Understood(clauses, tuple(findings), almost=not clauses)


def _goes_on(it: FormSentence, piece: Piece, metrics: tuple[Word, ...]) -> bool:
    """Whether a piece says another deed of the same case, by a verb that no list knows."""
    if _own(piece, metrics) or not it.pack.has("patterns.goes_on"):
        return False
    return it.pack.pattern("patterns.goes_on").match(it.low[piece.start :]) is not None


def _depends(frame: Framed, scopes: tuple[Condition, ...]) -> Condition | None:
    own = (frame.condition,) if frame.condition is not None else ()
    return joined((*own, *scopes))


def _shared(made: list[Promise], it: FormSentence) -> list[Promise]:
    """Return the promises, each with what opens the sentence: "For new customers we … and …"."""
    if len(made) < 2 or not opens(it):
        return made
    first = scopes_in(it, (0, 1), alone=False)
    return [
        made[0],
        *(
            replace(one, condition=joined((*_conditions(one.condition), *first)))
            for one in made[1:]
        ),
    ]


def _conditions(condition: Condition | None) -> tuple[Condition, ...]:
    if condition is None:
        return ()
    return condition.parts if isinstance(condition, AllOf) else (condition,)


def _several(made: list[Promise], messages: Messages) -> Finding:
    """Return what is said of two promises in one sentence: two times for the same case are odd."""
    cases = [
        (one.metric, one.channels, one.subject, one.condition, one.start, one.target)
        for one in made
    ]
    if len(set(cases)) < len(cases):
        return messages.finding("PR07", Severity.WARNING, entry="PR07_same")
    return messages.finding("PR07", Severity.HINT, number=str(len(made)))


def _left(it: FormSentence, pieces: list[Piece], messages: Messages) -> list[Finding]:
    """Return what is said of an amount or a time that no promise keeps."""
    if it.amounts:
        said = it.text[it.amounts[0].start : it.amounts[0].end]
        return [messages.finding("TX06", Severity.ERROR, said, said=said)]
    if it.pack.has("conditions.left"):
        # A condition that nobody could read must not be dropped without a word.
        marked = it.pack.pattern("conditions.left").search(it.low)
        # "If you tell us before 2pm" is the cutoff of a named day.
        if marked is not None and it.pack.pattern("times.cutoff").search(it.low) is None:
            said = it.text[slice(*marked.span())]
            return [messages.finding("TX06", Severity.WARNING, said, said=said)]
    used = {id(piece.time) for piece in pieces}
    lost = [
        one
        for one in it.times
        if id(one) not in used and one.amount and one.role not in {"after", "for"}
    ]
    if not lost:
        return []
    said = it.text[lost[0].start : lost[0].end]
    return [messages.finding("TX06", Severity.WARNING, said, said=said)]


def _unknown_deed(it: FormSentence, piece: Piece, around: str) -> Promise | None:
    """Return the promise of a sentence whose verb no list knows: done when the case is resolved."""
    surely = it.pack.has("patterns.surely") and it.pack.pattern("patterns.surely").match(
        it.low, piece.time.start
    )
    framed = surely or it.search("patterns.promise_frame")
    if not framed or it.search("patterns.fragment"):
        return None
    if piece.time.role != "limit" or piece.time.anchor is not None:
        return None
    subjects = subjects_in(it.low, it.pack) or subjects_in(around, it.pack)
    return Promise(
        metric=Metric.RESOLUTION,
        channels=channel_names(channels_in(it.low, it.pack)),
        subject=subjects[0].name if subjects else None,
        limit=_limit(it, piece.time),
        target=it.shares[0][2] if len(it.shares) == 1 and it.shares[0][2] < 1 else None,
        start=_start(it, piece.time),
    )


def _plain(core: str, pack: Pack) -> str:
    """Return the sentence without brackets that only explain how a time is counted."""
    low = normal(core)
    for match in reversed(list(pack.pattern("patterns.beside").finditer(low))):
        if pack.pattern("times.cutoff").search(match[0]):
            continue
        core = core[: match.start()].rstrip() + core[match.end() :]
    return core


def _is_deadline(it: FormSentence, time: TimePhrase) -> bool:
    if time.role == "limit" and time.unit is Unit.YEAR:
        # Years are ages and terms: nobody waits for an answer so long.
        return False
    if time.role in _DEADLINES or time.anchor is not None or time.rings:
        return True
    if time.role == "after":
        # "Longer than 20 minutes nobody waits here"; "tickets are solved after 8 hours": by then.
        longer = it.pack.has("patterns.not_longer") and it.pack.pattern("patterns.not_longer")
        waits = bool(longer and longer.match(it.low, time.start))
        return waits or it.search("patterns.done_after") is not None
    if time.role not in {"", "bare"}:
        return False
    if it.pack.has("lexicon.start_behind") and it.pack.pattern("lexicon.start_behind").match(
        it.low, time.end
    ):
        # "We send the report two weeks after the visit."
        return time.amount > 0 and it.search("patterns.promise_frame") is not None
    # The verb ("is", "takes") is part of the time and hidden with it.
    noun = it.pack.has("patterns.time_noun") and it.pack.pattern("patterns.time_noun")
    return it.search("patterns.fragment") is not None or bool(noun and noun.search(it.low))


def _promise(
    it: FormSentence,
    piece: Piece,
    metrics: tuple[Word, ...],
    around: str,
    previous: Promise | None,
) -> Promise | None:
    pack = it.pack
    own = _own(piece, channels_in(it.low, pack))
    channels = channel_names(own)
    if not channels and previous is not None:
        channels = previous.channels
    if not channels:
        channels = channel_names(channels_in(it.low, pack)) or channel_names(
            channels_in(around, pack)
        )
    metric = _metric(piece, metrics, channels, around, previous, it)
    if metric is None or (piece.time.role == "every" and metric is not Metric.UPDATE):
        return None
    subjects = _own(piece, subjects_in(it.low, pack)) or (
        () if previous else subjects_in(it.low, pack)
    )
    subject = subjects[0].name if subjects else previous.subject if previous else None
    if subject is None and (near := subjects_in(around, pack)):
        subject = near[0].name
    shares = [one for one in it.shares if piece.start <= one[0] < piece.end]
    shares = shares or (list(it.shares) if len(it.shares) == 1 else [])
    target: Decimal | None = shares[0][2] if shares else None
    if target == 1:
        target = None
    if not channels and metric is Metric.CALLBACK:
        channels = ("phone",)
    recurs = metric is Metric.UPDATE and piece.time.role == "every"
    return Promise(
        metric=metric,
        channels=channels,
        subject=subject,
        limit=_limit(it, piece.time),
        target=target,
        start=_start(it, piece.time),
        once=metric is Metric.UPDATE and not recurs,
    )


def _own(piece: Piece, words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(one for one in words if piece.start <= one.start < piece.end)


def _limit(it: FormSentence, time: TimePhrase) -> Limit:
    if time.rings:
        return Duration(time.rings * RING_SECONDS, Unit.SECOND, Counting.CLOCK)
    # "on weekdays within 4 hours": the hours of days on which we work.
    if time.counting is None and time.anchor is None and it.search("times.working_beside"):
        return replace(time, counting=Counting.WORKING).limit
    return time.limit


def _start(it: FormSentence, time: TimePhrase) -> str | None:
    found = it.pack.pattern("lexicon.start_after").search(it.low[time.end :])
    if found is None:
        return None
    for name in it.pack.words("lexicon.starts"):
        source = it.pack.expanded(it.pack.words("lexicon.starts")[name], "lexicon.starts")
        if it.pack.compiled(rf"\b(?:{source})").search(found["start"]):
            return name
    return None


def _metric(
    piece: Piece,
    metrics: tuple[Word, ...],
    channels: tuple[str, ...],
    around: str,
    previous: Promise | None,
    it: FormSentence,
) -> Metric | None:
    own = [one for one in metrics if piece.start <= one.start < piece.end]
    own = _nearest(it, piece, own)
    strong = [one for one in own if not one.weak] or own
    if not strong and previous is not None:
        return previous.metric
    if not strong:
        strong = [one for one in metrics if not one.weak] or list(metrics)
    if not strong:
        strong = [one for one in metrics_in(around, it.pack) if not one.weak]
    if strong:
        metric = Metric(min(strong, key=lambda one: _far(one, piece.time)).name)
    elif it.search("patterns.fragment") and channels:
        usual = {"phone": Metric.ANSWER, "voicemail": Metric.CALLBACK, "in_person": Metric.WAIT}
        return usual.get(channels[0], Metric.FIRST_RESPONSE)
    else:
        return None
    if metric is Metric.FIRST_RESPONSE and channels == ("phone",):
        soon = piece.time.rings or (piece.time.unit in _SOON and piece.time.anchor is None)
        return Metric.ANSWER if soon else metric
    if metric is Metric.FIRST_RESPONSE and channels == ("voicemail",):
        return Metric.CALLBACK
    return metric


def _nearest(it: FormSentence, piece: Piece, words: list[Word]) -> list[Word]:
    """Return the words that stand between the last joint before the time and the time.

    "We confirm orders and deliver them within 3 days": it is the delivery that is timed.
    """
    joints = it.pack.pattern("patterns.joints").finditer(it.low, piece.start, piece.time.start)
    start = max((one.end() for one in joints), default=piece.start)
    near = [one for one in words if start <= one.start < piece.time.start]
    behind = [one for one in words if one.start >= piece.time.start and not one.weak]
    if near and all(one.weak for one in near) and behind:
        strong = [one for one in words if not one.weak]
        return near if any(one.start < start for one in strong) else words
    return near or words


def _far(word: Word, time: TimePhrase) -> int:
    if word.start < time.start < word.end:
        return 0
    return min(abs(word.start - time.end), abs(time.start - word.end))

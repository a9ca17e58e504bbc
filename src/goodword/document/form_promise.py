"""Promises in any language: what, by which channel, of what kind, by when, in whatever order."""

# ruff: noqa: C901  (a reader is one list of cases)

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from goodword.document.form_message import Messages
from goodword.document.form_sentence import FormSentence, framed_in, sentence_of
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import Pack
from goodword.language.service import (
    Word,
    channels_in,
    hedge_in,
    metrics_in,
    most_in,
    should_in,
    subjects_in,
    vague_in,
)
from goodword.language.time_phrase import TimePhrase
from goodword.policy.clause import Strength
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.problem import Severity

_SOON = {Unit.SECOND, Unit.MINUTE}
_DEADLINES = {"limit", "every"}
_RING_SECONDS = 5
_MANY_HOURS = 24


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the sentence with one deadline of its own."""

    start: int
    end: int
    time: TimePhrase


def form_promises(text: str, setting: Setting, context: str, pack: Pack) -> Understood | None:
    """Return the promises of a sentence, the question by when, or None where none is made."""
    frame = framed_in(text, pack)
    it = sentence_of(_plain(frame.core, pack), setting.currency, pack)
    messages = Messages(pack, text)
    if it.search("patterns.theirs") or it.search("patterns.hours"):
        return None
    metrics = metrics_in(it.low, pack)
    times = [one for one in it.times if _is_deadline(it, one) and not one.vague]
    # Rings beside a length in seconds only say it twice.
    times = [one for one in times if not one.rings] or times
    if not times:
        return _vague(text, it, metrics, setting, messages)
    around = f"{normal(context)} {normal(setting.heading)}".strip()
    pieces = _pieces(it, times)
    made: list[Promise] = []
    found: list[Finding] = []
    hedge = hedge_in(it.low, pack) or hedge_in(normal(context), pack)
    about = any(piece.time.about for piece in pieces)
    strength = (
        Strength.AIM
        if hedge or about
        else Strength.SHOULD
        if should_in(it.low, pack)
        else Strength.MUST
    )
    for piece in pieces:
        promise = _promise(it, piece, metrics, around, made[-1] if made else None)
        if promise is None:
            if made:
                continue
            return _without_deed(it, piece, setting, messages)
        made.append(
            replace(
                promise,
                strength=strength,
                condition=frame.condition,
                exception=frame.exception,
            )
        )
        found.extend(_of_time(it, piece.time, promise.limit, setting, messages))
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
        found.append(messages.finding("PR07", Severity.HINT, number=str(len(made))))
    used = {id(piece.time) for piece in pieces}
    lost = [
        one
        for one in it.times
        if id(one) not in used and one.amount and one.role not in {"after", "for"}
    ]
    if it.amounts:
        said = it.text[it.amounts[0].start : it.amounts[0].end]
        found.append(messages.finding("TX06", Severity.ERROR, said, said=said))
    elif lost:
        said = it.text[lost[0].start : lost[0].end]
        found.append(messages.finding("TX06", Severity.WARNING, said, said=said))
    almost = any(one.severity is Severity.ERROR for one in found)
    return Understood(tuple(made), tuple(found), almost=almost)


def _plain(core: str, pack: Pack) -> str:
    """Return the sentence without brackets that only explain how a time is counted."""
    low = normal(core)
    for match in reversed(list(pack.pattern("patterns.beside").finditer(low))):
        if pack.pattern("times.cutoff").search(match[0]):
            continue
        core = core[: match.start()].rstrip() + core[match.end() :]
    return core


def _is_deadline(it: FormSentence, time: TimePhrase) -> bool:
    if time.role in _DEADLINES or time.anchor is not None or time.rings:
        return True
    return time.role in {"", "bare"} and it.search("patterns.fragment") is not None


def _pieces(it: FormSentence, times: list[TimePhrase]) -> list[_Piece]:
    """Return the stretches between the joints that part one deadline from the next."""
    cuts = [0]
    joints = list(it.pack.pattern("patterns.joints").finditer(it.low))
    for before, after in pairwise(times):
        between = [one for one in joints if before.end <= one.start() < after.start + 1]
        cuts.append(between[0].end() if between else before.end)
    ends = [*cuts[1:], len(it.low)]
    return [_Piece(start, end, time) for start, end, time in zip(cuts, ends, times, strict=True)]


def _promise(
    it: FormSentence,
    piece: _Piece,
    metrics: tuple[Word, ...],
    around: str,
    previous: Promise | None,
) -> Promise | None:
    pack = it.pack
    own = _own(piece, channels_in(it.low, pack))
    channels = _names(own)
    if not channels and previous is not None:
        channels = previous.channels
    if not channels:
        channels = _names(channels_in(it.low, pack)) or _names(channels_in(around, pack))
    metric = _metric(piece, metrics, channels, around, previous, it)
    if metric is None:
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
        limit=_limit(piece.time),
        target=target,
        start=_start(it, piece.time),
        once=metric is Metric.UPDATE and not recurs,
    )


def _own(piece: _Piece, words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(one for one in words if piece.start <= one.start < piece.end)


def _names(words: tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in words))


def _limit(time: TimePhrase) -> Limit:
    if time.rings:
        return Duration(time.rings * _RING_SECONDS, Unit.SECOND, Counting.CLOCK)
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
    piece: _Piece,
    metrics: tuple[Word, ...],
    channels: tuple[str, ...],
    around: str,
    previous: Promise | None,
    it: FormSentence,
) -> Metric | None:
    own = [one for one in metrics if piece.start <= one.start < piece.end]
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


def _far(word: Word, time: TimePhrase) -> int:
    if word.start < time.start < word.end:
        return 0
    return min(abs(word.start - time.end), abs(time.start - word.end))


def _vague(
    text: str, it: FormSentence, metrics: tuple[Word, ...], setting: Setting, messages: Messages
) -> Understood | None:
    """Return the question by when, for a sentence that promises something and names no time."""
    if not metrics or not it.search("patterns.promise_frame"):
        return None
    strong = [one for one in metrics if not one.weak]
    vague = vague_in(it.low, it.pack) or next(
        ((one.start, one.end) for one in it.times if one.vague), None
    )
    named = channels_in(it.low, it.pack) or subjects_in(it.low, it.pack)
    if vague is None and not (named and strong and strong[0].name not in {"update", "wait"}):
        return None
    metric = (strong or list(metrics))[0].name
    unit = (
        it.pack.words("messages.usual_times").get(metric)
        or it.pack.words("messages.usual_times")["first_response"]
    )
    code = "PR08" if it.shares else "PR01"
    said = it.text[slice(*vague)] if vague else ""
    fix = _with_time(it.text, vague, unit, it)
    entry = code if code == "PR08" else ("PR01" if vague else "PR01_bare")
    finding = messages.finding(
        code, Severity.ERROR, said, entry=entry, said=said, time=unit, fix=fix
    )
    understood = [("metric", it.pack.words("echo.metric_names").get(metric, metric))]
    del setting, text
    return Understood((), (replace(finding, understood=tuple(understood)),), almost=True)


def capital(sentence: str) -> str:
    """Return the sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def _with_time(text: str, vague: tuple[int, int] | None, time: str, it: FormSentence) -> str:
    if vague is None:
        return it.pack.phrase("messages.fix_add").format(sentence=text, time=time)
    return capital(f"{text[: vague[0]]}{time}{text[vague[1] :]}.")


def _without_deed(
    it: FormSentence, piece: _Piece, setting: Setting, messages: Messages
) -> Understood | None:
    """Return the question what is done in a time that stands alone: "Dringend: 1 Stunde"."""
    del setting
    if it.search("patterns.fragment") is None or not subjects_in(it.low, it.pack):
        return None
    said = it.text[piece.time.start : piece.time.end]
    label = it.text.partition(":")[0].strip()
    fix = it.pack.phrase("messages.fix_first").format(label=label, time=said.lstrip(" :"))
    return Understood(
        (),
        (messages.finding("PR14", Severity.ERROR, said, said=said, fix=fix),),
        almost=True,
    )


def _of_time(
    it: FormSentence, time: TimePhrase, limit: Limit, setting: Setting, messages: Messages
) -> list[Finding]:
    """Return what is odd about a deadline."""
    found: list[Finding] = []
    said = it.text[time.start : time.end]
    said_low = it.low[time.start : time.end]
    if time.is_range and isinstance(limit, Duration):
        longer = messages.within(limit)
        found.append(
            messages.finding(
                "PR04",
                Severity.WARNING,
                said,
                said=said,
                longer=longer,
                fix=capital(f"{it.text[: time.start]}{longer}{it.text[time.end :]}."),
            )
        )
    if time.in_hours:
        choice = messages.within(Duration(time.amount, time.unit, Counting.WORKING))
        found.append(
            messages.finding(
                "PR05",
                Severity.ERROR,
                said,
                said=said,
                number=str(time.amount),
                fix=capital(f"{it.text[: time.start]}{choice}{it.text[time.end :]}."),
            )
        )
    elif isinstance(limit, Duration):
        found.extend(_of_length(it, time, limit, setting, messages, said, said_low))
    if time.about:
        found.append(messages.finding("PR03", Severity.WARNING, said, said=said))
    if time.rings:
        seconds = str(time.rings * _RING_SECONDS)
        found.append(messages.finding("PR12", Severity.WARNING, said, said=said, seconds=seconds))
    if time.short_bound:
        found.append(messages.finding("PR10", Severity.WARNING, said, said=said))
    return found


def _of_length(
    it: FormSentence,
    time: TimePhrase,
    limit: Duration,
    setting: Setting,
    messages: Messages,
    said: str,
    said_low: str,
) -> list[Finding]:
    found: list[Finding] = []
    if (
        limit.counting is Counting.WORKING
        and limit.unit is Unit.HOUR
        and limit.amount >= _MANY_HOURS
    ):
        found.append(
            messages.finding(
                "PR05",
                Severity.WARNING,
                said,
                entry="PR05_many",
                said=said,
                number=str(time.amount),
            )
        )
    if it.pack.has("times.legal_days") and it.pack.pattern("times.legal_days").search(said_low):
        last = it.pack.entry("times.legal_last_day")
        same = setting.open_days == tuple(range(last + 1))
        if not same and not setting.working_days_said:
            days = setting.open_days or (0, 1, 2, 3, 4)
            found.append(
                messages.finding(
                    "PR05",
                    Severity.WARNING,
                    said,
                    entry="PR05_legal",
                    said=said,
                    days=messages.days(days),
                    fix=capital(
                        f"{it.text[: time.start]}{messages.within(limit)}{it.text[time.end :]}."
                    ),
                )
            )
    if limit.counting is Counting.CALENDAR and time.counting is None and limit.unit is Unit.DAY:
        found.append(
            messages.finding(
                "PR05",
                Severity.WARNING,
                said,
                entry="PR05_plain",
                said=said,
                number=str(limit.amount),
            )
        )
    return found

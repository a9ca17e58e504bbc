"""What is odd about a promise in any language, or still to be said: when, what, how counted."""

from dataclasses import replace

from goodword.document.form_message import Messages
from goodword.document.form_sentence import FormSentence
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.service import Word, channels_in, subjects_in, vague_in
from goodword.language.time_phrase import TimePhrase
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.problem import Severity

RING_SECONDS = 5
_MANY_HOURS = 24


def without_time(
    it: FormSentence, metrics: tuple[Word, ...], messages: Messages
) -> Understood | None:
    """Return the question by when, for a sentence that promises something and names no time."""
    if not metrics or not it.search("patterns.promise_frame"):
        return None
    if it.search("patterns.no_promise"):
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
    return Understood((), (replace(finding, understood=tuple(understood)),), almost=True)


def capital(sentence: str) -> str:
    """Return the sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def _with_time(text: str, vague: tuple[int, int] | None, time: str, it: FormSentence) -> str:
    if vague is None:
        return it.pack.phrase("messages.fix_add").format(sentence=text, time=time)
    return capital(f"{text[: vague[0]]}{time}{text[vague[1] :]}.")


def without_deed(it: FormSentence, time: TimePhrase, messages: Messages) -> Understood | None:
    """Return the question what is done in a time that stands alone: "Dringend: 1 Stunde"."""
    if it.search("patterns.fragment") is None or not subjects_in(it.low, it.pack):
        return None
    said = it.text[time.start : time.end]
    label = it.text.partition(":")[0].strip()
    fix = it.pack.phrase("messages.fix_first").format(label=label, time=said.lstrip(" :"))
    return Understood(
        (),
        (messages.finding("PR14", Severity.ERROR, said, said=said, fix=fix),),
        almost=True,
    )


def of_time(
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
        seconds = str(time.rings * RING_SECONDS)
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

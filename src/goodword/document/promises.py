"""Promises: what is done, for whom, by when, for which share."""

# ruff: noqa: C901, E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.condition_text import condition_of, frame
from goodword.document.pledges import pledge
from goodword.document.promise_answered import answered_by
from goodword.document.promise_attend import come_to
from goodword.document.promise_channel import (
    channels_above,
    channels_around,
    channels_of,
    for_all,
    waiting_on,
    with_heading,
)
from goodword.document.promise_condition import conditions, exception
from goodword.document.promise_generic import may_be_a_reply
from goodword.document.promise_metric import (
    bare_fits,
    by_way,
    metrics_of,
    names_only_who,
    tells_again,
)
from goodword.document.promise_pause import pause
from goodword.document.promise_problems import deed_unknown, findings_for, several, unit_of
from goodword.document.promise_sentence import PromiseSentence, Segment, taken_to_pieces
from goodword.document.promise_start import start_of
from goodword.document.promise_strength import strength_of
from goodword.document.promise_subject import rank_around, subject_around, subject_of
from goodword.document.promise_target import target_of
from goodword.document.promise_thing import runs_on_all
from goodword.document.promise_times import our_times
from goodword.document.promise_told_way import told_way
from goodword.document.promise_vague import plain_sentence, time_without_promise, vague_promise
from goodword.document.promise_whose import is_of_others, is_past
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.cued import Cued
from goodword.language.en.times import RING_SECONDS, USUAL_RING_SECONDS
from goodword.language.normal import normal
from goodword.language.number import NUMBER, value_of
from goodword.language.service import hedge_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import AllOf
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.problem import Severity

# Told to colleagues, not to the people we serve.
_TO_COLLEAGUES = Cued(
    r"^(?:notify|inform|tell|alert) (?!you\b|us\b|them\b|(?:the |our |all |every |each )?(?:customer|client|patient|guest|caller|complainant|resident|tenant|member)s?\b)",
    "alert |inform |notify |tell ",
)
# ", or 25 if it is complex": another time for other cases.
_OR_ELSE = Cued(
    rf",? or (?P<time>(?:within |up to )?(?:\d+|{NUMBER})(?P<unit> (?:working |business )?(?:minutes?|hours?|days?|weeks?|months?))?) (?P<word>if|when|where|for) (?P<what>[^,;.]+)",
    " or ",
    " for | if | whe",
)

# Above a list or a table: the days that it counts.
WORKING_DAYS_ABOVE = re.compile(
    r"\((?:all |in |times? (?:are )?in )?(?:working|business|office) days?\)|\b(?:all )?times? (?:are |is )?(?:in|given in|shown in|counted in) (?:working|business|office) days\b"
)
# At the end of a sentence, in brackets, it is said of the time before.
_WITHOUT_WEEKENDS = re.compile(
    r"\((?:on |only on )?week ?days(?: only)?\)\W*$|,? (?:weekends?|saturdays and sundays)(?: and (?:public |bank )?holidays)? (?:left out|excluded|not counted|aside|apart)\W*$|"
    r"\([^()]*\b(?:not (?:including|counting|over|on|at)|excluding|excl\.?|except(?: for)?) (?:the |a |any )?(?:weekends?|saturdays|public holidays|bank holidays)\b[^()]*\)\W*$"
)
# Behind a time of less than a day it says how that is counted, wherever it stands.
_IN_HOURS = re.compile(
    r"^[^().;]{0,40}\((?:in |during |our hours are |hours: |open )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?,? ?(?:-|to|through|until|till|thru)[^()]*\)|"
    r"^(?:(?!,|;| and (?:we|will|to|then|must)\b).)*?\b(?:during|in|within) (?:our |the )?(?:normal |standard |usual |regular |core )?(?:working|business|office|opening|operating|core|support|service) hours\b(?! [a-z]+ing\b)"
)
# "Inside the hour, eight to six": said of hours; a phone is picked up in minutes all the same.
_RANGE_BEHIND = re.compile(
    rf"^,? (?:{NUMBER}|\d{{1,2}})(?: ?am)? (?:to|till|until|-|–) (?:{NUMBER}|\d{{1,2}})(?: ?pm)?(?=\W|$)"
)
# The same before it: "in office hours, within two hours", "(Mon–Fri, 9–5): 2 hours".
_HOURS_BEFORE = Cued(
    r"(?:,|^) ?(?:in|during|within) (?:our |the )?(?:normal |standard |usual |regular |core )?(?:working|business|office|opening|operating|core|support|service) hours,? "
    r"|(?:\(|^)(?:on )?mon(?:day)?s? ?(?:-|–|to|through) ?(?:fri|sat|sun)(?:day)?s?,? (?:from )?\d",
    "hours|mon",
)
_DURING = re.compile(r"\b(?:during|in|within) (?:[\w-]+ ){0,3}hours\b")
_OUTSIDE = re.compile(
    r"\b(?:outside(?: of)?|out[- ]of|after) (?:[\w-]+ )?hours\b|\bat (?:all )?other times\b"
)
# "…, Monday to Friday 8-5": said at the end of all the times before it.
_WEEK_AT_END = Cued(
    r"(?:,|\() ?(?:on )?mon(?:day)?s? ?(?:-|to|through) ?fri(?:day)?s?,? (?:from )?\d[\d:. apm-]*(?:to \d[\d:. apm]*)?\)?\W*$",
    "mon",
)
_WHOLE_DAY = 24
_OWN_VERB = re.compile(r"\b(?:we|you|our|will|must|shall|is|are)\b")
_ALL_ELSE = Cued(
    r"\b(?:for|to|in|on) (?:everything|anything|everyone|anyone|all) else\b",
    "for all|for anyone|for anything|for everyone|for everything|in all|in anyone|"
    "in anything|in everyone|in everything|on all|on anyone|on anything|on everyone|"
    "on everything|to all|to anyone|to anything|to everyone|to everything",
)
_THE_REST = re.compile(r"\b(?:else|others?|the rest|remaining)\b")


def promises(text: str, setting: Setting, context: str = "") -> Understood | None:
    """Return the promises of a sentence; `context` is a lead-in that the sentence stands below."""
    low = normal(text)
    if (paused := pause(low)) is not None:
        return paused
    if _TO_COLLEAGUES.match(low):
        return None
    if (forfeit := _OR_PAY.search(low)) is not None:
        return _with_forfeit(text, forfeit, setting, context)
    if (other := _OR_ELSE.search(low)) is not None:
        return _with_other(text, other, setting, context)
    parts = _parts(text, setting, context) or _in_brackets(text, setting, context)
    if parts is not None:
        return parts
    taken = frame(text)
    main = low[taken.start : taken.end]
    if is_past(main) or is_of_others(main):
        return None
    times = our_times(low, taken, led=bool(context))
    if not times:
        return _mended(vague_promise(text, low, taken, led=bool(context)), setting, context)
    read = _read(taken_to_pieces(text, taken, tuple(times), setting, context))
    if read is not None and read.clauses and taken.turned:
        # "…, and if we fail you will receive £30" is a pledge of its own.
        more = pledge(text[taken.turned_span[0] :].lstrip(" ,;"), setting)
        if more is not None:
            return Understood((*read.clauses, *more.clauses), read.findings)
    return read


def _mended(understood: Understood | None, setting: Setting, context: str) -> Understood | None:
    """Return the same, each suggested sentence one that reads as a live clause."""
    if understood is None:
        return None
    findings = tuple(
        one
        if not one.fix or one.code == "PR14" or _runs(one.fix, setting, context)
        else replace(one, fix=plain_sentence(one))
        for one in understood.findings
    )
    return replace(understood, findings=findings)


def _runs(text: str, setting: Setting, context: str) -> bool:
    low, taken = normal(text), frame(text)
    times = our_times(low, taken, led=bool(context))
    it = taken_to_pieces(text, taken, tuple(times), setting, context)
    read = _read(it, mended=False) if times else None
    return read is not None and bool(read.clauses)


def _parts(text: str, setting: Setting, context: str) -> Understood | None:
    """Return what both sides of a semicolon promise, where each of them is whole by itself.

    What the second side leaves unsaid is that of the first: "complaints are acknowledged in a day;
    the full answer follows in ten".
    """
    first, mark, second = text.partition("; ")
    if not mark or ";" in second or "(" in first:
        return None
    if frame(first).before and not frame(second).before:
        # "If it is urgent, we reply in an hour; we resolve it in four": it holds for both.
        return None
    two_words = _with_unit(text, len(first) + len(mark))
    one, two = promises(first, setting, context), promises(two_words, setting, context)
    if one is None or two is None or not one.clauses or not two.clauses:
        return None
    clauses = (*one.clauses, *(_shared(each, one.clauses[-1], second) for each in two.clauses))
    behind = len(first) + len(mark)
    findings = (
        *(_in_whole(each, 0, "", text[len(first) :]) for each in one.findings),
        *(_in_whole(each, behind, text[:behind], "") for each in two.findings),
    )
    findings = tuple(replace(each, end=min(each.end, len(text))) for each in findings)
    whole = [each for each in findings if each.code != "PR07" or each.severity is not Severity.HINT]
    return Understood(clauses, (*whole, several(text, len(clauses))))


def _with_unit(text: str, place: int) -> str:
    """Return what stands behind a place, its number with the unit that stands before the place."""
    short = next(
        (one for one in times_in(normal(text)) if one.is_short and one.start >= place), None
    )
    if short is None or not isinstance(short.limit, Duration):
        return text[place:]
    return f"{text[place : short.end]} {unit_of(short)}{text[short.end :]}"


# "Updates by priority (P1: all the time; P2: every 3 hours; P3: daily)".
_LISTED = Cued(r"^(?P<head>[^():;]{3,60}) \((?P<rows>[^():]+: [^();]+(?:; [^();]+)+)\)\W*$", " (")


def _in_brackets(text: str, setting: Setting, context: str) -> Understood | None:
    """Return the promises of rows that brackets list behind what they are of."""
    listed = _LISTED.match(text)
    if listed is None:
        return None
    clauses: list[Clause] = []
    findings: list[Finding] = []
    place, above = listed.start("rows"), f"{context} {listed['head']}".strip()
    for row in listed["rows"].split("; "):
        read = promises(row, setting, above)
        if read is not None and read.clauses:
            clauses.extend(read.clauses)
            rest = place + len(row)
            findings.extend(
                _in_whole(one, place, text[:place], text[rest:]) for one in read.findings
            )
        place += len(row) + 2
    if len(clauses) < _SEVERAL:
        return None
    return Understood(tuple(clauses), (*findings, several(text, len(clauses))))


_SEVERAL = 2


def _shared(clause: Clause, first: Clause, words: str) -> Clause:
    """Return a promise with the cases of the first one, where it names none of its own."""
    if not isinstance(clause, Promise) or not isinstance(first, Promise):
        return clause
    low = normal(words)
    if first.strength is Strength.AIM and _OWN_VERB.search(low) is None:
        # "We try to settle urgent ones in two days; others in five": both are tried.
        clause = replace(clause, strength=Strength.AIM)
    if clause.channels or clause.subject or _THE_REST.search(low):
        return clause
    return replace(clause, channels=first.channels, subject=first.subject)


def _in_whole(finding: Finding, by: int, before: str, after: str) -> Finding:
    """Return a finding on part of a sentence as one on the whole."""
    fix = f"{before}{finding.fix.rstrip('.') if after else finding.fix}{after}"
    return replace(
        finding,
        start=finding.start + by,
        end=finding.end + by,
        fix=fix if finding.fix else "",
    )


# "…, or pay you £30": what you get where we fail.
_OR_PAY = Cued(
    r",? (?:or|otherwise|failing which|if not,?) (?:else )?(?:we(?:'ll| will| shall| must)? )?(?P<gives>(?:pay|credit|give|refund) (?:you|the customer)\b[^;.]*)\W*$",
    "credit the customer|credit you|give the customer|give you|pay the customer|pay you|"
    "refund the customer|refund you",
)


def _with_forfeit(
    text: str, forfeit: re.Match[str], setting: Setting, context: str
) -> Understood | None:
    """Return a promise and the remedy that the same sentence gives where it is not kept."""
    kept = promises(text[: forfeit.start()], setting, context)
    start, end = forfeit.span("gives")
    given = pledge(f"If we miss this, we will {text[start:end]}", setting)
    if kept is None or not kept.clauses or given is None or not given.clauses:
        return kept
    return replace(kept, clauses=(*kept.clauses, *given.clauses))


def _with_other(
    text: str, other: re.Match[str], setting: Setting, context: str
) -> Understood | None:
    """Return the promise and, where it can be kept apart, its second time for other cases.

    "…, or 48 hours if a main has to be mended" is a promise with that condition; a number alone
    counts in the unit before it. What else stands there is said to be left out.
    """
    kept = promises(text[: other.start()] + text[other.end() :], setting, context)
    if kept is None or not kept.clauses:
        return kept
    last = kept.clauses[-1]
    limit = _other_limit(other, last)
    if limit is not None and isinstance(last, Promise):
        start, end = other.span("what")
        opening = "it is for " if other["word"] == "for" else ""
        when = condition_of(f"{opening}{text[start:end]}")
        # "In 5 days if you paid by card, or in 10 if by cheque": one case or the other.
        before = _WHEN.search(normal(text[: other.start()]))
        sided = (
            before is not None and before.start() > 0 and times_in(normal(text[: before.start()]))
        )
        both = AllOf((last.condition, when)) if last.condition and when and not sided else when
        more = replace(last, limit=limit, condition=both)
        findings = (*kept.findings, *_no_unit(text, other, limit), several(text, 2))
        return Understood((*kept.clauses, more), findings, almost=kept.almost)
    finding = Finding(
        "PR07",
        Severity.WARNING,
        f'I keep the first time for every case; "{text[other.start() : other.end()].strip(" ,")}" is a second '
        "one. Give it a sentence of its own.",
        other.start(),
        other.end(),
    )
    return Understood(kept.clauses, (*kept.findings, finding), almost=kept.almost)


_WHEN = re.compile(r"\b(?:if|when|where)\b")


def _other_limit(other: re.Match[str], last: Clause) -> Limit | None:
    """Return the second time; one without a unit counts in that of the first."""
    if not isinstance(last, Promise):
        return None
    if other["unit"]:
        said = times_in(other["time"] if other["time"][0] in "wu" else f"within {other['time']}")
        return said[0].limit if said else None
    if not isinstance(last.limit, Duration):
        return None
    amount = value_of(other["time"].split()[-1])
    return replace(last.limit, amount=int(amount)) if amount == int(amount) else None


def _no_unit(text: str, other: re.Match[str], limit: Limit) -> tuple[Finding, ...]:
    """Return the warning that a second time names no unit."""
    if other["unit"] or not isinstance(limit, Duration):
        return ()
    start, end = other.span("time")
    unit = f"{'working ' if limit.counting is Counting.WORKING else ''}{limit.unit}s"
    said = text[start:end].strip()
    return (
        Finding(
            "PR05",
            Severity.WARNING,
            f'"{said}" names no unit; I count {unit}, as before. Say "{said} {unit}", so that '
            "nobody has to guess.",
            start,
            end,
            (("when", f"{said} {unit}"),),
        ),
    )


def _read(it: PromiseSentence, *, mended: bool = True) -> Understood | None:
    made: list[Promise] = []
    findings: list[Finding] = []
    used: list[TimePhrase] = []
    previous: Promise | None = None
    segments = it.segments
    for segment in segments:
        metrics, is_known = metrics_of(it, segment, previous)
        if segment.phrase.role == "every":
            metrics = (Metric.UPDATE,) if tells_again(it, segment, metrics) else ()
        if segment.phrase.role in {"", "bare"} and not bare_fits(it, segment):
            continue
        for metric in metrics:
            previous = promise_of(it, segment, metric, previous)
            findings.extend(_odd_deed(it, segment, previous, is_known=is_known))
            made.append(previous)
            used.append(segment.phrase)
    if not made and names_only_who(it):
        return time_without_promise(it.text, it.times[0])
    if not made and not mended:
        return None
    if not made:
        return _mended(
            vague_promise(it.text, it.low, it.frame, led=bool(it.context)), it.setting, it.context
        )
    if (begun := _begun_first(it, made)) is not None:
        made[0] = begun
    is_aim = any(one.strength is Strength.AIM for one in made)
    strength_span = hedge_in(it.low) if is_aim else None
    findings.extend(
        findings_for(it.text, it.low, tuple(used), tuple(made), strength_span, it.setting)
    )
    findings = _once([*findings, *come_to(it, made)])
    if any(one.severity is Severity.ERROR for one in findings):
        return Understood((), tuple(findings), almost=True)
    return Understood(tuple(dict.fromkeys(made)), tuple(findings))


# "Inspection within 8 days, replacement within 20": to look at it is to begin.
_BEGUN = Cued(
    r"\b(?:inspect(?:ion|ed|s)?|assess(?:ment|ed|es)?|survey(?:ed|s)?|diagnos(?:is|ed|es)|visit(?:ed|s)?|site visit|looked at|checked|triaged?|examin(?:ation|ed))\b[\w' -]*$",
    "inspect|assess|survey|diagnos|visit|looked at|checked|triage|examin",
)


def _begun_first(it: PromiseSentence, made: list[Promise]) -> Promise | None:
    """Return the first of two promises as a response, where it begins what the second ends."""
    if len(made) != _SEVERAL or len(it.segments) != _SEVERAL:
        return None
    one, two = made
    both = one.metric is two.metric is Metric.RESOLUTION
    if not both or not _BEGUN.search(it.low[slice(*it.segments[0].before)].strip(" ,:;")):
        return None
    if _BEGUN.search(it.low[slice(*it.segments[1].before)].strip(" ,:;")):
        return None
    return replace(one, metric=Metric.FIRST_RESPONSE)


def _odd_deed(
    it: PromiseSentence, segment: Segment, promise: Promise, *, is_known: bool
) -> list[Finding]:
    """Return what is said where no known word tells what is done, or for which kind of case."""
    odd = (
        runs_on_all(it, segment, promise) or may_be_a_reply(it, segment, promise)
        if is_known
        else deed_unknown(it.text, segment.phrase)
    )
    return [odd] if odd is not None else []


def _once(findings: list[Finding]) -> list[Finding]:
    """Return the findings without a second one on the same deed: work that begins is no end."""
    begins = any(one.code == "PR16" for one in findings)
    return [one for one in findings if not (begins and one.code == "PR18")]


def promise_of(
    it: PromiseSentence, segment: Segment, metric: Metric, previous: Promise | None
) -> Promise:
    """Return the promise that is made by the time of a segment, all that it holds for read out.

    `previous` is the promise before it in the same sentence, whose channels and kind may hold on.
    """
    condition, channels_before = conditions(it, segment)
    channels = channels_of(it, segment, metric, previous) or channels_before
    subject = subject_of(it, segment, previous)
    channels = with_heading(it, channels)
    if _ALL_ELSE.search(it.low, *segment.before):
        channels, subject = (), None
    if metric is Metric.WAIT and any(one.name == "in_person" for one in it.channels):
        # Callers who are seen at a desk have come to it.
        channels = ("in_person",) if channels == ("phone",) else channels
    if metric is Metric.ANSWER and channels and not it.subjects_near(segment):
        subject = None
    if metric is Metric.CALLBACK and subject == "request":
        # A request for a call back is no kind of case of its own.
        subject = None
    if metric in {Metric.CALLBACK, Metric.FIRST_RESPONSE} and channels in {(), ("phone",)}:
        # "Should the line go to voicemail, …": that is where the message is.
        channels = (
            ("voicemail",) if any(one.name == "voicemail" for one in it.channels) else channels
        )
    if metric is Metric.CALLBACK and "voicemail" in channels:
        channels = tuple(one for one in channels if one != "phone")
    if not channels and metric in {Metric.ANSWER, Metric.WAIT}:
        # "No longer than a minute on the phone": whoever waits there has rung.
        channels = waiting_on(it)
    channels = channels or told_way(it, segment, previous) or channels_above(it)
    if (
        not channels
        and (previous is None or not previous.channels)
        and (subject in {None, "enquiry"} or metric in {Metric.ANSWER, Metric.WAIT})
    ):
        channels = channels_around(it, metric)
    if len(it.times) > 1 and not channels and subject is None:
        channels, subject = for_all(it)
    if metric is Metric.CALLBACK and channels == ("phone",) and _only_messages(it.low):
        channels = ("voicemail",)
    metric = by_way(it, segment, metric, channels)
    if subject is None and metric != Metric.ANSWER and (not channels or _rings_them(it, metric)):
        subject = subject_around(it)
        channels = channels if subject is None else ()
    if subject is None and not _ALL_ELSE.search(it.low, *segment.before):
        subject = rank_around(it)
    return Promise(
        metric=metric,
        channels=channels,
        by=() if channels else answered_by(it, segment, metric),
        subject=subject,
        limit=_limit(it, segment),
        target=target_of(it, segment),
        start=start_of(it, segment),
        once=metric is Metric.UPDATE and segment.phrase.role != "every",
        strength=strength_of(it, segment),
        condition=condition,
        exception=exception(it),
    )


# Messages that are returned were left, and nobody was reached.
_MESSAGES = Cued(
    r"\breturn(?:ed|ing|s)? (?:(?:all|any|your|every|each|the|non-urgent) )*messages?\b|\bmessages?\b[\w' ]{0,30}? (?:(?:is|are|be|gets?) )?returned\b",
    "return",
)


# Who is rung need not have rung: below "Complaints" it is whoever complained.
_RINGS = re.compile(
    r"\b(?:rings?|calls?|phones?|telephones?|rung|called|phoned|telephoned|a (?:phone ?)?call) "
    r"(?:you|them|the (?:customer|client|guest|patient|tenant|resident|member|parent|family|person)"
    r"|within|by|the same|on the same|in|from)\b"
)


def _rings_them(it: PromiseSentence, metric: Metric) -> bool:
    """Whether a call is what we do, not what came: "a manager rings you within 24 hours"."""
    return (
        metric is Metric.CALLBACK
        and all(one.name == "phone" for one in it.channels)
        and _RINGS.search(it.low) is not None
        and "back" not in it.low
        and "return" not in it.low
    )


def _only_messages(low: str) -> bool:
    return "call" not in low and _MESSAGES.search(low) is not None


def _limit(it: PromiseSentence, segment: Segment) -> Limit:
    phrase = segment.phrase
    if phrase.rings:
        each = RING_SECONDS.get(it.setting.country or "", USUAL_RING_SECONDS)
        return Duration(phrase.rings * each, Unit.SECOND, Counting.CLOCK)
    limit = phrase.limit
    if (
        isinstance(limit, Duration)
        and limit.unit in {Unit.MINUTE, Unit.HOUR}
        and phrase.counting is Counting.WORKING
        and _DURING.search(it.low, phrase.start, phrase.end)
        and _OUTSIDE.search(it.low)
    ):
        # "20 minutes during office hours and 90 outside": both by the clock.
        return replace(limit, counting=Counting.CLOCK)
    if (
        isinstance(limit, Duration)
        and phrase.counting is None
        and (
            _WITHOUT_WEEKENDS.search(it.low, phrase.end)
            or (
                (
                    limit.unit is Unit.MINUTE
                    or (limit.unit is Unit.HOUR and limit.amount < _WHOLE_DAY)
                )
                and (
                    _IN_HOURS.search(it.low[phrase.end : segment.after[1]])
                    or (limit.unit is Unit.HOUR and _WEEK_AT_END.search(it.low, phrase.end))
                    or (limit.unit is Unit.HOUR and _RANGE_BEHIND.match(it.low[phrase.end :]))
                    or (len(it.times) == 1 and _HOURS_BEFORE.search(it.low, 0, phrase.start))
                )
            )
        )
    ):
        return replace(limit, counting=Counting.WORKING)
    if (
        isinstance(limit, Duration)
        and limit.unit is Unit.DAY
        and phrase.counting is None
        and WORKING_DAYS_ABOVE.search(f"{it.context} {normal(it.setting.heading)}")
    ):
        # "Response times (business days)" is said for all the lines below it.
        return replace(limit, counting=Counting.WORKING)
    return limit

"""Promises: what is done, for whom, by when, for which share."""

# ruff: noqa: C901, E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from goodword.document.condition_text import Frame, condition_of, frame, whose
from goodword.document.promise_problems import findings_for, time_without_promise, vague_promise
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.en.lexicon import ANY_SUBJECT, START_RECEIVED, STARTS
from goodword.language.en.lexicon import SUBJECTS as ALL_SUBJECTS
from goodword.language.en.times import RING_SECONDS, TIME_OF_DAY, USUAL_RING_SECONDS
from goodword.language.normal import normal
from goodword.language.number import NUMBER
from goodword.language.service import (
    Word,
    channels_in,
    hedge_in,
    metrics_in,
    noun_slug,
    shares_in,
    should_in,
    subjects_in,
)
from goodword.language.time_phrase import TimePhrase, cutoff_span, times_in
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.condition import AllOf, Condition
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.problem import Severity

_WAITED = re.compile(
    r"\bstops? the clock (?:while|when|whenever|until)\b.*\b(?:wait|await|hear|repl|answer|information)"
    r"|\bclocks?\b.*\b(?:stops?|paus)\w*\b.*\bawaiting\b"
    r"|\btime (?:taken by|spent waiting for|(?:we )?(?:spend )?waiting for|waiting on) (?:the |our )?(?:you|customers?|clients?|users?)\b.*\b(?:not (?:count|includ)|excluded)"
)
# Told to colleagues, not to the people we serve.
_TO_COLLEAGUES = re.compile(
    r"^(?:notify|inform|tell|alert) (?!you\b|them\b|(?:the |our |all |every |each )?(?:customer|client|patient|guest|caller|complainant|resident|tenant|member)s?\b)"
)
_UNNAMED_TIME = re.sub(r"\?P<\w+>", "?:", TIME_OF_DAY)
_PAUSE = re.compile(
    r"\b(?:clock|time|count(?:ing|down)?|timer)s?\b(?P<what>(?: of [\w ]+?)?) (?:stops?|pauses?|is paused|is stopped|"
    r"stands still)\b.*\b(?:wait|waiting|hear from you|your (?:answer|reply))"
)
_PAUSE_ALL = re.compile(r"\bclock of every (?P<what>[\w ,]+?) stops\b")
_METRIC_NAMES = {
    "answer": Metric.ANSWER,
    "acknowledgement": Metric.ACKNOWLEDGE,
    "first reply": Metric.FIRST_RESPONSE,
    "next reply": Metric.NEXT_RESPONSE,
    "update": Metric.UPDATE,
    "resolution": Metric.RESOLUTION,
    "wait": Metric.WAIT,
    "call back": Metric.CALLBACK,
}
# The time is the customer's to keep, not ours.
_THEIRS = re.compile(
    r"^(?:please (?!allow|expect|note|be assured)|(?:if [^,]+, )?(?:you|customers?|clients?|patients?|the customer|"
    r"complainants?|residents?|tenants?|applicants?|claimants?|members?|passengers?|guests?|users?|students?)"
    r"(?: also| then| still)? (?:must|should(?! (?:normally |usually |generally |not |never |only )*(?:expect|receive|get|have|hear|wait|be (?:kept|waiting|seen|left|asked to wait)))|"
    r"need|have(?! (?:an|our|a) (?:answer|reply|response))|can(?! (?:usually |normally |also )?expect)|may(?! expect)|could|might|are (?:required|asked|"
    r"expected|encouraged|welcome|entitled|able|advised)|want|wish|would)\b"
    r"|(?:all |any |your |the |a )?(?:complaints?|appeals?|requests?|claims?|applications?|notices?|payments?|invoices?|"
    r"fees?|accounts?|returns?|items?|goods|products?|cancellations?|bookings?)[\w ]{0,30}? (?:must|should|can|may|"
    r"need to|has to|have to) be (?:made|submitted|sent|lodged|received|brought|raised|paid|returned|cancelled|filed|"
    r"reported|given|unused)"
    r"|(?:payment|invoices?|fees?|accounts?)[\w ]{0,20} (?:is|are|falls?) (?:due|payable)"
    r"|(?:contact|tell|let|call|email|write to|send|return|notify) us\b"
    r"|ask (?:us|the|for)\b|(?:we|this \w+) (?:was|were|have been|has been|had)\b(?! (?:asked))"
    r"|if (?:we|you) (?:have not|haven't|do not|don't)[^,]*, (?:please|you (?:can|may|should)))"
)
_NOT_TIMES = re.compile(
    r"^(?: (?:a|per|each) (?:day|week|year|month)\b|'? ?notice|-old| of age| ago\b| old\b| long\b"
    r"| (?:is|are|was|were|has|have)(?: been)? (?:up|over|passed|expired|elapsed|ended)\b| (?:is|are) not (?:up|over)\b"
    r"| (?:deadline|limit|period|window|cooling-off)\b)"
)
_NOTICE = re.compile(
    r"\bnotice\b|\bopen\b(?! until)|\bkeep (?:\w+ ){0,3}?(?:records?|data|files?)|\bretain|\blasts?\b|\bvalid\b|\bexpire"
)
_START = re.compile(
    r"^,? ?\(?(?P<word>of|from|after|following|upon|on(?! average)|once|starting (?:from|on|when)|beginning|when|since)\b(?: us\b)? ?"
    r"(?P<what>[^,.;()]*?)(?= and (?:we|will|then|to|a|the|give|send|provide|resolve|answer|respond|reply|aim|within)\b"
    r"|, | unless\b| except\b| if\b| by (?:e-?mail|phone|letter)\b| in \d| for \d|[.;()]|$| where\b| with (?:a|an|the)\b)"
)
_RECEIVED = re.compile(START_RECEIVED)
_CAME = re.compile(
    r"\b(?:being|is|are|was|were|been) (?:first )?(?:reported|received|told|notified|made|raised|sent|submitted|placed|informed)(?: to us)?$"
)
_STARTS = tuple((name, re.compile(rf"(?:{pattern})")) for name, pattern in STARTS)
_CHANNEL_CONDITION = re.compile(
    r"^(?:you|a (?:customer|client|caller)|customers?|clients?|people|someone|somebody)"
    r"(?: (?:come|comes|contact|contacts?|get in touch|call|calls|ring|phone|phones|e-?mails?|write|writes|text|texts|visit|visits|"
    r"message|messages|leave|leaves|use|uses|send|sends|complain|complains|make|makes|submit|submits|reach|tell|tells|ask|asks|do|have|are|raise|report|telephone|telephones))\b"
)
_HEDGED = re.compile(
    r"^(?:it is |this is |we |at all |reasonably )*(?:possible|practical|practicable|feasible|we can|can)$"
)
_DAYS_OFF = re.compile(
    r"^(?:on |at |the )*(?:weekends?|saturdays?|sundays?|public|bank|statutory|holidays)\b"
)
_AGREED = re.compile(r"\bor as (?:otherwise )?agreed(?: with you)?")
# What was done is no promise, nor is a time that a thing takes by itself.
_PAST = re.compile(
    r"\b(?:last|past|previous) (?:(?:financial |calendar )?year|quarter|month|week|summer|winter)\b|\bin (?:19|20)\d\d\b"
    r"|(?:^|, )(?:we|the team|our \w+|staff) (?:have )?(?:answered|replied|responded|resolved|acknowledged|achieved|handled)\b"
    r"|\b(?:were|was) (?:\w+ )?(?:answered|resolved|acknowledged|dealt with|completed|responded|replied|closed|seen)\b"
)
_TAKES = re.compile(
    r"\b(?:may|might|could|can|sometimes) (?:sometimes |occasionally )?(?:need|take|require|last)s?(?: up to)? ?$"
)
_IT = re.compile(r"\b(?:it|this|that|these|they|which) $")
_ALL_ELSE = re.compile(
    r"^ (?:for|to|in) (?:everything|anything|everyone|anyone|(?:all|any) (?:the )?others?|others?|the rest|all else|any else)\b"
)
_DOING = re.compile(r"\b(?:will|we|to|must|shall|and) $")
_INVITED = re.compile(r"\b(?:please|can|could|may|should)(?: also| always)? $")
# "We will phone you" says how we answer, not how people came to us.
_OUTWARD = re.compile(r"(?:tele)?phone (?:you|them)\b(?! back)")
# ", or 25 if it is complex": another time for other cases.
_OR_ELSE = re.compile(
    rf",? or (?:within |up to )?(?:\d+|{NUMBER})(?: (?:working |business )?(?:hours?|days?|weeks?))? (?:if|when|where|for) [^,;.]+"
)
_ASIDE = re.compile(r"^ \((?P<what>[^()]+)\)")
_WHO = re.compile(
    r"^(?:all |any |those )?(?P<noun>customers|clients|patients|guests|people|residents|tenants|members|callers|anyone|anybody|those|everyone|students|users|visitors|passengers) "
    r"(?:who|that) (?P<what>.+?) (?:is|are|will|get|gets|can expect|receive|receives|should)\b"
)
_WHOM = re.compile(
    r"\b(?:every|any|each|all) (?P<noun>(?:customer|client|patient|guest|person|resident|tenant|member|caller|user|visitor|passenger)s?) (?:who|that) (?P<what>.+?),? ?$"
)
_FRAGMENT = re.compile(r"^[\w ,/&'()-]{2,70}?(?::| -|\|)\s")
# What reaches us at another hour, or while we are shut.
_SHUT = re.compile(
    rf"\b(?P<when>(?:(?:sent|received|made|left|placed|reported|submitted|arriving) )?(?:after (?:{_UNNAMED_TIME})|"
    rf"outside(?: of)? (?:our |of )?(?:normal |usual )?(?:office|working|business|opening|these|those) hours|out[ -]of[ -]hours))"
)
# A line such as "Routine repairs: 28 days" says by when the thing itself is done.
_DONE_NAMED = re.compile(
    r"^[^:|]*?\b(?:repairs?|orders?|refunds?|applications?|claims?|faults?|returns|appeals?)\b"
)
_DONE_BY_NAME = {"repair", "order", "refund", "application", "claim", "fault", "return", "appeal"}
_SOON = {Unit.SECOND, Unit.MINUTE}
_WRITTEN = {"email", "letter", "text", "web_form", "social", "portal"}
_TO_CHANNEL = re.compile(r"^ (?:for|to|on) (?:all |any |your |our |an? |every )*")
_BY_CHANNEL = re.compile(
    r"\b(?:by|via|in|over the|through|using|on the|with an?) (?:(?:an?|your|the|or|e-?mail|letter|telephone|phone) )*$"
)
_WITH_OUTCOME = re.compile(
    r" (?:of (?:receipt|receiving \w+(?: \w+)?) )?with (?:our|a|the|your|an) (?:final |full |formal |written )*(?:decision|outcome|findings|result|"
    r"conclusion|resolution|full|final)"
)
_SHARE_OF = re.compile(
    r" ?(?:of (?!the time|cases|occasions|the cases)|within|in |by |answered|resolved|to be)"
)
_EVERY_NOUN = re.compile(
    r"\b(?:every|each) (?P<noun>[a-z][a-z'-]*(?: [a-z'-]+){0,2}?)(?= (?:on|by|within|in|to|for|from|via|about|and|that|"
    r"which|is|are|will|we|you|must|gets?|no|at)\b|,|:|\()"
)
_ANY = {
    *ANY_SUBJECT,
    "time",
    "one",
    "day",
    "week",
    "month",
    "working",
    "person",
    "call",
    "caller",
    "visit",
    "reply",
    "response",
    "letter",
    "patient",
    "guest",
    "resident",
    "tenant",
    "member",
    "user",
    "visitor",
    "step",
    "stage",
    "channel",
    "query",
    "enquiry",
    "question",
    "team",
}
_INSTRUMENT = re.compile(r"(?:in writing|by|via|through|using|in the post)\b")
_ONLY_TIME = re.compile(r"^[\W\d]*$")


def promises(text: str, setting: Setting, context: str = "") -> Understood | None:
    """Return the promises of a sentence; `context` is a lead-in that the sentence stands below."""
    low = normal(text)
    if (pause := _pause(low)) is not None:
        return pause
    if _TO_COLLEAGUES.match(low):
        return None
    if (other := _OR_ELSE.search(low)) is not None:
        return _without_other(text, other, setting, context)
    taken = frame(text)
    if _PAST.search(low[taken.start : taken.end]):
        return None
    times = _ours(low, taken, setting)
    if not times:
        return vague_promise(text, low, taken)
    reader = _Promises(text, low, taken, times, setting, normal(context))
    return reader.read()


def _without_other(
    text: str, other: re.Match[str], setting: Setting, context: str
) -> Understood | None:
    """Return the promise without its second time for other cases, and say what was left out."""
    kept = promises(text[: other.start()] + text[other.end() :], setting, context)
    if kept is None or not kept.clauses:
        return kept
    finding = Finding(
        "PR07",
        Severity.WARNING,
        f'I keep the first time for every case; "{text[other.start() : other.end()].strip(" ,")}" is a second '
        "one. Give it a sentence of its own.",
        other.start(),
        other.end(),
    )
    return Understood(kept.clauses, (*kept.findings, finding), almost=kept.almost)


def _pause(low: str) -> Understood | None:
    if found := _PAUSE_ALL.search(low):
        names = re.split(r", | and ", found["what"])
        metrics = tuple(_METRIC_NAMES[name] for name in names if name in _METRIC_NAMES)
        if metrics:
            return Understood((PauseRule(metrics=metrics),))
    if _PAUSE.search(low) or _WAITED.search(low):
        return Understood((PauseRule(),))
    return None


def _ours(low: str, taken: Frame, setting: Setting) -> list[TimePhrase]:
    """Return the times that can be deadlines of ours."""
    main = low[taken.start : taken.end]
    if _THEIRS.match(main) or _THEIRS.match(low):
        return []
    del setting
    hidden = (taken.before_span, taken.after_span, taken.unless_span, taken.turned_span)
    found = []
    for phrase in times_in(low):
        if phrase.vague or _NOT_TIMES.match(low[phrase.end :]):
            continue
        if any(start <= phrase.length_start < end for start, end in hidden):
            continue
        if phrase.role in {"after", "at least", "for", "per"}:
            continue
        if (takes := _TAKES.search(low[: phrase.start])) and (
            _IT.search(low[: takes.start()]) or not metrics_in(low[: phrase.start])
        ):
            continue
        found.append(phrase)
    if any(not phrase.rings for phrase in found):
        found = [
            replace(phrase, role=phrase.role or "limit") for phrase in found if not phrase.rings
        ]
    if found and _NOTICE.search(main) and not any(not one.weak for one in metrics_in(main)):
        return []
    return found


@dataclass(slots=True)
class _Segment:
    """One time with the words that belong to it."""

    phrase: TimePhrase
    before: tuple[int, int]
    after: tuple[int, int]


class _Promises:
    """One sentence with at least one time."""

    def __init__(
        self,
        text: str,
        low: str,
        taken: Frame,
        times: list[TimePhrase],
        setting: Setting,
        context: str,
    ) -> None:
        self._text, self._low, self._frame = text, low, taken
        self._setting, self._context = setting, context
        self._times = times
        self._cues = tuple(cue for cue in metrics_in(low) if not self._hidden(cue.start))
        self._channels = tuple(
            word
            for word in channels_in(low)
            if not (_INVITED.search(low[: word.start]) or _OUTWARD.match(low, word.start))
        )
        self._subjects = tuple(
            one
            for one in subjects_in(low)
            if not any(word.start <= one.start < word.end for word in self._channels)
            and not (
                one.name in {"report", "repair"}
                and (one.name == "report" or _DOING.search(low[: one.start]))
                and any(cue.start <= one.start < cue.end for cue in self._cues)
            )
        )
        self._shares = shares_in(low)

    def _hidden(self, place: int) -> bool:
        spans = (
            self._frame.before_span,
            self._frame.after_span,
            self._frame.unless_span,
            self._frame.turned_span,
        )
        return any(start <= place < end for start, end in spans)

    def read(self) -> Understood | None:
        made: list[Promise] = []
        findings: list[Finding] = []
        used: list[TimePhrase] = []
        previous: Promise | None = None
        segments = self._segments()
        time_first = not self._has_cue(segments[0].before) and self._has_cue(segments[0].after)
        for segment in segments:
            metric = self._metric(segment, previous, time_first=time_first)
            if metric is None:
                continue
            if segment.phrase.role == "every" and metric is Metric.FIRST_RESPONSE:
                metric = Metric.UPDATE
            if segment.phrase.role == "every" and metric is not Metric.UPDATE:
                continue
            if segment.phrase.role in {"", "bare"} and not self._bare_fits(segment):
                continue
            previous = self._promise(segment, metric, previous, time_first=time_first)
            made.append(previous)
            used.append(segment.phrase)
        if not made and self._names_only_who():
            return time_without_promise(self._text, self._times[0])
        if not made:
            return vague_promise(self._text, self._low, self._frame)
        strength_span = hedge_in(self._low)
        findings.extend(
            findings_for(
                self._text, self._low, tuple(used), tuple(made), strength_span, self._setting
            )
        )
        if any(one.severity is Severity.ERROR for one in findings):
            return Understood((), tuple(findings), almost=True)
        return Understood(_distinct(made), tuple(findings))

    def _segments(self) -> list[_Segment]:
        segments = []
        place = self._frame.start
        for index, phrase in enumerate(self._times):
            following = (
                self._times[index + 1].start if index + 1 < len(self._times) else len(self._low)
            )
            segments.append(_Segment(phrase, (place, phrase.length_start), (phrase.end, following)))
            place = phrase.end
        return segments

    def _has_cue(self, stretch: tuple[int, int]) -> bool:
        return any(stretch[0] <= cue.start < stretch[1] for cue in self._cues)

    def _metric(
        self, segment: _Segment, previous: Promise | None, *, time_first: bool
    ) -> Metric | None:
        windows = ((segment.after, False), (segment.before, True))
        if not time_first:
            windows = windows[::-1]
        for (start, end), backwards in windows:
            if not time_first and not backwards and previous is not None:
                continue
            cues = [cue for cue in self._cues if start <= cue.start < end]
            if not backwards and not time_first:
                tail = self._tail_end(segment)
                cues = [cue for cue in cues if cue.start >= tail]
            if cues:
                return self._chosen(cues, segment, backwards=backwards)
        if previous is not None:
            return previous.metric
        for context in (self._context, normal(self._setting.heading)):
            cues = list(metrics_in(context))
            if cues:
                return self._chosen(cues, segment, backwards=True)
        return self._by_channel()

    def _chosen(self, cues: list[Word], segment: _Segment, *, backwards: bool) -> Metric:
        strong = [cue for cue in cues if not cue.weak] or cues
        if (
            backwards
            and cues[-1].weak
            and re.search(r"\band\b", self._low[strong[-1].end : cues[-1].start])
        ):
            strong = cues
        cue = strong[-1] if backwards else strong[0]
        metric = Metric(cue.name)
        after = self._low[segment.phrase.end :]
        if metric is Metric.FIRST_RESPONSE and re.match(
            r" to (?:acknowledge|confirm (?:we|that|receipt))", after
        ):
            return Metric.ACKNOWLEDGE
        if metric in {Metric.FIRST_RESPONSE, Metric.UPDATE} and _WITH_OUTCOME.match(after):
            return Metric.RESOLUTION
        channels = {word.name for word in self._channels} or {
            word.name for word in channels_in(f"{self._context} {normal(self._setting.heading)}")
        }
        if metric is Metric.ANSWER and channels & _WRITTEN and not channels & {"phone", "chat"}:
            return Metric.FIRST_RESPONSE
        if (
            metric is Metric.FIRST_RESPONSE
            and channels == {"phone"}
            and (
                segment.phrase.rings or (segment.phrase.unit in _SOON and not segment.phrase.anchor)
            )
        ):
            return Metric.ANSWER
        if metric is Metric.FIRST_RESPONSE and channels == {"voicemail"}:
            return Metric.CALLBACK
        return metric

    def _by_channel(self) -> Metric | None:
        """Return what a line such as "Email: 2 days" promises: a reply, or what the channel does."""
        if not (_FRAGMENT.match(self._low) or self._context):
            return None
        if not self._channels:
            named = self._subjects[0].name if self._subjects else ""
            bare = re.search(r"\b(?:we|you|will|must|should|may|is|are)\b", self._low) is None
            done = named in _DONE_BY_NAME or _DONE_NAMED.match(self._low) is not None
            return Metric.RESOLUTION if done and bare else None
        name = self._channels[0].name
        return {"phone": Metric.ANSWER, "voicemail": Metric.CALLBACK, "in_person": Metric.WAIT}.get(
            name, Metric.FIRST_RESPONSE
        )

    def _names_only_who(self) -> bool:
        """Whether the line is a kind or priority and a time, such as "Urgent: 1 hour"."""
        if not self._subjects or self._cues or not _FRAGMENT.match(self._low):
            return False
        name = self._subjects[0].name
        whole = self._times[0].start - (self._subjects[0].end + 2)
        return (
            (name in {"complaint", "request", "incident"} or name not in ALL_SUBJECTS)
            and whole <= 1
            and not self._low[self._times[0].end :].strip(" .")
        )

    def _bare_fits(self, segment: _Segment) -> bool:
        """Whether a time without "within" can be a deadline here: in a fragment, or after "takes"."""
        before = self._low[: segment.phrase.length_start].rstrip()
        if (
            segment is not None
            and segment.before[0] > self._frame.start
            and before.endswith((" and", ",", " or"))
        ):
            return True
        if re.search(
            r"(?::|-|\||\(|,|(?:response|resolution|reply|answer|wait)(?: times?)? of|times?|response|resolution|target|takes?|is|are|allow|to|=|first|repl(?:y|ies)|emails?"
            r"|acknowledgement|update|turnaround)$",
            before,
        ):
            return True
        return (
            segment.phrase.start == 0
            or re.search(r"\b(?:we|will|are|is|was|has|have|had)\b", before) is None
        )

    def _tail_end(self, segment: _Segment) -> int:
        start = self._start_match(segment)
        return segment.phrase.end + start.end() if start else segment.phrase.end

    def _start_match(self, segment: _Segment) -> re.Match[str] | None:
        return _START.match(self._low[segment.phrase.end : segment.after[1]])

    def _promise(
        self, segment: _Segment, metric: Metric, previous: Promise | None, *, time_first: bool
    ) -> Promise:
        condition, channels_before = self._condition(segment)
        channels = self._channels_of(segment, previous, time_first=time_first) or channels_before
        subject = self._subject_of(segment, previous, time_first=time_first)
        if metric is Metric.CALLBACK and "voicemail" in channels:
            channels = tuple(one for one in channels if one != "phone")
        if not channels and (subject is None or metric in {Metric.ANSWER, Metric.WAIT}):
            channels = self._channels_around(metric)
        if subject is None and not channels and metric != Metric.ANSWER:
            subject = self._subject_around()
        return Promise(
            metric=metric,
            channels=channels,
            subject=subject,
            limit=self._limit(segment.phrase),
            target=self._target(segment, time_first=time_first),
            start=self._start(segment),
            once=metric is Metric.UPDATE and segment.phrase.role != "every",
            strength=self._strength(segment),
            condition=condition,
            exception=self._exception(),
        )

    def _limit(self, phrase: TimePhrase) -> Limit:
        if phrase.rings:
            each = RING_SECONDS.get(self._setting.country or "", USUAL_RING_SECONDS)
            return Duration(phrase.rings * each, Unit.SECOND, Counting.CLOCK)
        return phrase.limit

    def _strength(self, segment: _Segment) -> Strength:
        if segment.phrase.about:
            return Strength.AIM
        if hedge_in(self._context) is not None:
            return Strength.AIM
        last = segment.phrase is self._times[-1]
        if hedge_in(self._low if last else self._low[: segment.phrase.end]) is not None:
            return Strength.AIM
        return Strength.SHOULD if should_in(self._low[self._frame.start :]) else Strength.MUST

    def _condition(self, segment: _Segment) -> tuple[Condition | None, tuple[str, ...]]:
        parts = []
        if self._frame.turned and segment.phrase.start >= self._frame.turned_span[0]:
            parts.append(self._frame.turned)
        if (shut := _SHUT.search(self._low[self._frame.start : segment.phrase.start])) is not None:
            first, last = (self._frame.start + place for place in shut.span("when"))
            parts.append(f"it is {self._text[first:last]}")
        channels: tuple[str, ...] = ()
        who = _WHO.match(self._low[self._frame.start :]) or _WHOM.search(
            self._low[self._frame.start : segment.phrase.start]
        )
        if who is not None and not (
            channels_in(who["what"]) or _CHANNEL_CONDITION.match(f"you {who['what']}")
        ):
            first, last = who.span("what")
            at = self._frame.start
            parts.append(whose(who["noun"], self._text[at + first : at + last]))
        for words, kind in (
            (self._frame.before, self._frame.before_word),
            (self._frame.after, self._frame.after_word),
        ):
            low = normal(words)
            if cutoff_span(f"if {low}") and any(
                one.anchor is not None and one.anchor.cutoff for one in self._times
            ):
                continue
            if not words or _HEDGED.match(low):
                continue
            named = _names(channels_in(low))
            if _CHANNEL_CONDITION.match(low) and (
                named or subjects_in(low) or (len(low.split()) <= 3 or low.endswith(" us"))
            ):
                channels = channels or named
                if len(low.split()) <= 8:
                    continue
            if kind == "for" and (named or subjects_in(low)):
                channels = channels or named
                continue
            if kind == "once" and (
                self._frame.after == words or any(one.search(low) for _, one in _STARTS[:2])
            ):
                continue
            parts.append(words)
        asked = tuple(one for words in parts if (one := condition_of(words)) is not None)
        condition = AllOf(asked) if len(asked) > 1 else asked[0] if asked else None
        return condition, channels

    def _exception(self) -> Condition | None:
        if self._frame.unless and not _DAYS_OFF.match(normal(self._frame.unless)):
            return condition_of(self._frame.unless)
        if found := _AGREED.search(self._low):
            return condition_of(found[0].removeprefix("or as "))
        return None

    def _channels_of(
        self, segment: _Segment, previous: Promise | None, *, time_first: bool
    ) -> tuple[str, ...]:
        after = self._low[segment.phrase.end : segment.after[1]]
        if direct := _TO_CHANNEL.match(after):
            first = channels_in(after[direct.end() :])
            if first and first[0].start == 0:
                upto = re.search(r" and (?:within )?\d|,|;", after)
                return _names(channels_in(after[: upto.start()] if upto else after))
        windows = (segment.after, segment.before) if time_first else (segment.before, segment.after)
        for index, window in enumerate(windows):
            if index and len(self._times) > 1 and not time_first:
                continue
            names = self._asked(window)
            if names:
                return names
        return previous.channels if previous else ()

    def _asked(self, window: tuple[int, int]) -> tuple[str, ...]:
        """Return the channels by which people come to us; how we answer counts only alone."""
        words = [
            word
            for word in self._channels
            if window[0] <= word.start < window[1] and not self._hidden(word.start)
        ]
        ours = [
            word
            for word in words
            if _BY_CHANNEL.search(self._low[: word.start])
            or _INSTRUMENT.match(self._low[word.start : word.end])
        ]
        theirs = [word for word in words if word not in ours]
        if theirs:
            return _names(theirs)
        named = any(not self._in_start(one.start) for one in self._subjects)
        return () if named else _names(ours)

    def _in_start(self, place: int) -> bool:
        for segment in self._segments():
            start = self._start_match(segment)
            if start and segment.phrase.end <= place < segment.phrase.end + start.end():
                return True
        return False

    def _channels_around(self, metric: Metric) -> tuple[str, ...]:
        for words in (self._context, normal(self._setting.heading)):
            named = _names(channels_in(words))
            if named:
                return named
        if (
            metric is Metric.CALLBACK
            or re.search(r"\bon hold\b", self._low)
            or (
                metric is Metric.ANSWER
                and re.search(r"\bcall|\bring|phone|speed of answer", self._low)
            )
        ):
            return ("phone",)
        return ()

    def _subject_of(
        self, segment: _Segment, previous: Promise | None, *, time_first: bool
    ) -> str | None:
        window = (segment.after, segment.before) if time_first else (segment.before, segment.after)
        after = self._low[segment.phrase.end : segment.after[1]]
        if _ALL_ELSE.match(after) and previous is not None:
            return None
        if (aside := _ASIDE.match(after)) and (named := self._named_aside(aside["what"])):
            return named
        if (direct := _TO_CHANNEL.match(after)) is not None:
            upto = re.search(r" and (?:within )?\d|,|;", after)
            near = subjects_in(after[: upto.start()] if upto else after)
            if near and near[0].start <= direct.end() + 1:
                return near[0].name
        own = [
            one
            for one in self._subjects
            if window[0][0] <= one.start < window[0][1]
            and not self._in_start(one.start)
            and not self._hidden(one.start)
        ]
        if own:
            return own[0].name
        if (named := self._every(window[0])) is not None:
            return named
        if previous is not None:
            return previous.subject
        rest = [
            one
            for one in self._subjects
            if not self._in_start(one.start)
            and one.start >= self._frame.start
            and not self._between_times(one.start)
        ]
        if rest:
            return rest[0].name
        of_case = [
            one
            for one in self._subjects
            if one.name in {"complaint", "appeal", "claim"} and not self._between_times(one.start)
        ]
        return of_case[0].name if of_case else None

    @staticmethod
    def _named_aside(words: str) -> str | None:
        """Return the kind or priority that brackets behind a time name: "3 hours (urgent)"."""
        named = subjects_in(f"{words} priority") if " " not in words.strip() else subjects_in(words)
        return named[0].name if named else None

    def _every(self, window: tuple[int, int]) -> str | None:
        """Return the kind of case in "every second look", where it is none of the known ones."""
        found = _EVERY_NOUN.search(self._low, window[0], window[1])
        if found is None or channels_in(found["noun"]) or found["noun"].split()[-1] in _ANY:
            return None
        return noun_slug(found["noun"])

    def _between_times(self, place: int) -> bool:
        return len(self._times) > 1 and place > self._times[0].end

    def _subject_around(self) -> str | None:
        for words in (self._context, normal(self._setting.heading)):
            found = [one for one in subjects_in(words) if one.name not in {"request", "report"}]
            if found:
                return found[0].name
        return None

    def _target(self, segment: _Segment, *, time_first: bool) -> Decimal | None:
        if not self._shares:
            return None
        del time_first
        mine = [
            share for start, end, share in self._shares if self._owner(start, end) is segment.phrase
        ]
        return mine[-1] if mine else None

    def _owner(self, start: int, end: int) -> TimePhrase:
        """Return the time that a share speaks of: the next, or the one before it."""
        before = [one for one in self._times if one.end <= start]
        following = [one for one in self._times if one.start >= end]
        if following and (not before or _SHARE_OF.match(self._low[end:])):
            return following[0]
        return before[-1] if before else self._times[0]

    def _start(self, segment: _Segment) -> str | None:
        match = self._start_match(segment)
        words = match["what"].strip() if match else ""
        if not words and self._frame.after_word == "once":
            words = normal(self._frame.after)
        elif not words and self._frame.before_word == "once":
            words = normal(self._frame.before)
        if not words or (match and match["word"] == "on" and not words):
            return None
        if (
            match
            and match["word"] in {"of", "on"}
            and channels_in(words)
            and not _RECEIVED.match(words)
        ):
            return None
        for name, pattern in _STARTS[:2]:
            if pattern.search(words):
                return name
        if _RECEIVED.match(words) or _CAME.search(words):
            return None
        for name, pattern in _STARTS[2:]:
            if pattern.search(words):
                return name
        if match and match["word"] == "when":
            return None
        return slug(words, limit=40) or None


def _names(words: list[Word] | tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.name for word in words))


def _distinct(made: list[Promise]) -> tuple[Promise, ...]:
    return tuple(dict.fromkeys(made))

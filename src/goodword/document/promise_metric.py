"""What a promise measures."""

# ruff: noqa: C901, E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from itertools import pairwise

from goodword.document.promise_attend import attends
from goodword.document.promise_deed import is_done, opens_anew
from goodword.document.promise_sentence import FRAGMENT, PromiseSentence, Segment
from goodword.document.promise_start import start_match, tail_end
from goodword.language.cued import Cued
from goodword.language.en.lexicon import SUBJECTS as ALL_SUBJECTS
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import Word, contacts_in, metrics_in, subjects_in, vague_in
from goodword.language.word import singular
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Unit

# A line such as "Routine repairs: 28 days" says by when the thing itself is done.
_DONE_NAMED = re.compile(
    r"^[^:|]*?\b(?:repairs?|orders?|refunds?|applications?|claims?|faults?|returns|appeals?)\b"
)
_DONE_BY_NAME = {"repair", "order", "refund", "application", "claim", "fault", "return", "appeal"}
_SOON = {Unit.SECOND, Unit.MINUTE}
# No phone rings for more hours than this.
_RINGS_ON = 3
# Nor for so many minutes.
_RINGS_OUT = 10
WRITTEN = {"email", "letter", "text", "web_form", "social", "ticket"}
_WITH_OUTCOME = Cued(
    r" (?:(?:of|from|after|when|at) (?:[\w']+ ){1,6}?)?with (?:our|a|the|your|an) (?:final |full |formal |written )*(?:decision|outcome|findings|result|"
    r"conclusion|resolution|full|final)",
    "with a|with our |with the |with your ",
    "conclusion|decision|final|findings|full|outcome|resolution|result",
)

_OF_OUTCOME = re.compile(
    r"(?<=[a-z]) (?:of |about )?(?:the |our |your |its |their )?(?:final )?(?:results?|outcomes?|decisions?|findings|verdict)\b"
)
# "We contact you within two days to bring you up to date".
_WITH_NEWS = re.compile(
    r"(?:[^,;.]{0,60}? | )(?:to (?:bring|keep) you (?:up to date|informed)|to update you|to (?:tell you|let you know|say|explain) (?:how (?:things stand|we are getting on|far we are|it is going)|what (?:is|has been) happening|where (?:things|we) (?:stand|are))|with an? (?:progress )?update|with news)\b"
)
# "You will be told within three days that we have your letter".
_WAITS_ABOVE = re.compile(r"^(?:our |target |maximum )?wait(?:s|ing)? ?times?\b")
_GOT_IT = re.compile(
    r"(?: (?:of|from|after|when)(?: [\w']+){1,7}?)?(?: to (?:say|tell you|let you know|confirm|inform you))? that (?:(?:your|the|a|its|their|it|we) [\w' ]{0,40}?\b(?:has|have|is) (?:arrived|come|been received|with us|received|got|reached)\b|we have (?:it|your|the)\b)"
)
_DO_SO = re.compile(r"\b(?:do|does|done|doing) (?:so|it|this|that)\b")
# Headings under which each line is a thing and its time.
_TIMESCALES = re.compile(
    r"\b(?:time ?scales?|turn ?arounds?|service (?:standards?|levels?|times?)|time ?frames?|how (?:long|soon|fast|quickly)|processing times?|response times?|time limits?|targets?|standards?)\b"
)
# Work on the way to what is due: "investigate and reply".
_ON_THE_WAY = re.compile(
    r"(?:attend|investigat|look(?:ed)? into|review|consider|assess|examin|process|handl|deal|log|record|regist|check|stud)"
)
_WITHIN = re.compile(r"(?:within|inside|no later than|not later than|by|before)\b")
# "It takes our pharmacists two days to make up", "for data requests we have one month".
_NEEDS = re.compile(
    r"^(?:[\w ,/&'()-]{2,60}(?::| -) )?(?:please )?allow(?: us)?(?: up to| at least| around| about| between)? ?$|\btakes? (?:us|our|the \w+ team)(?: [\w-]+){0,3} ?(?:about |around |up to )?$|\b(?:for|to) [^,]+ we (?:have|need|allow|take)(?: ourselves)?(?: up to)? ?$"
    r"|\b(?:complaints?|appeals?|cases?|enquir(?:y|ies)|decisions?|renewals?|registrations?|permits?|licen[cs]es?) (?:can|may|might|could|will|usually|normally|typically|generally)(?: usually| normally)? takes? ?(?:up to |about |around )?$"
)
# "Results from outside labs take 3 to 10 days": a case of ours, and what narrows it.
_NOUN_TAKES = re.compile(
    r"^(?:the |our |your |all |most |any )?(?:(?!and\b|or\b)[\w'-]+ ){0,3}?(?:results?|orders?|repairs?|refunds?|prescriptions?|referrals?|certificates?|deliver(?:y|ies)|applications?|claims?|alterations?|transfers?|payments?|quotes?|exchanges?|returns?) "
    r"(?:(?:to|from|of|for|in|on|with|by|made|sent|placed) (?:(?!and\b|or\b|that\b|which\b|who\b|is\b|are\b)[\w'-]+ ){1,5}?)?(?:normally |usually |typically |generally |can |may )?takes? ?(?:about |around |between |from )?$"
)
_TAKES = re.compile(r"\btakes? (?:you |us )?(?:no|not|at most|less|under)\b[\w ]*$")
# "Leave your number and we ring you": they asked to be called back.
_LEFT = re.compile(
    r"\b(?:asks?|asked|asking) (?:us )?(?:for a call[ -]?back|to be (?:called|rung|phoned))\b|\brequests? a call[ -]?back\b|"
    r"\bleaves? (?:us )?(?:your|a|their) (?:name|number|message|contact|details)\b"
)
_OTHERWISE = re.compile(r"\b(?:otherwise|or else|if not|failing that|in other cases)[ ,]*$")
_RINGS = re.compile(
    r"(?:will |shall |to |must |we )?(?:call|ring|phone|telephone)s?\b|(?:\w+ )?(?:a|our|your) (?:\w+ )?call\b"
)
# "Routine appointments – within two weeks": until then people wait.
_APPOINTMENTS = re.compile(
    r"^(?:\W|\d)*(?:(?!(?:will|is|be|offer\w*|given?|get|have|book\w*)\b)[\w'/-]+ ){0,4}appointments?(?: (?:is|are|will be) available)?(?: \([^()]*\))?\W*(?:(?:within|in|inside|up to)\W*)?$"
)
# "28 days is our target for repairs".
_IS_OUR_LIMIT = re.compile(
    r" is (?:our|the) (?:\w+ )?(?:target|limit|standard|deadline|aim|maximum)\b"
)
_APPOINTMENT = re.compile(r"\b(?:appointment|booked time|slot)|\byour arriv|\barriving\b")
_NEWS = ENGLISH.compiled(
    r"\b(?:send|give|provide|issue|post|email|write|ring|call|phone|contact|publish)(?:s|es)? [\w' ]{0,30}?\b(?:progress|status|news|situation|note|bulletin|statement|message)\b"
    r"|\b(?:contact|call|ring|phone|email|text|message|write)s?(?: to)? <<lexicon.people>>|\bin touch\b|\bfollow(?:s|ing)?[ -]up\b|\btold (?:where|how|what|about)\b|\bhear from (?:us|our|a|an|your|the)\b|\bhow far (?:we|it)\b|\bhow (?:things|it|we|matters) (?:stand|is going|are (?:going|getting on))\b"
)
_AND = re.compile(r"\band\b")
_OR = re.compile(r"\bor\b")
_JOINED = re.compile(
    r"(?: (?!within\b|for\b|about\b|by\b|on\b)[\w'-]+){0,7}?,? (?:and|or|and/or|& |and then)(?: (?!within\b|by\b)[\w'-]+){0,4}? "
)
_TELLS = re.compile(r"(?:tell|inform|let|advis|giv|notify)")


# "Reports are emailed": the report is what is promised, and no answer to anybody.
_SENT = re.compile(
    r"(?:(?:will|shall|must|should) )?(?:is|are|be) (?:e-?mailed|posted|mailed|texted|faxed|messaged)\b"
)
# "You are connected inside a minute": whoever waits so briefly waits on a line.
_CONNECTED = re.compile(
    r"(?:\b(?:you(?:'re)?|callers?|everyone|everybody|customers?|people|clients?|patients?)(?: [\w']+){0,3}|^(?:usually|normally|always|typically)?) ?\b(?:connected|put through) ?$"
)
# "Up to 4 minutes to be connected", "three minutes between messages".
_BEHIND = re.compile(
    r" (?:to (?:be connected|connect|get through|pick up)\b|(?P<again>between (?:(?:our|any|each|two|two of our|the|their|one|your) )*(?:messages?|replies|reply|answers?|responses?|lines?)\b))"
)
_PEOPLE_BEFORE = ENGLISH.compiled(r"\b<<lexicon.people>>")


def metrics_of(
    it: PromiseSentence, segment: Segment, previous: Promise | None
) -> tuple[tuple[Metric, ...], bool]:
    """Return what is done by the time of a segment, and whether a word is known that says so.

    Nothing is done where no word says. One time may be given for two things: "acknowledge your
    letter and update you within a week".
    """
    known = _known(it, segment, previous)
    return (known, True) if known is not None else (_unnamed(it, segment), False)


def _known(
    it: PromiseSentence, segment: Segment, previous: Promise | None
) -> tuple[Metric, ...] | None:
    """Return what the known words say is done; None where there is none."""
    upto = it.low[segment.before[0] : segment.phrase.start]
    if is_soon(segment) and (on_line := _on_line(it.low, segment, upto)) is not None:
        return (on_line,)
    windows = ((segment.after, False), (segment.before, True))
    if not it.time_first:
        windows = windows[::-1]
    for (start, end), backwards in windows:
        if not it.time_first and not backwards and previous is not None:
            continue
        cues = [cue for cue in it.cues if start <= cue.start < end]
        if not backwards and not it.time_first:
            tail = tail_end(it, segment)
            cues = [cue for cue in cues if cue.start >= tail]
        cues = [cue for cue in cues if not _begins(it.low, cue)]
        if cues:
            return _told(it, cues, segment, backwards=backwards)
    before = it.low[segment.before[0] : segment.before[1]]
    if _APPOINTMENTS.match(before) or _WAITS_ABOVE.match(it.context):
        return (Metric.WAIT,)
    if _DO_SO.search(before) and (asked := _conditions_say(it)):
        # "Where we promised to ring you back, we do it within a day".
        return (Metric(asked[-1].name),)
    if previous is not None:
        shown = "".join(
            " " if it.hidden(place) else letter
            for place, letter in enumerate(before, segment.before[0])
        )
        # "…, otherwise within two days": the same is done.
        same = _OTHERWISE.search(shown) is not None
        anew = not same and opens_anew(shown)
        return (Metric.RESOLUTION if anew else previous.metric,)
    for context in (it.context, normal(it.setting.heading)):
        cues = _said_above(context, segment)
        if cues:
            cue = _of_cues(context, cues, backwards=True)[-1]
            return (_fitting(it, cue, segment, context),)
    if segment.phrase.rings and segment.phrase.role == "limit":
        # Whatever is done before the fifth ring, a phone is answered.
        return (Metric.ANSWER,)
    named = _by_channel(it)
    return (named,) if named is not None else None


def _conditions_say(it: PromiseSentence) -> tuple[Word, ...]:
    """Return what the conditions of a sentence say is done: "if we promised to ring you back"."""
    taken = it.frame
    return metrics_in(normal(f"{taken.after} {taken.turned} {taken.before}".strip()))


def _said_above(words: str, segment: Segment) -> list[Word]:
    """Return what words above a promise say is done: below "Communications" stand answers too."""
    recurs = segment.phrase.role == "every"
    return [
        one
        for one in metrics_in(words)
        if recurs or not words.startswith("communications", one.start)
    ]


def _on_line(low: str, segment: Segment, upto: str) -> Metric | None:
    """Return what is done so soon for who waits on a line or writes on a chat."""
    rung = segment.phrase.rings and segment.phrase.role == "limit"
    if rung or ("ed" in upto and _CONNECTED.search(upto)):
        return Metric.ANSWER
    behind = _BEHIND.match(low, segment.phrase.end)
    if behind is None:
        return None
    return Metric.NEXT_RESPONSE if behind["again"] else Metric.ANSWER


def _begins(low: str, cue: Word) -> bool:
    """Whether a word says from when a time counts: "within six days following initial contact"."""
    return low.startswith(("initial contact", "first contact"), cue.start) and (
        _SINCE.search(low[: cue.start]) is not None
    )


_SINCE = re.compile(r"\b(?:following|after|from|of|since) (?:the |your |our |that |any )?$")


def _unnamed(it: PromiseSentence, segment: Segment) -> tuple[Metric, ...]:
    """Return what a verb that no list knows says is done by the time."""
    if segment.phrase.role in {"", "bare", "limit"} and (_is_line(it) or _is_stage(it)):
        return (Metric.RESOLUTION,)
    ahead = it.low[segment.before[0] : segment.before[1]]
    if _NEEDS.search(ahead) or ("take" in ahead and _NOUN_TAKES.match(ahead)):
        return (Metric.RESOLUTION,)
    after = it.low[segment.after[0] : segment.after[1]]
    if segment.phrase.start == it.frame.start and _IS_OUR_LIMIT.match(after):
        return (Metric.RESOLUTION,) if it.subjects else ()
    opens = segment.phrase.start == it.frame.start and start_match(it, segment) is not None
    if (segment.phrase.role != "limit" and not opens) or segment.phrase.rings:
        return ()
    before = it.low[segment.before[0] : segment.phrase.start]
    after = it.low[segment.after[0] : segment.after[1]]
    behind = segment.phrase.end if segment.phrase.anchor else segment.phrase.length_start
    bound = it.low[segment.phrase.start : behind]
    done = is_done(
        before,
        plainly=_WITHIN.match(bound) is not None or _TAKES.search(f"{before}{bound}") is not None,
    ) or (not before.strip() and (is_done(after) or is_done(f"{it.context} ")))
    if not done:
        return ()
    start = start_match(it, segment)
    kept = start is not None and _APPOINTMENT.search(start["what"])
    return (Metric.WAIT,) if kept else (Metric.RESOLUTION,)


# "Stage 1: 15 working days" below "Complaints" is when that stage ends.
_STAGE = re.compile(
    r"(?:\W|\d)*(?:formal )?(?:stage|step|level) (?:\d|one|two|three)(?: \([^()]*\))?(?::| -|\|| –) "
)


def _is_stage(it: PromiseSentence) -> bool:
    """Whether the sentence is a stage of complaints or appeals and its time."""
    if len(it.times) != 1 or it.low[it.times[0].end :].strip(" .;") or not _STAGE.match(it.low):
        return False
    above = f"{it.context} {normal(it.setting.heading)}"
    return re.search(r"\b(?:complain|appeal)", above) is not None


def _is_line(it: PromiseSentence) -> bool:
    """Whether the sentence is a thing and its time, in a list of such: "GP report: 12 days"."""
    if not FRAGMENT.match(it.low) or it.low[it.times[-1].end :].strip(" .;"):
        return False
    around = f"{it.context} {normal(it.setting.heading)}"
    return len(it.times) == 1 and _TIMESCALES.search(around) is not None


def _told(
    it: PromiseSentence, cues: list[Word], segment: Segment, *, backwards: bool
) -> tuple[Metric, ...]:
    chosen = _of_cues(it.low, cues, backwards=backwards)
    found = tuple(dict.fromkeys(_fitting(it, cue, segment) for cue in chosen))
    if Metric.CALLBACK in found and Metric.ANSWER in found:
        # "Messages are picked up twice a day and returned": whoever left one is called back.
        return tuple(one for one in found if one is not Metric.ANSWER)
    if len(found) > 1 and segment.phrase.role == "every":
        return (Metric.UPDATE,) if Metric.UPDATE in found else found[-1:]
    return found


def _of_cues(low: str, cues: list[Word], *, backwards: bool) -> list[Word]:
    """Return the words that say what is done by a time, of all that stand on one side of it.

    The nearest counts, with those that "and" joins to it. Work on the way there ("investigate and
    reply") and what an acknowledgement tells ("and who will deal with it") make no promise of
    their own.
    """
    strong = [cue for cue in cues if not cue.weak] or cues
    if (
        backwards
        and cues[-1].weak
        and strong[-1].name != Metric.ACKNOWLEDGE
        and _AND.search(low[strong[-1].end : cues[-1].start])
        and not strong[0].weak
    ):
        return cues[-1:]
    ordered = strong[::-1] if backwards else strong
    joined = ordered[:1]
    for cue in ordered[1:]:
        first, last = (cue, joined[-1]) if backwards else (joined[-1], cue)
        between = low[first.end : last.start]
        if not _JOINED.fullmatch(between) or vague_in(between):
            break
        joined.append(cue)
    joined = joined[::-1] if backwards else joined
    final = [cue for cue in joined if not _ON_THE_WAY.match(low, cue.start)] or joined[-1:]
    if (
        final[0].name == Metric.FIRST_RESPONSE
        and final[1:2]
        and (final[1].name == Metric.ACKNOWLEDGE and _IN_TOUCH.match(low, final[0].start))
    ):
        # "Get in touch and acknowledge your complaint" is one deed.
        final = final[1:]
    if final[0].name == Metric.ACKNOWLEDGE and len(final) > 1:
        content = [cue for cue in final[1:] if not _TELLS.match(low, cue.start)]
        final = [final[0], *content]
    # Of two things joined by "or" the first is enough.
    return [
        final[0],
        *(two for one, two in pairwise(final) if not _OR.search(low[one.end : two.start])),
    ]


_IN_TOUCH = re.compile(
    r"(?:be |get )?in (?:touch|contact)\b|contact|mak(?:e|ing) contact|writ|call|phone|ring"
)


def _fitting(it: PromiseSentence, cue: Word, segment: Segment, words: str = "") -> Metric:
    """Return the metric of a word, as the channel and the words behind the time have it.

    `words` are those in which it stands, where it is not the sentence itself.
    """
    metric = Metric(cue.name)
    after = it.low[segment.phrase.end :]
    if _SENT.match(it.low, cue.start) and not _PEOPLE_BEFORE.search(it.low[: cue.start]):
        return Metric.RESOLUTION
    if metric in {Metric.FIRST_RESPONSE, Metric.UPDATE} and _GOT_IT.match(after):
        return Metric.ACKNOWLEDGE
    if metric in {Metric.FIRST_RESPONSE, Metric.CALLBACK} and re.match(
        r",? (?:(?:\([^()]*\) )?to (?:acknowledge|confirm (?:we|that|receipt|it)|(?:say|let you know|tell you)(?: that)? (?:(?:it|your [\w ]{3,20}) has (?:arrived|been received|reached)|we have (?:it|your|received|got)))|acknowledging (?:that|receipt|it)\b|(?:by way of|with) (?:an? |our )?(?:letter of )?acknowledge?ment)",
        after,
    ):
        return Metric.ACKNOWLEDGE
    metric = _told_with(metric, it.low, cue.end, after)
    if metric is Metric.ANSWER and it.low.startswith("pick", cue.start) and not words:
        metric = _picked_up(it, segment)
    channels = {word.name for word in it.channels} or {
        word.name for word in contacts_in(f"{it.context} {normal(it.setting.heading)}")
    }
    if metric is Metric.ANSWER and channels & WRITTEN and not channels & {"phone", "chat"}:
        return Metric.FIRST_RESPONSE
    if metric is Metric.FIRST_RESPONSE and channels == {"phone"} and _rings(segment):
        return metric if _comes(it, segment) else Metric.ANSWER
    if metric is Metric.FIRST_RESPONSE and not channels and segment.phrase.unit is Unit.SECOND:
        # What is answered in seconds has rung.
        return Metric.ANSWER if it.low.startswith("answer", cue.start) else metric
    if (
        metric is Metric.FIRST_RESPONSE
        and channels == {"chat"}
        and is_soon(segment)
        and (words or it.low).startswith("answer", cue.start)
    ):
        return Metric.ANSWER
    if metric is Metric.FIRST_RESPONSE and _RINGS.match(it.low, cue.start) and _LEFT.search(it.low):
        return Metric.CALLBACK
    if metric is Metric.FIRST_RESPONSE and channels == {"voicemail"}:
        return Metric.CALLBACK
    if metric is Metric.FIRST_RESPONSE and "you" in it.low and _ONCE_MORE.search(it.low):
        return Metric.NEXT_RESPONSE
    if (
        metric is Metric.FIRST_RESPONSE
        and it.low[cue.start : cue.end] in {"hear", "hears"}
        and _OF_SITTING.match(after)
    ):
        return Metric.RESOLUTION
    return metric


def _picked_up(it: PromiseSentence, segment: Segment) -> Metric:
    """Return what is done with what is picked up: a phone is answered, goods are fetched."""
    if is_soon(segment) or _ON_LINE.search(it.low) or _ON_LINE.search(it.context):
        return Metric.ANSWER
    cases = ENGLISH.names("scope.cases")
    named = any(word in cases or singular(word) in cases for word in it.low.split())
    return Metric.FIRST_RESPONSE if named or it.channels else Metric.RESOLUTION


_ON_LINE = re.compile(r"\b(?:calls?|callers?|phones?|telephones?|chats?|lines?|rings?|hotline)\b")
# "Each time you come back to us on the same matter we answer": not the first answer.
_ONCE_MORE = re.compile(
    r"\b(?:(?:each|every) time|whenever|if|when|once) you(?:'ve| have)? (?:(?:come|came|get|write|written|reply|replied) (?:back|again)|(?:reply|replied|respond|responded|answer|answered)(?= (?:to (?:us|our (?:reply|answer|message|e-?mail|question|letter)s?)\b|within|,|we\b)|,))"
)
# "You hear within two weeks of the meeting": what was decided there.
_OF_SITTING = re.compile(
    r" (?:of|from|after|following) (?:the|your|our|an?|its|their|each|every)? ?(?:[\w'-]+ ){0,3}?(?:meeting|hearing|panel|interview|sitting|session|committee|board|closing date|deadline|audition|appeal)\b"
)


def _told_with(metric: Metric, low: str, end: int, after: str) -> Metric:
    """Return the metric as what is told has it: the outcome, or how things stand.

    `end` is where the word of the metric ends in small letters; `after` stands behind its time.
    """
    if metric in {Metric.FIRST_RESPONSE, Metric.UPDATE} and _WITH_OUTCOME.match(after):
        return Metric.RESOLUTION
    if metric in {Metric.FIRST_RESPONSE, Metric.CALLBACK} and _WITH_NEWS.match(after):
        return Metric.UPDATE
    if metric is Metric.UPDATE and _OF_OUTCOME.match(low, end):
        return Metric.RESOLUTION
    return metric


def by_way(
    it: PromiseSentence, segment: Segment, metric: Metric, channels: tuple[str, ...]
) -> Metric:
    """Return the metric as the channels of the promise have it: a letter is never picked up."""
    if metric is Metric.ANSWER and channels and set(channels) <= WRITTEN:
        return Metric.FIRST_RESPONSE
    if metric is Metric.ANSWER and set(channels) & WRITTEN and not is_soon(segment):
        # "Emails and calls are answered within two days": nobody lets a phone ring so long.
        return Metric.FIRST_RESPONSE
    if metric is Metric.ANSWER and channels == ("chat",) and _is_hours(segment):
        return Metric.FIRST_RESPONSE
    beside = {one.name for one in it.channels} & WRITTEN
    if metric is Metric.ANSWER and channels == ("phone",) and beside and _is_hours(segment):
        return Metric.FIRST_RESPONSE
    if metric is Metric.FIRST_RESPONSE and channels == ("phone",) and _rings(segment):
        return metric if _comes(it, segment) else Metric.ANSWER
    if metric is Metric.FIRST_RESPONSE and channels == ("in_person",) and is_soon(segment):
        # Whoever is attended to in minutes stands before us, unless it is we who come.
        return Metric.WAIT if "attend" in it.low or attends(it.low) is None else metric
    if metric is Metric.FIRST_RESPONSE and channels == ("chat",) and is_soon(segment):
        # Somebody who is with you on a chat has picked it up.
        return Metric.ANSWER if "with you" in it.low else metric
    if metric is Metric.FIRST_RESPONSE and channels == ("voicemail",):
        return Metric.CALLBACK
    if metric in {Metric.FIRST_RESPONSE, Metric.ANSWER} and channels == ("phone",):
        # What rang in vain is rung back, and never picked up.
        rung = _is_hours(segment) and _TO_A_CALL.search(it.low)
        return Metric.CALLBACK if rung or _MISSED.search(it.low) else metric
    if metric is Metric.ANSWER and channels == ("in_person",):
        # Whoever is greeted at a desk has waited for it, unless a wait is promised beside.
        is_waited = any(cue.name == Metric.WAIT for cue in it.cues)
        return Metric.ANSWER if is_waited else Metric.WAIT
    return metric


# "Reply to phone calls within a day": a call that waits so long is returned.
_TO_A_CALL = Cued(
    r"\b(?:repl(?:y|ies|ied)|respon(?:d|ds|ded|se)) to (?:all |any |your |every )*(?:tele)?(?:phone )?calls?\b",
    "call",
)
_MISSED = Cued(
    r"\b(?:missed|unanswered) (?:(?:phone|telephone) )?calls?\b|\bcalls? (?:that )?we (?:have )?miss|\b(?:phone|telephone|voice) messages?\b|\bleft (?:us |me )?a (?:\w+ )?message\b",
    "missed|unanswered|we miss|have miss|message",
)
# Calls are attended to; an engineer attends after one.
_TO_CALLS = re.compile(
    r"\battend(?:s|ed|ing)? (?:to )?|\b(?:calls?|callers?|enquir\w+)\b.* attended"
)


def _comes(it: PromiseSentence, segment: Segment) -> bool:
    """Whether it is promised that somebody comes, and not that a call is taken."""
    if segment.phrase.unit is Unit.SECOND:
        return False
    return attends(it.low) is not None and _TO_CALLS.search(it.low) is None


def _is_hours(segment: Segment) -> bool:
    """Whether a time is longer than a phone can ring: hours or days."""
    phrase = segment.phrase
    if phrase.anchor is not None or phrase.rings or phrase.unit in {None, *_SOON}:
        return False
    return phrase.unit is not Unit.HOUR or phrase.amount > _RINGS_ON


def _rings(segment: Segment) -> bool:
    """Whether a phone may ring so long: "a reply to calls in half an hour" is no picking up."""
    phrase = segment.phrase
    long = phrase.unit is Unit.MINUTE and phrase.amount >= _RINGS_OUT
    return is_soon(segment) and (not long or bool(phrase.rings))


def is_soon(segment: Segment) -> bool:
    """Whether a time is in rings, seconds or minutes."""
    phrase = segment.phrase
    return bool(phrase.rings) or (phrase.unit in _SOON and phrase.anchor is None)


def _by_channel(it: PromiseSentence) -> Metric | None:
    """Return what a line such as "Email: 2 days" promises: a reply, or what the channel does."""
    if not (FRAGMENT.match(it.low) or it.context):
        return None
    if _FIRST_THERE.match(it.low):
        return Metric.FIRST_RESPONSE
    channels = [one for one in it.channels if not _OF_CALL.search(it.low[: one.end])]
    if not channels:
        named = it.subjects[0].name if it.subjects else ""
        bare = re.search(r"\b(?:we|you|will|must|should|may|is|are)\b", it.low) is None
        done = named in _DONE_BY_NAME or _DONE_NAMED.match(it.low) is not None or _under_done(it)
        return Metric.RESOLUTION if done and bare else None
    name = channels[0].name
    fast = name in {"phone", "chat"} and is_soon(it.segments[0])
    if _THING_NAMED.match(it.low) and not fast:
        # "Postal applications: 10 days" says by when they are done.
        return Metric.RESOLUTION
    if any(one.name == "voicemail" for one in channels):
        return Metric.CALLBACK
    if name == "chat" and is_soon(it.segments[0]):
        # Below "Reply times" somebody writes by then; else a chat is picked up, as a phone is.
        above = f"{it.context} {normal(it.setting.heading)}".strip()
        return Metric.FIRST_RESPONSE if not above or _REPLIED.search(above) else Metric.ANSWER
    return {"phone": Metric.ANSWER, "voicemail": Metric.CALLBACK, "in_person": Metric.WAIT}.get(
        name, Metric.FIRST_RESPONSE
    )


# "First engine at a house fire: ten minutes": they come.
_FIRST_THERE = re.compile(
    r"(?:the |an? |our )?(?:(?:first|nearest|duty|on-call) )?(?:(?:fire|emergency) )?(?:engine|ambulance|engineer|technician|crew|patrol|responder|plumber|electrician|locksmith|fitter|mechanic|paramedic|lifeboat)s?(?: (?:to|at|on|with|in) [^:|]*)?(?::| -|\|| \|) "
)
# "Ten minutes from the time of call": nobody waits on the line for it.
_OF_CALL = re.compile(r"\b(?:of|from|after|since|following) (?:the |a |any |your |first )*call$")
_THING_NAMED = Cued(
    r"^(?![^:|]*\b(?:enquir|inquir|quer(?:y|ies)|questions?|messages?|complain|feedback|contacts?|repl|answer|respon|acknowledg|call ?backs?))[^:|]*?\b(?:applications?|renewals?|permits?|licen[cs]es?|passports?|certificates?|registrations?|search(?:es)?|claims?|orders?|returns|refunds?|visas?|transfers?|prescriptions?|repairs?|extracts?|transcripts?|copies|replacements?)\b",
    "applic|renew|permit|licen|passport|certif|registr|search|claim|order|return|refund|visa|transfer|prescrip|repair|extract|transcript|copies|replacement",
)
_REPLIED = re.compile(r"\b(?:respon|repl)")


def _under_done(it: PromiseSentence) -> bool:
    """Whether the heading names what is done by the times below it, such as "Repairs"."""
    heading = subjects_in(normal(it.setting.heading))
    return bool(heading) and heading[0].name in _DONE_BY_NAME


_ABOUT = ENGLISH.compiled(r" ?(?:<<times.about>>)$")
_TURNAROUND = re.compile(
    r" (?:target |first |initial )?(?:turn(?:ing)?[ -]?arounds?|response|reply|answer|resolution|acknowledge?ment|dispatch|delivery|processing|service target|target)\b"
)
_AFTER_EVENT = re.compile(
    r" (?:after|from|of) (?:you|we|receipt|the|your|receiving|our|their|its|it|they|this|that|a|an|any|being|having)\b"
)


def tells_again(it: PromiseSentence, segment: Segment, metrics: tuple[Metric, ...]) -> bool:
    """Whether what recurs ("every 3 days") is news for those who wait."""
    if metrics and metrics[0] is Metric.UPDATE:
        return True
    return _NEWS.search(it.low[segment.before[0] : segment.after[1]]) is not None


def names_only_who(it: PromiseSentence) -> bool:
    """Whether the line is a kind or priority and a time, such as "Urgent: 1 hour"."""
    if not it.subjects or it.cues or not FRAGMENT.match(it.low):
        return False
    name = it.subjects[0].name
    whole = it.times[0].start - (it.subjects[0].end + 2)
    return (
        (name in {"complaint", "request", "incident"} or name not in ALL_SUBJECTS)
        and whole <= 1
        and not it.low[it.times[0].end :].strip(" .")
        and not _under_done(it)
    )


def bare_fits(it: PromiseSentence, segment: Segment) -> bool:
    """Whether a time without "within" can be a deadline here: in a fragment, or after "takes"."""
    before = _ABOUT.sub("", it.low[: segment.phrase.length_start].rstrip())
    if (
        segment is not None
        and segment.before[0] > it.frame.start
        and before.endswith((" and", ",", " or"))
    ):
        return True
    if re.search(
        r"(?::|-|\||\(|,|(?:response|resolution|reply|answer|wait)(?: times?)? of|times?|response|resolution|target|takes?|is|are|have|has|needs?|requires?|allow|allowed|(?:our|it|them)sel(?:f|ves)|to|=|first|repl(?:y|ies)|emails?"
        r"|acknowledgement|update|turnaround)$",
        before,
    ):
        return True
    if re.search(r"\bwill\b", before) and re.match(
        r" (?:after|from|of) ", it.low[segment.phrase.end :]
    ):
        return True
    if _TURNAROUND.match(it.low, segment.phrase.end):
        return True
    if _AFTER_EVENT.match(it.low, segment.phrase.end) and re.search(r"\b(?:we|our)\b", before):
        return True
    return (
        segment.phrase.start == 0
        or re.search(r"\b(?:we|will|are|is|was|has|have|had)\b", before) is None
    )

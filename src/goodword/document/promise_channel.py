"""By which channels a promised case comes."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.channel_things import is_goods
from goodword.document.promise_condition import names
from goodword.document.promise_sentence import PromiseSentence, Segment, is_our_letter
from goodword.document.promise_start import in_start, start_match
from goodword.document.promise_ways import is_heir, way_behind
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.service import Word, channels_in, contacts_in
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import AnchorKind, Unit

TO_CHANNEL = re.compile(r"^ (?:for|to|on) (?:all |any |your |our |an? |every )*")
_BY_CHANNEL = Cued(
    r"\b(?:(?:either|both) )?(?:by|via|in|over the|through|using|on the|with an?) (?:(?:an?|your|the|or|and|by|via|e-?mail,?|letter,?|telephone(?: call)?,?|phone(?: call)?,?|post,?|text,?|sms,?|chat,?) )*$",
    "by |in |on the |over the |through |using |via |with a",
)
# "An answer to an enquiry by letter": the enquiry came so.
_REPLY_TO = re.compile(
    r"^\W*(?:(?:an?|our|the|your|first|full|initial) )*(?:answers?|repl(?:y|ies)|responses?|acknowledge?ments?) to (?!(?:you|us|them)\b)(?:[\w'-]+ ){1,4}$"
)
_LINE = re.compile(r"(?:\W|\d)*(?:(?:if|when) (?:sent|made|received|you contact us|you write) )?")
_LABEL_ENDS = re.compile(
    r"[\w ,/]{0,20}?(?::| - | \|)|(?: (?:or|and)[\w /-]{3,25}?)?, (?!or |and )"
)
_INSTRUMENT = Cued(
    r"(?:in writing|by|via|through|using|in the post)\b",
    "by|in the post|in writing|through|using|via",
)

# "Enquiries made by phone", "if you contact us by email": how the case came.
_CAME_BY = re.compile(
    r"\b(?:sent|put|filed|posted|entered|handed|brought|dropped|submitted|received|made|raised|reported|left|placed|lodged|logged|asked|requested|coming|comes?|came|arriv(?:es?|ing|ed)|contacting us|"
    r"contacts?(?: us)?|you send(?: us| in| to us)?|disputed|challenged|queried|reach(?:es|ing)?(?: us)?|writ(?:e|es|ing)(?: to us)?|get in touch|us|in|complain(?:s|ing|ed)?)(?: (?:or|and) [\w-]+)? $"
)
_CASE = re.compile(
    r"\b(?:bookings?|reservations?|registrations?|payments?|cancellations?|renewals?|notifications?|corrections?|forms?|invoices?|disputes?|nominations?|representations?|objections?|comments?|concerns?|referrals?|submissions?|notices?|appeals?|claims?|applications?|issues?|matters?|problems?|faults?|complaints?|enquir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|messages?|questions?|requests?|contacts|enquirers|customers?|people|visitors|those|reports?|orders?|feedback) $"
)
# "Within 5 days of receiving your letter": it came as a letter. "Of your call" only begins the clock.
_CAME_AS = re.compile(
    r"\b(?:receiv\w+|receipt of|getting|hearing|reading) (?:(?:your|the|a|an|their|any|this|that|or) )*(?:[\w'-]+ ){0,1}(?:[\w-]+(?: or |, | and ))*(?:[\w-]+ )?[\w-]+$"
    r"|\b(?:sent|made|submitted|raised|reported|left|placed|contacting us|asking|report|enquiry|request|complaint) (?:by|via|on|through|in) [\w -]+$"
    r"|\b(?:of|after) your (?:online|web|written) [\w-]+$"
    r"|\b(?:of|after|from|following) (?:your|their|his|her|any(?= e-?mail)|(?:the )?[\w-]+'s) (?:(?:first|initial|original) )?(?:[\w-]+(?: or |, | and ))*(?:tele)?(?:phone )?[\w-]+$"
    r"|\b(?:of|after|from|following) (?:your|their|his|her) (?:[\w-]+(?: or |, | and ))*(?:ringing|(?:tele)?phoning|calling|writing|e-?mailing|texting)$"
    r"|\b(?:of|after|from) the online form$"
    # "Of a tenant submitting a fault through the portal", "of your sending us the online form".
    r"|\b(?:submitting|submission|raising|logging|lodging|filing|completing|filling in|uploading|posting|entering|reporting|placing|leaving|handing|bringing|dropping|(?<!\bour )sending(?! (?:you|them|the (?:customer|client)))) (?:[\w'()-]+ ){0,8}?[\w-]+$"
)
# "Of the letter arriving": it came so.
_ARRIVES = re.compile(
    r"(?: itself)?(?: has| have)? (?:arriv|reach|com(?:es?|ing)\b|land|turn(?:s|ing)? up|being received|is received)"
)
# "Of the call" only begins the clock.
_OF_THE_CALL = re.compile(
    r"\b(?:of|from|after|since|following) (?:the|a|any|an?|each|every) (?:(?:time|moment|start) of (?:the |a )?)?(?:[\w-]+ )?call$|\btime of (?:the )?call$"
)
_WHO = re.compile(
    r"\b(?:customers?|clients?|patients?|residents?|tenants?|people|visitors?|guests?|members?|students?|anyone|those|parents?|passengers?) (?:who|that) (?P<what>[\w' -]{3,50}?)(?= (?:is|are|will|gets?|receives?|should|can|must|hears?|sees?|waits?|has|have)\b|,)"
)
_WRITE_TO_US = Cued(
    r"(?<!can )(?<!may )(?<!should )(?<!must )\b(?:you|they|people|customers?|anyone|residents?) (?:write|wrote|have written) (?:to us|in)\b|^(?:\W|\d)*write to (?:us|tell us)\b",
    " wr|write to ",
)
_COMING = re.compile(
    r"\b(?:you|customers?|clients?|patients?|people|contacting|writing)\b|^(?:visits?|visiting|calling|phoning|telephoning|ringing|writing|e-?mailing|texting|messaging|coming in)\b"
)
_SEEN_HERE = re.compile(
    r"\bsee (?:every |all |our |each |new |\d+% of |the )*(?:patients?|visitors?|guests?|clients?|customers?|callers?|people)\b|\bkeep (?:every|all|each|your|our) appointments?\b"
)
_ARRIVING = re.compile(
    r"\barriv(?:al|ing|e|es)\b|\bvisit\b|\b(?:your|their|his|her|the|an?|any|booked) (?:\w+ )?(?:appointment|slot)\b|\bbooked time\b|\bwaiting (?:room|area)\b|\bin line\b"
    r"|\b(?:in|at) (?:the|our|any|an?|each|all) (?:[\w-]+ )?(?:clinic|surgery|practice|hall|office|lobby|foyer|branch|shop|store|salon|showroom|museum|venue)s?\b"
)
# "Whether you write, call or drop in, you will get an answer": each of the ways.
_ANY_WAY = ("whether you ", "however you ", "no matter how you ", "whichever way you ")
_ASIDE = re.compile(
    r" \((?:by |for |on |via )?(?P<what>(?:(?:live |text )?(?:chat|phone|telephone|e-?mail|text|sms|letter|post|portal|voicemail|web|in person|social media)(?:s|es)?(?:, |/| / | or | and |$)?)+)\)"
)
_DAY_YOU = Cued(
    r"\b(?:day|moment|hour) (?:that )?you (?P<what>[a-z][\w -]{2,20}?)(?=,|$)",
    " that you |day you |hour you |moment you ",
)
# Sent there and not brought: "emails sent to the front desk".
_SENT_TO = re.compile(r"\b(?:sent|addressed|made|directed|written|come|coming)? ?to (?:the|our) $")
_FOR_ALL = re.compile(
    r"(?P<joint>(?:, |: [\w' ]{0,40}? )(?:both )?(?:for|on|in the case of|applies to) )[^,;]+$"
)
# "Get a visit" says what we do.
_PAID = re.compile(
    r"\b(?:get|gets|receive|receives|have|pay|make|arrange|for|expect|offer) (?:an? |the |our )?$"
)


def channels_of(
    it: PromiseSentence, segment: Segment, metric: Metric, previous: Promise | None
) -> tuple[str, ...]:
    """Return the channels that a promise is made for, by its own words."""
    if named := _sent_by(it, segment) or way_behind(it, segment):
        return named
    after = it.low[segment.phrase.end : segment.after[1]]
    if direct := TO_CHANNEL.match(after):
        first = channels_in(after[direct.end() :])
        if first and first[0].start == 0:
            upto = re.search(r" and (?:within )?\d|,|;", after)
            return names(channels_in(after[: upto.start()] if upto else after))
    if (aside := _ASIDE.match(after)) and (named := names(channels_in(aside["what"]))):
        # "20 minutes (chat), 3 hours (email)".
        return named
    if (day := _DAY_YOU.search(it.low)) and (named := names(contacts_in(day["what"]))):
        return named
    if it.low.startswith(_ANY_WAY) and (comma := it.low.find(", you ")) > 0:
        return names(contacts_in(it.low[:comma]))
    return _in_windows(it, segment) or _from_before(it, segment, metric, previous)


def _in_windows(it: PromiseSentence, segment: Segment) -> tuple[str, ...]:
    windows = (segment.after, segment.before) if it.time_first else (segment.before, segment.after)
    for index, window in enumerate(windows):
        if index and len(it.times) > 1 and not it.time_first:
            continue
        asked = _asked(it, window)
        if asked:
            return asked
    return ()


def _from_before(
    it: PromiseSentence, segment: Segment, metric: Metric, previous: Promise | None
) -> tuple[str, ...]:
    """Return the ways that stand elsewhere: in the start, before it, or in who asks."""
    if came := _came_with(it, segment):
        return came
    if previous is None:
        return _of_people(it)
    return previous.channels if is_heir(it, segment, previous, metric) else ()


# "Posted within two days or emailed within an hour": each way has a time of its own.
_SENT_BY = {
    "letter": re.compile(r"\b(?:posted|mailed|(?:sent|go(?:es)? out) (?:by|in the) post)\b"),
    "email": re.compile(r"\b(?:e-?mailed|(?:sent|go(?:es)? out) (?:by|via) e-?mail)\b"),
    "text": re.compile(r"\b(?:texted|(?:sent|go(?:es)? out) (?:by|via) (?:text|sms))\b"),
}
_IS_SENT = re.compile(
    r"\b(?:is|are|be|being|gets?)(?: \w+ly| then| also| both)? (?:\w+ed (?:or|and) )?$"
)
_SENT_OFF = Cued(
    r"(?:e-?mail|text|fax)ed\b|(?<=faxed or )(?:tele)?phoned\b",
    "faxed|mailed|phoned|texted",
)


def _sent_by(it: PromiseSentence, segment: Segment) -> tuple[str, ...]:
    """Return the way in which a thing is sent by a time, where another way has another time."""
    if len(it.segments) < _TWO or "ed " not in it.low:
        return ()
    ways = [_way(it, one) for one in it.segments]
    if None in ways or len(set(ways)) < len(ways) or "to us" in it.low:
        return ()
    own = ways[it.segments.index(segment)]
    return (own,) if own is not None else ()


_TWO = 2


def _way(it: PromiseSentence, segment: Segment) -> str | None:
    said = it.low[slice(*segment.before)]
    return next((name for name, pattern in _SENT_BY.items() if pattern.search(said)), None)


_WRITTEN_TOO = re.compile(r"\bwritten (?:or|and|&|/) e-?mail|\be-?mails? (?:or|and|&|/) written\b")


def with_heading(it: PromiseSentence, channels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the channels that a heading says of what the sentence calls correspondence."""
    if channels != ("letter",) or not any(
        it.low.startswith("correspondence", word.start) for word in it.channels
    ):
        return channels
    heading = normal(it.setting.heading)
    above = names(channels_in(heading))
    if _WRITTEN_TOO.search(heading):
        # "Written or email contact": letters are what is written.
        above = tuple(dict.fromkeys(("letter", *above)))
    return above if "letter" in above else channels


def _came_with(it: PromiseSentence, segment: Segment) -> tuple[str, ...]:
    """Return how a case came by the words from when its time counts: "of your call"."""
    if (start := start_match(it, segment)) is None:
        return ()
    end = segment.phrase.end + start.end()
    return names(
        [
            word
            for word in it.channels
            if segment.phrase.end <= word.start < end
            and (_CAME_AS.search(it.low[: word.end]) or _ARRIVES.match(it.low, word.end))
        ]
    )


def for_all(it: PromiseSentence) -> tuple[tuple[str, ...], str | None]:
    """Return the channels and the kind that a tail says for every time: ", for P1 tickets"."""
    last = it.times[-1].end
    tail = _FOR_ALL.search(it.low, last)
    if tail is None:
        return (), None
    subjects = [one.name for one in it.subjects if one.start >= tail.end("joint")]
    channels = [one for one in it.channels if one.start >= tail.end("joint")]
    return names(channels), subjects[0] if subjects else None


def _of_people(it: PromiseSentence) -> tuple[str, ...]:
    """Return how people come to us, where they are described by it: "residents who come in"."""
    if _WRITE_TO_US.search(it.low, it.frame.start, it.frame.end):
        return ("letter",)
    for match in _WHO.finditer(it.low, it.frame.start, it.frame.end):
        if named := names(contacts_in(match["what"])):
            return named
    return ()


def _asked(it: PromiseSentence, window: tuple[int, int]) -> tuple[str, ...]:
    """Return the channels by which people come to us; how we answer counts only alone."""
    words = [
        word
        for word in it.channels
        if window[0] <= word.start < window[1]
        and not it.hidden(word.start)
        and not (in_start(it, word.start) and not _CAME_AS.search(it.low[: word.end]))
        and not (word.name == "phone" and _OF_THE_CALL.search(it.low[: word.end]))
    ]
    asked: list[Word] = []
    for word in words:
        # "Made online, by letter or at a branch": what a list goes on with came so as well.
        joined = asked and _LIST_GOES_ON.fullmatch(it.low, asked[-1].end, word.start)
        if joined or not _is_how_we_answer(it, word):
            asked.append(word)
    there = [word for word in asked if word.name == "in_person" and asked[0].name != "in_person"]
    gone = [word for word in there if _SENT_TO.search(it.low[: word.start])]
    return names(
        [
            word
            for word in asked
            if word not in gone and not _is_paid(it, word) and not _is_sent(it, word)
        ]
    )


_LIST_GOES_ON = re.compile(
    r"(?:,|/|,? (?:or|and|&)) ?(?:(?:by|via|on|in|at|over|through|with|the|an?|our) )*"
)


def _is_sent(it: PromiseSentence, word: Word) -> bool:
    """Whether a word says by which way we send something: "reports are emailed"."""
    way = _SENT_OFF.match(it.low, word.start)
    return way is not None and (
        _IS_SENT.search(it.low[: word.start]) is not None
        and not it.low.startswith((" to us", " through", " in"), way.end())
    )


def _is_paid(it: PromiseSentence, word: Word) -> bool:
    """Whether a visit is one that we make: "they get a visit the same day"."""
    return it.low.startswith("visit", word.start) and (
        _PAID.search(it.low[: word.start]) is not None
    )


def _is_how_we_answer(it: PromiseSentence, word: Word) -> bool:
    """Whether a channel says by which way we answer, and not how the case came to us."""
    before = it.low[max(0, word.start - 80) : word.start].rpartition(". ")[2]
    if it.low.endswith("inbox", word.start, word.end):
        return False
    instrument = _BY_CHANNEL.search(before)
    if word.name == "web_form" and before.endswith(" on "):
        # "Your results are on the app": where they are put.
        return _CAME_BY.search(before[:-3]) is None
    if instrument is None and not _INSTRUMENT.match(it.low, word.start):
        return False
    head = before[: instrument.start()].replace("(", "") if instrument else before
    if _LINE.fullmatch(head) and _LABEL_ENDS.match(it.low, word.end):
        # "By post: 5 days" is a line of its own.
        return False
    if _CAME_BY.search(head) or _REPLY_TO.search(head):
        return False
    # "Complaints by letter are acknowledged" came by letter; "we answer complaints by letter" did not.
    done_before = any(cue.start < word.start for cue in it.cues)
    return _CASE.search(head) is None or done_before


def waiting_on(it: PromiseSentence) -> tuple[str, ...]:
    """Return where people wait, where the sentence names a line, a chat or a desk outright."""
    return names(
        [
            word
            for word in it.channels
            if word.name in {"phone", "chat", "in_person"} and not it.hidden(word.start)
        ][:1]
    )


def channels_above(it: PromiseSentence) -> tuple[str, ...]:
    """Return by which channels people come, where the lead-in says so: "If you email us, we"."""
    return names(contacts_in(it.context)) if _COMES_FIRST.match(it.context) else ()


def met_soon(low: str, unit: Unit | None) -> bool:
    """Whether somebody is attended to in minutes: they stand before us."""
    if unit not in {Unit.SECOND, Unit.MINUTE} or any(
        one.name != "ticket" for one in channels_in(low)
    ):
        return False
    return _MET.search(low) is not None


def stands_here(low: str, unit: Unit | None) -> bool:
    """Whether who waits so briefly stands before us, and holds no line and waits for no lift."""
    return unit in _STANDING and not (_HOLDS.search(low) or _FETCHED.search(low))


_MET = re.compile(
    r"\b(?:see|seeing) you\b|\b(?:be|are|is) seen\b|\battend(?:ed|ing|s)? to\b|\bserv(?:e|ed|ing)\b|\b(?:greet|welcom)(?:e|ed|ing|s)?\b|"
    r"\bat (?:an?|the|our|any|all) (?:[\w-]+ ){0,2}?(?:cent(?:re|er)|office|counter|hatch|till|shop|"
    r"branch|surgery|clinic|reception|pharmacy|desk)s?\b"
)
_HOLDS = re.compile(r"\bhold(?:s|ing)?\b(?! (?:of|it|the|your|an?)\b)|\bon the line\b")
# Nobody sits in a waiting room for days.
_BRIEFLY = {None, Unit.SECOND, Unit.MINUTE, Unit.HOUR}
_STANDING = {Unit.SECOND, Unit.MINUTE}
# Who is fetched or taken somewhere waits where they are.
_FETCHED = re.compile(
    r"\b(?:transport|escort|triage|taxis?|ambulances?|lifts?|picked up|collected|on the road|rides?|on average|average)\b"
)
_COMES_FIRST = re.compile(
    r"(?:if|when|whenever|where) (?:you|a customer|customers|people|someone)\b"
)


_PICKED_UP = re.compile(
    r"\bcall(?! ?-?bells?\b)|\bring|phone|speed of answer|\bpick(?:s|ing)? up\b|"
    r"\banswer(?:s|ed|ing)? (?:[\w-]+ ){0,3}?lines?\b|\blines? (?:is|are|gets?) (?:\w+ )?(?:answered|picked up)|\b(?:the|this|our) number [\w ]{0,20}?gets? you\b"
)


def _nearest_first(heading: str) -> list[str]:
    """Return the headings above in small letters, the one right above first."""
    return normal(heading).split(": ")[::-1]


def _is_their_way(words: str, word: Word) -> bool:
    """Whether a word above says how people come to us: no deed of ours, and no tickets we keep."""
    return not (
        is_our_letter(words, word)
        or is_goods(words, word)
        or _WE.search(words[: word.start])
        or words.startswith("ticket", word.start)
        or words.startswith("'s", word.end)
        or _GRADED.match(words, word.end)
    )


# "When we visit you": what we do.
_WE = re.compile(r"\b(?:we|we'll|we will|our staff|staff|colleagues) $")
# "How your call is graded" is of the matter that was reported.
_GRADED = re.compile(
    r" (?:(?:is|are|gets?) )?(?:graded|prioriti[sz]ed|classed|classified|categori[sz]ed|grad(?:es|ing)|priorit(?:y|ies)|categor(?:y|ies))\b"
)


def _is_while_you_wait(it: PromiseSentence) -> bool:
    """Whether something is done so soon that somebody may stand and wait for it."""
    first = it.times[0]
    if first.anchor is not None:
        return first.anchor.kind is AnchorKind.SAME_DAY
    return first.unit in {Unit.SECOND, Unit.MINUTE}


_DONE = {Metric.RESOLUTION, Metric.UPDATE}
_ONLY_LINE = re.compile(
    r"^(?!.*\b(?:calls?|calling|callers?|(?:tele)?phon\w+|ring\w*)\b).*\b(?:help ?-?line|hotline|[a-z]+ line)s?\b"
)


def _is_on_line(it: PromiseSentence, metric: Metric) -> bool:
    """Whether somebody holds or is rung, and does not stand before us."""
    return metric is Metric.CALLBACK or _HOLDS.search(it.low) is not None


def channels_around(it: PromiseSentence, metric: Metric) -> tuple[str, ...]:
    """Return the channels that the lead-in, the heading or the deed itself names."""
    met = metric in {Metric.WAIT, Metric.ANSWER} or _is_while_you_wait(it)
    for words in (it.context, *_nearest_first(it.setting.heading)):
        found = contacts_in(words) if _COMING.search(words) else channels_in(words)
        named = names([one for one in found if _is_their_way(words, one)])
        # Below the name of a helpline things are done as well as calls taken.
        line = named == ("phone",) and metric in _DONE and _ONLY_LINE.search(words)
        away = (words is not it.context and not met) or _is_on_line(it, metric)
        if line or (named == ("in_person",) and away):
            # Below "Visiting our reception" nobody waits there for days, or holds.
            continue
        if named:
            return named
    if metric is Metric.WAIT and stands_here(it.low, it.times[0].unit):
        # Who waits for minutes stands before us.
        return ("in_person",)
    if metric is Metric.WAIT and _ARRIVING.search(it.low) and it.times[0].unit in _BRIEFLY:
        return ("in_person",)
    if metric is Metric.WAIT and _SEEN_HERE.search(it.low):
        return ("in_person",)
    if metric in {Metric.WAIT, Metric.ANSWER} and met_soon(it.low, it.times[0].unit):
        return ("in_person",)
    if metric is Metric.WAIT and _HOLDS.search(it.low):
        return ("phone",)
    if (
        metric is Metric.CALLBACK
        or re.search(r"\bon hold\b", it.low)
        or (metric is Metric.ANSWER and _PICKED_UP.search(it.low))
    ):
        return ("phone",)
    return ()

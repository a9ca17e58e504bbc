"""A sentence that may promise something, with every phrase found in it."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from goodword.document.asides import asides
from goodword.document.channel_things import is_letter_made, is_mended
from goodword.document.condition_text import Frame
from goodword.document.promise_cues import promised_words
from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import Word, channels_in, shares_in, subjects_in
from goodword.language.time_phrase import TimePhrase

_DOING = re.compile(r"\b(?:will|we|to|must|shall|and) $")
_INVITED = re.compile(r"\b(?:please|can|could|may|should)(?: also| always)? $")
# "You can text me and I will get back to you": then it is how the case came.
_AND_THEN = re.compile(
    r"(?: us)?(?: [\w']+){0,4}?,? and (?:we|our|someone|somebody|you(?:'ll| will| can expect))\b"
)
# "We will phone you" says how we answer, not how people came to us.
_OUTWARD = ENGLISH.compiled(
    r"(?:(?:tele)?phone|ring|call)s? (?:<<lexicon.people>>|(?:the|their|your) famil(?:y|ies))(?! back)"
    r"|(?:e-?mail|text)s? (?:you|them|people|everyone)\b(?! (?:will|can|should|get|receive|hear)\b)"
    r"|(?:(?<=will )|(?<=we ))(?:call|ring|phone)(?= (?:within|inside|by the|in \d|the same|the next)\b)"
)
# "Report a fault online", "orders placed online": how it came to us.
_ONLINE = re.compile(
    r"\b(?:report|complain|raise|log|lodg|open|submit|ask|enquir|appl|contact(?:ing)? us|made|make|making|sent|send|place|book|order|request|register|fill|claim|renew)\w*(?: (?!to\b|and\b|we\b|you\b|is\b|are\b)[\w']+){0,4}? (?P<online>on-?line)\b"
)
# "30 minutes online, 1 hour at the desk", "by phone or online", "(online)": a way by itself.
_ONLINE_ALONE = re.compile(
    r"(?:\b(?:minutes?|hours?|days?|weeks?|or|either|it|and)|\((?:if )?|[,;]|\||^) ?(?P<online>on-?line)\b(?= ?(?:ones?\b|(?:in |within )?(?:\d|two\b|three\b|four\b|five\b|ten\b)|$|[,;:|)]| - | or | only| and (?:by|over|in|at|on)\b))"
)
# "Thirty files uploaded by eleven": they are handed in on a page.
_UPLOADED = re.compile(
    r"\b((?<=you )uploads?|(?<=they )uploads?|(?:(?<=s )|(?<=customer ))uploaded(?= (?:by|before)\b))\b"
)
_OUR_CALL = Cued(
    r"\b(?:expect|gets?|receives?|have|await)(?: to receive)? (?:an?|our) (?:\w+ )?(?:tele)?(?:phone )?call$|\bgets? an? phone$|\ba call from (?:the|our|an?) [\w-]+$|\b(?:expect|gets?|receives?|have|await) our call$",
    "await o|call|expect o|get o|gets o|have o|phone|receive o|receives o",
)
# "Send you a letter of acknowledgement", "our letter will say": it is we who write.
_OUR_LETTER = re.compile(
    r"(?:\bour|\b(?:acknowledge?ment|holding|referral|decision|confirmation|outcome|follow-up|appointment|closing|final|deadlock)) letters?$"
    r"|(?<!you )\bsend(?:s|ing)?(?: out| off)?(?: (?:you|them|him|her|the (?:complainant|customer|client|tenant|patient|student|applicant|resident|parent)))?(?: out| off)? (?:an? |the )?(?:[\w-]+ ){0,2}?letters?$"
    r"|\b(?:receive|get|have|expect)(?: to receive)? (?:an? |our |the )(?:[\w-]+ ){0,2}?letters?$|\bby way of [\w ]{0,25}letters?$"
)
# "Following the visit a report is sent": it is we who came.
_OUR_VISIT = re.compile(
    r"\b(?:following|after|during|before|at|of) (?:the|our|any|each|every|an?) (?:[\w-]+ )?(?:visit|inspection visit)$"
)
# "Severity 1 calls" are tickets, however they came.
_TICKETS = re.compile(
    r"\b(?:severity|priority|sev|p|level|tier|class)[ -]?(?:\d|[a-d]|one|two|three|four) calls$"
    r"|\b(?:service|cash|margin|roll|farm|home|house|hardware|software|warranty|trapped[\w-]*|fuse-off|lock-?out|site|courtesy) calls?$|\bin (?:one|a single|the same|that) call$"
    r"|\b(?:set up|sets up|arranges?|schedules?|fix|offer)(?: you)? (?:an? |the )?(?:[\w-]+ )?call$"
)
# "Reception will decide": those who work there.
_ACTS = re.compile(
    r"(?:(?:reception|front|enquiry|service|help|cash|information)[ -])?(?:desk|counter|reception)s? (?:staff|teams?|agents?|colleagues?|clerks?|managers?|supervisors?)\b|reception(?: staff)? (?:will|shall|must|should|aims? to|tries to|always|(?!is |was |has |hours|times)[a-z]+s )"
)
_WE_RECEIVE = re.compile(r"\b(?:we|us)\b[\w ,']{0,25}$")
_TO_US = re.compile(r" (?:to (?:us|our)|from (?:you|a|an|the customer))\b")
# "(insurance claims aside)": for these it does not hold.
LEFT_OUT = re.compile(
    r"\((?:[^()]*\b(?:aside|apart|excepted|excluded)|(?:excluding|except(?: for)?|but not|not|other than) [^()]*)\)"
)
_RUNG = Cued(
    r"\b(?:is|are|be|been|get|gets) (?:tele)?phoned$",
    "phoned",
)
FRAGMENT = re.compile(r"^[\w ,/&'()-]{2,70}?(?::| -|\|)\s")


# "The complaints manager answers appeals": who does it, and no kind of case.
_OF_TEAM = re.compile(
    r" (?:(?:and|&) \w+ )?(?:managers?|teams?|officers?|departments?|panels?|desk|unit|coordinators?|handlers?|leads?|committees?|adjudicators?|staff)\b"
)


# "…, and target 99.8% availability": a share of the time, and not of the cases.
_UP = re.compile(r" (?:\w+ )?(?:availability|uptime|up-time|accuracy|satisfaction)\b")


@dataclass(frozen=True, slots=True)
class Segment:
    """One time with the words that belong to it."""

    phrase: TimePhrase
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PromiseSentence:
    """One sentence with at least one time, taken to pieces.

    `low` is the text in small letters, place for place. Cues are the words that say what is
    promised; `context` is a lead-in, in small letters, that the sentence stands below. Each time
    has its segment; `time_first` is True where what is promised follows its time.
    """

    text: str
    low: str
    frame: Frame
    setting: Setting
    context: str
    times: tuple[TimePhrase, ...]
    cues: tuple[Word, ...]
    channels: tuple[Word, ...]
    subjects: tuple[Word, ...]
    shares: tuple[tuple[int, int, Decimal], ...]
    segments: tuple[Segment, ...]

    def hidden(self, place: int) -> bool:
        """Whether a condition or an exception holds this place."""
        return any(start <= place < end for start, end in self.frame.hidden)

    def has_cue(self, stretch: tuple[int, int]) -> bool:
        """Whether a word that says what is promised stands in the stretch."""
        return any(stretch[0] <= cue.start < stretch[1] for cue in self.cues)

    def subjects_near(self, segment: Segment) -> bool:
        """Whether a kind of case is named before the time of the segment."""
        return any(segment.before[0] <= one.start < segment.before[1] for one in self.subjects)

    @property
    def time_first(self) -> bool:
        """Whether what is promised follows its time: "Within two days we reply"."""
        first = self.segments[0]
        return not self.has_cue(first.before) and self.has_cue(first.after)


def taken_to_pieces(
    text: str, taken: Frame, times: tuple[TimePhrase, ...], setting: Setting, context: str
) -> PromiseSentence:
    """Return the sentence with the words of service found in it; `context` is as written."""
    low = normal(text)
    spans = (
        *taken.hidden,
        *asides(low),
    )
    cues = promised_words(low, spans)
    left_out = tuple(found.span() for found in LEFT_OUT.finditer(low)) if "(" in low else ()
    channels = _channels(low)
    said = _subjects(low, spans)
    several = len({one.name for one in said}) > 1
    subjects = tuple(
        one
        for one in said
        if not (
            one.name not in {"complaint", "enquiry"}
            and any(word.start <= one.start < word.end for word in channels)
        )
        and not taken.unless_span[0] <= one.start < taken.unless_span[1]
        and not any(start <= one.start < end for start, end in left_out)
        and not (several and _OF_TEAM.match(low, one.end))
        and not (
            one.name in {"report", "repair"}
            and (one.name == "report" or _DOING.search(low[: one.start]))
            and any(cue.start <= one.start < cue.end for cue in cues)
        )
    )
    segments = []
    place = taken.start
    for index, phrase in enumerate(times):
        following = times[index + 1].start if index + 1 < len(times) else len(low)
        segments.append(Segment(phrase, (place, phrase.length_start), (phrase.end, following)))
        place = phrase.end
    segments = _each_its_own(low, segments, cues, taken.start)
    return PromiseSentence(
        text,
        low,
        taken,
        setting,
        normal(context),
        times,
        cues,
        channels,
        subjects,
        tuple(one for one in shares_in(low) if not _UP.match(low, one[1])),
        tuple(segments),
    )


# Where one promise ends whose time opens it, and the next begins: ", and a full answer comes".
_NEXT = re.compile(r"(?:, and|; (?:and )?|, but|, with) ?")


def _each_its_own(
    low: str, segments: list[Segment], cues: tuple[Word, ...], start: int
) -> list[Segment]:
    """Return two segments parted where the first has its time ahead and the second behind."""
    if len(segments) != _PAIR or low[start : segments[0].phrase.start].strip():
        return segments
    one, two = segments
    place, end = one.phrase.end, two.phrase.start
    parts = [found.start() for found in _NEXT.finditer(low, place, end)]
    if not parts or any(cue.start >= two.phrase.end for cue in cues):
        return segments
    joint = parts[-1]
    sides = {cue.start < joint for cue in cues if place <= cue.start < end}
    if sides != {True, False}:
        return segments
    return [replace(one, after=(place, joint)), replace(two, before=(joint, two.before[1]))]


_PAIR = 2


def _channels(low: str) -> tuple[Word, ...]:
    """Return the channels named, but those by which we are invited to go, or go to others."""
    found = [
        word
        for word in channels_in(low)
        if not (
            (_INVITED.search(low[: word.start]) and not _AND_THEN.match(low, word.end))
            or _OUTWARD.match(low, word.start)
            or (word.name == "phone" and _OUR_CALL.search(low[: word.end]))
            or (word.name == "phone" and _TICKETS.search(low[: word.end]))
            or (word.name == "letter" and (is_our_letter(low, word) or is_letter_made(low, word)))
            or (word.name == "in_person" and _OUR_VISIT.search(low[: word.end]))
            or (word.name == "in_person" and _ACTS.match(low, word.start))
            or is_mended(low, word)
        )
    ]
    if "online" in low or "on-line" in low:
        found.extend(
            Word("web_form", *made.span("online"))
            for pattern in (_ONLINE, _ONLINE_ALONE)
            for made in pattern.finditer(low)
            if not any(one.start <= made.start("online") < one.end for one in found)
        )
    if "upload" in low:
        found.extend(Word("web_form", *made.span(1)) for made in _UPLOADED.finditer(low))
    if len({one.name for one in found} & _WRITTEN) > 1:
        # "On written contact we acknowledge emails": the second says which.
        plain = [one for one in found if not _WRITTEN_CONTACT.match(low, one.start)]
        found = plain if any(one.name in _WRITTEN for one in plain) else found
    ringing = [one for one in found if _RUNG.search(low[: one.end])]
    if ringing and len(found) > len(ringing):
        # "Tenants who report a fault online are phoned": they did not ring us.
        found = [one for one in found if one not in ringing]
    return tuple(sorted(found, key=lambda one: one.start))


_WRITTEN = {"letter", "email", "text", "web_form"}
_WRITTEN_CONTACT = re.compile(r"written (?:contacts?|communications?)\b(?! (?:and|or|by)\b)")


def is_our_letter(low: str, word: Word) -> bool:
    """Whether a letter is one that we write: "you will receive our letter"."""
    found = _OUR_LETTER.search(low[: word.end])
    if found is None or _TO_US.match(low, word.end):
        return False
    received = found[0].startswith(("receive", "get", "have"))
    return not (received and _WE_RECEIVE.search(low[: found.start()]))


def _subjects(low: str, hidden: tuple[tuple[int, int], ...]) -> tuple[Word, ...]:
    """Return the kinds of case, each of what it stands in: the main clause or what hangs on it.

    A priority in a condition ("when using stage two") does not hide the kind that is spoken of.
    """
    open_words = list(low)
    for start, end in hidden:
        open_words[start:end] = " " * (end - start)
    shown = subjects_in("".join(open_words))
    rest = tuple(
        one for one in subjects_in(low) if any(start <= one.start < end for start, end in hidden)
    )
    return tuple(sorted((*shown, *rest), key=lambda one: one.start))

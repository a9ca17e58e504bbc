"""How firmly a promise is made: by the words that belong to its own time."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import hedge_in, should_in
from goodword.policy.clause import Strength

_IN_ANY_CASE = re.compile(
    r"\b(?:in any (?:case|event)|in all cases|in every case|at the (?:very )?(?:latest|outside)|without exception|never (?:later|more) than|(?:and|but) (?:in any case )?(?:no|not) (?:later|more) than|(?:not|never) (?:exceeding|to exceed)|always|at (?:the (?:very )?)?most)\b"
)
_AT_LAST = re.compile(r",? (?:at the (?:very )?(?:latest|outside|most)|without exception)\b")
# "We usually ring back within hours, but promise to do so in two days": what comes then is firm.
_BUT_FIRMLY = re.compile(
    r"\b(?:but|though|although|however|yet)\b,? (?:we |i |our \w+ )?(?:do )?(?:promise|guarantee|undertake|pledge|vow|commit|give (?:you )?(?:our|my) word|will always|our (?:promise|guarantee|commitment|agreement))\b"
)
# A heading of aims softens the lines below it, not what is said there in so many words.
_AIMS_ABOVE = re.compile(
    r"\b(?:response|resolution|reply|service|performance|acknowledge?ment|repair|attendance|delivery|customer)s?(?: times?| levels?| standards?)? (?:targets?|goals?|aims?)\b|\bbest[- ]efforts?\b|\btarget (?:response|resolution|attendance|completion|reply|times?)\b"
)
_FIRM = re.compile(r"\b(?:will|shall|must|guarantee\w*|promise\w*)\b|'ll\b")
# What begins something else behind the time: another deed, a detail, a reason.
_SOMETHING_ELSE = Cued(
    r" (?:and|with|so|although|though|but|while|whilst|including|giving|saying|telling|setting|explaining|unless|which)\b|[;(]|\. | - |, (?:but|though|although|and|with|so|after|or)\b",
    " - | and| but| explaining| giving| including| saying| setting| so| telling| unless|"
    " whi| with|(|, after|, or|. |;|though",
)
# "Within 4 days, where possible, and no later than 7 days": said of the time before it alone.
_OF_TIME_BEFORE = re.compile(
    r",? \(?(?:where|wherever|when|whenever|if|as far as)(?: it is| this is| reasonably| at all)* (?:possible|practical|practicable|feasible|we can)\b\)?(?=,|;|:| and\b| but\b| or\b|$)"
)
# Behind its time a promise is softened by a word of manner, never by another verb.
_TRYING = re.compile(
    r"(?:aim|tr(?:y|ies|ying)\b|striv|endeavou?r|attempt|(?:do|doing|use) |mak(?:e|ing) |every |hop|intend|seek|work|expect|commit|plan|(?:can|may|might|could) )"
)
_AVERAGE = Cued(r"\b(?:average|median|mean)\b", "average|mean|median")
_OUR_AIM = Cued(
    r"\((?:our |a |the |as a )?(?:targets?|aims?|goals?|objective|best (?:efforts?|endeavou?rs?))\)|"
    r"\b(?:(?:this|that|it|which|these|those)(?: is| are| being|'s)|(?:is|as)) (?:what |how |where )?(?:(?:an?|our|the|we) )?(?:usual |normal |standard )?(?:aims?|targets?|goals?|objectives?|ambitions?|hope|standard)\b",
    "(|aim|ambition|goal|hope|objective|standard|target",
)


def strength_of(it: PromiseSentence, segment: Segment) -> Strength:
    """Return how firmly the promise of a segment is made."""
    if segment.phrase.about or _AVERAGE.search(it.low[segment.phrase.start : segment.phrase.end]):
        return Strength.AIM
    start, end = segment.before[0], segment.phrase.end
    first = segment is it.segments[0]
    if not first and (others := _OF_TIME_BEFORE.match(it.low, start)) is not None:
        start = others.end()
    firm = _BUT_FIRMLY.search(it.low, it.frame.start, end)
    if firm is not None and _hedged(it, firm.end(), end) is None:
        return Strength.MUST
    at_last = _AT_LAST.match(it.low, end) is not None
    at_any_rate = (at_last and start > it.frame.start) or _IN_ANY_CASE.search(it.low, start, end)
    if at_any_rate and _hedged(it, 0 if first else start, end) is None:
        # "… and in any case within 20 days": what was an aim before is none here.
        return Strength.SHOULD if should_in(it.low[start:end]) else Strength.MUST
    if (
        (hedge_in(it.context) is not None and not _headed_firm(it))
        or _hedged(it, 0, end) is not None
        or _after(it, segment)
    ):
        return Strength.AIM
    if _OF_TIME_BEFORE.match(it.low, end):
        return Strength.AIM
    if _AIMS_ABOVE.search(normal(it.setting.heading)) and _FIRM.search(it.low) is None:
        return Strength.AIM
    is_should = _should(it, segment) or (should_in(it.context) and not _will(it))
    return Strength.SHOULD if is_should else Strength.MUST


def _headed_firm(it: PromiseSentence) -> bool:
    """Whether the line above is a title such as "Service targets", and we say firmly what we do."""
    titled = _TITLE.fullmatch(it.context) is not None
    return titled and _will(it)


_TITLE = re.compile(
    r"(?:our )?(?:[\w-]+ ){0,3}(?:targets?|goals?|objectives?)(?: (?:to|for|of) [\w ]{3,40})?"
)


def _hedged(it: PromiseSentence, start: int, end: int) -> tuple[int, int] | None:
    """Return the first hedge of a stretch that is no part of a condition: "if it may take longer"."""
    return next(
        (
            (first, last)
            for first, last in _hedges(it.low)
            if start <= first
            and last <= end
            and not (it.hidden(first) and _TRYING.match(it.low, first))
            and not (it.low.startswith(_IF_POSSIBLE, first) and _BY_WAY.search(it.low[:first]))
        ),
        None,
    )


# "By telephone where possible": that is said of the way, and not of the time.
_IF_POSSIBLE = ("where", "when", "if ", "as far as")
_BY_WAY = re.compile(
    r"\b(?:(?:by|via|over|on|through|in) (?:(?:the|an?|your|our|their) )?(?:(?:direct|first|personal|video|phone|telephone) )?(?:tele-?phone|phone|e-?mail|letter|post|text(?: message)?|sms|person|writing|call|visit|website|portal|app|face[- ]to[- ]face)|face[- ]to[- ]face|verbally|electronically|online),? $"
)


@remembered(2_048)
def _hedges(low: str) -> tuple[tuple[int, int], ...]:
    """Return where hedges stand in small letters."""
    return tuple(found.span() for found in ENGLISH.found("lexicon.aim", low))


def _after(it: PromiseSentence, segment: Segment) -> bool:
    """Whether words behind the last time soften what is promised by it."""
    if segment.phrase is not it.times[-1]:
        return False
    start, end = segment.after
    if it.time_first:
        said = next((cue for cue in it.cues if cue.start >= start), None)
        if said is not None and _hedged(it, start, said.start) is not None:
            return True
        start = said.end if said is not None else start
        end = len(it.low)
    if _OUR_AIM.search(it.low, start) is not None:
        return True
    stop = _SOMETHING_ELSE.search(it.low, start, end)
    found = _hedged(it, start, stop.start() if stop else len(it.low))
    return found is not None and _TRYING.match(it.low, found[0]) is None


def _should(it: PromiseSentence, segment: Segment) -> bool:
    """Whether "should" is said of the deed: before its time, or before the deed behind it."""
    upto = len(it.low) if it.time_first else segment.phrase.end
    return should_in(it.low[it.frame.start : upto])


def _will(it: PromiseSentence) -> bool:
    """Whether the sentence itself says firmly what we do, whatever its lead-in says."""
    return (
        re.match(
            r"(?:\W|\d)*(?:we|i|our [\w ]{2,20}?|the [\w ]{2,20}?) (?:will|shall|must)\b",
            normal(it.text),
        )
        is not None
    )

"""Which kind of case a promise is made for."""

# ruff: noqa: C901, E501, PLR0911, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.promise_channel import TO_CHANNEL
from goodword.document.promise_rest import is_rest, rest_of
from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.document.promise_start import in_start
from goodword.document.scope_words import words_of
from goodword.language.en.lexicon import ANY_SUBJECT
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import Word, channels_in, noun_slug, subjects_in
from goodword.policy.promise import Promise

_ALL_ELSE = re.compile(
    r"^ (?:for|to|in) (?:everything|anything|everyone|anyone|(?:all|any) (?:the )?others?|others?|the rest|all else|any else)\b"
)
_ASIDE = re.compile(r"^ \((?P<what>[^()]+)\)")
_REST = re.compile(r"(?:everything|anything|all|any|the) ?(?:others?|else|rest)|others?")
_EVERY_NOUN = re.compile(
    r"\b(?:every|each) (?!(?:reasonable |possible )?(?:effort|endeavou?r|attempt)\b)(?P<noun>[a-z][a-z'-]*(?: [a-z'-]+){0,2}?)(?= (?:on|by|within|in|to|for|from|via|about|and|that|"
    r"which|is|are|will|we|you|must|gets?|no|at)\b|,|:|\()"
)
_NARROWED = re.compile(
    r"\b(?:every|each) (?!(?:effort|endeavour|endeavor|attempt|reasonable|possible|new|written|formal|verbal|valid|genuine|such|single|other|further|first|online|incoming|non-urgent|simple|complex|customer|stage|priority|severity|urgent|routine|emergency|level|p)\b)"
    r"(?P<kind>(?:(?!(?:about|on|for|from|by|in|to|with|an?|the|and|or|via|at|that|who)\b)[a-z-]+ ){1,3}(?:requests?|complaints?|claims?|applications?|enquir(?:y|ies)|reports?|incidents?|orders?|appeals?|repairs?))$"
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


_COMPLAINS = re.compile(
    r"^(?:you|they|someone|somebody|an?(?: \w+)? (?:customer|client|tenant|resident|patient|parent|guest|member)) (?:(?:make|wish|want|decide|choose|need)s? to )?complains?\b"
)
# Kinds that a priority at the beginning of a line narrows, and that give way to it.
_PLAIN_KINDS = {"request", "repair", "fault", "enquiry", "incident", "report"}
_RANK = ENGLISH.compiled(
    r"(?:\W|\d)*(?P<rank>(?!standard\b ?: ?(?!\d|within))<<lexicon.priority_words>>)(?::| - | ?-(?= ?\d)| (?=\((?!p\d))| (?=\d+[ -](?:[a-z]+ )?(?:minutes?|hours?|days?|weeks?)\b)| (?=(?:completed?|finished|attended|repaired|fixed|done|resolved|within)\b))"
)
_OF_CASE = re.compile(r"(?:if|when|where|whenever|once) your ")


def subject_of(it: PromiseSentence, segment: Segment, previous: Promise | None) -> str | None:
    """Return the kind of case that a promise is made for, by its own words."""
    window = (segment.after, segment.before) if it.time_first else (segment.before, segment.after)
    after = it.low[segment.phrase.end : segment.after[1]]
    if _ALL_ELSE.match(after) and previous is not None:
        return None
    if (aside := _ASIDE.match(after)) and _REST.fullmatch(aside["what"]):
        return None
    if (aside := _ASIDE.match(after)) and (named := _named_aside(aside["what"])):
        return named
    if (direct := TO_CHANNEL.match(after)) is not None:
        upto = re.search(r" and (?:within )?\d|,|;", after)
        near = subjects_in(after[: upto.start()] if upto else after)
        if near and near[0].start <= direct.end() + 1:
            return near[0].name
    own = [
        one
        for one in it.subjects
        if window[0][0] <= one.start < window[0][1]
        and not in_start(it, one.start)
        and not it.hidden(one.start)
    ]
    rank = _ranked(it)
    if own and rank is not None and own[0].name in _PLAIN_KINDS:
        return rank
    if own and (mark := it.low.rfind(";", window[0][0], segment.phrase.start)) >= 0:
        # "P1: at all times; P2: every 3 hours": each side of a semicolon speaks for itself.
        own = [one for one in own if one.start > mark] or own
    if own:
        return _every_kind(it, own[0]) or own[0].name
    if previous is None and rank is not None:
        return rank
    if (named := _every(it, window[0])) is not None:
        return named
    if is_rest(it, segment):
        return rest_of(it, segment, previous.subject if previous is not None else None)
    if previous is not None:
        return previous.subject
    rest = [
        one
        for one in it.subjects
        if not in_start(it, one.start)
        and one.start >= it.frame.start
        and not _between_times(it, one.start)
    ]
    if rest:
        return rest[0].name
    # "If your enquiry concerns a grave": what is asked about is the case itself.
    if it.frame.before and (opening := _OF_CASE.match(it.low)) is not None:
        asked = [one for one in it.subjects if one.start == opening.end()]
        if asked:
            return asked[0].name
    if it.frame.before and _COMPLAINS.search(normal(it.frame.before)):
        return "complaint"
    # "Within 4 hours of a Priority 1 fault being logged": the priority is whose time it is.
    ranked = [
        one for one in it.subjects if in_start(it, one.start) and re.match(r"[a-z]+_\d$", one.name)
    ]
    if ranked:
        return ranked[0].name
    of_case = [
        one
        for one in it.subjects
        if one.name in {"complaint", "appeal", "claim"} and not _between_times(it, one.start)
    ]
    return of_case[0].name if of_case else None


def _ranked(it: PromiseSentence) -> str | None:
    """Return the priority that a line begins with: "Routine (usually done within 4 weeks)"."""
    found = _RANK.match(it.low)
    return found["rank"].replace("-", "_") if found is not None else None


def _named_aside(words: str) -> str | None:
    """Return the kind or priority that brackets behind a time name: "3 hours (urgent)"."""
    named = subjects_in(f"{words} priority") if " " not in words.strip() else subjects_in(words)
    return named[0].name if named else None


def _every(it: PromiseSentence, window: tuple[int, int]) -> str | None:
    """Return the kind of case in "every second look", where it is none of the known ones."""
    found = _EVERY_NOUN.search(it.low, window[0], window[1])
    if found is None or channels_in(found["noun"]):
        return None
    *before, last = found["noun"].split()
    if before and last in words_of("cases") and not words_of("plain").intersection(before):
        # "Every parking case" is of the kind that stands before it.
        return noun_slug(" ".join(before) if last == "case" else found["noun"])
    if last in _ANY:
        return None
    return noun_slug(found["noun"])


def _every_kind(it: PromiseSentence, word: Word) -> str | None:
    """Return the kind in "every data request", where a word before the known one narrows it."""
    found = _NARROWED.search(it.low[: word.end])
    if found is None or channels_in(found["kind"]):
        return None
    return noun_slug(found["kind"])


def _between_times(it: PromiseSentence, place: int) -> bool:
    return len(it.times) > 1 and place > it.times[0].end


def rank_around(it: PromiseSentence) -> str | None:
    """Return the priority that the lead-in or the heading numbers: "Priority 2 tickets"."""
    for words in (it.context, normal(it.setting.heading)):
        found = [one.name for one in subjects_in(words) if _NUMBERED.match(one.name)]
        if found:
            return found[0]
    return None


_NUMBERED = re.compile(r"(?:priority|severity)_\w+$")


def subject_around(it: PromiseSentence) -> str | None:
    """Return the kind of case that the lead-in or the heading names."""
    for words in (it.context, normal(it.setting.heading)):
        found = [
            one
            for one in subjects_in(words)
            if one.name not in {"request", "report"} and not one.name.startswith("step_")
        ]
        if found:
            return found[0].name
    if _LEADS_FROM_COMPLAINT.match(it.context) is not None:
        return "complaint"
    heading = normal(it.setting.heading)
    if _UNHAPPY.search(heading) is None:
        return None
    plain = _NUMBERS.sub("", heading).strip(" ?:.")
    return "complaint" if ENGLISH.pattern("scope.heading_complaint").fullmatch(plain) else None


_LEADS_FROM_COMPLAINT = re.compile(
    r"(?:if|when|where|whenever|once|after) (?:you|they|somebody|someone|an? \w+|the \w+) "
    r"(?:(?:make|wish|want|decide|choose|need)s? to )?(?:has |have )?complain(?:s|ed)?\b"
)
_UNHAPPY = re.compile(r"happy|satisf|pleased|complain")
_NUMBERS = re.compile(r"^[\d.]+ ")

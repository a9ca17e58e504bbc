"""Promises said so plainly that nothing else in their words is looked for."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.condition_text import frame
from goodword.document.promises import promises
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued, stands
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import channels_in, subjects_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.language.word import singular
from goodword.policy.promise import Promise

_DEED = (
    r"(?:decides? on|deals? with|handles?|takes? care of|process(?:es)?|sees? to|resolves?|settles?|closes?|completes?|answers?|repl(?:y|ies) to|responds? to|"
    r"acknowledges?|confirms? receipt of|sorts? out|looks? into and answers?|(?:gives?|sends?) an? (?:first response|full reply|full response|answer) to)"
)
_DONE = (
    r"(?:decided(?: on)?|dealt with|handled|taken care of|processed|seen to|resolved|settled|closed|completed|answered|replied to|responded to|acknowledged|sorted out|"
    r"looked into and answered)"
)
# Each of these deeds, and each other form of a plain promise, has one of these in it.
_CUES = (
    "answer", "repl", "respon", "resolve", "settle", "deal", "take", "time", "wait", "allow",
    "acknowledge", "confirm", "decide", "handle", "process", "complete", "close", "sort",
    "see to", "sees to", "seen to", "limit", "deadline", "standard",
)  # fmt: skip
_AIMS = r"(?:'ll| will| shall| must| should| always| normally| usually| aims? to| tr(?:y|ies) to| (?:do|does) (?:our|its|their) best to| undertakes? to| promises? to)*"
_WHO = (
    r"(?:(?:the|our|an?|one of our|your|every|each) )?(?:[\w'&-]+ ){0,4}?(?:team|desk|office|officer|manager|staff|department|council|practice|school|reception|"
    r"service|line|headteacher|head|adviser|agents?|advisers|centre|unit|board|panel|committee|director|clerk|secretary|coordinator|handler)"
)
# "From the day you email us, we have a week to settle it."
_WE_HAVE = re.compile(r"^we (?:have|allow ourselves)(?: up to)? $")
_TO_DO = re.compile(rf"^ to (?:{_DEED} (?:it|this|that)|sort it out|(?:answer|reply|respond))\W*$")
# What stands before a time: who does what with which cases, or what is done with them.
_BEFORE = (
    re.compile(rf"^(?:we|{_WHO}){_AIMS} {_DEED} (?P<what>.+)$"),
    re.compile(
        rf"^(?P<what>(?:[\w'-]+ ){{1,6}}?)(?:will|shall|must|should|is|are)(?: always| normally| usually)?(?: be)? {_DONE}$"
    ),
    re.compile(rf"^you (?:can|may) (?:rely|count|depend) on us to {_DEED} (?P<what>.+)$"),
)
# "Please allow two weeks for us to answer", "the time we take to answer a letter is a week".
_ALLOW = re.compile(r"^please allow(?: up to)? $")
_FOR_US = re.compile(rf"^ for us to {_DEED} (?P<what>[\w' -]+?)\W*$")
_TAKES = re.compile(
    rf"^the time (?:we take|it takes us) to {_DEED} (?P<what>[\w' -]+?) is (?:up to |at most |no more than )?$"
)
# "Permit applications can take up to 12 weeks".
_CAN_TAKE = re.compile(
    r"^(?P<what>(?:[\w'-]+ ){1,5}?)(?:can|may|might|could|will|normally|usually|typically|generally|currently| )*takes? (?:about |around |between |from |anything )?$"
)
# "The maximum time for an answer is one month", "a week is the longest you will wait for one".
_LONGEST = Cued(
    r"^(?:the|our) (?:[a-z]+ ){0,2}?(?:time(?: ?limit)?|deadline|wait|limit|standard) (?:for|to) (?P<what>[\w' -]+?) is (?:a maximum of |at most |up to |no more than |within )?$",
    "deadline |limit |standard |time |wait ",
    " is ",
)
_IS_LONGEST = re.compile(
    r"^ is the (?:very )?(?:longest|most|maximum) (?:time )?(?:that )?(?:you|anyone|anybody|a customer|customers) (?:will |should |shall |need |have to |has to )*wait for (?P<what>[\w' -]+?)\W*$"
)
_THINGS = re.compile(
    r"\b(?:repl(?:y|ies)|responses?|answers?|acknowledge?ments?|decisions?|outcomes?|results?|confirmation|call[ -]?backs?|updates?)\b"
)
_BEHIND = re.compile(r"\W*$|,? (?:of|from|after|at the (?:very )?latest|or (?:less|sooner)|flat)\b")
_MORE = re.compile(
    r"\b(?:escalat|refer|approv|authori[sz]|sign|agree|tell|pass|hand|who|that)\w*\b"
)
_LONGEST_NAME = 6
# "When you email us, the team will deal with it": how it came, and no more.
_CAME = re.compile(
    r"^(?:if|when|whenever|once|from the (?:day|date|moment)(?: that)?) you (?:write|e-?mail|call|ring|phone|contact|text|message|get in touch|use|fill in|complete|send(?: us)? an? (?:e-?mail|letter|message))\b[^,.;]{0,30}$"
)


def plain_promise(text: str, setting: Setting, context: str) -> Understood | None:
    """Return the promise of a plain sentence: who does what with which cases, and by when.

    None for any other: one with a condition, money, a second time, or a case that no list knows.
    """
    low = normal(text)
    if context or not _may_be_plain(low) or money_in(low, setting.currency):
        return None
    taken = frame(text)
    came = _CAME.match(low[: taken.before_span[1]]) is not None
    hidden = [one for one in taken.hidden if one[0] < one[1]]
    if hidden and not (came and hidden == [taken.before_span]):
        return None
    times = times_in(low)
    if len(times) != 1 or times[0].vague or not _fits(low, taken.start, times[0], came=came):
        return None
    found = promises(text, setting, context)
    if found is None or len(found.clauses) != 1 or not isinstance(found.clauses[0], Promise):
        return None
    # A voicemail is answered by calling back, or else: the words weigh that.
    return None if "voicemail" in found.clauses[0].channels else found


def _may_be_plain(low: str) -> bool:
    """Whether a word stands in it without which no form below fits: no more is looked at then."""
    return stands(_CUES, low) and (ENGLISH.pattern("times.hint").search(low) is not None)


def _fits(low: str, start: int, time: TimePhrase, *, came: bool) -> bool:
    """Whether the words around the time are those of a plain promise, from `start` on."""
    before, behind = low[start : time.start], low[time.end :]
    if not before:
        longest = _IS_LONGEST.match(behind)
        return longest is not None and _THINGS.search(longest["what"]) is not None
    upto = low[start : time.length_start]
    if _ALLOW.match(upto):
        asked = _FOR_US.match(behind)
        return asked is not None and _is_case(asked["what"])
    if (limit := _LONGEST.match(upto)) is not None:
        return _THINGS.search(limit["what"]) is not None and not behind.strip(" .;")
    if (limit := _TAKES.match(upto)) is not None:
        return _is_case(limit["what"]) and not behind.strip(" .;")
    if (takes := _CAN_TAKE.match(before)) is not None:
        return _is_case(takes["what"]) and not behind.removesuffix(" to process").strip(" .;")
    if came and _WE_HAVE.match(upto):
        return _TO_DO.match(behind) is not None
    if _BEHIND.match(behind) is None:
        return False
    said = next((one for one in (form.match(before.rstrip()) for form in _BEFORE) if one), None)
    return said is not None and (
        (came and said["what"] in {"it", "this", "that"}) or _is_case(said["what"])
    )


def _is_case(what: str) -> bool:
    """Whether small letters name cases by a word that a list knows, and say nothing else."""
    return _MORE.search(what) is None and all(map(_names_one, re.split(r" and | or |, ", what)))


def _names_one(what: str) -> bool:
    cases = ENGLISH.names("scope.cases")
    words = re.findall(r"[a-z-]+", what)
    if len(words) > _LONGEST_NAME:
        return False
    return any(word in cases or singular(word) in cases for word in words) or bool(
        subjects_in(what) or channels_in(what)
    )

"""Promises said so plainly that nothing else in their words is looked for."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.condition_text import frame
from goodword.document.promises import promises
from goodword.document.setting import Setting, Understood
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import channels_in, subjects_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.language.word import singular
from goodword.policy.promise import Promise

_OPENING = re.compile(
    r"^(?:we|(?:(?:the|our|an?|one of our|your|every|each) )?(?:[\w'&-]+ ){0,4}?(?:team|desk|office|officer|manager|staff|department|council|practice|school|reception|service|line|headteacher|head|adviser|agents?|advisers|centre|unit|board|panel|committee|director|clerk|secretary|coordinator|handler))"
    r"(?:'ll| will| shall| must| should| always| normally| usually| aims? to| tr(?:y|ies) to| (?:do|does) (?:our|its|their) best to| undertakes? to| promises? to)* "
    r"(?P<deed>decides? on|deals? with|handles?|takes? care of|process(?:es)?|sees? to|resolves?|settles?|closes?|completes?|answers?|repl(?:y|ies) to|responds? to|acknowledges?) (?P<what>.+)$"
)
# "The maximum time for an answer is one month", "a week is the longest you will wait for one".
_LONGEST = re.compile(
    r"^(?:the|our) (?:[a-z]+ ){0,2}?(?:time(?: ?limit)?|deadline|wait|limit|standard) (?:for|to) (?P<what>[\w' -]+?) is (?:a maximum of |at most |up to |no more than |within )?$"
)
_IS_LONGEST = re.compile(
    r"^ is the (?:very )?(?:longest|most|maximum) (?:time )?(?:that )?(?:you|anyone|anybody|a customer|customers) (?:will |should |shall |need |have to |has to )*wait for (?P<what>[\w' -]+?)\W*$"
)
_THINGS = re.compile(
    r"\b(?:repl(?:y|ies)|responses?|answers?|acknowledge?ments?|decisions?|outcomes?|results?|confirmation|call[ -]?backs?|updates?)\b"
)
_BEHIND = re.compile(r"\W*$|,? (?:of|from|after|at the (?:very )?latest|or (?:less|sooner)|flat)\b")
_MORE = re.compile(
    r"\b(?:escalat|refer|approv|authori[sz]|sign|agree|tell|pass|hand|and|or|who|that)\w*\b"
)


def plain_promise(text: str, setting: Setting, context: str) -> Understood | None:
    """Return the promise of a plain sentence: who does what with which cases, and by when.

    None for any other: one with a condition, money, a second time, or a case that no list knows.
    """
    low = normal(text)
    taken = frame(text)
    if (
        context
        or any(start < end for start, end in taken.hidden)
        or money_in(low, setting.currency)
    ):
        return None
    times = times_in(low)
    if len(times) != 1 or times[0].vague or not _fits(low, times[0]):
        return None
    found = promises(text, setting, context)
    if found is None or len(found.clauses) != 1 or not isinstance(found.clauses[0], Promise):
        return None
    # A voicemail is answered by calling back, or else: the words weigh that.
    return None if "voicemail" in found.clauses[0].channels else found


def _fits(low: str, time: TimePhrase) -> bool:
    before, behind = low[: time.start], low[time.end :]
    if not before:
        longest = _IS_LONGEST.match(behind)
        return longest is not None and _THINGS.search(longest["what"]) is not None
    if (limit := _LONGEST.match(low[: time.length_start])) is not None:
        return _THINGS.search(limit["what"]) is not None and not behind.strip(" .;")
    opening = _OPENING.match(before.rstrip())
    if opening is None or _BEHIND.match(behind) is None or _MORE.search(opening["what"]):
        return False
    what = opening["what"]
    cases = ENGLISH.names("scope.cases")
    known = any(word in cases or singular(word) in cases for word in re.findall(r"[a-z-]+", what))
    return known or bool(subjects_in(what) or channels_in(what))

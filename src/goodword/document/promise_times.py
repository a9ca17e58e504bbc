"""Which times of a sentence can be deadlines of ours."""

# ruff: noqa: E501  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace
from itertools import pairwise

from goodword.document.condition_text import Frame
from goodword.document.promise_whose import is_theirs
from goodword.language.cued import Cued
from goodword.language.pack import ENGLISH
from goodword.language.service import metrics_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.quantity import AnchorKind, Counting

_NOT_TIMES = re.compile(
    r"^(?: (?:a|per|each|every) (?:day|week|year|month)\b|'? ?notice|-old| of age| ago\b| old\b| long\b"
    r"| (?:is|are|was|were|has|have)(?: been)? (?:up|over|passed|expired|elapsed|ended)\b| (?:is|are) not (?:up|over)\b"
    r"| (?:(?!within|of|from|after)\w+ )?(?:deadline|limit|period|window|cooling-off|extension)\b)"
)
_NOTICE = Cued(
    r"\bnotice\b|\bopen\b(?! until| (?:up )?(?:an?|your|the|temporary) (?:[\w-]+ ){0,2}?(?:files?|cases?|accounts?|shelters?|claims?|tickets?|investigations?|records?)\b)|\bkeep (?:\w+ ){0,3}?(?:records?|data|files?)|\bretain|\blasts?\b|\bvalid (?:for|until|up to|only)\b|\b(?:is|are|remains?|stays?) valid\b|\bexpire",
    "are va|expir|is va|keep|last|notic|open|remain va|remains va|retai|stay va|stays va|valid",
)
_TAKES = Cued(
    r"\b(?:may|might|could|can|sometimes) (?:sometimes |occasionally )?(?:need|take|require|last)s?(?: up to)? ?$",
    "last|need|require|take",
    "can |could |may |might |sometimes ",
)
_CASES = re.compile(
    r"\b(?:requests?|applications?|claims?|orders?|repairs?|refunds?|prescriptions?|results?|referrals?|certificates?|complaints?|enquir(?:y|ies)|processing|deliver(?:y|ies)|appeals?|decisions?|permits?|licen[cs]es?|renewals?|registrations?) $"
)
_IT = re.compile(r"\b(?:it|this|that|these|they|which) $")

_SAID_TWICE = re.compile(r"\W*(?:or|i\.?e\.?,?|that is,?|which is|equal to)?\W*")
_SO_OFTEN = re.compile(r"\b(?:once|twice|(?:two|three|four|five|\d+) times) $")
_IN_HOURS_LABEL = Cued(
    r"^[^:|.;]*?\b(?:within|during|in) (?:our |the )?(?:normal |standard |core )?(?:core|business|working|office|opening|support|service|operating) hours\b[^:|.;\d]{0,20}: ",
    "business h|core h|office h|opening h|operating h|service h|support h|working h",
)
_TO_DO = re.compile(
    r" to (?:\w+ly )?(?:reply|respond|answer|acknowledge|resolve|decide|process|review|complete|get back|assess|consider|investigate|deal)"
)
# More time that somebody may take: "an extension of 5 more days".
_FURTHER = Cued(
    r"\bextensions? (?:of|by) [\w ]+$|(?<!within )\b(?:a|an|another|any) (?:further|additional|extra) [\w-]+ (?:working |business |calendar )?(?:days?|weeks?|months?|hours?)$",
    " additional | further |ext",
)
# How long somebody pays: "plans are available over three, six or nine months".
_PAID_OVER = Cued(
    r"\b(?:available|spread|paid|pay|payable|repaid|repay|repayable|offered?|instal\w+|plans?|costs?|credit|loans?|interest[- ]free|finance)\b[^.;:]{0,40}? over (?:a period of )?(?:(?:up to |[\w-]+,? |or |and )*)$",
    " over ",
)
# "We cannot answer within a day" promises nothing; "you will not wait more than" does.
_REFUSED = Cued(
    r"\b(?:do not|don't|does not|cannot|can't|can not|won't|will not|may not|might not|not always(?: be able to)?|(?:is|are) not (?:always|usually|normally|generally)|are not able to|is not able to|unable to)\b(?! (?:[\w']+ ){0,3}?(?:wait|kept|keep|hold|held|take|exceed|let|leave|left|be more|be longer|last))"
    r"(?:(?!\b(?:but|so|then|and we|we will|you will|unless|until)\b)[^,;])*$"
    r"|\bexceptions?\b [^,;]*$|\bwe \w+ no \w+ $",
    "are not able to|are not generally|are not normally|are not usually|can not|can't|"
    "cannot|do not|does not|don't|excep|is not able to|is not generally|is not normally|"
    "is not usually|may not|might not|not always|unable to|we|will not|won't",
)
# "…, and we ask them to respond within 12 days", "under the scheme you have to claim within".
_OF_THEM = re.compile(
    r"\bwe (?:will |may |shall |also |might )*(?:ask|require|expect|request|invite|need|want|would like) (?:you|them|him|her|everyone|all parties|both sides|the [\w' ]{3,25}?) to [^,;]*$"
    r"|\bwe (?:must|need to|have to|should|will need to|ask to) (?:hear|receive|have|get|be told)\b[^,;]*$"
    r"|^(?:nobody|no one|we do not|we don't|do not|don't) expects? [^,;]*$"
    r"|\b(?:you|they|customers?|claimants?|applicants?|complainants?) (?:will |would )?(?:have to|must|need to|should|are required to|are asked to)(?: \w+ly)? (?:make|submit|send|return|apply|claim|contact|report|pay|complete|provide|register|appeal|write|notify|inform|lodge|raise|file|start|issue)\b[^,;]*$"
)
# "Parcels not collected within 14 days go back": until then somebody else has to act.
_NOT_DONE = re.compile(
    r"^[\w' -]*\b(?:not|never)(?: been)? \w+(?:ed|t|n|d|ght) $|\b(?:who|that|which) (?:do|does|did|have|has|is|are|cannot|can)(?: not|n't)?\b(?: not)? [\w ]{0,30}$"
)
_CAME_IN = re.compile(
    r"^(?:[\w'/-]+ ){1,5}(?:reported|notified|submitted|lodged|raised|returned|placed|claimed|registered)(?: to us)? $"
)
_GLOSS_ENDS = re.compile(r"[\w ,'-]*\)(?::| -| \|) ?\S")
_THEN = re.compile(
    r" (?:of [\w ]{3,30} |after [\w ]{3,30} )?(?:are|is|will|must|shall|may|can|go|goes|lose|loses|get|gets|pay|pays|have|has)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:otherwise|if not|or else|after (?:that|then)|later (?:ones|than that)?|or|and)\b[\w ,]*$"
)
_DESCRIBED = re.compile(
    r" (?!(?:is|are|of|after|from|to|for|at|in|on|if|when|unless|and|or|before|during|each|per|a|by|following|with|will|once|but|then|maximum|notice|working|business)\b)(?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?)"
)
_TURNAROUND = re.compile(
    r"(?:target |first |initial |on-?site |call )*(?:turn(?:ing)?[ -]?arounds?|on-?site\b|attendance|call[ -]?back|fix\b|repair\b|response|reply|replies|answer|resolution|acknowledge?ment|dispatch|delivery|processing|service target|target)\b"
)
_OFFERS = re.compile(
    r"\b(?:we|our team) (?:offer|have|operate|work to|aim for|guarantee|promise|provide|give|commit to|target)s?\b[\w ]*$|^[\w ,&/()-]{0,60}[:|-] ?$|[a-z] ?[,;/] (?:and )?$|^(?:our |a |an )?$|^(?:high|low|medium|normal|urgent|critical|emergency|routine|standard)(?: priority)?(?: \([^()]*\))? $|\b(?:get|receive|have|enjoy|with|includes?)s? [\w ]*$"
)


def our_times(low: str, taken: Frame, *, led: bool) -> list[TimePhrase]:
    """Return the times that can be deadlines of ours."""
    main = low[taken.start : taken.end]
    if is_theirs(main, led=led) or (taken.start == 0 and is_theirs(low, led=led)):
        return []
    hidden = taken.hidden
    found = []
    for phrase in times_in(low):
        if any(start <= phrase.length_start < end for start, end in hidden):
            continue
        if phrase.role == "for" and _turned(low, phrase):
            phrase = replace(phrase, role="limit")  # noqa: PLW2901  (it is a limit here)
        said = low[taken.start : phrase.start]
        if _is_of_case(low, said, phrase):
            continue
        if _is_none(low, phrase) or _REFUSED.search(said) or _OF_THEM.search(said):
            continue
        if (takes := _TAKES.search(low[: phrase.length_start])) and (
            _IT.search(low[: takes.start()])
            or not (
                metrics_in(low[: takes.start()])
                or _CASES.search(low[: takes.start()])
                or _TO_DO.match(low, phrase.end)
            )
        ):
            continue
        found.append(phrase)
    found = _without_rings(low, found)
    if found and (label := _IN_HOURS_LABEL.match(low)) is not None:
        # "First response within business hours: 20 minutes".
        found = [
            replace(phrase, counting=Counting.WORKING)
            if phrase.counting is None and phrase.anchor is None and phrase.start >= label.end() - 2
            else phrase
            for phrase in found
        ]
    found = [
        phrase
        for number, phrase in enumerate(found)
        if not (number and _is_fallback(low, found[number - 1], phrase))
    ]
    if found and _NOTICE.search(main) and not any(not one.weak for one in metrics_in(main)):
        return []
    return found


def _is_of_case(low: str, said: str, phrase: TimePhrase) -> bool:
    """Whether a time tells of which case it is, or what others have to do by then.

    "Faults reported within a day will be mended in two"; "Critical (flies within 48 hours): …".
    `said` are the words of the main clause before it.
    """
    if _THEN.match(low, phrase.end) and (_CAME_IN.search(said) or _NOT_DONE.search(said)):
        return True
    before = low[: phrase.start]
    opened = before.count("(") > before.count(")")
    return opened and _GLOSS_ENDS.match(low, phrase.end) is not None


def _without_rings(low: str, found: list[TimePhrase]) -> list[TimePhrase]:
    """Return the times without rings that are said in seconds as well: "three rings or 20 seconds".

    The seconds are exact, and are bound as the rings were.
    """
    kept = list(found)
    for one, other in pairwise(found):
        if bool(one.rings) == bool(other.rings) or not _SAID_TWICE.fullmatch(
            low[one.end : other.start]
        ):
            continue
        rings, exact = (one, other) if one.rings else (other, one)
        if exact in kept and rings in kept:
            kept[kept.index(exact)] = replace(exact, role=exact.role or rings.role)
            kept.remove(rings)
    return kept


def _is_none(low: str, phrase: TimePhrase) -> bool:
    """Whether a length is no deadline, by the words around it: an age, a frequency, a notice."""
    if phrase.vague or phrase.role in {"after", "at least", "for", "per"}:
        return True
    if phrase.role == "limit" and low.startswith("before", phrase.start):
        # "Before a week has passed".
        return False
    if _PAID_OVER.search(low, 0, phrase.length_start) is not None:
        return True
    if _NOT_TIMES.match(low[phrase.end :]) or _SO_OFTEN.search(low[: phrase.start]):
        return True
    if phrase.role == "every" and low[: phrase.start].endswith(("at ", "of ", "on ", "in ")):
        return True
    return _describes(low, phrase) or _FURTHER.search(low[: phrase.end]) is not None


def _describes(low: str, phrase: TimePhrase) -> bool:
    """Whether a length describes the thing behind it: "our 20-day target", "an eight week inquiry".

    A reply, a target or a turnaround of so long is a deadline, where somebody promises it.
    """
    if phrase.anchor is not None or phrase.rings or phrase.amount == 1:
        return False
    said = low[phrase.length_start : phrase.end]
    if "half" in said or " of an" in said or not ENGLISH.pattern("times.describing").search(said):
        return False
    behind = _DESCRIBED.match(low, phrase.end)
    if behind is None:
        return False
    return not _turned(low, phrase)


def _turned(low: str, phrase: TimePhrase) -> bool:
    """Whether a reply or a turnaround of so long is what somebody promises."""
    behind = _DESCRIBED.match(low, phrase.end)
    return (
        behind is not None
        and _TURNAROUND.match(behind["what"]) is not None
        and _OFFERS.search(low[: phrase.length_start]) is not None
    )


def _is_fallback(low: str, first: TimePhrase, second: TimePhrase) -> bool:
    """Whether the second is what a cutoff leads to anyway: "… before noon, otherwise the next day"."""
    return (
        first.anchor is not None
        and first.anchor.cutoff is not None
        and second.anchor is not None
        and second.anchor.kind is AnchorKind.NEXT_WORKING_DAY
        and _OTHERWISE.search(low[first.end : second.start]) is not None
    )

"""The thing that something is done with, where no known kind of case says for which it is."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.document.setting import Finding
from goodword.language.pack import ENGLISH
from goodword.language.word import singular
from goodword.policy.clause import Strength
from goodword.policy.promise import Metric, Promise
from goodword.problem import Severity

# What every case has or is: it narrows nothing.
_ANY = re.compile(
    r"\b(?:it|them|this|that|these|those|you|us|we|they|everything|things?|matters?|issues?|problems?|cases?|work|jobs?|repl(?:y|ies)|answers?|responses?|decisions?|outcomes?|results?|resolutions?|solutions?|settlements?|correspondence|messages?|contacts?|letters?|e-?mails?|calls?|tickets?|visitors?|customers?|clients?|patients?|people|team|staff|everyone|someone|somebody|time|times|enquir\w+|quer\w+|questions?|copy|copies|advice|help|feedback|action|visit|visits|call-?outs?|engineers?|officers?|advis[eo]rs?|agents?|managers?|technicians?|attendance|turnaround|resolved?|completion|process(?:ing)?|payments?|money|fix|fixes|workarounds?|findings|plumbers?|electricians?|surveyors?|inspectors?|doctors?|nurses?|someone|colleagues?|members?)\b"
)
_LEAD = r"^(?:and |or |then |also )?(?:all |any |every |each |your |our |the |an? |most |new(?= \w+ \w+) )*"
_DONE_TO = re.compile(
    rf"{_LEAD}(?P<thing>(?:(?!(?:that|which|who|with|from|to|for|in|on|at|by|of|made|sent|placed|ordered|reported|is|are|will|our|the|your|their|usually|normally|always|may|can|should|must)\b)[a-z][\w'-]* ?){{1,3}}?) ?(?:is|are|will be|must be|should be|gets?|arrives?|reach(?:es)?|goes?|go|leaves?|comes?)\b"
)
_WE_DO = re.compile(
    rf"^(?:we|our team|our staff)(?:'ll| will| shall| must| aim to| try to| always| usually| normally| also)* (?:\w+ly )?(?!(?:will|shall|must|should|can|may|aim|try|always|usually|normally|also)\b)[a-z]+ (?:out |up |off |away |back |down )?{_LEAD[1:]}(?P<thing>(?:(?!(?:that|which|who|with|from|to|for|in|on|at|by|of|within|inside|back|out|up|off|away|our|the|your|their)\b)[a-z][\w'-]* ?){{1,3}}) ?(?=within|inside|in\b|no later|by\b|to\b|from\b|for\b|back\b|the (?:same|next)|on\b|at\b|$)"
)


def thing_of(it: PromiseSentence, segment: Segment) -> str | None:
    """Return the words of the thing that is done something with, in small letters."""
    if segment is not it.segments[0] or it.time_first:
        return None
    words = it.low[segment.before[0] : segment.phrase.start].strip()
    found = _WE_DO.match(words) or _DONE_TO.match(words)
    if found is None:
        return None
    thing = found["thing"].strip()
    people = ENGLISH.compiled(r"\b<<lexicon.people>>")
    if not thing or _ANY.search(thing) or people.search(thing) or any(map(str.isdigit, thing)):
        return None
    return thing


def runs_on_all(it: PromiseSentence, segment: Segment, promise: Promise) -> Finding | None:
    """Return the warning that a promise about one thing is counted for every case, or None."""
    if promise.metric is not Metric.RESOLUTION or promise.subject or promise.channels:
        return None
    if promise.condition is not None or promise.start is not None:
        return None
    thing = thing_of(it, segment)
    if thing is None:
        return None
    one = " ".join((*thing.split()[:-1], singular(thing.split()[-1])))
    plain = promise.strength is Strength.MUST and promise.target is None and len(it.times) == 1
    said = it.text[segment.phrase.start : segment.phrase.end]
    return Finding(
        "PR18",
        Severity.WARNING,
        f'I know no kind of case called "{one}", so I count this for every case. Name the kind, '
        f'such as "{one} requests".',
        0,
        segment.phrase.start,
        (("what", "resolution"), ("for", "every case?"), ("when", said)),
        f"We resolve every {one} request {said}." if plain else "",
        "Name the kind of case" if plain else "",
    )

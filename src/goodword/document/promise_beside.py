"""What narrows a second time as its like narrows the first: "an hour in town, two in the hills"."""

import re

from goodword.document.promise_scope import scopes_of
from goodword.document.promise_sentence import PromiseSentence

# Between the two times nothing else is done: ", and".
_BARE = re.compile(r",?;? ?(?:and |or |but )?(?:only |up to |about |within |in |under )*")
_BEHIND = re.compile(r" (?P<word>on|in|at|for|to|with|under) (?:the |our |an? )?")
_WHAT = re.compile(
    r" (?P<word>on|in|at|for|to|with|under) "
    r"(?P<what>(?:the |our |an? )?[a-z][\w'-]*(?: [\w'-]+){0,3}?)"
    r"(?=\W*$|,|;| and | or )"
)
# Behind a time these say when, and not for what.
_WHEN = re.compile(
    r"\b(?:day|days|week|weeks|month|months|year|hours?|time|advance|writing|full|total|person"
    r"|average|request|turn|all|any|least|most|latest|receipt|arrival|weekdays?|(?:mon|tues|wednes"
    r"|thurs|fri|satur|sun)days?|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*"
    r"|dec\w*|spring|summer|autumn|winter|which|that|this|you|us|them|it|[\d:]+)\b"
)


def scope_beside(it: PromiseSentence, number: int) -> list[str] | None:
    """Return what narrows the time with this number, where the one before is narrowed behind it.

    "Two hours on Enterprise and four on Business" puts the plan behind each time: what stands
    behind the first goes on to no other. None where the two are not said alike.
    """
    first, second = it.segments[number - 1], it.segments[number]
    behind = _BEHIND.match(it.low, first.phrase.end, second.phrase.start)
    if behind is None or it.time_first:
        return None
    mine = next(
        (one for one in scopes_of(it.text) if behind.start() <= one.start < behind.end()), None
    )
    if mine is None or not mine.words:
        return None
    if _BARE.fullmatch(it.low, mine.end, second.phrase.length_start) is None:
        return None
    found = _WHAT.match(it.low, second.phrase.end)
    if found is None or found["word"] != behind["word"] or _WHEN.search(found["what"]):
        return None
    return [f"it is {found['word']} {it.text[slice(*found.span('what'))]}"]

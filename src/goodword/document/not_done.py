"""What is never done within a time is no promise: "We never charge for a check within 8 weeks"."""

import re

from goodword.document.condition_text import frame
from goodword.document.second_said import kept_in_words
from goodword.document.setting import Understood
from goodword.language.cued import stands
from goodword.language.normal import even, normal
from goodword.language.time_phrase import times_in
from goodword.policy.promise import Promise

# Who does not do what, up to the time: no other clause begins between them.
_DENIED = re.compile(
    r"\b(?:we|i|you|they|staff|agents|nobody|no one|it|(?:is|are|do|does|will|shall|can|may))"
    r"(?: (?:will|shall|do|does|can|may|would|must|should))? ?"
    r"(?:never|not|n't)\b"
    r"(?P<what>(?:(?! (?:but|and|so|until|unless|without|because|as) )[^,;:.])*)$"
)
# "A machine that we cannot mend is swapped …": which one it is, and nothing that is not done.
_WHICH = re.compile(r"\b(?:that|which|who|whose|where|what)\b[^,;]*$")
_NOT = ("never", "not", "n't")
# A bound that is not gone beyond: "never longer than", "we will not fail to".
_BOUND = re.compile(
    r"\b(?:more|longer|later|over|beyond|past|exceed\w*|fail\w*|miss\w*|wait\w*|left|leave|hesitate|"
    r"only|yet|let|rest|forget|stop|cease|keep|kept|go(?:es)?|guarantee|able)\b"
)


def not_done(read: Understood, text: str) -> Understood:
    """Return what was read, or the words as a ban where they say what is not done by a time."""
    clauses = read.clauses
    if not clauses or not all(isinstance(one, Promise) for one in clauses):
        return read
    low = normal(text)
    if not stands(_NOT, low):
        return read
    times = [one for one in times_in(low) if not one.vague]
    taken = frame(text)
    if len(times) != 1 or not taken.start <= times[0].start < taken.end:
        return read
    before = low[taken.start : times[0].start].rstrip()
    denied = _DENIED.search(before)
    bound = low[times[0].start : times[0].length_start]
    if denied is None or _WHICH.search(before[: denied.start("what")]):
        return read
    if _BOUND.search(denied["what"]) or _BOUND.search(bound):
        return read
    return kept_in_words(text, even(text), "prohibition") or read

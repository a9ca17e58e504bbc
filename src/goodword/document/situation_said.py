"""A moment and what is done in it, in one sentence: "If a caller is upset, offer to ring back"."""

import re

from goodword.document.moment_parted import case_before, moment_above, parted
from goodword.document.setting import Setting, Understood
from goodword.document.steps import step_of, strength_of
from goodword.document.team_step import team_step
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation

# A name or a step with one of these would be read as something else in a heading or a list.
# A name of a case says what happens: it has a verb, and a few words.
_FEWEST = 4
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|asks?|comes?|pays?|paid|calls?|cancels?|wants?|arrives?|left|"
    r"leaves?|returns?|misses|missed|loses?|lost|breaks?|fails?|failed|needs?)\b"
)
MARKED = re.compile(r"[|#*_`{}<>\[\]]")


def situation_said(text: str, setting: Setting, context: str = "") -> Understood | None:
    """Return the situation that a sentence tells with what is done in it, or None.

    For a sentence that no other reader takes: what is promised in time, may be done or goes to
    somebody is a rule of another kind. `context` is its lead-in, which may name the moment.
    """
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain) or MARKED.search(plain) is not None:
        return None
    places = (
        case_before(plain, low, even(context)),
        moment_above(plain, even(context), even(setting.heading)),
    )
    for one in (*parted(plain, low), *(place for place in places if place is not None)):
        step = team_step(one, setting)
        if step is not None and MARKED.search(one.name) is None:
            made = step_of(step, setting)
            steps = (made,)
            return Understood((Situation(name=one.name, steps=steps, strength=strength_of(steps)),))
    return None


def case_instead(read: Understood, text: str, setting: Setting) -> Understood | None:
    """Return a case with what is done in it, where the time in its name was taken for a promise.

    "Guest asks on the same day: void the payment" promises nothing by the day's end.
    """
    if len(read.clauses) != 1 or not isinstance(read.clauses[0], Promise):
        return None
    plain = even(text).strip().rstrip(".")
    name, mark, does = plain.partition(": ")
    if not mark or not times_in(normal(name)) or times_in(normal(does)):
        return None
    if len(name.split()) < _FEWEST or _SAYS.search(normal(name)) is None:
        return None
    return situation_said(text, setting)


def rises_in(text: str) -> bool:
    """Whether what is done is to take a matter to somebody above."""
    plain = even(text).strip().rstrip(".")
    return any(
        ENGLISH.first("conduct.goes_up", normal(one.does)) is not None
        for one in parted(plain, normal(plain))
    )

"""A moment and what is done in it, in one sentence: "If a caller is upset, offer to ring back"."""

import re

from goodword.document.moment_parted import case_before, moment_above, parted
from goodword.document.setting import Setting, Understood
from goodword.document.steps import step_of, strength_of
from goodword.document.team_step import team_step
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.situation import Situation

# A name or a step with one of these would be read as something else in a heading or a list.
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


def rises_in(text: str) -> bool:
    """Whether what is done is to take a matter to somebody above."""
    plain = even(text).strip().rstrip(".")
    return any(
        ENGLISH.first("conduct.goes_up", normal(one.does)) is not None
        for one in parted(plain, normal(plain))
    )

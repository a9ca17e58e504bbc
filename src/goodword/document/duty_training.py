"""Training: who learns or practises the policy, how often, and how soon after joining."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_role import ROLEISH
from goodword.document.duty_interval import interval
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.role import ANYONE, role_slug
from goodword.language.time_phrase import TimePhrase
from goodword.policy.duty import TrainingRule
from goodword.policy.quantity import Counting, Duration, Unit

_TRAINING = Cued(
    r"\b(?:new (?:team members?|staff|employees?|starters?|colleagues?|joiners?|\w+s?)|everyone|everybody|all staff|staff|whoever|\w+s\b|(?:every|each|all|the|our|any) [\w ]+?)\b.*?"
    r"\b(?:complet\w*|practi[sc]\w*|train\w*|refresh\w*|lessons?|induction|learn\w*|course|modules?|rehears\w*|role[- ]?play\w*|reads?(?= (?:this|the|our) (?:\w+ )?(?:policy|charter|handbook)))\b",
    "compl|cours|induc|learn|lesso|modul|pract|read|refre|rehea|role|train",
)
_ABOUT = Cued(
    r"\b(?:lessons?|policy|training|trained|retrained|induction|course|(?<!code of )(?<!codes of )practi[sc]e\w*|refreshers?|e-learning|modules?|(?:these|the|our) (?:situations|examples|cases)|drills?|role[- ]?plays?|charter|handbook)\b",
    "chart|handb|role|drill|e-lea|induc|lesso|modul|our|polic|pract|refre|retra|the|train",
)
_JOINING = Cued(
    r"\b(?:of|after|from) (?:starting|joining|their (?:first day|start(?: date)?)|they (?:start|join)|being hired|appointment|the start|arrival|arriving|employment)\b",
    "after|from|of",
)
_FIRST = re.compile(
    r"\b(?:in|within|during|by the end of) (?:their|the|his or her) first (?:\w+ )?$"
)
_FIRST_ONE = re.compile(
    r"\b(?:in|within|during|by the end of) (?:their|the|his or her) (?=first (?P<unit>day|week|month|quarter|year)\b)"
)
_DOES = (
    r"(?<!the )(?<!our )(?<!this )(?<!your )(?<!\ba )practi[sc]es?(?= (?:the|our|this|their|it|on|with|what|at|every|each)\b|$)|complet\w*|take|takes|attend|attends|repeat|repeats|refresh|refreshes|receives?|has|have|do|does|redo|redoes|undergo(?:es)?"
    r"|rehearses?|retakes?|revises?|sits?|finish(?:es)?|goes through|go through|works? through|are (?:re)?trained|is (?:re)?trained|gets?"
    r"|reads?(?= (?:this|the|our) )|role[- ]?plays?"
)
_WHO = re.compile(
    rf"^(?:(?:every|each|once|twice|at least|within|yearly|annually|monthly|quarterly)\b[\w ]*?, )?(?P<who>.+?) (?:must |will |should |also |shall |needs? to |has to |have to )*(?:{_DOES})\b"
)
_WHO_ANSWERS = re.compile(r"^(?:everyone|everybody|anyone|all staff|staff|whoever)\b")
_ON_CHANGE = re.compile(
    r"\b(?:when(?:ever)?|each time|every time|if) (?:a |any |the |this |our )?(?:clause|policy|promise|rule|procedure)\w* (?:changes?|is (?:changed|updated|revised))\b"
)
_EVERYBODY = frozenset({"team_member", "employee", "staff_member", "colleague", "member_of_staff"})
_UNITS = {
    "day": (1, Unit.DAY),
    "week": (1, Unit.WEEK),
    "month": (1, Unit.MONTH),
    "quarter": (3, Unit.MONTH),
    "year": (1, Unit.YEAR),
}


def training(low: str, times: tuple[TimePhrase, ...]) -> Understood | None:
    """Return who is trained, how often or how soon after joining; None where it is not said."""
    if not _TRAINING.search(low) or not _ABOUT.search(low):
        return None
    on_change = _ON_CHANGE.search(low) is not None
    who = _WHO.match(low)
    joined = _after_joining(low, times)
    if joined is not None:
        role = _role(who["who"]) if who is not None else ANYONE
        return Understood((TrainingRule(who=role, within_joining=joined, on_change=on_change),))
    every = interval(low, times)
    if who is None or (every is None and not on_change):
        return None
    return Understood((TrainingRule(who=_role(who["who"]), every=every, on_change=on_change),))


def _after_joining(low: str, times: tuple[TimePhrase, ...]) -> Duration | None:
    joining = _JOINING.search(low)
    for one in times:
        limit = one.limit
        if not isinstance(limit, Duration):
            continue
        if joining is not None and one.end <= joining.start() + 1:
            return limit
        if _FIRST.search(low[: one.length_start]) is not None and "new" in low:
            return limit
    found = _FIRST_ONE.search(low)
    if found is None or "new" not in low:
        return None
    return Duration(*_UNITS[found["unit"]], Counting.CALENDAR)


def _role(words: str) -> str:
    """Return the role that is trained; everyone where no role of ours is named."""
    bare = re.sub(r"^(?:every|each|all|any|our|the|new|a|an) ", "", words)
    bare = re.sub(r"^new ", "", bare)
    role = role_slug(bare) or ANYONE
    if _WHO_ANSWERS.match(words) or role in _EVERYBODY:
        return ANYONE
    return role if "new " not in words or ROLEISH.search(bare) is not None else ANYONE

"""The stages that a complaint goes through, from the first answer to a body outside."""

import re
from dataclasses import dataclass

from goodword.policy.clause import Clause
from goodword.policy.policy import Policy, Section
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration

COMPLAINT = "complaint"
_SUBJECT = re.compile(r"stage_(\d)(?:_(.+))?")
_TITLE = re.compile(r"\bstage (\d|one|two|three|four)\b(?:\W+(.+))?", re.IGNORECASE)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Clause):
    """What is said of stage `number` of a kind of case `of`, beside its times.

    Its times are promises of their own, whose subject is this stage. `name` is what it is called
    ("Informal resolution"), `owner` the role that looks after it, `fresh` that somebody does who
    did not handle it before. The customer may ask for it `ask_within` a time of our last answer.
    We may take up to `extension` more, with the reason told where `why`. `outside` names a body
    outside us that decides it. Several clauses may speak of one stage.
    """

    number: int
    of: str = COMPLAINT
    name: str = ""
    owner: str | None = None
    fresh: bool = False
    ask_within: Duration | None = None
    extension: Duration | None = None
    why: bool = False
    outside: str = ""


@dataclass(frozen=True, slots=True)
class StageOfCourse:
    """One stage with all that the policy says of it: its clauses added up, and its promises."""

    number: int
    of: str
    name: str
    owner: str | None
    fresh: bool
    ask_within: Duration | None
    extension: Duration | None
    outside: str
    clauses: tuple[Stage, ...]
    promises: tuple[Promise, ...]


def stage_of(subject: str | None) -> tuple[int, str] | None:
    """Return the number and the kind of case of a subject that is a stage: (2, "complaint").

    A stage of which nothing more is said ("at stage 2") is one of a complaint.
    """
    found = _SUBJECT.fullmatch(subject or "")
    return (int(found[1]), found[2] or COMPLAINT) if found else None


def course_of(policy: Policy, of: str = COMPLAINT) -> tuple[StageOfCourse, ...]:
    """Return the stages that the policy speaks of, by number; headings give names too."""
    told = [one for one in policy.of_kind(Stage) if one.of == of]
    promised = [
        (number, promise)
        for promise in policy.of_kind(Promise)
        for number, kind in filter(None, (stage_of(promise.subject),))
        if kind == of
    ]
    numbers = {one.number for one in told} | {number for number, _ in promised}
    return tuple(
        _added_up(
            number,
            of,
            tuple(one for one in told if one.number == number),
            tuple(promise for here, promise in promised if here == number),
            _titled(policy.sections, number),
        )
        for number in sorted(numbers)
    )


def _added_up(
    number: int, of: str, told: tuple[Stage, ...], promises: tuple[Promise, ...], title: str
) -> StageOfCourse:
    return StageOfCourse(
        number=number,
        of=of,
        name=next((one.name for one in told if one.name), title),
        owner=next((one.owner for one in told if one.owner), None),
        fresh=any(one.fresh for one in told),
        ask_within=next((one.ask_within for one in told if one.ask_within), None),
        extension=next((one.extension for one in told if one.extension), None),
        outside=next((one.outside for one in told if one.outside), ""),
        clauses=told,
        promises=promises,
    )


def _titled(sections: tuple[Section, ...], number: int) -> str:
    """Return what the heading of a stage calls it: `Stage 1: Informal resolution`."""
    for section in sections:
        if (found := titled_stage(section.title)) is not None and found[0] == number and found[1]:
            return found[1]
    return ""


def titled_stage(title: str) -> tuple[int, str] | None:
    """Return the number and the name of the stage that a heading names, or None."""
    found = _TITLE.search(title)
    if found is None:
        return None
    return int(_NUMBERS.get(found[1].lower(), found[1])), (found[2] or "").strip(" .:")

"""The stages of a complaint: each with its time, a way on, and fresh eyes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from goodword.checks.evidence import Evidence
from goodword.document.echo_amounts import listed, role
from goodword.document.echo_situation import lowered
from goodword.document.reading import Reading
from goodword.policy.behaviour import Level, ladder_of
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation
from goodword.policy.situation import StepKind
from goodword.policy.stage import StageOfCourse, course_of
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

_OUTSIDE = re.compile(
    r"\b(?:ombuds\w+|commissioner|regulator|tribunal|adjudicator|arbitrator|mediator|court"
    r"|trade body|consumer (?:body|office|centre)|outside body|independent (?:body|review))\b",
    re.IGNORECASE,
)
USUAL_DAYS = 20


def untimed_stages(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield each stage of which nothing says by when it is answered."""
    for stage in course_of(reading.policy):
        if stage.promises or stage.outside:
            continue
        yield Problem(
            code="SG01",
            severity=Severity.WARNING,
            message=f"Stage {stage.number} has no time: nobody can say when it is late. "
            "Say by when people have an answer.",
            span=stage.clauses[0].span,
            fix=Fix(
                "Say by when",
                f"We reply to stage {stage.number} complaints within {USUAL_DAYS} working days.",
            ),
        )


def stages_without_way_on(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield where the road breaks off: a number left out, or a last stage that leads nowhere."""
    course = course_of(reading.policy)
    if not any(stage.clauses for stage in course):
        return
    numbers = {stage.number for stage in course}
    missing = [number for number in range(1, max(numbers)) if number not in numbers]
    last = course[-1]
    if missing:
        which = listed(f"stage {number}" for number in missing)
        yield Problem(
            code="SG02",
            severity=Severity.WARNING,
            message=f"There is a stage {last.number}, and nothing is said of {which}: people stand "
            "before a gap. Say what happens there, or number the stages anew.",
            span=_place(last),
        )
    elif not _leads_on(reading, last):
        yield Problem(
            code="SG02",
            severity=Severity.WARNING,
            message=f"After stage {last.number} nothing says where people can turn. Name a body "
            "outside, or say that your answer then is the last.",
            span=_place(last),
            fix=Fix("Name a body outside", f"Stage {last.number + 1}: the Ombudsman."),
        )


def _place(stage: StageOfCourse) -> Span:
    return (*stage.clauses, *stage.promises)[0].span


def _leads_on(reading: Reading, last: StageOfCourse) -> bool:
    if last.outside or any(
        one.strength is Strength.MAY for one in reading.policy.of_kind(Escalation)
    ):
        return True
    final = re.compile(r"\b(?:our (?:final|last)|(?:answer|decision|word) is (?:final|the last))\b")
    return any(
        _OUTSIDE.search(one.text) or final.search(one.text.lower()) for one in reading.sentences
    )


def same_eyes(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield each later stage that goes back to whoever answered before."""
    policy = reading.policy
    course = course_of(policy)
    for before, stage in pairwise(course):
        if stage.owner is None or stage.owner != before.owner or stage.fresh:
            continue
        again = next(one for one in stage.clauses if one.owner)
        who = role(stage.owner, policy)
        yield Problem(
            code="SG03",
            severity=Severity.WARNING,
            message=f"Stage {stage.number} goes to {who}, who answered stage {before.number}. "
            "Nobody likes to find themselves wrong: let somebody else look.",
            span=again.span,
            related=tuple(one.span for one in before.clauses if one.owner),
            fix=Fix(
                "Let somebody else look",
                f"Stage {stage.number} is looked after by somebody who did not handle stage "
                f"{before.number}.",
                again.span,
            ),
        )


def ended_without_warning(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a rung on which a contact ends, where no rung up to it has warned."""
    warned = False
    for rung in ladder_of(reading.policy):
        if rung.level in {Level.THREATENING, Level.VIOLENT}:
            return
        for step in rung.steps:
            warned = warned or step.kind is StepKind.WARN
            if step.kind is StepKind.END_CONTACT and not warned:
                yield Problem(
                    code="BH01",
                    severity=Severity.WARNING,
                    message="The contact ends here, and nobody was warned. Warn once before, so "
                    "that people can still turn round.",
                    span=rung.span,
                    fix=Fix("Warn first", _with_warning(rung.name, step.words), rung.span),
                )
                return


def _with_warning(name: str, ends: str) -> str:
    return f"When {name}: warn once that you will end the contact; {lowered(ends)}."

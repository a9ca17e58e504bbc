"""A moment with its steps in one sentence: "When a customer is angry, stay calm; then offer …"."""

from goodword.document.setting import Setting, Understood
from goodword.document.steps import step_of
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.situation import Situation, Step, StepKind

_FEWEST = 2
_MAY_TELL = {StepKind.TELL, StepKind.HAND_OVER, StepKind.CALL, StepKind.DO}


def moment(text: str, setting: Setting, fewest: int = _FEWEST) -> Understood | None:
    """Return the situation that a sentence tells with its steps, or None where it tells none.

    It has `fewest` steps or more, one after the other, and speaks to the team: each begins with
    what to do. One thing to do in one moment may be a rule of another kind, so it is asked last.
    """
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if not low.startswith(("when", "if ")):
        return None
    found = ENGLISH.pattern("behaviour.moment").match(low)
    if found is None or ENGLISH.pattern("behaviour.not_ours").search(low) is not None:
        return None
    start, begin = found.start("steps"), 0
    steps: list[Step] = []
    for cut in [*ENGLISH.pattern("behaviour.moment_parts").finditer(found["steps"]), None]:
        end = cut.start() if cut is not None else len(found["steps"])
        piece = plain[start + begin : start + end].strip(" ,;")
        begin = cut.end() if cut is not None else end
        if ENGLISH.pattern("behaviour.moment_does").match(normal(piece)) is None:
            return None
        steps.append(step_of(f"{piece[:1].upper()}{piece[1:]}.", setting))
    name = plain[slice(*found.span("name"))].strip()
    if len(steps) < fewest or (len(steps) == 1 and not _is_ours(name, steps[0])):
        return None
    return Understood((Situation(name=name, steps=tuple(steps)),))


def _is_ours(name: str, step: Step) -> bool:
    """Whether one step is the team's: "if it does not fit, leave it" is the carrier's."""
    return (
        step.kind is not StepKind.DO
        or ENGLISH.pattern("behaviour.moment_of").search(normal(name)) is not None
    )


def is_brief(understood: Understood, text: str, told: int) -> bool:
    """Whether little is done beside the `told` steps: "stop and hand over" is an escalation.

    What is told in its order ("…; then …") is a moment however short.
    """
    return ENGLISH.pattern("behaviour.in_order").search(normal(text)) is None and all(
        isinstance(one, Situation) and len(one.steps) - told < _FEWEST for one in understood.clauses
    )


def told_in(understood: Understood) -> tuple[str, ...]:
    """Return a sentence for each step that may tell somebody: "If a parcel is lost, tell …"."""
    return tuple(
        f"If {one.name}, {step.words[:1].lower()}{step.words[1:]}"
        for one in understood.clauses
        if isinstance(one, Situation)
        for step in one.steps
        if step.kind in _MAY_TELL
    )

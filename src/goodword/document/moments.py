"""A moment with its steps in one sentence: "When a customer is angry, stay calm; then offer …"."""

from goodword.document.setting import Setting, Understood
from goodword.document.steps import step_of
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.situation import Situation, Step, StepKind

_FEWEST = 2


def moment(text: str, setting: Setting) -> Understood | None:
    """Return the situation that a sentence tells with its steps, or None where it tells none.

    It has two steps or more, one after the other, and speaks to the team: each begins with what
    to do. One thing to do in one moment is a rule, or stays prose.
    """
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if not low.startswith(("when", "if ")) or not (";" in low or ", then " in low):
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
    if len(steps) < _FEWEST:
        return None
    name = plain[slice(*found.span("name"))].strip()
    return Understood((Situation(name=name, steps=tuple(steps)),))


def told_in(understood: Understood) -> tuple[str, ...]:
    """Return a sentence for each step that tells somebody: "If a parcel is lost, tell …"."""
    return tuple(
        f"If {one.name}, {step.words[:1].lower()}{step.words[1:]}"
        for one in understood.clauses
        if isinstance(one, Situation)
        for step in one.steps
        if step.kind is StepKind.TELL
    )

"""Questions on what we say, what comes first, and who must hear of it."""

from collections.abc import Iterator

from goodword.document.echo_amounts import capitalised, role, spoken
from goodword.language.role import ANYONE
from goodword.lesson.lesson import Lesson, LessonKind
from goodword.lesson.making import made
from goodword.policy.condition import Fact
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy
from goodword.policy.situation import EmergencyWords, Phrase, Situation, StepKind


def phrases(clause: Phrase, policy: Policy) -> Iterator[Lesson | None]:
    """Yield what to say instead of what, and which of several phrases is ours."""
    all_phrases = policy.of_kind(Phrase)
    never = [one.never for one in all_phrases if one.never and one is not clause]
    if clause.say and clause.never:
        says = [one.say for one in all_phrases if one.say and one is not clause]
        yield made(
            clause,
            LessonKind.PHRASE,
            f"You feel like saying “{clause.never}”. What do we say instead?",
            _quoted(clause.say),
            [_quoted(one) for one in (*never, *says)],
            about="instead",
        )
    elif clause.say:
        yield made(
            clause,
            LessonKind.PHRASE,
            f"{_moment(clause)}Which of these do we say?",
            _quoted(clause.say),
            [_quoted(one) for one in never],
        )
    elif clause.never:
        says = [one.say for one in all_phrases if one.say]
        yield made(
            clause,
            LessonKind.PHRASE,
            "Which of these do we not say?",
            _quoted(clause.never),
            [_quoted(one) for one in says],
        )


def situations(clause: Situation, policy: Policy) -> Iterator[Lesson | None]:
    """Yield which step of a situation comes first, and what is said in it."""
    if len(clause.steps) < 2:
        return
    opening = f"“{clause.phrases[0]}”: " if clause.phrases else ""
    yield made(
        clause,
        LessonKind.STEP,
        f"{opening}{capitalised(clause.name)}. What comes first?",
        _step(clause.steps[0].words),
        [_step(one.words) for one in clause.steps[1:]],
        about="first",
    )
    said = [one for one in clause.steps if one.kind is StepKind.SAY and one.phrase]
    elsewhere = [
        step.phrase
        for other in policy.of_kind(Situation)
        if other is not clause
        for step in other.steps
        if step.kind is StepKind.SAY and step.phrase
    ]
    never = [one.never for one in policy.of_kind(Phrase) if one.never]
    for number, step in enumerate(said[:1], 1):
        yield made(
            clause,
            LessonKind.PHRASE,
            f"{capitalised(clause.name)}. What do we say?",
            _quoted(step.phrase or ""),
            [_quoted(one) for one in (*elsewhere[:2], *never, *elsewhere[2:])],
            about=f"say-{number}",
        )


def emergencies(clause: EmergencyWords, policy: Policy) -> Iterator[Lesson | None]:
    """Yield what to do first when somebody says words that mean an emergency."""
    others = [
        _step(step.words)
        for situation in policy.of_kind(Situation)
        for step in situation.steps[:1]
        if not situation.emergency
    ]
    for number, word in enumerate(clause.words[:3], 1):
        yield made(
            clause,
            LessonKind.EMERGENCY,
            f"In the middle of a complaint, a {policy.serves} says “{word}”. "
            "What comes before everything else?",
            _step(clause.instruction),
            others,
            about=f"word-{number}",
        )


def escalations(clause: Escalation, policy: Policy) -> Iterator[Lesson | None]:
    """Yield who is told when something happens."""
    if clause.event is None or clause.event_words.startswith("you ") or clause.to == ANYONE:
        return
    happened = clause.event_words or spoken(clause.event)
    yield made(
        clause,
        LessonKind.TOLD,
        f"{capitalised(happened)}. Who is told?",
        capitalised(role(clause.to, policy)),
        [capitalised(role(one.slug, policy)) for one in policy.roles],
    )


def _moment(clause: Phrase) -> str:
    """Return when a phrase is said, where the policy says it only then."""
    if isinstance(clause.condition, Fact) and clause.condition.words:
        return f"{capitalised(clause.condition.words)}. "
    return ""


def _quoted(phrase: str) -> str:
    return f"“{phrase}”"


def _step(words: str) -> str:
    return capitalised(words.strip().rstrip("."))

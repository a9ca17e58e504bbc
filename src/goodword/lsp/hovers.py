"""What a sentence was understood to say, shown where the mouse rests."""

from dataclasses import dataclass

from goodword.businesstime.openings import Openings, openings_for
from goodword.document.echo import echo
from goodword.document.reading import Reading, Sentence, SentenceState
from goodword.errors import GoodwordError
from goodword.example.illustrate import illustrate
from goodword.lsp.opened import problems, reading_of, sentence_at
from goodword.policy.clause import Audience, Clause, Strength
from goodword.problem import Problem, Severity
from goodword.span import Span

MOST_CLAUSES = 4
_PROSE = (
    "**Prose.** People read this sentence; nothing in it is counted or decided. "
    "If it should run, say who does what, and by when."
)
_EXAMPLE = "**Example.** It is run on every check."


@dataclass(frozen=True, slots=True)
class Hover:
    """What to show, as Markdown, over which characters."""

    span: Span
    markdown: str


def hover(text: str, offset: int, *, at: int) -> Hover | None:
    """Return what the sentence under a place says: its echo at work, or what is missing.

    Examples are worked from `at` on. None where no sentence stands.
    """
    reading = reading_of(text)
    sentence = sentence_at(reading, offset)
    if sentence is None:
        return None
    if sentence.state is SentenceState.LIVE:
        told = _live(sentence, reading, at)
    elif sentence.state is SentenceState.ALMOST:
        told = _almost(sentence, text, at)
    else:
        told = _EXAMPLE if sentence.text.lower().startswith("example:") else _PROSE
    return Hover(sentence.span, told)


def _live(sentence: Sentence, reading: Reading, at: int) -> str:
    policy = reading.policy
    clauses = [clause for one in sentence.clause_ids if (clause := policy.clause(one))]
    openings = _openings(reading, at)
    told = []
    for clause in clauses[:MOST_CLAUSES]:
        told.append(f"**Live.** {echo(clause, policy)}")
        example = illustrate(clause, policy, openings, at=at)
        if example is not None:
            told.append(f"*For example:* {example.words}")
        told.append(f"{_notes(clause)}`{clause.id}`")
    if (more := len(clauses) - MOST_CLAUSES) > 0:
        told.append(f"And {more} more.")
    return "\n\n".join(told)


def _notes(clause: Clause) -> str:
    notes = ["public" if clause.audience is Audience.PUBLIC else "for the team"]
    if clause.strength is Strength.AIM:
        notes.append("an aim: misses are counted, and do not escalate")
    if clause.strength is Strength.SHOULD:
        notes.append("one may deviate, with a reason")
    return f"{' · '.join(notes)} · "


def _openings(reading: Reading, at: int) -> Openings | None:
    hours = reading.policy.hours
    if hours is None or not hours.ever_open:
        return None
    try:
        return openings_for(hours, at)
    except GoodwordError:
        return None


def _almost(sentence: Sentence, text: str, at: int) -> str:
    found = [one for one in problems(text, at) if _over(one, sentence)]
    gravest = min(found, key=lambda one: _GRAVITY[one.severity], default=None)
    if gravest is None:
        return "**Almost live.** This wants to be a rule, and something is missing."
    told = [f"**Almost live.** {gravest.message}"]
    if gravest.understood:
        slots = " · ".join(f"{slot} = {word}" for slot, word in gravest.understood)
        told.append(f"I understood: {slots}")
    if gravest.fix is not None:
        told.append(f"*Try:* {gravest.fix.replacement}")
    return "\n\n".join(told)


_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.HINT: 3}


def _over(problem: Problem, sentence: Sentence) -> bool:
    span = problem.span
    return span is not None and span.start < sentence.span.end and sentence.span.start < span.end

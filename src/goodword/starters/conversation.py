"""A question as it is put, and an answer as it is taken; whoever asks only prints and reads."""

from dataclasses import dataclass

from goodword.starters.answer import taken
from goodword.starters.answer_numbers import is_alone
from goodword.starters.question import QUESTIONS, Answers, Question, next_question
from goodword.starters.situations import situation_names
from goodword.starters.taken import Again

SKIP = frozenset({"", "skip", "skip for now", "later", "pass"})
BACK = frozenset({"back", "go back", "undo"})
STOP = frozenset({"stop", "quit", "exit", "q", "bye"})
_LAST = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the conversation stands after an answer: what is known now, and what to say first.

    `stopped` is True where the answer was to stop for now.
    """

    answers: Answers
    say: str = ""
    stopped: bool = False


def put(question: Question, answers: Answers, *, again: bool = False) -> str:
    """Return the question as it is put: its step, why it is asked, and an example.

    One that is put `again` goes without what was said the first time.
    """
    number = QUESTIONS.index(question) + 1
    first = next(one for one in QUESTIONS if one.step is question.step)
    ask, example = question.ask, question.example
    if question.alone is not None and is_alone(answers):
        ask, example = question.alone
    lines = []
    if again:
        return f"{number}. {ask}\n   For example: {example}"
    if first is question:
        lines += [f"Step {question.step.number} of {_LAST}: {question.step.title}", ""]
    lines.append(f"{number}. {ask}")
    if question.name == "situations":
        names = situation_names(answers.get("sector"))
        lines += [f"     {place:>2}  {name}" for place, name in enumerate(names, 1)]
    lines.append(f"   Why we ask: {question.why}")
    lines.append(f"   For example: {example}")
    return "\n".join(lines)


def answered(question: Question, text: str, answers: Answers) -> Turn:
    """Return where the conversation stands after the answer to a question.

    An empty line skips it for now; "back" opens the question before; "stop" stops. What cannot be
    used is said kindly, and the question stays open.
    """
    words = " ".join(text.split())
    low = words.lower().strip(" .!")
    if low in STOP:
        return Turn(answers, stopped=True)
    if low in BACK:
        return _back(answers)
    if low in SKIP:
        return Turn({**answers, question.name: None}, "Skipped for now; it stands on the list.")
    understood = taken(question.name, words, answers)
    if isinstance(understood, Again):
        return Turn(answers, understood.message)
    return Turn({**answers, question.name: words}, understood.note)


def _back(answers: Answers) -> Turn:
    if not answers:
        return Turn(answers, "This is the first question.")
    opened = next_question(answers)
    at = len(QUESTIONS) if opened is None else QUESTIONS.index(opened)
    before = QUESTIONS[at - 1].name
    return Turn({name: text for name, text in answers.items() if name != before})

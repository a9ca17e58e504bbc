"""The questions of the conversation, in the order of the five founding steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

# What was answered so far, by the question's name; None where it was skipped for now.
Answers = Mapping[str, str | None]


class Step(Enum):
    """The five steps in which a policy comes to be."""

    PURPOSE = (1, "What you are for")
    NEEDS = (2, "What people need of you")
    REALISTIC = (3, "What you can keep")
    SITUATIONS = (4, "What really happens")
    WHO = (5, "Who, where and when")

    @property
    def number(self) -> int:
        """The place of the step, from 1."""
        return self.value[0]

    @property
    def title(self) -> str:
        """The step in a few words."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: in which words, why, and what an answer looks like.

    `alone` stands in place of `ask` and `example` for somebody who works alone, where that is
    asked otherwise.
    """

    name: str
    step: Step
    ask: str
    why: str
    example: str
    alone: tuple[str, str] | None = None


QUESTIONS = (
    Question(
        "name",
        Step.PURPOSE,
        "What is your business or organisation called?",
        "Every promise needs somebody who makes it.",
        "Willow Street Bakery",
    ),
    Question(
        "sector",
        Step.PURPOSE,
        "What kind of work do you do? A clinic, a doctor's or dentist's practice, a shop, "
        "software, a hotel or restaurant, a council, a bank, a trade of one person, or something "
        "else?",
        "From this come the moments that you will meet, so that you need not think of them all.",
        "a shop",
    ),
    Question(
        "mission",
        Step.PURPOSE,
        "In a sentence: what do you want people to leave with, each time?",
        "It stands first in the policy. Where no rule fits, your people decide by it.",
        "We want everybody to go home with good bread and a kind word.",
    ),
    Question(
        "excellence",
        Step.PURPOSE,
        "And what does excellent mean to you?",
        "Fast, friendly and helpful can pull in different directions; this says which comes first.",
        "Excellent means that nobody has to ask twice.",
    ),
    Question(
        "needs",
        Step.NEEDS,
        "What do they want most of you, and what annoys them? Ask somebody at the counter, if "
        "you can.",
        "Promises that nobody asked for are work for nothing.",
        "to know when it is ready, to be called when it changes, and not to wait on the phone",
    ),
    Question(
        "channels",
        Step.NEEDS,
        "How can people reach you? Name each way, with its number or address.",
        "Only where people can reach you can you keep your word.",
        "Phone: 01632 960111; Email: hello@willow-street.example; In person: 4 Willow Street",
    ),
    Question(
        "hours",
        Step.REALISTIC,
        "When are you open?",
        "Working hours and working days are counted by it.",
        "Monday to Friday, 8am to 5pm, and Saturday, 8am to 1pm",
    ),
    Question(
        "reply",
        Step.REALISTIC,
        "When somebody writes to you in an ordinary week: within what time do nine in ten get a "
        "reply by a person?",
        "A slower promise that you keep is worth more than a fast one that you break.",
        "1 working day",
    ),
    Question(
        "resolve",
        Step.REALISTIC,
        "When somebody complains: within what time can you have looked into it and answered?",
        "People forgive a mistake sooner than silence.",
        "10 working days",
    ),
    Question(
        "situations",
        Step.SITUATIONS,
        "Which of these moments do you meet? Give their numbers, or say all. If one is missing, "
        "add it after the word also.",
        "Each becomes a short list of steps that anybody can follow on a bad day.",
        "1, 2, 4, also: somebody brings a dog",
    ),
    Question(
        "amount",
        Step.SITUATIONS,
        "Up to what sum may anybody give money back at once, without asking?",
        "Most trouble is small. Who may put it right on the spot does not send people away.",
        "50",
        alone=(
            "Up to what sum do you give money back at once, without sleeping on it?",
            "40",
        ),
    ),
    Question(
        "size",
        Step.WHO,
        "How many of you are there?",
        "Who is alone needs nobody to report to; who is many needs to know who decides.",
        "6",
    ),
    Question(
        "lead",
        Step.WHO,
        "Who decides when it is more than that, or when somebody complains?",
        "Nobody should have to guess whom to ask.",
        "the shop manager",
        alone=(
            "Whom can you ask for a second opinion: an association, a friend with a cool head?",
            "the bakers' association",
        ),
    ),
    Question(
        "place",
        Step.WHO,
        "Where are you? A country will do; a state or region is better, for the public holidays.",
        "Public holidays, the currency and the emergency number hang on it.",
        "Victoria, Australia",
    ),
    Question(
        "start",
        Step.WHO,
        "From which day is it to hold?",
        "What happens on that day or later is judged by it; a day to look forward to helps.",
        "1 March 2027",
    ),
)


def next_question(answers: Answers) -> Question | None:
    """Return the first question that was neither answered nor skipped, None at the end."""
    return next((one for one in QUESTIONS if one.name not in answers), None)

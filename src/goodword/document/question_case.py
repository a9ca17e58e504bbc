"""A question that names a case: "Still unhappy? A partner will …" is what happens if they are."""

import re
from dataclasses import replace

from goodword.document.setting import Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH

# What follows says what somebody does or gets: an order to whoever reads is left as it stands.
TOLD = re.compile(
    r" ?(?:We(?:'ll| will|'d)?|Our|The|One|An?|You(?:'ll| will| can| may| get)|Your|Any|"
    r"Every|All|Each|Somebody|Someone|They|Staff) "
)
_CASE = re.compile(r"^(?P<case>[^.?!\"]{4,70})\? (?P<rest>[A-Z][^?]+)$")
_LONGEST = 9
_PRONOUN = re.compile(r"^I\b|^[A-Z]{2}")


def case_of(question: str) -> str | None:
    """Return the case that a short question names, as it stands behind "if"; None for others.

    "Still unhappy" is "you are still unhappy", "Lost your card" is "you have lost your card". What
    is truly asked ("Do you take cards", "What if I am late") names none.
    """
    words = question.strip()
    low = normal(words)
    if not words or len(low.split()) > _LONGEST:
        return None
    said = words if _PRONOUN.match(words) else f"{words[:1].lower()}{words[1:]}"
    for entry, opening in (
        ("case_is", "you are "),
        ("case_has", "you have "),
        ("case_does", "you "),
        ("case_there", "there is a "),
        ("case_thing", "there is "),
    ):
        if ENGLISH.pattern(f"conditions.{entry}").match(low) is not None:
            return f"{opening}{said}"
    return None


def said_of_case(text: str) -> str | None:
    """Return a question with what is said of its case as one sentence, None where none is one."""
    if "? " not in text or (found := _CASE.match(text.strip())) is None:
        return None
    case = case_of(found["case"])
    if case is None or TOLD.match(found["rest"]) is None:
        return None
    rest = found["rest"]
    begins = rest if _PRONOUN.match(rest) else f"{rest[:1].lower()}{rest[1:]}"
    return f"If {case}, {begins}"


def over_all(understood: Understood, text: str) -> Understood:
    """Return the same with what is asked placed at the whole text: its words stand elsewhere."""
    findings = tuple(replace(one, start=0, end=len(text)) for one in understood.findings)
    return replace(understood, findings=findings)

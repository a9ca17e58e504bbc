"""Rulings in the few words of an example."""

from goodword.decision.decision import Decision, Ruling
from goodword.document.echo_amounts import role
from goodword.policy.policy import Policy

_WORDS = {
    Ruling.ALLOW: "allowed",
    Ruling.REFUSE: "not allowed",
    Ruling.YOUR_CALL: "your call",
    Ruling.NO_RULE: "no rule",
}


def ruling_words(decision: Decision, policy: Policy) -> str:
    """Return the ruling as an example says it: `allowed`, `ask the practice manager`."""
    if decision.ruling is Ruling.ASK:
        return f"ask {role(decision.ask, policy)}" if decision.ask else "ask"
    if decision.ruling is Ruling.NEED_FACTS:
        questions = " ".join(question for _, question in decision.missing)
        return f"first answer: {questions}" if questions else "more facts are needed"
    return _WORDS[decision.ruling]

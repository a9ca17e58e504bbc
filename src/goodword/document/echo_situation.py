"""Situations, emergency words, phrases and principles said back."""

from goodword.document.echo_amounts import capitalised, listed, quoted, role
from goodword.document.echo_condition import condition, ended, excepted, framed
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.policy.behaviour import Behaviour
from goodword.policy.clause import Strength
from goodword.policy.policy import Policy
from goodword.policy.situation import (
    Conduct,
    EmergencyWords,
    HouseRule,
    Phrase,
    Principle,
    Situation,
)

_SCOPE = "it is "


def situation(clause: Situation, policy: Policy) -> str:
    """Return the heading, the words by which the moment is known, and the numbered steps."""
    del policy
    heading = clause.name if clause.name.lower().startswith(("when ", "if ")) else ""
    heading = heading or f"When {clause.name}"
    parts = [f"## {capitalised(heading)}"]
    if clause.emergency:
        parts.append("This is an emergency.")
    if clause.phrases:
        parts.append(f"People may say {quoted(clause.phrases, 'or')}.")
    if clause.steps:
        parts.append(
            "\n".join(f"{number}. {step.words}" for number, step in enumerate(clause.steps, 1))
        )
    return "\n\n".join(parts)


def behaviour(clause: Behaviour, policy: Policy) -> str:
    """Return a rung in one line: how behaviour is, what it is known by, what is done then."""
    del policy
    known = f" ({quoted(clause.phrases, 'or')})" if clause.phrases else ""
    steps = "; ".join(lowered(step.words) for step in clause.steps)
    return ended(f"When {clause.name}{known}: {steps}")


def lowered(words: str) -> str:
    """Return a step as it goes on in a sentence; a name or "I" keeps its capital letter."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first[1:].islower() else words


def emergency(clause: EmergencyWords, policy: Policy) -> str:
    """Return the words that mean an emergency, or what to do in one."""
    del policy
    if clause.words:
        return f"Words such as {quoted(clause.words, 'or')} mean an emergency."
    # As written, with or without a full stop: it is shown to people word for word.
    return clause.instruction.strip()


def phrase(clause: Phrase, policy: Policy) -> str:
    """Return what to say, or what not to say and what instead."""
    del policy
    scope = condition(clause.condition) if clause.condition is not None else ""
    if scope.startswith(_SCOPE):
        sentence = _said(clause)
        first = f"{sentence[:1].lower()}{sentence[1:]}"
        return ended(
            f"{capitalised(scope.removeprefix(_SCOPE))}, {first}{excepted(clause.exception)}"
        )
    if clause.condition is not None and clause.never is None:
        moment = capitalised(condition(clause.condition))
        return ended(f'{moment} with "{clause.say}"{excepted(clause.exception)}')
    return framed(_said(clause), clause.condition, clause.exception)


def _said(clause: Phrase) -> str:
    if clause.never is None:
        return f'Say "{clause.say}"'
    if clause.say is None:
        return f'Do not say "{clause.never}"'
    return f'Do not say "{clause.never}"; say "{clause.say}"'


def conduct(clause: Conduct, policy: Policy) -> str:
    """Return what is done whenever somebody is served, and by whom."""
    who = "we" if clause.role == ANYONE else role(clause.role, policy)
    should = "should " if clause.strength is Strength.SHOULD else ""
    do = "do" if who == "we" or should else "does"
    return ended(f"What {who} {should}always {do}: {clause.does}{excepted(clause.exception)}")


def house_rule(clause: HouseRule, policy: Policy) -> str:
    """Return what holds, in the author's words, and of what sort it is."""
    del policy
    sort = f" ({ENGLISH.words('house.sorts')[clause.sort]})" if clause.sort else ""
    return ended(f"House rule{sort}: {clause.words}")


def principle(clause: Principle, policy: Policy) -> str:
    """Return the room for judgment with its guard-rails."""
    del policy
    sentence = f"Use your judgment to {clause.words}"
    if clause.guard_rails:
        sentence = f"{sentence}, as long as {listed(clause.guard_rails)}"
    return framed(sentence, clause.condition, clause.exception)

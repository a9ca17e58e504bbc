"""Situations, phrases and principles said back by the templates of a pack."""

from goodword.document.form_phrases import frame
from goodword.document.form_words import listed
from goodword.language.normal import normal
from goodword.language.pack import Pack
from goodword.policy.policy import Policy
from goodword.policy.situation import Phrase, Principle, Situation


def situation(clause: Situation, policy: Policy, pack: Pack) -> str:
    """Return the heading, the words by which the moment is known, and the numbered steps."""
    del policy
    said = pack.words("situations.say")
    told = pack.pattern("situations.when_first").match(normal(clause.text))
    heading = said["when" if told else "named"].format(name=clause.name)
    parts = [f"## {heading[:1].upper()}{heading[1:]}"]
    if clause.emergency:
        parts.append(said["urgent"])
    if clause.phrases:
        parts.append(people_say(clause.phrases, pack))
    if clause.steps:
        parts.append(
            "\n".join(f"{number}. {step.words}" for number, step in enumerate(clause.steps, 1))
        )
    return "\n\n".join(parts)


def people_say(phrases: tuple[str, ...], pack: Pack) -> str:
    """Return the line that tells by which words a moment is brought up."""
    words = listed((f'"{one}"' for one in phrases), pack, "or")
    said: str = pack.words("situations.say")["people"].format(said=words)
    return said


def phrase(clause: Phrase, policy: Policy, pack: Pack) -> str:
    """Return what to say, or what not to say and what instead."""
    del policy
    said = pack.words("situations.say")
    name = "say" if clause.never is None else "never" if clause.say is None else "instead"
    told: str = said[name].format(say=clause.say, never=clause.never, **frame(clause, pack))
    return told


def principle(clause: Principle, policy: Policy, pack: Pack) -> str:
    """Return the room for judgment with its guard-rails."""
    del policy
    said = pack.words("situations.say")
    rails = (
        said["rails"].format(rails=listed(clause.guard_rails, pack)) if clause.guard_rails else ""
    )
    told: str = said["principle"].format(words=clause.words, rails=rails, **frame(clause, pack))
    return told

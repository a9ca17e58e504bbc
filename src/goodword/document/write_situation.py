"""A situation written again inside its own section: only what changed is touched."""

import re

from goodword.document.echo import echo
from goodword.document.echo_amounts import quoted
from goodword.document.read import read_sentence
from goodword.document.steps import PEOPLE_SAY
from goodword.language.normal import normal
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy, Section
from goodword.policy.situation import Situation

_STEPS = re.compile(r"^[ \t]*\d+[.)][ \t].*\Z", re.MULTILINE | re.DOTALL)


def situation_text(text: str, here: tuple[Clause, ...], section: Section, policy: Policy) -> str:
    """Return a stretch of Markdown that holds a situation, with its clauses as they are now."""
    heading = f"{'#' * max(section.level, 1)} {section.title}\n\n"
    before = read_sentence(f"{heading}{text}", policy, section=section.slug)
    for clause in here:
        old = next((one for one in before if type(one) is type(clause)), None)
        if old == clause:
            continue
        if isinstance(clause, Situation):
            text = _with_steps(_with_phrases(text, clause, old), clause, old)
        elif old is not None:
            text = text.replace(echo(old, policy), echo(clause, policy), 1)
    return text


def _with_phrases(text: str, clause: Situation, old: Clause | None) -> str:
    if isinstance(old, Situation) and old.phrases == clause.phrases:
        return text
    sentence = f"People may say {quoted(clause.phrases, 'or')}." if clause.phrases else ""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if PEOPLE_SAY.match(normal(line)):
            lines[place] = sentence
            return "\n".join(lines)
    return f"{sentence}\n\n{text}"


def _with_steps(text: str, clause: Situation, old: Clause | None) -> str:
    if isinstance(old, Situation) and old.steps == clause.steps:
        return text
    steps = "\n".join(f"{number}. {step.words}" for number, step in enumerate(clause.steps, 1))
    if _STEPS.search(text):
        return _STEPS.sub(lambda _: steps, text)
    return f"{text}\n\n{steps}"

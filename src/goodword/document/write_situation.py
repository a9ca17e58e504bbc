"""A situation written again inside its own section: only what changed is touched."""

import re

from goodword.document.echo import echo
from goodword.document.echo_amounts import quoted
from goodword.document.form_echo_situation import people_say
from goodword.document.form_situation import form_people_say
from goodword.document.read import read_sentence
from goodword.document.steps import PEOPLE_SAY
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, pack
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy, Section
from goodword.policy.situation import Situation

_STEPS = re.compile(r"^[ \t]*\d+[.)][ \t].*\Z", re.MULTILINE | re.DOTALL)


def situation_text(text: str, here: tuple[Clause, ...], section: Section, policy: Policy) -> str:
    """Return a stretch of Markdown that holds a situation, with its clauses as they are now."""
    heading = _headings(section, policy)
    before = read_sentence(f"{heading}{text}", policy, section=section.slug)
    for clause in here:
        old = next((one for one in before if type(one) is type(clause)), None)
        if old == clause:
            continue
        if isinstance(clause, Situation):
            text = _with_steps(_with_phrases(text, clause, old, policy), clause, old)
        elif old is not None:
            text = text.replace(echo(old, policy), echo(clause, policy), 1)
    return text


def _headings(section: Section, policy: Policy) -> str:
    """Return the section's heading below those that it stands under."""
    found = [section]
    before = policy.sections[: next(iter(_places(section, policy)), 0)]
    for one in reversed(before):
        if one.level < found[0].level:
            found.insert(0, one)
    return "".join(f"{'#' * max(one.level, 1)} {one.title}\n\n" for one in found)


def _places(section: Section, policy: Policy) -> list[int]:
    return [at for at, one in enumerate(policy.sections) if one.slug == section.slug]


def _with_phrases(text: str, clause: Situation, old: Clause | None, policy: Policy) -> str:
    if isinstance(old, Situation) and old.phrases == clause.phrases:
        return text
    own = pack(policy.language)
    english = own is ENGLISH or not own.has("situations.say")
    sentence = ""
    if clause.phrases:
        told = f"People may say {quoted(clause.phrases, 'or')}."
        sentence = told if english else people_say(clause.phrases, own)
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if PEOPLE_SAY.match(normal(line)) if english else form_people_say(line, own):
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

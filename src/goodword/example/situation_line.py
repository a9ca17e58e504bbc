"""Examples of situations: somebody says something, and what moment that is."""

import re

from goodword.decision.find import find
from goodword.example.arrival import ARTICLE
from goodword.example.lines import ExampleLine
from goodword.example.result import ExampleResult, ExampleState
from goodword.example.when import UnclearError
from goodword.language.word import slug
from goodword.policy.policy import Policy
from goodword.policy.situation import EmergencyWords, Situation

_SAYS = re.compile(
    r'^(?P<who>.+?) (?:says|asks|writes|shouts|calls and says|reports):? "(?P<words>[^"]+)"[.,;:]?'
    r" (?P<is>.+)$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"^(?:that is|this is|it is|that means|this means|we think of|read)\b:? ?(?P<name>.+?)\.?$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"^(?:what we do |what to do )?(?:when|if)(?:ever)? ", re.IGNORECASE)
_EMERGENCY = "an emergency"
_NOTHING = "no situation"


def run_situation(line: ExampleLine, policy: Policy) -> ExampleResult | None:
    """Return whether the words find the situation that the line names, None for other lines.

    Raises UnclearError for a situation that the policy does not have.
    """
    text = line.text.replace("“", '"').replace("”", '"')
    said = _SAYS.match(text)
    named = _IS.match(said["is"]) if said is not None else None
    if said is None or named is None:
        return None
    expected = _named(named["name"].strip('"'), policy)
    matches = find(policy, said["words"])
    first = matches[0].situation if matches else None
    got = _NOTHING if first is None else _EMERGENCY if first.emergency else f"when {first.name}"
    passed = got == expected
    clause = None if first is None else policy.clause(first.id)
    return ExampleResult(
        line.text,
        line.span,
        ExampleState.PASSED if passed else ExampleState.FAILED,
        expected=expected,
        got=got,
        message="" if passed else f"The example says {expected}; the policy finds {got}.",
        clause_ids=() if clause is None else _touched(clause.id, policy),
    )


def _touched(clause_id: str, policy: Policy) -> tuple[str, ...]:
    """Return the clause, and with one kind of emergency words the others, which act as one."""
    if isinstance(policy.clause(clause_id), EmergencyWords):
        return tuple(one.id for one in policy.of_kind(EmergencyWords))
    return (clause_id,)


def _named(words: str, policy: Policy) -> str:
    if re.search(r"\bemergency$", words, re.IGNORECASE):
        return _EMERGENCY
    wanted = _plain(words)
    for one in policy.of_kind(Situation):
        if _plain(one.name) == wanted:
            return f"when {one.name}"
    known = "; ".join(f"when {one.name}" for one in policy.of_kind(Situation)[:4])
    raise UnclearError(f'I know no situation "{words}". Situations here begin with: {known}.')


def _plain(words: str) -> str:
    return slug(ARTICLE.sub("", _WHEN.sub("", words.strip())).replace("’", "'"))

"""Fine words that no clause serves."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from goodword.checks.evidence import Evidence
from goodword.checks.wording import words_of
from goodword.document.echo_amounts import money
from goodword.document.reading import Reading, SentenceState
from goodword.policy.quantity import Money
from goodword.problem import Fix, Problem, Severity

# Which kinds of clauses serve a theme, whatever their words.
SERVING: Mapping[str, frozenset[str]] = {
    "quick": frozenset({"Promise"}),
    "kind": frozenset({"Phrase", "Situation", "Behaviour", "Conduct"}),
    "fair": frozenset({"Authority", "ApprovalRule", "Prohibition"}),
    "safe": frozenset({"EmergencyWords"}),
    "listening": frozenset({"SurveyRule", "ReviewRule"}),
    "reachable": frozenset({"ChannelClause"}),
}
SMALL_SUM = Decimal(20)


def goals_unserved(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for a goal of which no clause shows how it is to be reached."""
    words = words_of(reading)
    if words is None or not words.has("wording.goals"):
        return
    entry: Mapping[str, Any] = words.words("wording.goals")
    begins = tuple(entry["begins"])
    for sentence in reading.sentences:
        low = sentence.text.lower()
        if sentence.state is SentenceState.LIVE:
            continue  # what serves a goal with a measure is asked by a check of its own
        if not low.startswith(begins):
            continue
        for theme, signs in entry["themes"].items():
            if any(sign in low for sign in signs) and not _is_served(theme, entry, reading, low):
                yield Problem(
                    code="DOC07",
                    severity=Severity.WARNING,
                    message=f"This speaks of {entry['names'][theme]}, and nothing in the policy "
                    "shows how. Add a sentence that does, or leave the word out: fine words that "
                    "nothing serves are read as decoration.",
                    span=sentence.span,
                    fix=Fix("Show how", _filled(entry["sentences"][theme], reading)),
                )
                break


def _is_served(theme: str, entry: Mapping[str, Any], reading: Reading, goal: str) -> bool:
    kinds = {type(clause).__name__ for clause in reading.policy.clauses}
    if SERVING[theme] & kinds:
        return True
    return any(
        word in low
        for sentence in reading.sentences
        if (low := sentence.text.lower()) != goal
        for word in entry["served"].get(theme, ())
    )


def _filled(sentence: str, reading: Reading) -> str:
    policy = reading.policy
    return sentence.replace("{serves}", policy.serves).replace(
        "{small_sum}", money(Money(SMALL_SUM, policy.currency), policy)
    )

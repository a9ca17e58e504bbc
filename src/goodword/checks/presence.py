"""What the policy does not say yet: one hint for each topic, the weightiest thing first."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from goodword.checks.declined import declined
from goodword.checks.evidence import Evidence
from goodword.checks.law_chosen import Chosen, chosen, speaks_of_packs
from goodword.checks.presence_facts import Facts, facts_of
from goodword.checks.presence_rules import RULES, Rule
from goodword.document.echo_amounts import capitalised, money
from goodword.document.reading import Reading
from goodword.language.pack import languages, pack
from goodword.law import LawPack
from goodword.policy.quantity import Money
from goodword.problem import Fix, Problem, Severity

# Below, a policy has only begun, and "nothing said of" (DOC01) is enough to go on with.
BEGUN = 8
# Below, a policy is short on purpose, and is asked for the core alone.
SHORT = 30
NAMED = 3
ANY_COUNTRY = "112"
SMALL_SUM = Decimal(20)


def unsaid(reading: Reading, _at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield one problem for each topic on which something is not said.

    It carries the code, the sentence and the reason of the weightiest, and names the next ones. A
    grave one stands by itself. What a chosen law pack asks for is left to it.
    """
    language = reading.policy.language
    if language not in languages() or not pack(language).has("presence.topics"):
        return
    words = pack(language)
    packs = _packs(reading, evidence)
    facts = facts_of(reading, words, packs)
    if facts.live < BEGUN:
        return
    left_out = {statement.code for one in packs for statement in one.statements}
    left_out |= declined(reading.text)
    missing: dict[str, list[tuple[Rule, Mapping[str, Any]]]] = {}
    for rule in RULES:
        if rule.code in left_out or (facts.live < SHORT and not rule.core):
            continue
        found = _unsaid(rule, words.words(f"presence.{rule.code}"), facts)
        if found is not None:
            missing.setdefault(rule.topic, []).append((rule, found))
    names: Mapping[str, str] = words.words("presence.topics")
    for topic, rules in missing.items():
        grave = [one for one in rules if one[0].severity is not Severity.HINT]
        for one in grave:
            yield _problem([one], names[topic], reading, facts)
        quiet = [one for one in rules if one not in grave]
        if quiet:
            yield _problem(quiet, names[topic], reading, facts)


def _packs(reading: Reading, evidence: Evidence) -> tuple[LawPack, ...]:
    if not evidence.packs and not speaks_of_packs(reading):
        return ()
    found = chosen(reading, evidence.packs)
    return tuple(one.pack for one in found if isinstance(one, Chosen))


def _unsaid(rule: Rule, entry: Mapping[str, Any], facts: Facts) -> Mapping[str, Any] | None:
    """Return the words for what is not said, or None where it is, or need not be."""
    if not rule.needs <= facts.traits or rule.shown_by & facts.signs:
        return None
    if "when" in entry and not is_said(entry["when"], facts):
        return None
    for part in entry.get("parts", (entry,)):
        if not is_said(part.get("said", ()), facts):
            return {**entry, **part}
    return None


def is_said(phrases: Sequence[str], facts: Facts) -> bool:
    """Whether any of the phrases stands in the text; parts between "|" stand in one sentence."""
    for phrase in phrases:
        first, *others = phrase.split("|")
        if first not in facts.low:
            continue
        if not others:
            return True
        for sentence in facts.sentences:
            if first in sentence and all(other in sentence for other in others):
                return True
    return False


def _problem(
    rules: list[tuple[Rule, Mapping[str, Any]]], topic: str, reading: Reading, facts: Facts
) -> Problem:
    rule, entry = rules[0]
    later = [str(one["unsaid"]) for _, one in rules[1 : NAMED + 1]]
    more = ""
    if later:
        left = len(rules) - 1 - len(later)
        others = f"; and {left} more" if left else ""
        more = f" When you have time, say also: {'; '.join(later)}{others}."
    return Problem(
        code=rule.code,
        severity=rule.severity,
        message=f"{topic}: nothing here says {entry['unsaid']}. {capitalised(str(entry['why']))}."
        f"{more}",
        fix=Fix("Say it", _filled(str(entry["sentence"]), reading, facts)),
    )


def _filled(sentence: str, reading: Reading, facts: Facts) -> str:
    words = pack(reading.policy.language)
    policy, numbers = reading.policy, words.words("presence.emergency")
    return (
        sentence.replace("{serves}", policy.serves)
        .replace("{emergency}", numbers.get(facts.country or "", ANY_COUNTRY))
        .replace("{small_sum}", money(Money(SMALL_SUM, policy.currency), policy))
    )

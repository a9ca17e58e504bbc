"""What the policy does not say yet, as entries of the catalogue."""

from goodword.checks import presence
from goodword.checks.definition import Check
from goodword.checks.presence_rules import RULES, Rule
from goodword.language.pack import ENGLISH


def _presence(rule: Rule) -> Check:
    """Return the entry of something to say. All of them are found in one run, by the first."""
    unsaid = ENGLISH.words(f"presence.{rule.code}")["unsaid"]
    return Check.of(
        rule.confidence,
        rule.code,
        "not said yet",
        "again, not said",
        f"The policy does not say {unsaid}.",
        rule.source,
        rule.severity,
        presence.unsaid if rule is RULES[0] else None,
    )


PRESENCE_CHECKS = tuple(_presence(rule) for rule in RULES)

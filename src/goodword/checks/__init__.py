"""What could be better in a policy: one family of checks a file, one signature, one list."""

from goodword.checks.catalogue import CATALOGUE, CHECKS
from goodword.checks.definition import Check, Confidence
from goodword.checks.evidence import Evidence
from goodword.checks.run import check, mend_next
from goodword.checks.sentence_checks import SENTENCE_CHECKS

__all__ = [
    "CATALOGUE",
    "CHECKS",
    "SENTENCE_CHECKS",
    "Check",
    "Confidence",
    "Evidence",
    "check",
    "mend_next",
]

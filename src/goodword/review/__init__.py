"""What the evidence says about a policy when it is looked at again."""

from goodword.review.findings import Finding, FindingKind, findings
from goodword.review.practice import Approvals, Learnt, Override, Practice

__all__ = [
    "Approvals",
    "Finding",
    "FindingKind",
    "Learnt",
    "Override",
    "Practice",
    "findings",
]

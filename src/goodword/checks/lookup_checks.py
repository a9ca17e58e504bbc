"""Tables in which rows are looked up: one answer for each amount."""

from goodword.checks import lookups
from goodword.checks.definition import Check, Confidence
from goodword.problem import Severity

LOOKUP_CHECKS = (
    Check.of(
        Confidence.CERTAIN,
        "LK01",
        "two rows for one amount",
        "again, two rows",
        "Two rows of a table hold the same amount or name and say different things; it is shown.",
        "Decision tables: gaps and overlaps",
        Severity.ERROR,
        lookups.overlapping_rows,
    ),
    Check.of(
        Confidence.CERTAIN,
        "LK02",
        "amount without a row",
        "again, no row",
        "An amount between two rows of a table that neither of them holds; it is shown.",
        "Decision tables: gaps and overlaps",
        Severity.WARNING,
        lookups.gaps_between_rows,
    ),
    Check.of(
        Confidence.CERTAIN,
        "LK03",
        "limit in a table that is not there",
        "again, no table",
        "A limit is said to stand in a table, and the policy has no such table with amounts.",
        "What our words mean when they run",
        Severity.ERROR,
        lookups.limits_in_no_table,
    ),
)

"""Hours by which nothing can be counted."""

from goodword.checks import (
    opening_hours,
)
from goodword.checks.definition import Check, Confidence
from goodword.problem import Severity

HOURS_CHECKS = (
    Check.of(
        Confidence.CERTAIN,
        "DOC02",
        "working time without opening hours",
        "again, no opening hours",
        "Working time is promised, and no opening hours are written.",
        "What our words mean when they run",
        Severity.ERROR,
        opening_hours.missing_hours,
    ),
    Check.of(
        Confidence.CERTAIN,
        "HR11",
        "hours that never open",
        "again, never open",
        "Opening hours that leave no moment in which we are open.",
        "What our words mean when they run",
        Severity.ERROR,
        opening_hours.never_open,
    ),
    Check.of(
        Confidence.CERTAIN,
        "HR12",
        "conflicting opening hours",
        "again, other hours",
        "A day or a date is given two different hours by two sentences.",
        "What our words mean when they run",
        Severity.ERROR,
        opening_hours.conflicting_hours,
    ),
    Check.of(
        Confidence.CERTAIN,
        "HR13",
        "season that leaves out open days",
        "again, days left out",
        "The hours of a season do not speak of a day on which we usually open.",
        "What our words mean when they run",
        Severity.WARNING,
        opening_hours.unsaid_days,
    ),
)

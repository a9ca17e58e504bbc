"""Goals: seen by something, and alive."""

from goodword.checks import goal_measure, goal_serving
from goodword.checks.definition import Check, Confidence
from goodword.problem import Severity

GOAL_CHECKS = (
    Check.of(
        Confidence.CERTAIN,
        "GL01",
        "goal without a measure",
        "again, no measure",
        "A goal of which nothing says by what one will see that it is reached.",
        "Founding article P, line 66; ISO 10001:2018, objectives and indicators",
        Severity.WARNING,
        goal_measure.unmeasured_goals,
    ),
    Check.of(
        Confidence.CERTAIN,
        "GL02",
        "goal whose date has passed",
        "again, date passed",
        "A goal that was to be reached by a date in the past.",
        "Founding article P, line 105",
        Severity.WARNING,
        goal_measure.passed_goals,
    ),
    Check.of(
        Confidence.LIKELY,
        "GL03",
        "goal that nothing serves",
        "again, nothing serves it",
        "A goal of which no promise, situation or habit here speaks, or that names one in vain.",
        "Founding article P, line 66; ISO 10001:2018, objectives and indicators",
        Severity.WARNING,
        goal_serving.unserved_goals,
    ),
)

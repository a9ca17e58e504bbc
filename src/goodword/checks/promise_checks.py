"""Promises, and what is known of how they are kept."""

from goodword.checks import (
    channels,
    feasibility,
    promise_care,
)
from goodword.checks.definition import Check, Confidence
from goodword.problem import Severity

PROMISE_CHECKS = (
    Check.of(
        Confidence.CERTAIN,
        "PRM-05",
        "pause that only the team knows",
        "again, a hidden pause",
        "The clock stops where those who wait cannot read it.",
        "Practice of published service promises",
        Severity.WARNING,
        promise_care.hidden_pauses,
    ),
    Check.of(
        Confidence.CERTAIN,
        "PRM-06",
        "promise that nothing can measure",
        "again, not measured",
        "A promise for which nothing is recorded that could show whether it was kept.",
        "Founding article P, line 122",
        Severity.WARNING,
        feasibility.unmeasurable,
    ),
    Check.of(
        Confidence.CERTAIN,
        "PRM-07",
        "promise that was not kept so far",
        "again, not kept so far",
        "The track record of a promise does not carry what it promises.",
        "Founding article P, lines 66 to 77",
        Severity.WARNING,
        feasibility.not_kept_so_far,
    ),
    Check.of(
        Confidence.CERTAIN,
        "CHN-02",
        "channel in use and not named",
        "again, not named",
        "Cases came in on a channel that the policy does not name.",
        "Founding article P, line 75",
        Severity.WARNING,
        channels.undeclared_channels,
    ),
    Check.of(
        Confidence.LIKELY,
        "PRM-08",
        "settled in time, or silence",
        "again, silence",
        "Every matter is promised to be settled in time, and nobody hears when it is not.",
        "Practice of published service promises: respond, and say when",
        Severity.HINT,
        promise_care.silent_delays,
    ),
    Check.of(
        Confidence.LIKELY,
        "CHN-01",
        "channel without a promise",
        "again, no promise",
        "A way to reach us for which nothing says how soon we answer.",
        "Founding article W, line 19",
        Severity.HINT,
        channels.silent_channels,
    ),
)

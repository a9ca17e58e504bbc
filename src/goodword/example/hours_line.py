"""Examples of hours: at this moment we are open, or closed."""

import re

from goodword.businesstime.arithmetic import is_open
from goodword.businesstime.openings import Openings
from goodword.example.arrival import start_of
from goodword.example.arrival_line import openings_of
from goodword.example.calendar_used import calendar_used
from goodword.example.lines import ExampleLine
from goodword.example.result import ExampleResult, ExampleState
from goodword.example.when import UnclearError
from goodword.policy.policy import Policy
from goodword.policy.quantity import Counting, Duration, Unit

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"^(?P<when>(?:on|at) .+?),? (?:we are|we're) (?P<state>open|closed)\.?$",
        r"^(?:we are|we're) (?P<state>open|closed) (?P<when>(?:on|at) .+?)\.?$",
    )
)
_MINUTE = Duration(1, Unit.MINUTE, Counting.WORKING)


def run_hours(line: ExampleLine, policy: Policy, openings: Openings | None) -> ExampleResult | None:
    """Return whether we are open as the line says, None for other lines.

    Raises UnclearError for a moment that cannot be told, or a policy without hours.
    """
    found = next((one for form in _FORMS if (one := form.match(line.text)) is not None), None)
    if found is None:
        return None
    at, ordinary = start_of(found["when"], policy)
    usable = openings_of(policy, openings, at, ordinary=ordinary)
    if usable is None:
        raise UnclearError("The policy says no opening hours.")
    expected = found["state"].lower()
    got = "open" if is_open(usable, at) else "closed"
    passed = expected == got
    return ExampleResult(
        line.text,
        line.span,
        ExampleState.PASSED if passed else ExampleState.FAILED,
        expected=expected,
        got=got,
        message="" if passed else f"The example says we are {expected}; the policy says {got}.",
        clause_ids=calendar_used(policy, usable, _MINUTE, at, at),
    )

"""The examples that a document gives of itself, run against what it says."""

from dataclasses import replace

from goodword.businesstime.openings import Openings
from goodword.document.reading import Reading
from goodword.errors import GoodwordError
from goodword.example.arrival_line import run_arrival
from goodword.example.hours_line import run_hours
from goodword.example.lines import ExampleLine
from goodword.example.own_words import lines_in
from goodword.example.request_line import run_request
from goodword.example.result import ExampleResult, ExampleState
from goodword.example.shown_line import run_shown
from goodword.example.situation_line import run_situation
from goodword.example.when import UnclearError
from goodword.language.pack import pack
from goodword.policy.policy import Policy

_FORMS = (
    'Write "Example: an email arrives on Friday 4 September 2026 at 16:30. The first reply is due '
    'on Monday 7 September 2026 at 10:30." or "Example: a receptionist wants to refund $80. '
    'Allowed."'
)


def run_examples(reading: Reading, openings: Openings | None = None) -> tuple[ExampleResult, ...]:
    """Return how each `Example:` line of the document turned out, in document order.

    A line passes when the policy's own clocks, rulings and situations say what it says; so does
    the worked example of any clause, pasted as it was shown. `openings` None means those of the
    policy's hours. An example that names only days of the week is run in an ordinary week,
    without holidays and closures.
    """
    return tuple(
        replace(_run(line, reading.policy, openings), text=said)
        for line, said in lines_in(reading.text, pack(reading.policy.language))
    )


def _run(line: ExampleLine, policy: Policy, openings: Openings | None) -> ExampleResult:
    try:
        result = run_situation(line, policy) or run_hours(line, policy, openings)
        result = result or _by_form(line, policy, openings)
    except UnclearError as unclear:
        return _unclear(line, str(unclear))
    except GoodwordError as refused:
        return _unclear(line, str(refused))
    return result or _unclear(line, f"I cannot tell what this example shows. {_FORMS}")


def _by_form(line: ExampleLine, policy: Policy, openings: Openings | None) -> ExampleResult | None:
    """Return how an arrival or a request turned out, or a worked example pasted as it was shown."""
    try:
        result = run_arrival(line, policy, openings) or run_request(line, policy)
    except UnclearError:
        shown = run_shown(line, policy, openings)
        if shown is None:
            raise
        return shown
    return result or run_shown(line, policy, openings)


def _unclear(line: ExampleLine, message: str) -> ExampleResult:
    return ExampleResult(
        line.text, line.span, ExampleState.NOT_UNDERSTOOD, expected="", got="", message=message
    )

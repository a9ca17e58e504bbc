from pathlib import Path

from goodword.document.read import read
from goodword.example.examples import run_examples
from goodword.example.result import ExampleResult, ExampleState

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"
RULES = """# Corner Shop

We are Corner Shop, and we call the people we serve customers.
Our opening hours are Monday to Friday, 9am to 5pm.
All times are London time.
We are closed on 25 December 2026.
We reply to email within 4 working hours.
The shop manager may refund up to £200 per case.
Assistants may refund up to £50 per case.
Assistants may give a free coffee once per customer in 30 days.

## Examples

"""


def results(*lines: str) -> tuple[ExampleResult, ...]:
    text = RULES + "\n".join(f"- Example: {line}" for line in lines)
    return run_examples(read(text))


def result(line: str) -> ExampleResult:
    return results(line)[0]


def test_the_examples_of_riverside_all_pass() -> None:
    told = run_examples(read(RIVERSIDE.read_text("utf-8")))
    assert len(told) == 6
    assert [one.message for one in told if not one.passed] == []


def test_an_arrival_with_its_due_time_passes() -> None:
    line = (
        "an email arrives on Thursday 24 December 2026 at 16:00. It is due on 28 December at 12:00."
    )
    told = result(line)
    assert told.got == "due Monday 28 December 12:00"
    assert told.passed


def test_a_wrong_due_time_fails_with_what_came_instead() -> None:
    told = result(
        "an email arrives on Friday 4 September 2026 at 16:30. "
        "The first reply is due on Friday 4 September 2026 at 17:00."
    )
    assert told.state is ExampleState.FAILED
    assert told.message == (
        "The example says due Friday 4 September 17:00; "
        "the policy says due Monday 7 September 12:30."
    )


def test_days_of_the_week_alone_mean_an_ordinary_week() -> None:
    assert result("an email arrives Friday 16:30. It is due Monday 12:30.").passed


def test_a_day_that_does_not_fit_its_date_is_named() -> None:
    told = result("an email arrives on Friday 5 September 2026 at 16:30. It is due Monday 9:00.")
    assert told.state is ExampleState.NOT_UNDERSTOOD
    assert told.message == "5 September 2026 is a Saturday, not a Friday."


def test_a_date_that_does_not_exist_is_named() -> None:
    told = result("an email arrives on 31 June 2026 at 16:30. It is due Monday 9:00.")
    assert told.message == "There is no 31 June 2026."


def test_what_no_promise_speaks_of_is_said_with_what_runs() -> None:
    told = result("an email arrives Friday 16:30. The acknowledgement is due Monday 9:00.")
    assert told.state is ExampleState.NOT_UNDERSTOOD
    assert told.message == (
        'I find no promise for "The acknowledgement" here. What runs on it: first reply.'
    )


def test_an_amount_within_the_limit_is_allowed() -> None:
    assert result("an assistant wants to refund £50. Allowed.").passed


def test_an_amount_above_the_limit_goes_up() -> None:
    assert result("an assistant wants to refund £50.01. Ask the shop manager.").passed


def test_a_name_may_stand_before_the_role() -> None:
    assert result("Sam (shop manager) wants to refund £150. Allowed.").passed


def test_goods_are_asked_for_by_name() -> None:
    assert result("an assistant wants to give a free coffee. Allowed.").passed


def test_a_wrong_ruling_fails_with_the_ruling() -> None:
    told = result("an assistant wants to refund £60. Allowed.")
    assert told.state is ExampleState.FAILED
    assert told.got == "ask the shop manager"


def test_an_unknown_role_lists_those_there_are() -> None:
    told = result("the astronaut wants to refund £4. Allowed.")
    assert told.state is ExampleState.NOT_UNDERSTOOD
    assert 'I do not know the role "the astronaut"' in told.message
    assert "shop manager" in told.message


def test_a_line_of_another_form_gets_the_forms() -> None:
    told = result("a basic economy booking made 30 hours ago. Cancelling is not allowed.")
    assert told.state is ExampleState.NOT_UNDERSTOOD
    assert 'Write "Example: an email arrives' in told.message


def test_each_example_has_its_place() -> None:
    text = RULES + "Example: an assistant wants to refund £50.\nAllowed.\n\nMore text.\n"
    (told,) = run_examples(read(text))
    assert told.span.of(text) == "Example: an assistant wants to refund £50.\nAllowed."
    assert told.passed


def test_examples_in_code_are_left_alone() -> None:
    text = RULES + "```\nExample: an assistant wants to refund £5. Allowed.\n```\n"
    assert run_examples(read(text)) == ()


def test_a_text_without_examples_has_no_results() -> None:
    assert run_examples(read("")) == ()

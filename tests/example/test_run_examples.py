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


SITUATIONS = """# Corner Shop

We are Corner Shop, and we call the people we serve customers.
Our opening hours are Monday to Friday, 9am to 5pm.
All times are London time.
We are closed on 25 December 2026.
Our team has two roles: the shop manager and assistants.
We reply to email within 4 working hours.
We reply to each further message within 2 working hours.
We acknowledge every complaint within 1 working day.
We update you every 3 working days until your complaint is resolved.
If a complaint is not acknowledged within 6 working hours, we tell the shop manager.
In an emergency, call 999.
Words such as "smell of gas" mean an emergency.

## When a customer wants money back

People may say "it broke after a week", or "I want a refund".

1. Listen.

## When a parcel is lost

People may say "where is my parcel".

1. Look it up.

## Examples

"""


def told(line: str) -> ExampleResult:
    return run_examples(read(f"{SITUATIONS}- Example: {line}\n"))[0]


def test_words_that_find_the_situation_pass_and_touch_it() -> None:
    found = told('somebody says "it broke after a week". That is when a customer wants money back.')
    assert (found.passed, found.clause_ids) == (True, ("situation-wants-money-back",))


def test_words_that_find_another_situation_fail_with_the_one_they_find() -> None:
    found = told('a caller asks "where is my parcel". That is when a customer wants money back.')
    assert found.state is ExampleState.FAILED
    assert found.message == (
        "The example says when a customer wants money back; the policy finds when a parcel is lost."
    )


def test_words_of_an_emergency_are_one() -> None:
    found = told('a caller says "there is a smell of gas". That is an emergency.')
    assert found.passed
    assert set(found.clause_ids) == {"emergency", "emergency-words"}


def test_a_situation_that_is_not_there_is_named_with_those_that_are() -> None:
    found = told('somebody says "hello". That is when a dog is lost.')
    assert found.state is ExampleState.NOT_UNDERSTOOD
    assert 'no situation "when a dog is lost"' in found.message
    assert "when a parcel is lost" in found.message


def test_a_moment_is_open_or_closed() -> None:
    assert told("on Thursday 24 December 2026 at 16:00 we are open.").passed
    closed = told("on Friday 25 December 2026 at 10:00 we are closed.")
    assert (closed.passed, closed.clause_ids) == (True, ("hours", "zone", "closed"))
    assert told("we are open on Friday at 18:00.").message == (
        "The example says we are open; the policy says closed."
    )


def test_a_further_message_and_our_own_last_one_start_clocks_of_their_own() -> None:
    again = told("another message arrives Friday 16:30. The reply is due Monday 10:30.")
    assert (again.passed, again.clause_ids) == (True, ("promise-next-response",))
    ours = told("we last write about a complaint on Friday at 16:30. It is due Wednesday 17:00.")
    assert (ours.passed, ours.clause_ids) == (True, ("promise-update-complaint",))


def test_who_is_told_when_nothing_happens_can_be_shown() -> None:
    line = (
        "a complaint arrives on Friday 4 September 2026 at 16:30. If nobody has acknowledged it "
        "by Monday 7 September 2026 at {}, the shop manager is told."
    )
    shown = told(line.format("14:30"))
    assert shown.clause_ids == ("escalation-complaint-not-acknowledged-shop-manager",)
    assert shown.passed
    late = told(line.format("16:30"))
    assert late.state is ExampleState.FAILED
    assert late.message == (
        "The example says Monday 7 September 16:30; the policy says Monday 7 September 14:30."
    )

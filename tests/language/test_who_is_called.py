"""Names, short forms and what goes before them, as an echo says them."""

from goodword.document.echo import echo
from goodword.document.read import read
from goodword.document.understand import understand
from goodword.policy.authority import Authority
from goodword.policy.duty import Escalation


def _echoes(text: str) -> list[str]:
    policy = read(f"# Care\n\n{text}\n").policy
    return [echo(one, policy) for one in policy.clauses]


def test_a_name_that_stands_alone_takes_no_article() -> None:
    text = "Vets may give up to £100 off. Anything bigger is Hannah's call."
    assert _echoes(text) == ["The vet may give a discount up to £100; above that, ask Hannah."]


def test_a_role_that_stands_with_an_article_elsewhere_keeps_it() -> None:
    text = "Vets may refund £100; above that, ask Owner.\n\nThe owner may refund £500."
    assert "above that, ask the owner." in _echoes(text)[0]


def test_a_short_form_keeps_its_last_letter() -> None:
    (said,) = _echoes("Concerns about a vet's professional conduct go to the RCVS.")
    assert said == "For concerns about a vet's professional conduct, the RCVS is told at once."


def test_what_happens_is_said_in_small_letters_within_a_sentence() -> None:
    table = (
        "## Who to call when it goes wrong\n\n| What | Call | When |\n|---|---|---|\n"
        "| Customer threatens you | Depot manager | Immediately |\n"
        "| Van breakdown | Fleet desk | Within 15 minutes |"
    )
    assert _echoes(table) == [
        "When customer threatens you, the depot manager is told at once.",
        "For van breakdown, the fleet desk is told within 15 minutes (round the clock).",
    ]


def test_a_row_that_tells_with_a_time_what_happened_is_no_promise() -> None:
    table = (
        "# Care\n\n## Who to call when it goes wrong\n\n| What | Call | When |\n|---|---|---|\n"
        "| Same customer complains twice in a month | Depot manager | Same day |\n"
        "| Complaint not solved in 3 days | Ops Director | Day 3 |\n"
    )
    clauses = read(table).policy.clauses
    assert [type(one) for one in clauses] == [Escalation, Escalation]
    twice, late = (one for one in clauses if isinstance(one, Escalation))
    assert (twice.event, twice.to) == ("same_customer_complains_twice_in_month", "depot_manager")
    assert late.after is not None
    assert late.subject == "complaint"


def test_a_sum_without_a_purpose_is_for_what_the_sentence_before_it_says() -> None:
    text = "Receptionists can take up to £20 off a bill. Vets can go up to £100."
    rules = list(read(f"# Care\n\n{text}\n").policy.clauses)
    assert [one.action for one in rules if isinstance(one, Authority)] == ["discount", "discount"]


def test_a_sum_in_another_paragraph_is_read_by_itself() -> None:
    text = "Receptionists can take up to £20 off a bill.\n\nVets can go up to £100."
    rules = list(read(f"# Care\n\n{text}\n").policy.clauses)
    assert [one.action for one in rules if isinstance(one, Authority)] == ["discount", "spend"]


def test_what_goes_to_the_customer_makes_nobody_an_approver() -> None:
    sentence = "Receptionists may refund up to £50; anything above goes to the customer by card."
    assert all(
        "customer" not in str(one.get("approver")) for one in understand(sentence)["clauses"]
    )

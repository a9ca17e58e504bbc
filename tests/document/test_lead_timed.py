"""Lines below a lead-in that says what is done by when, and headers that name a way to us."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("lead", "line", "time"),
    [
        ("Completed within 25 working days, by appointment:", "P3 (routine)", "P25D"),
        ("Removed within 8 working hours", "Dead animals on the highway", "PT8H"),
        ("Done while you wait, in any case within 20 minutes", "Password resets", "PT20M"),
        ("Fixed within 24 hours:", "a lift that is stuck", "PT24H"),
        ("Dealt with the same day", "Lost cards", "same_day"),
        ("Paid within 5 working days:", "Refunds by card", "P5D"),
        ("Repaired within 7 days:", "dripping taps, unless they flood the room", "P7D"),
    ],
)
def test_a_case_below_its_time_is_promised(lead: str, line: str, time: str) -> None:
    (said,) = understand(line, lead_in=lead)["clauses"]
    assert said["metric"] == "resolution"
    assert time in {said["within"], said["anchor"]}


@pytest.mark.parametrize("line", ["Call us on 0123 456", "Monday to Friday", "Except at weekends"])
def test_what_names_no_case_takes_no_time(line: str) -> None:
    said = understand(line, lead_in="Removed within 8 working hours")
    assert [one for one in said["clauses"] if one["kind"] == "promise"] == []


@pytest.mark.parametrize(
    ("head", "time", "metric"),
    [
        ("Email", "4 hours", "first_response"),
        ("Chat", "60 seconds", "answer"),
        ("Phone", "2 minutes", "answer"),
        ("Phone", "callback within 30 minutes", "callback"),
    ],
)
def test_a_way_over_a_time_says_how_soon_we_answer_there(head: str, time: str, metric: str) -> None:
    (said,) = understand(f"Scale | {time}", lead_in=f"Plan | {head}")["clauses"]
    assert said["metric"] == metric

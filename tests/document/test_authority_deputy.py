"""Who stands in for whom, and lines that name a matter and who decides on it."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Fees may be waived by the Registrar or, if she is away, by the Bursar.",
        "Fees may be waived by the Registrar, or in her absence by the Bursar.",
        "The Registrar, or in her absence the Bursar, may waive fees.",
        "Only the Registrar, or the Bursar if the Registrar cannot be reached, may waive fees.",
    ],
)
def test_both_may_the_second_where_the_first_is_away(sentence: str) -> None:
    first, second = understand(sentence)["clauses"]
    assert (first["role"], second["role"]) == ("registrar", "bursar")
    assert first.get("condition") is None
    assert second["condition"] is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "When the branch manager is out, the senior clerk signs in her place.",
        "If the manager is away, the senior clerk decides.",
        "In the absence of the manager the senior clerk has the same authority.",
    ],
)
def test_who_signs_in_somebodys_place_may_do_so_then(sentence: str) -> None:
    [rule] = understand(sentence)["clauses"]
    assert (rule["kind"], rule["role"]) == ("authority", "senior_clerk")
    assert rule["condition"] is not None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Closing early: duty manager.", "duty_manager"),
        ("Retesting at our cost: duty pathologist.", "duty_pathologist"),
        ("Fee waivers: Registrar only.", "registrar"),
        ("Thirty days: the manager's say.", "manager"),
        ("Suspending a line is the Duty Controller's decision.", "duty_controller"),
    ],
)
def test_who_decides_on_a_matter_stands_behind_it(line: str, role: str) -> None:
    [rule] = understand(line, heading="Depot")["clauses"]
    assert (rule["kind"], rule["role"], rule["approver"]) == ("authority", role, None)


@pytest.mark.parametrize(
    "line",
    ["Questions: front desk.", "Contact: Duty Manager.", "Reviewed by: Finance Director."],
)
def test_whom_one_asks_decides_nothing(line: str) -> None:
    said = understand(line, heading="Depot")
    assert all(one["kind"] != "authority" for one in said["clauses"])


def test_what_lies_above_takes_somebodys_approval() -> None:
    [rule] = understand("Respite days above five a month: Administrator")["clauses"]
    assert (rule["role"], rule["approver"]) == (None, "administrator")


def test_a_letter_in_front_is_no_part_of_a_role() -> None:
    [rule] = understand("D. The Director may waive any fee.")["clauses"]
    assert rule["role"] == "director"


def test_titles_that_begin_with_what_the_person_is_are_whole() -> None:
    said = understand("The Manager Revenue may waive up to $500 of interest.")
    assert said["clauses"][0]["role"] == "manager_revenue"

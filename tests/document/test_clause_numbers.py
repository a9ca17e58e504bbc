"""Clauses with numbers of their own, and lettered lists, as a word processor leaves them."""

import pytest

from goodword.document.blocks import BlockKind, blocks_of
from goodword.document.read import read
from goodword.policy.promise import Promise
from goodword.policy.stage import Stage

LETTERED = """## Calls

4.1 Messages left on the answerphone are returned within:

  (a) one hour if the patient is in pain;

  (b) half a day in the holidays; and

  (c) one working day at weekends.

4.2 Emails are answered within 2 working days.
"""


def _texts(source: str) -> list[tuple[str, int, str]]:
    return [(str(one.kind), one.depth, one.text.plain) for one in blocks_of(source)]


def test_what_is_lettered_below_a_lead_in_is_a_list() -> None:
    assert _texts(LETTERED)[1:] == [
        ("paragraph", 0, "Messages left on the answerphone are returned within:"),
        ("item", 1, "one hour if the patient is in pain;"),
        ("item", 1, "half a day in the holidays"),
        ("item", 1, "one working day at weekends."),
        ("paragraph", 0, "Emails are answered within 2 working days."),
    ]


def test_each_letter_goes_on_with_the_line_above_its_list() -> None:
    echoed = [one.text for one in read(LETTERED).sentences]
    assert echoed[1] == (
        "Messages left on the answerphone are returned within one hour if the patient is in pain;"
    )


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("6.6 Complaints are answered in a week.", "Complaints are answered in a week."),
        ("12.4.3 Any allegation is reported.", "Any allegation is reported."),
        ("3.1. “Working day” means Monday.", "“Working day” means Monday."),
        ("1.2.3.4 We reply in a week.", "We reply in a week."),
        ("(2.1) We reply in a week.", "We reply in a week."),
    ],
)
def test_the_number_of_a_clause_is_no_part_of_it(line: str, left: str) -> None:
    (block,) = blocks_of(line)
    assert block.text.plain == left
    assert block.text.offsets[0] == line.index(left)


@pytest.mark.parametrize(
    "line",
    [
        "8.30 Monday to Friday.",
        "10.15 Assembly.",
        "9.30am Doors.",
        "2.5 hours is the longest wait.",
        "4.5 Hours",
        "(see below) We reply.",
        "(b) what begins with no first letter",
        "£4.50 We pay the fare.",
    ],
)
def test_other_numbers_and_brackets_stay(line: str) -> None:
    (block,) = blocks_of(line)
    wanted = "Hours" if line == "4.5 Hours" else line
    assert (block.kind, block.text.plain) == (BlockKind.PARAGRAPH, wanted)


def test_numbered_lines_without_a_gap_are_paragraphs_of_their_own() -> None:
    clauses = "4.2 Emails take a day.\n4.3 Letters take\ntwo days.\n4.4 Calls:\n"
    source = clauses + "(a) one\n(i) in\n(ii) inner\n(b) two; or\n(c) three"
    assert _texts(source) == [
        ("paragraph", 0, "Emails take a day."),
        ("paragraph", 0, "Letters take two days."),
        ("paragraph", 0, "Calls:"),
        ("item", 1, "one"),
        ("item", 2, "in"),
        ("item", 2, "inner"),
        ("item", 1, "two"),
        ("item", 1, "three"),
    ]


def test_a_clause_may_have_the_number_of_a_time_where_others_go_before() -> None:
    source = "12.14 We reply.\n\n12.15 We ring back."
    assert [text for _, _, text in _texts(source)] == ["We reply.", "We ring back."]


def test_an_item_ends_before_the_joint_to_the_next() -> None:
    assert _texts("- ring back; and\n- write, or\n- nod and smile.") == [
        ("item", 1, "ring back"),
        ("item", 1, "write"),
        ("item", 1, "nod and smile."),
    ]


def test_a_matter_that_is_passed_on_is_called_without_its_number() -> None:
    source = "6.6 Complaints about an injury are escalated to the manager at once."
    (clause,) = read(source).policy.clauses
    assert "6.6" not in str(clause)


STAGES = """## Complaints

| Stage | Who deals with it | Acknowledged | Answered |
|---|---|---|---|
| 1. Informal | Class teacher | 1 working day | 5 working days |
| 2 | Headteacher | 3 working days | 15 working days |
"""


def test_a_bare_number_below_stage_is_that_of_a_stage() -> None:
    clauses = read(STAGES).policy.clauses
    subjects = [one.subject for one in clauses if isinstance(one, Promise)]
    assert subjects == ["stage_1_complaint"] * 2 + ["stage_2_complaint"] * 2
    stages = [(one.number, one.name, one.owner) for one in clauses if isinstance(one, Stage)]
    assert stages == [(1, "Informal", "class_teacher"), (2, "", "headteacher")]


def test_a_number_below_another_head_stays() -> None:
    rows = _texts("| Step | Reply |\n|---|---|\n| 1 – look | 2 working days |")
    assert rows[-1][2] == "1 – look: 2 working days"

"""Log: who did what, newest first; read, never added up."""

import ast
import re
from html import unescape
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from goodword_web.cases import actions as cases
from goodword_web.cases.models import Case
from goodword_web.office.deeds import DEEDS
from goodword_web.office.log import PAGE
from goodword_web.people.actions import find_or_add_customer, record
from tests.office.office_site import BEGUN, Office


def a_case(at: int = BEGUN + 3600) -> Case:
    ann = find_or_add_customer(
        actor=None, name="Ann Lee", email="ann@home.example", phone="", at=at
    )
    return cases.open_case(
        actor=None, customer=ann, channel="web_form", body="My knee hurts.", at=at
    )


def rows(page: str) -> list[str]:
    """Return the lines of a page as their words."""
    found = re.findall(r"<tr>(.*?)</tr>", page.partition("<tbody>")[2], re.DOTALL)
    return [unescape(" ".join(re.sub(r"<[^>]+>", " ", row).split())) for row in found]


def test_the_log_says_who_did_what_about_which_thing_newest_first(office: Office) -> None:
    case = a_case()
    at = BEGUN + 7200
    cases.send_reply(actor=office.people["member"], case=case, body="Come today.", at=at)
    lines = rows(office.page("/log/", "lead"))
    assert lines[0] == f"Tue 1 Sep 2026, 10:00 am Mia replied {case.reference}"
    assert lines[1] == f"Tue 1 Sep 2026, 9:00 am a customer opened a case {case.reference}"


def test_the_log_never_names_a_customer(office: Office) -> None:
    a_case()
    page = office.page("/log/")
    assert "Ann" not in page
    assert "ann@home" not in page


def test_the_log_of_one_thing_leads_there(office: Office) -> None:
    case = a_case()
    record(actor=office.owner, action="look", subject="case:other", at=BEGUN + 9000)
    page = office.page(f"/log/?about=case:{case.uuid}")
    assert len(rows(page)) == 1
    assert f'<a href="/desk/cases/{case.reference}/">{case.reference}</a>' in page


def test_one_can_read_ones_own_lines_alone(office: Office) -> None:
    record(actor=office.owner, action="save_draft", subject="draft:1", at=BEGUN + 1)
    record(actor=office.people["lead"], action="save_draft", subject="draft:1", at=BEGUN + 2)
    assert rows(office.page("/log/?own=yes")) == [
        "Tue 1 Sep 2026, 8:00 am Helen saved the draft the draft"
    ]


def test_nobodys_practising_is_shown_to_anybody_else(office: Office) -> None:
    mia, tom = office.people["member"], office.people["lead"]
    record(actor=mia, action="answer_lesson", subject="lesson:refund", at=BEGUN + 1)
    record(actor=tom, action="answer_lesson", subject="lesson:hours", at=BEGUN + 2)
    page = office.page("/log/", "lead")
    assert "refund" not in page
    assert "lesson hours" in page


def test_older_lines_stand_on_the_next_page_each_once(office: Office) -> None:
    for number in range(PAGE + 20):
        record(actor=office.owner, action="save_draft", subject=f"thing:{number}", at=BEGUN + 60)
    first = office.page("/log/")
    older = re.search(r'href="(\?before=\d+)"', first)
    assert older is not None
    second = office.page(f"/log/{older[1]}")
    seen = re.findall(r"thing (\d+)", "\n".join([*rows(first), *rows(second)]))
    assert seen == [str(number) for number in reversed(range(PAGE + 20))]
    assert "Older" not in second
    assert "Back to the newest" in second


def test_the_log_takes_as_many_queries_for_three_lines_as_for_forty(office: Office) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            office.page("/log/")
        return len(taken)

    a_case()
    queries()
    few = queries()
    for number in range(12):
        a_case(BEGUN + 3600 * (number + 2))
    assert queries() == few


def test_a_strange_address_is_answered_calmly(office: Office) -> None:
    a_case()
    for asked in ("before=x", "before=99999999999999999999", "about=%00", "about=case:nonsense",
                  "about=person:%C2%B2", "about=version:x", "about=:", "own=no"):  # fmt: skip
        assert office.browser.get(f"/log/?{asked}").status_code == 200, asked


def test_there_is_no_count_by_person_and_no_order_by_person(office: Office) -> None:
    mia = office.people["member"]
    record(actor=mia, action="save_draft", subject="draft:1", at=BEGUN)
    asked = office.page(f"/log/?who={mia.pk}&order=actor&actor={mia.pk}")
    assert rows(asked) == rows(office.page("/log/"))


LOGGING = {"record", "settle", "do", "say"}


def deeds_in(source: str) -> set[str]:
    """Return each deed that calls of the logging functions name in a source file."""
    found = set()
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            if call.func.id.strip("_") not in LOGGING:
                continue
            named = [*call.args, *(each.value for each in call.keywords if each.arg == "action")]
            found |= {str(one.value) for one in named if isinstance(one, ast.Constant)}
    return found - {"", "None"}


def test_every_deed_that_an_action_records_has_its_words(root: Path) -> None:
    site = root / "src" / "goodword_web"
    files = [*site.glob("*/actions.py"), *site.glob("*/actions/*.py")]
    recorded = set().union(*(deeds_in(path.read_text(encoding="utf-8")) for path in files))
    assert len(recorded) > 30
    assert recorded - set(DEEDS) == set()

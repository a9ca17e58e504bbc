"""Whatever is sent to a page, it answers with a message, and what was written is still there."""

from typing import Any

import pytest
from django.test import Client

from goodword_web.cases.models import Case, Message
from goodword_web.policies.models import Draft
from goodword_web.reviews.models import Proposal

NUL = "Hel\x00lo"
ODD = (NUL, "\ud800", "%00", "<script>", "'; --", "x" * 30_000, "\u202e\ufffe", "9" * 400)
pytestmark = pytest.mark.usefixtures("owner")


def page_of(response: Any) -> str:
    return str(response.content.decode())


@pytest.mark.parametrize("field", ["name", "email", "phone", "subject", "body", "website"])
def test_a_nul_byte_in_contact_is_answered_and_the_words_stay(field: str) -> None:
    filled = {"name": "Ann", "email": "ann@home.example", "body": "My knee hurts.", field: NUL}
    response = Client().post("/contact/", filled)
    assert response.status_code == 422
    assert "all you wrote is still here" in page_of(response)
    assert "NUL" in page_of(response)
    assert filled["body"].replace("\x00", "") in page_of(response).replace("\x00", "")
    assert not Case.objects.exists()


def test_a_nul_byte_on_track_is_answered_and_nothing_is_kept(case: Case) -> None:
    response = Client().post(f"/track/{case.token}/", {"body": NUL})
    assert response.status_code == 422
    assert "NUL" in page_of(response)
    assert Message.objects.filter(case=case).count() == 1


@pytest.mark.parametrize("token", ["nothing", "%00", "x%00y", "x" * 400, "..", "%F0%9F%8D%B5"])
def test_a_tracking_link_that_leads_nowhere_says_so(token: str) -> None:
    assert Client().get(f"/track/{token}/").status_code == 404


@pytest.mark.parametrize("words", ODD)
@pytest.mark.parametrize("address", ["/desk/", "/ask/", "/policy/"])
def test_searching_for_nonsense_finds_a_page(desk: Client, address: str, words: str) -> None:
    asked: dict[str, str | bytes] = {"q": words.encode("utf-8", "surrogatepass"), "role": NUL}
    response = desk.get(address, asked)
    assert response.status_code == 200


@pytest.mark.parametrize("words", [NUL, "", "   ", "x" * 30_000])
@pytest.mark.parametrize("deed", ["reply", "note"])
def test_words_that_cannot_be_kept_stay_in_the_cases_form(
    desk: Client, case: Case, deed: str, words: str
) -> None:
    response = desk.post(f"/desk/cases/{case.reference}/{deed}/", {"words": words})
    assert response.status_code == 422
    assert "all you wrote is still here" in page_of(response)
    assert words.strip().replace("\x00", "") in page_of(response).replace("\x00", "")
    assert Message.objects.filter(case=case).count() == 1


@pytest.mark.parametrize(
    "filled",
    [
        {"action": "refund", "amount": "many"},
        {"action": "refund", "amount": "NaN"},
        {"action": "refund", "amount": "1e999999"},
        {"action": "refund", "amount": "-5"},
        {"action": "refund", "amount": NUL},
        {"action": "fly", "amount": "5"},
        {"action": NUL},
        {"action": "refund", "amount": "5", "reason": NUL},
        {"action": "refund", "amount": ""},
        {},
    ],
)
def test_a_remedy_that_makes_no_sense_is_answered_at_its_form(
    desk: Client, case: Case, filled: dict[str, str]
) -> None:
    response = desk.post(f"/desk/cases/{case.reference}/remedy/", filled)
    assert response.status_code == 422
    assert not case.remedies.exists()


@pytest.mark.parametrize("kind", [NUL, "haircut", "x" * 500])
def test_a_kind_that_is_not_offered_is_answered(desk: Client, case: Case, kind: str) -> None:
    response = desk.post(f"/desk/cases/{case.reference}/kind/", {"kind": kind})
    assert response.status_code == 422


def test_a_deed_that_nobody_knows_leads_nowhere(desk: Client, case: Case) -> None:
    assert desk.post(f"/desk/cases/{case.reference}/fly/").status_code == 404
    assert desk.get("/desk/cases/no-such-case/").status_code == 404


@pytest.mark.parametrize(
    "filled",
    [
        {"channel": "pigeon", "body": "It hurts."},
        {"channel": "phone", "body": NUL},
        {"channel": "phone", "body": ""},
        {"channel": "phone", "body": "Hello", "seconds_to_answer": "9" * 40},
        {"channel": "phone", "body": "Hello", "email": NUL},
        {"channel": "phone", "body": "Hello", "name": "x" * 201},
    ],
)
def test_a_call_that_cannot_be_noted_is_answered(desk: Client, filled: dict[str, str]) -> None:
    response = desk.post("/desk/new/", filled)
    assert response.status_code == 422
    assert "all you wrote is still here" in page_of(response)
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("", "required"),
        (f"# P\n\n{NUL}", "NUL"),
        ("We reply. " * 60_000, "500000"),
        ("We reply. " * 1_048_576, "500000"),
    ],
    ids=["empty", "NUL", "600 kB", "10 MB"],
)
def test_a_draft_that_cannot_be_saved_is_answered_and_stays(
    desk: Client, text: str, phrase: str
) -> None:
    response = desk.post("/policy/draft/", {"text": text})
    assert response.status_code == 422
    assert phrase in page_of(response)
    assert len(page_of(response)) >= len(text)
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "text",
    ["\x01\x02\x03" * 1000, "We reply.\n" * 49_000, "> " * 5000],
    ids=["binary", "490 kB", "deep"],
)
def test_an_odd_draft_is_kept_with_what_is_wrong_in_it(desk: Client, text: str) -> None:
    assert desk.post("/policy/draft/", {"text": text}).status_code == 302
    response = desk.get("/policy/draft/")
    assert response.status_code == 200
    assert Draft.objects.get().text == text
    assert desk.post("/policy/publish/").status_code == 302
    assert "from being published" in page_of(desk.get("/policy/draft/"))


@pytest.mark.parametrize("text", ["| a " * 5000, "# \n" * 2000], ids=["wide", "headings"])
def test_a_policy_that_says_nothing_leaves_every_page_standing(desk: Client, text: str) -> None:
    desk.post("/policy/draft/", {"text": text})
    desk.post("/policy/publish/")
    for address in ("/", "/contact/", "/desk/", "/vitals/", "/ask/?q=refund", "/policy/"):
        assert desk.get(address).status_code == 200
    for address in ("/learn/", "/results/", "/review/", "/policy/draft/", "/policy/versions/"):
        assert desk.get(address).status_code == 200
    sent = {"name": "Ann", "email": "ann@home.example", "body": "My knee hurts."}
    response = Client().post("/contact/", sent, follow=True)
    assert response.status_code == 200
    assert desk.get(f"/desk/cases/{Case.objects.get().reference}/").status_code == 200


def test_a_form_too_large_to_be_read_says_so(desk: Client) -> None:
    response = desk.post("/policy/draft/", {"text": "x" * 13_000_000})
    assert response.status_code == 400
    assert "12 MB" in page_of(response)


@pytest.mark.parametrize(
    "filled", [{}, {"lesson": NUL, "choice": NUL}, {"lesson": "x" * 5000, "choice": "1"}]
)
def test_an_answer_to_no_lesson_leads_to_the_next_one(desk: Client, filled: dict[str, str]) -> None:
    assert desk.post("/learn/", filled).status_code == 302
    assert "Here is the next question" in page_of(desk.get("/learn/"))


@pytest.mark.parametrize(
    "filled",
    [
        {},
        {"words": NUL},
        {"words": "x" * 4001},
        {"words": "Mend it.", "text": NUL},
        {"words": "Mend it.", "finding": NUL},
        {"words": "Mend it.", "clause_id": "x" * 300},
    ],
)
def test_a_proposal_that_cannot_be_kept_is_answered(desk: Client, filled: dict[str, str]) -> None:
    response = desk.post("/review/propose/", filled)
    assert response.status_code == 422
    assert not Proposal.objects.exists()


def test_a_reason_with_a_nul_byte_is_kept_readable(desk: Client) -> None:
    desk.post("/review/propose/", {"words": "Mend it."})
    proposal = Proposal.objects.get()
    desk.post(f"/review/proposals/{proposal.pk}/", {"answer": "decline", "reason": NUL})
    proposal.refresh_from_db()
    assert proposal.reason == "Hel\N{REPLACEMENT CHARACTER}lo"


@pytest.mark.parametrize("number", ["0", "9" * 12, "9" * 30])
def test_a_number_that_names_nothing_leads_nowhere(desk: Client, number: str) -> None:
    assert desk.get(f"/policy/versions/{number}/").status_code == 404
    assert desk.post(f"/review/proposals/{number}/", {}).status_code == 404
    assert desk.get(f"/team/{number}/").status_code == 404


def test_a_note_of_the_review_with_a_nul_byte_is_answered(desk: Client) -> None:
    desk.post("/review/held/", {"note": NUL})
    assert "NUL" in page_of(desk.get("/review/"))


@pytest.mark.parametrize("login", [NUL, "", "x" * 500, "ruth@riverside.example\x00"])
def test_signing_in_with_nonsense_is_answered(login: str) -> None:
    response = Client().post("/account/login/", {"login": login, "password": NUL})
    assert response.status_code in {200, 422}
    assert "error" in page_of(response)


@pytest.mark.parametrize("name", ["sessionid", "csrftoken", "messages"])
def test_a_broken_cookie_is_no_reason_to_fail(name: str) -> None:
    client = Client()
    client.cookies[name] = "\\000x" * 20
    assert client.get("/contact/").status_code == 200

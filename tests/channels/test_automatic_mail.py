import pytest

from goodword_web.channels.responder import automatic_because, is_bounce


def because(sender: str = "ann@home.example", **headers: str) -> str:
    return automatic_because(
        {name.replace("_", "-"): value for name, value in headers.items()}, sender
    )


@pytest.mark.parametrize(
    "headers",
    [
        {"auto_submitted": "auto-replied"},
        {"auto_submitted": "auto-generated; owner-email=x"},
        {"precedence": "Bulk"},
        {"precedence": "list"},
        {"precedence": "auto_reply"},
        {"list_id": "<news.example>"},
        {"list_unsubscribe": "<mailto:x@example.org>"},
        {"return_path": "<>"},
        {"content_type": "multipart/report"},
        {"x_auto_response_suppress": "All"},
        {"x_autoreply": "yes"},
    ],
)
def test_a_mail_by_a_machine_is_known_by_its_headers(headers: dict[str, str]) -> None:
    assert because(**headers) != ""


def test_a_mail_by_a_person_is_no_machine() -> None:
    headers = {"auto_submitted": "no", "return_path": "<ann@home.example>", "precedence": ""}
    assert because(**headers) == ""


def test_a_mail_server_is_a_machine() -> None:
    assert is_bounce(because("MAILER-DAEMON@mx.example"))


def test_an_absence_note_is_no_bounce() -> None:
    assert not is_bounce(because(auto_submitted="auto-replied"))

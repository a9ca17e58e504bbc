from hypothesis import given
from hypothesis import strategies as st

from goodword_web.channels.mail import read_mail
from goodword_web.channels.page import text_of_page
from goodword_web.channels.quote import without_quotes


def mail(body: bytes = b"Hello", **headers: str) -> bytes:
    lines = {"From": "Ann Lee <Ann@Home.example>", "Message-ID": "<1@home.example>", **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return head.encode("utf-8", "surrogateescape") + b"\r\n" + body


def test_a_plain_mail_says_who_wrote_what_about_what() -> None:
    read = read_mail(mail(b"My back hurts.\r\n", Subject="An appointment"))
    expected = ("Ann Lee", "ann@home.example", "An appointment", "My back hurts.", "")
    assert expected == (read.sender_name, read.sender, read.subject, read.text, read.automatic)


def test_the_thread_is_read_nearest_first() -> None:
    read = read_mail(mail(In_Reply_To="<c@x>", References="<a@x> <b@x> <c@x>"))
    assert read.thread == ("<c@x>", "<b@x>", "<a@x>")


def test_a_reference_is_found_in_the_subject_however_it_is_written() -> None:
    assert read_mail(mail(Subject="AW: [rp-4f7k] Termin")).reference == "RP-4F7K"


def test_a_charset_that_nobody_knows_loses_no_words() -> None:
    read = read_mail(mail("Café at noon".encode(), Content_Type="text/plain; charset=klingon"))
    assert (read.text, read.is_damaged) == ("Café at noon", True)


def test_a_charset_that_is_not_true_loses_no_words() -> None:
    read = read_mail(mail(b"Caf\xe9 at noon", Content_Type="text/plain; charset=utf-8"))
    assert (read.text, read.is_damaged) == ("Café at noon", True)


def test_a_nul_byte_is_shown_and_not_stored() -> None:
    assert read_mail(mail(b"Hel\x00lo")).text == "Hel\N{REPLACEMENT CHARACTER}lo"


def test_a_header_with_raw_bytes_is_read() -> None:
    raw = b"From: J\xf6rg <joerg@home.example>\r\nSubject: Gr\xfc\xdfe\r\n\r\nHallo"
    assert read_mail(raw).sender == "joerg@home.example"


def test_a_mail_without_an_id_is_told_apart_by_its_bytes() -> None:
    one, two = b"From: a@b.example\r\n\r\nOne", b"From: a@b.example\r\n\r\nTwo"
    assert read_mail(one).message_id == read_mail(one).message_id
    assert read_mail(one).message_id != read_mail(two).message_id


def test_an_html_mail_gives_its_words_and_runs_nothing() -> None:
    page = b"<html><head><style>p{}</style></head><body><p>Dear team,</p><script>x()</script>"
    page += b"<p>please <b>call</b> me&nbsp;back.</p></body></html>"
    assert read_mail(mail(page, Content_Type="text/html")).text == (
        "Dear team,\nplease call me back."
    )


def test_the_plain_part_wins_over_the_html_part() -> None:
    raw = mail(
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>Rich</p>\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nPlain\r\n--b--\r\n",
        Content_Type='multipart/alternative; boundary="b"',
    )
    assert read_mail(raw).text == "Plain"


def test_a_multipart_mail_without_its_end_keeps_its_words() -> None:
    raw = mail(
        b"--b\r\nContent-Type: text/plain\r\n\r\nWords",
        Content_Type='multipart/mixed; boundary="b"',
    )
    assert read_mail(raw).text == "Words"


def test_what_is_answered_is_left_out_and_kept_whole_beside() -> None:
    body = b"Yes, Monday.\r\n\r\nOn Fri, 4 Sep 2026 at 16:40, Mia wrote:\r\n> Would Monday do?\r\n"
    read = read_mail(mail(body))
    assert read.text == "Yes, Monday."
    assert "Would Monday do?" in read.whole_text


def test_a_marker_line_ends_what_was_written_now() -> None:
    assert without_quotes("Thanks.\n\n-----Original Message-----\nFrom: us") == "Thanks."


def test_a_quotation_in_the_middle_stays() -> None:
    text = "You wrote\n> we call back\nbut nobody did."
    assert without_quotes(text) == text


def test_a_page_that_is_nothing_but_markup_has_no_words() -> None:
    assert text_of_page("<p></p><br>") == ""


@given(st.binary(max_size=2_000))
def test_no_bytes_make_reading_fail(raw: bytes) -> None:
    read = read_mail(raw)
    assert "\x00" not in read.text + read.subject + read.sender_name
    assert read.text.encode() is not None


@given(st.text(max_size=300), st.sampled_from(["From", "Subject", "In-Reply-To", "Content-Type"]))
def test_no_header_makes_reading_fail(value: str, name: str) -> None:
    raw = f"{name}: {value}\r\n\r\nHello".encode("utf-8", "surrogatepass")
    assert read_mail(raw).message_id

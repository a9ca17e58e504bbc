import hashlib
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from goodword.case.event import EventKind
from goodword_web.cases import actions as cases
from goodword_web.cases.models import Case
from goodword_web.channels import actions as channels
from goodword_web.channels.models import MailState, RawMail
from goodword_web.channels.rules import CASES_AN_HOUR
from goodword_web.jobs.tasks import begin, poll_mailbox
from goodword_web.people.models import Person
from goodword_web.work.loop import run_due
from goodword_web.work.models import OutboxMail, WakeUp
from tests.channels.mail_servers import ImapServer, Post

pytestmark = [pytest.mark.mailserver, pytest.mark.usefixtures("mia")]
US = "hello@riverside-physio.example"


def melbourne(text: str) -> int:
    zone = ZoneInfo("Australia/Melbourne")
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


ARRIVED = melbourne("2026-09-04 16:30")


def mail(number: int = 1, body: str = "My knee hurts.", **headers: str) -> bytes:
    lines = {
        "From": "Ann Lee <ann@home.example>",
        "To": US,
        "Subject": "My knee",
        "Message-ID": f"<{number}@home.example>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{head}\r\n{body}\r\n".encode()


def poll(at: int = ARRIVED + 60) -> None:
    effect = poll_mailbox({}, at)
    assert effect is not None
    effect()


def test_a_mail_opens_a_case_whose_clock_runs_from_its_arrival(imap: ImapServer) -> None:
    imap.deliver(mail(Date="Mon, 1 Jan 2001 00:00:00 +0000"), at=ARRIVED)
    poll()
    case = Case.objects.get()
    expected = ("email", "My knee", "ann@home.example", ARRIVED)
    assert expected == (case.channel, case.subject_line, case.customer.email, case.opened_at)
    row = case.clock_rows.get(payload__metric="first_response")
    assert melbourne("2026-09-05 11:30") == row.due
    assert imap.unseen() == 0


def test_the_raw_mail_is_kept_as_it_came(imap: ImapServer) -> None:
    raw = mail()
    imap.deliver(raw, at=ARRIVED)
    poll()
    kept = RawMail.objects.get()
    assert (raw, hashlib.sha256(raw).hexdigest()) == (bytes(kept.content), kept.sha256)
    assert (MailState.TAKEN, Case.objects.get()) == (kept.state, kept.case)


def test_the_same_mail_twice_is_one_case(imap: ImapServer) -> None:
    for _ in range(2):
        imap.deliver(mail(), at=ARRIVED)
        poll()
    assert (Case.objects.count(), RawMail.objects.count()) == (1, 1)


def test_a_machine_that_failed_after_keeping_a_mail_processes_it_next_time(
    imap: ImapServer,
) -> None:
    channels.store_mail(raw=mail(), received_at=ARRIVED)
    imap.deliver(mail(), at=ARRIVED)
    poll()
    assert Case.objects.count() == 1


def test_polling_recurs_and_leaves_one_wake_up(imap: ImapServer) -> None:
    begin(at=ARRIVED)
    imap.deliver(mail(), at=ARRIVED)
    run_due(ARRIVED)
    assert Case.objects.count() == 1
    assert WakeUp.objects.get(key="poll_mailbox").run_at > ARRIVED


def test_a_reply_reaches_the_mailbox_by_smtp_in_the_thread(
    mia: Person, imap: ImapServer, smtp: Post
) -> None:
    imap.deliver(mail(), at=ARRIVED)
    poll()
    case = Case.objects.get()
    at = melbourne("2026-09-05 09:30")
    cases.send_reply(actor=mia, case=case, body="Come on Monday — ten o’clock.", at=at)
    run_due(at)
    note, reply = sorted(smtp.mails, key=lambda one: one["Auto-Submitted"] is None)
    assert reply["To"] == "ann@home.example"
    assert f"Re: [{case.reference}] My knee" == reply["Subject"]
    assert "<1@home.example>" in reply["References"]
    assert note["Message-ID"] == reply["In-Reply-To"]
    assert "Come on Monday — ten o’clock." in reply.get_content()
    assert f"/track/{case.token}" in reply.get_content()
    assert case.clock_rows.get(payload__metric="first_response").outcome == "kept"


def test_the_automatic_note_says_that_it_is_one(imap: ImapServer, smtp: Post) -> None:
    imap.deliver(mail(), at=ARRIVED)
    poll()
    run_due(ARRIVED + 60)
    [note] = smtp.mails
    assert note["Auto-Submitted"] == "auto-replied"
    assert note.get_content().startswith("In an emergency, call 000.")
    assert Case.objects.get().reference in note.get_content()
    assert Case.objects.get().clock_rows.get(payload__metric="first_response").outcome == "open"


def test_an_answer_finds_its_case_by_the_thread(imap: ImapServer) -> None:
    imap.deliver(mail(), at=ARRIVED)
    poll()
    ours = OutboxMail.objects.get().message_id
    imap.deliver(mail(2, "More.", Subject="Re: knee", In_Reply_To=ours), at=ARRIVED + 600)
    poll(ARRIVED + 660)
    kinds = Case.objects.get().events.values_list("kind", flat=True)
    assert kinds.last() == EventKind.CUSTOMER_MESSAGE


def test_an_answer_finds_its_case_by_the_reference_from_a_known_address(imap: ImapServer) -> None:
    imap.deliver(mail(), at=ARRIVED)
    poll()
    reference = Case.objects.get().reference
    imap.deliver(mail(2, "More.", Subject=f"about [{reference}]"), at=ARRIVED + 600)
    poll(ARRIVED + 660)
    assert Case.objects.count() == 1


def test_a_stranger_who_guesses_a_reference_opens_a_case_of_their_own(imap: ImapServer) -> None:
    imap.deliver(mail(), at=ARRIVED)
    poll()
    reference = Case.objects.get().reference
    stranger = mail(2, "Hm", From="x@elsewhere.example", Subject=f"[{reference}]")
    imap.deliver(stranger, at=ARRIVED + 600)
    poll(ARRIVED + 660)
    assert Case.objects.count() == 2


def test_an_answer_finds_its_case_by_the_plus_address(imap: ImapServer) -> None:
    imap.deliver(mail(), at=ARRIVED)
    poll()
    to = US.replace("@", f"+{Case.objects.get().uuid.hex}@")
    imap.deliver(mail(2, "More.", From="ann@work.example", To=to), at=ARRIVED + 600)
    poll(ARRIVED + 660)
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"List-Id": "<news.example>"},
        {"Return-Path": "<>"},
        {"From": "MAILER-DAEMON@mx.example"},
        {"Content-Type": 'multipart/report; boundary="b"'},
    ],
)
def test_an_automatic_mail_opens_no_case_and_is_kept_with_the_reason(
    imap: ImapServer, headers: dict[str, str]
) -> None:
    imap.deliver(mail(1, "Hello.", **headers), at=ARRIVED)
    poll()
    kept = RawMail.objects.get()
    assert (Case.objects.count(), OutboxMail.objects.count()) == (0, 0)
    assert kept.state == MailState.SET_ASIDE
    assert kept.reason
    assert bytes(kept.content)


def test_an_automatic_reply_or_a_bounce_stops_no_clock(imap: ImapServer) -> None:
    imap.deliver(mail(), at=ARRIVED)
    poll()
    case = Case.objects.get()
    before = list(case.clock_rows.values_list("promise_id", "due", "outcome", "state"))
    ours = OutboxMail.objects.get().message_id
    away = mail(2, "I am away.", In_Reply_To=ours, Auto_Submitted="auto-replied")
    bounce = mail(3, "No such user.", From="MAILER-DAEMON@mx.example", References=ours)
    imap.deliver(away, at=ARRIVED + 60)
    imap.deliver(bounce, at=ARRIVED + 90)
    poll(ARRIVED + 120)
    assert before == list(case.clock_rows.values_list("promise_id", "due", "outcome", "state"))
    assert case.events.values_list("facts", flat=True).last() == {"event": "mail_came_back"}
    assert EventKind.CUSTOMER_MESSAGE not in case.events.values_list("kind", flat=True)


def test_a_person_can_take_in_what_was_set_aside(mia: Person, imap: ImapServer) -> None:
    imap.deliver(mail(Precedence="bulk"), at=ARRIVED)
    poll()
    channels.take_in_mail(actor=mia, raw_mail=RawMail.objects.get(), at=ARRIVED + 3600)
    assert Case.objects.get().opened_at == ARRIVED
    assert not OutboxMail.objects.exists()


def test_a_sender_who_floods_us_opens_only_so_many_cases_and_loses_nothing() -> None:
    for number in range(CASES_AN_HOUR + 3):
        channels.store_mail(raw=mail(number), received_at=ARRIVED + number)
    channels.process_stored_mails(at=ARRIVED + 60)
    assert Case.objects.count() == CASES_AN_HOUR
    assert RawMail.objects.filter(state=MailState.SET_ASIDE).count() == 3


def test_a_mail_with_a_broken_charset_opens_a_case_that_says_so(imap: ImapServer) -> None:
    raw = mail(Content_Type="text/plain; charset=klingon").replace(b"knee hurts", b"caf\xe9 \xff")
    imap.deliver(raw, at=ARRIVED)
    poll()
    body = Case.objects.get().messages.get(direction="in").body
    assert "café" in body
    assert "could not be read" in body


def test_a_mail_with_a_nul_byte_opens_a_case() -> None:
    channels.store_mail(raw=mail(body="Hel\x00lo"), received_at=ARRIVED)
    channels.process_stored_mails(at=ARRIVED)
    body = Case.objects.get().messages.get(direction="in").body
    assert body == "Hel\N{REPLACEMENT CHARACTER}lo"


def test_a_huge_mail_opens_a_case_that_says_what_stayed_in_the_mailbox(imap: ImapServer) -> None:
    imap.deliver(mail(body="Please read.\r\n" + "x" * 79 + "\r\n") + b"y" * 12_000_000, at=ARRIVED)
    poll()
    kept = RawMail.objects.get()
    assert (len(bytes(kept.content)), kept.size > 12_000_000) == (10 * 1024 * 1024, True)
    body = Case.objects.get().messages.get(direction="in").body
    assert body.startswith("Please read.")
    assert "its end stays in the mailbox" in body


def test_a_mail_without_words_is_still_a_case() -> None:
    channels.store_mail(raw=mail(body=""), received_at=ARRIVED)
    channels.process_stored_mails(at=ARRIVED)
    assert Case.objects.count() == 1


def test_an_erased_mail_leaves_a_tombstone_and_every_count(mia: Person) -> None:
    channels.store_mail(raw=mail(), received_at=ARRIVED)
    channels.process_stored_mails(at=ARRIVED)
    channels.erase_raw_mail(actor=mia, address="ann@home.example", at=ARRIVED + 60)
    kept = RawMail.objects.get()
    assert (bytes(kept.content), kept.sender, kept.erased_at is not None) == (b"", "", True)

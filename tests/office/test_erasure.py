"""Erasure: nothing names the customer any more, and no count changes."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.apps import apps

from goodword.metric.track_record import track_record
from goodword.replay.replay import replay
from goodword_web.cases import actions as cases
from goodword_web.cases import queries
from goodword_web.cases.models import Case, DecisionRow, Event, Message, Remedy
from goodword_web.channels.actions import erase_customer, process_mail, store_mail
from goodword_web.channels.models import RawMail
from goodword_web.channels.queries import kept_of
from goodword_web.people.actions import find_or_add_customer
from goodword_web.people.models import LogEntry
from goodword_web.policies import queries as policies
from goodword_web.work.models import OutboxMail, WakeUp
from tests.cases.case_practice import melbourne
from tests.office.office_site import Office

NOW = melbourne("2026-09-21 12:00")
SECRETS = ("Ann Lee", "ann@home.example", "ann@work.example", "0491 570 006", "kneecap", "ladder")
MAIL = """From: Ann Lee <{sender}>\r
To: hello@riverside-physio.example\r
Subject: {subject}\r
Message-ID: <{number}@mail.example>\r
\r
I fell off a ladder and my kneecap hurts. Ann Lee, 0491 570 006\r
"""


def mail_in(number: int, subject: str, at: int, sender: str = "ann@home.example") -> Case:
    raw = MAIL.format(number=number, subject=subject, sender=sender).encode()
    stored = store_mail(raw=raw, received_at=at)
    assert stored is not None
    case = process_mail(raw_mail=stored, at=at)
    assert case is not None
    return case


@dataclass(frozen=True)
class History:
    """A customer with cases of each sort, and somebody else's case beside them."""

    answered: Case
    by_phone: Case
    waiting: Case
    other: Case


@pytest.fixture
def history(office: Office) -> History:
    mia, owner = office.people["member"], office.owner
    answered = mail_in(1, "My kneecap", melbourne("2026-09-04 10:00"))
    at = melbourne("2026-09-04 11:00")
    cases.send_reply(actor=mia, case=answered, body="Dear Ann Lee, rest the kneecap.", at=at)
    cases.add_note(actor=mia, case=answered, body="Ann Lee fell off a ladder.", at=at + 60)
    again = mail_in(2, f"Re: [{answered.reference}] My kneecap", melbourne("2026-09-07 10:00"))
    assert again.pk == answered.pk
    cases.give_remedy(
        actor=owner, case=answered, action="refund", amount=Decimal(40), at=at + 600_000
    )
    cases.resolve(actor=mia, case=answered, at=at + 600_060)
    ann = answered.customer
    by_phone = cases.log_phone_call(
        actor=mia,
        customer=ann,
        body="Ann Lee rang about her kneecap.",
        at=melbourne("2026-09-08 09:00"),
        answered_at=None,
        kind="complaint",
    )
    waiting = mail_in(3, "Another kneecap", melbourne("2026-09-15 10:00"))
    cases.wait_for_customer(actor=mia, case=waiting, at=melbourne("2026-09-15 12:00"))
    sam = find_or_add_customer(actor=None, name="Sam", email="sam@x.example", phone="", at=at)
    other = cases.open_case(
        actor=None, customer=sam, channel="email", body="Parking?", at=at, subject="Parking"
    )
    return History(answered, by_phone, waiting, other)


def clock_rows() -> list[tuple[object, ...]]:
    fields = ("case_id", "promise_id", "version_id", "started_at", "due", "done_at", "state")
    found = []
    for case in Case.objects.order_by("pk"):
        rows = case.clock_rows.order_by("promise_id", "version_id")
        found += list(rows.values_list(*fields, "outcome", "wakes_at"))
    return found


def everything_that_counts() -> tuple[object, ...]:
    # Replayed anew each time: what `queries.outcomes` remembers would prove nothing.
    outcomes = replay(policies.versions_for_core(), queries.core_cases(), at=NOW)
    return (
        outcomes.promises,
        [track_record(one, at=NOW, zone=outcomes.zone) for one in outcomes.promises],
        queries.counts(NOW),
        clock_rows(),
        list(Event.objects.order_by("pk").values()),
        list(DecisionRow.objects.order_by("pk").values()),
        list(Remedy.objects.order_by("pk").values()),
        [(row.case.pk, row.due, row.left_seconds) for row in queries.today(NOW)],
        Message.objects.count(),
        RawMail.objects.count(),
        OutboxMail.objects.count(),
        list(Case.objects.order_by("pk").values_list("pk", "status", "kind", "opened_at")),
    )


def text_of_all_tables() -> str:
    found = []
    for model in apps.get_models():
        for row in model._default_manager.values():
            found += [
                bytes(value).decode(errors="replace")
                if isinstance(value, bytes | memoryview)
                else str(value)
                for value in row.values()
            ]
    return "\n".join(found).casefold()


def test_before_erasing_the_words_stand_in_many_tables(history: History) -> None:
    assert history.answered.customer == history.waiting.customer == history.by_phone.customer
    text = text_of_all_tables()
    assert [word for word in SECRETS if word.casefold() not in text] == ["ann@work.example"]


def test_after_erasing_nothing_names_the_customer_in_any_table(
    office: Office, history: History
) -> None:
    erase_customer(actor=office.owner, customer=history.answered.customer, at=NOW)
    text = text_of_all_tables()
    assert [word for word in SECRETS if word.casefold() in text] == []
    assert "sam@x.example" in text
    assert "parking?" in text


def test_erasing_changes_no_count_no_clock_and_no_track_record(
    office: Office, history: History
) -> None:
    cases.rebuild_clocks(case=history.answered, at=NOW)
    for case in Case.objects.all():
        cases.refresh_clocks(case=case, at=NOW)
    before = everything_that_counts()
    erase_customer(actor=office.owner, customer=history.answered.customer, at=NOW)
    assert everything_that_counts() == before


def test_after_erasing_clocks_rebuilt_are_the_clocks_that_stood(
    office: Office, history: History
) -> None:
    erase_customer(actor=office.owner, customer=history.answered.customer, at=NOW)
    for case in Case.objects.all():
        cases.refresh_clocks(case=case, at=NOW)
    stored = clock_rows()
    assert stored
    for case in Case.objects.all():
        cases.rebuild_clocks(case=case, at=NOW)
    assert clock_rows() == stored


def test_erasing_leaves_tombstones(office: Office, history: History) -> None:
    erase_customer(actor=office.owner, customer=history.answered.customer, at=NOW)
    messages = Message.objects.filter(case__customer=history.answered.customer)
    assert set(messages.values_list("body", "erased_at")) == {("", NOW)}
    assert set(RawMail.objects.values_list("sender", "erased_at")) == {("", NOW)}
    assert Message.objects.get(case=history.other).body == "Parking?"


def test_mail_about_the_case_from_another_address_goes_too(
    office: Office, history: History
) -> None:
    token = f"hello+{history.waiting.uuid}@riverside-physio.example"
    raw = MAIL.format(number=9, subject="From work", sender="ann@work.example").replace(
        "hello@riverside-physio.example", token
    )
    stored = store_mail(raw=raw.encode(), received_at=NOW - 60)
    assert stored is not None
    if process_mail(raw_mail=stored, at=NOW - 60) != history.waiting:
        RawMail.objects.filter(pk=stored.pk).update(case=history.waiting)
    erase_customer(actor=office.owner, customer=history.answered.customer, at=NOW)
    stored.refresh_from_db()
    assert (bytes(stored.content), stored.sender, stored.erased_at) == (b"", "", NOW)


def test_a_mail_that_nobody_looked_at_yet_counts_and_is_erased(
    office: Office, history: History
) -> None:
    raw = MAIL.format(number=7, subject="Third kneecap", sender="ann@home.example").encode()
    store_mail(raw=raw, received_at=NOW - 30)
    erase_customer(actor=office.owner, customer=history.answered.customer, at=NOW)
    newest = Case.objects.order_by("-pk")[0]
    assert (newest.opened_at, newest.subject_line) == (NOW - 30, "")
    assert newest.clock_rows.exists()
    assert "third kneecap" not in text_of_all_tables()


def test_a_mail_that_waits_in_the_outbox_never_leaves(office: Office, history: History) -> None:
    waiting = OutboxMail.objects.filter(to="ann@home.example", sent_at=None)
    keys = [f"mail:{mail.pk}" for mail in waiting]
    assert keys
    erase_customer(actor=office.owner, customer=history.answered.customer, at=NOW)
    assert not WakeUp.objects.filter(key__in=keys).exists()


def test_the_page_says_what_goes_and_what_stays(office: Office, history: History) -> None:
    page = office.page(f"/cases/{history.answered.reference}/erase/")
    kept = kept_of(history.answered.customer)
    assert (len(kept.cases), kept.notes, kept.mails) == (3, 1, 3)
    assert "Erase Ann Lee" in page
    assert f"The words of {kept.messages} messages" in page
    assert "2 cases are still open." in page
    assert history.by_phone.reference in page
    assert history.other.reference not in page
    assert "every count and every track record stays as it was" in page


def test_the_owner_erases_from_the_case_page_and_the_log_says_so(
    office: Office, history: History
) -> None:
    address = f"/cases/{history.answered.reference}/erase/"
    case_page = f"/desk/cases/{history.answered.reference}/"
    assert f'href="{address}"' in office.page(case_page)
    answer = office.browser.post(address, follow=True)
    assert answer.redirect_chain == [(case_page, 302)]
    page = answer.content.decode()
    assert "The customer is erased." in page
    assert "These words were erased." in page
    assert "Ann Lee" not in page
    entry = LogEntry.objects.latest("pk")
    assert ("erase_customer", office.owner) == (entry.action, entry.actor)
    assert "There is nothing left to erase." in office.page(address)


@pytest.mark.parametrize("access", ["lead", "member"])
def test_nobody_but_an_owner_sees_the_way_or_may_erase(
    office: Office, history: History, access: str
) -> None:
    address = f"/cases/{history.answered.reference}/erase/"
    assert address not in office.page(f"/desk/cases/{history.answered.reference}/", access)
    assert office.clients[access].post(address).status_code == 403
    history.answered.customer.refresh_from_db()
    assert history.answered.customer.name == "Ann Lee"


def test_the_pages_of_an_erased_customer_still_open(office: Office, history: History) -> None:
    erase_customer(actor=office.owner, customer=history.answered.customer, at=NOW)
    for address in (
        "/desk/",
        f"/desk/cases/{history.answered.reference}/",
        f"/desk/cases/{history.waiting.reference}/",
        f"/track/{history.waiting.token}/",
        "/results/",
        "/vitals/",
        "/log/",
    ):
        assert office.browser.get(address, follow=True).status_code == 200, address


def test_an_erased_customer_who_writes_again_can_be_erased_again(
    office: Office, history: History
) -> None:
    ann = history.answered.customer
    erase_customer(actor=office.owner, customer=ann, at=NOW)
    assert kept_of(ann).is_empty
    cases.record_customer_message(
        actor=None, case=history.waiting, body="It is Ann Lee again.", at=NOW + 60
    )
    assert not kept_of(ann).is_empty
    erase_customer(actor=office.owner, customer=ann, at=NOW + 120)
    assert "ann lee" not in text_of_all_tables()

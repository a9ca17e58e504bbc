import pytest

from goodword_web.cases.models import Case
from goodword_web.channels.actions import accept_contact, erase_customer, forget_knocks
from goodword_web.channels.errors import TooManyError
from goodword_web.channels.forms import ContactForm
from goodword_web.channels.models import Knock
from goodword_web.channels.rules import FORMS_IN_TEN_MINUTES
from goodword_web.people.models import Access, Person
from goodword_web.work.models import OutboxMail

pytestmark = pytest.mark.usefixtures("mia")
AT = 1_788_741_000  # Monday 7 September 2026, 10:30 in Melbourne


def filled(**changes: str) -> dict[str, str]:
    return {
        "name": "Ann Lee", "email": "Ann@Home.example", "phone": "", "subject": "My knee",
        "body": "It hurts.", "website": "", **changes,
    }  # fmt: skip


def sent(at: int = AT, address: str = "203.0.113.7", **changes: str) -> Case:
    form = ContactForm(filled(**changes))
    assert form.is_valid(), form.errors
    return accept_contact(**form.contact, address=address, at=at)


def errors(**changes: str) -> str:
    form = ContactForm(filled(**changes))
    assert not form.is_valid()
    return form.errors.as_text()


def test_the_form_opens_a_case_and_acknowledges_it_with_the_emergency_line() -> None:
    case = sent()
    assert (case.channel, case.customer.email) == ("web_form", "ann@home.example")
    note = OutboxMail.objects.get()
    assert note.text.startswith("In an emergency, call 000.")
    assert f"/track/{case.token}" in note.text


def test_a_complaint_by_form_runs_the_promises_for_complaints() -> None:
    case = sent(is_complaint="on")
    metrics = {row.payload["metric"] for row in case.clock_rows.all()}
    assert {"acknowledge", "resolution", "update", "first_response"} <= metrics


def test_a_nul_byte_is_answered_with_its_place_and_nothing_is_lost() -> None:
    assert "Character 4 cannot be stored" in errors(body="Hel\x00lo")
    assert ContactForm(filled(body="Hel\x00lo"))["body"].value() == "Hel\x00lo"


def test_somebody_we_could_not_answer_is_asked_for_a_way() -> None:
    assert "so that we can answer you" in errors(email="")


def test_a_message_without_words_is_asked_for_them() -> None:
    assert "what we can do for you" in errors(body="  ")


def test_a_message_longer_than_a_book_chapter_is_told_so() -> None:
    assert "20000" in errors(body="x" * 20_001)


def test_a_machine_that_fills_in_everything_is_asked_kindly() -> None:
    assert "leave this field empty" in errors(website="http://spam.example")


def test_one_address_sends_only_so_many_forms_and_another_is_not_affected() -> None:
    for number in range(FORMS_IN_TEN_MINUTES):
        sent(AT + number)
    with pytest.raises(TooManyError):
        sent(AT + 30)
    sent(AT + 30, address="203.0.113.8")
    sent(AT + 601)
    assert Case.objects.count() == FORMS_IN_TEN_MINUTES + 2


def test_only_a_keyed_hash_of_the_address_is_kept_and_only_for_a_day() -> None:
    sent()
    assert "203.0.113.7" not in Knock.objects.get().address_hash
    forget_knocks(before=AT + 1)
    assert not Knock.objects.exists()


def test_erasing_a_customer_leaves_no_word_and_every_count(mia: Person) -> None:
    case = sent(body="I am Ann Lee.")
    mia.access = Access.OWNER
    before = (Case.objects.count(), case.events.count(), case.clock_rows.count())
    erase_customer(actor=mia, customer=case.customer, at=AT + 60)
    case.refresh_from_db()
    assert before == (Case.objects.count(), case.events.count(), case.clock_rows.count())
    left = [case.subject_line, case.customer.name, case.customer.email]
    left += [part for one in case.messages.all() for part in (one.body, one.from_address)]
    left += [part for one in OutboxMail.objects.all() for part in (one.to, one.text)]
    assert "".join(left) == ""

import datetime as dt

import pytest

from goodword_web.people import actions
from goodword_web.people.errors import EmailTakenError
from goodword_web.people.models import Access, AppendOnlyError, Customer, LogEntry, Person
from goodword_web.work.actions import queue_mail
from goodword_web.work.models import OutboxMail

pytestmark = pytest.mark.django_db
NOON = 1_790_000_000


def add(email: str = "Ann@Example.org", access: Access = Access.OWNER) -> Person:
    return actions.add_person(
        actor=None,
        email=email,
        name="Ann",
        access=access,
        role="practice-owner",
        joined_on=dt.date(2026, 9, 1),
        password="a-long-secret",
        at=NOON,
    )


def test_adding_a_person_is_recorded_without_naming_them() -> None:
    person = add()
    entry = LogEntry.objects.get()
    assert ("add_person", f"person:{person.pk}", NOON) == (entry.action, entry.subject, entry.at)
    assert entry.facts == {"access": "owner", "role": "practice-owner"}


def test_an_email_address_belongs_to_one_person_whatever_its_case() -> None:
    add()
    with pytest.raises(EmailTakenError, match=r"ann@example\.org"):
        add("ANN@example.org")


def test_a_password_is_kept_as_argon2() -> None:
    assert add().password.startswith("argon2")


def test_log_entries_are_never_changed_or_deleted() -> None:
    entry = actions.record(actor=None, action="look", subject="case:1", at=NOON)
    entry.action = "leap"
    with pytest.raises(AppendOnlyError):
        entry.save()
    with pytest.raises(AppendOnlyError):
        entry.delete()
    with pytest.raises(AppendOnlyError):
        LogEntry.objects.update(action="leap")
    with pytest.raises(AppendOnlyError):
        LogEntry.objects.all().delete()
    assert LogEntry.objects.get().action == "look"


def test_a_customer_is_found_again_by_email_whatever_its_case() -> None:
    first = actions.find_or_add_customer(actor=None, name="Sam", email="sam@x.org", phone="", at=1)
    again = actions.find_or_add_customer(
        actor=None, name="Somebody else", email="SAM@x.org", phone="123", at=2
    )
    assert (first.pk, "Sam", "123") == (again.pk, again.name, again.phone)


def test_a_customer_without_email_is_found_by_phone() -> None:
    first = actions.find_or_add_customer(actor=None, name="Sam", email="", phone="0491", at=1)
    again = actions.find_or_add_customer(actor=None, name="Sam", email="", phone="0491", at=2)
    nameless = actions.find_or_add_customer(actor=None, name="", email="", phone="", at=3)
    assert first == again
    assert nameless != first


def test_erasing_a_customer_leaves_a_tombstone_and_every_count() -> None:
    owner = add()
    sam = actions.find_or_add_customer(
        actor=owner, name="Sam", email="sam@x.org", phone="0491", at=NOON
    )
    queue_mail(to="sam@x.org", subject="Sam", text="Dear Sam", message_id="<1@x>", key="1", at=NOON)
    actions.erase_customer(actor=owner, customer=sam, at=NOON + 9)
    kept = Customer.objects.get()
    assert (sam.pk, "", "", "", NOON + 9) == (
        kept.pk, kept.name, kept.email, kept.phone, kept.erased_at
    )  # fmt: skip
    assert OutboxMail.objects.values_list("to", "text").get() == ("", "")
    assert "Sam" not in str(list(LogEntry.objects.values()))


def test_an_erased_customer_who_writes_again_is_a_new_one() -> None:
    owner = add()
    sam = actions.find_or_add_customer(actor=None, name="Sam", email="sam@x.org", phone="", at=1)
    actions.erase_customer(actor=owner, customer=sam, at=2)
    back = actions.find_or_add_customer(actor=None, name="Sam", email="sam@x.org", phone="", at=3)
    assert sam.pk != back.pk


def test_a_person_who_left_cannot_sign_in() -> None:
    owner = add()
    ben = add("ben@example.org", Access.MEMBER)
    actions.deactivate_person(actor=owner, person=ben, at=NOON)
    assert False is Person.objects.get(pk=ben.pk).is_active

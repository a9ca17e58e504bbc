"""Everything that writes people, customers and the log."""

import datetime as dt
from typing import Any

from django.db import transaction

from goodword_web.people.errors import EmailTakenError, LastOwnerError, OwnAccountError
from goodword_web.people.models import Access, Customer, LogEntry, Person
from goodword_web.work.actions import erase_mail


def record(
    *,
    actor: Person | None,
    action: str,
    subject: str,
    at: int,
    facts: dict[str, Any] | None = None,
) -> LogEntry:
    """Add one entry to the log. Run it in the transaction of what it records."""
    return LogEntry.objects.create(
        actor=actor, action=action, subject=subject, facts=facts or {}, at=at
    )


@transaction.atomic
def add_person(
    *,
    actor: Person | None,
    email: str,
    name: str,
    access: Access,
    role: str,
    joined_on: dt.date,
    password: str | None,
    at: int,
) -> Person:
    """Let the person sign in with this password; with None only after resetting it.

    Raises EmailTakenError.
    """
    email = email.strip().lower()
    if Person.objects.filter(email__iexact=email).exists():
        raise EmailTakenError(email)
    person = Person(email=email, name=name, access=access, role=role, joined_on=joined_on)
    person.set_password(password)
    person.save()
    record(
        actor=actor,
        action="add_person",
        subject=f"person:{person.pk}",
        facts={"access": access, "role": role},
        at=at,
    )
    return person


@transaction.atomic
def change_password(*, actor: Person | None, person: Person, password: str, at: int) -> None:
    """Let the person sign in with the new password from now on."""
    person.set_password(password)
    person.save(update_fields=["password"])
    record(actor=actor, action="change_password", subject=f"person:{person.pk}", at=at)


@transaction.atomic
def change_person(
    *,
    actor: Person | None,
    person: Person,
    name: str,
    email: str,
    access: Access,
    role: str,
    at: int,
) -> None:
    """The person has this name, address, access level and role; nothing is logged of no change.

    Raises EmailTakenError, and LastOwnerError where nobody would be left to own the site.
    """
    email = email.strip().lower()
    wanted = {"name": name.strip(), "email": email, "access": access, "role": role}
    changed = [field for field, value in wanted.items() if getattr(person, field) != value]
    if not changed:
        return
    if Person.objects.filter(email__iexact=email).exclude(pk=person.pk).exists():
        raise EmailTakenError(email)
    if access is not Access.OWNER:
        _keep_an_owner(person)
    for field in changed:
        setattr(person, field, wanted[field])
    person.save(update_fields=changed)
    record(
        actor=actor,
        action="change_person",
        subject=f"person:{person.pk}",
        # What somebody is called, and where they write from, stays out of the log.
        facts={field: wanted[field] if field in {"access", "role"} else "new" for field in changed},
        at=at,
    )


@transaction.atomic
def deactivate_person(*, actor: Person | None, person: Person, at: int) -> None:
    """Keep the person from signing in; what they did stays theirs in the log.

    Raises OwnAccountError for oneself, LastOwnerError for the last owner.
    """
    if actor is not None and actor.pk == person.pk:
        raise OwnAccountError(
            "You cannot close your own door: you would be locked out.",
            hint="Ask another owner to do it.",
        )
    _keep_an_owner(person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    record(actor=actor, action="deactivate_person", subject=f"person:{person.pk}", at=at)


@transaction.atomic
def reactivate_person(*, actor: Person | None, person: Person, at: int) -> None:
    """Let the person sign in again, with the access and the password they had."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    record(actor=actor, action="reactivate_person", subject=f"person:{person.pk}", at=at)


def _keep_an_owner(person: Person) -> None:
    """Refuse where nobody else who can sign in is an owner; two who try at once wait in line."""
    owners = Person.objects.select_for_update().filter(access=Access.OWNER, is_active=True)
    if [owner.pk for owner in owners.order_by("pk")] == [person.pk]:
        raise LastOwnerError(person.name)


@transaction.atomic
def find_or_add_customer(
    *, actor: Person | None, name: str, email: str, phone: str, at: int
) -> Customer:
    """Return the customer with this email address, else with this phone number, else a new one."""
    email, phone = email.strip().lower(), phone.strip()
    known = Customer.objects.filter(erased_at=None).order_by("added_at", "pk")
    customer = known.filter(email=email).first() if email else None
    if customer is None and phone and not email:
        customer = known.filter(phone=phone).first()
    if customer is not None:
        return _completed(customer, name=name.strip(), phone=phone)
    customer = Customer.objects.create(name=name.strip(), email=email, phone=phone, added_at=at)
    record(actor=actor, action="add_customer", subject=f"customer:{customer.pk}", at=at)
    return customer


def _completed(customer: Customer, *, name: str, phone: str) -> Customer:
    """Fill what was not known before; what is known is never overwritten by a stranger's form."""
    missing = {
        field: value
        for field, value in (("name", name), ("phone", phone))
        if value and not getattr(customer, field)
    }
    for field, value in missing.items():
        setattr(customer, field, value)
    if missing:
        customer.save(update_fields=list(missing))
    return customer


@transaction.atomic
def erase_customer(*, actor: Person, customer: Customer, at: int) -> None:
    """Forget who the customer was; the tombstone keeps every count as it was."""
    if customer.email:
        erase_mail(to=customer.email, at=at)
    customer.name = customer.email = customer.phone = ""
    customer.erased_at = at
    customer.save()
    record(actor=actor, action="erase_customer", subject=f"customer:{customer.pk}", at=at)

"""People of the team, customers, and the log. Every instant in these tables is UTC seconds."""

import uuid
from typing import Any, ClassVar, NoReturn

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Access(models.TextChoices):
    """What somebody may see and do in the site; their role in the policy is another matter."""

    OWNER = "owner", _("owner")
    LEAD = "lead", _("lead")
    MEMBER = "member", _("member")


class People(BaseUserManager["Person"]):
    """Finds people by their email address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Return the person with this email address."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """A team member who can sign in. `role` is the slug of a role in the policy."""

    email = models.EmailField(_("email"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    access = models.CharField(
        _("access"), max_length=10, choices=Access.choices, default=Access.MEMBER
    )
    role = models.CharField(_("role"), max_length=80, blank=True)
    joined_on = models.DateField(_("joined on"))
    is_active = models.BooleanField(_("is active"), default=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "joined_on"]

    class Meta:
        verbose_name = _("team member")
        constraints = [models.UniqueConstraint(Lower("email"), name="people_person_email")]

    def __str__(self) -> str:
        return self.name


class Customer(models.Model):
    """Somebody we serve. Erasing leaves the row, its id and the instant, and nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True, db_index=True)
    phone = models.CharField(max_length=60, blank=True)
    added_at = models.BigIntegerField()
    erased_at = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("customer")

    def __str__(self) -> str:
        return self.name or str(self.id)


class AppendOnlyError(Exception):
    """Somebody tried to change or delete what is only ever added to. This is a bug."""

    def __init__(self) -> None:
        super().__init__("Log entries are never changed or deleted; add another one.")


class AppendOnly(models.QuerySet["LogEntry"]):
    """Entries that can be read and added, and nothing else."""

    def update(self, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError


class LogEntry(models.Model):
    """Who did what to which thing, and when. It names things by id, customers never by name.

    `actor` is None where a customer or the worker did it; `facts["by"]` then says who.
    `subject` is "kind:id", as in "case:8f14…" or "version:3".
    """

    actor = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=200, db_index=True)
    facts = models.JSONField(default=dict)
    at = models.BigIntegerField(db_index=True)

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("log entry")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry. Raises AppendOnlyError where it stands already."""
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError

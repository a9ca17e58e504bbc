"""Who is here, and who did what."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from goodword_web.people.models import Access, LogEntry, Person
from goodword_web.people.rules import ONES_OWN


def team() -> QuerySet[Person]:
    """Return everybody who can sign in, in the order in which they were added."""
    return Person.objects.filter(is_active=True).order_by("pk")


def team_by_access() -> list[Person]:
    """Return everybody who can sign in, owners first."""
    order = list(Access)
    return sorted(team(), key=lambda person: order.index(Access(person.access)))


def former_team() -> QuerySet[Person]:
    """Return everybody who was of the team and can no longer sign in, by name."""
    return Person.objects.filter(is_active=False).order_by("name", "pk")


def person_by_id(pk: int) -> Person | None:
    """Return the team member with this id, whether or not they can still sign in."""
    return Person.objects.filter(pk=pk).first()


def names_of(pks: Iterable[int]) -> dict[str, str]:
    """Return the names of these team members by their id as text, in one query."""
    rows = Person.objects.filter(pk__in=set(pks)).values_list("pk", "name")
    return {str(pk): name for pk, name in rows}


def log_for(
    reader: Person, *, before: int | None = None, subject: str = "", own: bool = False, limit: int
) -> list[LogEntry]:
    """Return lines of the log, newest first, in one query; with `before` those below that line.

    There is no count of them, and none by person: a log is read, not added up. What is everybody's
    own business, such as practising, is shown to nobody else.
    """
    lines = LogEntry.objects.select_related("actor").order_by("-at", "-pk")
    lines = lines.exclude(~Q(actor=reader), action__in=ONES_OWN)
    if subject:
        lines = lines.filter(subject=subject)
    if own:
        lines = lines.filter(actor=reader)
    last = LogEntry.objects.filter(pk=before).first() if before is not None else None
    if last is not None:
        lines = lines.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))
    return list(lines[:limit])

"""Who is here."""

from django.db.models import QuerySet

from goodword_web.people.models import Access, Person


def team() -> QuerySet[Person]:
    """Return everybody who can sign in, in the order in which they were added."""
    return Person.objects.filter(is_active=True).order_by("pk")


def team_by_access() -> list[Person]:
    """Return everybody who can sign in, owners first."""
    order = list(Access)
    return sorted(team(), key=lambda person: order.index(Access(person.access)))

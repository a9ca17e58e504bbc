"""The practice with its people signed in, for tests of the office."""

from dataclasses import dataclass

from django.test import Client

from goodword_web.people.models import Person
from tests.cases.case_practice import a_practice, melbourne

BEGUN = melbourne("2026-09-01 08:00")


@dataclass(frozen=True)
class Office:
    """Who is here, by access level, and a browser for each, signed in."""

    people: dict[str, Person]
    clients: dict[str, Client]

    @property
    def owner(self) -> Person:
        return self.people["owner"]

    @property
    def browser(self) -> Client:
        """The owner's."""
        return self.clients["owner"]

    def page(self, address: str, access: str = "owner") -> str:
        answer = self.clients[access].get(address)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()


def an_office(text: str) -> Office:
    """Return the practice with this policy in force since 1 September 2026."""
    practice = a_practice(text)
    people = {"owner": practice.owner, "lead": practice.lead, "member": practice.mia}
    clients = {name: Client() for name in people}
    for name, person in people.items():
        clients[name].force_login(person)
    return Office(people, clients)

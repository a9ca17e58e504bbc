"""Who works at the demonstration business, and whom it serves. Everybody is invented."""

from dataclasses import dataclass
from random import Random

from goodword_web.people.models import Access


@dataclass(frozen=True, slots=True)
class Colleague:
    """A team member, as they will be added."""

    name: str
    mailbox: str
    access: Access
    role: str

    @property
    def email(self) -> str:
        """The address under which they sign in; its domain is reserved for examples."""
        return f"{self.mailbox}@riverside-physio.example"


OWNER = Colleague("Helen Marsh", "helen", Access.OWNER, "practice_owner")
LEAD = Colleague("Tom Adeyemi", "tom", Access.LEAD, "practice_manager")
TEAM = (
    OWNER,
    LEAD,
    Colleague("Mia Tran", "mia", Access.MEMBER, "receptionist"),
    Colleague("Joel Santos", "joel", Access.MEMBER, "receptionist"),
    Colleague("Priya Nair", "priya", Access.MEMBER, "physiotherapist"),
)

_FIRST = (
    "Ava", "Ben", "Carla", "Dev", "Ella", "Farid", "Grace", "Hugo", "Iris", "Jonas", "Kim",
    "Leila", "Marek", "Nadia", "Oscar", "Petra", "Quentin", "Rosa", "Sam", "Tilda", "Umar",
    "Vera", "Wes", "Xenia", "Yusuf", "Zoe",
)  # fmt: skip
_LAST = (
    "Abbott", "Brandt", "Castell", "Dunmore", "Ekholm", "Faraday", "Grigg", "Hollis", "Ibsen",
    "Jarrett", "Kestrel", "Lindqvist", "Moreau", "Novak", "Okafor", "Pemberton", "Quill",
    "Rasmus", "Sandoval", "Thackray", "Underhay", "Vance", "Whitlock", "Yarrow",
)  # fmt: skip
# Numbers that the Australian regulator keeps free for fiction.
_PHONES = (
    "0491 570 006", "0491 570 157", "0491 570 158", "0491 570 159", "0491 570 110",
    "0491 570 313", "0491 570 737", "0491 571 266", "0491 571 491", "0491 571 804",
    "0491 572 549", "0491 572 665", "0491 572 983", "0491 573 770", "0491 573 087",
    "0491 574 118", "0491 574 632", "0491 575 254", "0491 575 789", "0491 576 398",
    "0491 576 801", "0491 577 426", "0491 577 644", "0491 578 957", "0491 578 148",
    "0491 578 888", "0491 579 212", "0491 579 760", "0491 579 455",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who gets in touch."""

    name: str
    email: str
    phone: str


def clients(chance: Random, count: int) -> tuple[Client, ...]:
    """Return so many invented clients, some of whom leave only a phone number."""
    pairs = [(first, last) for first in _FIRST for last in _LAST]
    chosen = chance.sample(pairs, count)
    found = []
    for number, (first, last) in enumerate(chosen):
        phone = _PHONES[number] if number < len(_PHONES) else ""
        email = f"{first}.{last}@mail.example".lower()
        only_phone = bool(phone) and number % 6 == 5
        found.append(Client(f"{first} {last}", "" if only_phone else email, phone))
    return tuple(found)

"""What a policy of one's own is made of: each answer, or what stands in where it was skipped."""

import re
from dataclasses import dataclass
from decimal import Decimal

from goodword.document.places_named import place_named
from goodword.document.read import read
from goodword.policy.hours import HolidayPlace
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration
from goodword.starters.answer import taken
from goodword.starters.place import (
    emergency_number,
    relay_service,
    sign_of_place,
    time_of_place,
)
from goodword.starters.question import Answers
from goodword.starters.sector import Sector, any_sector, sectors
from goodword.starters.situations import House, situation_names
from goodword.starters.taken import Taken

NAMELESS = "Our House"
PLACE = "England"
SMALL = 4
ADVISER = "somebody in our trade whom we trust"


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that the sections of a composed policy are written from.

    `lead` and `owner` are roles with their article, `front` a plural; they are one where few work
    together, and `adviser` is set where one works alone. `hours` is a whole sentence, `start` one
    or nothing. `skipped` are the names of the questions that were not answered.
    """

    name: str
    sector: Sector
    mission: str
    excellence: str
    needs: str
    channels: tuple[str, ...]
    hours: str
    reply: str
    resolve: Duration
    resolve_words: str
    situations: tuple[str, ...]
    amount: Decimal
    amount_words: str
    size: int
    lead: str
    adviser: str | None
    place: HolidayPlace
    place_words: str
    start: str
    skipped: tuple[str, ...]
    owner: str = "the owner"

    @property
    def house(self) -> House:
        """What the moments of a sector need to know of this policy."""
        return House(
            lead=self.lead,
            owner=self.owner,
            emergency=self.emergency,
            money=sign_of_place(self.place),
            adviser=self.adviser,
        )

    @property
    def is_alone(self) -> bool:
        """Whether one person does it all."""
        return self.adviser is not None

    @property
    def emergency(self) -> str:
        """The number to call in an emergency."""
        return emergency_number(self.place.country)

    @property
    def relay(self) -> str:
        """What people who cannot hear or speak on the phone call through."""
        return relay_service(self.place.country)

    @property
    def time(self) -> str | None:
        """The time in which everything is meant, as people say it: `London`."""
        return time_of_place(self.place)

    @property
    def sum(self) -> str:
        """The sum that may be given at once, in the place's own money."""
        before, after = sign_of_place(self.place)
        return f"{before}{self.amount_words}{after}"


def draft(answers: Answers) -> Draft:
    """Return what the answers come to. An answer that cannot be used counts as skipped."""
    said = {
        name: understood.words
        for name, text in answers.items()
        if text is not None and isinstance(understood := taken(name, text, answers), Taken)
    }
    sector = _sector(said.get("sector"))
    name = said.get("name", NAMELESS)
    size = int(said.get("size", "1" if sector.name == "solo" else "6"))
    place_words = said.get("place", PLACE)
    place = place_named(place_words)
    assert place is not None  # the answer was read, and the default is known
    amount = said.get("amount", sector.amount)
    resolve_words = said.get("resolve", sector.resolve)
    return Draft(
        name=name,
        sector=sector,
        mission=said.get("mission", sector.mission),
        excellence=said.get("excellence", sector.excellence),
        needs=said.get("needs", sector.needs),
        channels=tuple(said["channels"].split("\n")) if "channels" in said else _channels(name),
        hours=said.get("hours", f"Our opening hours are {sector.hours}."),
        reply=said.get("reply", sector.reply),
        resolve=_length(resolve_words),
        resolve_words=resolve_words,
        situations=_situations(said.get("situations"), answers.get("sector")),
        amount=Decimal(amount.replace(",", "")),
        amount_words=amount,
        size=size,
        lead="the owner" if size == 1 else _lead(said.get("lead"), size, sector),
        adviser=said.get("lead", ADVISER) if size == 1 else None,
        place=place,
        place_words=place_words,
        start=said.get("start", ""),
        skipped=tuple(name for name, text in answers.items() if name not in said),
    )


def _sector(name: str | None) -> Sector:
    return next((one for one in sectors() if one.name == name), any_sector())


def _lead(said: str | None, size: int, sector: Sector) -> str:
    if said is not None:
        return said
    return "the owner" if size <= SMALL else sector.lead


def _channels(name: str) -> tuple[str, ...]:
    """Return a way to reach us that is nobody's, to be put right before anything is published."""
    house = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return (f"Email: hello@{house or 'us'}.example",)


def _situations(said: str | None, sector: str | None) -> tuple[str, ...]:
    if said is None:
        return situation_names(sector)
    return tuple(one for one in said.split("\n") if one)


def _length(words: str) -> Duration:
    hours = "Our opening hours are Monday to Friday, 9am to 5pm."
    reading = read(f"{hours}\nWe resolve every complaint within {words}.\n")
    limit = reading.policy.of_kind(Promise)[0].limit
    assert isinstance(limit, Duration)  # the words were taken from one
    return limit

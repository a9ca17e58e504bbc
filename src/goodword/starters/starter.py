"""The ready-made policies: complete, each of an invented organisation in one sector."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from goodword.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Starter:
    """What to know of a starter before reading it: whom it is for, and where it is at home.

    `name` is what `starter` takes; `country` is an ISO 3166 code, with its part where the rules
    or the holidays differ ("AU-QLD").
    """

    name: str
    title: str
    sector: str
    country: str
    description: str


_STARTERS = (
    Starter(
        "clinic",
        "Ironbark Lane Allied Health",
        "allied health",
        "AU-QLD",
        "A small clinic in Queensland: rooms, home visits and video.",
    ),
    Starter(
        "practice",
        "Tallowbeck Surgery and Dental Rooms",
        "doctors and dentists",
        "GB-ENG",
        "A family practice with dental chairs in England, public and private.",
    ),
    Starter(
        "shop",
        "Quillby and Thrush",
        "shops, online and on the street",
        "IE",
        "Toys and homeware from Ireland: one shop, one webshop, parcels and returns.",
    ),
    Starter(
        "software",
        "Plumbtree Rota",
        "software as a service",
        "US",
        "Support of a software company in Denver: four priorities, outages, an assistant.",
    ),
    Starter(
        "hotel",
        "Saltgrass House",
        "hotels and guest houses",
        "NZ",
        "A hotel in Wellington whose desk is open day and night.",
    ),
    Starter(
        "council",
        "Brindlewick District Council",
        "local councils",
        "GB-ENG",
        "A district council in England: requests, two stages of complaints, every channel.",
    ),
    Starter(
        "solo",
        "Klingel and Kette",
        "one-person shops",
        "DE-NW",
        "One woman who mends bicycles in Cologne: short, and nobody to escalate to.",
    ),
    Starter(
        "bank",
        "Corrieburn Building Society",
        "banks and building societies",
        "GB-SCT",
        "A building society in Scotland: regulated complaints, fraud, members in trouble.",
    ),
)


def starters() -> tuple[Starter, ...]:
    """Return every starter, in the order in which to offer them."""
    return _STARTERS


@cache
def starter(name: str) -> str:
    """Return the text of a starter (Markdown). Raises UnknownNameError for another name."""
    if name not in {one.name for one in _STARTERS}:
        known = ", ".join(one.name for one in _STARTERS)
        raise UnknownNameError(f'There is no starter "{name}".', hint=f"The starters are: {known}.")
    return (files(__package__) / f"{name}.md").read_text(encoding="utf-8")

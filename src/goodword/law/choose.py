"""Which packs speak of a policy."""

import re

from goodword.errors import UnknownNameError
from goodword.law.load import packs
from goodword.law.pack import LawPack

_LETTERS = re.compile(r"[^a-z0-9]+")


def packs_for(
    country: str, sector: str | None, at: int, *, subdivision: str | None = None
) -> tuple[LawPack, ...]:
    """Return the packs that speak of a sector in a country at an instant (UTC seconds).

    `country` and `subdivision` are ISO 3166 codes. Without a sector, those of every sector in the
    country; without a subdivision, those of every part of it.
    """
    return tuple(
        pack
        for pack in packs()
        if country in pack.countries
        and pack.holds(at)
        and (sector is None or not pack.sectors or sector in pack.sectors)
        and (subdivision is None or pack.subdivision in {None, subdivision})
    )


def named_pack(name: str) -> LawPack:
    """Return the pack with this id or name, however it is spaced and capitalised.

    Raises UnknownNameError, whose hint lists the nearest ones.
    """
    wanted = plain(name)
    for pack in packs():
        if wanted in {plain(pack.id), *(plain(one) for one in (pack.name, *pack.other_names))}:
            return pack
    words = set(wanted.split())
    near = [
        pack for pack in packs() if words & set(plain(f"{pack.id} {pack.name}").split()) - {"of"}
    ]
    listed = ", ".join(f'"{pack.name}"' for pack in (near or packs())[:4])
    raise UnknownNameError(
        f'There is no law pack "{name}" here.', hint=f"There are, among others: {listed}."
    )


def plain(name: str) -> str:
    """Return a name in small letters, with single spaces and nothing but letters and digits."""
    return _LETTERS.sub(" ", name.lower()).strip()

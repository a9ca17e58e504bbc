"""Which packs speak of a policy."""

import re
from collections.abc import Mapping
from functools import lru_cache

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
    if (found := _by_name().get(wanted)) is not None:
        return found
    words = set(wanted.split())
    near = [
        pack for pack in packs() if words & set(plain(f"{pack.id} {pack.name}").split()) - {"of"}
    ]
    listed = ", ".join(f'"{pack.name}"' for pack in (near or packs())[:4])
    raise UnknownNameError(
        f'There is no law pack "{name}" here.', hint=f"There are, among others: {listed}."
    )


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, LawPack]:
    """Return each pack by its id and by all of its names, each made plain."""
    found: dict[str, LawPack] = {}
    for pack in packs():
        for name in (pack.id, pack.name, *pack.other_names):
            found.setdefault(plain(name), pack)
    return found


def plain(name: str) -> str:
    """Return a name in small letters, with single spaces and nothing but letters and digits."""
    return _LETTERS.sub(" ", name.lower()).strip()

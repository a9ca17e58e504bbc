"""Units of weight, length, volume and time, and how those of one kind compare."""

from decimal import Decimal

from goodword.language.pack import ENGLISH

_BY_TIME = "time"


def in_unit(amount: Decimal, unit: str, wanted: str) -> Decimal | None:
    """Return an amount in another unit: 500 g are 0.5 kg; None where they measure other things."""
    mine, other = unit_named(unit), unit_named(wanted)
    if mine == other or not other:
        return amount
    sizes = ENGLISH.words("lookup.sizes")
    for family in sizes.values():
        if mine in family and other in family:
            return amount * Decimal(str(family[mine])) / Decimal(str(family[other]))
    return None


def is_measure(unit: str) -> bool:
    """Whether it is a unit of weight, length or volume."""
    one = unit_named(unit)
    return any(
        one in family for kind, family in ENGLISH.words("lookup.sizes").items() if kind != _BY_TIME
    )


def unit_named(word: str) -> str:
    """Return the one name of a unit: `kg` for kilos."""
    low = word if word.isupper() else word.lower()
    names: dict[str, str] = dict(ENGLISH.words("lookup.units"))
    return names.get(low) or names.get(low.removesuffix("s")) or low.removesuffix("s")

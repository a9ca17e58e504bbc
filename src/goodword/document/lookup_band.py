"""What the first cell of a row says in numbers: "up to 2 kg", "over $50", "3 to 5 guests"."""

import re
from decimal import Decimal

from goodword.language.measure import unit_named
from goodword.language.money import UNKNOWN, money_in
from goodword.language.normal import normal
from goodword.language.number import figures
from goodword.language.pack import ENGLISH
from goodword.policy.lookup import Band

_HEAD_UNIT = re.compile(r"\((?:in )?([a-z%]{1,12})\)\s*$")


def band_of(words: str, currency: str, head: str = "") -> Band | None:
    """Return the band that a cell names, or None where it names none.

    The unit may stand in the header above: "Weight (kg)".
    """
    low = normal(words).strip(" .")
    if not any(one.isdigit() for one in low):
        return None
    amounts = money_in(low, currency)
    if any(one.money.currency == UNKNOWN for one in amounts):
        return None
    for one in reversed(amounts):
        low = f"{low[: one.start]}{one.money.amount}{low[one.end :]}"
    for entry in ENGLISH.names("lookup.bands"):
        if (found := ENGLISH.compiled(entry).fullmatch(low)) is not None:
            unit = amounts[0].money.currency if amounts else _unit(found, head)
            return None if unit is None else _band(found, unit)
    return None


def _unit(found: re.Match[str], head: str) -> str | None:
    """Return the unit in the singular, None where the two ends are in different units."""
    named = found.groupdict()
    units = {one for one in (named.get("unit"), named.get("unit2")) if one}
    if not units and (said := _HEAD_UNIT.search(normal(head))) is not None:
        units = {said[1]}
    ones = {unit_named(one) for one in units}
    return next(iter(ones), "") if len(ones) < 2 else None


def _band(found: re.Match[str], unit: str) -> Band | None:
    named = found.groupdict()
    least, most = (figures(named[key]) if named.get(key) else None for key in ("least", "most"))
    if named.get("exact"):
        least = most = figures(named["exact"])
    if least is not None and most is not None and least > most:
        return None
    return Band(
        least=least,
        most=most,
        unit=unit,
        over=bool(named.get("over")),
        below=bool(named.get("below")),
        whole=_is_whole(unit, (least, most)),
    )


def _is_whole(unit: str, ends: tuple[Decimal | None, ...]) -> bool:
    """Whether such things are counted one by one."""
    if any(one is not None and one != one.to_integral_value() for one in ends):
        return False
    money = len(unit) == 3 and unit.isupper()
    return not money and ENGLISH.pattern("lookup.continuous").fullmatch(unit) is None

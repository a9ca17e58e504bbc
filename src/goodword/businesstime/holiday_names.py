"""Public holidays by the names that they have in a language, for people to read."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from goodword.businesstime.holiday import calendar_of, holidays_of
from goodword.policy.hours import HolidayPlace, Hours


def holiday_name(hours: Hours, day: date, language: str, joint: str) -> str | None:
    """Return what the public holiday on a date is called in a language; None where there is none.

    The country's own name for it where the country has none in that language. `joint` stands
    between two holidays that fall on one date.
    """
    for place in hours.holidays:
        name = _said(place, day.year, language).get(day)
        if name is not None:
            return name.replace("; ", joint)
    return None


def is_holidays_own_name(hours: Hours, day: date, name: str) -> bool:
    """Whether the name that closes a date is that of its public holiday, and nobody's own."""
    return any(
        holidays_of(place, day.year - 1, day.year + 1).get(day) == name for place in hours.holidays
    )


@lru_cache(maxsize=64)
def _said(place: HolidayPlace, year: int, language: str) -> Mapping[date, str]:
    country = calendar_of(place.country)
    found = country(
        subdiv=place.subdivision,
        # The neighbours as well: a holiday may be kept in the year before or after its own.
        years=range(year - 1, year + 2),
        observed=True,
        # Without a language the names would be those of the machine's own.
        language=language_among(
            tuple(getattr(country, "supported_languages", ())), language, place.country
        )
        or getattr(country, "default_language", None),
    )
    return {day: name for day, name in found.items() if day.year == year}


def language_among(known: tuple[str, ...], language: str, country: str) -> str | None:
    """Return the language in which a country's holidays are asked for; None where it has it not.

    The country's own form comes first (`en_AU`), then the plain one, then any other of the same
    language (`en_US`).
    """
    plain = language.partition("-")[0].lower()
    like = [one for one in known if one.partition("_")[0] == plain]
    for wanted in (f"{plain}_{country}", plain):
        if wanted in like:
            return wanted
    return like[0] if like else None

"""Public holidays of a place, by name."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from goodword.errors import UnknownNameError
from goodword.policy.hours import HolidayPlace


def holiday_data_version() -> str:
    """Return the version of the holiday calendars."""
    from holidays.version import __version__  # noqa: PLC0415 - 90 ms that few hours need pay

    return __version__


@lru_cache(maxsize=256)
def holidays_of(place: HolidayPlace, first_year: int, last_year: int) -> Mapping[date, str]:
    """Return the public holidays of the years, observed days included, with their names.

    Raises UnknownNameError for a country or a subdivision without a calendar.
    """
    import holidays  # noqa: PLC0415 - the same

    try:
        found = holidays.country_holidays(
            place.country,
            subdiv=place.subdivision,
            years=range(first_year, last_year + 1),
            observed=True,
        )
    except NotImplementedError as error:
        where = f"{place.country} {place.subdivision or ''}".strip()
        raise UnknownNameError(
            f'I know no public holidays of "{place.name or where}" ({where}).',
            hint='Name a country or one of its states, as in "Victoria, Australia".',
        ) from error
    return {day: name.replace("; ", " and ") for day, name in sorted(found.items())}

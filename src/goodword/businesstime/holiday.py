"""Public holidays of a place, by name."""

import sys
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import Lock
from typing import Any

from goodword.errors import UnknownNameError
from goodword.policy.hours import HolidayPlace

_COUNTRIES = "holidays.countries"
_loading = Lock()


def holiday_data_version() -> str:
    """Return the version of the holiday calendars."""
    from holidays.version import __version__  # noqa: PLC0415 - 90 ms that few hours need pay

    return __version__


@lru_cache(maxsize=256)
def holidays_of(place: HolidayPlace, first_year: int, last_year: int) -> Mapping[date, str]:
    """Return the public holidays of the years, observed days included, with their names.

    Raises UnknownNameError for a country or a subdivision without a calendar.
    """
    try:
        found = calendar_of(place.country)(
            subdiv=place.subdivision, years=range(first_year, last_year + 1), observed=True
        )
    except NotImplementedError as error:
        where = f"{place.country} {place.subdivision or ''}".strip()
        raise UnknownNameError(
            f'I know no public holidays of "{place.name or where}" ({where}).',
            hint='Name a country or one of its states, as in "Victoria, Australia".',
        ) from error
    return {day: name.replace("; ", " and ") for day, name in found.items()}


def calendar_of(country: str) -> Any:
    """Return what makes the holidays of a country; raises NotImplementedError where none does.

    Only that country's own module is loaded: those of all 250 take ten times as long, and most
    policies keep the holidays of one place.
    """
    from holidays.registry import COUNTRIES  # noqa: PLC0415 - the same 90 ms

    name = next((name for name, known in COUNTRIES.items() if country in known[1:]), None)
    if name is None:
        raise NotImplementedError(country)
    with _loading:
        if _COUNTRIES in sys.modules:
            return getattr(import_module(f"{_COUNTRIES}.{name}"), country)
        spec = find_spec(_COUNTRIES)
        assert spec is not None
        # A stand-in that knows where the modules are and has not run what loads them all.
        sys.modules[_COUNTRIES] = module_from_spec(spec)
        try:
            return getattr(import_module(f"{_COUNTRIES}.{name}"), country)
        finally:
            del sys.modules[_COUNTRIES]

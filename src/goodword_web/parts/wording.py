"""Times, spans and amounts in words that a person reads at a glance."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from goodword.clock.words import words_for
from goodword.policy.hours import Hours

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR

SYMBOLS = {
    "AUD": "$", "CAD": "$", "NZD": "$", "SGD": "$", "USD": "$", "GBP": "£", "EUR": "€",
    "JPY": "¥", "INR": "₹", "CHF": "CHF ", "ZAR": "R",
}  # fmt: skip

_HOURS: ContextVar[Hours | None] = ContextVar("hours", default=None)


@contextmanager
def times_of(hours: Hours | None) -> Iterator[None]:
    """Show times in the zone of these hours, and as their country writes them; None is UTC."""
    token = _HOURS.set(hours)
    try:
        with timezone.override(ZoneInfo(hours.zone if hours else "UTC")):
            yield
    finally:
        _HOURS.reset(token)


def words_of(slug: str) -> str:
    """Return a slug as words: `waive_fee` is "waive fee"."""
    return slug.replace("_", " ")


def moment(instant: int | dt.datetime) -> dt.datetime:
    """Return an instant (UTC seconds, or an aware datetime) in the zone now in force."""
    if isinstance(instant, dt.datetime):
        return timezone.localtime(instant)
    return timezone.localtime(dt.datetime.fromtimestamp(instant, tz=dt.UTC))


def local_time(instant: int | dt.datetime, *, with_zone: bool = True) -> str:
    """Return "Fri 20 Nov 2026, 4:40 pm AEDT": the time as the explanations beside it say it."""
    local = moment(instant)
    words = words_for((get_language() or "en").partition("-")[0], _HOURS.get())
    full = words.full(int(local.timestamp()) // MINUTE * MINUTE, _zone(local))
    return f"{full} {local.tzname()}" if with_zone else full


def _zone(local: dt.datetime) -> str:
    return local.tzinfo.key if isinstance(local.tzinfo, ZoneInfo) else "UTC"


def local_day(instant: int | dt.datetime) -> str:
    """Return "20 November 2026"."""
    return date_format(moment(instant), "j F Y")


def duration(seconds: int, *, is_working: bool = False) -> str:
    """Return the two largest units, rounded down: "2 hours 15 minutes", "1 day 10 hours".

    So the explanation beside it says it too. Working time has no days of 24 hours, so it is said in
    hours however long it is.
    """
    seconds = abs(int(seconds))
    if seconds < MINUTE:
        return _("less than a minute")
    if seconds < HOUR:
        return _minutes(seconds // MINUTE)
    if is_working or seconds < DAY:
        hours, rest = divmod(seconds, HOUR)
        minutes = rest // MINUTE
        named = _working_hours(hours) if is_working else _hours(hours)
        return f"{named} {_minutes(minutes)}" if minutes else named
    days, rest = divmod(seconds, DAY)
    hours = rest // HOUR
    named = ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    return f"{named} {_hours(hours)}" if hours else named


def time_left(seconds: int, *, is_working: bool = False) -> str:
    """Return "2 hours 15 minutes left", or "20 minutes over" for what is past."""
    words = duration(seconds, is_working=is_working)
    if seconds < 0:
        return _("%(words)s over") % {"words": words}
    return _("%(words)s left") % {"words": words}


def money(amount: Decimal | int | str, currency: str) -> str:
    """Return "$50", "$1,250.40", "50 SEK": cents only where there are some."""
    value = Decimal(amount)
    cents = value != value.to_integral_value()
    sign, number = ("-" if value < 0 else ""), f"{abs(value):,.{2 if cents else 0}f}"
    if currency in SYMBOLS:
        return f"{sign}{SYMBOLS[currency]}{number}"
    return f"{sign}{number} {currency}".strip()


def share(value: float) -> str:
    """Return "96%", or "96.4%" above 90 where a tenth matters; never 100% for less than all."""
    percent = value * 100
    shown = round(percent, 1 if 90 < percent < 100 else 0)
    if shown >= 100 and value < 1:
        shown = 99.9
    return f"{shown:g}%"


def _minutes(count: int) -> str:
    return ngettext("%(n)d minute", "%(n)d minutes", count) % {"n": count}


def _hours(count: int) -> str:
    return ngettext("%(n)d hour", "%(n)d hours", count) % {"n": count}


def _working_hours(count: int) -> str:
    return ngettext("%(n)d working hour", "%(n)d working hours", count) % {"n": count}

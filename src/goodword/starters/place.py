"""What hangs on the place: the time, the money, the number for emergencies, relay calls."""

from collections.abc import Mapping

from goodword.language.en import places
from goodword.language.en.echo_phrases import SYMBOLS
from goodword.policy.hours import HolidayPlace

_EMERGENCY: Mapping[str, str] = {
    "AU": "000",
    "NZ": "111",
    "US": "911",
    "CA": "911",
    "GB": "999",
    "IE": "112",
    "SG": "995",
    "HK": "999",
    "JP": "119",
    "CN": "120",
    "IN": "112",
    "ZA": "112",
}
# In the European Union and its neighbours, and on most mobile phones anywhere.
_ANYWHERE = "112"
_RELAY: Mapping[str, str] = {
    "AU": "the National Relay Service",
    "NZ": "the New Zealand Relay",
    "US": "711",
    "CA": "711",
    "GB": "Relay UK",
}


def zone_of_place(place: HolidayPlace) -> str | None:
    """Return the usual time zone of a place (IANA), None where it has several."""
    for country, subdivision, zone in places.PLACES.values():
        if country == place.country and (subdivision or None) == place.subdivision:
            return zone or None
    for country, subdivision, zone in places.PLACES.values():
        if country == place.country and not subdivision:
            return zone or None
    return None


def time_of_place(place: HolidayPlace) -> str | None:
    """Return the time of a place as a policy says it: `London`."""
    zone = zone_of_place(place)
    named = (name for name, known in places.ZONES.items() if known == zone)
    return next((name.title() for name in named), zone)


def sign_of_place(place: HolidayPlace) -> tuple[str, str]:
    """Return what stands before and after a sum in the place's own money: `("£", "")`."""
    currency = places.CURRENCIES.get(place.country, "USD")
    sign = SYMBOLS.get(currency)
    return (sign, "") if sign else ("", f" {currency}")


def emergency_number(country: str) -> str:
    """Return the number to call in an emergency."""
    return _EMERGENCY.get(country, _ANYWHERE)


def relay_service(country: str) -> str:
    """Return what people who cannot hear or speak on the phone call through."""
    return _RELAY.get(country, "a relay service")

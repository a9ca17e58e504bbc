"""Places of the English pack, for readers that are written for English."""

from collections.abc import Mapping

from goodword.language.pack import ENGLISH

ZONES: Mapping[str, str] = ENGLISH.words("places.zones")
# ISO 3166 country, subdivision for the calendar of public holidays, and the usual zone.
PLACES: Mapping[str, tuple[str, str | None, str | None]] = {
    name: (country, subdivision or None, zone or None)
    for name, (country, subdivision, zone) in ENGLISH.words("places.places").items()
}
CURRENCIES: Mapping[str, str] = ENGLISH.words("places.currencies")
SIGNS: Mapping[str, str] = ENGLISH.words("places.signs")
CURRENCY_NAMES: Mapping[str, str] = ENGLISH.words("places.currency_names")

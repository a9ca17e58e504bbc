"""By which ways people come to us, said of what they bring: "complaints may be made by phone …"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

from goodword.document.house_rule import ruled, unnumbered
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.service import channel_names, contacts_in
from goodword.language.time_phrase import times_in

_BROUGHT = r"(?:complaints?|requests?|feedback|enquir(?:y|ies)|quer(?:y|ies)|questions?|claims?|appeals?|applications?|orders?|bookings?|reports?|compliments?|comments?|suggestions?|concerns?|faults?|repairs?|grievances?)"
_SAID = Cued(
    rf"(?:(?:all|any|your|formal|new|general|informal) )*{_BROUGHT}(?: (?:and|or) {_BROUGHT})?(?: (?:for|about|of) [\w ]{{3,30}}?)? (?:can|may|could) (?:also )?be (?:made|lodged|submitted|sent|given|raised|reported|placed|filed|registered|logged|brought)\b(?P<how>[^;:]+)"
    rf"|(?:you|customers?|clients?|patients?|residents?|tenants?|members?|guests?|students?) (?:can|may) (?:also )?(?:make|raise|lodge|submit|send|give|report|register|file|place|log) (?:us )?(?:an? |your |any )?(?:formal )?{_BROUGHT}(?: to us)?\b(?P<way>[^;:]+)",
    " can | may | could ",
)
_FEWEST = 2


def ways_in(text: str) -> Understood | None:
    """Return the ways in that a sentence lists, as a rule in its own words; None for any other.

    One way alone may be how something is done, and a time makes it another matter.
    """
    plain = unnumbered(even(text)).rstrip(" .!")
    low = normal(plain)
    found = _SAID.fullmatch(low)
    if found is None or times_in(low):
        return None
    ways = channel_names(contacts_in(found["how"] or found["way"]))
    return ruled(plain, "channel") if len(ways) >= _FEWEST else None

"""What several readers of a step ask of its words."""

from goodword.document.second_people import people_in
from goodword.document.setting import Setting
from goodword.language.pack import ENGLISH

_ANY = Setting(alone=True)


def fits(entry: str, low: str) -> bool:
    """Whether a pattern of the pack stands in what is in small letters."""
    return ENGLISH.first(entry, low) is not None


def goes_to_somebody(does: str) -> bool:
    """Whether a role of ours is told or takes over: that is an escalation."""
    return fits("moments.goes", does) and any(one.is_known for one in people_in(does, _ANY))

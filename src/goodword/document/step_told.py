"""A step as it is told to whoever reads it: "offer the guest another room"."""

import re

from goodword.document.setting import Setting
from goodword.document.step_marks import fits, goes_to_somebody
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.verb import is_plain

_YOU = re.compile(r"\b(?:you|your)\b")
_US = re.compile(r"\b(?:you|your|we|us|our)\b")


def is_told(low: str, moment: str, setting: Setting) -> bool:
    """Whether it says what to do, to the team and not to the people who are served."""
    if ENGLISH.pattern("moments.first_step").match(low) is not None:
        return True
    does = _order(low)
    said = ENGLISH.pattern("moments.reported").sub("", low)
    if does is None or fits("conduct.to_us", said) or fits("moments.to_you", does):
        return False
    if _YOU.search(moment) is not None:
        of_team = fits("moments.serving_you", moment) or fits("conduct.served", said)
        return of_team and "please" not in low
    whole = f"{moment} {said}"
    return (
        any(fits(f"conduct.{name}", whole) for name in ("served", "serving", "matters"))
        or does.split(" ", 1)[0] in ENGLISH.names("moments.ours")
        or fits("moments.to_them", said)
        or fits("moments.of_them", moment)
        or fits("moments.house", whole)
        or (fits("moments.handbook", normal(setting.heading)) and "your" not in low.split())
    )


def is_told_below(low: str, moment: str, setting: Setting, *, sure: bool = False) -> bool:
    """Whether a line below a moment says what the team does: never below "When you call".

    `sure` is True where a header says that it is what is done.
    """
    does = _order(low) if _US.search(moment) is None else None
    said = ENGLISH.pattern("moments.reported").sub("", low)
    if does is None or "please" in low or fits("moments.no_deed_below", does):
        return False
    if fits("conduct.to_us", said):
        return False
    served = sure or any(
        fits(f"conduct.{name}", moment) for name in ("served", "serving", "matters")
    )
    return served or fits("moments.of_them", moment) or is_told(low, moment, setting)


def _order(low: str) -> str | None:
    """Return an order from its verb on; None for what is none, or takes a matter to somebody."""
    begins = ENGLISH.pattern("moments.adverbs").match(low)
    does = low[begins.end() :] if begins is not None else low
    if not is_plain(does.split(" ", 1)[0].strip(",;:")):
        return None
    # A noun may look like an order: "return labels are printed".
    no_order = ENGLISH.pattern("moments.no_order").match(does) is not None
    return None if no_order or goes_to_somebody(does) else does

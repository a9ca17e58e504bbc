"""Words behind a time that say for whom it is, and not from when: "on the Enterprise plan"."""

import re

_ON = re.compile(r"[, (]*on (?P<what>.*)", re.DOTALL)
# What happens, behind "on": "on receipt", "on your arrival", "on the day".
_HAPPENS = re.compile(
    r"\b(?:receipts?|arrival|delivery|approval|referral|purchase|orders?|request|return|closure"
    r"|discharge|transfer|notice|call|expiry|death|birth|day|date|hearing|report|acceptance|receiv"
    r"|being|\w+(?:tion|sion|ment|ing|ance))"
)


def is_scope_behind(words: str) -> bool:
    """Whether words that could say from when a time counts only say for which cases it is."""
    found = _ON.match(words)
    return found is not None and _HAPPENS.search(found["what"]) is None

"""A worked example as a line of the document's own `## Examples`."""

import re

from goodword.example.example import Example
from goodword.example.moment import year_of
from goodword.language.en.echo_phrases import MONTHS, WEEKDAYS
from goodword.policy.policy import Policy

_DAY = rf"\b(?:{'|'.join(WEEKDAYS)}) \d{{1,2}} (?:{'|'.join(MONTHS)})\b"
_UNDATED = re.compile(rf"({_DAY})(?! \d{{4}})")
_FIRST_DAY = re.compile(rf"{_DAY}(?P<year> \d{{4}})?")
_BARE_DAY = re.compile(
    rf"(?<!\bon )(?<!\bof )(?<!\bby )(?<!\bfrom )(?<!\bto )(?<!\buntil )({_DAY})"
)
_BARE_TIME = re.compile(rf"({_DAY}(?: \d{{4}})?) (?=\d\d:\d\d\b)")


def pasted(shown: Example, policy: Policy) -> str:
    """Return the worked example as a list item that passes when it is put into the document.

    The first date gets its year, for only the ones after it can do without.
    """
    words = shown.words
    first = _FIRST_DAY.search(words)
    if shown.started_at is not None and first is not None and first["year"] is None:
        words = _UNDATED.sub(rf"\1 {year_of(shown.started_at, policy)}", words, count=1)
    words = _BARE_TIME.sub(r"\1 at ", _BARE_DAY.sub(r"on \1", words))
    lower = words if words.startswith(("I ", "“", '"')) else f"{words[:1].lower()}{words[1:]}"
    return f"- Example: {lower}"

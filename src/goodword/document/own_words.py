"""What the weighed words say is a rule, and no reader could take apart: kept in its own words.

Whoever reads last sees what no form fitted, and what a form asks about. Below a heading or a
lead-in, which say what it is about, words that speak for a rule are enough to keep a sentence as it
is written, and never in silence. By itself a sentence has to be clearer (`second_conduct`).
"""

import re

from goodword.document.house_rule import below
from goodword.document.house_sorts import sort_of
from goodword.document.kind_shares import kind_shares, live_by_each, live_in, plain_shares
from goodword.document.only_told import only_told
from goodword.document.second_conduct import OTHERWISE, PLAIN_PROSE
from goodword.document.second_said import kept_in_words
from goodword.document.setting import Setting, Understood
from goodword.document.step_marks import fits
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in
from goodword.language.weights import weights

# From what share of the weight on a sentence without a form is kept, by each of the words and the
# network: what counts something is a rule more often than what does not. And from what share of
# both together one of which was asked what would keep it.
COUNTING, OTHER, WHOLE = 0.45, 0.5, 0.5
_COUNTS = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|ten|twelve|half|once|twice)\b")
# A row of a price list ends with a bare sum.
_PRICE = re.compile(r"\| ?[£$€] ?[\d.,]+$")
# What would keep a promise or a rule is asked.
_UNKNOWN = "RD03"


def in_own_words(read: Understood, text: str, setting: Setting, context: str = "") -> Understood:
    """Return what was read, or the sentence as a rule in its own words where they speak for one.

    Costs a look at each word of a sentence of which nothing was understood; English only.
    """
    if read.clauses or setting.language != ENGLISH.code or weights("kinds") is None:
        return read
    if not (setting.heading or context) or not _is_open(read, text):
        return read
    shares = kind_shares(text, setting.heading, context, "prose")
    live = live_in(shares)
    if live < (WHOLE if read.almost else COUNTING):
        return read
    if not read.almost and _only_tells(text, setting, context):
        return read
    plain = even(text).strip().rstrip(".")
    sort = sort_of(shares, plain, setting.heading, context)
    return kept_in_words(text, below(plain, context), sort, OTHERWISE) or read


def _only_tells(text: str, setting: Setting, context: str) -> bool:
    """Whether a sentence of which nothing was understood tells, by its grammar or its words."""
    low = normal(text)
    least = COUNTING if _COUNTS.search(low) is not None or times_in(low) else OTHER
    if live_by_each(text, setting.heading, context, "prose") < least:
        return True
    return only_told(text, setting.heading)


def _is_open(read: Understood, text: str) -> bool:
    """Whether nothing is known of a sentence, or only asked what would keep it."""
    if read.almost:
        return all(one.code == _UNKNOWN for one in read.findings)
    if read.findings or text.rstrip().endswith("?"):
        return False
    low = normal(text).rstrip(" .")
    if _PRICE.search(low) is not None:
        return False
    return plain_shares(text, "prose")["prose"] <= PLAIN_PROSE and not fits("conduct.nothing", low)

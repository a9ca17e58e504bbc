"""The kind of case that opens an item or a line, and that its other sentences speak of."""

import re

from goodword.document.block import Text
from goodword.language.normal import even, normal
from goodword.language.service import channels_in, subjects_in
from goodword.language.time_phrase import times_in

# "Emergency – danger to people or the building.", "Urgent (a leak).", "Routine."
_LABEL = re.compile(
    r"(?P<label>[A-Z][\w/&'-]*(?: [\w/&'-]+){0,3}?)"
    r"(?:(?: [–—-]|:) (?P<about>.+)|(?: \((?P<within>[^()]+)\))?[.:]?)$"
)
# "**Email:** we reply within 2 days. On Mondays within 1 day.": the label holds on for a bare time.
_RUNS_IN = re.compile(r"(?P<label>[A-Z][\w/&'-]*(?: [\w/&'-]+){0,3}?)(?::| [–—-]) \S")
_SAYS = re.compile(r"\b(?:we|you|they|is|are|will|must|shall|can|may)\b")


def item_label(first: str) -> str:
    """Return the kind of case or the channel that an item's first sentence names, else "".

    A sentence that promises something itself is no label: "Emergency: we come within 4 hours".
    """
    plain = even(first).strip().rstrip(".")
    found = _LABEL.match(plain)
    if found is None:
        return ""
    about = normal(found["about"] or found["within"] or "")
    label = normal(found["label"])
    if times_in(about) or _SAYS.search(label):
        return ""
    known = subjects_in(label) or subjects_in(f"{label} priority") or channels_in(label)
    return first.strip()[: len(found["label"])] if known else ""


def run_in_label(first: str) -> str:
    """Return the kind of case or the channel that a sentence in bold opens with, else ""."""
    found = _RUNS_IN.match(even(first))
    label = normal(found["label"]) if found is not None else ""
    known = label and not _SAYS.search(label) and (subjects_in(label) or channels_in(label))
    return first[: len(label)] if known else ""


def goes_on_below(sentence: str) -> bool:
    """Whether a sentence promises by a time and names neither a kind of case nor a channel."""
    low = normal(sentence)
    return bool(times_in(low)) and not (subjects_in(low) or channels_in(low))


def begins_in_bold(text: Text, source: str) -> bool:
    """Whether a sentence begins a line of the source, and begins it in bold."""
    at = text.offsets[0] if text.offsets else 0
    if not source.startswith(("**", "__"), at - 2) or at < 2:
        return False
    return not source[source.rfind("\n", 0, at) + 1 : at - 2].strip(" \t>-*+0123456789.)")

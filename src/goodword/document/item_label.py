"""The kind of case that opens an item of a list, and that its other sentences speak of."""

import re

from goodword.language.normal import even, normal
from goodword.language.service import channels_in, subjects_in
from goodword.language.time_phrase import times_in

# "Emergency – danger to people or the building.", "Urgent (a leak).", "Routine."
_LABEL = re.compile(
    r"(?P<label>[A-Z][\w/&'-]*(?: [\w/&'-]+){0,3}?)"
    r"(?:(?: [–—-]|:) (?P<about>.+)|(?: \((?P<within>[^()]+)\))?[.:]?)$"
)
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

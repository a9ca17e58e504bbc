"""The moment that a heading or a lead-in names: of those who are served, or of what goes wrong."""

import re

from goodword.document.moment_parted import moment_above
from goodword.document.step_marks import fits
from goodword.language.memory import remembered
from goodword.language.normal import normal

_OPENS = ("if", "when", "what to do")
# "When you write to us", "When things go wrong" speak to whoever reads.
_US = re.compile(r"\b(?:you|your|we|us|our|things)\b")


@remembered(512)
def moment_headed(above: str) -> str | None:
    """Return the name of the moment ("somebody is aggressive"), None where it is none of ours."""
    found = moment_above("", above) if above.lower().startswith(_OPENS) else None
    if found is None or _US.search(normal(found.name)) is not None:
        return None
    low = normal(found.name)
    entries = ("conduct.served", "conduct.serving", "conduct.matters", "moments.of_them")
    return found.name if any(fits(one, low) for one in (*entries, "moments.goes_wrong")) else None


def narrows(moment: str) -> bool:
    """Whether promises below a moment are for it alone.

    "When a complaint comes in" is each complaint, as the promises say themselves.
    """
    return not fits("conduct.matters", normal(moment))

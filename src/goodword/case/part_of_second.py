"""What comes after the seconds of a moment: it settles which of two events came first."""

import re

_PART = re.compile(r":\d{2}[.,](\d+)")


def part_of_second(moment: str) -> str:
    """Return the digits after the seconds, without zeros at the end; "" where there are none.

    Two of them compare as the parts of a second do. Instants are whole seconds: beyond the order
    of events within one, a part changes nothing.
    """
    found = _PART.search(moment)
    return found[1].rstrip("0") if found else ""

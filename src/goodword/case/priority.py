"""What a priority is called, however it is written."""

import re

_NUMBERED = re.compile(r"^(?:(?P<priority>p|prio|priority)|(?P<severity>s|sev|severity))?_?(\d+)$")


def priority_named(slug: str) -> str:
    """Return the slug by which policies name a priority: `1`, `p1` and `prio_1` are `priority_1`.

    `sev_2` is `severity_2`; what bears no number stays as it is.
    """
    found = _NUMBERED.match(slug)
    if found is None:
        return slug
    return f"{'severity' if found['severity'] else 'priority'}_{found[3]}"

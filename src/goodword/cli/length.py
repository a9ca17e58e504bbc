"""A length of time in the words of a report."""


def length(seconds: float, *, in_hours: bool) -> str:
    """Return a length as people say it; open time stays in hours, which days would hide."""
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    hours = f"{seconds / 3600:,.0f} h" if seconds >= 360_000 else f"{seconds / 3600:.1f} h"
    return hours if in_hours or seconds < 172_800 else f"{seconds / 86_400:,.1f} days"

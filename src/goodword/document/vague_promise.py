"""What means to bind and says nothing that can be kept: "All calls are handled promptly"."""

from goodword.document.condition_text import frame
from goodword.document.promise_whose import is_of_others, is_past, is_theirs
from goodword.document.second_said import nothing_to_keep
from goodword.document.setting import Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.service import shares_in
from goodword.language.time_phrase import times_in

_KINDS = ("soon", "posted", "in_touch", "leave", "upward", "short")
# Deeds that a time would make promises; they are looked for in the main clause alone.
_TIMELESS = ("written", "received", "posted_out", "looked", "ahead", "effort")
_ANYWHERE = ("intervals", "suitable", "stated")


def vague_promise(text: str, *, led: bool) -> Understood | None:
    """Return the question what would keep a sentence that promises in words nobody can measure.

    To be asked last. `led` is True below a lead-in such as "We will:". None for what tells, for
    what others do, and for any sentence with a time or a share.
    """
    low = normal(text)
    taken = frame(even(text))
    main = low[taken.start : taken.end].strip(" ,")
    said = any(_fits(one, low) for one in _KINDS) and not _fits("no_pledge", low)
    if not (said or _is_timeless(main)) or any(not one.vague for one in times_in(low)):
        return None
    if shares_in(low) or is_past(main) or is_of_others(main) or is_theirs(main, led=led):
        return None
    return nothing_to_keep(text)


def _is_timeless(main: str) -> bool:
    """Whether the main clause has a deed for those we serve that wants nothing but its time."""
    if _fits("exceptions", main):
        return True
    return any(_fits(one, main) for one in (*_TIMELESS, *_ANYWHERE)) and not _fits("no_deed", main)


def _fits(name: str, low: str) -> bool:
    return ENGLISH.first(f"vague.{name}", low) is not None

"""What means to bind and says nothing that can be kept: "All calls are handled promptly"."""

from functools import cache

from goodword.document.condition_text import frame
from goodword.document.promise_whose import is_of_others, is_past, is_theirs
from goodword.document.second_said import nothing_to_keep
from goodword.document.setting import Understood
from goodword.language.cued import Pattern, sifted
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.service import shares_in
from goodword.language.sieve import Sieve
from goodword.language.time_phrase import times_in

_KINDS = ("soon", "posted", "in_touch", "leave", "upward", "short")
# Deeds that a time would make promises; they are looked for in the main clause alone.
_TIMELESS = ("written", "received", "posted_out", "looked", "ahead", "effort")
_ANYWHERE = ("intervals", "suitable", "stated")
_DEEDS = (*_TIMELESS, *_ANYWHERE)


def vague_promise(text: str, *, led: bool) -> Understood | None:
    """Return the question what would keep a sentence that promises in words nobody can measure.

    To be asked last. `led` is True below a lead-in such as "We will:". None for what tells, for
    what others do, and for any sentence with a time or a share.
    """
    low = normal(text)
    taken = frame(even(text))
    main = low[taken.start : taken.end].strip(" ,")
    said = _fits_any(_KINDS, low) and not _fits("no_pledge", low)
    if not (said or _is_timeless(main)) or any(not one.vague for one in times_in(low)):
        return None
    if shares_in(low) or is_past(main) or is_of_others(main) or is_theirs(main, led=led):
        return None
    return nothing_to_keep(text)


def _is_timeless(main: str) -> bool:
    """Whether the main clause has a deed for those we serve that wants nothing but its time."""
    if _fits("exceptions", main):
        return True
    return _fits_any(_DEEDS, main) and not _fits("no_deed", main)


def _fits_any(names: tuple[str, ...], low: str) -> bool:
    """Whether one of several patterns stands; those without a cue in the text are not asked."""
    return any(pattern.search(low) is not None for pattern, _ in _sieve(names).through(low))


@cache
def _sieve(names: tuple[str, ...]) -> Sieve[tuple[Pattern, None]]:
    return sifted((ENGLISH.pattern(f"vague.{name}"), None) for name in names)


def _fits(name: str, low: str) -> bool:
    return ENGLISH.first(f"vague.{name}", low) is not None

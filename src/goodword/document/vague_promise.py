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


def vague_promise(text: str, *, led: bool) -> Understood | None:
    """Return the question what would keep a sentence that promises in words nobody can measure.

    To be asked last. `led` is True below a lead-in such as "We will:". None for what tells, for
    what others do, and for any sentence with a time or a share.
    """
    low = normal(text)
    found = [one for one in _KINDS if ENGLISH.first(f"vague.{one}", low) is not None]
    if not found or any(not one.vague for one in times_in(low)) or shares_in(low):
        return None
    taken = frame(even(text))
    main = low[taken.start : taken.end].strip(" ,")
    if is_past(main) or is_of_others(main) or is_theirs(main, led=led):
        return None
    if ENGLISH.first("vague.no_pledge", low) is not None:
        return None
    return nothing_to_keep(text)

"""Whether a sentence only tells or asks: what was done, what others do, what is counted.

Such a sentence has a deed and often a time, and rules nothing. What is told is judged by grammar:
the tense of its first verb, whose deed it is, what stands inside a question or a quotation, and
whether it is denied. The patterns stand in `only_told.toml` of the pack; English only.
"""

from goodword.document.asides import asides
from goodword.document.condition_text import frame
from goodword.document.promise_whose import is_theirs
from goodword.language.memory import remembered
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.service import shares_in, vague_in
from goodword.language.time_phrase import times_in

# What tells of others, or belongs to a page: no rule of any kind.
_OF_OTHERS = ("other_houses", "opinion", "talked_of", "wants", "disclaims", "law_says")
# What tells when a deed was done, or by whom, or how often: no promise.
_OF_DEEDS = (
    "other_bodies",
    "bound_to_us",
    "theirs",
    "volume",
    "average",
    "nobody",
    "wished",
    "counting",
    "measure_is",
    "most_of_them",
    "described",
    "advice",
    "proposed",
    "valid_for",
    "we_wait",
    "cut_off",
)
# What stands where a condition may open as well.
_WHOLE = ("was_then", "ideal", "lawful", "asked", "depends")


@remembered(1_024)
def tells_of_others(text: str, *, allowed: bool = False) -> bool:
    """Whether a sentence says what other houses do or people think, or leads to another page.

    `allowed` is True where it was taken to say what somebody may do: nobody may do what can take
    up to two weeks.
    """
    low = normal(text)
    if _fits("page", low) or (allowed and _fits("takes_time", low)):
        return True
    main = _main(text)
    return any(_fits(name, main) for name in _OF_OTHERS)


@remembered(1_024)
def only_told(text: str, heading: str = "") -> bool:
    """Whether a sentence with a deed tells or asks and promises nothing, as its grammar shows.

    `heading` is what it stands below: figures of last year promise nothing either.
    """
    low, main = normal(text), _main(text)
    return (
        tells_of_others(text)
        or (_fits("figures_above", normal(heading)) and not _fits("rules", main))
        or _is_quoted(text)
        or any(_fits(name, low) for name in _WHOLE)
        or any(_fits(name, main) for name in _OF_DEEDS)
        or _reports(main)
        or _is_past(main, low)
        or _is_denied(main)
    )


@remembered(1_024)
def reports_regularly(text: str) -> bool:
    """Whether what a sentence tells somebody is a report of every month or year.

    Nothing goes up by it, whatever has happened.
    """
    return _fits("regularly", normal(text))


@remembered(1_024)
def asks_of_them(text: str, *, led: bool) -> bool:
    """Whether a sentence asks something of the people we serve, or says what we know.

    `led` is True below a lead-in such as "We will:", where a bare verb is ours.
    """
    main = _main(text)
    if _fits("known", main):
        return True
    return is_theirs(main, led=led) and _fits("to_us", main) and not _fits("they_can", main)


def _main(text: str) -> str:
    """Return the main clause, with blanks where a condition stands in it."""
    taken, low = frame(text), normal(text)
    for start, end in taken.hidden:
        low = f"{low[:start]}{' ' * (end - start)}{low[end:]}"
    return low[taken.start : taken.end].strip(" ,")


def _fits(name: str, low: str) -> bool:
    return ENGLISH.first(f"only_told.{name}", low) is not None


def _reports(main: str) -> bool:
    """Whether it says what is measured, or lists what a page or a letter holds."""
    if shares_in(main):
        return False
    return _fits("reported", main) or _fits("counted_only", main)


def _is_past(main: str, low: str) -> bool:
    """Whether the first verb of the main clause tells of the past."""
    if _fits("used_to", main):
        return True
    rules = _fits("rules", main)
    if _fits("we_did", main) and not _fits("modal", main):
        return True
    if not rules and _fits("it_did", main):
        return True
    if not rules and _fits("perfect", main) and (shares_in(main) or _fits("period", low)):
        return True
    for found in ENGLISH.found("only_told.was", main):
        if any(start <= found.start() < end for start, end in asides(main)):
            continue
        subject = main[: found.start()].rstrip()
        return not _fits("no_subject", subject) and not _fits("rules", main[found.end() :])
    return False


def _is_denied(main: str) -> bool:
    """Whether it says that something is not done, not always, or cannot be."""
    for name in ("denied", "cannot"):
        found = ENGLISH.first(f"only_told.{name}", main)
        if found is None or any(start <= found.start() < end for start, end in asides(main)):
            continue
        before = main[: found.start()]
        if times_in(before) or vague_in(before) or _fits("denies_wait", main[found.end() :]):
            continue
        return True
    return False


def _is_quoted(text: str) -> bool:
    """Whether its deed and its time stand in somebody's words, told by the rest of it."""
    found = ENGLISH.pattern("only_told.quoted").search(even(text))
    if found is None:
        return False
    low = normal(text)
    around = f"{low[: found.start()]} {low[found.end() :]}"
    inside = bool(times_in(found[1].lower())) or vague_in(found[1].lower()) is not None
    return inside and _fits("says", around) and not times_in(around)

"""Numbers of a table row whose unit stands elsewhere: in a column of units, or over the last."""

import re

_UNIT = re.compile(
    r"(?i)(?:(?:working|business|office|calendar) )?(?:days?|hours?|minutes?|mins?|weeks?|months?)"
)
_UNIT_HEAD = re.compile(r"(?i)(?:time )?units?(?: of (?:time|measure\w*))?")
_IN_HEAD = re.compile(
    r"(?i) ?\((?:in )?(?P<unit>(?:(?:working|business|office|calendar) )?"
    r"(?:days?|hours?|minutes?|mins?|weeks?|months?))\)\s*$"
)
# A header that is a unit and no more: "Working days", "Time in days", "Minutes allowed".
_UNIT_ALONE = re.compile(
    r"(?i)(?:(?:time(?: limit)?|target|limit|standard|number of|no\.? of|max(?:imum)?|within) )*"
    r"(?:\(?in )?(?P<unit>(?:(?:working|business|office|calendar) )?"
    r"(?:days?|hours?|minutes?|weeks?|months?))\)?"
    r"(?: (?:allowed|taken|needed|required|max(?:imum)?|at most|or less|target|limit))?"
)
_SEVERAL = 2
# A number or a range of two, and nothing besides.
BARE = re.compile(r"\d{1,3}(?: ?(?:-|to|–) ?\d{1,3})?")


def unit_alone(head: str) -> str:
    """Return the unit that a header says and no more; empty where it says another thing."""
    found = _UNIT_ALONE.fullmatch(head.strip())
    return found["unit"] if found is not None else ""


def with_units(texts: list[str], heads: list[str]) -> tuple[list[str], list[str]]:
    """Return a row with its numbers and their units together.

    "4-6 | Days" below "Standard | Unit" is 4-6 days; "28 | 14 | 8" below "Sole | Joint | Group
    (days)" are days, all of them.
    """
    if len(texts) != len(heads):
        return texts, heads
    for place in range(1, len(texts)):
        if _UNIT_HEAD.fullmatch(heads[place].strip()) and _UNIT.fullmatch(texts[place].strip()):
            before = place - 1
            if before and BARE.fullmatch(texts[before].strip()):
                joined = f"{texts[before].strip()} {texts[place].strip().lower()}"
                return (
                    [*texts[:before], joined, *texts[place + 1 :]],
                    [*heads[:place], *heads[place + 1 :]],
                )
    return _over_all(texts, heads)


def _over_all(texts: list[str], heads: list[str]) -> tuple[list[str], list[str]]:
    """Return the cells with the unit that the last header says of all the numbers in a row."""
    named = _IN_HEAD.search(heads[-1]) if heads else None
    numbers = [place for place in range(1, len(texts)) if BARE.fullmatch(texts[place].strip())]
    side_by_side = numbers == list(range(numbers[0], len(texts))) if numbers else False
    if named is None or len(numbers) < _SEVERAL or not side_by_side:
        return texts, heads
    if any("(" in heads[place] for place in numbers[:-1]):
        return texts, heads
    unit = named["unit"].lower()
    cells = [
        f"{text.strip()} {unit}" if place in numbers else text for place, text in enumerate(texts)
    ]
    return cells, [*heads[:-1], heads[-1][: named.start()]]

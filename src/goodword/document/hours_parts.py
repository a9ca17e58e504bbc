"""Hours of one part of the house: a channel, a desk, a team or a place."""

import re

from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.word import slug
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HoursClause, PartHours

_BEFORE = re.compile(
    r"^(?:(?:the|our) )?(?:(?:opening|business) )?(?:(?:hours|times) (?:of|for) )?"
    r"(?:(?:the|our) )?",
    re.IGNORECASE,
)


def part_hours(named: str, clauses: tuple[Clause, ...]) -> PartHours | None:
    """Return the hours of the part whose name is given, from what a sentence says as of the house.

    None where it says what is kept for the house alone: seasons, and single days with hours.
    """
    weeks = [one for one in clauses if isinstance(one, HoursClause)]
    closures = [one for one in clauses if isinstance(one, ClosureClause)]
    others = len(clauses) - len(weeks) - len(closures)
    if len(weeks) != 1 or not any(weeks[0].week) or others:
        return None
    if any(one.own_hours or one.special for one in closures):
        return None
    name = named_part(named)
    return PartHours(
        part=slug(name),
        name=name,
        channel=channel_of_part(name),
        week=weeks[0].week,
        closed=weeks[0].closed,
        closures=tuple(day for one in closures for day in one.closures),
        public_holidays=any(one.public_holidays for one in closures),
    )


def named_part(words: str) -> str:
    """Return the name of a part without quotation marks and article."""
    return _BEFORE.sub("", words.strip('" .:,'))


def channel_of_part(name: str) -> str | None:
    """Return the channel by which people come to this part, where it is one."""
    low = normal(name)
    channels = ENGLISH.words("hours.part_channels")
    return next(
        (
            channel
            for channel, pattern in channels.items()
            if ENGLISH.compiled(rf"^(?:(?:the|our|by|on|via|for|to) )*(?:{pattern})$").match(low)
        ),
        None,
    )

"""Who a sentence tells, by its weighed words, and after which times."""

import re
from dataclasses import dataclass, replace

from goodword.document.escalation_waits import Length, is_undone
from goodword.document.second_people import (
    Person,
    marks_of_length,
    marks_of_person,
    people_in,
    told_about,
)
from goodword.document.setting import Setting
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.weights import Weights, weights

# From this share on somebody is told, or a time is one after which somebody is told.
TOLD = 0.5
AFTER = 0.5
# The least share of whoever is likeliest to be told, where nobody reaches the first.
LIKELY = 0.2
# A heading that names who a list goes up to: "Level 2: engineering team".
_STEP = re.compile(r"^(?:level|tier|step|stage|line)\b|\bescalat")
_JOINED = re.compile(
    r"(?:,|,? (?:and|as well as|plus|&|together with))"
    r"(?: (?:to|also|the|our|an?|then|tell|inform|notify|alert|page|copy in|call))* "
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words of a sentence tell: the people told, and each time with its share.

    `share` is the greatest of anybody named, `lead` how many letters its lead-in has.
    """

    text: str
    low: str
    lead: int
    people: tuple[Person, ...]
    told: tuple[Person, ...]
    share: float
    shares: tuple[tuple[Person, float], ...]
    lengths: tuple[tuple[Length, float], ...]


@remembered(256)
def telling(text: str, setting: Setting, context: str) -> Telling | None:
    """Return what the tables find in a sentence behind its lead-in; None without tables."""
    people, waits = weights("told"), weights("waited")
    if people is None or waits is None:
        return None
    scene = told_about(text, setting, context)
    low, every = scene.low, scene.people
    shares = [people.shares(marks_of_person(low, one, every))["told"] for one in every]
    told = tuple(one for one, share in zip(every, shares, strict=True) if share >= TOLD)
    if not told and every:
        # Somebody has to be told: the likeliest, where the words do not speak against it.
        best = max(range(len(every)), key=lambda at: shares[at])
        told = (every[best],) if shares[best] > LIKELY and every[best].is_known else ()
    named = tuple(zip(every, shares, strict=True))
    lengths = tuple(
        (one, 0.0 if _tells_by(low, scene.lead, one, told) else _share(waits, low, one, told))
        for one in scene.lengths
    )
    return Telling(
        scene.text, low, scene.lead, every, told, max(shares, default=0.0), named, lengths
    )


def named_above(it: Telling, setting: Setting) -> Telling:
    """Return the same with who the heading names, where the sentence names nobody who is told."""
    low = normal(setting.heading)
    named = [one for one in people_in(low, setting) if one.is_known and not one.role[-1].isdigit()]
    if len(named) != 1 or _STEP.search(low) is None:
        return it
    above = replace(named[0], start=0, end=0)
    return replace(it, told=(above,), share=1.0, shares=(*it.shares, (above, 1.0)))


def _tells_by(low: str, lead: int, one: Length, told: tuple[Person, ...]) -> bool:
    """Whether a time stands in a lead-in beside who is told: by then, of what the list names."""
    beside = one.end <= lead and any(who.end <= lead for who in told)
    return beside and not is_undone(low[:lead])


def _share(table: Weights, low: str, one: Length, told: tuple[Person, ...]) -> float:
    return table.shares(marks_of_length(low, one, told))["after"]


def together(it: Telling) -> tuple[Person, tuple[str, ...]]:
    """Return who is likeliest told, or the first of the people joined to them, and the others."""
    shares = dict(it.shares)
    best = max(it.told, key=lambda one: shares[one])
    group = [best]
    for one in reversed(it.told[: it.told.index(best)]):
        if _JOINED.fullmatch(it.low, one.end, group[0].start):
            group.insert(0, one)
    for one in it.told[it.told.index(best) + 1 :]:
        if _JOINED.fullmatch(it.low, group[-1].end, one.start):
            group.append(one)
    also = dict.fromkeys(one.role for one in group[1:] if one.role != group[0].role)
    return group[0], tuple(also)

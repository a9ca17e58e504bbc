"""The moments of a kind of work, taken from its starter and put into another's words."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from goodword.document.echo_amounts import listed
from goodword.document.read import read
from goodword.starters.sector import OTHER, sector_called
from goodword.starters.starter import starter

# Whom a starter's own roles answer to: the highest one is the owner of a composed policy.
_TOP = {
    "clinic": "practice owner",
    "practice": "senior partner",
    "shop": "owner",
    "software": "head of support",
    "hotel": "general manager",
    "council": "head of customer services",
    "bank": "head of member services",
}
# How a composed policy meets abuse stands in it anyway.
# What these meet is told apart from the starters.
_ANY_WORK = frozenset({"solo", OTHER})
_TEAM = re.compile(r"^Our team has .+$", re.MULTILINE)
_WARNS = re.compile(r"\bwarn\b")
_HEADING = re.compile(r"^## When (?P<name>.+)$", re.MULTILINE)
_STEP = re.compile(r"^\d+\. (?P<words>.+)$", re.MULTILINE)
_PEOPLE_SAY = re.compile(r"^People may say .+$", re.MULTILINE)
_CALL = re.compile(r"\b(?:call|ring) (?:000|111|112|911|999)\b")
_NUMBER = re.compile(r" on \d[\d ]{6,}\d")
_SUM = re.compile(r"[$£€](\d[\d,]*)")
# Somebody who works alone has nobody else to send for.
_OTHERS = re.compile(
    r"\b(?:another (?:clinician|person|practitioner)|second person|colleague|the chef|press number"
    r"|right person or|woken the right)\b"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A situation as it stands in a starter: its heading, what people say, and its steps."""

    name: str
    people_say: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What a moment needs to know of the policy that it goes into.

    `lead` and `owner` decide ("the shop manager"); `adviser` stands in for both where one person
    works alone, else None. `money` is what stands before and after a sum.
    """

    lead: str
    owner: str
    emergency: str
    money: tuple[str, str]
    adviser: str | None = None


def situation_names(sector: str | None) -> tuple[str, ...]:
    """Return the moments of the kind of work that the words name, in order."""
    return tuple(moment.name for moment in moments(_sector_name(sector)))


def _sector_name(words: str | None) -> str:
    found = sector_called(words) if words is not None else None
    return OTHER if found is None else found.name


@cache
def moments(sector: str) -> tuple[Moment, ...]:
    """Return the moments of a sector's starter, those of abuse left out.

    A trade of one person, and work of another kind, have moments that any work has.
    """
    if sector in _ANY_WORK:
        return _of_any_work()
    text = starter(sector)
    found = []
    for heading in _HEADING.finditer(text):
        end = text.find("\n## ", heading.end())
        body = text[heading.end() : end if end >= 0 else len(text)]
        said = _PEOPLE_SAY.search(body)
        steps = tuple(one["words"] for one in _STEP.finditer(body))
        if said is not None and not any(_WARNS.search(one) for one in steps):
            found.append(Moment(heading["name"], said[0], steps))
    return tuple(found)


def _of_any_work() -> tuple[Moment, ...]:
    text = (files(__package__) / "moments.toml").read_text(encoding="utf-8")
    return tuple(
        Moment(
            one["name"],
            _people_say(one["say"]),
            tuple(one["steps"]),
        )
        for one in tomllib.loads(text)["moment"]
    )


def _people_say(words: list[str]) -> str:
    quoted = listed((f'"{one}"' for one in words), "or")
    return f"People may say {quoted}."


def moment_text(sector: str, name: str, house: House) -> str:
    """Return the section of one moment (Markdown) in the words of a house.

    A moment of the house's own gets the steps that fit any; they are for it to write on.
    """
    known = next((one for one in moments(sector) if one.name == name), None)
    if known is None:
        ask = f"ask {house.adviser}" if house.adviser else f"tell {house.lead} within 1 working day"
        known = Moment(
            name,
            "",
            (
                "Listen to the end.",
                'Say "Let me see what I can do."',
                f"If you need help, {ask}.",
                "Record what was agreed.",
            ),
        )
        steps = known.steps
    else:
        steps = tuple(step for one in known.steps if (step := _step(one, sector, house)))
    numbered = "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    say = f"{known.people_say}\n" if known.people_say else ""
    return f"## When {name}\n\nThis section is for our team only.\n{say}\n{numbered}\n"


def _step(words: str, sector: str, house: House) -> str | None:
    before, after = house.money
    step = _CALL.sub(f"call {house.emergency}", words)
    step = _NUMBER.sub("", step)
    step = _SUM.sub(rf"{before}\g<1>{after}", step)
    roles = _roles(sector)
    if house.adviser is not None:
        # Whoever works alone has nobody to tell, to hand over to, or to fetch.
        named = re.search(rf"\bthe (?:{roles})\b", step, re.IGNORECASE)
        return None if named or _OTHERS.search(step) else step
    return re.sub(
        rf"\bthe (?P<role>{roles})\b",
        lambda one: house.owner if one["role"] == _TOP.get(sector) else house.lead,
        step,
    )


@cache
def _roles(sector: str) -> str:
    """Return a pattern of the roles that steps of the sector's starter name."""
    if sector in _ANY_WORK:
        return "owner"
    listed_roles = _TEAM.search(starter(sector))
    team = read(listed_roles[0] if listed_roles else "").policy
    names = {role.name for role in team.roles} | {_TOP[sector]}
    longest = sorted((re.escape(one) for one in names), key=len, reverse=True)
    return "|".join(rf"{one}(?: on (?:duty|call))?" for one in longest)

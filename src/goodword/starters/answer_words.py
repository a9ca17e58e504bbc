"""Answers in words: a name, a wish, ways to reach us, moments."""

import re

from goodword.document.definitions import channel_named
from goodword.document.read import read
from goodword.policy.definition import ChannelClause, IdentityClause
from goodword.starters.question import Answers
from goodword.starters.sector import OTHER, sector_called
from goodword.starters.situations import situation_names
from goodword.starters.taken import GRAVE, HOURS, Again, Taken, trouble

_LONGEST_NAME = 80
_MOST_SENTENCES = 2
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CHANNEL = re.compile(r"(?:^|[;,\n]|\band\b)\s*(?P<name>[A-Za-z][\w -]{1,28}?):\s*")
_ALSO = re.compile(r"\balso:?\b", re.IGNORECASE)


def name_of(words: str, _: Answers) -> Taken | Again:
    """Return the name of the organisation."""
    name = words.strip(" .,;:")
    sentence = f"We are {name}, and we call the people we serve customers."
    clauses = read(f"# {name}\n\n{sentence}\n").policy.of_kind(IdentityClause)
    read_as = clauses[0].organisation if clauses else ""
    if len(name) > _LONGEST_NAME or read_as != name or re.search(r"[<>\[\]{}#|*`_\\]", name):
        return Again(
            "I cannot put that into a sentence as a name. Write it as it stands on your door, "
            "such as Willow Street Bakery."
        )
    return Taken(name)


def sector_of(words: str, _: Answers) -> Taken:
    """Return the name of the sector, or `other`."""
    found = sector_called(words)
    if found is None:
        return Taken(
            OTHER,
            "I know no moments of that kind of work, so I take what holds for any. Add yours.",
        )
    return Taken(found.name, f"I take the moments of the starter “{found.name}”.")


def wish_of(words: str, _: Answers) -> Taken | Again:
    """Return one or two sentences that make no rule."""
    sentences = _SENTENCE.split(words)
    if len(sentences) > _MOST_SENTENCES:
        return Again("Two sentences at most, please: what stands first is read most.")
    wish = words if words[-1] in ".!?" else f"{words}."
    wish = f"{wish[:1].upper()}{wish[1:]}"
    wrong = trouble(wish)
    return wrong or Taken(wish)


def needs_of(words: str, _: Answers) -> Taken | Again:
    """Return what people want, so that it can end a sentence."""
    needs = words.rstrip(".")
    needs = re.sub(r"^(?:they|people|our \w+|customers) (?:want|like|need)s? (?:most )?", "", needs)
    wrong = trouble(f"What people want most of us: {needs}.")
    return wrong or Taken(f"{needs[:1].lower()}{needs[1:]}" if needs[1:2].islower() else needs)


def channels_of(words: str, _: Answers) -> Taken | Again:
    """Return a line for each way to reach us."""
    marks = list(_CHANNEL.finditer(words))
    lines, unknown = [], []
    for mark, following in zip(marks, (*marks[1:], None), strict=False):
        end = following.start() if following is not None else len(words)
        address = words[mark.end() : end].strip(" ,;.")
        line = f"{mark['name'][:1].upper()}{mark['name'][1:]}: {address}"
        if channel_named(mark["name"]) is None:
            unknown.append(mark["name"])
        elif read(f"## How to reach us\n\n- {line}\n").policy.of_kind(ChannelClause):
            lines.append(line)
        else:
            unknown.append(f"{mark['name']}: {address}")
    if unknown or not lines:
        which = f'I cannot tell how people would use "{unknown[0]}". ' if unknown else ""
        return Again(
            f"{which}Write each way with its number or address, such as "
            "Phone: 01632 960111; Email: hello@willow-street.example."
        )
    return Taken("\n".join(lines))


def situations_of(words: str, answers: Answers) -> Taken | Again:
    """Return the chosen moments by name, one a line."""
    names = situation_names(answers.get("sector"))
    chosen, _, also = _parted(words)
    numbers = [int(one) for one in re.findall(r"\d+", chosen)]
    wrong = [one for one in numbers if not 1 <= one <= len(names)]
    if wrong:
        return Again(f"There is no number {wrong[0]}: they run from 1 to {len(names)}.")
    if re.search(r"\b(?:all|every|everything)\b", chosen, re.IGNORECASE):
        numbers = list(range(1, len(names) + 1))
    own = [_moment(one) for one in re.split(r"[;\n]", also) if one.strip(" .,")]
    if not numbers and not own and not re.search(r"\bnone\b", chosen, re.IGNORECASE):
        return Again("Give numbers from the list, such as 1, 2 and 4; or say all, or none.")
    for one in own:
        if not re.fullmatch(r"[\w ,'’-]{4,80}", one) or _trouble_heading(one):
            return Again(
                f'I cannot make a heading of "{one}". Say what happens in a few plain words, '
                "such as somebody brings a dog."
            )
    kept = dict.fromkeys([*(names[number - 1] for number in numbers), *own])
    return Taken("\n".join(kept))


def _parted(words: str) -> tuple[str, str, str]:
    also = _ALSO.search(words)
    return (words, "", "") if also is None else (words[: also.start()], "also", words[also.end() :])


def _moment(words: str) -> str:
    return re.sub(r"^(?:when|if) ", "", words.strip(" .,:"), flags=re.IGNORECASE)


def _trouble_heading(words: str) -> bool:
    text = f"# A place\n\n{HOURS}\n## When {words}\n\n1. Listen to the end.\n"
    reading = read(text)
    grave = any(one.severity in GRAVE for one in reading.problems)
    return grave or not any(one.id.startswith("situation-") for one in reading.policy.clauses)

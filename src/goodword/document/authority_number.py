"""A step of authority that says another number: "The Area Manager, three"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.authority_done import deed_of
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.authority_step import MARK, Rung, Steps, bare, read_as
from goodword.document.setting import Understood
from goodword.language.word import singular
from goodword.policy.authority import Authority

NUMBER = r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half|a dozen)"
_COUNT = re.compile(
    rf"\b(?P<many>{NUMBER}) (?P<noun>(?!of\b|to\b|for\b|per\b)[a-z][\w-]*)(?P<tail>.*)$"
)
_TIMED = re.compile(r"\b\d[\d,.]*|\b(?:day|week|month|year|hour|night|visit|time|stay|session)s?\b")


def counted_as(
    found: re.Match[str],
    step: Rung,
    first: Rung,
    own: Authority,
    it: AuthoritySentence,
    read: Steps,
) -> Understood | None:
    """Return "the Area Manager, three" with the deed of the first step."""
    before = it.plain[first.start : first.end].rstrip(" ,;.")
    place = first.role.start - first.start, first.role.end - first.start
    numbers = [
        one
        for at in range(len(before))
        if (one := _COUNT.match(before, at)) is not None and not place[0] <= at < place[1]
    ]
    timed = [one for one in numbers if _TIMED.search(f"{one['many']} {one['noun']}")]
    number = next(iter(timed or numbers), None)
    if number is None:
        return None
    many = step.words(it, found.span("many"))
    end = number.end("noun")
    if " " not in many or many.startswith(("a dozen", "half")):
        noun = number["noun"] if many in {"a", "an", "one"} else _plural(number["noun"])
        many = f"{many} {noun}"
    elif not timed:
        end = len(before)
    who = it.plain[step.role.start : step.role.end]
    spans = sorted([(*place, who), (number.start(), end, many)], reverse=True)
    said = before
    for start, stop, words in spans:
        said = f"{said[:start]}{words}{said[stop:]}"
    by_itself = read_as(said, step, read)
    if by_itself is not None:
        return by_itself
    action = deed_of(said.lower().replace(who.lower(), MARK * len(who)), it)
    if action is None:
        return None
    return Understood((replace(bare(own), role=step.role.role, action=action),))


def _plural(noun: str) -> str:
    return noun if singular(noun) != noun else f"{noun}s"

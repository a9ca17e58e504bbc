"""Who holds which limit in a sentence on authority: roles by their words, amounts by their place."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from goodword.document.authority_bound import Bound, Side
from goodword.document.authority_mentions import Mention
from goodword.language.role import ANYONE
from goodword.language.weights import Weights

OWN, ABOVE, NONE = "own", "above", "none"
# What parts a sentence: an amount rarely belongs to a role on its other side.
_PARTS = ((re.compile(r"[;.?!]"), 200), (re.compile(r",|\b(?:and|but|while)\b| - "), 20))
_WRONG_SIDE = 40
_JOINED = re.compile(
    r"(?=.*(?:[,/&]|\b(?:or|and)\b))\s*(?:,|/|\bor\b|\band\b|&|\bthe\b|\ban?\b|\s|\beither\b|\bboth\b)+\s*"
)
_ALONE = re.compile(
    r"\b(?:only|alone|nobody|no[- ]one|none|exclusively|solely|sole|anyone|anybody) ?(?:but|except|"
    r"other|save|below|under)?\b|\bprerogative\b"
)
_WITHOUT = re.compile(r"\bwithout (?:[\w'-]+ ){0,4}$")
_REACH = 60
_NEGATED = re.compile(r"\b(?:no|not|never|cannot|nothing|nobody|neither)\b|n't\b")
_MUST = r"(?:must|ha(?:s|ve) to|needs? to|required to|(?:is|are) to|should|shall)"
# What the form around a role decides: whose it is by the words before it or behind it.
_STRUCTURE = (
    (OWN, True, re.compile(r"\b(?:may|can|could)(?: only)?(?: \w+){0,2} be (?:[\w-]+ ){1,4}by (?:the |an? |our |any )?$")),
    (ABOVE, True, re.compile(rf"\b{_MUST}(?: \w+)? be (?:[\w-]+ ){{1,4}}by (?:the |an? |our |your |their )?$")),
    (ABOVE, True, re.compile(r"\b(?:the (?:remainder|rest)|(?:beyond|above|over|more than) that|anything (?:above|over|more|dearer|higher)|dearer than that)(?:,| is| goes to)? ?(?:for |to )?(?:the |an? )?$")),
    (OWN, True, re.compile(r"\b(?:at|in|within) the (?:sole |absolute )?(?:discretion|gift) of (?:the |an? |our )?$")),
    (ABOVE, False, re.compile(rf"^ {_MUST} (?:\w+ )?(?:approve|authori[sz]e|agree|countersign|sign off)\b")),
    (OWN, False, re.compile(r"^ (?:may|can|could) (?!be\b|not\b|never\b|only be\b|ask\b)|^ (?:need not|needn't|do(?:es)? not need to|do(?:es)?n't (?:need|have) to) (?:ask|check|refer)")),
    (ABOVE, False, re.compile(r"^(?:'s(?: \w+){0,2})? (?:approval|okay|ok|agreement|consent|permission|signature|initials|authori[sz]ation|sign-off|say-so|blessing)\b")),
    (ABOVE, False, re.compile(r"^'s to (?:approve|authori[sz]e|agree|sign)\b")),
    (OWN, False, re.compile(r"^'s(?: own| sole)? (?:prerogative|discretion|gift|call|to (?:give|decide|offer|spend|use))\b")),
)  # fmt: skip
_NEEDS = re.compile(
    r"\b(?:exceed\w*|need\w*|requir\w*|ask\w*|not|no|unless|above|dearer|more|must|over)\b"
)
# From this share on a second role that has a limit of its own is believed.
_SECOND = 0.5
_LIKELY = 0.3


@dataclass(frozen=True, slots=True)
class Holder:
    """A role with what it has: a limit of its own, or the decision above one.

    `instead` are further roles that may decide in its place, `also` ones that must do so too.
    """

    role: str
    kind: str
    share: float
    start: int
    end: int
    bounds: tuple[Bound, ...] = ()
    instead: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def holders_in(
    low: str,
    mentions: tuple[Mention, ...],
    bounds: tuple[Bound, ...],
    table: Weights,
    beside: Mapping[str, str],
) -> tuple[Holder, ...]:
    """Return who holds what in a sentence in small letters, in order; empty where nobody does.

    `beside` has the lead-in and the heading, in small letters.
    """
    texts = {"text": low, **beside}
    weighed = [(one, _weighed(texts[one.place], one, table)) for one in mentions]
    in_text = [pair for pair in weighed if pair[0].place == "text"]
    chosen = [one for one in _chosen(in_text) if not _goes_without(low, one, bounds)]
    above = [pair for pair in weighed if pair[0].place != "text"]
    if not chosen and not any(shares[NONE] < _LIKELY for _, shares in in_text):
        chosen = _of_the_list(above, texts, bounds)
    if not chosen and in_text:
        mention, shares = max(in_text, key=lambda pair: 1 - pair[1][NONE])
        kind = max((OWN, ABOVE), key=lambda name: shares[name])
        guess = _holder(mention, kind, shares[kind])
        if shares[kind] >= _LIKELY and not _goes_without(low, guess, bounds):
            chosen = [guess]
    chosen = _few(low, chosen) if not bounds else chosen
    return _by_structure(low, _with_bounds(low, _together(low, chosen), bounds))


def _of_the_list(
    weighed: list[tuple[Mention, dict[str, float]]],
    texts: Mapping[str, str],
    bounds: tuple[Bound, ...],
) -> list[Holder]:
    """Return the role in the lead-in, or else in the heading: whose list this is."""
    for place in ("lead", "heading"):
        named = [pair for pair in weighed if pair[0].place == place]
        for mention, shares in reversed(named):
            made = replace(
                _holder(mention, ABOVE if shares[ABOVE] > _SECOND else OWN, 1.0),
                start=mention.start,
                end=mention.end,
            )
            if not _goes_without(texts[place], made, bounds):
                return [replace(made, start=0, end=0)]
    return []


def _weighed(low: str, mention: Mention, table: Weights) -> dict[str, float]:
    """Return how likely each reading of a role is, by the words, or by structure where it decides."""
    kind = by_form(low, mention)
    if kind is not None:
        return {OWN: 0.0, ABOVE: 0.0, NONE: 0.0, kind: 1.0}
    return table.shares(mention.marks)


def by_form(low: str, mention: Mention) -> str | None:
    """Return what a role has where the words right beside it decide; None where they do not."""
    before, own = low[: mention.start], low[mention.start : mention.end]
    owns = "'s" if own.endswith(("'s", "s'")) else ""
    behind = owns + low[mention.end : mention.end + _REACH]
    for kind, is_before, pattern in _STRUCTURE:
        if pattern.search(before if is_before else behind):
            return kind
    return None


def _goes_without(low: str, one: Holder, bounds: tuple[Bound, ...]) -> bool:
    """Whether it is said that his approval is not needed: "up to £50 without a manager"."""
    found = _WITHOUT.search(low, max(0, one.start - 40), one.start) if one.end else None
    if one.kind != ABOVE or found is None or _NEGATED.search(low, 0, found.start()):
        return False
    return not any(each.is_beyond for each in bounds)


def is_only(low: str, holder: Holder) -> bool:
    """Whether the sentence says that nobody else may."""
    return holder.role != ANYONE and _ALONE.search(low) is not None


def _few(low: str, chosen: list[Holder]) -> list[Holder]:
    """Return one role with a limit of its own, and those named in one breath with it."""
    own = [one for one in chosen if one.kind == OWN]
    if len(own) < 2:
        return chosen
    best = max(own, key=lambda one: one.share)
    kept = [best]
    for one in own:
        first, last = sorted((one, best), key=lambda each: each.start)
        if one is not best and _JOINED.fullmatch(low[first.end : last.start]):
            kept.append(one)
    return [one for one in chosen if one.kind != OWN or one in kept]


def _by_structure(low: str, holders: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """Return the holders where the order and the sides of the amounts say whose is whose."""
    made = list(holders)
    for place, one in enumerate(made):
        if one.kind == ABOVE and one.bounds and _within(one) and not _NEEDS.search(low):
            made[place] = replace(one, kind=OWN)
    if len(made) > 2 and made[0].kind == OWN and made[0].bounds:
        # A ladder: each step but the last has a limit of its own.
        made[1:-1] = [
            replace(one, kind=OWN) if any(each.high for each in one.bounds) else one
            for one in made[1:-1]
        ]
    return tuple(_inherited(made, place) for place in range(len(made)))


def _within(one: Holder) -> bool:
    return all(each.side in {Side.UP_TO, Side.BELOW} for each in one.bounds)


def _chosen(weighed: list[tuple[Mention, dict[str, float]]]) -> list[Holder]:
    found: dict[tuple[str, str], Holder] = {}
    for mention, shares in weighed:
        kind = max((OWN, ABOVE, NONE), key=lambda name: shares[name])
        if kind == NONE:
            continue
        made = _holder(mention, kind, shares[kind])
        before = found.get((made.role, kind))
        if before is None or before.share < made.share:
            found[(made.role, kind)] = made
    made_all = sorted(found.values(), key=lambda one: one.start)
    named = [one for one in made_all if one.role != ANYONE]
    return [one for one in made_all if one.role != ANYONE or not _outdone(one, named)]


def _outdone(anyone: Holder, named: list[Holder]) -> bool:
    return any(one.kind == anyone.kind and one.share >= anyone.share for one in named)


def _holder(mention: Mention, kind: str, share: float) -> Holder:
    start, end = (mention.start, mention.end) if mention.place == "text" else (0, 0)
    return Holder(mention.role, kind, share, start, end)


def _together(low: str, chosen: list[Holder]) -> list[Holder]:
    """Return the holders, with several who decide in each other's place, or together, as one."""
    made: list[Holder] = []
    for one in chosen:
        last = made[-1] if made else None
        between = low[last.end : one.start] if last is not None else ""
        if last and last.kind == one.kind == ABOVE and last.end and _JOINED.fullmatch(between):
            together = re.search(r"\band\b|&|\bboth\b", between) is not None
            made[-1] = replace(
                last,
                also=(*last.also, one.role) if together else last.also,
                instead=last.instead if together else (*last.instead, one.role),
                end=one.end,
            )
        else:
            made.append(one)
    return made


def _with_bounds(low: str, holders: list[Holder], bounds: tuple[Bound, ...]) -> tuple[Holder, ...]:
    if not holders:
        return ()
    owned: list[list[Bound]] = [[] for _ in holders]
    for bound in bounds:
        costs = [_cost(low, one, bound) for one in holders]
        owned[costs.index(min(costs))].append(bound)
    made = [replace(one, bounds=tuple(own)) for one, own in zip(holders, owned, strict=True)]
    return tuple(_inherited(made, place) for place in range(len(made)))


def _cost(low: str, holder: Holder, bound: Bound) -> int:
    if holder.end <= bound.start:
        between = low[holder.end : bound.start]
    else:
        between = low[bound.end : holder.start]
    cost = len(between.split())
    for parting, penalty in _PARTS:
        cost += penalty * len(parting.findall(between))
    beyond = bound.side in {Side.OVER, Side.AT_LEAST}
    if beyond and holder.kind == OWN:
        cost += _WRONG_SIDE
    if bound.side in {Side.UP_TO, Side.BELOW} and holder.kind == ABOVE:
        cost += _WRONG_SIDE // 2
    return cost


def _inherited(holders: list[Holder], place: int) -> Holder:
    """Return who decides above with the limit of whoever stands below, where none is said."""
    one = holders[place]
    if one.kind != ABOVE or one.bounds:
        return one
    below = [each for each in (*reversed(holders[:place]), *holders[place + 1 :]) if each.bounds]
    own = next((each for each in below if each.kind == OWN), None) or next(iter(below), None)
    if own is None:
        return one
    return replace(one, bounds=own.bounds[-1:])

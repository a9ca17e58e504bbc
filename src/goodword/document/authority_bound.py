"""Amounts in a sentence on authority, with the words that bound them: `up to $50 per case`."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache

from goodword.language.cued import Pattern
from goodword.language.memory import remembered
from goodword.language.money import money_in
from goodword.language.number import figures, value_of
from goodword.language.pack import Pack
from goodword.policy.authority import PRICE, Per
from goodword.policy.quantity import Money, Unit

MARK = "¤"
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
_GAP = re.compile(r"\)?,? ?\(?(?:and )?")
_TAILS = 4


class Side(StrEnum):
    """On which side of its amount a bound lies."""

    EXACT = "exact"
    UP_TO = "up_to"
    BELOW = "below"
    OVER = "over"
    AT_LEAST = "at_least"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Bound:
    """An amount and what bounds it; `start` to `end` covers "up to $50 per case".

    `low` and `high` are money, `low_share` and `high_share` parts of `share_of`. `per` is what it
    is counted over, `each` a thing that nothing else counts; `window` a number of days. `worth`
    is True where it says what goods are worth, `low_counts` where the low amount itself is meant.
    """

    start: int
    end: int
    side: Side
    low: Money | None = None
    high: Money | None = None
    low_counts: bool = False
    low_share: Decimal | None = None
    high_share: Decimal | None = None
    share_of: str = PRICE
    worth: bool = False
    per: Per | None = None
    each: str | None = None
    window: int | None = None
    total: bool = False

    @property
    def is_beyond(self) -> bool:
        """Whether it speaks of what lies above an amount."""
        return self.side in {Side.OVER, Side.AT_LEAST, Side.BETWEEN}


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    money: Money | None = None
    share: Decimal | None = None
    of: str = PRICE


@remembered(1_024)
def bounds_in(low: str, currency: str, pack: Pack) -> tuple[Bound, ...]:
    """Return the bounded amounts of a text in small letters, from left to right."""
    if low.endswith(".") and low[-5:-1].isalpha():
        # A full stop behind a word belongs to no amount: readers ask with it and without.
        return bounds_in(low[:-1], currency, pack)
    amounts = _amounts(low, currency, pack)
    if not amounts:
        return ()
    marked = _marked(low, [(one.start, one.end) for one in amounts])
    by_start = {one.start: one for one in amounts}
    found: list[Bound] = []
    for match in _pattern(pack).finditer(marked):
        bound = _bound(match, by_start, pack)
        found.append(_with_tail(bound, low, pack))
    return tuple(found)


def shape_of(low: str, bounds: tuple[Bound, ...]) -> str:
    """Return the text with each bound as a run of marks, of the same length."""
    return _marked(low.replace(MARK, " "), [(one.start, one.end) for one in bounds])


def _marked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = f"{text[:start]}{MARK * (end - start)}{text[end:]}"
    return text


def _amounts(low: str, currency: str, pack: Pack) -> list[_Amount]:
    found = [_Amount(one.start, one.end, one.money) for one in money_in(low, currency, pack)]
    for match in pack.found("authority.share", low):
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        if match["percent"]:
            share = figures(match["percent"], pack) / 100
        elif match["words"]:
            share = value_of(match["words"], pack) / 100
        else:
            share = Decimal(
                str(pack.words("authority.fractions")[match["fraction"] or match["by"]])
            )
        end, of = match.end(), PRICE
        if (named := pack.pattern("authority.share_of").match(low, end)) is not None:
            end, of = named.end(), named["of"].strip()
        found.append(_Amount(match.start(), end, share=share.normalize(), of=of))
    marked = _marked(low, [(one.start, one.end) for one in found])
    whole = []
    for one in sorted(found, key=lambda each: each.start):
        start, end = one.start, one.end
        for words in pack.pattern("authority.sum_in_words").finditer(marked, 0, one.start + 1):
            if words.end() == one.start and low[end : end + 1] == ")":
                start, end = words.start(), end + 1
        whole.append(replace(one, start=start, end=end))
    return whole


def _pattern(pack: Pack) -> Pattern:
    amount = f"{MARK}+"
    return pack.compiled(
        r"(?P<glue>(?:(?<=\s)|(?<=^)|(?<=\())<<authority.glue>>)(?:"
        rf"(?:<<authority.between>> )(?P<a1>{amount})(?: ?<<authority.between_and>> ?)(?P<b1>{amount})"
        rf"|(?P<over2><<authority.over>>) ?(?P<a2>{amount})<<authority.but_up_to>> (?P<b2>{amount})"
        rf"|(?P<a3>{amount}) ?(?:<<authority.between_and>>) ?(?P<b3>{amount})"
        rf"|(?P<from2><<authority.at_least>>) ?(?P<f2>{amount})<<authority.but_up_to>> (?P<g2>{amount})"
        rf"|(?P<up_to><<authority.up_to>>)[ (]*(?P<a4>{amount})"
        rf"|(?P<below><<authority.below>>) ?(?P<a5>{amount})"
        rf"|(?P<over><<authority.over>>) ?(?P<a6>{amount})"
        rf"|(?P<a7>{amount}),? ?(?P<up_to_behind><<authority.up_to_behind>>)"
        rf"|(?P<a8>{amount}),? ?(?P<at_least_behind><<authority.at_least_behind>>)"
        rf"|(?P<at_least><<authority.at_least>>) (?P<a9>{amount})"
        rf"|(?P<a0>{amount}))"
    )


def _bound(match: re.Match[str], amounts: dict[int, _Amount], pack: Pack) -> Bound:
    first = _amount_of(match, amounts, "a") or _amount_of(match, amounts, "f")
    last = _amount_of(match, amounts, "b") or _amount_of(match, amounts, "g")
    assert first is not None
    side = (
        Side.BETWEEN
        if last is not None
        else Side.UP_TO
        if match["up_to"] or match["up_to_behind"]
        else Side.BELOW
        if match["below"]
        else Side.OVER
        if match["over"]
        else Side.AT_LEAST
        if match["at_least"] or match["at_least_behind"]
        else Side.EXACT
    )
    if last is not None and (first.money is None) != (last.money is None):
        # "10% up to $50": the lower of the two counts.
        money, share = (first, last) if first.money else (last, first)
        return Bound(
            match.start(),
            match.end(),
            Side.UP_TO,
            high=money.money,
            high_share=share.share,
            share_of=share.of,
        )
    low = first if side in {Side.OVER, Side.AT_LEAST, Side.BETWEEN} else None
    high = last if side is Side.BETWEEN else None if low is not None else first
    start = match.start() + len(match["glue"]) if side is Side.EXACT else match.start()
    worth = side is Side.EXACT and pack.pattern("authority.worth").search(match["glue"]) is not None
    return Bound(
        match.start() if worth or match["glue"].strip() in {"of", ""} else start,
        match.end(),
        side,
        low.money if low else None,
        high.money if high else None,
        side is Side.AT_LEAST or bool(match["from2"]),
        low.share if low else None,
        high.share if high else None,
        first.of,
        worth,
    )


def _amount_of(match: re.Match[str], amounts: dict[int, _Amount], letter: str) -> _Amount | None:
    for name in _groups_of(match.re, letter):
        if match[name]:
            # Two amounts side by side make one run of marks: the first of them is meant.
            return amounts[match.start(name)]
    return None


@cache
def _groups_of(pattern: re.Pattern[str], letter: str) -> tuple[str, ...]:
    """Return the groups of a pattern that are named by a letter and a number."""
    return tuple(one for one in pattern.groupindex if re.fullmatch(rf"{letter}\d", one))


def _with_tail(bound: Bound, low: str, pack: Pack) -> Bound:
    """Return the bound with what it is counted over, where that follows at once."""
    for _ in range(_TAILS):
        at = bound.end
        gap = _GAP.match(low, at)
        at = gap.end() if gap else at
        if bound.window is None and (found := pack.pattern("authority.window").match(low, at)):
            days = window_days(found["window"], pack)
            if days == 1 and bound.per is None:
                bound = replace(bound, per=Per.DAY, end=found.end())
            elif days == 30 and "-" not in found[0] and bound.per is None and not _numbered(found):
                bound = replace(bound, per=Per.MONTH, end=found.end())
            else:
                bound = replace(bound, window=days, end=found.end())
        elif found := pack.compiled(r"<<authority.per>>(?P<what><<authority.per_word>>)").match(
            low, at
        ):
            per = per_of(found["what"], pack)
            kept = bound.per in {None, Per.DAY, Per.MONTH}
            window = {Per.DAY: 1, Per.MONTH: 30}.get(bound.per) if bound.per else None
            if not kept:
                break
            bound = replace(bound, per=per, end=found.end(), window=window or bound.window)
        elif found := pack.pattern("authority.total").match(low, at):
            bound = replace(bound, total=True, end=found.end())
        elif (
            bound.each is None
            and bound.per is None
            and (found := pack.pattern("authority.per_other").match(low, at))
        ):
            bound = replace(bound, each=found["what"], end=found.end())
        else:
            break
    closing = low[bound.end : bound.end + 1] == ")" and low.count("(", 0, bound.end) > low.count(
        ")", 0, bound.end
    )
    return replace(bound, end=bound.end + 1) if closing else bound


def _numbered(found: re.Match[str]) -> bool:
    return any(letter.isdigit() for letter in found["window"]) or " " in found["window"]


def per_of(words: str, pack: Pack) -> Per | None:
    """Return what the word is counted as; None for a word that says nothing of it."""
    for pattern, name in pack.words("actions.pers").items():
        if pack.compiled(rf"^(?:\w+ )?(?:{pattern})s?$").match(words.strip()):
            return Per(name)
    return None


def window_days(words: str, pack: Pack) -> int:
    """Return how many days a stretch of time has: "12 months" is a year's 365."""
    units = pack.words("times.units")
    low = words.replace("-", " ")
    # Of "two billing cycles" the unit has two words.
    unit_word = max((one for one in units if low.endswith(one)), key=len)
    number = low.removesuffix(unit_word).strip()
    unit, factor, *_ = units[unit_word]
    amount = value_of(number, pack) if number else Decimal(1)
    if Unit(unit) is Unit.MONTH and amount * factor % 12 == 0:
        return int(amount * factor) // 12 * 365
    return int(amount * factor * _DAYS.get(Unit(unit), 1))

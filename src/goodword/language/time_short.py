"""A number whose unit stands with an earlier time: "letters in ten days, emails in three"."""

from dataclasses import replace

from goodword.language.number import value_of
from goodword.language.pack import Pack
from goodword.language.time_said import TimePhrase
from goodword.policy.quantity import Unit


def shortened(text: str, found: list[TimePhrase], pack: Pack) -> list[TimePhrase]:
    """Return the times of small letters that say a number alone, with the unit said elsewhere.

    `found` are the times that say theirs. A number counts as a time only where words of a bound
    stand before it and nothing that it could count stands behind it. The unit stands before it, or
    behind where the pack says so (`times.elided_ahead`).
    """
    if not found or not pack.has("times.elided"):
        return []
    if not pack.has("times.elided_ahead") and not any(_has_unit(one) for one in found):
        return []
    made = _ordinals(text, found, pack)
    for match in pack.pattern("times.elided").finditer(text):
        number = match.start("num")
        before = [one for one in found if one.end <= number and _has_unit(one)]
        taken = any(one.start < match.end("num") and number < one.end for one in found)
        value = value_of(match["num"], pack)
        if not before and pack.has("times.elided_ahead"):
            before = [one for one in found if one.start >= number and _has_unit(one)][:1]
        if not before or taken or value != value.to_integral_value() or not value:
            continue
        if pack.pattern("times.no_elided").search(text, 0, number):
            continue
        start = number if match.groupdict().get("label") else match.start()
        place = (start, match.end("num"), number)
        made.append(_short(max(before, key=lambda one: one.end), place, int(value)))
    return made


def _ordinals(text: str, found: list[TimePhrase], pack: Pack) -> list[TimePhrase]:
    """Return "by the fifth" as five days, where days of one kind were named before it."""
    if not pack.has("times.elided_nth"):
        return []
    days = [one for one in found if _has_unit(one) and one.unit is Unit.DAY]
    nth = {**pack.words("times.nth"), **pack.words("times.nth_later")}
    return [
        replace(
            _short(
                before[-1],
                (match.start(), match.end("num"), match.start("num")),
                int(nth[match["num"]]),
            ),
            is_short=False,
        )
        for match in (pack.pattern("times.elided_nth").finditer(text) if days else ())
        if (before := [one for one in days if one.end <= match.start()])
        and not any(one.start < match.end() and match.start() < one.end for one in found)
    ]


def _short(like: TimePhrase, place: tuple[int, int, int], amount: int) -> TimePhrase:
    """Return a time with the unit of another: where it starts, where it ends, and its number."""
    return replace(
        like,
        start=place[0],
        end=place[1],
        length_start=place[2],
        role="limit",
        amount=amount,
        is_range=False,
        about=False,
        short_bound=False,
        article=False,
        is_short=True,
    )


def _has_unit(phrase: TimePhrase) -> bool:
    return phrase.anchor is None and not phrase.rings and not phrase.vague

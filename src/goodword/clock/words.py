"""The words of explanations: moments, lengths of time and limits, as people of a language say them.

They are data of a language pack (`explain.toml`). A phrase that a pack lacks is said in English.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from goodword.businesstime.zone import local
from goodword.language.pack import ENGLISH, Pack, UnknownLanguageError, pack
from goodword.policy.hours import Hours
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit

FILE = "explain"
_SIZES = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
_MOST_NAMES = 4
_HALF = 12


def words_for(language: str, hours: Hours | None = None) -> "Words":
    """Return the words of a language, with the clock and the dates of the country of the hours.

    A language without a pack, or without words for explanations, is answered in English.
    """
    try:
        found = pack(language)
    except UnknownLanguageError:
        found = ENGLISH
    if not found.has(f"{FILE}.steps"):
        found = ENGLISH
    return _words(found, None if hours is None else country_of(hours, found))


@cache
def _words(found: Pack, country: str | None) -> "Words":
    return Words(found, country)


def country_of(hours: Hours, spoken: Pack) -> str | None:
    """Return the ISO 3166 code of the country whose holidays or whose zone the hours have."""
    if hours.holidays:
        return hours.holidays[0].country
    return _countries(ENGLISH).get(hours.zone) or _countries(spoken).get(hours.zone)


@cache
def _countries(of: Pack) -> Mapping[str, str]:
    if not of.has("places.places"):
        return {}
    return {zone: country for country, _, zone in of.words("places.places").values() if zone}


class Words:
    """One language, as a country writes its dates and times."""

    def __init__(self, spoken: Pack, country: str | None = None) -> None:
        self._pack = spoken
        self.language = spoken.code
        self._twelve = country in self._entry("moments", "twelve_hours")
        self._month_first = country in self._entry("moments", "month_first")

    def _entry(self, table: str, name: str) -> Any:
        found: Mapping[str, Any] = self._pack.file(FILE).get(table, {})
        return found[name] if name in found else ENGLISH.file(FILE)[table][name]

    def has(self, table: str, name: str) -> bool:
        """Whether there is such a phrase, in the language or in English."""
        return self._own(table, name) or name in ENGLISH.file(FILE)[table]

    def _own(self, table: str, name: str) -> bool:
        return name in self._pack.file(FILE).get(table, {})

    def phrase(self, table: str, name: str) -> str:
        """Return a phrase with its slots; of two forms the one for several."""
        found = self._entry(table, name)
        return str(found if isinstance(found, str) else found[1])

    def phrase_for(self, table: str, name: str, *, one: bool) -> str:
        """Return a phrase with its slots; of two forms the one for a single thing, or several."""
        found = self._entry(table, name)
        return str(found if isinstance(found, str) else found[0 if one else 1])

    def forms(self, form: str) -> tuple[str, str]:
        """Return the phrases for a moment behind a word: with the time alone, and with the day."""
        time, dated = self._entry("moments", form or "plain")
        return time, dated

    def clock(self, moment: datetime) -> str:
        """Return `16:40`, or `4:40 pm`, with seconds where there are any."""
        hour = moment.hour
        whole = {0: "midnight", _HALF: "noon"}.get(hour)
        if self._twelve and whole and moment.minute == moment.second == 0:
            return self.phrase("moments", whole)
        slots = {"minute": f"{moment.minute:02}", "second": f"{moment.second:02}"}
        if self._twelve:
            halves = self._entry("moments", "halves")
            slots |= {"hour": str((hour - 1) % _HALF + 1), "half": halves[hour >= _HALF]}
            name = "twelve"
        else:
            padded = self._entry("moments", "pad_hours")
            slots |= {"hour": f"{hour:02}" if padded else str(hour)}
            name = "clock"
        return self.phrase("moments", name + "_with_seconds" * bool(moment.second)).format(**slots)

    def time(self, moment: datetime) -> str:
        """Return the time of day as it stands in a sentence: `16:40 Uhr`, `las 16:40`."""
        shown = self.clock(moment)
        single = shown.partition(":")[0] == "1" and self._own("moments", "time_one")
        return self.phrase("moments", "time_one" if single else "time").format(clock=shown)

    def day(self, day: date, *, year: bool = False) -> str:
        """Return `Fri 4 Sep`, or `Fri 4 Sep 2026`."""
        name = ("month_first_" * self._month_first) + "day" + ("_with_year" * year)
        return self.phrase("moments", name).format(
            weekday=self._entry("moments", "weekdays")[day.weekday()],
            number=day.day,
            month=self._entry("moments", "months")[day.month - 1],
            year=day.year,
        )

    def month(self, day: date) -> str:
        """Return the name of the month in full."""
        return str(self._entry("moments", "month_names")[day.month - 1])

    def full(self, instant: int, zone: str) -> str:
        """Return `Fri 4 Sep 2026, 16:40` in the zone."""
        moment = local(instant, zone)
        return self.phrase("moments", "full").format(
            day=self.day(moment, year=True), time=self.time(moment), clock=self.clock(moment)
        )

    def number(self, count: int) -> str:
        """Return a whole number, in groups of three where it is long."""
        if len(str(count)) < self._entry("lengths", "least_grouped"):
            return str(count)
        return f"{count:,}".replace(",", self.phrase("lengths", "thousands"))

    def length(self, seconds: int, *, working: bool = False) -> str:
        """Return a length of time in its two largest units; working time is never said in days."""
        left = abs(seconds)
        parts: list[tuple[int, str]] = []
        for noun, size in _SIZES[1:] if working else _SIZES:
            count, left = divmod(left, size)
            if count or parts:
                parts.append((count, noun))
        said = [self._counted("lengths", noun, count) for count, noun in parts[:2] if count]
        return self.phrase("lengths", "joint").join(said) or self.phrase("lengths", "none")

    def _counted(self, table: str, noun: str, count: int) -> str:
        return f"{self.number(count)} {self.phrase_for(table, noun, one=count == 1)}"

    def limit(self, limit: Limit) -> str:
        """Return `4 working hours`, `30 days`, `the same day`."""
        if isinstance(limit, Duration):
            counted = "_working" if limit.counting is Counting.WORKING else ""
            return self._counted("limits", f"{limit.unit}{counted}", limit.amount)
        return self._anchor(limit)

    def _anchor(self, limit: Anchor) -> str:
        if limit.at is None:
            return self.phrase("limits", str(limit.kind))
        name = "at_time" if limit.kind is AnchorKind.AT_TIME else "next_working_day_at"
        at = datetime.combine(date.min, limit.at)
        return self.phrase("limits", name).format(time=self.time(at))

    def kind(self, slug: str | None) -> str:
        """Return what a case became: `a complaint`, `“wedding cake”` where only the slug is known.

        A priority is said by its number.
        """
        if not slug:
            return self.phrase("kinds", "nothing")
        if self.has("kinds", slug):
            return self.phrase("kinds", slug)
        rest = slug.removeprefix("priority_")
        if rest.isdigit():
            return self.phrase("kinds", "priority").format(number=rest)
        return self.phrase("kinds", "other").format(name=slug.replace("_", " "))

    def names(self, said: Iterable[str]) -> str:
        """Return names in a row, each once, and how many more there are where they are many."""
        each = tuple(dict.fromkeys(name for name in said if name))
        shown = ", ".join(each[:_MOST_NAMES])
        if len(each) <= _MOST_NAMES:
            return shown
        more = self.phrase("steps", "and_more").format(count=len(each) - _MOST_NAMES)
        return shown + more


class Moments:
    """Says moments one after the other, the date only where it is another one than before."""

    def __init__(self, words: Words, zone: str) -> None:
        self._words = words
        self._zone = zone
        self._said: datetime | None = None

    def say(self, instant: int, form: str = "plain") -> str:
        """Return `Fri 4 Sep, 16:40`, then `17:00`, then `Mon 7 Sep, 09:00`.

        `form` is the word before it: `at`, `to`, `until`, `from`, `since`.
        """
        moment, before = local(instant, self._zone), self._said
        self._said = moment
        dated = before is None or before.date() != moment.date()
        year = before is not None and before.year != moment.year
        time, whole = self._words.forms(form)
        return (whole if dated else time).format(
            day=self._words.day(moment, year=year),
            time=self._words.time(moment),
            clock=self._words.clock(moment),
        )

    def day(self, day: date) -> str:
        """Return a date without a time, with its year where that is another than before."""
        before = self._said
        return self._words.day(day, year=before is not None and before.year != day.year)

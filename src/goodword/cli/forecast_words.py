"""The words in which a forecast is told: data of the language packs (`forecast.toml`)."""

from decimal import Decimal

from goodword.clock.words import words_for
from goodword.document.echo_amounts import duration
from goodword.language.pack import ENGLISH, UnknownLanguageError, pack
from goodword.policy.promise import Metric
from goodword.policy.quantity import Duration

FILE = "forecast"


class ForecastWords:
    """One language. A phrase that its pack lacks is said in English."""

    def __init__(self, language: str) -> None:
        try:
            self._pack = pack(language)
        except UnknownLanguageError:
            self._pack = ENGLISH
        if not self._pack.has(f"{FILE}.measured"):
            self._pack = ENGLISH
        self.language = self._pack.code

    def say(self, table: str, name: str, *, one: bool = False, **slots: object) -> str:
        """Return a phrase with its slots filled; of two forms the one for one thing, or several."""
        found = self._pack.file(FILE).get(table, {}).get(name)
        if found is None:
            found = ENGLISH.file(FILE)[table][name]
        phrase = found if isinstance(found, str) else found[0 if one else 1]
        return str(phrase).format(**slots)

    def measured(self, metric: Metric) -> str:
        """Return what is measured, from what to what."""
        return self.say("measured", metric.value)

    def number(self, value: float, decimals: int = 0) -> str:
        """Return a number with the language's marks."""
        written = f"{value:,.{decimals}f}"
        marks = {
            ",": self.say("numbers", "thousands"),
            ".": self.say("numbers", "decimal"),
        }
        return "".join(marks.get(letter, letter) for letter in written)

    def percent(self, share: float | Decimal) -> str:
        """Return a share as it was asked for: `95%`, `99.5%`."""
        text = f"{float(share) * 100:g}".replace(".", self.say("numbers", "decimal"))
        return self.say("numbers", "percent", share=text)

    def tenth(self, share: float) -> str:
        """Return a share that was found, to a tenth of a percent."""
        return self.say("numbers", "percent", share=self.number(share * 100, 1))

    def length(self, seconds: float, *, in_hours: bool) -> str:
        """Return a length as people say it; open time stays in hours, which days would hide."""
        if seconds < 120:
            return self.say("lengths", "seconds", count=self.number(seconds))
        if seconds < 7200:
            return self.say("lengths", "minutes", count=self.number(seconds / 60))
        if in_hours or seconds < 172_800:
            decimals = 0 if seconds >= 360_000 else 1
            return self.say("lengths", "hours", count=self.number(seconds / 3600, decimals))
        return self.say("lengths", "days", count=self.number(seconds / 86_400, 1))

    def limit(self, limit: Duration) -> str:
        """Return the length of a promise."""
        if self._pack is ENGLISH:
            return duration(limit)
        return words_for(self.language).limit(limit)

    def months(self, months: float) -> str:
        """Return how long one would wait, as far as that can be said."""
        if months < 0.2:
            return self.say("proof", "few_days")
        if months < 1.5:
            weeks = max(round(months * 30.4 / 7), 1)
            return self.say("proof", "weeks", one=weeks == 1, count=weeks)
        if months < 36:
            return self.say("proof", "months", count=self.number(months))
        return self.say("proof", "years", count=self.number(months / 12))

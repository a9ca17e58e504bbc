"""Steps said in the words of a language."""

from datetime import date, datetime, time

from goodword.businesstime.openings import Openings
from goodword.clock.step import At, Long, Slot, Step
from goodword.clock.words import Moments, Words
from goodword.policy.quantity import Anchor, Duration


class Telling:
    """Says one step after the other; a moment names its day where that is another than before."""

    def __init__(self, words: Words, openings: Openings) -> None:
        self._words = words
        self._zone = openings.zone
        self._moments = Moments(words, openings.zone)

    def say(self, step: Step) -> str:
        """Return the step in words, without a capital and without a full stop."""
        length = step.slots.get("length")
        one = isinstance(length, Long) and length.is_one
        phrase = self._words.phrase_for("steps", step.phrase, one=one)
        return phrase.format(**{name: self._said(name, slot) for name, slot in step.slots.items()})

    def local(self, instant: int) -> str:
        """Return an instant with its whole local date."""
        return self._words.full(instant, self._zone)

    def _said(self, name: str, slot: Slot) -> object:  # noqa: PLR0911  (one case a kind of slot)
        match slot:
            case At():
                return _Moment(self._moments, slot.instant)
            case Long():
                return self._words.length(slot.seconds, working=slot.working)
            case Duration() | Anchor():
                return self._words.limit(slot)
            case date():
                return self._words.month(slot) if name == "month" else self._moments.day(slot)
            case time():
                return self._words.time(datetime.combine(date.min, slot))
            case int():
                return self._words.number(slot)
            case tuple():
                return self._words.names(slot)
            case _:
                return slot


class _Moment:
    """A moment that is said in the form that a phrase asks for: `{end}`, `{end:until}`."""

    def __init__(self, moments: Moments, instant: int) -> None:
        self._moments = moments
        self._instant = instant

    def __format__(self, form: str) -> str:
        return self._moments.say(self._instant, form)


def sentence(words: str) -> str:
    """Return the words with a capital and a full stop."""
    stop = "" if words.endswith((".", "!", "?")) else "."
    return f"{words[:1].upper()}{words[1:]}{stop}"

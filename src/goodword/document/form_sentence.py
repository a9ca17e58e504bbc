"""A sentence with the phrases found in it, ready to be compared with the patterns of a pack."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from goodword.language.memory import remembered
from goodword.language.money import MoneyPhrase, money_in
from goodword.language.normal import even, normal
from goodword.language.number import figures
from goodword.language.pack import Pack
from goodword.language.role import role_slug
from goodword.language.service import shares_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.quantity import Money

# Phrases are hidden behind letters that no text holds: one for the first place, one for the rest.
_QUOTE, _MONEY, _TIME, _SHARE, _DATE = (
    "\ue000\ue010",
    "\ue001\ue011",
    "\ue002\ue012",
    "\ue003\ue013",
    "\ue004\ue014",
)
_HIDDEN = "\ue000-\ue01f"
_NAME = rf"(?:<<roles.article>>)?[^\W\d_][^,.;:(){_HIDDEN}\"]{{1,80}}?"
_SLOTS = {
    "role": f"(?P<role>{_NAME})",
    "role2": f"(?P<role2>{_NAME})",
    "name": r"(?P<name>[^\W\d_][^,;]{0,80}?)",
    "place": f"(?P<place>{_NAME})",
    "thing": f"(?P<thing>{_NAME})",
    "event": r"(?P<event>[^,;]+?)",
    "act": r"(?P<act>[^;]+?)",
    "act2": r"(?P<act2>[^;]+?)",
    "do": r"(?P<do>[^;]+?)",
    "words": r"(?P<words>.+?)",
    "what": r"(?P<what>[^;]+?)",
    "any": r"[^;]*?",
    "quote": f"(?P<quote>{_QUOTE[0]}{_QUOTE[1]}*)",
    "money": f"(?P<money>{_MONEY[0]}{_MONEY[1]}*)",
    "time": f"(?P<time>{_TIME[0]}{_TIME[1]}*)",
    "time2": f"(?P<time2>{_TIME[0]}{_TIME[1]}*)",
    "share": f"(?P<share>{_SHARE[0]}{_SHARE[1]}*)",
    "date": f"(?P<date>{_DATE[0]}{_DATE[1]}*)",
    "date2": f"(?P<date2>{_DATE[0]}{_DATE[1]}*)",
}
_SLOT = re.compile(r"\{([a-z]+2?)\}")
_QUOTED = re.compile(r'"[^"]+"')


@dataclass(frozen=True, slots=True)
class Amount:
    """Money with the words that bound it: `role` is up_to, over, below, from, between or ""."""

    start: int
    end: int
    money: Money
    role: str = ""
    upper: Money | None = None


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date with its place. `year` is None where it comes back every year."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def date(self) -> date | None:
        """The date, where it is one of a year."""
        if self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class FormSentence:
    """One sentence of a language, and what was found in it.

    `text` is as written, even and without its full stop, `low` the same in small letters, and
    `masked` has its phrases hidden, so that a pattern sees where they stand and not what they say.
    All three have the same length.
    """

    text: str
    low: str
    masked: str
    pack: Pack
    times: tuple[TimePhrase, ...]
    amounts: tuple[Amount, ...]
    shares: tuple[tuple[int, int, Decimal], ...]
    dates: tuple[DatePhrase, ...]

    def match(self, entry: str) -> re.Match[str] | None:
        """Return how the whole sentence fits one of the entry's patterns, the first that does."""
        for source in patterns(self.pack, entry):
            found = self.pack.compiled(source).fullmatch(self.masked)
            if found is not None:
                return found
        return None

    def search(self, entry: str, within: tuple[int, int] | None = None) -> re.Match[str] | None:
        """Return where one of the entry's patterns fits first."""
        start, end = within or (0, len(self.masked))
        for source in patterns(self.pack, entry):
            found = self.pack.compiled(source).search(self.masked, start, end)
            if found is not None:
                return found
        return None

    def said(self, match: re.Match[str], name: str) -> str:
        """Return the words of a slot as written."""
        start, end = match.span(name)
        return self.text[start:end].strip(" ,:") if start >= 0 else ""

    def role(self, match: re.Match[str], name: str = "role") -> str | None:
        """Return the slug of the role in a slot."""
        if name not in match.re.groupindex or match[name] is None:
            return None
        return role_slug(self.low[slice(*match.span(name))], self.pack)

    def time_at(self, span: tuple[int, int]) -> TimePhrase | None:
        """Return the time that begins within a stretch."""
        return next((one for one in self.times if span[0] <= one.start < span[1]), None)

    def amounts_in(self, span: tuple[int, int]) -> tuple[Amount, ...]:
        """Return the amounts that begin within a stretch."""
        return tuple(one for one in self.amounts if span[0] <= one.start < span[1])

    def date_at(self, match: re.Match[str], name: str) -> date | None:
        """Return the date in a slot."""
        if name not in match.re.groupindex or match[name] is None:
            return None
        start = match.start(name)
        return next((one.date for one in self.dates if one.start == start), None)


def patterns(pack: Pack, entry: str) -> tuple[str, ...]:
    """Return the entry's patterns with their slots filled in."""
    if not pack.has(entry):
        return ()
    written = pack.entry(entry)
    return tuple(with_slots(one) for one in (written if isinstance(written, list) else [written]))


def with_slots(pattern: str) -> str:
    """Return a pattern in which `{role}` and the like have become groups."""
    return _SLOT.sub(lambda match: _SLOTS.get(match[1], match[0]), pattern)


@remembered(512)
def sentence_of(text: str, currency: str, pack: Pack) -> FormSentence:
    """Return the sentence with its phrases."""
    plain = even(text).rstrip(" .;")
    low = normal(plain)
    masked = low
    for found in _QUOTED.finditer(low):
        masked = _hide(masked, found.start(), found.end(), _QUOTE)
    bare = _without(low, masked)
    dates = dates_in(bare, pack)
    for one in dates:
        masked = _hide(masked, one.start, one.end, _DATE)
    amounts = _amounts(bare, money_in(bare, currency, pack), pack)
    for amount in amounts:
        masked = _hide(masked, amount.start, amount.end, _MONEY)
    shares = tuple(shares_in(bare, pack))
    for start, end, _ in shares:
        masked = _hide(masked, start, end, _SHARE)
    bare = _without(low, masked)
    times = times_in(bare, pack)
    for time in times:
        masked = _hide(masked, time.start, time.end, _TIME)
    return FormSentence(plain, low, masked, pack, times, amounts, shares, dates)


def _hide(masked: str, start: int, end: int, letters: str) -> str:
    return masked[:start] + letters[0] + letters[1] * (end - start - 1) + masked[end:]


def _without(low: str, masked: str) -> str:
    """Return the text in which hidden stretches cannot be found again."""
    return "".join(
        "\x1f" if "\ue000" <= hidden <= "\ue01f" else letter
        for letter, hidden in zip(low, masked, strict=True)
    )


def dates_in(low: str, pack: Pack) -> tuple[DatePhrase, ...]:
    """Return the dates of a text in small letters, in order."""
    months = pack.names("times.months")
    found = []
    for match in pack.pattern("times.date").finditer(low):
        said = match["month"].strip(" .")
        month = int(said) if said.isdigit() else months.index(said) + 1
        day = int(match["day"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            year = int(match["year"]) if match["year"] else None
            found.append(DatePhrase(match.start(), match.end(), day, month, year))
    return tuple(found)


def _amounts(low: str, money: tuple[MoneyPhrase, ...], pack: Pack) -> tuple[Amount, ...]:
    found: list[Amount] = []
    skip = False
    for index, one in enumerate(money):
        if skip:
            skip = False
            continue
        following = money[index + 1] if index + 1 < len(money) else None
        before = low[: one.start]
        opened = pack.pattern("money.between").search(before)
        if (
            following is not None
            and opened is not None
            and pack.pattern("money.between_joint").fullmatch(low[one.end : following.start])
        ):
            found.append(
                Amount(opened.start(), following.end, one.money, "between", following.money)
            )
            skip = True
            continue
        low_end = pack.has("money.between_low") and pack.pattern("money.between_low").search(before)
        if low_end:
            # "between 100 and 500 €": the sign stands once.
            lower = replace(one.money, amount=figures(low_end["low"], pack))
            found.append(Amount(low_end.start(), one.end, lower, "between", one.money))
            continue
        start, role = one.start, ""
        for pattern, named in pack.words("money.bounds").items():
            match = pack.compiled(rf"(?:(?<=\W)|^)(?:{pattern}) $").search(before)
            if match is not None and match.start() < start:
                start, role = match.start(), named
        end = one.end
        for pattern, named in pack.words("money.after").items():
            match = pack.compiled(rf" (?:{pattern})(?!\w)").match(low, end)
            if match is not None:
                role, end = named, match.end()
        found.append(Amount(start, end, one.money, role))
    return tuple(found)

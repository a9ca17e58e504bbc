"""What may come next while a sentence is being written: a look ahead by what it still lacks.

The steps are data of the language pack (`next.toml`); what fills them is the policy's own: its
channels, its roles, the times that it promises already.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

from goodword.document import form_words
from goodword.document.echo_amounts import money, plain_duration, role, role_name, spoken
from goodword.document.form_phrases import role_words
from goodword.errors import GoodwordError
from goodword.language.normal import even
from goodword.language.pack import ENGLISH, Pack, pack
from goodword.language.role import ANYONE
from goodword.lsp.mentions import Named, mentions, plural_of
from goodword.lsp.opened import problems, reading_of
from goodword.policy.authority import Authority
from goodword.policy.definition import ChannelClause, RoleClause
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration, Money
from goodword.span import Span

MOST = 40
# No more of the last words than these are taken for the beginning of what comes next.
_MOST_TYPED = 5
_MARKS = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?")
_STOP = re.compile(r"[.!?][\"')]*\s+(?=\S|$)")
_SLOT = re.compile(r"\{(\w+)\}")
_HEADING = re.compile(r"^#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Completion:
    """Words that may come next, and the characters that they replace."""

    words: str
    span: Span
    detail: str = ""


def completions(text: str, offset: int, *, at: int = 0) -> tuple[Completion, ...]:
    """Return what may come next at a place, the likeliest first; empty where nothing is known.

    What was typed of it already is replaced. Examples are worked from `at` on.
    """
    reading = reading_of(text)
    try:
        known = pack(reading.policy.language)
    except GoodwordError:
        return ()
    if not known.has("next.steps"):
        return ()
    start = text.rfind("\n", 0, offset) + 1
    line = text[start:offset]
    offers = _Offers(text, known)
    if (heading := _HEADING.match(line)) is not None:
        return _headings(line[heading.end() :], offset, text, offers)
    if line.lstrip().startswith("|"):
        return _cells(line, start, offset, text, offers)
    written = line[_MARKS.match(line).end() :]  # type: ignore[union-attr]  # it may be empty
    stops = list(_STOP.finditer(written))
    sentence = written[stops[-1].end() :] if stops else written
    if written and not sentence and not written.endswith(" "):
        return ()
    found = [*_examples(sentence, offset, text, offers, at), *_next(sentence, offset, offers)]
    return tuple({one.words: one for one in found}.values())[:MOST]


def _next(sentence: str, offset: int, offers: "_Offers") -> Iterator[Completion]:
    """Yield what fits behind the longest beginning of the sentence that a step knows."""
    for cut in _cuts(sentence):
        before, typed = sentence[:cut], sentence[cut:]
        span = Span(offset - len(typed), offset)
        low = even(before).lower()
        made = [
            Completion(words, span)
            for words in offers.behind(low)
            if words.lower().startswith(even(typed).lower()) and words != typed
        ]
        if made:
            yield from made
            return


def _cuts(sentence: str) -> Iterator[int]:
    """Yield where the words that were typed last may begin, the shortest first."""
    yield len(sentence)
    places = [found.end() for found in re.finditer(r"\s", sentence)]
    yield from reversed(places[-_MOST_TYPED:])
    if len(places) < _MOST_TYPED and sentence:
        yield 0


def _headings(typed: str, offset: int, text: str, offers: "_Offers") -> tuple[Completion, ...]:
    there = {section.title.lower() for section in reading_of(text).policy.sections}
    span = Span(offset - len(typed), offset)
    return tuple(
        Completion(words, span, "section")
        for words in offers.headings()
        if words.lower().startswith(typed.lower()) and words.lower() not in there
    )


def _cells(
    line: str, start: int, offset: int, text: str, offers: "_Offers"
) -> tuple[Completion, ...]:
    """Return what fits in a cell by the heading of its column."""
    top = start
    while top > 0:
        above = text.rfind("\n", 0, top - 1) + 1
        if not text[above : top - 1].lstrip().startswith("|"):
            break
        top = above
    if top == start:
        return ()
    header = text[top : text.find("\n", top)].strip().strip("|").split("|")
    column = line.lstrip().count("|") - 1
    if column >= len(header):
        return ()
    typed = line.rpartition("|")[2].lstrip()
    span = Span(offset - len(typed), offset)
    return tuple(
        Completion(words, span, header[column].strip())
        for words in offers.in_column(header[column].strip().lower())
        if words.lower().startswith(typed.lower())
    )


def _examples(
    sentence: str, offset: int, text: str, offers: "_Offers", at: int
) -> Iterator[Completion]:
    """Yield the examples that the policy lacks, worked out on its own calendar."""
    mark = offers.example
    wanted = sentence.lower()
    if not wanted or not (mark.lower().startswith(wanted) or wanted.startswith(mark.lower())):
        return
    span = Span(offset - len(sentence), offset)
    missing = [
        one.fix.replacement.removeprefix("- ")
        for one in problems(text, at)
        if one.code == "DOC05" and one.fix is not None
    ]
    for words in missing:
        if words.lower().startswith(wanted):
            yield Completion(words, span, "an example that is run on every check")


class _Offers:
    """The steps of a language, filled with a policy's own words."""

    def __init__(self, text: str, known: Pack) -> None:
        self._text = text
        self._policy = policy = reading_of(text).policy
        self._pack = known
        self._file: Mapping[str, Any] = known.file("next")
        self._kinds = {type(clause).__name__ for clause in policy.clauses}

    @property
    def example(self) -> str:
        """How an example begins."""
        return str(self._file["offers"]["example"])

    def behind(self, low: str) -> Iterator[str]:
        """Yield what may follow these words, in small letters."""
        fitting = [step for step in self._file["steps"] if self._fits(step, low)]
        for step in sorted(fitting, key=lambda one: not one.get("first", False)):
            for words in step["offer"]:
                yield from self._filled(words)

    def headings(self) -> Iterator[str]:
        """Yield what a section may be called."""
        for words in self._file["headings"]["offer"]:
            yield from self._filled(words)

    def in_column(self, header: str) -> Iterator[str]:
        """Yield what may stand in a column."""
        for step in self._file["cells"]:
            if self._pack.compiled(step["header"]).search(header):
                for words in step["offer"]:
                    yield from self._filled(words)
                return

    def _fits(self, step: Mapping[str, Any], low: str) -> bool:
        if self._kinds.intersection(step.get("unless", ())):
            return False
        after = step["after"].replace("{customer}", re.escape(self._policy.serves))
        if "{role_pattern}" in after:
            names = [form for one in self._roles() for form in (one, self._plural(one))]
            if not names:
                return False
            joined = "|".join(re.escape(one.lower()) for one in names)
            return re.search(after.replace("{role_pattern}", joined), low) is not None
        return self._pack.compiled(after).search(low) is not None

    def _filled(self, words: str) -> Iterator[str]:
        slots = _SLOT.findall(words)
        for values in product(*(self._values(slot) for slot in slots)):
            made = words
            for slot, value in zip(slots, values, strict=True):
                made = made.replace(f"{{{slot}}}", value, 1)
            yield made

    def _values(self, slot: str) -> tuple[str, ...]:
        plain = slot.lower()
        filled: Mapping[str, Callable[[], tuple[str, ...]]] = {
            "time": self._times,
            "channel": self._channels,
            "message": self._messages,
            "customer": lambda: (self._policy.serves,),
            "money": self._money,
            "role": self._roles,
            "the_role": lambda: tuple(self._with_article(one) for one in self._slugs()),
            "roles": self._as_written,
            "zone": lambda: self._listed("zones"),
            "country": lambda: self._listed("countries"),
        }
        found = filled[plain]()
        if not found:
            found = {
                "the_role": (str(self._file["offers"]["the_role"]),),
                "roles": (str(self._file["offers"]["roles"]),),
            }.get(plain, (str(self._file["offers"]["role"]),))
        if slot == plain:
            return found
        return tuple(one[:1].upper() + one[1:] for one in found)

    def _listed(self, name: str) -> tuple[str, ...]:
        return tuple(self._file["offers"][name])

    def _times(self) -> tuple[str, ...]:
        own = [
            self._length(one.limit)
            for one in self._policy.of_kind(Promise)
            if isinstance(one.limit, Duration)
        ]
        usual = "times" if self._policy.hours is not None else "times_without_hours"
        return tuple(dict.fromkeys((*own, *self._listed(usual))))

    def _channels(self) -> tuple[str, ...]:
        names = self._pack.words("echo.channel_names")
        own = (one.channel for one in self._policy.of_kind(ChannelClause))
        said = dict.fromkeys(str(names.get(one, spoken(one))) for one in own)
        return tuple(said) or self._listed("channels")

    def _messages(self) -> tuple[str, ...]:
        """Return what comes in writing, one of each: `email`, `text message`."""
        nouns = self._pack.words("echo.channel_nouns")
        spoken_ones = frozenset(self._listed("not_in_writing"))
        own = (one.channel for one in self._policy.of_kind(ChannelClause))
        said = dict.fromkeys(
            str(nouns[one]) for one in own if one in nouns and one not in spoken_ones
        )
        return tuple(said) or self._listed("channels")

    def _as_written(self) -> tuple[str, ...]:
        """Return the roles as the policy names them: `the practice owner`, `receptionists`."""
        plural: dict[str, bool] = {}
        for one in mentions(self._text):
            if one.named is Named.ROLE:
                plural.setdefault(one.name, one.plural)
        return tuple(
            self._plural(bare) if plural.get(slug, False) else self._with_article(slug)
            for slug, bare in zip(self._slugs(), self._roles(), strict=True)
        )

    def _money(self) -> tuple[str, ...]:
        own = [
            self._amount(one.limit)
            for one in self._policy.of_kind(Authority)
            if one.limit is not None
        ]
        usual = [
            self._amount(Money(Decimal(amount), self._policy.currency))
            for amount in self._listed("amounts")
        ]
        return tuple(dict.fromkeys((*own, *usual)))

    def _slugs(self) -> tuple[str, ...]:
        known = dict.fromkeys(one.role for one in self._policy.of_kind(RoleClause))
        return tuple(one for one in known if one != ANYONE)

    def _roles(self) -> tuple[str, ...]:
        if self._pack is ENGLISH:
            return tuple(role_name(one, self._policy) for one in self._slugs())
        return tuple(self._role(one, "") for one in self._slugs())

    def _with_article(self, slug: str) -> str:
        english = self._pack is ENGLISH
        return role(slug, self._policy) if english else self._role(slug, "accusative")

    def _role(self, slug: str, case: str) -> str:
        return role_words(slug, self._policy.clauses[0], self._policy, self._pack, case)

    def _plural(self, bare: str) -> str:
        return plural_of(bare) if self._pack is ENGLISH else bare

    def _length(self, limit: Duration) -> str:
        if self._pack is ENGLISH:
            return plain_duration(limit)
        return form_words.length(limit, self._pack, "units_within")

    def _amount(self, amount: Money) -> str:
        if self._pack is ENGLISH:
            return money(amount, self._policy)
        return form_words.money(amount, self._pack)

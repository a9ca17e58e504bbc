"""A sentence about opening hours read: what holds, and all that it says and nobody counts."""

# ruff: noqa: C901, E501, PLR0911  (a reader is one list of cases; a pattern reads best unbroken)

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goodword.document import hours_asked
from goodword.document.echo_amounts import interval, week
from goodword.document.echo_hours import occasion
from goodword.document.hours_groups import Group, groups_of
from goodword.document.hours_made import Made, made_of
from goodword.document.hours_parts import named_part, part_hours
from goodword.document.hours_phrases import Phrases, Piece, Times, When, phrases_of
from goodword.document.hours_tokens import Kind, Token, tokens_of
from goodword.document.house_rule import ruled
from goodword.document.places_named import place_named
from goodword.document.setting import Finding, Setting, Understood
from goodword.document.values import impossible_time
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HolidayClause, HoursClause
from goodword.problem import Severity

_WEIGHTY = frozenset(
    {Kind.TIME, Kind.NTH, Kind.MONTH, Kind.DATE, Kind.WEEKDAY, Kind.FEAST, Kind.OF_MONTH}
)
# Why we are closed: "(team training)", "for the staff party".
_NAMED = re.compile(
    r" (?:\((?P<bracket>[^()]{2,80})\)|(?:for|because of|due to) (?:the |our |an? )?(?P<name>[^.;:()]{2,80}))\.?$"
)


def hours_said(plain: str, low: str, setting: Setting) -> Understood | None:
    """Return the hours and closures that a sentence tells, or None where it tells none.

    `low` is `plain` in small letters. What it says beyond its clauses is named in the findings.
    """
    if not _is_cued(low, setting):
        return None
    if (named := _name_behind(low)) is not None:
        bare = f"{low[: named.start()]}{' ' * len(named[0])}"
        sentence = _Sentence.of(plain, bare, setting)
        understood = sentence.understood() if sentence is not None else None
        if understood is not None and understood.clauses and not understood.almost:
            name = plain[slice(*named.span(named.lastgroup or 0))]
            kept = tuple(_called(one, name) for one in understood.clauses)
            if kept != understood.clauses:
                return replace(understood, clauses=kept)
    sentence = _Sentence.of(plain, low, setting)
    return sentence.understood() if sentence is not None else None


def _is_cued(low: str, setting: Setting) -> bool:
    """Whether a sentence has a word of opening hours, or stands under a heading of theirs."""
    return _is_own_heading(setting.heading) or _has_cue(low)


@remembered(512)
def _has_cue(low: str) -> bool:
    return ENGLISH.first("hours.cue", low) is not None


# A case in which something is done is no part that has hours, nor is what we do by some time.
_CASE = re.compile(
    r"(?:if|when|where|should|unless|once|before|after|please|for)\b"
    r"|we (?!(?:are|will be) (?:open|closed|here|there|available|in)\b|open\b|close\b|operate\b)"
)


@remembered(256)
def _is_own_heading(heading: str) -> bool:
    pattern = ENGLISH.pattern("hours.own_heading")
    return bool(heading) and pattern.search(normal(heading)) is not None


def _name_behind(low: str) -> re.Match[str] | None:
    """Return why it is closed, at the end of a sentence, where that tells no day and no time."""
    found = _NAMED.search(low)
    if found is None:
        return None
    words = {one.kind for one in tokens_of(found[found.lastgroup or 0])}
    return found if words <= {Kind.UNKNOWN, Kind.FILLER, Kind.OWN, Kind.AND, Kind.FEAST} else None


def _called(clause: Clause, name: str) -> Clause:
    """Return closed dates with what they are called; any other clause as it is."""
    if not isinstance(clause, ClosureClause) or not clause.closures:
        return clause
    return replace(clause, closures=tuple(replace(one, name=name) for one in clause.closures))


# "Use the app or visit the Quay Street office between 10am and 4pm".
_VISITED = re.compile(
    r"\b(?:or|and) (?:visit|come (?:in )?to|call in at|drop in(?:to| at)) (?:the |our )?"
    r"(?P<place>[a-z][\w' -]*?) (?=(?:between|from|on|at) |\d|monday|tuesday|wednesday|thursday|friday)"
)


@dataclass(slots=True)
class _Sentence:
    """One sentence about hours while it is read."""

    plain: str
    low: str
    setting: Setting
    pack: Pack
    is_strong: bool
    phrases: Phrases
    groups: list[Group]
    unused: list[Token | Times | When]
    made: Made

    @classmethod
    def of(cls, plain: str, low: str, setting: Setting) -> "_Sentence | None":
        pack = ENGLISH
        if (
            not _is_cued(low, setting)
            or pack.pattern("hours.not_hours").search(low)
            or pack.pattern("hours.counted").search(low)
            or (
                pack.pattern("hours.length").search(low)
                and not pack.pattern("hours.sure").search(low)
            )
        ):
            return None
        strong = (
            _is_own_heading(setting.heading) or pack.pattern("hours.strong").search(low) is not None
        )
        phrases = phrases_of(low, pack)
        groups, unused = groups_of(phrases.pieces)
        return cls(plain, low, setting, pack, strong, phrases, groups, unused, made_of(groups))

    def understood(self) -> Understood | None:
        """Return what the sentence says, with findings; None where it is not about hours."""
        if self.is_strong and (odd := impossible_time(self.low)) is not None:
            return _asked(hours_asked.impossible_time(self.plain, odd))
        if self.phrases.impossible is not None and (self.is_strong or self.made.clauses):
            return _asked(hours_asked.impossible_date(self.plain, self.phrases.impossible))
        if not self._is_hours:
            return None
        part = self._part()
        if part is not None and named_part(part).lower() == "opening":
            # "Openinghours" are the house's own.
            part = None
        asked = self._asked()
        if part is not None:
            named = part_hours(part, self.made.clauses) if asked is None else None
            if named is None and asked is not None:
                return _asked(hours_asked.of_part(asked, part))
            if named is None:
                return self._in_words(part)
            noticed = tuple(self._noticed())
            if any(one.code == "TX06" for one in noticed):
                # Words that were not used may name another part: "email us any time; we read …".
                return self._in_words(part)
            shown = () if named.channel else (self._shown_part(part),)
            return Understood((named,), (*shown, *noticed))
        if asked is not None:
            return _asked(asked)
        if not self.made.clauses:
            left = list(self._appointments())
            return Understood((), tuple(left[:1]), almost=True) if left else None
        return Understood(self._clauses(), tuple(self._noticed()))

    @property
    def _is_hours(self) -> bool:
        """Whether the sentence tells hours: nothing else, or hours by its own first words."""
        made = self.made
        if not (made.clauses or made.by_appointment or self._is_incomplete):
            return False
        if self.is_strong:
            return bool(made.clauses or made.by_appointment) or not self._unknown
        return not self._unknown or self._part_words() is not None

    @property
    def _is_incomplete(self) -> bool:
        made = self.made
        is_sure = self.is_strong and (
            self.pack.pattern("hours.sure").search(self.low) is not None
            or _is_own_heading(self.setting.heading)
        )
        return is_sure and (
            made.without_days is not None
            or made.without_times is not None
            or any(
                isinstance(one, Token) and one.kind in {Kind.UNSUPPORTED, Kind.SEASON}
                for one in self.unused
            )
        )

    @property
    def _unknown(self) -> list[Token]:
        """Return the words that mean nothing here; the name of a known place is used."""
        place = self.made.holiday_place
        if place is None or place_named(self.plain[slice(*place)]) is None:
            return self.phrases.unknown
        return [one for one in self.phrases.unknown if not place[0] <= one.start < place[1]]

    @property
    def _first(self) -> int:
        """Where the first day, date, time, or word for open or closed stands."""
        pieces = (one for one in self.phrases.pieces if not _is_mark(one))
        return next((one.start for one in pieces), len(self.low))

    def _clauses(self) -> tuple[Clause, ...]:
        span = self.made.holiday_place
        place = place_named(self.plain[slice(*span)]) if span else None
        if place is None:
            return self.made.clauses
        kept: list[Clause] = []
        for one in self.made.clauses:
            if isinstance(one, ClosureClause) and one.public_holidays:
                one = replace(one, public_holidays=False)  # noqa: PLW2901
                if one.closures:
                    kept.append(one)
            else:
                kept.append(one)
        return (*kept, HolidayClause(place=place))

    def _part(self) -> str | None:
        """Return the channel or the part of the house whose hours these are, where they are."""
        part, subject = self._part_words(), self._subject()
        if part and subject and not self.pack.pattern("hours.not_part").search(subject.lower()):
            # "The library desk" is more than a desk.
            return subject
        return part or subject or self._heading()

    def _shown_part(self, named: str) -> Finding:
        """Return that these hours are kept, and that no promise counts in them."""
        return Finding(
            "HR05",
            Severity.HINT,
            f"I keep these as hours of {named} alone. A promise that names it counts in them: "
            f'"At {_the(named)}, we …". Every other counts in the hours of the house, or of its '
            'channel. If these hold for everything you do, begin with "Our opening hours are".',
            0,
            len(self.low),
        )

    def _in_words(self, part: str) -> Understood:
        """Return hours of one part that have no form of their own as a rule in its words."""
        kept = ruled(self.plain, "hours") if _CASE.match(self.low) is None else None
        asked = self._unkept_part(part)
        return _asked(asked) if kept is None else replace(kept, findings=(asked,))

    def _unkept_part(self, named: str) -> Finding:
        """Return that these are hours of one part, in a form that is kept only for the house."""
        week_said = next(
            (one.week for one in self.made.clauses if isinstance(one, HoursClause)), None
        )
        fix = f"Our opening hours are {week(week_said)}." if week_said and any(week_said) else ""
        return Finding(
            "HR05",
            Severity.WARNING,
            f"I read these as hours of {named} alone. For one part I keep the hours of a week and "
            "closed dates, and nothing else beside them, so these stay in your words and nothing "
            'is counted by them. If they hold for everything you do, begin with "Our opening hours are".',
            0,
            len(self.low),
            fix=fix,
            label="Make these the opening hours",
        )

    def _part_words(self) -> str | None:
        pattern = self.pack.compiled(r"(?<![\w-])(?:the |our )?(?:<<hours.part>>)(?![\w-])")
        if (visited := _VISITED.search(self.low)) is not None:
            return f'"{self.plain[slice(*visited.span("place"))]}"'
        places = [
            found.span()
            for found in pattern.finditer(self.low)
            if any(found.start() < one.end and one.start < found.end() for one in self._unknown)
        ]
        if not places:
            return None
        # "Use the app or visit the office between 10 and 4": the hours are of what stands nearest.
        before = [one for one in places if one[1] <= self._first]
        return f'"{self.plain[slice(*(before[-1] if before else places[0]))]}"'

    def _subject(self) -> str | None:
        """Return what is open, where the sentence begins with something else than us."""
        first = self._first
        unknown: list[Piece] = [one for one in self._unknown if one.start < first]
        if not unknown and not self.is_strong:
            unknown = [one for one in self.phrases.pieces if _is_own(one) and one.start < first]
        if not unknown or self._is_name(unknown, first):
            return None
        words = self.plain[:first].strip(" :,-")
        words = self.pack.compiled(r"(?:<<hours.subject_end>>)$").sub("", words).strip(" :,-")
        return f'"{words}"' if words else None

    def _is_name(self, unknown: Sequence[Piece], end: int) -> bool:
        """Whether the subject is a name, as of a business: "Ashby Library", "The Corner Shop"."""
        words = [self.plain[one.start : one.end] for one in unknown]
        own = self.pack.compiled(r"(?:<<hours.own>>)(?!\w)").search(self.low[:end]) is not None
        if self.pack.pattern("hours.place").search(self.plain[:end]) is not None:
            return False
        capital = [one[:1].isupper() for one in words]
        return all(capital) and (own or len(words) > 1) and ":" not in self.plain[:end]

    def _heading(self) -> str | None:
        heading = self.setting.heading
        if not heading:
            return None
        low = normal(heading)
        if found := self.pack.compiled(r"\b(?:<<hours.part_heading>>)\b").search(low):
            return f'"{heading[slice(*found.span())]}"'
        if self.is_strong or self.pack.pattern("hours.heading").search(low):
            return None
        return f'"{heading}"'

    def _asked(self) -> Finding | None:
        """Return the question that keeps the sentence from being a rule, if there is one."""
        made = self.made
        for one in self.unused:
            if isinstance(one, Token) and one.kind is Kind.UNSUPPORTED:
                return hours_asked.unreckoned(self.plain, one)
            if isinstance(one, Token) and one.kind is Kind.SEASON and not self._has_dates:
                return hours_asked.undated(self.plain, one, self.made.clauses)
        if made.conflict is not None:
            return hours_asked.two_hours(self.low, made.conflict)
        if made.without_days is not None:
            return hours_asked.without_days(self.low, made.without_days)
        if made.without_times is not None:
            return hours_asked.without_times(
                self.plain, made.without_times, is_only=len(self.groups) == 1
            )
        for one in self.unused:
            if isinstance(one, (Times, When)) or one.kind in _WEIGHTY:
                return hours_asked.unused(self.plain, one.start, one.end, Severity.ERROR)
        for start, end in self._stretches():
            said = self.low[start:end]
            if any(letter.isdigit() for letter in said) or self.pack.pattern(
                "hours.condition"
            ).search(said):
                return hours_asked.unused(self.plain, start, end, Severity.ERROR)
        return None

    @property
    def _has_dates(self) -> bool:
        return any(
            when is not None and when.on.first is not None
            for group in self.groups
            for when in (*group.whens, group.scope)
        )

    def _noticed(self) -> Iterator[Finding]:
        """Yield what an author should know of a sentence that is live."""
        for one in self.made.doubts:
            if one.interval is not None:
                yield Finding(
                    "HR07",
                    Severity.WARNING,
                    f'I read "{self.plain[one.start : one.end]}" as {interval(one.interval)}. '
                    "Write am or pm behind both times, so that nobody reads it otherwise.",
                    one.start,
                    one.end,
                    fix=f"{self.plain[: one.start]}{interval(one.interval)}{self.plain[one.end :]}",
                    label="Write am and pm",
                )
        for when in self.made.ends_counted:
            yield Finding(
                "HR07",
                Severity.HINT,
                f'I count both ends of "{self.plain[when.start : when.end]}" in: '
                f"{occasion(when.on)}. Name the dates if you mean others.",
                when.start,
                when.end,
            )
        yield from self._appointments()
        for start, end in self._stretches():
            yield hours_asked.unused(self.plain, start, end, Severity.WARNING)

    def _appointments(self) -> Iterator[Finding]:
        for group in self.made.by_appointment:
            token = group.appointment
            start = group.whens[0].start if group.whens else token.start if token else 0
            end = token.end if token else len(self.low)
            said = self.plain[min(start, end) : max(start, end)].strip()
            yield Finding(
                "HR09",
                Severity.WARNING,
                f'Time by appointment is not opening time: nothing is counted for "{said}". '
                "If people reach you then without an appointment too, write its times.",
                min(start, end),
                max(start, end),
            )

    def _stretches(self) -> list[tuple[int, int]]:
        """Return the stretches of words that mean nothing here, neighbours as one."""
        found: list[tuple[int, int]] = []
        for one in self._unknown:
            if one.start < self._first:
                # What stands there is who is open, and was looked at as that.
                continue
            if found and not any(
                found[-1][1] <= piece.start < one.start
                for piece in self.phrases.pieces
                if not (isinstance(piece, Token) and piece.kind is Kind.UNKNOWN)
            ):
                found[-1] = (found[-1][0], one.end)
            else:
                found.append((one.start, one.end))
        return found


def _is_own(piece: Piece) -> bool:
    return isinstance(piece, Token) and piece.kind is Kind.OWN


def _is_mark(piece: Piece) -> bool:
    return isinstance(piece, Token) and piece.kind in {
        Kind.UNKNOWN,
        Kind.OWN,
        Kind.COMMA,
        Kind.AND,
        Kind.FROM,
        Kind.TO,
        Kind.AT,
        Kind.BREAK,
        Kind.SEASON,
    }


def _the(named: str) -> str:
    name = named.strip('"')
    bare = name.partition(" ")
    words = bare[2] if bare[0].lower() in {"the", "our"} else name
    return f"the {words}"


def _asked(finding: Finding) -> Understood:
    return Understood((), (finding,), almost=True)

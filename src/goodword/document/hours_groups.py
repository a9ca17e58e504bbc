"""Which times go with which dates, in a sentence about opening hours."""

# ruff: noqa: C901, PLR0912  (a reader is one list of cases)

from dataclasses import dataclass, field, replace

from goodword.document.hours_phrases import Piece, Times, When
from goodword.document.hours_tokens import Kind, Token


@dataclass(slots=True)
class Group:
    """Dates and what is said of them: open or closed, for the whole day or at these times."""

    whens: list[When] = field(default_factory=list)
    without: list[When] = field(default_factory=list)
    scope: When | None = None
    is_closed: bool = False
    is_open: bool = False
    times: list[Times] = field(default_factory=list)
    always: bool = False
    usual: bool = False
    appointment: Token | None = None
    lunch: bool = False
    is_part: bool = False
    inherited: bool = False
    excepting: bool = False

    @property
    def is_said(self) -> bool:
        """Whether anything is said of its dates."""
        return bool(
            self.times
            or self.is_closed
            or self.always
            or self.usual
            or self.lunch
            or self.appointment
        )

    @property
    def is_timed(self) -> bool:
        """Whether it has its times, so that what follows belongs to another group."""
        return bool(self.times or self.always)


def groups_of(pieces: list[Piece]) -> tuple[list[Group], list[Token | Times | When]]:
    """Return the groups of a sentence in order, and the pieces that none of them could use."""
    return _Grouper(pieces).made()


class _Grouper:
    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._groups: list[Group] = []
        self._group = Group()
        self._unused: list[Token | Times | When] = []
        self._scope: When | None = None
        self._taking_out = False
        self._times_first = False
        self._polarity_first = False
        self._closing_next = False
        # What is named behind "including" is one more day, and narrows none.
        self._including = False

    def made(self) -> tuple[list[Group], list[Token | Times | When]]:
        for place, piece in enumerate(self._pieces):
            if isinstance(piece, When):
                self._when(piece, place)
            elif isinstance(piece, Times):
                self._time(piece, place)
            else:
                self._mark(piece, place)
        self._end()
        return self._groups, self._unused

    def _end(self) -> None:
        """Put the group away, with the dates of the one before where it has none of its own."""
        group, before = self._group, self._groups[-1] if self._groups else None
        self._group, self._times_first, self._polarity_first = Group(), False, False
        self._taking_out = False
        if group.excepting and not group.is_said and not (before is not None and before.is_closed):
            # What is excepted from closing is open, and nobody says when.
            group.is_closed = True
        if not group.whens and not group.is_said:
            return
        if group.whens and not group.is_said and self._is_range(group.whens[-1]) and before:
            # "Monday to Friday 9 to 3, from 1 June to 31 August": the dates are of all before.
            several = [one for one in self._groups if one.scope is None]
            self._groups.extend(
                replace(one, scope=when) for when in group.whens[:-1] for one in several
            )
            for one in several:
                one.scope = group.whens[-1]
            return
        group.scope = self._scope
        if not group.whens and before is not None and before.whens:
            group.whens, group.scope, group.inherited = list(before.whens), before.scope, True
        elif (
            before is not None
            and group.is_timed
            and all(self._is_range(one) for one in group.whens)
            and group.whens
            and all(one.is_days for one in before.whens)
            and before.whens
            and before.is_timed
        ):
            # "Monday to Friday 9 to 5 (November to February 9 to 4)": on the same days.
            self._groups.extend(
                Group(
                    list(before.whens), [], one, group.is_closed, group.is_open, list(group.times)
                )
                for one in group.whens
            )
            return
        self._groups.append(group)

    @staticmethod
    def _is_range(when: When) -> bool:
        on = when.on
        return on.rank == 1 and not on.weekdays

    def _when(self, when: When, place: int) -> None:
        group = self._group
        if self._including:
            when, self._including = replace(when, joined=True), False
        if self._taking_out and not group.is_said:
            group.without.append(when)
            return
        if self._is_both(when, place):
            self._unused.append(when)
            return
        if self._is_range(when) and group.is_closed and group.times and group.times[-1].first:
            # "Closed from 3pm on 23 December to 1 January" names a time of the first date alone.
            self._unused.append(group.times[-1])
        has_scope = self._scope is not None and group.is_timed
        if self._is_range(when) and (has_scope or self._opens_scope(place)):
            self._end()
            self._scope = when
            return
        if (
            group.whens
            and not self._times_first
            and (group.is_timed or (group.is_said and not self._polarity_first))
        ):
            # "Closed on 2 May from 1pm to 3pm and on 6 June": the second date is closed too.
            stays_closed = (
                group.is_closed and self._polarity_first and _is_date(when) and not when.is_month
            )
            self._end()
            if stays_closed:
                self._group.is_closed = self._polarity_first = True
        elif group.is_timed and not group.whens:
            self._times_first = True
        self._group.whens.append(when)

    def _is_both(self, when: When, place: int) -> bool:
        """Whether days stand right beside public holidays: "bank holiday Mondays"."""
        before = self._pieces[place - 1] if place else None
        if not isinstance(before, When) or when.joined:
            return False
        return before.on.public_holiday != when.on.public_holiday and (
            before.is_days or when.is_days
        )

    def _timed_inside(self, place: int) -> bool:
        """Whether brackets that open at a place name a time before any day."""
        following = self._pieces[place + 1 :]
        first = next((one for one in following if isinstance(one, Times | When)), None)
        return isinstance(first, Times)

    def _opens_scope(self, place: int) -> bool:
        """Whether a stretch of dates at the head of a sentence holds for the days that follow."""
        group = self._group
        if group.whens or group.is_said or group.is_open:
            return False
        for piece in self._pieces[place + 1 :]:
            if isinstance(piece, When):
                return not piece.joined or (piece.is_days and self._between_is_colon(place, piece))
            if isinstance(piece, Token) and piece.kind in {Kind.BREAK, Kind.CLOSED}:
                return piece.kind is Kind.CLOSED and self._follows_when(piece)
        return False

    def _follows_when(self, token: Token) -> bool:
        """Whether days stand right behind the word: "in July we are closed on Saturdays"."""
        place = self._pieces.index(token) + 1
        return place < len(self._pieces) and isinstance(self._pieces[place], When)

    def _between_is_colon(self, place: int, when: When) -> bool:
        between = self._pieces[place + 1 : self._pieces.index(when)]
        return all(not isinstance(one, Token) or one.kind is not Kind.AND for one in between)

    def _time(self, times: Times, place: int) -> None:
        group = self._group
        if self._closing_next:
            # "We open at 10 and close at 4": the second time is the closing of the same days.
            self._closing_next = False
            group.times.append(replace(times, at=None, first=None, last=times.at or times.first))
            return
        if times.at is not None and not (group.is_open or group.is_closed):
            # A single time says nothing as long as it is neither an opening nor a closing.
            self._unused.append(times)
            return
        before = self._pieces[place - 1] if place else None
        if (
            group.is_closed
            and not group.lunch
            and group.whens
            and not self._polarity_first
            and isinstance(before, Token)
            and before.kind is Kind.COMMA
            and before.value == ","
        ):
            # "Tuesday: closed, 1 to 5" may be a closed morning or a closed afternoon.
            self._unused.append(times)
            return
        if group.is_closed and self._polarity_first and len(group.whens) > 1 and times.interval:
            last = group.whens[-1]
            apart = last.comma or self._is_range(group.whens[-2])
            if _is_date(last) and last.on.first == last.on.last and apart:
                # "Closed 24 to 26 May and on 30 May from 1pm to 3pm": the last date's times.
                group.whens.pop()
                self._end()
                self._group.whens.append(last)
                self._group.is_closed = self._polarity_first = True
                self._group.times.append(times)
                return
        if group.is_closed and times.interval and len(group.whens) > 1 and group.whens[-1].comma:
            # "Closed Sundays, Saturdays 9 to 12": the last days are not closed.
            last = group.whens.pop()
            self._end()
            self._group.whens.append(last)
        elif self._times_first:
            follows = next(
                (one for one in self._pieces[place + 1 :] if not isinstance(one, (Times, Token))),
                None,
            )
            is_last = follows is None and len(group.whens) > 1
            own = [group.whens.pop()] if is_last else []
            self._end()
            self._group.whens.extend(own)
            if times.at is not None:
                # "We close at 6 on Mondays, and at 4 on Fridays."
                self._group.is_open, self._group.is_closed = group.is_open, group.is_closed
        self._group.times.append(times)

    def _mark(self, token: Token, place: int) -> None:
        group = self._group
        match token.kind:
            case Kind.OPEN | Kind.CLOSED:
                self._polarity(token, place)
            case Kind.ALWAYS:
                if group.is_timed:
                    self._end()
                self._group.always = True
            case Kind.USUAL:
                group.usual = True
            case Kind.LUNCH:
                if group.is_timed and not group.is_closed:
                    self._end()
                self._group.lunch = True
                self._group.is_closed = True
            case Kind.PART_OF_DAY:
                group.is_part = True
            case Kind.APPOINTMENT:
                group.appointment = token
            case Kind.EXCEPT | Kind.BUT:
                self._except(token)
            case Kind.INCLUDING:
                self._including = True
            case Kind.BREAK:
                self._end()
            case Kind.COMMA if "(" in str(token.value) and group.is_timed and group.whens:
                self._end()
            case Kind.COMMA if (
                "(" in str(token.value) and group.is_timed and self._timed_inside(place)
            ):
                # "Open at 9 (10 on Wednesdays)": Wednesday is no day of the time before it.
                self._end()
            case Kind.AND | Kind.COMMA:
                pass
            case Kind.UNKNOWN | Kind.OWN:
                pass
            case Kind.SEASON:
                self._unused.append(token)
            case _:
                if token.kind in {Kind.TO, Kind.FROM, Kind.AT, Kind.UNTIL} and self._is_loose(
                    place
                ):
                    return
                self._unused.append(token)

    def _is_loose(self, place: int) -> bool:
        """Whether a small word only leads over to a date: "from the first Monday"."""
        following = self._pieces[place + 1] if place + 1 < len(self._pieces) else None
        return not isinstance(following, Token) or following.kind not in {
            Kind.UNKNOWN,
            Kind.TIME,
        }

    def _polarity(self, token: Token, place: int) -> None:
        group = self._group
        following = self._pieces[place + 1] if place + 1 < len(self._pieces) else None
        if (
            token.kind is Kind.CLOSED
            and group.is_open
            and [one.interval for one in group.times] == [None]
            and isinstance(following, Times)
            and following.at is not None
        ):
            self._closing_next = True
            return
        if group.lunch and not group.is_timed:
            return
        if group.is_timed or (group.is_said and (group.whens or group.is_closed)):
            self._end()
        group = self._group
        if token.kind is Kind.CLOSED:
            group.is_closed = True
        else:
            group.is_open = True
        self._polarity_first = not group.whens

    def _except(self, token: Token) -> None:
        group = self._group
        if token.kind is Kind.BUT:
            if group.is_said:
                self._end()
        elif group.is_said or not group.whens:
            if group.is_said:
                self._end()
            self._group.excepting = True
        else:
            # "Every day except Sundays, 9 to 5": the times are still to come.
            self._taking_out = True


def _is_date(when: When) -> bool:
    """Whether dates of the year are meant, not days of the week."""
    return when.on.first is not None and not when.on.weekdays

"""What a sentence says that none of its clauses keeps: said aloud, so that nothing is misread."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import dataclasses
import re
from decimal import Decimal
from functools import cache
from typing import Any

from goodword.document.authorities import ROLEISH
from goodword.document.authority_left import unkept
from goodword.document.condition_text import frame
from goodword.document.escalation_warned import is_noted_by
from goodword.document.hours_asked import unused
from goodword.document.promise_scope import scopes_of
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.cued import Cued, stands
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.number import NUMBER
from goodword.language.pack import ENGLISH
from goodword.language.role import role_slug
from goodword.language.service import channels_in, shares_in
from goodword.language.time_phrase import TimePhrase, time_of, times_in
from goodword.policy.authority import ApprovalRule, Authority, Cap
from goodword.policy.duty import Escalation
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Anchor, Duration, Money, Unit
from goodword.problem import Severity

_KINDS = (Promise, Authority, ApprovalRule, Escalation)
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
# "or 6 in August": a number whose unit stands with the first one.
_OTHER_NUMBER = re.compile(
    rf",? (?:(?:or|but) (?:within |up to |only )?|\((?:within |up to )?)(?:\d+|{NUMBER})(?= (?:in|on|at|during|over|for|if|when|where)\b)"
)
_PAUSE = re.compile(r"[,.;:)]")
_CLOCK_TIME = ENGLISH.compiled(r"\b(?:<<times.time_of_day>>)")
# "within five": hours, days or weeks?
_BARE_NUMBER = Cued(
    rf"\b(?:within|inside) (?:\d+|{NUMBER})(?=[,.;:)]|$| (?:and|or|if|of|where|when|but|at|on|in|during|for)\b)"
    rf"|\bevery (?:\d+|(?!one\b){NUMBER})(?=[.,;:)]|$)"
    r"|(?<!\d )\bin \d{1,2}(?=[.;)]|$)",
    "every|in",
)
_BOUNDS = ("within ", "inside ", "every ")
_IN = re.compile(r"in \d")
_ZERO = re.compile(
    r"\b(?:0|zero)\b(?P<words>(?: [a-z]+)*? (?=second|minute|hour|day|week|month))?"
    r"(?P<unit>second|minute|hour|day|week|month)?s?",
    re.IGNORECASE,
)
_ALOUD = {Severity.ERROR, Severity.WARNING}
_SHIFT = re.compile(
    r"\b(?:same|next|following|that) (?:working |business |calendar )?(?:day|shift)\b|\b(?:by|before) (?:the )?(?:end|close) of (?:the |that |their |each |every |business )?(?:\w+ )?(?:day|shift|week|business|play)\b|\bby (?:close of business|noon|midday|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_COLLEAGUE = Cued(
    r"\b(?:tell|inform|notify|copy(?: in)?|alert|call|involve|ask|and|then|to|by|or) (?P<role>(?:the|our) (?:[\w'-]+ ){0,3}?"
    r"(?:manager|director|lead|leader|supervisor|officer|owner|partner|chief executive|head teacher|first aider|nurse|chair|engineer|controller|secretary)(?: on (?:call|duty))?)\b(?! of| is (?:away|absent)| are)",
    "our|the",
)
_PROVISO = Cued(
    r"\b(?:unless|except(?: for| in| when| where| if)?|(?<!are )(?<!is )(?<!be )provided(?: that)?|as long as|only (?:if|when|where|after|before)|but not|other than|excluding|apart from|without (?:being (?:told|informed|offered|asked)|(?:us |our |we )?(?:telling|saying|explaining)|an? (?:explanation|reason|word|update)))\b(?! (?:for |on )?(?:public |bank )?(?:holidays|weekends))[^,.;]*",
    "apart from|as long as|but not|except|excluding|only after|only before|only if|"
    "only when|only where|other than|provided|unless|without",
)
_LEFT_OUT = re.compile(r"\([^()]*\b(?:aside|apart|excepted|excluded)\)")
_INSTRUMENT = re.compile(
    r"\b(?:by|via|in|over the|through|using|on the|with an?|our|or|leave|left) (?:an? |your |the )*$|\b(?:please|can|could|may) (?:\w+ )?$"
)
_IDLE = Cued(
    r"^(?: (?:a|per|each|every) (?:day|week|year|month)\b|-old| of age| old\b| ago\b)",
    " a day| a month| a week| a year| ago| each | every | of age| old| per |-old",
)
_NEGATED = Cued(
    r"\b(?:not|never|nobody|no one|without|no)\b|n't\b|\bun[a-z]+ed\b",
    "n't|never|no|un|without",
)


def nothing_left(understood: Understood, text: str, setting: Setting) -> Understood:
    """Return the same, with a question or a warning where words of weight were not used.

    Money that no clause holds, a time of nothing and an escalation's lost time leave the sentence
    almost live; another time or share that is not kept is warned of.
    """
    clauses = understood.clauses
    if not clauses or not all(isinstance(one, _KINDS) for one in clauses):
        return unkept(understood, text, setting)
    low = normal(text)
    values: list[Any] = []
    for clause in clauses:
        _add_values(clause, values)
    if (found := _of_nothing(text, low, values)) or (found := _late(low, clauses, values)):
        return Understood((), (*understood.findings, found), almost=True)
    if understood.almost:
        return understood
    other = _OTHER_NUMBER.search(low) or _bare_number(low)
    if other and not _counted_in_last(understood, other):
        upto = _PAUSE.search(low, other.end())
        place = other.start(), upto.start() if upto else len(low)
        return Understood(
            (), (*understood.findings, unused(text, *place, Severity.ERROR)), almost=True
        )
    hidden = _hidden(text, low, values)
    narrowing = scopes_of(text) if all(isinstance(one, Promise) for one in clauses) else ()
    hidden.extend((one.start, one.end) for one in narrowing if one.words)
    for start, end in _money_left(low, values, setting):
        if not _within(start, hidden):
            found = unused(text, start, end, Severity.ERROR)
            return Understood((), (*understood.findings, found), almost=True)
    left = [
        *_times_left(low, values),
        *_shares_left(low, values),
        *_roles_left(low, clauses, values),
        *_numbers_in_actions(low, clauses),
        *_terms_left(low, clauses),
        *_clock_times_left(low, clauses, values),
        *_channels_left(low, clauses),
        *_minutes_left(low, clauses),
    ]
    said = [(one.start, one.end) for one in understood.findings if one.severity in _ALOUD]
    loose = [place for place in left if not _within(place[0], [*hidden, *said])]
    warned = tuple(unused(text, *place, Severity.WARNING) for place in loose[:1])
    if not warned:
        open_ended = [
            (one.start, one.end)
            for one in narrowing
            if not one.words and not _within(one.start, [*hidden, *said])
        ]
        warned = tuple(_changes_nothing(text, *place) for place in open_ended[:1])
    kept = dataclasses.replace(understood, findings=(*understood.findings, *warned))
    return unkept(kept, text, setting)


def _counted_in_last(understood: Understood, number: re.Match[str]) -> bool:
    """Whether it was said that a number counts in the unit of the time before it."""
    return any(
        one.code == "PR05" and one.start < number.end() and number.start() < one.end
        for one in understood.findings
    )


def _bare_number(low: str) -> re.Match[str] | None:
    """Return the first number that no unit belongs to, neither behind it nor said before."""
    if not stands(_BOUNDS, low) and _IN.search(low) is None:
        return None
    said = times_in(low)
    return next(
        (
            found
            for found in _BARE_NUMBER.finditer(low)
            if not any(one.start < found.end() and found.start() < one.end for one in said)
        ),
        None,
    )


def _add_values(value: Any, values: list[Any]) -> None:
    """Add every value that a clause is made of, however deep it stands."""
    values.append(value)
    if isinstance(value, tuple):
        for one in value:
            _add_values(one, values)
    else:
        for name in _fields(value.__class__):
            part = getattr(value, name)
            if isinstance(part, tuple) or _fields(part.__class__):
                _add_values(part, values)
            else:
                values.append(part)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields; none for any other type."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(one.name for one in dataclasses.fields(kind))


def _hidden(text: str, low: str, values: list[Any]) -> list[tuple[int, int]]:
    """Return the stretches that a condition, an exception or an event keeps in its own words."""
    taken = frame(text)
    spans = [taken.before_span, taken.after_span, taken.unless_span, taken.turned_span]
    words = [normal(one) for one in values if isinstance(one, str) and " " in one]
    spans.extend((at, at + len(one)) for one in words if (at := low.find(one)) >= 0)
    spans = [_upto_promise(low, one) for one in spans]
    return [one for one in spans if one[1] > one[0]]


def _upto_promise(low: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a condition up to what somebody promises in it: "if he is out, a reply will come"."""
    found = _PROMISED.search(low, *span)
    return (span[0], found.start()) if found is not None else span


_PROMISED = Cued(
    r"\b(?:shall|will|must) (?:\w+ )?(?:be (?:responded|replied|answered|acknowledged|resolved|settled|dealt|sent|given|made|told)|come|follow|be sent|reply|respond|answer)\b",
    "must |shall |will ",
)


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _of_nothing(text: str, low: str, values: list[Any]) -> Finding | None:
    if not any(isinstance(one, Duration) and one.amount == 0 for one in values):
        return None
    phrase = next((one for one in times_in(low) if one.amount == 0 and not one.anchor), None)
    start, end = (phrase.start, phrase.end) if phrase else (0, len(low))
    return Finding(
        "PR15",
        Severity.ERROR,
        f'"{text[start:end]}" leaves no time at all. Say at least one minute, hour or day.',
        start,
        end,
        fix=f"{text[:start]}{_ZERO.sub(_one, text[start:end])}{text[end:]}" if phrase else "",
        label="Say one",
    )


def _one(found: re.Match[str]) -> str:
    return f"1{found['words'] or ''}{found['unit'] or ''}"


def _late(low: str, clauses: tuple[Any, ...], values: list[Any]) -> Finding | None:
    """Return the question by when, where an escalation's time is not one that is kept count of."""
    if not all(isinstance(one, Escalation) for one in clauses):
        return None
    if any(
        one.event
        and one.event_words
        and _NEGATED.search(normal(one.event_words))
        and times_in(normal(one.event_words))
        for one in clauses
    ):
        at = next((one for one in times_in(low) if not one.vague), None)
        if at is not None:
            return _asked(low, at.start, at.end)
    if any(isinstance(one, Duration | Anchor) for one in values):
        return None
    words = [normal(one.event_words) for one in clauses if one.event_words]
    for found in _SHIFT.finditer(low):
        if is_noted_by(low, found.start()):
            continue
        if not any(
            low.find(one) <= found.start() < low.find(one) + len(one) for one in words if one in low
        ):
            return _asked(low, *found.span())
    return None


def _asked(low: str, start: int, end: int) -> Finding:
    return Finding(
        "ES04",
        Severity.ERROR,
        f'I cannot keep count of "{low[start:end]}" here. Say what is late and after how long '
        '("not answered within 4 working hours"), or by when a person is told ("within 2 working hours").',
        start,
        end,
    )


def _money_left(low: str, values: list[Any], setting: Setting) -> list[tuple[int, int]]:
    held = {one.amount for one in values if isinstance(one, Money)}
    compared = {str(one) for one in values if isinstance(one, (Decimal, int, str))}
    return [
        (one.start, one.end)
        for one in money_in(low, setting.currency)
        if one.money.amount
        and one.money.amount not in held
        and str(one.money.amount) not in compared
    ]


def _times_left(low: str, values: list[Any]) -> list[tuple[int, int]]:
    held = [one for one in values if isinstance(one, Duration)]
    anchors = [one for one in values if isinstance(one, Anchor)]
    windows = {one.days for one in values if isinstance(one, Cap)}
    return [
        (one.start, one.end)
        for one in times_in(low)
        if not (one.vague or one.rings or one.role == "per" or _IDLE.match(low[one.end :]))
        and not _kept(one, held, anchors, windows)
    ]


def _clock_times_left(
    low: str, clauses: tuple[Any, ...], values: list[Any]
) -> list[tuple[int, int]]:
    """Return the times of day that a promise names and no point in a day keeps."""
    if not all(isinstance(one, Promise) for one in clauses):
        return []
    held = {each for one in values if isinstance(one, Anchor) for each in (one.at, one.cutoff)}
    return [found.span() for found in _CLOCK_TIME.finditer(low) if time_of(found) not in held]


# "Respond 15m / resolve 4h": minutes perhaps, where no way or height is told.
_MINUTES = re.compile(
    r"(?<![\w.,$£€-])\d{1,3}m\b(?! (?:of|from|away|wide|deep|long|high|tall|by)\b)"
)


def _minutes_left(low: str, clauses: tuple[Any, ...]) -> list[tuple[int, int]]:
    """Return the numbers with an "m" beside a promise: nobody knows whether they are minutes."""
    if not all(isinstance(one, Promise) for one in clauses):
        return []
    return [found.span() for found in _MINUTES.finditer(low)]


def _kept(
    phrase: TimePhrase, held: list[Duration], anchors: list[Anchor], windows: set[int | None]
) -> bool:
    if phrase.anchor is not None:
        return any(one.kind is phrase.anchor.kind for one in anchors)
    if phrase.amount * _DAYS.get(phrase.unit, 0) in windows:
        return True
    return any((one.amount, one.unit) == (phrase.amount, phrase.unit) for one in held)


def _shares_left(low: str, values: list[Any]) -> list[tuple[int, int]]:
    held = {one for one in values if isinstance(one, Decimal)}
    words = {str(one).rstrip("%") for one in values if isinstance(one, str)}
    return [
        (start, end)
        for start, end, share in shares_in(low)
        if share not in held and f"{share * 100:f}" not in words
    ]


def _roles_left(low: str, clauses: tuple[Any, ...], values: list[Any]) -> list[tuple[int, int]]:
    """Return the colleagues whom a rule of authority or an escalation names and does not hold."""
    if any(isinstance(one, Promise) for one in clauses):
        return []
    held = [one for one in values if isinstance(one, str)]
    return [
        found.span()
        for found in _COLLEAGUE.finditer(low)
        if (name := role_slug(found["role"])) and not any(name in one for one in held)
    ] + [
        (at, at + len(both))
        for one in clauses
        for named in (
            getattr(one, "approver", None),
            getattr(one, "to", None),
            getattr(one, "role", None),
        )
        if named
        and "_and_" in named
        and all(ROLEISH.search(part.replace("_", " ")) for part in named.split("_and_"))
        for both in [named.replace("_", " ").rpartition(" and ")[2]]
        if (at := low.find(both)) >= 0
    ]


def _terms_left(low: str, clauses: tuple[Any, ...]) -> list[tuple[int, int]]:
    """Return where an exception or a proviso begins, in a sentence whose clauses hold none."""
    if any(one.condition or one.exception for one in clauses):
        return []
    if any(isinstance(one, Escalation) for one in clauses):
        return []
    return [
        found.span()
        for found in (*_PROVISO.finditer(low), *(_LEFT_OUT.finditer(low) if "(" in low else ()))
        if not any(getattr(one, "only", False) for one in clauses)
    ]


def _channels_left(low: str, clauses: tuple[Any, ...]) -> list[tuple[int, int]]:
    """Return the channels that a promise speaks of and is not counted on."""
    if not all(isinstance(one, Promise) for one in clauses):
        return []
    if any(one.metric is Metric.CALLBACK for one in clauses):
        # "Return calls" says what is done and not how people came to us.
        return []
    held = {name for one in clauses for name in one.channels}
    return [
        (word.start, word.end)
        for word in channels_in(low)
        if held and word.name not in {*held, "ticket"} and not _INSTRUMENT.search(low[: word.start])
    ]


def _numbers_in_actions(low: str, clauses: tuple[Any, ...]) -> list[tuple[int, int]]:
    """Return the numbers that ended up in the name of an action, where nothing counts them."""
    return [
        (at, at + len(found[1]))
        for one in clauses
        if isinstance(one, (Authority, ApprovalRule))
        and (
            found := re.search(
                r"(?:up_to|over|above|more_than|than|least|most|maximum_of|of)_(\d+)", one.action
            )
        )
        and (at := low.find(found[1])) >= 0
    ]


def _changes_nothing(text: str, start: int, end: int) -> Finding:
    said = text[start:end].strip(" ,.(")
    return Finding(
        "TX06",
        Severity.WARNING,
        f'This promise runs for every case: "{said}" changes nothing yet. Say for which cases it is with '
        '"if": "If it is about council tax, we reply within 5 working days."',
        start,
        end,
    )

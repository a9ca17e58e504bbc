"""What an example line says has happened: something arrives, begins, or is still unanswered."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from goodword.document.echo_amounts import spoken
from goodword.document.echo_condition import condition
from goodword.example.moment import zone_of
from goodword.example.when import ORDINARY_MONDAY, moment_at, read_when, resolve
from goodword.language.en.echo_phrases import ARRIVALS
from goodword.language.en.lexicon import CHANNELS, SUBJECTS
from goodword.policy.condition import AllOf, AnyOf, Condition, Fact
from goodword.policy.definition import EffectiveClause
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise

_ARRIVES = re.compile(
    r"^(?P<what>.+?) (?:arrives?(?: on our portal| by web form)?|comes?(?: in)?"
    r"|is (?:sent|received|left|made|asked for|reported)|begins?|rings?|reaches us)"
    r" (?P<when>.+)$",
    re.IGNORECASE,
)
_LAST_WROTE = re.compile(
    r"^we last (?:write|wrote)(?: to \w+(?: \w+)?)? about (?P<what>.+?),? "
    r"(?=on |at |[A-Z][a-z]+day)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^(?P<what>.+?) (?:is|was)(?P<done> acknowledged)? (?P<when>(?:on|at) .+)$", re.IGNORECASE
)
_ANOTHER = re.compile(r"^(?:another|a further|a second|the next) (?:\w+ )?message\b", re.IGNORECASE)
ACKNOWLEDGED = "acknowledged"
ARTICLE = re.compile(r"^(?:an?|the|your|our) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What happened at `at`, in the policy's slugs; `ordinary` where only a week-day was said.

    `started` is the event that starts a clock where it is not the customer's message, `again`
    a further message, `written` that we wrote last. `facts` are conditions said to hold.
    """

    channel: str | None
    subject: str | None
    at: int
    ordinary: bool
    started: str | None = None
    again: bool = False
    written: bool = False
    promise: Promise | None = None
    facts: Mapping[str, str] | None = None


def arrival_of(sentence: str, policy: Policy) -> Arrival | None:
    """Return what the sentence says has happened, None where it is about something else.

    Raises UnclearError for a moment that cannot be told from its words.
    """
    if found := _LAST_WROTE.match(sentence):
        at, ordinary = start_of(sentence[found.end() :], policy)
        what = found["what"]
        return Arrival(None, subject_of(what, policy), at, ordinary, written=True)
    if (held := _held(sentence, policy)) is not None:
        return held
    if (began := _begun(sentence, policy)) is not None:
        return began
    came = _ARRIVES.match(sentence)
    if came is None:
        return None
    at, ordinary = start_of(came["when"], policy)
    what = came["what"]
    return Arrival(
        channel=_channel(sentence, what),
        subject=subject_of(what, policy),
        at=at,
        ordinary=ordinary,
        again=_ANOTHER.match(what) is not None,
    )


def _channel(sentence: str, what: str) -> str | None:
    """Return the channel of an arrival: as its worked example would say it, before its words."""
    low = sentence.lower()
    for channel, words in ARRIVALS.items():
        if low.startswith(words.lower()):
            return channel
    return first_match(CHANNELS, what)


def start_of(words: str, policy: Policy) -> tuple[int, bool]:
    """Return the instant that the words name, and whether they name only a day of the week."""
    when = read_when(words)
    ordinary = not when.has_date and when.weekday is not None
    around = ORDINARY_MONDAY if ordinary else _first_day(policy) if when.has_date else None
    zone: ZoneInfo = zone_of(policy)
    return resolve(when, zone, around=around), ordinary


def _first_day(policy: Policy) -> date | None:
    dates = [one.applies_from for one in policy.of_kind(EffectiveClause)]
    return next((one for one in dates if one is not None), None)


def _held(sentence: str, policy: Policy) -> Arrival | None:
    """Return the arrival of a case of which the condition of some promise is said to hold."""
    low = ARTICLE.sub("", sentence).lower()
    for promise in policy.of_kind(Promise):
        if promise.condition is None:
            continue
        words = ARTICLE.sub("", condition(promise.condition)).lower()
        if not low.startswith(f"{words} ") and not low.startswith(f"{words}, "):
            continue
        rest = low[len(words) :].removeprefix(",").strip().removeprefix("and ")
        came = arrival_of(rest, policy) if moment_at(rest) > 0 else None
        at, ordinary = start_of(sentence, policy)
        return Arrival(
            channel=came.channel if came else next(iter(promise.channels), None),
            subject=came.subject if came and came.subject else promise.subject,
            at=at,
            ordinary=ordinary,
            promise=promise,
            facts=dict.fromkeys(_facts(promise.condition), "yes"),
        )
    return None


def _facts(part: Condition) -> Iterator[str]:
    if isinstance(part, Fact):
        yield part.name
    elif isinstance(part, AllOf | AnyOf):
        for one in part.parts:
            yield from _facts(one)


def _begun(sentence: str, policy: Policy) -> Arrival | None:
    """Return the start of a clock that runs from something else than a message."""
    found = _BEGINS.match(sentence)
    if found is None:
        return None
    what = ARTICLE.sub("", found["what"]).lower()
    for promise in policy.of_kind(Promise):
        if promise.start is None:
            continue
        is_start = (
            promise.start.startswith("acknowledg")
            if found["done"]
            else spoken(promise.start).removeprefix("your ") == what
        )
        subject = subject_of(what, policy) if found["done"] else promise.subject
        if is_start and subject in {promise.subject, None}:
            at, ordinary = start_of(found["when"], policy)
            channel = next(iter(promise.channels), None)
            return Arrival(channel, subject, at, ordinary, started=promise.start)
    return None


def subject_of(what: str, policy: Policy) -> str | None:
    """Return the kind of case in the words: one that a promise speaks of, before any other."""
    said_words = what.lower()
    known = [one.subject for one in policy.of_kind(Promise) if one.subject is not None]
    for subject in sorted(known, key=len, reverse=True):
        if spoken(subject) in said_words:
            return subject
    return first_match(SUBJECTS, what)


def first_match(patterns: Mapping[str, str], what: str) -> str | None:
    """Return the first slug whose pattern the words hold."""
    for slug, pattern in patterns.items():
        if re.search(rf"\b(?:{pattern})", what.lower()):
            return slug
    return None

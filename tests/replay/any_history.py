"""Histories and policies that nobody made up by hand: every kind of event and of promise.

They come from a generator of random numbers, so that a seed brings a history back.
"""

from datetime import UTC, datetime, time
from random import Random

from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.policy.condition import Compare, Condition, Fact, Not, Operator
from goodword.policy.hours import (
    ChannelHours,
    Closure,
    HolidayPlace,
    Hours,
    Interval,
    NamedHours,
    Week,
)
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Unit

# Over the change of clocks in Melbourne and in New York, and Easter.
FIRST = int(datetime(2026, 3, 1, tzinfo=UTC).timestamp())
LAST = int(datetime(2026, 4, 20, tzinfo=UTC).timestamp())

DAY, NIGHT = Interval(480, 1080), Interval(1320, 360)
LUNCH = (Interval(495, 735), Interval(780, 1035))
WEEKS: tuple[Week, ...] = (
    ((DAY,), (DAY,), (DAY,), (DAY,), (DAY,), (Interval(540, 780),), ()),
    (LUNCH, LUNCH, (), LUNCH, (NIGHT,), (), ()),
    (((Interval(0, 1440)),),) * 7,
)
HOURS = (
    Hours("Australia/Melbourne", WEEKS[0], (HolidayPlace("AU", "VIC"),), (Closure(3, 10),)),
    Hours("America/New_York", WEEKS[1]),
    Hours("Asia/Kathmandu", WEEKS[0]),
    Hours("UTC", WEEKS[2]),
)
SUBJECTS = (
    *((None,) * 5),
    "complaint",
    "enquiry",
    "billing_complaint",
    "priority_1",
    "stage_1",
    "stage_2_complaint",
)
CONDITIONS: tuple[Condition | None, ...] = (
    *((None,) * 4),
    Fact("vip"),
    Not(Fact("vip")),
    Compare("weight", Operator.MORE, "20"),
)
STARTS = (*((None,) * 8), "acknowledged", "information_received", "resolved")


def any_limit(random: Random) -> Limit:
    """Return a length of time or a point in a day."""
    which = random.randrange(8)
    if which == 0:
        kind = random.choice(tuple(AnchorKind))
        return Anchor(kind, random.choice((time(17), time(9, 30))), random.choice((None, time(14))))
    if which == 1:
        counting = random.choice((Counting.WORKING, Counting.CALENDAR))
        return Duration(random.randint(1, 2), Unit.MONTH, counting)
    if which < 5:
        unit = random.choice((Unit.DAY, Unit.DAY, Unit.WEEK))
        counting = random.choice((Counting.WORKING, Counting.WORKING, Counting.CALENDAR))
        return Duration(random.randint(1, 5), unit, counting)
    unit = random.choice((Unit.MINUTE, Unit.HOUR, Unit.HOUR))
    counting = random.choice((Counting.WORKING, Counting.WORKING, Counting.CLOCK))
    return Duration(random.randint(1, 40), unit, counting)


def any_policy(random: Random) -> Policy:
    """Return a policy of a few promises, some with a rule for pauses, some with several hours."""
    promises = [
        Promise(
            id=f"promise-{number}",
            metric=random.choice(tuple(Metric)),
            channels=random.choice(((), (), (), ("email",), ("phone", "chat"))),
            subject=random.choice(SUBJECTS),
            limit=any_limit(random),
            start=random.choice(STARTS),
            once=random.random() < 0.3,
            condition=random.choice(CONDITIONS),
            exception=random.choice((None, None, None, Fact("flood"))),
            parts=random.choice((*(((),) * 7), ("northgate",))),
        )
        for number in range(random.randint(2, 8))
    ]
    pause = PauseRule(
        id="pause",
        metrics=random.choice((tuple(Metric), (Metric.RESOLUTION, Metric.UPDATE))),
        condition=random.choice((None, None, None, Fact("vip"))),
    )
    house, by_phone, northgate = (random.choice(HOURS) for _ in range(3))
    return Policy(
        title="",
        organisation="",
        serves="client",
        language="en",
        currency="AUD",
        hours=house,
        roles=(),
        owner=None,
        sections=(),
        clauses=(*promises, *((pause,) if random.random() < 0.8 else ())),
        channel_hours=(ChannelHours("phone", by_phone),) if random.random() < 0.3 else (),
        part_hours=(NamedHours("northgate", northgate),) if random.random() < 0.3 else (),
    )


TOLD = {
    EventKind.KIND_CHANGED: (
        ("kind", ("", "complaint", "billing_complaint", "booking", "stage_2_complaint")),
    ),
    EventKind.PRIORITY_CHANGED: (("priority", ("", "priority_1", "priority_2")),),
    EventKind.EXCEPTION_APPLIED: (("clause", ("promise-0", "promise-1", "other")),),
    EventKind.TAGGED: (("event", ("information_received", "safety_issue")),),
    EventKind.REPLY: (("could_settle", ("yes", "no")),),
    EventKind.ANSWERED: (("could_settle", ("yes", "no")),),
    EventKind.UPDATE: (("could_settle", ("yes", "no")),),
}
ANYBODY_SAYS = (
    ("vip", ("yes", "yes", "no", "perhaps")),
    ("weight", ("10", "30")),
    ("flood", ("yes", "no")),
    ("place", ("northgate", "southgate")),
    ("channel", ("email", "phone")),
)
OFTEN = (
    EventKind.CUSTOMER_MESSAGE,
    EventKind.REPLY,
    EventKind.UPDATE,
    EventKind.WAITING,
    EventKind.RESUMED,
    EventKind.RESOLVED,
    EventKind.REOPENED,
)
KINDS = (*EventKind, *(OFTEN * 4))
RARE = frozenset({EventKind.VOIDED, EventKind.EXCEPTION_APPLIED})
STEPS = (-3_600, 0, 0, 60, 1_800, 7_200, 7_200, 20_000, 50_000, 90_000, 90_000, 400_000)
ACTORS = (Actor.PERSON, Actor.PERSON, Actor.PERSON, Actor.ASSISTANT, Actor.CUSTOMER, Actor.SYSTEM)


def any_events(random: Random) -> tuple[Event, ...]:
    """Return what happened to a case: some of it at one instant, some of it out of order."""
    at = random.randrange(FIRST, LAST)
    found: list[Event] = []
    for seq in range(random.randint(1, 14)):
        kind = EventKind.OPENED if not found else random.choice(KINDS)
        if not found and random.random() < 0.1:
            kind = random.choice(KINDS)
        if kind in RARE and random.random() < 0.5:
            kind = EventKind.NOTE
        told = [*TOLD.get(kind, ())]
        if random.random() < 0.3:
            told.append(random.choice(ANYBODY_SAYS))
        facts = {name: random.choice(words) for name, words in told}
        found.append(Event(at, seq, kind, random.choice(ACTORS), facts))
        at += random.choice(STEPS)
    return tuple(found)


def any_cases(random: Random, count: int) -> tuple[Case, ...]:
    """Return cases of every channel, kind and priority."""
    return tuple(
        Case(
            id=f"case {number}",
            events=any_events(random),
            channel=random.choice((None, "email", "phone", "chat", "in_person", "voicemail")),
            kind=random.choice((None, None, "complaint", "booking", "stage_2_complaint")),
            priority=random.choice((None, None, "priority_1")),
        )
        for number in range(count)
    )

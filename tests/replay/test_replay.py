from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from goodword.case.event import EventKind
from goodword.history.history import History
from goodword.history.load import load
from goodword.policy.hours import Hours, Interval, Week
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Unit
from goodword.replay.outcomes import Counts, Outcomes, PromiseOutcome
from goodword.replay.replay import replay, what_if

HISTORIES = Path(__file__).parents[2] / "examples" / "histories"
DAY, SATURDAY = (Interval(480, 1080),), (Interval(540, 780),)
WEEK: Week = (DAY, DAY, DAY, DAY, DAY, SATURDAY, ())
HOURS = Hours("Australia/Melbourne", WEEK)
EMAIL = Promise(
    id="email",
    metric=Metric.FIRST_RESPONSE,
    channels=("email",),
    limit=Duration(4, Unit.HOUR, Counting.WORKING),
)
WEB_FORM = replace(EMAIL, id="web_form", channels=("web_form",))
CALLS = Promise(
    id="calls",
    metric=Metric.ANSWER,
    channels=("phone",),
    limit=Duration(30, Unit.SECOND, Counting.CLOCK),
    target=Decimal("0.9"),
)
RESOLVE = Promise(
    id="resolve",
    metric=Metric.RESOLUTION,
    subject="enquiry",
    limit=Duration(3, Unit.DAY, Counting.WORKING),
)
ACKNOWLEDGE = Promise(
    id="acknowledge",
    metric=Metric.ACKNOWLEDGE,
    subject="complaint",
    limit=Duration(1, Unit.DAY, Counting.WORKING),
)
FOLLOW_UP = Promise(
    id="follow-up", metric=Metric.NEXT_RESPONSE, limit=Anchor(AnchorKind.NEXT_WORKING_DAY)
)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def policy(*promises: Promise, hours: Hours | None = HOURS) -> Policy:
    return Policy(
        title="Riverside",
        organisation="Riverside",
        serves="client",
        language="en",
        currency="AUD",
        hours=hours,
        roles=(),
        owner=None,
        sections=(),
        clauses=(*promises, PauseRule(id="pause")),
    )


def cases() -> History:
    return load(HISTORIES / "riverside-cases.csv", None, zone="Australia/Melbourne")


def events() -> History:
    return load(HISTORIES / "riverside-events.jsonl", None)


def judged(
    history: History, *promises: Promise, instant: str, hours: Hours | None = HOURS
) -> Outcomes:
    return replay(
        what_if(policy(*promises, hours=hours)),
        history.cases if history.columns is None else history.columns,
        at=at(instant),
        tells=history.tells,
        dates_only=history.dates_only,
    )


def only(outcomes: Outcomes) -> PromiseOutcome:
    (outcome,) = outcomes.promises
    return outcome


def test_each_promise_is_counted_on_the_cases_it_speaks_of() -> None:
    outcomes = judged(
        cases(),
        EMAIL,
        WEB_FORM,
        CALLS,
        RESOLVE,
        ACKNOWLEDGE,
        instant="2026-09-16T17:30:00+10:00",
    )
    expected = {
        "email": Counts(kept=6, open=1),
        "web_form": Counts(broken_closed=1, broken_open=1),
        "calls": Counts(kept=2, broken_closed=1),
        "resolve": Counts(kept=8, broken_closed=1, broken_open=1, open=1),
        "acknowledge": Counts(kept=1, broken_closed=1),
    }
    assert expected == {outcome.promise.id: outcome.counts for outcome in outcomes.promises}
    assert outcomes.cases == 13


def test_exactly_at_the_due_instant_is_kept_and_a_second_later_is_broken() -> None:
    # 1007 and 1008 both arrive on Friday 16:30 and are due on Saturday 11:30.
    outcomes = judged(cases(), EMAIL, WEB_FORM, instant="2026-09-05T11:30:01+10:00")
    expected = [Counts(kept=4), Counts(broken_closed=1)]
    assert expected == [outcome.counts for outcome in outcomes.promises]


def test_what_happened_after_the_instant_of_judgment_is_not_known() -> None:
    earlier = only(judged(cases(), WEB_FORM, instant="2026-09-05T11:30:00+10:00"))
    assert Counts(open=1) == earlier.counts


def test_a_case_opened_after_the_instant_of_judgment_does_not_exist() -> None:
    outcomes = judged(cases(), EMAIL, instant="2026-09-01T12:00:00+10:00")
    assert (2, Counts(kept=1)) == (outcomes.cases, only(outcomes).counts)


def test_an_open_case_past_its_due_time_is_broken_and_in_the_denominator() -> None:
    counts = only(judged(cases(), WEB_FORM, instant="2026-09-16T17:30:00+10:00")).counts
    assert (counts.n, counts.judged, counts.broken_open) == (2, 2, 1)


def test_a_case_without_a_promise_is_never_counted_as_kept() -> None:
    letter = replace(EMAIL, channels=("post",))
    outcome = only(judged(cases(), letter, instant="2026-09-16T17:30:00+10:00"))
    assert (Counts(), None) == (outcome.counts, outcome.unmeasured)


def test_a_clock_is_judged_by_the_version_in_force_when_it_started() -> None:
    strict = replace(EMAIL, limit=Duration(1, Unit.HOUR, Counting.WORKING))
    versions = [
        (at("2026-09-01T00:00+10:00"), policy(strict)),
        (at("2026-09-03T10:00+10:00"), policy(EMAIL)),
    ]
    history = cases()
    assert history.columns is not None
    outcome = only(replay(versions, history.columns, at=at("2026-09-16T17:30:00+10:00")))
    # 1001 and 1003 took longer than an hour; 1006, which starts with the new version, may.
    assert Counts(kept=4, broken_closed=2, open=1) == outcome.counts
    assert outcome.promise.limit == EMAIL.limit


def test_a_clock_that_started_before_the_first_version_is_none() -> None:
    versions = [(at("2026-09-05T00:00+10:00"), policy(EMAIL))]
    history = cases()
    assert history.columns is not None
    outcome = only(replay(versions, history.columns, at=at("2026-09-16T17:30:00+10:00")))
    assert Counts(kept=2, open=1) == outcome.counts


def test_what_a_history_does_not_tell_is_neither_kept_nor_broken() -> None:
    history = cases()
    silent = replace(history, tells=frozenset({EventKind.RESOLVED}))
    outcome = only(judged(silent, EMAIL, instant="2026-09-16T17:30:00+10:00"))
    assert (Counts(), "The history does not say when the first reply was sent.") == (
        outcome.counts,
        outcome.unmeasured,
    )


def test_hours_cannot_be_judged_from_dates_without_a_time_but_days_can() -> None:
    dated = replace(cases(), dates_only=True)
    outcomes = judged(dated, EMAIL, RESOLVE, instant="2026-09-16T17:30:00+10:00")
    reasons = [outcome.unmeasured for outcome in outcomes.promises]
    assert reasons == [
        "The history holds dates without a time of day, so hours cannot be judged.",
        None,
    ]


def test_working_time_cannot_be_judged_by_a_policy_without_opening_hours() -> None:
    outcomes = judged(cases(), EMAIL, CALLS, instant="2026-09-16T17:30:00+10:00", hours=None)
    reasons = [outcome.unmeasured for outcome in outcomes.promises]
    assert reasons == [
        "The policy names no opening hours, so working time cannot be counted.",
        None,
    ]


def test_hours_that_never_open_are_said_not_counted() -> None:
    closed = Hours("Australia/Melbourne")
    outcome = only(judged(cases(), EMAIL, instant="2026-09-16T17:30:00+10:00", hours=closed))
    assert outcome.unmeasured is not None
    assert "never open" in outcome.unmeasured


def test_a_log_of_events_is_judged_with_its_pauses_and_exchanges() -> None:
    outcomes = judged(
        events(), EMAIL, RESOLVE, ACKNOWLEDGE, FOLLOW_UP, instant="2026-09-08T10:00:00+10:00"
    )
    expected = {
        "email": Counts(kept=1),
        # Waiting from Tuesday to Friday for 2001 is not counted: due days fall inside it.
        "resolve": Counts(kept=2),
        "acknowledge": Counts(kept=1),
        "follow-up": Counts(kept=1),
    }
    assert expected == {outcome.promise.id: outcome.counts for outcome in outcomes.promises}


def test_time_taken_is_open_time_without_pauses_where_working_hours_are_promised() -> None:
    outcomes = judged(cases(), EMAIL, CALLS, instant="2026-09-16T17:30:00+10:00")
    email, calls = outcomes.promises
    # 1003: Tuesday 17:10 to 18:00, and Wednesday 8:00 to 10:20.
    assert (email.counts_open_seconds, email.clocks.taken[1]) == (True, 50 * 60 + 140 * 60)
    assert (calls.counts_open_seconds, list(calls.clocks.taken)) == (False, [14, 70, 22])


def test_pauses_are_left_out_of_the_time_taken() -> None:
    hours = replace(RESOLVE, limit=Duration(30, Unit.HOUR, Counting.WORKING))
    outcome = only(judged(events(), hours, instant="2026-09-08T10:00:00+10:00"))
    # 2001: Tuesday 8:12 to 9:40, then Friday 10:00 to 11:31.
    assert list(outcome.clocks.taken) == [88 * 60 + 91 * 60, 360]


def test_replaying_twice_gives_the_same() -> None:
    instant = "2026-09-16T17:30:00+10:00"
    assert judged(cases(), EMAIL, RESOLVE, instant=instant) == judged(
        cases(), EMAIL, RESOLVE, instant=instant
    )


def test_no_cases_at_all_give_no_counts() -> None:
    outcome = only(replay(what_if(policy(EMAIL)), (), at=0))
    assert (Counts(), None) == (outcome.counts, outcome.unmeasured)

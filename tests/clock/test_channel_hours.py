"""A promise for a channel with hours of its own counts in these, live and replayed."""

import pytest

from goodword.businesstime.openings import openings_for
from goodword.case.event import EventKind
from goodword.clock.clock import Outcome
from goodword.clock.explain import explain
from goodword.clock.run import run_clocks
from goodword.document.echo import echo
from goodword.document.read import read
from goodword.policy.promise import Promise
from goodword.replay.replay import replay, what_if
from tests.clock.clock_cases import at, case, event

TEXT = """# Ash Shop

All times are Melbourne time.
Public holidays are those of Victoria, Australia.

## Hours

The office is open Monday to Friday, 9am to 5pm.
Our phone lines are open Monday to Saturday, 8am to 8pm.
Our live chat is open 24/7.

## Promises

We reply to every voicemail and every phone call within 4 working hours.
We reply to every chat within 2 working hours.
We reply to every email within 4 working hours.
We resolve every enquiry within 2 working days.
"""
POLICY = read(TEXT).policy
# Friday evening: the office has closed, the phone lines have three hours left, the chat goes on.
EVENING = event("04 17:00", EventKind.OPENED)


def dues(channel: str) -> dict[str, int | None]:
    assert POLICY.hours is not None
    clocks = run_clocks(
        POLICY,
        openings_for(POLICY.hours, at("04 17:00")),
        case(EVENING, channel=channel),
        at=at("04 17:30"),
    )
    return {str(clock.promise.metric): clock.due for clock in clocks}


def test_a_call_in_the_evening_counts_in_the_hours_of_the_phone_lines() -> None:
    assert dues("phone")["first_response"] == at("05 09:00")


def test_an_email_counts_in_the_hours_of_the_house() -> None:
    assert dues("email")["first_response"] == at("07 13:00")


def test_a_chat_that_is_always_open_counts_through_the_night() -> None:
    assert dues("chat")["first_response"] == at("04 19:00")


def test_a_promise_for_any_channel_counts_in_the_hours_of_the_house() -> None:
    assert dues("phone")["resolution"] == at("08 17:00")


def test_of_two_channels_the_one_that_the_case_came_by_counts() -> None:
    assert dues("voicemail")["first_response"] == at("07 13:00")


def test_what_closes_the_house_closes_its_channels_but_not_one_that_never_closes() -> None:
    assert POLICY.hours is not None
    holiday = event("2026-11-03 10:00", EventKind.OPENED)  # Melbourne Cup
    found = {}
    for channel in ("phone", "chat"):
        now = at("2026-11-03 11:00")
        clocks = run_clocks(
            POLICY, openings_for(POLICY.hours, now), case(holiday, channel=channel), at=now
        )
        found[channel] = next(one.due for one in clocks if one.promise.metric == "first_response")
    assert found == {"phone": at("2026-11-04 12:00"), "chat": at("2026-11-03 12:00")}


def test_the_explanation_tells_the_hours_of_the_channel() -> None:
    assert POLICY.hours is not None
    openings = openings_for(POLICY.hours, at("04 17:00"))
    clocks = run_clocks(POLICY, openings, case(EVENING, channel="phone"), at=at("04 17:30"))
    call = next(one for one in clocks if one.promise.metric == "first_response")
    told = explain(call, POLICY, openings).summary
    assert "3 hours" in told
    assert "closed until Sat" in told


def test_the_echo_names_the_hours_of_the_channel() -> None:
    chat = next(one for one in POLICY.of_kind(Promise) if one.channels == ("chat",))
    assert echo(chat, POLICY) == (
        "We give a first reply to every chat within 2 working hours (round the clock), every time."
    )


@pytest.mark.parametrize("channel", ["phone", "chat", "email", "voicemail"])
def test_replay_agrees_with_the_live_clock(channel: str) -> None:
    late = event("05 08:30", EventKind.REPLY)
    one = case(EVENING, late, channel=channel)
    now = at("30 12:00")
    assert POLICY.hours is not None
    live = run_clocks(POLICY, openings_for(POLICY.hours, now), one, at=now)
    replayed = replay(what_if(POLICY), (one,), at=now)
    wanted = next(clock for clock in live if clock.promise.metric == "first_response")
    counts = next(
        outcome.counts for outcome in replayed.promises if outcome.promise.id == wanted.promise.id
    )
    assert (counts.kept, counts.broken_closed) == (
        int(wanted.outcome is Outcome.KEPT),
        int(wanted.outcome is Outcome.BROKEN_CLOSED),
    )


def test_hours_of_a_channel_need_no_hours_of_the_house() -> None:
    policy = read(
        "All times are Melbourne time.\nOur phone lines are open Monday to Friday, 8am to 8pm.\n"
        "We reply to every phone call within 4 working hours.\n"
    ).policy
    assert policy.hours is None
    (clock,) = run_clocks(policy, None, case(EVENING, channel="phone"), at=at("04 17:30"))
    assert clock.due == at("07 09:00")

from typing import Any

import pytest

from goodword.case.event import EventKind
from goodword_web.cases import actions as cases
from goodword_web.cases import queries
from goodword_web.cases.errors import EmptyWordsError, WrongStateError
from goodword_web.cases.models import AppendOnlyError, Case, ClockRow, Event, Status
from goodword_web.people.models import LogEntry
from goodword_web.work.models import OutboxMail, WakeUp
from tests.cases.case_practice import Practice, a_practice


def clock_of(case: Case, metric: str) -> ClockRow:
    [row] = [row for row in case.clock_rows.all() if row.payload["metric"] == metric]
    return row


def kinds_in(case: Case) -> list[str]:
    return [event.kind for event in case.events.all()]


def test_a_case_runs_its_clocks_from_the_first_message(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30")
    row = clock_of(case, "first_response")
    expected = (practice.at("2026-09-04 16:30"), practice.at("2026-09-05 11:30"), "open")
    assert expected == (row.started_at, row.due, row.outcome)


def test_each_clock_sets_one_wake_up_at_the_instant_after_it_is_due(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30")
    row = clock_of(case, "first_response")
    wake_up = WakeUp.objects.get(key=f"clock:{case.pk}:{row.promise_id}")
    assert (practice.at("2026-09-05 11:30") + 1, cases.CLOCK_TASK) == (wake_up.run_at, wake_up.task)


def test_a_reply_keeps_the_promise_and_takes_its_wake_up_away(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30")
    cases.send_reply(
        actor=practice.mia, case=case, body="Gladly.", at=practice.at("2026-09-05 09:10")
    )
    row = clock_of(case, "first_response")
    assert row.outcome == "kept"
    assert not WakeUp.objects.filter(key=f"clock:{case.pk}:{row.promise_id}").exists()


def test_a_reply_at_the_due_instant_is_kept_and_a_second_later_is_not(practice: Practice) -> None:
    outcomes = []
    for late in (0, 1):
        case = practice.case("2026-09-04 16:30")
        at = practice.at("2026-09-05 11:30") + late
        cases.send_reply(actor=practice.mia, case=case, body="Gladly.", at=at)
        outcomes.append(clock_of(case, "first_response").outcome)
    assert outcomes == ["kept", "broken_closed"]


def test_an_automatic_acknowledgement_stops_no_clock(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30")
    cases.send_automatic_acknowledgement(case=case, at=practice.at("2026-09-04 16:31"))
    assert clock_of(case, "first_response").outcome == "open"


def test_the_automatic_note_carries_the_emergency_line_the_reference_and_the_link(
    practice: Practice,
) -> None:
    case = practice.case("2026-09-04 16:30")
    cases.send_automatic_acknowledgement(case=case, at=practice.at("2026-09-04 16:31"))
    mail = OutboxMail.objects.get()
    assert mail.is_automatic
    assert mail.text.split("\n\n")[0] == (
        "In an emergency, call 000. Please do not wait for us to answer."
    )
    assert case.reference in mail.text
    assert f"/track/{case.token}" in mail.text
    assert "Saturday 5 September at 11:30 am" in mail.text


def test_a_note_stops_no_clock_and_reaches_nobody(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30")
    cases.add_note(
        actor=practice.mia, case=case, body="Called.", at=practice.at("2026-09-04 16:40")
    )
    assert clock_of(case, "first_response").outcome == "open"
    assert not OutboxMail.objects.exists()
    assert queries.timeline(case)[-1].note == "Called."


def test_a_reply_leaves_through_the_outbox_in_the_thread_of_the_mail(practice: Practice) -> None:
    case = cases.open_case(
        actor=None,
        customer=practice.customer,
        channel="email",
        body="Hello",
        subject="Re: My knee",
        at=practice.at("2026-09-04 16:30"),
        message_id="<1@home.example>",
    )
    cases.send_reply(
        actor=practice.mia, case=case, body="Gladly.", at=practice.at("2026-09-05 09:10")
    )
    mail = OutboxMail.objects.get()
    assert ("ann@home.example", f"Re: [{case.reference}] My knee") == (mail.to, mail.subject)
    assert (mail.in_reply_to, mail.references) == ("<1@home.example>", ["<1@home.example>"])
    assert mail.text.startswith("Gladly.\n\nMia\nRiverside Physiotherapy")
    assert f"/track/{case.token}" in mail.text


def test_sending_the_same_reply_twice_sends_it_once(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30")
    for second in (0, 1):
        at = practice.at("2026-09-05 09:10") + second
        cases.send_reply(actor=practice.mia, case=case, body="Gladly.", at=at, key="form-17")
    assert OutboxMail.objects.count() == 1
    assert kinds_in(case).count(EventKind.REPLY) == 1


def test_the_clock_pauses_while_we_wait_for_the_customer(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00")
    cases.send_reply(
        actor=practice.mia, case=case, body="Which day?", at=practice.at("2026-09-07 10:00")
    )
    cases.wait_for_customer(actor=practice.mia, case=case, at=practice.at("2026-09-07 10:01"))
    assert (clock_of(case, "resolution").state, case.status) == ("paused", Status.WAITING)
    cases.record_customer_message(
        actor=None, case=case, body="Friday.", at=practice.at("2026-09-10 10:00")
    )
    row = clock_of(case, "resolution")
    assert (row.state, case.status) == ("running", Status.OPEN)
    # Three working days from Monday; the closings of Monday to Wednesday fell into the pause.
    assert practice.at("2026-09-12 13:00") == row.due


def test_a_message_on_a_resolved_case_opens_it_again(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00")
    cases.resolve(actor=practice.mia, case=case, at=practice.at("2026-09-07 11:00"))
    cases.record_customer_message(
        actor=None, case=case, body="But…", at=practice.at("2026-09-08 11:00")
    )
    assert case.status == Status.OPEN
    assert kinds_in(case)[-2:] == [EventKind.CUSTOMER_MESSAGE, EventKind.REOPENED]
    assert clock_of(case, "resolution").outcome == "open"


def test_another_kind_makes_promises_void_and_others_run_from_their_own_start(
    practice: Practice,
) -> None:
    case = practice.case("2026-09-07 09:00")
    cases.change_kind(
        actor=practice.mia, case=case, kind="complaint", at=practice.at("2026-09-07 12:00")
    )
    acknowledge = clock_of(case, "acknowledge")
    assert practice.at("2026-09-07 09:00") == acknowledge.started_at
    outcomes = {row.outcome for row in case.clock_rows.filter(payload__metric="resolution")}
    assert {"void", "open"} == outcomes


def test_a_void_case_has_no_running_clock_and_takes_no_reply(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00")
    cases.void_case(actor=practice.mia, case=case, at=practice.at("2026-09-07 09:30"))
    assert {"void"} == {row.outcome for row in case.clock_rows.all()}
    assert not WakeUp.objects.filter(key__startswith=f"clock:{case.pk}:").exists()
    with pytest.raises(WrongStateError, match="void"):
        cases.send_reply(
            actor=practice.mia, case=case, body="Hi", at=practice.at("2026-09-07 10:00")
        )


def test_emergency_words_flag_the_case_and_stand_first_on_today(practice: Practice) -> None:
    practice.case("2026-09-07 09:00")
    urgent = practice.case("2026-09-07 09:05", body="I have chest pain since this morning.")
    assert urgent.emergency
    assert EventKind.TAGGED in kinds_in(urgent)
    assert urgent == queries.today(practice.at("2026-09-07 09:06"))[0].case


def test_an_answered_call_keeps_the_promise_to_answer(practice: Practice) -> None:
    at = practice.at("2026-09-07 09:00")
    case = cases.log_phone_call(
        actor=practice.mia,
        customer=practice.customer,
        body="Asked for a time.",
        at=at,
        answered_at=at + 20,
    )
    assert clock_of(case, "answer").outcome == "kept"


def test_what_was_said_by_phone_is_a_reply_and_no_mail(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00")
    cases.send_reply(
        actor=practice.mia,
        case=case,
        body="Told them.",
        channel="phone",
        at=practice.at("2026-09-07 09:30"),
    )
    assert clock_of(case, "first_response").outcome == "kept"
    assert not OutboxMail.objects.exists()


def test_nothing_is_sent_where_nothing_is_written(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00")
    with pytest.raises(EmptyWordsError):
        cases.send_reply(
            actor=practice.mia, case=case, body=" \n", at=practice.at("2026-09-07 09:30")
        )


def test_a_nul_byte_is_shown_and_not_stored(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00", body="Hel\x00lo")
    assert case.messages.get().body == "Hel\N{REPLACEMENT CHARACTER}lo"


def test_events_are_never_changed_or_deleted(practice: Practice) -> None:
    event = practice.case("2026-09-07 09:00").events.get()
    event.kind = EventKind.RESOLVED
    with pytest.raises(AppendOnlyError):
        event.save()
    with pytest.raises(AppendOnlyError):
        event.delete()


def test_events_name_nobody(practice: Practice) -> None:
    practice.case("2026-09-07 09:00", body="I am Ann Lee, ann@home.example")
    facts = " ".join(str(event.facts) for event in Event.objects.all()).casefold()
    assert "lee" not in facts
    assert "home.example" not in facts


def test_every_action_leaves_one_entry_in_the_log(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00")
    before = LogEntry.objects.count()
    cases.send_reply(
        actor=practice.mia, case=case, body="Gladly.", at=practice.at("2026-09-07 09:30")
    )
    entry = LogEntry.objects.order_by("-pk")[0]
    assert LogEntry.objects.count() - before == 1
    assert ("send_reply", practice.mia, f"case:{case.uuid}") == (
        entry.action,
        entry.actor,
        entry.subject,
    )


def test_a_reference_can_be_read_aloud_and_the_link_cannot_be_guessed(practice: Practice) -> None:
    case = practice.case("2026-09-07 09:00")
    assert case.reference.startswith("RP-")
    assert not set("01IO") & set(case.reference.removeprefix("RP-"))
    assert len(case.token) * 6 >= 128
    assert case == queries.case_by_token(case.token)


def test_clocks_explain_themselves(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30")
    [clock] = [
        one
        for one in queries.clocks_of(case, practice.at("2026-09-04 17:00"))
        if one.clock.promise.metric == "first_response"
    ]
    assert clock.version == practice.version
    assert "11:30" in clock.explanation.summary


@pytest.mark.django_db
def test_clocks_explain_themselves_in_the_language_of_their_policy() -> None:
    practice = a_practice(
        "---\nlanguage: de\n---\n\n# Praxis am Fluss\n\n"
        "Alle Zeiten sind Berliner Zeit.\n\n"
        "Unsere Öffnungszeiten sind Montag bis Freitag, 9 bis 17 Uhr.\n\n"
        "Wir beantworten E-Mails innerhalb von 4 Arbeitsstunden.\n"
    )
    case = practice.case("2026-09-04 16:30")
    [clock] = queries.clocks_of(case, practice.at("2026-09-04 17:00"))
    assert clock.explanation.language == "de"
    assert clock.explanation.summary.startswith("Beginn am Freitag, 4. September, um 8:30 Uhr; ")
    assert "fällig um 13:00 Uhr (4 Arbeitsstunden)" in clock.explanation.summary


def test_where_plus_addresses_work_an_answer_finds_its_case_by_ours(
    practice: Practice, settings: Any
) -> None:
    settings.MAIL_PLUS = True
    settings.DEFAULT_FROM_EMAIL = "Riverside <hello@riverside-physio.example>"
    case = practice.case("2026-09-07 09:00")
    at = practice.at("2026-09-07 09:30")
    cases.send_reply(actor=practice.mia, case=case, body="Gladly.", at=at)
    expected = f"hello+{case.uuid.hex}@riverside-physio.example"
    assert expected == OutboxMail.objects.get().reply_to

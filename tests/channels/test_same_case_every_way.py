"""The same case through web form, email and command line: the same clocks, the same ruling."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from goodword.cli import main
from goodword_web.cases import actions as cases
from goodword_web.cases import queries
from goodword_web.cases.models import Case, Event
from goodword_web.channels import actions as channels
from goodword_web.people.models import Person
from goodword_web.policies import queries as policies

AT = 1_788_741_000  # Monday 7 September 2026, 10:30 in Melbourne
MAP = """
shape = "events"

[columns]
case = "case"
at = "at"
event = "event"
actor = "actor"
channel = "channel"
kind = "kind"
"""
HOUR = 3600
OUTCOMES = ("kept", "broken_closed", "broken_open", "open", "excused")
BODY = "The treatment did not help. I would like my money back."


def by_form() -> Case:
    return channels.accept_contact(
        name="Ann", email="ann@home.example", phone="", subject="Unhappy", body=BODY,
        kind="complaint", address="203.0.113.7", at=AT,
    )  # fmt: skip


def by_mail(mia: Person) -> Case:
    raw = f"From: Ann <ann@home.example>\r\nSubject: Unhappy\r\nMessage-ID: <1@x>\r\n\r\n{BODY}"
    channels.store_mail(raw=raw.encode(), received_at=AT)
    channels.process_stored_mails(at=AT)
    case = Case.objects.get(channel="email")
    cases.change_kind(actor=mia, case=case, kind="complaint", at=AT)
    return case


def clocks_in(case: Case) -> list[tuple[str, int | None, str]]:
    """Return (metric, due, outcome) of the clocks that run; the channel is in the promise's id."""
    rows = case.clock_rows.exclude(outcome="void")
    return sorted((row.payload["metric"], row.due, row.outcome) for row in rows)


def test_the_form_and_the_mail_run_the_same_clocks(mia: Person) -> None:
    assert clocks_in(by_form()) == clocks_in(by_mail(mia))


@pytest.mark.parametrize("channel", ["web_form", "email"])
def test_the_command_line_runs_the_same_clocks_from_the_events(
    mia: Person, channel: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = by_form() if channel == "web_form" else by_mail(mia)
    answered_late(mia, case)
    history = tmp_path / "events.jsonl"
    history.write_text("\n".join(json.dumps(_line(case, event)) for event in case.events.all()))
    columns = tmp_path / "map.toml"
    columns.write_text(MAP)
    policy = root / "examples" / "riverside" / "policy.md"
    later = "2026-09-30T12:00:00+10:00"
    code = main(
        ["replay", str(policy), str(history), "--map", str(columns), "--at", later, "--json"]
    )
    answer = json.loads(capsys.readouterr().out)
    assert code == 0
    replayed = {
        one["id"]: {name: one[name] for name in OUTCOMES if one[name]}
        for one in answer["promises"]
        if one["n"]
    }
    live = {row.promise_id: {row.outcome: 1} for row in case.clock_rows.exclude(outcome="void")}
    assert live == replayed
    assert live[f"promise-first-response-{channel.replace('_', '-')}"] == {"broken_closed": 1}


def answered_late(mia: Person, case: Case) -> None:
    """Acknowledge the case in time, answer it late, keep it informed and resolve it."""
    cases.acknowledge(actor=mia, case=case, at=AT + HOUR)
    cases.send_reply(actor=mia, case=case, body="Sorry for the wait.", at=AT + 6 * HOUR)
    cases.send_update(actor=mia, case=case, body="Nearly there.", at=AT + 48 * HOUR)
    cases.resolve(actor=mia, case=case, at=AT + 74 * HOUR)


def _line(case: Case, event: Event) -> dict[str, str]:
    return {
        "case": case.reference,
        "at": datetime.fromtimestamp(event.at, UTC).isoformat(),
        "event": event.kind,
        "actor": event.actor,
        "channel": event.facts.get("channel", ""),
        "kind": event.facts.get("kind", ""),
    }


def test_every_way_gets_the_same_ruling(
    mia: Person, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rulings = []
    for case in (by_form(), by_mail(mia)):
        decision, _ = cases.record_decision(
            actor=mia, case=case, action="refund", amount=Decimal(450), at=AT + 60
        )
        rulings.append((decision.ruling.value, decision.ask, decision.summary))
    policy = str(root / "examples" / "riverside" / "policy.md")
    main(
        [
            "decide",
            policy,
            "--role",
            "receptionist",
            "--action",
            "refund",
            "--amount",
            "450",
            "--json",
        ]
    )
    answer = json.loads(capsys.readouterr().out)
    rulings.append((answer["ruling"], answer["ask"], answer["summary"]))
    assert [rulings[0]] * 3 == rulings


def test_live_is_what_the_core_says_of_the_events_alone(mia: Person) -> None:
    case = by_mail(mia)
    judged = queries.judged_clocks(queries.core_case(case), AT)
    live = {(row.promise_id, row.due, row.outcome) for row in case.clock_rows.all()}
    assert {(one.clock.promise.id, one.clock.due, one.clock.outcome) for one in judged} == live
    assert policies.all_versions()[0].number == 1

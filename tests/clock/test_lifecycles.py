"""Whole cases through the public doors: `goodword due --events` and `goodword replay`.

Each is told as events a line, and judged by a policy in plain words; as a log in JSON Lines and in
CSV it must come out the same.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from goodword.cli import main

POLICY = """# Bakery

All times are London time.
Our opening hours are Monday to Friday, 9am to 5pm.
We reply to every case within 4 working hours.
We answer each further message within 2 working hours.
We keep you informed every 2 working days until it is resolved.
We resolve every urgent case within 8 working hours.
We resolve every low priority case within 5 working days.
We resolve every case within 3 working days.
The clock of every update and resolution stops while we wait for you.
"""
# Due and outcome by metric. Monday is 7 September 2026.
CASES: dict[str, tuple[str, str, dict[str, str]]] = {
    "resolved without a reply owes the reply still": (
        "07 10:00 opened; 07 11:00 resolved",
        "08 10:00",
        {"first_response": "07 14:00 broken_open", "resolution": "10 17:00 kept"},
    ),
    "a reply after it was resolved is late all the same": (
        "07 10:00 opened; 07 11:00 resolved; 07 14:01 reply",
        "08 10:00",
        {"first_response": "07 14:00 broken_closed", "resolution": "10 17:00 kept"},
    ),
    "thanks after it was resolved open nothing, but want an answer": (
        "07 10:00 opened; 07 10:30 reply; 07 11:00 resolved; 07 12:00 customer_message",
        "07 12:30",
        {"next_response": "07 14:00 open", "resolution": "10 17:00 kept"},
    ),
    "closed by a machine and never resolved": (
        "07 10:00 opened; 07 10:30 reply; 08 10:30 closed",
        "11 09:00",
        {"first_response": "07 14:00 kept", "resolution": "10 17:00 broken_open"},
    ),
    "imported with its closing alone": (
        "07 10:00 opened; 07 10:00 closed",
        "07 10:00",
        {"first_response": "07 14:00 open", "resolution": "10 17:00 open"},
    ),
    "we wrote first, the customer answered": (
        "07 09:00 reply; 07 10:00 customer_message; 07 13:59 reply; 07 16:30 customer_message",
        "08 10:30",
        {"first_response": "07 14:00 kept", "next_response": "08 10:30 open"},
    ),
    "a note and an automatic reply between two messages": (
        "07 10:00 opened; 07 10:00 automatic_reply; 07 10:05 note; 07 11:00 customer_message",
        "07 14:01",
        {"first_response": "07 14:00 broken_open"},
    ),
    "opened on Saturday night, answered before we open": (
        "05 23:00 opened; 06 08:00 reply; 08 17:00 resolved",
        "09 09:00",
        {"first_response": "07 13:00 kept", "resolution": "09 17:00 kept"},
    ),
    "waiting from closing on Friday until we open moves nothing in hours": (
        "04 15:00 opened priority=urgent; 04 17:00 waiting; 07 09:00 resumed",
        "07 09:00",
        {"resolution": "07 15:00 open"},
    ),
    "a reply while we wait, and a question within the wait": (
        (
            "07 10:00 opened priority=urgent; 07 11:00 waiting; 07 11:00 reply; 07 13:00"
            " customer_message; 07 13:30 waiting; 07 14:00 waiting; 07 14:30 resumed"
        ),
        "07 14:30",
        {
            "first_response": "07 14:00 kept",
            "next_response": "07 15:00 open",
            "resolution": "08 13:00 open",
        },
    ),
    "raised to urgent when that was over already": (
        "07 09:00 opened priority=low; 08 10:00 priority_changed priority=urgent",
        "08 10:00",
        {
            "first_response": "07 13:00 broken_open",
            "resolution": "07 17:00 broken_open; 14 17:00 void",
        },
    ),
    "lowered after it was broken stays broken": (
        (
            "07 09:00 opened priority=urgent; 08 09:00 priority_changed priority=low;"
            " 09 10:00 resolved"
        ),
        "09 10:00",
        {"resolution": "07 17:00 broken_closed; 14 17:00 kept"},
    ),
    "reopened after days takes up where it stopped": (
        "07 10:00 opened priority=urgent; 07 12:00 resolved; 16 09:00 reopened; 16 15:00 resolved",
        "16 16:00",
        {"resolution": "16 15:00 kept"},
    ),
    "reopened and resolved a minute too late": (
        "07 10:00 opened priority=urgent; 07 12:00 resolved; 16 09:00 reopened; 16 15:01 resolved",
        "16 16:00",
        {"resolution": "16 15:00 broken_closed"},
    ),
    "updates told in time, then a wait that swallows a closing": (
        "07 10:00 opened; 09 16:00 update; 11 09:00 waiting; 14 09:00 customer_message",
        "14 10:00",
        {"update": "14 17:00 open"},
    ),
    "merged into another after it was late": (
        "07 10:00 opened; 07 16:00 reply; 07 16:30 voided",
        "08 10:00",
        {"first_response": "07 14:00 void", "resolution": "10 17:00 void"},
    ),
    "everything in one instant": (
        "07 10:00 opened; 07 10:00 reply; 07 10:00 resolved",
        "07 10:00",
        {"first_response": "07 14:00 kept", "resolution": "10 17:00 kept"},
    ),
    "a message after the reply of the same minute wants an answer": (
        "07 10:00 opened; 07 11:00 reply; 07 11:00 customer_message",
        "07 12:00",
        {"first_response": "07 14:00 kept", "next_response": "07 13:00 open"},
    ),
    "a message before the reply of the same minute has its answer": (
        "07 10:00 opened; 07 10:30 reply; 07 11:00 customer_message; 07 11:00 reply",
        "07 14:00",
        {"first_response": "07 14:00 kept", "next_response": "07 13:00 kept"},
    ),
    "a wait that began before the case was opened": (
        "07 09:30 waiting; 07 10:00 opened priority=urgent; 07 12:00 resumed; 07 16:00 resolved",
        "07 16:30",
        {"resolution": "08 12:00 kept"},
    ),
    "it goes on after it was resolved": (
        "07 10:00 opened priority=urgent; 07 12:00 resolved; 07 13:00 resumed",
        "07 14:00",
        {"resolution": "08 11:00 open"},
    ),
    "told out of order": (
        "07 12:00 reply; 07 16:00 resolved; 07 10:00 opened",
        "07 16:00",
        {"first_response": "07 14:00 kept", "resolution": "10 17:00 kept"},
    ),
}


@pytest.fixture
def policy(tmp_path: Path) -> str:
    path = tmp_path / "policy.md"
    path.write_text(POLICY, encoding="utf-8")
    return str(path)


def lines(told: str) -> list[dict[str, object]]:
    """Return the events as `goodword due --events` reads them."""
    found: list[dict[str, object]] = []
    for one in told.split("; "):
        day, time, kind, *facts = one.split()
        known = dict(fact.split("=") for fact in facts)
        found.append(
            {"at": f"2026-09-{day} {time}", "kind": kind, **({"facts": known} if known else {})}
        )
    return found


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    main([*words, "--json"])
    found = json.loads(capsys.readouterr().out)["promises"]
    assert isinstance(found, list)
    return found


def written(path: Path, events: Sequence[dict[str, object]]) -> str:
    path.write_text("".join(f"{json.dumps(one)}\n" for one in events), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("told", "when", "expected"), CASES.values(), ids=CASES.keys())
def test_a_case_comes_out_as_it_should_by_every_door(
    told: str,
    when: str,
    expected: dict[str, str],
    policy: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    events = lines(told)
    at = f"2026-09-{when}"
    alone = written(tmp_path / "events.jsonl", events)
    found = answer(capsys, "due", policy, "--events", alone, "--at", at)
    said: dict[str, list[str]] = {}
    for one in found:
        due = datetime.fromisoformat(str(one["due"]))
        said.setdefault(str(one["metric"]), []).append(f"{due:%d %H:%M} {one['outcome']}")
    assert {metric: "; ".join(said[metric]) for metric in expected} == expected
    log = written(tmp_path / "log.jsonl", [{"case": "1", **one} for one in events])
    table = tmp_path / "log.csv"
    rows = [
        f"1,{one['at']},{one['kind']},{dict(one.get('facts') or {}).get('priority', '')}\n"  # type: ignore[call-overload]
        for one in events
    ]
    table.write_text("case,at,event,priority\n" + "".join(rows), encoding="utf-8")
    outcomes = {one["clause"]: one["outcome"] for one in found}
    for history in (log, str(table)):
        judged = answer(capsys, "replay", policy, history, "--at", f"{at}+01:00")
        counted = {
            one["id"]: next(
                (name for name in ("kept", "broken_closed", "broken_open", "open") if one[name]),
                "void" if one["void"] else None,
            )
            for one in judged
        }
        assert {name: came for name, came in counted.items() if came} == outcomes

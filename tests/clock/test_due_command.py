"""`goodword due`: when each promise falls due for a case, and why."""

import json
from pathlib import Path

import pytest

from goodword.cli import main

RIVERSIDE = str(Path(__file__).parents[2] / "examples" / "riverside" / "policy.md")
FRIDAY = ("--at", "2026-09-04 16:30")


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, dict[str, object]]:
    """Return the promises of the answer in JSON by their clause."""
    main(["due", RIVERSIDE, *words, "--json"])
    promises = json.loads(capsys.readouterr().out)["promises"]
    return {promised["clause"]: promised for promised in promises}


def policy_of(folder: Path, text: str) -> str:
    path = folder / "policy.md"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_an_email_on_friday_afternoon_is_due_on_saturday(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = answer(capsys, "--channel", "email", *FRIDAY)["promise-first-response-email"]
    assert told["due"] == "2026-09-05T11:30:00+10:00"
    assert told["left_seconds"] == 4 * 3600
    assert told["summary"] == (
        "Started Fri 4 Sep, 4:30 pm; 1 hour 30 minutes counted to closing at 6:00 pm; "
        "closed until Sat 5 Sep, 9:00 am; 2 hours 30 minutes counted to 11:30 am; "
        "due 11:30 am (4 working hours)."
    )


def test_a_complaint_has_the_promises_of_complaints(capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "--channel", "email", "--kind", "complaint", *FRIDAY)
    assert told["promise-acknowledge-complaint"]["due"] == "2026-09-05T13:00:00+10:00"
    assert "promise-resolution-enquiry" not in told


def test_people_read_the_due_time_the_reason_and_the_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["due", RIVERSIDE, "--channel", "email", *FRIDAY]) == 0
    out = capsys.readouterr().out
    assert "A case by email, arrived Fri 4 Sep 2026, 4:30 pm (Australia/Melbourne)" in out
    assert "First response due Sat 5 Sep 2026, 11:30 am" in out
    assert "“Email: 4 working hours, 90% of the time” " in out


def test_a_local_time_is_in_the_policys_zone_and_an_offset_is_honoured(
    capsys: pytest.CaptureFixture[str],
) -> None:
    local = answer(capsys, "--channel", "email", *FRIDAY)
    offset = answer(capsys, "--channel", "email", "--at", "2026-09-04T06:30:00Z")
    assert local == offset


def test_a_case_can_be_given_by_its_events(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    events = tmp_path / "events.jsonl"
    events.write_text(
        '{"at": "2026-09-04 16:30", "kind": "opened"}\n\n'
        '{"at": "2026-09-04 16:31", "kind": "automatic_reply"}\n'
        '{"at": "2026-09-05 11:45", "kind": "reply", "actor": "person"}\n',
        encoding="utf-8",
    )
    told = answer(capsys, "--channel", "email", "--events", str(events))
    first = told["promise-first-response-email"]
    assert (first["outcome"], first["done"]) == ("broken_closed", "2026-09-05T11:45:00+10:00")
    before = answer(
        capsys, "--channel", "email", "--events", str(events), "--at", "2026-09-04 17:00"
    )
    assert before["promise-first-response-email"]["outcome"] == "open"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--at", "2026-02-30 10:00"), "February 2026 has only 28 days"),
        (("--at", "2026-13-01 10:00"), "there is no month 13"),
        (("--at", "2026-09-04"), "has a date but no time of day"),
        (("--at", "2026-09-04 25:00"), '"25:00" is no time of day'),
        (("--at", "yesterday"), 'I cannot read "yesterday"'),
        (("--at", "0000-01-01 10:00"), "the calendar begins with the year 1"),
        (("--at", "9999-12-31 23:59"), "too far from today"),
        (("--at", "9999-12-23 17:00"), "calendar"),
        (("--channel", "fax"), 'The policy knows no channel "fax"'),
        (("--kind", "haircut"), 'The policy knows no kind of case "haircut"'),
        (("--priority", "1"), 'The policy knows no priority "1"'),
        (("--events", "nowhere.jsonl"), "nowhere.jsonl"),
    ],
)
def test_what_cannot_be_understood_is_named_with_a_next_step(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    assert main(["due", RIVERSIDE, *words]) == 2
    said = capsys.readouterr().err
    assert message in said
    assert "\n  " in said


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("hello", "line 2: This is not JSON"),
        ("[1]", "line 2: This is not a JSON object"),
        ('{"kind": "reply"}', 'line 2: "at" is missing'),
        ('{"at": "2026-09-04 10:00", "kind": "shouted"}', 'no kind of event "shouted"'),
        ('{"at": "2026-09-04 10:00", "kind": "reply", "actor": "cat"}', 'no actor "cat"'),
        ('{"at": "2026-02-30 10:00", "kind": "reply"}', "line 2: "),
    ],
)
def test_a_broken_line_of_events_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, message: str
) -> None:
    events = tmp_path / "events.jsonl"
    opened = '{"at": "2026-09-04 16:30", "kind": "opened"}'
    events.write_text(f"{opened}\n{line}\n", encoding="utf-8")
    assert main(["due", RIVERSIDE, "--events", str(events)]) == 2
    assert message in capsys.readouterr().err


def test_a_file_without_events_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    events = tmp_path / "events.jsonl"
    events.write_bytes(b"\n")
    assert main(["due", RIVERSIDE, "--events", str(events)]) == 2
    assert "There is no event" in capsys.readouterr().err
    events.write_bytes(b"\xff\xfe\x00")
    assert main(["due", RIVERSIDE, "--events", str(events)]) == 2
    assert "not UTF-8" in capsys.readouterr().err


def test_working_hours_without_opening_hours_are_a_problem_of_that_promise_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = policy_of(
        tmp_path,
        "We reply to every email within 4 working hours.\n\n"
        "We resolve every enquiry within 48 hours.\n",
    )
    assert main(["due", path, "--channel", "email", *FRIDAY]) == 1
    out = capsys.readouterr().out
    assert "First response (4 working hours) cannot be counted" in out
    assert "Our opening hours are Monday to Friday, 9am to 5pm." in out
    assert "Resolution due Sun 6 Sep 2026, 16:30" in out


def test_where_nothing_falls_due_it_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = policy_of(tmp_path, "We care.\n")
    assert main(["due", path]) == 0
    assert "nothing falls due" in capsys.readouterr().out


def test_where_no_promise_is_meant_for_the_case_it_says_for_which_they_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = policy_of(
        tmp_path,
        "We reply to every chat within 2 hours.\n\nWe resolve every complaint within 48 hours.\n",
    )
    assert main(["due", path, *FRIDAY]) == 0
    out = capsys.readouterr().out
    assert "nothing falls due" in out
    assert "Its promises are for: chat, complaint. Say which this case is, with --channel" in out
    assert main(["due", path, *FRIDAY, "--language", "de"]) == 0
    assert "Die Zusagen gelten für: Chat, Beschwerde." in capsys.readouterr().out


def test_the_reasons_are_given_in_the_language_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["due", RIVERSIDE, "--channel", "email", *FRIDAY, "--language", "de"]) == 0
    out = capsys.readouterr().out
    assert "Fall (E-Mail), eingegangen Freitag, 4. September 2026, 16:30 Uhr" in out
    assert "Erste Antwort fällig Samstag, 5. September 2026, 11:30 Uhr   offen" in out
    assert "1 Stunde 30 Minuten gezählt, bis wir um 18:00 Uhr schließen; " in out


def test_by_default_the_reasons_are_given_in_the_language_of_the_policy(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = policy_of(
        tmp_path,
        "---\nlanguage: es\n---\n\nTodas las horas son hora de Madrid.\n\n"
        "Nuestro horario es de lunes a viernes, de 9:00 a 17:00.\n\n"
        "Respondemos a los correos electrónicos en un plazo de 4 horas laborables.\n",
    )
    assert main(["due", path, "--channel", "email", *FRIDAY]) == 0
    out = capsys.readouterr().out
    assert "Primera respuesta: vence lunes 7 de septiembre de 2026, 12:30   en plazo" in out
    assert "cerrado durante el fin de semana hasta el lunes 7 de septiembre a las 9:00; " in out


def test_a_language_that_there_is_not_is_named_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["due", RIVERSIDE, "--language", "tlh"]) == 2
    said = capsys.readouterr().err
    assert 'There is no language pack "tlh".' in said
    assert "There are: de, en, es." in said


def test_json_has_the_same_steps_with_instants_and_what_was_counted_so_far(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = answer(capsys, "--channel", "email", *FRIDAY)["promise-first-response-email"]
    steps = told["steps"]
    assert isinstance(steps, list)
    assert [(one["code"], one["counted"]) for one in steps] == [
        ("started", 0),
        ("counted", 5_400),
        ("closed", 5_400),
        ("counted", 14_400),
        ("due", 14_400),
    ]
    assert (steps[1]["at"], steps[1]["until"]) == (
        "2026-09-04T16:30:00+10:00",
        "2026-09-04T18:00:00+10:00",
    )
    assert told["counts"] == "seconds"
    assert told["verdict"] == {
        "outcome": "open",
        "words": "Still open on Fri 4 Sep at 4:30 pm: 4 hours of opening time left.",
    }

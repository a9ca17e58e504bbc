"""`goodword check` as people run it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from goodword.cli import main

FIXTURES = Path(__file__).parent / "fixtures"
SLOW = ("django", "numpy", "pydantic", "ninja")


def written(folder: Path, content: bytes) -> str:
    path = folder / "policy.md"
    path.write_bytes(content)
    return str(path)


def test_a_policy_without_errors_and_warnings_is_fine(root: Path) -> None:
    assert main(["check", str(root / "examples/riverside/policy.md"), "--at", "2026-09-03"]) == 0


def test_a_policy_with_problems_exits_with_one() -> None:
    assert main(["check", str(FIXTURES / "DOC02" / "bad.md")]) == 1


def test_a_problem_shows_its_line_and_a_pointer_at_the_very_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(FIXTURES / "ES02" / "bad.md")
    main(["check", path])
    lines = capsys.readouterr().out.splitlines()
    start = next(number for number, line in enumerate(lines) if "ES02" in line)
    assert lines[start].startswith(f"{path}:8  ES02 nobody to turn to")
    assert lines[start].endswith("[error, live]")
    assert lines[start + 1].endswith("we tell the duty boss.")
    assert lines[start + 2].strip() == "^" * len("duty boss")
    assert lines[start + 2].index("^") == lines[start + 1].index("duty boss")


def test_a_second_problem_of_the_same_kind_is_told_in_short(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = b"We respond to all emails quickly.\n\nWe answer all letters promptly.\n"
    main(["check", written(tmp_path, text)])
    assert "PR01 again, no time" in capsys.readouterr().out


def test_json_holds_every_problem_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(FIXTURES / "ES02" / "bad.md"), "--json"])
    (policy,) = json.loads(capsys.readouterr().out)["policies"]
    problem = next(one for one in policy["problems"] if one["code"] == "ES02")
    assert (problem["place"]["line"], problem["severity"]) == (8, "error")
    assert policy["counts"]["error"] == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty."),
        (b" \n\n", "is empty."),
        (b"PK\x03\x04\x00\x00", "is not a text: there is a NUL byte at byte 5."),
        (b"We are open.\nCaf\xe9\n", "line 2, column 4: a character there is not UTF-8."),
        (b"We reply. " * 1_000_000, "is larger than 5 MB, which no policy needs."),
    ],
    ids=["empty", "blank", "binary", "not UTF-8", "10 MB"],
)
def test_bad_input_is_answered_with_the_place_and_a_next_step(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, content)
    code = main(["check", path])
    first, hint = capsys.readouterr().err.splitlines()
    assert code == 2
    assert first.startswith(f"goodword: {path}")
    assert first.endswith(said)
    assert hint.startswith("  ")


def test_a_missing_file_and_a_folder_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nothing.md")]) == 2
    assert main(["check", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert f"There is no file {tmp_path / 'nothing.md'}." in said
    assert f"{tmp_path} is a folder." in said


def test_a_date_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FIXTURES / "DOC02" / "good.md"), "--at", "2026-02-30"]) == 2
    assert "is not a date that exists" in capsys.readouterr().err


def test_several_policies_are_checked_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = (str(FIXTURES / "DOC02" / name) for name in ("good.md", "bad.md"))
    assert main(["check", good, bad]) == 1
    assert len([line for line in capsys.readouterr().out.splitlines() if "sentence" in line]) >= 2


def test_sentences_in_another_language_are_counted_at_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        b"# Hostal La Marina\n\nWe reply to every email within 2 clock hours.\n\n"
        b"Respondemos a los correos en un plazo de 24 horas.\n"
    )
    main(["check", written(tmp_path, text)])
    last = capsys.readouterr().out.splitlines()[-1]
    assert "1 live sentence, 0 almost live, 1 in another language that stays text;" in last


def test_what_is_printed_fits_a_narrow_window(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("DOC02", "DOC04", "AU02", "AU04", "HR12", "ES03", "PUB-01", "PR06", "DOC06", "ST02")
    for name in names:
        text = (root / "tests/checks/fixtures" / name / "bad.md").read_bytes()
        (tmp_path / "p.md").write_bytes(text)
        main(["check", str(tmp_path / "p.md"), "--hints"])
        printed = capsys.readouterr().out.replace(str(tmp_path), "").splitlines()
        # What is ready to paste stays in one piece.
        assert [line for line in printed if len(line) > 80 and "Try:" not in line] == []


def test_of_a_long_line_the_sentence_that_is_meant_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        b"We have been here since 1962 and are proud of it, as you can see. "
        b"We answer all emails quickly. Come and see us whenever you are near the harbour.\n"
    )
    main(["check", written(tmp_path, text)])
    lines = capsys.readouterr().out.splitlines()
    at = next(number for number, line in enumerate(lines) if "PR01" in line)
    assert lines[at + 1].strip() == "We answer all emails quickly."
    assert lines[at + 2].index("^") == lines[at + 1].index("quickly")


def test_checking_loads_no_web_framework_and_no_numpy(root: Path) -> None:
    program = (
        "import sys; from goodword.cli import main; "
        f"main(['check', {str(root / 'examples/riverside/policy.md')!r}]); "
        f"print([name for name in {SLOW!r} if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root / "src")},
    )
    assert run.stdout.splitlines()[-1] == "[]"

"""A long history counted a piece at a time tells what it tells when it is counted at once."""

import json
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, TemporaryFile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.cli import main
from goodword.cli.long_file import counts_in_pieces
from goodword.metric.long_column import LongColumn
from goodword.metric.survival import survival, survival_of_stretches
from goodword.metric.values_in_order import Counts, ValuesInOrder

ROOT = Path(__file__).parents[2]
RIVERSIDE = ROOT / "examples" / "riverside" / "policy.md"
HISTORIES = ROOT / "examples" / "histories"
POLICY = """# Policy

## Hours

We are open Monday to Friday, 9am to 5pm. Our time zone is Europe/London.

## Promises

- We reply to every email within 4 working hours.
- We resolve every enquiry within 3 working days.
- We acknowledge every complaint within 2 days.
"""
OTHER = POLICY.replace("4 working hours", "9 working hours").replace("enquiry", "complaint")
MAP = """[columns]
case = "number"
opened = "opened"
first_response = "answered"
resolved = "solved"
channel = "channel"
kind = "kind"
[recorded]
due = "due"
[recorded.took]
first_response = { column = "minutes", unit = "minutes" }
[recorded.met]
first_response = { column = "met", yes = ["yes"], no = ["no"] }
"""
HEAD = "number,opened,answered,solved,channel,kind,minutes,met,due\n"
QUESTIONS = (
    ("--json", "--by", "channel", "--by", "month", "--by", "kind,weekday"),
    ("--by", "hour,channel"),
    ("--by", "kind", "--at", "2026-05-01"),
    ("--against", "other.md", "--json"),
    ("--against", "other.md"),
    ("--differing", "differing.csv", "--json"),
)


def table(random: Random, rows: int) -> Iterator[str]:
    """Yield lines as exports hold them: cases that come again, dates that are none, short lines."""
    yield HEAD
    for number in range(rows):
        opened = datetime(2026, 1, 1) + timedelta(minutes=random.randrange(300_000))  # noqa: DTZ001
        answered, solved = (
            opened + timedelta(minutes=random.randrange(-20, span)) for span in (3_000, 30_000)
        )
        own = round((answered - opened).total_seconds() / 60)
        fields = [
            str(number if random.random() < 0.9 else random.randrange(number + 1)),
            str(opened) if random.random() < 0.98 else "soon",
            str(answered) if random.random() < 0.9 else "",
            str(solved) if random.random() < 0.7 else "",
            random.choice(("email", "phone", "post", "")),
            random.choice(("enquiry", "complaint", "")),
            random.choice((str(own), str(random.randrange(900)), "some", "")),
            random.choice(("yes", "no", "")),
            str(opened + timedelta(days=2)),
        ]
        yield ",".join(fields if random.random() < 0.98 else fields[:3]) + "\n"


def log(random: Random, cases: int) -> Iterator[str]:
    """Yield the events of cases as they happened, so that those of a case stand far apart."""
    told = []
    for number in range(cases):
        at = datetime(2026, 3, 1) + timedelta(minutes=random.randrange(60_000))  # noqa: DTZ001
        words = ["opened", "reply", *random.sample(("waiting", "resumed", "customer_message"), 2)]
        words += random.choice((["resolved"], ["resolved", "reopened", "reply"], ["voided"], []))
        for word in words:
            told.append(
                {
                    "case": f"c{number}",
                    "at": f"{at.isoformat()}Z" if random.random() < 0.99 else "never",
                    "event": word if random.random() < 0.99 else "danced",
                    "channel": random.choice(("email", "phone")) if word == "opened" else "",
                    "kind": random.choice(("enquiry", "complaint")) if word == "opened" else "",
                }
            )
            at += timedelta(minutes=random.randrange(3_000))
    told.sort(key=lambda event: str(event["at"]))
    yield from (f"{json.dumps(event)}\n" for event in told)


def said(*words: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["replay", *words])
    return code, out.getvalue(), err.getvalue()


def same(folder: Path, history: str, piece: int, question: Sequence[str]) -> None:
    """The answer of pieces is that of the whole, to the letter."""
    (folder / "policy.md").write_text(POLICY)
    (folder / "other.md").write_text(OTHER)
    words = [str(folder / word) if "." in word else word for word in question]
    found = []
    for more in ([], ["--piece", str(piece)]):
        answer = said(str(folder / "policy.md"), str(folder / history), *words, *more)
        differing = folder / "differing.csv"
        found.append((answer, differing.read_text() if differing.exists() else ""))
        differing.unlink(missing_ok=True)
    assert found[0] == found[1]
    assert found[0][0][1]


@settings(max_examples=8, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    rows=st.integers(60, 200),
    piece=st.integers(1, 120),
    question=st.sampled_from(QUESTIONS),
)
def test_a_table_in_pieces_tells_what_it_tells_at_once(
    seed: int, rows: int, piece: int, question: Sequence[str]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "map.toml").write_text(MAP)
        (folder / "cases.csv").write_text("".join(table(Random(seed), rows)))  # noqa: S311
        same(folder, "cases.csv", piece, (*question, "--map", "map.toml"))


@settings(max_examples=6, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    cases=st.integers(5, 60),
    piece=st.integers(1, 120),
    question=st.sampled_from(QUESTIONS[:-1]),
)
def test_a_log_in_pieces_tells_what_it_tells_at_once(
    seed: int, cases: int, piece: int, question: Sequence[str]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "log.jsonl").write_text("".join(log(Random(seed), cases)))  # noqa: S311
        same(folder, "log.jsonl", piece, question)


@pytest.mark.parametrize("name", ["riverside-autumn.csv", "riverside-events.jsonl"])
def test_a_whole_policy_is_counted_in_pieces_to_the_letter(name: str) -> None:
    words = (str(RIVERSIDE), str(HISTORIES / name), "--json", "--by", "channel", "--by", "weekday")
    assert said(*words) == said(*words, "--piece", "100")


def test_several_files_of_one_map_are_counted_in_pieces(tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    (tmp_path / "map.toml").write_text(f'file = "cases*.csv"\n{MAP}')
    heading, *lines = table(Random(5), 400)  # noqa: S311
    for number, some in enumerate((lines[:150], lines[150:])):
        (tmp_path / "exports" / f"cases{number}.csv").write_text(heading + "".join(some))
    (tmp_path / "policy.md").write_text(POLICY)
    words = [str(tmp_path / name) for name in ("policy.md", "exports")]
    words += ["--map", str(tmp_path / "map.toml"), "--json"]
    whole = said(*words)
    assert json.loads(whole[1])["problem_counts"]["duplicate-case"] > 10
    assert said(*words, "--piece", "60") == whole


def test_a_long_file_is_counted_in_pieces_by_itself_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, size in (("short.csv", 1_000), ("long.csv", 200_000_000)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
    assert not counts_in_pieces(tmp_path / "short.csv", None)
    assert not capsys.readouterr().err
    assert counts_in_pieces(tmp_path / "long.csv", None)
    assert "about 200 MB of cases, so they are counted a piece at a time" in capsys.readouterr().err
    assert not counts_in_pieces(tmp_path / "long.csv", None, free=100_000_000)
    told = capsys.readouterr().err
    assert "held in memory, which takes about 600 MB" in told
    assert "make room there" in told


def test_what_holds_a_long_file_says_so_before_it_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "long.csv").open("wb") as file:
        file.truncate(300_000_000)
    assert main(["forecast", str(tmp_path / "long.csv")]) == 2
    told = capsys.readouterr().err
    assert "all of them held in memory: some 900 MB" in told
    assert "leave out years that are long past" in told


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.lists(st.integers(-9, 9), max_size=20)), max_size=12
    )
)
def test_numbers_come_back_in_order_from_memory_and_from_disk(
    taken: list[tuple[str, list[int]]],
) -> None:
    values = ValuesInOrder(TemporaryFile, at_once=4)
    for cell, numbers in taken:
        some = np.array(numbers, np.int64)
        values.take(cell, some, some % 3 == 0)
    for cell in "ab":
        every = [one for own, numbers in taken if own == cell for one in numbers]
        expected = {one: [0, every.count(one)][:: 1 if one % 3 == 0 else -1] for one in every}
        found = [
            (int(one), counts.tolist())
            for some, both in values.in_order(cell)
            for one, counts in zip(some, both, strict=True)
        ]
        assert found == sorted(expected.items())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=60),
    st.integers(1, 7),
)
def test_a_stair_of_stretches_is_the_stair_of_all(
    waits: list[tuple[int, bool]], stretch: int
) -> None:
    whole = survival([one for one, _ in waits], [is_done for _, is_done in waits])
    numbers = sorted({one for one, _ in waits})

    def stretches() -> Iterator[tuple[np.ndarray[tuple[int], np.dtype[np.float64]], Counts]]:
        for begin in range(0, len(numbers), stretch):
            some = numbers[begin : begin + stretch]
            counts = [[waits.count((one, True)), waits.count((one, False))] for one in some]
            yield np.array(some, np.float64), np.array(counts, np.int64)

    found = survival_of_stretches(stretches, TemporaryFile)
    for name in ("times", "left", "doubt", "done"):
        assert getattr(found, name).tolist() == getattr(whole, name).tolist()
    for name in ("n", "open", "first_open", "longest"):
        assert getattr(found, name) == getattr(whole, name)
    assert survival_of_stretches(stretches, TemporaryFile, until=9.0).share_by(
        9.0
    ) == whole.share_by(9.0)


def test_a_long_column_is_read_back_from_disk() -> None:
    column = LongColumn(np.int64, TemporaryFile, short=10)
    for begin in range(0, 35, 7):
        column.put(np.arange(begin, begin + 7))
    assert column.all().tolist() == list(range(35))

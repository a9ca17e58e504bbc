"""A CSV file of gigabytes with one broken line in the middle: named, the rest kept, code 1.

Run with `PYTHONPATH=src python bench/long_csv.py [MEGABYTES] [FOLDER]` (default 2,000, a temporary
folder). It writes the file, reads it in pieces, replays it, also as a whole and with a checkpoint,
each in a process of its own, and prints what each said, its processor time and the most memory it
held.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

POLICY = """# Policy

## Hours

We are open Monday to Friday, 9am to 5pm. Our time zone is Europe/London.

## Promises

- We reply to every email within 4 working hours.
- We resolve every enquiry within 3 working days.
"""
HEAD = "case,opened,first_response,resolved,channel,kind,priority,subject\n"
AT_ONCE = 10_000
# As a whole a history is held in memory: some 280 bytes a case with its clocks, 2.5 of the file's.
HELD = 3
AT_ONCE_TOLD = """
import sys
from goodword.cli import long_file, main
long_file.LONG = 1 << 60
sys.exit(main(sys.argv[1:]))
"""
IN_PIECES = """
import sys
from collections import Counter
from pathlib import Path
from goodword.history.pieces import load_pieces
rows, pieces, problems = 0, 0, []
for piece in load_pieces(Path(sys.argv[1]), None):
    rows, pieces = rows + len(piece), pieces + 1
    problems += [f"{one.line}: {one.message}" for one in piece.problems if one.line]
print(f"{rows:,} cases in {pieces} pieces; {problems}")
sys.exit(int(bool(problems)))
"""


def write(path: Path, megabytes: int) -> tuple[int, int]:
    """Write the file; return how many whole rows it has, and the number of its broken line."""
    number, broken, middle = 0, 0, megabytes * 500_000
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        while file.tell() < megabytes * 1_000_000:
            file.writelines(map(row, range(number, number + AT_ONCE)))
            number += AT_ONCE
            if not broken and file.tell() > middle:
                file.write(f'{number},2026-01-05 10:00:00,"never closed\n')
                broken = number + 2
    return number, broken


def row(number: int) -> str:
    """Return a row of the file: a case of 2026, answered after hours, resolved after days."""
    day, minute = number // 83_000, number % 540
    opened = (
        f"2026-{day // 28 % 11 + 1:02}-{day % 28 + 1:02} {minute // 60 + 9:02}:{minute % 60:02}"
    )
    done = f"2026-12-{day % 28 + 1:02} 12:{minute % 60:02}:00" if number % 7 else ""
    channel = ("email", "phone", "post")[number % 3]
    subject = f"Invented subject number {number % 997}"
    return (
        f"{number},{opened}:00,{opened}:{number % 60:02},{done},{channel},enquiry,high,{subject}\n"
    )


def told_by(*words: str) -> tuple[int, str, float, float]:
    """Return a program's exit code, what it said, its processor seconds, and its megabytes."""
    with tempfile.TemporaryFile("w+") as said:
        process = os.posix_spawn(
            sys.executable,
            [sys.executable, *words],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, said.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, said.fileno(), 2),
            ],
        )
        _, status, used = os.wait4(process, 0)
        said.seek(0)
        return (
            os.waitstatus_to_exitcode(status),
            said.read(),
            used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024,
        )


def main() -> int:
    """Print what came of it; 1 where the line is not named or a row is lost."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        path, policy = Path(folder) / "long.csv", Path(folder) / "policy.md"
        policy.write_text(POLICY, encoding="utf-8")
        began = time.monotonic()
        rows, broken = write(path, megabytes)
        print(f"{path.stat().st_size / 1e6:,.0f} MB, {rows:,} rows, line {broken:,} is broken")
        print(f"  written in {time.monotonic() - began:.0f} s")
        good = True
        ways = [
            ("goodword replay", ("-m", "goodword", "replay", str(policy), str(path))),
            ("load_pieces", ("-c", IN_PIECES, str(path))),
            (
                "goodword replay --resume",
                (
                    "-m",
                    "goodword",
                    "replay",
                    str(policy),
                    str(path),
                    "--resume",
                    f"{folder}/so-far",
                ),
            ),
            ("as a whole", ("-c", AT_ONCE_TOLD, "replay", str(policy), str(path))),
        ]
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e6
        if free < HELD * megabytes:
            print(f"{free:,.0f} MB are free: too few to hold it as a whole, which is left out")
            del ways[3]
        for name, words in ways:
            code, said, seconds, held = told_by(*words)
            right = code == 1 and str(broken) in said and f"{rows:,}" in said
            good = good and right
            print(f"{name}: code {code}, {seconds:.0f} s, at most {held:,.0f} MB")
            print("  " + "\n  ".join(said.strip().splitlines()[:12]))
            print("  as it should be" if right else "  NOT as it should be")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())

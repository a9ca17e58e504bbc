"""How reading and checking a policy compare with parsing the same text as Markdown alone.

Groups of samples are taken in one run, so that a busy machine slows all alike; ratios are medians
of ratios. "Read" and "check" begin with nothing remembered, as a fresh process does; "read again"
is what an editor asks for after one line was changed. The second table reads ever longer texts.

Run from the project's folder: `PYTHONPATH=src python bench/read.py [--long]`.
"""

import argparse
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from marko.ext.gfm import gfm

from goodword.checks import check
from goodword.document.read import read
from goodword.language.memory import forget

POLICIES = Path(__file__).parents[1] / "examples"
POLICY = POLICIES / "riverside" / "policy.md"
SAMPLES = 25
AT = 1_790_000_000
LENGTHS = (8_000, 32_000, 125_000, 500_000, 1_000_000)


def seconds(work: Callable[[], object]) -> float:
    """Return how much processor time `work` took."""
    began = time.process_time()
    work()
    return time.process_time() - began


def cold(text: str) -> float:
    """Return how long the first reading of a text takes."""
    forget()
    return seconds(lambda: read(text))


def compared(text: str) -> None:
    """Print the ratios for one policy."""
    place = text.index("4 working hours")
    rows = []
    read(text)
    for number in range(SAMPLES):
        markdown = seconds(lambda: gfm.parse(text))
        first = cold(text)
        reading = read(text)
        checking = seconds(lambda: check(reading, at=AT))  # noqa: B023  (called at once)
        changed = f"{text[:place]}{number + 5}{text[place + 1 :]}"
        again = seconds(lambda: read(changed))  # noqa: B023  (called at once)
        rows.append((markdown, first, checking, again))
    middle = [statistics.median(column) * 1000 for column in zip(*rows, strict=True)]
    print(f"policy: {len(text):,} characters, {SAMPLES} groups; medians")
    print(f"  Markdown alone {middle[0]:8.1f} ms")
    for name, value, ratio in (
        ("read", middle[1], [row[1] / row[0] for row in rows]),
        ("check", middle[2], [row[2] / row[0] for row in rows]),
        ("read + check", middle[1] + middle[2], [(row[1] + row[2]) / row[0] for row in rows]),
        ("read again", middle[3], [row[3] / row[0] for row in rows]),
    ):
        print(f"  {name:<14} {value:8.1f} ms  {statistics.median(ratio):6.2f} times Markdown alone")


def longer(text: str) -> None:
    """Print how reading grows with the length of the text."""
    print("length (characters)   read (s)   microseconds a character")
    for length in LENGTHS:
        numbered = [
            re.sub(r"\.(?=\n)", f" (in part {part}).", text)
            for part in range(length // len(text) + 1)
        ]
        whole = "\n\n".join(numbered)[:length]
        took = cold(whole)
        print(f"{length:>19,} {took:>10.2f} {took / length * 1e6:>12.1f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("policy", nargs="?", type=Path, default=POLICY)
    parser.add_argument("--long", action="store_true", help="also texts of up to a megabyte")
    chosen = parser.parse_args()
    text = chosen.policy.read_text(encoding="utf-8")
    compared(text)
    if chosen.long:
        longer(text)


if __name__ == "__main__":
    main()

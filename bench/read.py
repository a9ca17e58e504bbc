"""How reading and checking a policy compare with parsing the same text as Markdown alone.

Two policies are measured unless one is named: that of a studio, of four pages, and the bank's
starter, of ten. Groups of samples are taken in one run, so that a busy machine slows all alike;
ratios are medians of ratios. "Read" and "check" begin with nothing of the text remembered, as in a
fresh process that has loaded the language pack; "read again" is what an editor asks for after one
line was changed. The last table reads ever longer texts.

Run from the project's folder: `PYTHONPATH=src python bench/read.py [POLICY] [--long]`.
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

ROOT = Path(__file__).parents[1]
STUDIO = ROOT / "examples" / "riverside" / "policy.md"
BANK = ROOT / "src" / "goodword" / "starters" / "bank.md"
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


def compared(name: str, text: str) -> None:
    """Print the ratios for one policy."""
    figure = re.search(r"\d(?= working (?:hour|day))", text)
    place = figure.start() if figure is not None else len(text) - 1
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
    print(f"{name}: {len(text):,} characters, {SAMPLES} groups; medians")
    print(f"  Markdown alone {middle[0]:8.1f} ms")
    for work, value, ratio in (
        ("read", middle[1], [row[1] / row[0] for row in rows]),
        ("check", middle[2], [row[2] / row[0] for row in rows]),
        ("read + check", middle[1] + middle[2], [(row[1] + row[2]) / row[0] for row in rows]),
        ("read again", middle[3], [row[3] / row[0] for row in rows]),
    ):
        print(f"  {work:<14} {value:8.1f} ms  {statistics.median(ratio):6.2f} times Markdown alone")


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
    parser.add_argument("policy", nargs="*", type=Path, default=[STUDIO, BANK])
    parser.add_argument("--long", action="store_true", help="also texts of up to a megabyte")
    chosen = parser.parse_args()
    for path in chosen.policy:
        compared(f"{path.parent.name}/{path.name}", path.read_text(encoding="utf-8"))
    if chosen.long:
        longer(chosen.policy[0].read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

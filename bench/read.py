"""How reading the example policy compares with parsing the same text as Markdown alone.

Pairs of samples are taken in one run, so that a busy machine slows both; the ratio is of medians.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from marko.ext.gfm import gfm

from goodword.document.read import read

POLICY = Path(__file__).parents[1] / "examples" / "riverside" / "policy.md"
SAMPLES = 25


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    text = POLICY.read_text(encoding="utf-8")
    read(text)
    pairs = [
        (seconds(lambda: gfm.parse(text)), seconds(lambda: read(text))) for _ in range(SAMPLES)
    ]
    markdown = statistics.median(pair[0] for pair in pairs)
    reading = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(after / before for before, after in pairs)
    print(f"policy: {len(text)} characters, {SAMPLES} pairs")
    print(f"Markdown alone: {markdown * 1000:.1f} ms    read: {reading * 1000:.1f} ms")
    print(f"ratio read / Markdown: {ratio:.2f}")


if __name__ == "__main__":
    main()

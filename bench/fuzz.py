"""Reading torn, shuffled and invented policies for as long as asked, and what was found.

Run from the project's folder: `PYTHONPATH=src python bench/fuzz.py [--minutes 10] [--seed 1]`.
Each text is read, checked, written and read again. Printed are the number of texts, every
exception with the text that made it (kept in var/fuzz), texts that came back changed, and the
slowest reading by its length. Exit code 1 where anything was found.
"""

# ruff: noqa: SIM905  (a list of odd marks reads best in a row)

import argparse
import random
import string
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from goodword.checks import check
from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.write import write
from goodword.language.memory import forget

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "var" / "fuzz"
AT = 1_790_000_000
ODD = (
    *"\x00 \ufeff \u00a0 \u2028 \u202e \u4f60\u597d \U0001f642 \ufb01 \u0130 \u00df".split(" "),
    *"| || --- ``` ~~~ <!-- --> <div> [a]: ( ) [] {} {#id} ** __ > >> - 1. # ## ###".split(),
    *'Example: within 0 999999999999 -5 1.000,00 € $ £ % 24:00 25:61 " “ ”'.split(),
    *"unless if not never only may must up to over between and or".split(),
    "\r",
    "\r\n",
    "\t",
)


def texts() -> list[str]:
    """Return the policies that texts are made from."""
    found = [*ROOT.glob("examples/**/*.md"), *ROOT.glob("src/goodword/starters/**/*.md")]
    return [path.read_text(encoding="utf-8") for path in sorted(found)]


def torn(text: str, others: list[str], chance: random.Random) -> str:
    """Return a text with some of its letters, words and lines cut, doubled, moved or replaced."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text) + 1)
        upto = min(len(text), at + int(chance.paretovariate(0.7)))
        other = chance.choice(others)
        place = chance.randrange(len(other))
        made: tuple[Callable[[], str], ...] = (
            lambda: "",
            lambda: text[at:upto] * 2,  # noqa: B023  (called at once)
            lambda: chance.choice(ODD),
            lambda: other[place : place + upto - at],  # noqa: B023  (called at once)
            lambda: text[at:upto][::-1],  # noqa: B023  (called at once)
            lambda: " ".join(
                sorted(text[at:upto].split(), key=lambda _: chance.random())  # noqa: B023
            ),
        )
        text = text[:at] + chance.choice(made)() + text[upto:]
    return text[: chance.choice((200, 2_000, 20_000))]


def invented(others: list[str], chance: random.Random) -> str:
    """Return a text of words drawn from the policies, in no order, with odd marks between."""
    words = chance.choice(others).split()
    letters = string.printable + "éß€£“”’–…"
    drawn = [
        chance.choice((chance.choice(words), chance.choice(ODD), chance.choice(letters)))
        if chance.random() < 0.3  # most words are the policies' own
        else chance.choice(words)
        for _ in range(chance.randint(0, 120))
    ]
    return "".join(word + chance.choice((" ", " ", " ", "\n", "\n\n", ". ")) for word in drawn)


def tried(text: str) -> tuple[str, float]:
    """Return what is wrong with the reading of a text, if anything, and how long it took."""
    forget()
    began = time.process_time()
    reading = read(text)
    took = time.process_time() - began
    check(reading, at=AT)
    if read(write(reading.policy)).policy != reading.policy:
        return "came back changed", took
    for clause in reading.policy.clauses:
        said = echo(clause, reading.policy)
        again = read_sentence(said, reading.policy, section=clause.section)
        if clause not in again:
            return f"echo not equal: {clause.text!r} -> {said!r}", took
    return "", took


def main() -> int:
    """Read until the time is over, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance, others = random.Random(chosen.seed), texts()  # noqa: S311  (no secret is made)
    KEPT.mkdir(parents=True, exist_ok=True)
    count = length = 0
    found: dict[str, int] = {}
    slowest = (0.0, 0)
    for text in others:
        read(text)  # patterns are made when they are first met; that is not what is measured here
    while time.process_time() < chosen.minutes * 60:
        make = chance.random()
        text = (
            torn(chance.choice(others), others, chance) if make < 0.7 else invented(others, chance)
        )
        count, length = count + 1, length + len(text)
        try:
            wrong, took = tried(text)
        except Exception:  # noqa: BLE001  (every kind is what is looked for)
            wrong, took = traceback.format_exc().strip().replace("\n", " / ")[-600:], 0.0
        slowest = max(slowest, (took / max(len(text), 500), len(text)))
        if wrong:
            if wrong not in found:
                (KEPT / f"{len(found):04}.md").write_text(text, encoding="utf-8", newline="")
                print(f"{KEPT.name}/{len(found):04}.md: {wrong}", file=sys.stderr)
            found[wrong] = found.get(wrong, 0) + 1
    print(f"{count:,} texts, {length:,} characters, {time.process_time():.0f} s of processor time")
    print(f"found: {len(found)} kinds, {sum(found.values())} times")
    print(f"slowest: {slowest[0] * 1e6:.0f} microseconds a character, in {slowest[1]:,} characters")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""How well questions in plain words find the situation they tell of.

Run from the project's folder: `PYTHONPATH=src python bench/ask.py [--wrong] [FILE…]`. A line of a
FILE has `words`, the `expected` situation (its heading, or null where no clause covers them) and
`held_out`; one that asks for leave has the `role` that asks, the `ruling` and whom to `ask`; one
that a clause answers has a part of its text as `clause`. The
defaults are the questions in tests/decision. What was kept out of development is counted apart,
and never printed.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goodword.decision.ask import ask
from goodword.decision.find import find
from goodword.document.read import read
from goodword.policy.policy import Policy

FOLDER = Path("tests/decision")
FILES = (
    "questions.jsonl",
    "situations_more.jsonl",
    "situations_held_out.jsonl",
    "situations_starters.jsonl",
    "situations_fresh.jsonl",
    "situations_unseen.jsonl",
    "situations_unseen_held_out.jsonl",
    "situations_last_held_out.jsonl",
    "situations_nine_trades.jsonl",
    "situations_sixteen_trades.jsonl",
    "situations_eight_trades.jsonl",
    "situations_twelve_trades.jsonl",
    "situations_speech.jsonl",
    "situations_hurried.jsonl",
)
STARTERS = Path("src/goodword/starters")
OTHERS = Path("tests/decision/policies")
POLICY = Path("examples/riverside/policy.md")
EMERGENCY = "in an emergency"


@dataclass(frozen=True)
class Question:
    """Plain words, and the situation they tell of; None where no situation covers them."""

    words: str
    expected: str | None
    held_out: bool
    is_uncovered: bool
    policy: str = ""
    role: str | None = None
    ruling: str | None = None
    ask: str | None = None
    clause: str | None = None


def main() -> int:
    """Print the figures of both parts, and with --wrong each question that was answered wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--policy", type=Path, default=POLICY)
    parser.add_argument("--wrong", action="store_true", help="show what was answered wrongly")
    parser.add_argument("--sum", action="store_true", help="print one sum over all policies")
    chosen = parser.parse_args()
    example = read(chosen.policy.read_text(encoding="utf-8")).policy
    files = chosen.files or [FOLDER / name for name in FILES]
    questions = [one for file in files for one in questions_in(file)]
    sums: dict[str, Counter[str]] = {}
    for policy in dict.fromkeys(one.policy for one in questions):
        said = example if not policy else starter(policy)
        for name, held_out in (("developing", False), ("held out", True)):
            part = [one for one in questions if (one.policy, one.held_out) == (policy, held_out)]
            if part:
                counts, wrong = measured(said, part)
                sums[name] = sums.get(name, Counter()) + counts
                if not chosen.sum:
                    print_counts(f"{policy or chosen.policy.parent.name}, {name}", counts)
                if chosen.wrong and not held_out:
                    print("\n".join(f"{policy or chosen.policy.parent.name}{one}" for one in wrong))
    for name, counts in sums.items():
        print_counts(f"all policies, {name}", counts)
    return 0


def starter(name: str) -> Policy:
    """Return the starter policy of a sector, or one that only the questions are about."""
    file = STARTERS / f"{name}.md"
    file = file if file.exists() else OTHERS / f"{name}.md"
    return read(file.read_text(encoding="utf-8")).policy


def questions_in(file: Path) -> Iterator[Question]:
    """Yield the questions of a file, in order."""
    for line in file.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        expected = said.get("expected", said.get("situation"))
        uncovered = expected is None and "expected" in said
        yield Question(
            said["words"],
            expected,
            said["held_out"],
            uncovered,
            said.get("policy", ""),
            said.get("role"),
            said.get("ruling"),
            said.get("ask"),
            said.get("clause"),
        )


def measured(policy: Policy, part: list[Question]) -> tuple[Counter[str], list[str]]:
    """Return how many were right, and each wrong answer in words."""
    counts: Counter[str] = Counter()
    wrong = []
    for one in part:
        if one.ruling is not None:
            answer = ask(policy, one.words, one.role, at=int(time.time()))
            ruled = [ruling.decision for ruling in answer.rulings[:1]]
            right_ruling = [(one.ruling, one.ask)] == [(by.ruling.value, by.ask) for by in ruled]
            counts["leave"] += 1
            counts["ruled"] += right_ruling
            if not right_ruling:
                wrong.append(f"  {one.words!r}: {answer.summary[:90]}, not {one.ruling}")
            continue
        if one.clause is not None:
            answer = ask(policy, one.words, at=int(time.time()))
            is_told = any(one.clause in clause.text for clause in answer.clauses[:1])
            counts["clauses"] += 1
            counts["told"] += is_told
            if not is_told:
                wrong.append(f"  {one.words!r}: {answer.summary[:90]}, not {one.clause!r}")
            continue
        began = time.perf_counter()
        found = [match.situation.name for match in find(policy, one.words)]
        counts["microseconds"] += int(1e6 * (time.perf_counter() - began))
        if one.expected is None:
            counts["nothing"] += 1
            counts["nothing found"] += not found
            answer = ask(policy, one.words, at=int(time.time()))
            if one.is_uncovered:
                counts["uncovered"] += 1
                counts["no rule"] += not answer.is_covered
            if found or (one.is_uncovered and answer.is_covered):
                cited = [clause.text[:60] for clause in answer.clauses]
                wrong.append(f"  {one.words!r}: {found[:3]}, not nothing; {cited}")
            continue
        counts["situations"] += 1
        right = [fits(name, one.expected) for name in found]
        counts["first"] += right[:1] == [True]
        counts["three"] += any(right[:3])
        counts["silent"] += not found
        if right[:1] != [True]:
            wrong.append(f"  {one.words!r}: {found[:3]}, not {one.expected!r}")
    return counts, wrong


def fits(name: str, expected: str) -> bool:
    """Whether a situation's name is the one expected, which may be a part of it or its heading."""
    low, wanted = name.casefold(), expected.casefold()
    if wanted in {EMERGENCY, "emergency"}:
        return "emergency" in low
    bare = wanted.removeprefix("when ").removeprefix("if ")
    words = {word for word in wanted.replace("-", " ").split() if len(word) > 3}
    return bare in low or low in wanted or words <= set(low.split())


def print_counts(name: str, counts: Counter[str]) -> None:
    """Print the shares of one part."""
    of = counts["situations"]
    print(f"{name}: {of} situations")
    print(f"  right first             {counts['first']:>4} of {of:>4}  {share(counts, 'first')}")
    print(f"  among the first three   {counts['three']:>4} of {of:>4}  {share(counts, 'three')}")
    print(f"  wrongly found nothing   {counts['silent']:>4}")
    print(f"  nothing where nothing   {counts['nothing found']:>4} of {counts['nothing']:>4}")
    if counts["leave"]:
        print(f"  leave ruled rightly     {counts['ruled']:>4} of {counts['leave']:>4}")
    if counts["clauses"]:
        print(f"  the clause that says it {counts['told']:>4} of {counts['clauses']:>4}")
    asked = max(of + counts["nothing"], 1)
    print(f"  milliseconds a question {counts['microseconds'] / asked / 1000:>7.2f}")
    print(f'  "no rule" where no rule {counts["no rule"]:>4} of {counts["uncovered"]:>4}')


def share(counts: Counter[str], what: str) -> str:
    """Return a share of the situations in percent."""
    return f"{counts[what] / max(counts['situations'], 1):>6.1%}"


if __name__ == "__main__":
    raise SystemExit(main())

"""How many sentences are read wrongly that are put together from parts whose meaning is known.

Run from the project's folder: `PYTHONPATH=src python bench/variations.py [KIND …]`. Each file
bench/variations/KIND.toml holds frames of sentences of one kind and the parts that go into them;
a further kind is a further file. Printed is the share read wrongly for each frame, for each part
where it is high, and in all.

A frame `says` a sentence; `lead_in` and `heading` may stand above it. `{time}` is one of the parts
called `time`, and `{verb.done}` that part's form `done`. `{time1}` and `{time2}` are two of them,
which belong to the first and the second clause; a part without a number belongs to all. Parts may
hold parts. What a part or a frame `means` are fields of the clause, as `understand` names them;
`means1` is of the first clause alone, and what stands first in the file of every one. "a|b" is
either of them, "" is none, "*" is anything. A field that nobody names is not compared. A frame
with a `state` (live, almost or prose) is compared by that alone.
"""

import argparse
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goodword.document.understand import understand

FOLDER = Path(__file__).with_suffix("")
PLACE = re.compile(r"\{(?P<part>[a-z_]+)(?P<number>\d?)(?:\.(?P<form>[a-z]+))?\}")
# Parts that fail no more often than this are not printed.
NOTED = 0.1


@dataclass(frozen=True, slots=True)
class Variation:
    """A sentence with what each of its clauses means, and the parts it was made of."""

    frame: str
    sentence: str
    lead_in: str | None
    heading: str | None
    expected: tuple[Mapping[str, Any], ...]
    parts: tuple[str, ...]
    state: str = "live"


@dataclass(slots=True)
class Made:
    """A sentence in the making: the part chosen for each place, once for all of its texts."""

    parts: Mapping[str, list[Any]]
    chance: random.Random
    chosen: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def written(self, text: str, number: str = "") -> str:
        """Return a text with a part in each of its places; `number` is that of the part it is."""
        asked: dict[str, set[str]] = {}
        for place in PLACE.finditer(text):
            name = f"{place['part']}{place['number'] or number}"
            asked.setdefault(name, set()).add(place["form"] or "says")
        for name, forms in asked.items():
            if name not in self.chosen:
                self.chosen[name] = self._one_of(name.rstrip("0123456789"), forms)
        return PLACE.sub(lambda place: self._put(place, number), text)

    def _one_of(self, name: str, forms: set[str]) -> Mapping[str, Any]:
        every = [{"says": one} if isinstance(one, str) else one for one in self.parts[name]]
        return self.chance.choice([one for one in every if forms <= one.keys()])

    def _put(self, place: re.Match[str], number: str) -> str:
        own = place["number"] or number
        chosen = self.chosen[f"{place['part']}{own}"]
        return self.written(chosen[place["form"] or "says"], own)


def main() -> int:
    """Print the shares read wrongly, and with --wrong the sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    kinds = sorted(path.stem for path in FOLDER.glob("*.toml"))
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(kinds)}")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--wrong", action="store_true", help="show what was read wrongly")
    chosen = parser.parse_args()
    for kind in chosen.kinds or kinds:
        data = tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))
        report(kind, list(variations(data, chosen.seed, chosen.count)), shown=chosen.wrong)
    return 0


def report(kind: str, made: list[Variation], *, shown: bool) -> None:
    """Print what was read wrongly of the sentences of one kind."""
    of: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    silent = 0
    for one in made:
        read = understand(one.sentence, lead_in=one.lead_in, heading=one.heading)
        faults = faults_of(read, one.expected, one.state)
        names = (f"frame {one.frame}", *one.parts)
        of.update(names)
        if not faults:
            continue
        wrong.update(names)
        fields.update(faults.keys())
        quiet = bool(read["clauses"]) and not any(
            found["severity"] in {"warning", "error"} for found in read["problems"]
        )
        silent += quiet
        if shown:
            said = "; ".join(f"{name} {value}" for name, value in faults.items())
            above = " / ".join(text for text in (one.heading, one.lead_in) if text)
            print(f"{'SILENT' if quiet else 'wrong'}: {above}{' / ' if above else ''}", end="")
            print(f"{one.sentence} ({said})")
    bad = sum(count for name, count in wrong.items() if name.startswith("frame "))
    print(f"{kind}: {len(made)} sentences, {bad} wrong ({bad / len(made):.1%}), {silent} silent")
    for name, count in fields.most_common():
        print(f"  {name:<12}{count:>5}  {count / len(made):>6.1%}")
    for name in sorted(wrong, key=lambda name: -wrong[name] / of[name]):
        if name.startswith("frame ") or wrong[name] / of[name] > NOTED:
            print(f"  {wrong[name] / of[name]:>6.1%}  {wrong[name]:>3} of {of[name]:>4}  {name}")


def variations(data: Mapping[str, Any], seed: int, count: int) -> Iterator[Variation]:
    """Yield sentences of the frames in `data`, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  (nothing here is secret)
    frames = data["frame"]
    often = [one.get("often", 1) for one in frames]
    for frame in chance.choices(frames, often, k=count):
        made = Made(data["parts"], chance)
        lead_in, heading = (
            made.written(frame[name]) if name in frame else None for name in ("lead_in", "heading")
        )
        said = made.written(frame["says"])
        yield Variation(
            frame["says"],
            said if lead_in is not None and not frame.get("opens") else _opened(said),
            lead_in,
            _opened(heading) if heading is not None else None,
            () if "state" in frame else tuple(_expected(data["means"], frame, made.chosen)),
            tuple(f"{name.rstrip('12345')} {one['says']}" for name, one in made.chosen.items()),
            frame.get("state", "live"),
        )


def _opened(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}"


def _expected(
    usual: Mapping[str, Any], frame: Mapping[str, Any], chosen: Mapping[str, Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """Yield what each clause of a sentence means: the frame's word counts before its parts'."""
    numbers = sorted({name[-1] for name in (*chosen, *frame) if name[-1].isdigit()}) or [""]
    for number in numbers:
        means = dict(usual)
        for name, part in chosen.items():
            if not name[-1].isdigit() or name.endswith(number):
                means |= part.get("means", {})
        yield means | frame.get("means", {}) | frame.get(f"means{number}", {})


def faults_of(
    read: Mapping[str, Any], expected: tuple[Mapping[str, Any], ...], state: str = "live"
) -> dict[str, str]:
    """Return what is wrong with a reading, by the name of the field.

    Where nothing is `expected` of the clauses, only the state counts.
    """
    clauses = read["clauses"]
    if read["state"] != state:
        return {"state": f"{read['state']}, not {state}"}
    if not expected:
        return {}
    kinds = [one["kind"] for one in clauses]
    if kinds != [one["kind"] for one in expected]:
        return {"clauses": ", ".join(kinds)}
    return {
        name: f"{clause.get(name)!r}, not {value!r}"
        for clause, means in zip(clauses, expected, strict=True)
        for name, value in means.items()
        if not _is(clause.get(name), value)
    }


def _is(said: Any, meant: Any) -> bool:
    if meant == "*":
        return True
    if isinstance(meant, list):
        return sorted(said or ()) == sorted(meant)
    if isinstance(meant, str):
        return ("" if said is None else str(said)) in meant.split("|")
    return bool(said == meant)


if __name__ == "__main__":
    raise SystemExit(main())

"""How well sentences as people publish them are understood, beside labels made by hand.

Run from the project's folder: `PYTHONPATH=src python bench/understand.py [FILE] [--wrong]`. FILE
holds JSON Lines with `sentence`, `lead_in`, `heading`, `language`, `state`, `clauses` and
`held_out`; the default is tests/language/collected_en.jsonl. The part kept out of development is
counted apart. `conditional` in a clause says whether it should depend on anything.

A silent misreading is a clause with a wrong field that runs, or a clause too many, or one of
several clauses lost, where no warning and no error says so.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from goodword.document.understand import understand

COLLECTED = Path("tests/language/collected_en.jsonl")
FIELDS = {
    "promise": {
        "time, unit and share": ("within", "anchor", "unit", "target"),
        "metric": ("metric",),
        "channel": ("channels",),
        "subject": ("subject",),
        "strength": ("strength",),
        "condition": ("conditional",),
    },
    "authority": {"authority": ("role", "action", "limit", "per", "approver")},
    "escalation": {"escalation": ("after", "unit", "event", "to")},
}


def main() -> int:
    """Print the figures of both parts, and with --wrong each sentence that was read wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=COLLECTED)
    parser.add_argument("--wrong", action="store_true", help="show what was read wrongly")
    parser.add_argument("--held-out", action="store_true", help="with --wrong: that part as well")
    chosen = parser.parse_args()
    forms = [json.loads(line) for line in chosen.file.read_text(encoding="utf-8").splitlines()]
    for name, held_out in (("developing", False), ("held out", True)):
        part = [form for form in forms if form["held_out"] is held_out]
        right, of, wrong = measured(part)
        print(f"{name}: {len(part)} sentences")
        for what in of:
            share = right[what] / of[what]
            print(f"  {what:<24}{right[what]:>4} of {of[what]:>4}  {share:>6.1%}")
        silent = [line for line in wrong if line.startswith("SILENT")]
        print(f"  silent misreadings      {len(silent):>4}")
        if chosen.wrong and (chosen.held_out or not held_out):
            print("\n".join(f"    {line}" for line in wrong))
    return 0


def measured(forms: list[dict[str, Any]]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how many are right, of how many, by what is measured, and what was read wrongly."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    wrong: list[str] = []
    for form in forms:
        said = understand(
            form["sentence"],
            lead_in=form.get("lead_in"),
            heading=form.get("heading"),
            language=form.get("language", "en"),
        )
        of["state"] += 1
        right["state"] += said["state"] == form["state"]
        clauses = _each_of(form["clauses"], said["clauses"])
        pairs = list(_paired(form["clauses"], clauses))
        faults = [] if said["state"] == form["state"] else [f"state {said['state']}"]
        misread = bool(form["clauses"]) and 0 < len(clauses) != len(form["clauses"])
        if misread:
            faults.append(f"{len(clauses)} clauses, not {len(form['clauses'])}")
        for expected, clause in pairs:
            for what, names in FIELDS.get(expected["kind"], {"other": ()}).items():
                if what == "condition" and "conditional" not in expected:
                    continue
                asked = [name for name in (*names, "kind") if name in expected]
                if "within" in asked or "anchor" in asked:
                    asked = [*dict.fromkeys([*asked, "within", "anchor"])]
                of[what] += 1
                odd = [name for name in asked if not _same(clause, expected, name)]
                right[what] += clause is not None and not odd
                if clause is not None and odd:
                    misread = True
                    faults.extend(
                        f"{name}={_of(clause, name)!r}, not {expected.get(name)!r}" for name in odd
                    )
        if form["state"] in {"prose", "almost"} and said["clauses"]:
            misread = True
            faults.append("not a rule: " + str(said["clauses"][0]))
        loud = any(one["severity"] in {"warning", "error"} for one in said["problems"])
        if faults:
            mark = "SILENT" if misread and not loud else "wrong"
            wrong.append(f"{mark}: {form['sentence']!r}: {'; '.join(dict.fromkeys(faults))}")
    return right, of, wrong


def _each_of(expected: list[dict[str, Any]], said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what was read with a clause for each person, where the labels have one for each.

    "The warden and the police are told" is one escalation to both, and may be labelled as two.
    """
    people = {"escalation": "to", "authority": "role"}
    each: list[dict[str, Any]] = []
    for clause in said:
        name = people.get(clause["kind"], "")
        more = clause.get("also", []) if name else []
        labelled = sum(one["kind"] == clause["kind"] for one in expected)
        alone = sum(one["kind"] == clause["kind"] for one in said) == 1
        each.append(clause)
        if alone and labelled == 1 + len(more):
            each.extend({**clause, name: one, "also": []} for one in more)
    return each


def _paired(
    expected: list[dict[str, Any]], said: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Return each expected clause with the one read in its place among those of its kind."""
    left = list(said)
    pairs: list[tuple[dict[str, Any], dict[str, Any] | None]] = []
    for one in expected:
        mine = next((clause for clause in left if clause["kind"] == one["kind"]), None)
        if mine is None and len(expected) == len(said) and left:
            mine = left[0]
        if mine is not None:
            left.remove(mine)
        pairs.append((one, mine))
    return pairs


def _same(clause: dict[str, Any] | None, expected: dict[str, Any], name: str) -> bool:
    """Whether a field says what it should.

    An escalation by time repeats what it waits for as its event, and an event has no fixed slug:
    it must share a word with the expected one.
    """
    mine, theirs = _of(clause, name), expected.get(name)
    if expected["kind"] == "escalation" and clause is not None:
        if name == "unit" and expected.get("after") is None:
            return True
        if name == "event" and expected.get("after") is not None:
            return str(mine).startswith("not_")
        if name == "event":
            return bool({*str(mine).split("_")} & {*str(theirs).split("_")})
    if name == "channels":
        return sorted(mine or ()) == sorted(theirs or ())
    return bool(mine == theirs)


def _of(clause: dict[str, Any] | None, name: str) -> Any:
    if clause is None:
        return None
    if name == "conditional":
        return clause.get("condition") is not None
    return clause.get(name)


if __name__ == "__main__":
    raise SystemExit(main())

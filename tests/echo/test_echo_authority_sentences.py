"""Whatever is understood of authority, said back and read again, is the same rule."""

import json
from pathlib import Path

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence

LANGUAGE = Path(__file__).parents[1] / "language"


def sentences() -> list[str]:
    lines = (LANGUAGE / "authority_en.jsonl").read_text(encoding="utf-8").splitlines()
    forms = [json.loads(line) for line in lines]
    return [form["sentence"] for form in forms if not form.get("heading")]


def test_every_sentence_on_authority_said_back_is_the_same_rule() -> None:
    changed = []
    for sentence in sentences():
        policy = read(f"# Policy\n\n{sentence}\n").policy
        for clause in policy.clauses:
            said = echo(clause, policy)
            if clause not in read_sentence(said, policy, section=clause.section):
                changed.append((sentence, said))
    assert changed == []

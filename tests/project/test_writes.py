"""`actions.py` is the only file of an app that writes."""

import re
from pathlib import Path

WRITES = re.compile(
    r"\.objects\.(?:create|bulk_create|get_or_create|update_or_create|bulk_update)\("
    r"|\.save\(|objects[^\n]*\.(?:delete|update)\("
)
ALLOWED = {
    "models.py",  # the rule that a row is only ever added stands with the model itself
    "work/loop.py",  # claims and ends wake-ups, in the transaction of their task
    "project/archive.py",  # restores whole tables into an empty database
}


def test_only_actions_write(root: Path) -> None:
    site = root / "src" / "goodword_web"
    writers = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.py")
        if "migrations" not in path.parts and WRITES.search(path.read_text(encoding="utf-8"))
    }
    assert {
        one
        for one in writers
        if "actions" not in one and one not in ALLOWED and Path(one).name not in ALLOWED
    } == set()
    assert any(one.startswith("cases/actions") for one in writers)

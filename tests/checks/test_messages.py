"""Each message of the catalogue is said of a real mistake: the one on its own page."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goodword.checks import SENTENCE_CHECKS, check
from goodword.document.read import read

AT = int(datetime(2026, 9, 3, tzinfo=UTC).timestamp())
# Said of whole files and of single sentences, which no page can show.
ELSEWHERE = {"TX01", "TX02", "TX03", "TX04", "LG01"}
CODES = [one.code for one in SENTENCE_CHECKS if one.code not in ELSEWHERE]


def example(root: Path, code: str, heading: str) -> str:
    page = (root / "docs/reference/checks" / f"{code}.md").read_text(encoding="utf-8")
    found = re.search(rf"## {heading}\n+```markdown\n(.*?)```", page, re.DOTALL)
    assert found is not None
    return found[1]


def codes(text: str) -> set[str]:
    return {one.code for one in check(read(text), at=AT)}


@pytest.mark.parametrize("code", CODES)
def test_the_mistake_on_a_page_gets_the_message_of_the_page(code: str, root: Path) -> None:
    assert code in codes(example(root, code, "Not so good"))


@pytest.mark.parametrize("code", CODES)
def test_the_better_text_on_a_page_does_not(code: str, root: Path) -> None:
    assert code not in codes(example(root, code, "Better"))

"""Our own texts pass our own checker, and the tutorial does what it says."""

import re
from pathlib import Path

import pytest

from goodword.checks import check
from goodword.cli import main
from goodword.document.read import read

SEPTEMBER = 1_788_000_000
# What any text of ours must not do; what only a whole policy needs is not asked of a page, and
# pages for people who run servers may say SMTP.
OF_WORDS = {"CMP-16", "PR01", "PUB-02", "ST01"}
UNEXPLAINED = "is not explained"
PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs"]


def test_our_pages_use_no_jargon_no_hollow_apology_and_no_vague_promise(root: Path) -> None:
    found = [
        f"{page.relative_to(root)}: {problem.code} {problem.message}"
        for name in PAGES
        for page in ([root / name] if name.endswith(".md") else sorted((root / name).rglob("*.md")))
        if "checks" not in page.parts  # these quote bad sentences on purpose
        for problem in check(read(page.read_text(encoding="utf-8"), path=page.name), at=SEPTEMBER)
        if problem.code in OF_WORDS
        and UNEXPLAINED not in problem.message
        and page.name not in {"first-policy.md", "language.md"}  # show vague ones on purpose
    ]
    assert found == []


@pytest.fixture
def policy(root: Path, tmp_path: Path) -> Path:
    """The policy that the tutorial builds."""
    text = (root / "docs" / "tutorial" / "first-policy.md").read_text(encoding="utf-8")
    path = tmp_path / "policy.md"
    path.write_text("".join(re.findall(r"```markdown\n(.*?)```", text, re.DOTALL)), "utf-8")
    return path


def test_the_tutorials_mail_is_due_when_it_says(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["due", str(policy), "--channel", "email", "--at", "2026-09-04 16:30"]) == 0
    assert "due Mon 7 Sep 2026, 12:30" in capsys.readouterr().out


def test_the_tutorials_vague_sentence_gets_one_that_runs(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = policy.read_text("utf-8").replace("within 4 working hours", "quickly")
    policy.write_text(text, "utf-8")
    assert main(["check", str(policy)]) == 1
    assert "Try:  We reply to every email within 4 working hours." in capsys.readouterr().out


def test_the_tutorials_receptionist_is_sent_to_the_owner(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--role", "receptionist", "--action", "refund", "--amount", "80"]
    assert main(["decide", str(policy), *asked]) == 0
    assert "Ask the owner" in capsys.readouterr().out

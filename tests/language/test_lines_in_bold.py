"""A short line all in bold is a heading, and a sentence in bold is none."""

import pytest

from goodword.checks import check
from goodword.document.read import read

CHARTER = """# Customer Charter

**What you can expect from us**

* a reply to comment cards within 7 days
* {more}

**How to contact us**

Phone: 01632 960123 (Monday to Friday 6.30am–10pm, weekends 8am–8pm)
"""


def test_a_short_line_all_in_bold_is_a_heading() -> None:
    reading = read(CHARTER.format(more="clean changing rooms"))
    titles = [(one.title, one.level) for one in reading.policy.sections]
    assert ("What you can expect from us", 2) in titles
    assert ("How to contact us", 2) in titles
    kinds = [type(one).__name__ for one in reading.policy.clauses]
    assert kinds == ["Promise", "ChannelClause", "PartHours"]
    assert "how to reach us" not in " ".join(
        one.message for one in check(reading, at=1_790_000_000)
    )


@pytest.mark.parametrize(
    "line",
    [
        "**We never ask for your password**",
        "**We will:**",
        "**Please bring it back within 14 days and we will refund you in full today**",
        "**Emergencies.** Call us.",
    ],
)
def test_a_sentence_or_a_lead_in_in_bold_is_no_heading(line: str) -> None:
    sections = read(f"# Policy\n\n{line}\n\n- answer within 2 days\n").policy.sections
    assert len(sections) == 1

"""Whatever people write, checking, publishing and teaching give an answer."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.openings import openings_for
from goodword.checks import check, mend_next
from goodword.checks.report import as_json, repeats, shown
from goodword.document.read import read
from goodword.lesson import lessons
from goodword.policy.clause import Audience
from goodword.publishing import charter, handbook

AT = int(datetime(2026, 9, 3, tzinfo=UTC).timestamp())
ODD = st.sampled_from(
    ["{{name}}", "[month]", "TBC", "```", "<!--", "“", "|", "Example:", "$", "0", "99999999", "\t"]
)


@settings(max_examples=max(15, settings().max_examples // 4))
@given(data=st.data())
def test_a_mangled_policy_is_checked_shown_published_and_taught(
    riverside_text: str, data: st.DataObject
) -> None:
    lines = riverside_text.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        odd = data.draw(ODD)
        other = data.draw(st.one_of(st.sampled_from(lines), st.text(max_size=30)))
        cut = data.draw(st.integers(0, len(lines[at])))
        lines[at] = data.draw(st.sampled_from([other, lines[at][:cut], f"{lines[at]} {odd}"]))
    text = "\n".join(lines)
    reading = read(text)
    problems = check(reading, at=AT)
    assert len(mend_next(problems)) == len(problems)
    for problem, again in repeats(problems):
        assert shown(problem, reading, again=again)
        assert as_json(problem, reading)["code"] == problem.code
    assert handbook(reading, Audience.PUBLIC).audience is Audience.PUBLIC
    assert charter(reading.policy).organisation == reading.policy.organisation
    hours = reading.policy.hours
    openings = openings_for(hours, AT) if hours is not None else None
    for lesson in lessons(reading.policy, openings, at=AT):
        assert len({choice.casefold() for choice in lesson.choices}) == len(lesson.choices)

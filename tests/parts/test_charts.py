import re
from html.parser import HTMLParser

from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from goodword_web.parts.charts import BOTTOM, TOP, Chart, Point, kept_by_week

POINTS = (
    Point("5 Oct", 40, 42, 0.84, 0.99),
    Point("12 Oct", 0, 0),
    Point("19 Oct", 9, 10, 0.55, 1.0, is_running=True),
)


def drawn(chart: Chart) -> str:
    return Template("{% chart it %}").render(Context({"it": chart}))


def test_the_drawing_and_the_table_show_the_same_numbers() -> None:
    page = drawn(kept_by_week(POINTS, title="Email replies", target=0.9))
    cells = re.findall(r"<td>(.*?)</td>", page)
    assert cells == [
        *("40", "42", "95.2%", "84% – 99%"),
        *("0", "0", "–", "–"),
        *("9", "10", "90%", "55% – 100%"),
    ]
    assert "19 Oct (so far)" in page
    assert page.count("<circle") == 2
    assert page.count('class="interval"') == 2


def test_the_drawing_has_a_title_and_says_in_words_what_it_shows() -> None:
    chart = kept_by_week(POINTS, title="Email replies", target=0.9)
    page = drawn(chart)
    assert '<title id="kept-title">Email replies</title>' in page
    assert 'aria-labelledby="kept-title kept-desc"' in page
    assert chart.summary == (
        "49 of 52 kept in 2 weeks. The latest week, 19 Oct: 90% of 10. Promised: 90%."
    )


def test_a_week_without_cases_has_neither_dot_nor_share() -> None:
    page = drawn(kept_by_week([Point("5 Oct", 0, 0)], title="Calls"))
    assert "<circle" not in page
    assert "No cases were judged yet." in page


def test_nothing_at_all_is_still_a_chart() -> None:
    assert "No cases were judged yet." in drawn(kept_by_week([], title="Calls"))


def test_a_chart_needs_no_inline_style() -> None:
    assert "style=" not in drawn(kept_by_week(POINTS, title="Calls", target=0.9))


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 50), st.floats(0, 1), st.floats(0, 1)),
        min_size=1,
        max_size=60,
    ),
    st.none() | st.floats(0, 1),
)
def test_every_mark_stays_inside_the_frame(
    weeks: list[tuple[int, int, float, float]], target: float | None
) -> None:
    points = []
    for number, (kept, missed, one, two) in enumerate(weeks):
        n = kept + missed
        value = kept / n if n else 0.5
        points.append(Point(str(number), kept, n, min(one, value), max(two, value)))
    chart = kept_by_week(points, title="Calls", target=target)
    for bar in chart.bars:
        if bar.n:
            assert TOP - 1 <= bar.top <= bar.y + 0.2
            assert bar.y <= bar.top + bar.height + 1.2
            assert bar.top + bar.height <= BOTTOM + 1.2
    assert any(bar.shows_label for bar in chart.bars)


class Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.open.append(tag)

    def handle_startendtag(self, _tag: str, _attributes: object) -> None:
        """Nothing stays open."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_markup_of_a_chart_is_balanced() -> None:
    reader = Balanced()
    reader.feed(drawn(kept_by_week(POINTS, title="A < B & C", target=0.9)))
    assert reader.open == []

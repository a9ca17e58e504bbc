"""Charts as geometry; the template `parts/chart.html` draws them as SVG with a table beside."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword_web.parts.wording import share

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 48, 712, 20, 244
NARROWEST_LABEL = 56


@dataclass(frozen=True, slots=True)
class Point:
    """A week: how many were kept of `n`, with the interval of the share (0 to 1).

    `is_running` is a week that has not closed: its share is "so far".
    """

    label: str
    kept: int
    n: int
    low: float = 0.0
    high: float = 1.0
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A point with its place in the drawing."""

    label: str
    kept: int
    n: int
    is_running: bool
    x: float
    width: float
    middle: float
    y: float
    top: float
    height: float
    shows_label: bool
    share_label: str
    interval_label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line with its label."""

    y: float
    text_y: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All that the template draws. `summary` says in words what the drawing shows."""

    id: str
    title: str
    summary: str
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    target: Line | None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    left_text: int = LEFT - 8
    label_y: int = BOTTOM + 22
    count_y: int = BOTTOM + 40


def kept_by_week(
    points: Sequence[Point], *, title: str, target: float | None = None, chart_id: str = "kept"
) -> Chart:
    """Return the chart of the share kept, week by week, each with its interval and its n.

    The axis starts at 0 or at a round share below every interval, and says so in its labels. A
    week without cases has neither dot nor interval: nothing is not a hundred percent.
    """
    seen = [point for point in points if point.n]
    lowest = min([*(point.low for point in seen), target or 1.0, 0.8])
    floor = 0.0 if lowest < 0.5 else math.floor(lowest * 10) / 10
    return Chart(
        id=chart_id,
        title=title,
        summary=_summary(seen, target),
        bars=tuple(_bar(index, point, len(points), floor) for index, point in enumerate(points)),
        lines=tuple(_line(value, floor) for value in (floor, floor + (1 - floor) / 2, 1.0)),
        target=None if target is None else _target(target, floor),
    )


def _place(value: float, floor: float) -> float:
    return round(BOTTOM - (value - floor) / (1 - floor) * (BOTTOM - TOP), 1)


def _line(value: float, floor: float) -> Line:
    y = _place(value, floor)
    return Line(y, y + 4, share(value))


def _target(value: float, floor: float) -> Line:
    y = _place(value, floor)
    return Line(y, y - 6, _("promised: %(share)s") % {"share": share(value)})


def _bar(index: int, point: Point, count: int, floor: float) -> Bar:
    step = (RIGHT - LEFT) / count
    width = min(28.0, step * 0.6)
    middle = LEFT + step * (index + 0.5)
    value = point.kept / point.n if point.n else 0.0
    top, foot = _place(point.high, floor), _place(point.low, floor)
    every = math.ceil(NARROWEST_LABEL / step)
    return Bar(
        label=point.label,
        kept=point.kept,
        n=point.n,
        is_running=point.is_running,
        x=round(middle - width / 2, 1),
        width=round(width, 1),
        middle=round(middle, 1),
        y=_place(value, floor),
        top=top,
        height=round(max(foot - top, 1.0), 1),
        shows_label=(count - 1 - index) % every == 0,
        share_label=share(value) if point.n else "–",
        interval_label=f"{share(point.low)} – {share(point.high)}" if point.n else "–",
    )


def _summary(seen: Sequence[Point], target: float | None) -> str:
    if not seen:
        return _("No cases were judged yet.")
    kept, n = sum(point.kept for point in seen), sum(point.n for point in seen)
    words = ngettext(
        "%(kept)d of %(n)d kept in one week.",
        "%(kept)d of %(n)d kept in %(weeks)d weeks.",
        len(seen),
    ) % {"kept": kept, "n": n, "weeks": len(seen)}
    last = seen[-1]
    words += " " + _("The latest week, %(label)s: %(share)s of %(n)d.") % {
        "label": last.label,
        "share": share(last.kept / last.n),
        "n": last.n,
    }
    if target is not None:
        words += " " + _("Promised: %(share)s.") % {"share": share(target)}
    return words

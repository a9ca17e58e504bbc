"""The share kept by promised length, drawn as SVG: it prints, and it can be read aloud."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_WIDTH, _LEFT, _RIGHT, _TOP, _FOOT = 720, 52, 704, 44, 250
_LINE = 22
_STYLE = (
    ".curve{color-scheme:light dark;color:#1d1d1f}"
    "@media(prefers-color-scheme:dark){.curve{color:#ececf0}}"
    ".curve text{font:13px system-ui,sans-serif;fill:currentColor}"
)


@dataclass(frozen=True, slots=True)
class Dot:
    """A promised length, the share that was kept with it, and the interval of that share."""

    label: str
    share: float
    low: float
    high: float
    is_chosen: bool = False


def curve_svg(dots: Sequence[Dot], *, title: str, summary: str, target: float) -> str:
    """Return the drawing with its title, its description, and its numbers as a table below.

    Lengths stand side by side at equal distances, shortest first; the axis goes from 0 to 100%.
    It is dark on light, or light on dark where the reader's screen is dark.
    """
    height = _FOOT + 40 + _LINE * (len(dots) + 1) + 12
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="curve" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" role="group" aria-labelledby="curve-title" '
        'aria-describedby="curve-summary">'
    )
    parts = [
        head,
        f'<title id="curve-title">{escape(title)}</title>',
        f'<desc id="curve-summary">{escape(summary)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<text x="{_LEFT}" y="20" font-weight="600">{escape(title)}</text>',
        '<g role="img" aria-labelledby="curve-summary" fill="none" stroke="currentColor">',
        *_axis(target),
        *_stair(dots),
        "</g>",
        *_labels(dots, target),
        *_table(dots, _FOOT + 40),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axis(target: float) -> list[str]:
    lines = [
        f'<path d="M{_LEFT} {_y(value)}H{_RIGHT}" stroke-opacity="0.25"/>' for value in (0, 0.5, 1)
    ]
    return [*lines, f'<path d="M{_LEFT} {_y(target)}H{_RIGHT}" stroke-dasharray="6 4"/>']


def _stair(dots: Sequence[Dot]) -> list[str]:
    points = " ".join(f"{_x(place, len(dots))},{_y(dot.share)}" for place, dot in enumerate(dots))
    drawn = [f'<polyline points="{points}" stroke-width="2"/>']
    for place, dot in enumerate(dots):
        x = _x(place, len(dots))
        drawn.append(
            f'<path d="M{x} {_y(dot.low)}V{_y(dot.high)}" stroke-width="6" stroke-opacity="0.35"/>'
        )
        size, fill = (7, "none") if dot.is_chosen else (3.5, "currentColor")
        drawn.append(f'<circle cx="{x}" cy="{_y(dot.share)}" r="{size}" fill="{fill}"/>')
    return drawn


def _labels(dots: Sequence[Dot], target: float) -> list[str]:
    drawn = [
        f'<text x="{_LEFT - 8}" y="{_y(value) + 4}" text-anchor="end" aria-hidden="true">'
        f"{value:.0%}</text>"
        for value in (0.0, 0.5, 1.0)
    ]
    drawn.append(
        f'<text x="{_LEFT + 4}" y="{_y(target) - 6}" aria-hidden="true">wanted: {_percent(target)}'
        "</text>"
    )
    every = max(-(-len(dots) // 7), 1)
    chosen = next((place for place, dot in enumerate(dots) if dot.is_chosen), None)
    for place, dot in enumerate(dots):
        is_clear = chosen is None or abs(place - chosen) >= every
        if dot.is_chosen or (place % every == 0 and is_clear):
            drawn.append(
                f'<text x="{_x(place, len(dots))}" y="{_FOOT + 20}" text-anchor="middle" '
                f'aria-hidden="true">{escape(_short(dot.label))}</text>'
            )
    return drawn


def _table(dots: Sequence[Dot], top: float) -> list[str]:
    heads = ("Promised", "Share kept", "95% interval")
    rows = [_row(heads, top + _LINE, "columnheader")]
    for place, dot in enumerate(dots):
        name = f"{dot.label} (shortest proven)" if dot.is_chosen else dot.label
        cells = name, f"{dot.share:.1%}", f"{dot.low:.1%} to {dot.high:.1%}"
        rows.append(_row(cells, top + _LINE * (place + 2), "cell"))
    return ['<g role="table" aria-label="The same numbers">', *rows, "</g>"]


def _row(cells: Sequence[str], y: float, role: str) -> str:
    weight = ' font-weight="600"' if role == "columnheader" else ""
    shown = "".join(
        f'<text role="{role}" x="{x}" y="{y}"{weight}>{escape(cell)}</text>'
        for x, cell in zip((_LEFT, 320, 440), cells, strict=True)
    )
    return f'<g role="row">{shown}</g>'


def _short(label: str) -> str:
    """Return a label that fits below its dot: the table has it whole."""
    words = {"working ": "w. ", "minute": "min", "calendar ": ""}
    for long, short in words.items():
        label = label.replace(f"{long}s", short).replace(long, short)
    return label


def _percent(share: float) -> str:
    return f"{share * 100:g}%"


def _x(place: int, number: int) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * (place + 0.5) / max(number, 1), 1)


def _y(share: float) -> float:
    return round(_FOOT - (_FOOT - _TOP) * share, 1)

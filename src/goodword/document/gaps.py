"""What stands between the parts of a text, so that it can be written again as it was."""

from dataclasses import replace

from goodword.policy.policy import ClauseText, Part, Prose, Section


def with_gaps(sections: tuple[Section, ...], source: str) -> tuple[Section, ...]:
    """Return the sections with every character of `source` in a heading, a part or a gap."""
    starts = [section.span.start for section in sections]
    ends = [*starts[1:], len(source)]
    filled = []
    for place, (section, end) in enumerate(zip(sections, ends, strict=True)):
        start = section.span.start if place else 0
        spots = _spots(section.parts, source, start)
        firsts = [*(spot for spot, _ in spots), end]
        parts = tuple(
            _with_gap(part, source[stop:following])
            for part, (_, stop), following in zip(section.parts, spots, firsts[1:], strict=True)
        )
        filled.append(replace(section, parts=parts, heading=source[start : firsts[0]]))
    return tuple(filled)


def _with_gap(part: Part, gap: str) -> Part:
    if isinstance(part, Prose):
        return Prose(part.text, part.span, gap)
    return ClauseText(part.ids, part.text, part.span, gap)


def _spots(parts: tuple[Part, ...], source: str, start: int) -> list[tuple[int, int]]:
    """Return where each part's text begins and ends."""
    spots = []
    for part in parts:
        at = source.index(part.text, max(start, part.span.start))
        start = at + len(part.text)
        spots.append((at, start))
    return spots

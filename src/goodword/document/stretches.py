"""A section's text in stretches: prose, and what holds clauses."""

import re
from collections import Counter

from goodword.document.blocks import BlockKind
from goodword.document.opened import Opened, ReadLine
from goodword.policy.policy import ClauseText, Part, Prose
from goodword.span import Span

_BLANK = re.compile(r"\n\r?\n|\r\r")


def stretches(
    done: list[ReadLine], one: Opened, source: str, *, grouped: Span | None = None
) -> tuple[Part, ...]:
    """Return the section's text in stretches: prose, and what holds clauses."""
    others, headers = one.others, tuple(one.headers.values())
    marks: list[tuple[Span, tuple[str, ...]]] = []
    for each in done:
        line = each.line
        if line.block.kind in {BlockKind.ITEM, BlockKind.ROW} or (
            grouped and each.ids and line.block.span.start >= grouped.start
        ):
            span = line.block.span
        else:
            own = line.text.span()
            span = Span(own.start, own.end)
        if line.block.kind is BlockKind.PARAGRAPH:
            own = line.text.span()
            first = source[line.block.span.start : own.start].strip("*_`[> \n") == ""
            last = source[own.end : line.block.span.end].strip("*_`]> \n") == ""
            span = Span(
                line.block.span.start if first else own.start,
                line.block.span.end if last else own.end,
            )
        marks.append((span, each.ids))
    marks.extend((block.span, ()) for block in others)
    marks.extend((header.span, ()) for header in headers)
    marks.sort(key=lambda mark: mark[0])
    merged: list[tuple[int, int, list[str], str]] = []
    groups, shared = _groups(done), _shared(done)
    groups.update(
        {(header.span.start, header.span.end): f"row-{header.group}" for header in headers}
    )
    for span, ids in marks:
        key = groups.get((span.start, span.end), "")
        if grouped and grouped.start <= span.start < grouped.end:
            key = "situation"
        key = key or next((f"moment-{each}" for each in ids if each in shared), "")
        if merged and (
            (key and merged[-1][3] == key)
            or (
                not ids
                and not merged[-1][2]
                and not key
                and not merged[-1][3]
                and not _BLANK.search(source, merged[-1][1], span.start)
            )
            or span.start < merged[-1][1]
        ):
            start, end, known, old = merged[-1]
            merged[-1] = (
                start,
                max(end, span.end),
                [*known, *(each for each in ids if each not in known)],
                old,
            )
        else:
            merged.append((span.start, span.end, list(ids), key))
    parts: list[Part] = []
    for start, end, named, _ in merged:
        text = source[start:end].strip("\r\n")
        if not text.strip():
            continue
        span = Span(start, end)
        parts.append(ClauseText(tuple(named), text, span) if named else Prose(text, span))
    return tuple(parts)


def _groups(done: list[ReadLine]) -> dict[tuple[int, int], str]:
    """Return which stretches stay together: a table, a numbered list, a list with its lead-in."""
    groups: dict[tuple[int, int], str] = {}
    for each in done:
        block = each.line.block
        place = (block.span.start, block.span.end)
        if block.kind is BlockKind.ROW or (
            block.kind is BlockKind.ITEM and (block.number or each.line.lead or block.depth > 1)
        ):
            name = "row" if block.kind is BlockKind.ROW else "list"
            groups[place] = f"{name}-{block.group}"
    return groups


def _shared(done: list[ReadLine]) -> frozenset[str]:
    """Return the clauses that several lines tell together, each line a step of one moment."""
    count = Counter(each for one in done for each in one.ids)
    return frozenset(each for each, lines in count.items() if lines > 1)

"""From a reading to what one audience reads."""

import re
from collections.abc import Iterator

from goodword.document.echo import echo
from goodword.document.reading import Reading, Sentence
from goodword.policy.clause import Audience
from goodword.policy.policy import Section
from goodword.publishing.confidential import is_withheld
from goodword.publishing.handbook import Handbook, HandbookSection, LiveSentence, Paragraph
from goodword.span import Span

_FENCE = re.compile(r"^[ \t]*(?:```|~~~)")
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE = re.compile(r"^[ ]{0,3}(?:=+|-+)[ \t]*$")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+|^[ \t]*\|")


def handbook(reading: Reading, audience: Audience) -> Handbook:
    """Return what `audience` reads, with every live sentence marked.

    The team reads everything. The public reads public sections only, without the sentences in
    them that are for the team; authority limits and safety steps are never among them.
    """
    sections = []
    for section in reading.policy.sections:
        if audience is Audience.PUBLIC and section.audience is not Audience.PUBLIC:
            continue
        paragraphs = tuple(_paragraphs(reading, section, audience))
        if paragraphs or section.title:
            sections.append(
                HandbookSection(
                    section.slug, section.title, section.level, section.audience, paragraphs
                )
            )
    return Handbook(
        title=reading.policy.title,
        organisation=reading.policy.organisation,
        audience=audience,
        sections=tuple(_without_empty(sections, audience)),
    )


def _without_empty(
    sections: list[HandbookSection], audience: Audience
) -> Iterator[HandbookSection]:
    """Leave out headings under which the public would find nothing."""
    for number, section in enumerate(sections):
        followed = number + 1 < len(sections) and sections[number + 1].level > section.level
        if section.paragraphs or followed or audience is Audience.TEAM:
            yield section


def _paragraphs(reading: Reading, section: Section, audience: Audience) -> Iterator[Paragraph]:
    inside = [
        one for one in reading.sentences if section.span.start <= one.span.start < section.span.end
    ]
    for span in blocks(reading.text, section.span):
        sentences = [one for one in inside if span.start <= one.span.start < span.end]
        held = (
            [one for one in sentences if is_withheld(one, reading)]
            if audience is Audience.PUBLIC
            else []
        )
        if held and len(held) == len(sentences):
            continue
        yield _paragraph(reading, span, sentences, held)


def blocks(text: str, span: Span) -> Iterator[Span]:
    """Yield the stretches between blank lines, without headings; code stays in one piece."""
    start: int | None = None
    end = offset = span.start
    in_code = False
    for line in span.of(text).splitlines(keepends=True):
        is_fence = _FENCE.match(line) is not None
        breaks = not in_code and (not line.strip() or _HEADING.match(line) is not None)
        if (
            not in_code
            and start is not None
            and _UNDERLINE.match(line)
            and _is_one_line(text, start, end)
        ):
            start, breaks = None, True  # the line before was a heading
        if breaks:
            if start is not None:
                yield Span(start, end)
            start = None
        else:
            start = offset if start is None else start
            end = offset + len(line.rstrip())
        in_code = in_code != is_fence
        offset += len(line)
    if start is not None:
        yield Span(start, end)


def _is_one_line(text: str, start: int, end: int) -> bool:
    return "\n" not in text[start:end] and _ITEM.match(text[start:end]) is None


def _paragraph(
    reading: Reading, span: Span, sentences: list[Sentence], held: list[Sentence]
) -> Paragraph:
    """Return the paragraph without what is held back, its live sentences at their new places."""
    cuts = sorted(_cut(reading.text, one.span, span) for one in held)
    kept: list[tuple[int, int]] = []
    cursor = span.start
    for start, end in cuts:
        if start > cursor:
            kept.append((cursor, start))
        cursor = max(cursor, end)
    kept.append((cursor, span.end))
    text = "".join(reading.text[start:end] for start, end in kept)

    def moved(offset: int) -> int:
        return sum(max(0, min(end, offset) - start) for start, end in kept if start < offset)

    live = tuple(
        LiveSentence(
            Span(moved(one.span.start), moved(min(one.span.end, span.end))),
            one.clause_ids,
            tuple(
                echo(clause, reading.policy)
                for clause_id in one.clause_ids
                if (clause := reading.policy.clause(clause_id)) is not None
            ),
        )
        for one in sentences
        if one.clause_ids and one not in held
    )
    return Paragraph(text.rstrip(), span, live)


def _cut(text: str, sentence: Span, block: Span) -> tuple[int, int]:
    """Return what goes with a sentence: its whole line in a list or a table, else itself."""
    start = max(text.rfind("\n", 0, sentence.start) + 1, block.start)
    if _ITEM.match(text[start : sentence.end]):
        end = text.find("\n", sentence.end)
        return start, block.end if end < 0 or end >= block.end else end + 1
    end = sentence.end
    while end < block.end and text[end] in " \t\n":
        end += 1
    return sentence.start, end

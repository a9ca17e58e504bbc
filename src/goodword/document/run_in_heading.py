"""A heading in bold that a paragraph begins with: "**Rent and deposits.** Rent received is …"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from goodword.document.blocks import BlockKind
from goodword.document.bold_heading import names_a_subject
from goodword.document.sentences import Line
from goodword.document.setting import Setting
from goodword.language.cued import Cued

_RUN_IN = Cued(
    r"(?P<mark>\*\*|__)(?P<words>[A-Z][^*_\n.:;!?]{2,60})(?:[.?](?P=mark)|(?P=mark)\.)[ \t]+(?=\S)",
    "**|__",
)


def with_run_in_headings(lines: Iterable[Line], source: str) -> Iterator[Line]:
    """Yield the lines of a section, each under the last heading that a paragraph began with."""
    under, place = "", -1
    for line in lines:
        block = line.block
        if block.span.start != place:
            place = block.span.start
            if block.kind is BlockKind.PARAGRAPH and not block.depth:
                found = _RUN_IN.match(source, place)
                if found is not None and names_a_subject(found["words"]):
                    under = found["words"].strip()
        yield replace(line, under=under) if under else line


def under(line: Line, setting: Setting) -> Setting:
    """Return what a line is read under: a heading of its own goes before that of the section."""
    return replace(setting, heading=line.under) if line.under else setting

"""A line of its own in bold is a heading, as documents from a word processor have them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goodword.document.block import Block, BlockKind
from goodword.language.cued import Cued

_BOLD = Cued(
    r"(?P<mark>\*\*|__)(?P<words>[^*_\n]{2,60}[^*_\n\s.,;:!])(?P=mark)",
    "**|__",
)
# A sentence in bold says something of its own: "**We never share your data**".
_SAYS = re.compile(
    r"(?i)(?:we|i|you|please|no|never|do not|don't|nobody|no one|always|staff|all staff|everyone|"
    r"every|any|anyone|example|emails?|calls?|complaints? (?:is|are|will|must|get))\b.* "
)
_MOST_WORDS = 8
_DEEPEST = 6


def with_bold_headings(blocks: Iterable[Block], source: str) -> Iterator[Block]:
    """Yield blocks, each paragraph that is all bold and short as a heading below the last one."""
    level = 1
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            level = block.depth
        elif block.kind is BlockKind.PARAGRAPH and not block.depth and _is_heading(block, source):
            yield replace(block, kind=BlockKind.HEADING, depth=min(level + 1, _DEEPEST))
            continue
        yield block


def _is_heading(block: Block, source: str) -> bool:
    found = _BOLD.fullmatch(block.span.of(source).strip())
    return found is not None and names_a_subject(found["words"])


def names_a_subject(words: str) -> bool:
    """Whether words in bold only name what stands below them."""
    return len(words.split()) <= _MOST_WORDS and _SAYS.match(words) is None

"""The text as a reader of the page sees it, with every character still in its place."""

import re
from bisect import bisect_right

from goodword.document.reading import Reading, Sentence
from goodword.language.memory import remembered
from goodword.span import Span

_HIDDEN = re.compile(
    r"<!--.*?-->"  # comments
    r"|^(?:```|~~~).*?^(?:```|~~~)[^\n]*$"  # code between fences
    r"|`[^`\n]+`"  # code in a line
    r"|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)"  # where links lead
    r"|<https?://[^>\s]+>|\bhttps?://[^\s)>\]]+"  # addresses
    r"|\{#[\w-]+\}",  # anchors
    re.DOTALL | re.MULTILINE,
)
_FORBIDDEN_WORDS = re.compile(
    r"""(?:\b(?:do\ not|don['’]t|never|not|avoid|instead\ of)\s+(?:say(?:ing)?|write|writing)?\s*
    (?:[:,]\s*)?)(["“][^"”\n]*["”](?:(?:,|\s+or|\s+and|,\s+or)\s*["“][^"”\n]*["”])*)""",
    re.IGNORECASE | re.VERBOSE,
)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


@remembered(4)
def visible(text: str) -> str:
    """Return the text with comments, code, anchors and link addresses blanked out.

    Offsets stay those of the source.
    """
    return _HIDDEN.sub(_blank, text)


@remembered(4)
def spoken_for(text: str) -> str:
    """Return the visible text without the phrases that it tells people not to say."""

    def mask(match: re.Match[str]) -> str:
        start = match.start(1) - match.start()
        return match.group()[:start] + " " * len(match.group(1))

    return _FORBIDDEN_WORDS.sub(mask, visible(text))


def sentence_over(reading: Reading, span: Span) -> Sentence | None:
    """Return the sentence in which a span begins, if it begins in one. O(log n)."""
    after = bisect_right(reading.sentences, span.start, key=lambda one: one.span.start)
    if after and span.start < reading.sentences[after - 1].span.end:
        return reading.sentences[after - 1]
    return None

"""A paragraph of the policy as HTML, with the sentences that run marked in it."""

import re
from dataclasses import dataclass

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from marko import Markdown

from goodword.publishing.handbook import LiveSentence, Paragraph

# Private-use characters: no author types them, no renderer changes them.
_OPEN, _CLOSE, _END = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"{_OPEN}(\\d+){_END}|{_CLOSE}")
_TAGS = {
    "p", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "a", "br", "del",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a sentence that runs: its clause, and what Goodword understood."""

    clause_id: str
    echo: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph ready to show, with the notes that stand beside it."""

    html: SafeString
    notes: tuple[Note, ...]


def new_renderer() -> Markdown:
    """Return what turns Markdown into HTML; making one costs as much as using it: one a page."""
    return Markdown(extensions=["gfm"])


def passage(paragraph: Paragraph, renderer: Markdown) -> Passage:
    """Return the paragraph as safe HTML; only text styles stay of its markup."""
    marked = _with_marks(paragraph)
    page = renderer.convert(marked)
    clean = nh3.clean(page, tags=_TAGS, attributes={"a": {"href"}}, link_rel="noopener nofollow")
    html = _MARKS.sub(lambda mark: _element(mark, paragraph.live), clean)
    notes = tuple(
        Note(clause_id, echo)
        for sentence in paragraph.live
        for clause_id, echo in zip(sentence.clause_ids, sentence.echoes, strict=False)
    )
    return Passage(mark_safe(html), notes)  # noqa: S308  (cleaned above, marks escaped below)


def _with_marks(paragraph: Paragraph) -> str:
    text = paragraph.text
    for number, sentence in reversed(list(enumerate(paragraph.live))):
        start, end = sentence.span.start, sentence.span.end
        words = text[start:end]
        if "|" in words or "\n" in words:
            continue  # a row or a list cannot be wrapped; its note stands beside it all the same
        text = f"{text[:start]}{_OPEN}{number}{_END}{words}{_CLOSE}{text[end:]}"
    return text


def _element(mark: re.Match[str], live: tuple[LiveSentence, ...]) -> str:
    if mark[1] is None:
        return "</span>"
    ids = live[int(mark[1])].clause_ids
    return format_html('<span class="live" data-clause="{}">', ids[0] if ids else "")

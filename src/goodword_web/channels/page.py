"""Pure: the words of an HTML mail."""

import re
from html import unescape

import nh3

_BREAKS = frozenset(
    {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote", "hr"}
)
_SPACES = re.compile(r"\s+")
_TAG = re.compile(r"<[^>]*>")
_UNSEEN = frozenset({"script", "style", "title", "template"})


def text_of_page(page: str) -> str:
    """Return what somebody would read on the page, a line for each block; no markup runs."""
    # Pages as broken as mail brings them take the standard library's parser minutes, or stop it.
    whole = nh3.clean(page, tags=set(_BREAKS), clean_content_tags=set(_UNSEEN), attributes={})
    lines = unescape(_TAG.sub("\n", _SPACES.sub(" ", whole))).split("\n")
    return "\n".join(line for line in (" ".join(one.split()) for one in lines) if line)

"""Pure: what somebody wrote now, without the mail that they answer."""

import re

from mailparser_reply import EmailReplyParser

_MARKERS = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:original message|ursprüngliche nachricht|message d'origine|"
    r"mensaje original|messaggio originale)[ \t]*-{2,}|_{10,}|"
    r"-{2,}[ \t]*reply above this line[ \t]*-{2,})",
    re.IGNORECASE | re.MULTILINE,
)
_PARSER = EmailReplyParser(languages=["en", "de", "fr", "es", "it", "nl"])
# The parser's patterns are slow on very long texts, and nobody quotes by hand in those.
_LONG = 50_000
_BLANKS = re.compile(r"\s{300}")


def without_quotes(text: str) -> str:
    """Return the new words of a mail; empty where everything is a quotation."""
    is_slow = len(text) > _LONG or _BLANKS.search(text) is not None
    head = text if is_slow else (_PARSER.parse_reply(text=text) or "")
    marker = _MARKERS.search(head)
    if marker:
        head = head[: marker.start()]
    return _before_first_quote(head).strip()


def _before_first_quote(text: str) -> str:
    """Cut at the first `>` block that ends the text, with the paragraph before it ending in `:`."""
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.lstrip().startswith(">")), None)
    if first is None or any(
        line.strip() and not line.lstrip().startswith(">") for line in lines[first:]
    ):
        return text
    kept = lines[:first]
    while kept and not kept[-1].strip():
        kept.pop()
    if kept and kept[-1].rstrip().endswith(":"):
        while kept and kept[-1].strip():
            kept.pop()
    return "\n".join(kept)

"""Characters that word processors put in, as a keyboard writes them."""

import re

# Left out: soft hyphens, marks of width and direction, and byte order marks.
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
_LETTERS = {
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u2011": "-",
    "\u2028": "\n",
    "\u2029": "\n\n",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "\r\n": "\n",
    "\r": "\n",
}
_ODD = re.compile("|".join(re.escape(letters) for letters in _LETTERS))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Bullets that word processors draw; those of symbol fonts come from the private area.
BULLET = re.compile(
    r"^(?P<indent>[ \t]*)(?:[•●○◦▪■□‣⁃∙·➢►\uf0b7\uf0a7\uf0d8\uf076]|o(?=[ \t]+[A-Z]))[ \t]*"
)


def even_text(text: str) -> str:
    """Return the text with straight quotes and plain spaces, and without what cannot be seen."""
    plain = _ODD.sub(lambda found: _LETTERS[found[0]], text.translate(_UNSEEN))
    return _CONTROL.sub(" ", plain)

"""Pure: telling texts apart."""

import hashlib


def sha256_of(text: str) -> str:
    """Return the hash by which a text's reading is cached and a version is told apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def storable(text: str) -> str:
    """Return the text as every database can keep it: no NUL, one kind of line end."""
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}").replace("\r\n", "\n")

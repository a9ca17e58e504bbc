"""Text made even for matching, character for character, so that places stay what they were."""

from goodword.language.memory import remembered

_EVEN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\f": " ",
        "\v": " ",
    }
)


@remembered(4_096)
def even(text: str) -> str:
    """Return the text with plain quotes, hyphens and spaces; its length is unchanged."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_EVEN)


@remembered(4_096)
def normal(text: str) -> str:
    """Return the text even and in small letters; its length is unchanged."""
    flat = even(text)
    low = flat.lower()
    if len(low) == len(flat):
        return low
    # "İ" and a few others grow when made small; they stay as they are.
    return "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in flat)

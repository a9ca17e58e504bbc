"""The first words of a sentence, so that it is known again without being read again."""

MARKS = " \t|*_>#-"


def quoted(words: str, room: int = 40) -> str:
    """Return the first words in quotation marks, in at most `room` characters and two marks."""
    plain = " ".join(words.split()).strip(MARKS)
    if len(plain) <= room:
        return f'"{plain}"'
    cut = plain[: room - 1]
    kept = cut[: cut.rfind(" ")] if " " in cut[room // 2 :] else cut
    return f'"{kept.rstrip(" ,.;:")}…"'

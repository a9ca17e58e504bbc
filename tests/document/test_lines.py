"""Lines that people break by hand are lines: labels with a value, and typed bullets."""

from goodword.document.read import read
from goodword.document.reading import SentenceState


def lines(text: str) -> list[tuple[str, bool]]:
    """Return each sentence of a text below a title, with whether it is live."""
    return [
        (one.text, one.state is SentenceState.LIVE) for one in read(f"# Shop\n\n{text}\n").sentences
    ]


def test_labels_with_a_value_are_a_sentence_a_line() -> None:
    text = "Our response times:\n\nEmail: 2 working days\nPhone: answered within 20 seconds"
    assert lines(text) == [
        ("Our response times:", False),
        ("Email: 2 working days", True),
        ("Phone: answered within 20 seconds", True),
    ]


def test_a_first_line_that_leads_in_goes_on_in_each_line_below() -> None:
    text = "We promise to:\n• answer your call within 20 seconds\n• treat you with respect"
    assert lines(text) == [
        ("We promise to:", False),
        ("We promise to answer your call within 20 seconds", True),
        ("We promise to treat you with respect", False),
    ]


def test_prose_wrapped_by_hand_stays_whole() -> None:
    text = "We write lines that end where\nThe page ends: nothing more.\nEmail us at noon."
    assert [one for one, _ in lines(text)] == [
        "We write lines that end where The page ends: nothing more.",
        "Email us at noon.",
    ]


def test_places_of_broken_lines_are_their_own() -> None:
    text = "# Shop\n\nEmail: 2 days\r\nChat: promptly\n"
    reading = read(text)
    assert [one.span.of(text) for one in reading.sentences] == ["Email: 2 days", "Chat: promptly"]

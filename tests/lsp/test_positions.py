"""Places as editors count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from goodword.lsp.positions import UTF8, UTF16, UTF32, Lines
from goodword.span import Span

TEXT = "Wir öffnen 👋 um 9.\r\nWe reply.\n🙂🙂 end"


@pytest.mark.parametrize(
    ("encoding", "unit"), [(UTF16, 13), (UTF8, 16), (UTF32, 12)], ids=["utf-16", "utf-8", "utf-32"]
)
def test_an_emoji_and_an_accent_count_as_the_encoding_says(encoding: str, unit: int) -> None:
    lines = Lines(TEXT, encoding)
    offset = TEXT.index(" um")
    assert lines.position(offset) == (0, unit)
    assert lines.offset(0, unit) == offset


def test_every_kind_of_line_end_begins_a_line() -> None:
    lines = Lines("a\r\nb\rc\nd")
    assert [lines.position(offset) for offset in (0, 3, 5, 7)] == [(0, 0), (1, 0), (2, 0), (3, 0)]


def test_what_unicode_alone_calls_a_line_end_is_none_to_an_editor() -> None:
    assert Lines("a\u2028b\x0cc").position(4) == (0, 4)


def test_places_beyond_the_text_are_its_ends() -> None:
    lines = Lines("one\ntwo")
    assert lines.offset(0, 99) == 3
    assert lines.offset(9, 0) == 7
    assert lines.offset(-1, 5) == 0
    assert lines.position(99) == (1, 3)


def test_a_place_inside_a_character_is_its_start() -> None:
    assert Lines("🙂x").offset(0, 1) == 0


def test_a_span_given_backwards_is_the_same_span() -> None:
    assert Lines("abc").span((0, 2), (0, 1)) == Span(1, 2)


@given(st.text(alphabet="aé👋\n\r ", max_size=40), st.data())
def test_there_and_back_is_the_same_place(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    for encoding in (UTF8, UTF16, UTF32):
        lines = Lines(text, encoding)
        back = lines.offset(*lines.position(offset))
        # Inside "\r\n" there is no place: it is the end of the line.
        assert back == (offset - 1 if text[max(0, offset - 1) : offset + 1] == "\r\n" else offset)


@given(st.text(alphabet="aé👋\n ", max_size=40), st.data())
def test_the_protocol_s_own_library_agrees(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, unit = Lines(text).position(offset)
    held = text.split("\n")
    codec = PositionCodec()
    told = codec.position_from_client_units(
        [f"{one}\n" for one in held], types.Position(line, unit)
    )
    assert sum(len(one) + 1 for one in held[:line]) + told.character == offset

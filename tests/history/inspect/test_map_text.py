"""A map that is written reads back as the same map."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.history.column_map import ColumnMap, States, read_column_map
from goodword.history.guess.map_text import map_text

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda word: word != "#line"
)
MAPS = st.builds(
    ColumnMap,
    path=st.just("map.toml"),
    zone=st.sampled_from([None, "Europe/London"]),
    dates=st.just(("%d/%m/%Y %H:%M", "iso")),
    missing=st.frozensets(WORDS, max_size=3).map(lambda words: words | {""}),
    columns=st.builds(
        lambda case, opened, channel: {"case": case, "opened": opened, "channel": channel},
        WORDS,
        WORDS,
        WORDS,
    ),
    values=st.dictionaries(st.just("channel"), st.dictionaries(WORDS, WORDS, min_size=1)),
    own=st.dictionaries(WORDS, st.frozensets(WORDS, min_size=1), max_size=2),
    void=st.dictionaries(WORDS, st.frozensets(WORDS, min_size=1), max_size=2),
    due=st.none() | WORDS,
    states=st.none()
    | st.builds(States, waiting=st.frozensets(WORDS), resolved=st.frozensets(WORDS)),
)


@settings(max_examples=25)
@given(MAPS, st.text())
def test_a_map_that_is_written_reads_back_as_the_same(column_map: ColumnMap, comment: str) -> None:
    text = map_text(column_map, comments=dict.fromkeys(column_map.columns.values(), comment))
    assert read_column_map(text, path="map.toml") == replace(column_map, done=None)

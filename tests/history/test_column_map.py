from pathlib import Path

import pytest

from goodword.errors import GoodwordError
from goodword.history.column_map import Shape, read_column_map

MAPS = Path(__file__).parents[2] / "examples" / "maps"
LEAST = '[columns]\ncase = "id"\nopened = "created"\n'


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_example_map_reads(path: Path) -> None:
    column_map = read_column_map(path.read_text("utf-8"), path=path.name)
    assert path.name == column_map.path


def test_the_least_map_names_the_case_and_its_opening() -> None:
    column_map = read_column_map(LEAST, path="my.toml")
    assert (Shape.CASES, None, ("iso",), frozenset({""})) == (
        column_map.shape,
        column_map.zone,
        column_map.dates,
        column_map.missing,
    )
    assert column_map.headings() == ("id", "created")


def test_what_was_done_is_the_resolution_where_the_map_does_not_say() -> None:
    column_map = read_column_map(
        LEAST + 'resolved = "solved"\n[recorded]\ndue = "sla"\n', path="my.toml"
    )
    assert (column_map.due, column_map.done) == ("sla", "solved")


def test_a_due_time_may_stand_among_the_columns() -> None:
    column_map = read_column_map(LEAST + 'closed = "end"\ndue = "sla"\n', path="my.toml")
    assert (column_map.due, column_map.done) == ("sla", "end")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("case = ", "my.toml is not a column map", "TOML"),
        ('[columns]\ncase = "id"\n', 'does not say which column is "opened"', "[columns]"),
        ('shape = "events"\n' + LEAST, 'does not say which column is "at"', "[columns]"),
        (
            'shape = "events"\n' + LEAST + 'at = "when"\ndue = "sla"\n',
            "can be read from one row a case only",
            "Leave it out",
        ),
        ('shape = "rows"\n' + LEAST, 'shape = "rows" is not known', "one row a case"),
        ('zone = "Boston"\n' + LEAST, 'no time zone "Boston"', "America/New_York"),
        ('timezone = "UTC"\n' + LEAST, 'no key "timezone"', 'Did you mean "zone"?'),
        (LEAST + 'resolve = "x"\n', 'no column "resolve"', 'Did you mean "resolved"?'),
        ("columns = 3\n", "columns should be a table", ""),
        ("dates = 3\n" + LEAST, "dates should be a list", ""),
        (LEAST + '[recorded]\nduetime = "x"\n', 'no key under [recorded] "duetime"', "due"),
    ],
)
def test_a_map_that_cannot_be_used_says_where_and_what_next(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(GoodwordError) as refusal:
        read_column_map(text, path="my.toml")
    assert refusal.value.message.startswith("my.toml")
    assert message in refusal.value.message
    assert hint in refusal.value.hint

from hypothesis import given
from hypothesis import strategies as st

from goodword.metric.suppress import FLOOR, shown


def test_teams_are_shown_from_five_people_up() -> None:
    assert frozenset({"north", "south"}) == shown({"north": 5, "south": 12})


def test_a_hidden_team_takes_the_smallest_shown_one_with_it() -> None:
    assert frozenset({"south"}) == shown({"north": 5, "south": 12, "east": 3})


def test_hidden_teams_that_together_are_enough_hide_no_other() -> None:
    assert frozenset({"south"}) == shown({"north": 4, "south": 12, "east": 3})


def test_an_empty_team_reveals_nobody() -> None:
    assert frozenset({"south"}) == shown({"south": 12, "east": 0})


def test_a_single_small_team_is_not_shown() -> None:
    assert frozenset() == shown({"east": 3})


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 20), max_size=8))
def test_subtracting_what_is_shown_from_the_total_never_leaves_one_small_group(
    sizes: dict[str, int],
) -> None:
    hidden = [size for name, size in sizes.items() if name not in shown(sizes) and size]
    assert not hidden or not shown(sizes) or (sum(hidden) >= FLOOR and len(hidden) > 1)

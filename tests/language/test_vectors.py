"""Words of like meaning stand near each other, and what is not known stands nowhere."""

import numpy as np
import pytest

from goodword.language import vectors
from goodword.language.vectors import nearness, scaled, vector_of, vector_of_stems


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [
        ("my heart is racing", "I feel panic", "the invoice is wrong"),
        ("the van is late", "the lorry is delayed", "my shirt has a stain"),
        ("somebody nicked the generator", "a machine was stolen", "the tap gives no water"),
        ("refund", "money back", "wheelchair"),
    ],
)
def test_texts_of_like_meaning_are_nearer(one: str, near: str, far: str) -> None:
    at = vector_of(one)
    assert nearness(at, vector_of(near)) > nearness(at, vector_of(far)) + 0.1


def test_a_text_stands_where_its_words_do() -> None:
    assert vector_of("The VANS!").tolist() == vector_of(["the", "vans"]).tolist()
    assert nearness(vector_of("a lorry"), vector_of("a lorry")) == pytest.approx(1)


def test_unknown_words_stand_nowhere() -> None:
    at = vector_of("qwxyz")
    assert not at.any()
    assert nearness(at, vector_of("violin")) == 0
    assert not vector_of("").any()


def test_common_words_hardly_move_a_text() -> None:
    assert nearness(vector_of("the violin"), vector_of("violin")) > 0.9


def test_zeros_stay_zeros() -> None:
    assert scaled(np.zeros(3, np.float32)).tolist() == [0, 0, 0]


def test_every_row_has_its_name() -> None:
    places, numbers = vectors._table()
    assert len(places) == len(numbers)


def test_without_the_files_nothing_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "NUMBERS", "no_such_file.npy")
    monkeypatch.setattr(vectors, "_table", vectors._table.__wrapped__)
    assert nearness(vector_of_stems(("refund",)), vector_of("refund")) == 0

"""What may be meant in a text is found in one search where many cues are known."""

import pytest

from goodword.language.sieve import MANY, Sieve

_NAMES = tuple(f"{first}{second}st" for first in "abcdefgh" for second in "aeiou")


def _sieve() -> Sieve[str]:
    more = (("short", ("rep",)), ("long", ("reply", "n't")), ("marks", ("what?",)), ("any", ()))
    return Sieve((*((name, (name,)) for name in _NAMES), *more))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("nothing of it", ["any"]),
        ("a repair", ["short", "any"]),
        ("we reply", ["short", "long", "any"]),
        ("we don't", ["long", "any"]),
        ("what? hist, bast", ["bast", "hist", "marks", "any"]),
        ("abast", ["bast", "any"]),
        ("wha\nt", ["any"]),
        ("", ["any"]),
    ],
)
def test_many_cues_are_found_at_once(text: str, meant: list[str]) -> None:
    assert len(_NAMES) >= MANY

    assert _sieve().through(text) == meant


def test_a_text_tells_the_same_by_many_cues_and_by_few() -> None:
    few = [Sieve(((name, (name,)),)) for name in _NAMES]
    text = " ".join(_NAMES[::3])

    by_few = [name for one in few for name in one.through(text)]

    assert _sieve().through(text) == [*by_few, "any"]

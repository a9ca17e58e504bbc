"""The network tells what kind a sentence is, also of words that no label holds."""

from io import BytesIO

import numpy as np
import pytest

from goodword.document.kind_shares import kind_shares
from goodword.document.sentence_marks import stems_of
from goodword.language.network import network, read_network
from goodword.language.pack import ENGLISH, pack
from goodword.language.weights import weights


def shares(sentence: str, heading: str = "", lead_in: str = "", form: str = "") -> dict[str, float]:
    told = network("kinds")
    assert told is not None
    return told.shares(stems_of(sentence), stems_of(heading), stems_of(lead_in), form)


def test_shares_of_a_sentence_are_one_together() -> None:
    found = shares("We will reply to every letter within 5 working days.", "Letters")
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=found.__getitem__) == "promise"


def test_it_knows_the_readings_of_the_table_of_weights() -> None:
    told, table = network("kinds"), weights("kinds")
    assert told is not None
    assert table is not None
    assert set(told.readings) == set(table.readings)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Nobody may take a kayak out without a life jacket.", "live"),
        ("The beekeeper may give away two jars without asking anybody.", "live"),
        ("Our grandfather opened the bakery in 1931.", "prose"),
        ("Falconry is a joy that every visitor should feel.", "prose"),
    ],
)
def test_words_of_other_trades_are_told_apart(sentence: str, kind: str) -> None:
    found = shares(sentence)
    live = 1 - found["prose"] - found["almost"]
    assert (live > found["prose"]) == (kind == "live")


def test_a_heading_a_lead_in_and_a_form_are_heard() -> None:
    bare = shares("up to $50")
    assert shares("up to $50", "Who may refund what", "The receptionist may refund:") != bare
    assert shares("up to $50", form="authority") != bare


def test_no_words_and_unknown_words_have_shares_too() -> None:
    for sentence in ("", "zzqx", "zzqx " * 500):
        assert sum(shares(sentence, form="no such form").values()) == pytest.approx(1)


def test_another_language_has_none_and_keeps_what_it_has() -> None:
    assert network("kinds", pack("de")) is None
    assert ENGLISH.content("nothing.npz") is None


def test_both_are_heard() -> None:
    sentence = "Refunds over $500 need the signature of the owner."
    both = kind_shares(sentence, "", "", "authority")
    assert sum(both.values()) == pytest.approx(1)
    assert both["authority"] > 0.9


def test_a_broken_file_says_what_is_missing() -> None:
    written = BytesIO()
    np.savez(written, words=np.zeros((1, 2), np.int8))
    with pytest.raises(ValueError, match="the network has no readings"):
        read_network(written.getvalue())

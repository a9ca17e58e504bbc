"""What no form fits is kept as a rule in its own words where its words speak for one."""

import pytest

from goodword.document.read import read
from goodword.document.reading import SentenceState
from goodword.document.understand import understand

RULES = {
    "goods left behind": ("Laundry", "Shirts left over 30 days go to charity."),
    "an hour": ("Car park", "Cars left after 9pm are clamped."),
    "how it is here": ("Campsite rules", "Generators are off by 10pm."),
    "what comes first": (
        "Nursery: our plants",
        "All stock is checked for pests before it leaves the yard.",
    ),
}
PROSE = {
    "who they are": ("Credit union", "The committee is made up of volunteers elected every year."),
    "a court": ("Stadium", "Banning orders come from a court."),
    "feelings": ("Our promise", "We love our customers and are proud of our work."),
    "how it is": ("Waterworks", "Bursts are commonest in July when the ground is cold."),
    "what was": ("Museum", "The hall was built in 1907 by the weavers."),
    "what has been": ("Choir", "We have sung together for 20 years."),
    "how long it takes": ("Ferry", "The crossing takes 40 minutes in fair weather."),
    "a price": ("Price list", "Room hire | Main hall | £45"),
    "a question": ("Laundry", "Are shirts left over 30 days given to charity?"),
}


@pytest.mark.parametrize(("heading", "sentence"), RULES.values(), ids=RULES)
def test_what_its_words_speak_for_is_a_rule_and_said_back(heading: str, sentence: str) -> None:
    said = understand(sentence, heading=heading)
    assert said["state"] == "live"
    assert [one["code"] for one in said["problems"]] == ["RD01"]
    reading = read(f"## {heading}\n\n{sentence}\n")
    assert [one.state for one in reading.sentences] == [SentenceState.LIVE]


@pytest.mark.parametrize(("heading", "sentence"), PROSE.values(), ids=PROSE)
def test_what_only_tells_stays_prose(heading: str, sentence: str) -> None:
    assert understand(sentence, heading=heading)["clauses"] == []


def test_where_nothing_stands_above_more_has_to_speak_for_a_rule() -> None:
    assert understand(RULES["goods left behind"][1])["clauses"] == []


def test_a_note_is_never_kept_as_a_rule() -> None:
    reading = read("## Laundry\n\nShirts left over 30 days go to charity. <!-- note -->\n")
    assert reading.policy.clauses == ()

"""What is only hoped or intended is an aim; what should not be is a should."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("It is our intention that a solicitor calls you back within two hours.", "aim"),
        ("It is the intention of the Trust that you are seen within twenty minutes.", "aim"),
        ("It is hoped that most cases are closed within six weeks.", "aim"),
        ("The clerk sends the letter within five days wherever that is possible.", "aim"),
        ("The wait shouldn't be more than 20 minutes.", "should"),
        ("We will reply within 3 days if you tell us of your intention to appeal.", "must"),
        ("We hope you are well; we reply within 3 days.", "must"),
    ],
)
def test_how_firmly_it_is_promised(text: str, strength: str) -> None:
    assert [one["strength"] for one in understand(text)["clauses"]] == [strength]

"""Hours of a part of the year are not taken for those of every week."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("language", "sentence", "said"),
    [
        ("es", "En julio y agosto abrimos de lunes a viernes, de 8:00 a 14:00.", "julio y agosto"),
        (
            "es",
            "Del 1 de julio al 31 de agosto abrimos de lunes a viernes, de 8:00 a 14:00.",
            "1 de julio al 31 de agosto",
        ),
        ("es", "Los sábados de verano abrimos de 9:00 a 13:00.", "verano"),
        (
            "de",
            "Im Juli und August haben wir Montag bis Freitag von 8 bis 14 Uhr geöffnet.",
            "Juli und August",
        ),
        ("de", "In den Sommerferien haben wir montags von 8 bis 12 Uhr geöffnet.", "Sommerferien"),
    ],
    ids=["es-months", "es-dates", "es-season", "de-months", "de-season"],
)
def test_it_stays_text_and_that_is_said(language: str, sentence: str, said: str) -> None:
    found = understand(sentence, language=language)
    assert found["clauses"] == []
    assert [one["code"] for one in found["problems"]] == ["TX06"]
    assert said in found["problems"][0]["message"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Abrimos de lunes a viernes, de 8:00 a 14:00."),
        ("de", "Wir haben Montag bis Freitag von 8 bis 14 Uhr geöffnet, außer an Feiertagen."),
    ],
    ids=["es", "de"],
)
def test_the_hours_of_every_week_are_counted(language: str, sentence: str) -> None:
    found = understand(sentence, language=language)
    assert found["clauses"][0]["kind"] == "hours"
    assert found["problems"] == []

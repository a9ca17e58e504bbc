"""A forecast is told in the language of the policy."""

import string
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from goodword.cli import main
from goodword.document.read import read
from goodword.policy.promise import Metric, Promise

HISTORY = Path(__file__).parents[2] / "examples" / "histories" / "riverside-autumn.csv"
POLICIES = {
    "de": "Wir haben Montag bis Freitag von 9 bis 17 Uhr geöffnet.",
    "es": "Abrimos de lunes a viernes de 9:00 a 17:00.",
}
PROMISES = {"de": "Sie könnten zusagen: ", "es": "Podría prometer: "}


def words(language: str) -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(
        (files("goodword.language") / language / "forecast.toml").read_text("utf-8")
    )


def slots(phrase: str | list[str]) -> set[str]:
    forms = [phrase] if isinstance(phrase, str) else phrase
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


@pytest.mark.parametrize("language", POLICIES)
def test_every_phrase_is_there_with_the_slots_of_the_english_one(language: str) -> None:
    ours, english = words(language), words("en")
    assert {(table, name) for table in ours for name in ours[table]} == {
        (table, name) for table in english for name in english[table]
    }
    for table, phrases in english.items():
        for name, phrase in phrases.items():
            assert slots(ours[table][name]) == slots(phrase), (table, name)


@pytest.mark.parametrize("language", POLICIES)
def test_what_could_be_promised_is_said_in_the_language_and_read_back(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    front = f"---\nlanguage: {language}\n---\n\n"
    policy = tmp_path / "policy.md"
    policy.write_text(f"{front}# Promesas\n\n{POLICIES[language]}\n", "utf-8")
    asked = "forecast", str(HISTORY), "--policy", str(policy), "--by", "none"
    main([*asked, "--metric", "first_response"])
    out = capsys.readouterr().out
    assert str(words(language)["measured"]["first_response"]) in out
    sentence = out.partition(PROMISES[language])[2].partition("\n")[0]
    (promise,) = read(f"{front}{sentence}").policy.of_kind(Promise)
    assert promise.metric is Metric.FIRST_RESPONSE
    assert promise.target is not None

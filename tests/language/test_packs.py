"""Every language pack reads the shared meanings; whole policies of each go round."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.understand import understand
from goodword.document.write import write
from goodword.language.pack import BrokenPackError, Pack, UnknownLanguageError, languages, pack

HERE = Path(__file__).parent
FIXTURE = tomllib.loads((HERE / "meanings.toml").read_text(encoding="utf-8"))
POLICIES = tuple(sorted((HERE / "policies").glob("*.md")))
CASES = [
    (code, sentence, meaning)
    for meaning in FIXTURE["meaning"]
    for code in FIXTURE["names"]
    for sentence in meaning[code]
]
USUAL = {"promise": {"strength": "must"}}


def _meant(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str) and value.startswith("@"):
        return names[value[1:]]
    return value


def _has(said: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict) and isinstance(said, dict):
        return all(_has(said.get(name), value) for name, value in wanted.items())
    return bool(said == wanted)


@pytest.mark.parametrize(
    ("code", "sentence", "meaning"), CASES, ids=[f"{code} {said[:50]}" for code, said, _ in CASES]
)
def test_a_sentence_has_the_meaning_that_all_languages_share(
    code: str, sentence: str, meaning: dict[str, Any]
) -> None:
    said = understand(sentence, language=code)
    names = FIXTURE["names"][code]
    wanted = [
        USUAL.get(clause["kind"], {})
        | {name: _meant(value, names) for name, value in clause.items()}
        for clause in meaning["clauses"]
    ]

    assert said["state"] == meaning.get("state", "live")
    assert len(said["clauses"]) == len(wanted)
    assert [
        (clause, expected)
        for clause, expected in zip(said["clauses"], wanted, strict=True)
        if not _has(clause, expected)
    ] == []
    assert {problem["code"] for problem in said["problems"]} == set(meaning.get("codes", []))
    if meaning.get("conditional"):
        assert all(clause["condition"] for clause in said["clauses"])
    if meaning.get("excepted"):
        assert said["clauses"][0]["exception"]


@pytest.mark.parametrize("code", FIXTURE["names"])
def test_the_shared_meanings_cover_the_forms_that_every_language_reads(code: str) -> None:
    read_by_examples = {51}
    covered = {one["form"] for one in FIXTURE["meaning"] if one[code]}

    assert {*range(1, 31), *range(37, 52)} - covered == read_by_examples


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_a_policy_reads_without_a_question_and_is_written_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    reading = read(text)

    assert [one.text for one in reading.sentences if one.state == "almost"] == []
    assert [one for one in reading.problems if one.severity in {"error", "warning"}] == []
    assert len(reading.policy.clauses) >= 35
    assert write(reading.policy) == text
    assert read(write(reading.policy)).policy == reading.policy


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_the_echo_of_every_clause_reads_as_the_same_clause(path: Path) -> None:
    policy = read(path.read_text(encoding="utf-8")).policy
    differ = [
        echo(clause, policy)
        for clause in policy.clauses
        if read_sentence(echo(clause, policy), policy, section=clause.section) != (clause,)
    ]

    assert differ == []


def test_werktage_are_asked_about_and_the_policys_own_words_end_the_question() -> None:
    hours = "Unsere Öffnungszeiten sind Montag bis Freitag, 9 bis 17 Uhr."
    promise = "Wir antworten innerhalb von 2 Werktagen."
    text = f"---\nlanguage: de\n---\n\n# Laden\n\n{hours}\n{promise}\n"
    plain, said = read(text), read(f"{text}Werktage sind Montag bis Freitag.\n")

    assert [one.code for one in plain.problems] == ["PR05"]
    assert said.problems == ()
    assert "(Montag bis Freitag)" in echo(plain.policy.clauses[-1], plain.policy)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("de", "Wir antworten innerhalb von 3 Tagen."), ("es", "Respondemos en un plazo de 15 días.")],
)
def test_plain_days_are_days_of_the_calendar_and_that_is_said(code: str, sentence: str) -> None:
    said = understand(sentence, language=code)

    assert said["clauses"][0]["unit"] == "calendar"
    assert [one["code"] for one in said["problems"]] == ["PR05"]


def test_a_sentence_of_another_language_stays_prose_and_is_told() -> None:
    said = understand("We reply to every email within 24 hours of receiving it.", language="de")

    assert (said["state"], [one["code"] for one in said["problems"]]) == ("prose", ["LG02"])


def test_a_language_without_a_pack_is_told_in_the_text_and_on_its_own() -> None:
    reading = read("---\nlanguage: xx\n---\n\n# Shop\n\nWe reply to emails within 4 hours.\n")

    assert [one.code for one in reading.problems] == ["LG01"]
    assert understand("Hei.", language="xx")["problems"][0]["code"] == "LG01"
    with pytest.raises(UnknownLanguageError):
        pack("xx")


def test_the_languages_are_those_with_a_folder() -> None:
    assert languages() == ("en", "de", "es")


def test_a_broken_pack_names_its_file_and_its_entry(tmp_path: Path) -> None:
    (tmp_path / "times.toml").write_text("units = '('\n", encoding="utf-8")
    broken = Pack("qq", tmp_path)

    with pytest.raises(BrokenPackError, match=r'"units" in times\.toml'):
        broken.pattern("times.units")
    with pytest.raises(BrokenPackError, match=r"no file words\.toml"):
        broken.words("words.singulars")

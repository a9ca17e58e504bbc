"""What is said of a German or a Spanish policy is said in its language, and helps there."""

from pathlib import Path

import pytest

from goodword.checks import CATALOGUE, check
from goodword.document.read import read
from goodword.document.understand import understand
from goodword.language.pack import pack
from goodword.problem import Severity

AT = 1_788_220_800
FIXTURES = Path(__file__).parents[1] / "checks" / "fixtures"
MISTAKES = {
    "de": """---
language: de
---

# Blumenladen Lenz

Wir sind Blumenladen Lenz und nennen die Menschen, für die wir da sind, Kunden.
Wir beantworten E-Mails innerhalb von 4 Arbeitsstunden.
Wir beantworten Anrufe schnellstmöglich.
Wenn eine Beschwerde nach 3 Arbeitstagen nicht gelöst ist, informieren wir die Chefin.
Wir lösen Beschwerden innerhalb von 2 Arbeitstagen.
Die Aushilfe darf bis zu 50 € pro Fall erstatten.
Erstattungen über 500 € bedürfen der Zustimmung der Inhaberin.
Niemand darf erstatten.
TODO: Öffnungszeiten eintragen.
""",
    "es": """---
language: es
---

# Floristería Luna

Somos Floristería Luna y llamamos clientes a las personas que atendemos.
Respondemos a los correos en un plazo de 4 horas laborables.
Respondemos a las llamadas lo antes posible.
Si una queja no está resuelta en 3 días hábiles, avisamos a la jefa.
Resolvemos las quejas en un plazo de 2 días hábiles.
El aprendiz puede reembolsar hasta 50 € por caso.
Los reembolsos de más de 500 € requieren la aprobación de la dueña.
Nadie puede reembolsar.
TODO: poner el horario.
""",
}
ENGLISH_SIGNS = frozenset(pack("en").names("pack.signs"))
TOLD = [(code, entry) for code in ("de", "es") for entry in pack(code).entry("checks.told")]


@pytest.mark.parametrize("code", ["de", "es"])
def test_every_error_and_warning_of_a_poor_policy_is_said_in_its_language(code: str) -> None:
    problems = check(read(MISTAKES[code]), at=AT)
    grave = [one for one in problems if one.severity in {Severity.ERROR, Severity.WARNING}]
    english = [
        one.message
        for one in grave
        if sum(word in ENGLISH_SIGNS for word in one.message.lower().split()) > 3
    ]

    assert {"PR01", "DOC01", "DOC02", "DOC04", "AU02", "ES03", "PUB-01"} <= {
        one.code for one in grave
    }
    assert english == []


@pytest.mark.parametrize("code", ["de", "es"])
def test_both_sentences_of_a_contradiction_are_quoted(code: str) -> None:
    problems = check(read(MISTAKES[code]), at=AT)
    message = next(one.message for one in problems if one.code == "DOC04")

    assert all(words in message for words in {"de": ("Niemand", "Aushilfe")}.get(code, ("Nadie",)))


@pytest.mark.parametrize(
    ("code", "entry"), TOLD, ids=[f"{code}-{one['code']}-{one['when'][:12]}" for code, one in TOLD]
)
def test_a_sentence_that_a_message_offers_is_a_rule_of_that_language(
    code: str, entry: dict[str, str]
) -> None:
    assert entry["code"] in CATALOGUE
    assert pack(code).compiled(entry["when"]).pattern
    if "fix" in entry:
        said = understand(entry["fix"], language=code)
        assert (said["state"], [one["code"] for one in said["problems"]]) == ("live", [])


@pytest.mark.parametrize("code", ["de", "es"])
def test_the_most_frequent_checks_have_words_of_each_language(code: str) -> None:
    told = {entry["code"] for entry in pack(code).entry("checks.told")}

    assert len(told) >= 25


@pytest.mark.parametrize(
    "folder", sorted(FIXTURES.glob("*/bad.md")), ids=lambda path: path.parent.name
)
def test_the_words_of_a_language_are_found_by_what_the_check_really_says(folder: Path) -> None:
    own = folder.parent.name
    entries = [one for one in pack("de").entry("checks.told") if one["code"] == own]
    said = [
        one.message
        for one in check(read(folder.read_text(encoding="utf-8")), at=AT)
        if one.code == own
    ]

    assert not entries or any(
        pack("de").compiled(entry["when"]).search(message) for entry in entries for message in said
    )

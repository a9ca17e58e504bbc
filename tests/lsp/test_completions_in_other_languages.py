"""What may come next in German and Spanish leads to sentences which run."""

import random
from pathlib import Path

import pytest

from goodword.document.understand import understand
from goodword.lsp.completions import completions

FOLDER = Path(__file__).parents[1] / "language" / "policies"
TEXTS = {
    "de": (FOLDER / "werkhof.md").read_text(encoding="utf-8"),
    "es": (FOLDER / "taller.md").read_text(encoding="utf-8"),
}
EMPTY = {code: f"---\nlanguage: {code}\n---\n\n# X\n\n" for code in TEXTS}
AT = 1_788_220_800


def after(typed: str, text: str) -> list[str]:
    written = f"{text}\n{typed}"
    return [one.words for one in completions(written, len(written), at=AT)]


@pytest.mark.parametrize(
    ("code", "typed", "offered"),
    [
        ("de", "Wir ", "beantworten "),
        ("de", "Wir beantworten ", "jede Anfrage innerhalb von "),
        ("de", "Wir beantworten jede E-Mail innerhalb von ", "10 Arbeitstagen"),
        ("de", "Wir beantworten jede E-Mail innerhalb von 4 ", "Arbeitsstunden"),
        ("de", "Die Werkstattleitung ", "darf "),
        ("de", "Die Werkstattleitung darf bis zu ", "300 €"),
        ("de", "Erstattungen über 300 €", " muss die Inhaberin genehmigen."),
        ("es", "Respondemos a ", "las consultas en un plazo de "),
        ("es", "Respondemos a las consultas en un plazo de ", "10 días hábiles"),
        ("es", "La encargada puede reembolsar hasta ", "300 €"),
        ("es", "Los reembolsos de más de 300 €", " deben ser aprobados por la dueña."),
    ],
)
def test_what_may_come_next_is_offered_in_the_language(code: str, typed: str, offered: str) -> None:
    assert offered in after(typed, TEXTS[code])


@pytest.mark.parametrize(
    ("code", "opening"), [("de", "Unsere Öffnungszeiten sind "), ("es", "Nuestro horario es ")]
)
def test_a_new_policy_is_first_offered_its_hours(code: str, opening: str) -> None:
    assert after("", EMPTY[code])[0] == opening


@pytest.mark.parametrize("code", ["de", "es"])
@pytest.mark.parametrize("seed", range(12))
def test_taking_what_is_offered_ends_in_a_sentence_that_runs(code: str, seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311  (a walk that is the same each time)
    typed = ""
    for _ in range(12):
        offered = after(typed, TEXTS[code])
        whole = [one for one in offered if one.endswith(".") and typed]
        if not offered:
            break
        typed += chosen.choice(whole or offered)
        if typed.endswith("."):
            break

    assert typed.endswith("."), typed
    assert understand(typed, language=code)["state"] == "live", typed

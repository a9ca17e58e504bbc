"""Questions in German and Spanish are answered in the policy's own language."""

from pathlib import Path

import pytest

from goodword.cli import main
from goodword.decision.ask import ask
from goodword.decision.decision import Ruling
from goodword.document.read import read
from goodword.policy.policy import Policy

POLICIES = Path(__file__).parents[1] / "language" / "policies"
SITUATIONS = [
    ("werkhof", "Kundin droht mit Anwalt", "kundin-droht-mit-anwalt"),
    ("werkhof", "Er sagt, er will uns verklagen", "kundin-droht-mit-anwalt"),
    ("werkhof", "Ein Herr schreit etwas von seinem Rechtsanwalt", "kundin-droht-mit-anwalt"),
    ("werkhof", "Das Rad ist nach der Reparatur wieder kaputt", "reparatur-nicht-in-ordnung"),
    ("werkhof", "Die Bremsen quietschen noch", "reparatur-nicht-in-ordnung"),
    ("werkhof", "Der Akku raucht", "ein-akku-brennt"),
    ("taller", "Una clienta amenaza con un abogado", "clienta-amenaza-con-un-abogado"),
    ("taller", "Dice que nos va a denunciar", "clienta-amenaza-con-un-abogado"),
    ("taller", "El freno sigue haciendo ruido", "reparacion-mal-hecha"),
    ("taller", "La bici se ha estropeado otra vez", "reparacion-mal-hecha"),
    ("taller", "Sale humo de la batería", "arde-una-bateria"),
]
LEAVE = [
    ("werkhof", "Darf ich 40 € erstatten?", "werkstattleitung", Ruling.ALLOW),
    ("werkhof", "Darf ich 400 € erstatten?", "Werkstattleitung", Ruling.ASK),
    ("werkhof", "Darf die Werkstattleitung 300 Euro zurückzahlen?", None, Ruling.ALLOW),
    ("werkhof", "Dürfen Aushilfen die Bremsen freigeben?", None, Ruling.REFUSE),
    ("taller", "¿Puedo devolver 40 €?", "encargada", Ruling.ALLOW),
    ("taller", "¿Puedo devolver 400 €?", "la encargada", Ruling.ASK),
    ("taller", "¿Puede la encargada reembolsar 300 euros?", None, Ruling.ALLOW),
]
NOTHING = [
    ("werkhof", "Darf ich meinen Hund mitbringen?"),
    ("werkhof", "Wo kann ich hier parken?"),
    ("taller", "¿Puedo traer a mi perro?"),
    ("taller", "¿Dónde se puede aparcar?"),
]


def _policy(name: str) -> Policy:
    return read((POLICIES / f"{name}.md").read_text(encoding="utf-8")).policy


@pytest.mark.parametrize(("name", "words", "wanted"), SITUATIONS)
def test_plain_words_find_the_situation(name: str, words: str, wanted: str) -> None:
    answer = ask(_policy(name), words, at=0)

    assert answer.situation is not None
    assert f"situation-{wanted}" == answer.situation.id
    assert answer.summary == next(one.words for one in answer.steps)


@pytest.mark.parametrize(("name", "words", "role", "ruling"), LEAVE)
def test_leave_is_asked_for_in_the_policys_language(
    name: str, words: str, role: str | None, ruling: Ruling
) -> None:
    answer = ask(_policy(name), words, role, at=0)

    assert [ruling] == [one.decision.ruling for one in answer.rulings]
    assert answer.is_covered


@pytest.mark.parametrize(("name", "words"), NOTHING)
def test_what_no_clause_covers_gets_no_invented_rule(name: str, words: str) -> None:
    answer = ask(_policy(name), words, at=0)

    assert (answer.is_covered, answer.rulings, answer.situation) == (False, (), None)
    assert answer.ask is not None
    assert answer.principles


def test_the_answer_to_all_roles_names_who_may_and_who_asks_whom() -> None:
    german = ask(_policy("werkhof"), "Wer darf 400 € erstatten?", at=0)
    spanish = ask(_policy("taller"), "¿Quién puede devolver 400 €?", at=0)

    assert german.summary.startswith("Erlaubt für die Inhaberin; ")
    assert german.summary.endswith("die Werkstattleitung: die Inhaberin entscheidet.")
    assert spanish.summary.startswith("Permitido para la dueña; ")
    assert spanish.summary.endswith("la encargada: lo decide la dueña.")


def test_a_wish_for_money_back_is_answered_by_the_limits() -> None:
    answer = ask(_policy("werkhof"), "Eine Kundin will ihr Geld zurück", at=0)

    assert answer.summary.startswith("Es kommt auf den Betrag an. ")
    assert "bis zu 300 €" in answer.summary


def test_a_role_that_the_policy_does_not_know_is_named_in_its_language() -> None:
    answer = ask(_policy("taller"), "¿Puedo devolver 40 €?", "astronauta", at=0)

    assert answer.summary.startswith("La política no conoce ningún papel «astronauta».")


def test_the_answer_is_printed_in_the_policys_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["ask", str(POLICIES / "werkhof.md"), "Darf", "ich", "40", "€", "erstatten?"])
    shown = capsys.readouterr().out

    assert code == 0
    assert "Grenzen\n" in shown
    assert "Jede Person im Team darf bis zu 50 € pro Fall erstatten." in shown
    assert not any(word in shown for word in ("Limits", "The clause", "In doubt"))

"""A third language, ten forms of it, made of nothing but TOML files."""

from pathlib import Path

import pytest

from goodword.checks import check
from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.understand import understand
from goodword.document.write import write

PACKS = Path(__file__).parent / "packs"
FORMS: dict[int, tuple[str, dict[str, object]]] = {
    1: ("We beantwoorden e-mails binnen 4 werkuren.", {"within": "PT4H", "unit": "working"}),
    3: ("We proberen brieven binnen 10 werkdagen te beantwoorden.", {"strength": "aim"}),
    4: ("E-mail: 2 werkdagen", {"channels": ["email"], "within": "P2D"}),
    5: ("We beantwoorden 90 % van de e-mails binnen 1 werkdag.", {"target": 0.9}),
    9: ("E-mails beantwoorden we uiterlijk de volgende werkdag.", {"anchor": "next_working_day"}),
    21: (
        "Voor nieuwe klanten antwoorden we binnen 2 werkdagen.",
        {"condition": "voor nieuwe klanten"},
    ),
    22: (
        "We beantwoorden e-mails binnen 4 werkuren, behalve bij overmacht.",
        {"exception": "bij overmacht"},
    ),
    23: (
        "De bedrijfsleider mag tot 200 € per geval terugbetalen.",
        {"role": "bedrijfsleider", "per": "case"},
    ),
    24: (
        "Vergoedingen boven 200 € vragen toestemming van de eigenaar.",
        {"approver": "eigenaar"},
    ),
    37: (
        "Als een klacht na 3 werkdagen niet opgelost is, informeren we de eigenaar.",
        {"after": "P3D", "to": "eigenaar", "subject": "complaint"},
    ),
    39: ("Als iemand gewond raakt, informeren we de eigenaar.", {"to": "eigenaar"}),
    47: ("Onze openingstijden zijn maandag tot en met vrijdag, 9 tot 17 uur.", {"kind": "hours"}),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOODWORD_LANGUAGES", str(PACKS))


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_the_third_language_is_read_and_said_back(form: int) -> None:
    sentence, wanted = FORMS[form]
    said = understand(sentence, language="nl")
    policy = read(f"---\nlanguage: nl\n---\n\n{sentence}\n").policy
    back = [read_sentence(echo(one, policy), policy) for one in policy.clauses]

    assert said["state"] == "live"
    assert {name: said["clauses"][0][name] for name in wanted} == wanted
    assert back == [(one,) for one in policy.clauses]


def test_a_policy_in_the_third_language_is_checked_and_goes_round() -> None:
    text = "---\nlanguage: nl\n---\n\n# Fietsenmaker\n\n" + "\n".join(
        sentence for sentence, _ in FORMS.values()
    )
    reading = read(f"{text}\n")

    assert [one.text for one in reading.sentences if one.state == "almost"] == []
    assert check(reading, at=1_788_220_800)
    assert read(write(reading.policy)).policy == reading.policy


def test_a_vague_promise_of_the_third_language_is_asked_about_in_its_words() -> None:
    said = understand("We beantwoorden e-mails zo snel mogelijk.", language="nl")

    assert said["state"] == "almost"
    assert said["problems"][0]["message"].startswith('"zo snel mogelijk" is geen tijd')
    assert understand(said["problems"][0]["fix"], language="nl")["state"] == "live"

"""The worked cases of the documentation are what is printed, and every pack has the words."""

import json
import re
import types
from importlib.machinery import SourceFileLoader
from pathlib import Path
from string import Formatter

import pytest

from goodword.businesstime.openings import openings_for
from goodword.clock.explain import explain
from goodword.clock.explanation import STEP_CODES, Explanation
from goodword.clock.explanation_json import explanation_json
from goodword.language.pack import languages, pack

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference" / "explanations.md"
# Where English has a habit that another language need not have.
OF_ENGLISH = re.compile(r"moments\.(twelve|halves|noon|midnight|month_first_day)|channels\.")


def _script() -> types.ModuleType:
    loader = SourceFileLoader("document_explanations", str(ROOT / "script/document-explanations"))
    module = types.ModuleType(loader.name)
    module.__file__ = loader.path
    loader.exec_module(module)
    return module


SCRIPT = _script()
CASES = SCRIPT.worked_cases()


def explained(case: dict[str, object], language: str) -> list[Explanation]:
    policy = SCRIPT.policy_of(case)
    core, at = SCRIPT.core_case(case, policy)
    openings = openings_for(policy.hours, at) if policy.hours else None
    return [
        explain(clock, policy, openings, language=language, case=core)
        for clock in SCRIPT.clocks(case, policy)
    ]


def test_the_documented_explanations_are_what_is_printed() -> None:
    assert SCRIPT.page() == SCRIPT.PAGE.read_text(encoding="utf-8")


def test_there_are_at_least_twenty_worked_cases_and_each_is_another_one() -> None:
    told = [one.summary for case in CASES for one in explained(case, "en")]
    assert len(CASES) >= 20
    assert len(set(told)) == len(told)


def test_the_worked_cases_show_every_kind_of_step() -> None:
    shown = {
        reason.code for case in CASES for one in explained(case, "en") for reason in one.reasons
    }
    assert sorted(STEP_CODES) == sorted(shown)


@pytest.mark.parametrize("language", languages())
def test_every_language_tells_the_same_steps_and_the_same_numbers(language: str) -> None:
    for case in CASES:
        for ours, english in zip(explained(case, language), explained(case, "en"), strict=True):
            assert [(one.code, one.at, one.until, one.counted) for one in ours.reasons] == [
                (one.code, one.at, one.until, one.counted) for one in english.reasons
            ]
            assert ours.language == language


def entries(language: str) -> dict[str, object]:
    return {
        f"{table}.{name}": entry
        for table, held in pack(language).file("explain").items()
        for name, entry in held.items()
    }


def slots(entry: object) -> set[str]:
    phrases = entry if isinstance(entry, list) else [entry]
    return {
        name
        for phrase in phrases
        if isinstance(phrase, str) and not phrase.startswith(r"\b")
        for _, name, _, _ in Formatter().parse(phrase)
        if name
    }


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_a_pack_says_everything_that_english_says(language: str) -> None:
    ours, english = entries(language), entries("en")
    assert [name for name in english if name not in ours and not OF_ENGLISH.match(name)] == []
    for name, entry in english.items():
        if name in ours and name.startswith(("steps.", "page.")):
            assert slots(ours[name]) <= slots(entry), name


def test_the_reference_names_every_kind_of_step_once() -> None:
    _, _, table = REFERENCE.read_text(encoding="utf-8").partition("| code |")
    rows = re.findall(r"(?m)^\| `(\w+)` \|", table)
    assert tuple(rows) == STEP_CODES


def test_the_reference_shows_what_json_holds() -> None:
    block = re.search(r"```json\n(.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    (case,) = (one for one in CASES if one["title"] == "A shop that closes at midday")
    policy = SCRIPT.policy_of(case)
    (clock,) = SCRIPT.clocks(case, policy)
    (why,) = explained(case, "es")
    assert json.loads(block[1]) == explanation_json(why, clock, "Europe/Madrid")


def test_every_field_of_the_json_is_described() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    (why,) = explained(CASES[0], "en")
    (clock,) = SCRIPT.clocks(CASES[0], SCRIPT.policy_of(CASES[0]))
    told = explanation_json(why, clock, "Australia/Melbourne")
    steps = told["steps"]
    assert isinstance(steps, list)
    assert [name for name in (*told, *steps[0]) if f"`{name}`" not in text] == []
    params = {
        name
        for case in CASES
        for one in explained(case, "en")
        for reason in one.reasons
        for name in reason.params
    }
    assert sorted(name for name in params if f"`{name}`" not in text) == []

"""A policy beside the law packs it is checked against."""

from datetime import UTC, datetime

import pytest

from goodword.checks import check
from goodword.cli import main
from goodword.document.read import read
from goodword.law import LawPack, packs
from goodword.problem import Problem, Severity

AT = int(datetime(2026, 9, 3, tzinfo=UTC).timestamp())
HOURS = "We are open Monday to Friday, 9am to 5pm.\n\n"


def found(text: str, *names: str, code: str = "DOC06", at: int = AT) -> list[Problem]:
    return [one for one in check(read(HOURS + text), at=at, packs=names) if one.code == code]


def severities(problems: list[Problem]) -> list[Severity]:
    return [one.severity for one in problems]


def test_a_promise_looser_than_a_chosen_pack_is_an_error_with_both_numbers() -> None:
    (problem,) = found("We acknowledge every complaint within 5 working days.\n", "nhs-england")
    assert problem.severity is Severity.ERROR
    assert problem.understood == (("promised", "5 working days"), ("at most", "3 working days"))
    assert "NHS England complaints" in problem.message
    assert "2009" in problem.message
    assert problem.fix is not None
    assert problem.fix.replacement == "We acknowledge every complaint within 3 working days."


def test_the_rewritten_sentence_removes_the_problem() -> None:
    text = "We acknowledge complaints within 2 weeks and resolve them within 3 months.\n"
    problems = found(text, "au-gp", "nz-health")
    assert problems
    for problem in problems:
        assert problem.fix is not None
        if problem.span is None:
            continue
        mended = (HOURS + text).replace(problem.span.of(HOURS + text), problem.fix.replacement)
        again = check(read(mended), at=AT, packs=("au-gp", "nz-health"))
        assert problem.message not in {one.message for one in again}


def test_a_promise_within_the_pack_is_left_alone() -> None:
    assert found("We acknowledge every complaint within 2 working days.\n", "nhs-england") == []


def test_a_stricter_promise_in_hours_is_told_by_the_calendar() -> None:
    assert found("We acknowledge every complaint within 4 working hours.\n", "nhs-england") == []


def test_calendar_days_are_compared_with_working_days_by_the_calendar() -> None:
    assert found("We acknowledge every complaint within 3 days.\n", "nhs-england") == []
    assert severities(found("We acknowledge every complaint within 7 days.\n", "nhs-england")) == [
        Severity.ERROR
    ]


def test_working_days_of_a_short_week_are_longer_than_those_of_the_law() -> None:
    text = "We are open Monday to Wednesday, 9am to 5pm.\n\nWe acknowledge every complaint within "
    problems = check(read(f"{text}3 working days.\n"), at=AT, packs=("nhs-england",))
    (problem,) = (one for one in problems if one.code == "DOC06")
    assert problem.severity is Severity.ERROR
    assert problem.fix is not None
    again = check(read(text.rpartition("We ")[0] + problem.fix.replacement), at=AT,
                  packs=("nhs-england",))  # fmt: skip
    assert [one for one in again if one.code == "DOC06"] == []


def test_what_cannot_be_compared_is_a_hint_that_says_so() -> None:
    text = "We acknowledge every complaint within 4 working hours.\n"
    problems = check(read(text), at=AT, packs=("nhs-england",))
    (problem,) = (one for one in problems if one.code == "DOC06")
    assert problem.severity is Severity.HINT
    assert problem.message.startswith("I cannot compare this")


def test_an_aim_within_the_pack_is_a_warning() -> None:
    problems = found(
        "We aim to acknowledge every complaint within 3 working days.\n", "nhs-england"
    )
    assert severities(problems) == [Severity.WARNING]


def test_advice_is_never_an_error() -> None:
    problems = found("We acknowledge every complaint within 3 weeks.\n", "au-gp")
    assert Severity.ERROR not in severities(problems)


def test_each_stage_is_held_to_its_own_limit() -> None:
    text = (
        "We acknowledge every complaint within 5 working days.\n"
        "We answer stage 1 complaints within 10 working days of acknowledgement.\n"
        "We acknowledge stage 2 complaints within 5 working days.\n"
        "We answer stage 2 complaints within 25 working days.\n"
    )
    (problem,) = found(text, "english-councils")
    assert problem.span is not None
    assert "stage 2" in problem.span.of(HOURS + text)


def test_complaints_about_data_are_held_to_their_own_limit() -> None:
    text = (
        "We acknowledge every complaint within 3 working days.\n"
        "We acknowledge every data protection complaint within 30 days.\n"
    )
    assert found(text, "nhs-england", "uk-data-protection") == []


def test_records_kept_too_short_are_an_error() -> None:
    (problem,) = found("We keep complaint records for 2 years.\n", "hipaa", code="CMP-22")
    assert problem.severity is Severity.ERROR
    assert problem.fix is not None
    assert problem.fix.replacement == "We keep complaint records for 6 years."


def test_what_a_pack_asks_the_policy_to_say_comes_with_a_sentence_to_paste() -> None:
    (problem,) = found("We listen.\n", "us-ada", code="ACC-01")
    assert problem.severity is Severity.ERROR
    assert problem.fix is not None
    assert found(f"{problem.fix.replacement}\n", "us-ada", code="ACC-01") == []


def test_the_policy_names_its_packs_in_plain_words() -> None:
    text = (
        "This policy is checked against: NHS England complaints and GDPR.\n\n"
        "We acknowledge every complaint within 5 working days.\n"
    )
    said = [one.message for one in found(text)]
    assert [name for name in ("NHS England", "GDPR rights") if name in " ".join(said)] == [
        "NHS England",
        "GDPR rights",
    ]


def test_a_pack_whose_name_holds_an_and_is_found_whole() -> None:
    text = "This policy is checked against Returns and refunds for shops in the UK.\n"
    assert found(text, code="LAW01") == []
    assert found(text, code="AUT-04") != []


@pytest.mark.parametrize(
    "front",
    [
        "checked against: nhs-england, gdpr",
        "checked-against:\n  - NHS England complaints\n  - gdpr",
    ],
    ids=["in a row", "in a list"],
)
def test_packs_may_stand_in_the_front_matter(front: str) -> None:
    text = f"---\n{front}\n---\n\nWe acknowledge every complaint within 3 weeks.\n"
    problems = check(read(text), at=AT)
    said = " ".join(one.message for one in problems if one.code == "DOC06")
    assert "NHS England complaints" in said
    assert "GDPR rights of people" in said
    assert "LAW01" not in {one.code for one in problems}


def test_packs_may_stand_in_a_list() -> None:
    text = "This policy is checked against:\n\n- NHS England complaints\n- the GDPR\n- HIPAA\n"
    assert found(text, code="LAW01") == []
    assert len({one.span for one in found(text)}) == 3


def test_a_name_that_no_pack_has_is_an_error_at_its_place() -> None:
    text = "This policy is checked against: NHS England complaints and NHS Wales complaints.\n"
    (problem,) = found(text, code="LAW01")
    assert problem.severity is Severity.ERROR
    assert problem.span is not None
    assert problem.span.of(HOURS + text) == "NHS Wales complaints"


def test_a_pack_not_yet_in_force_gives_no_errors() -> None:
    early = int(datetime(2026, 12, 1, tzinfo=UTC).timestamp())
    late = int(datetime(2027, 1, 1, tzinfo=UTC).timestamp())
    text = "We resolve every complaint within 30 working days.\n"
    pack = "es-essential-services"
    assert Severity.ERROR not in severities(found(text, pack, at=early))
    assert [one.severity for one in found(text, pack, code="LAW02", at=early)] == [Severity.INFO]
    assert Severity.ERROR in severities(found(text, pack, at=late))


def test_a_policy_without_packs_hears_nothing_of_law(riverside_text: str) -> None:
    codes = {one.code for one in check(read(riverside_text), at=AT)}
    assert codes & {"DOC06", "LAW01", "LAW02"} == set()


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_a_policy_with_every_sentence_of_a_pack_is_told_nothing_by_it(pack: LawPack) -> None:
    said = [one.sentence for one in (*pack.limits, *pack.records, *pack.statements)]  # type: ignore[attr-defined]
    text = f"This policy is checked against: {pack.name}.\n\n" + "\n".join(said) + "\n"
    told = [
        (one.code, one.message)
        for one in check(read(HOURS + text), at=AT)
        if pack.name in one.message and one.code != "LAW02"
    ]
    assert told == []


@pytest.mark.parametrize("wanted", [["--country", "nz"], ["nz-health"], ["--json"]])
def test_the_packs_are_listed_and_shown(
    wanted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", *wanted, "--at", "2026-11-22"]) == 0
    assert "New Zealand" in capsys.readouterr().out


def test_a_pack_is_chosen_on_the_command_line(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("law") / "policy.md"
    path.write_text(HOURS + "We acknowledge every complaint within 9 working days.\n", "utf-8")
    main(["check", str(path), "--pack", "nhs-england"])
    assert "DOC06" in capsys.readouterr().out
    assert main(["check", str(path), "--pack", "nhs-wales"]) == 2

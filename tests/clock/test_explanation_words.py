"""The words of explanations: dates, times, holidays and numbers, as each language has them."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from goodword.businesstime.holiday_names import holiday_name, language_among
from goodword.businesstime.openings import openings_for
from goodword.case.event import EventKind
from goodword.clock.closed_names import reasons_of
from goodword.clock.explain import explain
from goodword.clock.run import run_clocks
from goodword.clock.words import words_for
from goodword.document.read import read
from goodword.language.pack import languages
from goodword.policy.hours import HolidayPlace, Hours
from goodword.policy.promise import Metric
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Unit
from tests.clock.clock_cases import HOURS, at, case, event, policy, promise, running, working

PACKS = Path(__file__).parents[1] / "language" / "packs"
AFTERNOON = datetime(2026, 9, 4, 16, 40)  # noqa: DTZ001 - a local time
OPENED = event("04 16:40", EventKind.OPENED)


def hours_in(country: str | None = None, zone: str = "UTC") -> Hours:
    return Hours(zone, holidays=() if country is None else (HolidayPlace(country),))


@pytest.mark.parametrize(
    ("language", "country", "shown"),
    [
        ("en", "GB", "Fri 4 Sep 2026, 16:40"),
        ("en", "AU", "Fri 4 Sep 2026, 4:40 pm"),
        ("en", "US", "Fri Sep 4, 2026, 4:40 pm"),
        ("en", "DE", "Fri 4 Sep 2026, 16:40"),
        ("de", "DE", "Freitag, 4. September 2026, 16:40 Uhr"),
        ("de", "US", "Freitag, 4. September 2026, 16:40 Uhr"),
        ("es", "ES", "viernes 4 de septiembre de 2026, 16:40"),
        ("es", "CO", "viernes 4 de septiembre de 2026, 4:40 p. m."),
    ],
)
def test_dates_and_times_are_those_of_the_language_and_the_country(
    language: str, country: str, shown: str
) -> None:
    words = words_for(language, hours_in(country))
    assert words.full(round(AFTERNOON.replace(tzinfo=UTC).timestamp()), "UTC") == shown


@pytest.mark.parametrize(
    ("language", "country", "moment", "shown"),
    [
        ("en", "US", time(0, 0), "12 midnight"),
        ("en", "US", time(0, 5), "12:05 am"),
        ("en", "US", time(12, 0), "12 noon"),
        ("en", "US", time(12, 0, 30), "12:00:30 pm"),
        ("en", "GB", time(9, 0), "09:00"),
        ("de", "AT", time(9, 0), "9:00 Uhr"),
        ("es", "ES", time(1, 30), "la 1:30"),
        ("es", "ES", time(13, 30), "las 13:30"),
        ("es", "CO", time(13, 30), "la 1:30 p. m."),
    ],
)
def test_a_time_of_day_reads_as_people_say_it(
    language: str, country: str, moment: time, shown: str
) -> None:
    words = words_for(language, hours_in(country))
    assert words.time(datetime.combine(date(2026, 1, 1), moment)) == shown


def test_the_country_is_known_by_its_zone_where_no_holidays_are_named() -> None:
    assert words_for("en", hours_in(zone="Australia/Melbourne")).clock(AFTERNOON) == "4:40 pm"
    assert words_for("en", hours_in(zone="Europe/Berlin")).clock(AFTERNOON) == "16:40"
    assert words_for("en", hours_in()).clock(AFTERNOON) == "16:40"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 hour 1 minute", "1 hour", "2,000 hours", "no time"]),
        ("de", ["1 Stunde 1 Minute", "1 Stunde", "2.000 Stunden", "keine Zeit"]),
        ("es", ["1 hora y 1 minuto", "1 hora", "2000 horas", "nada de tiempo"]),
    ],
)
def test_lengths_have_the_plurals_and_the_marks_of_the_language(
    language: str, said: list[str]
) -> None:
    words = words_for(language)
    lengths = (3_660, 3_600, 7_200_000, 0)
    assert [words.length(one, working=True) for one in lengths] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 working day", "24 hours round the clock", "2 months", "by 17:00"]),
        ("de", ["1 Arbeitstag", "24 Stunden rund um die Uhr", "2 Monate", "bis 17:00 Uhr"]),
        ("es", ["1 día hábil", "24 horas de reloj", "2 meses", "a más tardar a las 17:00"]),
    ],
)
def test_limits_are_said_as_they_are_promised(language: str, said: list[str]) -> None:
    words = words_for(language)
    limits = (
        working(1, Unit.DAY),
        Duration(24, Unit.HOUR, Counting.CLOCK),
        Duration(2, Unit.MONTH, Counting.CALENDAR),
        Anchor(AnchorKind.AT_TIME, time(17)),
    )
    assert [words.limit(one) for one in limits] == said


@pytest.mark.parametrize(
    ("country", "day", "names"),
    [
        ("DE", date(2026, 5, 25), ["Pentecost Monday", "Pfingstmontag", "Pfingstmontag"]),
        ("ES", date(2026, 1, 6), ["Epiphany", "Epifanía del Señor", "Epifanía del Señor"]),
        ("AU", date(2026, 1, 26), ["Australia Day", "Australia Day", "Australia Day"]),
        ("AT", date(2026, 10, 26), ["National Day", "Nationalfeiertag", "Nationalfeiertag"]),
    ],
)
def test_a_holiday_has_its_name_in_the_language_or_else_in_its_country_s(
    country: str, day: date, names: list[str]
) -> None:
    hours = hours_in(country)
    said = [holiday_name(hours, day, language, " + ") for language in ("en", "de", "es")]
    assert said == names
    assert holiday_name(hours, date(2026, 5, 27), "en", " + ") is None


def test_of_the_forms_of_a_language_that_of_the_country_comes_first() -> None:
    assert language_among(("en_AU", "en_US", "th"), "en", "AU") == "en_AU"
    assert language_among(("de", "en_US"), "de-AT", "AT") == "de"
    assert language_among(("de", "en_US"), "en", "AT") == "en_US"
    assert language_among(("de", "en_US"), "es", "AT") is None


@pytest.mark.parametrize(
    ("language", "sentence", "reason"),
    [
        ("en", "We are closed on 24 December for stocktaking.", "stocktaking"),
        ("en", "We are closed on 24 December (staff party).", "staff party"),
        ("en", "We are closed on 24 December.", None),
        ("de", "Wir haben am 24. Dezember wegen Inventur geschlossen.", "wegen Inventur"),
        ("es", "Cerramos el 24 de diciembre por inventario.", "por inventario"),
    ],
)
def test_the_reason_of_a_closure_is_what_its_sentence_says(
    language: str, sentence: str, reason: str | None
) -> None:
    found = reasons_of(read(f"---\nlanguage: {language}\n---\n\n{sentence}\n").policy)
    assert found.get((12, 24, None)) == reason


@pytest.mark.parametrize("language", ["xx", "nl"])
def test_a_language_without_words_for_explanations_is_answered_in_english(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOODWORD_LANGUAGES", str(PACKS))
    first = promise(Metric.FIRST_RESPONSE)
    clock = running(first, case(OPENED), "04 16:40")
    openings = openings_for(HOURS, at("04 16:40"))
    why = explain(clock, policy(first), openings, language=language)
    assert why.language == "en"
    assert why.summary.startswith("Started Fri 4 Sep")


def test_a_pack_that_lacks_a_phrase_borrows_it_from_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "pt"
    made.mkdir()
    (made / "pack.toml").write_text("name = 'Português'\ncurrency = 'EUR'\n", encoding="utf-8")
    (made / "explain.toml").write_text("[steps]\nstarted = 'início {start}'\n", encoding="utf-8")
    monkeypatch.setenv("GOODWORD_LANGUAGES", str(tmp_path))
    assert "pt" in languages()
    words = words_for("pt", HOURS)
    assert words.phrase("steps", "started") == "início {start}"
    assert words.length(60) == "1 minute"


def test_the_hours_of_a_place_are_those_by_which_its_cases_are_explained() -> None:
    text = (
        "All times are Melbourne time.\n\nOur opening hours are Monday to Friday, 9am to 5pm.\n\n"
        "The Northgate branch is open Monday to Friday, 10am to 4pm.\n\n"
        "We reply to every email within 2 working hours.\n"
    )
    whole = read(text).policy
    assert whole.hours is not None
    of = case(event("04 15:30", EventKind.OPENED, place="northgate"))
    openings = openings_for(whole.hours, at("04 15:30"))
    (clock,) = run_clocks(whole, openings, of, at=at("04 15:30"))
    why = explain(clock, whole, openings, case=of)
    assert "30 minutes counted to closing at 4:00 pm" in why.summary
    assert why.reasons[-1].at == clock.due

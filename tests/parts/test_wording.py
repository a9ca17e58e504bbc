from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from goodword.clock.words import words_for
from goodword.policy.hours import HolidayPlace, Hours
from goodword_web.parts import wording

# Friday 20 November 2026, 05:40 UTC: 16:40 in Melbourne.
INSTANT = 1_795_153_200
MELBOURNE = ZoneInfo("Australia/Melbourne")


def drawn(source: str, **values: object) -> str:
    with timezone.override(MELBOURNE):
        return Template(source).render(Context(values))


def test_an_instant_is_shown_in_the_zone_with_its_name() -> None:
    with timezone.override(MELBOURNE):
        assert wording.local_time(INSTANT) == "Fri 20 Nov 2026, 16:40 AEDT"
        assert wording.local_day(INSTANT) == "20 November 2026"


def test_an_instant_is_shown_as_the_country_of_the_hours_writes_it() -> None:
    with wording.times_of(Hours("Australia/Melbourne")):
        assert wording.local_time(INSTANT) == "Fri 20 Nov 2026, 4:40 pm AEDT"
        assert wording.local_time(INSTANT + 59, with_zone=False) == "Fri 20 Nov 2026, 4:40 pm"
        with translation.override("de"):
            assert wording.local_time(INSTANT, with_zone=False) == (
                "Freitag, 20. November 2026, 16:40 Uhr"
            )
    with wording.times_of(Hours("America/Chicago", holidays=(HolidayPlace("US"),))):
        assert wording.local_time(INSTANT) == "Thu Nov 19, 2026, 11:40 pm CST"
    with wording.times_of(Hours("Europe/Berlin")):
        assert wording.local_time(INSTANT) == "Fri 20 Nov 2026, 06:40 CET"
    with wording.times_of(None):
        assert wording.local_time(INSTANT) == "Fri 20 Nov 2026, 05:40 UTC"


def test_an_instant_on_a_page_can_be_read_by_machines_too() -> None:
    assert drawn('{{ at|local_time:"short" }}', at=INSTANT) == (
        '<time datetime="2026-11-20T05:40:00Z">Fri 20 Nov 2026, 16:40</time>'
    )


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "less than a minute"),
        (59, "less than a minute"),
        (60, "1 minute"),
        (3599, "59 minutes"),
        (3600, "1 hour"),
        (8100, "2 hours 15 minutes"),
        (36_000 + 900, "10 hours 15 minutes"),
        (34 * 3600, "1 day 10 hours"),
        (2 * 86_400 - 1, "1 day 23 hours"),
        (3 * 86_400 + 4 * 3600, "3 days 4 hours"),
        (86_400 * 30, "30 days"),
        (-8100, "2 hours 15 minutes"),
    ],
)
def test_a_span_is_said_in_its_two_largest_units(seconds: int, expected: str) -> None:
    assert wording.duration(seconds) == expected


@pytest.mark.parametrize("seconds", [60, 8100, 36_900, 34 * 3600, 20 * 86_400 + 7_200])
@pytest.mark.parametrize("is_working", [False, True])
def test_a_span_is_said_as_the_explanation_beside_it_says_it(
    seconds: int,
    is_working: bool,  # noqa: FBT001
) -> None:
    said = wording.duration(seconds, is_working=is_working).replace("working ", "")
    assert said == words_for("en", None).length(seconds, working=is_working)


def test_working_time_is_said_in_hours_however_long() -> None:
    assert wording.duration(27 * 3600, is_working=True) == "27 working hours"
    assert wording.duration(90 * 60, is_working=True) == "1 working hour 30 minutes"


def test_what_is_past_is_over_and_not_left() -> None:
    assert wording.time_left(8100) == "2 hours 15 minutes left"
    assert wording.time_left(-1200) == "20 minutes over"
    assert drawn("{{ left|time_left }}", left=-1200) == (
        '<span class="left" data-tone="bad">20 minutes over</span>'
    )


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        (Decimal(50), "AUD", "$50"),
        (Decimal("50.00"), "GBP", "£50"),
        (Decimal("1250.4"), "EUR", "€1,250.40"),
        (Decimal(50), "SEK", "50 SEK"),
        (Decimal(-5), "USD", "-$5"),
    ],
)
def test_an_amount_shows_cents_only_where_there_are_some(
    amount: Decimal, currency: str, expected: str
) -> None:
    assert wording.money(amount, currency) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1.0, "100%"), (0.99999, "99.9%"), (0.964, "96.4%"), (0.5, "50%"), (0.0, "0%")],
)
def test_less_than_all_is_never_shown_as_all(value: float, expected: str) -> None:
    assert wording.share(value) == expected


def test_a_status_is_a_shape_and_a_word() -> None:
    shown = drawn('{% status "broken_open" %}')
    assert "broken: not done yet" in shown
    assert "<svg" in shown
    assert 'aria-hidden="true"' in shown


def test_a_status_that_nobody_named_shows_its_own_words() -> None:
    assert "on-the moon" not in drawn('{% status "on_the-moon" %}')
    assert "on the moon" in drawn('{% status "on_the-moon" %}')


def test_a_clause_link_leads_to_the_sentence() -> None:
    assert drawn('{% clause_link "refund-limit" "Refunds" %}') == (
        '<a class="clause-link" href="/policy/#refund-limit">§ Refunds</a>'
    )


def test_what_people_wrote_is_never_taken_as_markup() -> None:
    assert "<b>" not in drawn("{% clause_link id words %}", id='"><b>', words="<b>")

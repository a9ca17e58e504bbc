"""The look: contrast in both themes, forms that say what is wrong and where."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
from django import forms

from goodword.clock.clock import ClockState, Outcome
from goodword.decision.decision import Ruling
from goodword.metric.estimate import Verdict
from goodword.problem import Severity
from goodword_web.parts.status import STATUSES

PAIR = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
GROUNDS = ("paper", "sheet", "sunk")
WASHES = {"good": "good-wash", "warn": "warn-wash", "bad": "bad-wash", "calm": "calm-wash"}
TEXTS = ("ink", "ink-soft", "accent", "good", "warn", "bad", "calm")


@pytest.fixture(scope="module")
def colours(root: Path) -> dict[str, tuple[str, str]]:
    place = root / "src" / "goodword_web" / "parts" / "static" / "parts" / "tokens.css"
    return {name: (light, dark) for name, light, dark in PAIR.findall(place.read_text("utf-8"))}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_in_both_themes(colours: dict[str, tuple[str, str]], theme: int) -> None:
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [
        (text, wash) for wash in (*WASHES.values(), "accent-wash") for text in ("ink", "accent")
    ]
    pairs += [*WASHES.items(), ("accent-ink", "accent")]
    poor = {
        f"{text} on {ground}": round(contrast(colours[text][theme], colours[ground][theme]), 2)
        for text, ground in pairs
        if contrast(colours[text][theme], colours[ground][theme]) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_edges_and_the_focus_can_be_seen_in_both_themes(
    colours: dict[str, tuple[str, str]], theme: int
) -> None:
    poor = {
        f"{mark} on {ground}": round(contrast(colours[mark][theme], colours[ground][theme]), 2)
        for mark in ("edge", "focus")
        for ground in GROUNDS
        if contrast(colours[mark][theme], colours[ground][theme]) < 3
    }
    assert poor == {}


def test_colours_are_named_in_the_tokens_alone(root: Path) -> None:
    styles = (root / "src" / "goodword_web").rglob("static/**/*.css")
    found = {
        path.name: re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text("utf-8"))
        for path in styles
        if path.name not in {"tokens.css", "print.css"} and "vendor" not in path.parts
    }
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_every_status_has_a_shape_that_is_drawn(root: Path) -> None:
    icons = root / "src" / "goodword_web" / "parts" / "templates" / "parts" / "icons"
    drawn = {path.stem for path in icons.glob("*.svg")}
    assert {status.shape for status in STATUSES.values()} - drawn == set()


@pytest.mark.parametrize("words", [ClockState, Outcome, Ruling, Verdict, Severity])
def test_every_word_of_the_core_has_its_shape(words: type[StrEnum]) -> None:
    assert {word.value for word in words} - set(STATUSES) == set()


class Contact(forms.Form):
    name = forms.CharField(label="Your name", help_text="As we should call you.")
    phone = forms.CharField(label="Phone", required=False)
    agree = forms.BooleanField(label="I have read it", required=False)
    way = forms.ChoiceField(label="How", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)


def test_a_field_is_named_explained_and_says_where_it_is_wrong() -> None:
    page = str(Contact({"phone": "1", "way": "a"}))
    assert '<label for="id_name">Your name</label>' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_helptext"' in page
    assert 'id="id_name_error"' in page
    assert 'aria-invalid="true"' in page


def test_a_form_with_mistakes_begins_with_them_and_keeps_what_was_written() -> None:
    page = str(Contact({"phone": "0491", "way": "a"}))
    assert page.lstrip().startswith('<div class="error-summary" role="alert"')
    assert '<a href="#id_name">Your name</a>: This field is required.' in page
    assert 'value="0491"' in page


def test_what_need_not_be_filled_in_says_so() -> None:
    page = str(Contact())
    assert page.count("(optional)") == 1
    assert "error-summary" not in page


def test_choices_stand_in_a_group_with_their_question() -> None:
    page = str(Contact())
    assert re.search(r"<fieldset[^>]*>\s*<legend>How</legend>", page)

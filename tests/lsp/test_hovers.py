"""What the mouse shows over a sentence."""

from pathlib import Path

from goodword.lsp.hovers import Hover, hover

RIVERSIDE = (Path(__file__).parents[2] / "examples" / "riverside" / "policy.md").read_text("utf-8")
AT = 1_788_220_800  # 2026-09-01


def over(words: str, text: str = RIVERSIDE) -> Hover | None:
    return hover(text, text.index(words) + 2, at=AT)


def test_a_live_sentence_shows_its_echo_and_a_worked_example() -> None:
    shown = over("We return voicemail within 4 working hours.")
    assert shown is not None
    assert shown.markdown.startswith("**Live.** We call back about every voicemail within 4")
    assert "*For example:*" in shown.markdown
    assert "`promise-callback-voicemail`" in shown.markdown
    assert shown.span.of(RIVERSIDE) == "We return voicemail within 4 working hours."


def test_an_aim_is_told_from_a_promise() -> None:
    shown = over("We aim to resolve every enquiry")
    assert shown is not None
    assert "an aim: misses are counted, and do not escalate" in shown.markdown


def test_both_promises_of_one_sentence_are_shown() -> None:
    shown = over("We acknowledge every complaint within 1 working day and resolve it")
    assert shown is not None
    assert shown.markdown.count("**Live.**") == 2


def test_an_almost_live_sentence_shows_what_is_missing_and_how_to_say_it() -> None:
    shown = over("We answer", "We answer all emails quickly.\n")
    assert shown is not None
    assert shown.markdown.startswith("**Almost live.**")
    assert "I understood:" in shown.markdown
    assert "*Try:* We answer all emails within" in shown.markdown


def test_prose_says_that_it_is_prose() -> None:
    shown = over("We want every client to leave")
    assert shown is not None
    assert shown.markdown.startswith("**Prose.**")


def test_an_example_says_that_it_is_run() -> None:
    shown = over("Example: a student wants to refund")
    assert shown is not None
    assert "run on every check" in shown.markdown


def test_between_sentences_there_is_nothing_to_show() -> None:
    assert over("## What we promise") is None
    assert hover("", 0, at=AT) is None


def test_hours_that_never_open_do_not_stop_a_hover() -> None:
    text = "We are closed on public holidays. We reply to email within 2 working hours."
    assert hover(text, text.index("We reply") + 2, at=AT) is not None

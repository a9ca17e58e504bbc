"""Web pages: the text, without what stands around it."""

import pytest

from goodword.document.read import read
from goodword.exchange.imported import Imported, ImportRefusedError, Kind, import_policy
from goodword.policy.promise import Promise


def imported(page: str, *, encoding: str = "utf-8") -> Imported:
    return import_policy(page.encode(encoding), Kind.HTML, name="charter")


PAGE = """<!doctype html><html><head><title>Customer charter | Wharf Council</title>
<style>p { color: red }</style><script>alert("hello")</script></head><body>
<nav><a href="/">Home</a> <a href="/bins">Bins</a></nav>
<main><h1>Our customer charter</h1>
<p>We aim to reply to <b>all emails</b> within 5&nbsp;working days.</p>
<h2>1. By phone</h2>
<p>We answer calls within 30 seconds. <img src="x.png" alt="A smiling clerk"></p>
<ul><li>We return voicemail within 1 working day.</li></ul>
<dl><dt>Letters</dt><dd>10 working days</dd></dl>
</main><footer>© Wharf Council</footer></body></html>"""


def test_a_page_becomes_its_main_part() -> None:
    made = imported(PAGE)
    assert made.text == (
        "# Our customer charter\n\nWe aim to reply to **all emails** within 5 working days.\n\n"
        "## By phone\n\nWe answer calls within 30 seconds.\n\n"
        "- We return voicemail within 1 working day.\n\n- Letters: 10 working days\n"
    )
    assert len(read(made.text).policy.of_kind(Promise)) == 4


def test_what_stands_around_is_told() -> None:
    notes = imported(PAGE).notes
    assert "1 picture left out: A smiling clerk." in notes
    assert "1 menu left out, which began “Home Bins”." in notes
    assert "1 page footer left out, which began “© Wharf Council”." in notes


def test_rows_and_columns_that_are_joined_say_so_in_each_row() -> None:
    made = imported(
        "<h1>Charter</h1><table><tr><th>Channel</th><th>First reply</th></tr>"
        '<tr><td>Email</td><td rowspan="2">2 working days</td></tr><tr><td>Web form</td></tr>'
        "</table>"
    )
    assert "| Email | 2 working days |\n| Web form | 2 working days |" in made.text


def test_a_table_that_only_frames_the_page_is_running_text() -> None:
    made = imported("<table><tr><td><h1>Charter</h1><p>We are kind.</p></td></tr></table>")
    assert made.text == "# Charter\n\nWe are kind.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-1"])
def test_a_page_is_read_in_its_own_encoding(encoding: str) -> None:
    page = f'<meta charset="{encoding}"><h1>Café</h1><p>Nous sommes là.</p>'
    assert imported(page, encoding=encoding).text == "# Café\n\nNous sommes là.\n"


def test_links_inside_the_page_keep_their_words_alone() -> None:
    made = imported(
        '<h1>A</h1><p>See <a href="#b">below</a> or <a href="https://b.example">there</a>.</p>'
    )
    assert made.text == "# A\n\nSee below or [there](https://b.example).\n"


def test_a_page_of_endless_depth_is_refused_kindly() -> None:
    with pytest.raises(ImportRefusedError, match="too deep"):
        imported("<div>" * 5_000 + "deep")


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="No words"):
        imported("<html><body><script>1</script></body></html>")

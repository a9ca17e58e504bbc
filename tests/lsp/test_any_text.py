"""Whatever stands in the editor, every question has an answer."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.errors import GoodwordError
from goodword.lsp.completions import completions
from goodword.lsp.definitions import definition, references
from goodword.lsp.fixes import actions
from goodword.lsp.hovers import hover
from goodword.lsp.renames import applied, rename
from goodword.lsp.symbols import symbols
from goodword.span import Span

AT = 1_788_220_800
RIVERSIDE = (Path(__file__).parents[2] / "examples" / "riverside" / "policy.md").read_text("utf-8")
LINES = RIVERSIDE.split("\n")


def asked(text: str, offset: int) -> None:
    """Ask everything that an editor asks at one place."""
    hover(text, offset, at=AT)
    definition(text, offset)
    references(text, offset)
    symbols(text)
    for one in completions(text, offset, at=AT):
        assert 0 <= one.span.start <= one.span.end <= offset
    for action in actions(text, Span(offset, offset), at=AT):
        applied(text, action.edits)
    try:
        rename(text, offset, "care lead")
    except GoodwordError as refused:
        assert refused.hint  # noqa: PT017  (either way is right)


@settings(max_examples=20)
@given(st.text(alphabet="aW #*-|>1.)\n\t:é👋$\r", max_size=60), st.data())
def test_any_text_can_be_asked_anything(text: str, data: st.DataObject) -> None:
    asked(text, data.draw(st.integers(0, len(text))))


@settings(max_examples=6)
@given(st.data())
def test_a_policy_can_be_asked_anything_while_it_is_being_typed(data: st.DataObject) -> None:
    line = data.draw(st.sampled_from([line for line in LINES if len(line) > 20]))
    cut = data.draw(st.integers(0, len(line)))
    before, _, after = RIVERSIDE.partition(line)
    text = f"{before}{line[:cut]}{after}"
    asked(text, len(before) + cut)

"""The server as an editor sees it: another process, spoken to over its own input and output."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

URI = "file:///policy.md"
TEXT = """# Wharf Café 👋

Our team has two roles: the owner and waiters.
👋 We answer all emails quickly.
Waiters may refund up to $50.
We reply to every letter within 5 working days.
"""


class Editor:
    """A language client, with what the server last said of each document."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1")
        self.problems: list[types.Diagnostic] = []
        self.told = asyncio.Event()
        self.server: Any = None

    async def open(self, text: str = TEXT, encoding: str = "utf-16") -> None:
        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.problems = list(params.diagnostics)
            self.told.set()

        await self.client.start_io(sys.executable, "-m", "goodword.cli", "lsp", "--stdio")
        general = types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(encoding)]
        )
        self.server = await self.client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(general=general), process_id=None
            )
        )
        self.client.initialized(types.InitializedParams())
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, "markdown", 1, text))
        )
        await self.heard()

    async def heard(self) -> None:
        await asyncio.wait_for(self.told.wait(), 30)
        self.told.clear()

    async def close(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]  # the library's own


def spoken(conversation: Callable[[Editor], Coroutine[Any, Any, None]]) -> None:
    """Hold a whole conversation with a server of its own."""

    async def held() -> None:
        editor = Editor()
        try:
            await conversation(editor)
        finally:
            await editor.close()

    asyncio.run(asyncio.wait_for(held(), 60))


def at(words: str, text: str = TEXT, beyond: int = 0) -> types.Position:
    """Return a place as an editor counts it, in UTF-16."""
    offset = text.index(words) + beyond
    line = text.count("\n", 0, offset)
    own = text[text.rfind("\n", 0, offset) + 1 : offset]
    return types.Position(line, len(own.encode("utf-16-le")) // 2)


DOCUMENT = types.TextDocumentIdentifier(URI)


def test_an_editor_is_told_problems_and_gets_answers_to_all_it_asks() -> None:
    async def conversation(editor: Editor) -> None:
        await editor.open()
        vague = next(one for one in editor.problems if one.code == "PR01")
        assert vague.severity is types.DiagnosticSeverity.Error
        # Behind an emoji an editor counts one more than there are characters.
        assert vague.range.start == at("quickly")
        assert vague.range.end == at("quickly", beyond=len("quickly"))
        assert "Try: " in vague.message

        hover = await editor.client.text_document_hover_async(
            types.HoverParams(DOCUMENT, at("every letter"))
        )
        assert hover is not None
        assert isinstance(hover.contents, types.MarkupContent)
        assert "**Live.**" in hover.contents.value

        symbols = await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(DOCUMENT)
        )
        assert [one.name for one in symbols or ()] == ["Wharf Café 👋"]

        found = await editor.client.text_document_definition_async(
            types.DefinitionParams(DOCUMENT, at("Waiters may", beyond=3))
        )
        assert isinstance(found, types.Location)
        assert found.range.start.line == 2

        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(DOCUMENT, vague.range, types.CodeActionContext([vague]))
        )
        assert actions
        assert isinstance(actions[0], types.CodeAction)

        edit = await editor.client.text_document_rename_async(
            types.RenameParams(DOCUMENT, at("waiters", beyond=1), "attendants")
        )
        assert edit is not None
        assert [one.new_text for one in (edit.changes or {})[URI]] == ["attendants", "Attendants"]

        with pytest.raises(JsonRpcException, match="There is a role"):
            await editor.client.text_document_rename_async(
                types.RenameParams(DOCUMENT, at("waiters", beyond=1), "owner")
            )

    spoken(conversation)


def test_typing_brings_new_problems_and_completion_sees_what_was_typed() -> None:
    async def conversation(editor: Editor) -> None:
        await editor.open()
        start, end = at("quickly"), at("quickly", beyond=len("quickly"))
        editor.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(2, URI),
                [types.TextDocumentContentChangePartial(types.Range(start, end), "within ")],
            )
        )
        await editor.heard()
        place = types.Position(start.line, start.character + len("within "))
        offered = await editor.client.text_document_completion_async(
            types.CompletionParams(DOCUMENT, place)
        )
        assert isinstance(offered, types.CompletionList)
        assert "5 working days" in [one.label for one in offered.items]

        editor.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(3, URI),
                [
                    types.TextDocumentContentChangePartial(
                        types.Range(place, place), "2 working days"
                    )
                ],
            )
        )
        await editor.heard()
        assert "PR01" not in [one.code for one in editor.problems]

        tidied = await editor.client.text_document_formatting_async(
            types.DocumentFormattingParams(DOCUMENT, types.FormattingOptions(2, True))
        )
        assert list(tidied or []) == []

        whole = types.Range(types.Position(0, 0), types.Position(99, 0))
        editor.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(4, URI),
                [types.TextDocumentContentChangePartial(whole, "")],
            )
        )
        await editor.heard()
        assert editor.problems == []
        top = types.HoverParams(DOCUMENT, types.Position(0, 0))
        assert await editor.client.text_document_hover_async(top) is None

    spoken(conversation)


def test_the_command_says_what_to_install_where_the_library_is_missing(root: Path) -> None:
    import subprocess  # noqa: PLC0415  (only here)

    program = (
        "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None; "
        "from goodword.cli import main; sys.exit(main(['lsp']))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=root
    )
    assert shown.returncode == 2
    assert "pip install 'goodword[lsp]'" in shown.stderr

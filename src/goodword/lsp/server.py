"""The language server: the protocol's requests, answered by the pure functions beside it."""

import asyncio
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from goodword.checks.catalogue import CATALOGUE
from goodword.errors import GoodwordError
from goodword.lsp import completions as completing
from goodword.lsp import definitions, fixes, hovers, renames, symbols
from goodword.lsp.opened import problems
from goodword.lsp.positions import UTF16, Lines
from goodword.problem import Problem, Severity
from goodword.span import Span

NAME = "goodword"
DAY = 86_400
# Seconds without a keystroke after which problems are looked for.
PAUSE = 0.15
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
    Severity.HINT: types.DiagnosticSeverity.Hint,
}
Clock = Callable[[], float]


class _Open:
    """A document as the editor has it, with its places."""

    def __init__(self, server: LanguageServer, uri: str) -> None:
        document = server.workspace.get_text_document(uri)
        self.text = document.source
        self.version = document.version
        self.lines = Lines(self.text, str(server.workspace.position_encoding or UTF16))

    def offset(self, position: types.Position) -> int:
        return self.lines.offset(position.line, position.character)

    def range(self, span: Span) -> types.Range:
        start, end = self.lines.range(span)
        return types.Range(types.Position(*start), types.Position(*end))

    def span(self, wanted: types.Range) -> Span:
        return Span(self.offset(wanted.start), self.offset(wanted.end))

    def edit(self, edit: renames.Edit) -> types.TextEdit:
        return types.TextEdit(self.range(edit.span), edit.words)


def make_server(clock: Clock = time.time) -> LanguageServer:
    """Return a language server; `clock` tells the instant by which dates are judged."""
    server = LanguageServer(
        NAME,
        version("goodword"),
        text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
    )

    def today() -> int:
        # The same for a day, so that what was worked out is kept while people type.
        return int(clock()) // DAY * DAY

    _speak_of_problems(server, today)
    _explain(server, today)
    _find(server)
    _change(server, today)
    return server


def _speak_of_problems(server: LanguageServer, today: Callable[[], int]) -> None:
    def publish(uri: str) -> None:
        opened = _Open(server, uri)
        found = problems(opened.text, today()) if opened.text.strip() else ()
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri, [_diagnostic(one, opened, uri) for one in found], opened.version
            )
        )

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        # While somebody types on, only the last of the texts is worth a look.
        await asyncio.sleep(PAUSE)
        known = server.workspace.text_documents.get(params.text_document.uri)
        if known is not None and known.version == params.text_document.version:
            publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(params.text_document.uri, [])
        )


def _diagnostic(problem: Problem, opened: _Open, uri: str) -> types.Diagnostic:
    # What concerns the whole text is shown at its first character.
    span = problem.span or Span(0, 0)
    if span.start == 0 and span.end >= len(opened.text.rstrip()):
        span = Span(0, 0)
    known = CATALOGUE.get(problem.code)
    message = (
        f"{known.name[:1].upper()}{known.name[1:]}: {problem.message}"
        if known
        else (problem.message)
    )
    if problem.understood:
        slots = " · ".join(f"{slot} = {word}" for slot, word in problem.understood)
        message = f"{message}\nI understood: {slots}"
    for number, way in enumerate(problem.ways_out, 1):
        message = f"{message}\n{number}. {way}"
    if problem.fix is not None:
        message = f"{message}\nTry: {problem.fix.replacement}"
    return types.Diagnostic(
        range=opened.range(span),
        message=message,
        severity=_SEVERITIES[problem.severity],
        code=problem.code,
        source=NAME,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(uri, opened.range(one)), " ".join(one.of(opened.text).split())
            )
            for one in problem.related
        ]
        or None,
    )


def _explain(server: LanguageServer, today: Callable[[], int]) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        opened = _Open(server, params.text_document.uri)
        found = hovers.hover(opened.text, opened.offset(params.position), at=today())
        if found is None:
            return None
        shown = types.MarkupContent(types.MarkupKind.Markdown, found.markdown)
        return types.Hover(shown, opened.range(found.span))

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=[" ", "|", "#", ":"]),
    )
    def completion(params: types.CompletionParams) -> types.CompletionList:
        opened = _Open(server, params.text_document.uri)
        offset = opened.offset(params.position)
        found = completing.completions(opened.text, offset, at=today())
        items = [
            types.CompletionItem(
                label=one.words.strip(),
                kind=types.CompletionItemKind.Text,
                detail=one.detail or None,
                sort_text=f"{place:04}",
                filter_text=one.words,
                text_edit=types.TextEdit(opened.range(one.span), one.words),
            )
            for place, one in enumerate(found)
        ]
        return types.CompletionList(is_incomplete=True, items=items)


def _find(server: LanguageServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        opened = _Open(server, params.text_document.uri)
        found = definitions.definition(opened.text, opened.offset(params.position))
        return types.Location(params.text_document.uri, opened.range(found)) if found else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        opened = _Open(server, params.text_document.uri)
        found = definitions.references(opened.text, opened.offset(params.position))
        return [types.Location(params.text_document.uri, opened.range(one)) for one in found]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def document_symbol(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        opened = _Open(server, params.text_document.uri)
        return [_symbol(one, opened) for one in symbols.symbols(opened.text)]


def _symbol(symbol: symbols.Symbol, opened: _Open) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=symbol.name,
        detail=symbol.detail,
        kind=types.SymbolKind.Namespace if symbol.is_section else types.SymbolKind.Function,
        range=opened.range(symbol.span),
        selection_range=opened.range(symbol.name_span),
        children=[_symbol(child, opened) for child in symbol.children],
    )


def _change(server: LanguageServer, today: Callable[[], int]) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        opened = _Open(server, uri)
        found = fixes.actions(opened.text, opened.span(params.range), at=today())
        return [
            types.CodeAction(
                title=one.title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[_diagnostic(one.problem, opened, uri)] if one.problem else None,
                is_preferred=place == 0,
                edit=types.WorkspaceEdit({uri: [opened.edit(edit) for edit in one.edits]}),
            )
            for place, one in enumerate(found)
        ]

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare_rename(params: types.PrepareRenameParams) -> types.Range | None:
        opened = _Open(server, params.text_document.uri)
        found = renames.renamed_span(opened.text, opened.offset(params.position))
        return opened.range(found) if found else None

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit:
        uri = params.text_document.uri
        opened = _Open(server, uri)
        try:
            edits = renames.rename(opened.text, opened.offset(params.position), params.new_name)
        except GoodwordError as refused:
            raise JsonRpcInvalidParams(str(refused)) from refused
        return types.WorkspaceEdit({uri: [opened.edit(one) for one in edits]})

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        opened = _Open(server, params.text_document.uri)
        tidied = fixes.formatted(opened.text)
        if tidied is None:
            return []
        return [types.TextEdit(opened.range(Span(0, len(opened.text))), tidied)]


def serve_stdio() -> Any:
    """Answer on standard input and output until the editor closes them."""
    return make_server().start_io()

"""In which language a text says that it is written."""

import re
from dataclasses import dataclass

from goodword.document.blocks import Block, BlockKind, Text
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack, UnknownLanguageError, languages, pack
from goodword.problem import Problem, Severity
from goodword.span import Span

# What tools write above a text: lines between two rules, "language: de".
_FRONT = re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*\n){0,40}?---[ \t]*(?:\r?\n|\Z)")
_SAID = re.compile(r"(?m)^(?:language|lang):[ \t]*[\"']?(?P<code>[A-Za-z]{2,3}(?:[-_]\w+)?)[\"']?")
_HEAD = 3_000


@dataclass(frozen=True, slots=True)
class NamedLanguage:
    """The pack that reads a text, where its front matter stands, and what is wrong with it."""

    pack: Pack = ENGLISH
    front: Span | None = None
    problem: Problem | None = None


def language_in(text: str) -> NamedLanguage:
    """Return the language that the front matter names, or a sentence in that language itself."""
    found = _FRONT.match(text) if text.startswith("---") else None
    front = Span(0, found.end()) if found else None
    if found is not None and (said := _SAID.search(found[0])) is not None:
        try:
            return NamedLanguage(pack(said["code"]), front)
        except UnknownLanguageError:
            known = ", ".join(f"{pack(code).name} ({code})" for code in languages())
            problem = Problem(
                "LG01",
                Severity.ERROR,
                f'I do not read "{said["code"]}" yet, so I read this as English. I read: {known}. '
                "A language is added with a pack of its words.",
                Span(said.start("code"), said.end("code")),
            )
            return NamedLanguage(ENGLISH, front, problem)
    return NamedLanguage(_said_by_itself(text[:_HEAD]) or ENGLISH, front)


def _said_by_itself(head: str) -> Pack | None:
    lines = [line.strip(" .\r") for line in normal_lines(head)]
    for code in languages():
        own = pack(code)
        if own is ENGLISH or not own.has("sentences.language"):
            continue
        pattern = own.pattern("sentences.language")
        for line in lines:
            found = pattern.match(line)
            if found is not None:
                named = own.words("sentences.languages").get(found["language"])
                if named == code:
                    return own
    return None


def normal_lines(text: str) -> list[str]:
    """Return the lines of a text in small letters."""
    return [normal(line) for line in text.split("\n")]


def without_front(text: str, front: Span | None) -> str:
    """Return the text with its front matter blank, each character where it was."""
    if front is None:
        return text
    blank = "".join(letter if letter in "\r\n" else " " for letter in front.of(text))
    return blank + text[front.end :]


def with_front(blocks: tuple[Block, ...], text: str, front: Span | None) -> tuple[Block, ...]:
    """Return the blocks with the front matter as one that holds no sentence."""
    if front is None:
        return blocks
    end = front.start + len(front.of(text).rstrip())
    return (Block(BlockKind.OTHER, Text("", ()), Span(front.start, end)), *blocks)

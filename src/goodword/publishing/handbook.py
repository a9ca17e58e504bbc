"""A policy as it is shown to somebody, before any styling."""

from dataclasses import dataclass

from goodword.policy.clause import Audience
from goodword.span import Span


@dataclass(frozen=True, slots=True)
class LiveSentence:
    """Where, in its paragraph's Markdown, a sentence stands that runs, and what it says.

    `span` counts in the paragraph's own text. `clause_ids` and `echoes` go together, in order.
    """

    span: Span
    clause_ids: tuple[str, ...]
    echoes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of Markdown between blank lines: prose, a list, a table, a quotation.

    `span` is its place in the source; where sentences were left out for this audience, `text` is
    shorter than that.
    """

    text: str
    span: Span
    live: tuple[LiveSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class HandbookSection:
    """A heading with its paragraphs. `level` 0 is what stands before any heading."""

    slug: str
    title: str
    level: int
    audience: Audience
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Handbook:
    """Everything that one audience reads, in the order of the policy."""

    title: str
    organisation: str
    audience: Audience
    sections: tuple[HandbookSection, ...]

    @property
    def clause_ids(self) -> tuple[str, ...]:
        """The clauses shown, in order."""
        return tuple(
            clause_id
            for section in self.sections
            for paragraph in section.paragraphs
            for sentence in paragraph.live
            for clause_id in sentence.clause_ids
        )

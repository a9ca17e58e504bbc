"""The outline of a policy: its sections, and in each the clauses that run."""

from dataclasses import dataclass

from goodword.document.echo_label import label
from goodword.lsp.opened import reading_of
from goodword.policy.clause import Clause
from goodword.policy.definition import AudienceClause
from goodword.policy.policy import Policy, Section
from goodword.span import Span

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Symbol:
    """An entry of the outline; `span` covers all of it, `name_span` what to jump to."""

    name: str
    detail: str
    span: Span
    name_span: Span
    is_section: bool
    children: tuple["Symbol", ...] = ()


def symbols(text: str) -> tuple[Symbol, ...]:
    """Return the outline of a text: sections below their parents, clauses below their section."""
    policy = reading_of(text).policy
    starts = [section.span.start for section in policy.sections]
    ends = [*starts[1:], len(text)]
    waiting = [
        (section, Span(section.span.start if section.level else 0, end))
        for section, end in zip(policy.sections, ends, strict=True)
    ]
    return _nested(waiting, policy, text)


def _nested(waiting: list[tuple[Section, Span]], policy: Policy, text: str) -> tuple[Symbol, ...]:
    made: list[Symbol] = []
    while waiting:
        section, own = waiting.pop(0)
        below: list[tuple[Section, Span]] = []
        while section.level and waiting and waiting[0][0].level > section.level:
            below.append(waiting.pop(0))
        children = (*_clauses(section, policy), *_nested(below, policy, text))
        end = max([own.end, *(child.span.end for child in children)])
        if section.level == 0:
            made.extend(children)
            continue
        line = text.find("\n", own.start)
        named = Span(own.start, line if 0 <= line <= own.end else own.end)
        made.append(
            Symbol(
                section.title or "Section",
                "for the team" if section.audience.value == "team" else "public",
                Span(own.start, end),
                named,
                True,
                children,
            )
        )
    return tuple(made)


def _clauses(section: Section, policy: Policy) -> tuple[Symbol, ...]:
    return tuple(
        Symbol(_name(clause, policy), clause.id, clause.span, clause.span, False)
        for clause in policy.clauses
        if clause.section == section.slug and not isinstance(clause, AudienceClause)
    )


def _name(clause: Clause, policy: Policy) -> str:
    name = " ".join(label(clause, policy).split())
    name = name[:1].upper() + name[1:]
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"

"""Haste in brackets behind a time: "within one working day (immediately where life is at risk)"."""

from dataclasses import replace

from goodword.document.one_person import OnePerson
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.problem import Severity

_ASIDE = Cued(
    r"(?i)(?<=[a-z]) \((?:or |but |and |dealt with |answered )?"
    r"(?P<haste>immediately|at once|straight ?away|right away|as soon as (?:possible|practicable|"
    r"we can)|asap|urgently|sooner|faster|quicker|without delay|instantly)"
    r" (?P<case>(?!(?:if|when|where) (?:at all |ever )?(?:possible|needed|necessary|we can)\b)"
    r"(?:if|when|where|for|in|with) [^()]{3,120})\)",
    "(",
)


def without_haste(text: str) -> tuple[OnePerson, Finding] | None:
    """Return the sentence without such brackets, and what is asked; None where it has none."""
    found = _ASIDE.search(text)
    if found is None:
        return None
    start, end = found.span()
    haste, case = found["haste"], found["case"]
    finding = Finding(
        "TX06",
        Severity.WARNING,
        f'"{haste}" is not a time I can keep count of, so what you say "{case}" gets the same '
        "time as all the rest. Say by when.",
        *found.span("haste"),
        fix=f"{text[: found.start('haste')]}30 minutes{text[found.end('haste') :]}",
        label="Name a time",
    )
    return OnePerson(text[:start] + text[end:], ((start, end),)), finding


def with_haste(read: Understood, finding: Finding) -> Understood:
    """Return what was read without the brackets, with what is asked of them."""
    return replace(read, findings=(*read.findings, finding))

"""What a chosen law pack asks the policy to say."""

import re
from collections.abc import Iterator
from functools import lru_cache

from goodword.checks.law_chosen import Chosen
from goodword.document.reading import Reading
from goodword.law import LawPack, LawStatement
from goodword.law import Standing as Founded
from goodword.problem import Fix, Problem, Severity

GRAVITY = {
    Founded.SEEN: Severity.ERROR,
    Founded.SECONDARY: Severity.WARNING,
    Founded.UNCONFIRMED: Severity.HINT,
}


def against_statements(reading: Reading, one: Chosen) -> Iterator[Problem]:
    """Yield what the pack asks the policy to say and no sentence says. O(sentences)."""
    # The packs know how these things are said in English only.
    if reading.policy.language != "en":
        return
    said = [
        sentence.text for sentence in reading.sentences if "checked against" not in sentence.text
    ]
    for statement in one.pack.statements:
        if not is_said(statement, said):
            yield _unsaid(statement, one.pack, one)


def is_said(statement: LawStatement, sentences: list[str]) -> bool:
    """Whether one of the sentences holds everything that the statement looks for."""
    patterns = [compiled(words) for words in statement.words]
    return any(all(pattern.search(text) for pattern in patterns) for text in sentences)


@lru_cache(maxsize=512)
def compiled(words: str) -> re.Pattern[str]:
    """Return the pattern, blind to capitals."""
    return re.compile(words, re.IGNORECASE)


def _unsaid(statement: LawStatement, pack: LawPack, one: Chosen) -> Problem:
    return Problem(
        code=statement.code,
        severity=Severity.HINT if pack.advice else GRAVITY[statement.standing],
        message=f'A policy checked against "{pack.name}" {statement.says}. I find no sentence '
        f"here that does. Source: {pack.source}.",
        span=one.span,
        fix=Fix("Say it", statement.sentence),
    )

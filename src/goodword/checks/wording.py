"""How the text speaks: jargon, abbreviations, long sentences, apologies that are none."""

import re
from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.checks.jargon import JARGON, KNOWN_ABBREVIATIONS, NON_APOLOGIES
from goodword.checks.visible import spoken_for, visible
from goodword.document.reading import Reading, SentenceState
from goodword.policy.clause import Audience
from goodword.policy.definition import TermClause
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

_JARGON = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in sorted(JARGON, key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)  # fmt: skip
_ABBREVIATION = re.compile(r"(?<![\w.@/#-])[A-Z]{2,6}s?(?![\w@/-]|\.[A-Z])")
_APOLOGIES = tuple(
    (re.compile(rf"\b{pattern}", re.IGNORECASE), why, better)
    for pattern, (why, better) in NON_APOLOGIES.items()
)
_WORD = re.compile(r"[\w’'-]*\w")
MOST_WORDS = 25
FAR_TOO_MANY = 40


def jargon(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield insiders' words with plainer ones, and abbreviations that are nowhere explained."""
    text = spoken_for(reading.text)
    for match in _JARGON.finditer(text):
        plain = JARGON[match.group().lower()]
        public = _audience(reading, match.start()) is Audience.PUBLIC
        yield Problem(
            code="ST01",
            severity=Severity.WARNING if public else Severity.HINT,
            message=f'"{match.group()}" is a word of insiders. Plainer: {plain}.',
            span=Span(*match.span()),
        )
    yield from _abbreviations(reading, visible(reading.text))


def _abbreviations(reading: Reading, text: str) -> Iterator[Problem]:
    terms = {term.term.upper() for term in reading.policy.of_kind(TermClause)}
    seen: set[str] = set()
    for match in _ABBREVIATION.finditer(text):
        short = match.group().removesuffix("s")
        if short in KNOWN_ABBREVIATIONS | terms | seen or _is_explained(text, short):
            continue
        if text[: match.start()].rfind("\n") == match.start() - 1 and match.group().isupper():
            continue  # a line that shouts is a heading, not an abbreviation
        seen.add(short)
        yield Problem(
            code="ST01",
            severity=Severity.HINT,
            message=f'"{short}" is not explained. Write it out the first time, '
            f'as in "… ({short})", or use the full words.',
            span=Span(*match.span()),
        )


def _is_explained(text: str, short: str) -> bool:
    return f"({short})" in text or re.search(rf"\b{short}\s+\((?=[A-Za-z])", text) is not None


def _audience(reading: Reading, offset: int) -> Audience:
    for section in reversed(reading.policy.sections):
        if section.span.start <= offset < section.span.end:
            return section.audience
    return Audience.TEAM


def non_apologies(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield sentences that sound sorry and own nothing, unless they are quoted as such."""
    text = spoken_for(reading.text)
    taken: list[Span] = []
    for pattern, why, better in _APOLOGIES:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            taken.append(span)
            yield Problem(
                code="CMP-16",
                severity=Severity.WARNING,
                message=f'"{match.group()}" sounds like an apology and is none: {why}. '
                "Say what you are sorry for, why it happened and what you will do.",
                span=span,
                fix=Fix(label="Say what happened", replacement=f'Say "{better}"'),
            )


def long_sentences(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield sentences that are hard to read aloud in one breath."""
    for sentence in reading.sentences:
        words = _WORD.findall(sentence.span.of(visible(reading.text)))
        is_list_of_words = '", "' in sentence.text or "”, “" in sentence.text
        is_table_row = sentence.span.of(reading.text).lstrip().startswith("|")
        if len(words) <= MOST_WORDS or is_list_of_words or is_table_row:
            continue
        far = len(words) > FAR_TOO_MANY and sentence.state is not SentenceState.LIVE
        yield Problem(
            code="ST02",
            severity=Severity.WARNING if far else Severity.HINT,
            message=f"This sentence has {len(words)} words. Two shorter ones are easier to read "
            f"aloud (up to {MOST_WORDS} words each).",
            span=sentence.span,
        )

"""How the text speaks: words of insiders, words that blame, apologies that are none."""

import re
from collections.abc import Iterator
from functools import lru_cache

from goodword.checks.evidence import Evidence
from goodword.checks.visible import sentence_over, spoken_for, visible
from goodword.checks.word_lists import found_words, instead
from goodword.document.reading import Reading, Sentence, SentenceState
from goodword.language.cued import Pattern, stands
from goodword.language.pack import ENGLISH, Pack, languages, pack
from goodword.policy.authority import ApprovalRule, Authority, Precondition, Prohibition
from goodword.policy.clause import Audience
from goodword.policy.definition import TermClause
from goodword.policy.duty import Escalation, ReviewRule, SurveyRule, TrainingRule
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

_RULES = (
    Promise,
    Authority,
    ApprovalRule,
    Prohibition,
    Precondition,
    Escalation,
    SurveyRule,
    TrainingRule,
    ReviewRule,
    Situation,
)
_ABBREVIATION = re.compile(r"(?<![\w.@/#-])[A-Z]{2,6}s?(?![\w@/-]|\.[A-Z])")


def words_of(reading: Reading) -> Pack | None:
    """Return the pack of the policy's language, where it says how a text should not speak."""
    language = reading.policy.language
    if language == "en":
        return ENGLISH
    if language in languages() and pack(language).has("wording.jargon"):
        return pack(language)
    return None


def jargon(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield insiders' words with plainer ones, and abbreviations that are nowhere explained."""
    words = words_of(reading)
    if words is None:
        return
    text = spoken_for(reading.text)
    for match in found_words(words, "wording.jargon", text, text.lower()):
        public = _audience(reading, match.start()) is Audience.PUBLIC
        plainer = instead(words, "wording.jargon", match)
        yield Problem(
            code="ST01",
            severity=Severity.WARNING if public else Severity.HINT,
            message=f'"{match.group()}" is a word that insiders use. Plainer: {plainer}.',
            span=Span(*match.span()),
            fix=_reworded(reading, match, plainer),
        )
    yield from _abbreviations(reading, visible(reading.text), words)


def _abbreviations(reading: Reading, text: str, words: Pack) -> Iterator[Problem]:
    terms = {term.term.upper() for term in reading.policy.of_kind(TermClause)}
    seen = {*words.names("wording.abbreviations"), *terms}
    for match in _ABBREVIATION.finditer(text):
        short = match.group().removesuffix("s")
        if short in seen or _is_explained(text, short):
            continue
        if text[: match.start()].rfind("\n") == match.start() - 1 and match.group().isupper():
            continue  # a line that shouts is a heading, not an abbreviation
        if "checked against" in _line_of(text, match.start()):
            continue  # the names of laws are what they are called
        seen.add(short)
        yield Problem(
            code="ST01",
            severity=Severity.HINT,
            message=f'"{short}" is not explained. Write it out the first time, '
            f'as in "… ({short})", or use the full words.',
            span=Span(*match.span()),
        )


def _line_of(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at].lower()


def _is_explained(text: str, short: str) -> bool:
    return f"({short})" in text or re.search(rf"\b{short}\s+\((?=[A-Za-z])", text) is not None


def _audience(reading: Reading, offset: int) -> Audience:
    for section in reversed(reading.policy.sections):
        if section.span.start <= offset < section.span.end:
            return section.audience
    return Audience.TEAM


def blame(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield words about people that blame or hurt, with plainer ones."""
    words = words_of(reading)
    if words is None:
        return
    text = spoken_for(reading.text)
    for match in found_words(words, "wording.blame", text, text.lower()):
        kinder = instead(words, "wording.blame", match)
        yield Problem(
            code="ST05",
            severity=Severity.WARNING,
            message=f'"{match.group()}" can hurt whoever is meant by it, and says nothing of what '
            f"happened. Kinder: {kinder}.",
            span=Span(*match.span()),
            fix=_reworded(reading, match, kinder),
        )


def _reworded(reading: Reading, match: re.Match[str], better: str) -> Fix | None:
    """Return the sentence with the better words, where they can simply take the others' place."""
    span = Span(*match.span())
    sentence = sentence_over(reading, span)
    if sentence is None or "(" in better or "…" in better:
        return None
    written = sentence.span.of(reading.text)
    first, last = span.start - sentence.span.start, span.end - sentence.span.start
    if match.group()[:1].isupper():
        better = better[:1].upper() + better[1:]
    return Fix("Say it plainly", f"{written[:first]}{better}{written[last:]}", sentence.span)


def vague(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield words that leave a rule open, only in sentences that run and have no other problem."""
    words = words_of(reading)
    if words is None or not words.has("wording.vague"):
        return
    asked = {one.span.start for one in reading.problems if one.span is not None}
    text = spoken_for(reading.text)
    for match in found_words(words, "wording.vague", text, text.lower()):
        span = Span(*match.span())
        sentence = sentence_over(reading, span)
        if sentence is None or not _runs(sentence, reading):
            continue
        if any(sentence.span.start <= start < sentence.span.end for start in asked):
            continue
        yield Problem(
            code="LNG-03",
            severity=Severity.WARNING,
            message=f'"{match.group()}" means something else to each who reads it. Say '
            f"{instead(words, 'wording.vague', match)}, so that the rule is the same for all.",
            span=span,
            fix=_without_vague(sentence),
        )


def _without_vague(sentence: Sentence) -> Fix | None:
    """Return a rule without "in reasonable circumstances", which bounds nothing."""
    plain = " ".join(sentence.text.split())
    bare = _BOUNDS_NOTHING.sub("", plain)
    return Fix("Leave it out", bare, sentence.span) if bare != plain else None


# What sounds like a bound and is none.
_BOUNDS_NOTHING = re.compile(
    r",? (?:in|under) (?:reasonable|appropriate|suitable) circumstances\b"
    r"|,? (?:where|when|if|as) (?:it is )?(?:reasonable|appropriate)\b(?=[.,;]|$)",
    re.IGNORECASE,
)


def _runs(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence is a rule, not room for judgment, a definition or words to say."""
    if sentence.state is not SentenceState.LIVE:
        return False
    clauses = (reading.policy.clause(one) for one in sentence.clause_ids)
    return any(isinstance(clause, _RULES) for clause in clauses)


def non_apologies(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield sentences that sound sorry and own nothing, unless they are quoted as such."""
    words = words_of(reading)
    text = spoken_for(reading.text)
    low = text.lower()
    if words is None:
        return
    taken: list[Span] = []
    for cue, others, pattern, why, better in _apologies(words):
        if cue not in low or (others and not stands(others, low)):
            continue
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            taken.append(span)
            yield Problem(
                code="CMP-16",
                severity=Severity.WARNING,
                message=f'"{span.of(text)}" sounds like an apology and is none: {why}. '
                "Say what you are sorry for, why it happened and what you will do.",
                span=span,
                fix=_said_instead(reading, span, better),
            )


def _said_instead(reading: Reading, span: Span, better: str) -> Fix:
    """Return a real apology, in place of the hollow one where that stands in quotation marks."""
    label = "Say what happened"
    sentence = sentence_over(reading, span)
    if sentence is not None:
        written = sentence.span.of(reading.text)
        at = span.start - sentence.span.start
        opening = max(written.rfind('"', 0, at), written.rfind("“", 0, at))
        closings = [place for mark in '"”' if (place := written.find(mark, at)) >= 0]
        if opening >= 0 and closings:
            whole = f"{written[: opening + 1]}{better}{written[min(closings) :]}"
            return Fix(label, whole, sentence.span)
    return Fix(label, f'Say "{better}"')


@lru_cache(maxsize=8)
def _apologies(
    words: Pack,
) -> tuple[tuple[str, tuple[str, ...], Pattern, str, str], ...]:
    return tuple(
        (
            str(one["cue"]),
            tuple(one.get("beside", ())),
            re.compile(rf"\b{one['pattern']}", re.IGNORECASE),
            str(one["why"]),
            str(one["better"]),
        )
        for one in words.entry("wording.apologies")
    )


def no_actor(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield hints for rules that nobody is told to follow: "complaints must be recorded"."""
    words = words_of(reading)
    if words is None or not words.has("wording.passive"):
        return
    text = visible(reading.text)
    for match in words.pattern("wording.passive").finditer(text):
        span = Span(*match.span())
        sentence = sentence_over(reading, span)
        if sentence is None or sentence.state is not SentenceState.PROSE:
            continue
        yield Problem(
            code="ST04",
            severity=Severity.HINT,
            message=f'"{match.group()}" does not say by whom, so everybody thinks of somebody '
            "else. Name who does it.",
            span=span,
        )

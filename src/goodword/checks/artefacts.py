"""What should not have been left in a text: placeholders, stray paths, lines said twice."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from goodword.checks.evidence import Evidence
from goodword.checks.visible import sentence_over, visible
from goodword.document.reading import Reading, SentenceState
from goodword.language.cued import stands
from goodword.policy.definition import AudienceClause
from goodword.problem import Problem, Severity
from goodword.span import Span

_PLACEHOLDERS = re.compile(
    r"""\{\{[^{}\n]*\}\}                                   # {{name}}
    |\[(?!\^)(?=[^\]\n]*[A-Za-z]{2})(?!sic\])[^\]\[\n]{2,40}\]           # [month]
    |\$\{[^{}\n]*\}|<(?:your|insert|name|company|organisation|date)\b[^<>\n]*>
    |\b(?:TBC|TBD|TBA|TODO|FIXME|XXX+)\b
    |\bto\ be\ (?:confirmed|decided|announced|added|written)\b
    |\b[Ll]orem\ ipsum\b|\b(?:19|20)[xX]{2}\b
    |\binsert\ [\w\ ]{2,30}\ here\b|_{4,}|\b[xX]{2}/[xX]{2}/[xX]{2,4}\b""",
    re.VERBOSE,
)
_PATHS = re.compile(
    r"""(?<![\w/.:@-])(?:[A-Za-z]:\\[\w\\.\ -]*\w
    |/(?:home|Users|mnt|tmp|var|usr|opt|data|workspace|app|root)/[\w./-]*\w
    |(?:[\w-]+/)+[\w-]+\.(?:md|docx?|txt|py|json|html?|csv|xlsx?|ya?ml|png|jpe?g)\b)
    |\bfile:///?[\w./-]+""",
    re.VERBOSE,
)
_SLASH = re.compile(r"[/\\]")
_MAY_HOLD = re.compile(
    r"\[[^\]\n]*[a-z]{2}|[{<]|____|\btb[acd]\b|todo|xx[x/]|\d\dxx|lorem|insert|fixme"
    r"|\bto be (?:confirmed|decided|announced|added|written)"
)
# Without one of these none of that stands in a text, and it need not be searched.
_CUES = (
    *("[", "{", "<", "____", "tba", "tbb", "tbc", "tbd", "todo", "xx", "lorem", "insert", "fixme"),
    *("to be confirmed", "to be decided", "to be announced", "to be added", "to be written"),
)
_WORDS = re.compile(r"\w+")
# What is no letter, digit or underscore.
_NO_WORDS = {code: None for code in range(128) if not _WORDS.match(chr(code))}
NOTABLE = 5
LONG = 12


def left_over(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield placeholders, paths of files, and sentences that stand there twice."""
    text = visible(reading.text)
    for match in _placeholders(text):
        if not _is_link(reading.text, match):
            yield _placeholder(reading, match)
    for path in _paths(text):
        yield Problem(
            code="PUB-01",
            severity=Severity.WARNING,
            message=f'"{path.of(text)}" looks like the path of a file on somebody\'s computer. '
            "Take it out, or say where readers can find it.",
            span=path,
        )
    yield from _repeated(reading)


def _placeholders(text: str) -> Iterator[re.Match[str]]:
    """Yield what was left to be filled in. Only lines that may hold such a thing are read."""
    low = text.lower()
    if not stands(_CUES, low) or not _MAY_HOLD.search(low):
        return
    yield from _PLACEHOLDERS.finditer(text)


def _paths(text: str) -> Iterator[Span]:
    """Yield paths of files, looking only around slashes."""
    reach = 0
    for slash in _SLASH.finditer(text):
        if slash.start() < reach:
            continue
        start = max(reach, text.rfind("\n", 0, slash.start()) + 1)
        end = text.find("\n", slash.start())
        end = len(text) if end < 0 else end
        for match in _PATHS.finditer(text, start, end):
            yield Span(*match.span())
        reach = end


def _is_link(text: str, match: re.Match[str]) -> bool:
    """Whether brackets hold the words of a link; where links lead is blank in the visible text."""
    label = match.group()
    return label.startswith("[") and (
        text[match.end() : match.end() + 1] in {"(", "[", ":"} or f"\n{label}:" in text
    )


def _placeholder(reading: Reading, match: re.Match[str]) -> Problem:
    span = Span(*match.span())
    sentence = sentence_over(reading, span)
    runs = sentence is not None and sentence.state is not SentenceState.PROSE
    return Problem(
        code="PUB-01",
        severity=Severity.ERROR if runs else Severity.WARNING,
        message=f'"{match.group()}" was left to be filled in. Put in what belongs there, '
        "or take the sentence out until you know.",
        span=span,
    )


def _repeated(reading: Reading) -> Iterable[Problem]:
    announcements = {clause.id for clause in reading.policy.of_kind(AudienceClause)}
    seen: dict[str, tuple[str, Span]] = {}
    letters = [_letters(one.span.of(reading.text).lower()) for one in reading.sentences]
    often = Counter(letters)
    for sentence, own in zip(reading.sentences, letters, strict=True):
        if often[own] == 1:
            continue
        words = " ".join(_WORDS.findall(sentence.span.of(reading.text).lower()))
        length = words.count(" ") + 1
        if length < NOTABLE or announcements.intersection(sentence.clause_ids):
            continue
        first = seen.setdefault(words, (sentence.section, sentence.span))
        if first[1] == sentence.span or (length < LONG and first[0] != sentence.section):
            continue
        yield Problem(
            code="PUB-01",
            severity=Severity.WARNING,
            message="This stands here a second time, word for word. Keep one of them, "
            "so that a change need not be made twice.",
            span=sentence.span,
            related=(first[1],),
        )


def _letters(low: str) -> str:
    """Return the letters of a sentence alone: those of two that say the same words are the same."""
    return low.translate(_NO_WORDS) if low.isascii() else "".join(_WORDS.findall(low))


_CLAIM = re.compile(
    r"""\b\d+(?:[.,]\d+)?\s?(?:%|per\ ?cent\b)\s+of\s+(?:all\s+|our\s+|the\s+|most\s+)?
    (?:[\w-]+\s+){0,2}?(?:customers?|clients?|patients?|consumers?|people|guests?|users?|buyers?|
    businesses|companies|brands?|shoppers?|members?|respondents?|owners?)\b
    |\b(?:\d+|one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\ of)\s+
    (?:every\s+)?(?:\d+|three|four|five|ten)\s+(?:[\w-]+\s+){0,2}?
    (?:customers?|clients?|patients?|consumers?|people|guests?|users?|companies|businesses)\b
    |\b(?:customers?|clients?|consumers?|people)\s+are\s+\d+(?:[.,]\d+)?\s?(?:%|times)""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY_CLAIM = re.compile(r"%|per\s?cent| in | out of | times")
_SOURCED = re.compile(
    r"\baccording to\b|\bsource\b|\bsurvey of\b|\bstudy (?:by|of)\b|\bour (?:own )?records\b"
    r"|\((?:[^()]*\b(?:19|20)\d\d\b[^()]*)\)|\]\(|\[\^|https?://",
    re.IGNORECASE,
)


def unsourced_claims(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield numbers about people that no source stands behind."""
    for sentence in reading.sentences:
        words = sentence.span.of(reading.text)
        if not _MAY_CLAIM.search(words):
            continue
        found = _CLAIM.search(words)
        if sentence.state is SentenceState.LIVE or found is None or _SOURCED.search(words):
            continue
        start = sentence.span.start + found.start()
        yield Problem(
            code="PUB-02",
            severity=Severity.WARNING,
            message=f'"{found.group()}" is a number without a source. Say where it comes from '
            "(who asked whom, and when), or leave the number out.",
            span=Span(start, start + len(found.group())),
        )

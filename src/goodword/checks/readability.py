"""Whether a text is easy to read, and short enough to be kept in mind."""

import re
from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.checks.visible import visible
from goodword.document.reading import Reading, Sentence, SentenceState
from goodword.language.memory import remembered
from goodword.policy.clause import Audience
from goodword.problem import Problem, Severity
from goodword.span import Span, place_of

_WORD = re.compile(r"[\w’'-]*\w")
MOST_WORDS = 25
FAR_TOO_MANY = 40
# Guides for public services ask for 15 to 20 words on average and a reading age of 9 to 12; what is
# told here lies well beyond both.
AVERAGE_WORDS = 20
OLDEST_READER = 14
ENOUGH = 10
WORDS_A_MINUTE = 200
# A reader takes in a page in two minutes; two pages are enough for one person, and a team is read
# to in half an hour at the most.
ALONE_WORDS = 1_200
TEAM_WORDS = 6_000


def long_sentences(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield sentences that are hard to read aloud in one breath."""
    text = visible(reading.text)
    for sentence in reading.sentences:
        if sentence.span.end - sentence.span.start <= 2 * MOST_WORDS:
            continue  # too short to hold that many words
        words = _words(sentence.span.of(text))
        if len(words) <= MOST_WORDS or _is_a_list(sentence, reading.text):
            continue
        far = len(words) > FAR_TOO_MANY and sentence.state is not SentenceState.LIVE
        yield Problem(
            code="ST02",
            severity=Severity.WARNING if far else Severity.HINT,
            message=f"This sentence has {len(words)} words. Two shorter ones are easier to read "
            f"aloud (up to {MOST_WORDS} words each).",
            span=sentence.span,
        )


@remembered(4_096)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a sentence, which several checks count."""
    return tuple(_WORD.findall(text))


def _is_a_list(sentence: Sentence, text: str) -> bool:
    if sentence.text.startswith("Example:"):
        return True  # an example is a small table in words: what happens, and what comes of it
    is_list_of_words = '", "' in sentence.text or "”, “" in sentence.text
    return is_list_of_words or sentence.span.of(text).lstrip().startswith("|")


def hard_to_read(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield one hint where what customers read is heavy going on the whole.

    By words a sentence and letters a word, which tell much the same in any language that is
    written in letters.
    """
    public = {
        section.slug for section in reading.policy.sections if section.audience is Audience.PUBLIC
    }
    text = visible(reading.text)
    counted: list[tuple[int, Sentence]] = []
    letters = 0
    for sentence in reading.sentences:
        if sentence.section not in public or _is_a_list(sentence, reading.text):
            continue
        words = _words(sentence.span.of(text))
        if len(words) > 3:
            counted.append((len(words), sentence))
            letters += sum(len(word) for word in words)
    total = sum(number for number, _ in counted)
    if len(counted) < ENOUGH or not total:
        return
    average = total / len(counted)
    age = 4.71 * letters / total + 0.5 * average - 21.43 + 5
    if average <= AVERAGE_WORDS and age <= OLDEST_READER:
        return
    why = (
        f"{average:.0f} words a sentence on average"
        if average > AVERAGE_WORDS
        else "long words all through"
    )
    longest = sorted(counted, key=lambda one: -one[0])[:3]
    lines = sorted(place_of(reading.text, one.span.start).line for _, one in longest)
    yield Problem(
        code="LNG-01",
        severity=Severity.HINT,
        message=f"What customers read here is heavy going: {why}. Begin with lines {lines[0]}, "
        f"{lines[1]} and {lines[2]}: say one thing a sentence, in the words that you use at the "
        "counter.",
        span=min((one for _, one in longest), key=lambda one: one.span).span,
    )


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return max(start + 1, len(text) if end < 0 else end)


def too_long(reading: Reading, _at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield one hint for a policy that is too long for those who are to keep it in mind."""
    people = evidence.people
    alone = people == 1 or (people is None and len(reading.policy.roles) < 2)
    most = ALONE_WORDS if alone else TEAM_WORDS
    if len(reading.text) <= 2 * most:
        return  # too short to hold that many words
    words = len(_WORD.findall(visible(reading.text)))
    if words <= most:
        return
    longest = max(reading.policy.sections, key=lambda one: one.span.end - one.span.start)
    whom = "one person" if alone else "a team"
    title = f' Begin with "{longest.title}", the longest section.' if longest.title else ""
    yield Problem(
        code="DOC08",
        severity=Severity.HINT,
        message=f"This takes about {round(words / WORDS_A_MINUTE)} minutes to read, more than "
        f"{whom} keeps in mind. Shorten it to what people really meet, or move what is seldom "
        f"needed into a text of its own.{title}",
        span=Span(longest.span.start, _line_end(reading.text, longest.span.start)),
    )

"""What serves a goal: the promises, situations and habits by which it is to be reached."""

import re
from collections import Counter
from collections.abc import Iterator

from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import channels_in, subjects_in
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Prohibition
from goodword.policy.behaviour import Behaviour
from goodword.policy.clause import Clause
from goodword.policy.duty import Escalation, ReviewRule, SurveyRule, TrainingRule
from goodword.policy.goal import Goal, ShortStaffed
from goodword.policy.policy import Policy
from goodword.policy.promise import NoticeRule, Promise, QualityGoal, Remedy
from goodword.policy.situation import EmergencyWords, Phrase, Principle, Situation
from goodword.policy.stage import Stage

# What can serve a goal: what people do, not what words and places mean.
SERVING = (
    Promise,
    QualityGoal,
    NoticeRule,
    Remedy,
    Situation,
    EmergencyWords,
    Phrase,
    Principle,
    Authority,
    ApprovalRule,
    CapRule,
    Prohibition,
    Escalation,
    SurveyRule,
    TrainingRule,
    ReviewRule,
    Stage,
)
_WORD = re.compile(r"[a-z][a-z'-]*")
_ENDING = re.compile(r"(?:'s|ing|ed|ies|es|s|e|y|ment|ation|ion|er|ly)$")
_SHORTEST = 3
_COMMON = 4  # a word in a quarter of all clauses says little


def serving(goal: Goal, policy: Policy) -> tuple[Clause, ...]:
    """Return the clauses that serve a goal, in document order.

    Those that it names ("served by our promises on email"); where it names none, those of which it
    speaks: of the same channel or kind of case, by a word that few others have, or by what such
    words ask for ("wait" for promises, "feedback" for surveys).
    """
    able = tuple(one for one in _able(policy) if one.text != goal.text)
    if goal.served_by:
        named = {id(one) for words in goal.served_by for one in served_by(words, policy)}
        return tuple(one for one in able if id(one) in named)
    fitting = {id(one) for one, fit in _fits(goal, policy) if fit >= 1}
    return tuple(one for one in able if id(one) in fitting)


def nearest(goal: Goal, policy: Policy) -> Clause | None:
    """Return the clause that comes nearest to serving a goal: else the first promise."""
    fits = [(fit, -place) for place, (_, fit) in enumerate(_fits(goal, policy)) if fit > 0]
    able = _able(policy)
    if fits:
        return able[-max(fits)[1]]
    return next((one for one in able if isinstance(one, Promise)), next(iter(able), None))


def served_by(words: str, policy: Policy) -> tuple[Clause, ...]:
    """Return the clauses that words name: a section by its title, a kind, a channel, a matter."""
    low = normal(words).strip(' ".')
    titles = {one.slug for one in policy.sections if normal(one.title) == low}
    if titles:
        return tuple(one for one in _able(policy) if one.section in titles)
    wanted = _stems(low)
    kinds = _kinds_in(low)
    rest = wanted - {stem for kind in ENGLISH.words("goals.kinds") for stem in _stems(kind)}
    channels, subjects = _matter(low)
    found = []
    for one in _able(policy):
        if kinds and type(one).__name__ not in kinds:
            continue
        if not (kinds or rest):
            continue
        if channels or subjects:
            if not _is_of(one, channels, subjects):
                continue
        elif rest and not rest <= _stems(_text(one, policy)):
            continue
        found.append(one)
    return tuple(found)


def _able(policy: Policy) -> tuple[Clause, ...]:
    return tuple(
        one
        for one in policy.clauses
        if isinstance(one, SERVING) and not isinstance(one, ShortStaffed | Behaviour)
    )


def _fits(goal: Goal, policy: Policy) -> Iterator[tuple[Clause, float]]:
    """Yield each clause with how well it fits a goal: from 1 on it serves it."""
    low = normal(goal.words)
    channels, subjects = _matter(low)
    asked = {
        kind
        for pattern, kinds in ENGLISH.words("goals.serving").items()
        if ENGLISH.compiled(rf"\b(?:{pattern})").search(low)
        for kind in str(kinds).split()
    }
    able = _able(policy)
    often = Counter(stem for one in able for stem in _stems(_text(one, policy)))
    telling = {one for one in _stems(low) if often[one] * _COMMON <= max(len(able), _COMMON)}
    for one in able:
        shared = len(telling & _stems(_text(one, policy)))
        of_matter = 1.0 if _is_of(one, channels, subjects) else 0.0
        kinds = {type(one).__name__, f"{type(one).__name__}.{getattr(one, 'metric', '')}"}
        of_kind = 1.0 if asked & kinds and not (channels and not of_matter) else 0.0
        yield one, of_matter + of_kind + shared / 2


def _matter(low: str) -> tuple[set[str], set[str]]:
    subjects = {one.name for one in subjects_in(low) if not one.weak}
    return {one.name for one in channels_in(low)}, subjects


def _is_of(clause: Clause, channels: set[str], subjects: set[str]) -> bool:
    """Whether a clause is about one of these channels or kinds of case."""
    own = set(getattr(clause, "channels", ()))
    subject = getattr(clause, "subject", None) or ""
    return bool(own & channels) or any(
        subject == one or subject.endswith(f"_{one}") for one in subjects
    )


def _kinds_in(low: str) -> set[str]:
    return {
        kind
        for word, kinds in ENGLISH.words("goals.kinds").items()
        if re.search(rf"\b{word}", low)
        for kind in str(kinds).split()
    }


def _text(clause: Clause, policy: Policy) -> str:
    section = policy.section(clause.section)
    name = clause.name if isinstance(clause, Situation) else ""
    return normal(f"{clause.text} {name} {section.title if section is not None else ''}")


def _stems(low: str) -> set[str]:
    """Return the stems of the words that carry meaning."""
    empty = _empty()
    return {_stem(word) for word in _WORD.findall(low) if word not in empty}


def _empty() -> frozenset[str]:
    return frozenset(ENGLISH.phrase("goals.empty").split())


def _stem(word: str) -> str:
    while len(cut := _ENDING.sub("", word)) >= _SHORTEST and cut != word:
        word = cut
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word

"""Words that mean an emergency. They only ever add urgency."""

from goodword.decision.index import Told, told_in
from goodword.decision.vocabulary import words_of
from goodword.language.pack import ENGLISH
from goodword.language.stem import plain
from goodword.policy.policy import Policy
from goodword.policy.situation import EmergencyWords, Situation, Step, StepKind

# "a pain in my chest" is "chest pain": the words may stand apart, but not in another sentence.
_REACH = 5
_LOOSE = frozenset(ENGLISH.names("find.loose"))
_PARTICLES = frozenset(ENGLISH.names("find.particles"))
_PAST, _NOW, _SOMEBODY, _REPORTED = (
    ENGLISH.compiled(str(ENGLISH.words("find.danger")[name]))
    for name in ("past", "now", "somebody", "reported")
)


def emergencies(policy: Policy, told: Told) -> tuple[tuple[Situation, tuple[str, ...]], ...]:
    """Return an emergency for each clause whose words were told, with the words that were."""
    found = []
    for clause in policy.of_kind(EmergencyWords):
        spoke = tuple(phrase for phrase in clause.words if _is_told(phrase, told))
        if spoke:
            found.append((_situation(clause), spoke))
    return tuple(found)


def is_over(words: str) -> bool:
    """Whether danger is told as something that is over and befell a thing, not a person.

    "The toaster caught fire" is; "my son swallowed a battery" and "the kettle is on fire" are not.
    """
    text = plain(words)
    text = _REPORTED.sub(" ", text)
    return bool(_PAST.search(text)) and not _NOW.search(text) and not _SOMEBODY.search(text)


def _is_told(phrase: str, told: Told) -> bool:
    wanted = told_in(phrase)
    whole = tuple(one for one, _ in words_of(phrase))
    # "Run" is not "run over", and "on" alone says nothing of "on fire".
    alone = len(wanted.stems) == 1 < len(whole) and not _PARTICLES.isdisjoint(whole)
    said_whole = alone and _stands_in(whole, tuple(one for one, _ in told.every))
    places = []
    for word, own_groups in zip(wanted.stems, wanted.groups, strict=True):
        # A group that the whole phrase means ("suicide") may be told in quite other words.
        here = [
            place
            for place, (other, other_groups) in enumerate(zip(told.stems, told.groups, strict=True))
            if (other == word and (said_whole or not alone)) or (own_groups & other_groups) - _LOOSE
        ]
        if not here:
            return False
        places.append(here)
    return bool(places) and any(
        all(any(abs(place - start) <= _REACH for place in here) for here in places)
        for start in places[0]
    )


def _stands_in(row: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[start : start + len(row)] == row for start in range(len(words) - len(row) + 1))


def _situation(clause: EmergencyWords) -> Situation:
    return Situation(
        id=clause.id,
        span=clause.span,
        text=clause.text,
        section=clause.section,
        audience=clause.audience,
        name="An emergency",
        phrases=clause.words,
        steps=(Step(StepKind.CALL, clause.instruction),),
        emergency=True,
    )

"""What each answer comes to, by the question that it answers."""

from collections.abc import Callable, Mapping

from goodword.language.normal import even
from goodword.starters import answer_numbers, answer_places, answer_words
from goodword.starters.question import Answers
from goodword.starters.taken import Again, Taken

LONGEST = 400
_LISTS = frozenset({"channels", "situations"})


def taken(name: str, text: str, answers: Answers) -> Taken | Again:
    """Return what the answer to the question of this name comes to.

    `answers` are those given before, for what an answer means may hang on them.
    """
    words = " ".join(even(text).split())
    if not words:
        return Again("There is nothing there. Write an answer, or skip it for now.")
    if len(words) > LONGEST and name not in _LISTS:
        return Again(f"That is long. Say it in fewer than {LONGEST} letters; more can come later.")
    return _READERS[name](words, answers)


_READERS: Mapping[str, Callable[[str, Answers], Taken | Again]] = {
    "name": answer_words.name_of,
    "sector": answer_words.sector_of,
    "mission": answer_words.wish_of,
    "excellence": answer_words.wish_of,
    "needs": answer_words.needs_of,
    "channels": answer_words.channels_of,
    "hours": answer_numbers.hours_of,
    "reply": answer_numbers.time_of,
    "resolve": answer_numbers.time_of,
    "situations": answer_words.situations_of,
    "amount": answer_numbers.amount_of,
    "size": answer_numbers.size_of,
    "lead": answer_places.lead_of,
    "place": answer_places.place_of,
    "start": answer_places.start_of,
}

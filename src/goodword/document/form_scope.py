"""For whom, for what or when alone a promise is made, in any language."""

import re

from goodword.document.form_frame import scope
from goodword.document.form_sentence import FormSentence
from goodword.language.pack import Pack
from goodword.language.service import channels_in, metrics_in, subjects_in
from goodword.policy.condition import Condition

_HIDDEN = re.compile("[\ue000-\ue01f]")


def scopes_in(it: FormSentence, stretch: tuple[int, int], *, alone: bool) -> tuple[Condition, ...]:
    """Return what narrows a promise within a stretch of its sentence, in the author's words.

    A phrase narrows where something is left of it beside known channels, kinds of case and the
    words that mean everybody. With `alone` the stretch is the whole sentence.
    """
    pack = it.pack
    phrases: list[tuple[int, int, str]] = []
    for start, end, words in (
        *_people(it, stretch),
        *_free(it),
        *_behind_nouns(it),
        *_kinds(it, stretch),
    ):
        inside = alone or stretch[0] <= start < stretch[1]
        taken = any(first < end and start < last for first, last, _ in phrases)
        if inside and not taken and _narrows(words, pack):
            phrases.append((start, end, words))
    phrases.sort()
    return tuple(scope(words, pack) for _, _, words in phrases)


def _free(it: FormSentence) -> list[tuple[int, int, str]]:
    """Return phrases such as `for new customers`, `outside the holidays`, `on Saturdays`."""
    found = []
    if it.pack.has("conditions.scope"):
        for match in it.pack.pattern("conditions.scope").finditer(it.masked):
            end = _end(it, match.end())
            words = it.text[match.start() : end].strip(" ,")
            found.append((match.start(), end, _small(words)))
    if it.pack.has("conditions.days"):
        found.extend(
            (match.start(), match.end(), _small(it.text[match.start() : match.end()]))
            for match in it.pack.pattern("conditions.days").finditer(it.low)
        )
    return found


def _behind_nouns(it: FormSentence) -> list[tuple[int, int, str]]:
    """Return what stands right behind a kind of case or a channel: `complaints about noise`."""
    if not it.pack.has("conditions.scope_behind"):
        return []
    found = []
    for noun in (*subjects_in(it.low, it.pack), *channels_in(it.low, it.pack)):
        match = it.pack.pattern("conditions.scope_behind").match(it.masked, noun.end)
        if match is not None:
            end = _end(it, match.end())
            found.append((match.start(), end, it.text[match.start() : end].strip(" ,")))
    return found


def _kinds(it: FormSentence, stretch: tuple[int, int]) -> list[tuple[int, int, str]]:
    """Return kinds of a kind of case: `small repairs`."""
    if not it.pack.has("conditions.kinds"):
        return []
    found = []
    for noun in subjects_in(it.low, it.pack):
        for source in it.pack.names("conditions.kinds"):
            for match in it.pack.compiled(source).finditer(it.low):
                if match.start("noun") == noun.start:
                    words = _small(it.text[match.start("words") : match.end("words")])
                    told = it.pack.phrase("conditions.for_what").format(words=words)
                    found.append((match.start("words"), match.end("words"), told))
    if stretch[0] and it.pack.has("conditions.other_kinds"):
        # "small repairs within 10 days, large ones within 6 weeks"
        other = it.pack.pattern("conditions.other_kinds").match(it.masked, stretch[0])
        if other is not None:
            start, end = other.span("words")
            told = it.pack.phrase("conditions.for_what").format(words=it.text[start:end])
            found.append((start, end, told))
    if it.pack.has("conditions.own_kinds"):
        for match in it.pack.pattern("conditions.own_kinds").finditer(it.low):
            words = it.text[match.start() : match.end()]
            told = it.pack.phrase("conditions.for_what").format(words=words)
            found.append((match.start(), match.end(), told))
    return found


def _small(words: str) -> str:
    """Return words that are no name with a small first letter, as inside a sentence."""
    return words[:1].lower() + words[1:]


def _people(it: FormSentence, stretch: tuple[int, int]) -> list[tuple[int, int, str]]:
    """Return who gets what is promised, where a sentence begins with them."""
    if not it.pack.has("conditions.who"):
        return []
    match = it.pack.pattern("conditions.who").match(it.masked, stretch[0])
    if match is None or _HIDDEN.search(match["words"]):
        return []
    start, end = match.span("words")
    words = it.text[start:end]
    if words[:1].isupper() and it.pack.has("conditions.small_start"):
        words = it.pack.compiled("^(?:<<conditions.small_start>>)").sub(
            lambda first: first[0].lower(), words
        )
    return [(start, end, it.pack.phrase("conditions.for_whom").format(words=words))]


def opens(it: FormSentence) -> bool:
    """Whether the sentence begins by saying for what it holds: `For new customers we …`."""
    has = it.pack.has("conditions.scope")
    return has and it.pack.pattern("conditions.scope").match(it.masked) is not None


def _end(it: FormSentence, start: int) -> int:
    """Return where a phrase ends: at a time, a stop, a verb, or what the pack names."""
    ends = [len(it.text)]
    if hidden := _HIDDEN.search(it.masked, start):
        ends.append(hidden.start())
    if stop := it.pack.pattern("conditions.scope_stop").search(it.masked, start):
        ends.append(stop.start())
    ends.extend(
        one.start for one in metrics_in(it.low, it.pack) if one.start > start and not one.weak
    )
    return min(ends)


def _narrows(words: str, pack: Pack) -> bool:
    """Whether anything is left of the words beside what means everybody and what is known."""
    low = words.lower()
    known = [*channels_in(low, pack), *subjects_in(low, pack)]
    rest = "".join(
        " " if any(one.start <= at < one.end for one in known) else letter
        for at, letter in enumerate(low)
    )
    for pattern in pack.words("lexicon.subjects").values():
        rest = pack.compiled(rf"\b(?:{pattern})").sub(" ", rest)
    plain = pack.pattern("conditions.plain")
    return any(letter.isalpha() for letter in plain.sub(" ", rest))

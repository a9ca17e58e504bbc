"""What people get who tell us in time: "Send us a photo within 48 hours and we will replace it"."""

from goodword.document.second_said import kept_in_words
from goodword.document.setting import Understood
from goodword.language.cued import Pattern, stands
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.promise import Remedy

# Without one of these nobody is given anything for it.
_OURS = ("we ", "we'", "i ", "i'")
_LONGEST = 180


def told_in_time(text: str) -> Understood | None:
    """Return what we give to whoever tells us of something within a time; else None.

    Their time is a condition, and no promise of ours. Where our own part has a time too, the
    sentence is a promise, and not read here. What has no word of its own is kept as it is written.
    """
    plain = even(text).strip().rstrip(".!")
    low = normal(plain)
    if not stands(_OURS, low) or len(low) != len(plain):
        return None
    found = _pattern("told").match(low)
    if found is None or not times_in(found["ask"]) or times_in(found["ours"]):
        return None
    given = [_given(one) for one in _pattern("or").split(found["ours"])]
    if not all(given):
        if not any(given) and _pattern("mends_it").match(found["ours"]) is None:
            return None
        return kept_in_words(text, plain, "remedy")
    asked = plain[slice(*found.span("ask"))]
    ask = f"you {asked[:1].lower()}{asked[1:]}"
    event = plain[slice(*found.span("event"))] if found["event"] else ""
    words = f"{event} and {ask}" if event else ask
    if len(words) > _LONGEST:
        return None
    goods = " or ".join(dict.fromkeys(given)).removeprefix("a ")
    return Understood(
        (
            Remedy(
                event=slug(normal(words), limit=40),
                event_words=words,
                goods=goods,
                strength=Strength.MUST,
            ),
        )
    )


def _given(words: str) -> str:
    """Return what is given by one thing that we do: "a replacement"; "" where no list knows it."""
    known = ENGLISH.words("remedy.done")
    return next(
        (known[one] for one in known if ENGLISH.compiled(one).fullmatch(words.strip(" ,"))), ""
    )


def _pattern(name: str) -> Pattern:
    return ENGLISH.pattern(f"remedy.{name}")

"""Where a sentence is parted into a moment and what is done in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodword.document.asides import is_asked
from goodword.language.cued import Cued
from goodword.language.pack import ENGLISH

_PRONOUN = re.compile(r"^(?:they|he or she|he/she)\b")
_LISTED = re.compile(r"\b(?:and|or|nor|but|even|especially|particularly|including)$")
_ONLY_ONCE = re.compile(r"once (?:for|a|an|per|in|every|each|again|more|and|or)\b")
# A moment that stands between "we will" and what we will do.
INSIDE = Cued(
    r"^(?P<who>(?:we|(?:our |the )?(?:staff|team|officers|agents|drivers)) "
    r"(?:will|shall|must|aim to|seek to)),? "
    r"(?:if|when|whenever|where|once) (?P<name>[^,;]+), (?P<does>[^;]+)$",
    ", ",
    "aim to|must|seek to|shall|will",
)
_CUTS = re.compile(r"[,:] (?:then )?| (?=say:? \")")


@dataclass(frozen=True, slots=True)
class Parted:
    """A moment by its name, and the words of what is done in it.

    `above` is True where the moment stands in a lead-in or heading: the sentence is all deed.
    `sure` is True where a table's header says that what stands here is done then.
    """

    name: str
    does: str
    above: bool = False
    sure: bool = False


def parted(plain: str, low: str) -> Iterator[Parted]:
    """Yield the moment and what is done in it, as they may be told apart in one sentence."""
    if (inside := INSIDE.match(low)) is not None:
        # "We will, if we visit you, carry a card", as a line below "We will:" is joined.
        name, who, does = (plain[slice(*inside.span(part))] for part in ("name", "who", "does"))
        yield Parted(name.strip(), f"{who} {does}")
        return
    if (told := ENGLISH.first("conduct.said_if", low)) is not None:
        name, what = (plain[slice(*told.span(part))] for part in ("name", "what"))
        yield Parted(name.strip(), f"say that {what}")
        return
    opened = ENGLISH.pattern("moments.front").match(low)
    if opened is not None:
        yield from _opened(plain, low, opened)
        return
    if (whose := _of_whom(plain, low)) is not None:
        yield whose
        return
    closed = ENGLISH.pattern("conduct.behind").search(low)
    if closed is not None:
        does = plain[: closed.start()].strip(" ,")
        if ";" in does or ", or " in does or is_asked(low, closed.start("word")):
            # "Tell the caller when …" says what is told.
            return
        if _LISTED.search(does) is not None or _ONLY_ONCE.match(low, closed.start("word")):
            # "What we know, and when we will write again"; "only once for each matter".
            return
        yield Parted(_named(plain[slice(*closed.span("name"))].strip(), does), does)


def _of_whom(plain: str, low: str) -> Parted | None:
    """Return what is done with whoever does something: "Guests who come late are seated last"."""
    for entry in ("whose", "things"):
        found = ENGLISH.pattern(f"moments.{entry}").match(low)
        if found is None:
            continue
        who, what = (plain[slice(*found.span(part))].strip() for part in ("who", "what"))
        many = who.lower().split()[-1].endswith("s")
        link = "" if entry == "whose" else "are " if many else "is "
        return Parted(f"{who[:1].lower()}{who[1:]} {link}{what}", f"they {plain[found.end() :]}")
    return None


def case_before(plain: str, low: str, context: str) -> Parted | None:
    """Return the case that stands before a colon with what is done: "Guest locked out: cut a key".

    A row of a table is such a line; its header is its context ("Situation What to do").
    """
    sure = ENGLISH.pattern("moments.case_heads").fullmatch(context.lower()) is not None
    found = ENGLISH.pattern("moments.row" if sure else "moments.case").match(low)
    if found is None:
        return None
    name = plain[slice(*found.span("name"))].strip()
    start = found.end("name")
    does = plain[start:].lstrip(" :")
    return Parted(f"{name[:1].lower()}{name[1:]}", does, above=True, sure=sure)


def moment_above(plain: str, *places: str) -> Parted | None:
    """Return a whole sentence as what is done in the moment that a lead-in or heading names."""
    for place in places:
        low = place.strip().lower()
        if (found := ENGLISH.pattern("moments.above").match(low)) is not None:
            return Parted(place.strip()[slice(*found.span("name"))].strip(), plain, above=True)
        if (found := ENGLISH.pattern("moments.above_for").match(low)) is not None:
            matter = place.strip()[slice(*found.span("name"))].strip()
            return Parted(f"it is about {matter}", plain, above=True)
    return None


def _opened(plain: str, low: str, opened: re.Match[str]) -> Iterator[Parted]:
    before = {"happens": "there is ", "at": "it is "}
    kind = next((one for one in ("happens", "at") if opened[one]), "")
    start = begins = opened.end() if kind != "at" else opened.start("at")
    topic = (opened["topic"] or "").strip()
    if ENGLISH.pattern("moments.no_topic").match(topic):
        topic = ""
    cuts = [(one.start(), one.end()) for one in _CUTS.finditer(low, start)]
    cuts += [(one.start(), one.end()) for one in ENGLISH.pattern("moments.begins").finditer(low)]
    for begin, end in sorted(cuts):
        name = plain[begins:begin].strip(" ,")
        if not name or _LISTED.search(name.lower()) is not None:
            continue
        if ENGLISH.pattern("moments.spoilt").search(name.lower()) is not None:
            return
        name = f"{before[kind]}{name[:1].lower()}{name[1:]}" if kind else name
        if topic:
            name = f"{name} ({plain[slice(*opened.span('topic'))].strip()})"
        yield Parted(name, plain[end:].strip(" ,"))


def _named(name: str, does: str) -> str:
    """Return a moment's name, "they" said as whom the rest of the sentence speaks of."""
    found = _PRONOUN.match(name.lower())
    served = ENGLISH.pattern("conduct.served").search(does.lower()) if found is not None else None
    if found is None or served is None:
        return name
    word = served[0] if served[0].endswith("s") else f"{served[0]}s"
    return f"{word}{name[found.end() :]}"

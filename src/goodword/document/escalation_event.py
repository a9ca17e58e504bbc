"""What happened, in the author's words, when somebody is told of it at once."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_role import BY_ENDING, ROLEISH
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.language.word import slug

_LONGEST_EVENT = 48
# "There is good reason to believe that a child …": what is believed happened.
_REASON = re.compile(
    r"^(?:[\w'-]+ ){0,4}?(?:good |any |some )*(?:reason|cause|grounds) to (?:believe|think|suspect|fear)"
    r"(?: that)?(?: there (?:is|are|has been|have been|may be))?(?: an?)? "
)
# "Where it cannot be done immediately" is another matter than where it cannot be done.
_DENIED = re.compile(r"\b(?:cannot|can't|not|never|unable)\b|n't\b")
# "If a laptop is stolen the desk officer must …".
_ACTOR = re.compile(
    r" (?:the|our|all|any) (?P<who>(?!the\b|an?\b|our\b)[\w'-]+(?: (?!the\b|an?\b|our\b)[\w'-]+){0,2}) (?:must|should|shall|will|has to|have to|needs? to|is to|are to)(?: then| also| always| immediately| \w+ly)* *$"
)
_DASHED = re.compile(r"(?: - |: )(?=(?:if|when|whenever|where|should|once) )")
# "If it remains unresolved it [will be passed to …]".
_SUBJECT = re.compile(r"(?<= )(?:it|this|they|he|she|the (?:matter|case|complaint|issue)) *$")
_DOES = re.compile(
    r" *(?:is|are|will|must|should|shall|can|may|has to|have to|needs? to|goes|moves|passes|rises)\b"
)
_MARKS = " ,;:→|-?.()"
# "Complaints about staff always go to …": how often is no part of what happened.
_HOW_OFTEN = re.compile(
    r" (?:(?:must|should|will|shall) )?(?:always|normally|usually|generally|typically|automatically) *$"
)
_OPENS = ("A ", "An ", "Any ", "All ", "Every ", "Each ", "The ", "Our ", "Where ", "Someone ")


def event_slug(words: str, pack: Pack = ENGLISH) -> str:
    """Return what happened as a slug, without who it happened to: `mentions_solicitor`."""
    low = normal(words)
    if quoted := pack.pattern("escalation.quoted_word").search(low):
        return slug(f"mentions {quoted[1]}", pack=pack)
    bare = pack.pattern("escalation.leading_actor").sub("", low, count=1)
    bare = _REASON.sub("", bare, count=1)
    return slug(bare, limit=_LONGEST_EVENT, pack=pack)


def opened(low: str, start: int, end: int, pack: Pack = ENGLISH) -> tuple[int, int] | None:
    """Return where the condition stands that opens a stretch: "When a child is hurt, …"."""
    words = low[start:end]
    found = pack.pattern("escalation.cond_open").match(words)
    if found is None:
        return None
    stop = len(words)
    if (comma := _last_comma(words, found.end())) is not None:
        stop = comma
    elif (main := pack.pattern("escalation.main_open").search(words, found.end())) is not None:
        # "If a guest asks for a refund this has to go to …".
        stop = main.start()
    elif (who := _ACTOR.search(words, found.end())) is not None and (
        ROLEISH.search(who["who"]) or BY_ENDING.search(who["who"])
    ):
        stop = who.start()
    elif (it := _SUBJECT.search(words, found.end() + 1)) and _DOES.match(low, end):
        stop = it.start()
    return _trimmed(low, start + found.end(), start + stop)


def dashed(low: str, start: int, end: int, pack: Pack = ENGLISH) -> tuple[int, int] | None:
    """Return where the condition stands behind a name: "System failures - where …, …"."""
    named = _DASHED.search(low, start, end)
    return opened(low, named.end(), end, pack) if named is not None else None


def _last_comma(words: str, start: int) -> int | None:
    """Return where the main clause begins behind a condition; lists have commas of their own."""
    commas = [
        one.start() for one in re.finditer(r"[,;:→](?= )|,$|:$", words) if one.start() > start
    ]
    return commas[-1] if commas else None


def inside(low: str, start: int, end: int, pack: Pack = ENGLISH) -> tuple[int, int] | None:
    """Return where the condition stands that follows in a stretch: "… if a child is hurt"."""
    found = pack.pattern("escalation.cond_in").search(low, start, end)
    if found is None:
        return None
    if found["cond"] == "where" and low[: found.start("cond")].rstrip().endswith(","):
        # "…, where the most seasoned engineers work": said of the place.
        return None
    return _trimmed(low, found.end(), _main_end(low, found.end(), end))


def about(low: str, start: int, end: int, pack: Pack = ENGLISH) -> tuple[int, int] | None:
    """Return where the noun stands that the telling is about: "… within 1 hour of any fall"."""
    found = pack.pattern("escalation.about_in").match(low[start:end])
    if found is None:
        return None
    return _trimmed(low, start + found.start("event"), start + found.end("event"))


def _main_end(low: str, start: int, end: int) -> int:
    found = re.compile(
        r";|, (?=(?:and )?(?:we|then|who|which|so|will|must|should|tell|they will|the \w+ will|or,? if|within|at once|immediately)\b)"
    ).search(low, start, end)
    return found.start() if found else end


def _trimmed(low: str, start: int, end: int) -> tuple[int, int] | None:
    words = low[start:end]
    if (tail := ENGLISH.first("escalation.event_tail", words)) is not None and not _DENIED.search(
        words
    ):
        words = words[: tail.start()]
    words = _HOW_OFTEN.sub("", words)
    begin = start + len(words) - len(words.lstrip(_MARKS))
    stop = start + len(words.rstrip(_MARKS))
    return (begin, stop) if stop > begin else None


def as_said(words: str) -> str:
    """Return what happened as it stands inside a sentence: "A complaint" is "a complaint"."""
    return f"{words[0].lower()}{words[1:]}" if words.startswith(_OPENS) else words


def trimmed(low: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch without the marks and spaces around it; None where nothing is left."""
    return _trimmed(low, start, end)

"""A customer's own way where nobody is named: an appeal, the next stage, "ask us to look again"."""

import re

from goodword.document.condition_text import Frame, frame
from goodword.document.escalation_route import unhappy_after
from goodword.document.escalation_theirs import is_theirs, unhappy_in, way_to
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.time_phrase import times_in

# Without one of these nobody asks for a second look.
_CUES = (
    "appeal|review|again|further|stage|step|level|tier|escalate|complaint|grievance| us|"
    "reconsider|process|procedure|scheme|touch"
)
_CUE = Cued(_CUES, _CUES)
_AND_SO = re.compile(r",? and (?:must|should|need to|have to|do so)\b.*")
# What we do then by a time is a promise.
_OURS = re.compile(
    r"\b(?:we|our [\w ]{2,30}|who|which|he or she|they|(?:the|a) [\w ]{2,40}) "
    r"(?:will|shall|must|aim)\b"
)
_RUNS_ON = re.compile(r"(?:(?:but|and|however,?) )?(?:if|where|when|should) (?=.)")


def second_look(text: str, context: str = "") -> Understood | None:
    """Return that unhappy customers may ask us to look again; None where the sentence does not.

    Nothing of it falls due for the team: how long customers have for it is theirs to keep.
    """
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if _CUE.search(low) is None:
        return None
    found = ENGLISH.pattern("escalation.look_way").search(low)
    if found is None:
        return _led(context, low) if context else None
    if times_in(low[found.end() :]) and _OURS.search(low, found.end()) is not None:
        return None
    if found["against"]:
        words = f"you want to appeal against {plain[slice(*found.span('against'))].strip()}"
        return Understood((way_to(ANYONE, low, words, None),))
    taken = frame(plain)
    when = _AND_SO.sub(
        "", unhappy_in(plain, low, taken, _run_on(plain, low, taken, found), context)
    )
    if not when or not _is_theirs(found, normal(when)):
        return None
    return Understood((way_to(ANYONE, low, when, unhappy_after(low, taken)),))


def _run_on(plain: str, low: str, taken: Frame, found: re.Match[str]) -> str:
    """Return the condition that no comma parts from what follows: "If you are unhappy you can"."""
    opens = _RUNS_ON.match(low) if not taken.before else None
    return plain[opens.end() : found.start()].strip(" ,") if opens is not None else ""


def _is_theirs(found: re.Match[str], when: str) -> bool:
    """Whether it is customers who ask, behind a first look of ours."""
    looked = ENGLISH.pattern("escalation.look_after").search(when) is not None
    deed = found["again"] or found["plain"]
    if found["plain"] and not looked:
        return False
    own = looked and found[0].startswith("you") and deed.startswith(("ask", "request", "appeal"))
    return own or is_theirs(found[0].strip(" ,"), when)


def _led(context: str, low: str) -> Understood | None:
    """Return what ends a lead-in: "If you are unhappy you can ask us to:", "look at it again"."""
    led = normal(even(context)).strip(" .:-")
    found = ENGLISH.pattern("escalation.look_led").search(f"{led} {low}")
    when = unhappy_in("", "", frame(""), "", context) if found is not None else ""
    when = ENGLISH.pattern("escalation.look_opens").sub("", when).strip(" ,")
    if found is None or not when or found.end() <= len(led):
        return None
    return Understood((way_to(ANYONE, low, when, None),))

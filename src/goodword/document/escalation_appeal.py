"""Ways that stay open to whoever does not agree: an appeal, a review, a body outside."""

import re

from goodword.document.condition_text import frame
from goodword.document.escalation_route import is_body, route, unhappy_after
from goodword.document.escalation_theirs import way_to
from goodword.document.escalation_titles import is_title, with_titles
from goodword.document.escalation_told import role_at
from goodword.document.second_people import is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE, named
from goodword.language.time_phrase import times_in

_CUES = (
    "appeal|review|reconsider|challeng|contest|disput|approach|escalat|again|ombuds|decision|mediat|"
    "reassess|adjudicat|second opinion|details|link|number|address"
)
_CUE = Cued(_CUES, _CUES)
# Staff are told whom they may ask in other words of their own.
_STAFF = re.compile(r"\b(?:callers?|agents?|guests?|staff|tickets?|colleagues?|advis[eo]rs?)\b")
_NO_MOMENT = re.compile(r"^(?:within|in|by|after|for|at|on|from) [\w ]{1,40}$")
# So such a way is said back.
_SAID_BACK = re.compile(r"if [^,]+, you can ask the [\w' &/-]+ to look again")
_UNHAPPY = "you are not satisfied"
_COMPLAINS = re.compile(r"\b(?:refer|take|bring) ")
_OPENS = re.compile(r"^(?:against|about|over|for) ", re.IGNORECASE)
_UNSAID = re.compile(
    r"^(?:an? |any |the |our |this |that )?(?:\w+ )?(?:appeals?|it|this|that|them)$"
)
_ARTICLE = re.compile(
    r"(?:the|an?|any|this|that|these|those|our|your|their|its|how|what|why|being|such|his|her)\b"
)


def appeal(text: str, setting: Setting) -> Understood | None:
    """Return to whom somebody may appeal, or who may be asked to look again; else None.

    It comes with a warning that says it back. How long they have for it is theirs to keep.
    """
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain) or _CUE.search(low) is None:
        return None
    echoed = _SAID_BACK.fullmatch(low) is not None
    found = ENGLISH.pattern("appeal.way").search(low)
    found = found or _given_details(low)
    if found is not None:
        group = next(
            name for name, said in found.groupdict().items() if name[:4] == "role" and said
        )
        to = _somebody(low, *found.span(group), with_titles(setting, plain), echoed=echoed)
    else:
        found = ENGLISH.pattern("appeal.nobody").search(low)
        to = ANYONE
    if found is None or not to or _by_form(plain, low, setting):
        # Where the form says it, nothing is guessed.
        return None
    if "escalat" in found[0] and _STAFF.search(low):
        return None
    words = _when(plain, low, found)
    if words == _UNHAPPY and is_body(to) and _COMPLAINS.search(found[0]):
        # By when somebody has to go to the ombudsman says no moment.
        return None
    taken = frame(plain)
    way = way_to(to, low, words, unhappy_after(low, taken) if taken.before else None)
    unhappy = ENGLISH.pattern("escalation.theirs_unhappy").search(normal(taken.before or ""))
    sure = unhappy is not None and words == taken.before and not times_in(low)
    sure = sure or echoed
    return Understood((way,), () if sure else (unsure(text, (way,)),))


def _by_form(plain: str, low: str, setting: Setting) -> bool:
    known = route(plain, low, with_titles(setting, plain))
    return known is not None and bool(known.clauses)


def _given_details(low: str) -> re.Match[str] | None:
    """Return where unhappy customers are given the number of somebody else."""
    found = ENGLISH.pattern("appeal.details").search(low)
    rest = "" if found is None else f"{low[: found.start()]} {low[found.end() :]}"
    unhappy = any(
        ENGLISH.pattern(one).search(rest) for one in ("escalation.theirs_unhappy", "appeal.refused")
    )
    return found if unhappy else None


def _somebody(low: str, start: int, end: int, setting: Setting, *, echoed: bool) -> str:
    """Return the role that the words name; empty where they name nobody."""
    who = role_at(low, start, end, setting, sure=True)
    if who is None or not who[0] or who[0] == ANYONE:
        return ""
    if echoed:
        return who[0]
    known = is_title(who[0], setting) or is_person(who[0], setting) or is_body(who[0])
    name = named(who[0])
    known = known or ENGLISH.pattern("escalation.theirs_bodies").search(name) is not None
    known = known or ENGLISH.pattern("appeal.lines").search(name) is not None
    if not known or ENGLISH.pattern("appeal.courts").search(low, who[1], who[2]):
        return ""
    return who[0]


def _when(plain: str, low: str, found: re.Match[str]) -> str:
    """Return in which moment the way is open, in words."""
    taken = frame(plain)
    own = slice(*found.span())
    behind = taken.after_span[0] >= found.end()
    for words in (taken.before, taken.after if behind else ""):
        if words and not _NO_MOMENT.match(normal(words)):
            return words
    said = found.groupdict()
    group = next(
        (name for name in said if name.startswith(("against", "thing")) and said[name]), ""
    )
    words = _OPENS.sub("", plain[slice(*found.span(group))].strip(" ,")) if group else ""
    if not words or _UNSAID.search(normal(words)) or low[own].startswith("it "):
        return _UNHAPPY
    words = words[:1].lower() + words[1:] if words[1:2].islower() else words
    article = "" if _ARTICLE.match(normal(words)) else "the "
    return f"you want to appeal against {article}{words}"

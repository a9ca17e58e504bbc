"""The ways that unhappy people have to somebody, in the words that other readers do not know."""

import re

from goodword.document.condition_text import frame
from goodword.document.escalation_route import is_body, is_looked_for, route
from goodword.document.escalation_theirs import way_to
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_told import role_at
from goodword.document.escalation_waits import is_undone, lengths_in
from goodword.document.second_people import is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE, named, role_slug
from goodword.language.word import slug
from goodword.policy.quantity import Counting, Duration, Unit

# ruff: noqa: E501  (a pattern reads best unbroken)

_UNHAPPY = "you are not satisfied"
_SHAPES = ("asked", "goes", "put", "open", "please")
_OUTSIDE = Cued(
    r"\b(?:ombud|ombuds\w*|commission(?:er)?|regulator|department of|ministry|bureau|council|association|"
    r"authority|scheme|institute|federation|board of|citizens advice|adjudicator)\b",
    "adjudicator|association|authority|board of|bureau|citizens advice|commission|"
    "council|department of|federation|institute|ministry|ombud|regulator|scheme",
)
_NAME = re.compile(r"(?:[A-Z][\w'&-]*|of|and|the|for|&)(?: (?:[A-Z][\w'&-]*|of|and|the|for|&))*$")
_OF_NAMES = re.compile(r"[A-Z][\w'&-]+ of (?:the )?[A-Z]")
_JOINED = re.compile(r"(?<=\w) (?:&|and|for) (?=[A-Z])")
_ARTICLE = re.compile(r"^(?:the|our|an?|your|their|its) ")
_STAFF = re.compile(
    r"\b(?:agents?|colleagues?|advis[eo]rs?|staff members?) (?:can|may|might|should|must|will|who|cannot|"
    r"are|is|has|have|needs?)\b|\btickets?\b(?! number)"
)
_BARRED = re.compile(
    r"\b(?:may|can|could|should|must) (?:not|only)\b|\bcannot\b(?=.{0,12}\b(?:appeal|refer|take|go)\b)"
)
# "… who feel that they were wronged": what they feel.
_WHO_IS = re.compile(r"^(?:who|that) ")
_PASSED = re.compile(r"\b(?:passed|gone by|go by|gone|elapsed|since|after|later|on)\b")
# "Week 8: no answer yet? …"; "on no reply being received in 14 days, …".
_WEEK = re.compile(
    r"(?:\(?\w{1,2}[.)] )?week (?P<amount>\d{1,2}):? (?:and )?(?:still )?(?:no|not|nothing)\b"
)
_SILENT_FOR = re.compile(
    r"(?:(?:on|upon|after|if|where|when|with|should) )?(?:there (?:is|has been) |you (?:get|have|receive) )?(?:no|nothing|failing an?|in default of an?) "
    r"(?:[\w']+ ){0,9}?(?:within|in|after|for)\b[^,?]*$|(?:has|have) [^,?]+$(?<=days|eeks|nths|ours)"
)
_PROMISES = re.compile(
    r"\b(?:we|who|which|they|and) ?(?:will|'ll|shall)\b.*\b(?:hours?|days?|weeks?)\b"
)
_OBJECTS = re.compile(r"\bobject\b")
# Where somebody is reached: "you can contact the ombudsman on 0300 …".
_REACHED = re.compile(r"\b(?:on|at|via)[: ]+(?:\d|\+|www|\w+@)|https?:")
# "Ask for an independent person to look at it".
_LOOKS = re.compile(r" to (?:look|review|reconsider|re-?examine|consider|see)\b")
_FOR_THEM = re.compile(r"\b(?:you|staff|employees|nurses?|workers) (?:can|may|could|should|must)\b")
_SERVED = ENGLISH.compiled(r"^(?:the |an? |any |your )?<<roles.served>>\b")
_ARTICLE_INSIDE = re.compile(r"(?<=\w) +an? ")
_WILL = re.compile(r" will\b")
_RUNS_ON = re.compile(r"(?:if|when|where|once|after|should) ")
_TO_HAND = re.compile(r"^(?:within|in|by|for|at|on|from|during) ")


def wide_way(text: str, setting: Setting, context: str = "") -> Understood | None:
    """Return to whom somebody unhappy may go, however it is said; None for all other sentences.

    Every such way comes with a warning that says it back, but for the plainest of all: "You can
    also go to the ombudsman". `context` is a lead-in that a line goes on with: "You may go to the
    commissioner:" above "if …".
    """
    written = even(text).strip().rstrip(".")
    led = context and _RUNS_ON.match(normal(written))
    plain = f"{even(context).strip(' .:-')} {written}" if led else written
    low = normal(plain)
    if len(low) != len(plain) or not _may_be(low):
        return None
    for shape in _SHAPES:
        found = ENGLISH.pattern(f"ways.{shape}").search(low)
        to = _to(found, plain, low, setting) if found is not None else ""
        if found is None or not to or not _is_way(found, shape, outside=_is_outside(to)):
            continue
        words = _when(plain, found, shape)
        known = None if led else route(plain, low, with_titles(setting, plain))
        if known is not None and known.clauses:
            # The form says it, where it is looked for at all.
            return None if is_looked_for(plain, setting) else known
        if _is_teams(found, words):
            return None
        way = way_to(to, low, words, _after(low, words))
        plainly = _is_outside(to) and ENGLISH.pattern("ways.plain").fullmatch(low) is not None
        return Understood((way,), () if plainly else (unsure(text, (way,)),))
    return None


def _may_be(low: str) -> bool:
    """Whether a sentence has the words of such a way, and none that speak against it."""
    if ENGLISH.pattern("ways.cue").search(low) is None:
        return False
    if ENGLISH.pattern("ways.about").search(low) is None and _OUTSIDE.search(low) is None:
        return False
    if _REACHED.search(low) and ENGLISH.pattern("ways.unhappy").search(low) is None:
        return False
    against = (ENGLISH.pattern("ways.help"), _BARRED, _STAFF, _PROMISES)
    return not any(one.search(low) for one in against)


def _to(found: re.Match[str], plain: str, low: str, setting: Setting) -> str:
    group = next(name for name, said in found.groupdict().items() if name[:4] == "role" and said)
    return _somebody(plain, low, *found.span(group), setting)


def _is_teams(found: re.Match[str], words: str) -> bool:
    """Whether it is what the team does: "If a customer is unhappy, you should call …"."""
    return _SERVED.search(normal(words)) is not None and _FOR_THEM.search(found[0]) is not None


def _somebody(plain: str, low: str, start: int, end: int, setting: Setting) -> str:
    """Return whom the words name; empty where that is nobody who would look at a complaint."""
    stop = ENGLISH.pattern("ways.ends").search(low, start, end)
    end = stop.start() if stop is not None else end
    begin = start + len(low[start:end]) - len(_ARTICLE.sub("", low[start:end]))
    body = _body_in_capitals(plain[begin:end])
    if body or ENGLISH.pattern("escalation.body").fullmatch(low, begin, end):
        # "The Health and Disability Commissioner" is one.
        return body or role_slug(low[begin:end]) or ""
    who: tuple[str, int, int] | None
    if plain[begin:end].strip().isupper():
        # "CISAS" is no plural.
        who = (slug(low[begin:end].strip()), begin, end)
    else:
        who = role_at(low, start, end, with_titles(setting, plain), sure=True)
    if who is None:
        # "A lay conciliator", whom no article hides.
        role = role_slug(low[begin:end].strip()) if begin < end else None
        who = (role, begin, end) if role else None
    if who is None or not who[0] or who[0] == ANYONE or _ARTICLE_INSIDE.search(low, *who[1:]):
        # "The owner fo a second look": no name holds an article.
        return ""
    if ENGLISH.pattern("ways.courts").search(low, start, end):
        return ""
    if _is_outside(who[0]):
        return who[0]
    if ENGLISH.pattern("ways.about").search(low) is None:
        return ""
    written = _ARTICLE.sub("", plain[who[1] : who[2]])
    titled = _NAME.fullmatch(written) is not None
    called = titled and ENGLISH.pattern("ways.orgs").search(named(who[0])) is not None
    # "The Superintendent of Harbours" is a name, whatever a superintendent is.
    called = called or written.isupper() or (titled and _OF_NAMES.match(written) is not None)
    there = ENGLISH.pattern("ways.there").search(named(who[0])) is not None
    asked = low[start - 4 : start] == "for " and _LOOKS.match(low, who[2]) is not None
    person = is_person(who[0], with_titles(setting, plain) if begin > start else setting)
    return who[0] if called or there or asked or person else ""


def _body_in_capitals(words: str) -> str | None:
    """Return a body outside whose long name its capitals tell: "the Local and Social Ombudsman"."""
    name = words.strip(" ,")
    if not _JOINED.search(name) or _NAME.fullmatch(name) is None:
        return None
    low = normal(name)
    return slug(low.replace("&", "and")) if _OUTSIDE.search(low) else None


def _is_outside(role: str) -> bool:
    """Whether a role is a body outside that looks at complaints."""
    name = named(role)
    return (
        is_body(role)
        or _OUTSIDE.search(name) is not None
        or ENGLISH.pattern("escalation.theirs_bodies").search(name) is not None
    )


def _is_way(found: re.Match[str], shape: str, *, outside: bool) -> bool:
    """Whether it is a way behind our answer: a first complaint is only received by somebody."""
    if outside:
        return True
    if _OBJECTS.search(found[0]) is not None:
        return False
    if shape == "please":
        return ENGLISH.pattern("ways.unhappy").search(found.string) is not None
    if shape == "put" and ENGLISH.pattern("ways.first").fullmatch(found["thing"].strip()):
        return False
    return not (shape == "open" and _WILL.search(found[0]))


def _when(plain: str, found: re.Match[str], shape: str) -> str:
    """Return in which moment the way is open, in words."""
    if shape == "asked":
        return plain[slice(*found.span("what"))].strip()
    taken = frame(plain)
    for words in (taken.before, taken.after, taken.turned):
        if words and not _TO_HAND.match(normal(words)):
            return words
    if found.groupdict().get("rel") and ENGLISH.pattern("ways.about").search(found["rel"]):
        words = plain[slice(*found.span("rel"))].strip(" ,")
        return _WHO_IS.sub("", words)
    thing = found.groupdict().get("thing")
    if thing and ENGLISH.pattern("ways.about").search(thing) and " " in thing:
        words = plain[slice(*found.span("thing"))]
        return f"{words[:1].lower()}{words[1:]}"
    return _UNHAPPY


def _after(low: str, when: str) -> Duration | None:
    """Return how long the matter has been open when the way opens."""
    waited = normal(when)
    if (week := _WEEK.match(low)) is not None:
        return Duration(int(week["amount"]), Unit.WEEK, Counting.CALENDAR)
    for one in lengths_in(low):
        if not isinstance(one.limit, Duration):
            continue
        said = low[one.start : one.end]
        inside = said in waited and (is_undone(waited) or _PASSED.search(waited))
        inside = inside or _SILENT_FOR.match(low, 0, one.end) is not None
        if (
            inside
            or one.role == "after"
            or low.startswith((" on,", " have gone", " later"), one.end)
        ):
            return one.limit
    return None

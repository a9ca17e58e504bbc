"""Surveys: after what they go out, how long after, how rarely, and to whom never."""

# ruff: noqa: C901, E501, PLR0911, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.condition_text import condition_of, frame
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.language.service import noun_slug
from goodword.language.time_phrase import TimePhrase
from goodword.policy.clause import Strength
from goodword.policy.duty import SurveyRule
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.problem import Severity

_SURVEY = Cued(
    r"\b(?:survey\w*|questionnaires?|feedback (?:forms?|requests?)|ask(?:s|ed)? (?:you |them )?for (?:their |your )?feedback|ask (?:you|every \w+|all \w+|our \w+|customers|clients|patients|guests) (?:for (?:your |their )?feedback|how (?:we|it|things) (?:did|went)|to rate us))\b",
    "ask|feedb|quest|surve",
)
_SENT = re.compile(
    r"\b(?:send|sends|sent|asks?|asked|invites?|invited|e-?mail(?:s|ed)?|text(?:s|ed)?|offers?|gets?|receives?|goes|go|issued?|carry out|carries out|conduct|follows|surveys? (?:every|all|each|our|customers|clients|patients|guests))\b"
)
_NEVER = re.compile(
    r"\b(?:never|not|do not|don't)(?: send| survey| ask)?\b.*?\b(?:survey|questionnaire)?s?\b ?(?:during|to|while|in|for|after|about) (?P<what>[^,;]+)$"
)
_NEVER_TO = re.compile(
    r"^(?:(?:we |please )?(?:do not|don't|never) (?:send (?:an? )?surveys? to|survey) (?!every|all|each)|no surveys? (?:is|are|goes|go|will be)? ?(?:ever )?(?:sent )?(?:out )?(?:to|for|during|after) "
    r"|[\w ]+ (?:are|is) never (?:surveyed|asked for (?:their )?feedback|sent (?:an? )?(?:survey|questionnaire)s?) (?:during|to|after|while|when|for|in)(?: an?| the)? (?=\w)|(?:surveys?|questionnaires?) (?:are|is|must) (?:never|not)(?: be)? sent (?:out )?(?:to|during|after) )(?P<what>[^,;]+)$"
)
_AFTER = re.compile(
    r"\b(?:after|following|follows) (?:(?:every|each|any|an?|the|your|all|their|his or her|our) )*(?P<event>[\w -]+?)"
    r"(?=,| at most| no more| but| and never|;|$| unless| \d| within| (?:we|you|they|every|each|all|our|the|customers|clients|patients|guests|people) )"
)
_ONCE_DONE = re.compile(
    r"\b(?:when(?:ever)?|once|as soon as|every time) (?:an?|the|your|their|every|each) (?P<noun>[\w-]+) (?:is|has been|gets|are|was) (?P<done>[\w-]+ed|closed|done|sent|paid|shut)\b"
)
_CAP = re.compile(
    r"\b(?:at most|no more (?:often )?than|not more (?:often )?than|never more (?:often )?than|more (?:often )?than|only|maximum|never twice (?:with)?in(?: an?)?)\b"
)
_AND_NEVER = re.compile(r",? (?:and |but )?never (?:during|to|in|for|while) (?P<what>.+)$")
_COMPLAINED = re.compile(
    r"\b(?:who|that) (?:has|have|is|are|had) (?:\w+ )?complain(?:ed|ing)\b|\bcomplainants?$"
)
_STANDS = re.compile(
    r" (?:is|are|has been|have been) (?:still )?(?:open|running|made|unresolved|pending)$"
)
_A_WEEK_LATER = re.compile(r"\b(?:an?|one) (?P<unit>hour|day|week|month) (?:after|later)\b")
_AT_MOST = re.compile(r" at (?:the )?most\b| at the outside\b")
_ONE_A = re.compile(
    r"\b(?:never twice in|at most one|no more than one|one) an? (?P<unit>week|month|quarter|year)\b"
)
# "People who asked us not to" has five joints between its words.
_MOST_JOINTS = 5
_TIMES_IN = re.compile(r"\b(?:twice|two|three|four|\d+)(?: times| surveys)?(?: in| per)? an? \w+")


def survey(plain: str, low: str, times: tuple[TimePhrase, ...]) -> Understood | None:
    """Return when a survey goes out and how rarely, or to whom it never goes."""
    if not _SURVEY.search(low):
        return None
    never_at_all = _NEVER_TO.match(low)
    if never_at_all is None and not _SENT.search(low):
        return None
    if never_at_all is None and (found := re.search(r"\bnever (?:send|survey|ask)\b", low)):
        never_at_all = _NEVER.search(low, found.start())
        if never_at_all is None:
            return None
    if never_at_all is not None:
        groups = _groups(never_at_all["what"])
        if any(one.count("_") > _MOST_JOINTS for one in groups):
            # Whole sentences are no group of people.
            return None
        return Understood((SurveyRule(event="", never=groups, strength=Strength.MUST_NOT),))
    event, place = _event(low)
    if not event:
        return None
    last = _AND_NEVER.search(low)
    cap = delay = None
    vague_cap: TimePhrase | None = None
    for one in times:
        length = one.limit if isinstance(one.limit, Duration) else None
        if length is None:
            continue
        capped = _CAP.search(low[: one.start]) or (
            one.role == "limit" and _CAP.match(low, one.start)
        )
        if capped and _TIMES_IN.match(low, one.length_start):
            vague_cap = one
        elif capped or _AT_MOST.match(low, one.end) or (one.role == "every" and one.start > place):
            cap = cap or length
        elif delay is None:
            delay = length
    if cap is None and vague_cap is None and (once := _ONE_A.search(low)) is not None:
        several = 3 if once["unit"] == "quarter" else 1
        unit = Unit.MONTH if once["unit"] == "quarter" else Unit(once["unit"])
        cap = Duration(several, unit, Counting.CALENDAR)
    if delay is None and (later := _A_WEEK_LATER.search(low)) is not None:
        unit = Unit(later["unit"])
        counting = Counting.CLOCK if unit is Unit.HOUR else Counting.CALENDAR
        delay = Duration(1, unit, counting)
    clause = SurveyRule(
        event=event,
        delay=delay,
        cap=cap,
        never=_groups(last["what"]) if last else (),
        exception=condition_of(frame(plain).unless),
    )
    if vague_cap is not None:
        return Understood((clause,), (_counted(plain, vague_cap),))
    return Understood((clause,), () if cap is not None else (_uncapped(plain, event),))


def _event(low: str) -> tuple[str, int]:
    """Return what a survey follows, and where it stands."""
    if (done := _ONCE_DONE.search(low)) is not None:
        return noun_slug(f"{done['done']} {done['noun']}"), done.start()
    after = _AFTER.search(low)
    return (noun_slug(after["event"]), after.start()) if after is not None else ("", 0)


def _groups(words: str) -> tuple[str, ...]:
    words = _STANDS.sub("", words)
    if _COMPLAINED.search(words):
        return ("complaint",)
    return tuple(noun_slug(part) for part in re.split(r", | or | and ", words) if noun_slug(part))


def _uncapped(plain: str, event: str) -> Finding:
    return Finding(
        "SV01",
        Severity.WARNING,
        "This has no cap, so a frequent customer is asked each time. Say at most how often.",
        0,
        len(plain),
        (("after", event.replace("_", " ")), ("at most", "?")),
        f"{plain}, at most once every 90 days per customer.",
        "Name a cap",
    )


def _counted(plain: str, cap: TimePhrase) -> Finding:
    said = plain[cap.start : cap.end]
    return Finding(
        "SV01",
        Severity.WARNING,
        f'I keep count of the time from one survey to the next, not of "{said}". '
        "Say at most once in how long.",
        cap.start,
        cap.end,
        (),
        f"{plain[: cap.start].rstrip(' ,')}, at most once every 6 months per customer.",
        "Name the time between two surveys",
    )

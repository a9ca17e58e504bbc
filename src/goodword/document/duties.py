"""Surveys, training, reviews, publication and how long records are kept."""

# ruff: noqa: C901, E501  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.condition_text import condition_of, frame
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.role import ANYONE, role_slug
from goodword.language.service import noun_slug
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.duty import (
    PublicationRule,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
)
from goodword.policy.quantity import Duration
from goodword.problem import Severity

_SURVEY = re.compile(
    r"\b(?:survey|questionnaire|feedback (?:form|request)|ask (?:you|every \w+|customers|clients|patients) (?:for (?:your |their )?feedback|how we did))\b"
)
_SENT = re.compile(
    r"\b(?:send|sends|sent|ask|invite|invited|email|offer|get|receive|goes out|issue|carry out|conduct|survey (?:every|all|each|our))\b"
)
_NEVER = re.compile(
    r"\b(?:never|not|do not|don't)(?: send| survey| ask)?\b.*?\b(?:survey|questionnaire)?s?\b ?(?:during|to|while|in|for|after|about) (?P<what>[^,;]+)$"
)
_AFTER = re.compile(
    r"\bafter (?:every|each|any|an?|the|your|all|their)? ?(?P<event>[\w -]+?)(?=,| at most| no more| but| and never|;|$| unless| \d| within)"
)
_CAP = re.compile(
    r"\b(?:at most|no more (?:often )?than|not more (?:often )?than|never more (?:often )?than|only|maximum)\b"
)
_AND_NEVER = re.compile(r",? (?:and |but )?never (?:during|to|in|for|while) (?P<what>.+)$")
_TRAINING = re.compile(
    r"\b(?:new (?:team members?|staff|employees?|starters?|colleagues?|joiners?|\w+s?)|everyone|everybody|all staff|staff|(?:every|each|all|the|our) [\w ]+?)\b.*?"
    r"\b(?:complet\w*|practi[sc]\w*|train\w*|refresh\w*|lessons?|induction|learn\w*|course)\b"
)
_JOINING = re.compile(
    r"\b(?:of|after|from) (?:starting|joining|their (?:first day|start(?: date)?)|they (?:start|join)|being hired|appointment|the start)\b"
)
_PRACTISE = re.compile(
    r"^(?P<who>.+?) (?:must |will |should |also )?(?:practi[sc]es?(?= (?:the|our|this|their|it|on|with|what|at|every|each)\b|$)|complet\w*|take|takes|attend|attends|repeat|repeats|refresh|refreshes|receives?|has|have|do|does|undergo(?:es)?|are trained|is trained)\b"
)
_REVIEW = re.compile(
    r"\b(?:review\w*|revis\w+|look (?:again )?at|update\w*)\b.*\b(?:this|the|our) (?:\w+ ){0,3}?(?:policy|procedure|charter|document|standards?|promises)\b"
    r"|\b(?:this|the|our) (?:\w+ ){0,3}?(?:policy|procedure|charter|document|standards?)\b.*\b(?:review\w*|revis\w+|updated)\b|^(?:policy )?review:"
)
_REVIEW_AFTER = re.compile(
    r"\b(?:and|or|also|as well as)?,? ?(?:after|following|whenever there is|when there is) (?:any |every |each |an? )?(?P<what>[\w ,-]+?)(?=\.|$|, led| by the|;)"
)
_REVIEW_BY = re.compile(
    r"(?:\bby|\bled by) (?P<role>the [\w ]+?|our [\w ]+?)(?= every| at least| once| each| annually|,|\.|$| and after)"
)
_KEEP = re.compile(
    r"\b(?:we |staff |and )?(?:keep|retain|store|hold|archive)s? (?:all |the |our |your |any |every |copies of |a record of |records of )*(?P<what>[\w -]+?) for (?P<bound>at least |up to |a minimum of )?"
)
_KEPT = re.compile(
    r"^(?:all |the |our |your |any )*(?P<what>[\w -]+?) (?:is|are|will be|must be|shall be) (?:kept|retained|stored|held) for "
)
_PUBLISH = re.compile(
    r"\b(?:we|our) (?:will |also |shall )*(?:publish|report|post|share)(?:es)? (?:on )?(?:our |the |all |these |a )*(?!(?:an )?(?:status |progress )?updates?\b)(?P<what>[\w -]+?)"
    r"(?= (?:at least |once |every|each|quarterly|monthly|annually|yearly|weekly|on our|on the|in our|twice))"
)
_PUBLISHED = re.compile(r"^(?:our |the )?(?P<what>[\w ]+?) (?:is|are|will be) published\b")
# Without one of these a sentence lays down no duty: it need not be searched.
_HINT = re.compile(
    r"survey|questionnaire|feedback|\bask|review|revis|look|updat|complet|practi|train|refresh|lesson|induction|"
    r"learn|course|keep|kept|retain|stor|hold|held|archiv|publish|report|post|share"
)


def duty(text: str, setting: Setting) -> Understood | None:
    """Return the duty that the sentence lays down, or None where it lays down none."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if _HINT.search(low) is None:
        return None
    times = tuple(one for one in times_in(low) if not one.vague)
    for reader in (_survey, _review, _training, _retention, _publication):
        understood = reader(plain, low, times, setting)
        if understood is not None:
            return understood
    return None


def _plain(phrase: TimePhrase) -> Duration | None:
    limit = phrase.limit
    return limit if isinstance(limit, Duration) else None


def _survey(
    plain: str, low: str, times: tuple[TimePhrase, ...], setting: Setting
) -> Understood | None:
    del setting
    if not _SURVEY.search(low) or not _SENT.search(low):
        return None
    after = _AFTER.search(low)
    if found := re.search(r"\bnever (?:send|survey|ask)\b", low):
        never = _NEVER.search(low, found.start())
        if never is None:
            return None
        return Understood(
            (SurveyRule(event="", never=_groups(never["what"]), strength=Strength.MUST_NOT),)
        )
    if after is None:
        return None
    last = _AND_NEVER.search(low)
    never_groups = _groups(last["what"]) if last else ()
    cap = delay = None
    for one in times:
        length = _plain(one)
        if length is None:
            continue
        if one.start < after.start() and not re.search(r"at most|no more", low[: one.start]):
            delay = length
        elif one.role == "every" or (_CAP.search(low[: one.start]) and one.start > after.start()):
            cap = length
        elif one.role in {"limit", ""} and delay is None:
            delay = length
    taken = frame(plain)
    clause = SurveyRule(
        event=noun_slug(after["event"]),
        delay=delay,
        cap=cap,
        never=never_groups,
        exception=condition_of(taken.unless),
    )
    findings: tuple[Finding, ...] = ()
    if cap is None:
        findings = (
            Finding(
                "SV01",
                Severity.WARNING,
                "This has no cap, so a frequent customer is asked each time. Say at most how often.",
                0,
                len(plain),
                (("after", after["event"]), ("at most", "?")),
                f"{plain}, at most once every 90 days per customer.",
                "Name a cap",
            ),
        )
    return Understood((clause,), findings)


def _groups(words: str) -> tuple[str, ...]:
    return tuple(noun_slug(part) for part in re.split(r", | or | and ", words) if noun_slug(part))


def _training(
    plain: str, low: str, times: tuple[TimePhrase, ...], setting: Setting
) -> Understood | None:
    del plain, setting
    if not _TRAINING.search(low) or not re.search(
        r"\b(?:lessons?|policy|training|trained|induction|course|practi[sc]e\w*|refresher)\b", low
    ):
        return None
    on_change = (
        re.search(
            r"\bwhen(?:ever)? (?:a |any |the )?(?:clause|policy|promise|rule)\w* changes?\b", low
        )
        is not None
    )
    joining = _JOINING.search(low)
    if joining is not None:
        length = next((one for one in times if one.end <= joining.start() + 1), None)
        if length is not None and (limit := _plain(length)) is not None:
            return Understood(
                (TrainingRule(who=ANYONE, within_joining=limit, on_change=on_change),)
            )
    every = next((one for one in times if one.role == "every"), None)
    who = _PRACTISE.match(low)
    if who is None or (every is None and not on_change):
        return None
    limit = _plain(every) if every else None
    return Understood(
        (TrainingRule(who=role_slug(who["who"]) or ANYONE, every=limit, on_change=on_change),)
    )


def _review(
    plain: str, low: str, times: tuple[TimePhrase, ...], setting: Setting
) -> Understood | None:
    del setting
    if not _REVIEW.search(low) or re.search(r"\byour\b", low):
        return None
    every = next(
        (one for one in times if one.role == "every" or (one.role == "limit" and "every" in low)),
        None,
    )
    if every is None:
        if re.search(r"\bregular|periodic|from time to time", low):
            return Understood(
                (),
                (
                    Finding(
                        "RV01",
                        Severity.ERROR,
                        "How often? Say an interval, such as every 6 months.",
                        0,
                        len(plain),
                        (("what", "review of this policy"), ("how often", "?")),
                        "We review this policy every 6 months.",
                        "Name an interval",
                    ),
                ),
                almost=True,
            )
        return None
    length = _plain(every)
    if length is None:
        return None
    after = _REVIEW_AFTER.search(low)
    owner = _REVIEW_BY.search(low)
    events: tuple[str, ...] = ()
    if after:
        events = tuple(
            slug(part)
            for part in re.split(r", (?:and |or )?| and | or ", after["what"])
            if slug(part)
        )
    return Understood(
        (ReviewRule(every=length, owner=role_slug(owner["role"]) if owner else None, after=events),)
    )


def _retention(
    plain: str, low: str, times: tuple[TimePhrase, ...], setting: Setting
) -> Understood | None:
    del plain, setting
    found = _KEEP.search(low) or _KEPT.match(low)
    if found is None or not re.search(
        r"\b(?:records?|data|recordings?|files?|details|information|logs?|correspondence|messages|complaints|documents?|emails?|cases?|property|belongings|footage)\b",
        found["what"],
    ):
        return None
    length = next((one for one in times if one.start >= found.end() - 6), None)
    limit = _plain(length) if length else None
    if limit is None:
        return None
    what = re.sub(r" records?$", "", found["what"].strip())
    return Understood((RetentionRule(subject=noun_slug(what), keep=limit),))


def _publication(
    plain: str, low: str, times: tuple[TimePhrase, ...], setting: Setting
) -> Understood | None:
    del plain, setting
    found = _PUBLISH.search(low) or _PUBLISHED.match(low)
    if found is None:
        return None
    every = next((one for one in times if one.role == "every"), None)
    limit = _plain(every) if every else None
    if limit is None:
        return None
    return Understood((PublicationRule(what=slug(found["what"]), every=limit),))

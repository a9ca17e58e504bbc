"""Pledges beside promises: goals of quality, notice, remedies, and news when we run late."""

import re
from functools import cache

from goodword.document.condition_text import Frame, condition_of, frame
from goodword.document.late_told import late_told
from goodword.document.promise_whose import is_past, is_theirs
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued, Pattern, stands
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import (
    channel_names,
    channels_in,
    hedge_in,
    shares_in,
    should_in,
    subjects_in,
)
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.promise import LateNotice, NoticeRule, Quality, QualityGoal, Remedy
from goodword.policy.quantity import Duration

# Words without which nobody is told beforehand.
_SOONER = Cued(
    r"\b(?:notice|notification|warning|advance|beforehand|before|prior|ahead)\b",
    "advance|ahead|before|notice|notification|prior|warning",
)

# "We require 24 hours' notice": people give it, and not we.
_ASKED_FOR = Cued(
    r"\bwe (?:do |would |will |also |always )*(?:require|need|ask for|request|expect|insist on)\b",
    "we ",
    "ask for|expect|insist on|need|requ",
)


def pledge(text: str, setting: Setting) -> Understood | None:
    """Return what a sentence pledges beside the times in which we answer, or None."""
    low = normal(text)
    if " reason," in low:
        text = _REASON.sub(r"\1 ", text)
        low = normal(text)
    taken = frame(text)
    late = any(
        stands(_cues(one), low) and _pattern(one).search(low) is not None
        for one in ("of_delay", "if_so", "late")
    )
    if not (taken.before or taken.after or shares_in(low) or late or _SOONER.search(low)):
        return late_told(text)
    if is_past(low[taken.start : taken.end]):
        return None
    clause = (
        _late_notice(low, taken)
        or (_told_of_delay(low) if late else None)
        or _remedy(low, taken, setting)
        or _notice(text, low, taken)
        or _quality(low, taken)
    )
    return Understood((clause,)) if clause is not None else late_told(text)


# "If, for whatever reason, it takes longer …": the reason does not matter.
_REASON = re.compile(r"(?i)^(if|where|should|when), for (?:any|whatever|some) reason,")
_THE_REST = re.compile(r"\b(?:the|our) (?:other|remaining) $")


@cache
def _pattern(name: str) -> Pattern:
    return ENGLISH.compiled(ENGLISH.words("pledges.patterns")[name])


@cache
def _cues(name: str) -> tuple[str, ...]:
    return tuple(ENGLISH.words("pledges.patterns_cues")[name])


def _strength(low: str) -> Strength:
    if hedge_in(low) is not None or _pattern("wants").search(low):
        return Strength.AIM
    return Strength.SHOULD if should_in(low) else Strength.MUST


def _quality(low: str, taken: Frame) -> QualityGoal | None:
    """Return the goal that a share is set for: satisfied people, calls given up, and so on."""
    # "Settle 75% at first contact and refer the other 25%" sets one goal.
    shares = [one for one in shares_in(low) if not _THE_REST.search(low[: one[0]])]
    if len(shares) != 1 or taken.before or not _pattern("goal").search(low):
        return None
    shown = low[: taken.unless_span[0]] if taken.unless else low
    if _pattern("told").search(shown) or any(not one.vague for one in times_in(low)):
        return None
    start, end, share = shares[0]
    named = next((one for one in Quality if _measured(one).search(low)), None)
    if named is None:
        return None
    before, most = low[:start], ENGLISH.compiled(r"<<pledges.most>> (?:the )?$")
    least = ENGLISH.compiled(r"<<pledges.least>> (?:the )?$")
    goal = QualityGoal(
        quality=named,
        share=share,
        channels=channel_names(channels_in(low)),
        subject=next((one.name for one in subjects_in(low)), None),
        strength=_strength(low),
        exception=condition_of(taken.unless) if taken.unless else None,
    )
    wrong = least if goal.at_most else most
    behind = low[end:].startswith((" or less", " or fewer", " or under", " at most"))
    return None if wrong.search(before) or (behind and not goal.at_most) else goal


@cache
def _measured(quality: Quality) -> Pattern:
    return ENGLISH.compiled(rf"\b(?:{ENGLISH.words('pledges.quality')[quality]})")


def _notice(text: str, low: str, taken: Frame) -> NoticeRule | None:
    """Return how long before something we tell people."""
    main = low[taken.start : taken.end]
    asked = is_theirs(main, led=False) or _ASKED_FOR.search(main) is not None
    if asked or not _pattern("gives_notice").search(main):
        return None
    for phrase in times_in(low):
        if (
            phrase.vague
            or phrase.anchor
            or phrase.is_range
            or not taken.start <= phrase.start < taken.end
        ):
            continue
        behind = _pattern("notice_after").match(low, phrase.end)
        if behind is not None:
            of = _pattern("notice_of").match(low, behind.end())
            stop = of.end() if of else behind.end()
        elif phrase.role == "at least" and _pattern("tells_before").search(main):
            of = _pattern("before_what").match(low[phrase.end :])
            if of is None:
                continue
            stop = phrase.end + of.start("what")
        else:
            continue
        if not isinstance(phrase.limit, Duration):
            continue
        what = _until_next(text[stop : taken.end]) if of else ""
        if of and low[behind.end() if behind else stop :].startswith((" if", " when", " where")):
            what = ""
        what = what or _noticed(text, low[: phrase.start])
        condition = condition_of(taken.before or taken.after)
        if not what and condition is None:
            return None
        return NoticeRule(
            notice=phrase.limit,
            what=what,
            strength=_strength(low),
            condition=condition,
            exception=condition_of(taken.unless) if taken.unless else None,
        )
    return None


def _noticed(text: str, before: str) -> str:
    """Return what the notice is of, where that stands before how long it is."""
    said = _pattern("notice_before").search(before)
    if said is None:
        return ""
    words = text[slice(*said.span(said.lastgroup or "what"))]
    return f"{words[:1].lower()}{words[1:]}" if said["thing"] else words


def _until_next(words: str) -> str:
    """Return the words up to where the sentence turns to something else."""
    return re.split(r"[,;.(]| unless | except ", words, maxsplit=1)[0].strip()


# They tell us of it in time: "… and you send us a photo within 48 hours".
_TELLS_US = re.compile(
    r"\byou (?:tell|let|send|show|e-?mail|write|call|ring|phone|contact|notify|bring|return|"
    r"message|text|report|speak|drop)\b.* (?:within|inside|in) "
)
# So what is given is said back.
_GIVES = re.compile(
    r"[ ,]*we (?:normally )?give you (?:an? )?(?P<goods>[^,;]+?)"
    r"(?: automatically)?(?: within [\w ]+(?: \([^()]*\))?)?[ .]*$"
)


def _remedy(low: str, taken: Frame, setting: Setting) -> Remedy | None:
    """Return what a customer gets when we fall short."""
    span = taken.before_span if taken.before else taken.after_span
    words = taken.before or taken.after
    said = normal(words)
    if not words or taken.turned:
        return None
    rest = f"{low[: span[0]]} {low[span[1] :]}"
    ours = _pattern("fails").search(said) and _pattern("ours").search(said)
    said_back = _GIVES.match(rest)
    wrong = ENGLISH.pattern("remedy.wrong").search(said) or _TELLS_US.search(said)
    if not ours and (said_back is None or not wrong):
        return None
    gives = _pattern("gives").search(rest)
    amounts = [one for one in money_in(rest, setting.currency) if one.money.amount]
    goods = _pattern("goods").search(rest) or said_back
    if _pattern("may_give").search(rest):
        return None
    if (gives is None and not rest.strip().startswith(("£", "$", "€"))) or len(amounts) > 1:
        return None
    if not amounts and (goods is None or gives is None):
        return None
    within = next(
        (
            one.limit
            for one in times_in(rest)
            if one.role == "limit" and not one.vague and isinstance(one.limit, Duration)
        ),
        None,
    )
    return Remedy(
        event=slug(said, limit=40),
        event_words=words,
        money=amounts[0].money if amounts else None,
        goods=goods[goods.lastgroup or "goods"] if goods and not amounts else None,
        automatic=_pattern("automatic").search(rest) is not None,
        within=within,
        strength=_strength(rest),
        exception=condition_of(taken.unless) if taken.unless else None,
    )


def _late_notice(low: str, taken: Frame) -> LateNotice | None:
    """Return that we tell people, and what, when we need longer than a time."""
    words = normal(taken.before or taken.after)
    if not words:
        return None
    span = taken.before_span if taken.before else taken.after_span
    return _told_when_late(words, f"{low[: span[0]]} {low[span[1] :]}")


def _told_when_late(words: str, main: str) -> LateNotice | None:
    """Return what people are told, by the words that say that it takes longer and the others."""
    phrase = _longer_than(words)
    over = phrase is not None and (
        _pattern("longer").search(words) is not None or _pattern("late").search(words) is not None
    )
    if not over and _pattern("late").search(words) is None:
        return None
    if any(not one.vague for one in times_in(main)):
        return None
    why = _pattern("why").search(main) is not None
    when = _pattern("when").search(main) is not None
    # With a time it is enough that people are told; without one, of what.
    if not (why or when or over) or not _pattern("tells").search(main):
        return None
    limit = phrase.limit if over and phrase is not None else None
    assert limit is None or isinstance(limit, Duration)
    return LateNotice(
        after=limit,
        why=why,
        when=when,
        subject=next((one.name for one in subjects_in(words)), None),
        strength=_strength(main),
    )


def _told_of_delay(low: str) -> LateNotice | None:
    """Return "may need longer; if so we say when", and that people are told of a long delay."""
    if (found := _pattern("if_so").match(low)) is not None:
        return _told_when_late(found["late"], found["told"])
    found = _pattern("of_delay").search(low)
    phrase = _longer_than(f"longer than {found['length']}") if found is not None else None
    if phrase is None or not isinstance(phrase.limit, Duration):
        return None
    return LateNotice(
        after=phrase.limit,
        why=_pattern("why").search(low) is not None,
        when=_pattern("when").search(low) is not None,
        strength=_strength(low),
    )


def _longer_than(words: str) -> TimePhrase | None:
    """Return the time that a case goes beyond, where one is said."""
    return next(
        (
            one
            for one in times_in(words)
            if one.role in {"after", "limit", ""} and not one.vague and one.anchor is None
        ),
        None,
    )

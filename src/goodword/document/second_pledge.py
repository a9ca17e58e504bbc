"""A pledge beside the promises, read by its weighed words: notice, remedy, quality, late news."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from decimal import Decimal

from goodword.document.condition_text import condition_of, frame
from goodword.document.promise_whose import is_past
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Pattern
from goodword.language.money import UNKNOWN, money_in
from goodword.language.normal import even, normal
from goodword.language.number import NUMBER, value_of
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
from goodword.language.weights import Weights, weights
from goodword.language.word import slug
from goodword.policy.clause import Clause, Strength
from goodword.policy.promise import LateNotice, NoticeRule, Quality, QualityGoal, Remedy
from goodword.policy.quantity import Duration

# From this share on words say a pledge by themselves, by what the first reading took it for.
PLAIN = {"prose": 0.5, "almost": 0.5, "promise": 0.8}
_PART = re.compile(
    rf"\b(?P<part>{NUMBER}|\d+)(?: [a-z]+){{0,3}}? (?:in|of|out of)(?: every)? (?P<whole>{NUMBER}|\d+)\b"
)
# What customers are charged is no remedy.
_CHARGED = re.compile(
    r"\b(?:fees?|charges?|penalty|fines?|interest|surcharge) (?:of [^.;]{1,20} )?"
    r"(?:will|shall|may|must|is|are) (?:be )?(?:added|charged|applied|made|payable|levied|due)\b"
    r"|\b(?:will|shall|may|must) be charged\b"
)
_TURN = re.compile(r"[,;:?!.()]| unless | except | so that ")


def second_pledge(
    text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood | None:
    """Return the pledge of a sentence whose words weigh as one; None where a part is not said."""
    table = weights("kinds")
    if table is None:
        return None
    kind, _ = _likeliest(table, marks)
    reader = _READERS[kind]
    low = normal(text)
    if is_past(low) or _pattern("theirs").search(low):
        return None
    whole = f"{even(context).strip(' .:-')}: {even(text)}" if context else even(text)
    made = reader(whole.strip().rstrip("."), setting)
    return Understood((made,), (unsure(text, (made,)),)) if made is not None else None


def is_plain(before: str, marks: tuple[str, ...]) -> bool:
    """Whether the words alone say a pledge, whatever the form of the sentence was taken for."""
    table, least = weights("kinds"), PLAIN.get(before, 2)
    return table is not None and _likeliest(table, marks)[1] >= least


def _likeliest(table: Weights, marks: tuple[str, ...]) -> tuple[str, float]:
    shares = table.shares(marks)
    kind = max(_READERS, key=lambda one: (shares.get(one, 0.0), one))
    return kind, shares.get(kind, 0.0)


def _strength(low: str) -> Strength:
    if hedge_in(low) is not None or _pattern("wanted").search(low):
        return Strength.AIM
    return Strength.SHOULD if should_in(low) else Strength.MUST


def _pattern(name: str) -> Pattern:
    return ENGLISH.pattern(f"second.{name}")


def _lengths(low: str) -> list[TimePhrase]:
    return [one for one in times_in(low) if not one.vague and isinstance(one.limit, Duration)]


def _notice(text: str, setting: Setting) -> Clause | None:
    """Return how long before something people hear of it."""
    low = normal(text)
    lengths = [one for one in _lengths(low) if _pattern("sooner").match(low[one.end :])]
    lengths = lengths or _lengths(low)
    if len(lengths) != 1:
        return None
    length = lengths[0]
    taken = frame(text)
    condition = condition_of(taken.before or taken.after)
    what = _behind(text, low, length.end, "notice_of") or _behind(text, low, 0, "notice_of")
    if not what and condition is None:
        named = _pattern("never_without").search(low) or _pattern("noticed").match(low)
        what = text[slice(*named.span("what"))] if named else setting.heading.strip()
    if not what and condition is None:
        return None
    assert isinstance(length.limit, Duration)
    return NoticeRule(notice=length.limit, what=what, strength=_strength(low), condition=condition)


def _behind(text: str, low: str, start: int, name: str) -> str:
    """Return the words behind the first word of a kind, up to the next turn of the sentence."""
    found = _pattern(name).search(low, start)
    if found is None:
        return ""
    stop = _TURN.search(low, found.end())
    return text[found.end() : stop.start() if stop else len(text)].strip()


def _remedy(text: str, setting: Setting) -> Clause | None:
    """Return what a customer gets when we fall short."""
    low = normal(text)
    if _CHARGED.search(low):
        return None
    event = _short_of(text, low)
    amounts = [one for one in money_in(low, setting.currency) if one.money.amount]
    outside = [one for one in amounts if not event[0] <= one.start < event[1]]
    goods = None
    if len(outside) != 1 or outside[0].money.currency == UNKNOWN:
        goods = _goods(text, low, event)
        if not goods:
            return None
    words = text[slice(*event)].strip()
    if not words:
        return None
    if words.startswith(("A ", "An ", "Each ", "Every ")):
        words = f"{words[0].lower()}{words[1:]}"
    within = next(
        (
            one.limit
            for one in _lengths(low)
            if one.role == "limit" and not event[0] <= one.start < event[1]
        ),
        None,
    )
    assert within is None or isinstance(within, Duration)
    return Remedy(
        event=slug(words, limit=40),
        event_words=words,
        money=None if goods else outside[0].money,
        goods=goods,
        automatic=_pattern("by_itself").search(low) is not None,
        within=within,
        strength=_strength(low),
    )


def _short_of(text: str, low: str) -> tuple[int, int]:
    """Return where the words stand that say in what we fell short."""
    taken = frame(text)
    for span in (taken.before_span, taken.after_span):
        if span[1] > span[0]:
            opens = _pattern("short_of").match(low, *span)
            behind = _pattern("given").search(low, *span)
            end = behind.start() if behind is not None and span[1] == len(low) else span[1]
            return (opens.end() if opens is not None else span[0]), end
    given = _pattern("given").search(low)
    lead = _pattern("short_of").search(low)
    if lead is not None:
        stop = re.compile(r"[,;:?]").search(low, lead.end())
        behind = _pattern("given").search(low, lead.end())
        ends = [one.start() for one in (stop, behind) if one is not None]
        return lead.end(), min(ends, default=len(low))
    mark = re.compile(r"[?:,;]").search(low)
    if mark is None and given is not None:
        return 0, given.start()
    if mark is None:
        return 0, 0
    if given is not None and given.start() < mark.start():
        return mark.end(), len(low)
    opens = _pattern("short_of").match(low)
    return (opens.end() if opens is not None else 0), mark.start()


def _goods(text: str, low: str, event: tuple[int, int]) -> str | None:
    """Return what is given, in the author's words."""
    rest = [(0, event[0]), (event[1], len(low))]
    for start, end in rest:
        found = _pattern("goods").search(low, start, end) or _pattern("goods_first").search(
            low, start, end
        )
        if found is not None:
            return _given(text[found.start("goods") : found.end("goods")].strip(" ,."))
    start, end = max(rest, key=lambda one: one[1] - one[0])
    words = text[start:end].strip(" ,:;?.")
    given = _given(words)
    if _pattern("given").search(normal(words)) is None:
        return None
    return None if ENGLISH.pattern("remedy.no_goods").search(normal(given)) else given


def _given(words: str) -> str:
    """Return what is given, without the verb and the article before it."""
    lead = _GIVEN_LEAD.match(normal(words))
    return words[lead.end() if lead else 0 :]


# "Earns you a fifth of your fare": the fifth is what is given.
_GIVEN_LEAD = re.compile(
    r"(?:and )?(?:(?:are|is|will be|be) given |(?:earns?|gets?|gives?|brings?|means|entitles?) (?:you|them|people|customers?)(?: to)? )?(?:an? )?"
)
_AT_MOST = frozenset({Quality.ABANDONED, Quality.REOPENED})


def _quality(text: str, setting: Setting) -> Clause | None:
    """Return the goal that a share is set for."""
    del setting
    low = normal(text)
    shares = [one[2] for one in shares_in(low)] or [
        Decimal(value_of(found["part"])) / Decimal(value_of(found["whole"]))
        for found in _PART.finditer(low)
        if value_of(found["whole"])
    ]
    named = next((one for one in Quality if ENGLISH.compiled(_measures(one)).search(low)), None)
    shares = list(dict.fromkeys(shares))
    if len(shares) != 1 or named is None or not 0 < shares[0] <= 1:
        return None
    if named in _AT_MOST and _pattern("too_many").search(low):
        # "More than 5% are abandoned" is a complaint, not a goal.
        return None
    return QualityGoal(
        quality=named,
        share=shares[0].normalize(),
        channels=channel_names(channels_in(low)),
        subject=next((one.name for one in subjects_in(low)), None),
        strength=_strength(low),
    )


def _measures(quality: Quality) -> str:
    return str(ENGLISH.words("second.quality")[quality])


def _late_notice(text: str, setting: Setting) -> Clause | None:
    """Return that people are told, and what, when we need longer than a time."""
    del setting
    low = normal(text)
    lengths = _lengths(low)
    if not lengths:
        return None
    why = _pattern("why").search(low) is not None
    when = _pattern("when").search(low) is not None
    if not (why or when):
        return None
    limit = lengths[0].limit
    assert isinstance(limit, Duration)
    return LateNotice(
        after=limit,
        why=why,
        when=when,
        subject=next((one.name for one in subjects_in(low)), None),
        strength=_strength(low),
    )


_READERS: dict[str, Callable[[str, Setting], Clause | None]] = {
    "notice": _notice,
    "remedy": _remedy,
    "quality": _quality,
    "late_notice": _late_notice,
}

"""Pledges in any language: goals of quality, notice, remedies, and news when we run late."""

import re

from goodword.document.form_condition import condition_in
from goodword.document.form_frame import Framed, framed_in
from goodword.document.form_sentence import FormSentence, patterns, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import Pack
from goodword.language.service import channel_names, channels_in, hedge_in, should_in, subjects_in
from goodword.language.word import slug
from goodword.policy.clause import Clause, Strength
from goodword.policy.promise import LateNotice, NoticeRule, Quality, QualityGoal, Remedy
from goodword.policy.quantity import Duration

_EVENT = 40


def form_pledge(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return what a sentence pledges beside the times in which we answer, or None."""
    if not pack.has("pledges.quality"):
        return None
    plain = even(text).rstrip(" .;")
    whole = sentence_of(plain, setting.currency, pack)
    if whole.search("patterns.past") or whole.search("patterns.theirs"):
        return None
    clause = (
        _late_notice(plain, pack)
        or _remedy(plain, setting, pack)
        or _notice(whole)
        or _quality(whole, framed_in(plain, pack))
    )
    return Understood((clause,)) if clause is not None else None


def _says(it: FormSentence, entry: str) -> re.Match[str] | None:
    """Return where the sentence says so, in words that no time or amount hides."""
    return it.pack.pattern(entry).search(it.low)


def _strength(low: str, pack: Pack) -> Strength:
    if hedge_in(low, pack) is not None:
        return Strength.AIM
    return Strength.SHOULD if should_in(low, pack) else Strength.MUST


def _halves(plain: str, entry: str, pack: Pack) -> tuple[str, str] | None:
    """Return the condition and the main clause of a sentence that fits one of the patterns."""
    low = normal(plain)
    for source in patterns(pack, entry):
        found = pack.compiled(source).fullmatch(low)
        if found is not None:
            words, rest = (plain[slice(*found.span(name))] for name in ("words", "rest"))
            return words.strip(" ,"), rest.strip(" ,")
    return None


def _late_notice(plain: str, pack: Pack) -> Clause | None:
    """Return that we tell people, and what, when we need longer than a time."""
    halves = _halves(plain, "pledges.halves", pack)
    if halves is None:
        return None
    words, rest = halves
    late = sentence_of(words, "EUR", pack)
    told = sentence_of(rest, "EUR", pack)
    if _says(late, "pledges.longer") is None or _says(told, "pledges.tells") is None:
        return None
    if any(not one.vague for one in told.times):
        return None
    after = next(
        (
            one.limit
            for one in late.times
            if not one.vague and one.anchor is None and isinstance(one.limit, Duration)
        ),
        None,
    )
    why, when = (_says(told, f"pledges.{one}") is not None for one in ("why", "when"))
    if not isinstance(after, Duration) or not (why or when):
        return None
    subjects = subjects_in(late.low, pack)
    return LateNotice(
        after=after,
        why=why,
        when=when,
        subject=subjects[0].name if subjects else None,
        strength=_strength(told.low, pack),
    )


def _remedy(plain: str, setting: Setting, pack: Pack) -> Clause | None:
    """Return what a customer gets when we fall short."""
    halves = _halves(plain, "pledges.halves", pack)
    if halves is None:
        return None
    words, rest = halves
    failed = sentence_of(words, setting.currency, pack)
    given = sentence_of(rest, setting.currency, pack)
    ours = _says(failed, "pledges.fails") is not None and _says(failed, "pledges.ours") is not None
    if not ours or _says(given, "pledges.gives") is None or _says(given, "pledges.may_give"):
        return None
    goods = _says(given, "pledges.goods")
    if len(given.amounts) > 1 or (not given.amounts and goods is None):
        return None
    within = next((one.limit for one in given.times if one.role == "limit" and not one.vague), None)
    return Remedy(
        event=slug(words, limit=_EVENT, pack=pack),
        event_words=words,
        money=given.amounts[0].money if given.amounts else None,
        goods=given.said(goods, "goods") if goods and not given.amounts else None,
        automatic=_says(given, "pledges.automatic") is not None,
        within=within if isinstance(within, Duration) else None,
        strength=_strength(given.low, pack),
    )


def _notice(it: FormSentence) -> Clause | None:
    """Return how long before something we tell people."""
    for source in patterns(it.pack, "pledges.notice"):
        found = it.pack.compiled(source).fullmatch(it.masked)
        if found is None:
            continue
        time = it.time_at(found.span("time"))
        if time is None or time.vague or not isinstance(time.limit, Duration):
            continue
        named = found.groupdict()
        what = it.said(found, "what") if named.get("what") else ""
        condition = it.said(found, "words") if named.get("words") else ""
        if what or condition:
            return NoticeRule(
                notice=time.limit,
                what=what,
                strength=_strength(it.low, it.pack),
                condition=condition_in(condition, it.pack),
            )
    return None


def _quality(it: FormSentence, frame: Framed) -> Clause | None:
    """Return the goal that a share is set for: satisfied people, calls given up, and so on."""
    if len(it.shares) != 1 or frame.condition is not None:
        return None
    if any(not one.vague for one in it.times) or _says(it, "pledges.told"):
        return None
    named = next(
        (
            one
            for one in Quality
            if (source := it.pack.words("pledges.quality").get(str(one)))
            and it.pack.compiled(rf"(?<!\w)(?:{source})").search(it.low)
        ),
        None,
    )
    if named is None:
        return None
    before = it.low[: it.shares[0][0]]
    most = it.pack.compiled("(?:<<pledges.most>>) $").search(before) is not None
    least = it.pack.compiled("(?:<<pledges.least>>) $").search(before) is not None
    subjects = subjects_in(it.low, it.pack)
    goal = QualityGoal(
        quality=named,
        share=it.shares[0][2],
        channels=channel_names(channels_in(it.low, it.pack)),
        subject=subjects[0].name if subjects else None,
        strength=_strength(it.low, it.pack),
        exception=frame.exception,
    )
    return None if (least if goal.at_most else most) else goal

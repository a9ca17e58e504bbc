"""Notice, remedies and stopped clocks told by their words, in whatever order they stand."""

import re

from goodword.document.form_condition import condition_in
from goodword.document.form_frame import framed_in
from goodword.document.form_sentence import FormSentence, patterns, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even
from goodword.language.pack import Pack
from goodword.language.service import hedge_in, should_in
from goodword.language.word import slug
from goodword.policy.clause import Clause, Strength
from goodword.policy.promise import NoticeRule, PauseRule, Remedy
from goodword.policy.quantity import Duration

_EVENT = 40


def cued_pledge(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return the notice, the remedy or the stopped clock that a sentence tells of, or None."""
    if not pack.has("cues.people"):
        return None
    it = sentence_of(even(text).rstrip(" .;"), setting.currency, pack)
    if it.search("patterns.past") or it.search("patterns.theirs"):
        return None
    clause = _pause(it) or _remedy(it) or _notice(it, text)
    return Understood((clause,)) if clause is not None else None


def _strength(it: FormSentence) -> Strength:
    if hedge_in(it.low, it.pack) is not None:
        return Strength.AIM
    return Strength.SHOULD if should_in(it.low, it.pack) else Strength.MUST


def _pause(it: FormSentence) -> Clause | None:
    """Return that the clock stops while others owe us something."""
    pack = it.pack
    said = all(
        pack.pattern(f"cues.{one}").search(it.low) for one in ("clock", "clock_stops", "waiting")
    )
    times = [one for one in it.times if one.amount and not one.vague]
    return PauseRule() if said and not times else None


def _remedy(it: FormSentence) -> Clause | None:
    """Return what a customer gets when we fall short, a part of the price too."""
    pack = it.pack
    for source in patterns(pack, "cues.remedies"):
        found = pack.compiled(source).fullmatch(it.masked)
        if found is None:
            continue
        words = it.said(found, "words")
        low = it.low[slice(*found.span("words"))]
        rest = found.span("rest")
        given = it.low[slice(*rest)]
        if not (pack.pattern("cues.falls_short").search(low)):
            continue
        if not pack.pattern("cues.gets").search(given) or pack.pattern("pledges.may_give").search(
            given
        ):
            continue
        amounts = it.amounts_in(rest)
        sharing = pack.pattern("cues.sharing").search(it.masked, *rest)
        if len(amounts) > 1 or (not amounts and sharing is None):
            continue
        within = next(
            (
                one.limit
                for one in it.times
                if rest[0] <= one.start < rest[1] and one.role == "limit" and not one.vague
            ),
            None,
        )
        if sharing is not None and sharing["kept"] and within is not None and not amounts:
            # The price back within ten days is a promise, with a clock of its own.
            continue
        return Remedy(
            event=slug(words, limit=_EVENT, pack=pack),
            event_words=words,
            money=amounts[0].money if amounts else None,
            goods=_given(it, sharing) if sharing and not amounts else None,
            automatic=pack.pattern("pledges.automatic").search(given) is not None,
            within=within if isinstance(within, Duration) else None,
            strength=_strength(it),
        )
    return None


def _given(it: FormSentence, sharing: re.Match[str]) -> str:
    name = "goods" if sharing["goods"] else "kept"
    return it.said(sharing, name)


def _notice(it: FormSentence, text: str) -> Clause | None:
    """Return how long before something people are told."""
    pack = it.pack
    ahead = pack.pattern("cues.ahead").search(it.low)
    if ahead is None or pack.pattern("cues.warns").search(it.low) is None:
        return None
    times = [one for one in it.times if one.amount and not one.vague]
    if len(times) != 1 or not isinstance(times[0].limit, Duration):
        return None
    found = it.search("cues.noticed")
    what = it.said(found, "what") if found is not None else ""
    condition = framed_in(text, pack).condition
    if not what and condition is None:
        return None
    return NoticeRule(
        notice=times[0].limit,
        what=what,
        strength=_strength(it),
        condition=condition_in("", pack) if what else condition,
    )

"""Pledges said back: goals of quality, notice, remedies, and news when we run late."""

from goodword.document.echo_amounts import duration, listed, money, share, spoken, with_article
from goodword.document.echo_condition import framed
from goodword.document.echo_kind import kind_said
from goodword.document.echo_promise import limit
from goodword.language.en import echo_phrases as words
from goodword.policy.clause import Clause
from goodword.policy.condition import Fact
from goodword.policy.policy import Policy
from goodword.policy.promise import LateNotice, NoticeRule, QualityGoal, Remedy
from goodword.policy.quantity import Duration


def quality(clause: QualityGoal, policy: Policy) -> str:
    """Return the share that is kept to, of which cases."""
    del policy
    nouns = [
        f"{words.CHANNEL_NOUNS.get(slug, f'{spoken(slug)} message')}s" for slug in clause.channels
    ]
    what = listed(nouns, "or") if nouns else words.PLEDGES["cases"]
    if clause.subject is not None:
        what = f"{what} about {with_article(kind_said(clause.subject))}"
    sentence = words.QUALITY[clause.quality].format(what=what, share=share(clause.share))
    return framed(_with_strength(clause, sentence), clause.condition, clause.exception)


def notice(clause: NoticeRule, policy: Policy) -> str:
    """Return how long before something people are told."""
    del policy
    said = words.PLEDGES["notice"].format(length=_possessive(clause.notice))
    if clause.what:
        said = f"{said} {words.PLEDGES['before'].format(what=clause.what)}"
    return framed(_with_strength(clause, said), clause.condition, clause.exception)


def remedy(clause: Remedy, policy: Policy) -> str:
    """Return what a customer gets, and for what."""
    if clause.money is not None:
        said = words.PLEDGES["pay"].format(money=money(clause.money, policy))
    else:
        goods = clause.goods or ""
        said = words.PLEDGES["give"].format(goods=_given(goods))
    if clause.automatic:
        said = f"{said} {words.PLEDGES['automatically']}"
    if clause.within is not None:
        said = f"{said} within {limit(clause.within, policy)}"
    event = Fact(clause.event, clause.event_words)
    return framed(_with_strength(clause, said), event, clause.exception)


def _given(goods: str) -> str:
    """Return what is given with its article: "a free coffee", "your delivery fee", "10% off"."""
    first = goods.split(" ", maxsplit=1)[0]
    is_whole = first in words.PLEDGES["whole"].split() or goods[:1].isdigit()
    return goods if is_whole else with_article(goods)


def late_notice(clause: LateNotice, policy: Policy) -> str:
    """Return what people are told when we need longer."""
    del policy
    pledges = words.PLEDGES
    if clause.after is not None and not (clause.why or clause.when):
        delay = pledges["of_delay"].format(length=duration(clause.after))
        return framed(_with_strength(clause, delay), None, clause.exception)
    who = pledges["we_need"]
    if clause.subject is not None:
        who = pledges["needs"].format(subject=with_article(kind_said(clause.subject)))
    length = duration(clause.after) if clause.after is not None else pledges["we_said"]
    longer = pledges["longer"].format(who=who, length=length)
    told = "why_and_when" if clause.why and clause.when else "why" if clause.why else "when"
    told = told if clause.why or clause.when else "so"
    return framed(_with_strength(clause, pledges[told]), Fact("longer", longer), clause.exception)


def _with_strength(clause: Clause, said: str) -> str:
    return words.STRENGTH_FRAMES[clause.strength].format(what=said)


def _possessive(length: Duration) -> str:
    said = duration(length)
    return f"{said}'" if said.endswith("s") else f"{said}'s"

"""Pledges said back by the templates of a pack: quality, notice, remedies, running late."""

from goodword.document.form_echo_promise import subject_words
from goodword.document.form_phrases import frame, template
from goodword.document.form_words import duration_within, length, listed, money, share
from goodword.language.pack import Pack
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.promise import LateNotice, NoticeRule, QualityGoal, Remedy
from goodword.policy.quantity import Duration


def _pledge(pack: Pack, clause: Clause, name: str, /, **slots: object) -> str:
    """Return one of the pack's sentences for a pledge: firm, meant as it should be, or an aim."""
    kinds = pack.words("echo.strength_sentences")
    number: int = kinds.get(str(clause.strength), kinds["must"])
    said: str = pack.words("echo.pledges")[name][number]
    return template(pack, "pledge", sentence=said.format(**slots), **frame(clause, pack))


def quality(clause: QualityGoal, policy: Policy, pack: Pack) -> str:
    """Return the share that is kept to, of which cases."""
    del policy
    nouns = pack.words("echo.channel_nouns")
    named = [nouns.get(one, one.replace("_", " ")) for one in clause.channels]
    if clause.subject:
        named.append(subject_words(clause.subject, pack))
    parts = pack.words("echo.parts")
    of = parts["quality_of"].format(what=listed(named, pack)) if named else ""
    return _pledge(pack, clause, str(clause.quality), share=share(clause.share, pack), of=of)


def notice(clause: NoticeRule, policy: Policy, pack: Pack) -> str:
    """Return how long before something people are told."""
    del policy
    what = clause.what.lower()
    name = next(
        (
            name
            for name, opening in pack.words("pledges.notice_of").items()
            if what and pack.compiled(rf"^(?:{opening})").match(what)
        ),
        "notice",
    )
    return _pledge(pack, clause, name, length=length(clause.notice, pack), what=clause.what)


def remedy(clause: Remedy, policy: Policy, pack: Pack) -> str:
    """Return what a customer gets, and for what."""
    del policy
    parts = pack.words("echo.parts")
    if clause.money is not None:
        what = money(clause.money, pack)
    else:
        known = pack.has("cues.sharing")
        bare = known and pack.compiled("^(?:<<cues.given_whole>>)").search(
            (clause.goods or "").lower()
        )
        what = str(clause.goods) if bare else parts["goods"].format(goods=clause.goods)
    within = clause.within
    return _pledge(
        pack,
        clause,
        "remedy" if clause.money is not None else "remedy_goods",
        event=clause.event_words,
        what=what,
        automatic=parts["automatic"] if clause.automatic else "",
        within=f" {duration_within(within, pack)}" if isinstance(within, Duration) else "",
    )


def late_notice(clause: LateNotice, policy: Policy, pack: Pack) -> str:
    """Return what people are told when we need longer."""
    del policy
    parts = pack.words("echo.parts")
    told = "why_and_when" if clause.why and clause.when else "why" if clause.why else "when"
    told = told if clause.why or clause.when else "so"
    who = parts["we_need"]
    if clause.subject is not None:
        who = parts["case_needs"].format(subject=subject_words(clause.subject, pack))
    return _pledge(
        pack,
        clause,
        "late_notice",
        who=who,
        length=length(clause.after, pack) if clause.after is not None else parts["we_said"],
        told=parts[told],
    )

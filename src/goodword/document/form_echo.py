"""A clause said back in the language of its policy, by the templates of its pack."""

from collections.abc import Callable, Mapping
from typing import Any

from goodword.document.form_words import (
    anchor,
    counting_beside,
    day_of_year,
    duration_every,
    duration_within,
    full_date,
    length,
    listed,
    money,
    share,
    week,
)
from goodword.document.form_written import role_as_written, written
from goodword.language.pack import Pack
from goodword.language.role import ANYONE, role_slug
from goodword.language.word import slug
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Audience, Clause, Strength
from goodword.policy.condition import Condition, Fact
from goodword.policy.definition import (
    AudienceClause,
    ChannelClause,
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    IdentityClause,
    OwnerClause,
    RoleClause,
    TermClause,
    ZoneClause,
)
from goodword.policy.duty import (
    Escalation,
    PublicationRule,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
)
from goodword.policy.hours import ALWAYS_OPEN_WEEK
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Duration
from goodword.policy.situation import EmergencyWords


def form_echo(clause: Clause, policy: Policy, pack: Pack) -> str | None:
    """Return the canonical sentence of a clause; None for a kind the packs do not say yet."""
    tell = _ECHOES.get(type(clause))
    if tell is None:
        return None
    said = tell(clause, policy, pack)
    return said[:1].upper() + said[1:]


def _template(pack: Pack, name: str, /, **slots: object) -> str:
    text: str = pack.words("echo.templates")[name]
    return text.format(**slots)


def _part(pack: Pack, name: str, /, **slots: object) -> str:
    text: str = pack.words("echo.parts")[name]
    return text.format(**slots)


def _frame(clause: Clause, pack: Pack) -> dict[str, str]:
    return {
        "condition": _depends(clause.condition, "condition", pack),
        "exception": _depends(clause.exception, "exception", pack),
    }


def _depends(condition: Condition | None, name: str, pack: Pack) -> str:
    if condition is None:
        return ""
    words = condition.words if isinstance(condition, Fact) else ""
    words = words or getattr(condition, "name", "").replace("_", " ")
    return pack.phrase(f"echo.{name}").format(words=words)


def role_words(wanted: str, clause: Clause, policy: Policy, pack: Pack) -> str:
    """Return a role as the policy writes it, without its article."""
    if wanted == ANYONE:
        return pack.phrase("echo.anyone_inside")
    named = next((one.name for one in policy.roles if one.slug == wanted), "")
    if named and role_slug(named.lower(), pack) == wanted and named != wanted.replace("_", " "):
        return named
    texts = (clause.text, *(one.text for one in policy.clauses))
    return role_as_written(wanted, texts, pack) or named or wanted.replace("_", " ")


def _slug_words(wanted: str, clause: Clause, pack: Pack) -> str:
    found = written(wanted, clause.text, lambda words: slug(words, pack=pack)) if wanted else None
    return found or wanted.replace("_", " ")


def _what(clause: Promise, pack: Pack) -> str:
    subject = _subject(clause.subject, pack) if clause.subject else ""
    nouns = pack.words("echo.channel_nouns")
    channels = listed(
        (nouns.get(one, one.replace("_", " ")) for one in clause.channels), pack, "or"
    )
    if channels and subject:
        return pack.phrase("echo.about").format(channels=channels, subject=subject)
    if channels:
        return channels
    if subject:
        return subject
    known = pack.words("echo.any_subject")
    return str(known.get(str(clause.metric)) or known["first_response"])


def _subject(wanted: str, pack: Pack) -> str:
    known = pack.words("echo.subjects").get(wanted)
    if known:
        return str(known)
    kind, _, number = wanted.partition("_")
    kinds = {slug_: word for word, slug_ in pack.words("lexicon.priority_kinds").items()}
    for word, slug_ in pack.words("lexicon.priority_kinds").items():
        if slug_ == kind and len(word) > 2:
            kinds[slug_] = word
            break
    if number and kind in kinds:
        return f"{kinds[kind].capitalize()} {number}"
    return wanted.replace("_", " ")


def _promise(clause: Promise, policy: Policy, pack: Pack) -> str:
    limit = clause.limit
    start = f" {pack.words('echo.start_words')[clause.start]}" if clause.start else ""
    if isinstance(limit, Duration):
        recurs = clause.metric is Metric.UPDATE and not clause.once
        said = duration_every(limit, pack) if recurs else duration_within(limit, pack)
        beside = counting_beside(limit, policy, pack)
        said = f"{said}{start}{f' ({beside})' if beside else ''}"
    else:
        said = f"{anchor(limit, pack)}{start}"
    name = str(clause.metric)
    if clause.metric is Metric.UPDATE and clause.once:
        name = "update_once"
    kinds = pack.words("echo.strength_sentences")
    number: int = kinds.get(str(clause.strength), kinds["must"])
    sentence = pack.words("echo.promises")[name][number].format(
        what=_what(clause, pack), limit=said
    )
    target = pack.phrase("echo.every_time")
    if clause.target is not None:
        target = pack.phrase("echo.share").format(share=share(clause.target, pack))
    return _template(pack, "promise", sentence=sentence, target=target, **_frame(clause, pack))


def _pause(clause: PauseRule, policy: Policy, pack: Pack) -> str:
    del policy
    return _template(pack, "pause", **_frame(clause, pack))


def _deed(pack: Pack, action: str, goods: str | None, clause: Clause) -> tuple[str, str, str]:
    known = pack.words("echo.actions").get(action)
    if known is None:
        words = _slug_words(action, clause, pack)
        return words, words, words
    return tuple(one.format(goods=goods or "") for one in known)


def _authority(clause: Authority, policy: Policy, pack: Pack) -> str:
    deed = _deed(pack, clause.action, clause.goods, clause)[0]
    worth = (
        _part(pack, "worth", money=money(clause.goods_value, pack)) if clause.goods_value else ""
    )
    if worth and clause.goods:
        deed = _deed(pack, clause.action, clause.goods + worth, clause)[0]
    limit = _part(pack, "limit", money=money(clause.limit, pack)) if clause.limit else ""
    per = _part(pack, "per", per=pack.words("echo.pers")[clause.per]) if clause.per else ""
    times = "".join(_capped(cap, pack) for cap in clause.caps)
    what = pack.phrase("echo.deed").format(limit=limit, per=per, times=times, deed=deed)
    what = " ".join(what.split())
    if clause.only:
        role = role_words(clause.role, clause, policy, pack)
        return _template(pack, "authority_only", role=role, what=what, **_frame(clause, pack))
    role = role_words(clause.role, clause, policy, pack)
    return _template(pack, "authority", role=role, what=what, **_frame(clause, pack))


def _capped(cap: Cap, pack: Pack) -> str:
    per = _part(pack, "per", per=pack.words("echo.pers")[cap.per])
    often = next(
        (word for word, count in pack.words("numbers.times").items() if count == cap.count),
        None,
    )
    count = f"{often} " if often else _part(pack, "times", count=cap.count)
    return f"{count}{per}{_window(cap, pack)}"


def _window(cap: Cap, pack: Pack) -> str:
    if cap.days is None:
        return ""
    table = pack.words("echo.units_within" if pack.has("echo.units_within") else "echo.units")
    one, many = table["day"]
    return _part(pack, "window", days=f"{cap.days} {one if cap.days == 1 else many}")


def _amount(clause: ApprovalRule, pack: Pack) -> str:
    if clause.over is not None and clause.up_to is not None:
        return _part(
            pack, "between", money=money(clause.over, pack), upper=money(clause.up_to, pack)
        )
    if clause.over is None:
        return ""
    return _part(pack, "from" if clause.at_least else "over", money=money(clause.over, pack))


def _approval(clause: ApprovalRule, policy: Policy, pack: Pack) -> str:
    known = pack.words("echo.actions")
    if clause.action not in known:
        return _template(
            pack,
            "approval_deed",
            act=_slug_words(clause.action, clause, pack),
            role=role_words(clause.approver, clause, policy, pack),
            **_frame(clause, pack),
        )
    things = _deed(pack, clause.action, None, clause)[1]
    amount = _amount(clause, pack)
    if clause.people > 1:
        return _template(
            pack,
            "two_people",
            things=things,
            amount=amount,
            people=clause.people,
            **_frame(clause, pack),
        )
    role = role_words(clause.approver, clause, policy, pack)
    return _template(
        pack, "approval", things=things, amount=amount, role=role, **_frame(clause, pack)
    )


def _prohibition(clause: Prohibition, policy: Policy, pack: Pack) -> str:
    known = pack.words("echo.actions").get(clause.action)
    act = known[0] if known else _slug_words(clause.action, clause, pack)
    frame = _frame(clause, pack)
    if clause.except_roles:
        role = listed(
            (role_words(one, clause, policy, pack) for one in clause.except_roles), pack, "or"
        )
        return _template(pack, "prohibition_except", act=act, role=role, **frame)
    if clause.role == ANYONE:
        return _template(pack, "prohibition_anyone", act=act, **frame)
    role = role_words(clause.role, clause, policy, pack)
    return _template(pack, "prohibition", act=act, role=role, **frame)


def _cap_rule(clause: CapRule, policy: Policy, pack: Pack) -> str:
    del policy
    things = _deed(pack, clause.action, None, clause)[1] if clause.action else ""
    cap = clause.caps[0]
    entry = "money_things" if cap.money else "count_things"
    window = _window(cap, pack)
    what = _part(
        pack,
        entry,
        count=cap.count,
        money=money(cap.money, pack) if cap.money else "",
        things=_without_article(things, pack),
        per=pack.words("echo.pers")[cap.per],
        window=f" {window.strip()}" if window else "",
    )
    return _template(pack, "cap", what=" ".join(what.split()), **_frame(clause, pack))


def _without_article(things: str, pack: Pack) -> str:
    found = pack.compiled("^(?:<<roles.article>>)").match(things)
    return things[found.end() :] if found else things


def _precondition(clause: Precondition, policy: Policy, pack: Pack) -> str:
    del policy
    thing = _deed(pack, clause.action, None, clause)[2]
    return _template(pack, "precondition", thing=thing, do=clause.do)


def _escalation(clause: Escalation, policy: Policy, pack: Pack) -> str:
    role = role_words(clause.to, clause, policy, pack)
    if clause.strength is Strength.MAY:
        return _template(pack, "own_route", event=clause.event_words, role=role)
    within = ""
    if isinstance(clause.within, Duration):
        within = duration_within(clause.within, pack)
    entry = "tell_within" if within else "tell"
    if clause.strength is Strength.AIM:
        entry = f"{entry}_aim"
    tell = _part(pack, entry, role=role, within=within)
    deputy = ""
    if clause.deputy:
        deputy = _part(pack, "deputy", role=role_words(clause.deputy, clause, policy, pack))
    if clause.event is not None:
        return _template(pack, "happens", event=clause.event_words, tell=tell, deputy=deputy)
    subjects = pack.words("echo.one_subject")
    subject = subjects["case"]
    if clause.subject:
        subject = subjects.get(clause.subject) or _subject(clause.subject, pack)
    after = duration_within(clause.after, pack) if isinstance(clause.after, Duration) else ""
    done = pack.words("echo.done")[str(clause.trigger)]
    return _template(
        pack, "late", subject=subject, after=after, start="", done=done, tell=tell, deputy=deputy
    )


def _survey(clause: SurveyRule, policy: Policy, pack: Pack) -> str:
    del policy
    event = _slug_words(clause.event or "", clause, pack)
    delay = _part(pack, "delay", delay=length(clause.delay, pack)) if clause.delay else ""
    cap = _part(pack, "cap", cap=length(clause.cap, pack)) if clause.cap else ""
    return _template(pack, "survey", event=event, delay=delay, cap=cap)


def _review(clause: ReviewRule, policy: Policy, pack: Pack) -> str:
    after = "".join(
        _part(pack, "review_after", event=_slug_words(one, clause, pack)) for one in clause.after
    )
    every = duration_every(clause.every, pack)
    if clause.owner:
        role = role_words(clause.owner, clause, policy, pack)
        return _template(pack, "review_by", role=role, every=every, after=after)
    return _template(pack, "review", every=every, after=after, owner="")


def _publication(clause: PublicationRule, policy: Policy, pack: Pack) -> str:
    del policy
    known = pack.words("echo.published").get(clause.what)
    what = known or _slug_words(clause.what, clause, pack)
    return _template(pack, "publication", what=what, every=duration_every(clause.every, pack))


def _retention(clause: RetentionRule, policy: Policy, pack: Pack) -> str:
    del policy
    subject = pack.words("echo.subjects").get(clause.subject)
    subject = subject or _slug_words(clause.subject, clause, pack)
    return _template(pack, "retention", subject=subject, keep=length(clause.keep, pack))


def _training(clause: TrainingRule, policy: Policy, pack: Pack) -> str:
    who = pack.phrase("echo.anyone")
    if clause.who != ANYONE:
        who = role_words(clause.who, clause, policy, pack)
    every = duration_every(clause.every, pack) if clause.every else ""
    return _template(pack, "training", who=who, every=every)


def _hours(clause: HoursClause, policy: Policy, pack: Pack) -> str:
    del policy
    if clause.week == ALWAYS_OPEN_WEEK:
        return _template(pack, "hours_always")
    return _template(pack, "hours", week=week(clause.week, pack))


def _closure(clause: ClosureClause, policy: Policy, pack: Pack) -> str:
    del policy
    if clause.public_holidays:
        return _template(pack, "closed_holidays")
    dates = listed(
        (day_of_year(one.month, one.day, one.year, pack) for one in clause.closures), pack
    )
    return _template(pack, "closed", dates=dates)


def _place(clause: HolidayClause, policy: Policy, pack: Pack) -> str:
    del policy
    place = clause.place
    name = place.name or next(
        (
            name.title()
            for name, (country, part, _) in pack.words("places.places").items()
            if (country, part or None) == (place.country, place.subdivision)
        ),
        place.country,
    )
    return _template(pack, "holidays", place=name)


def _zone(clause: ZoneClause, policy: Policy, pack: Pack) -> str:
    del policy
    words = [word for word, zone in pack.words("places.zones").items() if zone == clause.zone]
    known = pack.words("echo.zones").get(clause.zone)
    return _template(pack, "zone", place=known or (words[0].title() if words else clause.zone))


def _channel(clause: ChannelClause, policy: Policy, pack: Pack) -> str:
    del policy
    name = pack.words("echo.channel_names").get(clause.channel, clause.channel)
    return _template(pack, "channel", channel=name, address=clause.address)


def _role(clause: RoleClause, policy: Policy, pack: Pack) -> str:
    name = role_words(clause.role, clause, policy, pack)
    if clause.deputy:
        deputy = role_words(clause.deputy, clause, policy, pack)
        return _template(pack, "deputy", role=name, deputy=deputy)
    return _template(pack, "role_defined", name=clause.name or name)


def _term(clause: TermClause, policy: Policy, pack: Pack) -> str:
    del policy
    return _template(pack, "term", term=clause.term, meaning=clause.meaning)


def _identity(clause: IdentityClause, policy: Policy, pack: Pack) -> str:
    del policy
    serves = _slug_words(clause.serves, clause, pack)
    return _template(pack, "identity", organisation=clause.organisation, serves=serves)


def _owner(clause: OwnerClause, policy: Policy, pack: Pack) -> str:
    return _template(pack, "owner", role=role_words(clause.role, clause, policy, pack))


def _effective(clause: EffectiveClause, policy: Policy, pack: Pack) -> str:
    del policy
    begins = ends = ""
    if clause.applies_from:
        begins = _template(pack, "effective_from", date=full_date(clause.applies_from, pack))
    if clause.applies_until:
        ends = _template(pack, "effective_until", date=full_date(clause.applies_until, pack))
    return _template(pack, "effective", **{"from": begins, "until": ends})


def _audience(clause: AudienceClause, policy: Policy, pack: Pack) -> str:
    del policy
    public = clause.audience is Audience.PUBLIC
    return _template(pack, "audience_public" if public else "audience_team")


def _emergency(clause: EmergencyWords, policy: Policy, pack: Pack) -> str:
    del policy
    return _template(pack, "emergency", instruction=clause.instruction)


_ECHOES: Mapping[type[Clause], Callable[[Any, Policy, Pack], str]] = {
    Promise: _promise,
    PauseRule: _pause,
    Authority: _authority,
    ApprovalRule: _approval,
    Prohibition: _prohibition,
    CapRule: _cap_rule,
    Precondition: _precondition,
    Escalation: _escalation,
    SurveyRule: _survey,
    ReviewRule: _review,
    PublicationRule: _publication,
    RetentionRule: _retention,
    TrainingRule: _training,
    HoursClause: _hours,
    ClosureClause: _closure,
    HolidayClause: _place,
    ZoneClause: _zone,
    ChannelClause: _channel,
    RoleClause: _role,
    TermClause: _term,
    IdentityClause: _identity,
    OwnerClause: _owner,
    EffectiveClause: _effective,
    AudienceClause: _audience,
    EmergencyWords: _emergency,
}

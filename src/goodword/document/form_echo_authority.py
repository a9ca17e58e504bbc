"""Authority said back by the templates of a pack."""

from goodword.document.form_phrases import frame, part, role_words, slug_words, template
from goodword.document.form_words import listed, money, share
from goodword.language.pack import Pack
from goodword.language.role import ANYONE
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy


def _deed(pack: Pack, action: str, goods: str | None, clause: Clause) -> tuple[str, str, str]:
    known = pack.words("echo.actions").get(action)
    if known is None:
        words = slug_words(action, clause, pack)
        return words, words, words
    return tuple(one.format(goods=goods or "") for one in known)


def authority(clause: Authority, policy: Policy, pack: Pack) -> str:
    """Return what a role may give."""
    deed = _deed(pack, clause.action, clause.goods, clause)[0]
    worth = part(pack, "worth", money=money(clause.goods_value, pack)) if clause.goods_value else ""
    if worth and clause.goods:
        deed = _deed(pack, clause.action, clause.goods + worth, clause)[0]
    limit = _limit(clause, pack)
    per = part(pack, "per", per=pack.words("echo.pers")[clause.per]) if clause.per else ""
    times = "".join(_capped(cap, pack) for cap in clause.caps)
    what = pack.phrase("echo.deed").format(limit=limit, per=per, times=times, deed=deed)
    what = " ".join(what.split())
    if clause.only:
        role = role_words(clause.role, clause, policy, pack, "nominative")
        return template(pack, "authority_only", role=role, what=what, **frame(clause, pack))
    role = role_words(clause.role, clause, policy, pack, "nominative")
    return template(pack, "authority", role=role, what=what, **frame(clause, pack))


def _limit(clause: Authority, pack: Pack) -> str:
    """Return up to how much: money, a share, or a share up to some money."""
    said = ""
    if clause.share is not None:
        said = part(pack, "share", share=share(clause.share, pack))
        if clause.limit is not None:
            said = f"{said}{part(pack, 'share_limit', money=money(clause.limit, pack))}"
    elif clause.limit is not None:
        entry = "below" if clause.below else "limit"
        said = part(pack, entry, money=money(clause.limit, pack))
    if clause.each:
        said = f"{said}{part(pack, 'each', each=slug_words(clause.each, clause, pack))}"
    return said


def _capped(cap: Cap, pack: Pack) -> str:
    per = part(pack, "per", per=pack.words("echo.pers")[cap.per])
    often = next(
        (word for word, count in pack.words("numbers.times").items() if count == cap.count),
        None,
    )
    count = f"{often} " if often else part(pack, "times", count=cap.count)
    return f"{count}{per}{_window(cap, pack)}"


def _window(cap: Cap, pack: Pack) -> str:
    if cap.days is None:
        return ""
    table = pack.words("echo.units_within" if pack.has("echo.units_within") else "echo.units")
    one, many = table["day"]
    return part(pack, "window", days=f"{cap.days} {one if cap.days == 1 else many}")


def _amount(clause: ApprovalRule, pack: Pack) -> str:
    if clause.over is not None and clause.up_to is not None:
        return part(
            pack, "between", money=money(clause.over, pack), upper=money(clause.up_to, pack)
        )
    if clause.over_share is not None:
        entry = "from_share" if clause.at_least else "over_share"
        return part(pack, entry, share=share(clause.over_share, pack))
    if clause.over is None:
        return ""
    return part(pack, "from" if clause.at_least else "over", money=money(clause.over, pack))


def approval(clause: ApprovalRule, policy: Policy, pack: Pack) -> str:
    """Return who decides above an amount."""
    known = pack.words("echo.actions")
    if clause.action not in known:
        return template(
            pack,
            "approval_deed",
            act=slug_words(clause.action, clause, pack),
            role=role_words(clause.approver, clause, policy, pack, "dative"),
            **frame(clause, pack),
        )
    things = _deed(pack, clause.action, None, clause)[1]
    amount = _amount(clause, pack)
    if clause.people > 1:
        return template(
            pack,
            "two_people",
            things=things,
            amount=amount,
            people=clause.people,
            **frame(clause, pack),
        )
    role = role_words(clause.approver, clause, policy, pack, "dative")
    return template(
        pack, "approval", things=things, amount=amount, role=role, **frame(clause, pack)
    )


def prohibition(clause: Prohibition, policy: Policy, pack: Pack) -> str:
    """Return what is never done."""
    known = pack.words("echo.actions").get(clause.action)
    act = known[0] if known else slug_words(clause.action, clause, pack)
    framed = frame(clause, pack)
    if clause.except_roles:
        role = listed(
            (role_words(one, clause, policy, pack) for one in clause.except_roles), pack, "or"
        )
        return template(pack, "prohibition_except", act=act, role=role, **framed)
    if clause.role == ANYONE:
        return template(pack, "prohibition_anyone", act=act, **framed)
    role = role_words(clause.role, clause, policy, pack, "nominative")
    return template(pack, "prohibition", act=act, role=role, **framed)


def cap_rule(clause: CapRule, policy: Policy, pack: Pack) -> str:
    """Return how much or how often in all."""
    del policy
    things = _deed(pack, clause.action, None, clause)[1] if clause.action else ""
    cap = clause.caps[0]
    entry = "money_things" if cap.money else "count_things"
    window = _window(cap, pack)
    what = part(
        pack,
        entry,
        count=cap.count,
        money=money(cap.money, pack) if cap.money else "",
        things=_without_article(things, pack),
        per=pack.words("echo.pers")[cap.per],
        window=f" {window.strip()}" if window else "",
    )
    return template(pack, "cap", what=" ".join(what.split()), **frame(clause, pack))


def _without_article(things: str, pack: Pack) -> str:
    found = pack.compiled("^(?:<<roles.article>>)").match(things)
    return things[found.end() :] if found else things


def precondition(clause: Precondition, policy: Policy, pack: Pack) -> str:
    """Return what comes before."""
    del policy
    thing = _deed(pack, clause.action, None, clause)[2]
    return template(pack, "precondition", thing=thing, do=clause.do)

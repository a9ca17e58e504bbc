"""Authority, approvals and prohibitions said back."""

from goodword.document.echo_amounts import (
    capitalised,
    days,
    listed,
    money,
    role,
    spoken,
)
from goodword.document.echo_condition import framed
from goodword.language.en import echo_phrases as words
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Per,
    Precondition,
    Prohibition,
)
from goodword.policy.policy import Policy

_TIMES = {1: "once", 2: "twice"}


def authority(clause: Authority, policy: Policy) -> str:
    """Return who may do what, up to what, how often, and who decides above."""
    who = role(clause.role, policy)
    sentence = capitalised(f"only {who} may" if clause.only else f"{who} may")
    sentence = f"{sentence} {action(clause.action, clause.goods)}"
    if clause.goods_value is not None:
        sentence = f"{sentence} worth {money(clause.goods_value, policy)}"
    if clause.limit is not None:
        sentence = f"{sentence} up to {money(clause.limit, policy)}"
        if clause.per is not None:
            sentence = f"{sentence} per {per(clause.per, policy)}"
    for cap in clause.caps:
        sentence = f"{sentence}, {cap_words(cap, policy)}"
    if clause.approver is not None:
        sentence = f"{sentence}; above that, ask {role(clause.approver, policy)}"
    return framed(sentence, clause.condition, clause.exception)


def action(slug: str | None, goods: str | None = None) -> str:
    """Return an action as a verb: `refund`, `give a free session`."""
    if slug is None:
        return words.ANYTHING[0]
    if goods is not None and slug.startswith("give"):
        return f"give {goods}"
    if slug in words.ACTIONS:
        return words.ACTIONS[slug][0].format(goods=goods or "something")
    return spoken(slug)


def counted_things(slug: str | None) -> str:
    """Return an action as things that can be counted: `refunds`."""
    if slug is None:
        return words.ANYTHING[1]
    if slug in words.ACTIONS:
        return words.ACTIONS[slug][1].format(goods="things given")
    return f"{spoken(slug)}s"


def doing(slug: str) -> str:
    """Return an action while it is being done: `refunding`, `giving a discount`."""
    if slug in words.ACTIONS:
        return words.ACTIONS[slug][2].format(goods="something")
    verb, _, rest = spoken(slug).partition(" ")
    return f"{verb.removesuffix('e')}ing {rest}".strip()


def per(what: Per, policy: Policy) -> str:
    """Return what a limit is counted over, a customer by the policy's own word."""
    return policy.serves if what is Per.CUSTOMER else str(what)


def cap_words(cap: Cap, policy: Policy) -> str:
    """Return a cap: `once per client in 90 days`, `at most $500 per client in 30 days`."""
    parts = []
    if cap.count is not None:
        parts.append(_TIMES.get(cap.count, f"at most {cap.count} times"))
    if cap.money is not None:
        parts.append(f"at most {money(cap.money, policy)}")
    text = f"{listed(parts)} per {per(cap.per, policy)}"
    return text if cap.days is None else f"{text} in {days(cap.days)}"


def approval(clause: ApprovalRule, policy: Policy) -> str:
    """Return from where on somebody's approval is needed."""
    things = capitalised(counted_things(clause.action))
    if clause.over is not None and clause.up_to is not None:
        span = f" over {money(clause.over, policy)} and up to {money(clause.up_to, policy)}"
    elif clause.over is not None:
        span = f" over {money(clause.over, policy)}"
    elif clause.up_to is not None:
        span = f" up to {money(clause.up_to, policy)}"
    else:
        span = ""
    sentence = f"{things}{span} need {role(clause.approver, policy)}'s approval"
    return framed(sentence, clause.condition, clause.exception)


def prohibition(clause: Prohibition, policy: Policy) -> str:
    """Return what must never be done, by whom, and who is excepted."""
    what = action(clause.action)
    if clause.role == "anyone":
        sentence = f"No one may {what}"
    else:
        sentence = f"{capitalised(role(clause.role, policy))} must never {what}"
    if clause.except_roles:
        excepted = listed((role(slug, policy) for slug in clause.except_roles), "and")
        sentence = f"{sentence}, except {excepted}"
    return framed(sentence, clause.condition, clause.exception)


def cap_rule(clause: CapRule, policy: Policy) -> str:
    """Return within what anything given stays, however much a role may give."""
    things = counted_things(clause.action)
    by = "" if clause.role == "anyone" else f" by {role(clause.role, policy)}"
    bounds = []
    for cap in clause.caps:
        amounts = []
        if cap.count is not None:
            amounts.append(f"no more than {cap.count} {things}{by}")
        if cap.money is not None:
            amounts.append(f"no more than {money(cap.money, policy)} of {things}{by}")
        window = "" if cap.days is None else f" in {days(cap.days)}"
        bounds.append(f"{listed(amounts)} per {per(cap.per, policy)}{window}")
    return framed(capitalised(listed(bounds)), clause.condition, clause.exception)


def precondition(clause: Precondition, policy: Policy) -> str:
    """Return what is done before an action."""
    who = "" if clause.role == "anyone" else f"{role(clause.role, policy)} must "
    sentence = f"Before {doing(clause.action)}, {who}{clause.do}"
    return framed(sentence, clause.condition, clause.exception)

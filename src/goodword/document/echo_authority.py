"""Authority, approvals and prohibitions said back."""

import re
from decimal import Decimal

from goodword.document.authority_action import GIVING
from goodword.document.authority_table import TABLE
from goodword.document.echo_amounts import (
    capitalised,
    days,
    duration,
    listed,
    money,
    role,
    share,
    spoken,
)
from goodword.document.echo_condition import condition, ended, excepted, framed
from goodword.language.en import echo_phrases as words
from goodword.language.word import singular
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Eligibility,
    Per,
    Precondition,
    Prohibition,
    actions_of,
)
from goodword.policy.condition import Fact
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

_TIMES = {1: "once", 2: "twice"}


def authority(clause: Authority, policy: Policy) -> str:
    """Return who may do what, up to what, how often, and who decides above."""
    who = role(clause.role, policy)
    if clause.or_above:
        who = f"{who} or above"
    bounds = _bounds(clause, policy)
    sentence = capitalised(f"only {who} may" if clause.only else f"{who} {_may(clause, bounds)}")
    counted = clause.per is not None and not bounds and clause.caps
    if counted and " " in action(clause.action, clause.goods):
        return framed(f"{sentence} {_so_many(clause, policy)}", clause.condition, clause.exception)
    sentence = f"{sentence} {action(clause.action, clause.goods)}"
    if clause.goods_value is not None:
        sentence = f"{sentence} worth {money(clause.goods_value, policy)}"
    if bounds:
        sentence = f"{sentence} {bounds}"
    for cap in clause.caps:
        sentence = f"{sentence}, {cap_words(cap, policy)}"
    if clause.approver is not None:
        sentence = f"{sentence}; above that, ask {role(clause.approver, policy)}"
    return framed(sentence, clause.condition, clause.exception)


def _so_many(clause: Authority, policy: Policy) -> str:
    """Return how many may be given: `give one free session per client in 90 days`."""
    cap = clause.caps[0]
    verb, _, thing = action(clause.action, clause.goods).partition(" ")
    thing = thing.removeprefix("a ").removeprefix("an ").removeprefix("one ")
    window = "" if cap.days is None else f" in {days(cap.days)}"
    number = "one" if cap.count == 1 else f"{cap.count}"
    return f"{verb} {number} {thing} per {per(cap.per, policy)}{window}"


def _may(clause: Authority, bounds: str) -> str:
    """Return how it is said that somebody may: by "may" alone where it is plain what is given."""
    plain = bounds or clause.caps or GIVING.match(action(clause.action, clause.goods))
    return "may" if plain else "is authorised to"


def _bounds(clause: Authority, policy: Policy) -> str:
    parts = []
    if clause.longest is not None:
        parts.append(f"by up to {duration(clause.longest)}")
    if clause.share is not None:
        parts.append(f"up to {share_words(clause.share, clause.share_of)}")
    if clause.limit is not None:
        amount = money(clause.limit, policy)
        begins = f"from {money(clause.begins, policy)} " if clause.begins is not None else ""
        parts.append(f"less than {amount}" if clause.below else f"{begins}up to {amount}")
    if clause.limit_of is not None:
        parts.append(looked_up_words(clause.limit_of))
    counted = f" for each {clause.each}" if clause.each is not None else ""
    if clause.per is not None and parts:
        counted = f"{counted} per {per(clause.per, policy)}"
    return f"{', '.join(parts)}{counted}"


def looked_up_words(limit_of: str) -> str:
    """Return a limit that stands in a table: `up to the limit of the tier`."""
    named = "in the table" if limit_of == TABLE else f"of the {limit_of}"
    return f"up to the limit {named}"


def share_words(part: Decimal, of: str) -> str:
    """Return a share of something: `10% of the price`."""
    return f"{share(part)}% of the {of}"


def action(slug: str | None, goods: str | None = None) -> str:
    """Return an action as a verb: `refund`, `give a free session`."""
    if slug is None:
        return words.ANYTHING[0]
    if len(several := actions_of(slug)) > 1:
        return listed((action(one) for one in several), "or")
    if goods is not None and slug.startswith("give"):
        return f"give {goods}"
    if slug in words.ACTIONS:
        return words.ACTIONS[slug][0].format(goods=goods or "something")
    return spoken(slug)


def counted_things(slug: str | None) -> str:
    """Return an action as things that can be counted: `refunds`."""
    if slug is None:
        return words.ANYTHING[1]
    if len(several := actions_of(slug)) > 1:
        return listed((counted_things(one) for one in several), "or")
    if slug in words.ACTIONS:
        return words.ACTIONS[slug][1].format(goods="things given")
    thing, joint, rest = _narrowed(spoken(slug))
    _, _, last = thing.rpartition(" ")
    # "Taxis" and "glass" have no plural that is read as the same thing.
    ending = "s" if singular(f"{last}s") == last else ""
    return f"{thing}{ending}{joint}{rest}"


def _narrowed(thing: str) -> tuple[str, str, str]:
    """Return a thing apart from what narrows it: "refund", " without ", "a receipt"."""
    for joint in (" without ", " with ", " to ", " of ", " for ", " by "):
        if joint in thing:
            return thing.partition(joint)
    return thing, "", ""


def doing(slug: str) -> str:
    """Return an action while it is being done: `refunding`, `giving a discount`."""
    if len(several := actions_of(slug)) > 1:
        return listed((doing(one) for one in several), "or")
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
    if clause.only and clause.instead:
        who = listed(role(one, policy) for one in (clause.approver, *clause.instead))
        things = f"{counted_things(clause.action)}{_span(clause, policy)}"
        return framed(f"Only {who} may approve {things}", clause.condition, clause.exception)
    if clause.only:
        who = role(clause.approver, policy)
        sentence = f"Only {who} may {action(clause.action)}{_span(clause, policy)}"
        return framed(sentence, clause.condition, clause.exception)
    things = capitalised(counted_things(clause.action))
    if clause.role != "anyone":
        things = f"{things} by {role(clause.role, policy)}"
    needs = _needs(clause, policy)
    if not any(word.endswith("s") for word in things.partition(" by ")[0].split()):
        needs = re.sub(r"^need ", "needs ", needs)  # "Compensation over $50 needs …"
    sentence = f"{things}{_span(clause, policy)} {needs}"
    return framed(sentence, clause.condition, clause.exception)


def _span(clause: ApprovalRule, policy: Policy) -> str:
    low = _amount(clause.over, clause.over_share, clause, policy)
    high = _amount(clause.up_to, clause.up_to_share, clause, policy)
    beginning = "of at least" if clause.at_least else "over"
    if low and high:
        return f" {beginning} {low} and up to {high}"
    if low:
        return f" {beginning} {low}"
    return f" up to {high}" if high else ""


def _amount(
    amount: Money | None, part: Decimal | None, clause: ApprovalRule, policy: Policy
) -> str:
    if amount is not None:
        return money(amount, policy)
    return share_words(part, clause.share_of) if part is not None else ""


def _needs(clause: ApprovalRule, policy: Policy) -> str:
    who = role(clause.approver, policy)
    if clause.people > 1:
        whom = "people" if clause.approver == "anyone" else f"{spoken(clause.approver)}s"
        return f"must be approved by {clause.people} {whom}"
    if clause.also:
        whose = listed((f"{role(one, policy)}'s" for one in (clause.approver, *clause.also)), "and")
        return f"need {whose} approval"
    if clause.instead:
        whose = listed(
            (f"{role(one, policy)}'s" for one in (clause.approver, *clause.instead)), "or"
        )
        return f"need {whose} approval"
    return f"need {who}'s approval"


def prohibition(clause: Prohibition, policy: Policy) -> str:
    """Return what must never be done, by whom, and who is excepted."""
    what = action(clause.action)
    if clause.others_may and isinstance(clause.condition, Fact):
        return _by_another(clause)
    if clause.role == "anyone":
        sentence = f"No one may {what}"
    else:
        sentence = f"{capitalised(role(clause.role, policy))} must never {what}"
    if clause.except_roles:
        excepted = listed((role(slug, policy) for slug in clause.except_roles), "and")
        sentence = f"{sentence}, except {excepted}"
    return framed(sentence, clause.condition, clause.exception)


def _by_another(clause: Prohibition) -> str:
    """Return a ban for whoever had a part before, as what somebody else does."""
    assert isinstance(clause.condition, Fact)
    verb, _, thing = spoken(clause.action).partition(" ")
    done = words.DEEDS.get(verb, f"{verb.removesuffix('e')}ed")
    did = clause.condition.words.removeprefix("you ")
    part = f"were not {did.removeprefix('were ')}" if did.startswith("were ") else f"had not {did}"
    return ended(capitalised(f"{thing} must be {done} by people who {part}"))


def cap_rule(clause: CapRule, policy: Policy) -> str:
    """Return within what anything given stays, however much a role may give."""
    things = counted_things(clause.action)
    if len(clause.caps) == 1 and clause.action is not None and clause.caps[0].count is None:
        return _money_cap(clause, clause.caps[0], policy)
    one = clause.caps[0]
    verb, _, thing = spoken(clause.action or "").partition(" ")
    if (
        thing
        and clause.action not in words.ACTIONS
        and verb in words.DEEDS
        and len(clause.caps) == 1
    ):
        sentence = f"{thing} can be {words.DEEDS[verb]} {cap_words(one, policy)}"
        return framed(capitalised(sentence), clause.condition, clause.exception)
    if (
        len(clause.caps) == 1
        and clause.role != "anyone"
        and clause.action in words.ACTIONS
        and one.money is None
    ):
        window = "" if one.days is None else f" in {days(one.days)}"
        sentence = f"{role(clause.role, policy)} must not give more than {one.count} {things}"
        sentence = f"{sentence} per {per(one.per, policy)}{window}"
        return framed(capitalised(sentence), clause.condition, clause.exception)
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


def _money_cap(clause: CapRule, cap: Cap, policy: Policy) -> str:
    by = "" if clause.role == "anyone" else f" by {role(clause.role, policy)}"
    window = "" if cap.days is None else f" in {days(cap.days)}"
    most = f"{money(cap.money, policy)} " if cap.money is not None else ""
    sentence = f"{counted_things(clause.action)} must not exceed {most}"
    sentence = f"{sentence}per {per(cap.per, policy)}{window}{by}"
    return framed(capitalised(sentence), clause.condition, clause.exception)


def eligibility(clause: Eligibility, policy: Policy) -> str:
    """Return on what condition something can be done at all."""
    del policy
    verb, _, thing = spoken(clause.action).partition(" ")
    second, _, rest = thing.partition(" ")
    if f"{verb} {second}" in words.DEEDS:
        verb, thing = f"{verb} {second}", rest
    done = words.DEEDS.get(verb, f"{verb}ed")
    what = thing or "things"
    plain = clause.condition is None and clause.exception is None
    can = "can always" if plain else "can only" if clause.only else "can"
    sentence = f"{what} {can} be {done}"
    if clause.condition is not None:
        sentence = f"{sentence} if {condition(clause.condition)}"
    return ended(capitalised(f"{sentence}{excepted(clause.exception)}"))


def precondition(clause: Precondition, policy: Policy) -> str:
    """Return what is done before an action."""
    who = "" if clause.role == "anyone" else f"{role(clause.role, policy)} must "
    sentence = f"Before {doing(clause.action)}, {who}{clause.do}"
    if clause.condition is not None and clause.exception is None:
        return ended(f"{sentence} if {condition(clause.condition)}")
    return framed(sentence, clause.condition, clause.exception)

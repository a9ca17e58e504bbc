"""Authority read by its weighed words, where no form of sentence fitted: who, what, how much.

Each role that is named is weighed by the words around it: has it a limit of its own, does it
decide above one, or nothing of this. What is given is weighed as well; each amount belongs to the
role that it stands nearest to. What is built is never silent.
"""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.authority_action import ANYTHING, is_no_deed
from goodword.document.authority_approval import rule_of
from goodword.document.authority_asked import one_role_asked
from goodword.document.authority_banned import banned
from goodword.document.authority_beyond import beyond, handed_up
from goodword.document.authority_bound import Bound
from goodword.document.authority_counted import counted
from goodword.document.authority_given import given_in
from goodword.document.authority_grant import grant
from goodword.document.authority_holders import OWN, Holder, holders_in, is_only
from goodword.document.authority_marks import authority_marks
from goodword.document.authority_mentions import mentions_of
from goodword.document.authority_sentence import AuthoritySentence, both, taken_apart
from goodword.document.authority_titles import titled
from goodword.document.authority_unsure import nobody_named, nothing_named
from goodword.document.authority_whose import is_of_others
from goodword.document.condition_text import condition_of
from goodword.document.second_said import unsure
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.role import ANYONE
from goodword.language.weights import weights
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.condition import Condition

_EACH = re.compile(
    r"\b(?:one|two|three|four|five|\d+|once|twice) .*\b(?:per|for each|for every|each|every) "
)
_PAIR = re.compile(r"\b(?:two|2|second|both|another|pair)\b")
_NIL = re.compile(r"(?:-|:|=) ?(?:nil|none|zero|nothing|no authority)\b")
_ANYTHING = re.compile(r"\b(?:anything|whatever|everything|any amount|all of it)\b")
# From what share of the words' weight on a rule is taken: out of prose, in place of a question, and
# in place of another rule. Found on sentences that were not learnt from.
_FROM = {"prose": 0.4, "almost": 0.6}
_TURNED = 0.9
_MODAL = re.compile(r"\b(?:may|can|could|authori[sz]ed|allowed|empowered|free to|authority to)\b")
# Nobody need be asked: whoever works here may.
_FREELY = re.compile(
    r"\b(?:no (?:\w+ )?(?:approval|permission|sign-off|authori[sz]ation)|without (?:\w+ )?(?:approval|permission|asking|sign-off)|"
    r"we (?:may|can|have|are)|(?:need|needs) not ask|no need to ask|nobody need)\b"
)
_CUSTOMERS_ACT = re.compile(
    r"(?:all |any |the )?(?:customers?|clients?|guests?|visitors?|patrons?|tenants?|residents?|passengers?|members?|pupils?|children|users?|"
    r"patients?|hirers?|parents?|buyers?|callers?|borrowers?|shoppers?|spectators?|diners?) (?:may|must|can|cannot|should|shall|will|are)\b"
)
_UNNAMED = re.compile(
    r"\bwithout (?:(?:prior|express|explicit|written|proper|formal|any|due) )*"
    r"(?:approval|authori[sz]ation|permission|consent|sign-off)(?! (?:of|from|by)\b)"
)
# Without an amount, some word says that somebody may or decides.
_MAY = re.compile(
    r"\b(?:may|can|could|able|allow\w*|permit\w*|empower\w*|authori\w*|entitle\w*|trust\w*|approv\w*|"
    r"agree\w*|consent|permission|sign(?:s|ed|ing)?|decid\w*|decision\w*|discretion\w*|delegat\w*|power\w*|"
    r"free to|waiv\w*|grant\w*|refund\w*|credit\w*|discount\w*|compensat\w*|offer\w*|give[ns]?|giving|"
    r"exception\w*|overrid\w*|determin\w*|judge\w*|judgment|choose|leave|limit\w*|sanction\w*|reserve\w*|"
    r"writ(?:e|ten|es) off|final say|last word|up to|lies with|rests with|for the|matter for|responsib\w*|"
    r"need not|without asking|on the house|comp(?:s|ed)?|accept\w*|settle\w*|clear\w*|confirm\w*|"
    r"countersign\w*|say-so|go-ahead|blessing|nod|okay|ok)\b"
)
_OR_ABOVE = re.compile(r" (?:and|or) (?:above|higher|more senior|up)\b")

# What is forbidden, said of an amount alone, and how many of what a cap counts.
_BOUND = re.compile(r"(?:more|longer|greater|higher|larger)_than_")
_COUNTED = re.compile(
    r"^(?:(?:no|not)_more_than|at_most|up_to|(?:an?_)?maximum_of|only)_"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)_"
)

# "Approved by the Board 14 January 2026": when the policy itself was, as it is entered on it.
_ENTERED = re.compile(
    r"(?:(?:last|first|this policy was|version \S+) )?(?:approved|adopted|agreed|ratified|endorsed|authori[sz]ed"
    r"|signed(?: off)?|issued|reviewed) (?:by|on|in)\b.*\b(?:19|20)\d\d\.?$"
)


def second_authority(  # noqa: C901  (a list of cases)
    text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood | None:
    """Return what somebody may do, or whose approval it needs, by the words; None where neither."""
    table = weights("grants")
    text, setting = titled(text, setting)
    if table is None or is_of_others(normal(text), setting.roles):
        return None
    it = _apart(text, setting)
    if (whole := _with_above(it, context)) is not None:
        return Understood(whole.clauses, (unsure(text, whole.clauses),))
    mentions = mentions_of(text, setting, context)
    beside = {"lead": normal(context), "heading": normal(setting.heading)}
    holders = holders_in(it.low, mentions, it.bounds, table, beside)
    names = tuple((one.start, one.end) for one in mentions if one.place == "text")
    action, goods = given_in(it, context, marks, names)
    terms = _terms(it, holders)
    if _NIL.search(it.low) and not it.bounds:
        return None
    if not holders and _FREELY.search(f"{it.low} {context.lower()}"):
        holders = (Holder(ANYONE, OWN, 1.0, 0, 0, it.bounds),)
    if (
        not it.bounds
        and _MAY.search(f"{it.low} {context.lower()} {setting.heading.lower()}") is None
    ):
        return None
    if not holders:
        if not it.bounds:
            return None
        role = setting.roles[0] if setting.roles else "manager"
        named = Holder(role, OWN, 1.0, 0, 0, it.bounds)
        made = _clause(it, named, action, goods, terms)
        return Understood((), (nobody_named(text, (made,)),), almost=True)
    if action == ANYTHING and not it.bounds and _ANYTHING.search(it.low) is None:
        if _ENTERED.match(normal(text)):
            return None
        return Understood((), (nothing_named(text, holders[0].role),), almost=True)
    kept = _kept(holders)
    roles = tuple(one.role for one in kept if one.kind == OWN)
    if len(roles) > 1 and all(is_only(it.low, one) for one in kept):
        return one_role_asked(it.plain, roles)
    if len(kept) == 2 and (together := _one_clause(it, kept, action, goods, terms)) is not None:
        return Understood((together,), (unsure(text, (together,)),))
    clauses = list(dict.fromkeys(_clause(it, one, action, goods, terms) for one in kept))
    if not it.bounds and any(isinstance(one, Authority) for one in clauses) and is_no_deed(action):
        return None
    return Understood(tuple(clauses), (unsure(text, clauses),))


def _with_above(it: AuthoritySentence, context: str) -> Understood | None:
    """Return the rule with who decides above its limit; None where nobody is said to."""
    if (above := beyond(it)) is None:
        return None
    own = above[0].plain
    marks = marks_of(own, it.setting.heading, context)
    return handed_up(second_authority(own, it.setting, context, marks), above[1])


def second_rule(
    before: str, text: str, setting: Setting, context: str, marks: tuple[str, ...], first: str
) -> Understood | None:
    """Return the rule of authority that the words say, whatever the form was taken for.

    `before` is what the form made of it, `first` the mark of that.
    """
    table = weights("permits")
    if table is None:
        return None
    own = authority_marks(text, setting.heading, context)
    shares = table.shares((*marks, *own, first))
    kind = max(_READERS, key=lambda name: shares[name])
    if kind == before or shares[kind] < _FROM.get(before, _TURNED):
        return None
    found = _READERS[kind](text, setting, context, marks)
    # Of two questions the first reading's is the more exact.
    return None if found is not None and found.almost and before == "almost" else found


def second_prohibition(
    text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood | None:
    """Return what nobody may do, by the words of the sentence; None where nothing is named."""
    del marks
    low = normal(text)
    if _CUSTOMERS_ACT.match(low) or _UNNAMED.search(low):
        # What customers may not do is no rule of the team's; whose approval it takes is asked.
        return None
    rule = banned(_apart(text, setting), context)
    if rule is None or _BOUND.match(rule.action):
        # "Fines will not be more than …" forbids nothing: it bounds how much there is.
        return None
    return Understood((rule,), (unsure(text, (rule,)),))


def second_cap(
    text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood | None:
    """Return how often something may be given, by the words; None where no number is said."""
    it = _apart(text, setting)
    rule = counted(it, given_in(it, context, marks)[0])
    if rule is None:
        return None
    if rule.action is not None:
        rule = replace(rule, action=_COUNTED.sub("", rule.action) or None)
    return Understood((rule,), (unsure(text, (rule,)),))


def _apart(text: str, setting: Setting) -> AuthoritySentence:
    """Return the sentence taken apart, without shares that only a condition speaks of."""
    it = taken_apart(even(text).strip().rstrip("."), setting)
    hidden = it.taken.hidden
    kept = tuple(
        one
        for one in it.bounds
        if one.low or one.high or not any(start <= one.start < end for start, end in hidden)
    )
    return replace(it, bounds=kept)


def _kept(holders: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """Return the holders without who only asks: his amount is the one above which he does."""
    decides = any(one.kind != OWN for one in holders)
    return tuple(
        one
        for one in holders
        if one.kind != OWN
        or not decides
        or any(bound.high or bound.high_share for bound in one.bounds)
        or not any(bound.is_beyond for each in holders for bound in each.bounds)
    )


def _one_clause(
    it: AuthoritySentence,
    holders: tuple[Holder, ...],
    action: str,
    goods: str | None,
    terms: tuple[Condition | None, Condition | None],
) -> Authority | None:
    """Return "A may up to …; above that, B" as one clause; None where each has its own."""
    own, above = holders
    if own.kind != OWN or above.kind == OWN or above.also or not _MODAL.search(it.low):
        return None
    if above.bounds != own.bounds[-1:] or not own.bounds:
        return None
    made = _clause(it, own, action, goods, terms)
    return replace(made, approver=above.role) if isinstance(made, Authority) else None


def _clause(
    it: AuthoritySentence,
    holder: Holder,
    action: str,
    goods: str | None,
    terms: tuple[Condition | None, Condition | None],
) -> Authority | ApprovalRule:
    beyond = next((one for one in holder.bounds if one.is_beyond), None)
    within = tuple(one for one in holder.bounds if one.high or one.high_share)
    if holder.kind == OWN and (within or beyond is None):
        return _own(it, holder, action, goods, within, terms)
    bound = beyond or (holder.bounds[-1] if holder.bounds else None)
    return rule_of(
        action,
        holder.role,
        bound,
        turned=True,
        terms=terms,
        instead=holder.instead,
        also=holder.also,
        people=2 if holder.role == ANYONE and _PAIR.search(it.low) else 1,
        only=holder.kind == OWN and is_only(it.low, holder),
    )


def _own(
    it: AuthoritySentence,
    holder: Holder,
    action: str,
    goods: str | None,
    within: tuple[Bound, ...],
    terms: tuple[Condition | None, Condition | None],
) -> Authority:
    later = [one.start for one in it.bounds if within and one.start > within[-1].start]
    made = grant(
        it,
        holder.role,
        action,
        goods,
        within,
        None,
        only=is_only(it.low, holder),
        or_above=_OR_ABOVE.match(it.low, holder.end) is not None,
        condition=terms[0],
        until=min(later) if later else len(it.low),
    )
    assert made is not None
    rule = counted(it, action) if not within and _EACH.search(it.low) else None
    if rule is None:
        return made
    # "One session per client" is counted by what is given; "refund, once per case" gives nothing.
    counts = goods is not None or "_" in action
    return replace(made, caps=rule.caps, per=rule.caps[0].per if counts else made.per)


def _terms(
    it: AuthoritySentence, holders: tuple[Holder, ...]
) -> tuple[Condition | None, Condition | None]:
    """Return what it depends on and what it leaves out, without what is an amount or a role."""
    taken = it.taken
    places = [one.start for one in it.bounds] + [one.start for one in holders if one.end]

    def kept(words: str, span: tuple[int, int]) -> Condition | None:
        if not words or any(span[0] <= place < span[1] for place in places):
            return None
        return condition_of(it.cased(words))

    return (
        both(kept(taken.before, taken.before_span), kept(taken.after, taken.after_span)),
        kept(taken.unless, taken.unless_span),
    )


_READERS = {
    "authority": second_authority,
    "prohibition": second_prohibition,
    "cap": second_cap,
}

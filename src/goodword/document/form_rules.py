"""Authority in any language: who may give what, who decides above, what nobody does."""

# ruff: noqa: PLR0911  (a reader is one list of cases)

import re

from goodword.document.form_deed import deed_within
from goodword.document.form_frame import Framed, framed_in
from goodword.document.form_message import Messages
from goodword.document.form_people import people_in
from goodword.document.form_sentence import Amount, FormSentence, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.number import value_of
from goodword.language.pack import Pack
from goodword.language.role import ANYONE
from goodword.language.word import slug
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Per,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Clause, Strength
from goodword.policy.quantity import Money
from goodword.problem import Severity

_OVER = {"over", "from"}


def form_rule(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return the authority in a sentence, or None where there is none."""
    before = _precondition(text, pack)
    if before is not None:
        return Understood((before,))
    frame = framed_in(text, pack)
    it = sentence_of(frame.core, setting.currency, pack)
    messages = Messages(pack, text)
    for reader in (_prohibition, _only, _two_people, _approval, _authority, _cap):
        understood = reader(it, frame, messages)
        if understood is not None and _is_ours(understood, it, setting):
            return understood
    return None


def _is_ours(understood: Understood, it: FormSentence, setting: Setting) -> bool:
    """Whether somebody of ours is forbidden something: candles and papers are nobody."""
    if not it.pack.has("cues.people"):
        return True
    named = [
        one.role
        for one in understood.clauses
        if isinstance(one, Prohibition) and one.role not in {ANYONE, *setting.roles}
    ]
    return not named or bool(people_in(it))


def _precondition(text: str, pack: Pack) -> Clause | None:
    it = sentence_of(text, "EUR", pack)
    found = it.match("patterns.precondition")
    if found is None:
        return None
    deed = deed_within(it, found.span("act"))
    if deed is None:
        return None
    return Precondition(action=deed.action, do=it.said(found, "do"))


def _prohibition(it: FormSentence, frame: Framed, messages: Messages) -> Understood | None:
    del messages
    if (found := it.match("patterns.prohibition_approval")) is not None:
        role = it.role(found)
        action = _act(it, found)
        if role is None or not action:
            return None
        rule = ApprovalRule(
            action=action, over=None, up_to=None, approver=role,
            condition=frame.condition, exception=frame.exception,
        )  # fmt: skip
        return Understood((rule,))
    excepted: tuple[str, ...] = ()
    found = it.match("patterns.prohibition_except")
    if found is not None:
        role = it.role(found)
        excepted = (role,) if role else ()
        actor = ANYONE
    else:
        found = it.match("patterns.prohibition")
        if found is None:
            return None
        named = "role" in found.re.groupindex and found["role"] is not None
        actor = (it.role(found) if named else ANYONE) or ""
    action = _act(it, found)
    if not actor or not action or it.search("patterns.theirs"):
        return None
    return Understood(
        (
            Prohibition(
                role=actor,
                action=action,
                except_roles=excepted,
                strength=Strength.MUST_NOT,
                condition=frame.condition,
                exception=frame.exception,
            ),
        )
    )


def _act(it: FormSentence, found: re.Match[str]) -> str:
    start, end = found.span("act")
    words = it.low[start:end].strip(" ,:")
    exact = next(
        (
            name
            for name, pattern in it.pack.words("actions.found").items()
            if it.pack.compiled(f"(?:{it.pack.expanded(pattern, name)})").fullmatch(words)
        ),
        None,
    )
    return exact or slug(words, pack=it.pack)


def _only(it: FormSentence, frame: Framed, messages: Messages) -> Understood | None:
    found = it.match("patterns.authority_only")
    return _granted(it, found, frame, messages, only=True) if found else None


def _authority(it: FormSentence, frame: Framed, messages: Messages) -> Understood | None:
    found = it.match("patterns.authority")
    return _granted(it, found, frame, messages, only=False) if found else None


def _granted(
    it: FormSentence, found: re.Match[str], frame: Framed, messages: Messages, *, only: bool
) -> Understood | None:
    role = it.role(found)
    outside = it.pack.pattern("roles.customers").match(found["role"].strip())
    if role is None or outside:
        return None
    spans = [found.span(name) for name in ("money", "act", "act2") if _has(found, name)]
    return granted(it, role, spans, frame, messages, only=only)


def granted(
    it: FormSentence,
    role: str,
    spans: list[tuple[int, int]],
    frame: Framed,
    messages: Messages,
    *,
    only: bool = False,
) -> Understood | None:
    """Return what a role may give by the words of some stretches, or what is odd about it."""
    deed = next((one for span in spans if (one := deed_within(it, span)) is not None), None)
    amounts = [one for span in spans for one in it.amounts_in(span)]
    if deed is None and not amounts:
        return None
    if deed is None:
        return Understood(
            (),
            (messages.finding("AU06", Severity.ERROR),),
            almost=True,
        )
    limit = next((one for one in amounts if one.role in {"up_to", "", "below"}), None)
    odd = next((one for one in amounts if one.role in _OVER or one.role == "between"), None)
    if odd is not None and limit is None:
        said = it.text[odd.start : odd.end]
        return Understood(
            (), (messages.finding("AU03", Severity.ERROR, said, said=said),), almost=True
        )
    worth = next((one for one in amounts if one.role == "worth"), None)
    share = it.shares[0] if len(it.shares) == 1 else None
    cap = cap_of(it) if share is None else None
    clause = Authority(
        role=role,
        action=deed.action,
        limit=limit.money if limit else None,
        per=None if cap else per_in(it),
        goods=deed.goods,
        goods_value=worth.money if worth else None,
        caps=(cap,) if cap else (),
        only=only,
        share=share[2] if share else None,
        each=_each(it),
        below=limit is not None and limit.role == "below",
        strength=Strength.MAY,
        condition=frame.condition,
        exception=frame.exception,
    )
    kept = {id(one) for one in (limit, worth) if one}
    lost = next((one for one in it.amounts if id(one) not in kept), None)
    if lost is None and (share is not None or not it.shares):
        return Understood((clause,))
    start, end = (lost.start, lost.end) if lost else it.shares[0][:2]
    said = it.text[start:end]
    return Understood(
        (clause,), (messages.finding("TX06", Severity.ERROR, said, said=said),), almost=True
    )


def _each(it: FormSentence) -> str | None:
    """Return of what a limit holds for each one: `30 € for each bag`."""
    if not it.pack.has("actions.each") or _per_at(it) is not None:
        return None
    found = it.pack.pattern("actions.each").search(it.masked)
    return slug(found["each"], pack=it.pack) if found else None


def _has(found: re.Match[str], name: str) -> bool:
    return name in found.re.groupindex and found[name] is not None


def with_left(
    it: FormSentence, clauses: tuple[Clause, ...], used: list[Amount], messages: Messages
) -> Understood:
    """Return the clauses, or the question about an amount or a share that none of them keeps."""
    lost = next((one for one in it.amounts if one not in used), None)
    place = (lost.start, lost.end) if lost else it.shares[0][:2] if it.shares else None
    if place is None:
        return Understood(clauses)
    said = it.text[slice(*place)]
    return Understood(
        clauses, (messages.finding("TX06", Severity.ERROR, said, said=said),), almost=True
    )


def per_in(it: FormSentence) -> Per | None:
    """Return what a limit is counted over."""
    found = _per_at(it)
    return found[0] if found else None


def _per_at(it: FormSentence) -> tuple[Per, int] | None:
    for name, pattern in it.pack.words("actions.pers").items():
        found = it.pack.compiled(rf"\b(?:<<actions.per_before>>) (?:{pattern})(?!\w)").search(
            it.low
        )
        if found is not None:
            return Per(name), found.start()
    return None


def cap_of(it: FormSentence) -> Cap | None:
    """Return how often it may be given, where the sentence counts: `einmal in 90 Tagen`."""
    count = _count(it)
    if count is None:
        return None
    per = per_in(it)
    return Cap(
        per=per if per in {Per.CUSTOMER, Per.CASE, Per.PERSON} else Per.CUSTOMER,
        days=_window(it),
        count=count,
    )


def _count(it: FormSentence) -> int | None:
    for found in it.pack.pattern("actions.count").finditer(it.masked):
        if found["often"]:
            return int(it.pack.words("numbers.times")[found["often"]])
        return int(value_of(found["num"], it.pack))
    return None


def _window(it: FormSentence) -> int | None:
    for pattern, days in it.pack.words("actions.windows").items():
        if it.pack.compiled(rf"\b(?:{pattern})(?!\w)").search(it.low):
            return int(days)
    time = next((one for one in it.times if one.amount), None)
    if time is None:
        return None
    days_in = {"day": 1, "week": 7, "month": 30, "year": 365}
    return time.amount * days_in.get(str(time.unit), 1)


def _two_people(it: FormSentence, frame: Framed, messages: Messages) -> Understood | None:
    found = it.match("patterns.two_people")
    if found is None:
        return None
    deed = deed_within(it, found.span("act"))
    if deed is None:
        return None
    amount = next(iter(it.amounts), None)
    people = int(value_of(found["people"], it.pack))
    rule = ApprovalRule(
        action=deed.action,
        over=amount.money if amount else None,
        up_to=amount.upper if amount else None,
        approver=ANYONE,
        people=people,
        at_least=amount is not None and amount.role == "from",
        condition=frame.condition,
        exception=frame.exception,
    )
    return with_left(it, (rule,), [amount] if amount else [], messages)


def _approval(it: FormSentence, frame: Framed, messages: Messages) -> Understood | None:
    found = it.match("patterns.approval")
    if found is None:
        asked = it.match("patterns.approval_by_nobody")
        if asked is None or deed_within(it, asked.span("act")) is None:
            return None
        fix = it.pack.phrase("messages.fix_approver").format(sentence=it.text)
        return Understood((), (messages.finding("AU01", Severity.ERROR, fix=fix),), almost=True)
    deed = deed_within(it, found.span("act"))
    if deed is None:
        return None
    role = it.role(found)
    said = it.low[slice(*found.span("role"))].strip()
    if role is None or role == ANYONE or it.pack.pattern("roles.customers").match(said):
        fix = it.pack.phrase("messages.fix_approver").format(
            sentence=it.text[: found.start("role")].rstrip()
        )
        return Understood((), (messages.finding("AU01", Severity.ERROR, fix=fix),), almost=True)
    amount = next(iter(it.amounts), None)
    up_to = share_bound(it) == "up_to" if amount is None else amount.role == "up_to"
    if up_to and not _asks_consent(it):
        # "Refunds up to 100 are decided by each branch": what it may do by itself.
        return granted(it, role, [(0, len(it.low))], frame, messages)
    if amount is not None and amount.role not in {*_OVER, "between"}:
        said = it.text[amount.start : amount.end]
        return Understood(
            (), (messages.finding("AU03", Severity.ERROR, said, said=said),), almost=True
        )
    bound = share_bound(it)
    rule = ApprovalRule(
        action=deed.action,
        over=amount.money if amount else None,
        up_to=amount.upper if amount else None,
        approver=role,
        at_least=(amount.role if amount else bound) == "from",
        over_share=it.shares[0][2] if bound in _OVER else None,
        condition=frame.condition,
        exception=frame.exception,
    )
    if bound in _OVER and not it.amounts:
        return Understood((rule,))
    return with_left(it, (rule,), [amount] if amount else [], messages)


def _asks_consent(it: FormSentence) -> bool:
    """Whether the sentence speaks of somebody's consent, which is asked for and not given."""
    return not it.pack.has("cues.consent") or (
        it.pack.compiled(r"\b(?:<<cues.consent>>)").search(it.low) is not None
    )


def share_bound(it: FormSentence) -> str:
    """Return what the words before a share do: `over 10 %`."""
    if len(it.shares) != 1:
        return ""
    before = it.low[: it.shares[0][0]]
    for pattern, role in it.pack.words("money.bounds").items():
        if it.pack.compiled(rf"(?:(?<=\W)|^)(?:{pattern})(?: (?:el|der|des|del))? $").search(
            before
        ):
            return str(role)
    return ""


def cap_in(it: FormSentence) -> Cap | None:
    """Return how much or how often in all a sentence allows, over what it counts."""
    per = per_in(it)
    money: Money | None = it.amounts[0].money if it.amounts else None
    count = None if money else _count(it)
    if (count is None and money is None) or per is None:
        return None
    return Cap(per=per, days=_window(it), count=count, money=money)


def _cap(it: FormSentence, frame: Framed, messages: Messages) -> Understood | None:
    found = it.match("patterns.cap")
    if found is None:
        return None
    deed = deed_within(it, found.span("act"))
    cap = cap_in(it)
    if cap is None or (deed is None and cap.money is None):
        return None
    rule = CapRule(
        action=deed.action if deed else None,
        caps=(cap,),
        condition=frame.condition,
        exception=frame.exception,
    )
    return with_left(it, (rule,), list(it.amounts[:1]), messages)

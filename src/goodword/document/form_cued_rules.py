"""Authority told by its words, in whatever order they stand, where no pattern fits the sentence.

A rule needs three things in one sentence: somebody of ours, what is given, and a word that says
who may, who must agree, or that it is not done. `cues.toml` of the pack has the words.
"""

# ruff: noqa: C901, PLR0911, PLR0912  (a reader is one list of cases)

from dataclasses import replace
from decimal import Decimal

from goodword.document.form_deed import Deed, deed_within
from goodword.document.form_frame import Framed, framed_in
from goodword.document.form_message import Messages
from goodword.document.form_people import Person, nearest, people_in
from goodword.document.form_rules import cap_in, granted, per_in, share_bound, with_left
from goodword.document.form_sentence import Amount, FormSentence, patterns, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import Pack
from goodword.language.role import ANYONE
from goodword.language.word import slug
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.problem import Severity

_OVER = {"over", "from"}
_UP_TO = {"up_to", "", "below"}


def cued_ladder(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return a ladder of amounts, each with who decides, or who alone decides above one."""
    found = _parts(text, setting, pack)
    if found is None:
        return None
    it, frame, deed, people = found
    if deed is None:
        return None
    if pack.pattern("cues.above").search(it.low) is not None:
        return _rungs(it, deed, people, frame)
    only = pack.pattern("cues.only").search(it.low) and len(people) == 1
    over = [one for one in it.amounts if one.role in _OVER]
    if only and over and pack.pattern("cues.consent").search(it.low) is None:
        return _may(it, deed, people, frame, Messages(pack, text))
    return None


def cued_rule(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return the authority in a sentence, told by its words, or None where there is none."""
    found = _parts(text, setting, pack)
    if found is None:
        return None
    it, frame, deed, people = found
    messages = Messages(pack, text)
    banned = _banned(it, frame)
    if banned is not None:
        return banned
    if deed is None:
        return _unknown(it, people, frame, messages)
    if any(one.role == "limit" and not one.vague for one in it.times):
        return None
    for reader in (_two, _cap, _approval, _may):
        understood = reader(it, deed, people, frame, messages)
        if understood is not None:
            return understood
    return None


def _parts(
    text: str, setting: Setting, pack: Pack
) -> tuple[FormSentence, Framed, Deed | None, tuple[Person, ...]] | None:
    """Return the sentence, what it depends on, what is given, and who of us it names."""
    if not pack.has("cues.people"):
        return None
    frame = framed_in(text, pack)
    if pack.pattern("cues.who_asks").search(normal(text)) is not None:
        # "Whoever wants to refund more than 100 asks the manager": the sum is in the condition.
        frame = Framed(even(text).rstrip(" .;"))
    it = sentence_of(frame.core, setting.currency, pack)
    whole = even(text).rstrip(" .;")
    consent = pack.compiled(r"\b(?:<<cues.consent>>)")
    hidden = consent.search(normal(whole)) is not None and consent.search(it.low) is None
    if hidden or (not it.amounts and sentence_of(whole, setting.currency, pack).amounts):
        # "If the refund exceeds 250, the manager is asked": the sum is in the condition, and
        # "only with the manager's consent" is what is asked for, not a scope.
        frame = Framed(whole)
        it = sentence_of(whole, setting.currency, pack)
    if it.search("patterns.past") or it.search("patterns.theirs"):
        return None
    deed = deed_within(it, (0, len(it.low)))
    people = tuple(one for one in people_in(it) if deed is None or not _within(one, deed, it))
    return it, frame, deed, people


def _within(person: Person, deed: Deed, it: FormSentence) -> bool:
    """Whether somebody is only part of the word for what is given."""
    inside = deed.start <= person.start and person.end <= deed.end
    return inside and " " not in it.low[deed.start : deed.end]


def _rungs(
    it: FormSentence, deed: Deed, people: tuple[Person, ...], frame: Framed
) -> Understood | None:
    """Return a ladder in one sentence: up to an amount these, above it those."""
    above = it.pack.pattern("cues.above").search(it.low)
    if above is None or len(people) < 2:
        return None
    bounds: list[Amount | Decimal] = [one for one in it.amounts if one.role in _UP_TO]
    if not bounds and len(it.shares) == 1:
        bounds = [it.shares[0][2]]
    if not bounds or len(people) != len(bounds) + 1 or people[-1].end < above.start():
        return None
    first = bounds[0]
    made: list[Clause] = [
        Authority(
            role=people[0].role,
            action=deed.action,
            goods=deed.goods,
            limit=first.money if isinstance(first, Amount) else None,
            share=first if isinstance(first, Decimal) else None,
            strength=Strength.MAY,
            condition=frame.condition,
            exception=frame.exception,
        )
    ]
    for at, person in enumerate(people[1:]):
        lower, upper = bounds[at], bounds[at + 1] if at + 1 < len(bounds) else None
        made.append(
            ApprovalRule(
                action=deed.action,
                over=lower.money if isinstance(lower, Amount) else None,
                over_share=lower if isinstance(lower, Decimal) else None,
                up_to=upper.money if isinstance(upper, Amount) else None,
                approver=person.role,
                condition=frame.condition,
                exception=frame.exception,
            )
        )
    return Understood(tuple(made))


def _two(
    it: FormSentence, deed: Deed, people: tuple[Person, ...], frame: Framed, messages: Messages
) -> Understood | None:
    """Return that two people see what is given."""
    if it.pack.pattern("cues.two").search(it.low) is None:
        return None
    if any(one.role != ANYONE for one in people) or len(it.amounts) > 1 or it.shares:
        return None
    amount = next(iter(it.amounts), None)
    if amount is not None and amount.role not in {*_OVER, "between"}:
        return None
    rule = ApprovalRule(
        action=deed.action,
        over=amount.money if amount else None,
        up_to=amount.upper if amount else None,
        approver=ANYONE,
        people=2,
        at_least=amount is not None and amount.role == "from",
        condition=frame.condition,
        exception=frame.exception,
    )
    return with_left(it, (rule,), [amount] if amount else [], messages)


def _cap(
    it: FormSentence, deed: Deed, people: tuple[Person, ...], frame: Framed, messages: Messages
) -> Understood | None:
    """Return how much or how often something is given in all."""
    pack = it.pack
    if any(one.role != ANYONE for one in people) or len(it.amounts) > 1 or it.shares:
        return None
    if pack.pattern("cues.caps").search(it.low) is None or per_in(it) is None:
        return None
    cap = cap_in(it)
    if cap is None:
        return None
    rule = CapRule(
        action=deed.action, caps=(cap,), condition=frame.condition, exception=frame.exception
    )
    return with_left(it, (rule,), list(it.amounts), messages)


def _approval(
    it: FormSentence, deed: Deed, people: tuple[Person, ...], frame: Framed, messages: Messages
) -> Understood | None:
    pack = it.pack
    if pack.pattern("cues.discretion").search(it.low) is not None and len(people) == 1:
        return granted(it, people[0].role, [(0, len(it.low))], frame, messages)
    said = pack.pattern("cues.approves").search(it.low)
    if (said is None and any(one.role in _OVER for one in it.amounts)) or (
        said is None and share_bound(it) in _OVER
    ):
        said = pack.pattern("cues.tells").search(it.low)
    if said is None:
        return None
    without = pack.pattern("cues.without").search(it.low)
    if without is not None:
        said = without
        if not pack.pattern("cues.nobody_does").search(it.low):
            return None
    named = tuple(one for one in people if one.role != ANYONE)
    approver = nearest(named, said.span())
    amount = next(iter(it.amounts), None)
    if amount is not None and not amount.role and pack.pattern("cues.exceeds").search(it.low):
        amount = replace(amount, role="over")
    if approver is None:
        if amount is None or not pack.compiled("<<cues.consent>>").search(said[0]):
            return None
        if without is not None:
            return None
        fix = pack.phrase("messages.fix_approver").format(sentence=it.text)
        return Understood((), (messages.finding("AU01", Severity.ERROR, fix=fix),), almost=True)
    bound = share_bound(it)
    if (amount is not None and amount.role in _UP_TO) or bound in {"up_to", "below"}:
        if without is not None or pack.compiled("<<cues.consent>>").search(said[0]):
            return None
        return granted(it, approver.role, [(0, len(it.low))], frame, messages)
    if (
        amount is None
        and without is None
        and bound not in _OVER
        and not pack.compiled("<<cues.consent>>|<<cues.only>>").search(it.low)
    ):
        return None
    rule = ApprovalRule(
        action=deed.action,
        over=amount.money if amount else None,
        up_to=amount.upper if amount else None,
        approver=approver.role,
        at_least=(amount.role if amount else bound) == "from",
        over_share=it.shares[0][2] if bound in _OVER else None,
        condition=frame.condition,
        exception=frame.exception,
    )
    if bound in _OVER and not it.amounts:
        return Understood((rule,))
    return with_left(it, (rule,), list(it.amounts[:1]), messages)


def _may(
    it: FormSentence, deed: Deed, people: tuple[Person, ...], frame: Framed, messages: Messages
) -> Understood | None:
    pack = it.pack
    said = pack.pattern("cues.may").search(it.low)
    freely = pack.pattern("cues.freely").search(it.low)
    never = pack.pattern("cues.never").search(it.low)
    said = said or freely or pack.pattern("cues.fragment_of").search(it.low)
    if said is None or never is not None:
        return None
    if not it.amounts and not it.shares and freely is None:
        return None
    person = nearest(people, said.span())
    if person is None or any(one.role != person.role for one in people):
        return None
    before = it.low[: person.start]
    only = pack.compiled(r"(?:<<cues.only>>)[^,;.]{0,12}$").search(before) is not None
    amount = next(iter(it.amounts), None)
    if only and amount is not None and amount.role in _OVER and len(it.amounts) == 1:
        rule = ApprovalRule(
            action=deed.action,
            over=amount.money,
            up_to=None,
            approver=person.role,
            at_least=amount.role == "from",
            condition=frame.condition,
            exception=frame.exception,
        )
        return Understood((rule,))
    return granted(it, person.role, [(0, len(it.low))], frame, messages, only=only)


def _unknown(
    it: FormSentence, people: tuple[Person, ...], frame: Framed, messages: Messages
) -> Understood | None:
    """Return what somebody named may do, in the author's words, where no list knows the deed."""
    pack = it.pack
    if len(people) != 1 or people[0].role == ANYONE or it.amounts or it.shares:
        return None
    for source in patterns(pack, "cues.may_do"):
        found = pack.compiled(source).fullmatch(it.masked)
        if found is None:
            continue
        start, end = found.span("act")
        if start <= people[0].start < end or not found.start("who") <= people[0].start:
            continue
        words = it.text[start:end].strip(" ,")
        if it.low[found.start("rest") : found.end("rest")].strip():
            words = f"{words} {it.said(found, 'rest')}"
        action = slug(words, pack=pack)
        only = found.groupdict().get("only") is not None
        if not action or (pack.pattern("cues.never").search(it.low) is not None):
            return None
        clause = Authority(
            role=people[0].role,
            action=action,
            only=only,
            strength=Strength.MAY,
            condition=frame.condition,
            exception=frame.exception,
        )
        del messages
        return Understood((clause,))
    return None


def _banned(it: FormSentence, frame: Framed) -> Understood | None:
    """Return what is not done: by somebody named, or in words for what only staff can do."""
    pack = it.pack
    said = pack.pattern("cues.never").search(it.low) or pack.pattern("cues.banned").search(it.low)
    refrained = next(
        (
            found
            for source in pack.names("cues.refrains")
            if (found := pack.compiled(source).fullmatch(it.low)) is not None
        ),
        None,
    )
    said = said or refrained
    if said is None:
        return None
    without = pack.pattern("cues.without").search(it.low)
    if without is not None and people_in(it, (without.start(), len(it.low))):
        return None
    if (inverted := _inverted(it)) is not None:
        return _prohibited(inverted[1], frame, inverted[0])
    action = _staff_deed(it) or _banned_act(it)
    if action is None and refrained is not None:
        words = f"{refrained['words']} {refrained['verb']}"
        return _prohibited(slug(words, pack=pack), frame)
    person = next((one for one in people_in(it, (0, said.end()))), None)
    if action is None or (person is not None and person.end > said.start()):
        return None
    return _prohibited(action, frame)


def _inverted(it: FormSentence) -> tuple[str, str] | None:
    """Return who must not do what, where what is done stands first."""
    if not it.pack.has("cues.inverted"):
        return None
    found = it.pack.pattern("cues.inverted").fullmatch(it.low)
    people = people_in(it, found.span("who")) if found is not None else ()
    if found is None or len(people) != 1:
        return None
    action = slug(f"{found['thing']} {found['rest']}", pack=it.pack)
    return (people[0].role, action) if action else None


def _prohibited(action: str, frame: Framed, role: str = ANYONE) -> Understood:
    return Understood(
        (
            Prohibition(
                role=role,
                action=action,
                strength=Strength.MUST_NOT,
                condition=frame.condition,
                exception=frame.exception,
            ),
        )
    )


def _banned_act(it: FormSentence) -> str | None:
    """Return what it is forbidden to do, where only people who work here could do it."""
    if it.pack.pattern("cues.staff_things").search(it.low) is None:
        return None
    for source in it.pack.names("cues.banned_act"):
        found = it.pack.compiled(source).fullmatch(it.low)
        if found is not None:
            return slug(found["words"], pack=it.pack)
    return None


def _staff_deed(it: FormSentence) -> str | None:
    """Return what staff alone could do in a passive sentence, as something one does."""
    for done, does in it.pack.words("cues.staff_deeds").items():
        for source in it.pack.names("cues.passive"):
            found = it.pack.compiled(source.replace("{done}", f"(?:{done})")).fullmatch(it.low)
            if found is not None:
                parts = it.pack.phrase("cues.active").format(
                    thing=found["thing"].strip(" ,"), rest=found["rest"].strip(" ,"), does=does
                )
                return slug(parts, pack=it.pack)
    return None

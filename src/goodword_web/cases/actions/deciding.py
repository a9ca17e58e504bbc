"""Asking what one may do, and giving it. Instants are UTC seconds."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from goodword.case.event import Actor, EventKind
from goodword.decision.decide import decide
from goodword.decision.decision import Decision, Facts, Request, Ruling, Value
from goodword_web.cases import queries, rules
from goodword_web.cases.actions.recording import add_event, lock, refuse_void
from goodword_web.cases.actions.settling import settle
from goodword_web.cases.errors import (
    OverrideNotAllowedError,
    RemedyRefusedError,
)
from goodword_web.cases.models import (
    Case,
    DecisionRow,
    Remedy,
)
from goodword_web.people.access import LEADING
from goodword_web.people.actions import record
from goodword_web.people.models import Access, Person
from goodword_web.policies import queries as policies


@transaction.atomic
def record_decision(
    *,
    actor: Person,
    action: str,
    at: int,
    case: Case | None = None,
    amount: Decimal | None = None,
    goods: str | None = None,
    facts: Mapping[str, Value] | None = None,
) -> tuple[Decision, DecisionRow]:
    """What was asked and answered stands on record, with its version, facts and trace."""
    decision, row = decided(actor, action, at, case, amount, goods, facts or {}, "")
    record(
        actor=actor,
        action="record_decision",
        subject=f"decision:{row.pk}",
        facts={"ruling": decision.ruling.value},
        at=at,
    )
    return decision, row


def give_remedy(
    *,
    actor: Person,
    case: Case,
    action: str,
    at: int,
    amount: Decimal | None = None,
    goods: str | None = None,
    facts: Mapping[str, Value] | None = None,
    override_reason: str = "",
) -> Remedy:
    """The customer was given this, within the actor's authority or as an override with a reason.

    What was given before counts to the caps. Raises RemedyRefusedError with the decision, which
    stays on record too; OverrideNotAllowedError where the actor may not override.
    """
    reason = override_reason.strip()
    with transaction.atomic():
        lock(case)
        refuse_void(case)
        decision, row = decided(actor, action, at, case, amount, goods, facts or {}, reason)
        allowed = decision.ruling in {Ruling.ALLOW, Ruling.YOUR_CALL}
        if not allowed and reason:
            _refuse_override(actor)
        if allowed or reason:
            return _give(actor, case, row, decision, action, at, amount, goods)
        record(
            actor=actor,
            action="ask_remedy",
            subject=f"case:{case.uuid}",
            facts={"ruling": decision.ruling.value, "decision": row.pk},
            at=at,
        )
    # Outside the transaction, so that the question and its answer stay on record.
    raise RemedyRefusedError(decision)


def decided(
    actor: Person,
    action: str,
    at: int,
    case: Case | None,
    amount: Decimal | None,
    goods: str | None,
    facts: Mapping[str, Value],
    reason: str,
) -> tuple[Decision, DecisionRow]:
    """Return the ruling and its row; what was given before counts to the caps."""
    version = policies.current_version(at)
    policy = policies.reading_of(version).policy
    given = (
        queries.given_before(case=case, customer=case.customer, person=actor, at=at)
        if case is not None
        else ()
    )
    request = Request(role=actor.role, action=action, amount=amount, goods=goods)
    decision = decide(policy, request, Facts(values=dict(facts), given=given), at=at)
    row = DecisionRow.objects.create(
        case=case,
        at=at,
        version=version,
        person=actor,
        request={
            "role": actor.role,
            "action": action,
            "amount": None if amount is None else str(amount),
            "goods": goods,
        },
        facts={
            "values": {name: _plain_value(value) for name, value in facts.items()},
            "given": [
                {
                    "action": one.action,
                    "worth": None if one.worth is None else str(one.worth.amount),
                    "days_ago": one.days_ago,
                    "same_case": one.same_case,
                }
                for one in given
            ],
        },
        ruling=decision.ruling.value,
        summary=decision.summary,
        clause_ids=[clause.id for clause in decision.clauses],
        trace=[
            {"words": step.words, "holds": step.holds, "clause": step.clause_id}
            for step in decision.trace
        ],
        override_reason=reason if decision.ruling is not Ruling.ALLOW else "",
    )
    return decision, row


def _plain_value(value: Value) -> bool | str:
    return value if isinstance(value, bool) else str(value)


def _refuse_override(actor: Person) -> None:
    if Access(actor.access) not in LEADING:
        raise OverrideNotAllowedError(
            "An override needs somebody with the access level lead or owner.",
            hint="Ask them to give the remedy, with the reason.",
        )


def _give(
    actor: Person,
    case: Case,
    row: DecisionRow,
    decision: Decision,
    action: str,
    at: int,
    amount: Decimal | None,
    goods: str | None,
) -> Remedy:
    policy = policies.reading_of(row.version).policy
    worth = amount if amount is not None else rules.worth_of(policy, action, goods)
    remedy = Remedy.objects.create(
        case=case,
        customer=case.customer,
        decision=row,
        at=at,
        person=actor,
        action=action,
        goods=goods or "",
        worth=worth,
        currency=policy.currency,
    )
    add_event(
        case,
        EventKind.REMEDY_GIVEN,
        at,
        by=Actor.PERSON,
        person=actor,
        facts={"action": action, "clause": next((c.id for c in decision.clauses), "")},
    )
    settle(case, actor, "give_remedy", at, {"override": bool(row.override_reason)})
    return remedy

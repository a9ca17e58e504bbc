"""Pure: evidence by clause, and since when each clause says what it says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from goodword.policy.policy import Policy
from goodword.review import Approvals, Learnt, Override


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision as evidence: its ruling, its clauses, and whether it was granted in the end."""

    ruling: str
    clause_ids: tuple[str, ...]
    amount: str | None
    granted: bool
    override_reason: str


def in_force_since(versions: Sequence[tuple[int, Policy]]) -> dict[str, int]:
    """Return for each clause of the last version the instant from which it has said this."""
    if not versions:
        return {}
    since = {clause.id: versions[-1][0] for clause in versions[-1][1].clauses}
    for clause in versions[-1][1].clauses:
        for begins, policy in reversed(versions):
            if policy.clause(clause.id) != clause:
                break
            since[clause.id] = begins
    return since


def approvals_of(decisions: Iterable[Asked]) -> dict[str, Approvals]:
    """Return for each clause whose limit made people ask how often, and how often it was a yes."""
    asked: dict[str, list[Asked]] = defaultdict(list)
    for decision in decisions:
        if decision.ruling == "ask" and decision.clause_ids:
            asked[decision.clause_ids[0]].append(decision)
    return {
        clause_id: Approvals(
            asked=len(found),
            granted=sum(one.granted for one in found),
            amounts=tuple(filter(None, (_amount(one.amount) for one in found))),
        )
        for clause_id, found in asked.items()
    }


def overrides_of(decisions: Iterable[Asked]) -> tuple[Override, ...]:
    """Return the decisions outside a clause, with their reasons; they name nobody."""
    return tuple(
        Override(decision.clause_ids[0], decision.override_reason)
        for decision in decisions
        if decision.override_reason and decision.clause_ids
    )


def learnt_of(answers: Iterable[tuple[str, bool]]) -> dict[str, Learnt]:
    """Return for each clause how many answers there were and how many were right; no names."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for clause_id, is_right in answers:
        total[clause_id] += 1
        right[clause_id] += is_right
    return {clause_id: Learnt(count, right[clause_id]) for clause_id, count in total.items()}


def uses_of(decisions: Iterable[Asked], clocks: Mapping[str, int]) -> dict[str, int]:
    """Return how often each clause stood behind a decision or ran on a case."""
    uses: Counter[str] = Counter(clocks)
    for decision in decisions:
        uses.update(decision.clause_ids)
    return dict(uses)


def _amount(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None

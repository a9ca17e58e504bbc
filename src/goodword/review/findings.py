"""What the evidence says about each clause, and what to do next."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from goodword.checks.feasibility import honest_promise
from goodword.checks.review_dates import next_review
from goodword.document.echo import echo
from goodword.document.echo_amounts import counted, full_date, listed, money, role, share
from goodword.document.echo_authority import action
from goodword.metric.estimate import Estimate, Verdict
from goodword.metric.interval import lower_bound, upper_bound
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Money
from goodword.policy.situation import Situation
from goodword.review.practice import Approvals, Learnt, Practice

DAY = 86_400
# A clause must have been taught and used before anybody can be said not to know it.
SETTLED_DAYS = 30
SOON_DAYS = 30
UNUSED_DAYS = 90
# Fewer approvals than these are no pattern.
FEWEST_ASKED = 5
ALMOST_ALWAYS = 0.9
FEWEST_OVERRIDES = 3
FEWEST_ANSWERS = 10
KNOWN = 0.8


class FindingKind(StrEnum):
    """What was found. Each is about a clause or the policy, never about a person."""

    PROMISE_NOT_KEPT = "promise_not_kept"
    ALMOST_ALWAYS_GRANTED = "almost_always_granted"
    OVERRIDDEN = "overridden"
    NOT_KNOWN = "not_known"
    REVIEW_OVERDUE = "review_overdue"
    REVIEW_SOON = "review_soon"
    NEVER_USED = "never_used"
    WITHOUT_EXAMPLE = "without_example"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the evidence says about a clause, with a next step.

    `evidence` are the numbers behind it, each with its name in words. `replacement` is a complete
    sentence for the draft, where one can be proposed. `clause_id` is None for the whole policy.
    """

    kind: FindingKind
    words: str
    next_step: str
    evidence: tuple[tuple[str, str], ...]
    clause_id: str | None = None
    replacement: str | None = None


def findings(policy: Policy, practice: Practice, *, at: int) -> tuple[Finding, ...]:
    """Return what the evidence says as of `at` (UTC seconds), the gravest first.

    Promises are judged however new they are. Nothing is said about what people know of a clause
    that has been in force for under 30 days, nor of one whose start is not known.
    """
    looks: tuple[Callable[[Policy, Practice, int], Iterator[Finding]], ...] = (
        _overdue,
        _not_kept,
        _granted,
        _overridden,
        _not_known,
        _soon,
        _never_used,
        _without_example,
    )
    return tuple(finding for look in looks for finding in look(policy, practice, at))


def _not_kept(policy: Policy, practice: Practice, _at: int) -> Iterator[Finding]:
    for clause in policy.of_kind(Promise):
        estimate = practice.estimates.get(clause.id)
        if estimate is None or estimate.verdict is not Verdict.NOT_KEPT or estimate.value is None:
            continue
        kept = round(estimate.value * estimate.n)
        promised = "every time" if clause.target is None else f"{share(clause.target)}%"
        yield Finding(
            kind=FindingKind.PROMISE_NOT_KEPT,
            words=f"“{_quoted(clause)}” was kept in {kept} of {counted(estimate.n, 'case')}; "
            f"we promise {promised}.",
            next_step=_way_to_keep(clause, estimate),
            evidence=(
                ("kept", str(kept)),
                ("cases", str(estimate.n)),
                ("share", _percent(estimate.value)),
                ("interval", f"{_percent(estimate.low)} to {_percent(estimate.high)}"),
                ("promised", promised),
            ),
            clause_id=clause.id,
            replacement=honest_promise(clause, estimate, policy),
        )


def _way_to_keep(clause: Promise, estimate: Estimate) -> str:
    if clause.strength is Strength.AIM:
        return "Ask what stands in the way, or aim for a time that can be met."
    if estimate.lower > 0:
        return (
            "Ask what stands in the way. If it cannot be moved, promise the share that the "
            f"numbers carry ({_whole(estimate.lower)}%), or a longer time."
        )
    return "Ask what stands in the way, or promise a longer time."


def _granted(policy: Policy, practice: Practice, _at: int) -> Iterator[Finding]:
    for clause in policy.of_kind(Authority):
        approvals = practice.approvals.get(clause.id)
        if approvals is None or approvals.asked < FEWEST_ASKED:
            continue
        if approvals.granted / approvals.asked < ALMOST_ALWAYS:
            continue
        raised = _raised(clause, approvals)
        who, what = role(clause.role, policy), action(clause.action, clause.goods)
        new = f" to {money(raised, policy)}" if raised else ""
        yield Finding(
            kind=FindingKind.ALMOST_ALWAYS_GRANTED,
            words=f"{who.capitalize()} asked {approvals.asked} times to {what} beyond the limit, "
            f"and the answer was yes {approvals.granted} times. People waited for a yes.",
            next_step=f"Think about raising the limit{new}.",
            evidence=(
                ("asked", str(approvals.asked)),
                ("granted", str(approvals.granted)),
                ("at least granted (95%)", _percent(_lower(approvals.granted, approvals.asked))),
            ),
            clause_id=clause.id,
            replacement=echo(replace(clause, limit=raised), policy) if raised else None,
        )


def _raised(clause: Authority, approvals: Approvals) -> Money | None:
    """Return a limit that would have spared nine in ten of the questions, in round steps."""
    if clause.limit is None or not approvals.amounts:
        return None
    amounts = sorted(approvals.amounts)
    enough = amounts[min(len(amounts) - 1, (len(amounts) * 9) // 10)]
    step = Decimal(10) if enough < 200 else Decimal(50)
    rounded = -(-enough // step) * step
    if rounded <= clause.limit.amount:
        return None
    return Money(rounded, clause.limit.currency)


def _overridden(policy: Policy, practice: Practice, _at: int) -> Iterator[Finding]:
    by_clause: dict[str, Counter[str]] = {}
    for override in practice.overrides:
        by_clause.setdefault(override.clause_id, Counter())[override.reason.strip()] += 1
    for clause_id, reasons in by_clause.items():
        clause = policy.clause(clause_id)
        number = reasons.total()
        if clause is None or number < FEWEST_OVERRIDES:
            continue
        common = [
            f"“{reason}”" + (f" ({times} times)" if times > 1 else "")
            for reason, times in reasons.most_common(3)
            if reason
        ]
        because = f" The reasons: {listed(common)}." if common else ""
        yield Finding(
            kind=FindingKind.OVERRIDDEN,
            words=f"“{_quoted(clause)}” was set aside {number} times.{because}",
            next_step="Read the reasons together. What recurs belongs in the clause, "
            'as its own "unless …".',
            evidence=(("set aside", str(number)), ("different reasons", str(len(reasons)))),
            clause_id=clause_id,
        )


def _not_known(policy: Policy, practice: Practice, at: int) -> Iterator[Finding]:
    for clause_id, learnt in practice.learnt.items():
        clause = policy.clause(clause_id)
        since = practice.in_force_since.get(clause_id)
        if clause is None or since is None or at - since < SETTLED_DAYS * DAY:
            continue
        if learnt.answers < FEWEST_ANSWERS or _upper(learnt) >= KNOWN:
            continue
        yield Finding(
            kind=FindingKind.NOT_KNOWN,
            words=f"Of {learnt.answers} answers to questions on “{_quoted(clause)}”, "
            f"{learnt.right} were right.",
            next_step="Look at the sentence first: can it be said more plainly? Then practise it "
            "together.",
            evidence=(("answers", str(learnt.answers)), ("right", str(learnt.right))),
            clause_id=clause_id,
        )


def _overdue(policy: Policy, practice: Practice, at: int) -> Iterator[Finding]:
    review = next_review(policy, practice.reviewed_at)
    if review is not None and review.due <= at:
        late = (at - review.due) // DAY
        yield Finding(
            kind=FindingKind.REVIEW_OVERDUE,
            words=f"The review was due on {full_date(review.day)}.",
            next_step="Hold it now, with these findings in hand.",
            evidence=(("days late", str(late)),),
            clause_id=review.clause_id,
        )


def _soon(policy: Policy, practice: Practice, at: int) -> Iterator[Finding]:
    review = next_review(policy, practice.reviewed_at)
    if review is not None and at < review.due <= at + SOON_DAYS * DAY:
        yield Finding(
            kind=FindingKind.REVIEW_SOON,
            words=f"The next review is due on {full_date(review.day)}.",
            next_step="Choose a date, and invite those who use the policy every day.",
            evidence=(("days left", str((review.due - at) // DAY)),),
            clause_id=review.clause_id,
        )


def _never_used(policy: Policy, practice: Practice, at: int) -> Iterator[Finding]:
    if practice.uses is None:
        return
    for clause in policy.clauses:
        since = practice.in_force_since.get(clause.id)
        if not _is_used(clause) or practice.uses.get(clause.id, 0) or since is None:
            continue
        days = (at - since) // DAY
        if days < UNUSED_DAYS:
            continue
        yield Finding(
            kind=FindingKind.NEVER_USED,
            words=f"In {days} days nothing came up for “{_quoted(clause)}”.",
            next_step="Ask whether it is still needed, and whether people know that it is there.",
            evidence=(("days in force", str(days)), ("uses", "0")),
            clause_id=clause.id,
        )


def _is_used(clause: Clause) -> bool:
    """Whether a clause is one that people use; a prohibition works when nothing happens."""
    if isinstance(clause, Prohibition):
        return False
    return isinstance(clause, Authority | ApprovalRule | Promise | Situation)


def _without_example(policy: Policy, practice: Practice, _at: int) -> Iterator[Finding]:
    bare = [clause for clause in policy.clauses if clause.id in practice.without_example]
    if not bare:
        return
    yield Finding(
        kind=FindingKind.WITHOUT_EXAMPLE,
        words=f"{counted(len(bare), 'clause')} with a boundary "
        f"{'has' if len(bare) == 1 else 'have'} no example. The first is “{_quoted(bare[0])}”.",
        next_step="Write one example of it, just at the boundary.",
        evidence=(("clauses without an example", str(len(bare))),),
        clause_id=bare[0].id,
    )


def _quoted(clause: Clause) -> str:
    return " ".join(clause.text.split()).rstrip(".") or clause.id


def _percent(part: float) -> str:
    return f"{part * 100:.1f}%"


def _whole(part: float) -> int:
    return int(part * 100)


def _lower(granted: int, asked: int) -> float:
    return lower_bound(granted, asked)


def _upper(learnt: Learnt) -> float:
    return upper_bound(learnt.right, learnt.answers)

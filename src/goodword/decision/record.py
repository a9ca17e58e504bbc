"""Decisions and answers as plain values, for JSON and for keeping."""

from goodword.decision.ask import Answer
from goodword.decision.decision import Decision
from goodword.document.echo import echo
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money
from goodword.policy.situation import Step

Plain = dict[str, object]


def decision_record(decision: Decision, policy: Policy) -> Plain:
    """Return a decision as plain values: strings, lists, numbers as strings, nulls."""
    return {
        "ruling": str(decision.ruling),
        "summary": decision.summary,
        "ask": decision.ask,
        "before": list(decision.before),
        "missing": [{"fact": fact, "question": words} for fact, words in decision.missing],
        "limit_left": _money(decision.limit_left),
        "reasons": list(decision.reasons),
        "changes": list(decision.changes),
        "clauses": [clause_record(clause, policy) for clause in decision.clauses],
        "principles": [clause_record(clause, policy) for clause in decision.principles],
        "trace": [
            {"words": step.words, "holds": step.holds, "clause": step.clause_id}
            for step in decision.trace
        ],
    }


def answer_record(answer: Answer, policy: Policy) -> Plain:
    """Return an answer as plain values."""
    request = answer.request
    return {
        "words": answer.words,
        "summary": answer.summary,
        "is_covered": answer.is_covered,
        "situation": None
        if answer.situation is None
        else {
            "id": answer.situation.id,
            "name": answer.situation.name,
            "emergency": answer.situation.emergency,
            "steps": [_step(step) for step in answer.steps],
        },
        "matches": [
            {
                "id": match.situation.id,
                "name": match.situation.name,
                "score": match.score,
                "words": list(match.words),
            }
            for match in answer.matches
        ],
        "request": None
        if request is None
        else {
            "action": request.action,
            "amount": None if request.amount is None else str(request.amount),
            "goods": request.goods,
        },
        "rulings": [
            {"role": one.role, **decision_record(one.decision, policy)} for one in answer.rulings
        ],
        "limits": [
            {
                "role": one.role,
                "action": one.action,
                "allowed": one.allowed,
                "words": one.words,
                "limit": _money(one.limit),
                "above": one.above,
                "clause": one.clause.id,
            }
            for one in answer.allowances
        ],
        "clauses": [clause_record(clause, policy) for clause in answer.clauses],
        "ask": answer.ask,
        "principles": [clause_record(clause, policy) for clause in answer.principles],
    }


def clause_record(clause: Clause, policy: Policy) -> Plain:
    """Return a clause as it is quoted: its id, its section and its words."""
    return {"id": clause.id, "section": clause.section, "text": clause.text or echo(clause, policy)}


def _money(amount: Money | None) -> Plain | None:
    return None if amount is None else {"amount": str(amount.amount), "currency": amount.currency}


def _step(step: Step) -> Plain:
    return {
        "kind": str(step.kind),
        "words": step.words,
        "phrase": step.phrase,
        "role": step.role,
    }

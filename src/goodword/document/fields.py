"""A clause as plain fields, for programs that read JSON."""

# ruff: noqa: PLR0911  (a reader is one list of cases)

import dataclasses
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

from goodword.language.role import ANYONE
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Not,
    Quantified,
    Relation,
)
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Money
from goodword.policy.situation import HouseRule

_LEFT_OUT = {
    "id",
    "span",
    "text",
    "section",
    "audience",
    "strength",
    "condition",
    "exception",
    "sort",
}
_KINDS = {
    "ApprovalRule": "authority",
    "SurveyRule": "survey",
    "TrainingRule": "training",
    "ReviewRule": "review",
    "RetentionRule": "retention",
    "PublicationRule": "publication",
    "PauseRule": "pause",
    "QualityGoal": "quality",
    "NoticeRule": "notice",
    "LateNotice": "late_notice",
    "CapRule": "cap",
    "PartHours": "hours",
    "ShortStaffed": "short_staffed",
    "LookupRow": "lookup",
    "EmergencyWords": "emergency",
    "Conduct": "behaviour",
    "HouseRule": "rule",
}


def fields_of(clause: Clause) -> dict[str, Any]:
    """Return the clause's `kind` and fields.

    A promise has metric, channels, subject, `within` (ISO 8601) or `anchor`, unit, target,
    strength, start, condition, exception; authority has role, action, limit, per, approver; an
    escalation has after, unit, event, to. An approval rule is authority whose `role` is whoever
    must ask, where one is named: "Porters may not … without the manager".
    Other kinds carry their own fields.
    """
    own: dict[str, Any]
    match clause:
        case Promise():
            own = _promise(clause)
        case Authority():
            own = _authority(clause)
        case ApprovalRule():
            own = _approval(clause)
        case Escalation():
            own = _escalation(clause)
        case _:
            own = {
                one.name: plain(getattr(clause, one.name))
                for one in dataclasses.fields(clause)
                if one.name not in _LEFT_OUT
            }
    return {
        "kind": kind_of(clause),
        **own,
        "strength": str(clause.strength),
        "condition": condition_words(clause.condition) or _cutoff(clause),
        "exception": condition_words(clause.exception),
    }


def kind_of(clause: Clause) -> str:
    """Return the kind of a clause as one small word: promise, authority, escalation, hours.

    A rule in the author's words is of the kind that its sort names, and else a "rule".
    """
    if isinstance(clause, HouseRule) and clause.sort:
        return clause.sort
    name = type(clause).__name__
    return _KINDS.get(name, name.removesuffix("Clause").removesuffix("Rule").lower())


def _promise(clause: Promise) -> dict[str, Any]:
    within, anchor, unit = _limit(clause.limit)
    return {
        "metric": str(clause.metric),
        "channels": list(clause.channels or clause.by),
        "by": list(clause.by),
        "subject": clause.subject,
        "within": within,
        "anchor": anchor,
        "unit": unit,
        "target": float(clause.target) if clause.target is not None else None,
        "start": clause.start,
        "once": clause.once,
        "at": _hour(clause.limit),
        "parts": list(clause.parts),
    }


def _hour(limit: Limit) -> str | None:
    """Return the hour of a day that is named with it: 10:00 of the next working day."""
    if isinstance(limit, Anchor) and limit.at is not None and limit.kind is not AnchorKind.AT_TIME:
        return limit.at.strftime("%H:%M")
    return None


def _limit(limit: Limit) -> tuple[str | None, str | None, str | None]:
    """Return a length, or a point in time, and how it is counted; an hour of the day is not."""
    if isinstance(limit, Duration):
        return limit.iso, None, str(limit.counting)
    counted = None if limit.kind is AnchorKind.AT_TIME else str(Counting.WORKING)
    return None, _anchor(limit), counted


def _cutoff(clause: Clause) -> str | None:
    limit = clause.limit if isinstance(clause, Promise) else None
    if isinstance(limit, Anchor) and limit.cutoff is not None:
        return f"you tell us before {limit.cutoff:%H:%M}"
    return None


def _anchor(limit: Anchor) -> str:
    if limit.kind is AnchorKind.AT_TIME and limit.at is not None:
        return limit.at.strftime("%H:%M")
    return str(limit.kind)


def _authority(clause: Authority) -> dict[str, Any]:
    return {
        "role": clause.role,
        "action": clause.action,
        "limit": _money(clause.limit),
        "per": str(clause.per) if clause.per else None,
        "approver": clause.approver,
        "goods": clause.goods,
        "goods_value": _money(clause.goods_value),
        "caps": [plain(cap) for cap in clause.caps],
        "only": clause.only,
        "or_above": clause.or_above,
        "share": float(clause.share) if clause.share is not None else None,
        "share_of": clause.share_of if clause.share is not None else None,
        "each": clause.each,
        "below": clause.below,
        "limit_of": clause.limit_of,
        "longest": plain(clause.longest) if clause.longest is not None else None,
    }


def _asker(role: str) -> str | None:
    return None if role == "anyone" else role


def _approval(clause: ApprovalRule) -> dict[str, Any]:
    share = clause.over_share
    return {
        "role": clause.approver if clause.only else _asker(clause.role),
        "asker": _asker(clause.role),
        "action": clause.action,
        "limit": _money(clause.over if clause.over is not None else clause.up_to),
        "per": None,
        "approver": None if clause.only else clause.approver,
        "up_to": _money(clause.up_to),
        "share": float(share) if share is not None else None,
        "people": clause.people,
        "also": list(clause.also),
        "instead": list(clause.instead),
        "at_least": clause.at_least,
    }


def _escalation(clause: Escalation) -> dict[str, Any]:
    after, after_anchor, unit = _limit(clause.after) if clause.after else (None, None, None)
    within, anchor, told = _limit(clause.within) if clause.within else (None, None, None)
    return {
        "after": after,
        "after_anchor": after_anchor,
        "unit": unit or told,
        "event": clause.event or (str(clause.trigger) if clause.trigger else None),
        "to": None if clause.to == ANYONE and clause.strength is Strength.MAY else clause.to,
        "also": list(clause.also),
        "within": within,
        "anchor": anchor,
        "every": clause.every.iso if clause.every else None,
        "subject": clause.subject,
        "channels": list(clause.channels),
        "deputy": clause.deputy,
    }


def _money(money: Money | None) -> dict[str, Any] | None:
    if money is None:
        return None
    return {"amount": _number(money.amount), "currency": money.currency}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def condition_words(condition: Condition | None) -> str | None:
    """Return a condition in the author's words; None for none."""
    match condition:
        case None:
            return None
        case Fact() | Compare() | Relation() | Quantified():
            return condition.words or condition.name.replace("_", " ")
        case Not():
            return f"not {condition_words(condition.part)}"
        case AllOf():
            return " and ".join(condition_words(one) or "" for one in condition.parts)
        case AnyOf():
            return " or ".join(condition_words(one) or "" for one in condition.parts)


def plain(value: Any) -> Any:
    """Return a value of the model as JSON knows values."""
    match value:
        case Duration():
            return {"within": value.iso, "unit": str(value.counting)}
        case Money():
            return _money(value)
        case Decimal():
            return _number(value)
        case Enum():
            return value.value
        case date() | time():
            return value.isoformat()
        case tuple() | list():
            return [plain(one) for one in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return {one.name: plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
        case _:
            return value

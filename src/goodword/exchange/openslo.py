"""Promises as OpenSLO v1: one service, and a service level objective for each promise.

OpenSLO has no working time: what a promise counts stands in its annotations, and the numbers come
from a metric source that knows it. `ratioMetric` is kept over judged, as Goodword counts them.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from goodword.document.echo import echo
from goodword.document.echo_label import label
from goodword.example.moment import zone_of
from goodword.language.word import slug
from goodword.policy.clause import Audience, Strength
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import AnchorKind, Duration

API_VERSION = "openslo/v1"
LONGEST_NAME = 63
LONGEST_DESCRIPTION = 1050
# A target in OpenSLO stays below 1, so "every time" is one miss in a hundred thousand.
EVERY_TIME = Decimal("0.99999")


def openslo(policy: Policy, *, at: int) -> list[dict[str, Any]]:
    """Return the policy's promises as OpenSLO objects: a Service, then an SLO each.

    The windows are calendar months of the policy's own zone, from the month of `at` on.
    """
    service = _name(slug(policy.organisation or policy.title) or "customer-service")
    objects: list[dict[str, Any]] = [
        {
            "apiVersion": API_VERSION,
            "kind": "Service",
            "metadata": {
                "name": service,
                "displayName": policy.organisation or policy.title or "Customer service",
            },
            "spec": {"description": _short(policy.title or "What we promise.")},
        }
    ]
    taken: set[str] = set()
    for promise in policy.of_kind(Promise):
        name = next(one for one in _names(promise.id) if one not in taken)
        taken.add(name)
        objects.append(_objective(promise, name, service, policy, at))
    return objects


def _objective(
    promise: Promise, name: str, service: str, policy: Policy, at: int
) -> dict[str, Any]:
    zone = zone_of(policy)
    month = datetime.fromtimestamp(at, zone).replace(day=1)
    return {
        "apiVersion": API_VERSION,
        "kind": "SLO",
        "metadata": {
            "name": name,
            "displayName": label(promise, policy),
            "labels": _labels(promise),
            "annotations": _annotations(promise),
        },
        "spec": {
            "description": _short(echo(promise, policy)),
            "service": service,
            "indicator": {
                "metadata": {"name": _name(f"{name}-kept")},
                "spec": {
                    "ratioMetric": {
                        "counter": True,
                        "good": _source(promise, "kept"),
                        "total": _source(promise, "judged"),
                    }
                },
            },
            "timeWindow": [
                {
                    "duration": "1M",
                    "calendar": {
                        "startTime": f"{month:%Y-%m-%d} 00:00:00",
                        "timeZone": zone.key,
                    },
                    "isRolling": False,
                }
            ],
            "budgetingMethod": "Occurrences",
            "objectives": [
                {"displayName": "kept", "target": float(min(promise.target or 1, EVERY_TIME))}
            ],
        },
    }


def _source(promise: Promise, count: str) -> dict[str, Any]:
    return {"metricSource": {"type": "Goodword", "spec": {"clause": promise.id, "count": count}}}


def _labels(promise: Promise) -> dict[str, Any]:
    labels: dict[str, Any] = {"metric": str(promise.metric)}
    if promise.channels:
        labels["channel"] = list(promise.channels)
    if promise.subject is not None:
        labels["subject"] = promise.subject
    labels["audience"] = "public" if promise.audience is Audience.PUBLIC else "team"
    return labels


def _annotations(promise: Promise) -> dict[str, str]:
    told = {"goodword/clause": promise.id, **_limit(promise)}
    if promise.start is not None:
        told["goodword/counted-from"] = promise.start
    if promise.target is None:
        told["goodword/target"] = "every time"
    if promise.strength is not Strength.MUST:
        told["goodword/strength"] = str(promise.strength)
    return told


def _limit(promise: Promise) -> dict[str, str]:
    limit = promise.limit
    if isinstance(limit, Duration):
        return {"goodword/within": limit.iso, "goodword/counting": str(limit.counting)}
    clock = f"{limit.at:%H:%M}" if limit.kind is AnchorKind.AT_TIME and limit.at else ""
    return {"goodword/by": clock or str(limit.kind)}


def _name(words: str) -> str:
    """Return a name as RFC 1123 wants it: at most 63 lower-case letters, digits and dashes."""
    plain = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
    return plain[:LONGEST_NAME].strip("-") or "policy"


def _names(clause_id: str) -> Iterator[str]:
    name = _name(clause_id)
    yield name
    number = 2
    while True:
        yield f"{name[: LONGEST_NAME - 5].strip('-')}-{number}"
        number += 1


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_DESCRIPTION else f"{flat[: LONGEST_DESCRIPTION - 1]}…"

"""An explanation as JSON: the same steps for programs, with what each is made of."""

from collections.abc import Mapping
from datetime import date, time

from goodword.businesstime.zone import local
from goodword.clock.clock import Clock
from goodword.clock.explanation import Explanation, Reason
from goodword.clock.step import At, Long, Slot
from goodword.policy.quantity import Anchor, Duration


def explanation_json(why: Explanation, clock: Clock, zone: str) -> dict[str, object]:
    """Return the explanation in plain JSON values; instants are ISO 8601 with their offset."""
    return {
        "language": why.language,
        "summary": why.summary,
        "verdict": {"outcome": str(clock.outcome), "words": why.verdict},
        "counts": why.counts,
        "steps": [_step(reason, zone) for reason in why.reasons],
    }


def _step(reason: Reason, zone: str) -> dict[str, object]:
    return {
        "at": _instant(reason.at, zone),
        "until": _instant(reason.until, zone),
        "local": reason.local,
        "code": reason.code,
        "phrase": reason.phrase,
        "counted": reason.counted,
        "params": params(reason.params, zone),
        "words": reason.words,
    }


def _instant(instant: int, zone: str) -> str:
    return local(instant, zone).isoformat()


def params(slots: Mapping[str, Slot], zone: str) -> dict[str, object]:
    """Return what a step is made of, in plain JSON values."""
    return {name: _plain(slot, zone) for name, slot in slots.items()}


def _plain(slot: Slot, zone: str) -> object:  # noqa: PLR0911  (one case a kind of slot)
    match slot:
        case At():
            return _instant(slot.instant, zone)
        case Long():
            return slot.seconds
        case Duration():
            return {"length": slot.iso, "counting": str(slot.counting)}
        case Anchor():
            return {"anchor": str(slot.kind), "at": None if slot.at is None else f"{slot.at:%H:%M}"}
        case date():
            return slot.isoformat()
        case time():
            return f"{slot:%H:%M}"
        case tuple():
            return list(slot)
        case _:
            return slot

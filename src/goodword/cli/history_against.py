"""An export beside a policy: channels it does not speak of, promises that cannot be judged."""

from goodword.history.inspect import Inspection
from goodword.history.traps.trap import Trap, share
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.problem import Severity
from goodword.replay.measurable import why_unmeasured


def against_policy(inspection: Inspection, policy: Policy) -> tuple[Trap, ...]:
    """Return what of the policy and what of the export do not meet."""
    return (*_channels(inspection, policy), *_unmeasured(inspection, policy))


def _channels(inspection: Inspection, policy: Policy) -> list[Trap]:
    """Tell channels that have cases, while each promise names others."""
    promises = policy.of_kind(Promise)
    counts = inspection.words.get("channel")
    if not counts or not promises:
        return []
    if any(not promise.channels and promise.subject is None for promise in promises):
        return []
    named = {channel for promise in promises for channel in promise.channels}
    silent = {word: n for word, n in counts.items() if word not in named}
    total = sum(silent.values())
    if not total:
        return []
    most = sorted(silent, key=lambda word: -silent[word])
    shown = ", ".join(f'"{word}" {silent[word]:,}' for word in most[:6])
    heading = inspection.column_map.columns["channel"] if inspection.column_map else None
    listed = ", ".join(f'"{name}"' for name in sorted(named)) or "no channel"
    return [
        Trap(
            code="undeclared-channels",
            severity=Severity.WARNING,
            message=f"{share(total, counts.total())} cases came by channels of which no promise "
            f"speaks: {shown}.",
            rows=total,
            of=counts.total(),
            column=heading,
            example=most[0],
            effect="These cases have no promise: they are in no figure.",
            advice=f"The promises name {listed}. If one of these is meant, say so in the map.",
            map_lines="[values.channel]\n" + "\n".join(f'"{word}" = "…"' for word in most[:6]),
        )
    ]


def _unmeasured(inspection: Inspection, policy: Policy) -> list[Trap]:
    """Tell each promise that this export says nothing about, with the reason."""
    history = inspection.first
    if history is None:
        return []
    silent: dict[str, list[str]] = {}
    for promise in policy.of_kind(Promise):
        why = why_unmeasured(promise, policy, history.tells, dates_only=history.dates_only)
        if why is not None:
            silent.setdefault(why, []).append(promise.text.strip() or promise.id)
    return [_silent(why, texts, inspection.rows) for why, texts in silent.items()]


def _silent(why: str, texts: list[str], rows: int) -> Trap:
    n = len(texts)
    shown = "; ".join(f'"{text}"' for text in texts[:3]) + (f"; and {n - 3} more" * (n > 3))
    return Trap(
        code="unmeasured",
        severity=Severity.INFO,
        message=f"{n} promise{'s' * (n != 1)} cannot be judged from this export. {why}",
        rows=0,
        of=rows,
        example=shown,
        effect="They are neither kept nor broken in a replay.",
        advice="Export the column that says it, if your system has one, and name it in the map.",
    )

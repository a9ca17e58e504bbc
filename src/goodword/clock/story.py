"""What became of a case that a clock alone does not tell: changes, exceptions, late telling."""

from collections.abc import Iterator
from dataclasses import dataclass

from goodword.case.case import Case
from goodword.case.event import Event, EventKind
from goodword.clock.applies import applies
from goodword.clock.before import applied_until
from goodword.clock.clock import Clock, Outcome
from goodword.clock.step import At, Slot, Step
from goodword.clock.table_facts import with_tables
from goodword.clock.timeline import Standing, Timeline, timeline
from goodword.clock.words import Words
from goodword.document.echo_condition import condition as condition_words
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric

_TRIGGERS = {
    Metric.ACKNOWLEDGE: Trigger.NOT_ACKNOWLEDGED,
    Metric.ANSWER: Trigger.NOT_ANSWERED,
    Metric.FIRST_RESPONSE: Trigger.NOT_ANSWERED,
    Metric.NEXT_RESPONSE: Trigger.NOT_ANSWERED,
    Metric.UPDATE: Trigger.NOT_UPDATED,
    Metric.RESOLUTION: Trigger.NOT_RESOLVED,
}
_BROKEN = frozenset({Outcome.BROKEN_OPEN, Outcome.BROKEN_CLOSED})


@dataclass(frozen=True, slots=True)
class Story:
    """The case of a clock as of the clock's instant, and the words for it."""

    clock: Clock
    policy: Policy
    words: Words
    line: Timeline | None

    def change(self) -> Step | None:
        """Return the change by which the promise came to apply, after its own start."""
        if self.line is None:
            return None
        since: Standing | None = None
        before: Standing | None = None
        for standing in self.line.standings:
            if not self._applies(standing, self.line):
                since, before = None, standing
            elif since is None:
                since = standing
        if since is None or before is None or since.since <= self.clock.started_at:
            return None
        what, slots = self._became(before, since)
        return Step("changed", f"changed_{what}", since.since, since.since, slots=slots)

    def void(self) -> tuple[str, dict[str, Slot]]:
        """Return the phrase that says why nothing is judged, with its slots."""
        line, clock = self.line, self.clock
        if line is None:
            return "void", {}
        removed = [event for event in line.events if event.kind is EventKind.VOIDED]
        if removed:
            return "void_removed", {"at": At(removed[0].at)}
        ceased = self._ceased(line)
        if ceased is not None:
            what, slots = ceased
            return f"void_changed_{what}", slots
        if clock.promise.metric is Metric.UPDATE and clock.done_at is not None:
            return "void_resolved", {"done": At(clock.done_at)}
        return "void", {}

    def after(self) -> Iterator[Step]:
        """Yield the change since which the promise applies no more, where it was broken by then."""
        if self.line is None or self.clock.outcome not in _BROKEN or self.line.voided:
            return
        ceased = self._ceased(self.line)
        if ceased is not None:
            what, slots = ceased
            at = slots["at"]
            instant = at.instant if isinstance(at, At) else self.clock.at
            yield Step("changed", f"stays_broken_{what}", instant, instant, slots=slots)

    def excused(self) -> tuple[str, dict[str, Slot]]:
        """Return the phrase that says which exception applied, in the policy's own words."""
        exception = self.clock.promise.exception
        if exception is None:
            return "excused", {}
        return "excused_because", {"words": condition_words(exception)}

    def told_late(self) -> Iterator[Step]:
        """Yield who was told late of a case that waited, as nobody was running when it fell due."""
        if self.line is None or self.clock.outcome is Outcome.VOID:
            return
        trigger = _TRIGGERS.get(self.clock.promise.metric)
        for event in self.line.events:
            if event.kind is not EventKind.TOLD or not event.facts.get("late"):
                continue
            clause = self.policy.clause(event.facts.get("clause", ""))
            if isinstance(clause, Escalation) and clause.trigger is trigger:
                slots: dict[str, Slot] = {"who": self._role(clause, event), "at": At(event.at)}
                yield Step("told", "told_late", event.at, event.at, slots=slots)

    def _role(self, clause: Escalation, event: Event) -> str:
        slug = event.facts.get("to") or clause.to
        names = {role.slug: role.name for role in self.policy.roles}
        return names.get(slug) or slug.replace("_", " ")

    def _applies(self, standing: Standing, line: Timeline) -> bool:
        return applies(self.clock.promise, self.policy, standing, line.facts)

    def _ceased(self, line: Timeline) -> tuple[str, dict[str, Slot]] | None:
        """Return what changed when the promise ceased to apply, None where it still applies."""
        promise = self.clock.promise
        if applies(promise, self.policy, line.standing, line.facts):
            return None
        before = applied_until(promise, self.policy, line)
        if before is None:
            return None
        now = next((one for one in line.standings if one.since == before.until), before.standing)
        if (now.kind, now.priority) == (before.standing.kind, before.standing.priority):
            return "facts", {"at": At(before.until)}
        return self._became(before.standing, now)

    def _became(self, before: Standing, now: Standing) -> tuple[str, dict[str, Slot]]:
        kind = before.kind != now.kind
        what = self.words.kind(now.kind if kind else now.priority)
        return ("kind" if kind else "priority"), {"what": what, "at": At(now.since)}


def story_of(clock: Clock, policy: Policy, words: Words, case: Case | None) -> Story:
    """Return what is known of the clock's case; with None, what the clock itself knows."""
    line = None if case is None else timeline(with_tables(case, policy), clock.at)
    return Story(clock, policy, words, line)

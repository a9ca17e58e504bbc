"""What the tables of a policy add to the facts of a case."""

from dataclasses import replace
from decimal import Decimal

from goodword.case.case import Case
from goodword.policy.lookup import LookupRow, Value, facts_from_tables
from goodword.policy.policy import Policy


def with_tables(case: Case, policy: Policy) -> Case:
    """Return the case with the facts of its events looked up in the policy's tables.

    What was known before an event is known with it: a weight told first and a country told later
    are looked up together. A case of a policy without such tables comes back as it is.
    """
    if not policy.of_kind(LookupRow):
        return case
    known: dict[str, Value] = {}
    events = []
    for event in sorted(case.events):
        known |= event.facts
        told = {
            name: _text(value)
            for name, value in facts_from_tables(policy, known).items()
            if name not in known
        }
        events.append(replace(event, facts={**event.facts, **told}) if told else event)
    return replace(case, events=tuple(events))


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:f}" if isinstance(value, Decimal) else value

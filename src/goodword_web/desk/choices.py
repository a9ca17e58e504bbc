"""What a form can offer, taken from the policy itself."""

from goodword.policy.authority import Authority
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy
from goodword_web.cases import rules
from goodword_web.parts.wording import words_of

ENQUIRY = ("", "An enquiry")


def kinds_of(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Return the kinds and priorities that the policy's promises speak of, an enquiry first."""
    named = {*rules.kinds_of(policy), *rules.priorities_of(policy)} - {"enquiry"}
    return (ENQUIRY, *((slug, f"A {words_of(slug)}") for slug in sorted(named)))


def remedies_of(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Return what the policy lets people give, as (action or action:goods, words)."""
    offered: dict[str, str] = {}
    for clause in policy.of_kind(Authority):
        if clause.goods:
            offered.setdefault(f"{clause.action}:{clause.goods}", clause.goods)
        else:
            offered.setdefault(clause.action, words_of(clause.action))
    return tuple((value, label.capitalize()) for value, label in offered.items())


def events_of(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Return the events of which the policy says who must be told, as (slug, words)."""
    found = {
        clause.event: clause.event_words or words_of(clause.event)
        for clause in policy.of_kind(Escalation)
        if clause.event
        and clause.strength is not Strength.MAY  # the customer's own route is theirs
    }
    return tuple((slug, words[:1].upper() + words[1:]) for slug, words in found.items())

"""Ways to reach us: whether each promises something, and whether each is written down."""

from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.document.echo import echo
from goodword.document.echo_amounts import counted, spoken
from goodword.document.reading import Reading
from goodword.language.en.echo_phrases import CHANNEL_NAMES
from goodword.policy.definition import ChannelClause
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.problem import Fix, Problem, Severity

_FIRST = frozenset({Metric.ANSWER, Metric.FIRST_RESPONSE, Metric.WAIT, Metric.ACKNOWLEDGE})


# What is promised for a channel on which nobody writes.
OWN_PROMISES = {
    "phone": "We answer 90% of calls within 30 seconds.",
    "voicemail": "We return voicemail within 4 working hours.",
    "in_person": "If you come in person, you will not wait more than 10 minutes at the desk.",
    "chat": "We answer 90% of chats within 1 minute.",
}


def channel_name(slug: str) -> str:
    """Return a channel as people call it, with a small first letter."""
    return CHANNEL_NAMES.get(slug, spoken(slug)).lower()


def silent_channels(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a hint for each way to reach us for which nothing says how soon we answer."""
    policy = reading.policy
    answered = [one for one in policy.of_kind(Promise) if one.metric in _FIRST]
    if any(not one.channels and one.subject is None for one in answered):
        return
    promised = {channel for one in answered for channel in one.channels}
    for clause in policy.of_kind(ChannelClause):
        if clause.channel in promised:
            continue
        name = channel_name(clause.channel)
        yield Problem(
            code="CHN-01",
            severity=Severity.HINT,
            message=f"People can reach you by {name}, and nothing says how soon you answer there.",
            span=clause.span,
            fix=Fix(label="Promise a time", replacement=_promise(clause.channel, reading)),
        )


def _promise(channel: str, reading: Reading) -> str:
    """Return a promise such as people make for this channel."""
    if channel in OWN_PROMISES:
        return OWN_PROMISES[channel]
    usual = Duration(1, Unit.DAY, Counting.WORKING)
    wanted = Promise(metric=Metric.FIRST_RESPONSE, channels=(channel,), limit=usual)
    return echo(wanted, reading.policy)


_SAMPLES = {"phone": "020 7946 0000", "email": "hello@example.com", "chat": "example.com/chat"}


def undeclared_channels(reading: Reading, _at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each channel that history shows in use and the policy does not name."""
    declared = {clause.channel for clause in reading.policy.of_kind(ChannelClause)}
    for channel, cases in sorted(evidence.channels.items()):
        if channel in declared or not cases:
            continue
        yield Problem(
            code="CHN-02",
            severity=Severity.WARNING,
            message=f"{counted(cases, 'case')} came in by {channel_name(channel)}, which the "
            "policy does not name. Say that people can reach you there and how soon you answer, "
            "or tell them where else to write.",
            fix=_named(channel, reading.policy),
        )


def _named(channel: str, policy: Policy) -> Fix:
    """Return a line that names a channel and where it is, with a place to be filled in."""
    address = _SAMPLES.get(channel, "example.com/contact")
    made = ChannelClause(channel=channel, address=address)
    return Fix("Say that people can reach you there", echo(made, policy))

"""What history can say about a policy, for the checks that need it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from goodword.metric.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known from outside the text.

    `reviewed_at` is the instant of the last review (UTC seconds), None where none is recorded.
    `channels` are the channels on which cases came in, with how many. `estimates` are the track
    records of promises so far, by clause id. `unmeasured` says of promises that
    nothing recorded can judge, by clause id, why. `packs` are ids of law packs to check against,
    beside those that the text itself names. `people` is how many work with the policy.
    """

    reviewed_at: int | None = None
    channels: Mapping[str, int] = field(default_factory=dict)
    estimates: Mapping[str, Estimate] = field(default_factory=dict)
    unmeasured: Mapping[str, str] = field(default_factory=dict)
    packs: tuple[str, ...] = ()
    people: int | None = None


NO_EVIDENCE = Evidence()

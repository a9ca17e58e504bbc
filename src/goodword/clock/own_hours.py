"""In which hours a promise counts: those of its channel, where it has some of its own."""

from goodword.businesstime.openings import Openings, compile_openings, openings_for
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise


def openings_of(
    promise: Promise,
    policy: Policy,
    openings: Openings,
    channel: str | None,
    around: int,
    parts: tuple[str, ...] = (),
) -> Openings:
    """Return the openings in which the promise counts on a case that came by `channel`.

    `parts` are the teams and places whose case it is. `openings` are those of the house; `around`
    is an instant near which the others are asked for.
    """
    own = policy.hours_for(promise.channels, channel, (*promise.parts, *parts))
    if own is None or own is policy.hours:
        return openings
    if openings.start <= around < openings.end and policy.hours is not None:
        # The same horizon as the house's, which may hold a whole history.
        return compile_openings(own, openings.start + 86_400, openings.end - 86_400)
    return openings_for(own, around)

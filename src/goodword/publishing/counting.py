"""The note "How we count": what the words of the public promises mean when they run."""

from goodword.policy.clause import Audience, Strength
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import AnchorKind, Counting, Duration


def how_we_count(policy: Policy) -> tuple[str, ...]:
    """Return one sentence for each rule of counting that the public promises use."""
    promises = tuple(one for one in policy.of_kind(Promise) if one.audience is Audience.PUBLIC)
    if not promises:
        return ()
    kinds = {_kind(one) for one in promises}
    shares = {one.target is None for one in promises}
    notes = (
        (
            (Counting.WORKING, True) in kinds,
            "Working hours pass only while we are open.",
        ),
        (
            any(policy.hours_for(one.channels) is not policy.hours for one in promises),
            (
                "A channel with hours of its own counts by these: what we promise for it passes "
                "only in them."
            ),
        ),
        (
            any(one.parts for one in promises),
            (
                "A team or a place with hours of its own keeps its promises in these. With a "
                "channel beside it, time passes while both are open."
            ),
        ),
        (
            (Counting.WORKING, False) in kinds,
            (
                "Working days are days on which we open. The day on which you reach us does not "
                "count; the last one ends when we close."
            ),
        ),
        (
            (Counting.CLOCK, True) in kinds,
            "Where we name hours or minutes alone, they pass round the clock.",
        ),
        (
            (Counting.CALENDAR, False) in kinds,
            (
                "Where we name days, weeks or months alone, we go by the calendar: the same time "
                "of day, so many days later."
            ),
        ),
        (AnchorKind.SAME_DAY in kinds, "The same day ends when we close."),
        (AnchorKind.NEXT_WORKING_DAY in kinds, "The next working day ends when we close."),
        (True, "What is done at the very moment at which it is due is in time."),
        (
            Metric.FIRST_RESPONSE in {one.metric for one in promises},
            "A first reply is one by a person. An automatic reply does not count.",
        ),
        (
            bool(policy.of_kind(PauseRule)),
            "While we wait for your answer, the clock stands still.",
        ),
        (True in shares, "Where we name no share, we mean every time."),
        (False in shares, "Where we name a share, we look at whole calendar months."),
        (
            Strength.AIM in {one.strength for one in promises},
            "Where we say that we aim to, we measure it and tell you how we did.",
        ),
        (True, "What is late and still not done counts as broken now."),
    )
    return tuple(note for holds, note in notes if holds)


def _kind(promise: Promise) -> AnchorKind | tuple[Counting, bool]:
    limit = promise.limit
    if isinstance(limit, Duration):
        return limit.counting, limit.is_exact
    # "By 10am the next working day" says its hour itself.
    return AnchorKind.AT_TIME if limit.at is not None else limit.kind

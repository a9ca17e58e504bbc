"""How many hours a month it takes to keep a policy alive, and how that is reckoned."""

from dataclasses import dataclass

from goodword.document.read import read
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation

# Minutes, from doing it: change them where your own clock says otherwise.
PRACTICE = 20
TALK = 10
REVIEW_TOGETHER = 60
REVIEW_PREPARED = 120
LOOK_AT_A_PROMISE = 5
READ_ANSWERS = 30
NEW_COLLEAGUE = 90
PRACTICES_A_YEAR = 4
REVIEWS_A_YEAR = 2
# One in five leaves and is followed by another, in an ordinary year.
NEW_EACH_YEAR = 5
_MONTHS = 12
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work on the policy: what, how it is reckoned, and its minutes a month."""

    what: str
    reckoned: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Effort:
    """All the work on a policy."""

    work: tuple[Work, ...]

    @property
    def hours(self) -> float:
        """The hours a month of everybody together, to the half hour, at least one half."""
        total = sum(one.minutes for one in self.work) / _HOUR
        return max(0.5, round(total * 2) / 2)


def effort(text: str, size: int) -> Effort:
    """Return the work that a policy (its text) makes for so many people, all together."""
    policy = read(text).policy
    promises = len(policy.of_kind(Promise))
    moments = len(policy.of_kind(Situation))
    people = f"{size} {'person' if size == 1 else 'people'}"
    work = [
        Work(
            "Practising the policy",
            f"{people} × {PRACTICE} minutes × {PRACTICES_A_YEAR} times ÷ {_MONTHS} months",
            size * PRACTICE * PRACTICES_A_YEAR / _MONTHS,
        ),
        Work(
            "Talking through each moment once a year",
            f"{moments} moments × {TALK} minutes × {people} ÷ {_MONTHS} months",
            moments * TALK * size / _MONTHS,
        ),
        Work(
            "Looking whether each promise was kept",
            f"{promises} promises × {LOOK_AT_A_PROMISE} minutes",
            promises * LOOK_AT_A_PROMISE,
        ),
        Work("Reading what people wrote to you", f"{READ_ANSWERS} minutes", READ_ANSWERS),
        Work(
            "Reviewing the policy",
            f"({people} × {REVIEW_TOGETHER} minutes + {REVIEW_PREPARED} to prepare) "
            f"× {REVIEWS_A_YEAR} times ÷ {_MONTHS} months",
            (size * REVIEW_TOGETHER + REVIEW_PREPARED) * REVIEWS_A_YEAR / _MONTHS,
        ),
    ]
    if size > 1:
        work.append(
            Work(
                "Teaching new colleagues",
                f"{people} ÷ {NEW_EACH_YEAR} new a year × {NEW_COLLEAGUE} minutes "
                f"÷ {_MONTHS} months",
                size / NEW_EACH_YEAR * NEW_COLLEAGUE / _MONTHS,
            )
        )
    return Effort(tuple(work))


def effort_lines(found: Effort, *, alone: bool = False) -> str:
    """Return the work as a list (Markdown), its formula in sight, and the sum."""
    lines = [f"- {one.what}: {one.reckoned} = {one.minutes:.0f} minutes" for one in found.work]
    total = sum(one.minutes for one in found.work)
    whose = "." if alone else ", of everybody together."
    lines += ["", f"In all {total:.0f} minutes: about **{said_hours(found)} a month**{whose}"]
    return "\n".join(lines)


def said_hours(found: Effort) -> str:
    """Return the hours as people say them: `half an hour`, `1 hour`, `2.5 hours`."""
    if found.hours == 0.5:
        return "half an hour"
    return "1 hour" if found.hours == 1 else f"{found.hours:g} hours"

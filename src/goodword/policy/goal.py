"""Where the business wants to be, and what it does on days on which it cannot do everything."""

from dataclasses import dataclass
from datetime import date

from goodword.policy.clause import Clause
from goodword.policy.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Clause):
    """What is to be reached, in the author's words ("that nobody has to ask twice").

    `measured_by` says by what one will see it, `by` until when. A goal runs no clock: promises
    serve it. `served_by` are the author's words for what does, where the goal says so ("our
    promises on email"); else what speaks of the same does.
    """

    words: str
    measured_by: str = ""
    by: date | None = None
    served_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excellence(Clause):
    """What excellent means here: `of` what ("service"), and the author's `words` for it."""

    words: str
    of: str = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortStaffed(Situation):
    """A day with too few people: what comes `first`, and the steps that are taken."""

    first: tuple[str, ...] = ()

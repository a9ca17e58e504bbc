"""What the policy says to a question in plain words, whatever the language."""

from dataclasses import dataclass

from goodword.decision.decision import Decision, Request
from goodword.decision.find import Match
from goodword.decision.limits import Allowance
from goodword.decision.summary import RoleRuling
from goodword.policy.clause import Clause
from goodword.policy.situation import Situation, Step


@dataclass(frozen=True, slots=True)
class Answer:
    """What the policy says to a question in plain words.

    `summary` is the line to read first. `situation` is the likeliest of `matches`. `rulings` answer
    `request` for the role that asked, or for each role where none was given; `allowances` are
    what those roles may do here. `clauses` can be quoted, the most decisive first. `ask` is
    whom to ask. With `is_covered` False no clause speaks of it: there are the `principles`, a
    safe default in the summary, and somebody to ask.
    """

    words: str
    summary: str
    is_covered: bool
    situation: Situation | None = None
    matches: tuple[Match, ...] = ()
    request: Request | None = None
    rulings: tuple[RoleRuling, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    clauses: tuple[Clause, ...] = ()
    ask: str | None = None
    principles: tuple[Clause, ...] = ()

    @property
    def ruling(self) -> Decision | None:
        """What is decided for the one who asks; None where that depends on who it is."""
        if len(self.rulings) == 1 and self.rulings[0].is_you:
            return self.rulings[0].decision
        return None

    @property
    def steps(self) -> tuple[Step, ...]:
        """What to do, in order."""
        return self.situation.steps if self.situation is not None else ()

"""One rung: who is told, after what or at what, and by when."""

from dataclasses import dataclass

from goodword.document.escalation_waits import Length
from goodword.policy.duty import Trigger


@dataclass(frozen=True, slots=True)
class Rung:
    """Who is told, and what waits (`trigger`, `after`) or happened (`event`, a stretch).

    `when` is the stretch that says so. `lacks` names what is missing: "time" for what was not
    done, "kind" for what was not done and is not kept count of. `unused` is a stretch that says
    for which cases, in words that no field keeps.
    """

    role: str
    also: tuple[str, ...] = ()
    trigger: Trigger | None = None
    after: Length | None = None
    event: tuple[int, int] | None = None
    within: Length | None = None
    subject: str | None = None
    channels: tuple[str, ...] = ()
    unused: tuple[int, int] | None = None
    when: tuple[int, int] = (0, 0)
    lacks: str = ""

    @property
    def says_when(self) -> bool:
        """Whether it says by itself when the role is told."""
        return self.after is not None or self.event is not None or bool(self.lacks)

"""A section and its lines while they are being read."""

from dataclasses import dataclass, field

from goodword.document.blocks import Block
from goodword.document.reading import SentenceState
from goodword.document.sentences import Line
from goodword.document.setting import Understood
from goodword.policy.clause import Audience


@dataclass(slots=True)
class Opened:
    """A section while it is being read."""

    slug: str
    title: str
    level: int
    start: int
    audience: Audience | None = None
    anchor: str | None = None
    block: Block | None = None
    lines: list[Line] = field(default_factory=list)
    headers: dict[int, Block] = field(default_factory=dict)
    others: list[Block] = field(default_factory=list)
    above: tuple[str, ...] = ()


@dataclass(slots=True)
class ReadLine:
    """A line with what it became.

    `asked` are its words and what stands above them, where they may yet be a rule of their own.
    """

    line: Line
    understood: Understood
    ids: tuple[str, ...] = ()
    state: SentenceState = SentenceState.PROSE
    asked: tuple[str, str] | None = None

"""A policy: sections of prose and clauses, and what its definitions add up to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeVar, cast

from goodword.policy.clause import NOWHERE, Audience, Clause
from goodword.policy.hours import ChannelHours, Hours, NamedHours, intersected
from goodword.span import Span

C = TypeVar("C", bound=Clause)
# The facts of a case that name a team or a place.
_PARTS = ("place", "team", "branch", "site", "desk", "department")
# What Markdown writes around words: spaces, bullets, the borders and rules of tables.
_MARKS = re.compile(r"(?m)^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+|[\s|]+|:?-{2,}:?")


@dataclass(frozen=True, slots=True)
class Prose:
    """Text that does not run, kept as it was written (Markdown).

    `gap` is what stands between it and what follows: blank lines, or the space after a sentence.
    Equal where the words are: another bullet or one space more says nothing else.
    """

    text: str
    span: Span = field(default=NOWHERE, compare=False)
    gap: str = field(default="\n\n", compare=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Prose):
            return NotImplemented
        return self.text == other.text or self.words == other.words

    def __hash__(self) -> int:
        return hash(self.words)

    @property
    def words(self) -> str:
        """The text with one space for each mark of Markdown that stands around words."""
        return _MARKS.sub(" ", self.text).strip()


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A stretch of Markdown that holds the clauses named in `ids`, in order.

    One sentence may hold two promises; a situation's heading and list are one stretch. `gap` is
    what stands between it and what follows.
    """

    ids: tuple[str, ...]
    text: str = field(compare=False)
    span: Span = field(default=NOWHERE, compare=False)
    gap: str = field(default="\n\n", compare=False)


Part = Prose | ClauseText


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what follows it, up to the next heading. `level` 0 is before any heading.

    `heading` is its Markdown up to the first part, empty where the section was not read.
    """

    slug: str
    title: str
    level: int
    audience: Audience
    parts: tuple[Part, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)
    heading: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the policy, by slug, with the name as written.

    `is_called` is True for a name that takes no article: "Hannah", "Finance".
    """

    slug: str
    name: str = field(compare=False)
    deputy: str | None = None
    is_called: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything a written policy says, in the order in which it says it.

    `hours` is None where no opening hours are written: nothing is ever assumed about them.
    `currency` is the ISO 4217 code that a bare "$" or "£" means here. `serves` is what the people
    served are called, in the singular. `channel_hours` are those of channels with hours of their
    own, and `part_hours` those of teams and places.
    """

    title: str
    organisation: str
    serves: str
    language: str
    currency: str
    hours: Hours | None
    roles: tuple[Role, ...]
    owner: str | None
    sections: tuple[Section, ...]
    clauses: tuple[Clause, ...]
    channel_hours: tuple[ChannelHours, ...] = ()
    part_hours: tuple[NamedHours, ...] = ()
    # The clauses of each kind that was asked for: they are asked for hundreds of times a check.
    _kinds: dict[type[Clause], tuple[Clause, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def of_kind(self, kind: type[C]) -> tuple[C, ...]:
        """Return the clauses of one kind, in document order."""
        found = self._kinds.get(kind)
        if found is None:
            found = tuple([clause for clause in self.clauses if isinstance(clause, kind)])
            self._kinds[kind] = found
        return cast("tuple[C, ...]", found)

    def hours_for(
        self,
        channels: tuple[str, ...],
        came_by: str | None = None,
        parts: tuple[str, ...] = (),
    ) -> Hours | None:
        """Return the hours in which a promise for these channels, teams and places counts.

        Those of the channel that the case came by, or of the only one that is named, and those of
        the `parts`, where they have hours of their own: with several, when all of them are open.
        Else those of the house. A promise for any channel counts in these.
        """
        channel = came_by if came_by in channels else channels[0] if len(channels) == 1 else None
        own = [one.hours for one in self.channel_hours if one.channel == channel]
        own += [one.hours for one in self.part_hours if one.part in parts]
        return reduce(intersected, own) if own else self.hours

    def parts_named(self, facts: Mapping[str, str]) -> tuple[str, ...]:
        """Return the teams and places with hours of their own that the facts of a case name.

        As `place`, `team`, `branch`, `site` or `desk`: "northgate" names the Northgate branch.
        """
        told = {facts[key].strip().lower().replace(" ", "_") for key in _PARTS if key in facts}
        return tuple(
            one.part
            for one in self.part_hours
            if any(one.part == name or one.part.startswith(f"{name}_") for name in told if name)
        )

    def clause(self, clause_id: str) -> Clause | None:
        """Return the clause with this id, if there is one."""
        return next((clause for clause in self.clauses if clause.id == clause_id), None)

    def section(self, slug: str) -> Section | None:
        """Return the section with this slug, if there is one."""
        return next((section for section in self.sections if section.slug == slug), None)

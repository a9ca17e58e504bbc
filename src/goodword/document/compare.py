"""What changed from one version of a policy to the next, clause by clause, in plain words."""

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from goodword.document.echo import echo
from goodword.document.echo_amounts import capitalised, role
from goodword.document.echo_duty import what_goes_up
from goodword.document.echo_label import label
from goodword.document.echo_slot import slot_name, slot_words
from goodword.language.en.echo_phrases import NO_OTHER
from goodword.policy.clause import Clause
from goodword.policy.definition import AudienceClause
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy, Prose, Section


@dataclass(frozen=True, slots=True)
class Added:
    """A clause that the old version did not have."""

    clause: Clause
    words: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A clause that the new version no longer has."""

    clause: Clause
    words: str


@dataclass(frozen=True, slots=True)
class SlotChange:
    """One slot of a clause with its old and new value in words."""

    slot: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A clause that now means something else."""

    old: Clause
    new: Clause
    slots: tuple[SlotChange, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A clause that says the same in other words."""

    old: Clause
    new: Clause
    words: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A clause that stands in another section, or in another order among its neighbours."""

    old: Clause
    new: Clause
    words: str


Change = Added | Removed | Changed | Reworded | Moved
# More changes of meaning than this are counted in the summary, not told.
MOST_TOLD = 3
# A section that keeps more of its words than this under another heading has been renamed.
MOSTLY = 0.7
# The number that tells a second clause about the same thing apart: "never-refund-2".
_AGAIN = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, each kind in the order of the new version (removed: of the old).

    `prose` are the titles of the sections whose running text changed, was added or is gone;
    `renamed` the old and new titles of sections whose heading alone changed.
    """

    added: tuple[Added, ...] = ()
    removed: tuple[Removed, ...] = ()
    changed: tuple[Changed, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    moved: tuple[Moved, ...] = ()
    prose: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything changed at all."""
        return self.any_meaning or bool(self.reworded or self.moved or self.prose or self.renamed)

    @property
    def any_meaning(self) -> bool:
        """Whether what runs changed: only then is a new signature needed."""
        return bool(self.added or self.removed or self.changed)

    @property
    def words(self) -> tuple[str, ...]:
        """Each change in plain words, changes of meaning first."""
        told: tuple[Change, ...] = (
            *self.changed,
            *self.added,
            *self.removed,
            *self.reworded,
            *self.moved,
        )
        renamed = (f"Heading “{old}” is now “{new}”." for old, new in self.renamed)
        prose = (f"Text changed under “{title}”." for title in self.prose)
        return (*(change.words for change in told), *renamed, *prose)

    @property
    def summary(self) -> str:
        """One line: `1 changed, 2 added, 3 wording only`, or that nothing changed."""
        counts = ((len(self.changed), "changed"), *self._counts)
        told = ", ".join(f"{count} {name}" for count, name in counts if count)
        return told or self._quiet

    @property
    def in_short(self) -> str:
        """One line that tells the changes of meaning: `refund limit $50 → $75; 1 removed`."""
        told = [change.words[:1].lower() + change.words[1:] for change in self.changed]
        if len(told) > MOST_TOLD:
            told = [f"{len(told)} changed"]
        told.extend(f"{count} {name}" for count, name in self._counts if count)
        return "; ".join(told) or self._quiet

    @property
    def _counts(self) -> tuple[tuple[int, str], ...]:
        return (
            (len(self.added), "added"),
            (len(self.removed), "removed"),
            (len(self.reworded), "wording only"),
            (len(self.moved), "moved"),
        )

    @property
    def _quiet(self) -> str:
        if self.prose:
            return "only running text changed"
        return "only headings changed" if self.renamed else "nothing changed"


def compare(old: Policy, new: Policy) -> Changes:
    """Return what changed from `old` to `new`, matching clauses by their ids.

    Clauses about the same thing, told apart by a number behind their ids, are matched by what they
    say first: when the first of three is removed, one is gone and none has changed.
    """
    renamed = _renamed(old, new)
    pairs, added, removed = _matched(old, new, renamed)
    return Changes(
        added=tuple(Added(one, f"Added: {_flat(echo(one, new))}") for one in added),
        removed=tuple(Removed(one, f"Removed: {_flat(echo(one, old))}") for one in removed),
        changed=_all_changed(pairs, (*added, *removed), old, new),
        reworded=tuple(
            Reworded(was, now, f"Wording only: {label(now, new)}.")
            for was, now in pairs
            if was == now and was.text.split() != now.text.split()
        ),
        moved=_moved(pairs, old, new, renamed),
        prose=_prose(old, new, renamed),
        renamed=tuple(
            (before.title, after.title)
            for before in old.sections
            for after in new.sections
            if renamed.get(before.slug) == after.slug
        ),
    )


Pairs = tuple[tuple[Clause, Clause], ...]


def _matched(
    old: Policy, new: Policy, renamed: Mapping[str, str]
) -> tuple[Pairs, list[Clause], list[Clause]]:
    """Return the clauses of both in the order of the new, those only new and those only old."""
    left, wanted = list(old.clauses), list(new.clauses)
    found: dict[int, Clause] = {}
    # What two clauses must have in common to be one, the strictest first.
    sameness: tuple[Callable[[Clause], Hashable], ...] = (
        lambda clause: (clause.id, clause),
        lambda clause: (_AGAIN.sub("", clause.id), clause),
        lambda clause: clause.id,
        # What speaks of its section ("This section is public") is named by it.
        lambda clause: (type(clause), renamed.get(clause.section, clause.section), clause),
        # Who is told is part of an escalation's id, and yet it is the same when it goes elsewhere.
        _what_goes_up,
    )
    for key in sameness:
        before: dict[Hashable, deque[Clause]] = {}
        for clause in left:
            before.setdefault(key(clause), deque()).append(clause)
        for clause in wanted:
            if same := before.get(key(clause)):
                found[id(clause)] = same.popleft()
        kept = {id(one) for one in found.values()}
        left = [one for one in left if id(one) not in kept]
        wanted = [one for one in wanted if id(one) not in found]
    pairs = tuple((found[id(one)], one) for one in new.clauses if id(one) in found)
    return pairs, wanted, left


def _what_goes_up(clause: Clause) -> Hashable:
    """Return what an escalation waits for, whoever is told; of other clauses themselves alone."""
    if not isinstance(clause, Escalation):
        return id(clause)
    return (
        clause.subject,
        clause.channels,
        clause.event,
        clause.trigger,
        clause.after,
        clause.condition,
    )


def _renamed(old: Policy, new: Policy) -> dict[str, str]:
    """Return the slug that a section has now, where only its heading is another."""
    before = {one.slug: one for one in old.sections}
    after = {one.slug: one for one in new.sections}
    gone = [one for slug, one in before.items() if slug not in after]
    come = [one for slug, one in after.items() if slug not in before]
    renamed: dict[str, str] = {}
    for was in gone:
        free = (one for one in come if one.slug not in renamed.values())
        alike = [(_likeness(was, now), now.slug) for now in free if now.level == was.level]
        closest, slug = max(alike, default=(0.0, ""))
        if closest > MOSTLY:
            renamed[was.slug] = slug
    return renamed


def _likeness(was: Section, now: Section) -> float:
    """Return the share of words that two sections have in common."""
    before, after = Counter(_words(was)), Counter(_words(now))
    longest = max(before.total(), after.total())
    return (before & after).total() / longest if longest else 0.0


def _words(section: Section) -> Iterator[str]:
    return (word for part in section.parts for word in part.text.split())


def _all_changed(
    pairs: Pairs, others: Iterable[Clause], old: Policy, new: Policy
) -> tuple[Changed, ...]:
    """Return every pair that changed.

    Where a section was opened to everyone, or closed, its clauses changed with it: that is told
    once, of the section.
    """
    told = {
        one.section
        for one in (*others, *(now for was, now in pairs if was != now))
        if isinstance(one, AudienceClause)
    }
    changed = []
    for was, now in pairs:
        if now.section in told and not isinstance(now, AudienceClause):
            was = replace(was, audience=now.audience)  # noqa: PLW2901  (as its section sees it)
        if was != now:
            changed.append(_changed(was, now, old, new))
    return tuple(changed)


def _flat(text: str) -> str:
    return " ".join(text.replace("#", "").split())


def _changed(was: Clause, now: Clause, old: Policy, new: Policy) -> Changed:
    if type(was) is not type(now):
        kinds = SlotChange("what it says", _flat(echo(was, old)), _flat(echo(now, new)))
        words = f"{capitalised(label(now, new))}: {kinds.old} → {kinds.new}"
        return Changed(was, now, (kinds,), words)
    slots = tuple(
        SlotChange(
            slot_name(now, one.name),
            slot_words(was, one.name, old, beside=now),
            slot_words(now, one.name, new, beside=was),
        )
        for one in fields(now)
        if one.compare and getattr(was, one.name) != getattr(now, one.name)
    )
    if isinstance(now, Escalation) and isinstance(was, Escalation) and was.to != now.to:
        return Changed(was, now, slots, _goes_elsewhere(was, now, slots, old, new))
    about = capitalised(label(now, new))
    told = "; ".join(_told(slot) for slot in slots)
    return Changed(was, now, slots, f"{about}: {told}")


def _goes_elsewhere(
    was: Escalation, now: Escalation, slots: tuple[SlotChange, ...], old: Policy, new: Policy
) -> str:
    """Return "A case not answered within 4 working hours: now goes to the owner, not …"."""
    told = [f"now goes to {role(now.to, new)}, not {role(was.to, old)}"]
    told.extend(_told(slot) for slot in slots if slot.slot != slot_name(now, "to"))
    about = what_goes_up(now, new) or label(now, new)
    return f"{capitalised(about)}: {'; '.join(told)}"


def _told(slot: SlotChange) -> str:
    if slot.old == NO_OTHER:
        return f"{slot.slot} added: {slot.new}"
    if slot.new == NO_OTHER:
        return f"{slot.slot} removed: {slot.old}"
    return f"{slot.slot} {slot.old} → {slot.new}".strip()


def _moved(pairs: Pairs, old: Policy, new: Policy, renamed: Mapping[str, str]) -> tuple[Moved, ...]:
    places = {clause.id: place for place, clause in enumerate(old.clauses)}
    stayed = _longest_rise([places[was.id] for was, _ in pairs])
    moved = []
    for place, (was, now) in enumerate(pairs):
        if renamed.get(was.section, was.section) != now.section:
            section = new.section(now.section)
            where = f" to “{section.title}”" if section and section.title else ""
            moved.append(Moved(was, now, f"Moved{where}: {label(now, new)}."))
        elif place not in stayed:
            moved.append(Moved(was, now, f"Moved within its section: {label(now, new)}."))
    return tuple(moved)


def _longest_rise(places: list[int]) -> set[int]:
    """Return the positions of a longest run that does not fall: what kept its order."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for position, place in enumerate(places):
        at = bisect_left(tails, place + 1)
        before.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(place)
            ends.append(position)
        else:
            tails[at] = place
            ends[at] = position
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _prose(old: Policy, new: Policy, renamed: Mapping[str, str]) -> tuple[str, ...]:
    before = {
        renamed.get(section.slug, section.slug): (section.title, _running_text(section))
        for section in old.sections
    }
    after = {section.slug: (section.title, _running_text(section)) for section in new.sections}
    slugs = [*after, *(slug for slug in before if slug not in after)]
    titles = (
        (after.get(slug) or before[slug])[0] or new.title
        for slug in slugs
        if before.get(slug, ("", ()))[1] != after.get(slug, ("", ()))[1]
    )
    return tuple(titles)


def _running_text(section: Section) -> tuple[str, ...]:
    stretches = (part.text.split() for part in section.parts if isinstance(part, Prose))
    return tuple(word for words in stretches for word in words)

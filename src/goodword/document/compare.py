"""What changed from one version of a policy to the next, clause by clause, in plain words."""

from bisect import bisect_left
from dataclasses import dataclass, fields

from goodword.document.echo import echo
from goodword.document.echo_amounts import capitalised
from goodword.document.echo_label import label
from goodword.document.echo_slot import slot_name, slot_words
from goodword.language.en.echo_phrases import NO_OTHER
from goodword.policy.clause import Clause
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


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, each kind in the order of the new version (removed: of the old).

    `prose` are the titles of the sections whose running text changed, was added or is gone.
    """

    added: tuple[Added, ...] = ()
    removed: tuple[Removed, ...] = ()
    changed: tuple[Changed, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    moved: tuple[Moved, ...] = ()
    prose: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything changed at all."""
        return self.any_meaning or bool(self.reworded or self.moved or self.prose)

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
        prose = tuple(f"Text changed under “{title}”." for title in self.prose)
        return (*(change.words for change in told), *prose)

    @property
    def summary(self) -> str:
        """One line: `1 changed, 2 added, 3 wording only`, or that nothing changed."""
        counts = (
            (len(self.changed), "changed"),
            (len(self.added), "added"),
            (len(self.removed), "removed"),
            (len(self.reworded), "wording only"),
            (len(self.moved), "moved"),
        )
        told = ", ".join(f"{count} {name}" for count, name in counts if count)
        return told or ("only running text changed" if self.prose else "nothing changed")


def compare(old: Policy, new: Policy) -> Changes:
    """Return what changed from `old` to `new`, matching clauses by their ids."""
    before = {clause.id: clause for clause in old.clauses}
    after = {clause.id: clause for clause in new.clauses}
    pairs = tuple((before[one], clause) for one, clause in after.items() if one in before)
    return Changes(
        added=tuple(
            Added(clause, f"Added: {_flat(echo(clause, new))}")
            for one, clause in after.items()
            if one not in before
        ),
        removed=tuple(
            Removed(clause, f"Removed: {_flat(echo(clause, old))}")
            for one, clause in before.items()
            if one not in after
        ),
        changed=tuple(_changed(*pair, old, new) for pair in pairs if pair[0] != pair[1]),
        reworded=tuple(
            Reworded(was, now, f"Wording only: {label(now, new)}.")
            for was, now in pairs
            if was == now and was.text.split() != now.text.split()
        ),
        moved=_moved(pairs, old, new),
        prose=_prose(old, new),
    )


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
    about = capitalised(label(now, new))
    told = "; ".join(_told(slot) for slot in slots)
    return Changed(was, now, slots, f"{about}: {told}")


def _told(slot: SlotChange) -> str:
    if slot.old == NO_OTHER:
        return f"{slot.slot} added: {slot.new}"
    if slot.new == NO_OTHER:
        return f"{slot.slot} removed: {slot.old}"
    return f"{slot.slot} {slot.old} → {slot.new}".strip()


def _moved(pairs: tuple[tuple[Clause, Clause], ...], old: Policy, new: Policy) -> tuple[Moved, ...]:
    places = {clause.id: place for place, clause in enumerate(old.clauses)}
    stayed = _longest_rise([places[was.id] for was, _ in pairs])
    moved = []
    for place, (was, now) in enumerate(pairs):
        if was.section != now.section:
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


def _prose(old: Policy, new: Policy) -> tuple[str, ...]:
    before = {section.slug: (section.title, _running_text(section)) for section in old.sections}
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

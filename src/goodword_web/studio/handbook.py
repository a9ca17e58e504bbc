"""The handbook: the policy as it reads, with what runs marked, and its record beside it."""

import time
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.decision.find import find
from goodword.document.echo_label import label
from goodword.metric.track_record import TrackRecord
from goodword.policy.clause import Audience
from goodword.policy.policy import Policy
from goodword.publishing.handbook import HandbookSection
from goodword.publishing.publish import handbook as published
from goodword_web.cases.queries import track_records
from goodword_web.people.access import access_required, signed_in
from goodword_web.policies import actions, queries
from goodword_web.studio.passage import Note, Passage, new_renderer, passage


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note with what its clause is about, and the record where that is a promise."""

    note: Note
    about: str
    record: TrackRecord | None


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A paragraph with what stands beside it."""

    passage: Passage
    notes: tuple[NoteLine, ...]

    @property
    def records(self) -> tuple[NoteLine, ...]:
        """The notes that are promises with a record."""
        return tuple(one for one in self.notes if one.record is not None)


@dataclass(frozen=True, slots=True)
class SectionLines:
    """A section with its paragraphs."""

    section: HandbookSection
    passages: tuple[PassageLine, ...]

    @property
    def is_for_the_team(self) -> bool:
        """Whether customers do not see this section."""
        return self.section.audience is Audience.TEAM


@access_required("read_handbook")
def handbook(request: HttpRequest) -> HttpResponse:
    """Show the version in force to the team; a POST says "read and understood"."""
    at = int(time.time())
    person = signed_in(request)
    version = queries.current_version(at)
    if request.method == "POST":
        actions.mark_read(actor=person, version=version, at=at)
    reading = queries.reading_of(version)
    words = request.GET.get("q", "").replace("\x00", " ").strip()
    sections = _sections(
        published(reading, Audience.TEAM).sections, reading.policy, track_records(at)
    )
    return render(
        request,
        "studio/handbook.html",
        {
            "version": version,
            "policy": reading.policy,
            "words": words,
            "matches": find(reading.policy, words) if words else (),
            "found": [one for one in sections if words and _has(one, words)],
            "sections": sections,
            "has_read": queries.has_read(person, version),
        },
    )


def _sections(
    sections: tuple[HandbookSection, ...], policy: Policy, records: dict[str, TrackRecord]
) -> tuple[SectionLines, ...]:
    renderer = new_renderer()
    return tuple(
        SectionLines(
            section,
            tuple(_line(passage(one, renderer), policy, records) for one in section.paragraphs),
        )
        for section in sections
    )


def _line(shown: Passage, policy: Policy, records: dict[str, TrackRecord]) -> PassageLine:
    notes = tuple(
        NoteLine(note, label(clause, policy), records.get(note.clause_id))
        for note in shown.notes
        if (clause := policy.clause(note.clause_id)) is not None
    )
    return PassageLine(shown, notes)


def _has(lines: SectionLines, words: str) -> bool:
    text = " ".join((lines.section.title, *(one.text for one in lines.section.paragraphs)))
    return all(word in text.casefold() for word in words.casefold().split())

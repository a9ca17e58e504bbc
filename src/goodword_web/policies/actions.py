"""Everything that writes the policy's texts. Instants are UTC seconds."""

from django.db import transaction

from goodword.checks import check
from goodword.document.compare import compare
from goodword.problem import Problem, Severity
from goodword_web.people.actions import record
from goodword_web.people.models import Person
from goodword_web.policies import queries
from goodword_web.policies.errors import (
    EffectiveTooEarlyError,
    NothingToPublishError,
    PublishingRefusedError,
)
from goodword_web.policies.models import Draft, ReadAndUnderstood, Version
from goodword_web.policies.rules import sha256_of, storable


@transaction.atomic
def save_draft(*, actor: Person | None, text: str, at: int) -> Draft:
    """The draft says `text`. Anything may be saved; only publishing is refused."""
    draft, _ = Draft.objects.update_or_create(
        pk=1,
        defaults={"text": storable(text), "changed_at": at, "changed_by": actor},
    )
    record(actor=actor, action="save_draft", subject="draft:1", facts={"length": len(text)}, at=at)
    return draft


def problems_of(text: str, *, at: int) -> tuple[Problem, ...]:
    """Return what `check` has to say about a text, in document order."""
    return check(queries.reading_of_text(text), at=at)


@transaction.atomic
def publish_version(
    *, actor: Person | None, at: int, effective_from: int | None = None, note: str = ""
) -> Version:
    """The draft is the next version, in force from `effective_from` (at once where None).

    Its note keeps what changed, in plain words, and `note` before it. Raises
    PublishingRefusedError with the problems where the draft has errors, NothingToPublishError
    where it says what the last version says, EffectiveTooEarlyError.
    """
    text = queries.draft_text(at)
    last = Version.objects.order_by("number").last()
    if last is not None and last.text == text:
        raise NothingToPublishError
    errors = tuple(
        problem for problem in problems_of(text, at=at) if problem.severity is Severity.ERROR
    )
    if errors:
        raise PublishingRefusedError(errors)
    since = at if effective_from is None else effective_from
    earliest = at if last is None else max(at, last.effective_from)
    if since < earliest:
        raise EffectiveTooEarlyError(earliest)
    changes = _changes(last, text)
    return _add(
        actor=actor, text=text, since=since, at=at, note="\n\n".join(filter(None, (note, changes)))
    )


@transaction.atomic
def import_first_version(
    *, text: str, at: int, actor: Person | None = None, effective_from: int | None = None
) -> Version:
    """The text is version 1, in force from `effective_from`. Raises PublishingRefusedError.

    A first version may come into force before it is imported: the business kept these promises
    before it had Goodword.
    """
    errors = tuple(
        problem for problem in problems_of(text, at=at) if problem.severity is Severity.ERROR
    )
    if errors:
        raise PublishingRefusedError(errors)
    since = at if effective_from is None else effective_from
    return _add(actor=actor, text=storable(text), since=since, at=at, note="")


@transaction.atomic
def mark_read(*, actor: Person, version: Version, at: int) -> ReadAndUnderstood:
    """The person has said that they read and understood the version; once is enough."""
    reading, is_new = ReadAndUnderstood.objects.get_or_create(
        person=actor, version=version, defaults={"at": at}
    )
    if is_new:
        record(actor=actor, action="mark_read", subject=f"version:{version.number}", at=at)
    return reading


def _changes(last: Version | None, text: str) -> str:
    if last is None:
        return ""
    changes = compare(queries.reading_of(last).policy, queries.reading_of_text(text).policy)
    return "\n".join(changes.words)


def _add(*, actor: Person | None, text: str, since: int, at: int, note: str) -> Version:
    last = Version.objects.order_by("number").last()
    version = Version.objects.create(
        number=1 if last is None else last.number + 1,
        text=text,
        sha256=sha256_of(text),
        effective_from=since,
        published_at=at,
        published_by=actor,
        note=note,
    )
    record(
        actor=actor,
        action="publish_version",
        subject=f"version:{version.number}",
        facts={"sha256": version.sha256, "effective_from": since},
        at=at,
    )
    return version

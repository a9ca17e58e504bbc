"""What the office's pages show, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword_web.cases.queries import references_of
from goodword_web.office.deeds import DEEDS, DETAILS, SUBJECTS
from goodword_web.people.models import LogEntry, Person
from goodword_web.people.queries import names_of
from goodword_web.policies.errors import NoPolicyError
from goodword_web.policies.queries import current_policy

A_CUSTOMERS = frozenset({"open_case", "record_customer_message"})


def role_names(at: int) -> dict[str, str]:
    """Return the roles of the policy in force by slug; none before the first version."""
    try:
        policy = current_policy(at)
    except NoPolicyError:
        return {}
    return {role.slug: role.name for role in policy.roles}


def roles_for(person: Person | None, at: int) -> tuple[tuple[str, str], ...]:
    """Return the roles to choose from; one that the policy has dropped stays with its holder."""
    names = role_names(at)
    if person is not None and person.role and person.role not in names:
        names[person.role] = _("%(role)s (not in the policy now)") % {"role": person.role}
    return tuple(names.items())


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team member, and their role as the policy calls it."""

    person: Person
    role: str


def team_lines(people: Iterable[Person], names: dict[str, str]) -> tuple[TeamLine, ...]:
    """Return team members with the names of their roles."""
    return tuple(TeamLine(one, names.get(one.role, one.role.replace("_", " "))) for one in people)


@dataclass(frozen=True, slots=True)
class About:
    """What a line of the log is about: in words, where it is, and how the log names it."""

    words: str
    address: str
    subject: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """Who did what to which thing, and when, in words."""

    at: int
    who: str | Lazy
    did: str | Lazy
    details: str
    about: About


def log_lines(entries: Iterable[LogEntry]) -> tuple[LogLine, ...]:
    """Return lines of the log in words, in two queries however many there are."""
    entries = tuple(entries)
    things = _things([entry.subject for entry in entries])
    return tuple(
        LogLine(
            at=entry.at,
            who=_who(entry),
            did=DEEDS.get(entry.action, entry.action.replace("_", " ")),
            details=_details(entry),
            about=things[entry.subject],
        )
        for entry in entries
    )


def about(subject: str) -> About:
    """Return the thing that the log names so."""
    return _things([subject])[subject]


def _who(entry: LogEntry) -> str | Lazy:
    if entry.actor is not None:
        return entry.actor.name
    if entry.action in A_CUSTOMERS:
        return gettext_lazy("a customer")
    return gettext_lazy("the site")


def _details(entry: LogEntry) -> str:
    shown = (
        f"{DETAILS[key]}: {str(value).replace('_', ' ') or '—'}"
        for key, value in entry.facts.items()
        if key in DETAILS and value is not False
    )
    return ", ".join(shown)


def _things(subjects: list[str]) -> dict[str, About]:
    """Return what each subject is. Customers are never named here: their words can be erased."""
    pairs = {subject: subject.partition(":")[::2] for subject in subjects}
    cases = references_of(_uuids(key for kind, key in pairs.values() if kind == "case"))
    people = names_of(int(key) for kind, key in pairs.values() if kind == "person" and _is_id(key))
    found = {}
    for subject, (kind, key) in pairs.items():
        words, address = f"{SUBJECTS.get(kind, kind)} {key.replace('_', ' ')}".strip(), ""
        if kind == "case" and key in cases:
            words = cases[key]
            address = reverse("case", kwargs={"reference": cases[key]})
        elif kind == "person" and key in people:
            words, address = people[key], reverse("team")
        elif kind == "customer":
            words = f"{SUBJECTS[kind]} {key[:8]}"
        elif kind in {"draft", "mail"}:
            words = str(SUBJECTS[kind])
        elif kind == "version" and _is_id(key):
            address = reverse("version", kwargs={"number": int(key)})
        found[subject] = About(words, address, subject)
    return found


def _is_id(key: str) -> bool:
    return key.isdecimal() and len(key) < 19


def _uuids(keys: Iterable[str]) -> list[UUID]:
    found = []
    for key in keys:
        try:
            found.append(UUID(key))
        except ValueError:
            continue
    return found

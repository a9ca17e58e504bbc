"""Reading the policy: which text was in force when, and what it means. Instants: UTC seconds."""

from collections.abc import Iterable
from functools import lru_cache

from goodword.businesstime.openings import Openings, openings_for
from goodword.document.read import read
from goodword.document.reading import Reading
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.policy import Policy
from goodword_web.people.models import Person
from goodword_web.policies.errors import NoPolicyError
from goodword_web.policies.models import Draft, ReadAndUnderstood, Version
from goodword_web.policies.rules import sha256_of

PATH = "policy.md"
# Longer texts are read on the command line, where nobody waits for a page.
LONGEST = 200_000


@lru_cache(maxsize=16)
def _reading(_sha256: str, text: str) -> Reading:
    return read(text, path=PATH, longest=LONGEST)


def reading_of_text(text: str) -> Reading:
    """Return the reading of a text, from the cache where the same text was read before."""
    return _reading(sha256_of(text), text)


def reading_of(version: Version) -> Reading:
    """Return the reading of a version; its policy is `.policy`."""
    return _reading(version.sha256, version.text)


def version_at(instant: int) -> Version | None:
    """Return the version in force at an instant, None before the first."""
    return (
        Version.objects.filter(effective_from__lte=instant)
        .order_by("-effective_from", "-number")
        .first()
    )


def current_version(at: int) -> Version:
    """Return the version in force; raises NoPolicyError where there is none."""
    version = version_at(at)
    if version is None:
        raise NoPolicyError
    return version


def current_policy(at: int) -> Policy:
    """Return the policy in force; raises NoPolicyError where there is none."""
    return reading_of(current_version(at)).policy


def all_versions() -> tuple[Version, ...]:
    """Return every version, in the order in which they came into force."""
    return tuple(Version.objects.order_by("effective_from", "number"))


def versions_for_core() -> tuple[tuple[int, Policy], ...]:
    """Return (UTC seconds from which it is in force, policy) for each version, oldest first."""
    return policies_of(all_versions())


def policies_of(versions: Iterable[Version]) -> tuple[tuple[int, Policy], ...]:
    """Return (UTC seconds from which it is in force, policy) for each of these versions."""
    return tuple((version.effective_from, reading_of(version).policy) for version in versions)


def openings(policy: Policy, around: int) -> Openings | None:
    """Return the working-time map of a policy around an instant; None where it names no hours."""
    return None if policy.hours is None else openings_for(policy.hours, around)


def hours_of(policy: Policy) -> Hours:
    """Return the hours of a policy; of one that names none, those that only know its zone."""
    return policy.hours if policy.hours is not None else Hours(house_zone(policy))


def draft() -> Draft | None:
    """Return the working draft, None where nobody has begun one."""
    return Draft.objects.first()


def draft_text(at: int) -> str:
    """Return the draft's text, else that of the version in force, else nothing."""
    working = draft()
    if working is not None:
        return working.text
    version = version_at(at)
    return version.text if version is not None else ""


def has_read(person: Person, version: Version) -> bool:
    """Whether this person said that they have read and understood this version."""
    return ReadAndUnderstood.objects.filter(person=person, version=version).exists()


def readers(version: Version) -> int:
    """Return how many active team members have read and understood this version."""
    return ReadAndUnderstood.objects.filter(version=version, person__is_active=True).count()

"""Two promises of one sentence that differ in nothing but their times."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from goodword.document.setting import Finding, Understood
from goodword.policy.promise import Promise
from goodword.problem import Severity


def alike(made: Iterable[Promise]) -> bool:
    """Whether two of the promises differ in nothing but their times."""
    return any(
        one.limit != other.limit
        and replace(one, limit=other.limit, strength=other.strength, start=other.start) == other
        for one, other in combinations(made, 2)
    )


def without_stale(read: Understood) -> Understood:
    """Return what was read without "two times for the same cases", where they no longer are.

    What is done in each time may be known only after the sentence was looked at once more.
    """
    if not any(_says_alike(one) for one in read.findings):
        return read
    if alike(one for one in read.clauses if isinstance(one, Promise)):
        return read
    return replace(read, findings=tuple(one for one in read.findings if not _says_alike(one)))


def _says_alike(finding: Finding) -> bool:
    return finding.code == "PR07" and finding.severity is Severity.WARNING

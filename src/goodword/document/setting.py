"""What a sentence is read in: its heading and the policy's own definitions."""

from dataclasses import dataclass, field

from goodword.policy.clause import Audience, Clause
from goodword.problem import Severity


@dataclass(frozen=True, slots=True)
class Setting:
    """The definitions that hold while a sentence is read.

    `roles` are the declared role slugs, empty where none are declared; `country` an ISO code.
    `emergency` is the instruction that words of emergency lead to. `alone` is True for a sentence
    without a policy, whose roles are taken as written. `language` names the pack that reads.
    `open_days` are the days of the week on which the policy opens, 0 for Monday, and
    `working_days_said` is True where it defines what its word for working days means, and
    `complaints` where it speaks of complaints anywhere: its stages are theirs. `parts` are the
    teams and places with hours of their own, each by its slug and its name. `titles` are
    what the sentence itself writes large behind an article ("the Caldicott Guardian"): words, slug.
    """

    heading: str = ""
    section: str = ""
    audience: Audience | None = None
    roles: tuple[str, ...] = ()
    currency: str = "USD"
    country: str | None = None
    serves: str = "customer"
    has_hours: bool = False
    emergency: str = ""
    alone: bool = False
    language: str = "en"
    open_days: tuple[int, ...] = ()
    working_days_said: bool = False
    complaints: bool = False
    parts: tuple[tuple[str, str], ...] = ()
    titles: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem met in a sentence; `start` and `end` count in the sentence's plain text.

    `fix` is a whole sentence that would read as a live clause.
    """

    code: str
    severity: Severity
    message: str
    start: int = 0
    end: int = 0
    understood: tuple[tuple[str, str], ...] = ()
    fix: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a reader made of a sentence: clauses without id and place, and findings.

    `almost` is True where the sentence wants to be a rule and cannot run.
    """

    clauses: tuple[Clause, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    almost: bool = False

"""The evidence for a review, and the four vital signs. Instants are UTC seconds."""

from dataclasses import dataclass

from goodword.case.event import EventKind
from goodword.checks.review_dates import NextReview, next_review
from goodword.policy.duty import TrainingRule
from goodword.policy.policy import Policy
from goodword.policy.quantity import Unit
from goodword.review import Finding, Practice
from goodword.review import findings as find_findings
from goodword_web.cases import queries as cases
from goodword_web.cases.models import ClockRow, DecisionRow, Event, Remedy
from goodword_web.lessons import queries as lessons
from goodword_web.lessons.models import Attempt
from goodword_web.people.models import Person
from goodword_web.policies import queries as policies
from goodword_web.reviews import rules
from goodword_web.reviews.models import Proposal, ProposalStatus, Review

DAY = 86_400
MONTH = 28 * DAY
QUARTER = 91 * DAY
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}


def last_review(at: int) -> Review | None:
    """Return the last review that was held by an instant."""
    return Review.objects.filter(held_at__lte=at).order_by("-held_at").first()


def reviewed_at(at: int) -> int | None:
    """Return when the policy was last looked at as a whole: its last review, else its beginning."""
    review = last_review(at)
    if review is not None:
        return review.held_at
    versions = policies.all_versions()
    return versions[0].effective_from if versions else None


def review_due(at: int) -> NextReview | None:
    """Return when the next review is due by the policy's own rule, None where it has none."""
    return next_review(policies.current_policy(at), reviewed_at(at))


def practice(at: int) -> Practice:
    """Return everything that happened under the policy, by clause; it names nobody."""
    decisions = _decisions(at)
    records = cases.track_records(at)
    clocks = {clause_id: record.outcome.counts.n for clause_id, record in records.items()}
    answers = Attempt.objects.filter(at__lte=at).values_list("clause_id", "right")
    return Practice(
        estimates={clause_id: record.estimate for clause_id, record in records.items()},
        approvals=rules.approvals_of(decisions),
        overrides=rules.overrides_of(decisions),
        learnt=rules.learnt_of(answers),
        uses=rules.uses_of(decisions, clocks),
        in_force_since=rules.in_force_since(_versions_until(at)),
        reviewed_at=reviewed_at(at),
    )


def findings(at: int) -> tuple[Finding, ...]:
    """Return what the evidence says about the policy in force, the gravest first."""
    return find_findings(policies.current_policy(at), practice(at), at=at)


def open_proposals() -> tuple[Proposal, ...]:
    """Return the proposals that wait for an answer, newest first."""
    return tuple(Proposal.objects.filter(status=ProposalStatus.OPEN).select_related("made_by"))


def _versions_until(at: int) -> tuple[tuple[int, Policy], ...]:
    return tuple(one for one in policies.versions_for_core() if one[0] <= at)


def _decisions(at: int) -> tuple[rules.Asked, ...]:
    given = set(Remedy.objects.filter(at__lte=at).values_list("case_id", "action"))
    rows = DecisionRow.objects.filter(at__lte=at)
    return tuple(
        rules.Asked(
            ruling=row.ruling,
            clause_ids=tuple(row.clause_ids),
            amount=row.request.get("amount"),
            granted=(row.case_id, row.request.get("action")) in given,
            override_reason=row.override_reason,
        )
        for row in rows
    )


# The vital signs


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the four signs: is it well, in one sentence, and the evidence behind it.

    `evidence` are (what, how much) in words.
    """

    name: str
    is_well: bool
    words: str
    evidence: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Something that waits for a person: `code` names it for links, `words` say it."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Vitals:
    """The owner's one line, the four signs, and what needs somebody, the most urgent first."""

    line: str
    signs: tuple[Sign, ...]
    needs: tuple[Need, ...]


_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def vitals(at: int, *, also: tuple[Need, ...] = ()) -> Vitals:
    """Return the vital signs as of `at`. `also` are needs that another part knows of."""
    signs = (_taught(at), _used(at), _reviewed(at), _improved(at))
    needs = (*_needs(at), *also)
    return Vitals(owners_line(len(needs)), signs, needs)


def owners_line(needs: int) -> str:
    """Return the one line for the owner."""
    if not needs:
        return "All in hand"
    if needs == 1:
        return "One thing needs you"
    return f"{_NUMBERS[needs] if needs < len(_NUMBERS) else needs} things need you"


def _needs(at: int) -> tuple[Need, ...]:
    counts = cases.counts(at)
    due = review_due(at)
    proposals = len(open_proposals())
    found = (
        (counts.emergencies, Need("emergencies", _n(counts.emergencies, "open emergency"))),
        (counts.late, Need("late", f"{_n(counts.late, 'case')} past a promised time")),
        (
            due is not None and due.due <= at,
            Need("review", "the review of the policy is due"),
        ),
        (proposals, Need("proposals", f"{_n(proposals, 'proposal')} to answer")),
    )
    return tuple(need for holds, need in found if holds)


def _taught(at: int) -> Sign:
    policy = policies.current_policy(at)
    team = Person.objects.filter(is_active=True).count()
    period = _practice_period(policy)
    practised = lessons.practised_since(at - period, at)
    readers = policies.readers(policies.current_version(at))
    return Sign(
        name="taught",
        is_well=bool(team) and practised == team,
        words=f"{practised} of {_n(team, 'team member')} practised in the last "
        f"{period // DAY} days.",
        evidence=(
            ("practised lately", f"{practised} of {team}"),
            ("read and understood this version", f"{readers} of {team}"),
            ("answers to questions", str(Attempt.objects.filter(at__lte=at).count())),
        ),
    )


def _practice_period(policy: Policy) -> int:
    periods = [
        rule.every.amount * _DAYS[rule.every.unit] * DAY
        for rule in policy.of_kind(TrainingRule)
        if rule.every is not None and rule.every.unit in _DAYS
    ]
    return min(periods, default=QUARTER)


def _used(at: int) -> Sign:
    since = at - MONTH
    decisions = DecisionRow.objects.filter(at__gt=since, at__lte=at).count()
    opened = Event.objects.filter(kind=EventKind.OPENED, at__gt=since, at__lte=at).count()
    clocks = ClockRow.objects.filter(started_at__gt=since, started_at__lte=at).count()
    return Sign(
        name="used",
        is_well=opened > 0 and decisions > 0,
        words=f"In the last 28 days it ran on {_n(opened, 'case')} and answered "
        f"{_n(decisions, 'question')}.",
        evidence=(
            ("cases opened", str(opened)),
            ("promises that ran", str(clocks)),
            ("questions decided", str(decisions)),
        ),
    )


def _reviewed(at: int) -> Sign:
    review, due = last_review(at), review_due(at)
    held = "Not yet reviewed." if review is None else f"Reviewed {_ago(at - review.held_at)}."
    when = "" if due is None else f" The next review is due {_ahead(due.due - at)}."
    return Sign(
        name="reviewed",
        is_well=due is not None and due.due > at,
        words=f"{held}{when}",
        evidence=(
            ("reviews held", str(Review.objects.filter(held_at__lte=at).count())),
            ("findings now", str(len(findings(at)))),
        ),
    )


def _improved(at: int) -> Sign:
    version = policies.current_version(at)
    taken = Proposal.objects.filter(status=ProposalStatus.TAKEN, settled_at__lte=at).count()
    waiting = Proposal.objects.filter(status=ProposalStatus.OPEN, made_at__lte=at).count()
    is_well = version.number > 1 and at - version.effective_from < 2 * QUARTER
    return Sign(
        name="improved",
        is_well=is_well,
        words=f"Version {version.number} has been in force for "
        f"{_n(max(0, at - version.effective_from) // DAY, 'day')}.",
        evidence=(
            ("versions", str(version.number)),
            ("proposals taken", str(taken)),
            ("proposals waiting", str(waiting)),
        ),
    )


def _ago(seconds: int) -> str:
    days = seconds // DAY
    return "today" if days == 0 else f"{_n(days, 'day')} ago"


def _ahead(seconds: int) -> str:
    days = abs(seconds) // DAY
    if days == 0:
        return "today"
    return f"in {_n(days, 'day')}" if seconds > 0 else f"since {_n(days, 'day')}"


def _n(count: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("cy") else f"{noun}s"
    return f"{count} {noun if count == 1 else plural}"

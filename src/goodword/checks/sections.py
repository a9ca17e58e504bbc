"""What a policy should speak of at all, and what it should keep to the team."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from goodword.checks.evidence import Evidence
from goodword.checks.opening_hours import is_told_of_hours
from goodword.checks.wording import words_of
from goodword.document.echo_amounts import money
from goodword.document.reading import Reading
from goodword.policy.authority import ApprovalRule, Authority, CapRule
from goodword.policy.clause import Audience, Clause, Strength
from goodword.policy.definition import AudienceClause, ChannelClause, IdentityClause, RoleClause
from goodword.policy.duty import Escalation, ReviewRule
from goodword.policy.policy import Policy, Section
from goodword.policy.promise import Promise
from goodword.policy.quantity import Money
from goodword.policy.situation import HouseRule, Situation, StepKind
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span, place_of

SAMPLE_NAME = "Riverside Bakery"
# In a policy's own currency once it is offered to it.
SAMPLE_SUM = "$50"
SAFETY_STEPS = frozenset({StepKind.WARN, StepKind.END_CONTACT})


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that every policy speaks of, why, and a sentence to begin with."""

    name: str
    why: str
    sentence: str
    is_there: Callable[[Policy], bool]


# How sections on complaints are headed: "If something's gone wrong", "Not happy?".
_UNHAPPY = ("complain", "unhappy", "not happy", "dissatisf", " wrong", "put things right")


def _complaints(policy: Policy) -> bool:
    titles = " ".join(section.title.lower() for section in policy.sections)
    return (
        any("complaint" in (promise.subject or "") for promise in policy.of_kind(Promise))
        or any(
            "complaint" in (rule.subject or "") or rule.strength is Strength.MAY
            for rule in policy.of_kind(Escalation)
        )
        or any(word in titles for word in _UNHAPPY)
    )


def _review(policy: Policy) -> bool:
    titles = " ".join(section.title.lower() for section in policy.sections)
    return (
        bool(policy.of_kind(ReviewRule))
        or any(one.sort == "review" for one in policy.of_kind(HouseRule))
        or "review" in titles.replace("online review", "")
    )


# An address or a number that stands in a rule: "Email: us@shop.example - we answer in a day".
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\(?\d[\d ()-]{6,}\d")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# In a sentence that is no rule, what leads to a number or an address.
_LEADS = re.compile(
    r"\b(?:call|ring|phone|tel|telephone|mobile|text|e-?mail|mail|write|contact|reach|fax|whatsapp"
    r"|telefon|anruf|tel[eé]fono|correo|llam)\w*\b",
    re.IGNORECASE,
)


def _reached(policy: Policy) -> bool:
    return bool(policy.of_kind(ChannelClause)) or any(
        _ADDRESS.search(_DATE.sub("", one.text)) or _tells_way(one) for one in policy.clauses
    )


def _tells_way(clause: Clause) -> bool:
    """Whether a rule in the author's words tells how to reach the house."""
    return isinstance(clause, HouseRule) and clause.sort == "channel"


def _is_addressed(reading: Reading) -> bool:
    """Whether any sentence, rule or not, gives a number or an address to reach the house by."""
    return any(
        _LEADS.search(one.text) and _ADDRESS.search(_DATE.sub("", one.text))
        for one in reading.sentences
    )


OPEN = "when we are open"
TOPICS = (
    Topic(
        "who we are",
        "readers cannot tell whose promises these are, nor who does what",
        f"We are {SAMPLE_NAME}, and we call the people we serve customers.",
        lambda policy: (
            bool(policy.of_kind(IdentityClause))
            or bool(policy.of_kind(RoleClause))
            or bool(policy.roles)
        ),
    ),
    Topic(
        OPEN,
        "nobody can tell when working time counts",
        "We are open Monday to Friday, 9am to 5pm.",
        lambda policy: policy.hours is not None,
    ),
    Topic(
        "how to reach us",
        "people who want to hold us to a promise cannot",
        "- Email: hello@example.com",
        _reached,
    ),
    Topic(
        "what happens with complaints",
        "the day when somebody is unhappy is the day the policy is for",
        "We acknowledge every complaint within 1 working day and resolve it within "
        "10 working days.",
        _complaints,
    ),
    Topic(
        "who may give what",
        "everybody must ask every time, or decides alone",
        f"Anyone may refund up to {SAMPLE_SUM} per case.",
        lambda policy: bool(policy.of_kind(Authority)) or len(policy.roles) == 1,
    ),
    Topic(
        "when a matter goes up",
        "a late answer is noticed by nobody",
        "If a complaint is not resolved within 8 working days, we tell the owner.",
        lambda policy: bool(policy.of_kind(Escalation)) or len(policy.roles) == 1,
    ),
    Topic(
        "when the policy is reviewed",
        "a policy that is never looked at again stops being true",
        "We review this policy every 6 months.",
        _review,
    ),
)


def missing_sections(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each thing that a policy should speak of and does not."""
    policy = reading.policy
    speaks_of_review = any(
        "review" in sentence.text.lower() and "policy" in sentence.text.lower()
        for sentence in reading.sentences
    )
    for topic in TOPICS:
        if topic.is_there(policy) or (topic.is_there is _review and speaks_of_review):
            continue
        if topic.is_there is _reached and _is_addressed(reading):
            continue
        if topic.name == OPEN and is_told_of_hours(reading):
            continue
        own_sum = money(Money(Decimal(50), policy.currency), policy)
        sentence = topic.sentence.replace(SAMPLE_SUM, own_sum)
        if policy.organisation:
            sentence = sentence.replace(SAMPLE_NAME, policy.organisation)
        yield Problem(
            code="DOC01",
            severity=Severity.WARNING,
            message=f"Nothing here says {topic.name}: {topic.why}.",
            fix=Fix(label=f"Say {topic.name}", replacement=sentence),
        )


def leaks(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield an error for each authority limit or safety step that the public would read."""
    yield from internal_remarks(reading)
    policy = reading.policy
    opened = {
        clause.section: clause.span
        for clause in policy.of_kind(AudienceClause)
        if clause.audience is Audience.PUBLIC
    }
    for clause in policy.clauses:
        if clause.audience is not Audience.PUBLIC and clause.section not in opened:
            continue
        if isinstance(clause, Authority | ApprovalRule | CapRule):
            what, why = "says how much may be given", "people would ask for exactly that"
        elif isinstance(clause, Situation) and _is_about_safety(clause):
            what, why = "holds safety steps", "they protect the team only while they are not known"
        else:
            continue
        title = _title(policy.section(clause.section))
        yield Problem(
            code="AUT-03",
            severity=Severity.ERROR,
            message=f"This {what} and stands in a section that the public reads{title}: {why}. "
            'Move it, or write "This section is for our team only." there.',
            span=clause.span,
            fix=Fix(
                label="Keep the section to the team",
                replacement="This section is for our team only.",
                span=opened.get(clause.section),
            ),
        )


def internal_remarks(reading: Reading) -> Iterator[Problem]:
    """Yield remarks for the team that stand where the public reads them: "INTERNAL: …"."""
    words = words_of(reading)
    if words is None or not words.has("wording.internal"):
        return
    pattern = words.pattern("wording.internal")
    team = {one.slug for one in reading.policy.sections if one.audience is Audience.TEAM}
    for sentence in reading.sentences:
        written = sentence.span.of(reading.text)
        found = None if sentence.section in team else pattern.match(written)
        if found is not None:
            start = sentence.span.start
            yield Problem(
                code="AUT-03",
                severity=Severity.WARNING,
                message=f'"{found.group().strip()}" marks this as meant for the team, and the '
                "public reads this section. Move it to a section that begins with "
                '"This section is for our team only."',
                span=Span(start + found.start(), start + found.end()),
            )


def disputed_audiences(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for a section that says both that it is public and for the team only."""
    said: dict[str, AudienceClause] = {}
    for clause in reading.policy.of_kind(AudienceClause):
        first = said.setdefault(clause.section, clause)
        if first.audience is not clause.audience:
            line = place_of(reading.text, first.span.start).line
            yield Problem(
                code="STR-07",
                severity=Severity.WARNING,
                message=f"By line {line} this section is {_seen_by(first)}, and by this line "
                f"{_seen_by(clause)}. Keep the one that is true.",
                span=clause.span,
                related=(first.span,),
                ways_out=(
                    f'Keep "{first.text.strip()}" and take the other out.',
                    f'Keep "{clause.text.strip()}" and take the other out.',
                ),
            )


def _seen_by(clause: AudienceClause) -> str:
    return "public" if clause.audience is Audience.PUBLIC else "for the team only"


def _is_about_safety(clause: Situation) -> bool:
    return not clause.emergency and any(step.kind in SAFETY_STEPS for step in clause.steps)


def _title(section: Section | None) -> str:
    return f' ("{section.title}")' if section is not None and section.title else ""

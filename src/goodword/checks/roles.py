"""Roles that clauses speak of: whether they exist, and who stands in for them."""

import re
from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.checks.likeness import meant
from goodword.document.echo_amounts import capitalised, listed, role_name, spoken
from goodword.document.escalation_route import is_body
from goodword.document.reading import Reading
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.definition import OwnerClause, RoleClause
from goodword.policy.duty import Escalation, ReviewRule
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation
from goodword.policy.stage import Stage
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

# Who is meant by these needs no list.
EVERYBODY = frozenset(
    {"anyone", "anybody", "everyone", "everybody", "someone", "somebody", "we", "team", "staff"}
    | {"our_team", "any_team_member", "team_member", "all_staff", "no_one", "nobody"}
)


def named_roles(clause: Clause) -> tuple[str, ...]:
    """Return the slugs of the roles that a clause gives something to do."""
    found: tuple[str | None, ...] = ()
    if isinstance(clause, Authority):
        found = (clause.role, clause.approver)
    elif isinstance(clause, ApprovalRule):
        found = (clause.role, clause.approver, *clause.also, *clause.instead)
    elif isinstance(clause, Prohibition):
        found = (clause.role, *clause.except_roles)
    elif isinstance(clause, Escalation):
        found = (clause.to, *clause.also, clause.deputy)
    elif isinstance(clause, OwnerClause):
        found = (clause.role,)
    elif isinstance(clause, Stage | ReviewRule):
        found = (clause.owner,)
    elif isinstance(clause, RoleClause):
        found = (clause.deputy,)
    elif isinstance(clause, Situation):
        found = tuple(step.role for step in clause.steps)
    return tuple(slug for slug in found if slug is not None and slug not in EVERYBODY)


def nobody_there(reading: Reading, at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield each role that matters go to, and that is not listed or has nobody to stand in."""
    yield from unknown_roles(reading, at, evidence)
    yield from no_deputy(reading, at, evidence)


def unknown_roles(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield each role that is spoken of and that the policy does not list.

    An error where a matter would go to nobody, a warning where somebody may or must not.
    """
    policy = reading.policy
    # A role that is only used, never listed, is what this check is about.
    listed_roles = {clause.role for clause in policy.of_kind(RoleClause)}
    if not listed_roles:
        return
    for clause in policy.clauses:
        for slug in dict.fromkeys(named_roles(clause)):
            if slug not in listed_roles and not _is_outside(clause, slug):
                yield _unknown(reading, clause, slug)


def _is_outside(clause: Clause, slug: str) -> bool:
    """Whether customers may turn to a body outside: an ombudsman, or one with a name of its own."""
    if not isinstance(clause, Escalation) or clause.strength is not Strength.MAY:
        return False
    if is_body(slug):
        return True
    words = r"\s+".join(rf"{re.escape(word[:1].upper() + word[1:])}" for word in slug.split("_"))
    return re.search(rf"\b{words}\b", clause.text) is not None


def _unknown(reading: Reading, clause: Clause, slug: str) -> Problem:
    policy = reading.policy
    word = spoken(slug)
    names = [role_name(one, policy) for one in _listed(policy)]
    near = meant(word, names)
    question = f" Did you mean {listed((f'the {name}' for name in near), 'or')}?" if near else ""
    span = _place_of(word, clause.span, reading.text)
    return Problem(
        code="ES02",
        severity=Severity.WARNING if _is_about_doing(clause, slug) else Severity.ERROR,
        message=f'I don\'t know "{word}". Roles here: {listed(names)}.{question} '
        f'If it is a role of its own, add "{word}" where the policy lists its roles.',
        span=span,
        understood=(("role", "?"),),
        fix=_respelled(reading, clause, span, near[0] if near else _owner(policy)),
    )


def _listed(policy: Policy) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause.role for clause in policy.of_kind(RoleClause)))


def _is_about_doing(clause: Clause, slug: str) -> bool:
    """Whether the role is the one who may or must not, rather than the one a matter goes to."""
    return isinstance(clause, Authority | ApprovalRule | Prohibition) and clause.role == slug


def _place_of(word: str, span: Span, text: str) -> Span:
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    found = re.search(rf"\b{pattern}(?:e?s)?\b", span.of(text), re.IGNORECASE)
    if found is None:
        return span
    return Span(span.start + found.start(), span.start + found.end())


def _owner(policy: Policy) -> str:
    """Return who is told where nobody else is known; empty for a policy without an owner."""
    return role_name(policy.owner, policy) if policy.owner is not None else ""


def _respelled(reading: Reading, clause: Clause, span: Span, name: str) -> Fix | None:
    if span == clause.span or not name:
        return None
    said = span.of(reading.text)
    name = capitalised(name) if said[:1].isupper() else name
    plural = said.endswith("s") and not name.endswith("s")
    return Fix(
        label=f"Say {name}",
        replacement=clause.text.replace(said, f"{name}s" if plural else name),
        span=clause.span,
    )


def no_deputy(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each role that matters go up to and that nobody stands in for.

    A policy with a single role has nobody to name, and is left alone.
    """
    policy = reading.policy
    if len(_listed(policy)) < 2:
        return
    warned: set[str] = set()
    for clause in policy.of_kind(Escalation):
        role = next((one for one in policy.roles if one.slug == clause.to), None)
        if (
            role is None
            or role.slug not in _listed(policy)
            or role.deputy
            or clause.deputy
            or role.slug in warned
        ):
            continue
        warned.add(role.slug)
        yield _alone(policy, clause, role.slug)


def _alone(policy: Policy, clause: Escalation, slug: str) -> Problem:
    name = role_name(slug, policy)
    other = next(role_name(one, policy) for one in _listed(policy) if one != slug)
    return Problem(
        code="ES02",
        severity=Severity.WARNING,
        message=f"Matters go up to the {name}, and nobody stands in when the {name} is away.",
        span=clause.span,
        fix=Fix(
            label="Say who stands in",
            replacement=f"When the {name} is away, the {other} takes over.",
        ),
    )

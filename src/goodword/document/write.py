"""Policy → text: Markdown again, each clause in its own words where it has them."""

import re
from collections.abc import Iterator, Mapping

from goodword.document.echo import echo
from goodword.document.echo_amounts import duration, money
from goodword.document.echo_promise import anchor
from goodword.document.read import read_sentence
from goodword.document.write_situation import situation_text
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause
from goodword.policy.policy import ClauseText, Policy, Section
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration
from goodword.policy.situation import Situation

_HEADING = re.compile(r"^#+ .*\n*")
_BLANK = "\n\n"


def write(policy: Policy) -> str:
    """Return the policy as Markdown; `read(write(policy)).policy == policy`.

    Prose and clauses stand as they were written. A clause without `text` (because a value of it was
    changed) is written anew: in the author's sentence where only a number changed, else as its
    echo. A clause that stands in no section's text goes to the end of its section; one that the
    policy no longer has is left out.
    """
    clauses = {clause.id: clause for clause in policy.clauses}
    told = {
        one
        for section in policy.sections
        for part in section.parts
        if isinstance(part, ClauseText)
        for one in part.ids
    }
    homeless = [clause for clause in policy.clauses if clause.id not in told]
    last = policy.sections[-1].slug if policy.sections else ""
    slugs = {section.slug for section in policy.sections}
    pieces = []
    for section in policy.sections:
        pieces.append(_section(section, clauses, policy))
        added = [
            clause
            for clause in homeless
            if (clause.section if clause.section in slugs else last) == section.slug
        ]
        pieces.extend(f"{_BLANK}{_body(clause, policy)}{_BLANK}" for clause in added)
    if not policy.sections:
        pieces.extend(f"{_body(clause, policy)}{_BLANK}" for clause in homeless)
    return "".join(pieces)


def _section(section: Section, clauses: Mapping[str, Clause], policy: Policy) -> str:
    pieces = [_heading(section, clauses)]
    for part in section.parts:
        if not isinstance(part, ClauseText):
            pieces.append(f"{part.text}{part.gap}")
            continue
        here = tuple(clauses[one] for one in part.ids if one in clauses)
        if len(here) == len(part.ids) and all(clause.text for clause in here):
            pieces.append(f"{part.text}{part.gap}")
        elif here:
            pieces.append(f"{_anew(part, here, section, policy)}{part.gap}")
    return "".join(pieces)


def _heading(section: Section, clauses: Mapping[str, Clause]) -> str:
    title = section.title
    for part in section.parts:
        for one in part.ids if isinstance(part, ClauseText) else ():
            clause = clauses.get(one)
            # A situation is named by its heading, so a new name is a new heading; what stands as
            # it was read may be named by its own first words.
            if type(clause) is Situation and not clause.text and clause.name not in title:
                title = f"When {clause.name}"
    if section.level == 0 or (section.heading and title in section.heading):
        return section.heading
    return f"{'#' * section.level} {title}{_BLANK}"


def _body(clause: Clause, policy: Policy) -> str:
    """Return a clause's own text or its echo, without the heading of a situation."""
    if clause.text and type(clause) is not Situation:
        return clause.text
    return _HEADING.sub("", echo(clause, policy))


def _anew(part: ClauseText, here: tuple[Clause, ...], section: Section, policy: Policy) -> str:
    """Return the stretch with its clauses as they are now: the first way that reads back."""
    if any(type(clause) is Situation for clause in here):
        return situation_text(part.text, here, section, policy)
    ways = _ways(part, here, section, policy)
    return next(
        (way for way in ways if read_sentence(way, policy, section=section.slug) == here),
        "\n".join(echo(clause, policy) for clause in here),
    )


def _ways(
    part: ClauseText, here: tuple[Clause, ...], section: Section, policy: Policy
) -> Iterator[str]:
    before = read_sentence(part.text, policy, section=section.slug)
    if len(before) == len(here) == len(part.ids):
        yield _renumbered(part.text, before, here, policy)
    if len(here) == 1:
        marker = re.match(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+", part.text)
        yield (marker[0] if marker else "") + echo(here[0], policy)
    yield "\n".join(clause.text or echo(clause, policy) for clause in here)


def _renumbered(
    text: str, before: tuple[Clause, ...], now: tuple[Clause, ...], policy: Policy
) -> str:
    """Return the author's own text with each changed limit in the place of the old one."""
    place = 0
    for was, is_now in zip(before, now, strict=True):
        old, new = _limit(was, policy), _limit(is_now, policy)
        at = text.find(old, place) if old else -1
        if at < 0:
            continue
        if old != new:
            text = f"{text[:at]}{new}{text[at + len(old) :]}"
        place = at + len(new)
    return text


def _limit(clause: Clause, policy: Policy) -> str:
    if isinstance(clause, Authority):
        return money(clause.limit, policy) if clause.limit else ""
    if not isinstance(clause, Promise):
        return ""
    limit = clause.limit
    return duration(limit) if isinstance(limit, Duration) else anchor(limit)

"""Phrases that the sentences of clauses share, in the words of a pack."""

import re

from goodword.document.form_condition import opposite
from goodword.document.form_frame import is_scope
from goodword.document.form_words import listed
from goodword.document.form_written import role_as_written, written
from goodword.language.pack import Pack
from goodword.language.role import ANYONE, role_slug
from goodword.language.word import slug
from goodword.policy.clause import Clause
from goodword.policy.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Not,
    Quantified,
    Relation,
)
from goodword.policy.policy import Policy


def template(pack: Pack, name: str, /, **slots: object) -> str:
    """Return a whole sentence with its slots filled."""
    text: str = pack.words("echo.templates")[name]
    return text.format(**slots)


def part(pack: Pack, name: str, /, **slots: object) -> str:
    """Return part of a sentence with its slots filled."""
    text: str = pack.words("echo.parts")[name]
    return text.format(**slots)


def frame(clause: Clause, pack: Pack) -> dict[str, str]:
    """Return what a clause depends on and what it leaves out, for the end of its sentence."""
    return {
        "condition": depends(clause.condition, pack),
        "exception": _unless(clause.exception, pack),
    }


def depends(condition: Condition | None, pack: Pack) -> str:
    """Return a condition with its conjunctions: `, wenn …`, and `, nur für …` for a scope."""
    if condition is None:
        return ""
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    plain = [one for one in parts if not is_scope(one, pack)]
    scopes = [one.words for one in parts if is_scope(one, pack) and isinstance(one, Fact)]
    said = ""
    if plain:
        words = condition_words(AllOf(tuple(plain)) if len(plain) > 1 else plain[0], pack)
        said = pack.phrase("echo.condition").format(words=words)
    return said + "".join(pack.phrase("echo.only").format(words=one) for one in scopes)


def _unless(condition: Condition | None, pack: Pack) -> str:
    if condition is None:
        return ""
    words = condition_words(condition, pack)
    finite = pack.has("conditions.finite") and pack.pattern("conditions.finite").search(words)
    entry = "echo.exception_if" if finite and pack.has("echo.exception_if") else "echo.exception"
    return pack.phrase(entry).format(words=words)


def condition_words(condition: Condition, pack: Pack) -> str:
    """Return a condition in the author's words, without its conjunction."""
    match condition:
        case Fact() | Compare() | Relation() | Quantified():
            return condition.words or condition.name.replace("_", " ")
        case Not():
            return opposite(condition_words(condition.part, pack), pack)
        case AllOf():
            return listed((condition_words(one, pack) for one in condition.parts), pack)
        case AnyOf():
            return listed((condition_words(one, pack) for one in condition.parts), pack, "or")


def role_words(wanted: str, clause: Clause, policy: Policy, pack: Pack, case: str = "") -> str:
    """Return a role as the policy writes it.

    With a `case` that the pack knows (`roles.cases`), its article stands before it where the
    policy writes it so somewhere.
    """
    said = _bare_role(wanted, clause, policy, pack)
    if not pack.has("roles.cases") or wanted == ANYONE:
        return said
    source = pack.words("roles.cases").get(case)
    if source is None:
        return said
    article = pack.compiled(rf"(?<!\w)(?P<article>{source}) {re.escape(said.lower())}(?!\w)")
    for text in (clause.text, *(one.text for one in policy.clauses)):
        found = article.search(text.lower())
        if found is not None:
            plain = pack.words("roles.articles").get(found["article"], found["article"])
            return f"{plain} {said}"
    return said


def _bare_role(wanted: str, clause: Clause, policy: Policy, pack: Pack) -> str:
    if wanted == ANYONE:
        return pack.phrase("echo.anyone_inside")
    named = next((one.name for one in policy.roles if one.slug == wanted), "")
    if named and role_slug(named.lower(), pack) == wanted and named != wanted.replace("_", " "):
        return named
    texts = (clause.text, *(one.text for one in policy.clauses))
    return role_as_written(wanted, texts, pack) or named or wanted.replace("_", " ")


def slug_words(wanted: str, clause: Clause, pack: Pack) -> str:
    """Return the author's own words for a slug, else the slug in words."""
    found = written(wanted, clause.text, lambda words: slug(words, pack=pack)) if wanted else None
    return found or wanted.replace("_", " ")

"""Roles as people name them: `any member of staff`, `the practice manager`, `receptionists`."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.language.word import singular, slug

ANYONE = "anyone"
_ANYONE = re.compile(
    r"^(?:(?:any|every|all|each)(?:one|body)?(?: of)?(?: (?:our|the|us))?(?: (?:frontline|front-line|"
    r"front line|customer[- ]facing|team|staff|new))*(?: (?:members?(?: of (?:the |our )?(?:staff|team)"
    r")?|staff|employees?|colleagues?|workers?|agents? of ours|teams?|people|person))*"
    r"|(?:our |the |front[ -]?line |customer[- ]facing )?(?:staff(?: members?)?|team members?|employees|"
    r"colleagues|members of (?:staff|the team|our team)|(?:a |one )member of (?:staff|the team|our team)"
    r"|(?:our|the|whole|entire) team|team)|we|no[ -]?one|nobody|no (?:member of staff|employee|staff"
    r"|team member)|(?:a )?member of (?:staff|the team|our team)|a colleague)$"
)
_LEADING = re.compile(
    r"^(?:(?:the|a|an|any|all|every|each|our|your|their|its|one of (?:the|our)|only|both|new)\s+)+"
)
_TRAILING = re.compile(
    r"\s*(?:,| who\b| on\b(?!-)| in (?:the|our|charge|writing|advance|person|all)\b| first\b| beforehand\b| at\b| with\b| when\b| if\b| that\b| for\b"
    r"| by\b| directly\b| as\b| immediately\b| only\b| alone\b| themselves\b| or (?:above|higher|more)).*$"
)
CUSTOMERS = re.compile(
    r"^(?:the |a |an |our |your |any |all |every |each )*(?:you|them|him|her|it|us|me|customers?|clients?|"
    r"patients?|guests?|callers?|complainants?|members?|users?|visitors?|residents?|tenants?|students'|"
    r"citizens?|applicants?|passengers?|people|person|public|consumers?|claimants?|parents?|famil(?:y|ies)|"
    r"subscribers?|owner of the case|everyone concerned|what|why|how|whether|that|when)$"
)


def role_slug(words: str) -> str | None:
    """Return the slug of a role as written in small letters, in the singular; None for none."""
    text = words.strip(" .,;:\"'").replace("'s", "").replace("s'", "s")
    if _ANYONE.match(text):
        return ANYONE
    text = _TRAILING.sub("", text)
    if _ANYONE.match(text):
        return ANYONE
    text = _LEADING.sub("", text).strip()
    if not text or len(text.split()) > 7:
        return None
    head, of, rest = text.partition(" of ")
    parts = head.split()
    if not parts:
        return None
    parts[-1] = singular(parts[-1])
    return slug(" ".join(parts) + (f" of {rest}" if of else "")) or None


def role_name(words: str) -> str:
    """Return a role's name without article and explanation, as written."""
    low = words.lower()
    found = _TRAILING.search(low)
    text = words[: found.start()] if found else words
    leading = _LEADING.match(text.lower())
    return (text[leading.end() :] if leading else text).strip(" .,;:")


def named(slug_of_role: str) -> str:
    """Return the name that a slug stands for: `practice_manager` is "practice manager"."""
    return slug_of_role.replace("_", " ")

"""Answers of who, where and when."""

import re

from goodword.document.echo import echo
from goodword.document.places_named import place_named
from goodword.document.read import read
from goodword.policy.authority import ApprovalRule
from goodword.policy.definition import EffectiveClause, RoleClause
from goodword.starters.answer_numbers import is_alone
from goodword.starters.place import zone_of_place
from goodword.starters.question import Answers
from goodword.starters.taken import GRAVE, HOURS, Again, Taken, trouble

# What one word alone can name somebody by; another with a capital is somebody's own name.
_JOBS = frozenset(
    {"manager", "owner", "director", "supervisor", "lead", "leader", "head", "boss", "principal"}
    | {"partner", "foreman", "chef", "captain", "matron", "warden", "coordinator", "secretary"}
    | {"president", "chair", "dean", "officer", "steward", "host", "doctor", "dentist", "vet"}
)


def lead_of(words: str, answers: Answers) -> Taken | Again:
    """Return the role that decides, or whom somebody who works alone asks."""
    said = words.strip(" .")
    said = re.sub(r"^(?:that is |it is |it's |ask )", "", said, flags=re.IGNORECASE)
    if is_alone(answers):
        return trouble(f"A second opinion comes from {said}.") or Taken(said)
    if re.fullmatch(r"(?:me|i|i do|myself|the owner|owner)", said.lower()):
        return Taken("the owner")
    if re.fullmatch(r"[A-Z][a-z]+", said) and said.lower() not in _JOBS:
        return Again(f"People change, jobs stay: say what {said} is, such as the shop manager.")
    said = re.sub(r"^(?:the|our|a|an|my) ", "", said, flags=re.IGNORECASE)
    said = said if said.isupper() else f"{said[:1].lower()}{said[1:]}"
    sentence = f"Refunds over £50 need the {said}'s approval."
    policy = read(f"Our team has two roles: the {said} and colleagues.\n\n{sentence}\n").policy
    roles = {one.role for one in policy.of_kind(RoleClause) if one.name.lower() == said.lower()}
    approvers = {one.approver for one in policy.of_kind(ApprovalRule)}
    if not approvers or not approvers <= roles or not re.fullmatch(r"[\w' -]{2,40}", said):
        return Again("Say it as a job, such as the shop manager: people change, jobs stay.")
    return Taken(f"the {said}")


def place_of(words: str, _: Answers) -> Taken | Again:
    """Return the place whose public holidays hold, as it was written."""
    said = words.strip(" .")
    said = re.sub(r"^(?:in|we are in|we're in) ", "", said, flags=re.IGNORECASE)
    found = place_named(said)
    reading = read(f"Public holidays are those of {said}.\n")
    hours = read(f"Public holidays are those of {said}.\n{HOURS}").policy.hours
    grave = any(one.severity in GRAVE for one in reading.problems)
    if found is None or hours is None or grave or not re.fullmatch(r"[\w ,.'-]{2,60}", said):
        return Again(
            f'I do not know the public holidays of "{said}". Name a country, or a state and its '
            "country, such as Victoria, Australia."
        )
    if zone_of_place(found) is None:
        return Again(
            f"{said} has more than one time zone. Name the state or region as well, such as "
            "Victoria, Australia."
        )
    return Taken(said)


def start_of(words: str, _: Answers) -> Taken | Again:
    """Return the day from which the policy holds, as a whole sentence."""
    said = re.sub(r"^(?:from|on|the) ", "", words.strip(" ."), flags=re.IGNORECASE)
    sentence = f"This policy applies from {said}."
    policy = read(f"{sentence}\n").policy
    clauses = policy.of_kind(EffectiveClause)
    if len(clauses) != 1 or clauses[0].applies_from is None:
        return Again("Write the day with its year, such as 1 March 2027.")
    return Taken(echo(clauses[0], policy))

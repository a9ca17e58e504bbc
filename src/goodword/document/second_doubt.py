"""A reading that its words do not bear out: it stays, and is said back with a question."""

import re
from collections.abc import Mapping
from dataclasses import replace

from goodword.document.escalation_route import is_body
from goodword.document.kind_shares import marked_shares, plain_shares
from goodword.document.second_metric import unlikely_metric
from goodword.document.second_reading import (
    CONDUCT,
    PERMITTED_CUE,
    kind_of,
    kind_of_clauses,
)
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.weights import weights
from goodword.policy.authority import Eligibility, Precondition
from goodword.policy.clause import Strength
from goodword.policy.definition import TermClause
from goodword.policy.duty import Escalation
from goodword.policy.situation import Conduct, Situation
from goodword.policy.stage import Stage
from goodword.problem import Severity

# Below what share of the words' weight a rule is said back, and one of a kind with few words of its
# own; from what share on the words of conduct, which has many forms, speak of no rule at all.
BORNE, BARELY, UNRULED = 0.85, 0.6, 0.5
# From what share of the bare words on nothing more is looked for.
PLAINLY = 0.95
_ANYONE_MAY = re.compile(r"\b(?:any|every)(?:one|body) may\b")
_YOU_MAY = re.compile(r"\byou (?:can|may|could|are (?:free|entitled) to)\b")
_STAGED = re.compile(r"stage (?:\d|one|two|three)\b")
_OF_CONDUCT = (Situation, Conduct, Eligibility, Precondition, TermClause, Stage)
_WORDY = {"promise", "authority", "escalation"}


def doubted(read: Understood, text: str, setting: Setting, context: str = "") -> Understood:
    """Return what was read, with a question where its words speak for something else as well.

    Nothing is asked twice: a reading with a warning stays as it is. Costs a look at each word;
    English only.
    """
    if not read.clauses or read.almost:
        return read
    if any(one.severity in {Severity.WARNING, Severity.ERROR} for one in read.findings):
        return read
    if _is_their_way(read, text) or not _is_borne(read, text, setting, context):
        return replace(read, findings=(*read.findings, unsure(text, read.clauses)))
    asked = unlikely_metric(read, text, setting, context)
    return replace(read, findings=(*read.findings, asked)) if asked is not None else read


def _is_their_way(read: Understood, text: str) -> bool:
    """Whether we would tell a body outside, where the sentence says that people may go there."""
    ours = any(
        isinstance(one, Escalation) and one.strength is not Strength.MAY and is_body(one.to)
        for one in read.clauses
    )
    return ours and _YOU_MAY.search(normal(text)) is not None


def _is_borne(read: Understood, text: str, setting: Setting, context: str) -> bool:
    """Whether the words of a sentence speak for what was read."""
    kind, kinds = kind_of(read), {kind_of_clauses((one,)) for one in read.clauses}
    if kind == "other" and not any(isinstance(one, _OF_CONDUCT) for one in read.clauses):
        return True
    low = normal(text)
    if weights("kinds") is None or (len(kinds) > 1 and "other" in kinds) or _STAGED.match(low):
        # A stage or a goal beside its promise has a form that leaves no doubt.
        return True
    if kind == "authority" and (PERMITTED_CUE.search(low) or _ANYONE_MAY.search(low)):
        return True
    # Words alone mostly leave no doubt, and cost less than all the marks of a sentence.
    if _share(plain_shares(text, kind), kinds) >= PLAINLY:
        return True
    share = _share(marked_shares(text, setting.heading, context, kind), kinds)
    if kind == "other":
        return share > UNRULED
    return share >= (BORNE if kinds <= _WORDY else BARELY)


def _share(shares: Mapping[str, float], kinds: set[str]) -> float:
    """Return how likely these kinds of clauses are; of conduct, any rule at all."""
    if kinds == {"other"}:
        return 1 - shares["prose"] - shares["almost"]
    beside = CONDUCT if kinds <= _WORDY else (*CONDUCT, "other")
    return sum(shares.get(one, 0) for one in (*kinds, *beside))

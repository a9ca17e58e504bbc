"""A reading that its words do not bear out: it stays, and is said back with a question."""

import re
from dataclasses import replace

from goodword.document.second_reading import (
    CONDUCT,
    PERMITTED_CUE,
    first_mark,
    is_plain_kind,
    kind_of,
    kind_of_clauses,
)
from goodword.document.second_said import unsure
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.weights import weights
from goodword.problem import Severity

# Below what share of the words' weight a rule is said back, and one of a kind with few words of its
# own; from what share on the words of conduct, which has many forms, speak of no rule at all.
BORNE, BARELY, UNRULED = 0.85, 0.6, 0.5
_ANYONE_MAY = re.compile(r"\b(?:any|every)(?:one|body) may\b")
_STAGED = re.compile(r"stage (?:\d|one|two|three)\b")
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
    if _is_borne(read, text, setting, context):
        return read
    return replace(read, findings=(*read.findings, unsure(text, read.clauses)))


def _is_borne(read: Understood, text: str, setting: Setting, context: str) -> bool:
    """Whether the words of a sentence speak for what was read."""
    table, low = weights("kinds"), normal(text)
    kind, kinds = kind_of(read), {kind_of_clauses((one,)) for one in read.clauses}
    if table is None or (len(kinds) > 1 and "other" in kinds) or _STAGED.match(low):
        # A stage or a goal beside its promise has a form that leaves no doubt.
        return True
    if kind == "authority" and (PERMITTED_CUE.search(low) or _ANYONE_MAY.search(low)):
        return True
    if kind != "other" and is_plain_kind(table, text, kind):
        return True
    shares = table.shares((*marks_of(text, setting.heading, context), first_mark(kind)))
    if kind == "other":
        return shares["prose"] + shares["almost"] < UNRULED
    wordy = kinds <= _WORDY
    beside = CONDUCT if wordy else (*CONDUCT, "other")
    borne = sum(shares.get(one, 0) for one in (*kinds, *beside))
    return borne >= (BORNE if wordy else BARELY)

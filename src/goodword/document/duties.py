"""Surveys, training, reviews, publication and how long records are kept."""

import dataclasses

from goodword.document.duty_records import publication, retention
from goodword.document.duty_review import review
from goodword.document.duty_survey import survey
from goodword.document.duty_training import training
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.cued import Cued, stands
from goodword.language.normal import even, normal
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.quantity import Duration
from goodword.problem import Severity

# Without one of these a sentence lays down no duty: it need not be searched.
_HINTS = (
    "survey|questionnaire|feedback|review|revis|look|updat|complet|practi|train|refresh|lesson|"
    "induction|learn|course|module|keep|kept|retain|stor|hold|held|archiv|publish|report|post|"
    "share|delet|eras|destroy|shred|wipe|purg|discard|remov|appear|displa|policy|anonymi|remain|"
    "print|rehears|retak|handbook|charter|check|record|role-play|roleplay|role play"
)
_HINT = Cued(r"\b(?:ask|put)|stays? on|stay in", "ask|put|stay on|stays on|stay in")
_PLAINLY = tuple(_HINTS.split("|"))


def duty(text: str, setting: Setting) -> Understood | None:
    """Return the duty that the sentence lays down, or None where it lays down none."""
    del setting
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if not stands(_PLAINLY, low) and _HINT.search(low) is None:
        return None
    times = tuple(one for one in times_in(low) if not one.vague)
    understood = (
        survey(plain, low, times)
        or review(plain, low, times)
        or training(low, times)
        or retention(low, times)
        or publication(low, times)
    )
    return _with_unused(understood, plain, times) if understood is not None else None


def _with_unused(understood: Understood, plain: str, times: tuple[TimePhrase, ...]) -> Understood:
    """Return the same, with a warning of a length of time that no part of the duty holds."""
    if not understood.clauses or understood.findings:
        return understood
    held = [
        (one.amount, one.unit)
        for clause in understood.clauses
        for field in dataclasses.fields(clause)
        if isinstance(one := getattr(clause, field.name), Duration)
    ]
    for one in times:
        if (
            one.role != "every"
            and isinstance(one.limit, Duration)
            and (one.limit.amount, one.limit.unit) not in held
        ):
            finding = Finding(
                "TX06",
                Severity.WARNING,
                f'I have made no use of "{plain[one.start : one.end]}". Give it a sentence of its '
                "own, so that it is kept too.",
                one.start,
                one.end,
            )
            return dataclasses.replace(understood, findings=(finding,))
    return understood

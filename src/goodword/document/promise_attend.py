"""Whoever comes to where the matter is has begun with it: that is no end of it, and no call."""

from goodword.document.promise_sentence import PromiseSentence
from goodword.document.setting import Finding
from goodword.language.pack import ENGLISH
from goodword.policy.promise import Metric, Promise
from goodword.problem import Severity


def attends(low: str) -> tuple[int, int] | None:
    """Return where small letters say that somebody comes: "attends", "is with you in an hour"."""
    found = ENGLISH.compiled(r"\b(?:<<lexicon.attends>>)").search(low)
    return found.span() if found else None


def come_to(it: PromiseSentence, made: list[Promise]) -> list[Finding]:
    """Return the warning that coming is counted as the first response, where no end is promised."""
    if not made or any(one.metric is not Metric.FIRST_RESPONSE for one in made):
        return []
    here = attends(it.low)
    if (place := here or attends(it.context)) is None:
        return []
    said = (it.text if here else it.context)[slice(*place)]
    return [
        Finding(
            "PR16",
            Severity.WARNING,
            f'"{said}" is a moment that nothing records, so I count the first response: a reply by '
            "phone would do as well. If you mean that the work is done by then, say by when it is "
            "completed.",
            0,
            it.times[-1].end,
        )
    ]

"""Numbers about promises and people: from when they run, what shows them, and whom they rank."""

from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.checks.visible import sentence_over, spoken_for
from goodword.checks.wording import words_of
from goodword.document.reading import Reading
from goodword.policy.duty import SurveyRule
from goodword.policy.promise import Promise, Quality, QualityGoal
from goodword.policy.quantity import Duration
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

NOT_TO_PUNISH = "Numbers are here to find what to mend, and are never used to punish anybody."
STARTS = "Every time in this policy runs from when your message reaches us."


def goals_unasked(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for a share of satisfied people where nobody is asked."""
    policy, words = reading.policy, words_of(reading)
    if words is None or any(rule.event for rule in policy.of_kind(SurveyRule)):
        return
    for goal in policy.of_kind(QualityGoal):
        if goal.quality is Quality.SATISFACTION:
            asking = str(words.words("presence.MEA-01")["sentence"])
            yield Problem(
                code="MEA-03",
                severity=Severity.WARNING,
                message="Nobody is asked here, so nobody can tell how many are satisfied. Say when "
                "you ask them, or leave the number out.",
                span=goal.span,
                fix=Fix("Ask them", asking.replace("{serves}", policy.serves)),
            )
            return


def unsaid_starts(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield one note where no promise says from when its time runs."""
    promises = [one for one in reading.policy.of_kind(Promise) if isinstance(one.limit, Duration)]
    words = words_of(reading)
    if not promises or words is None or not words.has("wording.starts"):
        return
    if any(one.start for one in promises) or words.pattern("wording.starts").search(reading.text):
        return
    yield Problem(
        code="PR11",
        severity=Severity.INFO,
        message="No promise says from when its time runs. I count from when a message, a call or a "
        "visitor arrives; say so, for those who read it.",
        span=promises[0].span,
        fix=Fix("Say from when", STARTS, Span(promises[0].span.end, promises[0].span.end)),
    )


def ranked_people(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each sentence by which the people of a team are ranked."""
    words = words_of(reading)
    if words is None or not words.has("wording.ranking"):
        return
    text = spoken_for(reading.text)
    low = text.lower()
    if not any(cue in low for cue in words.names("wording.ranking_cues")):
        return
    pattern, unless = words.pattern("wording.ranking"), words.pattern("wording.not_ranking")
    for match in pattern.finditer(text):
        span = Span(*match.span())
        sentence = sentence_over(reading, span)
        if sentence is not None and unless.search(sentence.text):
            continue
        yield Problem(
            code="PRV-06",
            severity=Severity.WARNING,
            message=f'"{match.group()}" sets people against each other, and whoever fears a number '
            "looks after the number. Let each see their own, and talk about the team's.",
            span=span,
            fix=Fix("Say what numbers are for", NOT_TO_PUNISH),
        )

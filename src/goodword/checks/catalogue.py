"""The one list of checks."""

from collections.abc import Mapping
from datetime import date

from goodword.checks import (
    artefacts,
    channels,
    contradictions,
    escalations,
    ladders,
    opening_hours,
    review_dates,
    roles,
    sections,
    wording,
)
from goodword.checks.definition import Check, Confidence, Run
from goodword.problem import Severity

SEEN = date(2026, 11, 22)
READING = "How people really write promises: a study of published charters"
PLAIN = "Plain-language guides for public services"


def _noticed_while_reading(
    code: str, name: str, again: str, description: str, severity: Severity
) -> Check:
    return Check(code, name, again, description, READING, SEEN, Confidence.CERTAIN, severity)


def _check(
    confidence: Confidence,
    code: str,
    name: str,
    again: str,
    description: str,
    source: str,
    severity: Severity,
    run: Run,
) -> Check:
    return Check(code, name, again, description, source, SEEN, confidence, severity, run)


# What the reader itself says of a sentence.
SENTENCE_CHECKS = (
    _noticed_while_reading(
        "PR01",
        "promise without a time",
        "again, no time",
        "A promise says what, and not by when.",
        Severity.WARNING,
    ),
    _noticed_while_reading(
        "PR02",
        "hedged promise",
        "again, a hedge",
        'A promise with "we aim to" or "usually": measured, but a miss goes up to nobody.',
        Severity.INFO,
    ),
    _noticed_while_reading(
        "PR03",
        "vague number",
        "again, a vague number",
        'A promise with "a few" or "or so" in place of a number.',
        Severity.WARNING,
    ),
    _noticed_while_reading(
        "PR04",
        "range of time",
        "again, a range",
        "A promise with two ends; the longer one is what counts.",
        Severity.WARNING,
    ),
    _noticed_while_reading(
        "PR05",
        "unclear unit of time",
        "again, an unclear unit",
        "Hours or days that may be counted while open or round the clock.",
        Severity.WARNING,
    ),
)

CHECKS = (
    _check(
        Confidence.CERTAIN,
        "DOC02",
        "working time without opening hours",
        "again, no opening hours",
        "Working time is promised, and no opening hours are written.",
        "What our words mean when they run",
        Severity.ERROR,
        opening_hours.missing_hours,
    ),
    _check(
        Confidence.CERTAIN,
        "HRS01",
        "hours that never open",
        "again, never open",
        "Opening hours that leave no moment in which we are open.",
        "What our words mean when they run",
        Severity.ERROR,
        opening_hours.never_open,
    ),
    _check(
        Confidence.CERTAIN,
        "HRS02",
        "conflicting opening hours",
        "again, other hours",
        "One day is given two openings that overlap and differ.",
        "What our words mean when they run",
        Severity.ERROR,
        opening_hours.conflicting_hours,
    ),
    _check(
        Confidence.CERTAIN,
        "DOC04",
        "contradiction",
        "again, a contradiction",
        "Two sentences answer one case differently; the case is shown.",
        "Conflicts of rules as in Catala and Cedar",
        Severity.ERROR,
        contradictions.contradictions,
    ),
    _check(
        Confidence.CERTAIN,
        "STR-05",
        "unknown role",
        "again, an unknown role",
        "A clause gives something to do to a role that the policy does not list.",
        "ISO 10002:2018, clause 5; founding article W, line 5",
        Severity.ERROR,
        roles.unknown_roles,
    ),
    _check(
        Confidence.CERTAIN,
        "AUT-03",
        "staff-only matter in a public section",
        "again, not for the public",
        "An authority limit or a safety step stands where the public reads it.",
        "Publishing against promising: publish promises, keep limits to the team",
        Severity.ERROR,
        sections.leaks,
    ),
    _check(
        Confidence.CERTAIN,
        "AU02",
        "gap in the ladder",
        "again, a gap",
        "There are amounts that nobody may decide.",
        "Decision tables: gaps and overlaps",
        Severity.WARNING,
        ladders.ladder_gaps,
    ),
    _check(
        Confidence.CERTAIN,
        "AU04",
        "overlap in the ladder",
        "again, an overlap",
        "Two sentences send the same amounts to different people.",
        "Decision tables: gaps and overlaps",
        Severity.WARNING,
        ladders.ladder_overlaps,
    ),
    _check(
        Confidence.CERTAIN,
        "ES03",
        "escalation after the promise is broken",
        "again, too late",
        "Somebody is told only when there is nothing left to save.",
        "What our words mean when they run",
        Severity.WARNING,
        escalations.late_escalations,
    ),
    _check(
        Confidence.LIKELY,
        "ES02",
        "nobody stands in",
        "again, nobody stands in",
        "Matters go up to a role for which the policy names no deputy.",
        "Published charters; ISO 10002:2018, clause 5",
        Severity.WARNING,
        roles.no_deputy,
    ),
    _check(
        Confidence.LIKELY,
        "DOC01",
        "nothing said of",
        "again, nothing said of",
        "The policy does not speak of something that every policy needs.",
        "Founding article P, lines 87 to 92; ISO 10001:2018",
        Severity.WARNING,
        sections.missing_sections,
    ),
    _check(
        Confidence.CERTAIN,
        "RV01",
        "review without an interval",
        "again, no interval",
        "A review is promised, and not how often.",
        "Founding article P, line 105; founding article W, line 23",
        Severity.WARNING,
        review_dates.no_interval,
    ),
    _check(
        Confidence.CERTAIN,
        "RV02",
        "review date passed",
        "again, passed",
        "By its own words the policy should have been reviewed by now.",
        "Founding article P, line 105",
        Severity.WARNING,
        review_dates.passed_date,
    ),
    _check(
        Confidence.LIKELY,
        "PUB-01",
        "left over in the text",
        "again, left over",
        "A placeholder, the path of a file, or a sentence that stands there twice.",
        "Founding article P, line 132; founding article W, line 45",
        Severity.WARNING,
        artefacts.left_over,
    ),
    _check(
        Confidence.LIKELY,
        "PUB-02",
        "number without a source",
        "again, no source",
        "A claim about people in numbers, and nothing that says where it comes from.",
        "A widely quoted share of leaving customers, and the survey that did not say so",
        Severity.WARNING,
        artefacts.unsourced_claims,
    ),
    _check(
        Confidence.LIKELY,
        "CMP-16",
        "apology that is none",
        "again, no apology",
        "Words that sound sorry and leave open what for.",
        "Regret, reason, remedy: guidance on apology of ombudsman offices",
        Severity.WARNING,
        wording.non_apologies,
    ),
    _check(
        Confidence.OPINION,
        "ST01",
        "jargon or unexplained abbreviation",
        "again, jargon",
        "A word that insiders use and the people we serve do not.",
        PLAIN,
        Severity.WARNING,
        wording.jargon,
    ),
    _check(
        Confidence.OPINION,
        "ST02",
        "long sentence",
        "again, a long sentence",
        "A sentence of more than 25 words.",
        PLAIN,
        Severity.HINT,
        wording.long_sentences,
    ),
    _check(
        Confidence.LIKELY,
        "CHN-01",
        "channel without a promise",
        "again, no promise",
        "A way to reach us for which nothing says how soon we answer.",
        "Founding article W, line 19",
        Severity.HINT,
        channels.silent_channels,
    ),
    _check(
        Confidence.CERTAIN,
        "CHN-02",
        "channel in use and not named",
        "again, not named",
        "Cases came in on a channel that the policy does not name.",
        "Founding article P, line 75",
        Severity.WARNING,
        channels.undeclared_channels,
    ),
)

CATALOGUE: Mapping[str, Check] = {check.code: check for check in (*SENTENCE_CHECKS, *CHECKS)}

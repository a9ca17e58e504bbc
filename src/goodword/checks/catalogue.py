"""The one list of checks."""

from collections.abc import Mapping
from datetime import date

from goodword.checks import (
    artefacts,
    channels,
    contradictions,
    escalations,
    examples,
    feasibility,
    ladders,
    law,
    opening_hours,
    presence,
    review_dates,
    roles,
    sections,
    wording,
)
from goodword.checks.definition import Check, Confidence, Run
from goodword.checks.presence_rules import RULES, Rule
from goodword.checks.sentence_checks import SENTENCE_CHECKS
from goodword.language.pack import ENGLISH
from goodword.problem import Severity

SEEN = date(2026, 11, 22)
PLAIN = "Plain-language guides for public services"


def _check(
    confidence: Confidence,
    code: str,
    name: str,
    again: str,
    description: str,
    source: str,
    severity: Severity,
    run: Run | None,
) -> Check:
    return Check(code, name, again, description, source, SEEN, confidence, severity, run)


OWN_CHECKS = (
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
        "HR11",
        "hours that never open",
        "again, never open",
        "Opening hours that leave no moment in which we are open.",
        "What our words mean when they run",
        Severity.ERROR,
        opening_hours.never_open,
    ),
    _check(
        Confidence.CERTAIN,
        "HR12",
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
        "DOC06",
        "looser than a law pack",
        "again, looser than a law pack",
        "A promise leaves more time than a law pack that was chosen, or none speaks of it.",
        "The law packs, each with its own source",
        Severity.ERROR,
        law.against_packs,
    ),
    _check(
        Confidence.CERTAIN,
        "LAW01",
        "law pack not known",
        "again, not known",
        "The policy is checked against something for which there is no law pack.",
        "The law packs, each with its own source",
        Severity.ERROR,
        None,
    ),
    _check(
        Confidence.CERTAIN,
        "LAW02",
        "law pack not in force",
        "again, not in force",
        "A chosen law pack holds from a later day, or held until an earlier one.",
        "The law packs, each with its own source",
        Severity.INFO,
        None,
    ),
    _check(
        Confidence.CERTAIN,
        "EX01",
        "example that does not hold",
        "again, another answer",
        "An example in the text says one thing, and the policy's own rules another.",
        "Examples in the document, as in Gauge and Concordion",
        Severity.ERROR,
        examples.examples,
    ),
    _check(
        Confidence.CERTAIN,
        "EX02",
        "example that cannot be run",
        "again, not run",
        "An example whose words do not say what arrives, or who wants to do what.",
        "Examples in the document, as in Gauge and Concordion",
        Severity.WARNING,
        None,
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
        Confidence.CERTAIN,
        "ES02",
        "nobody to turn to",
        "again, nobody to turn to",
        "A matter goes to a role that the policy does not list, or for which nobody stands in.",
        "Published charters; ISO 10002:2018, clause 5; founding article W, line 5",
        Severity.ERROR,
        roles.nobody_there,
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
    _check(
        Confidence.CERTAIN,
        "PRM-07",
        "promise that was not kept so far",
        "again, not kept so far",
        "The track record of a promise does not carry what it promises.",
        "Founding article P, lines 66 to 77",
        Severity.WARNING,
        feasibility.not_kept_so_far,
    ),
    _check(
        Confidence.OPINION,
        "DOC05",
        "clause without an example",
        "again, no example",
        "A clause with a boundary that no example in the text touches.",
        "Examples in the document, as in Gauge and Concordion",
        Severity.HINT,
        None,
    ),
)


def _presence(rule: Rule) -> Check:
    """Return the entry of something to say. All of them are found in one run, by the first."""
    unsaid = ENGLISH.words(f"presence.{rule.code}")["unsaid"]
    return _check(
        rule.confidence,
        rule.code,
        f"not said: {unsaid}",
        "again, not said",
        f"The policy does not say {unsaid}.",
        rule.source,
        rule.severity,
        presence.unsaid if rule is RULES[0] else None,
    )


def _law(code: str, name: str, description: str) -> Check:
    """Return the entry of something that only a law pack asks a policy to say."""
    return _check(
        Confidence.CERTAIN,
        code,
        name,
        "again, not said",
        description,
        "The law packs, each with its own source",
        Severity.WARNING,
        None,
    )


PRESENCE_CHECKS = tuple(_presence(rule) for rule in RULES)
LAW_CHECKS = (
    _law(
        "AUT-04", "rights of buyers not said", "The policy does not say which rights buyers have."
    ),
    _law("SAF-06", "prevention of violence", "The policy leaves out what a law on violence asks."),
    _law("ACC-07", "nobody for grievances", "The policy names nobody who takes grievances."),
    _law("PRV-07", "complaints about data", "The policy does not say how to complain about data."),
)
CHECKS = (*OWN_CHECKS, *PRESENCE_CHECKS, *LAW_CHECKS)
CATALOGUE: Mapping[str, Check] = {check.code: check for check in (*SENTENCE_CHECKS, *CHECKS)}

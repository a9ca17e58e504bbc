"""What a good policy says, in the order in which it is worth saying: the rules without words.

The words are those of the language packs (`presence.toml`).
"""

from dataclasses import dataclass

from goodword.checks.definition import Confidence
from goodword.checks.presence_facts import Sign, Trait
from goodword.problem import Severity

ISO_10002 = "ISO 10002:2018"
AS_10002 = "AS 10002:2022"
LGSCO = "Complaint Handling Code of the Local Government and Social Care Ombudsman"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to say. `core` is asked of every policy, the others of longer ones.

    `needs` are traits that the policy must have, `shown_by` clauses that say it whatever their
    words. `severity` is a hint, but for what can do harm while it is unsaid.
    """

    code: str
    topic: str
    source: str
    needs: frozenset[Trait] = frozenset()
    shown_by: frozenset[Sign] = frozenset()
    core: bool = False
    severity: Severity = Severity.HINT
    confidence: Confidence = Confidence.LIKELY


def _rule(
    topic: str,
    code: str,
    source: str,
    *needs: Trait,
    shown: Sign | None = None,
    core: bool = False,
    grave: bool = False,
) -> Rule:
    return Rule(
        code,
        topic,
        source,
        frozenset(needs),
        frozenset({shown} if shown else ()),
        core,
        Severity.WARNING if grave else Severity.HINT,
    )


_COMPLAINTS = Trait.COMPLAINTS
RULES = (
    _rule("purpose", "STR-02", "Founding article P, line 52", core=True),
    _rule("purpose", "STR-03", "Founding article P, line 105", shown=Sign.APPLIES_FROM, core=True),
    _rule("purpose", "STR-05", f"{ISO_10002}, clause 5", Trait.TEAM, shown=Sign.OWNER, core=True),
    _rule(
        "purpose",
        "STR-01",
        "Founding article P, lines 87 to 92",
        Trait.TEAM,
        shown=Sign.SITUATION,
    ),
    _rule("purpose", "STR-06", f"{ISO_10002}, 5.1 to 5.2", Trait.TEAM),
    _rule("promises", "PRM-04", "Founding article W, line 16", Trait.FIRST_ANSWER, core=True),
    _rule(
        "promises",
        "PRM-03",
        "ISO 10001:2018",
        Trait.PROMISES,
        shown=Sign.REMEDY,
        core=True,
    ),
    _rule(
        "promises",
        "PRM-02",
        "Founding article P, line 88",
        Trait.FIRST_ANSWER,
        shown=Sign.RESOLUTION,
    ),
    _rule("promises", "PRM-09", "How service levels are counted", Trait.CALLS_BY_SHARE),
    _rule(
        "reaching",
        "CHN-03",
        "Founding article P, line 90",
        Trait.HEALTH,
        shown=Sign.EMERGENCY,
        core=True,
        grave=True,
    ),
    _rule("reaching", "CHN-04", "AI Act, article 50(1)", core=True, grave=True),
    _rule("reaching", "ACC-02", "EN 301 549, 12.2.4", shown=Sign.BOTH_WAYS, core=True),
    _rule("reaching", "ACC-01", "28 CFR 36.303(d)", Trait.PHONE),
    _rule("reaching", "ACC-05", "Founding article W, line 20"),
    _rule("reaching", "ACC-06", "Practice under RG 271"),
    _rule("reaching", "ACC-03", "EN 301 549, 12.2"),
    _rule("complaints", "CMP-03", "Guidance of the CQC; RG 271", _COMPLAINTS, core=True),
    _rule("complaints", "CMP-04", f"{AS_10002}, 5.1.5", _COMPLAINTS, core=True),
    _rule("complaints", "CMP-05", f"{AS_10002}, 5.1.2", _COMPLAINTS, core=True),
    _rule("complaints", "CMP-14", "ISO 10003:2018", _COMPLAINTS, core=True),
    _rule("complaints", "CMP-01", f"{LGSCO}, 1.4 to 1.5", _COMPLAINTS),
    _rule("complaints", "CMP-21", "Duty of candour; open disclosure", _COMPLAINTS, Trait.HEALTH),
    _rule("complaints", "CMP-06", f"{AS_10002}, 8.2", _COMPLAINTS),
    _rule("complaints", "CMP-13", f"{LGSCO}, 6.4 to 6.5", _COMPLAINTS, shown=Sign.UPDATE),
    _rule("complaints", "CMP-15", "Founding article P, line 91", _COMPLAINTS),
    _rule(
        "complaints",
        "CMP-18",
        f"Founding article W, line 18; {ISO_10002}, 8.2",
        _COMPLAINTS,
        Trait.TEAM,
    ),
    _rule("complaints", "CMP-08", "DISP 1.6; Scottish model procedure", _COMPLAINTS),
    _rule("complaints", "CMP-12", f"{LGSCO}, 6.7 to 6.8", _COMPLAINTS),
    _rule("complaints", "CMP-11", "Training for ISO 10002:2018", _COMPLAINTS, Trait.TEAM),
    _rule("complaints", "CMP-09", f"{ISO_10002}, 7.5", _COMPLAINTS),
    _rule("complaints", "CMP-10", f"{ISO_10002}, 7.2 to 7.3", _COMPLAINTS, shown=Sign.UPDATE),
    _rule("complaints", "CMP-22", "45 CFR 164.530; DISP 1.9", _COMPLAINTS, shown=Sign.RETENTION),
    _rule("complaints", "CMP-02", f"{LGSCO}, 1.2 to 1.8", _COMPLAINTS, Trait.TEAM),
    _rule("complaints", "CMP-17", f"{LGSCO}, 6.6", _COMPLAINTS, Trait.TEAM),
    _rule("complaints", "CMP-19", f"{ISO_10002}, 8.4 to 8.6", _COMPLAINTS, Trait.TEAM),
    _rule("complaints", "CMP-20", f"{ISO_10002}, 8.3", _COMPLAINTS, Trait.TEAM),
    _rule("conduct", "PRO-03", "Founding article P, line 89", Trait.ADVICE, Trait.TEAM, core=True),
    _rule("conduct", "PRO-04", "Equality law in many countries", grave=True),
    _rule("conduct", "PRO-02", "Model of the NHS on gifts", Trait.TEAM),
    _rule("conduct", "PRO-01", "Founding article P, line 89", Trait.TEAM),
    _rule("safety", "SAF-04", "HSE on working alone", Trait.ALONE, core=True),
    _rule("safety", "SAF-01", "HSE on violence at work", Trait.TEAM, core=True),
    _rule("safety", "SAF-05", "Model policy of New South Wales", grave=True),
    _rule("safety", "SAF-02", "Model policy of New South Wales"),
    _rule("safety", "SAF-03", "HSE on violence at work"),
    _rule("safety", "SAF-08", "Model policy of New South Wales"),
    _rule("safety", "SAF-07", "Employment Rights Act 2025", Trait.TEAM, Trait.UK),
    _rule(
        "privacy",
        "PRV-03",
        "Founding article W, lines 14 to 15",
        grave=True,
    ),
    _rule("privacy", "PRV-01", "Settlements of small practices over reviews", Trait.HEALTH),
    _rule("privacy", "PRV-02", "Rules on advertising in health professions"),
    _rule("privacy", "PRV-04", "GDPR, articles 15 and 17"),
    _rule("learning", "TRN-01", "Founding article P, line 101", Trait.TEAM, shown=Sign.TRAINING),
    _rule("learning", "MEA-01", "Founding article P, line 90", shown=Sign.SURVEY, core=True),
    _rule("learning", "MEA-04", "Founding article W, line 15", Trait.TEAM),
    _rule(
        "learning",
        "TRN-03",
        "Founding article W, line 21",
        Trait.TEAM,
        Trait.TRAINING,
        shown=Sign.ALL_TRAINED,
    ),
    _rule("learning", "MEA-05", "Founding article W, lines 15 and 24", Trait.TEAM),
)

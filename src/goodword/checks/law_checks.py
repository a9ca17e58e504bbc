"""What only a law pack asks for."""

from goodword.checks import law
from goodword.checks.definition import Check, Confidence
from goodword.problem import Severity

SOURCE = "The law packs, each with its own source"


def _asked(code: str, name: str, description: str) -> Check:
    """Return the entry of something that a law pack asks a policy to say."""
    return Check.of(
        Confidence.CERTAIN,
        code,
        name,
        "again, not said",
        description,
        SOURCE,
        Severity.WARNING,
        None,
    )


PACK_CHECKS = (
    Check.of(
        Confidence.CERTAIN,
        "DOC06",
        "looser than a law pack",
        "again, looser than a law pack",
        "A promise leaves more time than a law pack that was chosen, or none speaks of it.",
        SOURCE,
        Severity.ERROR,
        law.against_packs,
    ),
    Check.of(
        Confidence.CERTAIN,
        "LAW01",
        "law pack not known",
        "again, not known",
        "The policy is checked against something for which there is no law pack.",
        SOURCE,
        Severity.ERROR,
        None,
    ),
    Check.of(
        Confidence.CERTAIN,
        "LAW02",
        "law pack not in force",
        "again, not in force",
        "A chosen law pack holds from a later day, or held until an earlier one.",
        SOURCE,
        Severity.INFO,
        None,
    ),
)
LAW_CHECKS = (
    _asked(
        "AUT-04",
        "rights of buyers not said",
        "The policy does not say which rights buyers have.",
    ),
    _asked(
        "SAF-06",
        "prevention of violence",
        "The policy leaves out what a law on violence asks.",
    ),
    _asked(
        "ACC-07",
        "nobody for grievances",
        "The policy names nobody who takes grievances.",
    ),
    _asked(
        "PRV-07",
        "complaints about data",
        "The policy does not say how to complain about data.",
    ),
)

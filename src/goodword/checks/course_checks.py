"""Stages of a complaint and rungs of a ladder: what each of them needs."""

from goodword.checks import course
from goodword.checks.definition import Check, Confidence
from goodword.problem import Severity

COURSE_CHECKS = (
    Check.of(
        Confidence.CERTAIN,
        "SG01",
        "stage without a time",
        "again, no time",
        "A stage of a complaint of which nothing says by when it is answered.",
        "Complaint handling codes for councils and housing; ISO 10002:2018",
        Severity.WARNING,
        course.untimed_stages,
    ),
    Check.of(
        Confidence.LIKELY,
        "SG02",
        "stages that lead nowhere",
        "again, nowhere to go",
        "A number is left out among the stages, or nothing says where to turn after the last.",
        "ISO 10003:2018; complaint handling codes for councils and housing",
        Severity.WARNING,
        course.stages_without_way_on,
    ),
    Check.of(
        Confidence.CERTAIN,
        "SG03",
        "same eyes twice",
        "again, the same eyes",
        "A later stage goes to the role that answered at the one before.",
        "Complaint handling codes for councils and housing: another person at stage 2",
        Severity.WARNING,
        course.same_eyes,
    ),
    Check.of(
        Confidence.LIKELY,
        "BH01",
        "contact ended without a warning",
        "again, no warning",
        "A rung of the behaviour ladder ends a contact, and no rung before it warns.",
        "New South Wales Ombudsman: managing unreasonable conduct",
        Severity.WARNING,
        course.ended_without_warning,
    ),
)

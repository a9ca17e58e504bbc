"""What falls due beside promises: escalations, surveys, refreshers, reviews.

Each function is pure: it is told the instant and what happened, and returns frozen values. Nothing
is sent from here.
"""

from goodword.duty.duty import Duty, DutyKind
from goodword.duty.escalation import escalations_due, next_escalation_at
from goodword.duty.refresher import refresher_due
from goodword.duty.review import review_due
from goodword.duty.survey import survey_due

__all__ = [
    "Duty",
    "DutyKind",
    "escalations_due",
    "next_escalation_at",
    "refresher_due",
    "review_due",
    "survey_due",
]

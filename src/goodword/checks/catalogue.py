"""The one list of checks, family by family.

Among findings of one gravity the order of this list is the order in which to mend them.
"""

from collections.abc import Mapping

from goodword.checks.course_checks import COURSE_CHECKS
from goodword.checks.definition import Check
from goodword.checks.goal_checks import GOAL_CHECKS
from goodword.checks.hours_checks import HOURS_CHECKS
from goodword.checks.law_checks import LAW_CHECKS, PACK_CHECKS
from goodword.checks.lookup_checks import LOOKUP_CHECKS
from goodword.checks.presence_checks import PRESENCE_CHECKS
from goodword.checks.promise_checks import PROMISE_CHECKS
from goodword.checks.rule_checks import RULE_CHECKS
from goodword.checks.sentence_checks import SENTENCE_CHECKS
from goodword.checks.structure_checks import STRUCTURE_CHECKS
from goodword.checks.wording_checks import WORDING_CHECKS

OWN_CHECKS = (
    *HOURS_CHECKS,
    *RULE_CHECKS,
    *LOOKUP_CHECKS,
    *COURSE_CHECKS,
    *GOAL_CHECKS,
    *STRUCTURE_CHECKS,
    *PACK_CHECKS,
    *PROMISE_CHECKS,
    *WORDING_CHECKS,
)
CHECKS = (*OWN_CHECKS, *PRESENCE_CHECKS, *LAW_CHECKS)
CATALOGUE: Mapping[str, Check] = {check.code: check for check in (*SENTENCE_CHECKS, *CHECKS)}

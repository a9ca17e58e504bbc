"""The setting in which a sentence is read inside a policy that stands already."""

from goodword.document.definitions_of import country_of, parts_of, working_days
from goodword.document.setting import Setting
from goodword.language.pack import pack
from goodword.policy.clause import Audience
from goodword.policy.definition import RoleClause
from goodword.policy.policy import Policy, Section
from goodword.policy.situation import EmergencyWords


def setting_in(policy: Policy, section: Section | None) -> Setting:
    """Return the policy's own definitions, and the audience where `section` is for the team."""
    hours = policy.hours
    country = None
    if hours is not None:
        country = hours.holidays[0].country if hours.holidays else country_of(hours.zone)
    emergency = next(
        (one.instruction for one in policy.of_kind(EmergencyWords) if not one.words), ""
    )
    return Setting(
        section=section.slug if section else "",
        audience=Audience.TEAM if section and section.audience is Audience.TEAM else None,
        roles=tuple(dict.fromkeys(one.role for one in policy.of_kind(RoleClause))),
        currency=policy.currency,
        country=country,
        serves=policy.serves,
        has_hours=hours is not None,
        emergency=emergency,
        language=policy.language,
        complaints=any(
            "omplain" in part.text for section in policy.sections for part in section.parts
        ),
        parts=parts_of(policy.clauses),
        **working_days(policy.clauses, pack(policy.language)),
    )

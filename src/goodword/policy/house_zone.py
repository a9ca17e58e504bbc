"""In which zone a policy's times are meant."""

from goodword.policy.definition import ZoneClause
from goodword.policy.policy import Policy


def house_zone(policy: Policy) -> str:
    """Return the zone of the policy's hours, else the last that it names, else UTC."""
    if policy.hours is not None:
        return policy.hours.zone
    zones = [clause.zone for clause in policy.of_kind(ZoneClause)]
    return zones[-1] if zones else "UTC"

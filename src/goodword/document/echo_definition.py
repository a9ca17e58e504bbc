"""Definitions said back: who, where, which words. Opening hours have a file of their own."""

import re

from goodword.document.echo_amounts import (
    capitalised,
    full_date,
    role,
    role_name,
)
from goodword.language.en import echo_phrases as words
from goodword.language.en import places
from goodword.policy.clause import Audience
from goodword.policy.definition import (
    AudienceClause,
    ChannelClause,
    EffectiveClause,
    HolidayClause,
    IdentityClause,
    OwnerClause,
    RoleClause,
    TermClause,
    ZoneClause,
)
from goodword.policy.hours import HolidayPlace
from goodword.policy.policy import Policy


def holidays(clause: HolidayClause, policy: Policy) -> str:
    """Return whose public holidays close us."""
    del policy
    return f"Public holidays are those of {place_name(clause.place)}."


def place_name(place: HolidayPlace) -> str:
    """Return the place as written, else by its codes: `AU-VIC`."""
    return place.name or "-".join(filter(None, (place.country, place.subdivision)))


def zone(clause: ZoneClause, policy: Policy) -> str:
    """Return the zone of all times."""
    del policy
    city = clause.zone.rpartition("/")[2].replace("_", " ")
    known = places.ZONES.get(city.lower()) == clause.zone
    return f"All times are {city if known else clause.zone} time."


def channel(clause: ChannelClause, policy: Policy) -> str:
    """Return a way to reach us and its address."""
    del policy
    name = words.CHANNEL_NAMES.get(clause.channel, capitalised(clause.channel.replace("_", " ")))
    return f"{name}: {clause.address}" if clause.address else name


def role_definition(clause: RoleClause, policy: Policy) -> str:
    """Return the role, and who stands in when it is away."""
    if clause.deputy is not None:
        absent, deputy = role(clause.role, policy), role(clause.deputy, policy)
        return f"When {absent} is away, {deputy} takes over."
    if clause.description:
        name = capitalised(role_name(clause.role, policy))
        return f'"{name}" means {clause.description.rstrip(".")}.'
    return f"Our team has the role: {role_name(clause.role, policy)}."


# What a term does, where no word for what it is was said.
_TELLS = re.compile(
    r"(?:(?:always|only|then|will|shall|do not|does not) )*(?:starts?|runs?|begins?)\b"
    r"|(?:is|are|will be)(?: always)? (?:counted|measured|calculated|reckoned|timed|taken)\b"
)
# A term that has no article: "Day 1", "Times", "Two working days".
_NAMED = re.compile(r"[A-Z]|(?:day|times|working|calendar|business)\b")


def term(clause: TermClause, policy: Policy) -> str:
    """Return what a word means."""
    del policy
    meaning = clause.meaning.rstrip(".")
    if _TELLS.match(meaning):
        # "The clock starts when your email arrives" says itself best.
        return f"{clause.term if _NAMED.match(clause.term) else f'The {clause.term}'} {meaning}."
    return f'By "{clause.term}" we mean {meaning}.'


def identity(clause: IdentityClause, policy: Policy) -> str:
    """Return who we are and what we call the people we serve."""
    del policy
    return f"We are {clause.organisation}, and we call the people we serve {clause.serves}s."


def owner(clause: OwnerClause, policy: Policy) -> str:
    """Return who looks after the policy or a section of it."""
    what = "section" if clause.section_of else "policy"
    return f"{capitalised(role(clause.role, policy))} looks after this {what}."


def effective(clause: EffectiveClause, policy: Policy) -> str:
    """Return from and until when the policy applies."""
    del policy
    start = f" from {full_date(clause.applies_from)}" if clause.applies_from else ""
    end = f" until {full_date(clause.applies_until)}" if clause.applies_until else ""
    to = f" to {clause.applies_to}" if clause.applies_to else ""
    applies = f"applies{to}{start}{end}" if to or start or end else ""
    replaces = f"replaces {clause.replaces}" if clause.replaces else ""
    return f"This policy {' and '.join(one for one in (applies, replaces) if one)}."


def audience(clause: AudienceClause, policy: Policy) -> str:
    """Return who sees the section."""
    del policy
    if clause.audience is Audience.TEAM:
        return "This section is for our team only."
    return "This section is public."

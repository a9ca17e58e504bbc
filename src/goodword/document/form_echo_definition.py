"""Hours, places, roles, terms and dates said back by the templates of a pack."""

from goodword.document.form_phrases import role_words, slug_words, template
from goodword.document.form_words import day_of_year, full_date, listed, week
from goodword.language.pack import Pack
from goodword.policy.clause import Audience
from goodword.policy.definition import (
    AudienceClause,
    ChannelClause,
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    IdentityClause,
    OwnerClause,
    PartHours,
    RoleClause,
    TermClause,
    ZoneClause,
)
from goodword.policy.hours import ALWAYS_OPEN_WEEK
from goodword.policy.policy import Policy
from goodword.policy.situation import EmergencyWords


def hours(clause: HoursClause, policy: Policy, pack: Pack) -> str:
    """Return the opening hours of the week."""
    del policy
    if clause.week == ALWAYS_OPEN_WEEK:
        return template(pack, "hours_always")
    return template(pack, "hours", week=week(clause.week, pack))


def part_hours(clause: PartHours, policy: Policy, pack: Pack) -> str:
    """Return the opening hours of one channel."""
    del policy
    always = clause.week == ALWAYS_OPEN_WEEK
    name = pack.words("echo.channel_names").get(clause.channel or "", clause.name)
    said = template(pack, "part_hours", part=name, week=week(clause.week, pack))
    closed = pack.words("echo.parts")["except_holidays"] if clause.public_holidays else ""
    return f"{said.rstrip('.')}{closed}." if closed and not always else said


def closure(clause: ClosureClause, policy: Policy, pack: Pack) -> str:
    """Return when we are closed."""
    del policy
    if clause.public_holidays:
        return template(pack, "closed_holidays")
    dates = listed(
        (day_of_year(one.month, one.day, one.year, pack) for one in clause.closures), pack
    )
    return template(pack, "closed", dates=dates)


def holidays(clause: HolidayClause, policy: Policy, pack: Pack) -> str:
    """Return whose public holidays close us."""
    del policy
    place = clause.place
    name = place.name or next(
        (
            name.title()
            for name, (country, part, _) in pack.words("places.places").items()
            if (country, part or None) == (place.country, place.subdivision)
        ),
        place.country,
    )
    return template(pack, "holidays", place=name)


def zone(clause: ZoneClause, policy: Policy, pack: Pack) -> str:
    """Return the zone of all times."""
    del policy
    words = [word for word, zone in pack.words("places.zones").items() if zone == clause.zone]
    known = pack.words("echo.zones").get(clause.zone)
    return template(pack, "zone", place=known or (words[0].title() if words else clause.zone))


def channel(clause: ChannelClause, policy: Policy, pack: Pack) -> str:
    """Return a way to reach us."""
    del policy
    name = pack.words("echo.channel_names").get(clause.channel, clause.channel)
    return template(pack, "channel", channel=name, address=clause.address)


def role(clause: RoleClause, policy: Policy, pack: Pack) -> str:
    """Return a role, or who stands in for it."""
    if not clause.deputy:
        bare = role_words(clause.role, clause, policy, pack)
        return template(pack, "role_defined", name=clause.name or bare)
    name = role_words(clause.role, clause, policy, pack, "nominative")
    deputy = role_words(clause.deputy, clause, policy, pack, "nominative")
    return template(pack, "deputy", role=name, deputy=deputy)


def term(clause: TermClause, policy: Policy, pack: Pack) -> str:
    """Return what a word means."""
    del policy
    return template(pack, "term", term=clause.term, meaning=clause.meaning)


def identity(clause: IdentityClause, policy: Policy, pack: Pack) -> str:
    """Return who we are."""
    del policy
    serves = slug_words(clause.serves, clause, pack)
    return template(pack, "identity", organisation=clause.organisation, serves=serves)


def owner(clause: OwnerClause, policy: Policy, pack: Pack) -> str:
    """Return who looks after the policy."""
    return template(pack, "owner", role=role_words(clause.role, clause, policy, pack, "nominative"))


def effective(clause: EffectiveClause, policy: Policy, pack: Pack) -> str:
    """Return from when and until when the policy applies."""
    del policy
    begins = ends = ""
    if clause.applies_from:
        begins = template(pack, "effective_from", date=full_date(clause.applies_from, pack))
    if clause.applies_until:
        ends = template(pack, "effective_until", date=full_date(clause.applies_until, pack))
    return template(pack, "effective", **{"from": begins, "until": ends})


def audience(clause: AudienceClause, policy: Policy, pack: Pack) -> str:
    """Return for whom a section is."""
    del policy
    public = clause.audience is Audience.PUBLIC
    return template(pack, "audience_public" if public else "audience_team")


def emergency(clause: EmergencyWords, policy: Policy, pack: Pack) -> str:
    """Return what is done in an emergency."""
    del policy
    return template(pack, "emergency", instruction=clause.instruction)

"""The customer's own way to a second look: by one of our roles, or by a body outside."""

from goodword.document.condition_text import Frame, frame
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_told import role_at
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.language.role import role_slug
from goodword.language.service import subjects_in
from goodword.language.time_phrase import times_in
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Duration


def route(plain: str, low: str, setting: Setting, pack: Pack = ENGLISH) -> Understood | None:
    """Return whom an unhappy customer can ask to look again; None where nobody is named.

    Nothing of it falls due for us. What leads to a court is theirs alone and stays prose.
    """
    return _way_out(plain, low, pack) or _way_to_ours(plain, low, setting, pack)


def is_body(role: str, pack: Pack = ENGLISH) -> bool:
    """Whether a role is a body outside that looks at complaints, such as an ombudsman."""
    return pack.pattern("escalation.body").fullmatch(role.replace("_", " ")) is not None


def _way_to_ours(plain: str, low: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return which of our roles an unhappy customer can ask, or who looks again by itself."""
    if pack.pattern("escalation.unhappy").search(low) is None:
        return None
    taken = frame(plain)
    when = taken.before or taken.after
    if not when or not pack.pattern("escalation.unhappy").search(normal(when)):
        return None
    main = low[taken.start : taken.end].strip()
    found = pack.pattern("escalation.route").search(main)
    # "If it is not settled, escalate to the owner" tells the team what to do.
    if found is None or not pack.pattern("escalation.customer").search(f"{when} {main}".lower()):
        return None
    group = "role" if found["role"] else "role_first"
    if pack.pattern("escalation.outside").search(found[group]):
        return None
    # "Ask for a refund" asks for nobody.
    sure = not main.startswith("for ", found.start(group) - 4)
    who = role_at(main, *found.span(group), setting, sure=sure, pack=pack)
    to = None if who is None else _declared(who[0], setting)
    if not to:
        return None
    strength = Strength.MAY if group == "role" else Strength.MUST
    after = _after(low, taken, pack) if strength is Strength.MAY else None
    return _opened(to, low, when, after, strength, pack)


def _declared(role: str, setting: Setting) -> str | None:
    """Return the role of the policy that is meant: "the owner" is the only owner that it has."""
    if not setting.roles or role in setting.roles:
        return role
    ends = [one for one in setting.roles if one.endswith(f"_{role}")]
    return ends[0] if len(ends) == 1 else None


def _way_out(plain: str, low: str, pack: Pack) -> Understood | None:
    """Return the body outside to which a case may be taken: after a time, or by who is unhappy."""
    if not pack.has("escalation.way_out"):
        return None
    found = pack.pattern("escalation.way_out").search(low)
    if found is None or (to := role_slug(low[slice(*found.span("role"))], pack)) is None:
        return None
    taken = frame(plain)
    when = taken.before or taken.after
    unhappy = bool(when) and pack.pattern("escalation.unhappy").search(normal(when)) is not None
    after = _after(low, taken, pack, unhappy=unhappy)
    if after is None and not unhappy:
        return None
    return _opened(to, low, when, after, Strength.MAY, pack)


def _after(low: str, taken: Frame, pack: Pack, *, unhappy: bool = True) -> Duration | None:
    """Return how long a case has to be open: "after 8 weeks", or within a customer's condition."""
    for one in times_in(low, pack):
        waits = one.role == "after" or (unhappy and _within(one.start, taken.hidden))
        if waits and not one.vague and isinstance(one.limit, Duration):
            return one.limit
    return None


def _opened(
    to: str, low: str, when: str, after: Duration | None, strength: Strength, pack: Pack
) -> Understood:
    """Return the way to somebody: open after a time, or when something happens."""
    if after is None:
        slug = event_slug(when, pack)
        return Understood((Escalation(to=to, event=slug, event_words=when, strength=strength),))
    subject = next((kind.name for kind in subjects_in(low, pack)), None)
    return Understood(
        (
            Escalation(
                to=to,
                after=after,
                trigger=Trigger.NOT_RESOLVED,
                subject=subject,
                strength=strength,
            ),
        )
    )


def _within(place: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= place < end for start, end in spans)

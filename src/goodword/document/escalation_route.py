"""The customer's own way to a second look, where it leads to one of our roles."""

from goodword.document.condition_text import frame
from goodword.document.escalation_event import event_slug
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.language.role import role_slug
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation


def route(plain: str, low: str, setting: Setting, pack: Pack = ENGLISH) -> Understood | None:
    """Return whom an unhappy customer can ask to look again; None where it is nobody of ours.

    What leads to an ombudsman, a court or a regulator is theirs alone and stays prose.
    """
    found = pack.pattern("escalation.route").search(low)
    if found is None or pack.pattern("escalation.outside").search(found["role"]):
        return None
    taken = frame(plain)
    if not taken.before:
        return None
    role = role_slug(found["role"], pack)
    if role is None or (setting.roles and role not in setting.roles):
        return None
    if not pack.pattern("escalation.unhappy").search(normal(taken.before)):
        return None
    clause = Escalation(
        to=role,
        event=event_slug(taken.before, pack),
        event_words=taken.before,
        strength=Strength.MAY,
    )
    return Understood((clause,))

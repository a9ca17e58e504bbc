"""The customer's own way to a second look, where it leads to one of our roles."""

from goodword.document.condition_text import frame
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_told import role_at
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation


def route(plain: str, low: str, setting: Setting, pack: Pack = ENGLISH) -> Understood | None:
    """Return whom an unhappy customer can ask to look again; None where it is nobody of ours.

    What leads to an ombudsman, a court or a regulator is theirs alone and stays prose.
    """
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
    if who is None or not who[0] or (setting.roles and who[0] not in setting.roles):
        return None
    clause = Escalation(
        to=who[0],
        event=event_slug(when, pack),
        event_words=when,
        strength=Strength.MAY if group == "role" else Strength.MUST,
    )
    return Understood((clause,))

"""An escalation that a form of sentence gave, held against its weighed words."""

from dataclasses import replace

from goodword.document.escalation_waits import trigger_in
from goodword.document.second_people import is_person, small_words
from goodword.document.second_said import kept_as_prose, unsure
from goodword.document.second_telling import TOLD, Telling, telling, together
from goodword.document.setting import Setting, Understood
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger

# Below this share the words speak against that somebody is told.
DOUBT = 0.15
# From this share on the words outweigh the form in who is told and after what.
SURE = 0.85


def second_told(first: Understood, text: str, setting: Setting, context: str) -> Understood:
    """Return an escalation with who is told and when as its words say, where they differ clearly.

    Who is told is a person, a team or a declared role: anybody else is kept with a warning.
    """
    clauses = [one for one in first.clauses if isinstance(one, Escalation)]
    it = telling(text, setting, context)
    if it is None or clauses[0].strength is Strength.MAY:
        return first
    if len(first.clauses) != 1:
        if all(is_person(one.to, setting) for one in clauses):
            return first
        return replace(first, findings=(*first.findings, unsure(text, first.clauses)))
    own = clauses[0]
    if not it.told and not is_person(own.to, setting):
        # Nobody is named who could be told.
        return kept_as_prose(text)
    other = _told_of(own, it, setting)
    waits = [one for one, share in it.lengths if share >= SURE]
    if own.event is not None and len(waits) == 1 and it.share >= TOLD:
        other = replace(
            other,
            event=None,
            event_words="",
            after=waits[0].limit,
            trigger=trigger_in(it.low) or Trigger.NOT_RESOLVED,
            within=None if own.within == waits[0].limit else own.within,
        )
    if other == own and _is_sure(own, it, setting):
        return first
    return replace(first, clauses=(other,), findings=(*first.findings, unsure(text, (other,))))


def _is_sure(own: Escalation, it: Telling, setting: Setting) -> bool:
    """Whether the words let the one who is told be told."""
    if own.to in setting.roles:
        return True
    if not is_person(own.to, setting):
        return it.share >= SURE
    return all(share >= DOUBT for one, share in it.shares if one.role == own.to)


def _told_of(own: Escalation, it: Telling, setting: Setting) -> Escalation:
    """Return the escalation to whom its words say, where they say so clearly."""
    if not it.told or own.to in setting.roles:
        return own
    made = it.told[0]
    roles = {own.to, own.deputy, *own.also}
    if made.is_known and it.share >= TOLD and not is_person(own.to, setting):
        also = tuple(one for one in own.also if one != made.role and is_person(one, setting))
        return replace(own, to=made.role, also=also)
    several = own.to in {one.role for one in it.told}
    if made.role in roles or not made.is_known or (several and it.share < SURE):
        return own
    if several and not own.also and own.deputy is None:
        return replace(own, to=made.role, also=together(it)[1] if together(it)[0] == made else ())
    if several:
        return own
    least = TOLD if _runs_on(own.to, made.role) else SURE
    return replace(own, to=made.role) if it.share >= least else own


def _runs_on(role: str, shorter: str) -> bool:
    """Whether a role goes on with words that stand in none: `chair_of_trustees_of`."""
    if not role.startswith(f"{shorter}_"):
        return False
    more = role.removeprefix(f"{shorter}_").split("_")
    return more[-1] in small_words() or any(one in small_words() - {"of"} for one in more)

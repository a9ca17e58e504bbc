"""An escalation that a form of sentence gave, held against its weighed words."""

import re
from dataclasses import replace

from goodword.document.escalation_event import event_slug
from goodword.document.escalation_titles import is_title, with_titles
from goodword.document.escalation_waits import trigger_in
from goodword.document.second_escalation import event_words, is_aside
from goodword.document.second_people import is_person, small_words
from goodword.document.second_promise import second_promise
from goodword.document.second_said import kept_as_prose, unsure
from goodword.document.second_telling import TOLD, Telling, telling, together
from goodword.document.setting import Setting, Understood
from goodword.language.role import named
from goodword.language.weights import weights
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger

# Below this share the words speak against that somebody is told.
DOUBT = 0.15
# Below this product of being an escalation and telling somebody, and from this share of something
# else on, it is that.
NOBODY = 0.02
INSTEAD = 0.55
# By so much somebody is likelier told than who the form says.
FARTHER = 0.5
# From this share on the words outweigh the form in who is told and after what.
SURE = 0.85

# Whoever stands right behind is told.
_TOLD_PLAINLY = re.compile(r"\b(?:tell|notify|inform|alert) (?:the |our |an? |your )?$")


def second_told(
    first: Understood, text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood:
    """Return an escalation with who is told and when as its words say, where they differ clearly.

    Who is told is a person, a team or a declared role: anybody else is kept with a warning. Where
    the words speak of nobody who is told, it is what they say instead.
    """
    clauses = [one for one in first.clauses if isinstance(one, Escalation)]
    setting = with_titles(setting, text, context)
    it = telling(text, setting, context)
    if it is None or clauses[0].strength is Strength.MAY:
        return first
    if not all(one.to in setting.roles for one in clauses):
        instead = _instead(it, clauses, text, setting, context, marks)
        if instead is not None:
            return instead
    if len(first.clauses) != 1:
        sure = all(is_person(one.to, setting) for one in clauses)
        doubt = () if sure else (unsure(text, first.clauses),)
        return replace(first, findings=(*first.findings, *doubt))
    own = clauses[0]
    other = _told_of(own, it, setting)
    other = _happened(other, it, setting)
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


def _instead(
    it: Telling,
    clauses: list[Escalation],
    text: str,
    setting: Setting,
    context: str,
    marks: tuple[str, ...],
) -> Understood | None:
    """Return what the words say where they tell nobody; None where they may."""
    if not it.told and len(clauses) == 1 and not is_person(clauses[0].to, setting):
        # Nobody is named who could be told.
        return kept_as_prose(text)
    table = weights("kinds")
    shares = table.shares(marks) if table is not None else {}
    if shares.get("escalation", 1.0) * it.share >= NOBODY:
        return None
    if shares["promise"] >= INSTEAD:
        return second_promise(text, setting, context, marks)
    if shares["prose"] >= INSTEAD and it.share < DOUBT / 3:
        return kept_as_prose(text)
    return None


def _happened(own: Escalation, it: Telling, setting: Setting) -> Escalation:
    """Return the escalation at what happened, where the form took an aside for it."""
    if own.event is None or not it.told or it.told[0].role != own.to:
        return own
    words = event_words(it, setting.heading)
    if not words or not is_aside(it, own.event_words) or words in own.event_words:
        return own
    return replace(own, event=event_slug(words), event_words=words)


def _is_sure(own: Escalation, it: Telling, setting: Setting) -> bool:
    """Whether the words let the one who is told be told."""
    if own.to in setting.roles or is_title(own.to, setting):
        return True
    if not is_person(own.to, setting):
        return it.share >= SURE
    return max((share for one, share in it.shares if one.role == own.to), default=1.0) >= DOUBT


def _is_told_plainly(own: Escalation, it: Telling, setting: Setting) -> bool:
    """Whether the verb stands before the role: "if a client sues, notify the duty nurse"."""
    before = it.low[: max(it.low.find(named(own.to)), 0)]
    return is_person(own.to, setting) and _TOLD_PLAINLY.search(before) is not None


def _told_of(own: Escalation, it: Telling, setting: Setting) -> Escalation:
    """Return the escalation to whom its words say, where they say so clearly."""
    known = own.to in setting.roles or is_title(own.to, setting)
    if not it.told or known or _is_told_plainly(own, it, setting):
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
    mine = max((share for one, share in it.shares if one.role == own.to), default=1.0)
    clear = it.share >= least or it.share - mine >= FARTHER
    return replace(own, to=made.role) if clear else own


def _runs_on(role: str, shorter: str) -> bool:
    """Whether a role goes on with words that stand in none: `chair_of_trustees_of`."""
    if not role.startswith(f"{shorter}_"):
        return False
    more = role.removeprefix(f"{shorter}_").split("_")
    return more[-1] in small_words() or any(one in small_words() - {"of"} for one in more)

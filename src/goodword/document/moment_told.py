"""A moment in which our own people do something: "If the caller swears, the adviser will …"."""

from goodword.document.condition_text import frame
from goodword.document.escalation_told import is_roleish
from goodword.document.setting import Setting, Understood
from goodword.document.steps import step_of, strength_of
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.situation import Situation

_LONGEST = 60


def moment_told(text: str, setting: Setting) -> Understood | None:
    """Return the situation of a sentence that says what our people do when something happens.

    It speaks to the team: of a customer as of somebody else, never to "you" who are served. To be
    asked last, since a rule of any other kind says more. None for all else.
    """
    low = normal(text)
    if len(low.split()) > _LONGEST or ENGLISH.pattern("behaviour.told_cue").search(low) is None:
        return None
    plain = even(text).strip().rstrip(".")
    taken = frame(plain)
    name = taken.before
    if not name or taken.unless:
        return None
    main = plain[taken.start : taken.end].strip(" ,;:")
    when, does = normal(name), normal(main)
    if ENGLISH.pattern("behaviour.served").search(f"{when} | {does}") is not None:
        return None
    if not _is_ours(when, does, setting):
        return None
    steps = (step_of(f"{main[:1].upper()}{main[1:]}.", setting),)
    return Understood((Situation(name=name, steps=steps, strength=strength_of(steps)),))


def _is_ours(when: str, does: str, setting: Setting) -> bool:
    """Whether one of our people does it: a role, we for a customer, or whoever reads this."""
    of_them = ENGLISH.pattern("behaviour.of_them")
    known = of_them.search(when) is not None
    who = ENGLISH.pattern("behaviour.who_does").match(does)
    if who is not None:
        role = who["role"]
        if role is None:
            return known
        return is_roleish(role, ENGLISH) or role in setting.roles
    if ENGLISH.pattern("behaviour.is_done_to").match(does) is not None:
        return known
    if not any(
        ENGLISH.pattern(f"behaviour.{one}").match(does) for one in ("moment_does", "does_to")
    ):
        return False
    return known or of_them.search(does) is not None

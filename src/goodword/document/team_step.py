"""What is done in a moment: whether it is a step of our own people that anybody can see."""

from goodword.document.moment_parted import Parted
from goodword.document.setting import Setting
from goodword.document.step_done import is_done
from goodword.document.step_marks import fits
from goodword.document.step_told import is_told, is_told_below
from goodword.document.step_whose import is_of_team
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in

_SHORTEST_NAME, _LONGEST_NAME = 3, 160


def team_step(one: Parted, setting: Setting) -> str | None:
    """Return the words of the step, or None where nothing is told that the team does then."""
    low, moment = normal(one.does), normal(one.name)
    named = _SHORTEST_NAME <= len(one.name) <= _LONGEST_NAME
    if not named or money_in(low, "USD") or _promises(low) or fits("conduct.open_name", moment):
        return None
    if ENGLISH.pattern("conduct.spoken").match(low) is not None:
        return f"Say {one.does}."
    if any(fits(name, low) for name in ("moments.only", "conduct.vague", "conduct.courtesy")):
        return None
    if one.above:
        ours = is_told_below(low, moment, setting, sure=one.sure)
    else:
        ours = (
            fits("conduct.says", low)
            or is_told(low, moment, setting)
            or is_done(low, moment)
            or is_of_team(low, moment, setting)
        )
    return f"{one.does[:1].upper()}{one.does[1:]}." if ours else None


def _promises(low: str) -> bool:
    """Whether it is done by some time: how long one waits is part of the step."""
    if all(one.vague for one in times_in(low)):
        return False
    return fits("moments.by_then", low) or not fits("moments.for_so_long", low)

"""A step with the one who does it: "the receptionist offers a seat"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodword.document import escalation_told
from goodword.document.authority_role import is_roleish
from goodword.document.setting import Setting
from goodword.document.step_marks import fits, goes_to_somebody
from goodword.language.pack import ENGLISH
from goodword.language.verb import is_plain, is_third

_MOST_WORDS = 8
_MANY = frozenset({"we", "they", "you"})
_SEVERAL = ("s", "staff", "team")
_NOBODY = re.compile(r"(?:it|who|which|what|this|that|there)\b")
_THEY = frozenset({"they", "he", "she", "s/he", "he/she", "he or she"})


@dataclass(frozen=True, slots=True)
class _Said:
    """Who does what: `who` in small letters, `does` from its verb on, and whether it is bound."""

    who: str
    does: str
    bound: bool


def is_of_team(low: str, moment: str, setting: Setting) -> bool:
    """Whether somebody of ours does it, as may be seen."""
    if ENGLISH.pattern("moments.we_may").match(low) is not None:
        return fits("moments.misbehaves", moment)
    return any(_is_ours(one, low, moment, setting) for one in _said(low))


def _said(low: str) -> Iterator[_Said]:
    """Yield who does what, as it may be told apart: who first, in one word and in more."""
    at = 0
    for word in low.split(" ")[:_MOST_WORDS]:
        at += len(word) + 1
        who = low[: at - 1]
        binds = ENGLISH.pattern("moments.binds").match(low, at)
        does = low[binds.end() :] if binds is not None else low[at:]
        first = does.split(" ", 1)[0].strip(",;:")
        if is_plain(first) and (binds is not None or who in _MANY or _is_several(who)):
            yield _Said(who, does, binds is not None)
        elif is_third(first):
            yield _Said(who, does, bound=False)
        if who.endswith((",", ";", ":")):
            return


def _is_several(who: str) -> bool:
    return who.endswith(_SEVERAL) and not is_plain(who.split(" ", 1)[0])


def _is_ours(  # noqa: PLR0911  (a list of cases)
    one: _Said, low: str, moment: str, setting: Setting
) -> bool:
    who, does = ENGLISH.pattern("moments.who_else").sub("", one.who), one.does
    if goes_to_somebody(does) or fits("moments.attitude", does):
        return False
    if who == "they" and moment.startswith("they ") and fits("moments.writes_you", low):
        return True
    if fits("conduct.news", low) and not fits("moments.and_more", low):
        return False
    if moment.startswith("you ") and who in _THEY:
        return False
    if who == "we":
        pays = fits("moments.pays", does) and fits("moments.gives", does)
        return not pays and ENGLISH.pattern("moments.contact").match(moment) is None
    if who == "you" or who in _THEY:
        return fits("conduct.serving", moment) or (
            who == "you"
            and one.bound
            and not fits("conduct.to_us", low)
            and fits("conduct.served", f"{moment} {low}")
        )
    if _NOBODY.match(who) or fits("conduct.others", who) or fits("roles.impossible", who):
        return False
    return (
        is_roleish(who, setting.roles)
        or escalation_told.is_roleish(who, ENGLISH)
        or fits("moments.people", who)
    )

"""What people do, by weighed words, where no form of sentence fitted: a moment, conduct, a ban.

The forms of moments and conduct ask for words that leave no doubt. Where the words together speak
clearly for a rule, what the sentence says is taken in the author's words, and never in silence.
"""

import re
from collections.abc import Mapping

from goodword.document.authority_role import PUBLIC, role_in
from goodword.document.condition_text import frame
from goodword.document.house_rule import below, ruled
from goodword.document.house_sorts import is_most, sort_of
from goodword.document.kind_shares import kind_shares, plain_shares
from goodword.document.moment_parted import INSIDE
from goodword.document.only_told import only_told
from goodword.document.second_authority import second_prohibition
from goodword.document.second_reading import kind_of
from goodword.document.second_said import nothing_to_keep, unsure
from goodword.document.setting import Setting, Understood
from goodword.document.situation_said import MARKED
from goodword.document.step_marks import fits
from goodword.document.steps import step_of, strength_of
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.time_phrase import times_in
from goodword.language.weights import likeliest, weights
from goodword.policy.clause import Strength
from goodword.policy.situation import Conduct, Situation

# From what share of the words' weight on a sentence without a form is a rule at all, is a kind of
# rule looked for, and is a ban.
LIVE, LOOKED_FOR, BANNED = 0.5, 0.3, 0.4
# From what share on it is kept as it is said where nothing else can be made of it: a line below a
# heading that names a thing, what points at something else, such a line by itself, and what tells
# of feelings or of what others do.
NAMED, POINTING, ALONE, OF_OTHERS = 0.6, 0.7, 0.8, 0.9
# From what share on something is missing that would make it a rule.
VAGUE = 0.24
# From what share of the bare words on a sentence is prose, without a look at all its marks.
PLAIN_PROSE = 0.97
OTHERWISE = "say who does what, when, and by when; what only tells how things are can stay."
_LONGEST_NAME = 140
# "Once a year we ask …" is no moment.
_OFTEN = re.compile(r"an? (?:day|week|month|quarter|year)\b")


def second_conduct(
    first: Understood | None, text: str, setting: Setting, context: str
) -> Understood | None:
    """Return what is done, or not done, by the words of a sentence; None where they are not clear.

    For a sentence of which nothing else was understood. English only.
    """
    if weights("kinds") is None or (first is not None and (first.clauses or first.findings)):
        return None
    before = kind_of(first)
    if plain_shares(text, before)["prose"] > PLAIN_PROSE:
        return None
    shares = kind_shares(text, setting.heading, context, before)
    live = 1 - shares["prose"] - shares["almost"]
    if live < LIVE:
        return None
    if shares["prohibition"] >= BANNED and not is_most(normal(text)):
        found = second_prohibition(text, setting, context, ())
        if found is not None:
            return found
    vague = likeliest(shares)[0] == "promise" or shares["almost"] >= VAGUE
    if vague and not times_in(normal(text)):
        return nothing_to_keep(text)
    plain = even(text).strip().rstrip(".")
    found = _said(plain, setting, shares) if MARKED.search(plain) is None else None
    if found is None and live >= _least(plain, text, setting.heading, context):
        sort = sort_of(shares, plain, setting.heading, context)
        found = ruled(below(plain, context), sort)
    return found and Understood(found.clauses, (unsure(text, found.clauses, OTHERWISE),))


def _said(plain: str, setting: Setting, shares: Mapping[str, float]) -> Understood | None:
    """Return the moment or the conduct that a sentence without marks tells of."""
    kinds = {name: shares[name] for name in ("situation", "eligibility", "behaviour")}
    if max(kinds.values()) < LOOKED_FOR or len(normal(plain)) != len(plain):
        return None
    found = _moment(plain, setting)
    if found is None and kinds["behaviour"] == max(kinds.values()):
        return _conduct(plain)
    return found


def _least(plain: str, text: str, heading: str, context: str) -> float:
    """Return from what share on a sentence is kept as it is said; above 1 it never is."""
    taken, low = frame(plain), normal(plain)
    does = normal(plain[taken.start : taken.end])
    if fits("conduct.nothing", low) or only_told(text, heading):
        return 2
    if _is_no_deed(does, in_a_moment=bool(taken.before)):
        return OF_OTHERS
    if fits("conduct.loose", low):
        return POINTING
    if fits("conduct.said", low):
        return LIVE
    return NAMED if heading or context else ALONE


def _moment(plain: str, setting: Setting) -> Understood | None:
    """Return the moment that a sentence opens or closes with, and what is done in it."""
    taken = frame(plain)
    name = taken.before or taken.after
    main = plain[taken.start : taken.end]
    if not taken.before:
        main = plain[: taken.after_span[0]]
    if (inside := INSIDE.match(normal(plain))) is not None:
        name, who, does = (plain[slice(*inside.span(part))] for part in ("name", "who", "does"))
        main = f"{who} {does}"
    main = main.strip(" ,;:")
    if not 2 < len(name) <= _LONGEST_NAME or taken.unless or taken.others:
        return None
    low, does = normal(name), normal(main)
    if not main or ";" in main or _OFTEN.match(low) or fits("conduct.open_name", low):
        return None
    if _is_no_deed(does, in_a_moment=True):
        return None
    steps = (step_of(f"{main[:1].upper()}{main[1:]}.", setting),)
    return Understood((Situation(name=name, steps=steps, strength=strength_of(steps)),))


def _is_no_deed(does: str, *, in_a_moment: bool) -> bool:
    """Whether it is what others feel or are asked, and in a moment what they may do or hear."""
    never = ("felt", "asked_of_them", *(("news", "theirs") if in_a_moment else ()))
    return any(fits(f"conduct.{one}", does) for one in never)


def _conduct(plain: str) -> Understood | None:
    """Return what is always done, by whom it is said of."""
    low = normal(plain)
    order = ENGLISH.pattern("conduct.ordered").match(low)
    bound = ENGLISH.pattern("conduct.bound").match(low) if order is None else None
    if order is None and bound is None:
        return None
    who = bound["who"] if bound is not None else "we"
    role = ANYONE if PUBLIC.fullmatch(who) or who == "you" else role_in(who)
    does = plain[bound.start("does") if bound is not None else 0 :].strip(" ,")
    if role is None:
        return None
    strength = Strength.SHOULD if bound is not None and bound["mild"] is not None else Strength.MUST
    made = Conduct(does=f"{does[:1].lower()}{does[1:]}", role=role, strength=strength)
    return Understood((made,))

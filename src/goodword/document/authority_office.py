"""Who is named where a form leaves no doubt that somebody decides: by the word or by capitals.

"The Loading Officer", "Finance" and "the duty instructor" are offices; "you", "our customers" and
"the weather" are none.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass

from goodword.document.authority_role import BY_ENDING, PUBLIC, is_roleish
from goodword.document.authority_role import role_in as in_words
from goodword.document.setting import Setting
from goodword.language.normal import normal
from goodword.language.role import ANYONE, CUSTOMERS

_LEAD = re.compile(
    r"(?i)^(?:(?:only|either|both|just|to|by|with|from|of|whoever is|whoever|the person who is) )*(?:(?:the|an?|any|one of the|our|your|its|their|his|her|that|this|all|two other|two) )?"
)
_TAIL = re.compile(
    r"(?i)(?:,? (?:who|which|that|whose)\b.*|,? \([^)]*\)|,? (?:concerned|on duty (?:that|at).*|of the day|for the (?:day|time being)|at (?:their|his|her|its) (?:own )?(?:\w+ )?discretion))$"
)
_OR = re.compile(
    r"(?i),? (?:or|and),? (?:(?:in|during) (?:his|her|their|its|his or her) absence,? |failing (?:him|her|that),? |out of hours,? |after hours,? )(?:by )?|,? (?:or|and/or) (?:by )?| ?/ ?|, (?=the |an? )"
)
_AND = re.compile(r"(?i),? and (?:by |also )?(?:the )?")
_NAME = re.compile(
    r"(?:[A-Z][\w.'&-]*|II|III)(?:(?: (?:of|and|for|in|on|the|&|de))* (?:[A-Z][\w.'&-]*|II|III|\d+))*"
)
_COMMON = re.compile(
    r"(?i)^(?:the |an? |any |our )?(?:[\w&/-]+ ){0,3}?(?:desk|counter|station|office|depot|branch|kitchen|gate|bar|till|box office|back office|workshop|panel|inspector|trustee|sub-committee|tech|crew|ward|clinic|bench|pool|floor|door|bridge|matron|chargehand|earner|barkeep|court|tribunal|judge|governor|general|chief|second-line|first-line|line \w+)s?$"
)
# What has capitals or such an ending and decides nothing here.
_NOBODY = re.compile(
    r"(?i)\b(?:weather|law|act|regulations?|regulator|ombudsman|policy|policies|rules?|schedule|section|table|terms?|contracts?|agreements?|government|parliament|ministry|minister|customers?|users?|owner of|consumers?|suppliers?|manufacturer|insurers?|banks?|couriers?|carriers?|computers?|systems?|numbers?|orders?|letters?|matters?|others?|offers?|members? of the public|tenants?|time|date|price|way|work|case|cases|number|amount|nature|factors?|post|mail|phone|email|right|reason|paper|water|power|computer|software|printer|server|counter-?offer|following|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|not|cannot|when|where|what|if|is|are|be|been|will|shall|must|should|has|have|may|can)\b"
)
# "By interviewing everybody": what is done, and no name, where it has no capital.
_DOING = re.compile(
    r"(?!acting|managing|nursing|housing|billing|marketing|presiding|supervising|licensing|planning|letting|dispensing|catering|training|building|booking|purchasing|operating|investigating|reviewing|attending|treating|teaching|consulting|cleaning)[a-z]{3,}ing\b"
)
_PEOPLE = re.compile(
    r"(?i)^(?:anyone|anybody|you|yours|any (?:colleague|member of staff|employee|staff)|whoever is (?:behind|on|at) [\w ]+)$"
)
_GENERAL = re.compile(
    r"^(?:every(?:one|body)|some(?:one|body)|whoever|we|us|(?:our |all )?(?:staff|people|colleagues)|answer|repl(?:y|ies)|letters?)\b|'s$"
)
_LONGEST = 8
# "By resolution of the Council": it is the body that decides.
_SITTING = re.compile(r"(?i)^(?:an? )?(?:action|resolution|decision|vote|order) of (?=the |our )")
# Who is at work names whom one finds then: "the manager on duty", "the nurse in charge".
_AT_WORK = re.compile(r" (?:on (?:duty|call)|in charge)$")


@dataclass(frozen=True, slots=True)
class Offices:
    """`first` is the first one named; `instead` may as well, `also` must too."""

    first: str
    instead: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def offices(words: str, setting: Setting, *, opens: bool = False) -> Offices | None:
    """Return who is named; None where the words name nobody who works here.

    `opens` says that the words open their sentence, where a capital means nothing.
    """
    whole = _SITTING.sub("", _TAIL.sub("", words.strip(" ,.;")))
    both = whole.lower().startswith("both ")
    if (one := _office(whole, setting, opens=opens)) is not None and not (
        both or _joins(whole, setting)
    ):
        return Offices(one)
    for joint, kind in ((_OR, "instead"), (_AND, "also")):
        parts = [one for one in joint.split(whole) if one and one.strip()]
        named = [_office(one, setting, opens=opens and not at) for at, one in enumerate(parts)]
        if len(parts) > 1 and all(named):
            first, *others = dict.fromkeys(one for one in named if one)
            return Offices(first, **{kind: tuple(others)})
    return None if one is None else Offices(one)


def _joins(words: str, setting: Setting) -> bool:
    """Whether the words join two that are each an office by itself."""
    for joint in (_OR, _AND):
        parts = [one for one in joint.split(words) if one.strip()]
        if len(parts) > 1 and all(is_roleish(normal(one), setting.roles) for one in parts):
            return True
    return False


def _office(words: str, setting: Setting, *, opens: bool) -> str | None:
    said = words.strip(" ,.;'\"")
    if _PEOPLE.match(said):
        return ANYONE
    text = _LEAD.sub("", said)
    low = normal(text)
    if not low or len(low.split()) > _LONGEST or _NOBODY.search(low):
        return None
    if _DOING.match(low if opens else text) or PUBLIC.match(low) or CUSTOMERS.match(low):
        return None
    if not (_is_name(text, said, opens=opens) or is_roleish(low, setting.roles) or _ends(said)):
        return None
    at_work = _AT_WORK.search(low)
    if low.endswith("ly") or _GENERAL.search(low):
        return None
    role = in_words(low[: at_work.start()] if at_work is not None else low)
    return role if role is None or at_work is None else f"{role}{at_work[0].replace(' ', '_')}"


def _is_name(text: str, said: str, *, opens: bool) -> bool:
    """Whether capitals tell that this is a name: two of them, or one inside a sentence."""
    if _NAME.fullmatch(text) is None:
        return False
    return not opens or text != said or " " in text


def _ends(said: str) -> bool:
    """Whether an article leads to a word for somebody: "the duty instructor"."""
    if _COMMON.match(said):
        return True
    led = re.match(r"(?i)(?:the|an?|any|our|two) ", said) is not None
    return led and len(said.split()) <= 4 and BY_ENDING.search(said.lower()) is not None

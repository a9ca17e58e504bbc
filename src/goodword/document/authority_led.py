"""Lines below a lead-in that says whose approval they need: "The following need the Head's approval:"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_role import is_roleish
from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH

_LED = Cued(
    r"^(?:all |any )?(?:of )?(?:the following|these|those below|the items below|what follows)(?: (?!need|require|must|are|is|may|can|have|should|shall|will|has)[\w-]+){0,4} (?P<says>(?:always |also |only )?(?:needs?|requires?|must|are|is|may|can|have|should|shall|will)\b.+)$",
    "following|these|below|follows",
)
_MAY = re.compile(
    r"^(?:may|can)(?: only)? be (?:approved|authori[sz]ed|agreed|given|made|offered|granted|signed off|decided)(?: on)? by (?P<role>[\w' &/-]+)$"
)
_NEEDS = ENGLISH.compiled(
    r"^(?:always |also |only )*(?:needs?(?: to (?:be|have))?|requires?|must(?: always| first)? (?:be|have)|(?:are|is) subject to|ha(?:s|ve) to (?:be|have)|should be|shall be|will need|(?:may|can) only be)(?: only| first| always)* (?P<who>(?:an? |the )?(?:(?:prior |written |explicit |express )*<<authority.approval>> (?:of|from|by) |(?:approved|authori[sz]ed|agreed|signed off|cleared)(?: in writing| in advance)? by )(?P<by>[\w' &/-]+)|(?:an? |the )?(?P<whose>[\w' &/-]+?)(?:'s|(?<=s)')? (?:prior |written )*<<authority.approval>>)$"
)
# "Area manager – approval required for:"
_REQUIRED = re.compile(
    r"^(?:the )?(?P<role>[a-z][\w' &/-]*?)(?:'s|(?<=s)')?(?: ?[-:–])? ?(?:(?:approval|sign-?off|permission|authori[sz]ation) )?(?:is )?(?:required|needed) (?:for|to)(?: approve)?$"
)
_WHOLE = re.compile(
    r"\b(?:must|may|can|cannot|should|will|shall|needs?|requires?|is|are|was|were|we|you)\b"
)
_LONGEST = 20


def led_to(text: str, setting: Setting, context: str) -> str | None:
    """Return a line with whose approval its lead-in says it needs; None for other lines."""
    low = normal(context).rstrip(" :")
    if (for_these := _REQUIRED.match(low)) is not None and len(text.split()) <= _LONGEST:
        role = for_these["role"]
        if is_roleish(role, setting.roles) and not _WHOLE.search(normal(text)):
            return f"{text.strip().rstrip(' .;,')} must be approved by the {role}."
    found = _LED.match(normal(context).rstrip(" :"))
    if found is None or len(text.split()) > _LONGEST or _WHOLE.search(normal(text)):
        return None
    may = _MAY.match(found["says"])
    needs = _NEEDS.match(found["says"]) if may is None else None
    role = may["role"] if may is not None else (needs["by"] or needs["whose"]) if needs else None
    if role is None or not is_roleish(role, setting.roles):
        return None
    deed = "may" if may is not None else "must"
    name = role if role.startswith(("the ", "a ", "an ", "your ", "our ")) else f"the {role}"
    return f"{text.strip().rstrip(' .;,')} {deed} be approved by {name}."

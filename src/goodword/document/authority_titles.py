"""Titles that name their part of the house behind a comma: "the Director, Business Operations"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH
from goodword.language.role import role_slug

_HEADS = "President|Director|Manager|Head|Officer|Dean|Supervisor|Coordinator|Registrar|Superintendent|VP|Administrator|Secretary|Chancellor|Principal|Lead|Commissioner|Provost"
_HEAD = rf"(?:(?:Vice|Deputy|Assistant|Associate|Senior|Executive|General|Regional) (?:Vice )?)*(?:{_HEADS}|AVP|SVP|EVP)"
_TITLE = Cued(
    rf"\b(?P<head>{_HEAD}), (?P<area>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w'-]+(?:(?: (?:and|&|of))? [A-Z][\w'-]+){{0,3}})(?=[\s.;:)]|'s\b|$)(?! (?:or|and)\b)",
    ",",
)
# "Manager Revenue", "Director Corporate Services": what the person is stands first.
_AREA = rf"(?:{'|'.join(ENGLISH.phrase('roles.areas').split())})"
_JOINED = Cued(
    rf"\b(?P<head>{_HEAD}) (?P<area>{_AREA}(?:(?: (?:and|&))? {_AREA}){{0,2}})(?=[\s.;:),]|'s\b|$)(?! (?:Manager|Director|Officer|Team|Lead|Supervisor|Agent|Committee)\b)",
    _HEADS,
)
# "Commissioner of Finance", "Director for Housing and Communities".
_OF = Cued(
    rf"\b{_HEAD} (?:of|for) (?:the )?[A-Z][\w'-]+(?:(?:,? (?:and|&)|,)? (?!{_HEAD}\b)[A-Z][\w'-]+){{0,3}}(?<!'s)",
    " of | for ",
)
# "A Principal Officer", "the University Secretary": a word before the head is part of the name.
_NAMED = Cued(
    rf"\b(?:[Tt]he|by|[Aa]n?|or) (?P<name>(?:[A-Z][\w-]+ ){{1,2}}{_HEAD})\b(?! (?:of|for)\b|,? [A-Z])",
    _HEADS,
)
# "Team Manager, Head of Service" are two.
_ANOTHER = re.compile(rf"{_HEAD}\b")
_PERSON = re.compile(
    r"(?:manager|director|officer|supervisor|president|owner|lead|leader|dean|clerk|agent|team|board|committee|staff|head|chair|secretary|registrar|partner|principal|treasurer|council)s?$"
)

# "The Clerk and/or designee may …", "the Director, or a person she nominates, may …".
_ACTS_FOR = Cued(
    r"(?i),? ?(?:and ?/ ?or|or|and/or) (?:(?:their|his|her|its|an?|the|his or her|his/her|her/his"
    r"|(?:the |an? )?[\w-]+(?:'s|s'|’s|s’)) )?"
    r"(?:(?:duly|properly) )?(?:(?:named|nominated|chosen|authori[sz]ed|appointed|designated|approved) )?"
    r"(?:deputy|delegate|nominee|designee|designate|representative|deputies|delegates|nominees|designees)"
    r"(?:\(s\))?(?:,(?= (?:may|can|must|is|are|has|have|will|shall)\b)|(?=[.;,)]|$)"
    r"|(?= (?:may|can|could|must|is|are|has|have|will|shall|should|to)\b))",
    "elegate|eput|esign|ominee|epresentative",
)


# "Front of House Manager" is one, and so is "Portfolio Holder for Finance".
_HOUSE = Cued(r"\bFront of House(?= [A-Z])", "Front of House")


def _name(found: re.Match[str]) -> str:
    name: str = found.groupdict().get("name") or found[0]
    return name


@remembered(512)
def titled(text: str, setting: Setting) -> tuple[str, Setting]:
    """Return the text with such titles in one piece, and the setting in which they are known.

    Whoever acts for the role ("or his designee") is left out: he may what the role may.
    """
    text = _HOUSE.sub("Front-of-House", _ACTS_FOR.sub("", text))
    if setting.language != ENGLISH.code:
        return text, setting
    known = [
        slug
        for named in (_JOINED, _OF, _NAMED)
        for one in named.finditer(text)
        if (slug := role_slug(_name(one).replace(" & ", " and ").lower())) is not None
    ]
    if known:
        setting = replace(setting, roles=(*setting.roles, *known))
    if ", " not in text:
        return text, setting
    known = []

    def whole(found: re.Match[str]) -> str:
        title = f"{found['head']} {found['area']}"
        slug = role_slug(title.replace(" & ", " and ").lower())
        others = _PERSON.search(found["area"].lower()) or _ANOTHER.match(found["area"])
        if slug is None or others:
            return found[0]
        known.append(slug)
        return title

    plain = _TITLE.sub(whole, text)
    if not known:
        return text, setting
    return plain, replace(setting, roles=(*setting.roles, *known))

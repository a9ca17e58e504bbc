"""Who is asked for where somebody rings: "ring the office and ask for the duty manager"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.second_people import is_person
from goodword.document.setting import Setting
from goodword.language.normal import normal
from goodword.language.role import role_slug

# Where one rings is only the way to whom one asks for.
_RINGS = re.compile(
    r"\b(?P<rings>(?:contact|ring|call|phone|telephone|dial|go (?:back )?to|speak to|e-?mail) "
    r"(?:(?!\band\b)[\w'&/-]+ ){1,8}?(?:again )?and ask )(?:for |to (?:speak (?:to|with) |see |be "
    r"(?:escalated|put through|passed|referred|transferred) to ))"
    r"(?P<who>(?:the |our |an? )[\w'&/-]+(?: [\w'&/-]+){0,4}?)(?=[,.;]|$| (?:who|if|when|on|by|to)\b)",
    re.IGNORECASE,
)


def asked_there(text: str, setting: Setting) -> str | None:
    """Return a sentence with whom one asks for in place of where one rings; None for others."""
    if " and ask " not in text.lower() or (found := _RINGS.search(text)) is None:
        return None
    role = role_slug(re.sub(r"^(?:the|our|an?) ", "", normal(found["who"])))
    if role is None or not (is_person(role, setting) or role.startswith("duty_")):
        return None
    verb = "Ask" if found["rings"][:1].isupper() else "ask"
    rest = text[found.end("who") :]
    return f"{text[: found.start('rings')]}{verb} for {found['who']}{rest}"

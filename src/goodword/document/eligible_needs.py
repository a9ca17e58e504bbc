"""What has to be so before people get something: "To qualify, you must …", "Items must be new"."""

# ruff: noqa: PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import action_of
from goodword.document.condition_text import condition_of
from goodword.document.eligible_rule import ENTRY, action_in, as_so, said
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH

_LABEL = re.compile(r"^(?:[\w' /&-]{3,40}: )(?=[a-z])", re.IGNORECASE)


def need_of(plain: str, text: str, setting: Setting, context: str) -> Understood | None:
    """Return what has to be so, or None where the sentence asks for nothing of this kind."""
    plain = _LABEL.sub("", plain)
    low = normal(plain)
    about = f"{normal(setting.heading)} {normal(context)}"
    if _says("others", low) is not None:
        return None
    if (found := _says("to_have", low)) is not None:
        what = (
            found["what"]
            or found["what2"]
            or found["what3"]
            or found["what4"]
            or found["do"]
            or about
        )
        return _made(text, what, plain[slice(*found.span("cond"))], about)
    if (found := _says("kept_so", low)) is not None:
        how = plain[slice(*found.span("how"))]
        return _made(text, f"{found['thing']} {low} {about}", f"they are {how}", about, "return")
    if (found := _says("receipt_needed", low)) is not None:
        return _made(text, about, f"there is {_article(found['cond'])}", about)
    for name in ("needed", "needs"):
        if (found := _says(name, low)) is not None:
            words = plain[slice(*found.span("cond"))].strip()
            return _made(text, found["what"], f"there is {_article(words)}", about)
    if _says("asked_below", about) is not None and (found := _says("asked_of", low)) is not None:
        return _made(text, about, plain[slice(*found.span("cond"))], about)
    return None


def _made(text: str, what: str, words: str, about: str, otherwise: str = "") -> Understood | None:
    named = re.sub(r"^(?:an? |the |your |any )+", "", what)
    verb = action_in(what) or action_in(about) or otherwise or f"give {named}"
    return said(text, action_of(verb), only=True, condition=condition_of(as_so(words)))


def _article(words: str) -> str:
    bare = words.strip()
    bare = f"{bare[:1].lower()}{bare[1:]}" if bare[1:2].islower() else bare
    return bare if re.match(r"(?i)(?:an?|the|your|at least|\d|proof|two)\b", bare) else f"a {bare}"


def _says(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"{ENTRY}.{name}").search(low)

"""What must not be done, said of a thing: "No alcohol is to be bought", "for work only"."""

# ruff: noqa: PLR0911  (a reader is one list of cases)

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_banned import plain_verb
from goodword.document.condition_text import condition_of
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.policy.authority import Prohibition
from goodword.policy.clause import Strength
from goodword.policy.condition import Condition

_LONGEST = 160
_ARTICLE = re.compile(r"^(?:the|an?|any|all|our|your) ")
_DONE = {"worn": "wear", "driven": "drive", "kept": "keep", "spent": "spend", "lit": "light",
         "bought": "buy", "sold": "sell", "held": "hold", "given": "give", "eaten": "eat",
         "brought": "bring", "left": "leave", "sent": "send", "paid": "pay", "put": "put",
         "shown": "show", "thrown": "throw", "lent": "lend", "used": "use", "charged": "charge",
         "taken": "take", "hidden": "hide", "quoted": "quote"}  # fmt: skip


def bans_said(text: str) -> Understood | None:
    """Return what nobody may do, by what is said of the thing; None where nothing is forbidden."""
    plain = even(text).strip().rstrip(".!")
    low = normal(plain)
    if len(plain) > _LONGEST or _says("about", low) is None or _says("not_so", low) is not None:
        return None
    if (found := _says("only_for", low)) is not None:
        if not (found["only"] or found["only2"] or found["only3"]):
            return None
        words = f"{_verb(found['done'])} {_ARTICLE.sub('', found['thing'])}"
        rest = plain[slice(*found.span("rest"))]
        return _ban(text, words, condition_of(f"it is {rest}"))
    if (found := _says("no_thing", low)) is not None:
        return _ban(text, f"{_verb(found['done'])} {found['thing']}{found['rest']}", None)
    if (found := _says("declined", low)) is not None:
        return _ban(text, f"accept {found['what']}", None)
    if (found := _says("no_conduct", low)) is not None and not _says("no_conduct_not", low):
        what = found["what"]
        doing = re.match(r"(?P<verb>[a-z]{2,}ing)\b(?P<rest>.*)$", what)
        words = _verbs(what) if doing is not None else f"have {what}"
        return _ban(text, words, None)
    return None


def _verb(done: str) -> str:
    return _DONE.get(done) or plain_verb(done)


def _verbs(doing: str) -> str:
    """Return "eating or drinking here" as it is done: "eat or drink here"."""
    second = re.sub(
        r"\b(or|and) ([a-z]+ing)\b", lambda one: f"{one[1]} {plain_verb(one[2])}", doing
    )
    return plain_verb(second)


def _ban(text: str, words: str, exception: Condition | None) -> Understood:
    rule = Prohibition(
        role=ANYONE,
        action=action_of(" ".join(words.split())),
        strength=Strength.MUST_NOT,
        exception=exception,
    )
    return Understood((rule,), (unsure(text, (rule,)),))


def _says(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"bans.{name}").search(low)

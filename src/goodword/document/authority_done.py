"""What is done in a step of authority whose verb is known by its place alone."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import action_of, thing_action
from goodword.document.authority_banned import plain_verb
from goodword.document.authority_bound import MARK as SUM
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.authority_step import MARK, WHO

DONE = r"(?!by\b)(?P<done>\w+(?:ed|en|pt|ut|id|ade|one|old|ld|et)(?: off| out| back| up)?)"
ONE_DEED = re.compile(DONE)
PASSIVE = re.compile(
    rf"(?P<thing>[^;{MARK}]+?) (?P<modal>(?:may|can|must|shall|will)(?: only)? be|is|are) (?:only )?{DONE}(?: (?P<rest>[^,;{MARK}{SUM}]{{2,40}}?))?(?: {SUM}+)? by {WHO}(?: {SUM}+)?(?P<tail> (?:for|once|twice|at|on|in|within|by) [^,;{MARK}{SUM}]{{2,40}})?"
)
MAY = re.compile(
    rf"{WHO}(?: alone| only)? (?:may|can)(?: also| only)? (?P<what>(?!not\b|be\b)[a-z].+)"
)
# What looks the same when it is done.
_PLAIN = re.compile(r"(?:put|cut|set|let|shut|split|quit)\b")
_GIVEN = re.compile(
    r"(?:made|given|granted|issued|allowed|offered|paid|agreed|awarded|approved|authori[sz]ed|signed|signed off)"
)
_JUDGED = re.compile(r"(?:decided|determined|judged|settled)")
ARTICLE = re.compile(r"^(?:an?|the|any|every|each) ")


def deed_of(shape: str, it: AuthoritySentence) -> str | None:
    """Return what is done in a step whose verb is known by its place alone."""
    if (found := PASSIVE.fullmatch(shape)) is not None:
        if not is_leave(found["modal"], found["done"], it):
            return None
        thing = f"{found['thing']} {found['rest'] or ''} {found['tail'] or ''}"
        return done_as(found["done"], _unbounded(thing), it)
    active = MAY.fullmatch(shape)
    return None if active is None else action_of(_unbounded(active["what"]), it.pack) or None


def _unbounded(words: str) -> str:
    return " ".join(words.replace(SUM, " ").split())


def is_leave(modal: str, done: str, it: AuthoritySentence) -> bool:
    """Whether somebody is said to decide: "is written by the clerk" tells only who does it."""
    decides = _GIVEN.fullmatch(done) or _JUDGED.fullmatch(done)
    given = decides is not None or done in it.pack.words("authority.deeds")
    return given or modal.startswith(("may", "can"))


def done_as(done: str, thing: str, it: AuthoritySentence) -> str | None:
    """Return "expelled" said of pupils as a deed."""
    bare = ARTICLE.sub("", thing)
    if _GIVEN.fullmatch(done):
        return thing_action(bare, it.pack)
    if _JUDGED.fullmatch(done):
        return action_of(f"decide on {bare}", it.pack)
    known = {**it.pack.words("authority.deeds"), **it.pack.words("authority.done")}
    verb = known.get(done) or plain_verb(done)
    if verb == done and _PLAIN.match(done) is None:
        return None
    return action_of(f"{verb} {bare}", it.pack)

"""Who may give what, what needs approval, and what nobody may do: one sentence read."""

import re
from dataclasses import replace

from goodword.document.authority_action import things_of
from goodword.document.authority_agreed import agreed
from goodword.document.authority_approval import approval
from goodword.document.authority_ban import below_grade, prohibition
from goodword.document.authority_before import before, declared
from goodword.document.authority_beyond import beyond, handed_up, own_and_above
from goodword.document.authority_cap import cap_rule
from goodword.document.authority_deeds import deeds
from goodword.document.authority_deputy import deputy
from goodword.document.authority_eligibility import eligibility
from goodword.document.authority_fragment import fragment
from goodword.document.authority_granted import granted_by
from goodword.document.authority_limit import limit_said
from goodword.document.authority_line import limit_line
from goodword.document.authority_parts import in_parts
from goodword.document.authority_permission import permission, told_to_give
from goodword.document.authority_possible import possible
from goodword.document.authority_refused import refused
from goodword.document.authority_role import ROLEISH as ROLEISH  # noqa: PLC0414  (known by this name)
from goodword.document.authority_role import is_roleish
from goodword.document.authority_rungs import lone_rung, rungs
from goodword.document.authority_scope import narrowed
from goodword.document.authority_sentence import AuthoritySentence, taken_apart
from goodword.document.authority_several import pieces_of
from goodword.document.authority_slots import by_slots
from goodword.document.authority_table import elsewhere, limited
from goodword.document.authority_titles import titled
from goodword.document.authority_turned import turned
from goodword.document.authority_two import two_people
from goodword.document.authority_unnamed import reserved, spent
from goodword.document.authority_whose import is_of_others
from goodword.document.authority_window import window
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued, stands
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH

_READERS = (
    two_people,
    limit_line,
    declared,
    before,
    below_grade,
    eligibility,
    granted_by,
    approval,
    limit_said,
    cap_rule,
    prohibition,
    refused,
    possible,
    window,
    permission,
    reserved,
    spent,
    told_to_give,
    by_slots,
)
# "Credits to an account: agents may …" says first what it is about.
_TOPIC = Cued(r"^(?P<topic>[A-Z][\w' -]{3,40}): (?P<rest>[a-z].+)$", ":")
_MAY = re.compile(r"^(?P<role>[\w' -]{3,40}?) (?:may |can |(?:up )?to [$£€\d])")
_REST = re.compile(
    r"(?i)^(?:any |all )?(?:amounts?|sums?|anything|everything|those|these|more|payments?|requests?"
    r"|claims?|awards?)\b"
)


# "Refunds must be made by A or somebody A names" is put in order twice.
_TURNS = 2
# "have the authority to "make it right"": the quotation marks change nothing.
_QUOTED = Cued(r'(?<=\bto )"([\w\' -]{3,40})"', '"')
# "above the $50 threshold" is above $50.
_THRESHOLD = re.compile(
    r"(?i)\b(above|over|beyond|exceed(?:s|ing)?|up to|below|under) (?:the|this|a) "
    r"([$£€¥]\d[\d.,]*k?) (?:threshold|limit|mark|ceiling|figure|cap|level)\b"
)
_CAN_NOT = re.compile(r"(?i)\bcan not\b(?! only\b)")
# What opens a sentence and changes nothing: "To that end, …".
_OPENING = re.compile(
    r"(?i)^(?:to (?:that|this) end|in addition|however|therefore|accordingly|as such|furthermore"
    r"|moreover|additionally|similarly|likewise|for (?:this|that) reason),? (?=[a-z])"
)
# "A Head of Service, in consultation with the Director, may …": who is heard decides nothing, and
# "acting reasonably" says only how.
_CONSULTED = re.compile(
    r"(?i), (?:(?:in|after) (?:consultation|discussion) with [\w' -]+|acting [\w' -]+"
    r"|in (?:its|his|her|their|his or her) (?:\w+ )?(?:judge?ment|opinion|discretion)), "
    r"(?=(?:may|can|must|will|shall|should|is|are|has|have)\b)"
)
_WHATEVER = re.compile(
    r"(?i),? (?:whatever|regardless of|irrespective of|no matter what) "
    r"(?:the |its |their )?(?:amount|value|size|sum|cost)$"
)
# "…, always", "…, no exceptions" change nothing of whose approval it is.
_ALWAYS = re.compile(r"(?i),? (?:always|every time|without exception|no exceptions)$")
# "… by the organiser, not by us" says who does not.
_NOT_US = re.compile(r"(?i),? (?:and )?not (?:by )?(?:us|ours|by staff|our staff|the team)$")
_EITHER = re.compile(r"\b(?P<one>[A-Za-z]{3,}) ?/ ?(?P<two>[A-Za-z]{3,})\b(?!/)")
# Without one of these the patterns above stand nowhere.
_ALWAYS_CUES = ("always", "every time", "without exception", "no exceptions")
_BOUNDS = ("threshold", "limit", "mark", "ceiling", "figure", "cap", "level")
_WHATEVER_CUES = ("whatever", "regardless", "irrespective", "no matter")
_UP_TO_COLON = re.compile(r"(?i)\b(up to|at most|not exceeding): (?=[£$€\d])")
# Whom a code for staff speaks to.
STAFF_CODE = Cued(
    r"\b(?:(?:code|rules|handbook|guide|guidance|policy|standards|manual)[\w ]* (?:for|of) "
    r"(?:our |all )?(?:staff|employees|colleagues|volunteers|agents)"
    r"|(?:staff|employees?|volunteers?|agents?'?) "
    r"(?:code|rules|handbook|conduct|gifts|manual|policy)"
    r"|gifts,? (?:and|&) hospitality|receiving gifts|accepting gifts)\b",
    "accep|agent|code|employee|gifts|guidance|guide|handbook|manual|policy|recei|rules|"
    "staff|standards|volunteer",
)
_YOU_HERE = re.compile(
    r"(?i)(^|, (?:and |but )?| and | but )you "
    r"(?=(?:may|must|can|cannot|should|are (?:not )?(?:allowed|permitted))\b)"
)
# Who gives something "yourself" works here.
_YOURSELF = Cued(
    r"(?<=\w)(?<!for)(?<!to),? (?:yourself|on your own(?: authority)?)"
    r"(?=[.,;]|$| (?:without|if|up to|as|when)\b)",
    "yourself|on your own",
)
_NUMBERED = re.compile(
    r"^(?:\(?\d{1,2}(?:\.\d{1,2})+\)?\.? (?=[A-Z])"
    r"|\(?[A-Za-z][.)] (?=(?:The|An?|All|Any|If|When|Where|Each|Every|No|Only|Staff|[A-Z][a-z]+:"
    r"|[A-Z][a-z]+ [a-z]+)\b))"
)
# "…; councillors play no part in it" says who does not.
_NO_PART = Cued(
    r"[;,] (?:and )?[^;,]+ (?:plays?|takes?|ha(?:s|ve)) no (?:part|say|role|voice) in "
    r"(?:it|this|that|the decision|these decisions)$",
    " no part| no say| no role| no voice",
)
_BARE = re.compile(r"(?i)^(?:above|over|beyond|up to|under|below|more than|less than) [$£€\d]")


def authority(text: str, setting: Setting) -> Understood | None:
    """Return what the sentence says of authority, or None where it says nothing of it."""
    text, setting = titled(text, setting)
    if (found := elsewhere(text)) is not None:
        understood = limited(_authority(found.plain, setting), found)
        if understood is not None:
            return understood
    return _authority(text, setting)


def _authority(text: str, setting: Setting) -> Understood | None:  # noqa: C901, PLR0911, PLR0912  (a list of cases)
    plain = _evened(text)
    ours = bool(setting.heading) and STAFF_CODE.search(normal(setting.heading)) is not None
    if ours or (setting.heading and _YOURSELF.search(plain) is not None):
        plain = _YOURSELF.sub("", _YOU_HERE.sub(r"\1staff ", plain))
    low = normal(plain)
    if (line := fragment(plain, setting)) is not None:
        return line
    if ENGLISH.pattern("authority.about").search(low) is None or is_of_others(low, setting.roles):
        return None
    it = taken_apart(plain, setting)
    if (stand_in := deputy(it, _authority)) is not None:
        return stand_in
    if (steps := rungs(it, lambda words: _authority(words, setting))) is not None:
        return steps
    for _ in range(_TURNS):
        if (plainly := turned(it)) is None:
            break
        it = taken_apart(plainly, setting)
    if (topic := _TOPIC.match(it.plain)) is not None and _is_topic(topic["rest"], setting):
        it = taken_apart(topic["rest"], replace(setting, heading=topic["topic"]))
        steps = rungs(it, lambda words: _authority(words, it.setting), topic["topic"])
        if steps is not None:
            return steps
    if (parts := in_parts(it, _turned_and_read)) is not None:
        return parts
    if (above := beyond(it)) is not None:
        rest = _authority(above[0].plain, above[0].setting) or lone_rung(above[0])
        if (whole := handed_up(rest, above[1], counted=above[2])) is not None:
            return whole
    if (said := agreed(it)) is not None:
        granted = _read(said.first)
        return said.rules(granted) if granted is not None else said.bare()
    pieces = pieces_of(it)
    if len(pieces) > 1 and (several := _several(pieces, it.setting)) is not None:
        return several
    return deeds(it, _read) or _read(it)


def _evened(text: str) -> str:
    """Return a sentence without what changes nothing in a rule of authority.

    The words that a pattern needs are looked for first: most sentences hold none of them.
    """
    plain = _QUOTED.sub(r"\1", _NUMBERED.sub("", even(text).strip().rstrip(".")))
    low = normal(plain)
    if "can not" in low:
        plain = _CAN_NOT.sub("cannot", plain)
    if stands(_BOUNDS, low):
        plain = _THRESHOLD.sub(r"\1 \2", plain)
    plain = _NO_PART.sub("", plain)
    if stands(_ALWAYS_CUES, low):
        plain = _ALWAYS.sub("", plain)
    plain = _NOT_US.sub("", _OPENING.sub("", plain))
    if "/" in plain:
        plain = _EITHER.sub(_either, plain)
    if stands(_WHATEVER_CUES, low):
        plain = _WHATEVER.sub("", plain)
    if "consultation" in low or "discussion" in low:
        plain = _CONSULTED.sub(" ", plain)
    plain = f"{plain[:1].upper()}{plain[1:]}"
    return _UP_TO_COLON.sub(r"\1 ", plain) if ": " in plain else plain


def _either(found: re.Match[str]) -> str:
    """Return "owner/manager" as "owner or manager", where both are roles."""
    both = is_roleish(found["one"].lower()) and is_roleish(found["two"].lower())
    return f"{found['one']} or the {found['two']}" if both else found[0]


def _turned_and_read(it: AuthoritySentence) -> Understood | None:
    plainly = turned(it)
    return _read(taken_apart(plainly, it.setting) if plainly is not None else it)


def _is_topic(rest: str, setting: Setting) -> bool:
    found = _MAY.search(rest)
    if found is None or not (found[0].endswith(("may ", "can ")) or ";" in rest):
        return False
    return is_roleish(found["role"].lower(), setting.roles)


def _read(it: AuthoritySentence) -> Understood | None:
    for reader in _READERS:
        understood = reader(it)
        if understood is not None:
            return narrowed(understood, it)
    return None


def _several(pieces: tuple[str, ...], setting: Setting) -> Understood | None:
    """Return what several sentences in one say, where each says something."""
    read: list[Understood] = []
    action = ""
    for piece in pieces:
        words = re.sub(r"^(?:and |but )", "", piece)
        if action and _REST.match(words):
            words = _REST.sub(action, words)
        elif action and _BARE.match(words):
            words = f"{action} {words}"
        it = taken_apart(words, setting)
        inner = pieces_of(it)
        understood = _several(inner, setting) if len(inner) > 1 else None
        understood = understood or _read(it)
        if understood is None:
            return None
        read.append(understood)
        first = understood.clauses[0] if understood.clauses else None
        done = str(getattr(first, "action", ""))
        action = things_of(done) or (f"{done.replace('_', ' ')}s" if done else "") or action
    almost = any(one.almost for one in read)
    return Understood(
        () if almost else own_and_above(tuple(clause for one in read for clause in one.clauses)),
        tuple(finding for one in read for finding in one.findings),
        almost=almost,
    )

"""What nobody may do, where no form of sentence says it: the words without what forbids them."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import action_of, is_no_deed
from goodword.document.authority_mentions import mentions_of
from goodword.document.authority_sentence import AuthoritySentence
from goodword.language.normal import normal
from goodword.language.role import ANYONE
from goodword.language.word import whole_slug
from goodword.policy.authority import Prohibition
from goodword.policy.clause import Strength

_NOT = r"(?:never(?: ever)?|not(?:,? (?:ever|under any circumstances),?)?|(?:under|in|on) no (?:circumstances?|conditions?|account|case)|n't)"
_FREE = r"(?:(?:to|allowed to|permitted to|authori[sz]ed to|empowered to|free to|entitled to) )?"
_STAFF = r"(?:no[- ]one|nobody|none of us|no (?:member of (?:the )?(?:staff|team)|employee|staff|team member|colleague|\w+ (?:member|agent|officer)))"
# Who is forbidden, and what; the first that fits counts.
_FORMS = (
    re.compile(
        r"^(?:under|in|on) no (?:circumstances?|conditions?|account|case),? (?:does|do|should|may|must|can|will|shall|is|are) (?P<rest>.+)$"
    ),
    re.compile(
        rf"^(?:not even .+?|{_STAFF}(?: (?!may\b|can\b).+?)?) (?:may|can|is to|is allowed to|should|must|ever|will|shall)(?: ever)? (?P<what>.+)$"
    ),
    re.compile(r"^(?:please )?(?:never|do not|don't|cannot|may not|must not) (?P<what>.+)$"),
    re.compile(r"^it is(?: strictly| expressly)? (?:forbidden|prohibited|not (?:allowed|permitted))(?: \w+)?,? to (?P<what>.+)$"),
    re.compile(
        r"^(?P<what>.+?)(?::| -|,)? ?(?:\b(?:is|are|was|were)(?: \w+)? (?:off the table|prohibited|forbidden|banned|barred|out of the question|not on|out of bounds|unacceptable|not (?:allowed|permitted|acceptable|done))|(?<=[:-] )(?:never|not allowed|prohibited|forbidden|no))\b.*$"
    ),
    re.compile(rf"^(?P<thing>.+?) (?:must|may|can|should|shall|will|are|is)[ ,]*{_NOT} (?:to )?(?:ever )?(?:be )?(?P<done>(?!authori|allow|permit|empower|entitl|expect|requir|suppos)[a-z]+(?:ed|en)|put|sold|left|held|made|told|lent|paid|kept|sent|rung|let)\b(?! to \w+ing\b)(?P<rest>.*)$"),
    re.compile(
        rf"^(?P<who>.*?)[ ,]*(?:\b(?:must|may|can|should|shall|will|are|is|do|does|ought)|'re)[ ,]*{_NOT}[ ,]*{_FREE}(?P<what>.+)$"
    ),
    re.compile(r"^(?P<who>.*?) (?:cannot|can't|won't|don't|mustn't|never) (?P<what>.+)$"),
)  # fmt: skip
_LABEL = re.compile(
    r"^(?:important|note|critical|warning|remember|nb|prohibited|forbidden)\W+(?=\w)|^no[.:!] "
)
_TAIL = re.compile(r"[;:(].*$|, (?:however|whatever|no matter|nor|and|even|then)\b.*$")
_ASIDE = re.compile(r"^(?:(?:then|ever|even|also|always|as a (?:general )?rule|just|be|to)\b,? ?)+")
# What is no deed, so that nothing was understood.
_NOTHING = re.compile(r"^(?:it|we|you|they|he|she|in|on|under|that|this|there|not|no|as|from|at)\b")
# "We cannot promise a date": what nobody knows is not forbidden.
_UNKNOWABLE = re.compile(
    r"\bwe (?:can't|cannot|can not|are unable to|are not able to) (?:always |ever )?"
    r"(?:promise|guarantee|predict|foresee|know|be sure|be certain)\b"
)
_IRREGULAR = {
    "agreed": "agree",
    "cancelled": "cancel", "cancelling": "cancel",
    "used": "use",
    "taken": "take", "given": "give", "held": "hold", "sold": "sell", "made": "make", "done": "do",
    "sent": "send", "told": "tell", "rung": "ring", "kept": "keep", "lent": "lend", "paid": "pay",
    "shown": "show", "written": "write", "left": "leave", "spoken": "speak", "broken": "break",
    "driven": "drive", "hidden": "hide", "chosen": "choose", "giving": "give", "taking": "take",
    "expelled": "expel", "making": "make", "arguing": "argue", "driving": "drive", "writing": "write", "using": "use",
}  # fmt: skip
_WITH_E = re.compile(r"(?:[scvzg]|[^aeiou]l|u|[^aeioucs]at|[aeiou]r|[aeiou]k|in)$")
_LEAST = 2
_NEAR = 8


def banned(it: AuthoritySentence, context: str) -> Prohibition | None:
    """Return the ban that a sentence is; None where nothing is left to forbid."""
    lead = normal(context)
    if _UNKNOWABLE.search(it.low):
        return None
    low = _LABEL.sub("", it.main if _forbids(it.main) or not _forbids(it.low) else it.low)
    who, what = _parted(low, it)
    if not what and lead:
        who, what = _parted(f"{lead} {low}", it) if _forbids(lead) else (ANYONE, "")
        what = what or low
    words = plain_verb(_ASIDE.sub("", _TAIL.sub("", what)).strip(" ,.-"))
    if len(words.split()) < _LEAST or _NOTHING.match(words):
        return None
    action = action_of(words) or whole_slug(words, limit=80)
    if not action or is_no_deed(action):
        return None
    return Prohibition(
        role=who,
        action=action,
        strength=Strength.MUST_NOT,
        condition=it.condition,
        exception=it.exception,
    )


def _forbids(words: str) -> bool:
    return re.search(rf"\b{_NOT}|n't\b|\b(?:no|nobody|cannot|none)\b", words) is not None


def _parted(low: str, it: AuthoritySentence) -> tuple[str, str]:
    """Return whom the words forbid something, and what; no words where no form fits."""
    for form in _FORMS:
        found = form.match(low)
        if found is None:
            continue
        groups = found.groupdict()
        if groups.get("done"):
            thing = re.sub(r"^(?:the|an?|any|our|your) ", "", groups["thing"])
            return ANYONE, f"{plain_verb(groups['done'])} {thing}{groups['rest']}"
        if form is _FORMS[0]:
            named = mentions_of(groups["rest"], it.setting)
            if not named or named[0].start > _NEAR:
                return ANYONE, ""
            return named[0].role, groups["rest"][named[0].end :].strip()
        named = mentions_of(groups["who"], it.setting) if groups.get("who", "").strip() else ()
        return (named[-1].role if named else ANYONE), groups["what"]
    return ANYONE, ""


_WITHOUT_E = ("ss", "ow", "er", "en", "ain", "oin", "ear", "ll", "ook", "air", "ear", "oil")


def plain_verb(words: str) -> str:
    """Return the words with their first verb in its plain form: "changing a name", "handed"."""
    first, _, rest = words.partition(" ")
    if first in _IRREGULAR:
        return f"{_IRREGULAR[first]} {rest}".strip()
    ending = next((one for one in ("ied", "ed", "ing") if first.endswith(one)), "")
    stem = first.removesuffix(ending)
    if not ending or len(stem) < _LEAST + 1 - (ending == "ied"):
        return words
    if ending == "ied":
        return f"{stem}y {rest}".strip()
    if stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        stem = stem[:-1]
    elif _WITH_E.search(stem) and not stem.endswith(_WITHOUT_E):
        stem = f"{stem}e"
    return f"{stem} {rest}".strip()

"""On what condition people get something, in the many ways that pages say it.

"If you cancel more than 48 hours before, you get the deposit back", "Refunds are only given with a
receipt", "We can't exchange sale items once they are worn". What is given or refused must be
named, and what it depends on: a window, a proof, a condition. Who may decide is read elsewhere,
and what is given because we fell short is a remedy.
"""

# ruff: noqa: C901, E501, PLR0911, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_role import PUBLIC, is_roleish
from goodword.document.authority_sentence import AuthoritySentence, both, taken_apart
from goodword.document.condition_text import condition_of
from goodword.document.eligible_lines import line_of
from goodword.document.eligible_needs import need_of
from goodword.document.eligible_people import people_of
from goodword.document.eligible_rule import (
    ENTRY,
    action_in,
    forbidden,
    never,
    said,
    share_in,
    without_asides,
)
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.condition import Condition, Not

_LONGEST = 320
_THING = re.compile(
    r"^(?:the |an? |any |all |every |our |your |most |only )*(?P<thing>[a-z][\w'-]*(?: [\w'-]+){0,3}?)"
    r" (?:can|may|will|could|cannot|can't|are|is|won't|shall)\b"
)
_LABEL = re.compile(r"^(?:[\w /&-]{3,40}: )(?=[A-Za-z])|^\d{1,2}(?:(?:\.\d{1,2})+[.)]?|[.)]) ")
_INNER = re.compile(
    r"(?i)(?P<cond>.{8,}?),? (?:then )?(?P<main>(?:there (?:will be|is|are) no|no (?:refunds?|credit)"
    r"|an? (?:full |partial |\d+% )?refund|we (?:will|can|cannot)|you (?:will|can|cannot)) .+)$"
)
# What comes late, or not at all, is ours to make good.
_LATER = re.compile(
    r"\b(?:later|less|more|earlier|sooner) than|\b(?:within|before|at least|up to)\b"
)
_LATE = re.compile(r"\b(?:delays?|delayed)\b")
_FOR_THAT = re.compile(
    r" for (?P<what>[^,;]+? (?:that|who|which|where|when|whose|due to|caused by|because of|resulting from"
    r"|arising from) [^,;]+)$"
)
_FOR_ONLY = re.compile(r"\b(?:only for (?P<what>[^,;]+)|for (?P<what2>[^,;]+?) only)\b")
_FINAL = re.compile(
    r"(?P<what>[^,;]+?) (?:is|are)(?: (?:always|all|strictly))? (?:final sale|not eligible|not covered)$"
)
_UNTIL = re.compile(r"\buntil (?P<what>[^,;]+)$")
_NOTE = re.compile(
    r"(?i)^(?:please )?(?:note|be aware|remember)(?: that|:|,)? |^whatever [^,;]+, |^unfortunately,? |^sorry,? "
)
_OUTRIGHT = re.compile(
    r"^(?:there (?:is|are|will be|can be) )?no (?:[a-z]+ ){0,2}?(?:refunds?|exchanges?|credits?|compensation|money)\b"
)
_AT_ALL = re.compile(
    r"\b(?:in any case|(?:under|in) (?:any|no) circumstances|in no case|at any time|whatsoever)\b"
)
_NO_CASE = re.compile(
    r",? (?:in any case|(?:under|in) (?:any|no) circumstances|at any time|whatsoever)\b"
)
_BEGINS = re.compile(r"(?i)(?:if|when|where|unless|for|because) ")
_ANY_OF = re.compile(
    r"(?i),? (?:in )?(?:these|any of (?:these|the following)|the following)[\w ]*$"
)


def eligible_said(text: str, setting: Setting, context: str = "") -> Understood | None:
    """Return on what condition something is given or refused; None where that is not said."""
    plain = even(text).strip().rstrip(".!")
    plain = _NOTE.sub("", _NOTE.sub("", plain))
    if len(plain) > _LONGEST:
        return None
    above = normal(setting.heading)
    if _says("about", f"{normal(plain)} {normal(context)}") is None and (
        _says("headed", above) is None or _says("times", normal(plain)) is None
    ):
        # Below a heading that names what it is of, a line need not name it again.
        if _says("asked_below", above) is None:
            return None
        return line_of(plain, text, setting, context) or need_of(plain, text, setting, context)
    if (led := _led(plain, context)) is not None:
        found = _whole(led, text, setting)
        if found is not None:
            return found
    return (
        line_of(plain, text, setting, context)
        or need_of(plain, text, setting, context)
        or people_of(plain, text, setting)
        or _whole(plain, text, setting)
    )


def _led(plain: str, context: str) -> str | None:
    """Return the lead-in with the line below it as one sentence, where it asks for a case."""
    lead = even(context).strip(" :-,.")
    line = f"{plain[:1].lower()}{plain[1:]}" if plain[1:2].islower() else plain
    if not lead or not (_says("led_by", normal(lead)) or _BEGINS.match(line)):
        return None
    lead = _ANY_OF.sub(" if", lead)
    if _BEGINS.match(line):
        lead = re.sub(r"(?i) (?:if|when|where|unless|for|because)$", "", lead)
    return f"{lead} {line}"


def _whole(plain: str, text: str, setting: Setting) -> Understood | None:
    plain = _LABEL.sub("", plain)
    it = taken_apart(plain, setting)
    main = it.main.strip(" ,;")
    if not main and (parted := _INNER.match(it.cased(it.taken.before or it.taken.after))):
        # "If it comes later there will be no refund": no comma parts them.
        it = taken_apart(f"{parted['main']} if {parted['cond']}", setting)
        main = it.main.strip(" ,;")
    if _says("others", it.low) is not None or _is_ours(it):
        return None
    refused = _says("refuses", main)
    if refused is None and _LATE.search(it.low):
        return None
    found = refused or _says("gets", main)
    if found is None or _is_role(main, setting):
        return None
    action = _narrowed(main, found[0], it)
    if action is None:
        return None
    when = both(_terms(main, it, found, refused=refused is not None), it.condition)
    if refused is not None:
        if when is None and it.exception is not None:
            return said(text, action, only=True, condition=it.exception)
        if when is None and (for_what := _FOR_THAT.search(main) or _FINAL.match(main)):
            what = without_asides(it.cased(for_what["what"]))
            when = condition_of(f"it is for {what[:1].lower()}{what[1:]}")
        if when is None and (until := _UNTIL.search(main)) is not None:
            return said(text, action, only=True, condition=condition_of(it.cased(until["what"])))
        if _OUTRIGHT.match(normal(plain)) or _AT_ALL.search(it.low):
            # "No refunds if …" forbids; "in that case there is no refund" says who gets one.
            words = _NO_CASE.sub("", main)
            plainly = when is None or _AT_ALL.search(it.low) is not None
            return never(text, words, action) or forbidden(
                text, action, None if plainly else when, it.exception
            )
        if when is None:
            return never(text, main, action)
        return said(text, action, exception=_unless(when, it.exception))
    if it.taken.before_word == "once" or it.taken.after_word == "once":
        # By then it is done: that says when, and not for whom.
        return None
    only = re.search(r"\bonly\b", it.low) is not None
    if when is None and (for_only := _FOR_ONLY.search(main)) is not None:
        when = condition_of(f"it is for {it.cased(for_only['what'] or for_only['what2'])}")
    return said(text, action, only=only, condition=when, exception=it.exception)


def _unless(when: Condition, unless: Condition | None) -> Condition | None:
    return when if unless is None else both(when, Not(unless))


def _terms(
    main: str, it: AuthoritySentence, found: re.Match[str], *, refused: bool
) -> Condition | None:
    """Return the window or the proof that stands in the main clause itself."""
    for name in ("terms", "proof"):
        for one in ENGLISH.pattern(f"{ENTRY}.{name}").finditer(main):
            words = one[0].strip(" ,")
            if name == "terms" and _says("times", words) is None:
                continue
            between = main[min(found.end(), one.start()) : one.start() + 4]
            if re.search(r"[,;] (?:and|but) ", between):
                continue
            words = re.sub(r"^(?:only|but|and|if|thereafter) ", "", words)
            if refused:
                words = re.sub(r"^(?:until|till) ", "before ", words)
            return condition_of(f"it is {without_asides(it.cased(words))}")
    return None


def _is_ours(it: AuthoritySentence) -> bool:
    """Whether it depends on what we do, or fail to do: that is a step, or a remedy."""
    for words in (it.taken.before, it.taken.after):
        low = normal(words)
        if low and _says("our_steps", low) is not None and _LATER.search(low) is None:
            return True
        wrong = ENGLISH.pattern("remedy.wrong").search(low) is not None
        wrong = wrong and _says("in_time", low) is None
        if low and wrong and ENGLISH.pattern("remedy.theirs").search(low) is None:
            return _says("refuses", it.main) is None
    return False


def _is_role(main: str, setting: Setting) -> bool:
    """Whether somebody who works here is who may: that is for authority to say."""
    subject = re.match(r"(?:only )?(?P<who>[\w' -]+?) (?:may|can|will|must|should|cannot)\b", main)
    if subject is None or PUBLIC.match(subject["who"]) or subject["who"] == "we":
        return False
    return is_roleish(subject["who"], setting.roles)


def _narrowed(main: str, found: str, it: AuthoritySentence) -> str | None:
    """Return what is done, with the thing it is done to where the sentence begins with one."""
    above = normal(it.setting.heading)
    verb = "refund" if found.endswith("refunded") else action_in(found)
    verb = verb or action_in(main) or action_in(it.low) or action_in(above)
    if verb is None and re.search(r"\baccept\b", found):
        verb = "return"
    if verb is None:
        return "give" if re.search(r"eligible|entitled|qualif", main) else None
    if verb == "refund" and (share := share_in(main)):
        return action_of(f"{verb} {share}", it.pack)
    thing = _THING.match(main)
    if thing is None or action_in(thing["thing"]) is not None or _says("nobody", thing["thing"]):
        return action_of(verb, it.pack)
    return action_of(f"{verb} {thing['thing']}", it.pack)


def _says(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"{ENTRY}.{name}").search(low)

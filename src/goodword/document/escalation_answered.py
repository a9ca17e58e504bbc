"""A matter that goes to somebody who answers by then: "passed to the manager, who replies in …"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from goodword.document.condition_text import condition_of
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE, named
from goodword.language.time_phrase import times_in
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause, Strength
from goodword.policy.duty import Escalation
from goodword.policy.promise import LateNotice, Promise

# Behind who is given a matter: what they do with it, and by when.
_WHO = Cued(
    r"(?:,? (?:who|which)|[,;]?(?: -| –)?(?: and)? (?:he or she|he/she|she or he|s/he|they)|"
    r"[,;]? and (?:this|that) person|(?P<we>(?:,? (?:and|which)|;) we)) "
    r"(?P<deed>(?:then |also )*(?:will|must|shall|should|would|is to|are to|has to|have to|"
    r"aims? to|undertakes? to|has|have|repl(?:y|ies)|responds?|answers?|decides?|writes?|"
    r"gets? back|contacts?|acknowledges?|calls?|rings?|(?:tele)?phones?|sends?|gives?|settles?|"
    r"resolves?) |(?<=who )(?!(?:is|was|does|has)\b)\w+s |"
    r"(?<=which )(?!(?:is|was|does|has|takes?)\b)\w+s )",
    " who | which | they |he/she |s/he | she or | or she | person | we ",
)
# Whoever is given a matter and rings then rings back.
_RINGS = re.compile(
    r"^(?P<how>(?:will |must |shall |should )?)(?:(?:tele)?phone|ring|call)s? "
    r"(?P<whom>(?:you|them|him|her|(?:the |an? )?[\w'-]+))(?= (?:within|in|by|on|the same)\b)"
)
# "…, who tells the regulator within 72 hours": another who is told, and no promise to customers.
_TELLS_ON = ENGLISH.compiled(
    r"(?:will |must |shall |should |then |in turn )*(?:tells?|informs?|notif(?:y|ies)|alerts?) "
    r"(?!you\b|them\b|him\b|her\b|whoever\b|(?:(?:the|an?|any|every|your|their|each) )?(?:[\w-]+ )?<<roles.served>>\b)"
)
_HAS_TIME = re.compile(
    r"(?:has|have) (?:up to )?(?P<time>[\w ]+?(?:days?|hours?|weeks?|months?)) "
    r"(?:in which )?to (?P<do>.+)"
)
# Every matter goes there: the promise alone says all that is to keep.
_EVERY = re.compile(
    r"(?:(?:we|the \w+) (?:will |shall |then )*\w+ )?"
    r"(?:your|the|all|any|every|each|this|it|these|that|such|an?)? ?(?:(?!urgent|serious|late|larger?|severe|major|refused|disputed|grave)\w+ )??"
    r"(?:complaints?|cases?|matters?|letters?|concerns?|grievances?|enquir(?:y|ies)|feedback|it)?"
)

Reader = Callable[[str], Understood]


@dataclass(frozen=True, slots=True)
class _Halves:
    """What goes to whom, and what that person does by when: `deed` stands at `place`.

    `ours` is True where it is said that we do it: "… and we will reply within 10 days".
    """

    head: str
    deed: str
    place: int
    ours: bool


def answered(text: str, read: Reader) -> Understood | None:
    """Return the escalation with the promise of whoever is given it; None where it is not both.

    The promise is kept for what went to them, and for nothing else.
    """
    for halves in _halves(text):
        first = read(halves.head)
        told = [one for one in first.clauses if isinstance(one, Escalation)]
        if not told or len(told) != len(first.clauses) or _is_every(told[-1]):
            continue
        if halves.ours and told[-1].strength is not Strength.MAY:
            # What the team does besides is no part of what somebody is told.
            continue
        who = "We" if halves.ours else f"The {named(told[-1].to)}"
        second = read(f"{who} {halves.deed}")
        kept = all(isinstance(one, Promise | LateNotice) for one in second.clauses)
        if not second.clauses or not kept:
            continue
        promised = tuple(_of_case(one, told[-1]) for one in second.clauses)
        findings = (*_at(first, 0, halves.place), *_at(second, halves.place, len(text)))
        return Understood((*told, *promised), findings)
    return None


def decided(text: str, read: Reader) -> Understood | None:
    """Return the escalation with the authority of whoever is given it; None where it is not both.

    "… goes to the chair, who decides whether it is heard"; "…, whose decision is final".
    """
    plain = even(text)
    for one in _DECIDES.finditer(normal(plain)):
        if _IT_IS.search(normal(plain[: one.start()])):
            continue
        first = read(f"{plain[: one.start()].rstrip(' ,;')}.")
        told = [clause for clause in first.clauses if isinstance(clause, Escalation)]
        if not told or len(told) != len(first.clauses) or told[-1].to == ANYONE:
            continue
        who = named(told[-1].to)
        deed = plain[slice(*one.span("deed"))].strip().rstrip(".") if one["deed"] else ""
        sentence = f"The {who} {deed}." if deed else f"The {who}'s decision is final."
        second = read(sentence)
        if not second.clauses or not all(
            isinstance(clause, Authority) for clause in second.clauses
        ):
            continue
        findings = (*_at(first, 0, one.start()), *_at(second, one.start(), len(text)))
        return Understood((*told, *second.clauses), findings)
    return None


_IT_IS = re.compile(r"\bit is (?:the|an?|our) [\w -]+$")
# What whoever is given a matter decides there.
_DECIDES = Cued(
    r",? (?:who|which) (?:then |alone )?(?P<deed>(?:decides? |determines? |may (?:waive|refund|approve|grant|agree|decide|allow) "
    r"|has (?:the )?(?:final (?:say|word)|authority to) ?)(?!what to do|how to|what happens|(?:it |this |them )?(?:within|in|by) )[^;]{0,90}?)\.?$"
    r"|,? (?:whose|(?:and|;) (?:his|her|their|its)) (?P<final>(?:decision|answer|ruling|word|judge?ment|verdict) (?:is|shall be|will be) (?:final|binding|the last))",
    " who | which | whose |and h|and t|and i|; h|; t|; i",
)


def _halves(text: str) -> Iterator[_Halves]:
    plain = even(text)
    low = normal(plain)
    for one in _WHO.finditer(low):
        place = one.start("deed")
        if not times_in(low[place:]) or _TELLS_ON.match(low, place):
            continue
        deed = plain[place:].strip()
        if (has := _HAS_TIME.fullmatch(deed.rstrip("."))) is not None:
            deed = f"will {has['do']} within {has['time']}."
        if (rings := _RINGS.match(normal(deed))) is not None:
            deed = f"will call {deed[slice(*rings.span('whom'))]} back{deed[rings.end() :]}"
        yield _Halves(f"{plain[: one.start()].rstrip(' ,;')}.", deed, place, one["we"] is not None)


def _is_every(told: Escalation) -> bool:
    return told.after is None and _EVERY.fullmatch(normal(told.event_words)) is not None


def _of_case(promise: Clause, told: Escalation) -> Clause:
    """Return a promise that is kept for what went up, and for nothing else."""
    if not isinstance(promise, Promise) or promise.condition is not None:
        return promise
    words = f"the case is with the {named(told.to)}" if told.to != ANYONE else told.event_words
    return replace(promise, condition=condition_of(words))


def _at(half: Understood, start: int, end: int) -> tuple[Finding, ...]:
    return tuple(replace(one, start=start, end=end, fix="", label="") for one in half.findings)

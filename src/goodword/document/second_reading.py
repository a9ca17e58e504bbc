"""The second reading: what a sentence is by its weighed words, beside what its form says.

The first reading knows forms of sentences. The second knows how strongly each word speaks for a
promise, a permission, an escalation or prose. Where they agree, nothing happens. Where the words
speak clearly for something else, that is taken, and never in silence: each clause comes with a
warning that says the sentence back, and what is unsure is asked.
"""

import re
from collections.abc import Callable

from goodword.document.authority_role import is_roleish
from goodword.document.escalation_route import is_body
from goodword.document.escalation_waits import is_undone
from goodword.document.kind_shares import first_mark, kind_shares, plain_shares
from goodword.document.second_authority import (
    second_authority,
    second_cap,
    second_prohibition,
    second_rule,
)
from goodword.document.second_escalation import rises, second_escalation
from goodword.document.second_granted import second_granted
from goodword.document.second_pledge import is_plain, second_pledge
from goodword.document.second_promise import second_deed, second_promise
from goodword.document.second_said import kept_as_prose, nothing_to_keep
from goodword.document.second_told import second_told
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.role import named
from goodword.language.weights import likeliest, weights
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.duty import Escalation
from goodword.policy.promise import LateNotice, NoticeRule, Promise, QualityGoal, Remedy

_Reader = Callable[[str, Setting, str, tuple[str, ...]], Understood | None]
_READERS: dict[str, _Reader] = {
    "promise": second_promise,
    "escalation": second_escalation,
    "authority": second_authority,
    "prohibition": second_prohibition,
    "cap": second_cap,
    "notice": second_pledge,
    "remedy": second_pledge,
    "quality": second_pledge,
    "late_notice": second_pledge,
}
_KINDS: tuple[tuple[str, type[Clause]], ...] = (
    ("promise", Promise),
    ("authority", Authority),
    ("authority", ApprovalRule),
    ("cap", CapRule),
    ("prohibition", Prohibition),
    ("escalation", Escalation),
    ("notice", NoticeRule),
    ("remedy", Remedy),
    ("quality", QualityGoal),
    ("late_notice", LateNotice),
)
# From what share of the words' weight on the second reading is taken instead of the first: a rule
# found in prose, a rule that becomes prose, a rule that becomes another, and anything in place of
# a question that the first reading asks. What the first reading was is one of the marks, so that
# these only keep out what is nearly even.
FOUND, LEFT, TURNED, ANSWERED, UNPROMISED = 0.45, 0.7, 0.75, 0.85, 0.97
# From what share on the words bear the form out, so that nothing else is looked for.
AGREED = 0.9
# A permission that is said in so many words becomes prose or a question only from this share on.
PERMITTED = 0.95
PERMITTED_CUE = re.compile(
    r"\b(?:authori[sz]ed|empowered|entitled|trusted) to\b|\b(?:has|have) "
    r"(?:the |full |sole |delegated )*(?:authority|power|discretion) to\b"
    r"|\breserves? the right to\b"
    r"|\bsubject to (?:the )?(?:[\w'-]+ ){0,3}approval\b|\bmust be (?:approved|authori[sz]ed) by\b"
)
# From what share of the bare words on a sentence is what its form says, without a further look.
PLAIN = 0.975
_NO_RULE = {"prose", "almost"}
_YOU_MAY = re.compile(r"\byou (?:can|may|could|might|have the right to)\b", re.IGNORECASE)
# What is done in a moment and under which condition: a rule with a condition is near to both.
CONDUCT = ("situation", "behaviour", "eligibility", "precondition")
# What the first reading says of promises, permissions and escalations; whatever else it says is
# of matters that the second does not know.
_OPEN = ("ES01", "ES05", "TX06", "PR01", "AU01")
# What was not done, and for how long, the words may say where the form does not.
_UNDONE = (*_OPEN, "ES04")
_KNOWN = ("PR", "AU", *_UNDONE)


def second_reading(  # noqa: PLR0911  (a list of cases)
    first: Understood | None, text: str, setting: Setting, context: str = ""
) -> Understood | None:
    """Return the first reading, or what the words of the sentence make of it where they are clear.

    Costs a fraction of the first reading; English only.
    """
    if weights("kinds") is None:
        return first
    before = kind_of(first)
    # The form of a late notice is exact: what takes longer, and what people are told then.
    if before in {"other", "late_notice"} or _is_way(first, setting) or _is_plain(text, before):
        return first
    marks = marks_of(text, setting.heading, context)
    said = () if first is None else first.findings
    shares = kind_shares(text, setting.heading, context, before)
    kind, share = likeliest(shares)
    agreed = kind == before and share >= AGREED
    if not agreed and all(one.code.startswith(_questions(text)) for one in said):
        alone = _by_words_alone(before, text, setting, context, marks)
        if alone is not None:
            return alone
    if kind == before or share < _least(first, before, kind, text):
        if first is None:
            return None
        return _held(before, first, text, setting, context, marks)
    if kind == "prose":
        return kept_as_prose(text)
    if kind == "almost":
        return nothing_to_keep(text)
    reader = _READERS.get(kind)
    found = reader(text, setting, context, marks) if reader is not None else None
    if found is None and before == "escalation" and first is not None:
        return second_told(first, text, setting, context, marks)
    # Of two questions the first reading's is the more exact; and whoever is told what they may do
    # about us, where to none of ours, is asked nothing.
    asked = found is not None and found.almost
    theirs = before == "prose" and kind == "escalation" and _YOU_MAY.search(text) is not None
    return first if found is None or (asked and (before == "almost" or theirs)) else found


def _is_way(first: Understood | None, setting: Setting) -> bool:
    """Whether it is a customer's own way to a role of ours, or to a body outside."""
    clauses = () if first is None else first.clauses
    return bool(clauses) and all(
        isinstance(one, Escalation)
        and one.strength is Strength.MAY
        and (one.to in setting.roles or is_roleish(named(one.to)) or is_body(one.to))
        for one in clauses
    )


def _is_plain(text: str, before: str) -> bool:
    """Whether the bare words leave no doubt that a sentence is what its form says.

    Nothing else is then looked for: a policy is read at every key that is pressed.
    """
    return plain_shares(text, before)[before] > PLAIN


def _by_words_alone(
    before: str, text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood | None:
    """Return an escalation, a pledge or an authority that the words say, whatever the form was."""
    if rises(before, text, setting, context, marks):
        found = second_escalation(text, setting, context, marks)
        if found is not None and found.clauses:
            return found
    if is_plain(before, marks):
        return second_pledge(text, setting, context, marks)
    return second_rule(before, text, setting, context, marks, first_mark(before))


def _held(
    before: str,
    first: Understood,
    text: str,
    setting: Setting,
    context: str,
    marks: tuple[str, ...],
) -> Understood:
    """Return a reading that stays, its fields held against the words."""
    if before == "promise":
        return second_deed(first, text, marks)
    if before == "authority":
        return second_granted(first, text, setting, context, marks)
    if before == "escalation":
        return second_told(first, text, setting, context, marks)
    return first


def _least(first: Understood | None, before: str, kind: str, text: str) -> float:
    """Return the share from which the second reading is taken; above 1 it never is."""
    said = () if first is None else first.findings
    if not all(one.code.startswith(_KNOWN) for one in said):
        return 2
    if before == "almost":
        # Who asks for one thing, such as the currency, has understood the rest.
        # A promise without a time is named unless the words are all but sure that it is none.
        if kind == "prose":
            return UNPROMISED if all(one.code == "PR01" for one in said) else 2
        return ANSWERED if all(one.code in _questions(text, kind) for one in said) else 2
    if before == "prose":
        return FOUND
    if before == "authority" and kind in _NO_RULE and PERMITTED_CUE.search(normal(text)):
        return PERMITTED
    return LEFT if kind in _NO_RULE else TURNED


def _questions(text: str, kind: str = "") -> tuple[str, ...]:
    """Return the questions that the words of a sentence may answer, as one of `kind`."""
    return _UNDONE if kind == "promise" or is_undone(normal(text)) else _OPEN


def kind_of(understood: Understood | None) -> str:
    """Return what a reading is: prose, almost, or the kind of its clauses."""
    if understood is None:
        return "prose"
    return "almost" if understood.almost else kind_of_clauses(understood.clauses)


def kind_of_clauses(clauses: tuple[Clause, ...]) -> str:
    """Return the kind of the clauses of a sentence: that of the first in the order of kinds."""
    for name, kind in _KINDS:
        for one in clauses:
            if isinstance(one, kind):
                return name
    return "other" if clauses else "prose"

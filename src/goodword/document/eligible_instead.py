"""Who gets something, where the form of a sentence was taken for a promise or for a plain ban."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.condition_text import frame
from goodword.document.eligible_deadline import deadline_of
from goodword.document.eligible_lines import thing_window, tier_of
from goodword.document.eligible_said import eligible_said
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.policy.authority import Eligibility, Prohibition
from goodword.policy.promise import NoticeRule, Promise, Remedy

# A share or a sum that no promise has a place for, and a deed that no list knows.
_ASKED = {"PR08", "TX06"}
_UNKNOWN_DEED = "PR18"
_CAUSED = re.compile(r" for [^,;]+ (?:due to|caused by|because of|resulting from) ")
_REFUNDED = re.compile(
    r"\b(?:cancelled|withdrawn|returned|withdraw|cancel|return)\b.* (?:is|are|will be) (?:fully )?refunded\b|\bno refunds?\b|\b(?:non-?|not )refundable\b"
)
_IF = {"if"}


def eligible_instead(
    read: Understood, text: str, setting: Setting, context: str
) -> Understood | None:
    """Return on what condition something is given, where that is said more plainly; else None.

    It is asked of what was read as a promise whose deed nobody knows, of what is asked for the
    time of a share, and of a ban on what is only refused in some case.
    """
    codes = {one.code for one in read.findings}
    plain, low = even(text).strip().rstrip(".!"), normal(text)
    if read.almost:
        found = eligible_said(text, setting, context) if codes and codes <= _ASKED else None
    elif not read.clauses:
        return None
    elif len(read.clauses) == 1 and isinstance(read.clauses[0], Promise):
        found = deadline_of(plain, text, setting, context) or (
            eligible_said(text, setting, context)
            if _UNKNOWN_DEED in codes or _REFUNDED.search(low)
            else tier_of(plain, text) or thing_window(plain, text, setting, context)
        )
    elif (
        _is_theirs(read)
        or _is_unsure_notice(read)
        or (_is_plain_ban(read) and _has_case(f"{context} {text}".strip()))
    ):
        found = eligible_said(text, setting, context)
    else:
        return None
    if found is None or not all(isinstance(one, Eligibility) for one in found.clauses):
        return None
    return found


def _is_theirs(read: Understood) -> bool:
    """Whether something is given for what customers did: that makes good no failing of ours."""
    pattern = ENGLISH.pattern("remedy.theirs")
    return len(read.clauses) == 1 and all(
        isinstance(one, Remedy) and pattern.search(normal(one.event_words)) is not None
        for one in read.clauses
    )


def _is_unsure_notice(read: Understood) -> bool:
    """Whether how long before something people hear of it was taken from weighed words alone."""
    unsure = any(one.code == "RD01" for one in read.findings)
    return unsure and len(read.clauses) == 1 and isinstance(read.clauses[0], NoticeRule)


def _is_plain_ban(read: Understood) -> bool:
    return len(read.clauses) == 1 and all(
        isinstance(one, Prohibition) and one.role == ANYONE and not one.except_roles
        for one in read.clauses
    )


def _has_case(text: str) -> bool:
    """Whether it is refused only in some case, and not at all costs."""
    low = normal(text)
    if low.startswith(("never", "under no", "in no", "no ")) or " never " in low:
        return False
    taken = frame(text)
    if {taken.before_word, taken.after_word} & _IF or _CAUSED.search(low):
        return True
    return ENGLISH.pattern("eligibility.who_gets").match(low.rstrip(" .")) is not None

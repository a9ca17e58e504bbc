"""Bans that begin with what is forbidden: "Cash must never be kept", "Over $50 is not allowed"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from decimal import Decimal

from goodword.document.authority_action import action_of, noun_action, thing_action
from goodword.document.authority_banned import plain_verb
from goodword.document.authority_bound import Bound, Side
from goodword.document.authority_role import PUBLIC, is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of
from goodword.document.setting import Understood
from goodword.language.role import ANYONE
from goodword.policy.authority import Prohibition
from goodword.policy.clause import Strength
from goodword.policy.condition import Compare, Operator

# "Approving your own purchases is prohibited".
PROHIBITED = re.compile(
    r"^(?P<what>.+?) (?:is|are)(?: strictly| expressly| absolutely)? (?:prohibited|forbidden|banned|not (?:allowed|permitted|acceptable)|never (?:allowed|permitted|acceptable)|against (?:our |the )?(?:policy|rules))$"
)
# "Petty cash should not be used for …": who does it is left open.
PASSIVE = re.compile(
    r"^(?:(?:generally|as a rule|normally|in general),? )?(?P<thing>[\w' /-]+?) (?P<modal>must|may|should|shall|are|is)(?:n't| not| never| under no circumstances)(?: ever)? (?:(?:(?<!are not )(?<!is not )(?<!are never )(?<!is never )be|to be) |(?:(?<=are never )|(?<=is never ))(?=(?:given|refunded|paid|offered|discounted|waived|credited|accepted|promised|disclosed)\b))(?P<verb>shared|disclosed|discussed|given|used|accepted|refunded|paid|offered|promised|made|released|waived|issued|sent|taken|passed|recorded|approved|authori[sz]ed|sold|kept|stored|left|exceeded|split|combined|applied|granted|reimbursed|charged|claimed|purchased|bought|discounted|written off|exchanged|replaced|processed)\b(?P<rest>.*)$"
)
_BASE = {
    "given": "give", "taken": "take", "written off": "write off", "paid": "pay", "made": "make", "sent": "send", "sold": "sell",
    "kept": "keep", "left": "leave", "split": "split", "bought": "buy", "passed": "pass", "offered": "offer", "granted": "grant",
    "discussed": "discuss", "recorded": "record", "accepted": "accept", "refunded": "refund", "processed": "process", "discounted": "discount",
    "exceeded": "exceed", "applied": "apply",
}  # fmt: skip
_PRESENT = re.compile(r",? without (?P<who>(?:an?|the) [\w -]+?) (?:being )?present$")


def over_amount(it: AuthoritySentence, role: str, action: str, bound: Bound) -> Prohibition:
    """Return a ban on what lies beyond an amount, which is a condition on the amount."""
    low, share = bound.low, bound.low_share
    said = it.plain[bound.start : bound.end].strip()
    amount = re.search(r"[$£€\d].*$", said)
    more = Operator.AT_LEAST if bound.side is Side.AT_LEAST else Operator.MORE
    shown = amount[0] if amount else said
    value = low.amount if low is not None else (share or Decimal(0)) * 100
    name = "amount" if low is not None else "share"
    verb = "at least" if more is Operator.AT_LEAST else "more than"
    shown = re.sub(r" (?:or|and) (?:more|over|above)$", "", shown)
    shown = re.sub(r"(?<=\d),? (?:in|per|a|an|each|every|for each|within|to any) .*$", "", shown)
    limit = Compare(name, more, value, f"the {name} is {verb} {shown}")
    return Prohibition(
        role=role,
        action=action,
        strength=Strength.MUST_NOT,
        condition=both(limit, it.condition),
        exception=it.exception,
    )


def thing_prohibited(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    """Return a ban that ends with what it is: "Cash refunds are forbidden"."""
    start, end = it.start + found.start("what"), it.start + found.end("what")
    words = it.words(start, end)
    if PUBLIC.match(words) or not re.match(r"[\w' -]+$", words):
        return None
    inside = it.bounds_between(start, end)
    if (
        not re.match(r"\w+ing\b", words)
        and noun_action(words, it.pack) is None
        and not re.search(r"\b(?:gifts?|cash|refunds?|discounts?|payments?)\b", words)
    ):
        return None
    action = thing_action(words, it.pack) or action_of(words, it.pack)
    if inside and inside[0].is_beyond:
        return Understood((over_amount(it, ANYONE, action, inside[0]),))
    return Understood(
        (
            Prohibition(
                role=ANYONE,
                action=action,
                strength=Strength.MUST_NOT,
                condition=it.condition,
                exception=it.exception,
            ),
        )
    )


def never_done(
    it: AuthoritySentence, found: re.Match[str], roles: tuple[str, ...]
) -> Understood | None:
    """Return a ban whose sentence begins with what must not be done to."""
    thing, rest = found["thing"].strip(), found["rest"]
    if PUBLIC.match(thing) and not noun_action(thing, it.pack):
        return None
    strength = Strength.SHOULD if found["modal"] == "should" else Strength.MUST_NOT
    verb = _BASE.get(found["verb"]) or plain_verb(found["verb"])
    exception = None if roles else it.exception
    if (present := _PRESENT.search(rest)) is not None:
        exception = condition_of(f"{it.cased(present['who'])} is present")
        rest = rest[: present.start()]
    at = it.start + found.start("rest")
    inside = it.bounds_between(it.start, it.end)
    tail = it.words(at, it.end) if present is None else rest.strip()
    role = ANYONE
    if (by := re.match(r"^by (?P<role>[\w' -]+)$", tail)) and is_roleish(
        by["role"], it.setting.roles
    ):
        role, tail = role_in(by["role"]) or ANYONE, ""
    if inside and re.search(r" (?:for|to|of|on)$|^(?:for|to|of|on)$", tail):
        tail = tail.rpartition(" ")[0] if " " in tail else tail
    if re.search(r"\bwithout\b", rest) and it.pack.pattern("authority.approval").search(rest):
        return None
    done = re.sub(r"^(?:any|all|the|a|an) ", "", thing)
    named = noun_action(done, it.pack)
    words = f"{verb} {done} {tail}".strip()
    action = named[0] if named and not tail else action_of(words, it.pack)
    if inside and inside[0].is_beyond:
        rule = over_amount(it, role, action, inside[0])
        return Understood((rule,))
    if inside:
        return None
    return Understood(
        (
            Prohibition(
                role=role,
                action=action,
                except_roles=roles,
                strength=strength,
                condition=it.condition,
                exception=exception,
            ),
        )
    )

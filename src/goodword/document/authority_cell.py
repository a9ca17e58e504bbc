"""Cells beside a role or a limit: what somebody may give, and by when it is decided."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from collections.abc import Callable

from goodword.document.authorities import authority
from goodword.document.authority_action import heading_action
from goodword.document.authority_led import done_by
from goodword.document.authority_mentions import amounts_of
from goodword.document.authority_role import PUBLIC, is_roleish, role_in
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.document.table_columns import Cell, Column
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.word import whole_slug
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Strength
from goodword.policy.promise import Promise

# Over what each role may give or do.
_GIVES = re.compile(
    r"\b(?:who|what|each|staff|we|they|you|role|position)\b[\w' ]* (?:can|may|is able to|are able to) (?:give|offer|hand out|do)\b"
    r"|^(?:can|may|allowed to|able to|authori[sz]ed to) (?:do|give|offer|hand out)\b|\b(?:can|may) (?:do|give|offer)$"
)
_APPROVES = re.compile(
    r"\b(?:can|may|allowed to|able to|authori[sz]ed to) (?:approve|authori[sz]e|decide(?: on)?|sign off|override)\b"
    r"|^(?:approves|decides(?: on)?|authori[sz]es)$"
)
_ELSE = re.compile(
    r"(?:all|anything|everything|any|the rest|whatever)(?: (?:else|other|more|of it|is needed))*"
)
_NOTHING = re.compile(r"\W*(?:none|nothing|no|nil|n/?a)?\W*")
_SAID = re.compile(r"\b(?:is|are|must|will|shall|should|if|when|we|you|i)\b|[.;?]")
_LONGEST = 14
_HEARD = re.compile(
    r"\b(?:turn-?around|sla|hear|decision|decide[ds]?|respon(?:se|ds?)|answer(?:ed)?|time ?(?:scale|frame|limit)?|within|deadline|how (?:soon|long|quickly))\b"
)
_NOT_HEARD = re.compile(
    r"\b(?:escalat\w+|review|valid|retention|notice|if no|after|window|validity|pay\w*|term)\b"
)
_AIMED = re.compile(
    r"\b(?:typical(?:ly)?|usual(?:ly)?|target|aim|goal|expected|estimated|average|normal(?:ly)?)\b"
)
_TIME = re.compile(
    r"(?:within|in|up to|max(?:imum)?(?: of)?|no more than|under|less than)? ?(?P<time>[\w.]+(?: ?(?:-|to|–) ?[\w.]+)? (?:(?:working|business|calendar|clear) )?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?))"
)


def held_by_role(
    texts: list[str], heads: list[str], setting: Setting, lead: str
) -> Understood | None:
    """Return what a role may give or do, in a row of the two: "Supervisor | a free breakfast"."""
    if setting.language != ENGLISH.code or len(texts) != _PAIR:
        return None
    who, what = normal(texts[0]), normal(texts[1]).strip(" .")
    if (endless := _without_end(who, what, setting, lead)) is not None:
        return endless
    above = (
        (normal(heads[1]), normal(lead), normal(setting.heading))
        if heads
        else (normal(lead), normal(setting.heading))
    )
    approves = any(_APPROVES.search(one) for one in above)
    if not approves and not any(_GIVES.search(one) for one in above):
        return None
    role = role_in(who)
    if role is None or not is_roleish(who, setting.roles) or PUBLIC.match(who):
        return None
    if _NOTHING.fullmatch(what) or _SAID.search(what) or len(what.split()) > _LONGEST:
        return None
    if _ELSE.fullmatch(what):
        return Understood((_may(role, "any"),))
    said = f"{texts[1][:1].lower()}{texts[1][1:]}" if texts[1][1:2].islower() else texts[1]
    deeds = done_by(f"The {who} may", texts[1].rstrip("."))
    named = deeds[0].startswith(f"The {who} may approve ")
    sentence = deeds[0] if approves or not named else f"The {who} may give {said.rstrip('.')}."
    read = authority(sentence, setting)
    if read is not None and all(isinstance(one, Authority) for one in read.clauses):
        several = amounts_of(what, setting) and re.search(r",| or ", what)
        doubt = (unsure(": ".join(texts), read.clauses),) if several else ()
        return Understood(read.clauses, (*read.findings, *doubt))
    if amounts_of(what, setting):
        return None
    deed = f"approve {what}" if approves else f"give {what}"
    return Understood((_may(role, whole_slug(deed, limit=80)),))


def _without_end(who: str, what: str, setting: Setting, lead: str) -> Understood | None:
    """Return what a role may give without a limit, below what is given: "Director | no limit"."""
    if ENGLISH.pattern("table.unlimited").fullmatch(what) is None or PUBLIC.match(who):
        return None
    role = role_in(who) if is_roleish(who, setting.roles) else None
    action = heading_action(normal(lead)) or heading_action(normal(setting.heading))
    if role is None or action is None:
        return None
    return Understood((_may(role, action),))


def _may(role: str, action: str) -> Authority:
    return Authority(role=role, action=action, limit=None, strength=Strength.MAY)


def timed(
    read: Understood, cells: tuple[Cell, ...], say: Callable[[str], Understood]
) -> Understood:
    """Return a row of authority with by when it is decided, where a column says that."""
    if read.almost or not all(isinstance(one, Authority | ApprovalRule) for one in read.clauses):
        return read
    times = [one for one in cells if one.column is Column.TIME]
    if len(times) != 1:
        return read
    head, text = normal(times[0].head), normal(times[0].text).strip(" .")
    found = _TIME.fullmatch(text)
    if found is None or _HEARD.search(head) is None or _NOT_HEARD.search(head) is not None:
        return read
    modal = "We aim to decide" if _AIMED.search(head) else "We decide"
    said = say(f"{modal} on requests within {found['time']}.")
    if said.almost or not all(isinstance(one, Promise) for one in said.clauses):
        return read
    return Understood((*read.clauses, *said.clauses), (*read.findings, *said.findings))


def approved_beside(
    read: Understood, cells: tuple[Cell, ...], say: Callable[[str], Understood]
) -> Understood:
    """Return a row of promises with whose approval it takes, where a column names who.

    "Admin rights | CISO | 5 working days" below "Request | Approver | Delivered in".
    """
    asked = [one for one in cells[1:] if _APPROVER_HEAD.fullmatch(normal(one.head))]
    if len(asked) != 1 or any(isinstance(one, Authority | ApprovalRule) for one in read.clauses):
        return read
    who = asked[0].text.strip(" .")
    if asked[0].column is not Column.ROLE or _NOBODY.fullmatch(normal(who)):
        return read
    named = normal(who) if who[1:2].islower() else who
    said = say(f"{cells[0].text.strip(' .')} must be approved by the {named}.")
    if said.almost or not said.clauses:
        return read
    timed = next((place for place, one in enumerate(cells) if one.column is Column.TIME), 0)
    pair = (read, said) if cells.index(asked[0]) > timed else (said, read)
    return Understood(
        tuple(clause for one in pair for clause in one.clauses),
        tuple(finding for one in pair for finding in one.findings),
    )


_APPROVER_HEAD = re.compile(
    r"(?:approvers?|approval(?: (?:by|from|needed|required))?|approved by|who approves|"
    r"sign(?:ed)?[- ]off(?: by)?|authori[sz]ed by|authori[sz]er|authori[sz]ation)"
)
_NOBODY = re.compile(
    r"\W*(?:no|none|nobody|not (?:needed|required)|n/?a|no approval(?: needed)?|yes|automatic\w*)\W*"
)
_PAIR = 2

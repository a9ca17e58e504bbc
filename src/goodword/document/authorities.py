"""Who may give what, what needs approval, and what nobody may do: one sentence read."""

import re

from goodword.document.authority_action import things_of
from goodword.document.authority_approval import approval
from goodword.document.authority_ban import below_grade, prohibition
from goodword.document.authority_before import before, declared
from goodword.document.authority_cap import cap_rule
from goodword.document.authority_eligibility import eligibility
from goodword.document.authority_granted import granted_by
from goodword.document.authority_limit import limit_said
from goodword.document.authority_line import limit_line
from goodword.document.authority_permission import permission
from goodword.document.authority_role import ROLEISH as ROLEISH  # noqa: PLC0414  (known by this name)
from goodword.document.authority_scope import narrowed
from goodword.document.authority_sentence import AuthoritySentence, taken_apart
from goodword.document.authority_several import pieces_of
from goodword.document.authority_two import two_people
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even

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
    permission,
)
_REST = re.compile(
    r"(?i)^(?:any |all )?(?:amounts?|sums?|anything|everything|those|these|more|payments?|requests?"
    r"|claims?|awards?)\b"
)


def authority(text: str, setting: Setting) -> Understood | None:
    """Return what the sentence says of authority, or None where it says nothing of it."""
    plain = even(text).strip().rstrip(".")
    it = taken_apart(plain, setting)
    pieces = pieces_of(it)
    if len(pieces) > 1 and (several := _several(pieces, setting)) is not None:
        return several
    return _read(it)


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
        it = taken_apart(words, setting)
        inner = pieces_of(it)
        understood = _several(inner, setting) if len(inner) > 1 else None
        understood = understood or _read(it)
        if understood is None:
            return None
        read.append(understood)
        first = understood.clauses[0] if understood.clauses else None
        action = things_of(getattr(first, "action", "")) or action
    return Understood(
        tuple(clause for one in read for clause in one.clauses),
        tuple(finding for one in read for finding in one.findings),
        almost=any(one.almost for one in read),
    )

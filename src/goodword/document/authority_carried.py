"""What a sum is for, where only the sentence before says it: "Vets can go up to £100"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goodword.document.block import Block
from goodword.document.opened import ReadLine
from goodword.language.normal import normal
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause

# What an amount is for where nothing at all was said of it.
_UNSAID = frozenset({"refund", "spend"})
_SAID = re.compile(
    r"\b(?:refund|spend|spent|credit|discount|waiv|compensat|voucher|replac|goodwill|gift|purchas"
    r"|expens|buy|cost|pay|paid|reimburs|upgrad|free|off|back|fee|charge|price|gesture|money|write"
    r"|award|order|claim|budget|fine|bill|repair|invoice)"
)


def carried(lines: Iterable[ReadLine]) -> Iterator[ReadLine]:
    """Yield lines, each sum that names no purpose with that of the sentence before it.

    Only within one paragraph or item, and where all sums before it are for one thing.
    """
    block: Block | None = None
    before = ""
    for each in lines:
        if each.line.block is not block:
            block, before = each.line.block, ""
        own = _actions(each.understood.clauses)
        if before and own and own <= _UNSAID and not _SAID.search(normal(each.line.text.plain)):
            made = tuple(_for(one, before) for one in each.understood.clauses)
            yield replace(each, understood=replace(each.understood, clauses=made))
            continue
        if own:
            before = next(iter(own)) if len(own) == 1 else ""
        yield each


def _actions(clauses: tuple[Clause, ...]) -> set[str]:
    return {one.action for one in clauses if isinstance(one, Authority | ApprovalRule)}


def _for(clause: Clause, action: str) -> Clause:
    if isinstance(clause, Authority | ApprovalRule):
        return replace(clause, action=action)
    return clause

"""What is asked, and what is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from goodword.case.holds import Value as Value  # noqa: PLC0414  (a name of this module too)
from goodword.policy.clause import Clause
from goodword.policy.quantity import Money


class Ruling(StrEnum):
    """The answer to "may I?"."""

    ALLOW = "allow"
    ASK = "ask"
    REFUSE = "refuse"
    NEED_FACTS = "need_facts"
    YOUR_CALL = "your_call"
    NO_RULE = "no_rule"


@dataclass(frozen=True, slots=True)
class Given:
    """Something given earlier, which counts to the caps: `worth` is the money it cost.

    `days_ago` is how long before the request; `same_case` and `same_customer` say to whom, and
    `by_same_person` whether the asker gave it.
    """

    action: str
    worth: Money | None
    days_ago: int
    same_case: bool = False
    same_customer: bool = True
    by_same_person: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """`role` asks whether it may do `action` (slugs of the policy), for `amount` where it costs.

    `goods` names what would be given where it is not money, `share` a part of the price (0.15).
    `facts` is left to `decide`.
    """

    role: str
    action: str
    amount: Decimal | None = None
    goods: str | None = None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the matter: fact slugs with their values, and what was given before.

    A fact that is not here is unknown, and unknown is never true.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """One condition that was looked at: its words, and True, False or None for unknown."""

    words: str
    holds: bool | None
    clause_id: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The ruling with everything that stands behind it.

    `clauses` are those that decided, most decisive first, so that each can be quoted. `ask` is the
    role that may allow it; `missing` are the facts to ask for (slug, question). `limit_left` is
    what the asker may still give here. `changes` says in plain words what would change the ruling.
    `principles` are offered with `your_call` and `no_rule`.
    """

    ruling: Ruling
    summary: str
    clauses: tuple[Clause, ...] = ()
    reasons: tuple[str, ...] = ()
    ask: str | None = None
    missing: tuple[tuple[str, str], ...] = ()
    limit_left: Money | None = None
    before: tuple[str, ...] = ()
    trace: tuple[Trace, ...] = ()
    changes: tuple[str, ...] = ()
    principles: tuple[Clause, ...] = ()

"""Examples of authority: somebody wants to give something, and what is ruled."""

import re
from decimal import Decimal

from goodword.decision.decide import decide
from goodword.decision.decision import Decision, Facts, Request, Ruling
from goodword.decision.naming import (
    find_role,
    known_actions,
    known_roles,
    same_action,
    same_thing,
    slug,
    words_of,
)
from goodword.document.echo_amounts import listed, role_name
from goodword.example.lines import ExampleLine
from goodword.example.result import ExampleResult, ExampleState
from goodword.example.ruling import ruling_words
from goodword.example.when import UnclearError
from goodword.policy.authority import Authority
from goodword.policy.policy import Policy

_REQUEST = re.compile(
    r"^(?P<who>.+?) (?:wants|asks|would like) to (?P<what>.+?)[.?] (?P<ruling>[^.]+)\.?$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\(([^)]+)\)")
_MONEY = re.compile(
    r"(?:[$£€¥₹]\s?|\b[A-Z]{3}\s?)(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?) ?[A-Z]{3}\b"
)
_LINKS = re.compile(r"\b(?:worth|of|up to|for)\s*$")
_RULINGS: tuple[tuple[str, Ruling], ...] = (
    (r"(?:that is |it is |this is )?(?:not allowed|refused|forbidden)|no", Ruling.REFUSE),
    (r"(?:that is |it is |this is )?allowed|yes", Ruling.ALLOW),
    (r"ask\b.*|(?:the )?.+ decides", Ruling.ASK),
    (r"(?:it is |that is )?(?:your|their) call", Ruling.YOUR_CALL),
    (r"(?:there is )?no rule", Ruling.NO_RULE),
)


def run_request(line: ExampleLine, policy: Policy) -> ExampleResult | None:
    """Return how the line turned out, None where nobody in it wants to do anything.

    Raises UnclearError for a role or a ruling that cannot be told from its words.
    """
    asked = _REQUEST.match(line.text)
    if asked is None:
        return None
    request = _request(asked["who"], asked["what"], policy)
    expected, asks = _expected(asked["ruling"].strip(), policy)
    # Nothing was given before, so the date, which only places earlier gifts, changes nothing.
    decision = decide(policy, request, Facts(), at=0)
    passed = decision.ruling is expected and asks in {None, decision.ask}
    wanted = asked["ruling"].strip().lower()
    got = ruling_words(decision, policy)
    return ExampleResult(
        line.text,
        line.span,
        ExampleState.PASSED if passed else ExampleState.FAILED,
        expected=wanted,
        got=got,
        message="" if passed else _told(wanted, got, decision),
        clause_ids=tuple(clause.id for clause in decision.clauses),
    )


def _told(wanted: str, got: str, decision: Decision) -> str:
    return f"The example says: {wanted}. The policy says: {got}. {decision.summary}".strip()


def _request(who: str, what: str, policy: Policy) -> Request:
    named = _IN_BRACKETS.search(who)
    name = named[1] if named is not None else who
    asker = find_role(policy, name)
    if asker is None:
        roles = listed(role_name(one, policy) for one in known_roles(policy))
        raise UnclearError(f'I do not know the role "{name}". Roles here: {roles}.')
    found = _MONEY.search(what)
    amount = None if found is None else Decimal((found[1] or found[2]).replace(",", ""))
    rest = (
        what if found is None else f"{_LINKS.sub('', what[: found.start()])}{what[found.end() :]}"
    )
    action, goods = _action(rest.strip(), policy)
    return Request(asker, action, amount, goods)


def _action(words: str, policy: Policy) -> tuple[str, str | None]:
    """Return the action that the words mean, with the goods where they name some."""
    for clause in policy.of_kind(Authority):
        thing = words.partition(" ")[2]
        if clause.goods is not None and thing and same_thing(clause.goods, thing):
            return clause.action, clause.goods
    known = known_actions(policy)
    exact = (one for one in known if same_action(one, slug(words)))
    said = set(words_of(words))
    within = (one for one in known if set(words_of(one.replace("_", " "))) <= said)
    return (*exact, *within, slug(words))[0], None


def _expected(ruling: str, policy: Policy) -> tuple[Ruling, str | None]:
    for pattern, found in _RULINGS:
        if re.fullmatch(pattern, ruling, re.IGNORECASE) is None:
            continue
        if found is not Ruling.ASK:
            return found, None
        name = re.sub(r"^ask\s*|\s*decides$", "", ruling, flags=re.IGNORECASE)
        asked = find_role(policy, name) if name else None
        if name and asked is None:
            raise UnclearError(f'I do not know whom "{ruling}" means.')
        return found, asked
    raise UnclearError(f'"{ruling}" is no ruling. Write "Allowed", "Not allowed" or "Ask the …".')

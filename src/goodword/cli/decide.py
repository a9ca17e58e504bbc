"""`goodword decide POLICY`: may this role do this, and if not, whom to ask."""

import argparse
import json
import re
import sys
import time
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from goodword.cli.json_line import object_in
from goodword.cli.policy_file import reading_in, refuse_one_input_twice
from goodword.cli.ruling_print import print_decision
from goodword.cli.terminal import print_json
from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Given, Request, Value
from goodword.decision.naming import slug
from goodword.decision.record import decision_record
from goodword.errors import GoodwordError
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

SUMMARY = "Answer whether a role may do something, with the clause and whom to ask."
FINE, PROBLEMS = 0, 1
_AGE = re.compile(r"(\d{1,6})d?(?:ays?)?(?: ago)?")
_GIVEN = 'Write it as ACTION:WORTH:AGE, for example "refund:50:10d" or "waive_fee::40d:case".'


class UnclearRequestError(GoodwordError):
    """A request on the command line, or on a line of a stream, cannot be understood."""

    code = "unclear-request"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the policy, the request, its facts and the form of the answer."""
    parser.add_argument("policy", metavar="POLICY", help="a policy file")
    parser.add_argument("--role", help="who asks: a role of the policy")
    parser.add_argument("--action", help="what they would do: refund, waive_late_fee, …")
    parser.add_argument("--amount", help="how much, in the policy's currency")
    parser.add_argument("--goods", help="what would be given, where it is not money")
    parser.add_argument(
        "--fact", action="append", default=[], metavar="NAME=VALUE", help="what is known"
    )
    parser.add_argument(
        "--given",
        action="append",
        default=[],
        metavar="ACTION:WORTH:AGE",
        help="given before to this customer, as refund:50:10d; add :case for the same case, "
        ":me where the asker gave it",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument(
        "--lines",
        action="store_true",
        help='read requests as JSON Lines ({"role", "action", "amount"?, "goods"?, "facts"?, '
        '"given"?}) and answer one for one',
    )


def run(arguments: argparse.Namespace) -> int:
    """Answer one request, or each line of standard input; return 1 where a line was unclear."""
    refuse_one_input_twice(arguments.policy, "-" if arguments.lines else None)
    policy = reading_in(arguments.policy).policy
    at = int(time.time())
    if arguments.lines:
        return _run_lines(policy, at)
    if arguments.role is None or arguments.action is None:
        raise UnclearRequestError(
            "A decision needs --role and --action.",
            hint="For example: goodword decide policy.md --role receptionist --action refund "
            "--amount 80. With --lines they come as JSON Lines.",
        )
    request = Request(
        arguments.role, slug(arguments.action), _amount(arguments.amount), arguments.goods
    )
    facts = Facts(
        values=dict(_fact(text) for text in arguments.fact),
        given=tuple(_given(text, policy) for text in arguments.given),
    )
    decision = decide(policy, request, facts, at=at)
    if arguments.json:
        print_json(decision_record(decision, policy))
    else:
        print_decision(decision, policy)
    return FINE


def _run_lines(policy: Policy, at: int) -> int:
    code = FINE
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            request, facts = request_from(object_in(line), policy)
        except GoodwordError as unclear:
            code = PROBLEMS
            answer: dict[str, object] = {"error": f"line {number}: {unclear}"}
        else:
            answer = decision_record(decide(policy, request, facts, at=at), policy)
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return code


def request_from(raw: object, policy: Policy) -> tuple[Request, Facts]:
    """Return the request and the facts that one JSON object holds; UnclearRequestError if not."""
    if not isinstance(raw, dict) or not all(isinstance(raw.get(key), str) for key in _NEEDED):
        raise UnclearRequestError(
            'A request is an object with "role" and "action".',
            hint='For example {"role": "receptionist", "action": "refund", "amount": 80}.',
        )
    values, given = raw.get("facts") or {}, raw.get("given") or []
    if not isinstance(values, dict) or not isinstance(given, list):
        raise UnclearRequestError('"facts" is an object and "given" a list.')
    goods = raw.get("goods")
    request = Request(
        raw["role"],
        slug(raw["action"]),
        _amount(raw.get("amount")),
        goods if isinstance(goods, str) else None,
    )
    facts = {slug(str(name)): _value(value) for name, value in values.items() if value is not None}
    return request, Facts(facts, tuple(_given_from(one, policy) for one in given))


_NEEDED = ("role", "action")


def _amount(raw: object) -> Decimal | None:
    if raw is None:
        return None
    text = str(raw).strip().lstrip("$£€").replace(",", "")
    try:
        amount = Decimal(text)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        raise UnclearRequestError(
            f'The amount "{raw}" is not a number of zero or more.',
            hint="Write it as 80 or 80.50, in the policy's currency.",
        )
    return amount


def _fact(text: str) -> tuple[str, Value]:
    name, equals, value = text.partition("=")
    if not equals or not slug(name):
        raise UnclearRequestError(
            f'The fact "{text}" has no value.',
            hint="Write it as NAME=VALUE, for example client_has_confirmed=yes.",
        )
    return slug(name), _value(value)


def _value(raw: object) -> Value:
    if isinstance(raw, bool):
        return raw
    text = str(raw).strip()
    if text.casefold() in {"yes", "true"}:
        return True
    if text.casefold() in {"no", "false"}:
        return False
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() else text


def _given(text: str, policy: Policy) -> Given:
    action, *rest = text.split(":")
    worth, age, flags = (*rest, "", "")[0], (*rest, "", "")[1], set(rest[2:])
    days = _AGE.fullmatch(age.strip() or "0")
    if not slug(action) or days is None or flags - {"case", "me"}:
        raise UnclearRequestError(f'"{text}" does not say what was given before.', hint=_GIVEN)
    amount = _amount(worth or None)
    return Given(
        action=slug(action),
        worth=None if amount is None else Money(amount, policy.currency),
        days_ago=int(days.group(1)),
        same_case="case" in flags,
        by_same_person="me" in flags,
    )


def _given_from(raw: object, policy: Policy) -> Given:
    if isinstance(raw, str):
        return _given(raw, policy)
    if not isinstance(raw, Mapping) or not isinstance(raw.get("action"), str):
        raise UnclearRequestError('Each of "given" names its "action".', hint=_GIVEN)
    amount, days = _amount(raw.get("worth")), raw.get("days_ago", 0)
    if isinstance(days, bool) or not isinstance(days, int):
        raise UnclearRequestError('"days_ago" is a whole number of days.')
    return Given(
        action=slug(raw["action"]),
        worth=None if amount is None else Money(amount, policy.currency),
        days_ago=days,
        same_case=raw.get("same_case") is True,
        same_customer=raw.get("same_customer") is not False,
        by_same_person=raw.get("by_same_person") is True,
    )

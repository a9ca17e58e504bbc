from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.decision.decision import Facts, Value
from goodword.decision.evaluate import applies, evaluate, questions, traces
from goodword.policy.authority import Authority
from goodword.policy.condition import AllOf, AnyOf, Compare, Condition, Fact, Not, Operator

NAMES = ("a", "b", "c")
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from([Fact(name) for name in NAMES]),
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, max_size=3).map(lambda found: AllOf(tuple(found))),
        st.lists(parts, max_size=3).map(lambda found: AnyOf(tuple(found))),
    ),
    max_leaves=8,
)
KNOWN = st.dictionaries(st.sampled_from(NAMES), st.booleans())


def test_unknown_is_never_true() -> None:
    assert evaluate(Fact("a"), Facts()) is None
    assert evaluate(Not(Fact("a")), Facts()) is None


def test_and_is_false_as_soon_as_one_part_is_false() -> None:
    assert evaluate(AllOf((Fact("a"), Fact("b"))), Facts({"b": False})) is False
    assert evaluate(AllOf((Fact("a"), Fact("b"))), Facts({"b": True})) is None


def test_or_is_true_as_soon_as_one_part_is_true() -> None:
    assert evaluate(AnyOf((Fact("a"), Fact("b"))), Facts({"b": True})) is True
    assert evaluate(AnyOf((Fact("a"), Fact("b"))), Facts({"b": False})) is None


def test_no_condition_holds_always() -> None:
    assert evaluate(None, Facts()) is True


@given(condition=CONDITIONS, known=KNOWN, rest=KNOWN)
def test_what_is_settled_stays_settled_when_more_is_known(
    condition: Condition, known: dict[str, bool], rest: dict[str, bool]
) -> None:
    before = evaluate(condition, Facts(dict(known)))
    after = evaluate(condition, Facts({**rest, **known}))
    assert before is None or before is after


@given(condition=CONDITIONS, known=KNOWN)
def test_what_is_not_settled_has_a_question_to_ask(
    condition: Condition, known: dict[str, bool]
) -> None:
    clause = Authority(role="anyone", action="refund", condition=condition)
    facts = Facts(dict(known))
    if applies(clause, facts) is None:
        asked = questions(clause, facts)
        assert asked
        assert not {name for name, _ in asked} & set(known)


@given(condition=CONDITIONS, known=KNOWN)
def test_everything_known_settles_every_condition(
    condition: Condition, known: dict[str, bool]
) -> None:
    complete: dict[str, Value] = {name: known.get(name, False) for name in NAMES}
    assert evaluate(condition, Facts(complete)) is not None


@pytest.mark.parametrize(
    ("operator", "holding"),
    [
        (Operator.EQUAL, {30}),
        (Operator.NOT_EQUAL, {29, 31}),
        (Operator.LESS, {29}),
        (Operator.AT_MOST, {29, 30}),
        (Operator.MORE, {31}),
        (Operator.AT_LEAST, {30, 31}),
    ],
)
def test_numbers_compare_below_at_and_above(operator: Operator, holding: set[int]) -> None:
    condition = Compare("days", operator, Decimal(30))
    held = {day for day in (29, 30, 31) if evaluate(condition, Facts({"days": Decimal(day)}))}
    assert holding == held


def test_a_number_given_as_words_compares_as_a_number() -> None:
    assert evaluate(Compare("days", Operator.LESS, Decimal(30)), Facts({"days": "9"})) is True


def test_a_word_where_a_number_is_asked_is_unknown() -> None:
    condition = Compare("days", Operator.NOT_EQUAL, Decimal(30))
    assert evaluate(condition, Facts({"days": "many"})) is None


def test_words_compare_without_case() -> None:
    condition = Compare("status", Operator.EQUAL, "Not shipped")
    assert evaluate(condition, Facts({"status": "not_shipped"})) is True
    assert evaluate(condition, Facts({"status": "pending"})) is False


def test_dates_compare_in_their_order() -> None:
    condition = Compare("booked", Operator.LESS, "2026-09-01")
    assert evaluate(condition, Facts({"booked": "2026-08-31"})) is True


def test_words_have_no_order() -> None:
    assert evaluate(Compare("size", Operator.LESS, "large"), Facts({"size": "small"})) is None


def test_yes_and_no_are_facts() -> None:
    assert evaluate(Fact("a"), Facts({"a": "yes"})) is True
    assert evaluate(Fact("a"), Facts({"a": "No"})) is False
    assert evaluate(Fact("a"), Facts({"a": "perhaps"})) is None


def test_a_trace_says_of_each_part_what_was_found() -> None:
    clause = Authority(
        id="x",
        role="anyone",
        action="refund",
        condition=AllOf((Fact("a", "the client agrees"), Fact("b", "the order is new"))),
    )
    found = [(step.words, step.holds) for step in traces(clause, Facts({"a": True}))]
    assert found == [("the client agrees", True), ("the order is new", None)]


def test_an_exception_takes_the_clause_away() -> None:
    clause = Authority(role="anyone", action="refund", exception=Fact("gold"))
    assert applies(clause, Facts({"gold": True})) is False
    assert applies(clause, Facts({"gold": False})) is True
    assert applies(clause, Facts()) is None

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from goodword.document.compare import Changes, compare
from goodword.document.read import read
from goodword.policy.authority import Authority, Cap, Per
from goodword.policy.clause import Audience, Clause
from goodword.policy.definition import ChannelClause
from goodword.policy.duty import ReviewRule
from goodword.policy.policy import Policy, Prose, Role, Section
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Money, Unit
from goodword.policy.situation import Situation, Step, StepKind

REFUND = Authority(
    id="refund-receptionist",
    text="Receptionists may refund up to $50.",
    section="give",
    role="receptionist",
    action="refund",
    limit=Money(Decimal(50), "AUD"),
)
REPLY = Promise(
    id="first-reply-email",
    text="We reply to email within 4 working hours.",
    section="promises",
    metric=Metric.FIRST_RESPONSE,
    channels=("email",),
    limit=Duration(4, Unit.HOUR, Counting.WORKING),
)
REVIEW = ReviewRule(
    id="review",
    text="We review this policy every 6 months.",
    section="promises",
    every=Duration(6, Unit.MONTH, Counting.CALENDAR),
)


def policy(*clauses: Clause, prose: str = "Welcome.") -> Policy:
    return Policy(
        title="Riverside",
        organisation="Riverside",
        serves="client",
        language="en",
        currency="AUD",
        hours=None,
        roles=(Role("receptionist", "receptionists"),),
        owner=None,
        sections=(
            Section("promises", "What we promise", 2, Audience.PUBLIC, (Prose(prose),)),
            Section("give", "What you may give", 2, Audience.TEAM),
        ),
        clauses=clauses,
    )


OLD = policy(REPLY, REVIEW, REFUND)


def words(*clauses: Clause) -> tuple[str, ...]:
    return compare(OLD, policy(*clauses)).words


def test_the_same_policy_has_no_changes() -> None:
    changes = compare(OLD, OLD)
    assert not changes.any
    assert changes.summary == "nothing changed"


def test_a_raised_limit_is_told_with_both_amounts() -> None:
    raised = replace(REFUND, limit=Money(Decimal(75), "AUD"), text="… up to $75.")
    expected = ("Refund by the receptionist: limit $50 → $75",)
    assert expected == words(REPLY, REVIEW, raised)


def test_a_slower_promise_is_told_with_both_times() -> None:
    slower = replace(REPLY, limit=Duration(1, Unit.DAY, Counting.WORKING))
    expected = ("First reply by email: 4 working hours → 1 working day",)
    assert expected == words(slower, REVIEW, REFUND)


def test_a_share_is_told_beside_every_time() -> None:
    shared = replace(REPLY, target=Decimal("0.9"))
    expected = ("First reply by email: share every time → 90%",)
    assert expected == words(shared, REVIEW, REFUND)


def test_a_new_cap_is_told() -> None:
    capped = replace(REFUND, caps=(Cap(per=Per.CUSTOMER, days=90, count=1),))
    expected = ("Refund by the receptionist: cap not said → once per client in 90 days",)
    assert expected == words(REPLY, REVIEW, capped)


def test_other_words_for_the_same_are_wording_only() -> None:
    reworded = replace(REVIEW, text="We look at this policy again every 6 months.")
    changes = compare(OLD, policy(REPLY, reworded, REFUND))
    assert changes.words == ("Wording only: review of this policy.",)
    assert not changes.any_meaning


def test_added_and_removed_clauses_are_echoed() -> None:
    expected = (
        "Added: Phone: 03 5550 0142",
        "Removed: We review this policy every 6 months.",
    )
    phone = ChannelClause(id="phone", channel="phone", address="03 5550 0142")
    assert expected == words(REPLY, phone, REFUND)


def test_a_clause_in_another_section_has_moved() -> None:
    elsewhere = replace(REVIEW, section="give")
    expected = ("Moved to “What you may give”: review of this policy.",)
    assert expected == words(REPLY, elsewhere, REFUND)


def test_swapped_neighbours_are_one_move() -> None:
    changes = compare(OLD, policy(REVIEW, REPLY, REFUND))
    assert len(changes.moved) == 1
    assert changes.summary == "1 moved"


def test_a_changed_step_is_told_by_its_words() -> None:
    old = Situation(
        id="late",
        name="a visit is late",
        steps=(Step(StepKind.DO, "Say sorry."), Step(StepKind.DO, "Offer water.")),
    )
    new = replace(old, steps=(old.steps[0], Step(StepKind.DO, "Offer tea.")))
    changes = compare(policy(old), policy(new))
    assert changes.words == ("A visit is late: steps “Offer water.” → “Offer tea.”",)


def test_running_text_that_changed_is_told_by_its_section() -> None:
    changes = compare(OLD, policy(REPLY, REVIEW, REFUND, prose="Hello."))
    assert changes.words == ("Text changed under “What we promise”.",)
    assert not changes.any_meaning


RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "refund up to $100 per case without",
            "refund up to $75 per case without",
            "Refund by the receptionist: limit $100 → $75",
        ),
        (
            "| Email | 4 working hours, 90% of the time |",
            "| Email | 1 working day, 90% of the time |",
            "First reply by email: 4 working hours → 1 working day",
        ),
        (
            "We answer 90% of calls within 30 seconds.",
            "We answer 95% of calls within 20 seconds.",
            "Answer by phone: 30 seconds → 20 seconds; share 90% → 95%",
        ),
        (
            "from 24 December to 1 January",
            "from 24 December to 2 January",
            "Closed dates: dates added: on 2 January",
        ),
        ("Never accept cash.\n", "", "Removed: No one may accept cash."),
        (
            "Receptionists may waive",
            "A receptionist may waive",
            "Wording only: waive the fee by the receptionist.",
        ),
    ],
)
def test_an_edit_of_riverside_is_told_in_plain_words(old: str, new: str, words: str) -> None:
    text = RIVERSIDE.read_text("utf-8")
    changes = compare(read(text).policy, read(text.replace(old, new)).policy)
    assert changes.words == (words,)


def edited(*changes: tuple[str, str]) -> Changes:
    text = RIVERSIDE.read_text("utf-8")
    new = text
    for was, now in changes:
        assert was in new
        new = new.replace(was, now)
    return compare(read(text).policy, read(new).policy)


def test_another_meaning_of_a_word_is_a_change_of_meaning() -> None:
    changes = edited(("any sign that a client is unhappy with us", "any sign of unhappiness"))
    assert changes.any_meaning
    assert changes.words[0].startswith('Meaning of "complaint": any sign that a client')


def test_two_alike_of_which_the_first_goes_are_one_removed() -> None:
    first = replace(REFUND, id="refund", caps=(Cap(per=Per.CASE, count=1),))
    second = replace(REFUND, id="refund-2", caps=(Cap(per=Per.DAY, count=1),))
    moved_up = replace(second, id="refund")
    changes = compare(policy(first, second), policy(moved_up))
    assert changes.summary == "1 removed"


def test_a_new_heading_over_the_same_text_is_no_change_of_meaning() -> None:
    changes = edited(("## How we learn", "## How we get better"))
    assert not changes.any_meaning
    assert changes.words == ("Heading “How we learn” is now “How we get better”.",)
    assert changes.in_short == "only headings changed"


def test_what_changed_is_told_in_one_line() -> None:
    changes = edited(
        ("refund up to $100 per case without", "refund up to $75 per case without"),
        ("Never accept cash.\n", ""),
        ("Receptionists may waive", "A receptionist may waive"),
    )
    expected = "refund by the receptionist: limit $100 → $75; 1 removed; 1 wording only"
    assert expected == changes.in_short


def test_a_section_that_is_opened_is_told_once_for_all_its_clauses() -> None:
    changes = edited(
        (
            "## What you may give\n\nThis section is for our team only.",
            "## What you may give\n\nThis section is public.",
        ),
    )
    assert changes.words == ("Who sees “What you may give”: our team only → everyone",)


def test_a_clause_that_changed_more_than_who_sees_it_is_told_with_its_section() -> None:
    changes = edited(
        ("## How we learn\n\nThis section is for our team only.\n", "## How we learn\n\n"),
        ("for 7 years", "for 5 years"),
    )
    assert "Removed: This section is for our team only." in changes.words
    assert [one for one in changes.words if "7 years → 5 years" in one]


def test_an_aim_that_becomes_a_promise_is_told() -> None:
    changes = edited(("We aim to resolve every enquiry", "We resolve every enquiry"))
    assert changes.words == ("Resolution of an enquiry: strength an aim → firm",)


def test_many_changes_of_meaning_are_counted_in_the_one_line() -> None:
    changes = edited(("$100 per case", "$90 per case"), ("$300", "$400"), ("$2,000", "$3,000"))
    assert changes.in_short.split("; ")[0] == f"{len(changes.changed)} changed"


def test_an_escalation_that_goes_to_somebody_else_is_one_change() -> None:
    before = read("# Shop\n\nIf a complaint is not answered within 2 days, tell the team leader.\n")
    after = read("# Shop\n\nIf a complaint is not answered within 2 days, tell the owner.\n")
    changes = compare(before.policy, after.policy)
    (change,) = changes.changed
    assert change.words == (
        "A complaint not answered within 2 calendar days: "
        "now goes to the owner, not the team leader"
    )
    assert (changes.added, changes.removed) == ((), ())


def test_of_a_ladder_the_rung_that_goes_elsewhere_is_told_alone() -> None:
    ladder = "# Shop\n\nAfter 2 hours without an answer tell the {}; after 4 hours tell the {}.\n"
    before = read(ladder.format("team leader", "manager")).policy
    after = read(ladder.format("team leader", "owner")).policy
    changes = compare(before, after)
    assert [(one.old.id, one.new.id) for one in changes.changed] == [
        ("escalation-not-answered-manager", "escalation-not-answered-owner")
    ]
    assert changes.summary == "1 changed, 1 wording only"


def test_an_escalation_at_an_event_says_where_it_goes_now() -> None:
    before = read("# Shop\n\nWhen a child is hurt, the manager is told at once.\n").policy
    after = read("# Shop\n\nWhen a child is hurt, the owner is told within 1 hour.\n").policy
    assert compare(before, after).words == (
        "A child is hurt: now goes to the owner, not the manager; by when not said → 1 hour",
    )

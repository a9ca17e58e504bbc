"""Clauses of every kind that can be made up, for properties of echo and write."""

from datetime import time
from decimal import Decimal

from hypothesis import strategies as st

from goodword.document.conditions import condition_of
from goodword.language.word import slug
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Eligibility,
    Per,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import Condition, Fact
from goodword.policy.definition import ClosureClause, HoursClause
from goodword.policy.duty import (
    Escalation,
    PublicationRule,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
    Trigger,
)
from goodword.policy.hours import Closure, Interval
from goodword.policy.promise import (
    LateNotice,
    Metric,
    NoticeRule,
    PauseRule,
    Promise,
    Quality,
    QualityGoal,
    Remedy,
)
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Money, Unit

ROLES = ("practice_owner", "practice_manager", "physiotherapist", "receptionist")
CHANNELS = ("email", "phone", "text", "web_form", "in_person", "chat", "letter", "voicemail")
SUBJECTS = ("complaint", "enquiry", "priority_1")

exact_lengths = st.builds(
    Duration,
    st.integers(1, 90),
    st.sampled_from([Unit.SECOND, Unit.MINUTE, Unit.HOUR]),
    st.sampled_from([Counting.WORKING, Counting.CLOCK]),
)
day_lengths = st.builds(
    Duration,
    st.integers(1, 60),
    st.sampled_from([Unit.DAY, Unit.WEEK]),
    st.sampled_from([Counting.WORKING, Counting.CALENDAR]),
)
long_lengths = st.builds(
    Duration,
    st.integers(1, 12),
    st.sampled_from([Unit.MONTH, Unit.YEAR]),
    st.just(Counting.CALENDAR),
)
calendar_lengths = st.one_of(
    day_lengths.filter(lambda one: one.counting is Counting.CALENDAR), long_lengths
)
lengths = st.one_of(exact_lengths, day_lengths)
minutes = st.builds(time, st.integers(8, 18), st.sampled_from([0, 15, 30]))
anchors = st.one_of(
    st.builds(Anchor, st.just(AnchorKind.SAME_DAY), cutoff=st.none() | minutes),
    st.builds(Anchor, st.just(AnchorKind.NEXT_WORKING_DAY)),
    st.builds(Anchor, st.just(AnchorKind.AT_TIME), at=minutes),
)


def _fact(words: str) -> Condition:
    return Fact(slug(words), words)


conditions = st.none() | st.sampled_from(
    [
        _fact(words)
        for words in (
            "the client has confirmed",
            "the appointment was cancelled by us",
            "the treatment has not started",
        )
    ]
)
some_money = st.builds(
    Money,
    st.decimals(Decimal(1), Decimal(5000), places=2).map(
        lambda amount: amount.quantize(Decimal(1)) if amount > 100 else amount
    ),
    st.just("AUD"),
)
shares = st.none() | st.integers(500, 999).map(lambda tenths: Decimal(tenths) / 1000)


def _is_said_so(promise: Promise) -> bool:
    """Whether these words are used of it: a first reply to voicemail is called a call back."""
    limit, channels = promise.limit, set(promise.channels)
    soon = isinstance(limit, Duration) and limit.unit in {Unit.SECOND, Unit.MINUTE}
    if promise.metric is Metric.FIRST_RESPONSE:
        return channels != {"voicemail"} and not (channels == {"phone"} and soon)
    if promise.metric is Metric.CALLBACK:
        return bool(channels) and not channels >= {"voicemail", "phone"}
    return True


promises = st.builds(
    Promise,
    metric=st.sampled_from(Metric).filter(
        lambda metric: metric not in {Metric.UPDATE, Metric.ANSWER, Metric.WAIT}
    ),
    channels=st.lists(st.sampled_from(CHANNELS), unique=True, max_size=2).map(tuple),
    subject=st.none() | st.sampled_from(SUBJECTS),
    limit=st.one_of(lengths, anchors),
    target=shares,
    strength=st.sampled_from([Strength.MUST, Strength.SHOULD, Strength.AIM]),
    condition=conditions,
    exception=conditions,
).filter(_is_said_so)
updates = st.builds(
    Promise,
    metric=st.just(Metric.UPDATE),
    subject=st.none() | st.sampled_from(SUBJECTS),
    limit=lengths,
)
notices = st.builds(
    Promise,
    metric=st.just(Metric.UPDATE),
    subject=st.none() | st.sampled_from(SUBJECTS),
    limit=st.one_of(lengths, anchors),
    condition=conditions,
    once=st.just(True),
)
answers = st.builds(
    Promise,
    metric=st.just(Metric.ANSWER),
    channels=st.sampled_from([("phone",), ("chat",)]),
    limit=exact_lengths,
    target=shares,
)
waits = st.builds(
    Promise, metric=st.just(Metric.WAIT), channels=st.just(("in_person",)), limit=exact_lengths
)
pauses = st.just(PauseRule())
goals = st.builds(
    QualityGoal,
    quality=st.sampled_from(Quality),
    share=st.integers(1, 999).map(lambda tenths: Decimal(tenths) / 1000),
    channels=st.lists(st.sampled_from(CHANNELS), unique=True, max_size=2).map(tuple),
    subject=st.none() | st.sampled_from(SUBJECTS),
    strength=st.sampled_from([Strength.MUST, Strength.SHOULD, Strength.AIM]),
    exception=conditions,
)
warnings_before = st.one_of(
    st.builds(
        NoticeRule,
        notice=lengths,
        what=st.sampled_from(["changing an appointment", "we turn the water off", "any works"]),
        strength=st.sampled_from([Strength.MUST, Strength.AIM]),
        exception=conditions,
    ),
    st.builds(NoticeRule, notice=lengths, condition=conditions.filter(bool)),
)
_FAILURES = ("we miss an appointment", "your repair is late", "we do not answer in 10 working days")
remedies = st.builds(
    lambda words, **slots: Remedy(event=slug(words, limit=40), event_words=words, **slots),
    st.sampled_from(_FAILURES),
    money=some_money,
    automatic=st.booleans(),
    within=st.none() | day_lengths,
    strength=st.sampled_from([Strength.MUST, Strength.AIM]),
) | st.builds(
    lambda words, **slots: Remedy(event=slug(words, limit=40), event_words=words, **slots),
    st.sampled_from(_FAILURES),
    goods=st.sampled_from(["free session", "free dessert"]),
    automatic=st.booleans(),
)
late_notices = st.builds(
    lambda told, **slots: LateNotice(why="why" in told, when="when" in told, **slots),
    st.sampled_from([("why",), ("when",), ("why", "when")]),
    after=st.none() | lengths,
    subject=st.none() | st.sampled_from(SUBJECTS),
    strength=st.sampled_from([Strength.MUST, Strength.AIM]),
)
delay_notices = st.builds(
    LateNotice, after=lengths, strength=st.sampled_from([Strength.MUST, Strength.AIM])
)
caps = st.builds(
    Cap,
    per=st.sampled_from([Per.CUSTOMER, Per.CASE]),
    days=st.none() | st.sampled_from([30, 90, 365]),
    count=st.integers(1, 5),
)
authorities = st.builds(
    Authority,
    role=st.sampled_from((*ROLES, "anyone")),
    action=st.just("refund"),
    limit=some_money,
    per=st.none() | st.sampled_from([Per.CASE, Per.CUSTOMER, Per.DAY]),
    only=st.just(False),
    strength=st.just(Strength.MAY),
)
capped = st.builds(
    Authority,
    role=st.sampled_from(ROLES),
    action=st.just("waive_fee"),
    caps=caps.map(lambda cap: (cap,)),
    strength=st.just(Strength.MAY),
)
limited_and_capped = st.builds(
    Authority,
    role=st.sampled_from(ROLES),
    action=st.just("refund"),
    limit=some_money,
    per=st.none() | st.sampled_from([Per.CASE, Per.CUSTOMER]),
    caps=st.builds(
        Cap, per=st.just(Per.CUSTOMER), days=st.sampled_from([30, 90, 365]), money=some_money
    ).map(lambda cap: (cap,)),
    strength=st.just(Strength.MAY),
)
approvals = st.builds(
    ApprovalRule,
    action=st.just("refund"),
    over=some_money,
    up_to=st.none(),
    approver=st.sampled_from(ROLES),
)
some_shares = st.integers(1, 99).map(lambda percent: Decimal(percent) / 100)
# Whatever a condition can ask, in the author's words.
asked = st.sampled_from(
    [
        condition_of(words)
        for words in (
            "the client has confirmed",
            "the reminder was late and the fee is paid",
            "fraud is suspected or the client is abusive",
            "the status is pending or held",
            "any session is unused",
            "all sessions have been attended",
            "the new fee is higher than the old one",
            "it was booked less than 24 hours ago",
            "they cancel at least 2 working days before the appointment",
            "there are more than three sessions",
            "the bill is over $500",
            'the status is "pending"',
            "it is not the case that the treatment has started",
            "neither the client is late nor the session is short",
        )
    ]
)
terms = st.none() | asked
# A condition is no exception to itself.
said_apart = st.none() | st.just(_fact("the treatment has not started"))
computed = st.one_of(
    st.builds(
        Authority,
        role=st.sampled_from(ROLES),
        action=st.just("discount"),
        share=some_shares,
        share_of=st.sampled_from(["price", "fee", "session fee"]),
        limit=st.none() | some_money,
        or_above=st.booleans(),
        strength=st.just(Strength.MAY),
        condition=terms,
    ),
    st.builds(
        Authority,
        role=st.sampled_from(ROLES),
        action=st.just("refund"),
        limit=some_money,
        each=st.none() | st.just("bag"),
        below=st.booleans(),
        strength=st.just(Strength.MAY),
        condition=terms,
        exception=said_apart,
    ),
    st.builds(
        Authority,
        role=st.sampled_from(ROLES),
        action=st.sampled_from(["extend_return_period", "extend_loans"]),
        longest=day_lengths | exact_lengths,
        strength=st.just(Strength.MAY),
    ),
    st.builds(
        lambda role, low, high: Authority(
            role=role, action="refund", begins=low, limit=high, strength=Strength.MAY
        ),
        st.sampled_from(ROLES),
        some_money,
        some_money,
    ),
)
approvals_in_full = st.one_of(
    st.builds(
        ApprovalRule,
        action=st.sampled_from(["refund", "discount", "compensate"]),
        over=some_money,
        up_to=st.none() | some_money,
        approver=st.sampled_from(ROLES[:2]),
        role=st.sampled_from(["anyone", "receptionist"]),
        at_least=st.booleans(),
        condition=terms,
        exception=said_apart,
    ),
    st.builds(
        ApprovalRule,
        action=st.just("discount"),
        over=st.none(),
        up_to=st.none(),
        over_share=some_shares,
        share_of=st.sampled_from(["price", "fee"]),
        approver=st.sampled_from(ROLES[:2]),
        at_least=st.booleans(),
    ),
    st.builds(
        ApprovalRule,
        action=st.just("refund"),
        over=some_money,
        up_to=st.none(),
        approver=st.sampled_from(["anyone", "practice_manager"]),
        people=st.integers(2, 4),
    ),
    st.builds(
        ApprovalRule,
        action=st.just("refund"),
        over=some_money,
        up_to=st.none(),
        approver=st.just("practice_owner"),
        also=st.just(("practice_manager",)),
    ),
    st.builds(
        ApprovalRule,
        action=st.just("refund"),
        over=some_money,
        up_to=st.none(),
        approver=st.just("practice_manager"),
        instead=st.just(("practice_owner",)),
    ),
    st.builds(
        ApprovalRule,
        action=st.just("refund"),
        over=some_money,
        up_to=st.none(),
        approver=st.sampled_from(ROLES[:2]),
        only=st.just(True),
    ),
)
eligibilities = st.builds(
    Eligibility,
    action=st.sampled_from(["cancel_bookings", "return_items", "exchange_gift_cards"]),
    only=st.booleans(),
    condition=asked,
    exception=said_apart,
)
reviews_by_others = st.builds(
    Prohibition,
    role=st.just("anyone"),
    action=st.sampled_from(["review_complaints", "investigate_complaints"]),
    others_may=st.just(True),
    strength=st.just(Strength.MUST_NOT),
    condition=st.sampled_from(
        [
            _fact("you handled the first answer"),
            _fact("you were involved in the case"),
        ]
    ),
)
checks_first = st.builds(
    Precondition,
    action=st.sampled_from(["refund", "accept_gift"]),
    do=st.just("check the payment in the booking system"),
    role=st.sampled_from(["anyone", "receptionist"]),
    condition=terms,
)
prohibitions = st.builds(
    Prohibition,
    role=st.sampled_from((*ROLES, "anyone")),
    action=st.sampled_from(
        [
            "refund",
            "refund_deposits",
            "give_clinical_advice",
            "accept_cash",
            "say_that_it_is_a_gift",
        ]
    ),
    strength=st.just(Strength.MUST_NOT),
)
cap_rules = st.builds(
    CapRule,
    action=st.just("refund"),
    caps=st.builds(
        Cap, per=st.just(Per.CUSTOMER), days=st.sampled_from([30, 365]), count=st.integers(1, 9)
    ).map(lambda cap: (cap,)),
)
preconditions = st.builds(
    Precondition, action=st.just("refund"), do=st.just("check the payment in the booking system")
)
timed_escalations = st.builds(
    Escalation,
    to=st.sampled_from(ROLES),
    after=lengths,
    trigger=st.sampled_from(Trigger),
    subject=st.sampled_from(["complaint", "enquiry"]),
    strength=st.sampled_from([Strength.MUST, Strength.AIM]),
    deputy=st.none() | st.just("practice_owner"),
)
event_escalations = st.builds(
    Escalation,
    to=st.sampled_from(ROLES),
    event=st.just("reports_injury"),
    event_words=st.just("a client reports an injury"),
    within=st.none() | lengths,
    strength=st.sampled_from([Strength.MUST, Strength.AIM]),
)
surveys = st.builds(
    SurveyRule,
    event=st.just("visit"),
    delay=st.none() | day_lengths,
    cap=st.none() | calendar_lengths,
)
trainings = st.one_of(
    st.builds(
        TrainingRule,
        who=st.sampled_from(("anyone", *ROLES)),
        every=calendar_lengths,
        on_change=st.booleans(),
    ),
    st.builds(TrainingRule, who=st.just("anyone"), within_joining=day_lengths),
)
reviews = st.builds(
    ReviewRule,
    every=calendar_lengths,
    owner=st.none() | st.sampled_from(ROLES),
    after=st.sampled_from([(), ("serious_incident",)]),
)
retentions = st.builds(RetentionRule, subject=st.just("complaint"), keep=long_lengths)
publications = st.builds(PublicationRule, what=st.just("results"), every=calendar_lengths)

openings = st.sampled_from(
    [(), (Interval(540, 1020),), (Interval(480, 720), Interval(780, 1080)), (Interval(0, 1440),)]
)
hours = st.builds(
    HoursClause,
    week=st.tuples(openings, openings, openings, openings, openings, openings, openings).filter(
        any
    ),
)
closures = st.builds(
    ClosureClause,
    closures=st.lists(
        st.builds(
            Closure,
            month=st.integers(1, 12),
            day=st.integers(1, 28),
            year=st.none() | st.just(2026),
        ),
        min_size=1,
        max_size=3,
        unique=True,
    ).map(tuple),
    public_holidays=st.booleans(),
)
goods = st.builds(
    Authority,
    role=st.sampled_from(ROLES),
    action=st.just("give_goods"),
    goods=st.sampled_from(["a free coffee", "a voucher"]),
    goods_value=st.none() | some_money,
    caps=st.just(()) | caps.map(lambda cap: (cap,)),
    strength=st.just(Strength.MAY),
)
ladders = st.builds(
    Authority,
    role=st.sampled_from(ROLES),
    action=st.sampled_from(["refund", "discount", "accept_gift"]),
    limit=some_money,
    approver=st.none() | st.sampled_from(ROLES),
    only=st.booleans(),
    condition=conditions,
    strength=st.just(Strength.MAY),
)

clauses: st.SearchStrategy[Clause] = st.one_of(
    promises,
    updates,
    notices,
    answers,
    waits,
    pauses,
    goals,
    warnings_before,
    remedies,
    late_notices,
    delay_notices,
    authorities,
    limited_and_capped,
    capped,
    approvals,
    prohibitions,
    cap_rules,
    preconditions,
    computed,
    approvals_in_full,
    eligibilities,
    reviews_by_others,
    checks_first,
    timed_escalations,
    event_escalations,
    surveys,
    trainings,
    reviews,
    retentions,
    publications,
    hours,
    closures,
    goods,
    ladders,
)

"""Clauses that can be made up in German and Spanish, for properties of echo and write."""

from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from goodword.document.form_condition import condition_in, joined
from goodword.document.form_frame import scope
from goodword.document.read import read
from goodword.language.pack import pack
from goodword.language.word import slug
from goodword.policy.authority import ApprovalRule, Authority, Cap, CapRule, Per
from goodword.policy.clause import Clause, Strength
from goodword.policy.duty import Escalation, RetentionRule, ReviewRule, Trigger
from goodword.policy.policy import Policy
from goodword.policy.promise import (
    LateNotice,
    Metric,
    NoticeRule,
    Promise,
    Quality,
    QualityGoal,
    Remedy,
)
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Money, Unit

HERE = Path(__file__).parent / "policies"
POLICIES: Mapping[str, Policy] = {
    "de": read((HERE / "werkhof.md").read_text(encoding="utf-8")).policy,
    "es": read((HERE / "taller.md").read_text(encoding="utf-8")).policy,
}
ROLES = {"de": ("inhaberin", "werkstattleitung"), "es": ("duena", "encargada")}
CONDITIONS = {
    "de": (
        "der Kunde einen Beleg hat",
        "die Ware nicht benutzt ist",
        "der Kunde einen Beleg hat und die Ware unbenutzt ist",
        "der Beleg fehlt oder die Ware benutzt ist",
        "die Bestellung weniger als 30 Tage alt ist",
        "der Betrag über 500 € liegt",
        'der Status "offen" ist',
        "keine Rechnung vorliegt",
    ),
    "es": (
        "el cliente tiene el recibo",
        "el artículo no está usado",
        "el cliente tiene el recibo y el artículo está nuevo",
        "falta el recibo o el artículo está usado",
        "el pedido tiene menos de 30 días",
        "el importe es superior a 500 €",
        'el estado es "pendiente"',
        "no hay factura",
    ),
}
SCOPES = {
    "de": ("für Neukunden", "außerhalb der Ferien", "montags bis freitags", "bei E-Bikes"),
    "es": ("para los clientes nuevos", "fuera de las vacaciones", "de lunes a viernes"),
}
EVENTS = {
    "de": ("wir einen Termin versäumen", "die Reparatur zu spät fertig ist"),
    "es": ("faltamos a una cita", "la entrega llega tarde"),
}
BEFORE = {
    "de": ("über Terminänderungen", "vor jeder Terminänderung", "bevor wir das Rad verschrotten"),
    "es": ("antes de cambiar una cita", "de cada cambio de precio"),
}
_exact = st.builds(
    Duration,
    st.integers(1, 90),
    st.sampled_from([Unit.MINUTE, Unit.HOUR]),
    st.sampled_from([Counting.WORKING, Counting.CLOCK]),
).filter(lambda one: one.unit is not Unit.HOUR or one.amount < 24)
_days = st.builds(
    Duration,
    st.integers(1, 60),
    st.sampled_from([Unit.DAY, Unit.WEEK]),
    st.sampled_from([Counting.WORKING, Counting.CALENDAR]),
)
_lengths = st.one_of(_exact, _days)
_minutes = st.builds(time, st.integers(8, 18), st.sampled_from([0, 15, 30]))
_anchors = st.one_of(
    st.builds(Anchor, st.just(AnchorKind.SAME_DAY)),
    st.builds(Anchor, st.just(AnchorKind.NEXT_WORKING_DAY)),
    st.builds(Anchor, st.just(AnchorKind.AT_TIME), at=_minutes),
)
_money = st.builds(Money, st.integers(1, 5000).map(Decimal), st.just("EUR"))
_shares = st.integers(500, 999).map(lambda tenths: Decimal(tenths) / 1000)
_firmly = st.sampled_from([Strength.MUST, Strength.SHOULD, Strength.AIM])
_channels = st.lists(
    st.sampled_from(("email", "text", "web_form", "chat", "letter")),
    unique=True,
    min_size=1,
    max_size=2,
).map(tuple)
_subjects = st.none() | st.sampled_from(("complaint", "enquiry", "repair", "priority_1"))


def clauses(code: str) -> st.SearchStrategy[Clause]:
    """Return clauses of the kinds that the forms of the language read, in its own words."""
    own = pack(code)
    roles = st.sampled_from(ROLES[code])
    asked = st.sampled_from([condition_in(words, own) for words in CONDITIONS[code]])
    narrow = st.sampled_from([scope(words, own) for words in SCOPES[code]])
    together = st.tuples(asked, narrow).map(
        lambda pair: joined(tuple(one for one in pair if one is not None))
    )
    depends = st.one_of(st.none(), asked, narrow, together)
    unless = st.none() | st.sampled_from(
        [condition_in(words, own) for words in CONDITIONS[code][:4]]
    )
    promises = st.builds(
        Promise,
        metric=st.sampled_from(
            [Metric.ACKNOWLEDGE, Metric.FIRST_RESPONSE, Metric.RESOLUTION, Metric.CALLBACK]
        ),
        channels=_channels,
        subject=_subjects,
        limit=st.one_of(_lengths, _anchors),
        target=st.none() | _shares,
        strength=_firmly,
        condition=depends,
        exception=st.none() | unless,
    ).filter(lambda one: one.condition != one.exception or one.condition is None)
    updates = st.builds(
        Promise,
        metric=st.just(Metric.UPDATE),
        subject=_subjects,
        limit=_lengths,
        once=st.booleans(),
        strength=_firmly,
    )
    authorities = st.builds(
        Authority,
        role=roles,
        action=st.sampled_from(["refund", "discount"]),
        limit=_money,
        share=st.none() | st.integers(1, 99).map(lambda percent: Decimal(percent) / 100),
        per=st.none() | st.sampled_from([Per.CASE, Per.CUSTOMER]),
        strength=st.just(Strength.MAY),
        condition=st.none() | asked,
    )
    approvals = st.builds(
        ApprovalRule,
        action=st.sampled_from(["refund", "discount"]),
        over=_money,
        up_to=st.none(),
        approver=roles,
        at_least=st.booleans(),
        condition=st.none() | asked,
    )
    caps = st.builds(
        CapRule,
        action=st.just("refund"),
        caps=st.builds(
            Cap, per=st.just(Per.CUSTOMER), days=st.sampled_from([30, 365]), count=st.integers(1, 9)
        ).map(lambda cap: (cap,)),
    )
    escalations = st.builds(
        Escalation,
        to=roles,
        after=_days,
        trigger=st.sampled_from(
            [Trigger.NOT_RESOLVED, Trigger.NOT_ANSWERED, Trigger.NOT_ACKNOWLEDGED]
        ),
        subject=st.none() | st.sampled_from(("complaint", "enquiry", "repair")),
        strength=st.sampled_from([Strength.MUST, Strength.AIM]),
    )
    goals = st.builds(
        QualityGoal,
        quality=st.sampled_from(Quality),
        share=st.integers(1, 999).map(lambda tenths: Decimal(tenths) / 1000),
        subject=st.none() | st.sampled_from(("complaint", "enquiry", "repair")),
        strength=_firmly,
    )
    warnings = st.builds(
        NoticeRule,
        notice=_lengths,
        what=st.sampled_from(BEFORE[code]),
        strength=st.sampled_from([Strength.MUST, Strength.AIM]),
    )
    remedies = st.builds(
        lambda words, **slots: Remedy(
            event=slug(words, limit=40, pack=own), event_words=words, **slots
        ),
        st.sampled_from(EVENTS[code]),
        money=_money,
        automatic=st.booleans(),
        within=st.none() | _days,
    )
    late = st.builds(
        lambda told, **slots: LateNotice(why="why" in told, when="when" in told, **slots),
        st.sampled_from([("why",), ("when",), ("why", "when")]),
        after=_days,
        subject=st.none() | st.sampled_from(("complaint", "enquiry", "repair")),
        strength=st.sampled_from([Strength.MUST, Strength.AIM]),
    )
    years = st.builds(
        Duration, st.integers(2, 12), st.sampled_from([Unit.MONTH, Unit.YEAR]),
        st.just(Counting.CALENDAR),
    )  # fmt: skip
    reviews = st.builds(ReviewRule, every=years, owner=st.none() | roles)
    records = st.builds(RetentionRule, subject=st.just("complaint"), keep=years)
    return st.one_of(
        promises, updates, authorities, approvals, caps, escalations, goals, warnings, remedies,
        late, reviews, records,
    )  # fmt: skip

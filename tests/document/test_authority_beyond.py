"""Who decides above a limit, however it is said behind it, and rows of schedules."""

import pytest

from goodword.document.understand import understand

BEHIND = {
    "referred": (
        (
            "A Head of Faculty may approve refunds up to $500; items above that sum shall be "
            "referred to the Dean."
        ),
        ("head_of_faculty", 500, "dean"),
    ),
    "a matter for": (
        (
            "Reading room staff may waive fines up to £10; larger amounts are a matter for the "
            "Branch Librarian."
        ),
        ("reading_room_staff", 10, "branch_librarian"),
    ),
    "somebody's decision": (
        (
            "A clerk may write off shortages of up to $20. Anything larger is the Postmaster's "
            "decision."
        ),
        ("clerk", 20, "postmaster"),
    ),
    "being a matter": (
        "Ushers may refund up to €25 a booking, higher sums being a matter for the House Manager.",
        ("usher", 25, "house_manager"),
    ),
    "in brackets": (
        "Agents may credit up to $100 (supervisor beyond that).",
        ("agent", 100, "supervisor"),
    ),
    "who decides first": (
        (
            "The practice manager may settle complaints for up to £500; above that figure the "
            "partners decide."
        ),
        ("practice_manager", 500, "partner"),
    ),
    "consent obtained": (
        (
            "Engineers may knock up to £100 off a bill; for more than this they must obtain the "
            "Service Manager's consent."
        ),
        ("engineer", 100, "service_manager"),
    ),
    "who approves above that": (
        "A Payments Officer may write off up to €300; a Principal Officer approves above that.",
        ("payments_officer", 300, "principal_officer"),
    ),
    "those that are larger": (
        (
            "Lettings managers may agree payment plans of up to $1,500; the Director of Lettings "
            "must approve those that are larger."
        ),
        ("lettings_manager", 1500, "director_of_lettings"),
    ),
    "by the same amount": (
        (
            "Heads of Year may offer vouchers up to £60; offers above £60 must be approved by the "
            "School Secretary."
        ),
        ("head_of_year", 60, "school_secretary"),
    ),
}


def test_what_is_of_another_kind_is_not_decided_above_a_limit() -> None:
    read = understand("Agents may refund up to $50; gifts over $50 need a supervisor.")
    assert [one["action"] for one in read["clauses"]] == ["refund", "accept_gift"]


def test_a_title_is_one_with_the_part_of_the_house_behind_it() -> None:
    (clause,) = understand("Credits over $600 need the approval of the Commissioner of Works.")[
        "clauses"
    ]
    assert clause["approver"] == "commissioner_of_works"


@pytest.mark.parametrize(("sentence", "fields"), BEHIND.values(), ids=BEHIND)
def test_who_decides_above_a_limit_is_the_approver(
    sentence: str, fields: tuple[str, int, str]
) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["role"], clause["limit"]["amount"], clause["approver"]) == fields


def test_who_decides_above_a_ladder_decides_above_its_last_step() -> None:
    said = understand("Handler to $250, Senior Handler to $900, anything above that the Director.")
    kept = [(c.get("role"), c["limit"]["amount"], c.get("approver")) for c in said["clauses"]]
    assert kept == [
        ("handler", 250, None),
        ("senior_handler", 900, None),
        (None, 900, "director"),
    ]


NEIGHBOURS = {
    "goods": "Agents may refund up to $50, and larger parcels go by courier.",
    "a place": "Agents may refund up to $50, and only over the phone.",
    "nobody named": "Agents may refund up to $50; larger amounts take longer.",
}


@pytest.mark.parametrize("sentence", NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_what_only_mentions_more_names_no_approver(sentence: str) -> None:
    (clause, *_) = understand(sentence)["clauses"]
    assert clause["role"] == "agent"
    assert clause.get("approver") is None


ROWS = {
    "numbered, without a header": (
        ("3.14 | Settlement of small claims | Insurance & Risk Manager | up to £5,000", None),
        ("insurance_and_risk_manager", 5000),
    ),
    "a letter in brackets": (
        ("(c) Town Clerk | minor refunds | up to £500", "Scheme of delegation"),
        ("town_clerk", 500),
    ),
    "a title of several words": (
        ("Manager Parks Operations | $5,000", "Fee waivers: Delegate | Maximum amount"),
        ("manager_parks_operations", 5000),
    ),
    "nobody need approve": (
        ("Under $50 | None", "Refund limits: Amount | Approval needed"),
        (None, 50),
    ),
}


@pytest.mark.parametrize(("row", "fields"), ROWS.values(), ids=ROWS)
def test_a_row_of_a_schedule_says_who_may_up_to_where(
    row: tuple[str, str | None], fields: tuple[str, int]
) -> None:
    (clause,) = understand(row[0], heading=row[1])["clauses"]
    assert (clause["role"], clause["limit"]["amount"]) == fields


def test_a_row_of_prices_gives_nobody_anything() -> None:
    assert understand("Room hire | Main hall | £45", heading="Price list")["clauses"] == []


BANS = {
    "no refunds": "No refunds after the course has begun.",
    "no thing of a kind": "No exchanges on sale items.",
    "cannot be given": "Tickets cannot be refunded.",
    "can not": "The late fee can not be waived for a second time.",
    "narrowed": "Complaints which are frivolous will not be investigated.",
    "one's own": "The person who asks for the waiver may not also approve it.",
    "doing": "Refunding to another card is forbidden.",
}


@pytest.mark.parametrize("sentence", BANS.values(), ids=BANS)
def test_what_is_never_given_is_a_ban(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["kind"] == "prohibition"


NO_BANS = {
    "a promise denied": "We can't promise a date.",
    "nothing is needed": "No appointment is needed.",
    "how it went": "No exchanges were made last year.",
    "what cannot be helped": "The office cannot be reached by bus on Sundays.",
    "their own": "Your complaint will not affect the care you get.",
    "handed in by customers": "Requests for a waiver must be made in writing by the owner.",
}


@pytest.mark.parametrize("sentence", NO_BANS.values(), ids=NO_BANS)
def test_what_is_not_so_forbids_nothing(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


CODE = "Gifts and hospitality: the code for employees"


def test_a_code_for_staff_speaks_to_staff() -> None:
    said = understand("You may accept small gifts up to the value of £40.", heading=CODE)
    (clause,) = said["clauses"]
    assert (clause["role"], clause["limit"]["amount"]) == ("anyone", 40)


def test_a_ban_and_whom_to_tell_are_two_rules() -> None:
    said = understand(
        "You must not accept cash and you must report such offers to your executive director.",
        heading=CODE,
    )
    assert [one["kind"] for one in said["clauses"]] == ["prohibition", "escalation"]


TITLES = {
    "behind a comma": (
        "The Manager, Guest Services may waive charges of up to $300.",
        "manager_guest_services",
    ),
    "with a deputy": ("Only the Dean or his or her designee may waive this fee.", "dean"),
    "a decision": ("The decision to exclude a pupil is taken by the headteacher.", "headteacher"),
    "who decides": ("The branch manager decides whether a fine is waived.", "branch_manager"),
    "who did something": (
        "Officers who have completed the training may award up to £250.",
        "officer",
    ),
}


@pytest.mark.parametrize(("sentence", "role"), TITLES.values(), ids=TITLES)
def test_a_role_is_named_by_its_whole_title(sentence: str, role: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["role"]) == ("authority", role)


NOTHING_LARGER = {
    "decides on": ("The Director will decide on refunds.", "director", None),
    "a fee kept back": (
        "At the Manager's discretion a refund may be offered, less a fee of £2.50.",
        "manager",
        None,
    ),
    "who gave it": (
        "Any refund of a fee is a matter for the dentist who gave the treatment.",
        "dentist",
        None,
    ),
    "goods, and money above": (
        "Stewards may offer a free programme; anything in money goes to the House Manager.",
        "steward",
        "house_manager",
    ),
    "dearer": (
        (
            "Station staff can arrange a taxi costing up to £75; the Control Manager must be asked "
            "for anything dearer."
        ),
        "station_staff",
        "control_manager",
    ),
}


@pytest.mark.parametrize(
    ("sentence", "role", "approver"), NOTHING_LARGER.values(), ids=NOTHING_LARGER
)
def test_roles_stand_where_the_sentence_puts_them(
    sentence: str, role: str, approver: str | None
) -> None:
    clause = understand(sentence)["clauses"][0]
    assert (clause["role"], clause.get("approver")) == (role, approver)
    assert clause.get("limit") != {"amount": 2.5, "currency": "GBP"}


MATRICES = {
    "a bare number below a sign": (
        ("Branch Manager | 2,500", "Position | Limit (£)", "Write-off powers"),
        ("branch_manager", 2500, None),
    ),
    "part of the house in brackets": (
        (
            "Approve write-off of debt | Deputy Vice-Chancellor (Academic) | Up to $40,000",
            "Authority | Delegation holder | Limits",
            "Disposals",
        ),
        ("deputy_vice_chancellor_academic", 40000, None),
    ),
    "the amount beside what is given": (
        (
            "Acceptance of gifts up to £90,000 | Council | Director of Alumni Relations",
            "Decision | From | To",
            "Scheme of delegation",
        ),
        ("director_of_alumni_relations", 90000, None),
    ),
    "above an amount": (
        ("Write off debts above £10,000 | Board | Finance Committee", "Power | From | To", "Debts"),
        (None, 10000, "finance_committee"),
    ),
    "no approval": (
        (
            "Meals | $45 | No",
            "Category | Limit | Pre-approval required",
            "Expense management",
        ),
        (None, 45, None),
    ),
    "a limit and an approval": (
        (
            "Gifts to clients | $60 | Manager",
            "Category | Limit | Pre-approval required",
            "Expense management",
        ),
        (None, 60, "manager"),
    ),
    "in lakh": (
        ("Divisional Manager | Rs. 1,00,000", "Designation | Limit", "Sanction of claims"),
        ("divisional_manager", 100000, None),
    ),
}


@pytest.mark.parametrize(("row", "fields"), MATRICES.values(), ids=MATRICES)
def test_a_matrix_says_who_may_and_whose_approval_it_takes(
    row: tuple[str, str, str], fields: tuple[str | None, int, str | None]
) -> None:
    (clause,) = understand(row[0], lead_in=row[1], heading=row[2])["clauses"]
    kept = (clause.get("role"), clause["limit"]["amount"], clause.get("approver"))
    assert kept == fields


def test_an_amount_that_is_told_somebody_is_no_approval() -> None:
    row, lead = "Contract above £50,000 | commercial director", "Trigger | Escalate to"
    (clause,) = understand(row, lead_in=lead)["clauses"]
    assert clause["kind"] == "escalation"


def test_what_needs_nobody_below_an_amount_names_no_role() -> None:
    (clause,) = understand("Refund automatically if under $25.")["clauses"]
    assert (clause["role"], clause["action"], clause["limit"]["amount"]) == (None, "refund", 25)

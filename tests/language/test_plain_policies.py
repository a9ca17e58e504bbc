"""Sentences of shops, clinics and help desks, as they write them in policies of their own."""

import pytest

from goodword.checks import check
from goodword.document.read import read
from goodword.document.second_said import said_back
from goodword.document.understand import understand
from goodword.policy.promise import Promise


@pytest.mark.parametrize(
    "sentence",
    [
        "We never charge for a re-check within 8 weeks of a sight test.",
        "We don't change your appointment within 24 hours of it.",
        "Emails are not answered within 24 hours at weekends.",
        "We will never ring before 8am.",
    ],
)
def test_what_is_not_done_by_a_time_is_no_promise(sentence: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == ["prohibition"]
    assert any(one["severity"] == "warning" for one in said["problems"])


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("We never take longer than 3 days to reply.", "P3D"),
        ("We will not fail to reply within 3 days.", "P3D"),
        ("We cannot always answer at once but we reply within 2 days.", "P2D"),
        ("You will not wait more than 10 minutes.", "PT10M"),
        ("A complaint that isn't settled on the spot is acknowledged within 2 days.", "P2D"),
        ("A machine that we cannot mend on site is swapped within 1 day.", "P1D"),
    ],
)
def test_a_bound_that_is_not_gone_beyond_is_a_promise(sentence: str, within: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["within"]) == ("promise", within)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The Head of Customer Success approves up to €5,000.", "head_of_customer_success"),
        ("Team Leaders authorise up to £75.", "team_leader"),
        ("The Head of Care Quality approves refunds up to £500.", "head_of_care_quality"),
        ("The Refunds Manager: up to £90", "refunds_manager"),
    ],
)
def test_what_a_role_does_is_no_part_of_its_name(sentence: str, role: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["role"]) == ("authority", role)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Your delivery fee is refunded if we are late.", "we give you your delivery fee."),
        ("Postage is refunded when the mistake was ours.", "we give you postage."),
        ("If we are late you get half your fare back.", "we give you half your fare back."),
    ],
)
def test_what_is_given_has_an_article_only_where_it_needs_one(sentence: str, said: str) -> None:
    (problem,) = understand(sentence)["problems"]
    assert said in problem["message"]
    again = understand(problem["fix"])["clauses"]
    assert again == understand(sentence)["clauses"]


def test_how_something_is_given_is_not_what_is_given() -> None:
    assert understand("If we lose your coat, we pay for it.")["clauses"] == []


COMPLAINTS = """# Policy

We are open Monday to Friday, 9am to 5pm.

## If something goes wrong

1. Tell whoever is with you. They listen, and put it right there and then if they can.
2. A written complaint is acknowledged within 3 working days and fully answered within 20.
3. Still unhappy? You can take it to the Optical Consumer Complaints Service.
"""


def test_numbered_lines_that_promise_something_are_no_steps_of_a_moment() -> None:
    kinds = [type(one).__name__ for one in read(COMPLAINTS).policy.clauses]
    assert kinds.count("Promise") == 2
    assert "Escalation" in kinds
    team = (
        COMPLAINTS.replace("A written complaint is acknowledged", "Acknowledge it")
        .replace(" and fully answered within 20.", ".")
        .replace("Still unhappy? You can take it to", "Name")
    )
    assert "Situation" in [type(one).__name__ for one in read(team).policy.clauses]


@pytest.mark.parametrize(
    ("sentence", "event", "goods"),
    [
        (
            "If a plant arrives dead send me a photo within 48 hours and I will replace it.",
            "a plant arrives dead and you send us a photo within 48 hours",
            "replacement",
        ),
        (
            "If it is faulty, bring it in 14 days and we will refund you in full, or repair it.",
            "it is faulty and you bring it in 14 days",
            "full refund or a repair",
        ),
        (
            "Email us a picture within 3 days of delivery and we'll replace the item.",
            "you email us a picture within 3 days of delivery",
            "replacement",
        ),
    ],
)
def test_the_time_in_which_people_tell_us_is_theirs(sentence: str, event: str, goods: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["event_words"], clause["goods"]) == ("remedy", event, goods)
    (again,) = understand(f"If {event}, we give you a {goods}.")["clauses"]
    assert again == clause


def test_what_we_do_for_whoever_tells_us_is_kept_in_their_words_where_no_list_knows_it() -> None:
    said = understand("Tell us within 24 hours and we will put it right for free.")
    assert [one["kind"] for one in said["clauses"]] == ["remedy"]
    assert said["problems"]
    late = understand("Send us a photo within 3 days and we will reply within 2 working days.")
    assert "remedy" not in [one["kind"] for one in late["clauses"]]


def test_three_things_that_are_not_done_are_three_rules() -> None:
    said = understand(
        "We don't write custom code, we never ask for your password, and we do not give refunds "
        "for unused months."
    )
    assert [one["action"] for one in said["clauses"]] == [
        "write_custom_code",
        "ask_for_your_password",
        "refund_for_unused_months",
    ]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("We do not open parcels because we are not insured for it.", "open_parcels"),
        ("I don't do returns because I work alone.", "do_returns"),
    ],
)
def test_why_something_is_not_done_is_no_part_of_the_rule(sentence: str, what: str) -> None:
    assert [one["action"] for one in understand(sentence)["clauses"]] == [what]


def test_a_reason_that_is_the_rule_itself_stays() -> None:
    clauses = understand("Staff must not refuse anybody because they cannot pay.")["clauses"]
    assert not any(one.get("action") == "refuse_anybody" for one in clauses)


@pytest.mark.parametrize(
    "sentence",
    [
        "Customers may ask for the Duty Manager at any point.",
        "You may always ask to speak to the duty manager at any stage.",
        "You can ask for the Duty Manager at any time by writing ESCALATE in the subject line.",
    ],
)
def test_a_way_that_is_always_open_goes_to_who_is_named(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["to"], clause["strength"]) == (
        "escalation",
        "duty_manager",
        "may",
    )


def test_nobody_asks_to_whom_where_somebody_is_named() -> None:
    said = understand("Plus customers can reach the on-call engineer at any hour for Severity 1.")
    assert "ES05" not in [one["code"] for one in said["problems"]]


@pytest.mark.parametrize(
    ("head", "cell", "subject"),
    [
        ("Severity | Meaning | First response", "1 | Production down | 30 minutes", "severity_1"),
        ("Priority | Response", "2 | 2 hours", "priority_2"),
        ("Class | Definition | Response", "A | Total failure | 1 hour", "class_a"),
        ("Severity | Meaning | First response", "4 | Question | 2 days", "severity_4"),
    ],
)
def test_a_bare_rank_is_named_by_the_word_above_it(head: str, cell: str, subject: str) -> None:
    (clause,) = understand(cell, heading=head)["clauses"]
    assert clause["subject"] == subject


def test_short_forms_keep_their_capitals_and_how_often_is_no_part_of_a_case() -> None:
    policy = read(
        "# Policy\n\nComplaints about staff always go to the HR Director.\n\n"
        "Agents may give credits up to $50; above that, ask the CFO.\n"
    ).policy
    assert {one.name for one in policy.roles} >= {"HR director", "CFO"}
    assert any(
        getattr(one, "event_words", "").lower() == "complaints about staff"
        for one in policy.clauses
    )


def test_records_with_two_times_are_asked_about() -> None:
    said = understand("We keep records for ten years, for children until they are 25.")
    assert "TX06" in [one["code"] for one in said["problems"]]
    (clause,) = read("# P\n\nWe keep records for ten years.\n").policy.clauses
    assert said_back([clause]) == "We keep records for 10 years."


REPAIRS = """# Policy

We are open Monday to Friday, 9am to 5pm.

## Repairs

- **Emergency** – danger to people or the building. We'll complete the repair within 24 hours.
- **Urgent** – no heating. Within 3 working days.
- **Routine** – everything else. Within 28 calendar days.
"""


def test_the_kind_of_case_that_opens_an_item_holds_for_its_other_sentences() -> None:
    reading = read(REPAIRS)
    promises = reading.policy.of_kind(Promise)
    assert [one.subject for one in promises] == ["emergency", "urgent", "routine"]
    assert [REPAIRS[one.span.start : one.span.end] for one in promises][1:] == [
        "Within 3 working days.",
        "Within 28 calendar days.",
    ]
    assert "DOC04" not in [one.code for one in check(reading, at=1_790_000_000)]


def test_a_first_sentence_that_promises_or_is_no_kind_of_case_is_no_label() -> None:
    text = REPAIRS.replace("**Urgent** – no heating.", "**Please note** – we are a small team.")
    subjects = [getattr(one, "subject", None) for one in read(text).policy.clauses]
    assert "urgent" not in subjects


@pytest.mark.parametrize(
    "sentence",
    [
        "You can call 0800 555 0199 Monday to Friday, 8am to 6pm.",
        "Call 01234 567890, Monday to Friday 8am-6pm.",
        "Call us on 020 7946 0000, Monday to Friday 8am to 6pm.",
    ],
)
def test_a_number_to_call_is_no_time(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["kind"] == "hours"
    assert clause["week"][0] == [{"start": 480, "end": 1080}]


def test_hours_are_of_the_place_that_is_visited() -> None:
    (clause,) = understand(
        "You can use the app or visit the Quay Street office between 10am and 4pm, Tuesday to "
        "Thursday."
    )["clauses"]
    assert clause["part"] == "quay_street_office"


def test_a_list_of_ways_is_no_kind_of_message() -> None:
    (clause,) = understand("We'll reply to emails, letters and app messages within 5 days.")[
        "clauses"
    ]
    assert (clause["channels"], clause["condition"]) == (["email", "letter", "web_form"], None)
    (clause,) = understand(
        "Patients in reception | Greet with eye contact | Within 30 seconds",
        heading="Contact | What we do | How soon",
    )["clauses"]
    assert clause["condition"] is None


def test_who_owns_the_policy_and_when_it_is_reviewed_stand_in_one_sentence() -> None:
    said = understand("It is owned by the practice manager and reviewed every year in June.")
    assert [one["kind"] for one in said["clauses"]] == ["owner", "review"]
    said = understand(
        "All staff read this policy in their first week and do a role-play every six months."
    )
    assert [one["kind"] for one in said["clauses"]] == ["training", "training"]


def test_a_survey_follows_what_they_did() -> None:
    (clause,) = understand("Every patient gets a survey by text the day after their third visit.")[
        "clauses"
    ]
    assert clause["event"] == "third_visit"


def test_nobody_is_asked_who_gives_back_more_than_all_of_it() -> None:
    text = (
        "# Policy\n\nOur team has the roles: receptionist and manager.\n\n"
        "The manager may refund up to {share}% of the price.\n"
    )
    codes = {
        share: [one.code for one in check(read(text.format(share=share)), at=1_790_000_000)]
        for share in (50, 100)
    }
    assert "AU02" in codes[50]
    assert "AU02" not in codes[100]


def test_once_in_a_length_is_said_without_a_number() -> None:
    (clause,) = read("# P\n\nWe review this policy every year.\n").policy.clauses
    assert said_back([clause]) == "We review this policy every year."


def test_a_time_that_begins_with_something_is_proposed_with_it() -> None:
    (problem,) = understand(
        "You get a tracking number by email as soon as the parcel is collected."
    )["problems"]
    assert problem["code"] == "PR01"
    assert problem["fix"] == (
        "You get a tracking number by email within 1 working day after the parcel is collected."
    )
    (clause,) = understand(problem["fix"])["clauses"]
    assert (clause["within"], clause["start"]) == ("P1D", "parcel_is_collected")


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        (
            "Leaks, floods or loss of power: we come within 4 hours.",
            "it is about leaks or floods or loss of power",
        ),
        (
            "Flashes, sudden loss of vision or a painful red eye: you are seen the same day.",
            "it is about flashes or sudden loss of vision or a painful red eye",
        ),
    ],
)
def test_each_case_of_a_list_before_a_colon_is_kept(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["condition"] == condition


def test_what_nobody_is_left_without_is_asked_about() -> None:
    said = understand("Nobody waits longer than 15 minutes without being told why.")
    assert "TX06" in [one["code"] for one in said["problems"]]


def test_what_staff_try_within_their_limits_is_no_promise_without_a_time() -> None:
    said = understand("Try to fix it on the spot within your authority.")
    assert "PR01" not in [one["code"] for one in said["problems"]]


CHARTER = """# Customer Charter

**What you can expect from us**

* a reply to comment cards within 7 days
* {more}

**How to contact us**

Phone: 01632 960123 (Monday to Friday 6.30am–10pm, weekends 8am–8pm)
"""


def test_a_short_line_all_in_bold_is_a_heading() -> None:
    reading = read(CHARTER.format(more="clean changing rooms"))
    titles = [(one.title, one.level) for one in reading.policy.sections]
    assert ("What you can expect from us", 2) in titles
    assert ("How to contact us", 2) in titles
    kinds = [type(one).__name__ for one in reading.policy.clauses]
    assert kinds == ["Promise", "PartHours"]
    assert "how to reach us" not in " ".join(
        one.message for one in check(reading, at=1_790_000_000)
    )


@pytest.mark.parametrize(
    "line",
    [
        "**We never ask for your password**",
        "**We will:**",
        "**Please bring it back within 14 days and we will refund you in full today**",
        "**Emergencies.** Call us.",
    ],
)
def test_a_sentence_or_a_lead_in_in_bold_is_no_heading(line: str) -> None:
    sections = read(f"# Policy\n\n{line}\n\n- answer within 2 days\n").policy.sections
    assert len(sections) == 1


def test_two_matters_for_one_person_are_two_rules() -> None:
    said = understand(
        "Anything over £300, and anything that may end in court, is for the general manager only."
    )
    assert said["clauses"][0]["limit"] == {"amount": 300, "currency": "GBP"}
    assert len(said["clauses"]) == 2


def test_a_body_outside_that_people_may_go_to_is_not_told_by_us_in_silence() -> None:
    said = understand(
        "If that doesn't settle it you can use the council's complaints procedure (stage 2: reply "
        "within 20 working days) and, finally, the Local Government and Social Care Ombudsman."
    )
    assert said["problems"]


def test_hours_below_getting_in_touch_are_those_of_the_house() -> None:
    (clause,) = understand(
        "You can call 0800 555 0199 Monday to Friday, 8am to 6pm.", heading="Getting in touch"
    )["clauses"]
    assert "part" not in clause


def test_how_much_longer_either_stage_may_take_is_no_promise() -> None:
    said = understand(
        "We may extend either stage by up to 10 working days (20 at stage 2) if the case is "
        "complex, and will tell you why.",
        heading="Complaints",
    )
    assert [one["kind"] for one in said["clauses"]] == ["stage"]
    assert said["problems"]

"""Eight weeks of the demonstration business, up to now."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from importlib.resources import files
from random import Random

from django.db import transaction

from goodword.businesstime.arithmetic import add, is_open, next_open
from goodword.businesstime.zone import local_date, minute_of
from goodword.errors import GoodwordError
from goodword.policy.duty import Escalation
from goodword_web.cases import actions as cases
from goodword_web.cases.models import Case
from goodword_web.jobs.demo import words
from goodword_web.jobs.demo.agenda import Agenda
from goodword_web.jobs.demo.people import LEAD, OWNER, TEAM, Client, clients
from goodword_web.jobs.demo.story import HOUR, MINUTE, Practice, Story
from goodword_web.jobs.demo.words import COMPLAINTS, ENQUIRIES, Theme
from goodword_web.jobs.tasks import register_tasks
from goodword_web.lessons import actions as lessons
from goodword_web.lessons import queries as lesson_queries
from goodword_web.people.actions import add_person, find_or_add_customer
from goodword_web.people.models import Person
from goodword_web.policies import actions as policies
from goodword_web.policies import queries as policy_queries
from goodword_web.policies.models import Version
from goodword_web.reviews import actions as reviews

DAYS = 56
DAY = 86_400
SEED = 20_260_901
CASES_A_DAY = (2, 2, 3, 3, 4)

# What version 1 promised, where the present text promises more.
BEFORE_THE_REVIEW = (
    (
        "| Email | 4 working hours, 90% of the time |",
        "| Email | 1 working day, 90% of the time |",
    ),
    (
        "The first reply is due on Saturday 5 September 2026 at 11:30.",
        "The first reply is due on Saturday 5 September 2026 at 13:00.",
    ),
)


class NotEmptyError(GoodwordError):
    """The demonstration is only ever put into an empty installation."""

    code = "not-empty"

    def __init__(self) -> None:
        super().__init__(
            "This installation already holds people or cases, so the demonstration stays out.",
            hint="Set GOODWORD_HOME to an empty folder to try it.",
        )


@dataclass(frozen=True, slots=True)
class SignIn:
    """How one of the invented team signs in. The password is shown once and kept nowhere."""

    name: str
    email: str
    access: str
    password: str


def policy_text() -> str:
    """Return the demonstration's policy as it is now."""
    return files("goodword_web.jobs.demo").joinpath("policy.md").read_text(encoding="utf-8")


def first_policy_text() -> str:
    """Return the policy as it was before the team reviewed it."""
    text = policy_text()
    for now, before in BEFORE_THE_REVIEW:
        if now not in text:
            raise RuntimeError(f"The demonstration's policy no longer says: {now}")
        text = text.replace(now, before)
    return text


@transaction.atomic
def seed(at: int) -> tuple[SignIn, ...]:
    """The demonstration business stands, with eight weeks behind it that end at `at`.

    Everything is done by the site's own actions at simulated instants. No mail leaves. Returns how
    the team signs in. Raises NotEmptyError.
    """
    if Person.objects.exists() or Case.objects.exists() or Version.objects.exists():
        raise NotEmptyError
    register_tasks()
    start = at - DAYS * DAY
    sign_ins, team = _team(start)
    policies.import_first_version(
        text=first_policy_text(), at=start, actor=team[OWNER.email], effective_from=start - DAY
    )
    openings = policy_queries.openings(policy_queries.current_policy(start), start)
    assert openings is not None
    practice = Practice(
        agenda=Agenda(until=at),
        chance=Random(SEED),  # noqa: S311 - invented weather, not a secret
        openings=openings,
        owner=team[OWNER.email],
        lead=team[LEAD.email],
        desk=[team[one.email] for one in TEAM if one.role == "receptionist"],
        physio=team[TEAM[-1].email],
    )
    _stories(practice, start, at)
    _set_pieces(practice, start, at)
    _teaching(practice, tuple(team.values()), start, at)
    _review(practice, start + 27 * DAY)
    practice.agenda.run()
    return sign_ins


def _team(at: int) -> tuple[tuple[SignIn, ...], dict[str, Person]]:
    sign_ins: list[SignIn] = []
    team: dict[str, Person] = {}
    for number, one in enumerate(TEAM):
        password = secrets.token_urlsafe(12)
        team[one.email] = add_person(
            actor=team.get(OWNER.email),
            email=one.email,
            name=one.name,
            access=one.access,
            role=one.role,
            joined_on=local_date(at, "UTC") - timedelta(days=400 - 60 * number),
            password=password,
            at=at,
        )
        sign_ins.append(SignIn(one.name, one.email, one.access, password))
    return tuple(sign_ins), team


# Ordinary days


def _stories(practice: Practice, start: int, at: int) -> None:
    chance = practice.chance
    people = clients(chance, 90)
    for instant in _arrivals(practice, start, at):
        client = chance.choice(people)
        theme = chance.choice(COMPLAINTS if chance.random() < 0.12 else ENQUIRIES)
        channel = _channel(practice, theme, client, instant)
        Story(practice, client, theme, channel).begin(instant)


def _arrivals(practice: Practice, start: int, at: int) -> Iterator[int]:
    """Yield when people get in touch: while we are open, and now and then in the evening."""
    chance, zone = practice.chance, practice.openings.zone
    for day in range(DAYS + 1):
        date = local_date(start + day * DAY, zone)
        opens = list(range(8 * 60, 18 * 60, 5))
        is_open_day = any(
            is_open(practice.openings, minute_of(date, minute, zone)) for minute in opens
        )
        count = chance.choice(CASES_A_DAY) if is_open_day else chance.choice((0, 0, 1))
        for _ in range(count):
            minute = (
                chance.randint(7 * 60, 21 * 60) if chance.random() < 0.2 else chance.choice(opens)
            )
            instant = minute_of(date, minute, zone) + chance.randint(0, 59)
            if start < instant < at:
                yield instant


def _channel(practice: Practice, theme: Theme, client: Client, instant: int) -> str:
    """Return how they get in touch: nobody answers a call or a door while we are closed."""
    closed = not is_open(practice.openings, instant)
    possible = [
        channel
        for channel in theme.channels
        if (client.email or channel in {"phone", "text", "in_person"})
        and not (closed and channel in {"phone", "in_person"})
    ]
    if possible:
        return practice.chance.choice(possible)
    return ("email" if client.email else "text") if closed else "phone"


# What everybody should find in the demonstration


def _set_pieces(practice: Practice, start: int, at: int) -> None:
    _emergency(practice, start + 33 * DAY)
    _solicitor(practice, start + 38 * DAY)
    _override(practice, start + 44 * DAY)
    _still_open(practice, at)


def _customer_case(name: str, body: str, subject: str, kind: str, at: int) -> Case:
    email = f"{name.replace(' ', '.').lower()}@mail.example"
    customer = find_or_add_customer(actor=None, name=name, email=email, phone="", at=at)
    case = cases.open_case(
        actor=None,
        customer=customer,
        channel="email",
        body=body,
        subject=subject,
        kind=kind,
        at=at,
        message_id=f"<{at}.{name.partition(' ')[0]}@mail.example>",
        from_address=email,
    )
    cases.send_automatic_acknowledgement(case=case, at=at + 5)
    return case


def _emergency(practice: Practice, at: int) -> None:
    def writes(instant: int) -> None:
        case = _customer_case("Noor Aziz", words.EMERGENCY, "Breathing exercise", "", instant)
        soon = instant + 4 * MINUTE
        practice.agenda.add(
            soon,
            lambda now: _said(practice, case, now, "I have called you: please ring 000 now."),
        )
        practice.agenda.add(
            practice.later(soon, 6 * HOUR),
            lambda now: cases.resolve(actor=practice.lead, case=case, at=now),
        )

    practice.agenda.add(next_open(practice.openings, at), writes)


def _said(practice: Practice, case: Case, at: int, body: str) -> None:
    cases.send_reply(actor=practice.physio, case=case, body=body, at=at)


def _solicitor(practice: Practice, at: int) -> None:
    theme = COMPLAINTS[1]

    def writes(instant: int) -> None:
        body = f"{theme.bodies[0]} {words.SOLICITOR}"
        case = _customer_case("Rhys Colley", body, theme.subject, theme.kind, instant)
        event = _event_of(instant, "solicitor")
        if event:
            practice.agenda.add(
                instant + 20 * MINUTE,
                lambda now: cases.tag_case(actor=practice.desk[0], case=case, event=event, at=now),
            )
        practice.agenda.add(
            practice.later(instant, 2 * HOUR),
            lambda now: cases.acknowledge(actor=practice.lead, case=case, at=now),
        )
        practice.agenda.add(
            practice.later(instant, 24 * HOUR), _closing(practice, case, theme.answers[0])
        )

    practice.agenda.add(next_open(practice.openings, at) + 2 * HOUR, writes)


def _closing(practice: Practice, case: Case, answer: str) -> Callable[[int], None]:
    def deed(now: int) -> None:
        cases.send_reply(actor=practice.owner, case=case, body=answer, at=now)
        cases.resolve(actor=practice.owner, case=case, at=now + MINUTE)

    return deed


def _event_of(at: int, word: str) -> str:
    """Return the event of the policy whose words name `word`, such as a solicitor."""
    policy = policy_queries.current_policy(at)
    for clause in policy.of_kind(Escalation):
        if clause.event and word in clause.text.casefold():
            return clause.event
    return ""


def _override(practice: Practice, at: int) -> None:
    theme = COMPLAINTS[3]

    def writes(instant: int) -> None:
        case = _customer_case("Ottilie Brandt", theme.bodies[0], theme.subject, theme.kind, instant)
        practice.agenda.add(
            practice.later(instant, HOUR),
            lambda now: cases.acknowledge(actor=practice.lead, case=case, at=now),
        )
        practice.agenda.add(
            practice.later(instant, 5 * HOUR),
            lambda now: cases.give_remedy(
                actor=practice.lead,
                case=case,
                action="refund",
                amount=Decimal(380),
                at=now,
                facts={"payment_checked": True},
                override_reason=words.OVERRIDE_REASON,
            ),
        )
        practice.agenda.add(
            practice.later(instant, 12 * HOUR), _closing(practice, case, theme.answers[0])
        )

    practice.agenda.add(next_open(practice.openings, at) + HOUR, writes)


def _still_open(practice: Practice, at: int) -> None:
    """Three mails that wait now: one promise broken, one about due, one with time left."""
    openings = practice.openings
    about_due = next_open(openings, at + 25 * MINUTE) + 10 * MINUTE
    pieces = (
        (add(openings, at, -HOUR), "Lena Fischer", ENQUIRIES[2]),
        (about_due, "Callum Reid", ENQUIRIES[0]),
        (add(openings, about_due, 2 * HOUR), "Amara Diallo", ENQUIRIES[1]),
    )
    for due, name, theme in pieces:
        arrived = min(add(openings, due, -4 * HOUR), at - 15 * MINUTE)
        practice.agenda.add(
            arrived,
            partial(_customer_case, name, theme.bodies[0], theme.subject, theme.kind),
        )


# Teaching and review


def _teaching(practice: Practice, team: tuple[Person, ...], start: int, at: int) -> None:
    for number, person in enumerate(team):
        first = next_open(practice.openings, start + (2 + number) * DAY)
        practice.agenda.add(first, partial(_reads, person))
        for week in range(0, 8, 2):
            begins = next_open(practice.openings, start + (week * 7 + 3) * DAY)
            for question in range(3):
                practice.agenda.add(
                    begins + (20 + 5 * number + question) * MINUTE,
                    partial(_practises, practice, person),
                )
        if number != len(team) - 1:
            again = next_open(practice.openings, at - (20 - 3 * number) * DAY)
            practice.agenda.add(again, partial(_reads, person))


def _reads(person: Person, at: int) -> None:
    policies.mark_read(actor=person, version=policy_queries.current_version(at), at=at)


def _practises(practice: Practice, person: Person, at: int) -> None:
    lesson = lesson_queries.next_for(person, at)
    if lesson is None:
        return
    knows = practice.chance.random() < 0.82
    choice = lesson.key if knows else practice.chance.randrange(len(lesson.choices))
    lessons.answer_lesson(actor=person, lesson_id=lesson.id, choice=choice, at=at)


def _review(practice: Practice, at: int) -> None:
    day = next_open(practice.openings, at)

    def proposes(now: int) -> None:
        proposal = reviews.propose_change(actor=practice.desk[0], words=words.PROPOSAL, at=now)
        practice.agenda.add(
            day + 2 * HOUR,
            lambda later: (
                reviews.take_proposal(actor=practice.owner, proposal=proposal, at=later) and None
            ),
        )

    def holds(now: int) -> None:
        reviews.hold_review(actor=practice.owner, at=now, note=words.REVIEW_NOTE)

    def publishes(now: int) -> None:
        policies.save_draft(actor=practice.owner, text=policy_text(), at=now)
        policies.publish_version(actor=practice.owner, at=now, note="After our review.")

    practice.agenda.add(day - 3 * DAY, proposes)
    practice.agenda.add(day + HOUR, holds)
    practice.agenda.add(day + 3 * HOUR, publishes)

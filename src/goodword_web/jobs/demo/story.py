"""How one invented case goes: who does what, and after how much working time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from goodword.businesstime.arithmetic import add
from goodword.businesstime.openings import Openings
from goodword_web.cases import actions as cases
from goodword_web.cases.errors import RemedyRefusedError
from goodword_web.cases.models import Case, Status
from goodword_web.channels import actions as channels
from goodword_web.jobs.demo import words
from goodword_web.jobs.demo.agenda import Agenda
from goodword_web.jobs.demo.people import Client
from goodword_web.jobs.demo.words import Theme
from goodword_web.people.actions import find_or_add_customer
from goodword_web.people.models import Customer, Person

MINUTE, HOUR, WORKING_DAY = 60, 3600, 9 * 3600
GOODS = "a free follow-up session"


@dataclass(slots=True)
class Practice:
    """What every story needs: the people, the chance, the hours, the agenda."""

    agenda: Agenda
    chance: Random
    openings: Openings
    owner: Person
    lead: Person
    desk: Sequence[Person]
    physio: Person
    customers: dict[str, Customer] = field(default_factory=dict)

    def later(self, start: int, working_seconds: int) -> int:
        """Return when so much open time has passed."""
        return add(self.openings, start, working_seconds)

    def somebody(self) -> Person:
        """Return who happens to be at the desk."""
        return self.chance.choice(self.desk)


@dataclass(slots=True)
class Story:
    """One case from its first message to its end, as deeds on the agenda."""

    practice: Practice
    client: Client
    theme: Theme
    channel: str
    case: Case | None = None

    def begin(self, at: int) -> None:
        """The client gets in touch at `at`; what follows is put on the agenda."""
        self.practice.agenda.add(at, self._open)

    # The first message

    def _open(self, at: int) -> None:
        body = self.practice.chance.choice(self.theme.bodies)
        if self.channel == "web_form":
            self.case = channels.accept_contact(
                name=self.client.name,
                email=self.client.email,
                phone=self.client.phone,
                subject=self.theme.subject,
                body=body,
                kind=self.theme.kind,
                address=f"demo:{self.client.name}",
                at=at,
            )
        else:
            self._open_otherwise(at, body)
        self._plan(at)

    def _open_otherwise(self, at: int, body: str) -> None:
        practice = self.practice
        answered_at = None
        actor: Person | None = None
        if self.channel in {"phone", "in_person"}:
            actor = practice.somebody()
            answered_at = at + self._seconds_to_answer()
        self.case = cases.open_case(
            actor=actor,
            customer=self._customer(at),
            channel=self.channel,
            body=body,
            subject=self.theme.subject,
            kind=self.theme.kind,
            at=at,
            answered_at=answered_at,
            message_id=f"<{at}.{len(body)}.{self.client.phone[-3:]}{id(self)}@mail.example>"
            if self.channel == "email"
            else "",
            from_address=self.client.email if self.channel == "email" else "",
        )
        if self.channel == "email":
            cases.send_automatic_acknowledgement(case=self.case, at=at + 5)

    def _seconds_to_answer(self) -> int:
        chance = self.practice.chance
        if self.channel == "phone":
            return chance.randint(6, 28) if chance.random() < 0.93 else chance.randint(35, 95)
        return chance.randint(1, 9) * MINUTE if chance.random() < 0.95 else 14 * MINUTE

    def _customer(self, at: int) -> Customer:
        return find_or_add_customer(
            actor=None,
            name=self.client.name,
            email=self.client.email,
            phone=self.client.phone,
            at=at,
        )

    # What we do about it

    def _plan(self, opened_at: int) -> None:
        if self.theme.kind == "complaint":
            self._plan_complaint(opened_at)
        elif self.channel in {"phone", "in_person"} and self.practice.chance.random() < 0.7:
            self._then(opened_at + 9 * MINUTE, self._resolve)
        else:
            self._plan_enquiry(opened_at)

    def _plan_enquiry(self, opened_at: int) -> None:
        practice, chance = self.practice, self.practice.chance
        replied = practice.later(opened_at, self._delay())
        self._then(replied, self._reply(self.theme.answers[0]))
        if self.theme.action == "waive_fee":
            self._then(replied + 2 * MINUTE, self._waive_fee)
        if chance.random() < 0.16:
            self._plan_waiting(replied)
        elif chance.random() < 0.25:
            self._plan_follow_up(replied)
        else:
            slow = chance.random() < 0.06
            rest = chance.uniform(2.2, 3.4) if slow else chance.uniform(0.1, 1.5)
            self._then(practice.later(replied, int(rest * WORKING_DAY)), self._resolve)
        if chance.random() < 0.05:
            self._then(replied + 3 * MINUTE, self._note)

    def _delay(self) -> int:
        """Return how long the first reply takes: mostly soon, now and then too long."""
        chance = self.practice.chance
        roll = chance.random()
        if self.channel == "text":
            return int((chance.uniform(0.1, 1.8) if roll < 0.93 else chance.uniform(2.1, 4)) * HOUR)
        if roll < 0.93:
            return int(chance.uniform(0.2, 3.6) * HOUR)
        return int(chance.uniform(4.2, 9) * HOUR)

    def _plan_waiting(self, replied: int) -> None:
        practice, chance = self.practice, self.practice.chance
        asked = practice.later(replied, 20 * MINUTE)
        self._then(asked, self._reply(words.WAITS[0]))
        self._then(asked + MINUTE, self._wait)
        answered = asked + int(chance.uniform(0.3, 3.5) * 86_400)
        self._then(answered, self._write(words.ANSWERS_TO_WAITS[0]))
        settled = practice.later(answered, int(chance.uniform(0.3, 5) * HOUR))
        self._then(settled, self._reply(self.theme.answers[-1]))
        self._then(settled + 5 * MINUTE, self._resolve)

    def _plan_follow_up(self, replied: int) -> None:
        practice, chance = self.practice, self.practice.chance
        wrote = replied + int(chance.uniform(0.5, 20) * HOUR)
        self._then(wrote, self._write(chance.choice(words.FOLLOW_UPS)))
        answered = practice.later(wrote, int(chance.uniform(0.3, 7) * HOUR))
        self._then(answered, self._reply(chance.choice(words.FOLLOW_UP_ANSWERS)))
        self._then(answered + 4 * MINUTE, self._resolve)
        if chance.random() < 0.4:
            again = answered + int(chance.uniform(1, 3) * 86_400)
            self._then(again, self._write(chance.choice(words.REOPENINGS)))
            settled = practice.later(again, int(chance.uniform(0.5, 6) * HOUR))
            self._then(settled, self._reply(self.theme.answers[-1]))
            self._then(settled + 5 * MINUTE, self._resolve)

    def _plan_complaint(self, opened_at: int) -> None:
        practice, chance = self.practice, self.practice.chance
        slow = chance.random() < 0.12
        acknowledged = practice.later(
            opened_at, int((chance.uniform(13, 18) if slow else chance.uniform(0.3, 3.2)) * HOUR)
        )
        self._then(acknowledged, self._acknowledge)
        self._then(acknowledged + 15 * MINUTE, self._reply(words.FIRST_ANSWER_TO_A_COMPLAINT))
        days = chance.uniform(8.5, 11.5) if chance.random() < 0.2 else chance.uniform(2, 7)
        ended = practice.later(acknowledged, int(days * WORKING_DAY))
        update = practice.later(acknowledged, int(2.2 * WORKING_DAY))
        while update < ended:
            self._then(update, self._update)
            update = practice.later(update, int(chance.uniform(1.8, 2.9) * WORKING_DAY))
        if self.theme.action:
            self._then(practice.later(acknowledged, 5 * HOUR), self._put_right)
        self._then(ended, self._reply(self.theme.answers[0]))
        self._then(ended + 10 * MINUTE, self._resolve)

    # Deeds

    def _then(self, at: int, deed: Callable[[Case, int], None]) -> None:
        def when_it_is_time(instant: int) -> None:
            assert self.case is not None
            self.case.refresh_from_db()
            if self.case.status != Status.VOID:
                deed(self.case, instant)

        self.practice.agenda.add(at, when_it_is_time)

    def _reply(self, answer: str) -> Callable[[Case, int], None]:
        def deed(case: Case, at: int) -> None:
            actor = self.practice.lead if case.kind == "complaint" else self.practice.somebody()
            cases.send_reply(actor=actor, case=case, body=answer, at=at)

        return deed

    def _write(self, body: str) -> Callable[[Case, int], None]:
        def deed(case: Case, at: int) -> None:
            cases.record_customer_message(
                actor=None,
                case=case,
                body=body,
                at=at,
                channel="email" if self.client.email else self.channel,
                from_address=self.client.email,
            )

        return deed

    def _acknowledge(self, case: Case, at: int) -> None:
        cases.acknowledge(actor=self.practice.lead, case=case, at=at)

    def _update(self, case: Case, at: int) -> None:
        body = self.practice.chance.choice(words.UPDATES)
        cases.send_update(actor=self.practice.lead, case=case, body=body, at=at)

    def _note(self, case: Case, at: int) -> None:
        note = self.practice.chance.choice(words.NOTES)
        cases.add_note(actor=self.practice.somebody(), case=case, body=note, at=at)

    def _wait(self, case: Case, at: int) -> None:
        if case.status == Status.OPEN:
            cases.wait_for_customer(actor=self.practice.somebody(), case=case, at=at)

    def _resolve(self, case: Case, at: int) -> None:
        if case.status in {Status.OPEN, Status.WAITING}:
            cases.resolve(actor=self.practice.somebody(), case=case, at=at)

    def _waive_fee(self, case: Case, at: int) -> None:
        self._give(case, at, self.practice.somebody(), "waive_fee", None, None)

    def _put_right(self, case: Case, at: int) -> None:
        """Offer what the theme asks for; where it is beyond the desk, the practice manager does."""
        practice = self.practice
        if self.theme.action == "refund":
            amount = Decimal(practice.chance.choice((40, 60, 80, 95, 95, 120, 190, 240)))
            given = self._give(case, at, practice.somebody(), "refund", amount, None)
            if not given:
                self._give(case, at + 20 * MINUTE, practice.lead, "refund", amount, None)
        else:
            self._give(case, at, practice.somebody(), self.theme.action, None, GOODS)

    def _give(
        self, case: Case, at: int, actor: Person, action: str, amount: Decimal | None,
        goods: str | None,
    ) -> bool:  # fmt: skip
        try:
            cases.give_remedy(
                actor=actor, case=case, action=action, amount=amount, goods=goods, at=at,
                facts={"payment_checked": True},
            )  # fmt: skip
        except RemedyRefusedError:
            return False
        return True

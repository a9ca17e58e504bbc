"""Team: who is here; the owner lets people in, changes what they may do, and sees them off."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goodword_web.people.models import Access, LogEntry, Person
from goodword_web.policies.queries import current_policy
from tests.cases.case_practice import a_person
from tests.office.office_site import BEGUN, Office

NEW = {
    "name": "Priya Nair",
    "email": "Priya@riverside-physio.example",
    "access": "member",
    "role": "physiotherapist",
}


def shown_password(page: str) -> str:
    [word] = re.findall(r"<code>([a-z2-9-]{19})</code>", page)
    return str(word)


def signs_in(email: str, password: str) -> bool:
    answer = Client().post("/account/login/", {"login": email, "password": password})
    return bool(answer.status_code == 302)


def last_entry() -> LogEntry:
    return LogEntry.objects.latest("pk")


def form_of(person: Person, **changes: str) -> dict[str, str]:
    now = {"name": person.name, "email": person.email, "access": person.access}
    return {**now, "role": person.role, **changes}


def test_the_team_stands_by_access_owners_first(office: Office) -> None:
    a_person("Ada", Access.OWNER, "practice_owner")
    page = office.page("/team/", "lead")
    names = re.findall(r'<th scope="row">(\w+)</th>', page)
    assert names == ["Helen", "Ada", "Tom", "Mia"]
    assert "practice manager" in page


def test_a_lead_sees_the_team_and_no_way_to_change_it(office: Office) -> None:
    page = office.page("/team/", "lead")
    assert "/team/add/" not in page
    assert f"/team/{office.owner.pk}/" not in page
    assert "No longer here" not in page


def test_the_roles_to_choose_from_are_the_policys(office: Office) -> None:
    page = office.page("/team/add/")
    roles = current_policy(BEGUN).roles
    offered = re.findall(r'<option value="(\w*)"', page.partition('name="role"')[2])
    assert len(roles) > 3
    assert offered == ["", *(role.slug for role in roles)]


def test_a_new_team_member_signs_in_with_the_password_shown_once(office: Office) -> None:
    answer = office.browser.post("/team/add/", NEW)
    word = shown_password(answer.content.decode())
    assert "no-store" in answer["Cache-Control"]
    assert signs_in("priya@riverside-physio.example", word)
    priya = Person.objects.get(email="priya@riverside-physio.example")
    assert (priya.access, priya.role) == ("member", "physiotherapist")
    assert ("add_person", office.owner) == (last_entry().action, last_entry().actor)
    assert word not in office.page("/team/") + office.page(f"/team/{priya.pk}/")


def test_a_password_stands_in_no_table_in_clear(office: Office) -> None:
    word = shown_password(office.browser.post("/team/add/", NEW).content.decode())
    kept = [str(list(model._default_manager.values())) for model in apps.get_models()]
    sessions = [
        str(session.get_decoded())
        for session in apps.get_model("sessions", "Session")._default_manager.all()
    ]
    assert [text for text in (*kept, *sessions) if word in text] == []


def test_an_address_that_is_taken_is_answered_at_its_field(office: Office) -> None:
    answer = office.browser.post("/team/add/", {**NEW, "email": "TOM@riverside-physio.example"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody already signs in as tom@riverside-physio.example. Use another" in page
    assert 'value="Priya Nair"' in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("email", "priya", "Write the whole address, such as ann@example.org."),
        ("email", "p\0@x.org", "a NUL byte"),
        ("name", "Pri\0ya", "a NUL byte"),
        ("name", "", "Write the name by which customers know them."),
        ("email", "", "Write the address with which they will sign in."),
        ("access", "king", "Select a valid choice."),
        ("role", "king", "Select a valid choice."),
    ],
)
def test_what_cannot_be_taken_is_answered_and_nobody_is_added(
    office: Office, field: str, value: str, words: str
) -> None:
    answer = office.browser.post("/team/add/", {**NEW, field: value})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Person.objects.count() == 3


def test_access_and_role_are_changed_and_the_log_says_to_what(office: Office) -> None:
    mia = office.people["member"]
    changes = form_of(mia, access="lead", role="practice_manager")
    answer = office.browser.post(f"/team/{mia.pk}/", changes)
    assert answer["Location"] == "/team/"
    mia.refresh_from_db()
    assert (mia.access, mia.role) == ("lead", "practice_manager")
    entry = last_entry()
    assert ("change_person", f"person:{mia.pk}") == (entry.action, entry.subject)
    assert entry.facts == {"access": "lead", "role": "practice_manager"}


def test_a_new_name_and_address_stay_out_of_the_log(office: Office) -> None:
    mia = office.people["member"]
    changes = form_of(mia, name="Mia Lee", email="mia.lee@riverside-physio.example")
    office.browser.post(f"/team/{mia.pk}/", changes)
    mia.refresh_from_db()
    assert (mia.name, mia.email) == ("Mia Lee", "mia.lee@riverside-physio.example")
    assert last_entry().facts == {"name": "new", "email": "new"}


def test_one_signs_in_with_the_new_address_and_no_longer_with_the_old(office: Office) -> None:
    mia = office.people["member"]
    page = office.browser.post(f"/team/{mia.pk}/password/").content.decode()
    word, old = shown_password(page), mia.email
    assert signs_in(old, word)
    office.browser.post(f"/team/{mia.pk}/", form_of(mia, email="new@riverside-physio.example"))
    assert signs_in("new@riverside-physio.example", word)
    assert not signs_in(old, word)


def test_nothing_is_logged_where_nothing_changed(office: Office) -> None:
    before = LogEntry.objects.count()
    mia = office.people["member"]
    office.browser.post(f"/team/{mia.pk}/", form_of(mia))
    assert LogEntry.objects.count() == before


def test_the_last_owner_stays_an_owner(office: Office) -> None:
    answer = office.browser.post(f"/team/{office.owner.pk}/", form_of(office.owner, access="lead"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Helen is the only owner, and somebody has to be. Make another team member" in page
    office.owner.refresh_from_db()
    assert office.owner.access == "owner"


def test_an_owner_may_step_down_where_another_is_left(office: Office) -> None:
    a_person("Ada", Access.OWNER, "practice_owner")
    office.browser.post(f"/team/{office.owner.pk}/", form_of(office.owner, access="lead"))
    office.owner.refresh_from_db()
    assert office.owner.access == "lead"


def test_nobody_closes_their_own_account(office: Office) -> None:
    a_person("Ada", Access.OWNER, "practice_owner")
    answer = office.browser.post(f"/team/{office.owner.pk}/deactivate/")
    assert answer.status_code == 422
    assert "Ask another owner to do it." in answer.content.decode()
    office.owner.refresh_from_db()
    assert office.owner.is_active


def test_a_team_member_who_left_is_signed_out_and_can_be_let_back_in(office: Office) -> None:
    mia = office.people["member"]
    assert office.browser.post(f"/team/{mia.pk}/deactivate/").status_code == 302
    assert office.clients["member"].get("/desk/").status_code == 302
    assert "No longer here" in office.page("/team/")
    office.browser.post(f"/team/{mia.pk}/reactivate/")
    assert office.clients["member"].get("/desk/").status_code == 200
    deeds = LogEntry.objects.filter(subject=f"person:{mia.pk}").values_list("action", flat=True)
    assert list(deeds)[-2:] == ["deactivate_person", "reactivate_person"]


def test_a_new_password_ends_where_they_are_signed_in(office: Office) -> None:
    mia = office.people["member"]
    answer = office.browser.post(f"/team/{mia.pk}/password/")
    assert signs_in(mia.email, shown_password(answer.content.decode()))
    assert office.clients["member"].get("/desk/").status_code == 302
    assert ("change_password", office.owner) == (last_entry().action, last_entry().actor)


def test_ones_own_password_is_changed_on_the_account_page(office: Office) -> None:
    answer = office.browser.post(f"/team/{office.owner.pk}/password/")
    assert answer.status_code == 422
    assert "/account/password/change/" in answer.content.decode()
    assert office.browser.get("/team/").status_code == 200


def test_a_role_that_the_policy_dropped_stays_with_its_holder(office: Office) -> None:
    mia = office.people["member"]
    Person.objects.filter(pk=mia.pk).update(role="tea_maker")
    assert "tea_maker (not in the policy now)" in office.page(f"/team/{mia.pk}/")
    assert "tea maker" in office.page("/team/")


def test_a_team_member_who_is_not_there_is_answered(office: Office) -> None:
    assert office.browser.get("/team/999/").status_code == 404


def test_the_team_takes_as_many_queries_for_three_as_for_nine(office: Office) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            office.page("/team/")
        return len(taken)

    queries()
    few = queries()
    for name in ("Ann", "Ben", "Cat", "Dan", "Eve", "Fay"):
        a_person(name, Access.MEMBER, "receptionist")
    assert queries() == few

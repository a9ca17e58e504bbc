"""What surrounds every page: signing in, headers, errors, health, the navigation."""

import re
import time

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from goodword_web.people.actions import deactivate_person
from goodword_web.people.models import Person
from goodword_web.project.navigation import PLACES, PUBLIC_PLACES
from goodword_web.work.actions import beat
from goodword_web.work.models import OutboxMail
from tests.project.conftest import NOON, PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


def sign_in(email: str, password: str = PASSWORD) -> Client:
    client = Client()
    client.post("/account/login/", {"login": email, "password": password})
    return client


@pytest.mark.usefixtures("people")
def test_one_signs_in_with_email_and_password_whatever_the_case() -> None:
    assert sign_in("Owner@Riverside.example").get("/account/").status_code == 200


@pytest.mark.usefixtures("people")
def test_a_wrong_password_is_answered_without_saying_which_half_was_wrong() -> None:
    known = Client().post("/account/login/", {"login": "owner@riverside.example", "password": "x"})
    unknown = Client().post("/account/login/", {"login": "nobody@x.example", "password": "x"})
    found = [
        re.findall(r"<li>(.*?)</li>", answer.content.decode(), re.DOTALL)
        for answer in (known, unknown)
    ]
    assert found[0] == found[1] != []


@pytest.mark.usefixtures("people")
def test_guessing_passwords_is_stopped() -> None:
    for _ in range(6):
        sign_in("owner@riverside.example", "a wrong guess")
    assert sign_in("owner@riverside.example").get("/account/").status_code == 302


def test_nobody_signs_up() -> None:
    answer = Client().post(
        "/account/signup/", {"email": "me@x.example", "password1": "a tea for the desk"}
    )
    assert "Nobody signs up here" in answer.content.decode()
    assert Person.objects.count() == 0


def test_a_person_who_left_is_told_so(people: dict[str, Person]) -> None:
    deactivate_person(actor=people["owner"], person=people["member"], at=NOON)
    client = sign_in("member@riverside.example")
    assert client.get("/account/").status_code == 302


def test_a_forgotten_password_goes_through_the_outbox(
    people: dict[str, Person], settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "goodword_web.work.backend.OutboxBackend"
    Client().post("/account/password/reset/", {"email": people["lead"].email})
    mail = OutboxMail.objects.get()
    assert mail.to == "lead@riverside.example"
    link = re.search(r"http://[^/]+(/account/password/reset/key/\S+)", mail.text)
    assert link is not None
    client = Client()
    form = client.get(link[1], follow=True)
    address = form.redirect_chain[-1][0]
    client.post(address, {"password1": "quite another tea", "password2": "quite another tea"})
    assert (
        sign_in("lead@riverside.example", "quite another tea").get("/account/").status_code == 200
    )


@pytest.mark.usefixtures("people")
def test_every_page_forbids_what_it_does_not_need() -> None:
    headers = Client().get("/account/login/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_no_template_of_ours_needs_an_inline_style_or_script(root) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    templates = list((root / "src" / "goodword_web").rglob("templates/**/*.html"))
    assert len(templates) > 20
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=")
    found = [path.name for path in templates if inline.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_a_page_that_is_not_there_has_a_next_step() -> None:
    answer = Client().get("/no/such/page/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()
    assert 'href="/"' in answer.content.decode()


@pytest.mark.usefixtures("people")
def test_a_form_that_was_open_too_long_has_a_next_step() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/account/login/", {"login": "owner@riverside.example"})
    assert answer.status_code == 403
    assert "reload the page, and send it again" in answer.content.decode()


def test_a_form_with_a_nul_byte_is_answered(people: dict[str, Person]) -> None:
    answer = Client().post(
        "/account/login/", {"login": people["owner"].email + "\0", "password": "x\0y"}
    )
    assert answer.status_code == 200
    assert "Null characters are not allowed." in answer.content.decode()


def test_health_is_well_while_a_worker_lives() -> None:
    assert Client().get("/health/").status_code == 503
    beat(worker="one", at=int(time.time()))
    answer = Client().get("/health/")
    assert answer.status_code == 200
    assert answer.json()["ok"] is True
    beat(worker="one", at=int(time.time()) - 600)
    assert Client().get("/health/").status_code == 503


def test_every_place_of_the_navigation_is_there() -> None:
    for place in (*PLACES, *PUBLIC_PLACES):
        assert reverse(place.url_name).startswith("/")


@pytest.mark.usefixtures("version")
def test_the_navigation_marks_where_one_is(clients: dict[str, Client]) -> None:
    page = clients["owner"].get(reverse("today")).content.decode()
    marked = re.findall(r'<a href="([^"]*)" aria-current="page"', page)
    assert marked == [reverse("today")]


@pytest.mark.usefixtures("version")
def test_the_frame_says_whose_site_it_is_and_in_which_zone_times_are() -> None:
    page = Client().get(reverse("contact")).content.decode()
    assert " · Riverside Physiotherapy</title>" in page
    assert "All times are Melbourne time." in page


def test_a_refusal_that_no_page_answered_has_its_hint(clients: dict[str, Client]) -> None:
    answer = clients["owner"].get(reverse("handbook"))
    assert answer.status_code == 409
    assert "No version of the policy has been published yet." in answer.content.decode()

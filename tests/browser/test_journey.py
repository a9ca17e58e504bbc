"""The main journey, with a browser, a mail server and nobody's help."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browser_site import Site, signed_in

pytestmark = pytest.mark.browser


def write_to_us(page: Page, address: str, words: str) -> str:
    """Fill in Contact, and return the reference of the case that it opened."""
    page.goto("/contact/")
    page.get_by_label("Your message").fill(words)
    page.get_by_label("Your name").fill("Mina Okafor")
    page.get_by_label("Your email address").fill(address)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(re.compile("/track/"))
    heading = page.get_by_role("heading", level=1).inner_text()
    found = re.search(r"\b[A-Z]{1,3}-[0-9A-Z]{4,}\b", heading)
    assert found is not None, heading
    return found[0]


def answer(page: Page, reference: str, words: str) -> None:
    """Find the case on Today, and reply to it."""
    page.goto("/desk/")
    row = page.get_by_role("row").filter(has_text=reference)
    expect(row).to_contain_text("left")
    row.get_by_role("link", name=reference).click()
    expect(page.get_by_role("heading", name=re.compile(reference))).to_be_visible()
    page.get_by_label("Your reply").fill(words)
    page.get_by_role("button", name="Send the reply").click()
    expect(page.get_by_text("Your reply is on its way.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_case_goes_from_contact_to_today_to_a_mail_to_track_to_results(
    browser: Browser, site: Site, *, javascript: bool
) -> None:
    address = f"mina.{int(javascript)}@example.org"
    customer = browser.new_context(base_url=site.url, java_script_enabled=javascript)
    team = browser.new_context(base_url=site.url, java_script_enabled=javascript)
    theirs, ours = customer.new_page(), signed_in(team, site)

    reference = write_to_us(theirs, address, "Could you move my appointment to Thursday, please?")
    expect(theirs.get_by_text(re.compile("due", re.IGNORECASE)).first).to_be_visible()
    tracking = theirs.url
    answer(ours, reference, "Thursday at ten is yours. See you then.")

    mail = site.mailbox.wait_for(address, "Thursday at ten is yours")
    assert reference in mail["Subject"]
    theirs.goto(tracking)
    expect(theirs.get_by_text("Thursday at ten is yours.")).to_be_visible()
    expect(theirs.get_by_text("kept", exact=True).first).to_be_visible()
    ours.goto("/results/")
    expect(ours.get_by_role("row").filter(has_text="Web form").first).to_contain_text("of")
    customer.close()
    team.close()


def test_the_journey_can_be_made_by_keyboard_alone(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    page.goto("/contact/")
    tab_to(page, "Your message")
    page.keyboard.type("May I bring my sister to the session?")
    tab_to(page, "Your name")
    page.keyboard.type("Ines Petrov")
    tab_to(page, "Your email address")
    page.keyboard.type("ines@example.org")
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/track/"))
    found = re.search(
        r"\b[A-Z]{1,3}-[0-9A-Z]{4,}\b", page.get_by_role("heading", level=1).inner_text()
    )
    assert found is not None

    email, password = site.person("member")
    page.goto("/account/login/")
    tab_to(page, "Email")
    page.keyboard.type(email)
    tab_to(page, "Password")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    page.goto("/desk/")
    tab_to(page, found[0])
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/cases/"))
    tab_to(page, "Your reply")
    page.keyboard.type("Of course. There is a chair for her.")
    tab_to(page, "Send the reply")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your reply is on its way.")).to_be_visible()
    site.mailbox.wait_for("ines@example.org", "There is a chair for her.")
    context.close()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => {
                const it = document.activeElement;
                const label = it.labels && it.labels.length ? it.labels[0].innerText : "";
                const pressed = ["A", "BUTTON"].includes(it.tagName) ? it.innerText : "";
                return label + " " + pressed;
            }"""
        )
        if name in focused:
            return
    pytest.fail(f"{name!r} cannot be reached with the Tab key on {page.url}.")


def test_whoever_asks_gets_the_steps_and_the_ruling(owner: Page) -> None:
    owner.goto("/ask/")
    owner.get_by_label("What is it about?").fill("unhappy with last visit, wants money back")
    owner.get_by_label("Who asks?").select_option("receptionist")
    owner.get_by_role("button", name="Ask").click()
    expect(owner.locator("#answer")).to_contain_text("Listen to the end")
    expect(owner.locator("#answer")).to_contain_text("refund up to $100")


def test_a_lesson_shows_its_answer_only_after_an_attempt(owner: Page) -> None:
    owner.goto("/learn/")
    expect(owner.get_by_text("Your answer")).to_have_count(0)
    owner.get_by_role("radio").first.check()
    owner.get_by_role("button", name="Answer").click()
    expect(owner.get_by_text("Your answer")).to_be_visible()


def test_a_form_that_lacks_something_says_so_and_keeps_every_word(stranger: Page) -> None:
    stranger.goto("/contact/")
    stranger.get_by_label("Your message").fill("Please call me.")
    stranger.get_by_role("button", name="Send").click()
    expect(stranger.get_by_role("alert")).to_contain_text("email address or a phone number")
    expect(stranger.get_by_label("Your message")).to_have_value("Please call me.")

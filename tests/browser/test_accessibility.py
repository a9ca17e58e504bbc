"""axe finds nothing, in both themes and both widths; nothing runs off a narrow page."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.browser_site import Site, signed_in

pytestmark = pytest.mark.browser

PUBLIC_PAGES = ["/", "/contact/", "/account/login/", "/no-such-page/"]
TEAM_PAGES = [
    "/vitals/",
    "/desk/",
    "/desk/new/",
    "/ask/",
    "/ask/?q=unhappy+with+last+visit%2C+wants+money+back",
    "/policy/",
    "/policy/?q=refund",
    "/policy/draft/",
    "/policy/versions/",
    "/policy/versions/1/",
    "/learn/",
    "/results/",
    "/review/",
    "/team/",
    "/team/add/",
    "/team/2/",
    "/log/",
    "/account/",
]
Theme = Literal["light", "dark"]
LOOKS: list[tuple[Theme, int]] = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]


@pytest.fixture(scope="module")
def team(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of the owner, signed in once."""
    context = browser.new_context(base_url=site.url)
    yield signed_in(context, site)
    context.close()


def problems(page: Page) -> list[str]:
    """Return what axe says in each look, and where the page is wider than the screen."""
    return [
        f"{theme} {width}: {one}" for theme, width in LOOKS for one in found(page, theme, width)
    ]


def found(page: Page, theme: Theme, width: int) -> Iterator[str]:
    # Colours change at once for who wants no motion, and are looked at as they then are.
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    for rule in Axe().run(page).response["violations"]:
        for node in rule["nodes"]:
            yield f"{rule['id']}: {node['html'][:160]}"
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        yield f"{wide} pixels too wide"


@pytest.mark.parametrize("address", [*PUBLIC_PAGES, *TEAM_PAGES])
def test_axe_finds_nothing_and_nothing_runs_off_the_page(team: Page, address: str) -> None:
    team.goto(address)
    assert problems(team) == []


@pytest.fixture(scope="module")
def tracking(browser: Browser, site: Site) -> str:
    """The tracking page of a case that somebody opened through the form."""
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    page.goto("/contact/")
    page.get_by_label("Your message").fill("Is there parking near you?")
    page.get_by_label("Your phone number").fill("0491 570 006")
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/track/**")
    address = page.url
    context.close()
    return address


def test_axe_finds_nothing_on_a_case_and_its_tracking_page(team: Page, tracking: str) -> None:
    team.goto("/desk/")
    team.locator("tbody th a").first.click()
    # The case's page, not the list that the link stands in.
    team.wait_for_url("**/cases/**")
    assert problems(team) == []
    team.goto(tracking)
    assert problems(team) == []

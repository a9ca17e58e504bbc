"""axe finds nothing, in both themes and both widths; nothing runs off a narrow page."""

from collections.abc import Iterator

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
LOOKS = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]


@pytest.fixture(scope="module", params=LOOKS, ids=[f"{theme}-{width}" for theme, width in LOOKS])
def look(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of the owner, in one theme and one width."""
    theme, width = request.param
    context = browser.new_context(
        base_url=site.url, color_scheme=theme, viewport={"width": width, "height": 900}
    )
    yield signed_in(context, site)
    context.close()


def problems(page: Page) -> list[str]:
    """Return what axe says, and whether the page is wider than the screen."""
    found = [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in Axe().run(page).response["violations"]
        for node in rule["nodes"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [*found, *([f"{wide} pixels too wide"] if wide > 0 else [])]


@pytest.mark.parametrize("address", [*PUBLIC_PAGES, *TEAM_PAGES])
def test_axe_finds_nothing_and_nothing_runs_off_the_page(look: Page, address: str) -> None:
    look.goto(address)
    assert problems(look) == []


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


def test_axe_finds_nothing_on_a_case_and_its_tracking_page(look: Page, tracking: str) -> None:
    look.goto("/desk/")
    look.locator("tbody th a").first.click()
    assert problems(look) == []
    look.goto(tracking)
    assert problems(look) == []

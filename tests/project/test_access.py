"""One test over every URL and every person: who may see and do what."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter

from goodword_web.people.access import MEANINGS, PERMISSIONS, PUBLIC, permission_of
from goodword_web.people.models import Access

PEOPLE = ("owner", "lead", "member", "stranger")
UUID = "7d1b3a90-52a1-4b1a-9a55-0d5f0b8c1a11"


def every_url(resolver: URLResolver, before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    """Yield an address and its pattern for each view of the site."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from every_url(pattern, before + _filled(pattern))
        else:
            yield before + _filled(pattern), pattern


def _filled(pattern: URLPattern | URLResolver) -> str:
    """Return the pattern's part of the address, with something for each argument."""
    text = str(pattern.pattern)
    for name, converter in pattern.pattern.converters.items():
        value = "1" if isinstance(converter, IntConverter) else "nothing"
        value = UUID if isinstance(converter, UUIDConverter) else value
        text = re.sub(rf"<(\w+:)?{name}>", value, text)
    text = re.sub(r"\(\?P<\w+>[^)]*\)", "nothing", text)
    return text.strip("^$")


URLS = dict(every_url(get_resolver()))


def permission(address: str) -> str | None:
    return permission_of(URLS[address].callback)


def may_open(person: str, wanted: str | None) -> bool:
    if wanted == PUBLIC:
        return True
    return person != "stranger" and Access(person) in PERMISSIONS[str(wanted)]


def outcome(client: Client, address: str, method: str) -> str:
    """Return "sign in", "no" or "yes"; an address that leads nowhere was still allowed."""
    response: Any = getattr(client, method)(address)
    if response.status_code == 302 and response["Location"].startswith("/account/login/?next="):
        return "sign in"
    assert response.status_code < 500 or address == "/health/"
    return "no" if response.status_code == 403 else "yes"


@pytest.mark.parametrize("address", URLS)
def test_every_view_carries_its_permission(address: str) -> None:
    assert permission(address) in {PUBLIC, *PERMISSIONS}, (
        f"{address} has no mark: put @access_required(…) or @public_page on its view"
    )


@pytest.mark.usefixtures("version")
@pytest.mark.parametrize("address", URLS)
def test_who_may_open_each_page(address: str, clients: dict[str, Client]) -> None:
    wanted = permission(address)
    for person in PEOPLE:
        if may_open(person, wanted):
            assert outcome(clients[person], address, "get") == "yes", person
        else:
            refusal = "sign in" if person == "stranger" else "no"
            assert outcome(clients[person], address, "get") == refusal, person
            assert outcome(clients[person], address, "post") == refusal, person


def test_every_permission_has_a_meaning_and_somebody_who_holds_it() -> None:
    assert set(PERMISSIONS) == set(MEANINGS)
    assert all(Access.OWNER in holders for holders in PERMISSIONS.values())


def test_the_documentation_holds_the_same_table(root: Path) -> None:
    rows = [
        f"| `{name}` | {MEANINGS[name]} | "
        + " | ".join("yes" if access in holders else "–" for access in Access)
        + " |"
        for name, holders in PERMISSIONS.items()
    ]
    page = (root / "docs" / "reference" / "access.md").read_text(encoding="utf-8")
    assert [line for line in page.splitlines() if line.startswith("| `")] == rows

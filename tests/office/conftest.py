"""The office of every test in this folder."""

import pytest

from tests.office.office_site import Office, an_office


@pytest.fixture
def office(db: None, riverside_text: str) -> Office:  # noqa: ARG001 - rows may be written
    return an_office(riverside_text)

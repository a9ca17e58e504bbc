"""The practice of every test in this folder."""

import pytest

from tests.cases.case_practice import Practice, a_practice


@pytest.fixture
def practice(db: None, riverside_text: str) -> Practice:  # noqa: ARG001 - rows may be written
    return a_practice(riverside_text)

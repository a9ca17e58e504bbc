from pathlib import Path

import pytest
from django.contrib.auth import authenticate

from goodword.errors import UnknownNameError, UnreadableFileError
from goodword_web.people.models import Person
from goodword_web.people.rules import new_password
from goodword_web.policies.models import Version
from goodword_web.project.beginning import begin_empty, give_new_password

pytestmark = pytest.mark.django_db
NOON = 1_790_000_000


def begin(
    *, demo: bool = False, policy: Path | None = None, owner: str | None = None
) -> tuple[tuple[tuple[str, str, str], ...], list[str]]:
    said: list[str] = []
    entries = begin_empty(demo=demo, policy=policy, owner=owner, at=NOON, say=said.append)
    return entries, said


def test_a_business_begins_with_its_policy_and_an_owner(root: Path) -> None:
    place = root / "examples" / "riverside" / "policy.md"
    [(email, password, access)], _said = begin(policy=place, owner="Ann@Example.org")
    assert (email, access) == ("ann@example.org", "owner")
    assert Version.objects.get().text == place.read_text(encoding="utf-8")
    assert authenticate(email="ann@example.org", password=password) == Person.objects.get()


def test_a_policy_never_replaces_the_one_that_stands(root: Path) -> None:
    place = root / "examples" / "riverside" / "policy.md"
    begin(policy=place, owner="ann@example.org")
    entries, said = begin(policy=place)
    assert entries == ()
    assert "There is a policy already" in said[0]
    assert Version.objects.count() == 1


def test_the_demonstration_never_touches_what_is_there() -> None:
    begin(owner="ann@example.org")
    assert begin(demo=True) == ((), [])
    assert Person.objects.count() == 1


def test_a_policy_that_cannot_be_read_begins_nothing(tmp_path: Path) -> None:
    place = tmp_path / "policy.md"
    place.write_bytes(b"# Policy\0")
    with pytest.raises(UnreadableFileError, match="NUL byte"):
        begin(policy=place, owner="ann@example.org")
    assert Person.objects.count() == 0


def test_a_forgotten_password_is_replaced_on_the_machine_itself() -> None:
    [(email, before, _access)], _said = begin(owner="ann@example.org")
    _email, password, _words = give_new_password("ANN@example.org", at=NOON)
    assert authenticate(email=email, password=before) is None
    assert authenticate(email=email, password=password) is not None


def test_a_new_password_for_a_stranger_says_who_is_here() -> None:
    begin(owner="ann@example.org")
    with pytest.raises(UnknownNameError, match="Nobody signs in as bob"):
        give_new_password("bob@example.org", at=NOON)


def test_passwords_are_never_the_same_and_have_no_letters_that_look_alike() -> None:
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert set("".join(made)) & set("0o1li") == set()
    assert {len(password) for password in made} == {19}

"""What stands before the first page is served: tables, files, and somebody who can sign in."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from goodword.cli.terminal import policy_text
from goodword.errors import UnknownNameError
from goodword_web.people.actions import add_person, change_password
from goodword_web.people.models import Access, Person
from goodword_web.people.queries import team_by_access
from goodword_web.people.rules import new_password
from goodword_web.policies.actions import import_first_version
from goodword_web.policies.models import Version

Entry = tuple[str, str, str]


def migrate() -> None:
    """Bring the tables up to date."""
    call_command("migrate", verbosity=0, interactive=False)
    if settings.IS_POSTGRESQL:
        call_command("createcachetable", verbosity=0)


def prepare(*, say: Callable[[str], None]) -> None:
    """Bring the tables and the static files up to date; takes no time where they are."""
    migrate()
    if not settings.DEBUG and _static_is_stale():
        say("Collecting the site's files …")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)


def _static_is_stale() -> bool:
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.exists():
        return True
    collected = manifest.stat().st_mtime
    return any(
        Path(storage.path(name)).stat().st_mtime > collected
        for finder in finders.get_finders()
        for name, storage in finder.list([])
    )


def begin_empty(
    *, demo: bool, policy: Path | None, owner: str | None, at: int, say: Callable[[str], None]
) -> tuple[Entry, ...]:
    """Return who can sign in anew, with their passwords, after filling an empty database.

    What is there already is never touched: `--policy` and `--demo` are then passed over, saying so.
    Nothing asked for in an empty database means the demonstration: there is something to see.
    """
    is_empty = not Person.objects.exists() and not Version.objects.exists()
    if is_empty and (demo or not (policy or owner)):
        say("Filling the empty database with the demonstration business …")
        if not demo:
            say("Your own instead: GOODWORD_HOME=mine goodword serve --policy FILE --owner EMAIL")
        from goodword_web.jobs.demo import seed  # noqa: PLC0415  (slow, and rarely wanted)

        return tuple((one.email, one.password, f"{one.name}, {one.access}") for one in seed(at))
    if policy is not None:
        if Version.objects.exists():
            say("There is a policy already; publish a change on the site instead of --policy.")
        else:
            text = policy_text(str(policy))
            import_first_version(text=text, at=at)
    if owner is None:
        return ()
    return (_add_owner(owner, at=at),)


def _add_owner(email: str, *, at: int) -> Entry:
    if Person.objects.filter(email__iexact=email).exists():
        return give_new_password(email, at=at)
    password = new_password()
    person = add_person(
        actor=None,
        email=email,
        name=email.partition("@")[0],
        access=Access.OWNER,
        role="",
        joined_on=dt.datetime.fromtimestamp(at, tz=dt.UTC).date(),
        password=password,
        at=at,
    )
    return (person.email, password, str(Access.OWNER.label))


def _with_password(person: Person, *, at: int) -> Entry:
    password = new_password()
    change_password(actor=None, person=person, password=password, at=at)
    return (person.email, password, f"{person.name}, {person.get_access_display()}")


def give_new_password(email: str, *, at: int) -> Entry:
    """Return who signs in with which new password. Raises UnknownNameError."""
    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        known = ", ".join(each.email for each in team_by_access()) or "nobody"
        raise UnknownNameError(f"Nobody signs in as {email}.", hint=f"Those who do: {known}.")
    return _with_password(person, at=at)

"""A long table in text is counted a stretch at a time with the counts of the replay."""

from pathlib import Path
from random import Random

from goodword.document.read import read
from goodword.history.column_map import read_column_map
from goodword.history.load import load
from goodword.history.text_cases import text_cases
from goodword.replay.replay import ALWAYS, replay
from goodword.replay.tallying import Tallying

POLICY = """# Policy

## Hours

We are open Monday to Friday, 9am to 5pm. Our time zone is Europe/London.

## Promises

- We reply to every email within 4 working hours.
- We resolve every enquiry within 3 working days.
"""


def test_stretches_of_a_csv_are_counted_like_the_whole(tmp_path: Path) -> None:
    dice = Random(5)  # noqa: S311 - invented cases, the same each time
    path = tmp_path / "cases.csv"
    with path.open("w") as file:
        file.write("case,opened,first_response,resolved,channel\n")
        for number in range(9_500):
            opened = 1_788_000_000 + dice.randrange(8_000_000)
            reply = "" if dice.random() < 0.1 else str(opened + dice.randrange(200_000))
            done = "" if dice.random() < 0.2 else str(opened + dice.randrange(900_000))
            channel = dice.choice(("email", "phone"))
            file.write(f"c{number},{opened},{reply},{done},{channel}\n")
        file.write("c1,1788000000\n")
    names = ("case", "opened", "first_response", "resolved", "channel")
    column_map = read_column_map(
        'dates = "unix"\n[columns]\n' + "".join(f'{name} = "{name}"\n' for name in names),
        path="map.toml",
    )
    policy = read(POLICY, path="policy.md").policy
    whole = load(path, column_map)
    assert whole.columns is not None
    assert whole.last_event is not None
    versions = ((ALWAYS, policy),)
    expected = replay(versions, whole.columns, at=whole.last_event, tells=whole.tells)

    found = text_cases(path, column_map)
    assert found.span is not None
    assert (found.rows, found.span.last_event) == (whole.rows, whole.last_event)
    assert (found.tells, found.counts) == (whole.tells, whole.counts)
    counting = Tallying(
        versions,
        at=found.span.last_event,
        first=found.span.first,
        last=found.span.last,
        tells=found.tells,
        by=("channel",),
    )
    for stretch in found.stretches():
        counting.take(stretch)
    tally = counting.tally()

    assert tally.cases == expected.cases
    assert len(expected.promises) == 2
    for outcome in expected.promises:
        assert outcome.counts == tally.of(outcome.promise.id)
        assert outcome.counts.n > 1_000

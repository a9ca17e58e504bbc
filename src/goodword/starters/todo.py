"""What is left to do once a policy is written: answer, agree, publish, keep."""

from collections.abc import Mapping
from datetime import UTC, datetime

from goodword.law import packs_for
from goodword.starters.draft import Draft, draft
from goodword.starters.effort import effort, effort_lines
from goodword.starters.question import QUESTIONS, Answers
from goodword.starters.situations import moments

# What stands in the policy where a question was skipped, and so what to look at.
_INSTEAD: Mapping[str, str] = {
    "name": 'It is called "Our House" for now; put your name in.',
    "sector": "The moments are those of any kind of work; add your own.",
    "mission": "What you are for stands there in our words; say it in yours.",
    "excellence": "What excellent means stands there in our words; say it in yours.",
    "needs": "What people want of you is a guess; ask three of them this week.",
    "channels": "The only way to reach you is an invented email address; put in your own.",
    "hours": "The opening hours are those of many others; put in your own.",
    "reply": "The time for a reply is a usual one; look at last month and write what you keep.",
    "resolve": "The time for a complaint is a usual one; write what you can keep.",
    "situations": "All moments of the sector are in; take out what you never meet.",
    "amount": "The sum that may be given at once is a usual one; decide on yours.",
    "size": "It is written for a handful of people; see whether the roles are yours.",
    "lead": "Who decides is a usual role; see whether you have it.",
    "place": "It goes by the public holidays of England; name your place.",
    "start": "It names no first day; add “This policy applies from …” when you have agreed.",
}


def todo(answers: Answers, text: str, *, at: int) -> str:
    """Return the list of what is left to do (Markdown) for a policy that was composed.

    `text` is the policy; `at` is today (UTC seconds), for dates and the law packs of the day.
    """
    it = draft(answers)
    parts = [
        f"# To do: {it.name}",
        _still_open(it),
        _agree(it),
        _check(it, text, at),
        _publish(it),
        _keep(at),
        f"## What it takes\n\n{effort_lines(effort(text, it.size), alone=it.is_alone)}",
    ]
    return "\n\n".join(parts) + "\n"


def _list(title: str, items: list[str]) -> str:
    lines = "\n".join(f"- [ ] {item}" for item in items)
    return f"## {title}\n\n{lines}"


def _still_open(it: Draft) -> str:
    skipped = [one.name for one in QUESTIONS if one.name in it.skipped]
    if not skipped:
        return "## Still open\n\nNothing: you answered every question."
    return _list("Still open", [_INSTEAD[name] for name in skipped])


def _agree(it: Draft) -> str:
    if it.is_alone:
        items = [
            "Read it aloud once. What you stumble over, say otherwise.",
            f"Let somebody else read it, and ask whether they would trust it: {it.adviser}.",
            "Show it to two people whom you serve, and ask what is missing.",
        ]
    else:
        items = [
            "Read it aloud with everybody who meets people. What they stumble over, say otherwise.",
            "Ask each of them: what would make it easier for you to help somebody?",
            f"Agree the promises and the sum of {it.sum} with whoever has to keep and to pay them.",
            "The owner says yes, with a name and a date.",
        ]
    return _list("Who must agree", items)


def _check(it: Draft, text: str, at: int) -> str:
    sector = _LAW_SECTORS.get(it.sector.name)
    country, part = it.place.country, it.place.subdivision
    found = packs_for(country, sector, at, subdivision=part) if sector is not None else ()
    items = ["Look at it after each change: `goodword check`, and `goodword echo` for its meaning."]
    if found:
        names = "; ".join(one.name for one in found)
        items.append(
            f"Ask somebody who knows whether this concerns you: {names}. What does, put into the "
            "policy as “This policy is checked against: …”, and check again."
        )
    own = [name for name in it.situations if name in text and _is_own(name, it)]
    items += [f"Write the steps of “When {name}”; those there fit anything." for name in own]
    return _list("Look again", items)


def _is_own(name: str, it: Draft) -> bool:
    return all(one.name != name for one in moments(it.sector.name))


_LAW_SECTORS: Mapping[str, str] = {
    "clinic": "allied-health",
    "practice": "gp",
    "shop": "retail",
    "software": "software",
    "hotel": "hotel",
    "council": "council",
    "solo": "retail",
    "bank": "bank",
}


def _publish(it: Draft) -> str:
    where = ["Put the public part on your website, where “Contact” is."]
    kinds = {line.partition(":")[0].lower() for line in it.channels}
    if any("person" in one or "visit" in one for one in kinds):
        where.append("Put one page with the promises by the door or on the counter.")
    if any("phone" in one or "call" in one for one in kinds):
        where.append("Say the opening hours and the emergency number in the recorded message.")
    if any("email" in one for one in kinds):
        where.append("Put the link below your emails.")
    where.append("Keep the sums and the steps for the team to yourselves.")
    return _list("Where to publish", where)


def _keep(at: int) -> str:
    today = datetime.fromtimestamp(at, UTC).date()
    month = today.month + 6
    half = f"{_MONTHS[(month - 1) % 12]} {today.year + (month > 12)}"
    items = [
        "Practise it with everybody within the first ten working days.",
        "After one month, look which promises were kept. Lengthen one sooner than break it.",
        f"Look at it again together in {half}.",
    ]
    return _list("Keep it alive", items)


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

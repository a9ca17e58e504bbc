"""Answers in figures: hours, times, sums, how many people."""

import re
from decimal import Decimal

from goodword.document.echo import echo
from goodword.document.echo_amounts import duration
from goodword.document.read import read
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.number import NUMBER, value_of
from goodword.policy.definition import HoursClause
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.starters.question import Answers
from goodword.starters.sector import sector_called
from goodword.starters.taken import HOURS, Again, Taken

_MOST_PEOPLE = 1_000_000
_ALONE = re.compile(r"\b(?:me|myself|alone|nobody else|i am|by my own|on my own)\b")


def hours_of(words: str, _: Answers) -> Taken | Again:
    """Return the opening hours as a whole sentence."""
    said = re.sub(
        r"^(?:we are |we're |our opening hours are |open )+", "", words, flags=re.IGNORECASE
    )
    policy = read(f"Our opening hours are {said.rstrip('.')}.\nAll times are London time.\n").policy
    clauses = policy.of_kind(HoursClause)
    if not clauses or policy.hours is None or not policy.hours.ever_open:
        return Again(
            "I cannot make opening hours of that. Write days and times, such as "
            "Monday to Friday, 9am to 5pm, and Saturday, 9am to 1pm."
        )
    return Taken(" ".join(echo(one, policy) for one in clauses))


def time_of(words: str, answers: Answers) -> Taken | Again:
    """Return a length of time, counted while the house is open where it is given in hours."""
    del answers
    said = re.sub(r"^(?:within|in|after|by) ", "", words.rstrip("."), flags=re.IGNORECASE)
    said = re.sub(r"^(?:the )?next (working|business) day$", r"1 \1 day", said, flags=re.IGNORECASE)
    reading = read(f"{HOURS}We reply to every email within {said}.\n")
    promises = reading.policy.of_kind(Promise)
    limit = promises[0].limit if len(promises) == 1 else None
    if not isinstance(limit, Duration) or promises[0].target is not None:
        return Again(
            f'"{said}" is not a time that I can count. Write a number and a unit, such as '
            "4 hours, 1 working day or 2 weeks."
        )
    if limit.amount > _most(limit):
        return Again("That is more than a year. Is it a slip? Write the time once more.")
    note = ""
    if any(one.code == "PR04" for one in reading.problems):
        note = f"Of a range I take the longer end: {duration(limit)}. "
    if limit.unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR} and limit.counting is Counting.CLOCK:
        limit = Duration(limit.amount, limit.unit, Counting.WORKING)
        note += f"I count it while you are open: {duration(limit)}."
    return Taken(_said(limit), note.strip())


def _said(limit: Duration) -> str:
    return duration(limit).replace("calendar ", "")


def _most(limit: Duration) -> int:
    a_year = {Unit.DAY: 365, Unit.WEEK: 52, Unit.MONTH: 12, Unit.YEAR: 1}
    return a_year.get(limit.unit, 365 * 24 * 60 * 60)


def amount_of(words: str, _: Answers) -> Taken | Again:
    """Return a sum in figures, without its sign."""
    low = normal(words)
    if re.fullmatch(r"(?:nothing|none|zero|0|no(?:body|thing at all)?)\.?", low):
        return Taken("0", "Then every sum goes to whoever decides.")
    sums = money_in(low, "GBP")
    bare = re.fullmatch(rf"(?:up to |about |around )?({NUMBER})(?: \w+)?\.?", low)
    if len(sums) == 1:
        amount = sums[0].money.amount
    elif bare is not None:
        amount = value_of(bare[1])
    else:
        return Again("I need one sum, in figures, such as 50.")
    if not 0 < amount <= Decimal(1_000_000):
        return Again("That sum cannot be meant. Write one, such as 50.")
    exact = amount == amount.to_integral_value()
    return Taken(f"{amount:,.0f}" if exact else f"{amount:,.2f}")


def size_of(words: str, _: Answers) -> Taken | Again:
    """Return the number of people in figures."""
    low = normal(words)
    number = re.search(rf"\b({NUMBER})\b", low)
    if number is None and _ALONE.search(low):
        return Taken("1")
    count = value_of(number[1]) if number is not None else Decimal(0)
    if count != count.to_integral_value() or not 1 <= count <= _MOST_PEOPLE or "-" in words:
        return Again("How many people work with you, you included? A number, such as 6.")
    return Taken(str(int(count)))


def is_alone(answers: Answers) -> bool:
    """Whether one person does it all, as far as the answers tell."""
    size = answers.get("size")
    if size is not None:
        told = size_of(size, answers)
        return isinstance(told, Taken) and told.words == "1"
    named = answers.get("sector")
    found = sector_called(named) if named is not None else None
    return found is not None and found.name == "solo"

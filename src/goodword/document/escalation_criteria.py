"""What goes up by a list: "Escalation triggers:" with what happens below it."""

import re

from goodword.document.escalation_event import event_slug, trimmed
from goodword.document.escalation_told import told_in
from goodword.document.escalation_waits import Length, lengths_in, trigger_in, waited
from goodword.document.second_people import people_in
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import named, role_slug
from goodword.policy.duty import Escalation
from goodword.problem import Severity

_CRITERIA = re.compile(r"escalat|^when ", re.IGNORECASE)
# A heading that names who a list goes up to: "Level 2: engineering team".
_STEP = re.compile(r"^(?:level|tier|step|stage|line|l)\b|\bescalat")
_MOST_WORDS = 25
_SAMPLE = "team leader"


def criteria(  # noqa: PLR0911  (a list of cases)
    text: str, setting: Setting, context: str = ""
) -> Understood | None:
    """Return the escalation that an item says below such a line; None below any other.

    `context` is the line above the list, the heading where there is none. To whom it goes up is
    said there or in the heading; where neither does, that is asked.
    """
    line = even(context or setting.heading).strip(" .:-*✅❌")
    if _CRITERIA.search(line) is None:
        return None
    plain = even(text).strip()
    low, head = normal(plain), normal(line)
    found = ENGLISH.pattern("escalation.criteria").fullmatch(head)
    if found is None or len(low.split()) > _MOST_WORDS:
        return None
    if ENGLISH.pattern("escalation.criteria_rule").search(low) is not None:
        return None
    if low.startswith("to ") or told_in(low, setting):
        # It says by itself who is told.
        return None
    span = trimmed(low, 0, len(low))
    if span is None:
        return None
    words = plain[slice(*span)]
    role = _named(found) or _above(setting)
    if role is None:
        return _to_whom(plain, words, setting)
    late = waited(low, 0, lengths_in(low))
    made = _by_time(role, late, low) or Escalation(
        to=role, event=event_slug(words), event_words=words
    )
    return Understood((made,), (unsure(plain, (made,)),))


def _named(found: re.Match[str]) -> str | None:
    """Return who the line itself names: "When to fetch Petra:"."""
    who = next((one for one in found.groupdict().values() if one), None)
    return role_slug(who) if who is not None else None


def _above(setting: Setting) -> str | None:
    """Return who the heading names as a step: "Level 3: management"."""
    low = normal(setting.heading)
    if _STEP.search(low) is None:
        return None
    people = [one for one in people_in(low, setting) if one.is_known and not one.role[-1].isdigit()]
    return people[0].role if len(people) == 1 else None


def _by_time(role: str, late: Length | None, low: str) -> Escalation | None:
    trigger = trigger_in(low)
    if late is None or trigger is None:
        return None
    return Escalation(to=role, after=late.limit, trigger=trigger)


def _to_whom(plain: str, words: str, setting: Setting) -> Understood:
    who = named(setting.roles[0]) if setting.roles else _SAMPLE
    finding = Finding(
        "ES05",
        Severity.ERROR,
        f"This goes up. To whom? Name the role that is told, such as the {who}.",
        0,
        len(plain),
        (("what", words), ("to", "?")),
        f"If a case is not resolved within 5 working days, tell the {who}.",
        "Name who is told",
    )
    return Understood((), (finding,), almost=True)

"""By what a date is closed, in the words of a language or of the policy itself."""

from collections.abc import Mapping
from datetime import date

from goodword.clock.words import FILE, Words
from goodword.language.pack import UnknownLanguageError, pack
from goodword.policy.definition import ClosureClause
from goodword.policy.hours import Hours
from goodword.policy.policy import Policy

Reasons = Mapping[tuple[int, int, int | None], str]


class ClosedNames:
    """Names what closes the dates of some hours."""

    def __init__(self, hours: Hours, policy: Policy, words: Words) -> None:
        self._hours = hours
        self._words = words
        self._reasons = reasons_of(policy) if hours.closures else {}

    def said(self, day: date, given: str) -> tuple[str, bool]:
        """Return the name of what closes the date, and whether that is a public holiday.

        `given` is the name that the hours have for it. Holidays are said in the language, where
        their country has them in it; what the business named itself stays as it is.
        """
        if given and self._hours.holidays:
            # Loads the calendars of holidays, which the hours have needed before.
            from goodword.businesstime.holiday_names import (  # noqa: PLC0415 - 90 ms
                holiday_name,
                is_holidays_own_name,
            )

            if is_holidays_own_name(self._hours, day, given):
                joint = f" {self._words.phrase('lengths', 'and')} "
                return holiday_name(self._hours, day, self._words.language, joint) or given, True
        return given or self._reason(day), False

    def _reason(self, day: date) -> str:
        dated = self._reasons.get((day.month, day.day, day.year))
        return dated or self._reasons.get((day.month, day.day, None), "")


def reasons_of(policy: Policy) -> Reasons:
    """Return why the policy closes on which dates, where its sentence says so."""
    try:
        own = pack(policy.language)
    except UnknownLanguageError:
        return {}
    if not own.has(f"{FILE}.closures"):
        return {}
    pattern = own.compiled(f"(?i){own.words(f'{FILE}.closures')['reason']}")
    found: dict[tuple[int, int, int | None], str] = {}
    for clause in policy.of_kind(ClosureClause):
        match = pattern.search(" ".join(clause.text.split()))
        if match is None:
            continue
        reason = (match["reason"] or match["bracket"]).strip()
        for one in clause.closures:
            found[one.month, one.day, one.year] = reason
    return found

"""Why a due time is what it is: steps that a customer can read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: the instant it begins (UTC seconds), local time as text, and what happened.

    `code` names the kind of step (`started`, `counted`, `closed`, `holiday`, `paused`, `resumed`,
    `due`, `done`) for programs; `words` is the sentence for people.
    """

    at: int
    local: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The one-line `summary` and the steps behind it."""

    summary: str
    reasons: tuple[Reason, ...]

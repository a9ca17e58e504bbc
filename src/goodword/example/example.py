"""A worked example: what a clause comes to on a day of its own calendar."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """What `clause_id` comes to, in `words`; each was computed by the code that runs the clause.

    `started_at` and `due` are UTC seconds where the example is about time, else None.
    """

    clause_id: str
    words: str
    started_at: int | None = None
    due: int | None = None

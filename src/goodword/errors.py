"""Refusals: the rules say no. Each face maps them once; they know no HTTP and no exit codes.

What is wrong in a user's own text is never an exception but a `Problem`.
"""


class GoodwordError(Exception):
    """A refusal with a permanent `code`, one plain `message` and a `hint` for the next step."""

    code = "goodword"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class OutsideCalendarError(GoodwordError):
    """Time was asked for beyond the years that the calendar can hold."""

    code = "outside-calendar"


class NeverOpenError(GoodwordError):
    """Working time was asked of hours that never open."""

    code = "never-open"


class UnreadableFileError(GoodwordError):
    """A file cannot be taken as the text or the table that it should be."""

    code = "unreadable-file"


class UnknownNameError(GoodwordError):
    """A name was given that is not on the list of known ones: a zone, a clause, a column."""

    code = "unknown-name"

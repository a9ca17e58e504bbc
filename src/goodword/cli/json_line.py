"""One line of JSON Lines, read so that nothing in it stops the stream."""

import json

from goodword.errors import GoodwordError


class BrokenLineError(GoodwordError):
    """A line of a stream is no JSON."""

    code = "broken-line"


def object_in(line: bytes | str) -> object:
    """Return the value that a line of JSON holds. A byte order mark before it is left out.

    Raises BrokenLineError, which names the column, for what is no UTF-8 or no JSON, for nesting
    too deep to be read and for numbers too long to be.
    """
    try:
        text = line.decode("utf-8-sig") if isinstance(line, bytes) else line
        value: object = json.loads(text)
    except UnicodeDecodeError as broken:
        raise BrokenLineError(
            f"this is not UTF-8 at byte {broken.start + 1}.", hint="Write it in UTF-8."
        ) from None
    except json.JSONDecodeError as wrong:
        raise BrokenLineError(f"this is not JSON ({wrong.msg}, column {wrong.colno}).") from None
    except RecursionError:
        raise BrokenLineError("this is nested too deeply.") from None
    except ValueError:
        raise BrokenLineError("this holds a number with thousands of digits.") from None
    return value

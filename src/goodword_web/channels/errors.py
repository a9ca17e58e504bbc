"""What the channels refuse."""

from goodword.errors import GoodwordError


class TooManyError(GoodwordError):
    """So much came from one address that a person should not have to read it all."""

    code = "too-many"

    def __init__(self) -> None:
        super().__init__(
            "Several messages have already come from your connection in the last minutes.",
            hint="Please call us, or try again in ten minutes. What you wrote is still here.",
        )

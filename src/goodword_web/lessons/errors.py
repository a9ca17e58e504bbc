"""What practising refuses."""

from goodword.errors import GoodwordError


class UnknownLessonError(GoodwordError):
    """The lesson is not, or no longer, one of the policy in force."""

    code = "unknown-lesson"

    def __init__(self) -> None:
        super().__init__(
            "This question is no longer part of the policy.", hint="Take the next one instead."
        )


class UnknownChoiceError(GoodwordError):
    """The answer is not one of the lesson's choices."""

    code = "unknown-choice"

    def __init__(self) -> None:
        super().__init__("That is not one of the choices.", hint="Choose one of those shown.")

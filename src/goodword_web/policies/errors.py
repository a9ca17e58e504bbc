"""What publishing refuses, and why."""

from goodword.errors import GoodwordError
from goodword.problem import Problem


class PublishingRefusedError(GoodwordError):
    """The draft has errors; `problems` says which, with their places."""

    code = "publishing-refused"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = len(problems)
        super().__init__(
            "One sentence keeps the draft from being published."
            if count == 1
            else f"{count} sentences keep the draft from being published.",
            hint=problems[0].message if problems else "",
        )
        self.problems = problems


class NoPolicyError(GoodwordError):
    """Nothing has been published yet, so no promise can be run and no question answered."""

    code = "no-policy"

    def __init__(self) -> None:
        super().__init__(
            "No version of the policy has been published yet.",
            hint="Write or import one under Policy, then publish it.",
        )


class NothingToPublishError(GoodwordError):
    """The draft says what the version in force already says."""

    code = "nothing-to-publish"

    def __init__(self) -> None:
        super().__init__(
            "The draft is the same text as the version in force.",
            hint="Change a sentence first; every version should say something new.",
        )


class EffectiveTooEarlyError(GoodwordError):
    """A version may not take effect before it is published, or before the one it follows."""

    code = "effective-too-early"

    def __init__(self, earliest: int) -> None:
        super().__init__(
            "A new version can take effect now or later, and never before the last one.",
            hint="What has already happened is judged by the version that was in force then.",
        )
        self.earliest = earliest

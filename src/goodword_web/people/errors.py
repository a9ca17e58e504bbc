"""What the rules about the team say no to."""

from goodword.errors import GoodwordError


class EmailTakenError(GoodwordError):
    """Somebody of the team has this email address already."""

    code = "email-taken"

    def __init__(self, email: str) -> None:
        super().__init__(
            f"Somebody already signs in as {email}.",
            hint="Use another address, or let that person reset their password.",
        )


class LastOwnerError(GoodwordError):
    """Without this person nobody could publish, or let anybody in."""

    code = "last-owner"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is the only owner, and somebody has to be.",
            hint="Make another team member an owner first.",
        )


class OwnAccountError(GoodwordError):
    """Nobody does this to their own account from here."""

    code = "own-account"

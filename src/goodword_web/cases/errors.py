"""What a case refuses, and what to do instead."""

from goodword.decision.decision import Decision, Ruling
from goodword.errors import GoodwordError


class WrongStateError(GoodwordError):
    """The case is not in a state in which this can be done."""

    code = "wrong-state"


class EmptyWordsError(GoodwordError):
    """Nothing was written where words are needed."""

    code = "empty-words"

    def __init__(self, what: str) -> None:
        super().__init__(f"There is nothing in the {what}.", hint="Write a sentence or two first.")


class NoAddressError(GoodwordError):
    """A mail cannot go out: the case has no address to send it to."""

    code = "no-address"

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"Case {reference} has no email address to reply to.",
            hint="Call, or add an address to the customer first.",
        )


class RemedyRefusedError(GoodwordError):
    """The policy does not let this person give this; `decision` says who may, and why."""

    code = "remedy-refused"

    def __init__(self, decision: Decision) -> None:
        hint = {
            Ruling.ASK: f"Ask the {(decision.ask or 'policy owner').replace('_', ' ')}.",
            Ruling.NEED_FACTS: " ".join(question for _, question in decision.missing),
        }.get(decision.ruling, " ".join(decision.changes))
        super().__init__(decision.summary, hint=hint)
        self.decision = decision


class OverrideNotAllowedError(GoodwordError):
    """An override needs a reason, and somebody with the access level for it."""

    code = "override-not-allowed"

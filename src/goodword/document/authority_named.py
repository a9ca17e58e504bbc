"""Whether a sentence names who may: staff in general are anyone, a house that may is nobody.

"Any employee may give $50" lets anyone; "We may refuse entry", "The library reserves the right to
end a loan" and "Refunds under $20 need no approval" let the house do so and name nobody in it.
"""

from goodword.language.normal import normal
from goodword.language.pack import Pack
from goodword.language.role import ANYONE


def named_in(role: str | None, words: str, pack: Pack) -> str | None:
    """Return the role that the words name; None for the house itself, where nobody is named."""
    if role is None or not pack.has("roles.in_general"):
        return role
    low = normal(words)
    if role != ANYONE:
        return (
            None if pack.pattern("roles.house").fullmatch(role) and _is_house(low, pack) else role
        )
    people = pack.pattern("roles.in_general").search(low)
    if people is None:
        return None
    house = pack.pattern("roles.house_may").search(low)
    return ANYONE if house is None or people.start() < house.start() else None


def _is_house(low: str, pack: Pack) -> bool:
    return pack.pattern("roles.house_may").search(low) is not None

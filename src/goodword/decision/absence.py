"""Who is said to be away, and who takes over."""

from goodword.decision.ladder import deputy_of
from goodword.decision.naming import find_role
from goodword.decision.saying import role_words
from goodword.document.echo_amounts import capitalised
from goodword.language.pack import ENGLISH
from goodword.language.stem import plain
from goodword.policy.clause import Clause
from goodword.policy.definition import RoleClause
from goodword.policy.policy import Policy

# Whoever the asker would have to ask, without a name of the policy.
BOSS = "boss"
_AWAY, _ASKS = (
    ENGLISH.compiled(str(ENGLISH.words("find.absence")[name])) for name in ("away", "asks")
)
_BOSSES = frozenset(ENGLISH.names("find.bosses"))
_LONGEST_NAME = 4


def away_in(policy: Policy, words: str) -> tuple[str, ...]:
    """Return the roles that are said to be away, BOSS for a boss without a name."""
    text = plain(words)
    found = []
    for away in _AWAY.finditer(text):
        before = text[: away.start()].split()[-_LONGEST_NAME:]
        found.append(_named_last(policy, before))
    return tuple(dict.fromkeys(role for role in found if role is not None))


def asks_who_stands_in(words: str) -> bool:
    """Whether the words ask what to do, or whom to ask, when somebody is away."""
    return _ASKS.search(plain(words)) is not None


def stand_in(policy: Policy, role: str) -> tuple[str, str | None, tuple[Clause, ...]]:
    """Return in a line who takes over, the role, and the clause that says so."""
    deputy = deputy_of(policy, role)
    who = capitalised(role_words(role, policy))
    if deputy is None:
        whom = policy.owner if policy.owner != role else None
        ask = f" Ask {role_words(whom, policy)}." if whom is not None else ""
        return (
            f"The policy names nobody who takes over for {role_words(role, policy)}.{ask}",
            whom,
            (),
        )
    clauses = tuple(
        one for one in policy.of_kind(RoleClause) if one.role == role and one.deputy == deputy
    )
    line = (
        f"Ask {role_words(deputy, policy)}: {who[0].lower()}{who[1:]} is away, and they take over."
    )
    return line, deputy, clauses


def _named_last(policy: Policy, before: list[str]) -> str | None:
    """Return the role that the last words name, the longest name first."""
    for start in range(len(before)):
        name = " ".join(before[start:])
        if name in _BOSSES:
            return BOSS
        role = find_role(policy, name)
        if role is not None and role != "anyone":
            return role
    return None

"""What is worked out once for each policy, and asked for often."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from goodword.policy.policy import Policy

T = TypeVar("T")
# Policies of which answers are kept: a service works with a few at a time.
_POLICIES = 16


class _TheVeryPolicy:
    """A policy as a key that is itself and no other: equal policies may differ in wording."""

    __slots__ = ("policy",)

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    def __hash__(self) -> int:
        return id(self.policy)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheVeryPolicy) and self.policy is other.policy


def once_for_policy(function: Callable[[Policy], T]) -> Callable[[Policy], T]:
    """Return a pure function of a policy that is worked out once for each value.

    Its answers must not change.
    """

    @lru_cache(maxsize=_POLICIES)
    def kept(key: _TheVeryPolicy) -> T:
        return function(key.policy)

    @wraps(function)
    def asked(policy: Policy) -> T:
        return kept(_TheVeryPolicy(policy))

    return asked

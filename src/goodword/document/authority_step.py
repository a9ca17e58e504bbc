"""A step of a sentence that grants several roles something each, and the one role it names."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from goodword.document.authority_bound import Bound, Side
from goodword.document.authority_mentions import Mention
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.setting import Understood
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Strength

Steps = Callable[[str], Understood | None]

# A role stands as a run of these in the shape of a step.
MARK = "§"
WHO = rf"(?:the |an? |our |any |your |your own |their )?(?P<who>{MARK}+)(?:'s?)?"
_ALONE = re.compile(r"\b(?:only|alone)\b")


@dataclass(frozen=True, slots=True)
class Rung:
    """A piece of a sentence that begins at `start`, and the one role that it names."""

    shape: str
    start: int
    role: Mention

    @property
    def end(self) -> int:
        """Where it ends in the sentence."""
        return self.start + len(self.shape)

    def words(self, it: AuthoritySentence, span: tuple[int, int]) -> str:
        """Return what stands at a place of its shape, as it was written."""
        return it.plain[self.start + span[0] : self.start + span[1]]


def may_do(step: Rung, action: str) -> Authority:
    """Return that the role of a step may do something, without a limit."""
    role, only = step.role.role, is_alone(step)
    return Authority(role=role, action=action, limit=None, only=only, strength=Strength.MAY)


def names(role: str, step: Rung) -> bool:
    """Whether a role is the one that a step names, with or without its rank."""
    return role == step.role.role or role.endswith(f"_{step.role.role}")


def is_alone(step: Rung) -> bool:
    """Whether a step says that nobody else may."""
    return _ALONE.search(step.shape) is not None


def read_as(words: str, step: Rung, read: Steps) -> Understood | None:
    """Return what a step says by itself, where it speaks of its role."""
    plain = words.strip(" ,;.")
    said = read(f"{plain[:1].upper()}{plain[1:]}")
    if said is None or said.almost:
        return None
    named = [one.role for one in said.clauses if isinstance(one, Authority)]
    named += [one.approver for one in said.clauses if isinstance(one, ApprovalRule)]
    return said if named and all(names(one, step) for one in named) else None


def bare(own: Authority) -> Authority:
    """Return the first step without its limits."""
    return replace(
        own,
        limit=None,
        per=None,
        share=None,
        caps=(),
        each=None,
        below=False,
        begins=None,
        goods=None,
        goods_value=None,
        longest=None,
    )


def up_to(own: Authority, role: str, bound: Bound) -> Authority:
    """Return the first step for a role with a limit of its own."""
    return replace(
        bare(own),
        role=role,
        limit=bound.high,
        share=bound.high_share,
        share_of=bound.share_of if bound.high_share is not None else own.share_of,
        begins=bound.low,
        per=bound.per or own.per,
        each=bound.each or own.each,
        below=bound.side is Side.BELOW and bound.high is not None,
    )

"""A sentence on authority, taken apart: its main clause, its conditions, its bounded amounts."""

import re
from dataclasses import dataclass, replace

from goodword.document.authority_bound import Bound, Side, bounds_in, shape_of
from goodword.document.condition_text import Frame, condition_of, frame
from goodword.document.setting import Setting
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.policy.condition import AllOf, Condition

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class AuthoritySentence:
    """`low` is the sentence in small letters, `shape` the same with each bound as marks.

    The main clause stands from `start` to `end`; every place counts in the whole sentence.
    """

    plain: str
    low: str
    shape: str
    start: int
    end: int
    bounds: tuple[Bound, ...]
    taken: Frame
    setting: Setting
    pack: Pack

    @property
    def main(self) -> str:
        """The main clause in small letters, without conditions and exceptions."""
        return self.low[self.start : self.end]

    @property
    def main_shape(self) -> str:
        """The main clause with its bounds as marks."""
        return self.shape[self.start : self.end]

    def bounds_between(self, start: int, end: int) -> tuple[Bound, ...]:
        """Return the bounds that begin between two places."""
        return tuple(one for one in self.bounds if start <= one.start < end)

    def words(self, start: int, end: int) -> str:
        """Return what stands between two places without its bounds, in small letters."""
        text = self.low[start:end]
        for one in reversed(self.bounds_between(start, end)):
            text = f"{text[: one.start - start]} {text[one.end - start :]}"
        return _SPACES.sub(" ", text).strip(" ,;:()")

    def cased(self, words: str) -> str:
        """Return words of the sentence as the author wrote them."""
        at = self.low.find(words) if words else -1
        return self.plain[at : at + len(words)] if at >= 0 else words

    @property
    def condition(self) -> Condition | None:
        """What it depends on: every "if", before and behind."""
        return both(
            condition_of(self.cased(self.taken.before)), condition_of(self.cased(self.taken.after))
        )

    @property
    def exception(self) -> Condition | None:
        """What it leaves out: its "unless"."""
        return condition_of(self.cased(self.taken.unless))


def both(*conditions: Condition | None) -> Condition | None:
    """Return one condition that holds where all of these do; None where there is none."""
    parts: list[Condition] = []
    for one in conditions:
        if isinstance(one, AllOf):
            parts.extend(one.parts)
        elif one is not None:
            parts.append(one)
    if len(parts) < 2:
        return parts[0] if parts else None
    return AllOf(tuple(parts))


# What is kept back of a refund is no limit of it: "less a fee of $5".
_KEPT_BACK = re.compile(
    r"\b(?:less|minus|after deducting|deducting|without|plus|excluding)"
    r" (?:an? |the |any |our |its )?(?:[\w-]+ ){0,3}?(?:of )?$"
)


# A price is no limit: "Late card: $12 (can only be waived by the Director)".
_PRICED = re.compile(r" ?[(-] ?(?:this |it )?(?:can|may|to|must)(?: only)? be(?: only)? \w+ ")


def _is_kept_back(low: str, bound: Bound) -> bool:
    """Whether an amount is a price or what is kept back, and bounds nothing."""
    return (
        bound.side is Side.EXACT
        and bound.low is None
        and bound.high is not None
        and (
            _KEPT_BACK.search(low, 0, bound.start) is not None
            or _PRICED.match(low, bound.end) is not None
        )
    )


@remembered(512)
def taken_apart(plain: str, setting: Setting) -> AuthoritySentence:
    """Return the sentence taken apart."""
    low = normal(plain)
    pack = ENGLISH
    bounds = tuple(
        one for one in bounds_in(low, setting.currency, pack) if not _is_kept_back(low, one)
    )
    taken = frame(low)
    if taken.after_word == "subject to" and pack.pattern("authority.approval").search(taken.after):
        # "subject to the manager's approval" says who approves, and under no other condition.
        taken = replace(taken, after="", after_word="", after_span=(0, 0))
    listed = pack.compiled("<<conditions.any_of>>|<<conditions.all_of>>").match(taken.after)
    if listed is not None and low[taken.after_span[1] : taken.after_span[1] + 1] == ";":
        # "if any of these is true: a; b": the list runs on to the sentence's end.
        start = low.index(taken.after, taken.after_span[0])
        stop = len(low.rstrip(" .;"))
        taken = replace(taken, after=low[start:stop], after_span=(taken.after_span[0], stop))
    later = [
        span[0]
        for span in (taken.after_span, taken.unless_span)
        if span[1] and span[0] >= taken.start
    ]
    end = min([taken.end, *later])
    while end > taken.start and low[end - 1] in " ,;":
        end -= 1
    return AuthoritySentence(
        plain, low, shape_of(low, bounds), taken.start, end, bounds, taken, setting, pack
    )

"""Promises of a team or a place that has hours of its own: "at the Northgate branch, we …"."""

import re
from dataclasses import dataclass, replace

from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.policy.clause import Clause
from goodword.policy.promise import Promise
from goodword.problem import Severity

_AT = r"(?:at|in|for|from|within|by|to|of|with|on)"
_US = "Our team"


@dataclass(frozen=True, slots=True)
class WithoutParts:
    """A sentence without the names of teams and places, and what these are.

    `cuts` are the stretches that were left out, one after the other: where, how long, and how long
    what stands there instead is.
    """

    text: str
    parts: tuple[tuple[str, str], ...]
    cuts: tuple[tuple[int, int, int], ...]

    def back(self, understood: Understood) -> Understood:
        """Return what was read with its places in the sentence as it was written."""
        return replace(
            understood,
            clauses=tuple(_of(one, self._slugs) for one in understood.clauses),
            findings=tuple(self._placed(one) for one in understood.findings),
        )

    def not_kept(self, understood: Understood) -> Understood:
        """Return what was read with a warning that it holds for more than the part it names."""
        name = self.parts[0][1]
        said = Finding(
            "TX06",
            Severity.WARNING,
            f"This speaks of the {name}, and I keep it for every case. Name in it what only the "
            f"{name} has, such as a kind of case, or let a promise speak of the {name}.",
            self.cuts[0][0],
            self.cuts[0][0] + self.cuts[0][1],
        )
        return replace(understood, findings=(*understood.findings, said))

    @property
    def _slugs(self) -> tuple[str, ...]:
        return tuple(part for part, _ in self.parts)

    def _placed(self, finding: Finding) -> Finding:
        fix = finding.fix
        return replace(
            finding,
            start=self._at(finding.start),
            end=self._at(finding.end),
            fix=at_parts(fix, tuple(name for _, name in self.parts)) if fix else "",
        )

    def _at(self, place: int) -> int:
        for start, length, left in reversed(self.cuts):
            if place >= start + left:
                place += length - left
        return place


def at_parts(sentence: str, names: tuple[str, ...]) -> str:
    """Return a sentence made for teams and places: `At the Northgate branch, we …`."""
    for name in names:
        second = sentence[1:2]
        lower = second.islower() or second in {" ", "'"}
        first = sentence[:1].lower() if lower else sentence[:1]
        sentence = f"At the {name}, {first}{sentence[1:]}"
    return sentence


def _of(clause: Clause, parts: tuple[str, ...]) -> Clause:
    return replace(clause, parts=parts) if isinstance(clause, Promise) else clause


def without_parts(text: str, setting: Setting) -> WithoutParts | None:
    """Return the sentence without the teams and places that it names, None where it names none."""
    plain = even(text)
    parts: list[tuple[str, str]] = []
    cuts: list[tuple[int, int, int]] = []
    for part, name in setting.parts:
        low = normal(plain)
        named = re.escape(normal(name))
        if normal(name) not in low:
            continue
        for pattern, instead in (
            (rf"^{_AT} (?:the |our )?{named}(?:,|:| -)? +", ""),
            (rf"^(?:the |our )?{named}(?= [a-z])", _US),
            (rf",? {_AT} (?:the |our )?{named}(?![\w-])", ""),
        ):
            found = re.search(pattern, low)
            if found is not None:
                start, end = found.span()
                plain = plain[:start] + instead + plain[end:]
                plain = plain[:1].upper() + plain[1:]
                cuts.append((start, end - start, len(instead)))
                parts.append((part, name))
                break
    return WithoutParts(plain, tuple(parts), tuple(cuts)) if parts else None

"""Sentences put in other words before they are read: "refund only after checking the order"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from goodword.document.condition_text import condition_of
from goodword.document.echo_amounts import capitalised
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.word import singular

_SLOT = re.compile(r"\{(?P<name>\w+)(?::(?P<form>\w+))?\}")
_SPACES = re.compile(r" {2,}")
# Words whose last letter falls away before "ing".
_WITH_E = ("tak", "mak", "giv", "receiv", "chang", "remov", "mov", "us", "stor", "updat", "complet")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@dataclass(frozen=True, slots=True)
class _Entry:
    cue: str
    heading: str
    pattern: str
    instead: tuple[str, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """The sentences that a sentence is read as; they hold only where it is as `scope` says."""

    sentences: tuple[str, ...]
    scope: str = ""


def reworded(text: str, setting: Setting) -> Reworded | None:
    """Return what a sentence is read as, None where it is read as it stands."""
    return next(_ways(text, setting), None)


def together(others: Reworded, read: list[Understood | None], text: str) -> Understood | None:
    """Return what the sentences say that one sentence is read as, None where any says nothing.

    What is noticed in them is noticed of the whole sentence.
    """
    said = [one for one in read if one is not None and one.clauses and not one.almost]
    if len(said) < len(read):
        return None
    findings = tuple(_of_whole(found, text) for one in said for found in one.findings)
    clauses = tuple(clause for one in said for clause in one.clauses)
    if others.scope:
        scope = condition_of(others.scope)
        clauses = tuple(replace(one, condition=scope) for one in clauses)
    return Understood(clauses, findings)


def _of_whole(found: Finding, text: str) -> Finding:
    return replace(found, start=0, end=len(text), fix="", label="")


def _ways(text: str, setting: Setting) -> Iterator[Reworded]:
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    for entry in _entries():
        if entry.cue not in low:
            continue
        groups: dict[str, str] = {}
        if entry.heading:
            above = ENGLISH.compiled(entry.heading).search(normal(setting.heading))
            if above is None:
                continue
            groups = {name: words or "" for name, words in above.groupdict().items()}
        pattern = ENGLISH.compiled(entry.pattern)
        found = pattern.match(low)
        if found is None:
            continue
        for name in found.groupdict():
            start, end = found.span(name)
            groups[name] = plain[start:end] if start >= 0 else ""
        scope = _filled(entry.scope, groups).rstrip(".").lower() if entry.scope else ""
        yield Reworded(tuple(_filled(one, groups) for one in entry.instead), scope)


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(
        _Entry(
            one["cue"],
            rf"\b(?:{one['heading']})\b" if "heading" in one else "",
            one["pattern"],
            tuple(one["instead"]),
            one.get("scope", ""),
        )
        for one in ENGLISH.entry("reworded.entries")
    )


def _filled(instead: str, groups: dict[str, str]) -> str:
    def slot(found: re.Match[str]) -> str:
        words = groups[found["name"]]
        return _FORMS[found["form"]](words) if found["form"] else words

    made = _SPACES.sub(" ", _SLOT.sub(slot, instead)).strip()
    return f"{capitalised(made)}."


def _bare(words: str) -> str:
    """Return the plain verb: `checking` is `check`, `taking` is `take`."""
    stem = words.strip().lower().removesuffix("ing")
    if stem.endswith(_WITH_E):
        return f"{stem}e"
    return _DOUBLED.sub(r"\1", stem)


def _doing(words: str) -> str:
    """Return the verb as a noun: `exchange` is `exchanging`."""
    verb = words.strip().lower()
    if verb in {"cancel", "refund", "credit", "discount"}:
        return f"{verb}ling" if verb == "cancel" else f"{verb}ing"
    return f"{verb.removesuffix('e')}ing"


def _many(words: str) -> str:
    thing = words.strip().lower()
    return thing if thing.endswith("s") or thing in {"goodwill", "compensation"} else f"{thing}s"


_FORMS: dict[str, Callable[[str], str]] = {
    "do": _bare,
    "ing": _doing,
    "many": _many,
    "lower": lambda words: f"{words[:1].lower()}{words[1:]}",
    "ours": lambda words: words if words.lower().startswith(("we ", "i ")) else f"we {words}",
    "one": lambda words: singular(words.strip().lower()),
}

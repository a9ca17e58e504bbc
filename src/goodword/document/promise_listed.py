"""Cases and their times in one line: "Potholes: dangerous ones 24 hours, others 28 days"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from goodword.document.promise_problems import several
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Understood
from goodword.document.table_apart import where
from goodword.language.normal import normal
from goodword.language.service import channels_in, metrics_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.policy.clause import Clause
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration

_LINE = re.compile(r"(?:(?P<label>[^:;.,]{3,60}): )?(?P<rows>[^:]+?)\W*$")
_ROWS = re.compile(
    r"[,;] (?:and )?|(?:(?<=hour)|(?<=hours)|(?<=day)|(?<=days)|(?<=weeks)|(?<=minutes)) and "
)
# What stands above or before lines of service times, and of nothing else.
_SERVICE = re.compile(
    r"\b(?:service|standards?|response|repl(?:y|ies)|time ?scales?|turn ?arounds?|"
    r"how (?:long|soon|fast|quickly)|repairs?|faults?|targets?|sla|defects?|breakdowns?|"
    r"outages?|potholes?|complaints?|"
    r"enquir(?:y|ies)|questions?|requests?|reports?|applications?|claims?|waiting|cuts?|leaks?|"
    r"blocked|broken|damage|emergenc(?:y|ies)|urgent|routine|street ?lights?|graffiti|litter|"
    r"refunds?|deliver(?:y|ies)|orders?|results|certificates?|licen[cs]es?|permits?|prescriptions?)\b"
)
_BOUND = re.compile(r"^(?:for|within|in|on|at)\b|\b(?:within|in|up to|for)$|[:|–-]$")
_SAYS = re.compile(
    r"\b(?:we|you|they|it|will|is|are|must|should|may|can|be|if|when|where|every|each|before|after|"
    r"until|from|to|or|not|no|over|than|up|further|more)\b"
)
_LONGEST = 6


def promise_listed(text: str, above: str, read: Callable[[str], Understood]) -> Understood | None:
    """Return the promise of each case in a line of cases and times, None for any other line.

    `above` are the heading and the lead-in; `read` says what a line of one case and its time is.
    A warning says back what was taken.
    """
    low = normal(text)
    if _SERVICE.search(f"{low} {normal(above)}") is None:
        return None
    times = [one for one in times_in(low) if not one.vague]
    if len(times) < _FEWEST:
        return None
    if (rows := _each_labelled(low, times)) is not None:
        return _promised(text, "", rows, read)
    found = _LINE.match(text)
    if found is None:
        return None
    rows = list(_named(low, found, times))
    if not len(rows) == len(times) == len(_ROWS.split(found["rows"])):
        return None
    return _promised(text, found["label"] or "", rows, read)


def _promised(
    text: str, under: str, rows: list[tuple[str, str]], read: Callable[[str], Understood]
) -> Understood | None:
    """Return the promise of each case and its time, below the label of the line if there is one."""
    clauses: list[Clause] = []
    findings: list[Finding] = []
    for name, time in rows:
        label = under or f"{name[:1].upper()}{name[1:]}"
        said = read(f"{label}: within {time}")
        if said.almost or len(said.clauses) != 1 or not isinstance(said.clauses[0], Promise):
            return None
        promised = said.clauses[0]
        clauses.append(where(promised, f"it is for {name}") if under else promised)
        findings.extend(replace(one, start=0, end=len(text), fix="") for one in said.findings)
    told = {one.code: one for one in findings if one.code != "RD01"}
    doubt = unsure(text, tuple(clauses))
    return Understood(tuple(clauses), (doubt, *told.values(), several(text, len(clauses))))


_FEWEST = 2
# "Street lights: 5 days; traffic lights: 2 hours", and the same with a full stop between.
_NEXT_LINE = re.compile(r"[;.,] ?(?=[a-z][^:;.]{2,40}: )|\W*$")
_LABELLED = re.compile(r"(?P<name>[a-z][\w '/&()-]{2,40}): (?:within )?(?P<time>[\w -]{3,30})")


def _each_labelled(low: str, times: list[TimePhrase]) -> list[tuple[str, str]] | None:
    """Return each case and its time, where every one stands behind a label of its own."""
    lines = [one.strip() for one in _NEXT_LINE.split(low) if one.strip()]
    matched = [one for one in map(_LABELLED.fullmatch, lines) if one is not None]
    if not len(lines) == len(matched) == len(times):
        return None
    if any(metrics_in(one["name"]) or _SAYS.search(one["name"]) for one in matched):
        return None
    if any(not isinstance(one.limit, Duration) for one in times):
        return None
    return [(one["name"], _said(time)) for one, time in zip(matched, times, strict=True)]


def _named(low: str, found: re.Match[str], times: list[TimePhrase]) -> Iterator[tuple[str, str]]:
    """Return the name of each case and its time, with the unit that another time says."""
    place = found.start("rows")
    for row in _ROWS.split(low[place : found.end("rows")]):
        start = low.index(row, place)
        end = place = start + len(row)
        inside = [one for one in times if start <= one.start and one.end <= end]
        if len(inside) != 1 or not isinstance(inside[0].limit, Duration):
            return
        time = inside[0]
        if low[start : time.start].strip() and low[time.end : end].strip():
            return
        rest = f"{low[start : time.start]} {low[time.end : end]}".strip()
        name = _BOUND.sub("", _BOUND.sub("", rest).strip()).strip()
        if not name or not name[0].isalpha() or len(name.split()) > _LONGEST:
            return
        if metrics_in(name) or channels_in(name) or _SAYS.search(name):
            return
        yield name, _said(time)


def _said(time: TimePhrase) -> str:
    limit = time.limit
    assert isinstance(limit, Duration)
    counting = f"{limit.counting} " if time.counting is not None else ""
    return f"{limit.amount} {counting}{limit.unit}{'s' if limit.amount != 1 else ''}"

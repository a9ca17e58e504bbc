"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines they are about."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Protocol
from urllib.parse import quote

from goodword.document.reading import Reading
from goodword.problem import Problem, Severity
from goodword.span import Span, place_of

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# The level of a rule says how it usually comes; a result may be graver.
LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.HINT: "note",
}


class Rule(Protocol):
    """What is said of a check: its code, its name, what it looks for and where it is explained."""

    @property
    def code(self) -> str:
        """The permanent code."""
        ...

    @property
    def name(self) -> str:
        """The headline of a finding."""
        ...

    @property
    def description(self) -> str:
        """What it looks for, in a sentence."""
        ...

    @property
    def help_page(self) -> str:
        """The path of the page that explains it."""
        ...

    @property
    def severity(self) -> Severity:
        """The usual severity."""
        ...


def sarif(
    checked: Iterable[tuple[Reading, Iterable[Problem]]], rules: Mapping[str, Rule]
) -> Mapping[str, object]:
    """Return one SARIF log of all findings, with only those rules that found something.

    Columns are counted in characters. A finding about the whole text stands at its first line.
    """
    pairs = [(reading, problem) for reading, problems in checked for problem in problems]
    codes = sorted({problem.code for _, problem in pairs})
    places = {code: number for number, code in enumerate(codes)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "goodword",
                        "version": version("goodword"),
                        "rules": [_rule(code, rules.get(code)) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(problem, reading, places[problem.code]) for reading, problem in pairs
                ],
            }
        ],
    }


def _rule(code: str, rule: Rule | None) -> Mapping[str, object]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": _sentence(rule.name)},
        "fullDescription": {"text": rule.description},
        "help": {"text": f"{rule.description} Explained in {rule.help_page}."},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _sentence(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}."


def _result(problem: Problem, reading: Reading, place: int) -> Mapping[str, object]:
    made: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": place,
        "level": LEVELS[problem.severity],
        "message": {"text": _message(problem)},
        "locations": [_location(problem.span, reading)],
    }
    if problem.related:
        made["relatedLocations"] = [
            {**_location(span, reading), "id": number}
            for number, span in enumerate(problem.related, 1)
        ]
    fix = problem.fix
    if fix is not None and fix.span is not None:
        made["fixes"] = [
            {
                "description": {"text": fix.label},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": _uri(reading.path)},
                        "replacements": [
                            {
                                "deletedRegion": _region(fix.span, reading.text),
                                "insertedContent": {"text": fix.replacement},
                            }
                        ],
                    }
                ],
            }
        ]
    return made


def _message(problem: Problem) -> str:
    if problem.fix is None:
        return problem.message
    return f"{problem.message}\nTry: {problem.fix.replacement}"


def _location(span: Span | None, reading: Reading) -> dict[str, object]:
    region = {"startLine": 1} if span is None else _region(span, reading.text)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(reading.path)},
            "region": region,
        }
    }


def _region(span: Span, text: str) -> dict[str, int]:
    start, end = place_of(text, span.start), place_of(text, span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/"), safe="/:.-_~")

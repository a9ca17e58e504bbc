"""`goodword import FILE`: an existing policy as Markdown, with what of it runs already."""

import argparse
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from goodword.checks.report import as_json as problem_json
from goodword.checks.report import repeats, shown
from goodword.checks.run import check, mend_next
from goodword.cli.terminal import bytes_of, complain, paint, print_json
from goodword.document.echo import echo
from goodword.document.read import read
from goodword.document.reading import Reading, Sentence, SentenceState
from goodword.errors import UnreadableFileError
from goodword.exchange.imported import LARGEST, NAMES, Imported, import_policy, kind_of
from goodword.problem import Problem, Severity
from goodword.span import place_of

SUMMARY = "Bring in a policy from Word, PDF, HTML or Markdown, and show what of it runs already."
FINE = 0
_MARKS = {
    SentenceState.LIVE: ("live", "green"),
    SentenceState.ALMOST: ("almost live", "yellow"),
    SentenceState.PROSE: ("prose", "dim"),
}
_WIDTH = 92
MOST_TO_MEND = 10
MOST_FILES = 1_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file, where the Markdown goes and the form of the answer."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a policy as DOCX, PDF, HTML, Markdown or text; - for standard input",
    )
    parser.add_argument(
        "--out",
        metavar="POLICY",
        help="write the Markdown here; default: a new file beside FILE; - prints it",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument(
        "--summary", action="store_true", help="print the summary without every sentence"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the policy as Markdown and print what of it runs; return 0."""
    piped = arguments.file == "-"
    path = Path("standard input" if piped else arguments.file)
    wanted = "policy as DOCX, PDF or HTML"
    data = sys.stdin.buffer.read(LARGEST + 1) if piped else bytes_of(path, LARGEST, wanted=wanted)
    kind = kind_of("" if piped else path.name, data)
    made = import_policy(data, kind, name=_called(Path() if piped else path))
    # What comes from a pipe has no place beside which a new file could stand.
    out = "-" if piped and arguments.out is None else arguments.out
    to_output = out == "-"
    target = None if to_output else _written(made.text, path, out)
    reading = read(made.text, path=str(target or "the policy"))
    problems = check(reading, at=int(time.time()))
    if arguments.json:
        print_json(_as_json(path, NAMES[kind], target, made, reading, problems))
    elif to_output:
        print(made.text, end="")
        for note in made.notes:
            complain(note)
    else:
        _print(path, NAMES[kind], made, reading, problems, brief=arguments.summary)
    return FINE


def _called(path: Path) -> str:
    return " ".join(path.stem.replace("_", " ").replace("-", " ").split()) or "Our policy"


def _written(text: str, source: Path, wanted: str | None) -> Path:
    """Write the Markdown to a new file and return its path; nothing is ever written over."""
    if wanted is not None:
        names: Iterator[Path] = iter([Path(wanted)])
    else:
        numbered = (
            source.with_name(f"{source.stem}-{number}.md") for number in range(2, MOST_FILES)
        )
        names = iter([source.with_suffix(".md"), *numbered])
    for name in names:
        try:
            with name.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as refused:
            raise UnreadableFileError(
                f"{name} cannot be written: {refused.strerror}.", hint="Give another --out."
            ) from refused
        return name
    raise UnreadableFileError(
        f"{wanted or source.with_suffix('.md')} is there already, and is not written over.",
        hint="Give another name with --out.",
    )


def _print(
    path: Path,
    kind: str,
    made: Imported,
    reading: Reading,
    problems: Sequence[Problem],
    *,
    brief: bool,
) -> None:
    print(f"{path.name}, a {kind}, is now {paint(reading.path, 'bold')}.")
    for note in made.notes:
        print(f"  · {note}")
    if not brief:
        _print_sentences(reading, problems)
    counts = Counter(one.state for one in reading.sentences)
    live, almost = counts[SentenceState.LIVE], counts[SentenceState.ALMOST]
    print()
    print(
        f"{_counted(len(reading.sentences), 'sentence')}: {live} live, {almost} almost live, "
        f"{counts[SentenceState.PROSE]} prose."
    )
    print(_meaning(live))
    grave = [one for one in mend_next(problems) if one.severity in _MENDED]
    if grave:
        print(f"\n{paint('Mend next', 'bold')}\n")
        for problem, again in repeats(grave[:MOST_TO_MEND]):
            print(f"{shown(problem, reading, again=again)}\n")
        rest = len(grave) - MOST_TO_MEND
        more = f"{rest} more: " if rest > 0 else ""
        print(f"{more}goodword check {reading.path}")


_MENDED = frozenset({Severity.ERROR, Severity.WARNING})


def _meaning(live: int) -> str:
    if live:
        return (
            "Live sentences run as they stand. Prose is kept and shown; turn into promises only "
            "what you mean to keep."
        )
    return (
        "Nothing runs yet. Begin with one promise, such as: "
        "We reply to every email within 1 working day."
    )


def _print_sentences(reading: Reading, problems: Sequence[Problem]) -> None:
    section = None
    titles = {one.slug: one.title for one in reading.policy.sections}
    missing = _missing(reading, problems)
    for sentence in reading.sentences:
        if sentence.section != section:
            section = sentence.section
            print(f"\n{paint(titles.get(section) or 'Before the first heading', 'bold')}")
        name, colour = _MARKS[sentence.state]
        _line(paint(f"{name:<11}", colour), sentence.text)
        for clause_id in sentence.clause_ids:
            clause = reading.policy.clause(clause_id)
            said = "" if clause is None else echo(clause, reading.policy).lstrip("# ")
            if said.split() != sentence.text.split() and said:
                _line(f"{'':<11}", f"→ {said}")
        problem = missing.get(sentence.span.start)
        if problem is not None and sentence.state is SentenceState.ALMOST:
            _line(f"{'':<11}", problem.message)
            if problem.fix is not None:
                _line(f"{'':<11}", f"Try: {problem.fix.replacement}")


def _missing(reading: Reading, problems: Sequence[Problem]) -> dict[int, Problem]:
    """Return what to say of each sentence that is almost live, by where it starts."""
    found: dict[int, Problem] = {}
    for sentence in reading.sentences:
        if sentence.state is SentenceState.ALMOST:
            over = (one for one in problems if _touches(one, sentence))
            first = next(iter(sorted(over, key=lambda one: one.fix is None)), None)
            if first is not None:
                found[sentence.span.start] = first
    return found


def _touches(problem: Problem, sentence: Sentence) -> bool:
    span = problem.span
    return span is not None and (
        sentence.span.start <= span.start < sentence.span.end
        or (
            sentence.lead_in_span is not None
            and span.start <= sentence.span.start
            and sentence.span.end <= span.end
        )
    )


def _line(mark: str, words: str) -> None:
    lines = textwrap.wrap(" ".join(words.split()), _WIDTH - 14) or [""]
    print(f"  {mark} {lines[0]}")
    for line in lines[1:]:
        print(f"  {'':<11} {line}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _as_json(
    path: Path,
    kind: str,
    target: Path | None,
    made: Imported,
    reading: Reading,
    problems: Sequence[Problem],
) -> dict[str, object]:
    counts = Counter(str(one.state) for one in reading.sentences)
    missing = _missing(reading, problems)
    order = {id(problem): place for place, problem in enumerate(problems)}
    return {
        "file": str(path),
        "kind": kind,
        "policy": None if target is None else str(target),
        "text": made.text,
        "notes": list(made.notes),
        "counts": {str(state): counts[str(state)] for state in SentenceState},
        "sentences": [
            {
                "state": str(one.state),
                "text": one.text,
                "section": one.section,
                "line": place_of(reading.text, one.span.start).line,
                "echoes": [
                    echo(clause, reading.policy)
                    for clause_id in one.clause_ids
                    if (clause := reading.policy.clause(clause_id)) is not None
                ],
                "missing": missing[one.span.start].message if one.span.start in missing else None,
            }
            for one in reading.sentences
        ],
        "problems": [problem_json(one, reading) for one in problems],
        "mend_next": [order[id(one)] for one in mend_next(problems)],
    }

"""`goodword new [FILE]`: a policy of your own, from at most fifteen plain questions."""

import argparse
import json
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

from goodword.checks.report import shown
from goodword.checks.run import check, mend_next
from goodword.cli.terminal import paint
from goodword.document.read import read
from goodword.errors import GoodwordError, UnreadableFileError
from goodword.problem import Severity
from goodword.starters.answer import taken
from goodword.starters.compose import compose
from goodword.starters.conversation import answered, put
from goodword.starters.draft import draft
from goodword.starters.effort import effort, said_hours
from goodword.starters.question import QUESTIONS, Answers, next_question
from goodword.starters.starter import starter, starters
from goodword.starters.taken import Again
from goodword.starters.todo import todo

SUMMARY = "Begin a policy: from a few plain questions, or from a ready-made one."
NAME = "policy.md"
WIDTH = 78
_HANGING = 3
FINE, PROBLEMS = 0, 1
_YES = frozenset({"y", "yes", "yes please", "please", "ok"})


class Stopped(Exception):  # noqa: N818  (no error: the answers are kept)
    """The conversation was stopped for now."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare where to write, and what to begin with."""
    parser.add_argument(
        "target", nargs="?", default=NAME, metavar="FILE", help=f"file or folder; default: {NAME}"
    )
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument("--starter", metavar="NAME", help="take this ready-made policy as it is")
    begin.add_argument("--answers", metavar="FILE", help="take the answers from a JSON file")
    begin.add_argument("--list", action="store_true", help="list the ready-made policies")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(arguments: argparse.Namespace) -> int:
    """Write a policy, and what is left to do; return 1 where it still needs mending."""
    if arguments.list:
        return _list()
    target = _target(arguments.target)
    if arguments.starter is not None:
        text = starter(arguments.starter)
        _may_write(target, force=arguments.force)
        _write(target, text)
        print(f"{target} is the starter “{arguments.starter}”. Put your own names, times and sums")
        print(f"in place of those of an invented house, then run: goodword check {target}")
        return FINE
    if arguments.answers is not None:
        answers = _answers_of(Path(arguments.answers), whole=True)
        _may_write(target, force=arguments.force)
        return _finish(target, answers)
    try:
        answers = _talk(target)
        if not arguments.force:
            _ask_to_write_over(target)
    except (Stopped, EOFError, KeyboardInterrupt):
        _say_goodbye(target)
        return FINE
    return _finish(target, answers)


def _say_goodbye(target: Path) -> None:
    if not _kept(target).exists():
        print("\nUntil next time. Nothing was written.")
        return
    print(f"\nUntil next time. Your answers are kept in {_kept(target)};")
    print(f"go on where you stopped with: goodword new {target}")


def _list() -> int:
    for one in starters():
        print(f"{one.name:<10} {one.sector} ({one.country})")
        print(f"{'':<10} {one.description}")
    print("\nTake one as it is with: goodword new FILE --starter NAME")
    return FINE


def _target(name: str) -> Path:
    path = Path(name)
    return path / NAME if path.is_dir() or name.endswith(("/", "\\")) else path


def _kept(target: Path) -> Path:
    return target.with_name(f"{target.name}.answers.json")


def _talk(target: Path) -> Answers:
    """Ask what is still open, keep each answer as it comes, and return all of them."""
    kept = _kept(target)
    answers: Answers = _answers_of(kept, whole=False) if kept.exists() else {}
    left = sum(one.name not in answers for one in QUESTIONS)
    if answers and left:
        print(f"Welcome back. {left} of {len(QUESTIONS)} questions are left.\n")
    elif not answers:
        print(f"Let us write down how you look after people. There are {len(QUESTIONS)} questions;")
        print("none has a wrong answer. Press Enter to skip one for now, write “back” to change")
        print("the one before, and “stop” to go on another day.\n")
    asked = None
    while (question := next_question(answers)) is not None:
        print(_wrapped(put(question, answers, again=question is asked)))
        asked = question
        turn = answered(question, _read("   > "), answers)
        answers = turn.answers
        _keep(kept, answers)
        if turn.say:
            print(_wrapped(f"   {turn.say}"))
        print()
        if turn.stopped:
            raise Stopped
    return answers


def _wrapped(text: str) -> str:
    """Return the text in lines that fit a narrow screen, each indented as its first one."""
    return "\n".join(
        textwrap.fill(
            line.strip(),
            WIDTH,
            initial_indent=" " * (indent := len(line) - len(line.lstrip())),
            subsequent_indent=" " * (indent or _HANGING),
        )
        for line in text.split("\n")
    )


def _read(prompt: str) -> str:
    print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _ask_to_write_over(target: Path) -> None:
    """Ask before a file is written over. Raises Stopped where the answer is not yes."""
    if not target.exists():
        return
    print(f"There is a file {target} already. Write over it? yes or no")
    if _read("   > ").strip().lower() not in _YES:
        raise Stopped


def _keep(path: Path, answers: Answers) -> None:
    _write(path, json.dumps(dict(answers), ensure_ascii=False, indent=2) + "\n")


def _answers_of(path: Path, *, whole: bool) -> Answers:
    """Return the answers in a file; where it is `whole`, what it leaves out counts as skipped.

    Raises UnreadableFileError, which names the place and the answer that cannot be used.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except OSError as missing:
        raise UnreadableFileError(
            f"{path} cannot be read: {missing.strerror or missing}.",
            hint="Name a JSON file with your answers, such as policy.md.answers.json.",
        ) from missing
    except ValueError as broken:
        raise UnreadableFileError(
            f"{path} is no JSON: {broken}.",
            hint="Mend it, or take it away and begin the questions anew.",
        ) from broken
    names = [one.name for one in QUESTIONS]
    if not isinstance(told, dict) or not all(
        name in names and (text is None or isinstance(text, str)) for name, text in told.items()
    ):
        raise UnreadableFileError(
            f"{path} holds something else than answers.",
            hint=f"Write one JSON object with texts (or null) for: {', '.join(names)}.",
        )
    answers: dict[str, str | None] = {}
    for name in names:
        if name not in told and not whole:
            continue
        text = told.get(name)
        understood = None if not text else taken(name, text, answers)
        if isinstance(understood, Again):
            raise UnreadableFileError(f'{path}, "{name}": {understood.message}')
        answers[name] = text or None
    return answers


def _may_write(target: Path, *, force: bool) -> None:
    if target.exists() and not force:
        raise GoodwordError(
            f"There is a file {target} already.", hint="Name another file, or say --force."
        )


def _finish(target: Path, answers: Answers) -> int:
    now = int(time.time())
    text = compose(answers, at=now)
    left = todo(answers, text, at=now)
    beside = target.with_name(f"{target.stem}.todo.md")
    _write(target, text)
    _write(beside, left)
    reading = read(text, path=str(target))
    grave = [
        one
        for one in mend_next(check(reading, at=now))
        if one.severity in {Severity.ERROR, Severity.WARNING}
    ]
    for problem in grave:
        print(shown(problem, reading, again=False))
        print()
    found = effort(text, draft(answers).size)
    skipped = sum(answers.get(one.name) is None for one in QUESTIONS)
    say: Callable[[str], None] = print
    say(paint(f"{target} is your policy.", "bold"))
    say("  It has been checked, and nothing in it needs mending." if not grave else "")
    say(f"{beside} says what is left: who must agree, where to publish, and what you skipped.")
    if skipped:
        say(f"  You skipped {skipped} of {len(QUESTIONS)} questions; what stands there is usual.")
    together = "" if draft(answers).is_alone else ", of everybody together"
    say(f"Keeping it alive takes about {said_hours(found)} a month{together}:")
    for one in found.work:
        say(f"  {one.what}: {one.reckoned} = {one.minutes:.0f} minutes")
    say(f"Next: goodword echo {target}, to see what each sentence comes to.")
    return PROBLEMS if grave else FINE


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as refused:
        raise GoodwordError(
            f"{path} cannot be written: {refused.strerror or refused}.",
            hint="Name a file in a folder that is yours.",
        ) from refused

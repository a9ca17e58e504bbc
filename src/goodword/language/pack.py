"""A language as data: the words, patterns and phrases by which policies are read and said back.

A pack is a folder of TOML files, one a noun, with a `pack.toml` that names the language. Packs
stand beside this file, and in any folder that the environment variable `GOODWORD_LANGUAGES` names.
An entry is called by file and name: `times.units`. In patterns, `<<times.units>>` stands for
another entry, and a line break with the indentation behind it is left out.

`cues.tsv`, where a pack has it, names words without which a pattern stands nowhere: a line has a
short sum of the pattern (`sum_of`) and, behind tabs, one or several groups of words parted by "|".
A pattern that was changed since `script/find-cues` wrote them has none, and is as right and slower.
`begins.tsv` says in the same way with which letters a long pattern can begin (`beginning.py`).
"""

import hashlib
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from goodword.errors import GoodwordError
from goodword.language.beginning import begun
from goodword.language.cued import Cued, Pattern, stands
from goodword.language.kept import Kept
from goodword.language.sieve import Sieve

FOLDERS = "GOODWORD_LANGUAGES"
_BREAK = re.compile(r"\n[ \t]*")
_REFERENCE = re.compile(r"<<([a-z_]+\.[a-z_]+)>>")
# At the head of a pattern in a list: words without one of which it stands nowhere.
_CUED = re.compile(r"\(\?#cues: ([^)]*)\)")
_DEEPEST = 12


class UnknownLanguageError(GoodwordError):
    """A language was asked for that has no pack."""

    code = "unknown-language"


class BrokenPackError(GoodwordError):
    """A language pack lacks an entry, or holds one that cannot be used."""

    code = "broken-pack"


class Folder(Protocol):
    """Where a pack's files are: a folder on disk, or one inside an installed package."""

    @property
    def name(self) -> str:
        """The folder's or file's own name."""
        ...

    def joinpath(self, *descendants: str) -> "Folder":
        """Return what stands below under this name."""
        ...

    def read_text(self, encoding: str | None = None) -> str:
        """Return the text of this file."""
        ...

    def read_bytes(self) -> bytes:
        """Return the bytes of this file."""
        ...

    def is_file(self) -> bool:
        """Whether this is a file that exists."""
        ...


def sum_of(pattern: str) -> str:
    """Return a short sum of a pattern, by which its cues are known."""
    return hashlib.blake2b(pattern.encode(), digest_size=8).hexdigest()


def cues_of(pattern: str) -> frozenset[str]:
    """Return the cues with which a pattern begins; none where it names none."""
    found = _CUED.match(pattern)
    return frozenset(found[1].split("|")) if found is not None else frozenset()


class Pack:
    """One language. Files are read, and patterns compiled, when they are first asked for."""

    def __init__(self, code: str, folder: Folder) -> None:
        self.code = code
        self._folder = folder
        self._files: dict[str, Mapping[str, Any]] = {}
        self._sources: dict[str, str] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._tables: dict[str, Mapping[str, str]] = {}
        # Asked thousands of times in a page: what is known is found without a call of our own.
        self._cues = Kept(self._cues_of)
        self._lists = Kept(self._listed)
        self.entry: Callable[[str], Any] = Kept(self._entry).__getitem__
        self.words: Callable[[str], Mapping[str, Any]] = Kept(self._words).__getitem__
        self.has: Callable[[str], bool] = Kept(self._has).__getitem__
        self.pattern: Callable[[str], Pattern] = Kept(self._pattern).__getitem__
        self.compiled: Callable[[str], Pattern] = Kept(self._compiled).__getitem__

    @property
    def name(self) -> str:
        """What the language is called, in itself."""
        return self.phrase("pack.name")

    def _has(self, entry: str) -> bool:
        """Whether the pack holds this entry."""
        file, _, name = entry.partition(".")
        return self._folder.joinpath(f"{file}.toml").is_file() and name in self.file(file)

    def file(self, name: str) -> Mapping[str, Any]:
        """Return everything in one file of the pack."""
        found = self._files.get(name)
        if found is None:
            found = self._files[name] = self._read(name)
        return found

    def text(self, name: str) -> str | None:
        """Return a whole file of the pack by its name, or None where there is none."""
        found = self._folder.joinpath(name)
        return found.read_text(encoding="utf-8") if found.is_file() else None

    def content(self, name: str) -> bytes | None:
        """Return the bytes of a file of the pack by its name, or None where there is none."""
        found = self._folder.joinpath(name)
        return found.read_bytes() if found.is_file() else None

    def _entry(self, entry: str) -> Any:
        """Return the entry as it is written; raises BrokenPackError where there is none."""
        file, _, name = entry.partition(".")
        try:
            return self.file(file)[name]
        except KeyError:
            raise self._broken(entry, "it is missing") from None

    def _words(self, entry: str) -> Mapping[str, Any]:
        """Return a table of words, in the order in which they are written."""
        found = self.entry(entry)
        if not isinstance(found, dict):
            raise self._broken(entry, "it should be a table")
        return found

    def names(self, entry: str) -> tuple[str, ...]:
        """Return a list of words."""
        known = self._names.get(entry)
        if known is None:
            found = self.entry(entry)
            if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
                raise self._broken(entry, "it should be a list of words")
            known = self._names[entry] = tuple(found)
        return known

    def phrase(self, entry: str) -> str:
        """Return a phrase."""
        found = self.entry(entry)
        if not isinstance(found, str):
            raise self._broken(entry, "it should be a phrase in quotes")
        return found

    def source(self, entry: str) -> str:
        """Return the pattern of an entry, its references filled in, ready to be part of another.

        A list stands for any of its patterns, the first that fits; a table for its names, the
        longest first.
        """
        found = self._sources.get(entry)
        if found is None:
            found = self._sources[entry] = self.expanded(self.entry(entry), entry)
        return found

    def _pattern(self, entry: str) -> Pattern:
        """Return the entry's pattern, compiled once."""
        cues = self._cues[entry]
        source = self.source(entry)
        if not cues:
            return self._compile(source, entry)
        begins = self._table_of("begins.tsv").get(sum_of(source), "")
        return Cued(source, "|".join(cues), begins=begins)

    def may_stand(self, entry: str, text: str) -> bool:
        """Whether the entry's pattern may stand in a text, as far as its cues tell.

        A file's table of `cues` may name words without one of which an entry of this file stands
        nowhere: "times.rings" has them in `times.cues`, under `rings`. Costs a tenth of a search.
        """
        cues = self._cues[entry]
        return not cues or stands(cues, text)

    def found(self, entry: str, text: str) -> Iterator[re.Match[str]]:
        """Return where the entry's pattern stands; nothing is searched where its cues say no."""
        return self.pattern(entry).finditer(text)

    def first(self, entry: str, text: str) -> re.Match[str] | None:
        """Return where the entry's pattern first stands; not searched where its cues say no."""
        return self.pattern(entry).search(text)

    def each(self, entry: str, text: str) -> Iterator[str]:
        """Yield the patterns of a list that may stand in a text, in order, as they are written.

        A pattern may begin with its cues as a remark, `(?#cues: need|require)`.
        """
        return iter(self._lists[entry].through(text))

    def _listed(self, entry: str) -> Sieve[str]:
        """Return the patterns of a list by their cues."""
        return Sieve((one, cues_of(one)) for one in self.names(entry))

    def _cues_of(self, entry: str) -> tuple[str, ...]:
        file, _, name = entry.partition(".")
        if not self.has(f"{file}.cues"):
            return ()
        return tuple(self.words(f"{file}.cues").get(name, ()))

    def _compiled(self, source: str) -> Pattern:
        """Return a pattern in which `<<file.name>>` stands for entries, compiled once."""
        return self._compile(self.expanded(source, source), source)

    def expanded(self, value: object, entry: str, depth: int = 0) -> str:
        """Return a pattern written as text, list or table, its references filled in."""
        if isinstance(value, dict):
            text = "|".join(sorted(value, key=len, reverse=True))
        elif isinstance(value, list):
            text = "|".join(str(one) for one in value)
        elif isinstance(value, str):
            text = value
        else:
            raise self._broken(entry, "it should be a pattern in quotes, or a list of them")
        if depth > _DEEPEST:
            raise self._broken(entry, "its references lead back to itself")
        text = _BREAK.sub("", text)
        return _REFERENCE.sub(
            lambda match: f"(?:{self.expanded(self.entry(match[1]), match[1], depth + 1)})", text
        )

    def _compile(self, source: str, entry: str) -> Pattern:
        """Return a pattern: compiled when its cues are first met, or now where it has none."""
        summed = sum_of(source)
        begins = self._table_of("begins.tsv").get(summed, "")
        cues = self.groups().get(summed)
        if cues is not None:
            return Cued(source, *cues.split("\t"), begins=begins)
        try:
            return re.compile(begun(source, begins))
        except re.error as error:
            raise self._broken(entry, f"its pattern cannot be used ({error})") from None

    def groups(self) -> Mapping[str, str]:
        """Return the groups of cues of every pattern that has them, by its sum."""
        return self._table_of("cues.tsv")

    def _table_of(self, name: str) -> Mapping[str, str]:
        """Return what a file of the pack says of patterns, by their sums."""
        found = self._tables.get(name)
        if found is None:
            lines = (self.text(name) or "").splitlines()
            found = self._tables[name] = dict(line.split("\t", 1) for line in lines)
        return found

    def _read(self, name: str) -> Mapping[str, Any]:
        try:
            return tomllib.loads(self._folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise BrokenPackError(
                f'The language pack "{self.code}" has no file {name}.toml.',
                hint="Copy it from the English pack and put the words of the language in.",
            ) from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BrokenPackError(
                f'{name}.toml of the language pack "{self.code}" is not TOML: {error}.',
                hint="Patterns stand in single quotes, so that a backslash is a backslash.",
            ) from None

    def _broken(self, entry: str, why: str) -> BrokenPackError:
        file, dot, name = entry.partition(".")
        place = f'"{name}" in {file}.toml' if dot and name.isidentifier() else f"“{entry[:80]}”"
        return BrokenPackError(
            f'The language pack "{self.code}" is broken: {place}: {why}.',
            hint="See docs/how-to/add-a-language.md.",
        )

    def __repr__(self) -> str:
        return f"Pack({self.code!r})"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that can be read, English first."""
    return tuple(sorted(_folders(os.environ.get(FOLDERS, "")), key=lambda one: (one != "en", one)))


def pack(code: str = "en") -> Pack:
    """Return the pack of a language (`de`, also `de-AT`), the same one each time.

    Raises UnknownLanguageError where there is none.
    """
    return _pack(code, os.environ.get(FOLDERS, "") if code != "en" else "")


@cache
def _pack(code: str, extra: str) -> Pack:
    folders = _folders(extra)
    low = code.lower().replace("_", "-")
    found = next((one for one in (low, low.partition("-")[0]) if one in folders), None)
    if found is None:
        raise UnknownLanguageError(
            f'There is no language pack "{code}".',
            hint=f"There are: {', '.join(sorted(folders))}.",
        )
    return Pack(found, folders[found])


@cache
def _folders(extra: str) -> Mapping[str, Folder]:
    found: dict[str, Folder] = {}
    for one in files(__package__).iterdir():
        if one.joinpath("pack.toml").is_file():
            found[one.name] = one
    for place in filter(None, extra.split(os.pathsep)):
        for folder in sorted(Path(place).glob("*/pack.toml")):
            found[folder.parent.name] = folder.parent
    return found


ENGLISH = pack("en")

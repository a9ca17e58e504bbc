"""What words mean, in the ways that pages say it, to be asked where nothing else was read.

"A written complaint is always considered a grievance", "The clock starts when a ticket is made",
"P0: total loss of service". What a thing is good for, or how it goes, defines nothing.
"""

# ruff: noqa: PLR0911  (a reader is one list of cases)

import re

from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.definition import TermClause
from goodword.policy.promise import Promise

_LONGEST = 300
_ARTICLE = re.compile(r"(?i)^(?:an?|the|our|all|any) ")
_LABEL = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2})*[.)]? (?:[a-z]\. )?|^(?:However|Note|Normally),? ")
_BARE = ("we_call", "we_take", "is", "leaves_out", "may_include", "taken_to")
_TURNED = ("seen_as", "for_purposes")
# A definition in so many words, which a promise has none of.
_SURE = re.compile(r"\b(?:defined|seen|classed|classified|regarded|known|deemed)\b[^.;]{0,30} as\b")


def terms_said(text: str, setting: Setting, context: str = "") -> Understood | None:
    """Return what a word is said to mean; None where the sentence defines none."""
    plain = _LABEL.sub("", even(text).strip().rstrip("."))
    low = normal(plain)
    if len(plain) > _LONGEST:
        return None
    found = _below(plain, context) or _level(plain, low, setting, context) or _clock(plain, low)
    if found is not None:
        return _said(text, *found)
    for name in _TURNED:
        if (match := _match(name, low)) is not None and not _search("not_seen_as", low):
            return _said(text, *_turned(plain, match))
    for name in _BARE:
        if (match := _match(name, low)) is not None:
            return _said(text, _cut(plain, match, "term"), _cut(plain, match, "meaning"))
    if (match := _match("we_define", low)) is not None:
        meaning = _cut(plain, match, "meaning")
        return _said(text, _cut(plain, match, "term"), f"not {meaning}" if match["no"] else meaning)
    if (match := _match("known_as", low)) is not None:
        return _said(text, _cut(plain, match, "term"), "what stands before")
    return None


def term_instead(read: Understood, text: str) -> Understood | None:
    """Return what a word means where that was taken for a promise with a deed nobody knows."""
    codes = {one.code for one in read.findings}
    if (
        len(read.clauses) != 1
        or not isinstance(read.clauses[0], Promise)
        or not codes & {"PR18", "TX06"}
        or _SURE.search(normal(text)) is None
    ):
        return None
    return terms_said(text, Setting())


def term_row(texts: list[str], heads: list[str]) -> Understood | None:
    """Return the term of a row below "Term | Definition"."""
    if len(texts) != 2 or len(heads) != 2 or not all(texts):
        return None
    if not (_match("row_terms", normal(heads[0])) and _match("row_meaning", normal(heads[1]))):
        return None
    # Each cell stands for itself, so that nothing is unsure.
    clause = TermClause(term=texts[0].strip(), meaning=texts[1].strip(" ."))
    return Understood((clause,))


def _below(plain: str, context: str) -> tuple[str, str] | None:
    """Return what a line below "Behaviour becomes unacceptable when it:" says."""
    lead = even(context).strip(" :-,.")
    found = _match("led", normal(lead)) if lead else None
    if found is None:
        return None
    last = re.search(r"(?i)\b(?:if|when|where)\b.*$", lead)
    opening = last[0] if last is not None and normal(last[0]).endswith((" it", " they")) else "if"
    line = f"{plain[:1].lower()}{plain[1:]}" if plain[1:2].islower() else plain
    return _cut(lead, found, "term"), f"{_cut(lead, found, 'what')} {opening} {line}"


def _level(plain: str, low: str, setting: Setting, context: str) -> tuple[str, str] | None:
    """Return what a level, a status or the heading itself is said to be."""
    heading = setting.heading.strip()
    if (found := _match("defined_line", low)) is not None and heading:
        return heading, _cut(plain, found, "meaning")
    found = _match("level", low)
    if found is None or _search("level_not", found["meaning"]):
        waits = found is not None and found["meaning"].startswith("when ")
        if found is None or not waits or _search("level_not", found["meaning"].split("we ")[0]):
            return None
    if _search("level_above", f"{normal(heading)} {normal(context)}") is None:
        return None
    return _cut(plain, found, "term"), _cut(plain, found, "meaning")


def _clock(plain: str, low: str) -> tuple[str, str] | None:
    found = _match("clock", low)
    if found is None or _search("clock_not", low):
        return None
    return _cut(plain, found, "term"), _cut(plain, found, "meaning")


def _turned(plain: str, found: re.Match[str]) -> tuple[str, str]:
    groups = found.groupdict()
    what = _cut(plain, found, "what")
    when = _cut(plain, found, "when") if groups.get("when") else ""
    negated = "not " if groups.get("no") or " not " in found[0][len(what) :][:20] else ""
    what = f"{what[:1].lower()}{what[1:]}" if what[1:2].islower() or what[1:2] == " " else what
    return _cut(plain, found, "term"), f"{negated}{what} {when}".strip()


def _said(text: str, term: str, meaning: str) -> Understood | None:
    bare = _ARTICLE.sub("", term.strip(' "'))
    if not bare or not meaning.strip():
        return None
    clause = TermClause(term=bare, meaning=meaning.strip(" ,."))
    return Understood((clause,), (unsure(text, (clause,), "leave it as it is."),))


def _cut(plain: str, found: re.Match[str], name: str) -> str:
    return plain[slice(*found.span(name))].strip(" ,")


def _match(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"terms.{name}").match(low)


def _search(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"terms.{name}").search(low)

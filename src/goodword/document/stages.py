"""Stages of a complaint: who looks after each, how the customer gets there, what takes longer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from goodword.document.condition_text import condition_of
from goodword.document.fresh_eyes import fresh_eyes, fresh_owner
from goodword.document.second_said import kept_in_words
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import role_slug
from goodword.language.time_phrase import times_in
from goodword.language.word import singular
from goodword.policy.clause import Clause
from goodword.policy.condition import Condition
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration
from goodword.policy.stage import COMPLAINT, Stage, stage_of, titled_stage

Cells = tuple[tuple[str, ...], tuple[str, ...]]
_NEXT = frozenset({"next"})
_LAST = frozenset({"final", "last"})
_MOST_WORDS_OF_A_ROLE = 6


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence in which each stage is written as "@2"; `low` is `plain` in small letters."""

    plain: str
    low: str
    of: str
    here: int | None

    def as_written(self, found: re.Match[str], name: str) -> str:
        return self.plain[slice(*found.span(name))].strip()


_SEVERAL = re.compile(r"\b(?:either|each|both|any|every) (?:of the )?(?:two )?stages?\b")


def stage(text: str, setting: Setting) -> Understood | None:
    """Return what a sentence says of a stage and nothing else, or None where it says none.

    What is promised at a stage is a promise, and is read as one.
    """
    if not _speaks(text, setting):
        return None
    told = _told(text, setting)
    if told is None:
        return None
    if _SEVERAL.search(told.low) and ENGLISH.pattern("stages.longer").search(told.low):
        # "Either stage may take 10 days longer (20 at stage 2)": of which stage each is, is kept.
        return kept_in_words(text, even(text), "stage")
    said = _echoed(told)
    if said is None:
        said = _nobody(told) or _extension(told) or _asked(told) or _owner(told)
    said = said or _line(told, alone=True) or _afresh(told)
    return Understood((said,)) if said is not None else None


def with_stage(
    understood: Understood, text: str, setting: Setting, cells: Cells | None = None
) -> Understood:
    """Return the promises of a line or a row inside a policy, made for the stage they stand under.

    What the line also tells of its stage comes as a clause of its own. `cells` are the heads and
    texts of a row.
    """
    promised = any(isinstance(one, Promise) for one in understood.clauses)
    if understood.almost or not promised or not _speaks(text, setting):
        return understood
    told = _told(text, setting)
    if told is None:
        return understood
    clauses = tuple(_at_stage(one, told.here, setting) for one in understood.clauses)
    said = _of_row(told, *cells) if cells is not None else _line(told, alone=False)
    return replace(understood, clauses=(*clauses, said) if said is not None else clauses)


def _at_stage(clause: Clause, here: int | None, setting: Setting) -> Clause:
    """Return a promise for a complaint as one for its stage, where it stands under that."""
    if not isinstance(clause, Promise):
        return clause
    known = stage_of(clause.subject)
    if known is not None:
        whole = f"stage_{known[0]}_{known[1]}"
        return replace(clause, subject=whole) if setting.complaints else clause
    if here is None or clause.subject not in {None, COMPLAINT}:
        return clause
    bare = clause.subject is None and not setting.complaints
    return replace(clause, subject=f"stage_{here}" if bare else f"stage_{here}_{COMPLAINT}")


def _of_row(told: _Told, heads: tuple[str, ...], texts: tuple[str, ...]) -> Stage | None:
    """Return who looks after the stage that a table row begins with, where a column says it."""
    first = ENGLISH.pattern("stages.mention").search(normal(texts[0]))
    number = _number(first, told.here) if first is not None else None
    if number is None or first is None:
        return None
    name = texts[0][first.end() :].strip(" :,-–—.()")
    said = Stage(number=number, of=told.of, name=name if _is_name(normal(name)) else "")
    for head, text in zip(heads[1:], texts[1:], strict=False):
        if ENGLISH.pattern("stages.who_column").search(normal(head)):
            # What stands before "by" would be its name; this column has none.
            said = replace(
                _with_piece(said, f"x by {normal(text)}", f"x by {text}"), name=said.name
            )
        elif ENGLISH.pattern("stages.name_column").search(normal(head)) and _is_name(normal(text)):
            said = replace(said, name=text)
    return said if said != Stage(number=number, of=told.of) else None


def _speaks(text: str, setting: Setting) -> bool:
    return "tage" in text or (bool(setting.heading) and "tage" in setting.heading)


def _told(text: str, setting: Setting) -> _Told | None:
    plain = even(text).strip()
    if not plain.endswith('."'):
        plain = plain.rstrip(".")
    low = normal(plain)
    headed = titled_stage(setting.heading)
    here = headed[0] if headed is not None else None
    pieces: list[tuple[str, str]] = []
    of, end = COMPLAINT, 0
    for found in ENGLISH.pattern("stages.mention").finditer(low):
        number = _number(found, here)
        if number is None:
            continue
        pieces.append((plain[end : found.start()], low[end : found.start()]))
        pieces.append((f"@{number}",) * 2)
        end = found.end()
        if found["of"]:
            of = singular(found["of"])
    if not pieces and here is None:
        return None
    pieces.append((plain[end:], low[end:]))
    return _Told("".join(one for one, _ in pieces), "".join(one for _, one in pieces), of, here)


def _number(found: re.Match[str], here: int | None) -> int | None:
    if found["this"]:
        return here
    if found["nth"] in _NEXT:
        return here + 1 if here is not None else None
    if found["nth"] in _LAST:
        return None
    word = found["number"] or found["nth"]
    return ENGLISH.words("stages.numbers").get(word) or (int(word) if word.isdigit() else None)


def _echoed(told: _Told) -> Stage | None:
    """Return the stage that the canonical line tells of."""
    found = re.match(r"^@(?P<n>\d): (?P<parts>.+)$", told.low)
    if found is None:
        return None
    said = Stage(number=int(found["n"]), of=told.of)
    place = found.start("parts")
    for part in found["parts"].split("; "):
        piece = replace(told, plain=told.plain[place : place + len(part)], low=part)
        added = _echo_part(said, piece)
        if added is None:
            return None
        said, place = added, place + len(part) + 2
    return said


def _echo_part(said: Stage, piece: _Told) -> Stage | None:  # noqa: PLR0911  (one case a part)
    """Return the stage with one more thing that its canonical line tells, or None."""
    if ENGLISH.pattern("stages.echo_fresh").match(piece.low):
        return replace(said, fresh=True)
    if found := ENGLISH.pattern("stages.echo_by").match(piece.low):
        owner = role_slug(found["who"])
        return replace(said, owner=owner, fresh=bool(found["fresh"])) if owner else None
    if found := ENGLISH.pattern("stages.echo_name").match(piece.low):
        return replace(said, name=piece.as_written(found, "name"))
    if found := ENGLISH.pattern("stages.echo_outside").match(piece.low):
        return replace(said, outside=_bare(piece.as_written(found, "body")))
    if found := ENGLISH.pattern("stages.echo_ask").match(piece.low):
        length = _length(found["time"])
        return replace(said, ask_within=length) if length else None
    if found := ENGLISH.pattern("stages.echo_longer").match(piece.low):
        length = _length(found["time"])
        if length is None:
            return None
        when = condition_of(piece.as_written(found, "when")) if found["when"] else None
        return replace(said, extension=length, why=bool(found["why"]), condition=when)
    return None


def _length(words: str) -> Duration | None:
    """Return the last length of time in the words, which is the one that is added."""
    found = [one.limit for one in times_in(f"within {words}") if not one.vague]
    length = found[-1] if found else None
    return length if isinstance(length, Duration) else None


def _nobody(told: _Told) -> Stage | None:
    """Return that another person than before looks after it: "nobody who handled stage 1 …"."""
    found = ENGLISH.pattern("stages.nobody").match(told.low)
    return Stage(number=int(found["n"]), of=told.of, fresh=True) if found else None


def _afresh(told: _Told) -> Stage | None:
    """Return that somebody else than before looks at it: "a manager who was not involved"."""
    found = fresh_eyes(told.low)
    if found is None:
        return None
    begin = found.start("fresh") if found["fresh"] else len(told.low)
    named = re.search(r"@(\d)", told.low[:begin])
    before = re.search(r"@(\d)", told.low[begin:])
    number = int(named[1]) if named else told.here
    if number is None and before is not None:
        number = int(before[1]) + 1
    if number is None:
        return None
    return Stage(number=number, of=told.of, owner=fresh_owner(found), fresh=True)


def _extension(told: _Told) -> Stage | None:
    low = told.low
    if not (
        ENGLISH.pattern("stages.longer").search(low)
        and ENGLISH.pattern("stages.extended").match(low)
    ):
        return None
    number = _first(told)
    length = _length(low)
    if number is None or length is None:
        return None
    why = ENGLISH.pattern("stages.why").search(low) is not None
    when = _when(low)
    return Stage(number=number, of=told.of, extension=length, why=why, condition=when)


def _when(low: str) -> Condition | None:
    """Return in which cases it takes longer, where that is more than that it does."""
    found = ENGLISH.pattern("stages.extended").match(low)
    if found is not None and found["sort"]:
        noun, verb = (
            ("circumstances", "are") if found["what"] == "circumstances" else ("case", "is")
        )
        return condition_of(f"the {noun} {verb} {found['sort']}")
    opened = re.match(r"^(?:if|where|when) (?P<words>[^,]+),", low)
    if opened is None or ENGLISH.pattern("stages.longer").search(opened["words"]):
        return None
    return condition_of(opened["words"])


def _first(told: _Told) -> int | None:
    found = re.search(r"@(\d)", told.low)
    return int(found[1]) if found else told.here


def _asked(told: _Told) -> Stage | None:
    """Return until when the customer may ask for a stage."""
    found = ENGLISH.pattern("stages.ask").match(told.low)
    if found is None:
        return None
    wanted = re.findall(r"@(\d)", found["rest"]) or re.findall(r"\bto @(\d)", told.low)
    if not wanted:
        return None
    length = next(
        (
            one.limit
            for one in times_in(told.low)
            if not one.vague and isinstance(one.limit, Duration)
        ),
        None,
    )
    number = max(int(one) for one in wanted)
    if length is None or number == 1:
        return None
    return Stage(number=number, of=told.of, ask_within=length)


def _owner(told: _Told) -> Stage | None:
    low = told.low
    for entry in ("stages.passive", "stages.plain_active", "stages.active"):
        found = ENGLISH.pattern(entry).match(low)
        if found is None:
            continue
        groups = found.groupdict()
        who = _who(f"{groups['who']}{', who ' + groups['clause'] if groups.get('clause') else ''}")
        if who is None:
            continue
        owner, fresh = who
        return Stage(number=int(found["n"]), of=told.of, owner=owner, fresh=fresh)
    return None


def _who(words: str) -> tuple[str | None, bool] | None:
    """Return the role that is meant, and whether it is somebody else than before."""
    fresh = ENGLISH.pattern("stages.fresh").search(words) is not None
    bare = ENGLISH.pattern("stages.fresh_tail").sub("", words).strip(" ,")
    if ENGLISH.pattern("stages.anybody").match(bare):
        return (None, True) if fresh else None
    if re.search(r"[,;@\d]", bare) or len(bare.split()) > _MOST_WORDS_OF_A_ROLE:
        return None
    if bare in {"we", "you", "they", "it", "us"}:
        return None
    owner = role_slug(ENGLISH.pattern("stages.another").sub("", bare))
    return (owner, fresh) if owner is not None else None


def _line(told: _Told, *, alone: bool) -> Stage | None:
    """Return the stage that a line begins with: its name, who does it, or who decides outside."""
    found = ENGLISH.pattern("stages.line").match(told.low)
    if found is None:
        return None
    number = int(found["n"])
    name = ""
    for group in ("quoted", "bracket"):
        if found[group] and _is_name(found[group]):
            name = told.as_written(found, group)
    named = Stage(number=number, of=told.of, name=name)
    said, start = named, found.start("rest")
    pieces = list(_pieces(found["rest"]))
    if alone and (len(pieces) != 1 or pieces[0][1] < len(found["rest"].rstrip(" ."))):
        # A line that says something else too is no line about a stage alone.
        return None
    for first, last in pieces:
        low = told.low[start + first : start + last].strip(" ,")
        plain = told.plain[start + first : start + last].strip(" ,")
        said = _with_piece(said, low, plain)
    if alone and said == named:
        return None
    return said if said != Stage(number=number, of=told.of) else None


def _pieces(rest: str) -> Iterator[tuple[int, int]]:
    """Yield the first two parts of the line, up to its first time."""
    time = next((one.start for one in times_in(rest)), len(rest))
    begin = 0
    for stop in list(re.finditer(r"[.;:]|$", rest[:time]))[:2]:
        if rest[begin : stop.start()].strip():
            yield begin, stop.start()
        begin = stop.end()


def _with_piece(said: Stage, low: str, plain: str) -> Stage:
    if ENGLISH.pattern("stages.outside").match(low):
        return replace(said, outside=_bare(plain))
    head, by, who = low.partition(" by ")
    if by:
        whom = _who(who)
        if ENGLISH.pattern("stages.outside").match(who):
            said = replace(said, outside=_bare(plain[len(head) + len(by) :]))
        elif whom is not None:
            said = replace(said, owner=whom[0], fresh=whom[1])
        else:
            return said
        if _is_name(head) and not said.name:
            said = replace(said, name=plain[: len(head)].strip())
        return said
    doing = re.match(rf"^(?P<who>.+?) {ENGLISH.source('stages.does')}\b", low)
    deed = doing or re.match(r"^(?P<who>.+?) (?:will )?(?:acknowledge|writ|call|phone)", low)
    if deed is not None and re.match(
        r"(?:the|our|an?|your) |somebody|someone|another", deed["who"]
    ):
        whom = _who(deed["who"])
        return replace(said, owner=whom[0], fresh=whom[1]) if whom is not None else said
    if _is_name(low) and not said.name:
        return replace(said, name=plain)
    return said


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", words.strip(), flags=re.IGNORECASE)


def _is_name(low: str) -> bool:
    return (
        ENGLISH.pattern("stages.name").match(low) is not None
        and ENGLISH.pattern("stages.not_name").search(low) is None
    )

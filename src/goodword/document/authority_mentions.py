"""Every role that a sentence on authority names, with the words that stand around it.

Whose permission it is and whose approval is decided by these words elsewhere; here each noun
phrase that can be a person, a team or a declared role is found, wherever it stands.
"""

# ruff: noqa: PLR0911  (a reader is one list of cases)

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from goodword.document.authority_bound import MARK, Bound, bounds_in, shape_of
from goodword.document.authority_role import BY_ENDING, ROLEISH, role_in
from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.word import bare_stem, singular

_TOKEN = re.compile(rf"[a-z](?:[a-z0-9&/'-]*[a-z0-9&'])?|\d+|{MARK}+|[.,;:()?!|=>-]")
_GROUPS = ("agreeing", "powers", "asked", "permits", "obliges")
_MEMBERS = frozenset({"member", "members"})
_GRADED = Cued(
    r"^(?:level|tier|band|grade)$",
    "band|grade|level|tier",
)
# "Tier 1 support agent": in a heading the number says where the step stands.
_TIER = re.compile(r"^(?:tier|level) \d (?=\w+ \w|supervisor|manager)")
_SHORT = re.compile(r"\bmgrs?\b")
_LEFT = 4
_RIGHT = 3
_NEAR = 3
_BREAK = re.compile(r"[.;:?!|]|(?<=\s)-(?=\s)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A role that is named; `start` and `end` count in the text that it stands in.

    `place` says which text: "text", "heading" or "lead".
    """

    role: str
    start: int
    end: int
    place: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int
    owns: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    first: int
    last: int
    role: str
    head: str


def mentions_of(text: str, setting: Setting, context: str = "") -> tuple[Mention, ...]:
    """Return the roles of a sentence, of its lead-in and of its heading, in that order."""
    whole = _words(normal(text), setting)
    found: list[Mention] = []
    for place, words in (("text", text), ("lead", context), ("heading", setting.heading)):
        if words:
            found.extend(_found(normal(words), place, setting, whole))
    return tuple(found)


@remembered(512)
def mentions_in(plain: str, setting: Setting) -> tuple[Mention, ...]:
    """Return the roles of a sentence by itself, whatever heading it stands under, without marks."""
    low = normal(plain)
    tokens = _tokens(shape_of(low, bounds_in(low, setting.currency, ENGLISH)))
    named = _named(tokens, low, replace(setting, heading=""))
    return tuple(
        Mention(one.role, tokens[one.first].start, tokens[one.last].end, "text", ())
        for one in named
    )


def amounts_of(text: str, setting: Setting) -> tuple[Bound, ...]:
    """Return the bounded amounts of a text, from left to right."""
    return bounds_in(normal(text), setting.currency, ENGLISH)


def _found(low: str, place: str, setting: Setting, whole: frozenset[str]) -> list[Mention]:
    bounds = bounds_in(low, setting.currency, ENGLISH)
    tokens = _tokens(shape_of(low, bounds))
    named = _named(tokens, low, setting, heads=place == "heading")
    made = []
    for at, one in enumerate(named):
        marks = {
            *_around(tokens, one, bounds),
            *(f"s:{word}" for word in whole),
            f"head={one.head}",
            f"place={place}",
            f"place={place} of {min(len(named), _NEAR)}",
            f"order={_place(at, len(named))} of {min(len(named), _NEAR)}",
            *_amount_marks(tokens, one, bounds),
        }
        start, end = tokens[one.first].start, tokens[one.last].end
        made.append(Mention(one.role, start, end, place, tuple(sorted(marks))))
    return made


def _place(at: int, number: int) -> str:
    return "first" if not at else "last" if at == number - 1 else "middle"


def _tokens(shape: str) -> list[_Token]:
    tokens = []
    for found in _TOKEN.finditer(shape):
        word = found[0]
        owns = word.endswith(("'s", "s'"))
        if owns:
            word = word[:-2] if word.endswith("'s") else word[:-1]
        tokens.append(_Token(word, found.start(), found.end(), owns))
    return tokens


def _named(
    tokens: list[_Token], low: str, setting: Setting, *, heads: bool = False
) -> list[_Named]:
    found: list[_Named] = []
    titles = _titles(tokens, setting)
    for at in range(len(tokens)):
        if (title := titles.get(at)) is not None:
            found.append(title)
            continue
        last = _head_ends(tokens, at, setting)
        if last is None or (found and at <= found[-1].last):
            continue
        first = _first(tokens, at)
        last = _last(tokens, last)
        words = low[tokens[first].start : tokens[last].end]
        role = _role(words if not heads else _TIER.sub("", words), tokens[at].word)
        if role is not None:
            found.append(_Named(first, last, role, singular(tokens[at].word)))
    return found


def _titles(tokens: list[_Token], setting: Setting) -> dict[int, _Named]:
    """Return by its first word each declared title that begins with what the person is."""
    titles: dict[int, _Named] = {}
    for role in setting.roles:
        words = role.split("_")
        if (
            len(words) < _TITLED
            or ENGLISH.pattern("roles.head_first").match(" ".join(words)) is None
        ):
            continue
        for at in range(len(tokens) - len(words) + 1):
            if [one.word for one in tokens[at : at + len(words)]] == words:
                titles[at] = _Named(at, at + len(words) - 1, role, words[0])
    return titles


_TITLED = 3


def _role(words: str, head: str) -> str | None:
    if head == "signatures":
        return ANYONE
    plain = re.sub(r"(?:'s|(?<=s)')$", "", words)
    return role_in(_SHORT.sub("manager", plain))


def _head_ends(tokens: list[_Token], at: int, setting: Setting) -> int | None:
    """Return where a role's last word stands if a role's head stands here; None for no role."""
    word = tokens[at].word
    if not word[:1].isalpha():
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if _GRADED.match(word) and after is not None and after.word.isdigit():
        beyond = tokens[at + 2] if at + 2 < len(tokens) else None
        return at + 2 if beyond is not None and _is_head(beyond.word) else at + 1
    if word in _list("anyone"):
        owner = tokens[at].owns and after is not None and _is_head(after.word)
        thing = word == "staff" and after is not None and singular(after.word) in _list("things")
        return None if owner or thing else at
    if word == "head" and after is not None and after.word == "office":
        return at + 1
    if word in _MEMBERS and at > 0 and tokens[at - 1].word in _list("membered"):
        return at
    led = after is None or not _is_head(after.word)
    if word == "services" and led and at > 0 and tokens[at - 1].word in _list("serviced"):
        return at
    if not (
        _is_head(word) or singular(word) in _last_words(setting.roles) or _by_place(tokens, at)
    ):
        return None
    joined = after is not None and not tokens[at].owns and after.start == tokens[at].end + 1
    if word in _RANKS and joined and after is not None and _names_on(tokens, at + 1):
        return None  # "Senior Claims Handler" is one role
    if joined and after is not None and (_is_head(after.word) or after.word in _MEMBERS):
        return None  # "team leader" is one role, named by its last word
    return at


@remembered(64)
def _last_words(roles: tuple[str, ...]) -> frozenset[str]:
    """Return the last words of the roles that a policy declares."""
    return frozenset(one.rpartition("_")[2] for one in roles)


_RANKS = frozenset({"senior", "junior", "deputy", "trainee", "chief", "assistant", "associate"})


def _names_on(tokens: list[_Token], at: int) -> bool:
    """Whether a name goes on to a person within two words: "claims handler"."""
    return any(
        _is_head(one.word) and all(_is_name(each) for each in tokens[at : at + place + 1])
        for place, one in enumerate(tokens[at : at + _RIGHT])
    )


def _is_name(token: _Token) -> bool:
    word = token.word
    return word[0].isalpha() and word not in _list("stop") and word not in _list("modals")


@remembered(4_096)
def _is_head(word: str) -> bool:
    one = singular(word)
    if one in _list("idle_heads") or word in _list("idle_heads"):
        return False
    found = ROLEISH.search(one) or (ROLEISH.search(word) if word != one else None)
    if found is not None and (found.start() == 0 or one[found.start() - 1] in "-/&"):
        return True
    return one in _list("heads")


def _by_place(tokens: list[_Token], at: int) -> bool:
    """Whether a noun that need not be a role is one by where it stands."""
    word = tokens[at].word
    one = singular(word)
    if one in _list("things") or one in _list("stop") or word in _list("stop"):
        return False
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    second = tokens[at + 2].word if at + 2 < len(tokens) else ""
    before = tokens[_first(tokens, at) - 1].word if _first(tokens, at) > 0 else ""
    if tokens[at].owns and (after in _list("approval") or second in _list("approval")):
        return True
    if _permitted(tokens, at, after, second):
        return True
    if not BY_ENDING.search(word) and one not in _list("bodies"):
        return False
    if before in _list("approving") or after in _list("modals"):
        return True
    return before in _list("articles") and (tokens[at].owns or after in _list("approval"))


def _permitted(tokens: list[_Token], at: int, after: str, second: str) -> bool:
    """Whether this is who is said to be able to do something: "Kennel hands can offer …"."""
    first = _first(tokens, at)
    begins = first == 0 or tokens[first - 1].word in {",", ";", ":", ".", *_list("articles")}
    return begins and after in {"may", "can", "could"} and second not in _list("idle_after")


def _first(tokens: list[_Token], at: int) -> int:
    first = at
    if tokens[at].word in _list("anyone") and tokens[at].word not in _list("kinds"):
        return at
    while first > 0 and at - first < _LEFT:
        before = tokens[first - 1]
        if (
            before.owns
            or not (before.word[0].isalpha() or _numbers(tokens, first - 1))
            or before.end + 1 != tokens[first].start
            or (before.word in _list("stop") and not _compound(before.word, tokens[first].word))
            or (before.word.endswith("ly") and before.word != "family")
        ):
            break
        first -= 1
    return _joined_name(tokens, first)


def _joined_name(tokens: list[_Token], first: int) -> int:
    """Return where a name with "and" in it begins: "the Parks and Recreation Director".

    What stands before "and" is part of the name where an article or nothing leads to it, and it
    is neither a role nor a thing of its own.
    """
    if first < 2 or tokens[first - 1].word not in {"and", "&"}:
        return first
    start = first - 1
    while start > 0 and first - start <= _RIGHT:
        before = tokens[start - 1]
        if before.word in _list("articles") or before.word == "that":
            break
        if not before.word[0].isalpha():
            break
        if (
            before.owns
            or before.end + 1 != tokens[start].start
            or before.word in _list("stop")
            or before.word in _list("modals")
            or singular(before.word) in _list("things")
            or _is_head(before.word)
            or before.word in _list("anyone")
        ):
            return first
        start -= 1
    led = start == 0 or tokens[start - 1].word in {*_list("articles"), "that", ":", "|", "-"}
    return start if led and start < first - 1 else first


def _numbers(tokens: list[_Token], at: int) -> bool:
    """Whether a number is part of a name: "Section 151 officer"."""
    return at > 0 and tokens[at].word.isdigit() and tokens[at - 1].word in _list("numbered")


def _compound(word: str, following: str) -> bool:
    return word in _list("compound") and singular(following) in _list("compounded")


def _last(tokens: list[_Token], at: int) -> int:
    """Return where a role's name ends: "head of box office", "manager on duty"."""
    if tokens[at].owns or at + 2 >= len(tokens):
        return at
    joint, following = tokens[at + 1].word, tokens[at + 2].word
    if joint == "on" and following in {"duty", "call"}:
        return at + 2
    if joint == "in" and following == "charge":
        return at + 2
    known = _list("of_heads") if joint == "of" else _list("for_heads") if joint == "for" else ()
    if singular(tokens[at].word) not in known:
        return at
    last = at + 2 if following not in {"the", "our"} else at + 3
    start = last
    while last < len(tokens) and last - start < _RIGHT:
        one = tokens[last]
        if one.word in {"and", "&"} and _goes_on(tokens, start, last):
            last += 1
            continue
        if not one.word[0].isalpha() or one.word in _list("stop") or one.word in _list("modals"):
            break
        last += 1
        if one.owns:
            break
    return last - 1 if last > start else at


def _goes_on(tokens: list[_Token], start: int, at: int) -> bool:
    """Whether a name goes on behind "and": "head of revenues and benefits"."""
    if at == start or at + 1 >= len(tokens) or tokens[at - 1].owns:
        return False
    following = tokens[at + 1].word
    known = (*_list("stop"), *_list("modals"), *_list("things"), *_list("anyone"))
    if not following[0].isalpha() or following in known or _is_head(following):
        return False
    after = tokens[at + 2].word if at + 2 < len(tokens) else "."
    return not after[0].isalpha() or after in (*_list("stop"), *_list("modals"), *_list("approval"))


def _words(low: str, setting: Setting) -> frozenset[str]:
    shape = shape_of(low, bounds_in(low, setting.currency, ENGLISH))
    return frozenset(
        "$" if one.word[0] == MARK else "#" if one.word.isdigit() else bare_stem(one.word)
        for one in _tokens(shape)
    )


def _sign(token: _Token, bounds: Iterable[Bound]) -> str:
    if token.word[0] == MARK:
        side = next((one.side for one in bounds if one.start <= token.start < one.end), "exact")
        return f"${side}"
    return "#" if token.word.isdigit() else bare_stem(token.word)


def _around(tokens: list[_Token], one: _Named, bounds: tuple[Bound, ...]) -> set[str]:
    before = [_sign(each, bounds) for each in tokens[max(0, one.first - _NEAR) : one.first]]
    after = [_sign(each, bounds) for each in tokens[one.last + 1 : one.last + 1 + _NEAR]]
    if tokens[one.last].owns:
        after = ["'s", *after]
    before, after = ["^", *before], [*after, "^"]
    made = {f"b1={before[-1]}", f"a1={after[0]}", f"b1a1={before[-1]} {after[0]}"}
    made |= {f"b={' '.join(before[-2:])}", f"a={' '.join(after[:2])}"}
    made |= {f"near b {word}" for word in before} | {f"near a {word}" for word in after}
    piece = set()
    for step, stop in ((-1, -1), (1, len(tokens))):
        at = (one.first if step < 0 else one.last) + step
        while at != stop and not _BREAK.fullmatch(tokens[at].word):
            piece.add(f"p{'b' if step < 0 else 'a'}:{_sign(tokens[at], bounds)}")
            at += step
    return made | piece | _grouped(tokens, one, piece)


def _grouped(tokens: list[_Token], one: _Named, piece: set[str]) -> set[str]:
    """Return marks for kinds of words beside a role: approval, power, permission, duty."""
    after = {each.word for each in tokens[one.last + 1 : one.last + 1 + _NEAR]}
    before = {each.word for each in tokens[max(0, one.first - _NEAR) : one.first]}
    made = {f"=after {name}" for name in _GROUPS if not after.isdisjoint(_list(name))}
    made |= {f"=before {name}" for name in _GROUPS if not before.isdisjoint(_list(name))}
    words = {mark[3:] for mark in piece}
    said = {name for name in ("permits", "obliges") if not words.isdisjoint(_list(name))}
    made |= {f"=piece {name}" for name in said}
    if "by" in before:
        made |= {f"=by {name}" for name in said}
    if one.first == 0 or tokens[one.first - 1].word in ",;:.":
        made.add("=begins")
        made |= {f"=begins {name}" for name in said}
    if tokens[one.last].owns:
        made |= {f"=owns {name}" for name in _GROUPS if not after.isdisjoint(_list(name))}
    return made


def _amount_marks(tokens: list[_Token], one: _Named, bounds: tuple[Bound, ...]) -> set[str]:
    start, end = tokens[one.first].start, tokens[one.last].end
    before = [each for each in bounds if each.end <= start]
    after = [each for each in bounds if each.start >= end]
    made = {f"amounts={min(len(bounds), _NEAR)}"}
    if before:
        made.add(f"amount before {before[-1].side}")
    if after:
        made.add(f"amount after {after[0].side}")
    return made


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(ENGLISH.phrase(f"mentions.{name}").split())

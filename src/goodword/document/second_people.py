"""Who is named in a sentence, and by which marks one knows who is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from goodword.document.authority_role import ends_like_role
from goodword.document.condition_text import frame
from goodword.document.escalation_titles import is_title, title_at
from goodword.document.escalation_waits import Length, is_undone, lengths_in, trigger_in
from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE, named, role_slug
from goodword.language.word import slug

_TOKEN = re.compile(r"[a-z0-9][\w'&/+-]*")
# What stands before a name.
ARTICLES = frozenset({"the", "our", "a", "an", "your", "their", "its", "his", "her"})
_OF = Cued(
    r" of (?:the |our )?(?P<first>[a-z][\w'&-]*)(?: (?:(?:and|&) )?(?P<more>[a-z][\w'&-]*))?", " of"
)
_TITLE = Cued(r"vp [a-z][\w'&-]*", "vp")
_BEFORE_NAME = ARTICLES | frozenset(
    ["to", "with", "by", "for", "notify", "tell", "inform", "alert"]
)
_PLACE_OF = Cued(
    r"'s? (?:desk|(?:in-?)?tray|inbox|door|business|hands|attention|screen|job)\b",
    "' attention|' business|' desk|' door|' hands|' in-tray|' inbox|' intray|' job|"
    "' screen|' tray|'s attention|'s business|'s desk|'s door|'s hands|'s in-tray|"
    "'s inbox|'s intray|'s job|'s screen|'s tray",
)
_OF_OURS = re.compile(r"^(?:immediate|own|very own) | of (?:ours|yours|theirs)$")
_DUTY = Cued(
    r"[ -](?P<duty>on[- ](?:call|duty|shift)|in charge(?! of))\b",
    "in charge|on call|on duty|on shift|on-",
)
_ARTICLE_LAST = re.compile(r"(?:the|our|an?|your|their|its|his|her) $")
# A lead-in that its list goes on with: "Ring the supervisor after:".
_RUNS_ON = re.compile(r"\b(?:after|if|when|whenever|where|once|to|for|of|about)$", re.IGNORECASE)
_MOST_WORDS = 6
_OFFICE = re.compile(r"(?<!\bpost )(?<!\bbox )(?<!\bticket )(?<=\w )office$")
_LEVEL = re.compile(r"^(?:level|tier|band|grade|line|l|t)[- ]?\d$")
# Where a name may begin: a cell of a table, or behind an arrow.
_CELL = re.compile(r"[|→:]")
_NEAR = 3
_SHORT = 4
_TURN = re.compile(r"[,;:→|?]|\b(?:if|when|where|then)\b")


@dataclass(frozen=True, slots=True)
class Person:
    """A person or team that a sentence names: `role`, and where its words stand.

    `is_known` is True where its words are those of a role or it is declared.
    """

    role: str
    start: int
    end: int
    is_known: bool


def small_words() -> frozenset[str]:
    """Return the words that stand in no role's name: small ones, and verbs of telling."""
    return _listed("stops")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(ENGLISH.phrase(f"second.{name}").split())


def people_in(low: str, setting: Setting) -> tuple[Person, ...]:
    """Return every person and team that a sentence in small letters may name, in order."""
    found: list[Person] = []
    for start, end, article in _joined(low, tuple(_chunks(low)), setting):
        one = _person(low, start, end, setting, article=article)
        if one is not None and not (found and one.start < found[-1].end):
            found.append(one)
    return tuple(found)


def _chunks(low: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches of words that no mark and no small word parts, without article."""
    stops = small_words()
    tokens = list(_TOKEN.finditer(low))
    start = end = -1
    article = False
    for number, token in enumerate(tokens):
        word = token[0]
        is_article = word in ARTICLES
        parted = end >= 0 and low[end : token.start()] != " "
        is_stop = word in stops and not _is_name(low, tokens, number)
        if start >= 0 and (parted or is_article or is_stop):
            yield start, end, article
            start = -1
        if is_article or is_stop:
            article, start, end = is_article, -1, token.end()
        else:
            if start < 0:
                start = token.start()
                article = article and not parted
            end = token.end()
    if start >= 0:
        yield start, end, article


def _joined(
    low: str, chunks: tuple[tuple[int, int, bool], ...], setting: Setting
) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches, "the health" and "safety officer" as one."""
    held: tuple[int, int, bool] | None = None
    for start, end, article in chunks:
        if held is not None:
            first, last, had = held
            one = low[last:start] in {" and ", " & "} and not article and had
            if one and not _is_role(low[first:last], setting) and _is_role(low[start:end], setting):
                held = (first, end, had)
                continue
            yield held
        held = (start, end, article)
    if held is not None:
        yield held


def _is_name(low: str, tokens: list[re.Match[str]], number: int) -> bool:
    """Whether a word that is a verb elsewhere begins a role's name here."""
    if tokens[number][0] not in _listed("either") or not 0 < number < len(tokens) - 1:
        return False
    before, behind = tokens[number - 1][0], tokens[number + 1]
    opens = _CELL.search(low, tokens[number - 1].end(), tokens[number].start()) is not None
    if not (opens or before in _BEFORE_NAME) or low[tokens[number].end() : behind.start()] != " ":
        return False
    return behind[0] not in ARTICLES and behind[0] not in small_words()


def _person(low: str, start: int, end: int, setting: Setting, *, article: bool) -> Person | None:
    if (place := _PLACE_OF.search(low, start, end)) is not None:
        end = place.start()
    words = low[start:end].split(" ")[:_MOST_WORDS]
    for many in range(len(words), 0, -1):
        text = " ".join(words[:many]).removesuffix("'s").removesuffix("'")
        if _is_role(text, setting):
            if (title := _TITLE.match(low, start, end)) is not None and title[0] != text:
                text = title[0]
            if (called := title_at(low, start, setting)) is not None and len(called[0]) > len(text):
                # "The Head Brewer" is no head.
                return Person(called[1], start, start + len(called[0]), is_known=True)
            return _named(low, start, _whole(low, start + len(text)), setting, known=True)
    opens = ENGLISH.pattern("second.opens_person")
    if opens.search(_ARTICLE_LAST.sub("", low[:start])) is None or words[0][0].isdigit():
        return None
    if not article and len(words) > _NEAR:
        return None
    return _named(low, start, _whole(low, start + len(" ".join(words))), setting, known=False)


def _whole(low: str, stop: int) -> int:
    """Return where a role's name ends with what belongs to it: "head of credit control"."""
    of = _OF.match(low, stop)
    if of is not None:
        more = of["more"] is not None and (
            of["more"] not in small_words() or of["more"] in _listed("lasts")
        )
        stop = of.end() if more else of.end("first")
    duty = _DUTY.match(low, stop)
    return duty.end() if duty is not None else stop


def _is_role(text: str, setting: Setting) -> bool:
    last = text.rpartition(" ")[2].rpartition("-")[2]
    if last in _listed("people") or last.removesuffix("s") in _listed("people"):
        return True
    if last == "office" and _OFFICE.search(text) is not None:
        return True
    if (
        not setting.roles
        and last not in _listed("heads")
        and last.removesuffix("s") not in _listed("heads")
        and (len(last) > _SHORT or not _is_roleish(last))
    ):
        return any(digit.isdigit() for digit in last) and _LEVEL.search(text) is not None
    if ENGLISH.pattern("escalation.no_role").match(text):
        return False
    return ends_like_role(text) or _is_roleish(text) or role_slug(text) in setting.roles


@remembered(2_048)
def _is_roleish(word: str) -> bool:
    return ENGLISH.pattern("escalation.roleish").search(word) is not None


def _named(low: str, start: int, end: int, setting: Setting, *, known: bool) -> Person | None:
    words = _OF_OURS.sub("", low[start:end].split("/", maxsplit=1)[0])
    bare = ENGLISH.pattern("roles.leading").sub("", words)
    if ENGLISH.pattern("roles.customers").match(bare):
        return None
    duty = _DUTY.search(words)
    own = words[: duty.start()] if duty is not None and duty.end() == len(words) else words
    role = role_slug(own)
    if role is None or role == ANYONE or ENGLISH.pattern("roles.customers").match(named(role)):
        return None
    if duty is not None and own != words and role not in setting.roles:
        role = f"{role}_{slug(duty['duty'])}"
    return Person(role, start, end, known)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence behind its lead-in, `lead` letters long: its people and its times."""

    text: str
    low: str
    lead: int
    people: tuple[Person, ...]
    lengths: tuple[Length, ...]


def told_about(text: str, setting: Setting, context: str) -> Scene:
    """Return the people and times of a sentence with its lead-in, as the tables learn them."""
    lead = even(context).strip(" .:-")
    if lead:
        lead += " " if _RUNS_ON.search(lead) else ": "
    whole = lead + even(text).strip().rstrip(".")
    low = normal(whole)
    return Scene(whole, low, len(lead), people_in(low, setting), lengths_in(low))


def is_person(role: str, setting: Setting) -> bool:
    """Whether a role is declared, or its words are those of a person or a team."""
    return role in setting.roles or is_title(role, setting) or _is_role(named(role), setting)


def is_head(role: str) -> bool:
    """Whether a role's last word may be that of a person or a team: "zonal office"."""
    return role.rpartition("_")[2] in _listed("heads")


def marks_of_person(low: str, one: Person, everyone: tuple[Person, ...]) -> tuple[str, ...]:
    """Return the marks by which one of the people in a sentence is known to be told, or not."""
    before = [word for word in _words(low[: one.start]) if word not in ARTICLES]
    behind = _words(low[one.end :])
    back = ["^", "^", *before]
    ahead = [*behind, "$", "$"]
    made = {
        f"<{back[-1]}",
        f"<<{back[-2]} {back[-1]}",
        f">{ahead[0]}",
        f">>{ahead[0]} {ahead[1]}",
        f"head {low[one.start : one.end].rsplit(maxsplit=1)[-1]}",
        f"known {one.is_known}",
        f"place {everyone.index(one)}",
        f"of {min(len(everyone), 4)}",
        f"last {everyone[-1] is one}",
        f"article {low[: one.start].endswith(('the ', 'our ', ' a ', ' an '))}",
    }
    made.update(f"<~{word}" for word in back[-6:-2])
    made.update(f">~{word}" for word in ahead[2:6])
    tells = ENGLISH.pattern("second.tells")
    if tells.search(" ".join(back[-5:])):
        made.add("tells before")
    if tells.search(" ".join(ahead[:5])):
        made.add("told behind")
    taken = frame(low)
    if any(start <= one.start < end for start, end in taken.hidden):
        made.add("hidden")
    return tuple(sorted(made))


def _words(low: str) -> list[str]:
    return re.findall(r"[a-z']+|\d+|[,;:→|?()>-]", low)


def marks_of_length(low: str, one: Length, told: tuple[Person, ...]) -> tuple[str, ...]:
    """Return the marks by which a time is known to be one after which people are told, or not.

    `told` are the people who are told.
    """
    back = ["^", "^", *_words(low[: one.start])]
    ahead = [*_words(low[one.end :]), "$", "$"]
    nearest = min((abs(who.start - one.start) for who in told), default=0)
    near = next((who for who in told if abs(who.start - one.start) == nearest), None)
    clause = _clause_at(low, one)
    made = {
        f"role {one.role}",
        f"<{back[-1]}",
        f"<<{back[-2]} {back[-1]}",
        f">{ahead[0]}",
        f">>{ahead[0]} {ahead[1]}",
        f"within {low[one.start : one.end].split(maxsplit=1)[0]}",
        f"first {not low[: one.start].strip()}",
        f"last {not low[one.end :].strip(' .')}",
        f"undone clause {is_undone(clause)}",
        f"undone {is_undone(low)}",
        f"waits {trigger_in(clause) or 'not'}",
        f"waits anywhere {trigger_in(low) is not None}",
        f"tells {ENGLISH.pattern('second.tells').search(clause) is not None}",
        f"many {len(told) > 1}",
    }
    made.update(f"<~{word}" for word in back[-7:-2])
    made.update(f">~{word}" for word in ahead[2:7])
    if near is not None:
        between = low[near.end : one.start] if near.end <= one.start else low[one.end : near.start]
        side = "behind" if near.end <= one.start else "before"
        made |= {f"{side} who", f"{side} {one.role} who", f"{side} parted {',' in between}"}
    if any(start <= one.start < end for start, end in frame(low).hidden):
        made.add("hidden")
    return tuple(sorted(made))


def _clause_at(low: str, one: Length) -> str:
    """Return what stands around a time, up to the next mark or turn on either side."""
    start = max((found.end() for found in _TURN.finditer(low, 0, one.start)), default=0)
    behind = _TURN.search(low, one.end)
    return low[start : behind.start() if behind is not None else len(low)]

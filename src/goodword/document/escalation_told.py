"""Who is told, or given the matter, and where a sentence says so."""

# ruff: noqa: C901, E501, PLR0911, SIM102  (a pattern reads best unbroken; a reader is one list of cases)

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from goodword.document.authority_role import ends_like_role
from goodword.document.escalation_titles import is_title, title_at
from goodword.document.setting import Setting
from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH, Pack
from goodword.language.role import ANYONE, named, role_slug
from goodword.language.word import slug

# In this order, where two of them read the same words.
_JOINTS = frozenset({"and", "or", "but", "then"})
_WAYS = (
    "sent",
    "by",
    "told",
    "knows",
    "brief",
    "means",
    "bring",
    "let",
    "send",
    "tell",
    "goes",
    "over",
)
# In these the role stands before its verb.
_ROLE_FIRST = frozenset({"told", "over", "knows", "brief"})
# In these only a word that is a role's can be one.
_ROLED = frozenset({"over", "knows", "brief"})
# These only say who deals with it, and need something that waits or happens.
_DEALING = frozenset({"by", "over", "goes"})
_EITHER = re.compile(
    r"(?:the |an? |our |your )?(?P<one>[\w'-]+) or (?:[\w'-]+ ){1,2}?(?P<head>manager|supervisor|leader|lead|officer|director|engineer|nurse)\b"
)
_MOST_ROLES = 4
_BOTH = Cued(r"(?P<one>.+?) and (?:also )?(?:to )?(?P<other>.+)$", " and ")
_CALLED = re.compile(
    r"(?!(?:the|our|an?|any|every|each|its|their|your|at|in|on|to|by|and|with|or|from|of|for|page|"
    r"call|tell|ask|is|are|as|when|if|you|them|us|me|him|her|it|people|guests?|clients?|customers?) )[\w'-]+ (?P<role>(?:the|our) .+)$"
)
# "… are told", "… must both be told".
_SEVERAL = re.compile(r"\b(?:are|(?:must|should|will|shall|have to|need to)(?: \w+)? be)\b")
# Which of several people with a role is meant belongs to its name.
_DUTY = Cued(
    r"[ -](?P<duty>on[- ](?:call|duty|shift)|in charge)$",
    " in charge| on call| on duty| on shift| on-call| on-duty| on-shift|-in charge|"
    "-on call|-on duty|-on shift|-on-call|-on-duty|-on-shift",
)
_OWN = Cued(r"^(?:immediate|very own|own) ", "immediate|own")
_ANY_ONE = re.compile(r"\ban? (?:[\w'-]+ ){0,3}$")
# "The head of customer and community services" is one, "… and the shift manager" another.
_OF_BOTH = re.compile(
    r"\b(?:head|director|manager|leader|lead|chief|president|member|secretary) (?:of|for) [\w'-]+$"
)
_PERSON = re.compile(
    r"(?:manager|director|officer|leader|lead|head|supervisor|owner|chair|engineer|nurse|doctor|clerk|agent|partner|principal|teacher|administrator|coordinator|executive)s?$"
)
# "A job is opened and given to a technician": work is shared out, and nothing goes up.
_IS_WORK = re.compile(
    r"an? (?!(?:senior|more|higher|second|different|specialist|duty|line|clinical)\b)(?:[\w'-]+ )?(?:technician|agent|advis[eo]r|engineer|plumber|electrician|officer|case ?(?:worker|handler)|handler|worker|clerk|operative|driver|nurse|therapist|surveyor|assessor|investigator|member of (?:the |our )?(?:staff|team))$"
)
_RINGS = re.compile(r"contacts?|calls?|rings?")
# "…, and a technician may ring you": who does something of their own.
_DOES = re.compile(r" (?:may|will|can|must|should|shall|would|is|are|has|have)\b")
# Who stands before "and the owner are told", and before ", the manager and …".
_NAMED_BEFORE = r"(?P<role>(?:the |our |an? |(?<=, )|(?<=: )|^)[\w'&/-]+(?: [\w'&/-]+){0,4}?)"
_AND_LAST = re.compile(rf"{_NAMED_BEFORE},? +(?:and|as well as|&) +(?:both )?$")
_COMMA_LAST = re.compile(rf"{_NAMED_BEFORE}, *$")
_FAMILY = re.compile(
    r"(?:the |their |any )?(?:next of kin|famil(?:y|ies)|parents?|carers?|relatives?|customers?|guardians?)"
)
# "Record it" is done, and nobody is told.
_A_STEP = re.compile(r"[a-z-]+ (?:it|this|that|them|so)\b(?! \w+ (?:is|are)\b)")


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: `role` and `also` are told, in `start` to `end` of the sentence.

    `what` is where the matter itself is named ("any data breach"). `way` is how it is said, and
    `is_sure` whether the verb alone says that a matter goes up. `is_unnamed` is True where the
    words name nobody ("the right person").
    """

    role: str
    start: int
    end: int
    role_start: int
    role_end: int
    what: tuple[int, int] = (0, 0)
    way: str = "tell"
    is_sure: bool = False
    also: tuple[str, ...] = ()
    is_unnamed: bool = False


def told_in(low: str, setting: Setting, pack: Pack = ENGLISH) -> tuple[Told, ...]:
    """Return every telling in a sentence in small letters, in order, none inside another."""
    # Remembered by all three, whether or not the pack was named.
    return _told_in(low, setting, pack)


@remembered(512)
def _told_in(low: str, setting: Setting, pack: Pack) -> tuple[Told, ...]:
    found: list[Told] = []
    for way in _WAYS:
        if not pack.may_stand(f"escalation.{way}", low):
            continue
        for one in _of_way(low, way, setting, pack):
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    found.sort(key=lambda one: one.start)
    return tuple(_joined(low, one, setting, pack) for one in found)


def role_at(
    low: str, start: int, end: int, setting: Setting, *, sure: bool, pack: Pack = ENGLISH
) -> tuple[str, int, int] | None:
    """Return the role that the words in a stretch name, with where its words stand."""
    words = low[start:end]
    of = pack.pattern("escalation.of_role").match(words)
    head = of.end() if of else 0
    if both := _BOTH.match(words):
        # "The safety officer and the head of site" are two, "the health and safety officer" is one.
        if re.match(r"(?:the|our|an?) ", both["other"]) or (
            not (_OF_BOTH.search(both["one"]) and not _PERSON.search(_name_of(both["other"], pack)))
            and is_roleish(_name_of(both["one"], pack), pack)
            and is_roleish(_name_of(both["other"], pack), pack)
        ):
            end = start + both.end("one")
            words = low[start:end]
            of = pack.pattern("escalation.of_role").match(words)
            head = of.end() if of else 0
    trimmed = words[:head] + pack.pattern("escalation.role_end").sub("", words[head:])
    trimmed = trimmed.rstrip(" ,")
    begin = start + len(trimmed) - len(trimmed.lstrip())
    trimmed = trimmed.strip(" →|\"'")
    if (called := _CALLED.match(trimmed)) is not None:
        # "Tom the deputy manager".
        begin += called.start("role")
        trimmed = called["role"]
    if not trimmed or pack.pattern("roles.customers").match(trimmed):
        return None
    bare = begin + len(trimmed) - len(pack.pattern("roles.leading").sub("", trimmed))
    title = title_at(low, bare, setting)
    runs_on = title is not None and low.startswith(" and ", bare + len(title[0]))
    if title is not None and (runs_on or len(title[0]) > len(trimmed) - (bare - begin)):
        # "The Assistant Director for Adult Care", "the Head of Sales and Marketing".
        return title[1], begin, bare + len(title[0])
    if pack.pattern("escalation.colleague").match(trimmed):
        return "colleague", begin, begin + len(trimmed)
    if (either := _either(low, begin, end, pack)) is not None:
        return either
    if title is None and pack.pattern("escalation.unnamed_role").match(trimmed):
        return "", begin, begin + len(trimmed)
    if pack.pattern("escalation.told_verb").match(trimmed) or trimmed.startswith(
        ("no ", "to ", "who ", "which ")
    ):
        return None
    whole = title is not None and low[bare : begin + len(trimmed)] == title[0]
    role = title[1] if title is not None and whole else _slug(trimmed, pack, setting)
    if (
        role is None
        or role in _JOINTS
        or (role == ANYONE and trimmed not in {"the team", "our team"})
    ):
        return None
    is_role = (
        of is not None
        or role in setting.roles
        or is_title(role, setting)
        or is_roleish(trimmed, pack)
    )
    if pack.pattern("roles.customers").match(named(role)):
        return None
    if not is_role and (not sure or _is_nobody(trimmed, pack)):
        return None
    return role, begin, begin + len(trimmed)


def _either(low: str, start: int, end: int, pack: Pack) -> tuple[str, int, int] | None:
    """Return the first of two roles that share their noun: "a shift or general manager"."""
    found = _EITHER.match(low, start, end)
    if found is None or is_roleish(found["one"], pack):
        return None
    role = role_slug(f"{found['one']} {found['head']}", pack)
    return (role, start, found.end()) if role is not None else None


def _is_told(low: str, role: str, start: int, end: int, setting: Setting, pack: Pack) -> bool:
    """Whether who is told may be anybody: "a burst pipe is called in" tells no one."""
    if _ANY_ONE.search(low, 0, start) is None and not low.startswith(("a ", "an "), start):
        return True
    return role in setting.roles or is_title(role, setting) or is_roleish(low[start:end], pack)


def _is_nobody(words: str, pack: Pack) -> bool:
    """Whether words that are no role's name a thing: "no reply", "a burst pipe"."""
    return (
        words.startswith(("a ", "an "))
        or pack.pattern("escalation.no_role").match(words) is not None
    )


def _slug(words: str, pack: Pack, setting: Setting) -> str | None:
    """Return the role as a slug; "the secondary on call" keeps its name."""
    first, either, second = words.partition("/")
    if either and is_roleish(first, pack) and is_roleish(second, pack):
        words = first
    bare = _OWN.sub("", pack.pattern("roles.leading").sub("", words))
    words = _OWN.sub("", bare) if bare != words else words
    duty = _DUTY.search(words)
    role = role_slug(words[: duty.start()] if duty is not None else words, pack)
    if role is None or duty is None or role in setting.roles:
        return role
    return ANYONE if role == ANYONE else f"{role}_{slug(duty['duty'])}"


def _name_of(words: str, pack: Pack) -> str:
    return pack.pattern("escalation.role_end").sub("", words).strip(" ,")


@remembered(1_024)
def is_roleish(words: str, pack: Pack) -> bool:
    """Whether words are like a role's name; "challenge it" names no department of computers."""
    bare = pack.pattern("roles.leading").sub("", words).removesuffix(" it")
    return (
        ends_like_role(bare) or pack.pattern("escalation.roleish").search(bare) is not None
    ) and pack.pattern("escalation.no_role").match(words) is None


def _of_way(low: str, way: str, setting: Setting, pack: Pack) -> Iterator[Told]:
    pattern = pack.pattern(f"escalation.{way}")
    at = 0
    while (found := pattern.search(low, at)) is not None:
        at = found.start() + 1
        groups = found.groupdict()
        sure = groups.get("sure") is not None or way in {"let", "bring"}
        start, end = found.span("role")
        if way in _ROLE_FIRST:
            start = _last_name(low, start, end)
        who = role_at(low, start, end, setting, sure=sure and way not in _ROLED, pack=pack)
        if who is None:
            who = _apposed(low, start, end, setting, pack)
        if who is None:
            continue
        role, begin, stop = who
        if _is_called_service(low, begin, stop, found.start(), way, pack):
            continue
        what = found.span("what") if groups.get("what") else (0, 0)
        if way == "over" and _rings_other(low, found, setting, pack):
            continue
        if way == "told" and not _is_told(low, role, begin, stop, setting, pack):
            continue
        if way == "sent" and not sure and _IS_WORK.match(low, begin, stop):
            continue
        before = way in {*_ROLE_FIRST, "let", "bring"}
        yield Told(
            role,
            begin if way in _ROLE_FIRST else found.start(),
            found.end() if before else stop,
            begin,
            stop,
            what,
            way,
            is_sure=sure and way not in _DEALING,
            is_unnamed=not role,
        )
        at = max(at, found.end() if before else stop)


def _apposed(
    low: str, start: int, end: int, setting: Setting, pack: Pack
) -> tuple[str, int, int] | None:
    """Return the role of a person called by name: "goes to Priya, the finance partner"."""
    if len(low[start:end].split()) > 2 or not low.startswith(", ", end):
        return None
    found = re.compile(r", (?P<role>(?:the|our|an?) [\w'-]+(?: [\w'-]+){0,3})").match(low, end)
    if found is None:
        return None
    return role_at(low, *found.span("role"), setting, sure=False, pack=pack)


def _rings_other(low: str, found: re.Match[str], setting: Setting, pack: Pack) -> bool:
    """Whether somebody is called by the role: "the manager will contact social services"."""
    if _RINGS.fullmatch(found["doing"]) is None:
        return False
    behind = re.compile(r" (?:the |our |an? )?[\w'&-]+(?: [\w'&-]+){0,3}").match(low, found.end())
    return behind is not None and (
        role_at(low, behind.start() + 1, behind.end(), setting, sure=False, pack=pack) is not None
    )


def _last_name(low: str, start: int, end: int) -> int:
    """Return where the last of the names before a verb begins: "hurt the [manager] is told"."""
    articles = [
        one.end()
        for one in re.finditer(r"(?:^|(?<! of)\s)(?=(?:the|our|an?|your) )", low[start:end])
    ]
    return start + articles[-1] if articles else start


def _is_called_service(low: str, start: int, end: int, verb: int, way: str, pack: Pack) -> bool:
    if way != "tell" or not pack.pattern("escalation.called_services").match(low[start:end]):
        return False
    return re.match(r"(?:call|ring|phone|contact)", low[verb:]) is not None


def _joined(low: str, one: Told, setting: Setting, pack: Pack) -> Told:
    """Return the telling with the roles that are told of the same: "the manager and the owner"."""
    if one.way in {*_ROLE_FIRST, "let", "bring"}:
        return _joined_before(low, one, setting, pack)
    also: list[str] = []
    end = one.end
    while len(also) < _MOST_ROLES:
        found = pack.pattern("escalation.and_role").match(low[end:])
        if found is None:
            break
        start, stop = end + found.start("role"), end + found.end("role")
        # "To the manager and to the bank": both are told, whoever they are.
        both = found[0].startswith((" and to ", ", and to "))
        who = role_at(low, start, stop, setting, sure=both, pack=pack)
        # "Call the owner and log it" calls one.
        if who is None or not who[0] or _A_STEP.match(low, start) or _DOES.match(low, who[2]):
            break
        also.append(who[0])
        end = who[2]
    return replace(one, also=tuple(also), end=end)


def _joined_before(low: str, one: Told, setting: Setting, pack: Pack) -> Told:
    """Return "the manager and [the owner] are told" with both, and a list of people with all."""
    if not _SEVERAL.search(low[one.role_end : one.end]):
        return one
    found: list[str] = []
    begin, joint = one.start, _AND_LAST
    while (before := joint.search(low[:begin])) is not None:
        start = _last_name(low, before.start("role"), before.end("role"))
        who = role_at(low, start, before.end("role"), setting, sure=False, pack=pack)
        if who is not None and who[0]:
            found.insert(0, who[0])
            begin = who[1]
        elif _FAMILY.fullmatch(before["role"]):
            # Whoever else hears of it is nobody of ours.
            begin = before.start("role")
        else:
            break
        joint = _COMMA_LAST
    if not found:
        return one
    return replace(one, role=found[0], also=(*found[1:], one.role, *one.also), start=begin)

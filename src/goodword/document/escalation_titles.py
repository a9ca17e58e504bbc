"""Titles: who a sentence names with capital letters, behind an article."""

import re
from dataclasses import replace

from goodword.document.setting import Setting
from goodword.language.memory import remembered
from goodword.language.normal import even
from goodword.language.pack import ENGLISH
from goodword.language.role import role_slug
from goodword.language.word import slug

_NAME = r"[A-Z][\w'&/-]*(?: [A-Z][\w'&/-]*)*"
_TITLE = re.compile(
    r"(?:^|(?<=[\s(\"/|→-]))(?:the|our|an?|your|their|its|to|by|with|The|Our|An?) "
    rf"(?P<title>{_NAME}"
    rf"(?P<rest> (?:of|for) (?:the )?{_NAME}(?:(?:, {_NAME})? (?:and|&) {_NAME})?"
    rf"|(?P<both> (?:and|&) {_NAME}))?)"
)
# "The General Manager (Operations)", "the Associate Director, User Support".
_OFFICE = re.compile(
    rf"(?P<mark>, | - | \()(?P<of>{_NAME}(?: (?:and|&) {_NAME})?)(?P<end>\))?"
    r"(?=$|[.;]|,| (?:within|if|when|who|at|by|in|for|on|immediately|straight)\b)"
)
_HAS_OFFICE = re.compile(
    r"\b(?:manager|director|president|officer|chancellor|dean|head|executive|superintendent|principal|"
    r"provost|vp|secretary|registrar|commissioner|engineer|counsel)$"
)
# "The Trust and Safety on-call": what both are, in small letters.
_SMALL_HEAD = re.compile(
    r" (?P<head>on-call|team|desk|lead|manager|officer|committee|department|unit|panel|group)\b"
)
# "Ring Tessa (210 555 0142)": somebody by name.
_CALLED = re.compile(
    r"\b(?:[Rr]ing|[Cc]all|[Pp]hone|[Ff]etch|[Tt]ext|[Pp]age|[Ww]ake|[Tt]ell|[Gg]et) "
    r"(?P<title>[A-Z][a-z]+)"
    r"(?=$| \(|[.,;]| at once\b| immediately\b| on \d| straight away\b| if\b| when\b)"
)
# "Goes to Priya, the finance partner": the role stands behind the name.
_APPOSED = re.compile(r", (?:the|our|an?) [\w'-]+(?: [\w'-]+){0,3}")
# Where most words are written large, large letters say nothing.
_SMALL = re.compile(r"\b[a-z]{3,}")
_LARGE = re.compile(r"\b[A-Z][\w'-]*")
_FOR = " for "
# "The Director of Care and Home Manager" are two.
_PERSON = re.compile(
    r" (?:and|&) .*(?:manager|director|officer|leader|lead|head|supervisor|owner|chair|engineer)$"
)


# "The Health and Safety Officer" is one, "the Chief Executive and Finance Director" are two.
_ONE = re.compile(
    r"(?:manager|director|officer|leader|lead|head|supervisor|engineer|nurse|team|committee|panel|"
    r"department|adviser|advisor|co-?ordinator|representative|partner|executive|board|desk|"
    r"ombudsman|ombuds|commissioner|commission|adjudicator|regulator)$"
)
_HEADS = re.compile(
    rf"{_ONE.pattern[:-1]}\b|\b(?:chief|chair|chairman|chairperson|owner|principal|president|dean|"
    r"secretary|clerk|registrar|governors?|trustees?|council|matron|ceo|coo|cfo|cto|cio|hr|dpo|police)$"
)


def with_titles(setting: Setting, *texts: str) -> Setting:
    """Return the setting with the titles that the texts write with capital letters."""
    found = frozenset[tuple[str, str]]().union(*(_titles_in(one) for one in texts if one))
    return replace(setting, titles=found) if found != setting.titles else setting


def is_title(role: str, setting: Setting) -> bool:
    """Whether a role is one that the sentence writes with capital letters."""
    return any(own == role for _, own in setting.titles)


def title_at(low: str, start: int, setting: Setting) -> tuple[str, str] | None:
    """Return the longest title whose words stand at a place, and its slug."""
    found = [one for one in setting.titles if low.startswith(one[0], start)]
    return max(found, default=None, key=lambda one: len(one[0]))


def _is_two(found: re.Match[str]) -> bool:
    """Whether the words before "and" are somebody by themselves."""
    first = found["title"][: found.start("both") - found.start("title")].lower()
    return _HEADS.search(first) is not None


def _office(plain: str, found: re.Match[str]) -> tuple[str, str] | None:
    """Return a title with the office that stands behind it by itself, and its slug."""
    low = found["title"].lower()
    behind = _OFFICE.match(plain, found.end())
    if behind is None or found["rest"] is not None or _HAS_OFFICE.search(low) is None:
        return None
    bracket = behind["mark"] == " ("
    if bracket != (behind["end"] is not None) or _HEADS.search(behind["of"].lower()):
        return None
    if bracket and behind["of"].isupper():
        # "The Chief Executive Officer (CEO)".
        return None
    first = role_slug(low)
    whole = plain[found.start("title") : behind.end()].lower()
    return (whole, f"{first}_{slug(behind['of'].lower())}") if first else None


@remembered(256)
def _titles_in(  # noqa: C901, PLR0912  (a list of cases)
    text: str,
) -> frozenset[tuple[str, str]]:
    plain = even(text)
    if plain[1:] == plain[1:].lower():
        # A title has large letters behind its article.
        return frozenset()
    if len(_SMALL.findall(plain)) < len(_LARGE.findall(plain)):
        return frozenset()
    made = set()
    for found in _TITLE.finditer(plain):
        low = found["title"].lower()
        if _APPOSED.match(plain, found.end()):
            continue
        office = _office(plain, found)
        if office is not None:
            made.add(office)
            continue
        head = _SMALL_HEAD.match(plain, found.end())
        if found["both"] is not None and head is not None and not _is_two(found):
            low = f"{low} {head['head']}"
            made.add((low, slug(low)))
            continue
        if found["both"] is not None and (_ONE.search(low) is None or _is_two(found)):
            low = low[: found.start("both") - found.start("title")]
        elif found["rest"] is not None and found["both"] is None:
            low = _PERSON.sub("", low)
        if ENGLISH.pattern("escalation.no_role").match(low):
            continue
        if low.endswith(" responsible"):
            # "The Person Responsible".
            made.add((low, slug(low)))
            continue
        first, is_for, rest = low.partition(_FOR)
        role = role_slug(first)
        if role is not None and is_for:
            role = f"{role}_for_{slug(rest)}"
        if role is not None:
            made.add((low, role))
    for found in _CALLED.finditer(plain):
        name = found["title"].lower()
        if ENGLISH.pattern("roles.customers").match(name) is None and (own := role_slug(name)):
            made.add((name, own))
    return frozenset(made)

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
    r"department|adviser|advisor|co-?ordinator|representative|partner|executive|board|desk)$"
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


@remembered(256)
def _titles_in(text: str) -> frozenset[tuple[str, str]]:  # noqa: C901  (a list of cases)
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
        if found["both"] is not None and (_ONE.search(low) is None or _is_two(found)):
            low = low[: found.start("both") - found.start("title")]
        elif found["rest"] is not None and found["both"] is None:
            low = _PERSON.sub("", low)
        if ENGLISH.pattern("escalation.no_role").match(low):
            continue
        head, is_for, rest = low.partition(_FOR)
        role = role_slug(head)
        if role is not None and is_for:
            role = f"{role}_for_{slug(rest)}"
        if role is not None:
            made.add((low, role))
    for found in _CALLED.finditer(plain):
        name = found["title"].lower()
        if ENGLISH.pattern("roles.customers").match(name) is None and (own := role_slug(name)):
            made.add((name, own))
    return frozenset(made)

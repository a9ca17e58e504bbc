"""What the team does whenever it serves somebody: "We use the customer's name at least once"."""

import re

from goodword.document.authority_role import is_roleish, role_in
from goodword.document.condition_text import condition_of, frame
from goodword.document.setting import Setting, Understood
from goodword.language.money import money_in
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE, named
from goodword.language.time_phrase import times_in
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause, Strength
from goodword.policy.duty import Escalation
from goodword.policy.situation import Conduct

_EXCEPT = re.compile(
    r",? except (?:in|during|for|when|if|where) (?P<what>.+)$|,? unless (?P<un>.+)$"
)
# An order as it stands behind "We": "introduce ourselves".
_SAYS = re.compile(r"^(?P<verb>[\w-]+?)(?P<end>ies|(?<=sh|ch|ss)es|s)\b")
_ASIDE = re.compile(r",? (?:when|where),? (?:and|or) (?:when|where|why|how)$")
_PUBLIC = {"we", "everyone", "everybody", "staff"}


def conduct_echoed(text: str, setting: Setting) -> Understood | None:
    """Return conduct as it is said back: "What we always do: use the customer's name"."""
    low = normal(even(text))
    if not low.startswith("what "):
        return None
    plain = even(text).strip().rstrip(".")
    found = ENGLISH.pattern("conduct.echoed").match(normal(plain))
    if found is None:
        return None
    who = found["who"]
    role = ANYONE if who in _PUBLIC else role_in(who)
    if role is None:
        return None
    return _made(plain[slice(*found.span("does"))], role, setting, mild=bool(found["mild"]))


def conduct_said(text: str, setting: Setting) -> Understood | None:
    """Return what the team does whenever it serves somebody, or None.

    For a sentence that no other reader takes: a moment, a time or leave makes it another rule.
    """
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain) or "|" in plain or money_in(low, "USD") or times_in(low):
        return None
    if _fits("vague", low) or _fits("asks_of_them", low):
        return None
    if (seen := _seen(plain, low, setting)) is not None:
        return seen
    way = ENGLISH.pattern("conduct.way").match(low)
    if way is not None:
        # "By telephone, staff will give their name": the way stays with what is done.
        plain = f"{plain[way.end() :]} ({plain[: way.end()].strip(' ,').lower()})"
        low = normal(plain)
    for name in ("saying", "always", "everyone", "comments", "asks_you", "bound", "ours"):
        found = ENGLISH.pattern(f"conduct.{name}").match(low)
        if found is None:
            continue
        groups = found.groupdict()
        who = groups.get("who") or "we"
        mild = groups.get("mild") is not None
        if not _is_ours(name, who, low, found.start("does")):
            return None
        does = plain[slice(*found.span("does"))]
        if name == "everyone":
            does = _as_order(does)
        role = ANYONE if who in {*_PUBLIC, "you"} else role_in(who)
        return None if role is None else _made(does, role, setting, mild=mild)
    return None


def _seen(plain: str, low: str, setting: Setting) -> Understood | None:
    """Return what letters and refunds are like, and that a number is given, in every case."""
    for name in ("paper", "way_back", "on_paper"):
        if (found := ENGLISH.pattern(f"conduct.{name}").match(low)) is not None:
            what, does = (plain[slice(*found.span(part))].strip() for part in ("what", "does"))
            scope = (found.groupdict().get("scope") or "").lower()
            does = f"have {what[:1].lower()}{what[1:]} {does}{f' ({scope})' if scope else ''}"
            return _made(does, ANYONE, setting, mild=False)
    if (found := ENGLISH.pattern("conduct.number").match(low)) is not None:
        whom, does = (plain[slice(*found.span(part))].strip() for part in ("whom", "does"))
        return _made(f"give {whom.lower()} {does}", ANYONE, setting, mild=False)
    return None


def tells_those_served(text: str, setting: Setting) -> Understood | None:
    """Return that the team tells whoever it serves something: whom it names besides is not told."""
    low = normal(even(text))
    return conduct_said(text, setting) if _fits("told_them", low) else None


def is_no_leave(clauses: tuple[Clause, ...], text: str) -> bool:
    """Whether what was taken for leave is said with "must": that is no leave."""
    low = normal(even(text))
    return (
        bool(clauses)
        and all(isinstance(one, Authority) for one in clauses)
        and _fits("musts", low)
        and not _fits("leaves", low)
    )


def goes_to_nobody(clauses: tuple[Clause, ...]) -> bool:
    """Whether what was taken for the one who is told is a thing: an ambulance, a telephone line."""
    return bool(clauses) and all(
        isinstance(one, Escalation) and not is_roleish(named(one.to)) for one in clauses
    )


def _is_ours(  # noqa: PLR0911  (a list of cases)
    name: str, who: str, low: str, start: int
) -> bool:
    """Whether it is the team's to do, always, and can be seen being done."""
    to_us = name not in {"saying", "asks_you"} and _fits("to_us", low[start:])
    if _fits("leaves", low[:start]) or to_us:
        return False
    taken = frame(_ASIDE.sub("", low))
    if name != "always" and (taken.before or taken.after):
        return False
    if name in {"saying", "comments"}:
        return True
    if name == "asks_you":
        return who == "we" or is_roleish(who)
    served = _fits("served", low[start:])
    if name in {"ours", "always"}:
        return served or (name == "ours" and _fits("noted", low[start:]))
    if name == "everyone" and not served and not _fits("lasting", low):
        # "All staff wear a badge" may only tell how it is.
        return False
    if who in {"you", "we"}:
        return who == "you" and (served or _fits("manner", low[start:]))
    if who in {"everyone", "everybody"}:
        return served
    return is_roleish(who) and not _fits("others", who) and (served or _fits("manner", low[start:]))


def _as_order(does: str) -> str:
    found = _SAYS.match(does.lower())
    if found is None or ENGLISH.compiled("<<conduct.deeds>>").match(does.lower()) is None:
        return does
    verb = f"{found['verb']}y" if found["end"] == "ies" else found["verb"]
    return f"{verb}{does[found.end() :]}"


def _made(does: str, role: str, setting: Setting, *, mild: bool) -> Understood:
    del setting
    words, exception = does.strip(" ,"), None
    excepted = _EXCEPT.search(normal(words))
    if excepted is not None:
        place = "what" if excepted["what"] is not None else "un"
        exception = condition_of(words[slice(*excepted.span(place))])
        words = words[: excepted.start()]
    return Understood(
        (
            Conduct(
                does=f"{words[:1].lower()}{words[1:]}".strip(" ,"),
                role=role,
                strength=Strength.SHOULD if mild else Strength.MUST,
                exception=exception,
            ),
        )
    )


def _fits(name: str, low: str) -> bool:
    return ENGLISH.first(f"conduct.{name}", low) is not None

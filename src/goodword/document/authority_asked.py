"""Questions that a sentence on authority leaves open, each with a sentence that answers it."""

import re

from goodword.document.authority_bound import Bound
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import normal
from goodword.language.role import named
from goodword.problem import Severity

_SIGNS = {"GBP": "£", "EUR": "€"}


def who_asked(plain: str, setting: Setting) -> Understood:
    """Return the question who "you" is."""
    role = named(setting.roles[0]) if setting.roles else "receptionist"
    at = normal(plain).find("you ")
    fix = f"{plain[:at]}{'Each ' if at <= 0 else 'each '}{role} {plain[at + 4 :]}."
    return _asked(
        'Who is "you"? Name the role that may do this, so that everybody knows who decides.',
        (max(at, 0), max(at, 0) + 3),
        (("who", "?"),),
        fix,
    )


def one_role_asked(plain: str, roles: tuple[str, ...]) -> Understood:
    """Return the question which one role, where "only" is said of several."""
    names = [named(one) for one in roles]
    at = re.search(r"(?i)\bmay\b|\bcan\b", plain)
    rest = plain[at.start() :] if at else plain
    return _asked(
        f'"Only" can be kept for one role. Name one, or say "may" for each: {", ".join(names)}.',
        (0, len(plain)),
        (("who", "?"),),
        f"Only the {names[0]} {rest}.",
        "Name one role",
    )


def approver_asked(
    low: str, what: str, place: tuple[int, int] | None = None, *, approver: str = "manager"
) -> Understood:
    """Return the question who approves, where a thing is asked for and no role."""
    thing = what.strip(" ,.")
    return _asked(
        "Who decides this? Name the role whose approval is needed, so that everybody knows "
        "whom to ask.",
        place or (min(len(what), len(low)), len(low)),
        (("what", thing), ("approved by", "?")),
        f"{thing[:1].upper()}{thing[1:]} need the {approver}'s approval.",
    )


def counted_asked(plain: str, word: str) -> Understood:
    """Return the question what a limit is counted over, where the word is not known."""
    at = max(normal(plain).find(f" {word}"), 0) + 1
    fix = re.sub(rf"(?:per|for each|for every) {re.escape(word)}\b", "per case", plain, count=1)
    return _asked(
        f'I cannot count by "{word}". Say per case, per customer, per day or per month.',
        (at, at + len(word)),
        (("counted over", "?"),),
        f"{fix}.",
        "Count by case",
        code="AU06",
    )


def giver_asked(plain: str, setting: Setting) -> Understood:
    """Return the question who may, where the sentence only says what to do."""
    role = named(setting.roles[0]) if setting.roles else "receptionist"
    said = f"{plain[:1].lower()}{plain[1:]}"
    return _asked(
        "Who may do this? Name the role, so that everybody knows who decides.",
        (0, len(plain)),
        (("who", "?"),),
        f"Each {role} may {said}.",
    )


def unclear_asked(plain: str, role: str, action: str, bound: Bound) -> Understood:
    """Return the question who may do what, where an amount and a role stand in no known order."""
    amount = re.sub(r"^[^$£€\d]*", "", plain[bound.start : bound.end]).strip(" ,")
    do = action.replace("_", " ") if action != "any" else "give"
    return _asked(
        f'I see "{amount}" and the {named(role)} here, and cannot tell for certain who may do '
        "what. Say it as one plain sentence.",
        (bound.start, bound.end),
        (("amount", amount), ("who", named(role)), ("what", do)),
        f"The {named(role)} may {do} up to {amount}.",
        "Say who may do what",
    )


def no_limit(plain: str, role: str, action: str, setting: Setting) -> Finding:
    """Return the warning that a permission has no limit."""
    sign = _SIGNS.get(setting.currency, "$")
    return Finding(
        "AU03",
        Severity.WARNING,
        "This gives no limit. Say up to how much, so that nobody has to guess.",
        0,
        len(plain),
        (("who", named(role)), ("what", named(action)), ("up to", "?")),
        f"{plain} up to {sign}50.",
        "Name a limit",
    )


def _asked(
    message: str,
    place: tuple[int, int],
    understood: tuple[tuple[str, str], ...],
    fix: str,
    label: str = "Name the role",
    *,
    code: str = "AU01",
) -> Understood:
    found = Finding(code, Severity.ERROR, message, *place, understood, fix, label)
    return Understood((), (found,), almost=True)

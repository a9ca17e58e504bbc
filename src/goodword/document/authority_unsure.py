"""What is asked of a rule that was read by its words and not by its form."""

import re

from goodword.document.second_said import said_back
from goodword.document.setting import Finding, Understood
from goodword.language.normal import normal
from goodword.language.role import named
from goodword.policy.clause import Clause
from goodword.problem import Severity

_LIMITED = re.compile(
    r"(?i)(?:,? (?:within|up to|to|at|subject to|inside))?(?: the| a| our| any)? ?$"
)


# A size that is no amount: "larger refunds".
_SIZE = re.compile(
    r"(?:any |all |the |very |unusually )*(?P<size>larger?|bigg?(?:er)?|higher|greater|"
    r"significant|substantial|major|sizeable|considerable|smaller|small|"
    r"minor|modest|high-value|low-value)\b (?=\w)"
)


def size_asked(plain: str, thing: str, role: str) -> Understood | None:
    """Return the question from which amount on, where only a size is said; None for others.

    `thing` is what is given, in small letters, and `role` who decides on it.
    """
    found = _SIZE.match(thing)
    if found is None:
        return None
    at = max(normal(plain).find(found["size"]), 0)
    things = thing[found.end() :].strip()
    finding = Finding(
        "AU03",
        Severity.ERROR,
        f'From which amount on? "{found["size"]}" is no amount that I can hold anything against.',
        at,
        at + len(found["size"]),
        (("what", things), ("over", "?")),
        f"{things[:1].upper()}{things[1:]} over $50 need the {named(role)}'s approval.",
        "Name an amount",
    )
    return Understood((), (finding,), almost=True)


def nobody_named(text: str, clauses: tuple[Clause, ...]) -> Finding:
    """Return the question who decides, with a sentence in which somebody does."""
    return Finding(
        "AU01",
        Severity.ERROR,
        "This sounds like a rule on who may do what, and I see nobody in it who may. Name the "
        "role, so that everybody knows who decides.",
        0,
        len(text),
        (("who", "?"),),
        said_back(clauses),
        "Name the role",
    )


def nothing_named(text: str, role: str) -> Finding:
    """Return the question what a role may do, with a sentence that says it."""
    return Finding(
        "AU01",
        Severity.ERROR,
        f"This sounds like a rule on what the {named(role)} may do or decide, and I cannot tell "
        "what that is. Say what may be done, and up to how much.",
        0,
        len(text),
        (("who", named(role)), ("what", "?")),
        f"The {named(role)} may refund up to $50 per case.",
        "Say what may be done",
    )


def limit_asked(text: str, place: tuple[int, int]) -> Finding:
    """Return the question which limit is meant, where one is only said to be."""
    words = text[slice(*place)].strip()
    return Finding(
        "AU01",
        Severity.ERROR,
        f'Which limit is "{words}"? Say the amount here, so that nobody has to look for it.',
        *place,
        (("up to", "?"),),
        f"{_LIMITED.sub('', text[: place[0]]).rstrip(' ,')} up to $50 per case.",
        "Name the limit",
    )

"""What is late by a time goes up: "a request 5 days past its target is sent to the head"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable

from goodword.document.escalation_waits import lengths_in
from goodword.document.second_said import unsure
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.duty import Escalation

# Whoever comes late waits for nobody.
_SOMEBODY = ENGLISH.compiled(
    r"\b(?:you|they|he|she|we|i|anyone|somebody|someone|people|staff|drivers?|<<roles.served>>|employees?|volunteers?|children|child)(?: who)? $"
)
Reader = Callable[[str], Understood]

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety|an?|half an)"
_TIME = rf"(?P<{{}}>{_NUMBER} (?:full |clear )?(?:working |business |calendar )?(?:minutes?|mins?|hours?|days?|weeks?|months?))"
_TARGET = r"(?:its|their|the|our)? ?(?:own )?(?:target|due date|due|deadline|time|limit|promised (?:time|date|day)|date|agreed (?:time|date))"
# "… that is 5 days past its target"; "late by two days".
_LATE = Cued(
    rf"(?:^|(?<= ))(?:(?:that|which) )?(?:(?:is|are|has been|have been|runs?|becomes?|goes|gets?) )?(?:already )?(?:(?:more than|over) )?(?:"
    rf"{_TIME.format('time')} (?:late\b|overdue\b|(?:past|over|beyond|after|behind) {_TARGET}\b|past due\b|behind schedule\b|out of time\b)"
    rf"|(?:late|overdue|behind|delayed) by (?:more than )?{_TIME.format('time2')})",
    "late|overdue|past |over |beyond |behind |after |out of time|delayed",
)
_BEFORE = re.compile(
    r"(?:^|[,;:] )(?:(?:if|when|once|where|any|an?|the|each|every|all) )*(?P<what>[a-z][\w' -]{2,60}) $"
)


def overdue(text: str, read: Reader) -> Understood | None:
    """Return to whom something goes that is late by a time; None where it says anything else."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    found = _LATE.search(low)
    if found is None or len(low) != len(plain) or _BEFORE.search(low[: found.start()]) is None:
        return None
    if _SOMEBODY.search(low[: found.start()]):
        return None
    time = found["time"] or found["time2"]
    if len(lengths_in(low)) > 1 or not lengths_in(f"after {time}"):
        return None
    said = f"{plain[: found.start()]}not resolved after {time}{plain[found.end() :]}."
    said = re.sub(r"\b(?:is|are|has been|have been) not resolved", "is not resolved", said)
    if re.match(r"(?:if|when|once|where)\b", low):
        said = f"{plain[: found.start()]}is not resolved after {time}{plain[found.end() :]}."
    made = read(said)
    rungs = [one for one in made.clauses if isinstance(one, Escalation)]
    if len(rungs) != 1 or len(made.clauses) != 1 or rungs[0].after is None:
        return None
    return Understood(made.clauses, (unsure(text, made.clauses),))

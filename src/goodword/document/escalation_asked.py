"""What is asked where a matter goes up and the sentence does not say to whom."""

import re

from goodword.document.escalation_event import inside, opened
from goodword.document.escalation_told import role_at
from goodword.document.escalation_waits import LASTING, Length, lengths_in
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.language.role import named
from goodword.problem import Severity

# What names no role: a page, a number, a form.
_ROLE = re.compile(r"^(?:the |our |an? )?[a-z][\w'&/-]*(?: [\w'&/-]+){0,5}$")
# What the customer does, what is past, and what is reported of somebody.
_OF_THE_READER = re.compile(r"\b(?:you|your|i|me|my|was|were|had|last year|in 20\d\d)\b")
_SAMPLE = "team leader"


def asked_for(
    plain: str,
    low: str,
    lengths: tuple[Length, ...],
    setting: Setting,
    pack: Pack = ENGLISH,
    *,
    is_unnamed: bool,
) -> Understood | None:
    """Return the question to whom, for an escalation that names nobody; else None."""
    found = pack.pattern("escalation.escalate").search(low)
    if (
        found is None
        and is_unnamed
        and (somebody := pack.pattern("escalation.somebody").search(low))
    ):
        opens = opened(low, 0, somebody.start(), pack)
        if opens is not None and not _OF_THE_READER.search(low):
            return _to_whom(plain, somebody, opens, setting)
    if found is None or not pack.pattern("escalation.escalate_means").search(low):
        return None
    if pack.pattern("escalation.customers_step").search(low[: found.start()]):
        return None
    when = opened(low, 0, found.start(), pack) or inside(low, found.end(), len(low), pack)
    if when is None and not lengths and not is_unnamed and not low.startswith("escalate"):
        return None
    who = named(setting.roles[0]) if setting.roles else _SAMPLE
    event = plain[slice(*when)] if when else "a matter needs somebody senior"
    undone = re.search(r"\b(?:not|n't|un\w+ed)\b", low) is not None
    fix = f"When {event}, the {who} is told at once."
    if undone or lengths:
        time = plain[lengths[0].start : lengths[0].end] if lengths else "within 5 working days"
        bare = re.sub(r"^(?:after|for|over|more than|longer than|within|in|exceeding) ", "", time)
        fix = f"If a case is not resolved within {bare}, tell the {who}."
        if when and all(when[0] <= one.start < when[1] for one in lengths):
            fix = f"If {event}{'' if lengths else f' {time}'}, tell the {who}."
    finding = Finding(
        "ES05",
        Severity.ERROR,
        f"To whom? Name the role that is told, such as the {who}.",
        found.start(),
        found.end(),
        (("what", "goes up"), ("to", "?")),
        fix,
        "Name who is told",
    )
    return Understood((), (finding,), almost=True)


def _to_whom(
    plain: str, found: re.Match[str], when: tuple[int, int], setting: Setting
) -> Understood:
    who = named(setting.roles[0]) if setting.roles else _SAMPLE
    finding = Finding(
        "ES05",
        Severity.ERROR,
        f"Who? Name the role that is told, such as the {who}.",
        *found.span(),
        (("when", plain[slice(*when)]), ("to", "?")),
        f"When {plain[slice(*when)]}, the {who} is told at once.",
        "Name who is told",
    )
    return Understood((), (finding,), almost=True)


def when_asked(low: str, setting: Setting, pack: Pack = ENGLISH) -> Understood | None:
    """Return the question when, for "Escalation path: the duty manager"; else None."""
    found = pack.pattern("escalation.path").match(low)
    if found is None:
        return None
    end = re.compile(r",|;|\.| or | and |$").search(low, found.end())
    stop = end.start() if end is not None else len(low)
    who = role_at(low, found.end(), stop, setting, sure=False, pack=pack)
    if who is None or not who[0] or _ROLE.match(low[found.end() : stop]) is None:
        return None
    name = named(who[0])
    finding = Finding(
        "ES01",
        Severity.ERROR,
        f"After how long, or when what happens, is the {name} told?",
        found.end(),
        stop,
        (("to", name), ("after", "?")),
        f"If a case is not resolved within 5 working days, tell the {name}.",
        "Name a time",
    )
    return Understood((), (finding,), almost=True)


def perhaps(text: str, setting: Setting, pack: Pack = ENGLISH) -> Understood | None:
    """Return a warning where somebody seems to be told of what is late, and nothing was read.

    For sentences that no reader took: better said aloud than kept as prose in silence.
    """
    low = normal(text)
    seems = pack.pattern("escalation.looks").search(low)
    if seems is None or _OF_THE_READER.search(low):
        return None
    lengths = lengths_in(low, pack)
    if not any(one.role in LASTING | {"limit"} for one in lengths):
        return None
    who = named(setting.roles[0]) if setting.roles else _SAMPLE
    finding = Finding(
        "TX06",
        Severity.WARNING,
        "It looks as if somebody is told here when a time has passed, and I cannot read who and "
        "when. Say what is not done, within what time, and who is told.",
        *seems.span(),
        (),
        f"If a case is not resolved within 5 working days, tell the {who}.",
        "Say it in this order",
    )
    return Understood((), (finding,))

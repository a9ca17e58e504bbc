"""A moment and what is done in it, in one sentence: "If a caller is upset, offer to ring back"."""

import re
from collections.abc import Iterator

from goodword.document.asides import is_asked
from goodword.document.authority_role import is_roleish
from goodword.document.second_people import people_in
from goodword.document.setting import Setting, Understood
from goodword.document.steps import step_of, strength_of
from goodword.language.money import money_in
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in
from goodword.policy.situation import Situation

# A name or a step with one of these would be read as something else in a heading or a list.
_MARKED = re.compile(r"[|#*_`{}<>\[\]]")
_PRONOUN = re.compile(r"^(?:they|he or she|he/she)\b")
_LONGEST_NAME = 140
_LISTED = re.compile(r"\b(?:and|or|nor|but|even|especially|particularly|including)$")
_ONLY_ONCE = re.compile(r"once (?:for|a|an|per|in|every|each|again|more|and|or)\b")
_WRITES = re.compile(r"\b(?:write|ring|call|send|contact|e-?mail|ask)(?: to)? you\b")
_ANY = Setting(alone=True)


def situation_said(text: str, setting: Setting) -> Understood | None:
    """Return the situation that a sentence tells with what is done in it, or None.

    For a sentence that no other reader takes: what is promised in time, may be done or goes to
    somebody is a rule of another kind.
    """
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if len(low) != len(plain) or _MARKED.search(plain) is not None:
        return None
    for name, does in _parted(plain, low):
        step = _step(name, does)
        if step is not None:
            made = step_of(step, setting)
            steps = (made,)
            return Understood((Situation(name=name, steps=steps, strength=strength_of(steps)),))
    return None


def rises_in(text: str) -> bool:
    """Whether what is done is to take a matter to somebody above."""
    plain = even(text).strip().rstrip(".")
    return any(_fits("goes_up", normal(does)) for _, does in _parted(plain, normal(plain)))


def _parted(plain: str, low: str) -> Iterator[tuple[str, str]]:
    """Yield the moment and what is done in it, as they may be told apart."""
    if (told := ENGLISH.first("conduct.said_if", low)) is not None:
        name, what = (plain[slice(*told.span(part))] for part in ("name", "what"))
        yield name.strip(), f"say that {what}"
        return
    opened = ENGLISH.pattern("conduct.front").match(low)
    if opened is not None:
        for cut in re.finditer(r"[,:] (?:then )?| (?=say:? \")", low[opened.end() :]):
            name = plain[opened.end() : opened.end() + cut.start()].strip(" ,")
            yield name, plain[opened.end() + cut.end() :].strip(" ,")
        return
    closed = ENGLISH.pattern("conduct.behind").search(low)
    if closed is not None:
        does = plain[: closed.start()].strip(" ,")
        if ";" in does or ", or " in does or is_asked(low, closed.start("word")):
            # "Tell the caller when …" says what is told.
            return
        if _LISTED.search(does) is not None or _ONLY_ONCE.match(low, closed.start("word")):
            # "What we know, and when we will write again"; "only once for each matter".
            return
        yield _named(plain[slice(*closed.span("name"))].strip(), does), does


def _named(name: str, does: str) -> str:
    """Return a moment's name, "they" said as whom the rest of the sentence speaks of."""
    found = _PRONOUN.match(name.lower())
    served = ENGLISH.pattern("conduct.served").search(does.lower()) if found is not None else None
    if found is None or served is None:
        return name
    word = served[0] if served[0].endswith("s") else f"{served[0]}s"
    return f"{word}{name[found.end() :]}"


def _step(name: str, does: str) -> str | None:
    """Return the words of the step, or None where nothing is told that the team does then."""
    low, moment = normal(does), normal(name)
    if not 2 < len(name) <= _LONGEST_NAME or money_in(low, "USD"):
        return None
    if any(not one.vague for one in times_in(low)):
        return None
    if ENGLISH.pattern("conduct.spoken").match(low) is not None:
        return f"Say {does}."
    if _fits("vague", low) or _fits("courtesy", low) or _fits("open_name", moment):
        return None
    words = f"{does[:1].upper()}{does[1:]}."
    if _fits("says", low):
        return words
    return words if _is_ours(low, moment) else None


def _is_ours(low: str, moment: str) -> bool:  # noqa: PLR0911  (a list of cases)
    """Whether the team is told what to do."""
    found = ENGLISH.pattern("conduct.subject").match(low)
    if found is None:
        return _is_told(low, moment) or _is_done(low, moment)
    who = found["who"]
    if _goes_to_somebody(low[found.end() :]):
        return False
    if who == "they" and moment.startswith("they ") and _WRITES.search(low) is not None:
        return True
    if _fits("news", low) or (moment.startswith("you ") and who != "you"):
        return False
    if ENGLISH.pattern("conduct.leaves").search(low, found.start(), found.end() + 12) is not None:
        return False
    if who == "we":
        return True
    if who in {"you", "they", "he", "she", "s/he", "he/she", "he or she"}:
        return _fits("serving", moment) or (
            who == "you" and not _fits("to_us", low) and _fits("served", f"{moment} {low}")
        )
    return who != "it" and is_roleish(who) and not _fits("others", who)


def _goes_to_somebody(low: str) -> bool:
    """Whether a role of ours is told or takes over: that is an escalation."""
    does = ENGLISH.compiled("(?:<<conduct.binds>>)*").match(low)
    rest = low[does.end() :] if does is not None else low
    return _fits("goes", rest) and any(one.is_known for one in people_in(rest, _ANY))


def _is_done(low: str, moment: str) -> bool:
    """Whether it says what is done, and not who does it: "the customer will be written to"."""
    return (
        _fits("passive", low) and not _fits("to_us", low) and re.search(r"\byou\b", moment) is None
    )


def _is_told(low: str, moment: str) -> bool:
    """Whether it says what to do, to the team and not to the people who are served."""
    if not _fits("tells", low) or _fits("to_us", low):
        return False
    if _goes_to_somebody(low):
        return False
    if re.search(r"\byour?\b", moment) is not None:
        return _fits("served", low) and "please" not in low
    whole = f"{moment} {low}"
    return _fits("served", whole) or _fits("serving", whole) or _fits("matters", whole)


def _fits(name: str, low: str) -> bool:
    return ENGLISH.first(f"conduct.{name}", low) is not None

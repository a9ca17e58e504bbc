"""Situations with their steps, phrases to say and room for judgment, in any language."""

import re

from goodword.document.form_condition import condition_in
from goodword.document.form_deed import deed_in
from goodword.document.form_people import people_in
from goodword.document.form_sentence import FormSentence, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.money import UNKNOWN
from goodword.language.normal import even, normal
from goodword.language.pack import Pack
from goodword.language.role import ANYONE
from goodword.policy.clause import Strength
from goodword.policy.quantity import Duration
from goodword.policy.situation import Phrase, Principle, Step, StepKind

_QUOTED = re.compile(r'"([^"]+)"')
_WITH_ROLE = {StepKind.TELL, StepKind.HAND_OVER}
_WITH_TIME = {*_WITH_ROLE, StepKind.RECORD, StepKind.CALL}
_WITH_PHRASE = {StepKind.SAY, StepKind.NEVER_SAY, StepKind.WARN}


def form_situation_name(heading: str, above: tuple[str, ...], pack: Pack) -> str | None:
    """Return the name of the moment that a heading speaks of, or None where it names none.

    `above` are the headings that it stands under: under one that gathers situations, every
    heading names one.
    """
    if not pack.has("situations.name"):
        return None
    plain = even(heading).strip()
    found = pack.pattern("situations.name").match(normal(plain))
    if found is not None:
        return plain[slice(*found.span("name"))].strip() or None
    chapter = pack.pattern("situations.chapter")
    return plain if any(chapter.match(normal(one)) for one in above) else None


def form_is_chapter(heading: str, pack: Pack) -> bool:
    """Whether a heading gathers situations under it."""
    known = pack.has("situations.chapter")
    return known and pack.pattern("situations.chapter").match(normal(heading)) is not None


def form_people_say(text: str, pack: Pack) -> bool:
    """Whether a line tells by which words people bring a moment up."""
    return pack.pattern("situations.says").match(normal(even(text))) is not None


def form_is_urgent(text: str, pack: Pack) -> bool:
    """Whether a line says that the moment is an emergency."""
    return pack.pattern("situations.urgent").match(normal(even(text)).rstrip(" .!")) is not None


def form_step(text: str, setting: Setting, pack: Pack) -> Step:
    """Return the step that a numbered line asks for, in the author's words."""
    words = text.strip()
    it = sentence_of(words, setting.currency, pack)
    lead = pack.pattern("situations.lead").match(it.low)
    body = it.low[lead.end() :] if lead else it.low
    kind = next(
        (
            StepKind(name)
            for name, pattern in pack.words("situations.kinds").items()
            if pack.compiled(pattern).search(body)
        ),
        StepKind.DO,
    )
    quoted = _QUOTED.search(it.text)
    role = _role(it) if kind in _WITH_ROLE else None
    if kind in _WITH_ROLE and role is None:
        kind = StepKind.DO
    limits = [one.limit for one in it.times if not one.vague and isinstance(one.limit, Duration)]
    known = [one.money for one in it.amounts if one.money.currency != UNKNOWN]
    offered = kind is StepKind.OFFER
    return Step(
        kind,
        words,
        quoted[1] if quoted and kind in _WITH_PHRASE else None,
        role,
        limits[-1] if limits and kind in _WITH_TIME else None,
        deed_in(it) if offered else None,
        known[0] if known and offered else None,
    )


def _role(it: FormSentence) -> str | None:
    return next((one.role for one in people_in(it) if one.role != ANYONE), None)


def form_conduct(text: str, setting: Setting, pack: Pack) -> Understood | None:
    """Return the phrase or principle that a sentence gives, or None where it gives none."""
    del setting
    if not pack.has("situations.conduct"):
        return None
    plain = even(text).strip().rstrip(" .;")
    low = normal(plain)
    said = pack.words("situations.conduct")
    for name in ("instead", "never", "say"):
        found = pack.compiled(said[name]).match(low)
        if found is None:
            continue
        groups = found.groupdict()
        rest = plain[found.end() :]
        excepted = pack.compiled(said["except"]).fullmatch(normal(rest))
        if rest.strip() and excepted is None:
            return None
        never = plain[slice(*found.span("never"))] if groups.get("never") else None
        what = rest[slice(*excepted.span("what"))] if excepted else ""
        return Understood(
            (
                Phrase(
                    say=plain[slice(*found.span("say"))] if groups.get("say") else None,
                    never=never,
                    exception=condition_in(what, pack),
                    strength=Strength.MUST_NOT if never else Strength.SHOULD,
                ),
            )
        )
    return _principle(plain, low, pack)


def _principle(plain: str, low: str, pack: Pack) -> Understood | None:
    said = pack.words("situations.conduct")
    found = pack.compiled(said["judgment"]).match(low)
    if found is None:
        return None
    words = plain[slice(*found.span("what"))] if found["what"] else said["do_right"]
    rails: tuple[str, ...] = ()
    if found["rails"]:
        parts = pack.compiled(", | (?:<<conditions.and>>) ").split(
            plain[slice(*found.span("rails"))]
        )
        rails = tuple(part.strip() for part in parts if part.strip())
    return Understood(
        (Principle(words=words.strip(" ,"), guard_rails=rails, strength=Strength.MAY),)
    )

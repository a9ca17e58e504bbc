"""A sentence of any language without what it depends on: conditions, exceptions, for whom."""

# ruff: noqa: C901  (a reader is one list of cases)

import re
from dataclasses import dataclass, replace

from goodword.document.form_condition import condition_in, joined
from goodword.language.memory import remembered
from goodword.language.normal import even, normal
from goodword.language.pack import Pack
from goodword.language.service import channel_names, contacts_in
from goodword.language.time_phrase import times_in
from goodword.language.word import slug
from goodword.policy.condition import Condition, Fact


@dataclass(frozen=True, slots=True)
class Framed:
    """A sentence without its condition and its exception.

    `channels` are those that a condition named ("if you call us") which is none.
    """

    core: str
    condition: Condition | None = None
    exception: Condition | None = None
    channels: tuple[str, ...] = ()


@remembered(512)
def framed_in(text: str, pack: Pack) -> Framed:
    """Return the main clause of a sentence, and on what it depends, in the author's own words."""
    frame = Framed(even(text).rstrip(" .;"))
    scopes: list[Condition] = []
    frame = _only(frame, scopes, pack)
    if (cut := _cut(frame.core, pack, "conditions.unless")) is not None:
        frame = replace(frame, core=cut[0], exception=condition_in(cut[1], pack))
        frame = _only(frame, scopes, pack)
    parts: list[Condition] = []
    for entry, made in (("conditions.turned", parts), ("conditions.relative", scopes)):
        if (turned := _turned(frame.core, pack, entry)) is None:
            continue
        core, words = turned
        frame = replace(frame, core=core)
        if made is parts and _is_contact(words, pack):
            channels = channel_names(contacts_in(normal(words), pack))
            frame = replace(frame, channels=frame.channels or channels)
        elif made is scopes:
            made.append(scope(words, pack))
        elif (one := condition_in(words, pack)) is not None:
            made.append(one)
    for take in (_front, _middle, _behind):
        cut = take(frame.core, pack)
        if cut is None:
            continue
        core, words = cut
        if _is_cutoff(frame.core, core, words, pack):
            continue
        if _is_contact(words, pack):
            channels = channel_names(contacts_in(normal(words), pack))
            frame = replace(frame, core=core, channels=frame.channels or channels)
            continue
        if (one := condition_in(words, pack)) is not None:
            frame = replace(frame, core=core)
            parts.append(one)
    return replace(frame, condition=joined((*parts, *scopes)))


def _only(frame: Framed, scopes: list[Condition], pack: Pack) -> Framed:
    """Return the frame without "only for …" at its end, which goes to the scopes."""
    while (cut := _cut(frame.core, pack, "conditions.only")) is not None:
        frame = replace(frame, core=cut[0])
        scopes.insert(0, scope(cut[1], pack))
    return frame


def scope(words: str, pack: Pack) -> Fact:
    """Return for whom or when alone something holds: `only for new customers`."""
    plain = words.strip(" ,")
    return Fact(slug(f"{pack.phrase('conditions.only_word')} {plain}", pack=pack), plain)


def is_scope(part: Condition, pack: Pack) -> bool:
    """Whether the condition says for whom or when alone something holds."""
    return isinstance(part, Fact) and part == scope(part.words, pack)


def _is_contact(words: str, pack: Pack) -> bool:
    """Whether a condition only says that somebody comes to us: that begins every case."""
    return pack.has("conditions.contact") and (
        pack.pattern("conditions.contact").fullmatch(normal(words)) is not None
    )


def _is_cutoff(text: str, core: str, words: str, pack: Pack) -> bool:
    """Whether the condition is the hour until which a named day counts."""
    found = pack.pattern("times.cutoff").search(normal(text))
    if found is None or normal(words)[-8:] not in normal(text)[: found.end() + 24]:
        return False
    return any(one.anchor is not None for one in times_in(normal(core), pack))


def _front(text: str, pack: Pack) -> tuple[str, str] | None:
    """Return the rest and the words of a condition that opens the sentence."""
    low = normal(text)
    opened = pack.pattern("conditions.opening").match(low)
    if opened is None:
        return _cut(text, pack, "conditions.before")
    ends = [found.start() for found in re.finditer(", ", low) if found.start() > opened.end()]
    main = pack.pattern("conditions.main")
    end = next((at for at in ends if main.match(low, at + 2)), ends[0] if ends else None)
    if end is None:
        return None
    rest = text[end + 2 :]
    if pack.has("conditions.then") and (then := pack.pattern("conditions.then").match(rest)):
        rest = rest[then.end() :]
    return rest[:1].upper() + rest[1:], text[opened.end() : end]


def _middle(text: str, pack: Pack) -> tuple[str, str] | None:
    return _cut(text, pack, "conditions.middle")


def _behind(text: str, pack: Pack) -> tuple[str, str] | None:
    return _cut(text, pack, "conditions.after")


def _cut(text: str, pack: Pack, entry: str) -> tuple[str, str] | None:
    """Return the rest and the words of the first of an entry's patterns that fits."""
    if not pack.has(entry):
        return None
    low = normal(text)
    written = pack.entry(entry)
    for source in written if isinstance(written, list) else [written]:
        found = pack.compiled(source).search(low)
        if found is None:
            continue
        words = text[found.start("words") : found.end("words")].strip(" ,")
        if not slug(words, pack=pack):
            continue
        before, after = text[: found.start()].rstrip(" ,"), text[found.end() :].lstrip(" ,")
        joint = " " if before else ""
        rest = f"{before}{joint}{after}".strip()
        return (rest if before else rest[:1].upper() + rest[1:]), words
    return None


def _turned(text: str, pack: Pack, entry: str) -> tuple[str, str] | None:
    """Return the rest, and the words put as the pack says: `, die …,` as `sie …`."""
    if not pack.has(entry):
        return None
    low = normal(text)
    for pattern, instead in pack.words(entry).items():
        found = pack.compiled(pattern).search(low)
        if found is None:
            continue
        words = text[slice(*found.span("words"))].strip(" ,")
        before, after = text[: found.start()].rstrip(" ,"), text[found.end() :].lstrip(" ,")
        rest = f"{before} {after}" if before else after[:1].upper() + after[1:]
        return rest, str(instead).format(words=words)
    return None


def verb_last(text: str, pack: Pack) -> str:
    """Return `Ist die Ware defekt, …` as `Wenn die Ware defekt ist, …`, where a language does so.

    `conditions.verb_first` finds the verb and the words behind it.
    """
    if not pack.has("conditions.verb_first"):
        return text
    if pack.has("conditions.should_first"):
        asked = pack.pattern("conditions.should_first").match(normal(text))
        if asked is not None:
            words = text[slice(*asked.span("words"))]
            verb = pack.phrase("conditions.verb_last").format(words=words, verb="")
            return f"{verb}{text[asked.end('words') :]}"
    found = pack.pattern("conditions.verb_first").match(normal(text))
    if found is None:
        return text
    verb = text[slice(*found.span("verb"))]
    words = text[slice(*found.span("words"))]
    particle = pack.pattern("conditions.particle").search(normal(words))
    join = "" if particle is not None else " "
    turned = pack.phrase("conditions.verb_last").format(
        words=words, verb=f"{join}{verb[:1].lower()}{verb[1:]}"
    )
    return f"{turned}{text[found.end('words') :]}"

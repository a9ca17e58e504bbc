"""Stretches of a sentence that tell of something else than what is promised."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.language.cued import Cued
from goodword.language.memory import remembered

_PEOPLE = r"(?:you|them|us|him|her|people|everyone|(?:the |our |all |any |each )?(?:customers?|clients?|patients?|residents?|tenants?|callers?|complainants?|students?|members?))"
# "tell you when", "explain why", "how long": what is told is no condition.
_ASKING = re.compile(
    rf"\b(?:tell|telling|told|informed|inform|advise|let|notify|explain|explaining|say|know|ask|show|confirm|discuss|agree|decide|check|state|describe|find out|see|estimate|indicat\w+|about|remind)"
    rf" (?:to )?(?:{_PEOPLE} )?(?:know )?(?:of |about |in writing )?$"
    r"|\b(?:tell|telling|inform|informing|explain|explaining|say|saying|let|letting|advis\w+|set out|setting out|with)\b[\w' ]{0,25}? (?:who|what|how|why|whether)\b[\w' ]{3,50}? and (?:roughly |about )?$"
    r"|\b(?:why|how|what|whom?|when|where) (?:and|or|,) $|\b(?:why|how|what|whom?),? and $"
)
# "The day when": which day it is. "Within one day if it is urgent" is a condition.
_WHICH = re.compile(
    r"\b(?:time|date|(?<!same )(?<!next )(?<!working )(?<!business )(?<!following )(?<!one )(?<!a )(?<!\d )(?<!calendar )(?<!school )(?<!clear )day|point|timescale|timeframe|details? of|way) (?:of )?$"
)
_QUESTION = Cued(
    r"\b(?:why|how|what|whom?|whether|which|when|where|if)\b",
    "how|if|what|when|where|whether|which|who|why",
)
_GOES_ON = re.compile(
    r"[;:]|,? (?:and|but|or|then) (?=(?:(?:we|will|to|then|also|within|in|by|at)\b|(?:keep|send|give|acknowledg|repl|respon|resolv|provid|aim|try|call|ring|contact|write|let you|tell you|(?:deal with|process|settle|handle|decide|put right|sort out|close|complete|examine|fix|get back|return|investigate|look into) (?:your|the|it|them|all|every|any|to)\b))|\d)"
    r"|, (?=(?:we|you|and we|within)\b)|[()]"
)
_RELATIVE = Cued(
    r"(?<=[a-z0-9)'])(?:,| -)? (?P<word>who|which|that|whose)(?= (?!you can expect|we (?:will|aim)|(?:same |very )?day\b))",
    " that| which| who",
)
# "A repair (for example no heating in winter)": what an example tells is no condition.
_EXAMPLE = Cued(
    r"(?:\b(?:for example|for instance|such as|including)\b|\be\.?g\b\.?)(?= )",
    "e.g|eg|for example|for instance|including|such as",
)
_EXAMPLE_ENDS = re.compile(
    r"[):;]|, (?=(?:we|you|an?|the|our|your|within|in|safe|are|is|will|must|should)\b)| (?:are|is|will|shall|must|should|within)\b"
)
# Behind these "that" opens what is said, and no description.
_SAID = re.compile(
    r"\b(?:ensur\w+|so|know|believe|confirm\w*|see|mak\w+ sure|promise|tell|inform|advise|expect|means?|guarantee|provided|note|agree|say|such|case|event|aim is|ask|request|think|feel|find|sure|you|standard is|like)$"
)
# "It goes to the head, who will respond within six days": that is what is promised.
_WHO_DOES = re.compile(
    r" (?:(?:(?:will|shall|must|should|then|also|normally|usually) )+(?:respond|reply|answer|acknowledge|ring|call|contact|decide|write|phone|get)\b"
    r"|(?:(?:then|also) )?(?:responds|replies|answers|acknowledges|rings|calls|contacts|decides|writes|phones|gets)\b)(?=[^,;.]*\b(?:within|in|inside|by|no later)\b)"
)
_VERB = re.compile(r" (?:(?!(?:apply|reply|supply|comply|rely) )\w+ly )?[\w']+")
_RELATIVE_ENDS = re.compile(
    r"[,;:()]| (?:will|shall|must|should)(?= )| (?:is|are) (?=(?:always |usually |normally )?\w+(?:ed|en|t|g|wn)\b)"
    r"| (?=to (?:contact|help|call|ring|reply|answer|write|see|speak|deal)\b)| (?=(?:within|in (?:under|less)|no later than|inside) )| (?=(?:get|gets|receive|receives|hears?(?: back)? from|can expect) )"
)


def is_asked(low: str, start: int) -> bool:
    """Whether the word at `start` ("when", "if") opens what somebody is told or asked."""
    before = low[max(0, start - 80) : start]
    if _ASKING.search(before) is not None:
        return True
    return not low.startswith("if ", start) and _WHICH.search(before) is not None


@remembered(1_024)
def asides(low: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence in small letters describes things, or says what people are told."""
    found: list[tuple[int, int]] = []
    for word in _QUESTION.finditer(low):
        if (found and word.start() < found[-1][1]) or not is_asked(low, word.start()):
            continue
        ends = _GOES_ON.search(low, word.end())
        found.append((word.start(), ends.start() if ends else len(low)))
    for word in _RELATIVE.finditer(low):
        if word["word"] == "that" and _SAID.search(low[max(0, word.start() - 30) : word.start()]):
            continue
        if low.startswith(", who ", word.start()) and _WHO_DOES.match(low, word.end()):
            continue
        verb = _VERB.match(low, word.end())
        ends = _RELATIVE_ENDS.search(low, verb.end() if verb else word.end())
        found.append((word.start("word"), ends.start() if ends else len(low)))
    for word in _EXAMPLE.finditer(low):
        ends = _EXAMPLE_ENDS.search(low, word.end())
        if ends is not None and not any(start <= word.start() < end for start, end in found):
            found.append((word.start(), ends.start()))
    return tuple(sorted(found))

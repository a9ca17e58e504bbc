"""A line below a lead-in that says by when: "Removed within 8 working hours" over its cases."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from dataclasses import replace

from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.time_phrase import times_in
from goodword.policy.promise import Promise

# What is done by a time, with nobody who does it: all that the line below lacks.
_DONE = Cued(
    r"^(?:(?:usually|normally|always|to be|jobs|repairs|work|cases|items|reports|requests) )?(?:completed|removed|done|dealt with|fixed|repaired|mended|attended(?: to)?|visited|inspected|answered"
    r"|replied to|responded to|acknowledged|resolved|cleared|collected|emptied|delivered|dispatched|despatched"
    r"|sent(?: out)?|posted|issued|processed|paid(?: out)?|ready|made safe|finished|started|begun|decided|settled"
    r"|closed|put right|handled|seen|looked at|investigated|cleaned|replaced|restored|assessed|fulfilled)\b[^.:;]*$",
    "ed|done|dealt|sent|paid|ready|safe|begun|put right|seen",
)
_SAYS = re.compile(
    r"\b(?:will|shall|must|may|can|should|is|are|was|were|has|have|we|you should|please|do not|call|ring|contact)\b"
)
# "A lift that is stuck", "unless it runs onto a path": said of the thing, and of no deed.
_OF_THE_THING = re.compile(r",? \b(?:that|which|who|where|unless|except|if|when)\b.*$")
# Who waits for it to be done has a thing done, and is not only seen.
_WAITING = re.compile(
    r" while (?:you|they|people|customers) wait,?(?: and)?(?: in any case| always)?"
)
# Days and exceptions say more of the time above, and name no case.
_NO_CASE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays|weekends|excluding|except|unless|from|after|not)\b"
)
_LONGEST = 14


def below_time(text: str, lead: str, read: Callable[[str], Understood]) -> Understood | None:
    """Return what a line promises whose lead-in says what is done by when; None for others.

    The line names the case and nothing besides: no time of its own, and no deed.
    """
    above = even(lead).rstrip(" :-,")
    low = normal(above)
    if not low or _DONE.search(low) is None:
        return None
    times = [one for one in times_in(low) if not one.vague and one.role in {"limit", "bare"}]
    own = normal(text)
    bare = _OF_THE_THING.sub("", own)
    if len(times) != 1 or not bare or len(own.split()) > _LONGEST:
        return None
    if times_in(own) or ":" in own or "?" in own or _SAYS.search(bare) or _NO_CASE.match(own):
        return None
    lowered = _WAITING.sub("", f"{above[0].lower()}{above[1:]}")
    case = _OF_THE_THING.search(own)
    named = text.rstrip(" .;,")
    sentence = f"{named}: {lowered}"
    if case is not None:
        tail = text[case.start() :].strip(" .;,")
        sentence = f"{text[: case.start()].strip(' .;,')}: {lowered}, {tail}"
    made = read(sentence)
    if made.almost or not made.clauses or not all(isinstance(one, Promise) for one in made.clauses):
        return None
    findings = tuple(replace(one, start=0, end=len(text)) for one in made.findings)
    return replace(made, findings=findings)

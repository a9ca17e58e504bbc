"""By which way a promise is kept, where that is said: "acknowledged by phone or email"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.document.promise_start import start_match
from goodword.language.cued import Cued
from goodword.language.service import channels_in
from goodword.policy.promise import Metric

# Ways that a thing can go: nobody is answered by a counter or by a portal.
_WAYS = {"phone", "email", "letter", "text", "chat", "video", "social"}
_INSTRUMENT = Cued(
    r"\b(?:(?:either|both) )?(?:by|via|over the|through) (?:(?:an?|the|your|our|or|and|either|by|via|first[- ]class|return|e-?mail,?|letter,?|telephone(?: call)?,?|phone(?: call)?,?|post,?|text(?: message)?,?|sms,?|mail,?) )*$",
    "by |via |over the|through",
)
_WITH_IT = re.compile(r"(?:by|via|through|over the) (?:post|mail|text)\b")
# "In writing" is no way of its own.
_WRITTEN = ("in writing", "written", "correspondence")
# What is done by a call, a letter or a message of ours: "a nurse rings you", "tenants are texted".
_OURS = (
    (
        "letter",
        Cued(
            r"\b(?:an?|our) (?!letter of thanks)(?:[\w-]+ ){0,2}?letters?\b|\backnowledge?ment letters?\b",
            "letter",
        ),
    ),
    (
        "email",
        Cued(
            r"\b(?:we|we'll|and) e-?mail\b(?! us)|\b(?:in|into|to) (?:your|their) inbox\b|\boutcome e-?mails?\b|\b(?:is|are|be) e-?mailed\b|\be-?mailed (?:out )?(?:within|in|by|the|to)\b|\b(?:an?|our) (?:[\w-]+ )?e-?mails?\b|\b(?:acknowledge?ment|confirmation|status|progress) (?:e-?)?mails?\b|\be-?mails? (?:you|them)\b|\b(?:is|are|be) e-?mailed\b",
            "mail|inbox",
        ),
    ),
    (
        "text",
        Cued(
            r"\b(?:progress|reminder) texts?\b|\bwe (?:will |'ll )?text\b|\b(?:is|are|be|or) texted\b|\btexts? (?:you|them)\b|\b(?:is|are|be) texted\b|\ba text\b",
            "text",
        ),
    ),
    (
        "phone",
        Cued(
            r"\b(?:ring|phone|telephone)s? (?:you|them|him|her|both|all|the \w+|every \w+|each \w+|customers?|people)\b|\b(?:is|are|be|get|gets) (?:rung|(?:tele)?phoned)\b|\b(?:is|are|be) called (?:every|each|hourly|daily|weekly)\b|\b(?:gets?|have|receives?|by|expect) an? (?:(?:[\w-]+|[\w-]+'s) )?call\b(?! out|-out)|\b(?:will|'ll|shall|to) (?:ring|phone|telephone)\b(?! us)|\bcall(?:s|ed)? (?:you|or texted)\b|\b(?:status|progress|courtesy|welfare|follow-up) calls?\b",
            "ring|phone|rung|call",
        ),
    ),
)


# What is finished by a letter or an e-mail to somebody; goods sent by post are no answer.
_SENT = (
    (
        "letter",
        Cued(
            r"\b(?:decision|outcome|resolution|conclusion|findings) letters?\b|\bsend(?:s|ing)? (?:you |them |out )?an? (?:[\w-]+ ){0,2}letter with\b|\b(?:outcome|decision|result|reply|answer) by letter\b"
            r"|\bwith a letter to\b|\b(?:have|get|receive)s? (?:you )?a (?:[\w-]+ )?letter (?:from|saying|telling|with)\b",
            "letter",
        ),
    ),
    (
        "email",
        Cued(
            r"\b(?:is|are|be) e-?mailed\b|\be-?mailed (?:out )?(?:within|in|by|to (?:you|the))\b|\b(?:we|we'll|we will|will) e-?mail\b(?! us)|\b(?:in|into|to) (?:your|their) inbox\b|\boutcome e-?mails?\b",
            "mail|inbox",
        ),
    ),
    ("text", Cued(r"\b(?:is|are|be) texted\b", "texted")),
    (
        "phone",
        Cued(
            r"\b(?:is|are|be|get|gets) (?:rung|(?:tele)?phoned)\b(?! (?:in|through)\b)|\b(?:rings?|telephones?|phones) (?:you|them)\b",
            "rung|phone|ring",
        ),
    ),
)


def answered_by(it: PromiseSentence, segment: Segment, metric: Metric) -> tuple[str, ...]:
    """Return by which way we do what is promised, by the words around its time."""
    said = _deed(it, segment)
    found: tuple[str, ...] = ()
    if any(cue in said for cue in _INSTRUMENT.cues):
        found = tuple(
            dict.fromkeys(
                word.name
                for word in channels_in(said)
                if word.name in _WAYS
                and not said.startswith(_WRITTEN, word.start)
                and (_INSTRUMENT.search(said[: word.start]) or _WITH_IT.match(said, word.start))
            )
        )
    if found:
        return found
    if metric is Metric.RESOLUTION:
        return next(((name,) for name, pattern in _SENT if pattern.search(said)), ())
    named = next((name for name, pattern in _OURS if pattern.search(said)), None)
    if named is None:
        return ("phone",) if metric is Metric.CALLBACK else ()
    return (named,)


def _deed(it: PromiseSentence, segment: Segment) -> str:
    """Return the words around a time without conditions, and without when it begins to count."""
    said = list(it.low)
    spans = [*it.frame.hidden]
    if (start := start_match(it, segment)) is not None:
        spans.append((segment.phrase.end, segment.phrase.end + start.end()))
    for first, last in spans:
        said[first:last] = " " * (last - first)
    return "".join(said[segment.before[0] : segment.after[1]])

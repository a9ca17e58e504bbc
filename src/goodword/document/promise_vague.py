"""Promises that name no time that can be kept count of, and what would do instead."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.asides import asides
from goodword.document.condition_text import Frame
from goodword.document.promise_cues import promised_words
from goodword.document.setting import Finding, Understood
from goodword.language.service import Word, channels_in, shares_in, subjects_in, vague_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.problem import Severity

_ASKED = re.compile(r"^(?:how|what|why|if|when|where|whether)\b.*\?$|\?$")
_AT_ONCE = re.compile(r"\bfirst (?:contact|time|point of contact|call|visit)\b|\bat first\b")
_MEANS = re.compile(r"\bmeans? (?:that )?(?:we|to|being)\b")
# "We may be able to", "we cannot promise": nothing is promised.
_NOT_PROMISED = re.compile(
    r"\b(?:cannot|can't|can not|may|might|do not|don't|will not|won't|never|unable to|not be able to)\b(?! (?:wait|be kept waiting))"
)
_SLIGHT = re.compile(r"deal(?:t|s|ing)? with|handl|process|attend|see to|refund|send|sent|pay|paid")
_SOMEHOW = re.compile(r"\befficiently\b")
_MANNER = re.compile(r"\bcourteous|\bpolite|\bprofession|\bfriendly|\bfairly\b")
# Who does it: us, or the thing to which it is done.
_DOES = re.compile(
    r"\b(?:we|we'll|our (?:[\w-]+ ){0,2}?(?:team|staff|agents|advis[eo]rs|people|engineers|managers?)|staff|team members|you(?:'ll| will| can expect| should)|"
    r"(?:will|shall|must|should) (?:always |also |normally |usually )?(?:be|receive|get|hear|have)|(?:is|are) (?:always |normally |usually )?(?=\w+(?:ed|t|g|en|wn)\b)"
    r"|expect|our [a-z]+s (?=[a-z]+\b)|get a|receive a)\b"
)
_LEADS = re.compile(
    r"(?:(?:always|also|then|try to|aim to|be|make sure(?: that)?|ensure(?: that)?|arrange (?:for )?[\w ]{1,30}? to) )*(?:a |an |our )?(?:prompt|quick|fast|swift|timely|speedy|rapid|respon(?:d|se)|repl(?:y|ies)\b|answer|acknowledge|resolve|return|"
    r"ring|call|phone|contact|get back|deal with|update|keep|let|tell|write|see|fix|settle|handle|process|follow up|pick up|send|provide)"
)
# A deed that means nothing without its time: "We acknowledge complaints."
_PLAIN = re.compile(
    r"(?:reply|replies|respond|acknowledge|resolve|get back|return|answer|call (?:you )?back|ring (?:you )?back|phone (?:you )?back|update)s?\b"
    r"|(?:be |are |is )(?:acknowledged|answered|replied to|responded to|returned|rung back|called back)\b"
)
_PLAIN_FRAME = re.compile(
    r"(?:^|\b(?:we|we'll|our (?:team|staff)|staff|you(?:'ll| will)|(?:complaints?|emails?|calls?|letters?|messages?|enquiries|voicemails?)(?: will| must| shall| are)?)"
    r"(?: (?:will|shall|must|always|also|then|aim to|try to|promptly|ensure we|do our best to|endeavour to|strive to|should|usually|generally|normally|personally|quickly|get|gets))*) ?$"
)
_KEPT = re.compile(
    r"\b(?:keep|kept|keeping)\b[\w' ]{1,40}?\b(?:informed|updated|posted|up to date|up-to-date)\b"
)
_ITS_OWN = re.compile(
    r"\b(?:of|about|with|for|when|if|should|once) (?!your (?:complaint|case|enquiry)|progress|the progress)[\w ]+$"
)
_ARRANGED = re.compile(r"\bat a [\w ]{0,20}?time\b|\bsuits? you\b|\bconvenien")
_SHORT_NAMES = {
    "email": "email",
    "phone": "phone",
    "text": "text message",
    "web_form": "web form",
    "in_person": "in person",
    "social": "social media",
}
_TIMES = {
    "acknowledge": "1 working day",
    "answer": "30 seconds",
    "wait": "10 minutes",
    "resolution": "5 working days",
    "update": "3 working days",
    "callback": "4 working hours",
}


def vague_promise(text: str, low: str, taken: Frame, *, led: bool = False) -> Understood | None:
    """Return the finding on a promise that names no time, or None where none is promised.

    `led` is True below a lead-in such as "We will:", where a bare verb is ours.
    """
    if _ASKED.search(low.strip()) or _AT_ONCE.search(low) or _MEANS.search(low):
        return None
    main = low[taken.start : taken.end]
    hidden = (
        (0, taken.start),
        *taken.hidden,
        *asides(low),
        (taken.end, len(low)),
    )
    cues = [
        cue
        for cue in promised_words(low, hidden)
        if not (cue.weak and not _SLIGHT.match(low, cue.start))
        and not (cue.name == "wait" and low.startswith(("wait", "queu", "on hold"), cue.start))
    ]
    if not cues:
        return None
    share = next((one for one in shares_in(low) if taken.start <= one[0] < taken.end), None)
    if share is not None and _DOES.search(main):
        return _no_time(text, low, cues, share[:2], code="PR08")
    vague = _vague(low, hidden)
    if vague is not None and not _NOT_PROMISED.search(low[taken.start : cues[0].start]):
        slight = all(cue.weak for cue in cues) and _SOMEHOW.search(main)
        if not slight and (_DOES.search(main) or led or _LEADS.match(main)):
            return _no_time(text, low, cues, vague)
    if _NOT_PROMISED.search(main):
        return None
    if (
        (kept := _KEPT.search(main)) is not None
        and _DOES.search(main[: kept.start() + 5])
        and not (_ITS_OWN.search(main[kept.end() :]))
    ):
        return _no_time(text, low, cues, None)
    if _is_plain(low, cues[0], taken, led=led):
        return _no_time(text, low, cues, None)
    return None


def _vague(low: str, hidden: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    shown = list(low)
    for start, end in hidden:
        shown[start:end] = " " * (end - start)
    return vague_in("".join(shown)) or next(
        ((one.start, one.end) for one in times_in(low) if one.vague), None
    )


def _is_plain(low: str, cue: Word, taken: Frame, *, led: bool) -> bool:
    """Whether a reply, an acknowledgement or a call back is promised, with nothing about when."""
    if cue.name not in {"acknowledge", "first_response", "callback", "answer", "resolution"}:
        return False
    verb = _PLAIN.match(low, cue.start)
    if verb is None or _MANNER.search(low, cue.start) or _ARRANGED.search(low, cue.start):
        return False
    before = low[taken.start : cue.start]
    if not _PLAIN_FRAME.search(before) or not (before.strip() or led):
        return False
    main = low[taken.start : taken.end]
    return bool(
        channels_in(main)
        or cue.name in {"callback", "acknowledge"}
        or any(one.name in {"complaint", "enquiry", "request"} for one in subjects_in(main))
    )


def time_without_promise(text: str, phrase: TimePhrase) -> Understood:
    """Return the question what is done in the time that a line such as "Urgent: 1 hour" gives."""
    label = text[: phrase.start].rstrip(" :-–—|")
    said = text[phrase.length_start : phrase.end]
    finding = Finding(
        "PR14",
        Severity.ERROR,
        f"What is done within {said}? A first response and a resolution are different promises.",
        0,
        phrase.start,
        (("for", label.lower()), ("what", "?"), ("when", said)),
        f"{label}: first response within {said}",
        "Say first response",
    )
    return Understood((), (finding,), almost=True)


def _no_time(
    text: str, low: str, cues: list[Word], odd: tuple[int, int] | None, *, code: str = "PR01"
) -> Understood:
    metric = cues[0].name
    channels = channels_in(low)
    understood = [("what", metric.replace("_", " "))]
    if channels:
        understood.append(("to", _SHORT_NAMES.get(channels[0].name, channels[0].name)))
    understood.append(("when", "?"))
    time = (
        f"every {_TIMES['update']}"
        if metric == "update"
        else f"within {_TIMES.get(metric, '4 working hours')}"
    )
    if odd is None or code == "PR08":
        fix = f"{text.rstrip(' .;!')} {time}."
    else:
        before, after = text[: odd[0]].rstrip(), text[odd[1] :].rstrip(" .;!")
        tail = f" {after.strip()}" if after.strip() and not after.startswith((",", ";")) else after
        fix = re.sub(r"\s+", " ", f"{before}{tail} {time}.").strip()
        fix = re.sub(r"\b(in a|in an|a|an|with a|with|very|and|as) (?=within|every)", "", fix)
        fix = re.sub(r" and (\w+ly)(?= (?:within|every)\b)", r" \1", fix)
        fix = fix[:1].upper() + fix[1:] if text[:1].isupper() else fix
    if code == "PR08":
        message = f"A share needs a time to be kept in. Say by when, such as {time}."
    elif odd is None:
        message = f"This promises something, but not by when. Say by when, such as {time}."
    else:
        message = f'"{text[odd[0] : odd[1]]}" is not a time I can keep count of. Say by when, such as {time}.'
    start, end = odd or (0, len(text))
    finding = Finding(
        code, Severity.ERROR, message, start, end, tuple(understood), fix, "Name a time"
    )
    return Understood((), (finding,), almost=True)

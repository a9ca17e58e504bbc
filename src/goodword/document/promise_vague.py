"""Promises that name no time that can be kept count of, and what would do instead."""

# ruff: noqa: C901, E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.asides import asides
from goodword.document.condition_text import Frame
from goodword.document.promise_cues import promised_words
from goodword.document.promise_deed import does_or_is_done
from goodword.document.promise_haste import named_only, short_wait
from goodword.document.setting import Finding, Understood
from goodword.language.cued import Cued
from goodword.language.service import Word, channels_in, shares_in, subjects_in, vague_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.problem import Severity

_ASKED = Cued(r"^(?:how|what|why|if|when|where|whether)\b.*\?$|\?$", "?")
_AT_ONCE = Cued(
    r"\b(?<!the )(?<!your )(?<!on the )first (?:contact|time|call|visit)\b(?! you)|\bat first\b",
    "at first|first call|first contact|first time|first visit",
)
# Done when somebody first gets in touch: a share says how often.
_FIRST_TIME = re.compile(
    r"\b(?:the (?:very )?first time (?:that )?you|when you first|(?:on|at|during) (?:your|the) (?:very )?first (?:call|contact|visit|point of contact)|at first point of contact)\b"
)
_FAREWELL = re.compile(
    r"(?:see|talk to|speak to|thank) you\b|(?:we )?look(?:ing)? forward\b|we(?: hope|'d love| would love) to (?:see|hear|welcome)\b"
)
_THEIRS = re.compile(
    r"(?:all |any |your |the )?(?:payments?|rent|fees?|invoices?|bills?|deposits?|balances?)\b[\w ]* (?:should|must|is|are|has to|have to|needs? to) (?:be )?(?:paid|made|settled|due|payable)"
    r"|[\w ]{2,40} (?:will be|are|is) (?:expected|asked|required|requested|encouraged|advised|invited) to\b"
)
_MEANS = Cued(
    r"\bmeans? (?:that )?(?:we|to|being)\b",
    "mean",
    " that being| that to| that we|mean being|mean to|mean we|means being|means to|means we",
)
# "We may be able to", "we cannot promise": nothing is promised.
_NOT_PROMISED = re.compile(
    r"\b(?:cannot|can't|can not|may|might|do not|don't|will not|won't|never|unable to|not be able to)\b(?! (?:wait|be kept waiting))"
)
_SLIGHT = re.compile(
    r"back (?:in|on)|deal(?:t|s|ing)? with|handl|process|attend|see to|refund|send|sent|pay|paid"
)
_SOMEHOW = re.compile(r"\befficiently\b")
_MANNER = re.compile(
    r"\bcourteous|\bhonest|\bopenly\b|\bclearly\b|\bkindly\b|\bcareful|\bsensitiv|\baccurate|\bin plain\b|\bin full\b|\bwith (?:care|respect|courtesy|a smile)\b|\beven (?:when|if)\b|\bpolite|\bprofession|\bfriendly|\bfairly\b"
)
# Who does it: us, or the thing to which it is done.
_DOES = re.compile(
    r"\b(?:we|we'll|(?:our|the) (?:[\w-]+ ){0,2}?(?:team|staff|agents|advis[eo]rs|people|engineers|managers?)|staff|team members|you(?:'ll| will| can expect| should)|"
    r"(?:will|shall|must|should) (?:always |also |normally |usually )?(?:be|receive|get|hear|have)|(?:is|are) (?:always |normally |usually )?(?=\w+(?:ed|t|g|en|wn)\b)"
    r"|(?:will|shall|must|should) (?!not\b|never\b)|\bappears?\b"
    r"|expect|our [a-z]+s (?=[a-z]+\b)|(?:gets?|receives?|given|enjoys?|deserves?) (?:an?|our|its|the)"
    r"|our (?:goal|policy|practice|job|duty|intention|aim|promise|commitment|target|ambition|rule) is)\b"
)
_LEADS = re.compile(
    r"(?:(?:always|also|then|try to|aim to|be|make sure(?: that)?|ensure(?: that)?|arrange (?:for )?[\w ]{1,30}? to) )*(?:a |an |our )?(?:prompt|quick|fast|swift|timely|speedy|rapid|respon(?:d|se)|repl(?:y|ies)\b|answer|acknowledge|resolve|return|"
    r"ring|call|phone|contact|get back|deal with|update|keep|let|tell|write|see|fix|settle|handle|process|follow up|pick up|send|provide)"
)
_HURRIED = re.compile(
    r"\bas (?:quickly|soon|fast|promptly|speedily|swiftly) as (?:possible|we can|practicable|reasonably (?:possible|practicable)|we are able)\b"
    r"|\b(?:without (?:undue |unnecessary |unreasonable )?delay|promptly|in a (?:timely|prompt) (?:manner|fashion|way)|straight away|immediately|swiftly|at (?:the|our) (?:very )?(?:earliest|first|next) (?:available )?opportunity|in good time|in due course|in (?:a )?reasonable time|within a reasonable (?:time|period)|quickly|speedily|rapidly|urgently|instantly|fast|right away|with (?:all |due |the utmost )?(?:possible |due )?(?:speed|haste)|(?:as a matter of|with) (?:urgency|priority)|as a (?:top |high )?priority|in (?:next to )?no time|with (?:the|a) minimum of delay|without (?:hanging about|dithering)|(?:on |in )?the same (?:morning|afternoon|evening)|before long|without (?:hesitation|any delay|further delay))\b|\bas (?:quickly|soon|fast|promptly|speedily|swiftly) as\b"
)
# How people are treated is no deed with an end.
_HOW_WE_ARE = re.compile(
    r"\b(?:waiting times?|treat(?:ed|s)?|listen|act(?:s|ed)?\b|behav|work(?:s|ed)?\b|help|arriv|greet|speak|notice|learn|improve|report|tell|escalat|record|call|leave)"
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
    r"\b(?:of|about|with|for|when|if|should|once) (?!your (?:complaint|case|enquiry)|(?:our |the |its )?progress)[\w ]+$"
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
_VERBS = {
    "answering": "answer",
    "replying": "reply",
    "responding": "respond",
    "returning": "return",
    "acknowledging": "acknowledge",
    "dealing": "deal",
    "getting": "get",
    "resolving": "resolve",
}
_PROMPT_IN = re.compile(
    rf"(?:be )?(?:prompt|quick|swift) (?:in|when|with|at) (?P<doing>{'|'.join(_VERBS)})\b",
    re.IGNORECASE,
)
_DEEDS = {
    "acknowledge": "acknowledge",
    "answer": "answer",
    "wait": "see people",
    "resolution": "settle or do it",
    "update": "tell how things stand",
    "callback": "call back",
    "first_response": "reply",
    "next_response": "reply again",
}
_PLAINLY = {
    "acknowledge": "acknowledge every {of}",
    "answer": "answer every {of}",
    "wait": "see every {of}",
    "resolution": "resolve every {of}",
    "update": "update you about every {of}",
    "callback": "call back about every {of}",
    "first_response": "reply to every {of}",
    "next_response": "reply to every further {of}",
}
_ANY = {
    "acknowledge": "message",
    "answer": "phone call",
    "wait": "visitor",
    "resolution": "case",
    "update": "case",
    "callback": "voicemail",
    "first_response": "message",
    "next_response": "message",
}
_TIMES = {
    "first_response": "4 working hours",
    "next_response": "4 working hours",
    "acknowledge": "1 working day",
    "answer": "30 seconds",
    "wait": "10 minutes",
    "resolution": "5 working days",
    "update": "3 working days",
    "callback": "4 working hours",
}


# What staff are told to do is not counted: "fix it on the spot within your authority".
_TO_STAFF = Cued(
    r"\b(?:within|above|beyond|up to|tell|ask|call|to) your (?:own )?(?:authority|limits?|manager|"
    r"line manager|team leader|supervisor)\b|\bbefore (?:the end of )?your shift\b",
    " your ",
)


def vague_promise(text: str, low: str, taken: Frame, *, led: bool = False) -> Understood | None:
    """Return the finding on a promise that names no time, or None where none is promised.

    `led` is True below a lead-in such as "We will:", where a bare verb is ours.
    """
    if (
        _FAREWELL.match(low)
        or _ASKED.search(low.strip())
        or (_AT_ONCE.search(low) and not _FIRST_TIME.search(low))
        or _MEANS.search(low)
        or (_TO_STAFF.search(low) and not led)
    ):
        return None
    main = low[taken.start : taken.end]
    if (named := named_only(low) or short_wait(main, taken.start)) is not None:
        return _no_time(text, low, [named[0]], named[1], named[1][1])
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
    if (quick := _quick_thing(text, low, taken, hidden, led=led)) is not None:
        return quick
    if not cues:
        return _deed_without_time(text, low, taken, hidden)
    # What hangs on the promise stays behind its time: "… if you leave a message".
    behind = min(
        (start for start, stop in hidden if cues[0].end <= start < stop), default=taken.end
    )
    share = next((one for one in shares_in(low) if taken.start <= one[0] < taken.end), None)
    if share is not None and _DOES.search(main):
        return _no_time(text, low, cues, share[:2], behind, code="PR08")
    vague = _vague(low, hidden, cues)
    if vague is None and (first := _FIRST_TIME.search(main)) is not None:
        vague = (taken.start + first.start(), taken.start + first.end())
    if vague is not None and not _NOT_PROMISED.search(low[taken.start : cues[0].start]):
        slight = all(cue.weak for cue in cues) and _SOMEHOW.search(main)
        if not slight and (_DOES.search(main) or led or _LEADS.match(main)):
            return _no_time(text, low, cues, vague, behind)
    if _NOT_PROMISED.search(main):
        return None
    if (
        (kept := _KEPT.search(main)) is not None
        and (_DOES.search(main[: kept.start() + 5]) or main.startswith("keeping"))
        and not (_ITS_OWN.search(main[kept.end() :]))
    ):
        return _no_time(text, low, cues, None, behind)
    if _is_plain(low, cues[0], taken, led=led):
        return _no_time(text, low, cues, None, behind)
    return None


# "A prompt reply", "rapid turnaround", "our immediate attention".
_QUICK_THING = re.compile(
    r"\b(?:prompt|speedy|swift|rapid|quick|fast|timely|immediate|instant|early|urgent|speedier|faster|quicker|regular|frequent|periodic|immediate and \w+)(?:(?:,| and| but| or) [\w-]+)?(?: (?!(?:and|or|to|of|in|for)\b)[\w-]+){0,2}? "
    r"(?P<what>repl(?:y|ies)|responses?|answers?|acknowledge?ments?|turn-?arounds?(?: times?)?|attention|action|resolutions?|solutions?|decisions?|settlements?|repairs?|delivery|dispatch|updates?|feedback|"
    r"call[ -]?backs?|handling|processing|refunds?|follow[ -]?ups?|investigations?|communications?|(?:progress )?reports?|notice|notification)\b"
)
_GIVES = re.compile(
    r"\b(?:we(?:'ll|'re)?|i(?:'ll)?|our (?:[\w-]+ ){0,2}?(?:team|staff|agents|advis[eo]rs|people|office|desk|engineers|managers?)|the (?:[\w-]+ ){0,2}?(?:team|office|desk|staff))\b(?: (?!cannot\b|can't\b|may\b|might\b)[\w']+){0,5}? "
    r"(?:give|gives|offer|offers|provide|provides|promise|guarantee|deliver|delivers|ensure|ensures|pledge|aim for|undertake|committed to|commit to|send|sends|make|makes|take|takes|strive for)\b"
    r"|\b(?:you|customers|clients|patients|guests|residents|tenants|members|users|everyone|every \w+|all \w+)(?:'ll| will| can| should| shall| always)* (?:be given|get|gets|receive|receives|expect|deserve|have|enjoy|be sure of|rely on|count on)\b"
    r"|\b(?:will|shall|must|should|is|are)(?: always| also| normally)? (?:be )?(?:given|provided|sent|offered|made|taken|guaranteed|ensured|issued|receive|get|promised)\b|^our (?:commitment|promise|pledge|aim|goal|standards?|target|guarantee)\b|\b(?:receives?|gets?|given|has|have)(?: our| an?| the| your)*$|^(?:ensure|give|provide|guarantee|offer|send|expect|take|receive|get|make)\b|\b(?:gets?|receives?) (?:an?|our|its)\b"
)
_THING_METRICS = (
    ("repl", "first_response"),
    ("response", "first_response"),
    ("answer", "first_response"),
    ("acknowledg", "acknowledge"),
    ("update", "update"),
    ("communication", "update"),
    ("call", "callback"),
    ("follow", "first_response"),
    ("feedback", "first_response"),
    ("notice", "update"),
    ("notification", "update"),
    ("report", "update"),
    ("progress", "update"),
)


def _quick_thing(
    text: str, low: str, taken: Frame, hidden: tuple[tuple[int, int], ...], *, led: bool
) -> Understood | None:
    """Return the question by when "a speedy reply" or "regular updates" are given."""
    for found in _QUICK_THING.finditer(low, taken.start, taken.end):
        if any(start <= found.start() < end for start, end in hidden):
            continue
        before = low[taken.start : found.start()]
        behind = low[taken.start : taken.end]
        if _NOT_PROMISED.search(before):
            continue
        named = before.rstrip().endswith(("for", "known for", "by", "need", "needs", "of"))
        given = _GIVES.search(before) or (
            not named
            and re.match(
                r" (?:will|shall|must|is|are) (?:always |also )?(?:be )?(?:given|provided|sent|offered|made|taken|guaranteed|issued|promised|done|carried out|undertaken|arranged)\b",
                low[found.end() :],
            )
        )
        if not (given or led or _GIVES.match(behind)) or _PRIDE.search(before):
            continue
        metric = next(
            (name for word, name in _THING_METRICS if found["what"].startswith(word)), "resolution"
        )
        deed = Word(metric, found.start("what"), found.end("what"))
        place = (found.start(), found.start("what"))
        return _no_time(text, low, [deed], place, found.end())
    return None


_PRIDE = re.compile(r"\b(?:proud|pride|known for|reputation|famous|value|believe in|love)\b")


def _deed_without_time(
    text: str, low: str, taken: Frame, hidden: tuple[tuple[int, int], ...]
) -> Understood | None:
    """Return the question by when some other deed is done: "we make the change without delay"."""
    main = low[taken.start : taken.end]
    hurried = _HURRIED.search(main)
    if hurried is None or _NOT_PROMISED.search(main) or _HOW_WE_ARE.search(main):
        return None
    place = (taken.start + hurried.start(), taken.start + hurried.end())
    if any(start <= place[0] < end for start, end in hidden):
        return None
    if not does_or_is_done(main[: hurried.start()]):
        return None
    deed = Word("resolution", taken.start, place[0])
    return _no_time(text, low, [deed], place, place[1])


def _vague(
    low: str, hidden: tuple[tuple[int, int], ...], cues: list[Word]
) -> tuple[int, int] | None:
    """Return the words that sound like a time and are none, the nearest to what is promised."""
    shown = list(low)
    for start, end in hidden:
        shown[start:end] = " " * (end - start)
    rest, at, found = "".join(shown), 0, []
    while (match := vague_in(rest[at:])) is not None:
        found.append((at + match[0], at + match[1]))
        at += match[1]
    found.extend((one.start, one.end) for one in times_in(low) if one.vague)
    return min(
        found,
        key=lambda place: min(abs(place[0] - cue.end) for cue in cues),
        default=None,
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


_SOON_AS = re.compile(
    r"as soon as (?P<event>(?:the|your|our|an?|it|they|you|we|this) (?:[\w'-]+ ){1,5}?"
    r"(?:is|are|has|have|was|arrives?|comes?|know|leaves?|lands?)\b[^,;.]*)",
    re.IGNORECASE,
)


def _no_time(
    text: str,
    low: str,
    cues: list[Word],
    odd: tuple[int, int] | None,
    behind: int,
    *,
    code: str = "PR01",
) -> Understood:
    """Return the question by when; `behind` is where what hangs on the promise begins."""
    metric = cues[0].name
    soon = _SOON_AS.match(text, odd[0]) if odd is not None else None
    once = metric != "update" or soon is not None
    time = f"within {_offered(metric, low, odd)}" if once else f"every {_TIMES[metric]}"
    if soon is not None:
        # "As soon as it is ready" says when the time begins, and not when it ends.
        odd, time = soon.span(), f"{time} after {soon['event']}"
    start, end = odd or (0, len(text))
    if code == "PR08":
        message = f"A share is kept within a time, and none is said. Say by when, such as {time}."
    elif odd is None:
        message = f"I understand what you do, but not by when. Say by when, such as {time}."
    else:
        message = (
            f'"{text[start:end]}" is not a time I can keep count of. Say by when, such as {time}.'
        )
    finding = Finding(
        code,
        Severity.ERROR,
        message,
        start,
        end,
        _slots(low, cues[0]),
        _with_time(text, odd if code != "PR08" else None, behind, time),
        "Name a time",
    )
    return Understood((), (finding,), almost=True)


# Whoever says this means minutes, and no days.
_INSTANT = re.compile(
    r"straight ?away|right away|at once|immediate|instant|there and then|then and there"
    r"|on the spot|without delay"
)


def _offered(metric: str, low: str, odd: tuple[int, int] | None) -> str:
    """Return the time to offer in place of words of haste."""
    if odd is not None and metric not in {"answer", "wait"} and _INSTANT.search(low[slice(*odd)]):
        return "30 minutes"
    return _TIMES[metric]


def _slots(low: str, cue: Word) -> tuple[tuple[str, str], ...]:
    """Return what was understood, slot by slot, and what was not."""
    slots = [("who", "we"), ("what", _DEEDS[cue.name])]
    if channels := channels_in(low):
        slots.append(("to", _SHORT_NAMES.get(channels[0].name, channels[0].name)))
    if subjects := subjects_in(low):
        slots.append(("about", subjects[0].name.replace("_", " ")))
    return (*slots, ("when", "?"))


def _with_time(text: str, odd: tuple[int, int] | None, behind: int, time: str) -> str:
    """Return the author's sentence with a time, in place of the words that were none."""
    until = max(behind, odd[1] if odd else 0)
    if odd is not None and text[odd[1] : odd[1] + 1] == ",":
        # "… are seen at once, ahead of others": the time stands where the words stood.
        until = odd[1]
    kept, rest = text[:until].rstrip(" .;!,"), text[until:].strip(" .;!")
    if odd is not None and (prompt := _PROMPT_IN.match(text, odd[0])) is not None:
        # "Be prompt in answering" is "answer".
        verb = _VERBS[prompt["doing"].lower()]
        kept = f"{text[: odd[0]].rstrip()} {verb}{text[prompt.end() : until]}".strip(" .;!")
    elif odd is not None:
        kept = f"{text[: odd[0]].rstrip()} {text[odd[1] : until].strip(' .;!')}".rstrip(" ,;")
    fix = " ".join(f"{kept} {time} {rest}".split()).replace(f"{time} ,", f"{time},")
    fix = re.sub(r"\b(?:in an?|an?|with an?|very|and|as|be) (?=(?:within|every)\b)", "", fix)
    fix = re.sub(r" and (\w+ly)(?= (?:within|every)\b)", r" \1", fix)
    fix = fix.replace(" ,", ",")
    return f"{fix[:1].upper() if text[:1].isupper() else fix[:1]}{fix[1:]}."


def plain_sentence(finding: Finding) -> str:
    """Return a sentence that promises what was understood, in the plainest words."""
    said = dict(finding.understood)
    metric = next(name for name, deed in _DEEDS.items() if deed == said["what"])
    time = f"every {_TIMES[metric]}" if metric == "update" else f"within {_TIMES[metric]}"
    of = said.get("to") or said.get("about") or _ANY[metric]
    return f"We {_PLAINLY[metric].format(of=of)} {time}."

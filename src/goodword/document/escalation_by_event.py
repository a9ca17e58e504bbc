"""What happened, or what goes up, where no time has passed."""

# ruff: noqa: E501, SIM102  (a pattern reads best unbroken; a step at a time)

import re
from dataclasses import replace

from goodword.document import escalation_event as event
from goodword.document.escalation_rung import Rung
from goodword.document.escalation_told import Told, is_roleish
from goodword.document.escalation_waits import Length, is_undone, lengths_in, trigger_in
from goodword.language.pack import Pack
from goodword.policy.duty import Trigger

# "Escalate to the head any allegation against …".
_EACH = re.compile(r" (?P<what>(?:any|all|every|each) (?:[^,;]|,(?=\d{3}))+)")
# "A technician who cannot solve the problem escalates it": what is so when they do.
_WHO = re.compile(
    r"(?:(?:all |any )?(?:staff|employees|colleagues|anyone|anybody|everyone)(?= \w+ing\b)|(?:anyone|anybody|everyone|staff|employees|whoever|a member of staff|all staff|(?:an?|any(?:one)?|every|the|each) [\w'-]+(?: [\w'-]+){0,3}?|(?:[\w'-]+ )?\w+s(?= who)|(?:[\w'-]+ )?(?:staff|people|employees|team)(?= who)) (?:who|that)) (?P<what>.+?)(?: (?:must|should|will|shall|has to|have to|needs to|need to|may|can|is to|are to)(?: .*)?)?$"
)
# "For any wrong charge, the agent reaches out to …".
_TOPIC = re.compile(
    r"^(?:for|on|with|regarding|about|concerning|in) (?P<what>(?!example|instance|this|that|it\b|these|order|addition|general|all cases|urgent help|help|advice|more|further|any questions|the (?:first|second)|\d)[^,;:]{3,60}), (?:(?:please|the|our|an?|any|all|every) ?)*(?P<who>(?:[\w'-]+ ){0,6}?)(?:(?:must|should|will|shall|can|may|has to|have to|needs? to|is to|are to) )?(?:always |also |first |then )*$"
)
_SUCH = re.compile(
    r"(?:at|on|in|for|with) (?:such|any|each|every) (?:an? )?(?P<what>[\w-]+(?: [\w-]+){0,2}?),? (?:the|our|an?|staff|you)\b"
)
# "… who will make sure the concern is passed on to …".
_MAKES_SURE = re.compile(r"\b(?:makes? sure|ensures?|sees? (?:to it )?)(?: that)? (?=\w)")
_HANDLES = re.compile(r"\b(?:deals? with|handles?|investigates?)$")
# Somebody tried, and it did not help: a moment that people notice.
_GONE_ON = re.compile(
    r"\b(?:(?:cannot|can't)(?! be done\b)|can not|could not|couldn't|unable to|not able to|still|remain(?:s|ed)?|"
    r"persists?|continues?|do(?:es)?(?: not|n't) (?:work|help|settle|resolve|solve|satisfy)|"
    r"after (?:speaking|talking|discussing|meeting|contacting|raising|trying)|no (?:[\w'-]+ )?(?:agreement|solution|"
    r"resolution) (?:(?:can|could) be|is|be|has been) (?:reached|found|made))\b"
)
_SILENT = re.compile(
    r"\b(?:the|our|your|their|an?|that) (?P<who>[\w' -]{2,40}?) (?:(?:do(?:es)?|did)(?: not|n't)|fails? to|not|never)"
    r"(?: \w+ly)? (?:reply|respond|answer|pick up|call back|acknowledge(?: it)?|come|attend|arrive|turn up|appear|show up)\b"
)
_CUSTOMER_ACTS = re.compile(
    r"\b(?:customer|client|patient|guest|caller|tenant|resident|member|visitor|user|child|pupil|student|parent|person|passenger|somebody|someone|applicant|they|he|she)s?"
    r" (?:does|do|did|has|have|had|is|are|was|were|will|would|cannot|can)(?: not|n't| never|not)?\b"
)


def by_event(
    low: str,
    made: Rung,
    tell: Told,
    head: tuple[int, int],
    tail: tuple[int, int],
    lengths: tuple[Length, ...],
    pack: Pack,
) -> Rung:
    """Return the rung with what happened, or what is missing to say so."""
    opening = event.opened(low, *head, pack) or event.dashed(low, *head, pack)
    closing = event.inside(low, *tail, pack)
    if pack.pattern("escalation.failing").search(low, *head) is not None:
        return replace(made, lacks="time", trigger=Trigger.NOT_RESOLVED, when=head)
    span = opening or closing or _headed(low, head, pack) or _which_case(low, head, pack)
    if span is None:
        span = _of_time(low, head, lengths)
    if span is None and not (found := _matter(low, tell, head, tail, lengths, pack)):
        return made
    if span is None:
        span = found
    assert span is not None
    words = low[slice(*span)]
    trigger = trigger_in(words, pack)
    if trigger is not None and is_undone(words) and not made.lacks and not is_event(words, pack):
        return replace(made, lacks="time", trigger=trigger, when=span)
    if made.lacks:
        return made
    return replace(made, event=span, when=span)


def _headed(low: str, head: tuple[int, int], pack: Pack) -> tuple[int, int] | None:
    """Return what stands before a colon, where other deeds stand between it and the telling."""
    found = pack.pattern("escalation.headed").match(low[slice(*head)])
    if found is None or not low[head[0] + found.end() : head[1]].strip():
        return None
    return event.trimmed(low, head[0], head[0] + found.end("what"))


def _which_case(low: str, head: tuple[int, int], pack: Pack) -> tuple[int, int] | None:
    """Return the condition right before ", in which case the owner decides"."""
    found = pack.pattern("escalation.which_case").search(low, *head)
    return event.inside(low, head[0], found.start(), pack) if found is not None else None


def is_silent(words: str, pack: Pack) -> bool:
    """Whether somebody with a role does not answer: "the team manager does not respond"."""
    found = _SILENT.search(words)
    return found is not None and is_roleish(found["who"].strip(), pack)


def is_event(words: str, pack: Pack) -> bool:
    """Whether what was not done is an event by itself: "the manager cannot resolve it"."""
    return (
        is_silent(words, pack)
        or _GONE_ON.search(words) is not None
        or pack.pattern("escalation.at_stage").search(words) is not None
        or _CUSTOMER_ACTS.search(words) is not None
        or pack.pattern("escalation.of_ours").search(words) is None
    )


def _of_time(
    low: str, head: tuple[int, int], lengths: tuple[Length, ...]
) -> tuple[int, int] | None:
    """Return what the head's time counts from: "Within 1 hour of a security incident, …"."""
    first = next((one for one in lengths if head[0] <= one.start and one.end <= head[1]), None)
    if first is None or first.role != "limit" or low[head[0] : first.start].strip(" ,"):
        return None
    found = re.match(
        r" (?:of|after|from)(?: discovering| any(?= ))? (?P<what>(?:[^,;]|,(?=\d{3}))+)",
        low[first.end : head[1]],
    )
    if found is None:
        return None
    return event.trimmed(low, first.end + found.start("what"), first.end + found.end("what"))


def _who(low: str, tell: Told, head: tuple[int, int]) -> tuple[int, int] | None:
    """Return what is so of whoever tells: "a technician who cannot help must pass it on"."""
    if tell.way not in {"send", "tell", "let"}:
        return None
    span = event.trimmed(low, *head)
    if span is None or low[slice(*head)].rstrip().endswith((":", "→", "-", "|", "?", "(", "=")):
        return None
    who = _WHO.match(low[slice(*span)])
    return None if who is None else (span[0] + who.start("what"), span[0] + who.end("what"))


def _topic(low: str, head: tuple[int, int], pack: Pack) -> tuple[int, int] | None:
    """Return what a head names before who tells: "For disputed charges, agents must …"."""
    found = _TOPIC.match(low[slice(*head)])
    if found is None or pack.pattern("escalation.scope_front").match(low, *head):
        if found is None or not low.startswith(("for ", "with ", "in a"), head[0]):
            return None
    who = found["who"].strip()
    if who and lengths_in(found["what"], pack):
        return None
    start, end = found.span("what")
    return event.trimmed(low, head[0] + start, head[0] + end)


def _such(low: str, head: tuple[int, int]) -> tuple[int, int] | None:
    """Return the moment that a head names without a mark: "at such a check-out the agent …"."""
    found = _SUCH.match(low[slice(*head)])
    if found is None:
        return None
    return event.trimmed(low, head[0] + found.start("what"), head[0] + found.end("what"))


def _handled(low: str, tell: Told, tail: tuple[int, int]) -> tuple[int, int] | None:
    """Return what a role deals with: "the head of year deals with repeated lateness"."""
    if tell.way != "over" or _HANDLES.search(low[tell.role_end : tell.end]) is None:
        return None
    stop = re.compile(r"[;:.,]|$").search(low, *tail)
    return event.trimmed(low, tail[0], stop.start() if stop is not None else tail[1])


def _matter(  # noqa: C901, PLR0911  (a list of cases)
    low: str,
    tell: Told,
    head: tuple[int, int],
    tail: tuple[int, int],
    lengths: tuple[Length, ...],
    pack: Pack,
) -> tuple[int, int] | None:
    """Return the noun that goes up: "Legal threats go to …", "Report any theft to …"."""
    said = _who(low, tell, head) or _topic(low, head, pack) or _such(low, head)
    said = said or (None if low[slice(*head)].strip() else _handled(low, tell, tail))
    if said is not None:
        return said
    what = low[slice(*tell.what)].strip()
    if what and not pack.pattern("escalation.pronoun").match(what):
        chosen = tell.is_sure or pack.pattern("escalation.chosen").search(what) is not None
        return event.trimmed(low, *tell.what) if chosen else None
    if low[slice(*tail)].lstrip().startswith(":") and event.trimmed(low, *head) is None:
        return event.trimmed(low, *tail)
    first = next((one for one in lengths if tail[0] <= one.start <= tail[0] + 12), None)
    if (noun := event.about(low, first.end if first else tail[0], tail[1], pack)) is not None:
        limit = next((one.start for one in lengths if noun[0] < one.start < noun[1]), noun[1])
        return event.trimmed(low, noun[0], limit)
    if (every := _EACH.match(low, tail[0], tail[1])) is not None and tell.is_sure:
        return event.trimmed(low, *every.span("what"))
    span = event.trimmed(low, *head)
    if span is None:
        return None
    if tell.way == "sent" and (sure := _MAKES_SURE.search(low, *span)) is not None:
        span = event.trimmed(low, sure.end(), span[1]) or span
    if any(one.start == span[0] and low.startswith(" of ", one.end) for one in lengths):
        # "Half an hour of a dead website and …": a time that has passed.
        return None
    words = low[slice(*span)]
    if tell.way in {"send", "tell", "let"} and not low[slice(*head)].rstrip().endswith(
        (":", "→", "-", "|", "?", "(", "=")
    ):
        return None
    if tell.way == "sent" and not tell.is_sure:
        if pack.pattern("escalation.chosen").search(words) is None:
            return None
    bare = re.sub(r" (?:and|or)$|^(?:and|then) ", "", words)
    shift = words.find(bare)
    start = span[0] + shift
    return event.trimmed(low, start, start + len(bare))

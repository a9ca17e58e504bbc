"""The rungs of a ladder: each who, after what or at what, and by when."""

# ruff: noqa: C901, E501, SIM102  (a pattern reads best unbroken; a step at a time)

import re
from dataclasses import replace

from goodword.document import escalation_event as event
from goodword.document.escalation_by_event import by_event
from goodword.document.escalation_rung import Rung
from goodword.document.escalation_scope import scope_in
from goodword.document.escalation_told import Told, role_at
from goodword.document.escalation_waits import (
    LASTING,
    Length,
    is_undone,
    trigger_in,
    waited,
)
from goodword.document.setting import Setting
from goodword.language.pack import ENGLISH, Pack
from goodword.language.service import subjects_in
from goodword.policy.duty import Trigger

_JOINT = re.compile(r"; ?|\. |, (?:and )?then |, and |, | and then | and | then ")
_ROLE_LEAD = re.compile(
    r"^[\W]*(?:(?:then|and|on|finally) )*(?:to |tell |notify |inform |escalate to )?\W*(?:to |tell )?"
)
# "A delay of more than 30 minutes" is what happened, and no time after which.
_MORE = re.compile(r"(?:more|longer|over|exceeding|in excess|greater|upwards)\b")
_DONE_BY = re.compile(
    r"\band (?:(?:is|are|will be|must be|be) )?(?:answered|replied|resolved|settled|dealt|fixed|repaired|closed|acknowledged|investigated|decided)\b"
)
_LIMITING = frozenset({"limit", "", "bare", "every"})


def rungs(
    low: str,
    tells: tuple[Told, ...],
    lengths: tuple[Length, ...],
    setting: Setting,
    pack: Pack = ENGLISH,
) -> tuple[Rung, ...]:
    """Return the rungs that the tellings of a sentence make, those without a verb as well."""
    found: list[Rung] = []
    start = 0
    for number, tell in enumerate(tells):
        following = tells[number + 1] if number + 1 < len(tells) else None
        end = len(low)
        if following is not None:
            joint = _JOINT.search(low, tell.end, following.start)
            end = joint.end() if joint else following.start
        pieces = _pieces(low, tell.end, end, lengths, setting, pack)
        tail_end = pieces[0][0] if pieces else end
        found.append(_rung(low, tell, (start, tell.start), (tell.end, tail_end), lengths, pack))
        found.extend(
            Rung(role, within=length)
            if length.role == "limit"
            else Rung(role, after=length, trigger=trigger_in(low[at:upto], pack), when=(at, upto))
            for at, upto, role, length in pieces
            if length.role != "limit" or found[-1].event is not None
        )
        start = end
    return _shared(tuple(found))


def _pieces(
    low: str,
    start: int,
    end: int,
    lengths: tuple[Length, ...],
    setting: Setting,
    pack: Pack,
) -> list[tuple[int, int, str, Length]]:
    """Return the further rungs of a list, as in ", the manager after 4 hours"."""
    cuts = [*_JOINT.finditer(low, start, end)]
    found: list[tuple[int, int, str, Length]] = []
    since: int | None = None
    for number, cut in enumerate(cuts):
        begin = cut.start() if since is None else since
        stop = cuts[number + 1].start() if number + 1 < len(cuts) else end
        inside = [one for one in lengths if begin <= one.start and one.end <= stop]
        if len(inside) != 1 or inside[0].role not in LASTING | {"", "bare", "limit"}:
            since = None
            continue
        length = inside[0]
        rest = low[begin : length.start] + " " * (length.end - length.start)
        words = _ROLE_LEAD.sub("", re.sub(r"[\s→:,>|-]+$", "", rest + low[length.end : stop]))
        if not words:
            # "…, after 5 days, to the manager": the role stands behind the next comma.
            since = begin
            continue
        since = None
        at = low.find(words, begin, stop)
        sure = re.match(r"(?:the|our) ", words) is not None
        if at < 0 or len(words.split()) > 7:
            continue
        named = role_at(low, at, at + len(words), setting, sure=sure, pack=pack)
        if named is not None and named[0]:
            found.append((begin, stop, named[0], length))
    return found


def _rung(
    low: str,
    tell: Told,
    head: tuple[int, int],
    tail: tuple[int, int],
    lengths: tuple[Length, ...],
    pack: Pack,
) -> Rung:
    made = Rung(tell.role, tell.also)
    between = (tell.start, tell.role_start)
    spans = [head, tail, tell.what if tell.what[1] else between]
    used: Length | None = None
    for start, end in spans:
        words = low[start:end]
        trigger = trigger_in(words, pack)
        length = waited(words, start, lengths)
        if trigger is not None and length is not None:
            when = event.trimmed(low, start, end) or (start, end)
            made = replace(made, trigger=trigger, after=length, when=when)
            used = length
            break
        if trigger is None and length is not None and is_undone(words) and _alone(words) is None:
            if length.role in LASTING | {"limit"}:
                made = replace(made, lacks="kind", when=(length.start, length.end))
    if used is None and not made.lacks:
        made = _by_later_time(low, made, tell, head, tail, lengths, pack)
        used = made.after
    if used is None:
        made = by_event(low, made, tell, head, tail, lengths, pack)
    made = replace(made, within=_within(low, made, between, head, tail, lengths))
    where = made.when if made.when[1] else (head[0], tail[1])
    if made.after is None:
        subject = next((one.name for one in subjects_in(low[slice(*where)], pack)), None)
        return replace(made, subject=subject)
    scope = scope_in(low, where, lengths, pack)
    if scope.subject is None and not scope.channels and where[0] >= tail[0]:
        # "Severity 2 incidents go to … if there is no workaround after 90 minutes."
        front = event.trimmed(low, *head) or tell.what
        own = scope_in(low, front, lengths, pack)
        scope = replace(scope, subject=own.subject, channels=own.channels)
    unused = scope.unused or made.unused
    return replace(made, subject=scope.subject, channels=scope.channels, unused=unused)


def _alone(words: str) -> str | None:
    """Return the words where they are but a time ("after 2 hours", "60 min:")."""
    bare = re.sub(r"[\s,;:→|>.-]+|\b(?:after|if|then|at|once|a|further|another)\b", " ", words)
    return bare if len(bare.split()) <= 3 else None


def _by_later_time(
    low: str,
    made: Rung,
    tell: Told,
    head: tuple[int, int],
    tail: tuple[int, int],
    lengths: tuple[Length, ...],
    pack: Pack,
) -> Rung:
    """Return the rung with a time that stands apart from what waits.

    "After 2 hours, tell …"; "Unanswered emails are passed to … after 2 days".
    """
    opening = event.opened(low, *head, pack)
    after = [one for one in lengths if tail[0] <= one.start and one.end <= tail[1]]
    before = [one for one in lengths if head[0] <= one.start and one.end <= head[1]]
    matter = low[slice(*head)] + " " + low[slice(*tell.what)]
    trigger = trigger_in(matter, pack)
    first = next((one for one in after if one.role == "after"), None)
    if first is not None and trigger is None and _MORE.match(low, first.start):
        first = None
    closing = event.inside(low, *tail, pack)
    if first is not None and opening is None and (closing is None or closing[0] > first.start):
        if closing is None or trigger_in(low[slice(*closing)], pack) is not None:
            stop = _named(low, first, tail, pack)
            if not stop:
                if trigger is None and closing is not None:
                    trigger = trigger_in(low[slice(*closing)], pack)
                return replace(
                    made,
                    trigger=trigger,
                    after=first,
                    when=event.trimmed(low, *head) or tell.what,
                )
    if trigger is not None and is_undone(matter) and opening is None:
        late = next((one for one in after if one.role in _LIMITING and one.role != "every"), None)
        if late is not None:
            return replace(
                made, trigger=trigger, after=late, when=event.trimmed(low, *head) or tell.what
            )
    if allowed := _allowed(low, head, before, pack):
        return replace(made, after=allowed, when=event.trimmed(low, *head) or head)
    lead = next((one for one in before if one.role in LASTING | {"", "bare", "limit"}), None)
    if lead is not None and opening is None:
        rest = low[head[0] : lead.start] + low[lead.end : head[1]]
        rest = pack.pattern("escalation.of_state").sub("", rest)
        if (
            len(
                re.findall(
                    r"[a-z]{2,}",
                    re.sub(r"\b(?:after|then|if|still|another|further|and)\b", "", rest),
                )
            )
            == 0
        ):
            unused = None if closing is None or _says_undone(low, closing, pack) else closing
            return replace(
                made, trigger=None, after=lead, when=(lead.start, lead.end), unused=unused
            )
    return made


def _says_undone(low: str, span: tuple[int, int], pack: Pack) -> bool:
    words = low[slice(*span)]
    return is_undone(words) or trigger_in(words, pack) is not None


def _allowed(low: str, head: tuple[int, int], before: list[Length], pack: Pack) -> Length | None:
    """Return the time that somebody has until then: "First line has 20 minutes; after that, …"."""
    for one in before:
        has = pack.pattern("escalation.has_length").search(low, head[0], one.start)
        lasts = has is not None or low.startswith("for ", one.start)
        if lasts and pack.pattern("escalation.after_that").search(low, one.end, head[1]):
            return one
    return None


def _named(low: str, length: Length, tail: tuple[int, int], pack: Pack) -> bool:
    """Whether the time counts from something that is named: "after 5 days of absence"."""
    if pack.pattern("escalation.of_state").match(low, length.end):
        return False
    return (
        re.match(
            r" (?:of|after|from) (?!receipt|receiv|being|the (?:complaint|request|case))",
            low[length.end : tail[1]],
        )
        is not None
    )


def _within(
    low: str,
    made: Rung,
    between: tuple[int, int],
    head: tuple[int, int],
    tail: tuple[int, int],
    lengths: tuple[Length, ...],
) -> Length | None:
    """Return by when the role is told."""
    for start, end in (tail, between, head):
        for one in lengths:
            if not (start <= one.start and one.end <= end) or one == made.after:
                continue
            if start == tail[0] and _DONE_BY.search(low, start, one.start):
                # "… and answered the same day": by when something else is done.
                continue
            inside = made.when[0] <= one.start < made.when[1] and made.when != head
            if one.role in {"limit", ""} and not (inside and start != tail[0]):
                if made.event is None or not made.event[0] <= one.start < made.event[1]:
                    return one
    return None


def _shared(found: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """Return the rungs with what they share: the same event, the same undone thing."""
    model = next((one for one in found if one.says_when), None)
    if model is None:
        return found
    made: list[Rung] = []
    trigger = next((one.trigger for one in found if one.trigger is not None), None)
    for rung in found:
        one = rung
        if not one.says_when:
            one = replace(
                one,
                trigger=model.trigger,
                after=model.after,
                event=model.event,
                subject=model.subject,
                channels=model.channels,
                when=model.when,
                lacks=model.lacks,
                within=one.within,
            )
        if one.after is not None and one.trigger is None:
            one = replace(one, trigger=trigger or Trigger.NOT_RESOLVED)
        if one.subject is None and not one.channels and one.after is not None:
            one = replace(one, subject=model.subject, channels=model.channels)
        same = made and (made[-1].trigger, made[-1].after, made[-1].event, made[-1].within) == (
            one.trigger,
            one.after,
            one.event,
            one.within,
        )
        if same:
            made[-1] = replace(made[-1], also=(*made[-1].also, one.role, *one.also))
        else:
            made.append(one)
    return tuple(made)

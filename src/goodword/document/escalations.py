"""Who is told, when a time has passed or something has happened."""

# ruff: noqa: C901, E501, PLR0911, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.authorities import ROLEISH
from goodword.document.condition_text import frame
from goodword.document.roles_known import checked
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.number import NUMBER
from goodword.language.role import ANYONE, CUSTOMERS, role_slug
from goodword.language.service import hedge_in, subjects_in
from goodword.language.time_phrase import TimePhrase, times_in
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Duration
from goodword.problem import Severity

_TELL = re.compile(
    r"\b(?P<verb>tell|notify|inform|alert|escalate (?:[\w'-]+ ){0,9}?to|"
    r"(?:pass(?:es)?|refer(?:s)?|hand(?:s)?|send(?:s)?|bring(?:s)?|report(?:s)?|move(?:s)?|forward(?:s)?|raise(?:s)?|transfer(?:s)?|take(?:s)?)"
    r" (?:it |this |the (?:case|complaint|matter|issue|call|ticket|customer|client|caller) |them |on |over |up |straight |directly )*"
    r"(?:to|with)|involve|call in|goes (?:up |straight )?to|contact|ask|page(?= (?:the|our|an?|on)\b))\b (?P<role>[^,.;()]+)"
)
_TOLD = re.compile(
    r"(?:^|, |\bthen |; |\bwhen .{3,80}? |\bif .{3,80}? )?(?P<role>\b(?:the |a |an |our )[\w '-]{2,50}?) (?:is|are|must be|will be|gets|should be|has to be) (?:immediately |also |always )?"
    r"(?:told|notified|informed|alerted|called|contacted|paged|involved)\b"
)
_PASSED = re.compile(
    r"\b(?:is|are|will be|must be|gets?|be|automatically) (?:automatically |immediately |also )*(?:escalated|passed|referred|handed|sent|reported|raised|transferred|forwarded)"
    r" (?:on |up |over |straight |directly |immediately )*(?:to|with) (?P<role>[^,.;()]+)"
)
_BARE = re.compile(r"^(?:then )?(?:escalated?|escalates|goes) (?:up )?to (?P<role>[^,.;()]+)")
_ROLE_END = re.compile(
    r"\s+(?:at once|immediately|straight away|right away|within|in|by|before|after|who|which|when|if|so that|for|about|of|and(?! \w+ (?:officer|manager|lead|team|adviser|advisor|director|co-?ordinator|department|partner|committee|representative|supervisor)\b)|as|on(?!-)|unless|without|every|again|"
    r"to (?:look|review|decide|take)|or, if|that|where|automatically|the same|same|directly|no later)\b.*$"
)
_OF_ROLE = re.compile(
    r"^(?:the |our |a )?(?:head|director|manager|chief|chair|board|department|office|team|member|vice president|vp|duty) of\b"
)
_TRIGGERS = (
    (
        Trigger.NOT_ACKNOWLEDGED,
        re.compile(
            r"\b(?:not|n't|nobody|never|no|un)[ -]?(?:\w+ ){0,3}?(?:acknowledg)|without (?:an )?acknowledg|unacknowledged"
        ),
    ),
    (
        Trigger.NOT_ANSWERED,
        re.compile(
            r"\b(?:not(?! (?:\w+ )?(?:satisfied|happy|content))|n't|no|without|nobody)\b (?:\w+ ){0,4}?(?:answer|repl|respon|contact|picked up|picks? up|first response)|unanswered|remains? open without reply"
            r"|\b(?:not|n't|no|nobody|never|without)\b (?:\w+ ){0,5}?(?:(?:call|phon|r[aiu]ng|contact)\w* (?:\w+ ){0,3}?back\b|return\w* (?:\w+ ){0,2}?calls?\b|been in touch|got back|written back|heard from us)"
        ),
    ),
    (
        Trigger.NOT_RESOLVED,
        re.compile(
            r"been open (?:for|longer|more)|\b(?:not|n't|cannot|no|unable to|without)\b (?:\w+ ){0,4}?(?:resol|solv|settl|clos|complet|fix|finish|decid|dealt|restor|deal)|unresolved|remains? open|still open|"
            r"(?:is|are) (?:still )?outstanding|overdue|takes? longer|took longer|open for (?:more than|longer)"
        ),
    ),
)
_AWAY = re.compile(
    r",? or,? (?:if|when) (?:they|he|she|that person|this person|the \w+(?: \w+)?) (?:is|are) (?:away|absent|not (?:here|available)|on leave|unavailable),? (?P<role>[^,.;]+)"
)
_ROUTE = re.compile(
    r"\byou (?:can|may) (?:also )?(?:ask|contact|write to|go to|appeal to|complain to|escalate (?:it |this |your \w+ )?to) (?P<role>(?:the |our |a )[\w '-]+?)"
    r"(?: (?:to|for|within|at|if|who|in|by|and)\b.*)?$"
)
_OUTSIDE = re.compile(
    r"ombuds|commission|regulator|tribunal|court|authority|council|bureau|citizens|trading standards|solicitor|police|university|government|department of|minister"
)
_SELF = re.compile(
    r"\b(?:we|staff|they)(?:'ll| will| must| shall| also)? (?:then )?(?:tell|notify|inform|contact|let) (?:you|them|the (?:customer|client|complainant|patient))\b"
)
_LEADING_ACTOR = re.compile(
    r"^(?:a |an |the |any |one of (?:the |our ))?(?:members? of (?:the )?public|clients?|customers?|patients?|guests?|somebody|someone|anybody|anyone|people|callers?|visitors?|complainants?|members?|person|we (?:hear of|are told of|learn of|receive)|there (?:is|are)|you (?:are|have)|you) "
)
_QUOTED_WORD = re.compile(r'the words? "([^"]+)"')
_YOU_CAN = re.compile(
    r"\byou(?:'ll)? (?:can|may|could|should|must|might|have|need|want|wish|are)\b[^,]*$|\byour right to\b[^,]*$|\b(?:please|to)(?: also)? $"
)
# "Escalate any complaint that mentions the press to the manager."
_ALL_OF_THEM = re.compile(
    r"^(?:always |immediately )?(?:escalate|refer|pass|report|hand|send|forward|take) (?P<what>(?:any|all|every|each|an?) .+?) (?:on |over |up |straight |immediately )*to (?:the|our|an?) "
)
_EACH_TO = re.compile(
    r"^(?:always |immediately )?(?:escalate|refer|pass|report|hand|send|forward|take) (?:any|all|every|each|an?) [^,.;]+? (?:on |over |up |straight |immediately )*to (?P<role>(?:the|our|an?) [^,.;()]+)"
)
# Whom to ring is a colleague where the words are those of a role, not "the office".
_RING = re.compile(
    r"(?:, |^|\bthen |\band )(?:please )?(?:call|phone|ring|radio|fetch|get|see|speak to) (?P<role>(?:the|our) [^,.;()]+)"
)
_ELIDED = re.compile(
    r"^(?P<after>after [^,]+), (?:then )?(?:on )?to (?P<role>(?:the|our|an?) .+)$", re.IGNORECASE
)
_IN_TIME_OF = re.compile(
    r"^(?:tell|notify|inform|alert) (?:the|our) .+? within [\w ]+? (?:hours?|minutes?|days?) (?:of|after) (?P<what>(?!receipt|receiving)[\w '-]+)$"
)
_AND_ROLE = re.compile(
    r" and (?P<role>(?:the|our) [\w '-]+?)(?= (?:at once|immediately|straight|within|in|by|if|when|who|so|as)\b|[,.;]|$)"
)
_NO_ROLE = re.compile(
    rf"\d|(?:{NUMBER})\b|(?:the |a |an |our )?(?:right|relevant|appropriate|correct|proper|best|suitable|next|new|same|other|different|customer's|your)\b"
)
# "… to the manager after 1 hour and the director after 4 hours."
_RUNGS = re.compile(
    r"(?i)^(?P<head>.+? to )(?P<one>(?:the |our |an? )?[\w'-]+(?: [\w'-]+){0,4}?) after (?P<first>[^,;]+?),? (?:and|then|and then)(?: to)? "
    r"(?P<other>(?:the |our |an? )?[\w' -]+?) after (?P<second>.+)$"
)
# What "you" do here is the customer's own step, not ours.
_CUSTOMERS_OWN = re.compile(
    r"you (?:do not|don't|have not|haven't|are (?:not|un|still|dis)|remain|wish|want|would|can)"
)
_GO_TO = re.compile(r"\bgo(?:es)? (?:up |straight |on )?to (?P<role>(?:the|our) [^,.;()]+)")
_AFTER_TIME = re.compile(r"^(?:after|beyond|past) ")


def escalation(text: str, setting: Setting) -> Understood | None:
    """Return the escalation that the sentence asks for, or None where it asks for none."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if _SELF.search(low) and not _PASSED.search(low) and not re.search(r"\bescalat", low):
        return None
    pieces = [one for one in re.split(r"; (?=after|if|when)", plain) if one.strip()]
    if len(pieces) == 1 and (rungs := _RUNGS.match(plain)) is not None:
        pieces = [
            f"{rungs['head']}{rungs['one']} after {rungs['first']}",
            f"{rungs['head']}{rungs['other']} after {rungs['second']}",
        ]
    pieces = [_ELIDED.sub(r"\g<after>, escalate to \g<role>", one) for one in pieces]
    if len(pieces) > 1:
        each = [_one(piece, normal(piece), setting) for piece in pieces]
        read = [one for one in each if one is not None]
        if len(read) == len(pieces):
            return Understood(
                tuple(clause for one in read for clause in one.clauses),
                tuple(finding for one in read for finding in one.findings),
                almost=any(one.almost for one in read),
            )
    return _one(plain, low, setting)


def _one(plain: str, low: str, setting: Setting) -> Understood | None:
    taken = frame(plain)
    if (route := _route(plain, low, setting)) is not None:
        return route
    away = _AWAY.search(low)
    found = _told(low[: away.start()] if away else low, taken.start)
    if found is None:
        return None
    role, role_at, role_end = found
    when, when_at = _when(plain, taken.start, role_at)
    times = [one for one in times_in(low) if not one.vague]
    before = [one for one in times if one.start < when_at[1] and one.start >= when_at[0]]
    if _CUSTOMERS_OWN.match(normal(when)) and re.search(r"\b(?:contact|ask) (?:the|our)\b", low):
        return None
    trigger = _trigger(normal(when))
    after_words = next(
        (one for one in times if one.role == "after" and not when_at[0] <= one.start < when_at[1]),
        None,
    )
    deputy = _deputy(low)
    subject = next((one.name for one in subjects_in(normal(when) or low)), None)
    early = low[:role_at] if role_at > 0 else ""
    if (
        trigger is None
        and not taken.before
        and (opened := _trigger(early)) is not None
        and any(one.end <= role_at for one in times)
    ):
        trigger, before = opened, [one for one in times if one.end <= role_at]
        subject = next((one.name for one in subjects_in(early)), subject)
    if trigger is None and after_words is not None and not (taken.before or taken.after):
        trigger, before = Trigger.NOT_RESOLVED, [after_words]
    if trigger is None and (opened := _trigger(low)) is not None and not when:
        trigger, before = opened, times
    if trigger is None and after_words is not None and not when:
        trigger, before = Trigger.NOT_RESOLVED, [after_words]
    clause: Escalation
    strength = Strength.AIM if hedge_in(low) else Strength.MUST
    if trigger is not None and (before or after_words):
        length = (before or [after_words])[-1]  # type: ignore[list-item]
        limit = _length(length)
        if limit is None:
            return None
        clause = Escalation(
            to=role, after=limit, trigger=trigger, subject=subject, deputy=deputy, strength=strength
        )
    elif trigger is not None and not when:
        return None
    elif trigger is not None:
        return Understood(
            (),
            (
                Finding(
                    "ES01",
                    Severity.ERROR,
                    "After how long? Say a time, such as within 5 working days.",
                    when_at[0],
                    when_at[1],
                    (("who", role.replace("_", " ")), ("after", "?")),
                    f"{plain[: when_at[1]].rstrip(' ,')} within 5 working days{plain[when_at[1] :] if plain[when_at[1] :].startswith(',') else ', ' + plain[when_at[1] :].lstrip(' ,')}.",
                    "Name a time",
                ),
            ),
            almost=True,
        )
    elif when:
        within = next(
            (_length(one) for one in times if one.start >= role_end and one.role in {"limit", ""}),
            None,
        )
        if within is None:
            within = next(
                (
                    _length(one)
                    for one in times
                    if not when_at[0] <= one.start < when_at[1] and one.role == "limit"
                ),
                None,
            )
        clause = Escalation(
            to=role,
            event=event_slug(when),
            event_words=when,
            within=within,
            subject=None,
            deputy=deputy,
            strength=strength,
        )
    else:
        return None
    clauses = [clause]
    if (too := _AND_ROLE.match(low[role_end:])) and (other := role_slug(too["role"])) is not None:
        clauses.append(replace(clause, to=other, deputy=None))
    return checked(Understood(tuple(clauses)), (*filter(None, (role, deputy)),), low, setting)


def _told(low: str, main: int) -> tuple[str, int, int] | None:
    late = _trigger(low) is not None
    for pattern in (_PASSED, _TOLD, _TELL, _BARE, _EACH_TO, _RING, *([_GO_TO] if late else [])):
        for found in pattern.finditer(low):
            words = found["role"]
            if pattern is _RING and (main == 0 or found.start() < main - 2):
                continue
            trimmed = words if _OF_ROLE.match(words) else _ROLE_END.sub("", words)
            if _OF_ROLE.match(words):
                trimmed = re.sub(
                    r"\s+(?:at once|immediately|straight away|within|in|by|if|when|who|after|so)\b.*$",
                    "",
                    words,
                )
            trimmed = trimmed.strip()
            if not trimmed or CUSTOMERS.match(trimmed):
                continue
            if pattern is _RING and not ROLEISH.search(trimmed):
                continue
            if (
                pattern is _TELL
                and found["verb"] in {"contact", "ask", "tell", "inform", "notify"}
                and re.match(r"(?:your|their|about)\b", trimmed)
            ):
                continue
            if (
                pattern is _TELL
                and found["verb"] in {"ask", "contact"}
                and not re.match(r"(?:the|a|our) ", trimmed)
            ):
                continue
            if pattern in {_TELL, _GO_TO} and _YOU_CAN.search(low[: found.start()]):
                continue
            if (
                found.start() < main
                and pattern is _TELL
                and found["verb"] in {"tell", "ask", "contact"}
            ):
                continue
            if _NO_ROLE.match(trimmed):
                continue
            role = role_slug(trimmed)
            if role is None or (role == ANYONE and trimmed != "the team"):
                continue
            start, _ = found.span("role")
            return role, found.start(), start + len(trimmed)
    return None


def _when(plain: str, main: int, tell_at: int) -> tuple[str, tuple[int, int]]:
    """Return the words of what happened, and where they stand."""
    taken = frame(plain)
    if taken.before:
        return taken.before, taken.before_span
    if taken.after and taken.after_word in {
        "if",
        "when",
        "where",
        "whenever",
        "once",
        "in the event of",
        "in the event that",
        "in cases where",
    }:
        return taken.after, taken.after_span
    low = normal(plain)
    if found := _ALL_OF_THEM.match(low) or _IN_TIME_OF.match(low):
        start, end = found.span("what")
        return plain[start:end], (start, end)
    if found := re.match(
        r"^(?P<what>(?:any|all|every|each|a|an)? ?[\w ,'-]{3,80}?) (?:(?:is|are|will be|must be|should be|has to be|have to be)\b|(?:goes|go) (?:straight )?to\b)",
        low,
    ):
        del main, tell_at
        return plain[: found.end("what")], (0, found.end("what"))
    return "", (0, 0)


def _trigger(words: str) -> Trigger | None:
    for trigger, pattern in _TRIGGERS:
        if pattern.search(words):
            return trigger
    return None


def _length(phrase: TimePhrase) -> Duration | None:
    limit = phrase.limit
    return limit if isinstance(limit, Duration) else None


def _deputy(low: str) -> str | None:
    found = _AWAY.search(low)
    return role_slug(found["role"]) if found else None


def event_slug(words: str) -> str:
    """Return what happened as a slug, without who it happened to: `mentions_solicitor`."""
    low = normal(words)
    if quoted := _QUOTED_WORD.search(low):
        return slug(f"mentions {quoted[1]}")
    return slug(_LEADING_ACTOR.sub("", low, count=1), limit=48)


def _route(plain: str, low: str, setting: Setting) -> Understood | None:
    """Return the customer's own way to a second look, where it leads to one of our roles."""
    found = _ROUTE.search(low)
    if found is None or _OUTSIDE.search(found["role"]):
        return None
    taken = frame(plain)
    if not taken.before:
        return None
    role = role_slug(found["role"])
    if role is None or (setting.roles and role not in setting.roles):
        return None
    if not re.search(
        r"\b(?:not happy|unhappy|not satisfied|dissatisfied|disagree|not agree|still|don't agree)\b",
        normal(taken.before),
    ):
        return None
    return Understood(
        (
            Escalation(
                to=role,
                event=event_slug(taken.before),
                event_words=taken.before,
                strength=Strength.MAY,
            ),
        )
    )

"""Who is told, when a time has passed or something has happened."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.condition_text import condition_of, frame
from goodword.document.escalation_asked import asked_for, when_asked
from goodword.document.escalation_by_event import is_silent
from goodword.document.escalation_event import as_said, event_slug
from goodword.document.escalation_fragment import fragment, tiers
from goodword.document.escalation_ours import is_meant, is_ours
from goodword.document.escalation_route import is_body, is_looked_for, route
from goodword.document.escalation_rung import Rung
from goodword.document.escalation_rungs import rungs
from goodword.document.escalation_titles import is_title, with_titles
from goodword.document.escalation_told import Told, is_roleish, role_at, told_in
from goodword.document.escalation_waits import Length, is_same_day, lengths_in, trigger_in
from goodword.document.escalation_warned import (
    is_noted_by,
    lacking,
    narrowed,
    not_counted,
    noticed,
    unused_calls,
    wider,
)
from goodword.document.roles_known import checked
from goodword.document.second_said import unsure
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH, Pack
from goodword.language.role import named, role_slug
from goodword.language.service import channels_in, hedge_in
from goodword.language.word import singular, slug
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import Condition
from goodword.policy.duty import Escalation
from goodword.policy.quantity import Duration
from goodword.problem import Severity

# A ban that goes on to say who is told has read too far.
_SWALLOWED = re.compile(
    r"_(?:but|then|and|instead)_(?:always_)?(?:tell|report|refer|pass|hand|call|escalate|notify|inform|contact|ask)_"
    r"|_(?:go|goes|moves?|pass|passes|rise|rises|climbs?)_(?:up_|on_|straight_)?to_|_(?:belongs?|sits?|rests?|lies?)_with_|_(?:escalates|refers|passes|hands|reports|forwards|transfers|notifies|informs|tells|alerts|contacts)_|_(?:are|is|be)_(?:handed|passed|referred|reported|escalated|raised|sent|flagged|brought|taken)_"
)
_LATE_THEN = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?)\b.*\b(?:escalated|referred|passed|handed|notif\w+|told|informed)\b"
)
_THEN_TELLS = re.compile(
    r"\b(?P<what>(?:but|then|and|instead) (?:always )?(?:tell|report|refer|pass|hand|call|escalate|notify|inform|contact|ask)\b)"
)
# What customers are told is a promise to them, never a matter that goes up.
_TELLS_CUSTOMERS = Cued(
    r"(?:^|\bwe (?:(?:will|shall|can|always) )*)(?:tell|inform|notify) you (?:(?:of |about )?(?:the|your|our) |(?:if|when|as soon as|that|why|what) )",
    "inform y|notify y|tell y",
)
# "Note: If a child is hurt, …": what stands before says nothing of the case.
_LABEL = re.compile(
    r"^(?:(?:please )?note|important|nb|critical|warning|remember): +|^\(?\w{1,2}[.)] +",
    re.IGNORECASE,
)
# A step that tells somebody, as handbooks write them.
_DIRECTS = re.compile(
    r"(?:\d[.)] )?(?:please |always |then |immediately |at once )*(?:let|get|fetch|tell|call|ring|phone|page|"
    r"notify|inform|alert|contact|escalates?|refers?|reports?|pass(?:es)?|hands?|ask|bring|involve)\b"
)
# "… is told at once": nothing has to pass before.
_SOON = re.compile(r"\b(?:at once|immediately|straight ?away|right away)\b")
_SMALL = re.compile(r"\s[a-z]")
_SAYS = re.compile(r"[a-z]{3}")
_CALLS = re.compile(
    r"(?:please |always |then )?(?:call|tell|inform|notify|alert|ring|page|contact|fetch|escalate|refer|pass|hand|report)\b"
)
_ARROWS = str.maketrans(dict.fromkeys("⇒⟶➔➜➡►▶", "→"))
_EVERY = re.compile(r"^(?:all|any|each|every|an?|the) ", re.IGNORECASE)
# "The most senior person" hedges nothing.
_MOST = re.compile(r"\bmost (?=senior\b|experienced\b)")
# Who has to agree, and who is only told.
_AGREES = re.compile(
    r"\b(?:approv|authori|agree|permi|consent|sign|ok\b|okay|sanction|may\b|can\b|limit|allow|ask|check|needs? (?!to be)|requir|decid(?!es? what\b)|discretion|refund|discount|credit|waiv|compensat|spend|goodwill|gift)"
)
_TELLS_OF = re.compile(
    r"\b(?:tell|inform|notify|contact|alert|report|call|page|ring|told|informed|notified|alerted|reported|contacted|called|raised|matter for|(?:handled|dealt with) by|decides? what|takes? over|steps? in)\b"
)
# "Advice will be sought from the bursar".
_SOUGHT = Cued(
    r"\b(?:(?:legal|medical|specialist|expert|further) )?(?:advice|guidance|help|assistance) "
    r"(?:is|will be|must be|should be|shall be|is to be|has to be) (?:always |first )?"
    r"(?:sought|obtained|requested|taken) from ",
    "ed from |sought from |taken from ",
)
# A table's header: "Hours open", "Who is told".
_ASKS_WHO = re.compile(r"\bwho (?:is|are|to|we|must|will)\b|\bwhom\b")


# "(Same day where violence is involved)" says in which case, and tells nobody.
_INVOLVED = Cued(
    r"(\([^()]*\b(?:if|when|where|whenever|unless) [^()]* (?:is|are|was|were) )involved(?=[^\w]*\))",
    "involved",
)


def escalation(text: str, setting: Setting) -> Understood | None:
    """Return the escalation that the sentence asks for, or None where it asks for none."""
    plain = even(text).translate(_ARROWS).strip().rstrip(".")
    plain = _LABEL.sub(lambda found: " " * len(found[0]), plain)
    plain = _INVOLVED.sub(lambda found: f"{found[1]}present ", plain)
    if not is_looked_for(plain, setting):
        return None
    if _TELLS_CUSTOMERS.search(normal(plain)):
        return None
    setting = with_titles(setting, plain)
    found = _read(plain, setting, ENGLISH)
    if found is not None and found.clauses:
        return found
    said = _plainly(plain, ENGLISH)
    other = _read(said, setting, ENGLISH) if said != plain else None
    if other is not None and other.clauses and not other.findings:
        return other
    return _headed(plain, setting) or _at_heading(plain, setting) or found


def _headed(plain: str, setting: Setting) -> Understood | None:
    """Return the telling that stands under a heading which says when: "If a key is lost"."""
    head = ENGLISH.pattern("escalation.heading_when").match(normal(setting.heading))
    if head is None or ENGLISH.pattern("escalation.cond_in").search(normal(plain)) is not None:
        return None
    group = next(name for name, value in head.groupdict().items() if value)
    if group in {"what_is", "who_is"} and not _DIRECTS.match(normal(plain)):
        return None
    joint = f"If {setting.heading[slice(*head.span(group))].strip()}, "
    own = _read(joint + plain[:1].lower() + plain[1:], replace(setting, heading=""), ENGLISH)
    if own is None or not own.clauses:
        return None
    told = [one.to for one in own.clauses if isinstance(one, Escalation)]
    if any(is_body(one) or not _is_somebody(one, setting) for one in told):
        # "You can also go to the ombudsman" adds nothing to what the section says; "the way to
        # challenge it" names nobody.
        return None
    return _moved(own, len(joint), len(plain))


def _at_heading(plain: str, setting: Setting) -> Understood | None:
    """Return who is told at once of what the heading names: "NOC manager - immediately"."""
    found = ENGLISH.pattern("escalation.at_heading").fullmatch(normal(plain))
    if found is None:
        return None
    if role_at(normal(plain), *found.span("role"), setting, sure=False) is None:
        return None
    low = normal(setting.heading)
    start = ENGLISH.pattern("escalation.heading_lead").match(low)
    stop = ENGLISH.pattern("escalation.heading_tail").search(low)
    begin = start.end() if start is not None else 0
    what = setting.heading[begin : stop.start() if stop is not None else len(low)].strip(" :.-–")
    vague = ENGLISH.pattern("second.plain_heading").search(normal(what))
    if not re.search("[a-z]{3}", normal(what)) or (vague and stop is None):
        return None
    joint = f"In the event of {what}, tell "
    own = _read(f"{joint}{plain[slice(*found.span('role'))]} {found['when']}", setting, ENGLISH)
    return _moved(own, len(joint), len(plain)) if own is not None and own.clauses else None


def _is_somebody(role: str, setting: Setting) -> bool:
    known = role in setting.roles or is_title(role, setting)
    return known or is_roleish(named(role), ENGLISH)


def _plainly(plain: str, pack: Pack) -> str:
    """Return an escalation that is said as a thing, or by whom, as a deed: "escalate to"."""
    low = normal(plain)
    if (sought := _SOUGHT.search(low)) is not None:
        return f"{plain[: sought.start()]}seek advice from {plain[sought.end() :]}"
    if (thing := pack.pattern("escalation.as_thing").search(low)) is not None:
        soon = "" if thing["soon"] is None else "immediately "
        deed = "notify" if thing["thing"] == "notification" else f"escalate {soon}to"
        tail = " immediately" if soon and deed == "notify" else ""
        before = plain[: thing.end("before")]
        return f"{before}{deed} {plain[thing.end() :]}{tail}"
    if (told := pack.pattern("escalation.escalate_means").search(low)) is not None:
        by = pack.pattern("escalation.done_by").match(low, told.end())
        if by is not None:
            return plain[: by.start()] + plain[by.end() :]
    return plain


def or_goes_up(understood: Understood, text: str, setting: Setting) -> Understood:
    """Return the escalation instead of a ban that took one for part of what is banned.

    "Problems the receptionist cannot solve are handed to the manager" forbids nothing.
    """
    both = _and_told(understood, text, normal(text), setting)
    if both is not understood:
        return both
    if _CALLS.match(normal(text)) and all(
        isinstance(one, Prohibition) for one in understood.clauses
    ):
        # "Call the manager as soon as the agent cannot help" forbids nothing.
        other = escalation(text, setting)
        if other is not None and other.clauses:
            return other
    swallowed = any(
        isinstance(one, Prohibition) and _SWALLOWED.search(one.action) for one in understood.clauses
    )
    low = normal(text)
    late = not swallowed and _LATE_THEN.search(low) is not None
    if not swallowed and not late:
        return _is_told_of(understood, text, low, setting)
    other = escalation(text, setting)
    if late:
        by_time = other is not None and any(
            isinstance(one, Escalation) and one.after is not None for one in other.clauses
        )
        return other if other is not None and by_time else understood
    if other is not None and other.clauses:
        return other
    tail = _THEN_TELLS.search(low)
    if tail is None or understood.findings:
        return understood
    said = text[tail.start("what") :].strip(" .")
    finding = Finding(
        "TX06",
        Severity.WARNING,
        f'I have made no use of "{said}". Give it a sentence of its own, so that it is kept too.',
        tail.start("what"),
        len(text.rstrip(" .")),
    )
    return replace(understood, findings=(finding,))


def _is_told_of(understood: Understood, text: str, low: str, setting: Setting) -> Understood:
    """Return the escalation at an amount, where nobody has to agree: "a loss over £500: tell …"."""
    limits = understood.clauses and all(
        isinstance(one, ApprovalRule | Authority) for one in understood.clauses
    )
    if not limits or _AGREES.search(low) or _TELLS_OF.search(low) is None:
        return understood
    other = escalation(text, setting)
    if other is None or not other.clauses or other.findings:
        return understood
    return other


def _and_told(understood: Understood, text: str, low: str, setting: Setting) -> Understood:
    """Return a ban with who is told instead: "do not deal with threats yourself: call …"."""
    found = ENGLISH.pattern("escalation.not_alone").search(low)
    if found is None or not any(isinstance(one, Prohibition) for one in understood.clauses):
        return understood
    led = "If there is" if _ONE_THING.match(found["what"]) else "In the event of"
    told = escalation(f"{led} {found['what']}, {text[found.start('rest') :]}", setting)
    if told is None or not told.clauses:
        return understood
    bans = tuple(_without(one, found["rest"]) for one in understood.clauses)
    clauses = (*told.clauses, *bans)
    return Understood(clauses, (unsure(text, clauses),))


def _without(ban: Clause, rest: str) -> Clause:
    """Return a ban without what is done instead, where it took that for part of what is banned."""
    if not isinstance(ban, Prohibition):
        return ban
    words = re.sub(r"\W+", "_", rest).strip("_")
    return replace(ban, action=ban.action.partition(f"_{words[:_TOLD_BY]}")[0])


_ONE_THING = re.compile(r"(?:an?|any) ")
_TOLD_BY = 20


def goes_up(text: str, setting: Setting, context: str) -> Understood | None:
    """Return the escalation of a list's item, where the line above says to whom it goes up.

    `context` is that line: "Escalate within 15 minutes to the supervisor". None for any other.
    """
    plain = even(text).strip().rstrip(".")
    if _TELLS_CUSTOMERS.match(normal(plain)):
        return None
    lead = _lead(context, ENGLISH)
    if not lead and _SMALL.search(context) is None:
        # The header of a table: "When What Action".
        return None
    if not lead:
        return _headed(plain, replace(setting, heading=even(context).strip(" .:-")))
    joint = f"{lead} when "
    setting = with_titles(setting, lead, plain)
    own = _read(joint + plain[:1].lower() + plain[1:], setting, ENGLISH)
    return _moved(own, len(joint), len(plain)) if own is not None else None


def _lead(context: str, pack: Pack) -> str:
    """Return a lead-in that says to whom its list goes up; empty for any other."""
    line = even(context).strip(" .:-")
    low = normal(line)
    if (rest := pack.pattern("escalation.any_apply").search(low)) is not None:
        line, low = line[: rest.start()], low[: rest.start()]
    if not low or len(low) > 160 or _ASKS_WHO.search(low):
        return ""
    tells = told_in(low, Setting(), pack)
    listed = pack.pattern("escalation.listed").search(low) is not None
    sure = [
        one
        for one in tells
        if (one.is_sure or listed) and one.role and not low[: one.start].count(",")
    ]
    return line if sure else ""


def _moved(own: Understood, by: int, length: int) -> Understood:
    return replace(
        own,
        findings=tuple(
            replace(
                one,
                start=min(max(one.start - by, 0), length),
                end=min(max(one.end - by, 0), length),
            )
            for one in own.findings
        ),
    )


def _read(plain: str, setting: Setting, pack: Pack) -> Understood | None:
    low = normal(plain)
    if (own_way := route(plain, low, setting, pack)) is not None:
        return own_way
    if (next_tier := tiers(low, setting, pack)) is not None:
        return next_tier
    front = pack.pattern("escalation.scope_front").match(low)
    if front is not None and not lengths_in(front[0], pack):
        own = _read_main(plain, _blank(low, front), setting, pack)
        if own is not None and (own.clauses or own.almost):
            return _with_front(own, plain, front)
    return _read_main(plain, low, setting, pack)


def _with_front(own: Understood, plain: str, front: re.Match[str]) -> Understood:
    """Return the same with a warning of the place or time before it that nothing keeps."""
    start, end = front.span("what")
    if not own.clauses or own.findings or channels_in(front["what"]):
        return own
    return replace(own, findings=(wider(plain, start, end),))


def _read_main(plain: str, low: str, setting: Setting, pack: Pack) -> Understood | None:
    away = _away(low, pack)
    deputy = _deputy(low, away, setting, pack)
    again = pack.first("escalation.again", low)
    body = _blank(_blank(low, away), again)
    body = _blank(body, pack.pattern("escalation.by_the_way").search(body))
    exception, body = _excepted(plain, body, pack)
    tells = tuple(one for one in told_in(body, setting, pack) if is_ours(body, one, pack))
    lengths = tuple(one for one in lengths_in(body, pack) if not _is_noted(body, one))
    unnamed = [one for one in tells if one.is_unnamed]
    named = _outside_case(plain, tuple(one for one in tells if not one.is_unnamed))
    if not named:
        pieces = fragment(body, lengths, setting, pack)
        if not pieces and (path := when_asked(low, setting, pack)) is not None:
            return path
        if not pieces:
            return asked_for(plain, low, lengths, setting, pack, is_unnamed=bool(unnamed))
        found = pieces
    else:
        found = rungs(body, named, lengths, setting, pack)
        found = tuple(one for one in found if one.says_when)
        if not found and unnamed:
            return asked_for(plain, low, lengths, setting, pack, is_unnamed=True)
    vague = _vague(low, pack)
    if not found and vague is not None and any(one.is_sure for one in named):
        return not_counted(low, *vague.span())
    if not found or not is_meant(body, named, found, pack) or _holds_steps(low, found):
        return None
    lacks = next((one for one in found if one.lacks or _lasts_vaguely(low, one, pack)), None)
    if lacks is not None:
        return lacking(plain, lacks)
    late = next(
        (
            length
            for one in found
            for length in (one.after, None if one.event is not None else one.within)
            if length is not None and is_same_day(length.limit)
        ),
        None,
    )
    if late is not None:
        return not_counted(low, late.start, late.end)
    if vague is not None and not any(one.after or one.within for one in found):
        return not_counted(low, *vague.span())
    every = _every(low, again, pack)
    strength = Strength.AIM if hedge_in(_MOST.sub("", low), pack) else Strength.MUST
    clauses = tuple(
        replace(
            _clause(plain, one, strength, deputy if number == 0 else None, every, pack),
            exception=exception,
        )
        for number, one in enumerate(found)
    )
    findings = (
        *narrowed(plain, found),
        *((unsure(plain, clauses),) if _is_guessed(low, found, pack) else ()),
        *unused_calls(low, clauses),
        *noticed(plain, low, found, lengths, pack),
    )
    understood = Understood(clauses, findings)
    roles = tuple(role for one in clauses for role in (one.to, *one.also, one.deputy) if role)
    return checked(understood, roles, low, setting)


# "When a parcel is lost, we open a trace, tell the customer and inform the manager".
_STEPS = Cued(
    r"\w, (?:we|you|staff|please) (?:[a-z]+ly )?[a-z]{2,}", ", we |, you |, staff |, please "
)


def _holds_steps(low: str, found: tuple[Rung, ...]) -> bool:
    """Whether what is done first stands in what happens: then all of it are steps."""
    if not low.startswith(("if ", "when ", "whenever ", "where ")):
        return False
    return any(one.event is not None and _STEPS.search(low[slice(*one.event)]) for one in found)


def _is_guessed(low: str, found: tuple[Rung, ...], pack: Pack) -> bool:
    """Whether it is not sure when somebody is told: "T+30", "the lead does not reply"."""
    if pack.first("escalation.offset_bare", low) is not None:
        return True
    if _SOON.search(low) is not None:
        return False
    return any(one.event is not None and is_silent(low[slice(*one.event)], pack) for one in found)


def _outside_case(plain: str, tells: tuple[Told, ...]) -> tuple[Told, ...]:
    """Return the tellings without those that say when: "if a volunteer is told …, inform …"."""
    start, end = frame(plain).before_span
    rest = tuple(one for one in tells if not start <= one.start < one.end <= end)
    return rest if rest and any(one.start >= end for one in rest) else tells


def _away(low: str, pack: Pack) -> re.Match[str] | None:
    """Return who is told instead when somebody is away, where it is said beside an escalation.

    "When the manager is away, tell the director" is all that is said, and a rule of its own.
    """
    found = pack.first("escalation.deputy", low)
    beside = found is not None and _SAYS.search(low[: found.start()] + low[found.end() :])
    return found if beside else None


def _vague(low: str, pack: Pack) -> re.Match[str] | None:
    """Return by when somebody is told in words that cannot be counted.

    By when it is also written down is no such time: "… and entered in the book by the evening".
    """
    found = pack.pattern("escalation.vague_by").search(low)
    return None if found is None or is_noted_by(low, found.start()) else found


def _is_noted(low: str, one: Length) -> bool:
    return is_same_day(one.limit) and is_noted_by(low, one.start)


def _lasts_vaguely(low: str, rung: Rung, pack: Pack) -> bool:
    if rung.event is None:
        return False
    return pack.pattern("escalation.vague_long").search(low, *rung.event) is not None


def _blank(low: str, found: re.Match[str] | None) -> str:
    """Return the text with a stretch made blank, so that places stay what they were."""
    if found is None:
        return low
    return low[: found.start()] + " " * (found.end() - found.start()) + low[found.end() :]


def _excepted(plain: str, body: str, pack: Pack) -> tuple[Condition | None, str]:
    """Return when nobody is told ("… unless the patient does not want this"), and the rest.

    "Unless it is settled by then" is what the escalation waits for, and no exception.
    """
    taken = frame(plain)
    start, end = taken.unless_span
    if not taken.unless or trigger_in(f"not {body[start:end]}", pack) is not None:
        return None, body
    if lengths_in(body[start:end], pack) or _named_role(body[start:end], pack):
        return None, body
    return condition_of(taken.unless), body[:start] + " " * (end - start) + body[end:]


def _named_role(words: str, pack: Pack) -> bool:
    """Whether the words give the matter to somebody else, as a deputy or another rung."""
    return bool(told_in(words, Setting(), pack))


def _deputy(low: str, found: re.Match[str] | None, setting: Setting, pack: Pack) -> str | None:
    if found is None:
        return None
    group = next(name for name, value in found.groupdict().items() if value)
    start = found.start(group)
    lead = re.match(r" *(?:tell |then |and )?", low[start : found.end(group)])
    start += lead.end() if lead is not None else 0
    who = role_at(low, start, found.end(group), setting, sure=True, pack=pack)
    return who[0] or None if who is not None else role_slug(low[start : found.end(group)], pack)


def _every(low: str, found: re.Match[str] | None, pack: Pack) -> Duration | None:
    if found is None:
        return None
    start = found.start("every")
    length = next(iter(lengths_in(f"every {low[start : found.end('every')]}", pack)), None)
    return length.limit if length is not None and isinstance(length.limit, Duration) else None


def _clause(
    plain: str,
    rung: Rung,
    strength: Strength,
    deputy: str | None,
    every: Duration | None,
    pack: Pack,
) -> Escalation:
    within = rung.within.limit if rung.within is not None else None
    if rung.after is not None:
        return Escalation(
            to=rung.role,
            also=rung.also,
            after=rung.after.limit,
            trigger=rung.trigger,
            within=within,
            subject=rung.subject,
            channels=rung.channels,
            deputy=deputy,
            every=every,
            strength=strength,
        )
    assert rung.event is not None
    words = as_said(plain[slice(*rung.event)])
    bare = event_slug(words, pack)
    if not bare:
        # "This must also be reported to the matron".
        bare, words = "this_happens", "this happens"
    is_kind = rung.subject is not None and _is_only(words, rung.subject)
    return Escalation(
        to=rung.role,
        also=rung.also,
        event=rung.subject if is_kind else bare,
        event_words=words,
        within=within,
        deputy=deputy,
        every=every,
        strength=strength,
    )


def _is_only(words: str, subject: str) -> bool:
    """Whether the words name a kind of case or a priority and nothing else: "P1", "complaints"."""
    bare = slug(_EVERY.sub("", words))
    return singular(bare) == subject or re.fullmatch(r"(?:p|sev)_?\ds?", bare) is not None

"""Who is told, when a time has passed or something has happened."""

# ruff: noqa: C901, E501, PLR0911, SIM102  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import replace

from goodword.document.authority_role import ROLEISH
from goodword.document.condition_text import condition_of, frame
from goodword.document.escalation_asked import asked_for, when_asked
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_fragment import fragment
from goodword.document.escalation_route import route
from goodword.document.escalation_rungs import Rung, rungs
from goodword.document.escalation_told import Told, told_in
from goodword.document.escalation_waits import LASTING, Length, is_same_day, lengths_in, trigger_in
from goodword.document.roles_known import checked
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH, Pack
from goodword.language.role import role_slug
from goodword.language.service import channels_in, hedge_in
from goodword.language.word import singular, slug
from goodword.policy.authority import Prohibition
from goodword.policy.clause import Strength
from goodword.policy.condition import Condition
from goodword.policy.duty import Escalation
from goodword.policy.quantity import Duration
from goodword.problem import Severity

_WHO = re.compile(r"\b(?:who|which|that)(?: (?:will|must|should|then|also|shall))* $")
_YOU_CAN = re.compile(r"\b(?:you|they|customers?|people) (?:can|may|could|might|will|should)\b")
# A ban that goes on to say who is told has read too far.
_SWALLOWED = re.compile(
    r"_(?:but|then|and|instead)_(?:always_)?(?:tell|report|refer|pass|hand|call|escalate|notify|inform|contact|ask)_"
    r"|_(?:are|is|be)_(?:handed|passed|referred|reported|escalated|raised|sent|flagged|brought|taken)_"
)
_LATE_THEN = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?)\b.*\b(?:escalated|referred|passed|handed|notif\w+|told|informed)\b"
)
_THEN_TELLS = re.compile(
    r"\b(?P<what>(?:but|then|and|instead) (?:always )?(?:tell|report|refer|pass|hand|call|escalate|notify|inform|contact|ask)\b)"
)
# A table's header: "Hours open", "Who is told".
_ASKS_WHO = re.compile(r"\bwho (?:is|are|to|we|must|will)\b|\bwhom\b")
# Calls that are made beside the telling, to bodies that hold no role of ours.
_CALLED = re.compile(
    r"\b(?:call|phone|ring|dial|contact) (?:the |an )?(?:police|ambulance|fire (?:brigade|service)|emergency services|coastguard|\d{3})\b"
)


def escalation(text: str, setting: Setting) -> Understood | None:
    """Return the escalation that the sentence asks for, or None where it asks for none."""
    plain = even(text).strip().rstrip(".")
    found = _read(plain, setting, ENGLISH)
    if found is not None and found.clauses:
        return found
    said = _plainly(plain, ENGLISH)
    other = _read(said, setting, ENGLISH) if said != plain else None
    return other if other is not None and other.clauses and not other.findings else found


def _plainly(plain: str, pack: Pack) -> str:
    """Return an escalation that is said as a thing, or by whom, as a deed: "escalate to"."""
    low = normal(plain)
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
    swallowed = any(
        isinstance(one, Prohibition) and _SWALLOWED.search(one.action) for one in understood.clauses
    )
    low = normal(text)
    late = not swallowed and _LATE_THEN.search(low) is not None
    if not swallowed and not late:
        return understood
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


def goes_up(text: str, setting: Setting, context: str) -> Understood | None:
    """Return the escalation of a list's item, where the line above says to whom it goes up.

    `context` is that line: "Escalate within 15 minutes to the supervisor". None for any other.
    """
    lead = _lead(context, ENGLISH)
    if not lead:
        return None
    plain = even(text).strip().rstrip(".")
    joint = f"{lead} when "
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
    return replace(own, findings=(_wider(plain, start, end),))


def _read_main(plain: str, low: str, setting: Setting, pack: Pack) -> Understood | None:
    away = pack.pattern("escalation.deputy").search(low)
    deputy = _deputy(away, pack)
    again = pack.pattern("escalation.again").search(low)
    body = _blank(_blank(low, away), again)
    body = _blank(body, pack.pattern("escalation.by_the_way").search(body))
    exception, body = _excepted(plain, body, pack)
    tells = tuple(one for one in told_in(body, setting, pack) if _is_ours(body, one, pack))
    lengths = lengths_in(body, pack)
    unnamed = [one for one in tells if one.is_unnamed]
    named = tuple(one for one in tells if not one.is_unnamed)
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
    if not found or not _goes_up(body, named, found, pack):
        return None
    lacking = next((one for one in found if one.lacks or _lasts_vaguely(low, one, pack)), None)
    if lacking is not None:
        return _lacking(plain, lacking)
    late = next(
        (
            length
            for one in found
            for length in (one.after, one.within)
            if length is not None and is_same_day(length.limit)
        ),
        None,
    )
    if late is not None:
        return _not_counted(low, late.start, late.end)
    vague = pack.pattern("escalation.vague_by").search(low)
    if vague is not None and not any(one.after or one.within for one in found):
        return _not_counted(low, *vague.span())
    every = _every(low, again, pack)
    strength = Strength.AIM if hedge_in(low, pack) else Strength.MUST
    clauses = tuple(
        replace(
            _clause(plain, one, strength, deputy if number == 0 else None, every, pack),
            exception=exception,
        )
        for number, one in enumerate(found)
    )
    findings = (
        *_narrowed(plain, found),
        *_unused_calls(low, clauses),
        *_noticed(plain, low, found, lengths, pack),
    )
    understood = Understood(clauses, findings)
    roles = tuple(role for one in clauses for role in (one.to, *one.also, one.deputy) if role)
    return checked(understood, roles, low, setting)


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


def _narrowed(plain: str, found: tuple[Rung, ...]) -> tuple[Finding, ...]:
    """Return the warning that an escalation is counted for more cases than the words say."""
    left = next((one.unused for one in found if one.unused is not None), None)
    if left is None:
        return ()
    return (_wider(plain, *left),)


def _noticed(
    plain: str, low: str, found: tuple[Rung, ...], lengths: tuple[Length, ...], pack: Pack
) -> tuple[Finding, ...]:
    """Return the warning that a time for which a case has lasted is left to people to notice."""
    for rung in found:
        if rung.event is None or not pack.pattern("escalation.of_cases").match(
            low[slice(*rung.event)]
        ):
            continue
        for one in lengths:
            if rung.event[0] <= one.start < rung.event[1] and one.role in LASTING:
                finding = Finding(
                    "TX06",
                    Severity.WARNING,
                    f'I do not keep count of "{plain[one.start : one.end]}" here: somebody has to '
                    'notice it. To have it counted, say what was not done ("not resolved within '
                    '1 week").',
                    one.start,
                    one.end,
                )
                return (finding,)
    return ()


def _wider(plain: str, start: int, end: int) -> Finding:
    said = plain[start:end].strip(" ,.")
    return Finding(
        "TX06",
        Severity.WARNING,
        f'I take this for every such case, not only where it says "{said}". Say it as something '
        "that somebody notices, or give these cases a kind of their own.",
        start,
        end,
    )


def _deputy(found: re.Match[str] | None, pack: Pack) -> str | None:
    if found is None:
        return None
    words = next(value for value in found.groupdict().values() if value)
    return role_slug(re.sub(r"^(?:tell|then|and) ", "", words.strip()), pack)


def _every(low: str, found: re.Match[str] | None, pack: Pack) -> Duration | None:
    if found is None:
        return None
    start = found.start("every")
    length = next(iter(lengths_in(f"every {low[start : found.end('every')]}", pack)), None)
    return length.limit if length is not None and isinstance(length.limit, Duration) else None


def _is_ours(low: str, one: Told, pack: Pack) -> bool:
    """Whether the telling is ours, and not the customer's or part of another's description."""
    before = low[: one.start]
    if _WHO.search(before) and one.way not in {"sent", "by"}:
        return False
    if low.startswith("involves ", one.start) and not _acts(before, pack):
        return False
    if one.way == "send" and _YOU_CAN.search(low[one.start : one.role_start]):
        return False
    if one.way in {"send", "tell", "goes", "let"}:
        polite = re.search(r"\bplease(?: also| then)? $", before) is not None
        if polite and one.way == "send" and one.is_sure:
            return not low.startswith("report", one.start)
        if pack.pattern("escalation.customers_step").search(before):
            return False
    if one.way == "tell" and not one.is_sure:
        if not re.search(
            r"(?:^|[,;:→] |\bthen |\band |\bwe |\bstaff |\bmust |\bshould |\bwill |s |immediately |\bonce )$",
            before,
        ) and not _acts(before, pack):
            return False
    if one.way in {"tell", "let", "send"} and pack.pattern("escalation.you_wait").match(low):
        verb = low[one.start : one.role_start]
        escalates = pack.pattern("escalation.escalate").search(verb) is not None
        if not escalates and re.search(r"(?:^|[,;] |\bthen )$", before):
            ours = pack.pattern("escalation.your_own").search(low, one.start, one.role_end)
            if ours and not pack.pattern("escalation.your_contact").search(low, one.start):
                return True
            return pack.pattern("escalation.you_direct").match(verb) is None
    return True


def _acts(before: str, pack: Pack) -> bool:
    """Whether one of our roles does the telling: "…, the building manager rings …"."""
    who = re.search(r"(?:^|[,;:] )(?P<who>(?:the|our|a|an|any) [\w'-]+(?: [\w'-]+){0,4}) $", before)
    if who is None:
        # "An apprentice who is unsure asks the foreman".
        who = re.match(r"(?:an?|any|every|each|the) (?P<who>[\w'-]+(?: [\w'-]+)?) who ", before)
    return (
        who is not None
        and (ROLEISH.search(who["who"]) or pack.pattern("escalation.roleish").search(who["who"]))
        is not None
    )


def _goes_up(low: str, tells: tuple[Told, ...], found: tuple[Rung, ...], pack: Pack) -> bool:
    """Whether something goes up here; "dealt with by the manager" needs what waits or is special."""
    if any(one.after is not None or one.lacks for one in found):
        return True
    for one in tells:
        rest = low[one.end :]
        if pack.pattern("escalation.answers_within").match(rest) and lengths_in(rest, pack):
            return False
    if any(pack.pattern("escalation.routine").match(low, one.end) for one in tells):
        return False
    if all(one.way in {"by", "over", "goes"} for one in tells) and tells:
        return any(_is_special(low, rung, tells[0], pack) for rung in found)
    return True


def _is_special(low: str, rung: Rung, tell: Told, pack: Pack) -> bool:
    """Whether not every case is meant: a condition, or a noun that says which ones."""
    if rung.event is None:
        return False
    start, end = rung.event
    words = low[start:end]
    opened = re.search(
        r"\b(?:if|when|whenever|where|should|once|in case of|in the event of) $", low[:start]
    )
    if tell.way == "over":
        which = pack.pattern("escalation.which_case").search(low, 0, tell.start) is not None
        return which or (
            opened is not None
            and re.match(r"take|step|pick|get|become", low[tell.role_end :].strip()) is not None
        )
    if opened is not None:
        return True
    if tell.way == "by":
        if pack.pattern("escalation.grave").match(words):
            return True
        return (
            re.search(
                r"\b(?:about|against|involving|concerning|relating to|regarding|that|which|of|over|above|with)\b",
                words,
            )
            is not None
        )
    return (
        tell.way == "goes"
        and re.match(r"(?:notices?|copies|a copy|the form|your)\b", words) is None
    )


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
    words = plain[slice(*rung.event)]
    bare = event_slug(words, pack)
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
    bare = slug(words)
    return singular(bare) == subject or re.fullmatch(r"(?:p|sev)_?\ds?", bare) is not None


def _lacking(plain: str, rung: Rung) -> Understood:
    start, end = rung.when
    if rung.lacks == "kind":
        return _not_counted(normal(plain), start, end)
    rest = plain[end:]
    fix = f"{plain[:end].rstrip(' ,')} within 5 working days"
    fix += rest if rest.startswith(",") else ", " + rest.lstrip(" ,")
    finding = Finding(
        "ES01",
        Severity.ERROR,
        "After how long? Say a time, such as within 5 working days.",
        start,
        end,
        (("who", rung.role.replace("_", " ")), ("after", "?")),
        fix.rstrip(" ,.") + ".",
        "Name a time",
    )
    return Understood((), (finding,), almost=True)


def _not_counted(low: str, start: int, end: int) -> Understood:
    finding = Finding(
        "ES04",
        Severity.ERROR,
        f'I cannot keep count of "{low[start:end]}" here. Say what is late and after how long '
        '("not answered within 4 working hours"), or by when a person is told ("within 2 working hours").',
        start,
        end,
    )
    return Understood((), (finding,), almost=True)


def _unused_calls(low: str, clauses: tuple[Escalation, ...]) -> tuple[Finding, ...]:
    words = [normal(one.event_words) for one in clauses if one.event_words]
    return tuple(
        Finding(
            "TX06",
            Severity.WARNING,
            f'I have made no use of "{found[0]}". Give it a sentence of its own, so that it is kept too.',
            *found.span(),
        )
        for found in _CALLED.finditer(low)
        if not any(found[0] in one for one in words)
    )

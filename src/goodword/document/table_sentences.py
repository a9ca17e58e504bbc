"""The sentences that rows of authority and of escalation stand for."""

import re
from dataclasses import replace

from goodword.document.authority_action import names_giving
from goodword.document.authority_led import done_by
from goodword.document.authority_mentions import amounts_of
from goodword.document.authority_role import is_roleish
from goodword.document.escalation_waits import is_undone
from goodword.document.setting import Setting
from goodword.document.table_case import lasting_case
from goodword.document.table_columns import Cell, Column
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.service import metrics_in
from goodword.language.time_phrase import times_in

# What is given, by the word in a header, in the row itself or in the heading.
_GIVEN = (
    ("discount", "give discounts", "Discounts"),
    ("credit", "give credits", "Credits"),
    ("spend", "spend", "Spending"),
    ("purchas", "spend", "Purchases"),
    ("expens", "spend", "Expenses"),
    ("expendit", "spend", "Spending"),
    ("compensat", "compensate", "Compensation"),
    ("goodwill", "compensate", "Compensation"),
    ("ex gratia", "compensate", "Compensation"),
    ("ex-gratia", "compensate", "Compensation"),
    ("redress", "compensate", "Compensation"),
    ("adjustment", "give adjustments", "Adjustments"),
    ("gift", "accept gifts", "Gifts"),
    ("write", "write off", "Write-offs"),
    ("waive", "waive fees", "Fee waivers"),
    ("fee", "waive fees", "Fee waivers"),
    ("refund", "refund", "Refunds"),
)
# What stands over the cells that name what is given, and how long such a name may be.
_KIND_HEAD = re.compile(
    r"\b(?:types?|kinds?|transactions?|actions?|items?|what|categor(?:y|ies)|requests?|remed(?:y|ies)"
    r"|gestures?|powers?|decisions?|matters?|functions?|activit(?:y|ies)|expenses?|concessions?)\b"
)
_MOST_WORDS = 6
_PER = re.compile(r"(?i)\b(?:per|a|an|each|for each) (?:\w+ )?[a-z]+$")
_PLUS = re.compile(r"(?i)\s*(?:\+|and (?:above|over|more|up)|or more)\W*$")
_FROM = re.compile(r"(?i)^(?:from|between)\s+")
_OVER = re.compile(r"(?i)^\W*?(?:over|above|more than|exceeding|greater than|in excess of|>)\s*")
_UP_TO = re.compile(
    r"(?i)^\W*?(?:up to|to|max(?:imum|\.)?(?: of)?|<=?|≤|under|below|no more than|not (?:more than|"
    r"over|above|exceeding)|not to exceed|at most)\s+"
)
_UNIT = re.compile(r"\b(?:minutes|(?:working |business )?(?:hours|days)|weeks)\b")
_TIMED = re.compile(
    r"(?:after |over |> ?)?(?:\d+|an?|half an|one|two|three|four) ?[\w ]*"
    r"(?:min(?:ute)?s?|hours?|hrs?|h|days?|weeks?)"
)
# Who is heard decides nothing.
_CONSULTED = re.compile(r"(?i),? \(?(?:in|after|following) consultation with .+$")
# Nobody has to agree.
_NOBODY = re.compile(
    r"\W*(?:no|never|usually no|not (?:usually|normally)|none|nobody|no one"
    r"|not (?:needed|required)|n/?a"
    r"|no (?:approval|sign-?off|authori[sz]ation)(?: (?:needed|required))?)\W*"
)
# What a role's cell says besides the role: "Team manager approval needed".
_APPROVAL = re.compile(
    r"(?i)(?:['’]s)? (?:written |prior |verbal )?"
    r"(?:approval|sign-?off|authori[sz]ation|consent|agreement)"
    r"(?: (?:is )?(?:needed|required|only|first|in writing|by e-?mail))?$"
)
_BY_WHEN = re.compile(
    r"^(?:within|by when|how (?:soon|quickly|fast)|deadline|time ?scale|time limit)$"
)
_AT_ONCE = re.compile(
    r"(?:at once|immediate(?:ly)?|straight ?away|right away|instantly|now|always|without delay|"
    r"asap|as soon as possible)"
)
# What says of a time only that it has passed.
_BOUNDS = re.compile(
    r"\b(?:after|over|above|within|in|at|by|for|more|longer|than|older|past|beyond|still|open|late|overdue|"
    r"outstanding|unresolved|pending|any|all|cases?|tickets?|the|an?|working|business|and|or|of|if|when|"
    r"has|have|been|is|are|it|exceed\w*|breach\w*|miss\w*|resolution|response|target|deadline|sla|time|"
    r"elapsed|passed|gone)\b|\d+|[^a-z ]"
)
# Steps of an escalation are no kinds of case.
_STEP = re.compile(r"^(?:level|tier|step|stage|l)?[ -]?(?:\d{1,2}|one|two|three|four)\W*$")


def authority_sentences(cells: tuple[Cell, ...], setting: Setting) -> tuple[str, ...]:
    """Return what a row of a role and its amounts says of authority, empty where it says none."""
    role = next((one for one in cells if one.column is Column.ROLE), None)
    if role is not None and _NOBODY.fullmatch(normal(role.text)):
        # "Agents | up to $30 | none" below "Approval": whose limit it is stands first.
        own = (one for one in cells if is_roleish(normal(one.text), setting.roles))
        first = next(own, None)
        if first is None or first is role:
            return _needless(cells, role, setting)
        role = first
    if role is None:
        return ()
    named = _CONSULTED.sub("", _APPROVAL.sub("", role.text))
    role = replace(role, text=_whole_title(named))
    kind = next((one.text for one in cells if one is not role and _names_kind(one)), "")
    amounts = [one for one in cells if one.column is Column.AMOUNT]
    led = role is cells[0] or (role in cells[:2] and cells[0] not in amounts)
    if led and _may_head(role):
        # "Director | $100,000 | $5,000" below "Title | Contracts | Refunds".
        amounts = [one for one in cells[1:] if one in amounts or _is_sum(one, setting)]
    if not amounts:
        # "Approve refunds | Planning Manager | Up to $1,000" below "Power | Delegate | Conditions".
        amounts = [one for one in cells[1:] if one is not role and _is_bound(one, setting)]
    if not amounts:
        return _by_kind(cells, role, kind, setting)
    if kind and _ASKED_HEAD.search(normal(role.head)) and is_roleish(normal(role.text)):
        # A limit, and whose approval it takes besides.
        return tuple(
            f"{kind} up to {_UP_TO.sub('', one.text).strip()} need {_lower(_article(role.text))}'s "
            "approval."
            for one in amounts
            if ENGLISH.pattern("table.plain_limit").fullmatch(normal(one.head))
        ) or tuple(filter(None, (_granted(one, role, kind, setting) for one in amounts)))
    said = (
        _granted(one, role, kind or ("" if one.column is Column.AMOUNT else one.head), setting)
        for one in amounts
    )
    return tuple(one for one in said if one)


def _by_kind(cells: tuple[Cell, ...], role: Cell, kind: str, setting: Setting) -> tuple[str, ...]:
    """Return what a row says whose amount stands in what is given: "Gifts up to $500 | Dean"."""
    told = ENGLISH.pattern("table.teller_head").search(normal(f"{role.head} {setting.heading}"))
    if told is not None or not is_roleish(normal(role.text), setting.roles):
        return ()
    who = _lower(_article(role.text))
    for one in cells:
        if one is role or one.column not in {Column.LABEL, Column.OTHER, Column.WHEN}:
            continue
        bounds = amounts_of(one.text, setting)
        if len(bounds) != 1 or len(one.text.split()) > _LONGEST_KIND:
            continue
        own = bounds[0].high is not None and _may_head(role)
        beyond = (bounds[0].is_beyond and not own) or _ASKED_HEAD.search(
            normal(role.head)
        ) is not None
        deed = "must" if beyond else "may"
        return (f"{_GRANTS_FIRST.sub('', one.text)} {deed} be approved by {who}.",)
    if kind and _ASKED_HEAD.search(normal(role.head)):
        return (f"{kind} need {who}'s approval.",)
    if (
        _may_head(role)
        and _GRANTS_FIRST.match(cells[0].text)
        and cells[0].column is not Column.ROLE
    ):
        return (f"{_GRANTS_FIRST.sub('', cells[0].text)} may be approved by {who}.",)
    if cells[0] is not role and _may_head(role) and _POWER_HEAD.search(normal(cells[0].head)):
        return done_by(f"{_article(role.text)} may", cells[0].text.strip().rstrip("."))
    return ()


def _is_sum(cell: Cell, setting: Setting) -> bool:
    """Whether a cell below a thing that is given holds an amount and nothing besides."""
    bounds = amounts_of(cell.text, setting)
    return (
        cell.column is Column.OTHER
        and len(bounds) == 1
        and re.search(r"[a-z]{3}", _UP_TO.sub("", normal(cell.text))) is None
        and re.fullmatch(r"[A-Z][A-Za-z -]{3,30}", cell.head.strip()) is not None
        and not metrics_in(normal(cell.head))
    )


def _is_bound(cell: Cell, setting: Setting) -> bool:
    """Whether a cell says up to where, or from where on, and nothing besides."""
    bounds = amounts_of(cell.text, setting)
    rest = normal(cell.text)
    for one in bounds:
        rest = f"{rest[: one.start]}{rest[one.end :]}" if len(bounds) == 1 else rest
    held = cell.column in {Column.OTHER, Column.WHEN}
    return held and len(bounds) == 1 and re.search(r"[a-z]", rest) is None


def _may_head(role: Cell) -> bool:
    return ENGLISH.pattern("table.may_head").search(normal(role.head)) is not None


def _asks_approval(role: Cell) -> bool:
    """Whether a role stands below whose approval is needed, and not below who may."""
    named = ENGLISH.pattern("table.approver_head").search(normal(role.head)) is not None
    return named and not _may_head(role) and _AUTHORISED_BY.search(normal(role.head)) is None


# Who stands below "Authorised by" may do so within the band beside it.
_AUTHORISED_BY = re.compile(r"^authori[sz](?:ed by|ation)$")


# "Approval of write-offs over …": what is approved stands behind it.
_GRANTS_FIRST = re.compile(
    r"(?i)^(?:to )?(?:approv(?:e|al (?:of|for)|ing)|authori[sz](?:e|ation of|ing)|acceptance of"
    r"|accept) "
)
# "Settle claims | Director of Legal Services" below "Power | Delegated to".
_POWER_HEAD = re.compile(
    r"^(?:description of )?(?:the )?(?:delegated )?"
    r"(?:powers?|functions?|delegations?|authority|matters?|decisions?|actions?)\b"
)
_LONGEST_KIND = 22
_ASKED_HEAD = re.compile(
    r"^(?:pre-?)?(?:prior )?approval (?:required|needed)\??$|^pre-?approval\??$"
)
_TITLE_IN_BRACKETS = re.compile(
    r"(?<=\w) \((?P<area>[A-Z][a-z]+(?:,? (?:and |& |of )?[A-Z][a-z]+)*)\)\s*$"
)


def _whole_title(text: str) -> str:
    """Return a title with its part of the house: "Deputy Vice-Chancellor (Academic)"."""
    bare = re.sub(r"(?i) or (?:above|higher)$", "", text.strip())
    return _TITLE_IN_BRACKETS.sub(r" \g<area>", bare) if " OR " not in bare else bare


def _needless(cells: tuple[Cell, ...], role: Cell, setting: Setting) -> tuple[str, ...]:
    """Return that an amount needs nobody: "Under $50 | None" below "Approval needed"."""
    amount = next((one for one in cells if one.column is Column.AMOUNT), None)
    if amount is None:
        label = cells[0]
        bounds = amounts_of(label.text, setting) if label is not role else ()
        bounded = len(bounds) == 1 and not bounds[0].is_beyond
        return (f"{label.text} need no approval.",) if bounded else ()
    if ENGLISH.pattern("table.approver_head").search(normal(role.head)) is None or ENGLISH.pattern(
        "table.over"
    ).search(normal(amount.text)):
        return ()
    most = ENGLISH.pattern("table.range").match(normal(amount.text))
    if most is not None and re.fullmatch(r"\D*0(?:\.00)?", most["low"]) is None:
        return ()
    kind = next((one.text for one in cells if one is not role and _names_kind(one)), "")
    things = _given(amount, role, kind, setting)[1]
    said = amount.text[slice(*most.span("high"))] if most is not None else amount.text
    return (f"{things} up to {_UP_TO.sub('', said).strip()} need no approval.",)


def _names_kind(cell: Cell) -> bool:
    """Whether a cell names what is given: below "Type", or by its own words."""
    if cell.column not in {Column.LABEL, Column.OTHER, Column.WHEN}:
        return False
    low = normal(cell.text)
    return len(low.split()) <= _MOST_WORDS and (
        names_giving(low) or _KIND_HEAD.search(normal(cell.head)) is not None
    )


def _given(amount: Cell, role: Cell, kind: str, setting: Setting) -> tuple[str, str]:
    """Return what is given as a verb with its object and as things; no verb where none is known."""
    heads = f"{amount.head} {role.head} {setting.heading}"
    own = normal(kind)
    for word, verb, things in _GIVEN:
        if word in normal(amount.head) or own.startswith(word):
            return verb, things
        if word in own and names_giving(own):
            return verb, things
    if kind:
        return "", kind
    for part in (normal(setting.heading), normal(heads)):
        for word, verb, things in _GIVEN:
            if word in part:
                return verb, things
    return "approve anything", "Amounts"


def _granted(amount: Cell, role: Cell, kind: str, setting: Setting) -> str:
    verb, things = _given(amount, role, kind, setting)
    low = normal(amount.text)
    who = _article(role.text)
    # "per complaint" may stand in the header of the amounts.
    per = _PER.search(normal(amount.head).replace("(", "").replace(")", ""))
    tail = f" {per[0]}" if per and not _PER.search(low) else ""
    if ENGLISH.pattern("table.unlimited").fullmatch(low):
        return f"{who} may {verb or f'approve {_lower(things)} of'} any amount."
    if ENGLISH.pattern("table.over").search(low):
        bare = _PLUS.sub("", _OVER.sub("", amount.text)).strip()
        if ENGLISH.pattern("table.unlimited").fullmatch(normal(role.text)):
            return ""
        return f"{things} over {bare} need {_lower(who)}'s approval."
    found = ENGLISH.pattern("table.range").match(low)
    if found:
        start, end = found.span("low"), found.span("high")
        least, most = amount.text[slice(*start)].strip(), amount.text[slice(*end)].strip()
        if not re.match(r"\D", least):
            least = f"{most[0]}{least}" if not most[0].isdigit() else least
        if _asks_approval(role):
            return f"{things} between {least} and {most} need {_lower(who)}'s approval."
        return _may(who, verb, things, f"{most}{tail}")
    bare = _UP_TO.sub("", amount.text)
    return _may(who, verb, things, f"{bare.strip()}{tail}")


# "Escrow Officer and Branch Manager" below who may: neither does so alone.
_TOGETHER = re.compile(
    r"(?i)(?P<one>[^,&+]+?(?<!s)) (?:and|\+|together with|with) (?:the )?(?P<two>[^,&+]+(?<!s))"
)


def _may(who: str, verb: str, things: str, most: str) -> str:
    pair = _TOGETHER.fullmatch(who)
    if pair is not None and all(is_roleish(normal(one)) for one in pair.groups()):
        alone = _may(pair["one"], verb, things, most).rstrip(".")
        return f"{alone} only with the agreement of the {_lower(pair['two'])}."
    if not verb:
        return f"{things} up to {most} may be approved by {_lower(who)}."
    return f"{who} may {verb} up to {most}."


_MAY_HEAD = re.compile(r"who (?:can|may|signs?|decides?|approves?)\b")


def escalation_sentences(  # noqa: C901, PLR0911  (a list of cases)
    cells: tuple[Cell, ...], setting: Setting
) -> tuple[str, ...]:
    """Return what a row of a trigger and a role says of escalation, empty where it says none."""
    roles = _told_of(cells)
    label = next((one.text for one in cells if one.column is Column.LABEL), "")
    when = next((one for one in cells if one.column is Column.WHEN), None)
    told = ENGLISH.pattern("table.teller_head")
    heading = normal(setting.heading)
    # "Escalate after" may stand over the times instead of over the roles.
    heads = [one for one in cells if one.column in {Column.ROLE, Column.TIME, Column.WHEN}]
    late_head = ENGLISH.pattern("table.late")
    # Who may do something is told of nothing.
    meant = not any(_MAY_HEAD.match(normal(one.head)) for one in roles) and (
        told.search(heading) is not None
        or any(told.search(normal(one.head)) for one in heads)
        or any(late_head.search(normal(one.head)) for one in heads if one.column is not Column.ROLE)
    )
    if not meant:
        return ()
    what = _what(label, heading)
    made = []
    for role in roles:
        # "Notify after 4 hours" in the header and the role below it.
        timed = [one for one in times_in(normal(role.head)) if not one.vague]
        if timed and when is None:
            after = _time_of(role.head)
            made.append(f"If {what} is not resolved within {after}, tell {_one(role)}.")
    if made or len(roles) != 1:
        return tuple(made)
    if (lasted := lasting_case(cells, roles[0])) is not None:
        return (f"If {_lower(lasted[0])}, tell {_one(roles[0])}{lasted[1]}.",)
    if when is None:
        late = next((one for one in cells if one.column is Column.TIME), None)
        if late is None and _TIMED.fullmatch(normal(label)):
            late = next(one for one in cells if one.column is Column.LABEL)
        first = cells[0]
        if late is None and first.text.isdigit() and (unit := _UNIT.search(normal(first.head))):
            late = replace(first, text=f"{first.text} {unit[0]}")
        if late is None and told.search(normal(roles[0].head)) and _happens(label, setting):
            # "Bomb threat | security desk" below "Escalate to".
            return (f"If {_lower(label.rstrip('.'))}, tell {_one(roles[0])} at once.",)
        if late is None or (
            # Below "Response time" stands by when we reply, and not when somebody is told.
            metrics_in(normal(late.head))
            and not late_head.search(normal(late.head))
            and not told.search(normal(late.head))
        ):
            return ()
        said = normal(f"{late.head} {late.text}")
        return (_by_time(what, said, late, roles[0], label, setting),)
    return (_when(what, when, roles[0], cells, label, setting),)


def _told_of(cells: tuple[Cell, ...]) -> list[Cell]:
    """Return the roles of a row; beside who owns the matter only to whom it goes up."""
    roles = [one for one in cells if one.column is Column.ROLE]
    told = ENGLISH.pattern("table.teller_head")
    higher = [one for one in roles if told.search(normal(one.head))]
    return higher if len(roles) > 1 and len(higher) == 1 else roles


def _by_time(what: str, said: str, late: Cell, role: Cell, label: str, setting: Setting) -> str:
    """Return the sentence of a row with a time: after what, or by when somebody is told."""
    if what == "a case" and _BY_WHEN.search(normal(late.head)) and _happens(label, setting):
        # "Break-in | duty manager | 30 minutes" below "Within".
        event = _lower(label.rstrip("."))
        return f"If {event}, tell {_one(role)} within {_time_of(late.text)}."
    return _late(what, said, late, role)


def _when(
    what: str, when: Cell, role: Cell, cells: tuple[Cell, ...], label: str, setting: Setting
) -> str:
    """Return the sentence of a row that says when somebody is told."""
    if _AT_ONCE.fullmatch(normal(when.text).strip(" .")) and _happens(label, setting):
        return f"If {_lower(label.rstrip('.'))}, tell {_one(role)} at once."
    said = normal(f"{when.head} {when.text}")
    if _lasts(when, setting):
        # "Waiting more than 2 hours", "Outage of over 3 hours": what lasts, and how long.
        return f"If {_lower(when.text.rstrip('.'))}, tell {_one(role)}."
    if any(not one.vague for one in times_in(f"within {normal(when.text)}")):
        return _late(what, said, when, role)
    timed = next((one for one in cells if one.column is Column.TIME), None)
    if timed is not None and is_undone(normal(when.text)):
        # "No answer from the desk | team lead | 3 hours": after so long.
        return _late(what, said, timed, role)
    by = f"within {_time_of(timed.text)}" if timed is not None else ""
    event = _lower(when.text.rstrip("."))
    return f"If {event}, tell {_one(role)} {by or 'at once'}."


def _lasts(when: Cell, setting: Setting) -> bool:
    """Whether a cell says with a time what lasts: no bare time, and nothing that was not done."""
    low = normal(when.text)
    spans = [one for one in times_in(low) if not one.vague]
    if not spans or is_undone(low):
        return False
    rest = f"{low[: spans[0].start]} {low[spans[0].end :]}"
    named = ENGLISH.pattern("table.priority").search(low) is not None
    return named or _happens(_BOUNDS.sub(" ", rest), setting)


def _happens(label: str, setting: Setting) -> bool:
    """Whether the first cell says what happened, and is no step, time, role or priority alone."""
    low = normal(label)
    return (
        re.search(r"[a-z]{3,}", low) is not None
        and _STEP.match(low) is None
        and not any(not one.vague for one in times_in(low))
        and not is_roleish(low, setting.roles)
    )


def _late(what: str, said: str, when: Cell, role: Cell) -> str:
    return f"If {what} is not {_undone(said)} within {_time_of(when.text)}, tell {_one(role)}."


def _what(label: str, heading: str) -> str:
    """Return what waits: the kind or priority that the first cell or the heading names."""
    low = normal(label)
    if ENGLISH.pattern("table.priority").search(low) and not _STEP.match(low):
        return f"a {label} case" if "priority" not in low else f"a {label}"
    if "complain" in f"{low} {heading}":
        return "a complaint"
    return "a case"


def _undone(low: str) -> str:
    if ENGLISH.pattern("table.acknowledged").search(low):
        return "acknowledged"
    if ENGLISH.pattern("table.answered").search(low):
        return "answered"
    return "resolved"


def _time_of(text: str) -> str:
    low = normal(text)
    found = next(
        (one for one in times_in(low) if not one.vague),
        None,
    )
    if found is not None:
        return text[found.length_start : found.end]
    inside = next((one for one in times_in(f"within {low}") if not one.vague), None)
    if inside is None:
        # "> a week" is a week.
        return re.sub(r"^\W+", "", text)
    return text[max(0, inside.length_start - 7) : inside.end - 7]


def _one(role: Cell) -> str:
    return _lower(_article(role.text))


def _article(role: str) -> str:
    name = role.strip().rstrip(".")
    low = normal(name)
    if low.startswith(("the ", "a ", "an ", "any", "all ", "our ", "every", "each ")) or (
        low.endswith("s") and not low.endswith("ss")
    ):
        return name
    return f"The {_lower(name)}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words

"""Sentences that say who we are, when we are open, and what words mean."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from datetime import date

from goodword.document.setting import Finding, Setting, Understood
from goodword.document.values import (
    closures_between,
    dates_in,
    impossible_date,
    impossible_time,
    intervals_in,
    week_in,
)
from goodword.language.en import lexicon, places
from goodword.language.normal import even, normal
from goodword.language.role import role_name, role_slug
from goodword.language.word import singular, slug
from goodword.policy.clause import Audience
from goodword.policy.definition import (
    AudienceClause,
    ChannelClause,
    ClosureClause,
    EffectiveClause,
    HolidayClause,
    HoursClause,
    IdentityClause,
    OwnerClause,
    RoleClause,
    TermClause,
    ZoneClause,
)
from goodword.policy.hours import Closure, HolidayPlace, OwnHours
from goodword.policy.situation import EmergencyWords
from goodword.problem import Severity

_IDENTITY = re.compile(
    r"^we are (?P<organisation>.+?),? and (?:we )?call the people (?:we|that we) serve (?:our )?"
    r"(?P<serves>[\w -]+?)\.?$"
)
_SERVES = re.compile(
    r"^we call (?:the people (?:that )?we serve|our customers) (?P<serves>[\w -]+?)\.?$"
)
_APPLIES = re.compile(
    r"\bthis policy (?:applies|is in force|takes effect|comes into force|is effective)\b"
)
_OWNER = re.compile(
    r"^(?P<role>.+?) (?:looks after|owns|is responsible for|answers for|is the owner of) "
    r"(?:this|the) (?P<what>policy|section)\.?$"
)
_OWNER_FIRST = re.compile(r"^(?:policy )?owner: (?P<role>[\w -]+?)\.?$")
_ROLES = re.compile(
    r"^(?:our team has|we have|there are|our roles are|the roles are|roles:)"
    r"(?: (?:the following |these )?(?:\w+ )?roles?)?:? (?P<list>.+?)\.?$"
)
_AWAY = re.compile(
    r"^(?:when|if|while|whenever) (?P<role>.+?) (?:is|are) (?:away|absent|on leave|not here|off|ill|"
    r"unavailable),? (?P<deputy>.+?) (?:takes? over|stands? in|steps? in|acts?|deputi[sz]es?)\b.*$"
)
_AUDIENCE_TEAM = re.compile(
    r"^this (?:section|page|part) is (?:for (?:our |the )?(?:team|staff)(?: members?)? only|internal|"
    r"only for (?:our |the )?(?:team|staff)|not public|confidential)\.?$"
)
_AUDIENCE_PUBLIC = re.compile(
    r"^this (?:section|page|part) is (?:public|for everyone|for customers)\.?$"
)
_HOURS_CUE = re.compile(
    r"\b(?:we are|we're|our \w+ (?:is|are)) open\b|\b(?:opening|working|business|office|clinic|shop|trading|our) hours\b|\bsupport hours are\b"
    r"|^open(?:ing)?\b|\bhours of (?:opening|business|operation)\b|\bhours:|^hours\b"
    r"|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week ?days?|weekends?|mon|tue|wed|thu|fri|sat|sun)\b[^.]{0,60}$"
)
# "within 4 working hours (Monday to Friday, 9am to 5pm)" promises something in hours known already.
_COUNTED_HOURS = re.compile(
    r"\b(?:within|every|in|after) \w+ (?:working|business|office|opening) hours?\b"
)
_CLOSED = re.compile(r"\b(?:we are|we're|we will be|our \w+ (?:is|are)) closed\b|^closed\b")
_OPEN_ON = re.compile(r"\bwe (?:are|will be) (?:only )?open\b|\bwe open\b|\bopening hours are\b")
_HOLIDAYS_OF = re.compile(
    r"^(?:our )?(?:public|bank) holidays (?:are|mean|follow)(?: those)?(?: (?:of|in|for))? (?P<place>.+?)\.?$"
)
_CLOSED_HOLIDAYS = re.compile(
    r"\b(?:closed|except|not open|excluding|apart from|other than)\b.*?\b(?:public|bank|statutory|national) holidays"
    r"(?: (?:of|in) (?P<place>[\w ,]+?))?(?=[.,;)]|$)"
)
_ZONE = re.compile(
    r"^(?:all times (?:\w+ )?(?:are|is)(?: (?:in|given in|local to|shown in|meant in))?|times are in"
    r"|(?:our|the) time ?zone is|time ?zone:)(?: the)? (?P<zone>.+?)"
    r"(?: (?:time|local time|standard time|time ?zone))*\.?$"
)
_TERM_BY = re.compile(r'^by (?:an? |the )?"?(?P<term>[\w\' -]{2,60}?)"? we mean (?P<meaning>.+)$')
_TERM_MEANS = re.compile(
    r'^(?:an? |the )?(?P<quote>"?)(?P<term>[\w\' -]{2,50}?)(?P=quote)(?: \([\w ]+\))? means? (?P<meaning>.+)$'
)
_TERM_IS = re.compile(
    r'^(?:an? )(?P<term>"[\w\' -]{2,50}"|complaint|grievance|enquiry|concern|compliment|first (?:reply|response))'
    r" is (?:defined as )?(?P<meaning>(?:any|an|a) .+)$"
)
_EMERGENCY_WORDS = re.compile(
    r"^(?:words (?:such as|like)|if (?:anyone|somebody|someone|a \w+) (?:says|mentions)) (?=\").*\bemergency\b"
)
_EMERGENCY = re.compile(r"^in (?:an |case of an? )?emergency,? (?P<what>.+)$")
_QUOTED = re.compile(r'"([^"]+)"')
_CHANNEL_LINE = re.compile(r"^(?P<name>[\w ./-]{2,30}): (?P<address>.+)$")
_ADDRESS = re.compile(
    r"@|\d{3,}|\w\.\w{2,}|\b(?:street|road|avenue|lane|square|floor|desk|counter)\b"
)
_NOT_ROLES = re.compile(r"\bhours|promise|channels?|goal|ways|offices?|locations?\b")
_NUMBERED = re.compile(r"\broles?\b")

Reader = Callable[[str, str, Setting], Understood | None]


def definition(text: str, setting: Setting) -> Understood | None:
    """Return the definition that the sentence gives, or None where it gives none."""
    plain = even(text).strip()
    low = normal(plain)
    for reader in _READERS:
        understood = reader(plain, low, setting)
        if understood is not None:
            return understood
    return None


def _audience(_: str, low: str, setting: Setting) -> Understood | None:
    del setting
    if _AUDIENCE_TEAM.match(low):
        return Understood((AudienceClause(audience=Audience.TEAM),))
    if _AUDIENCE_PUBLIC.match(low):
        return Understood((AudienceClause(audience=Audience.PUBLIC),))
    return None


def _identity(plain: str, low: str, setting: Setting) -> Understood | None:
    del setting
    if found := _IDENTITY.match(low):
        start, end = found.span("organisation")
        return Understood(
            (IdentityClause(organisation=plain[start:end], serves=_one(found["serves"])),)
        )
    return None


def _one(words: str) -> str:
    head, _, last = words.strip().rpartition(" ")
    return f"{head} {singular(last)}".strip()


def _effective(plain: str, low: str, setting: Setting) -> Understood | None:
    del plain, setting
    found = _APPLIES.search(low)
    if found is None:
        return None
    if (wrong := impossible_date(low)) is not None:
        return Understood(
            findings=(
                Finding(
                    "DT01",
                    Severity.ERROR,
                    f'"{low[slice(*wrong)]}" is not a date of any year. '
                    "Write a date such as 1 September 2026.",
                    *wrong,
                ),
            ),
            almost=True,
        )
    days = dates_in(low)
    applies_from = applies_until = None
    for start, _, month, day, year in days:
        if year is None:
            return None
        word = low[:start].rstrip().rsplit(" ", 1)[-1]
        if word in {"until", "till", "to"}:
            applies_until = date(year, month, day)
        else:
            applies_from = date(year, month, day)
    if applies_from is None and applies_until is None:
        return None
    return Understood((EffectiveClause(applies_from=applies_from, applies_until=applies_until),))


def _owner(_: str, low: str, setting: Setting) -> Understood | None:
    found = _OWNER.match(low) or _OWNER_FIRST.match(low)
    if found is None:
        return None
    role = role_slug(found["role"])
    if role is None:
        return None
    section = found.groupdict().get("what") == "section"
    return Understood((OwnerClause(role=role, section_of=setting.section if section else None),))


def _roles(plain: str, low: str, setting: Setting) -> Understood | None:
    del setting
    found = _ROLES.match(low)
    if found is None or not _NUMBERED.search(low[: found.start("list")]):
        return None
    start, end = found.span("list")
    names = re.split(r", and |, | and ", plain[start:end])
    clauses = tuple(
        RoleClause(role=role, name=_role_as_named(name))
        for name in names
        if (role := role_slug(name.lower())) is not None
    )
    return Understood(clauses) if clauses else None


def _role_as_named(name: str) -> str:
    # "Heads of services" is one head of services.
    named, of, rest = role_name(name).partition(" of ")
    head, _, last = named.rpartition(" ")
    return f"{head} {singular(last)}".strip() + of + rest


def _deputy(plain: str, low: str, setting: Setting) -> Understood | None:
    del setting
    found = _AWAY.match(low)
    if found is None:
        return None
    role, deputy = role_slug(found["role"]), role_slug(found["deputy"])
    if role is None or deputy is None:
        return None
    start, end = found.span("role")
    return Understood((RoleClause(role=role, name=role_name(plain[start:end]), deputy=deputy),))


def _zone(_: str, low: str, setting: Setting) -> Understood | None:
    del setting
    found = _ZONE.match(low)
    if found is None:
        return None
    written = found["zone"].strip()
    zone = places.ZONES.get(written.removesuffix(" time")) or _iana(written)
    if zone is None:
        return Understood(
            findings=(
                Finding(
                    "HR02",
                    Severity.ERROR,
                    f'I do not know the time of "{written}". Name a large city near you, '
                    "or a zone such as Europe/London.",
                    *found.span("zone"),
                    fix="All times are London time.",
                ),
            ),
            almost=True,
        )
    return Understood((ZoneClause(zone=zone),))


def _iana(written: str) -> str | None:
    if "/" not in written and written != "utc":
        return None
    from zoneinfo import available_timezones  # noqa: PLC0415  (walks the zone files)

    return next((zone for zone in available_timezones() if zone.lower() == written), None)


def _holidays(plain: str, low: str, setting: Setting) -> Understood | None:
    del setting
    found = _HOLIDAYS_OF.match(low)
    if found is None:
        return None
    start, end = found.span("place")
    place = place_named(plain[start:end])
    if place is None:
        return Understood(
            findings=(
                Finding(
                    "HR03",
                    Severity.ERROR,
                    f'I do not know the public holidays of "{plain[start:end]}". Name a country, '
                    "or a state and its country.",
                    start,
                    end,
                    fix="Public holidays are those of England.",
                ),
            ),
            almost=True,
        )
    return Understood((HolidayClause(place=place),))


def place_named(words: str) -> HolidayPlace | None:
    """Return the place of public holidays as written: `Victoria, Australia`, `AU-VIC`."""
    low = words.lower().strip()
    known = places.PLACES
    if found := re.fullmatch(r"([a-z]{2})(?:-([a-z0-9]{1,3}))?", low):
        if low in known:
            return HolidayPlace(known[low][0], known[low][1], words)
        return HolidayPlace(found[1].upper(), found[2].upper() if found[2] else None, words)
    for part in (low, *(piece.strip() for piece in low.split(","))):
        if part in known:
            country, subdivision, _ = known[part]
            return HolidayPlace(country, subdivision, words)
    return None


def _closed(plain: str, low: str, setting: Setting) -> Understood | None:
    del plain, setting
    if not _CLOSED.search(low):
        return None
    if (wrong := impossible_date(low)) is not None:
        return Understood(
            findings=(
                Finding(
                    "DT01",
                    Severity.ERROR,
                    f'"{low[slice(*wrong)]}" is not a date of any year.',
                    *wrong,
                ),
            ),
            almost=True,
        )
    days = dates_in(low)
    closures: list[Closure] = []
    index = 0
    while index < len(days):
        _, end, month, day, year = days[index]
        first = Closure(month, day, year)
        following = days[index + 1] if index + 1 < len(days) else None
        if following and re.fullmatch(
            r" ?(?:to|until|till|through|-) ?(?:and including )?", low[end : following[0]]
        ):
            last = Closure(following[2], following[3], following[4])
            if last.year and not first.year:
                first = Closure(month, day, last.year - ((month, day) > (last.month, last.day)))
            closures.extend(closures_between(first, last))
            index += 2
            continue
        part = intervals_in(low[end:])
        closures.append(
            Closure(month, day, year, start=part[0].start, end=part[0].end) if part else first
        )
        index += 1
    holidays = re.search(r"\b(?:public|bank|national|statutory) holidays?\b", low) is not None
    named = _named_days(low)
    closures.extend(one for one in named if one not in closures)
    if not closures and not holidays:
        return None
    return Understood((ClosureClause(closures=tuple(closures), public_holidays=holidays),))


def _named_days(low: str) -> list[Closure]:
    named = {
        "christmas day": (12, 25),
        "boxing day": (12, 26),
        "new year's day": (1, 1),
        "christmas eve": (12, 24),
        "new year's eve": (12, 31),
    }
    return [Closure(*on) for name, on in named.items() if name in low]


def _own_hours(_: str, low: str, setting: Setting) -> Understood | None:
    del setting
    found = re.match(
        r"^on (?P<on>.+?),? we (?:are|will be) (?:only )?(?P<how>open|closed)\b(?P<times>.*)$", low
    )
    if found is None:
        return None
    days = [one for one in dates_in(found["on"]) if one[4] is not None]
    if not days:
        return None
    times = intervals_in(found["times"]) if found["how"] == "open" else ()
    if found["how"] == "open" and not times:
        return None
    own = tuple(OwnHours(date(year or 1, month, day), times) for _, _, month, day, year in days)
    return Understood((ClosureClause(own_hours=own),))


def _hours(plain: str, low: str, setting: Setting) -> Understood | None:
    del setting
    if not _HOURS_CUE.search(low) or re.search(
        r"\b(?:respond|reply|answer|acknowledge|resolve)\b", low
    ):
        return None
    if _COUNTED_HOURS.search(low):
        return None
    if (odd := impossible_time(low)) is not None:
        return _impossible(low, odd)
    week = week_in(low)
    if week is None:
        return None
    found: list[HoursClause | ClosureClause | HolidayClause] = [HoursClause(week=week)]
    if closed := _CLOSED_HOLIDAYS.search(low):
        place = place_named(plain[slice(*closed.span("place"))]) if closed["place"] else None
        found.append(HolidayClause(place=place) if place else ClosureClause(public_holidays=True))
    return Understood(tuple(found))


def _impossible(low: str, odd: tuple[int, int]) -> Understood:
    """Return the question which time is meant, where no clock shows the one that is written."""
    return Understood(
        (),
        (
            Finding(
                "HR04",
                Severity.ERROR,
                f'No clock shows "{low[slice(*odd)]}". Write opening times from 0:00 to 24:00, '
                "such as 9:00 to 17:00.",
                *odd,
            ),
        ),
        almost=True,
    )


def _term(plain: str, low: str, setting: Setting) -> Understood | None:
    del setting
    found = _TERM_BY.match(low) or _TERM_IS.match(low) or _TERM_MEANS.match(low)
    if found is None:
        return None
    term = found["term"].strip('"')
    if term in {"this", "that", "it", "which", "what", "we", "you"} or len(term.split()) > 6:
        return None
    start, end = found.span("meaning")
    return Understood((TermClause(term=term, meaning=plain[start:end].rstrip(". ")),))


def _emergency(plain: str, low: str, setting: Setting) -> Understood | None:
    if _EMERGENCY_WORDS.match(low):
        words = tuple(_QUOTED.findall(plain))
        return Understood((EmergencyWords(words=words, instruction=setting.emergency),))
    if _EMERGENCY.match(low):
        return Understood((EmergencyWords(words=(), instruction=plain),))
    return None


def channel_named(name: str) -> str | None:
    """Return the channel whose name the words are, as in "Text message" or "By email"."""
    low = normal(name).strip(" :.").removeprefix("by ").removeprefix("on ").removeprefix("our ")
    for channel, pattern in lexicon.CHANNELS.items():
        if re.fullmatch(rf"(?:{pattern})", low):
            return channel
    extra = {
        "call us": "phone",
        "tel": "phone",
        "telephone": "phone",
        "mobile": "phone",
        "text": "text",
        "post": "letter",
        "write to us": "letter",
        "address": "in_person",
        "visit us": "in_person",
        "video": "video",
        "app": "portal",
        "fax": "letter",
        "letter": "letter",
        "mail": "letter",
        "call": "phone",
        "form": "web_form",
        "website": "web_form",
        "online": "web_form",
        "relay": "relay",
        "portal": "portal",
    }
    return extra.get(low)


def _channel(plain: str, low: str, setting: Setting) -> Understood | None:
    found = _CHANNEL_LINE.match(plain)
    if found is None:
        return None
    channel = channel_named(found["name"])
    if channel is None or not _ADDRESS.search(low[found.start("address") :]):
        return None
    del setting
    return Understood((ChannelClause(channel=channel, address=found["address"].strip()),))


_READERS: tuple[Reader, ...] = (
    _audience,
    _identity,
    _effective,
    _owner,
    _roles,
    _deputy,
    _emergency,
    _zone,
    _holidays,
    _own_hours,
    _closed,
    _hours,
    _term,
    _channel,
)


def term_slug(term: str) -> str:
    """Return a term as part of an id."""
    return slug(term)

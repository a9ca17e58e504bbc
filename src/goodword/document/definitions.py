"""Sentences that say who we are, when we are open, and what words mean."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Callable
from datetime import date

from goodword.document.hours_said import hours_said
from goodword.document.hours_several import hours_of_several
from goodword.document.places_named import place_named
from goodword.document.setting import Finding, Setting, Understood
from goodword.document.values import dates_in, impossible_date
from goodword.language.cued import Cued
from goodword.language.en import lexicon, places
from goodword.language.normal import even, normal
from goodword.language.role import role_name, role_slug
from goodword.language.sieve import Sieve
from goodword.language.word import singular, slug
from goodword.policy.clause import Audience
from goodword.policy.definition import (
    AudienceClause,
    ChannelClause,
    EffectiveClause,
    HolidayClause,
    IdentityClause,
    OwnerClause,
    RoleClause,
    TermClause,
    ZoneClause,
)
from goodword.policy.situation import EmergencyWords
from goodword.problem import Severity

_IDENTITY = Cued(
    r"^we are (?P<organisation>.+?),? and (?:we )?call the people (?:we|that we) serve (?:our )?"
    r"(?P<serves>[\w-]+(?: [\w-]+){0,3}?)\.?$",
    "we ar",
)
_SERVES = re.compile(
    r"^we call (?:the people (?:that )?we serve|our customers) (?P<serves>[\w-]+(?: [\w-]+){0,3}?)\.?$"
)
_APPLIES = Cued(
    r"\bthis policy (?:applies|is in force|takes effect|comes into force|is effective|replaces"
    r"|supersedes)\b",
    "this p",
)
_APPLIES_TO = re.compile(
    r"\bapplies to (?P<to>(?!\d)[^,;.]+?)(?= from | until |,| and (?:it )?(?:replaces|supersedes) |$)"
)
_REPLACES = re.compile(
    r"\b(?:replaces|supersedes) (?P<what>[^,;.]+?)(?= from | until |,| and (?:it )?applies |$)"
)
_OWNER = Cued(
    r"^(?P<role>.+?) (?:looks after|owns|is responsible for|answers for|is the owner of) "
    r"(?:this|the) (?P<what>policy|section)\.?$",
    " answers for t| is responsible for t| is the owner of t| looks after t| owns t",
)
_OWNER_FIRST = Cued(r"^(?:policy )?owner: (?P<role>[\w -]+?)\.?$", "owner")
_ROLES = Cued(
    r"^(?:our team has|we have|there are|our roles are|the roles are|roles:)"
    r"(?: (?:the following |these )?(?:\w+ )?roles?)?:? (?P<list>.+?)\.?$",
    "our roles are|our team has|roles:|the roles are|there are|we have",
)
_AWAY = Cued(
    r"^(?:when|if|while|whenever) (?P<role>.+?) (?:is|are) (?:away|absent|on leave|not here|off|ill|"
    r"unavailable),* (?P<deputy>.+?) (?:takes? over|stands? in|steps? in|acts?|deputi[sz]es?)\b.*$",
    " act| deputise| deputize| stand in| stands in| step in| steps in| take over| takes over",
)
_AUDIENCE_TEAM = Cued(
    r"^this (?:section|page|part) is (?:for (?:our |the )?(?:team|staff)(?: members?)? only|internal|"
    r"only for (?:our |the )?(?:team|staff)|not public|confidential)\.?$",
    "this",
)
_AUDIENCE_PUBLIC = Cued(
    r"^this (?:section|page|part) is (?:public|for everyone|for customers)\.?$", "this"
)
_HOLIDAYS_OF = re.compile(
    r"^(?:our )?(?:public|bank) holidays (?:are|mean|follow)(?: those)?(?: (?:of|in|for))? (?P<place>.+?)\.?$"
)
_HOLIDAYS_KEPT = re.compile(
    r"^we (?:follow|observe|keep) (?:all )?(?:of )?(?:the )?(?:public|bank|national|statutory) holidays (?:of|in) (?P<place>.+?)\.?$"
)
_ZONE = Cued(
    r"^(?:all times (?:\w+ )?(?:are|is)(?: (?:in|given in|local to|shown in|meant in))?|times are in"
    r"|(?:our|the) time ?zone is|time ?zone:)(?: the)? (?P<zone>.+?)"
    r"(?: (?:time|local time|standard time|time ?zone))*\.?$",
    "all t|our t|the t|time",
)
_TERM_BY = re.compile(r'^by (?:an? |the )?"?(?P<term>[\w\' -]{2,60}?)"? we mean (?P<meaning>.+)$')
# What brings something about defines nothing: "a late visit can mean …", "extra boxes mean extra
# money", "being a member means …", "by other means".
_BRINGS = (
    r"(?!(?:[^\"]*? )?(?:can|may|might|could|would|will|also|often|usually|always|sometimes|not|never|to|by|and|informal|other|all|you|\w+n't) means?\b)"
    r"(?!(?:our|your|any|every|each|extra|more|further|this|that|these|those|it|which|failure|having|being|doing)\b(?! (?:working|business|opening|office|core|support) \w+ means?\b))"
    r"(?!\w+ing (?:an?|the|your|our|us|so|one|in|on|out|to|off|it|them|authority)\b)"
    r"(?![^\"]*? means? (?:extra|more|further|less|little|nothing|much|having|going|you lose|the same)\b)"
)
_TERM_MEANS = Cued(
    rf'^(?!(?:if|when|where|should|as|since|because|whether|how|what|whatever)\b){_BRINGS}(?:an? |the )?(?P<quote>"?)(?P<term>[\w\' -]{{2,50}}?)(?P=quote)(?: \([\w ]+\))? means? (?P<meaning>.+)$',
    " mean",
)
_TERM_IS = re.compile(
    r'^(?:an? )(?P<term>"[\w\' -]{2,50}"|complaint|grievance|enquiry|concern|compliment|first (?:reply|response))'
    r" is (?:defined as )?(?P<meaning>(?:any|an|a) "
    r"(?!(?:opportunity|chance|gift|valuable|way|sign that we|chance|lesson|useful|good|great)\b).+)$"
)
# "An escalation is defined as a dispute …", "An adult at risk is a person who …".
_TERM_DEFINED = Cued(
    r'^(?:an? |the )?(?P<quote>"?)(?P<term>[a-z][\w\' -]{2,50}?)(?P=quote) '
    r"(?:(?:is|are) (?:hereby |here )?defined (?:here )?as|(?:is|are) taken to mean|(?:shall|will) mean) (?P<meaning>.+)$",
    "defined|mean",
)
_TERM_PERSON = re.compile(
    r"^an? (?P<term>[\w' -]{3,40}?) is (?P<meaning>(?:(?:a person|someone|somebody|anyone|any person) (?:aged|who|whose|with)|any (?:expression|statement|contact|call|case|request)|a (?:customer|client|patient|member|tenant|complaint|case|contact|call) (?:who|that|which)|an expression)\b.+)$"
)
_EMERGENCY_WORDS = Cued(
    r"^(?:words (?:such as|like)|if (?:anyone|somebody|someone|a \w+) (?:says|mentions)) (?=\").*\bemergency\b",
    "emerg",
)
_EMERGENCY = re.compile(
    r"^in (?:an |case of an? )?emergency,? (?P<what>(?!.*\b(?:within|inside|no later than) [\w-]+ \w+)(?!.*\b(?:we|be told|be informed)\b.*\bas soon as\b).+)$"
)
_QUOTED = re.compile(r'"([^"]+)"')
_CHANNEL_LINE = Cued(r"^(?P<name>[\w ./-]{2,30}): (?P<address>.+)$", ":")
_ADDRESS = re.compile(
    r"@|(?<![£$€\d.,])\d{3,}|\w\.\w{2,}|\b(?:street|road|avenue|lane|square|floor|desk|counter)\b"
)
_NOT_ROLES = re.compile(r"\bhours|promise|channels?|goal|ways|offices?|locations?\b")
_NUMBERED = re.compile(r"\broles?\b")

Reader = Callable[[str, str, Setting], Understood | None]


def definition(text: str, setting: Setting) -> Understood | None:
    """Return the definition that the sentence gives, or None where it gives none."""
    plain = even(text).strip()
    low = normal(plain)
    for reader in _READERS.through(low):
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
    del setting
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
    bare = low.rstrip(" .")
    to, replaces = _APPLIES_TO.search(bare), _REPLACES.search(bare)
    if applies_from is None and applies_until is None and replaces is None:
        return None
    clause = EffectiveClause(
        applies_from=applies_from,
        applies_until=applies_until,
        applies_to=plain[slice(*to.span("to"))] if to is not None else "",
        replaces=plain[slice(*replaces.span("what"))] if replaces is not None else "",
    )
    return Understood((clause,))


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
    found = _HOLIDAYS_OF.match(low) or _HOLIDAYS_KEPT.match(low)
    if found is None:
        return None
    start, end = found.span("place")
    place = place_named(plain[start:end])
    if place is None and found.re is _HOLIDAYS_KEPT:
        return None
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


_CALLED = Cued(
    r"\b(?:call|ring|phone|telephone|dial)(?P<number>(?: us)?(?: on)?:? \+?\(?\d[\d ()-]{5,}\d)(?!\d|:|[ap]m)",
    "call|dial|phone|ring",
)


def _hours(plain: str, low: str, setting: Setting) -> Understood | None:
    number = _CALLED.search(low)
    if number is not None and len(plain) == len(low):
        # "Call 0800 555 0199 Monday to Friday, 8am to 6pm": a number is no time.
        start, end = number.span("number")
        plain, low = (f"{one[:start]} us{one[end:]}" for one in (plain, low))
    return hours_of_several(plain, low, setting) or hours_said(plain, low, setting)


def _term(plain: str, low: str, setting: Setting) -> Understood | None:
    del setting
    found = (
        _TERM_BY.match(low)
        or _TERM_IS.match(low)
        or _TERM_DEFINED.match(low)
        or _TERM_PERSON.match(low)
        or _TERM_MEANS.match(low)
    )
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


# Tickets are raised on a page.
_TICKETS_AT = "web_form"


def channel_named(name: str) -> str | None:
    """Return the channel whose name the words are, as in "Text message" or "By email"."""
    low = normal(name).strip(" :.").removeprefix("by ").removeprefix("on ").removeprefix("our ")
    for channel, pattern in lexicon.CHANNELS.items():
        if re.fullmatch(rf"(?:{pattern})", low):
            return _TICKETS_AT if channel == "ticket" else channel
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
        "app": "web_form",
        "fax": "letter",
        "letter": "letter",
        "mail": "letter",
        "call": "phone",
        "form": "web_form",
        "website": "web_form",
        "online": "web_form",
        "relay": "relay",
        "portal": "web_form",
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


# Each reader with words without one of which it finds nothing.
_READERS: Sieve[Reader] = Sieve(
    (
        (_audience, ("this",)),
        (_identity, _IDENTITY.cues),
        (_effective, _APPLIES.cues),
        (_owner, (*_OWNER.cues, *_OWNER_FIRST.cues)),
        (_roles, _ROLES.cues),
        (_deputy, _AWAY.cues),
        (_emergency, ("emerg",)),
        (_zone, _ZONE.cues),
        (_holidays, ("holidays",)),
        (_term, (" mean", "defined", " is ")),
        (_hours, ()),
        (_channel, (":",)),
    )
)


def term_slug(term: str) -> str:
    """Return a term as part of an id."""
    return slug(term)

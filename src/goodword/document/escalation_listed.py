"""Who is told of a case, one behind the other: "Theft: shift lead at once, police in an hour"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from goodword.document.condition_text import condition_of
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_told import role_at
from goodword.document.escalation_waits import LASTING, lengths_in, trigger_in
from goodword.document.second_people import is_head, is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued, stands
from goodword.language.normal import even, normal
from goodword.language.role import role_slug
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Limit

# Between two who are told; the second kind says that it goes on to them.
_PART = re.compile(
    r"\s*(?:(?:[,;]\s*|\s)(?:and )?(?P<then>then|after that|next|failing that|finally|lastly)(?: on)?(?: to)?\b[:,]?"
    r"|(?P<arrow>→|->|=>|>)|(?P<mark>[,;+])(?: (?:and|plus))?(?=\s)| (?P<and>and|&|plus|as well as) )\s*"
)
_AT_ONCE = re.compile(
    r"\b(?:at once|immediately|straight ?away|right away|instantly|without delay|(?:at )?first(?! aid)|second(?= the )|third(?= the )|fourth(?= the )|lastly|in (?:that|this) order|in the first (?:place|instance)|also|too|by (?:him|her|them|phone|telephone|text|radio)|always|now)\b"
)
_LEADS = re.compile(
    r"^(?:(?:to|the|our|an?|tell|call|ring|phone|notify|inform|alert|page|contact|ask|see|text|email|outside|nearest|local|duty(?= head)) )+"
)
# Small words that time leaves behind.
_GLUE = re.compile(
    r"\b(?:after|within|in|at|by|if not (?:solved|resolved|settled)|still open)\b|\+"
)
_AFTER = re.compile(r"(?:\b(?:at|after|t)|\+|>)\s*$")
_LATER = re.compile(r"^ (?:later|on|passed|gone)\b")
# Who is told though no role names them.
_FAMILY = re.compile(
    r"(?:parents?|guardians?|carers?|family|families|next of kin|relatives?)(?: (?:and|or|/) (?:carers?|guardians?))?$"
)
_OUTSIDE = Cued(
    r"\b(?:police|ambulance|fire (?:brigade|service|department)|rescue|coast ?guard|hospital|laborator(?:y|ies)|lab|post|clinic|first aid(?:er)?|state|county|city|school|embassy|consulate|bank|insurers?|999|911|112|hotline|help ?line|switchboard|trustees?|unit|cent(?:re|er)|station|carrier|landlord|manufacturer|supplier|press office)$",
    "police|ambulance|fire|rescue|coast|hospital|lab|post|clinic|first aid|state|county|city|school|embassy|consulate|bank|insurer|999|911|112|line|switchboard|trustee|unit|cent|station|carrier|landlord|manufacturer|supplier|press",
)
_TITLE = re.compile(r"(?:[A-Z][\w'&/-]*|\d)(?: (?:(?:of|for|and|&|the) )?(?:[A-Z][\w'&/-]*|\d))*$")
_SAYS = re.compile(
    r"\b(?:is|are|was|were|will|shall|must|may|can|should|has|have|does|do|did|not|if|when|who|which|that|we|you|they|he|she|(?<!of )(?<!and )it|be|been|open|closed|per|each|every|only|no)\b|[\d£$€%]{2,}|\?"
)
# Of what goes on only where the one before could not settle it.
_DISPUTED = re.compile(
    r"\b(?:complaints?|disputes?|disagree\w*|concerns?|questions?|problems?|issues?|unhappy|appeals?|grievances?|quer(?:y|ies)|dissatis\w*|not (?:happy|satisfied))\b"
)
# "End the call" is a step, and nobody.
_OFFICE = re.compile(
    r"\b(?P<title>(?:[A-Z]\w+ )*(?:Manager|Director|President|Officer|Dean|Head|Chancellor)), (?P<of>(?!\w+ (?:Manager|Director|Lead))(?:[A-Z]\w+|IT|HR)(?: (?:(?:and|&) )?[A-Z]\w+)*)$"
)
_DEED = re.compile(
    r"(?<!of)(?<!for)(?<!in)(?<!and) (?:the|our|an?|your|their) |^(?:end|give|take|check|log|record|close|open|stop|keep|move|put|send|make|bring|write|fill|offer|leave|wait|lock|switch|turn|evacuate|clear|listen|stay|apologi[sz]e|refund|replace|repair|clean)\b| (?<!on )(?:call|line|time|room)$"
)
_GOES = re.compile(r"\bto\b|escalat")
_ABOUT = re.compile(r"\b(?:about|with|over|against|by|from|in|on|at|for|or)\b")
_MOST_WORDS, _MOST = 6, 6
_CASE = re.compile(
    r"^(?:\(?\w{1,2}[.)] )?(?P<case>[^:→|?]{3,100}?)(?:: | → | -> | => | - (?=[^:]*then))"
)
# Somebody was not reached: whoever stands behind is next.
_UNREACHED = re.compile(
    r"\b(?:not|nobody|no one) (?:\w+ )?(?:answer\w*|reach\w*|pick\w*|respond\w*|there|available|in|on duty)\b"
    r"|\bno (?:answer|reply|response|ack\w*)\b|\bun(?:answered|available|reachable|acknowledged)\b"
)
_OF_DAY = re.compile(r"(?:(?:working|business) )?day \S+")
_BRACKETS = re.compile(r" \([^()]*\)")
_IN_ORDER = re.compile(r"\bfirst\b.*\bsecond\b|\b1st\b.*\b2nd\b|\bin (?:that|this) order\b")
_JOINTS = (": ", " → ", " -> ", " => ", " - ")
# A case that is a label, and none that happens: "Managers: Ann, then Bob".
_LABEL = re.compile(
    r"(?:please )?(?:note|nb|(?:auto-?)?escalat.*|(?:path|route|then|tell|notify|inform|call|ring|who).*|contacts?|contact (?:us|details)|staff|team|managers?|people|roles?|members?|attend(?:ees|ing)|order|sequence|opening hours|example|rota|shifts?|chain of command|reporting lines?|approv\w*|sign(?:ed|-off)?|authori\w*|limits?|who may \w+|refunds?|discounts?|credits?|team \w+|ingredients|topics?|agenda|present)$"
)
_WHOM = Cued(
    r"\bescalat|\bwho(?:m)? (?:is|are|to|we|must be|should be|gets|you) ?(?:be )?(?:told|tell|notif\w+|inform\w*|alert\w*|call\w*|ring|contact\w*|paged?|ask|see|hears?)\b|\b(?:notif(?:y|ied|ication)|tell|told|inform(?:ed)?|alert(?:ed)?)\b|\bgoes to\b|\bwho to (?:tell|call|ask|ring|contact|see)\b|\bcall(?:ing)? (?:order|tree|list)\b",
    "escalat|who|notif|tell|told|inform|alert|goes to|call",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who is told: after a time, by a time, and only once another was (`then`)."""

    role: str
    after: Limit | None = None
    within: Limit | None = None
    then: bool = False
    timed: bool = False


def asks_whom(words: str) -> bool:
    """Whether a heading or a header asks who is told, or to whom something goes."""
    return _WHOM.search(normal(words)) is not None


def listed_in(words: str, setting: Setting, *, known: bool = True) -> tuple[Listed, ...]:
    """Return those whom a list names, each with its time; nobody where it says anything else.

    With `known` one of them at least is a person or a team by the words of the name.
    """
    plain = _OFFICE.sub(r"\g<title> \g<of>", even(words).strip(" ."))
    low = normal(plain)
    if len(low) != len(plain) or _SAYS.search(_timeless(low)):
        return ()
    found: list[Listed] = []
    for start, end, then, joined in _parts(low, setting):
        one = _one(plain, low, start, end, setting)
        if one is None:
            return ()
        if not one.role:
            # A time by itself belongs to who stands before it.
            if not found or found[-1].timed:
                return ()
            found[-1] = replace(one, role=found[-1].role, then=found[-1].then)
            continue
        if joined and found and not found[-1].timed and one.timed:
            # "The manager and the school within the hour".
            found[-1] = replace(found[-1], after=one.after, within=one.within, timed=True)
        found.append(replace(one, then=then and bool(found)))
    sure = not known or any(is_person(one.role, setting) for one in found)
    return tuple(found) if sure and len(found) <= _MOST else ()


def _parts(low: str, setting: Setting) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield the stretches between the joints: where, whether it goes on there, whether by "and"."""
    at, then, joined = 0, False, False
    for joint in _PART.finditer(low):
        if joint["and"] and not (
            _is_somebody(low[at : joint.start()], setting)
            and _is_somebody(re.split(r"[,;→]| and | then ", low[joint.end() :])[0], setting)
        ):
            continue
        yield at, joint.start(), then, joined
        at = joint.end()
        then = joint["then"] is not None or joint["arrow"] is not None
        joined = joint["and"] is not None
    yield at, len(low), then, joined


def _is_somebody(words: str, setting: Setting) -> bool:
    bare = _LEADS.sub("", _AT_ONCE.sub("", _timeless(words)).strip(" ,")).strip()
    role = role_slug(bare) if bare else None
    return role is not None and (is_person(role, setting) or _is_called(bare))


def _timeless(words: str) -> str:
    for one in reversed(lengths_in(words)):
        words = words[: one.start] + words[one.end :]
    return words


def _is_called(bare: str) -> bool:
    return _OUTSIDE.search(bare) is not None or _FAMILY.match(bare) is not None


def _one(plain: str, low: str, start: int, end: int, setting: Setting) -> Listed | None:
    part = low[start:end]
    lengths = lengths_in(part)
    if len(lengths) > 1 or not part.strip():
        return None
    after = within = None
    rest = part
    for one in lengths:
        late = (
            one.role in LASTING or _AFTER.search(part[: one.start]) or _LATER.match(part[one.end :])
        )
        after, within = (one.limit, None) if late else (None, one.limit)
        rest = part[: one.start] + " " + _LATER.sub("", part[one.end :])
        rest = _GLUE.sub(" ", rest)
    bare = _AT_ONCE.sub(" ", rest)
    timed = bool(lengths) or re.search(r"at once|immediately|straight|right away", part) is not None
    bare = " ".join(bare.strip(" ,():").split())
    bare = _LEADS.sub("", bare)
    if not bare:
        return Listed("", after, within, timed=True) if timed else None
    if len(bare.split()) > _MOST_WORDS or _DEED.search(bare) or _GOES.search(bare):
        return None
    known = role_at(bare, 0, len(bare), setting, sure=True)
    role = known[0] if known is not None and known[2] - known[1] == len(bare) else role_slug(bare)
    if not role and _FAMILY.match(bare):
        role = slug(re.sub(r"s$", "", bare))
    if not role:
        return None
    titled = _written(plain[start:end], bare)
    if is_person(role, setting) or is_head(role) or titled or _is_called(bare):
        return Listed(role, after, within, timed=timed)
    return None


def _written(plain: str, bare: str) -> bool:
    """Whether a name is written with capital letters: "Records Office"."""
    at = normal(plain).find(bare)
    return at >= 0 and _TITLE.fullmatch(plain[at : at + len(bare)]) is not None


def told_in_turn(text: str, setting: Setting, context: str = "") -> Understood | None:
    """Return one escalation for each whom a line names behind its case; None for other lines."""
    plain = even(text).strip().rstrip(".")
    found = _CASE.match(plain) if stands(_JOINTS, plain) else None
    if found is None:
        return None
    setting = with_titles(setting, plain)
    case = found["case"].strip()
    if days := lengths_in(f"{normal(case)}:"):
        people = listed_in(plain[found.end() :], setting)
        of_day = _OF_DAY.fullmatch(normal(case)) is not None
        return _by_day(text, days[0].limit, people) if of_day else None
    if _LABEL.fullmatch(normal(case)):
        return None
    if _ABOUT.search(normal(case)) is None and listed_in(case, setting):
        # From one level to the next: nothing happens that anybody is told of.
        return None
    people = listed_in(_BRACKETS.sub("", plain[found.end() :]), setting)
    above = f"{setting.heading} {context}"
    unreached = _UNREACHED.search(normal(case)) is not None
    told = asks_whom(above) or any(one.then or (one.timed and one.within is None) for one in people)
    told = told or unreached or _IN_ORDER.search(normal(plain)) is not None
    if len(people) < 2 - (asks_whom(context) or unreached) or not told:
        return None
    made = rungs_of(case, people)
    return Understood(made, (unsure(text, made),))


def _by_day(text: str, first: Limit, people: tuple[Listed, ...]) -> Understood | None:
    """Return who is told on which day: "Day 3: matron; day 5: head of patient flow"."""
    if len({one.after for one in people}) < 2 or people[0].timed:
        return None
    made: list[Escalation] = []
    for one in people:
        if one.within is not None:
            return None
        # "Day 7: the chief officer and the director": the same day for both.
        first = one.after or first
        made.append(Escalation(to=one.role, after=first, trigger=Trigger.NOT_RESOLVED))
    return Understood(tuple(made), (unsure(text, made),))


def rungs_of(
    case: str,
    people: tuple[Listed, ...],
    strength: Strength = Strength.MUST,
    *,
    goes_on: bool = False,
) -> tuple[Escalation, ...]:
    """Return the escalations of those who are told of a case.

    With `goes_on` each is told only of what the one before could not settle.
    """
    words = re.sub(r",? of (?:anybody|any kind|any sort)$", "", case.strip(" .,:"))
    words = words[:1].lower() + words[1:] if re.match(r"[A-Z][a-z ]", words) else words
    goes_on = goes_on or _DISPUTED.search(normal(words)) is not None
    made: list[Escalation] = []
    for one in people:
        if one.after is not None:
            trigger = trigger_in(normal(words)) or Trigger.NOT_RESOLVED
            rung = Escalation(
                to=one.role,
                after=one.after,
                trigger=trigger,
                condition=condition_of(words),
                strength=strength,
            )
        else:
            own = f"{words} cannot be settled there" if one.then and goes_on else words
            rung = Escalation(
                to=one.role,
                event=event_slug(own),
                event_words=own,
                within=one.within,
                strength=strength,
            )
        made.append(rung)
    return tuple(made)

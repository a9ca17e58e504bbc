"""The customer's own way to a second look, in all the words that people say it in."""

import re

from goodword.document.condition_text import Frame, frame
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_route import is_body, route, unhappy_after
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_told import role_at
from goodword.document.escalation_waits import trigger_in
from goodword.document.roles_known import checked
from goodword.document.second_people import is_head, is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.service import subjects_in
from goodword.language.time_phrase import times_in
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Duration

# Without one of these nobody is unhappy, or goes on with it.
_CUES = (
    "not|n't|no |happy|satisf|still|disagree|griev|content|pleased|resol|unable|appeal|further|"
    "passed|gone by|concern|disput"
)
_CUE = Cued(_CUES, _CUES)
# What courts decide is the customer's alone; what somebody of ours does in the same sentence is
# read where that is read.
_COURT = re.compile(r"\b(?:courts?|tribunals?|solicitors?|lawyers?|police|arbitration)\b")
_OURS = re.compile(
    r"\b(?:we|our [\w ]{2,30}|who|which|he or she|they|(?:the|a) [\w ]{2,40}) "
    r"(?:will|shall|must|aim|undertake|have to|has to|is to|are to)\b"
)
_RELATIVE = ENGLISH.compiled(
    r"(?P<who>(?:<<roles.served>>|people|anybody|anyone|those)) (?:who|that)"
    r" (?P<what>[\w' -]{4,100}?),? (?:can|may|could|might|should|must|has|have|will)\b"
)
_LABEL = re.compile(
    r"^[^:.;]{1,60}: (?=(?:if|where|when|should|in the event|customers?|any)\b)", re.IGNORECASE
)
_ASIDE = re.compile(r"(?:(?<=\bif)|(?<=\bwhere)|(?<=\bwhen)), however, ", re.IGNORECASE)
_FREE = re.compile(r" (?:free(?: of charge)?|for free|at no cost|without charge|online)\b")
_ARTICLE = re.compile(r"(?:the|our|an?) ")
_RUNS_ON = re.compile(
    r"(?:(?:but|and|however,?) )?(?:if|where|when|should|in the event that) (?=.)"
)
# Who is spoken of: "you" is a customer where no customer is spoken of beside it.
_YOU = re.compile(r"you\b")
_FEELS = re.compile(
    r"\byour (?:concern|complaint|grievance)|satisf|happy|agree|"
    r"\baccept|content\b|pleased|liking|further"
)
_HE = re.compile(r"(?:they|he|she|s/he)\b")
_CUSTOMER = ENGLISH.compiled(r"\b(?:<<roles.served>>|person|people)\b")
_US = re.compile(r"\b(?:we|us|our|your)\b")
_LEAD = re.compile(r"^(?:if|when|where|should|in the event (?:that|of)|once|in case) |^.*?: if ")


def own_way(  # noqa: PLR0911  (a list of cases)
    text: str, setting: Setting, context: str = ""
) -> Understood | None:
    """Return to whom unhappy customers may go; None where the sentence says no such way.

    Nothing of it falls due for the team: how long customers have for it is theirs to keep.
    """
    plain = even(text).strip().rstrip(".")
    plain = _ASIDE.sub(" ", _LABEL.sub("", plain))
    low = normal(plain)
    if _CUE.search(low) is None and (not context or _CUE.search(normal(context)) is None):
        return None
    taken = frame(plain)
    found = ENGLISH.pattern("escalation.theirs_way").search(low)
    runs_on = _RUNS_ON.match(low) if not taken.before else None
    while found is not None and _is_hidden(found, taken) and runs_on is None:
        found = ENGLISH.pattern("escalation.theirs_way").search(low, found.start() + 1)
    if found is None:
        return None
    # "If you are unhappy you can ask …", without a comma.
    before = plain[runs_on.end() : found.start()].strip(" ,") if runs_on is not None else ""
    when = unhappy_in(plain, low, taken, before, context)
    if not when:
        return None
    group = "role" if found["role"] else "role_put"
    titled = with_titles(setting, plain)
    known_way = route(plain, low, titled)
    if known_way is not None and known_way.clauses:
        return None
    start, end = found.span(group)
    free = _FREE.search(low, start, end)
    end = free.start() if free is not None else end
    who = role_at(low, start, end, titled, sure=True)
    if who is None or not who[0]:
        return None
    to = who[0]
    outside = is_body(to)
    # "The Complaints Nominee" is one of ours; "Bus Users UK" is nobody that we know.
    is_ours = is_person(to, titled if _ARTICLE.match(low, start) else setting)
    known = outside or is_ours
    if _COURT.search(low, who[1], who[2]) or not (known or is_head(to)):
        return None
    if not outside and not is_theirs(low[found.start() : found.end()].strip(), normal(when)):
        return None
    rest = low[who[2] :]
    if _OURS.search(rest) and (times_in(rest) or not outside):
        return None
    after = unhappy_after(low, taken) or _waited(low)
    way = way_to(to, low, when, after)
    understood = Understood((way,), () if known else (unsure(text, (way,)),))
    return understood if outside else checked(understood, (to,), low, setting)


def is_theirs(way: str, when: str) -> bool:
    """Whether it is customers who go: "If the agent cannot settle it, they should call" is not."""
    displeased = ENGLISH.pattern("escalation.theirs_displeased").search(when) is not None
    spoken_of = _CUSTOMER.search(when) is not None
    if _HE.match(way):
        return displeased and _YOU.search(when) is None
    if _CUSTOMER.match(way) or way.startswith(("complaint", "the ", "an ", "this ")):
        return True
    if not way.startswith("you"):
        return _FEELS.search(when) is not None and not spoken_of
    return (displeased or _US.search(when) is not None) and not spoken_of


def way_to(to: str, low: str, when: str, after: Duration | None) -> Escalation:
    """Return the way of unhappy customers to somebody, open after a time or at once."""
    if after is None:
        return Escalation(to=to, event=event_slug(when), event_words=when, strength=Strength.MAY)
    return Escalation(
        to=to,
        after=after,
        trigger=trigger_in(normal(when)) or Trigger.NOT_RESOLVED,
        subject=next((kind.name for kind in subjects_in(low)), None),
        strength=Strength.MAY,
    )


def unhappy_in(plain: str, low: str, taken: Frame, before: str, context: str) -> str:
    """Return the words that say that a customer is unhappy; empty where none do."""
    pattern = ENGLISH.pattern("escalation.theirs_unhappy")
    spans = (before,) if before else (taken.before, taken.after, taken.turned)
    for words in spans:
        if words and pattern.search(normal(words)):
            return words
    relative = _RELATIVE.search(low)
    if relative is not None and pattern.search(relative["what"]):
        return f"{relative['who']} {plain[slice(*relative.span('what'))]}"
    led = even(context).strip(" .:-")
    if led and (opens := _LEAD.match(normal(led))) and pattern.search(normal(led)):
        return re.sub(r" and$", "", led[opens.end() :].strip())
    return ""


def _waited(low: str) -> Duration | None:
    """Return how long they waited: "a parent who has had no reply in five days"."""
    relative = _RELATIVE.search(low)
    if relative is None:
        return None
    first, last = relative.span("what")
    for one in times_in(low):
        if first <= one.start < last and not one.vague and isinstance(one.limit, Duration):
            return one.limit
    return None


def _is_hidden(found: re.Match[str], taken: Frame) -> bool:
    start = found.start("role") if found["role"] else found.start("role_put")
    return any(first <= start < last for first, last in taken.hidden)

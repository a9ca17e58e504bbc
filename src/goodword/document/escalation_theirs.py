"""The customer's own way to a second look, in all the words that people say it in."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.condition_text import Frame, frame
from goodword.document.escalation_any_case import any_case
from goodword.document.escalation_event import event_slug
from goodword.document.escalation_route import is_body, route, unhappy_after
from goodword.document.escalation_titles import with_titles
from goodword.document.escalation_told import role_at
from goodword.document.escalation_waits import trigger_in
from goodword.document.roles_known import checked
from goodword.document.second_people import is_head, is_person
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import stands
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import named
from goodword.language.service import subjects_in
from goodword.language.time_phrase import times_in
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Duration

# Without one of these nobody is unhappy, or goes on with it.
_CUES = (
    "not|n't|no |agree|unsettled|unanswered|happy|satisf|still|disagree|griev|content|pleased|resol|unable|appeal|further|"
    "passed|gone by|concern|disput|complain|ombuds|regulator|commission|adjudicat|ofsted|rather|"
    "prefer|exhausted|been done|longer than|more than|reconsider|review|think|believe|feel|scheme"
)
_CUE = tuple(_CUES.split("|"))
# The same before a sentence is put in other words: "exhausting" becomes "exhausted".
_WRITTEN_CUE = (*_CUE, "exhausting")
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
_DISCONTENT = ENGLISH.compiled(
    r"(?P<what>(?:<<roles.served>>|[\w'-]+ who (?:is|are|remains?|feels?))<<escalation.theirs_discontent>>)"
    r",? (?:can|may|could|might|should|must|has|have|will|is|are)\b"
)
# "After exhausting our procedure you may …".
_HAVING = re.compile(
    r"^(?:after|having|on|upon|by) (?P<did>exhaust|complet|follow)(?:ing|ed) (?P<what>[\w' ]{3,60}?)"
    r",? (?=(?:you|they|he|she|customers|residents|tenants|parents|students|complainants|the) )",
    re.IGNORECASE,
)
_DONE_WITH = ("exhaust", "complet", "follow")
_EDGE = " .:-"
_LABEL = re.compile(
    r"^(?:\(?\w{1,2}[.)] )?[^:.;]{1,60}: (?=(?:if|where|when|should|in the|customers?|any)\b)"
    r"|^\(?\w{1,2}[.)] ",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?:(?<=\bif)|(?<=\bwhere)|(?<=\bwhen)), however, ", re.IGNORECASE)
_FREE = re.compile(r" (?:free(?: of charge)?|for free|at no cost|without charge|online)\b")
_ARTICLE = re.compile(r"(?:the|our|an?) ")
_ARTICLE_INSIDE = re.compile(r"(?<=\w) +an? ")
_RUNS_ON = re.compile(
    r"(?:(?:but|and|however,?) )?(?:if|where|when|should|in the event that) (?=.)"
)
# "Still not satisfied? You may …"
_ASKED = re.compile(
    r"^(?:(?:and|but) )?(?:are you )?(?P<what>(?:still )?[^?.]{3,80})\? (?=\w)", re.IGNORECASE
)
# "After 40 days we tell you that you may go to the ombudsman".
_WE_TELL = re.compile(
    r"\bwe(?:'ll| will| shall| must)? (?:then )?(?:tell you|inform you|let you know|advise you|write to tell you|write to say) (?:that|how) you (?:may|can|could) "
)
# "In the rare event that this does not settle it, …"
_RARELY = re.compile(
    r"\bin the (?:rare|unlikely|exceptional|few) (?:events?|cases?|circumstances) (?:that|where|when|in which) ",
    re.IGNORECASE,
)
_RARE = ("rare", "unlikely", "exceptional", "few")
# A time that stands elsewhere.
_THAT_TIME = re.compile(
    r"\b(?:within|in|after|by) (?:that|this|these|those|the) (?:times?|periods?|limits?|target|timescales?)\b"
)
# A lead-in that its list goes on with: "You can go to the ombudsman if:".
_IF_LAST = re.compile(r"\b(?:if|when|where|once|after)(?: [\w ]{1,30})?$")
# Who is spoken of: "you" is a customer where no customer is spoken of beside it.
_YOU = re.compile(r"you\b")
_FEELS = re.compile(
    r"\byour (?:concern|complaint|grievance)|satisf|happy|agree|"
    r"\baccept|content\b|pleased|liking|further"
)
# Who waits for an answer, whoever it is, goes on to somebody.
_UNANSWERED = re.compile(
    r"(?:after [\w ]{3,20} )?you (?:still )?(?:(?:have|do|did|had|get|receive|hear)(?:n't)? )+(?:\w+ )?(?:no|not|nothing)\b(?!.*\bfrom the\b).*\b(?:answer|reply|response|hear|heard|anything|us)\b|(?:after [\w ]{3,20} )?you (?:have|get|receive|hear) (?:no|nothing)\b(?!.*\bfrom the\b)"
)
# Bodies of the state: "the Department of Insurance".
_STATE = re.compile(r"(?:\w+_)?(?:department|ministry|bureau|secretariat)_of_")
_HE = re.compile(r"(?:they|he|she|s/he)\b")
_CUSTOMER = ENGLISH.compiled(r"\b(?:<<roles.served>>|person|people)\b")
_US = re.compile(r"\b(?:we|us|our|your)\b")
_LEAD = re.compile(r"^(?:if|when|where|should|in the event (?:that|of)|once|in case) |^.*?: if ")


def own_way(  # noqa: C901, PLR0911  (a list of cases)
    text: str, setting: Setting, context: str = ""
) -> Understood | None:
    """Return to whom unhappy customers may go; None where the sentence says no such way.

    Nothing of it falls due for the team: how long customers have for it is theirs to keep.
    """
    written = even(text).strip().rstrip(".")
    if not stands(_WRITTEN_CUE, normal(f"{even(context).strip(_EDGE)} {written}")):
        # Most sentences end here, before they are put in other words.
        return None
    plain, context = _opened(written, context)
    low = normal(plain)
    if not stands(_CUE, low) and not (context and stands(_CUE, normal(context))):
        return None
    taken = frame(plain)
    runs_on = _RUNS_ON.match(low) if not taken.before else None
    found = _way(low, taken, runs_on=runs_on is not None)
    if found is None:
        return None
    # "If you are unhappy you can ask …", without a comma.
    before = plain[runs_on.end() : found.start()].strip(" ,") if runs_on is not None else ""
    when = unhappy_in(plain, low, taken, before, context)
    group = _to_whom(found)
    titled = with_titles(setting, plain)
    known_way = route(plain, low, titled)
    if known_way is not None and known_way.clauses:
        # The form says it, where the sentence stands as it was written.
        return None if plain == written else known_way
    start, end = found.span(group)
    free = _FREE.search(low, start, end)
    end = free.start() if free is not None else end
    who = role_at(low, start, end, titled, sure=True)
    if who is None or not who[0]:
        return None
    to = who[0]
    if _ARTICLE_INSIDE.search(low, who[1], who[2]):
        # "The owner fo a second look": no name holds an article.
        return None
    outside = is_body(to) or _STATE.match(to) is not None
    bodied = outside or ENGLISH.pattern("escalation.theirs_bodies").search(named(to)) is not None
    words = before or taken.before or taken.after
    guessed = "" if when else any_case(low[found.start() :], low, words, outside=bodied)
    after = unhappy_after(low, taken) or _waited(low)
    if outside and after is not None and not when:
        # "After 40 days you may go to the ombudsman".
        guessed = "it is not resolved"
    when = when or guessed
    if not when:
        return None
    # "The Complaints Nominee" is one of ours; "Bus Users UK" is nobody that we know.
    is_ours = is_person(to, titled if _ARTICLE.match(low, start) else setting)
    known = bodied or is_ours
    if _COURT.search(low, who[1], who[2]) or not (known or is_head(to)):
        return None
    if not outside and not is_theirs(low[found.start() : found.end()].strip(), normal(when)):
        return None
    rest = low[who[2] :]
    if _OURS.search(rest) and (times_in(rest) or not outside):
        return None
    way = way_to(to, low, when, after)
    sure = known and when != guessed and _THAT_TIME.search(low) is None
    understood = Understood((way,), () if sure else (unsure(text, (way,)),))
    return understood if outside else checked(understood, (to,), low, setting)


def _opened(written: str, context: str) -> tuple[str, str]:
    """Return a sentence with its moment said as "if …", and what is left of its lead-in."""
    plain = _LABEL.sub("", written)
    low = normal(plain)
    if ", however, " in low:
        plain = _ASIDE.sub(" ", plain)
    if stands(_RARE, low):
        plain = _RARELY.sub("if ", plain)
    if stands(_DONE_WITH, low):
        plain = _HAVING.sub(r"If you have \g<did>ed \g<what>, ", plain)
    if " that you " in low or " how you " in low:
        plain = _WE_TELL.sub("you may ", plain)
    if "? " in plain:
        plain = _ASKED.sub(r"If you are \g<what>, ", plain)
    led = even(context).strip(_EDGE)
    if led and _IF_LAST.search(normal(led)):
        return f"{led} {plain}", ""
    return plain, context


def _way(low: str, taken: Frame, *, runs_on: bool) -> re.Match[str] | None:
    """Return where a sentence says who may go to whom, and not only when."""
    pattern = ENGLISH.pattern("escalation.theirs_way")
    found = pattern.search(low) or ENGLISH.pattern("escalation.theirs_taken").search(low)
    while found is not None and _is_hidden(found, taken) and not runs_on:
        found = pattern.search(low, found.start() + 1)
    return found


def is_theirs(way: str, when: str) -> bool:
    """Whether it is customers who go: "If the agent cannot settle it, they should call" is not."""
    displeased = ENGLISH.pattern("escalation.theirs_displeased").search(when) is not None
    spoken_of = _CUSTOMER.search(when) is not None
    if _HE.match(way):
        return displeased and _YOU.search(when) is None
    if _CUSTOMER.match(way) or way.startswith(("complaint", "the ", "an ", "this ")):
        return True
    if not way.startswith("you"):
        elsewhere = ENGLISH.pattern("escalation.theirs_elsewhere").search(when) is not None
        waits = _UNANSWERED.match(when) is not None
        return (elsewhere or waits or _FEELS.search(when) is not None) and not spoken_of
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
    content = _DISCONTENT.search(low)
    if content is not None and pattern.search(content["what"]):
        return plain[slice(*content.span("what"))]
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


def _to_whom(found: re.Match[str]) -> str:
    """Return the name of the group that holds to whom they may go."""
    said = found.groupdict()
    return next((one for one in ("role", "role_put", "role_appeal") if said.get(one)), "role_about")


def _is_hidden(found: re.Match[str], taken: Frame) -> bool:
    start = found.start(_to_whom(found))
    return any(first <= start < last for first, last in taken.hidden)

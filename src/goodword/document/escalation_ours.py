"""Whether a telling is ours to do, and whether a matter goes up by it."""

# ruff: noqa: C901, E501, PLR0911, PLR0912, SIM102  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_role import BY_ENDING, ROLEISH
from goodword.document.escalation_rung import Rung
from goodword.document.escalation_told import Told
from goodword.document.escalation_waits import lengths_in
from goodword.language.cued import Cued
from goodword.language.pack import Pack

_WHO = Cued(
    r"\b(?:who|which|(?<!ensure )(?<!essential )(?<!important )(?<!vital )(?<!ensures )(?<!sure )(?<!see )(?<! it )that)(?: (?:will|must|should|then|also|shall))* $",
    "that|which|who",
)
# Who is put through to somebody is answered; what is passed to others is when something holds, and no deed.
_THROUGH = Cued(
    r"\b(?:put|puts|putting) you through\b",
    " you through",
)
_PASSED_IF = Cued(
    r"\b(?:if|when|where|once) (?:(?!it\b|they\b|this\b)[\w'-]+ ){1,5}?(?:is|are|has been|have been|was|were|being) "
    r"(?:\w+ )?(?:passed|referred|sent|transferred|forwarded|handed|taken|moved) (?:on |over )?to (?:the |an? |our )?$",
    "forwarded|handed|moved|passed|referred|sent|taken|transferred",
)
# Who takes a matter over, or deals with it.
_TAKES = re.compile(
    r" (?:\w+ )??(?:takes?|steps?|picks?|gets?|becomes?|investigates?|acts?|stands? in|deputi[sz]es?|conducts?)\b|"
    r" (?:(?:will|must|should|shall|then|personally) )*(?:reviews?|handles?|deals? with|looks? (?:at|into)|decides?(?: on)?) "
    r"(?:it|this|them|(?:the|that|their|his or her) (?:whole )?(?:case|matter|complaint|claim|request|account|decision|incident|file))\b"
)
_OURS_WHO = re.compile(
    r"(?:an?|any|every|each|the|all) (?P<who>[\w'-]+(?: [\w'-]+){0,2}?) who [^,;:]+ (?:can|may|could|might|should|must|will|has to|needs to)(?: also| then)? $"
)
# "If a porter is unsure, they should ask …".
_OURS_THEY = re.compile(
    r"(?:.*, )?(?:if|when|whenever|where|should) (?:(?:an?|any|the|our|every|another|one of (?:the|our)) )?(?P<who>[\w'-]+(?: [\w'-]+){0,3}?) (?:is|are|has|have|cannot|can't|can|do|does|feels?|becomes?|needs?|wants?|wishes|suspects?|receives?|gets?|finds?|sees?|hears?|believes?|thinks?|meets?|learns?|notices?|decides?|considers?|requires?|fails?|discovers?|witness(?:es)?|takes?|identif(?:y|ies))\b.*, (?:he or she|she or he|he/she|s/he|they|he|she) (?:must|should|will|shall|can|may|need to|have to|has to|needs to)(?: \w+ly| then| also| first| always)? $"
)
_ANYBODY = re.compile(
    r"(?:anyone|anybody|everyone|whoever|staff|all staff|any member of staff|employees|any employee|a member of staff)(?: who)? [^,;:]*$"
)
# "…, and the form goes to the safety manager": a paper, and no matter.
_PAPER = re.compile(
    r"\b(?:the|an?|this|each|every) (?:[\w-]+ )?(?:form|copy|paperwork|slip|record|summary) $"
)
_MAKES_SURE = re.compile(r"\b(?:make sure|makes sure|ensures?|sees? (?:to it )?|so)(?: that)? $")
# "Handles complaints about staff": not every case, by what it names.
_DEALS_WITH = re.compile(
    r" (?:\w+ly )?(?:deals? with|handles?|investigates?) (?!(?:your|our|the|it|this|them|all|every|these|those)\b)(?:[\w'-]+ ){1,3}(?:about|against|involving|concerning|by|from|over|for) |(?: (?:\w+ly )?(?:deals? with|handles?|investigates?)) (?:suspected|serious|repeated|persistent|grave|second|urgent|legal|media|safeguarding|threats?|fraud|accidents|injuries|data|allegations|breaches|incidents|thefts?)\b"
)
_THEN_WE = re.compile(r"[\w' -]*, (?:we|i|you)\b")
_YOU_CAN = re.compile(r"\b(?:you|they|customers?|people) (?:can|may|could|might|will|should)\b")


def is_ours(low: str, one: Told, pack: Pack) -> bool:
    """Whether the telling is ours, and not the customer's or part of another's description."""
    before = low[: one.start]
    if _THROUGH.search(low, one.start, one.role_end) or (
        _PASSED_IF.search(low[: one.role_start]) and _THEN_WE.match(low, one.role_end)
    ):
        return False
    if _WHO.search(before) and one.way not in {"sent", "by"}:
        return False
    if one.way == "goes" and _PAPER.search(before):
        return False
    if low.startswith("of ", one.role_start):
        # The end of a name: "a member of staff will be asked".
        return False
    if low[one.role_end : one.end].strip() == "knows" and _MAKES_SURE.search(before) is None:
        return False
    if low.startswith("keep", one.start) and re.match(r" (?:every|each)\b", low[one.end :]):
        # "Keep the ward posted each hour": news, and nothing that goes up.
        return False
    if low.startswith("involves ", one.start) and not _acts(before, pack):
        return False
    if one.way == "send" and _YOU_CAN.search(low[one.start : one.role_start]):
        return False
    if one.way in {"send", "tell", "goes", "let"}:
        polite = re.search(r"\bplease(?: also| then)? $", before) is not None
        if polite and one.is_sure and re.search(r"[a-z](?::| -|→) please $", before):
            return True
        if polite and one.way == "send" and one.is_sure:
            return not low.startswith("report", one.start)
        if pack.pattern("escalation.customers_step").search(before) and not _may(before, pack):
            return False
    if one.way == "tell" and not one.is_sure:
        if not re.search(
            r"(?:^|[,;:→?] |\bthen |\band |\bwe |\bstaff |\bmust |\bshould |\bwill |s |immediately |\bonce |\b(?:is|are|has|have|needs?|expected|required) to |\b(?:should|must|will) (?:first|also|always|then) )$",
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


def _may(before: str, pack: Pack) -> bool:
    """Whether one of our people may do it: "a technician who cannot help may escalate …"."""
    if _ANYBODY.match(before) is not None:
        return True
    who = _OURS_WHO.match(before) or _OURS_THEY.match(before)
    if who is None or pack.pattern("roles.customers").match(who["who"]):
        return False
    return ROLEISH.search(who["who"]) is not None or BY_ENDING.search(who["who"]) is not None


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


def is_meant(low: str, tells: tuple[Told, ...], found: tuple[Rung, ...], pack: Pack) -> bool:
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
    if tell.way == "over" and _DEALS_WITH.match(low, tell.role_end) is not None:
        return True
    if tell.way == "over":
        which = pack.pattern("escalation.which_case").search(low, 0, tell.start) is not None
        return which or (opened is not None and _TAKES.match(low, tell.role_end) is not None)
    if opened is not None:
        return True
    if tell.way == "by":
        if pack.pattern("escalation.grave").match(words):
            return True
        return (
            re.search(
                r"\b(?:about|against|involving|concerning|relating to|regarding|that|which|who|of|over|above|with)\b",
                words,
            )
            is not None
        )
    return (
        tell.way == "goes"
        and re.match(r"(?:notices?|copies|a copy|the form|your)\b", words) is None
    )

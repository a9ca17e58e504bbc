"""Two pairs of eyes: what two people must agree, or somebody else must do."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.authority_action import action_of, heading_action, scope_of, thing_action
from goodword.document.authority_approval import rule_of
from goodword.document.authority_role import is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence, both
from goodword.document.condition_text import condition_of
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.number import value_of
from goodword.language.role import ANYONE
from goodword.policy.authority import Prohibition
from goodword.policy.clause import Strength

_PEOPLE = r"(?P<number>two|three|four|[2-9]) (?:different |separate |authori[sz]ed )?(?P<who>people|persons|members of staff|team members|staff members|managers|supervisors|directors|councillors|governors|members|colleagues|signatures|signatories|employees|partners|trustees|pairs of eyes|officers|senior managers|owners|members of (?:the |our )?[\w -]+|(?:[\w-]+ )?(?:managers|supervisors|directors|leads|leaders|officers|owners|partners|physiotherapists|doctors|nurses))"
_MUST_AGREE = re.compile(
    rf"^(?:at least )?{_PEOPLE} (?:(?:must|have to|should|need to|are needed to|are required to|shall|will) )?(?:both |all |always )?(?:agree(?: to| on)?|approve|sign(?: off)?|authori[sz]e|check|see|be involved in|agree before|agree and sign)(?: before)? (?P<thing>.+)$"
)
_BY_TWO = re.compile(
    rf"^(?P<thing>.+?) (?:must|have to|has to|should|need to|needs to|shall|need|needs|require|requires|carry|carries|bear|bears|take|takes|are|is|may only|can only|may|can)(?: only)?(?: to)?(?: be)?(?: (?:agreed|approved|signed|signed off|authori[sz]ed|checked|countersigned|seen|decided))?(?: (?:by|from))?(?: at least)? (?:the (?:approval|agreement|signatures?) of )?(?:at least )?{_PEOPLE}(?:'s? (?:approval|agreement|signatures?))?(?: to (?:approve|agree|sign).*)?$"
)
_SECOND = re.compile(
    r"^(?:an?|the) (?P<number>second) (?P<who>signature|person|pair of eyes|approval|signatory|opinion) (?:is|must be|will be) (?:needed|required|obtained|sought)(?: for| before| on) (?P<thing>.+)$"
)
_NEEDS_SECOND = re.compile(
    r"^(?P<thing>.+?) (?:needs?|requires?|must have|must carry|calls? for|takes?|has to have|have to have) (?:an? |the )?(?P<number>second|additional|further|another|extra|2nd) (?P<who>signature|signatory|pair of eyes|approver|authori[sz]er|sign[- ]?off|approval|person)(?: (?:to (?:approve|agree|sign|check).*|from .+))?$"
)
_OTHER = r"(?:somebody|someone|a person|a manager|a colleague|people|anyone|a team member|a member of staff|an officer|an investigator|(?P<who>[\w' -]+?)) (?:who|that) (?P<did>(?:(?:did|has|had|was|were|have|is) (?:not|never)|(?:didn't|hasn't|wasn't|isn't|haven't))(?: been| previously| already)* .+)"
_SOMEBODY_ELSE = Cued(
    rf"^(?P<thing>.+?) (?:is|are|will be|must be|should be|shall be|be)(?: always| only)? (?P<verb>\w+)(?: out)? by {_OTHER}$",
    " that| who",
)
_SECONDS = frozenset({"second", "additional", "further", "another", "extra", "2nd"})
_NEGATED = re.compile(
    r"^(?:(?:did|has|had|was|were|have|is) (?:not|never)|(?:didn't|hasn't|wasn't|isn't|haven't))(?: been| previously| already)* "
)
_VERBS = {"done": "do", "reviewed": "review", "investigated": "investigate", "handled": "handle", "checked": "check", "decided": "decide", "answered": "answer", "heard": "hear", "considered": "consider", "dealt": "deal with", "made": "make", "carried": "carry out", "approved": "approve", "looked": "look at", "completed": "complete"}  # fmt: skip


def two_people(it: AuthoritySentence) -> Understood | None:
    """Return a rule that takes two people, or somebody other than who did the first part."""
    for pattern in (_SECOND, _NEEDS_SECOND):
        if (second := pattern.match(it.main_shape)) is not None:
            return _agreed(it, second)
    for pattern in (_MUST_AGREE, _BY_TWO):
        if (found := pattern.match(it.main_shape)) is not None:
            return _agreed(it, found)
    if (found := _SOMEBODY_ELSE.match(it.main_shape)) is not None:
        return _somebody_else(it, found)
    return None


def _agreed(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    start, end = (it.start + place for place in found.span("thing"))
    inside = it.bounds_between(start, end)
    words = it.words(start, end)
    words = re.sub(
        r" (?:is|are|can be|may be) (?:paid|made|given|issued|approved|processed|agreed)(?: out)?$",
        "",
        words,
    )
    words = re.sub(r"^(?:before |to )| (?:shall|will|must|should|always|also)$", "", words)
    action = thing_action(words, it.pack) or heading_action(normal(it.setting.heading), it.pack)
    if action is None or re.match(r"(?:it|this|that|all)\b", words):
        return None
    scope = scope_of(words, it.pack)
    narrower = condition_of(f"it is {it.cased(scope)}") if scope else None
    named = found["who"]
    approver = (
        role_in(named)
        if is_roleish(named, it.setting.roles)
        and not re.match(
            r"people|persons|members|signature|person|pair|approval|approver|authori[sz]er|sign[- ]?off|signatory|opinion|members|team|staff|colleagues|employees|signatures|signatories|pairs",
            named,
        )
        else ANYONE
    )
    rule = rule_of(
        action,
        approver or ANYONE,
        inside[0] if inside else None,
        people=2 if found["number"] in _SECONDS else int(value_of(found["number"], it.pack)),
        terms=(both(narrower, it.condition), it.exception),
    )
    return Understood((rule,))


def _somebody_else(it: AuthoritySentence, found: re.Match[str]) -> Understood | None:
    """Return "reviewed by somebody who did not handle it" as a ban for whoever did."""
    verb = _VERBS.get(found["verb"]) or re.sub(r"e?d$", "", found["verb"])
    negated = _NEGATED.match(found["did"])
    if negated is None:
        return None
    did = found["did"][negated.end() :]
    was = re.search(r"\b(?:was|were|is|been)\b|n't been", found["did"][: negated.end()])
    words = f"you were {did}" if was else f"you {_past(did)}"
    thing = it.words(it.start + found.start("thing"), it.start + found.end("thing"))
    thing = re.sub(r"^(?:all|any|the|a|an|each|every) ", "", thing)
    action = action_of(f"{verb} {thing}", it.pack)
    return Understood(
        (
            Prohibition(
                role=ANYONE,
                action=action,
                strength=Strength.MUST_NOT,
                others_may=True,
                condition=both(condition_of(words), it.condition),
                exception=it.exception,
            ),
        )
    )


def _past(did: str) -> str:
    """Return "handle the first answer" as done: "handled the first answer"."""
    verb, _, rest = did.partition(" ")
    known = {
        "deal": "dealt",
        "make": "made",
        "take": "took",
        "give": "gave",
        "see": "saw",
        "write": "wrote",
    }
    past = known.get(verb) or (
        verb if verb.endswith("ed") else f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    )
    return f"{past} {rest}".strip()

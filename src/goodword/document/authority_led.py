"""Lines below a lead-in of authority: whose approval they need, who may do them, or that anyone may.

"The following need the Head's approval:", "Must be signed off by the Head:", "What agents can do on
their own:", "No approval needed:".
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace

from goodword.document.authorities import authority
from goodword.document.authority_action import GIVING, GIVING_BY_ROLE, gerund_action
from goodword.document.authority_approval import rule_of
from goodword.document.authority_banned import plain_verb
from goodword.document.authority_mentions import amounts_of, mentions_of
from goodword.document.authority_role import PUBLIC, is_roleish, role_in
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.word import whole_slug
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Strength

_LED = Cued(
    r"^(?:all |any )?(?:of )?(?:the following|these|those below|the items below|what follows)(?: (?!need|require|must|are|is|may|can|have|should|shall|will|has)[\w-]+){0,4} (?P<says>(?:always |also |only )?(?:needs?|requires?|must|are|is|may|can|have|should|shall|will)\b.+)$",
    "following|these|below|follows",
)
_MAY = re.compile(
    r"^(?:may|can)(?: only)? be (?:approved|authori[sz]ed|agreed|given|made|offered|granted|signed off|decided)(?: on)? by (?P<role>[\w' &/-]+)$"
)
_NEEDS = ENGLISH.compiled(
    r"^(?:always |also |only )*(?:needs?(?: to (?:be|have))?|requires?|must(?: always| first)? (?:be|have)|(?:are|is) subject to|ha(?:s|ve) to (?:be|have)|should be|shall be|will need|(?:may|can) only be)(?: only| first| always)* (?P<who>(?:an? |the )?(?:(?:prior |written |explicit |express )*<<authority.approval>> (?:of|from|by) |(?:approved|authori[sz]ed|agreed|signed off|cleared)(?: in writing| in advance)? by )(?P<by>[\w' &/-]+)|(?:an? |the )?(?P<whose>[\w' &/-]+?)(?:'s|(?<=s)')? (?:prior |written )*<<authority.approval>>)$"
)
# "Area manager – approval required for:"
_REQUIRED = re.compile(
    r"^(?:the )?(?P<role>[a-z][\w' &/-]*?)(?:'s|(?<=s)')?(?: ?[-:–])? ?(?:(?:approval|sign-?off|permission|authori[sz]ation) )?(?:is )?(?:required|needed)(?: (?:for|to)(?: approve)?)?$"
)
_SAYS = r"(?:approval|sign-?off|permission|authori[sz]ation|agreement|consent|clearance|ok|okay|say-so|a decision)"
# "Must be signed off by the Head:", "Requires the Head's approval:", "Ask the Head first:".
_BY = re.compile(
    r"^(?:(?:these|they|all|always|each|items|things|cases|requests)? ?(?:must|need(?:s|ing)?|has|have|should|shall|are|is)? ?(?:always |first |also )?(?:to )?be )?(?:approved|authori[sz]ed|signed off|agreed|cleared|countersigned)(?: in writing| in advance| first)? by (?P<role>[\w' &/-]+)$"
    rf"|^(?:always |also )?(?:needs?|requires?|requiring|needing|subject to|only with|not without) (?:(?:the |an? )?(?:prior |written )*{_SAYS} (?:of|from|by) (?P<role2>[\w' &/-]+)|(?P<role3>[\w' &/-]+?)(?:'s|(?<=s)')? (?:prior |written )*{_SAYS})$"
    r"|^(?:always |please )?(?:ask|check with|speak to|see|call|consult|ring) (?P<role4>[\w' &/-]+?) (?:first|before(?:hand| you| any of| doing| offering| giving| agreeing(?: to)?)?(?: (?:any of )?(?:these|this|the following))?|for (?:approval|permission|sign-?off|a decision)(?: of| for| on)?)$"
    rf"|^(?:escalate|refer|send|pass)(?: (?:these|this|them|it))? (?:to (?P<role5>[\w' &/-]+?) for {_SAYS}|for {_SAYS} to (?P<role6>[\w' &/-]+))(?: (?:if|when|where))?$"
)
_ONLY = re.compile(
    r"^(?:matters? |decisions? )?reserved (?:to|for) (?P<role>[\w' &/-]+)$"
    r"|^only (?P<role2>[\w' &/-]+?) (?:may|can)(?: (?:approve|authori[sz]e|agree(?: to)?|decide(?: on)?|do|give|offer))?(?: these| this| the following)?$"
    r"|^(?P<role3>[\w' &/-]+?) only$"
)
_OWN = re.compile(
    r"^(?:what|things|what things|the things|decisions)(?: that)? (?P<role>[\w' &/-]+?) (?:can|may|is authori[sz]ed to|are authori[sz]ed to|is allowed to|are allowed to) (?:do|give|offer|approve|decide(?: on)?|handle|authori[sz]e|make)\b[^:;]*$"
)
# "The Clerk is authorised to undertake:", "Delegated to the Director:", "The Clerk has authority for:".
_DELEGATED = re.compile(
    r"^(?P<role>(?:the |an? |our )?[\w' &/-]+?) (?:(?:is|are|has been|have been|shall be|may be) (?:hereby )?(?:authori[sz]ed|empowered|permitted|delegated|given (?:delegated )?(?:authority|power))(?: authority| power)? (?:to (?:undertake|carry out|perform|exercise|decide(?: on)?|deal with|determine|act on|make|approve)|for|in respect of)"
    r"|(?:has|have|holds?) (?:the |full |general )*(?:delegated )?(?:authority|powers?|delegations?) (?:for|over|in respect of|to (?:undertake|carry out|exercise|decide(?: on)?|deal with|determine)))(?: the following(?: [\w ]+)?)?$"
    r"|^(?:the following (?:[\w ]+ )?(?:are|is) |(?:matters|functions|powers|decisions) )?(?:hereby )?delegated to (?P<role2>(?:the |an? |our )?[\w' &/-]+?)(?: for decision)?$"
)
_SUBJECT = re.compile(r",? (?:but )?(?:subject to|with) (?:the |an? )?(?P<who>[^,;]+)$")
_FREELY = re.compile(
    r"^(?:no (?:\w+ )?(?:approval|permission|sign-?off|authori[sz]ation)(?: is)?(?: needed| required| necessary)?(?: for| to)?"
    r"|(?:(?:you|we|staff|anyone|everyone|employees|team members|colleagues) )?(?:can|may|do|does|are free to|ok to|okay to|fine to|free to|always)? ?(?:do |give |offer |decide |handle |approve )?(?:the following |these |this |all of this )?without (?:asking|checking|approval|permission|sign-?off|authori[sz]ation|a manager|escalating)(?: (?:a|your|the) [\w-]+| first| anyone)?"
    r"|(?:you|staff|we|these|they) (?:do|does) not (?:need|require|have to)(?: to)? (?:approval|permission|ask|sign-?off)(?: for| to)?)$"
)
# "Level 2: shift supervisor", "Duty manager's authority": a rung that is called by who stands on it.
_RUNG = re.compile(
    r"^(?:(?:level|tier|step|stage|grade|band|rung|l|t)[ -]?(?:\d|[ivx]+|one|two|three|four|five)? ?[-:.)]* ?)?"
    r"(?P<role>(?!level|tier|step|stage)[a-z][\w' &/-]*?)(?:'s|(?<=s)')?(?: (?:resolution|authority|level|limits?|powers?|discretion|empowerment|approval))?$"
)
# "Authority: comp up to $25", "Can approve: refunds up to $40", "Limit: $80".
_HELD = re.compile(
    r"^(?:(?:(?:decision|approval|refund|spending|compensation|settlement|delegated|financial|signing|sign-?off)(?:-making)? )?(?:authority|authori[sz]ation|discretion|limits?|powers?|empowerment)(?: (?:level|limit))?"
    r"|(?:may|can|able to|allowed to|authori[sz]ed to|empowered to)(?: (?:approve|give|offer|do))?|approves?|signs? off)(?: ?[:-] )(?P<what>[^ ].+)$"
)
_WHOLE = re.compile(
    r"\b(?:must|may|can|cannot|should|will|shall|needs?|requires?|is|are|was|were|we|you)\b"
)
_LONGEST = 20


def led_to(text: str, setting: Setting, context: str) -> Understood | None:
    """Return what a line says below a lead-in of authority; None below any other."""
    for sentence in _sentences(text, setting, context):
        said = authority(sentence, setting)
        if said is None or not said.clauses:
            continue
        held = _HELD.match(normal(text))
        if held is not None and "," in held["what"]:
            # "Authority: comp up to $25, move the guest": what else stands there is asked about.
            advice = "give each thing that they may do a line of its own."
            return replace(said, findings=(*said.findings, unsure(text, said.clauses, advice)))
        if any(isinstance(one, Authority) and one.role == ANYONE for one in said.clauses):
            advice = "name the role that may, where only some of you may do it."
            return replace(said, findings=(*said.findings, unsure(text, said.clauses, advice)))
        return said
    return _delegated(text, setting, normal(context).rstrip(" :"))


def _delegated(text: str, setting: Setting, low: str) -> Understood | None:
    """Return what is delegated to the role of a lead-in, whatever a line names."""
    role_named = _named(_DELEGATED.match(low), setting)
    line = normal(text).strip(" .;,")
    if role_named is None or len(line.split()) > _LONGEST or amounts_of(line, setting):
        return None
    role = role_in(normal(role_named))
    if role is None or _WHOLE.search(line) is not None or ":" in line:
        return None
    subject = _SUBJECT.search(line)
    others = mentions_of(subject["who"], setting) if subject is not None else ()
    deed = line[: subject.start()] if subject is not None and others else line
    action = whole_slug(_GRANT_OF.sub("", deed), limit=80)
    if others:
        rule: Authority | ApprovalRule = rule_of(action, others[0].role, None, role=role)
    else:
        rule = Authority(role=role, action=action, limit=None, strength=Strength.MAY)
    return Understood((rule,))


_GRANT_OF = re.compile(r"^(?:the|an?|all|any) ")


def _sentences(text: str, setting: Setting, context: str) -> tuple[str, ...]:
    """Return what such a line may stand for, likeliest first."""
    low = normal(context).rstrip(" :")
    line = text.strip().rstrip(" .;,")
    if (held := _HELD.match(normal(line))) is not None:
        role = _named(_RUNG.match(low), setting) or _named(
            _RUNG.match(normal(setting.heading).rpartition(": ")[2]), setting
        )
        return done_by(f"{role} may", line[slice(*held.span("what"))]) if role else ()
    if not line or len(text.split()) > _LONGEST or _WHOLE.search(normal(text)):
        return ()
    if (role := _named(_OWN.match(low), setting)) is not None:
        return done_by(f"{role} may", line)
    if (role := _named(_ONLY.match(low), setting)) is not None:
        return done_by(f"Only {role} may", line)
    if _FREELY.match(low) is not None:
        # Below "Tier 1 agent" it is the agent who need not ask.
        return () if mentions_of(setting.heading, setting) else _freely(line, setting)
    role = _named(_REQUIRED.match(low), setting) or _named(_BY.match(low), setting)
    return (f"{line} must be approved by {role}.",) if role else _of_these(line, low, setting)


def _of_these(line: str, low: str, setting: Setting) -> tuple[str, ...]:
    """Return what a line says below "The following need the Head's approval"."""
    found = _LED.match(low)
    if found is None:
        return ()
    if (role := _named(_MAY.match(found["says"]), setting)) is not None:
        return (f"{line} may be approved by {role}.",)
    needs = _NEEDS.match(found["says"])
    name = (needs["by"] or needs["whose"]) if needs is not None else ""
    named = bool(name) and is_roleish(name, setting.roles)
    return (f"{line} must be approved by {_the(name)}.",) if named else ()


def _named(found: re.Match[str] | None, setting: Setting) -> str | None:
    """Return the role that a lead-in names, with its article; None where it names none."""
    name = next(filter(None, found.groups()), "") if found is not None else ""
    if not name or PUBLIC.match(name) or not is_roleish(name, setting.roles):
        return None
    return _the(name)


def _the(role: str) -> str:
    owned = role.startswith(("the ", "a ", "an ", "your ", "our ", "any ", "each ", "all "))
    return role if owned or role.endswith("s") else f"the {role}"


def done_by(who: str, line: str) -> tuple[str, ...]:
    """Return that somebody may do what a line says, or approve what it names; `who` has its "may"."""
    said = f"{line[:1].lower()}{line[1:]}" if line[1:2].islower() else line
    if _is_deed(said):
        return (f"{who} {said}.",)
    plain = plain_verb(said) if gerund_action(said) is not None else ""
    return (f"{who} {plain}.",) if plain else (f"{who} approve {said}.",)


def _freely(line: str, setting: Setting) -> tuple[str, ...]:
    said = f"{line[:1].lower()}{line[1:]}"
    if _is_deed(said) or gerund_action(said) is not None:
        return done_by("Staff may", line)
    if any(one.high or one.high_share for one in amounts_of(line, setting)):
        return (f"{line} need no approval.",)
    return (f"Staff may give {said}.",) if _GIFT.match(said) else ()


def _is_deed(words: str) -> bool:
    patterns = (GIVING, GIVING_BY_ROLE, *map(ENGLISH.pattern, _DEEDS))
    return any(one.match(words) for one in patterns)


_DEEDS = ("actions.deciding", "actions.deciding_may")
# "A coffee voucher", "two free drinks": what can be handed over.
_GIFT = re.compile(r"(?:an?|one|two|free|complimentary|another) ")

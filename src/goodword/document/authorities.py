"""Who may give what, what needs approval, and what nobody may do."""

# ruff: noqa: C901, E501, PLR0911, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re
from decimal import Decimal

from goodword.document.condition_text import Frame, condition_of, frame, whose
from goodword.document.roles_known import checked
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.en import actions as en
from goodword.language.en.numbers import TIMES
from goodword.language.en.times import UNITS
from goodword.language.money import MoneyPhrase, money_in
from goodword.language.normal import even, normal
from goodword.language.number import NUMBER, value_of
from goodword.language.role import ANYONE, CUSTOMERS, role_slug
from goodword.language.service import channels_in, noun_slug
from goodword.language.word import slug, whole_slug
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Per,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import Compare, Condition, Operator
from goodword.policy.quantity import Money, Unit
from goodword.problem import Severity

_VERBS = tuple((re.compile(rf"(?:{pattern})\b"), name) for pattern, name in en.VERBS.items())
_NOUNS = tuple((re.compile(rf"(?:{pattern})$"), name) for pattern, name in en.NOUNS.items())
_GERUNDS = tuple((re.compile(rf"(?:{pattern})\b"), name) for pattern, name in en.GERUNDS.items())
_PER_WORDS = "|".join(en.PERS)
_PER = re.compile(
    rf"\b(?:per|for (?:each|any one|a single|every|any)|(?:in|on) any (?:one|single)|an?|each|every|a single|any one) "
    rf"(?:\w+ )?(?P<what>{_PER_WORDS})s?\b"
)
_MAY = re.compile(
    r"^(?P<only>only )?(?P<role>.+?) (?:(?P<modal>may only|may|can|could)|(?:is|are) (?:authori[sz]ed|allowed|permitted|"
    r"empowered|able|entitled|free|trusted) to|ha(?:s|ve) (?:the )?(?:authority|power|discretion|permission)(?: to)?|"
    r"should)(?: (?:also|each|personally|immediately|always|then|now))* (?P<what>(?!not\b|never\b|be\b|have\b|only be\b|expect\b).+)$"
)
_NEVER = re.compile(
    r"^(?P<role>.+?) (?:(?:must|may|can|should|shall|will)(?: (?:never|not|under no circumstances)\b|not\b|n't\b)(?: ever\b)?"
    r"|(?:are|is) (?:not|never) (?:allowed|permitted|authori[sz]ed|able) to) (?P<what>(?!be\b).+)$"
)
_CANNOT = re.compile(r"^(?P<role>.+?) (?:cannot|can't|mustn't|do not|don't|never) (?P<what>.+)$")
_NO_ONE = re.compile(
    r"^(?:no[ -]?one|nobody|no (?:member of staff|employee|team member|staff)) "
    r"(?P<except1>(?:except|but|other than) .+? )?(?:may|can|must|should|is (?:allowed|permitted) to)(?: ever)? (?P<what>.+)$"
)
_NOBODY = re.compile(
    r"^(?:please|it|this|that|they|there|anger|which|who|what|you|\w+ is|.*[,;:].*)\b"
)
_IMPERATIVE = re.compile(
    r"^(?:never|do not|don't|under no circumstances) (?P<what>(?!wait\b|worry\b|hesitate\b|forget\b|reply\b|send us\b).+)$"
)
_NEEDS = re.compile(
    r"^(?P<what>.+?) (?:need|needs|require|requires|must have|must get|must be|should be|have to be|has to be|(?:must |should )?go(?:es)?(?: up)? to|"
    r"is for|are for|(?:is|are) (?:approved|decided|authori[sz]ed) by|(?:must|should) be (?:approved|authori[sz]ed|signed off|agreed|referred))"
    r" (?P<who>.+)$"
)
_NOT_WITHOUT = re.compile(
    r"^no (?P<what>.+?) (?:may|can|should|is to|must|will) be (?:given|made|issued|paid|approved|offered|granted|processed) without (?P<who>.+)$"
)
_NEEDED = re.compile(
    r"^(?:(?:approved|authori[sz]ed|signed off|agreed|referred|escalated|passed)(?: in writing)? (?:by|to) )?"
    r"(?:(?:prior |written |the )*(?:approval|authori[sz]ation|permission|sign[- ]off|agreement)(?: of| from| by) )?"
    r"(?P<role>.+?)(?:'s?)?(?:(?: prior| written)* (?:approval|authori[sz]ation|permission|sign[- ]off|agreement|decision|consent))?$"
)
_BOUND = re.compile(
    r"\b(?:up to|of up to|to a maximum of|(?:a )?maximum (?:of|value of)|no more than|not more than|at most|"
    r"not exceeding|below|under|less than|limit(?:ed to| of)?|worth up to|to the value of|max(?:imum)?|within)\b[^$£€\d]{0,14}$"
)
_WORTH = re.compile(r"(?<!to the )\b(?:worth|valued at|with a value of|value)\b[^$£€\d]{0,6}$")
_TOTAL = re.compile(r"\b(?:in total|in all|altogether|together)\b")
_OVER = re.compile(
    r"\b(?:over|above|more than|exceeding|beyond|greater than|larger than|in excess of|higher than)\b[^$£€\d]{0,10}$"
)
# "A discount of up to 15% may be given by the supervisor."
_PASSIVE = re.compile(
    r"^(?:a |an |any |all )?[\w ,£$€%.-]*?\b(?:refunds?|discounts?|credits?|compensation|goodwill (?:payments?|gestures?)|vouchers?)\b[\w ,£$€%.-]*? "
    r"(?P<modal>(?:may|can) be (?:given|made|approved|authori[sz]ed|offered|granted|issued|paid|agreed|awarded)) by (?P<role>[\w '-]+?)(?=,| without| if| when| unless|$)"
)
_SECOND = re.compile(
    r"(?i)^(?P<first>.+? up to [£$€]\d[\d,.]*?(?: [\w ]*?)?)(?:,? and |, )(?P<role>(?:the |a |an )?[a-z][a-z '-]{2,40}?)(?: may| can)? up to (?P<amount>[£$€]\d.*)$"
)
_THEN_BY = re.compile(
    r"(?i)^(?P<first>.+? (?P<verb>(?:must|have to|has to|should) be (?:approved|authori[sz]ed|agreed|signed off|referred) (?:by|to)|needs?|requires?|goe?s? to) [^,]+?),? and "
    r"(?P<rest>(?:refunds?|credits?|compensation|discounts?|amounts?|anything|those|payments?) (?:above|over|of more than|more than|between|of over) [£$€][\d,.]+(?: and [£$€][\d,.]+)?) (?P<tail>.+)$"
)
# Roles end in such a word; what else is "required" is a thing: a receipt, two signatures.
ROLEISH = re.compile(
    r"(?:manager|owner|director|supervisor|lead|leader|head|officer|partner|team|principal|boss|executive|chair|board|committee|"
    r"agent|advis[eo]r|handler|clerk|assistant|receptionist|colleague|trainee|student|nurse|doctor|gp|clinician|dentist|vet|therapist|physiotherapist|"
    r"engineer|technician|consultant|administrator|coordinator|co-ordinator|specialist|representative|rep|steward|host|chef|waiter|driver|"
    r"cashier|associate|staff|member|employee|president|vp|ceo|cfo|coo|cto|secretary|treasurer|registrar|bursar|teacher|inspector|controller|"
    r"accountant|councillor|caseworker|worker|operator|planner|buyer|finance|legal|compliance|department|desk|keeper|captain|sergeant|mentor|author|editor|"
    r"physician|surgeon|solicitor|lawyer|counsel|auditor|analyst|developer|foreman|concierge|porter|barista|stylist|groomer|instructor|coach|tutor|guide|pharmacist|optician|dispenser|therapists|level \d.*)s?(?: (?:on|of|for|in) .+)?$"
)
# "to a guest who has waited": whom it is given to is a condition, not part of the thing.
_TO_THEM = re.compile(
    r" to (?:an? |any |every |each |the )?(?P<noun>customers?|clients?|guests?|patients?|members?|people|anyone|anybody|diners?|passengers?) (?:who|that) (?P<what>.+)$"
)
# Drivers, cashiers, trainees, receptionists: what people are called by what they do.
_BY_ENDING = re.compile(r"(?:er|or|ist|ian|ee|man|woman|men|women|person|people|ant)s?$")
_MUST_APPROVE = re.compile(
    r"^(?P<role>[\w' -]+?) (?:must (?:first |personally )?(?:approve|authori[sz]e|sign off|agree to|agree)|decides(?: on)?|approves|authori[sz]es|signs off) (?P<what>.+)$"
)
_APPROVAL_FOR = re.compile(
    r"^(?:prior |written )*(?P<role>[\w -]+?)(?:'s|s'|') (?:prior |written )*(?:approval|authori[sz]ation|permission|sign[- ]off) (?:is|must be) (?:required|needed|obtained|sought) (?:for|before) (?P<what>.+)$"
)
_APPROVAL_OF = re.compile(
    r"^(?:the )?(?:prior |written )*(?:approval|authori[sz]ation|permission|sign[- ]off) (?:of|from|by) (?P<role>[\w -]+?) (?:is|must be) (?:required|needed|obtained|sought) (?:for|before) (?P<what>.+)$"
)
_THING_LINE = re.compile(
    r"^(?P<thing>refunds?|discounts?|credits?|compensation|spending|write-offs?) (?P<bound>(?:of )?up to [£$€][\d,.]+(?: per \w+)?)(?::| -) (?P<role>[a-z][\w' -]{2,40})$"
)
_TWO_PEOPLE = re.compile(
    r"\b(?:two|three|2|3) (?:different )?(?:people|persons|members of staff|managers|signatures|signatories|colleagues|pairs of eyes)\b"
)
_UP_TO = re.compile(r"(?i) up to ")
_MODAL = re.compile(r"(?i) (?:may|can)\b")
_LIMIT_LINE = re.compile(
    r"^(?P<role>(?:the |a |an |any |all )?[a-z][a-z '/-]{2,40}?)(?::| -|\s*\|)\s+(?P<rest>(?:up to )?[£$€]\d[\d,.]*(?: (?:per|for each|each|an?) \w+)?)$"
)
_HEADED = (
    ("refund", "refund"),
    ("discount", "discount"),
    ("credit", "credit"),
    ("compensat|goodwill", "compensate"),
    ("write[- ]?off", "write_off"),
    ("spend|expens|purchas", "spend"),
)
_THINGS = {
    "refund": "refunds",
    "discount": "discounts",
    "credit": "credits",
    "compensate": "compensation",
    "write_off": "write-offs",
    "spend": "spending",
    "replace": "replacements",
}
# What we do not do is a plain fact, what is not needed is no ban.
_IDLE = re.compile(
    r"^(?:need|require|apply|include|count|cover|affect|mean|have|exist|expire|carry|promise|guarantee|offer|provide)\b"
)
# What adds nothing to an action: "refunds of any amount", "refund anybody".
_EVERY_ONE = re.compile(
    r"^(?: (?:of any (?:amount|size|kind|sort)|at all|to (?:anyone|anybody|customers|clients|any \w+)|"
    r"(?:a |any |the )?(?:customers?|clients?|patients?|guests?|members?|passengers?|residents?|tenants?|anyone|anybody|money|payments?|more|amounts?|"
    r"(?:customer|client|guest|member) accounts?|accounts?|them|him|her|purchases?|orders?|bookings?|prices?|tickets?|stays?|visits?|items?|products?|sessions?|"
    r"appointments?|sales?|transactions?|complainants?|callers?|users?|visitors?|people|somebody|someone|in full)))+\b"
)
_COUNT = "|".join(sorted(TIMES, key=len, reverse=True))
_EVERY = r"(?:in|within|every|each|per|a|in any|over|during|once every)"
_CAP = re.compile(
    rf",? ?(?:at most |no more than |up to |a maximum of |only |but )*(?:(?P<times>{_COUNT}|{NUMBER} times)"
    rf"(?: and at most (?P<both>[$£€]?[\d,.]+))?|at most (?P<money>[$£€][\d,.]+))"
    rf"(?: (?:per|for each|for every|a|an|each|to each|to any one) (?!(?:{'|'.join(UNITS)})\b)(?P<who>\w+))?"
    rf"(?: {_EVERY} (?P<window>(?:{NUMBER} )?(?:{'|'.join(UNITS)})))?"
)
_WINDOW = re.compile(
    rf" {_EVERY} (?P<window>(?:{NUMBER} )?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}))\b"
)
_NO_MORE = re.compile(
    rf"^(?:(?:we|staff) (?:may )?(?:give|allow) )?(?:no more than|at most|not more than|a maximum of|up to) (?P<count>{NUMBER}) (?P<what>[\w -]+?) "
    rf"(?:per|a|an|to (?:a|each|any)|for (?:a|each|any)(?: one)?|each) (?P<who>{_PER_WORDS})"
    rf"(?: (?:{_EVERY} )?(?P<window>(?:{NUMBER} )?(?:{'|'.join(UNITS)})))?\.?$"
)
_BEFORE = re.compile(
    r"^before (?P<what>[\w ]+?),? (?:please |always |you must |staff must |we (?:always )?)?(?P<first>(?:check|confirm|ask|verify|make sure|see|look|get|obtain|record|note|"
    r"agree|tell|listen)\b.+)$"
)
_FIRST = re.compile(
    r"^(?:always )?(?P<first>(?:check|confirm|verify|make sure|obtain|get)\b.+?) before (?P<what>[\w ]+)$"
)
_WITHOUT = re.compile(
    r",? ?\bwithout (?:(?P<role>.+?)(?:'s?)? )?(?:any |prior |further |needing |asking for |seeking |written )*(?:approval|permission|authori[sz]ation|consent|sign[- ]off|asking|referring|reference)\b.*$"
)
_ASK_ABOVE = re.compile(
    r"[;,] (?:and |but )?(?:(?:anything|everything|any amounts?|amounts?|sums?|(?:all |any )?refunds?) )?(?:above|beyond|over|for more than|more than) (?:that|this)(?: amount| limit| sum)?,? "
    r"(?:please )?(?:(?:must|should|has to|have to|needs? to|is to|are|is|will) )?(?:please )?(?:ask|go(?:es)? to|see|refer to|it goes to|escalate to|"
    r"(?:be )?(?:referred|passed|escalated|sent) to|(?:be )?(?:approved|authori[sz]ed|agreed) by) (?P<role>.+)$"
)
_EXCEPT = re.compile(r",? (?:except|other than|apart from|but not) (?:for |by )?(?P<roles>.+)$")
_WINDOWS = {Per.DAY, Per.MONTH}
_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
_GIVING = re.compile(
    r"^(?:refund|give|offer|approve|authori[sz]e|waive|spend|credit|issue|grant|compensate|discount|accept|write off|"
    r"award|pay|make|replace|exchange|provide|agree|sign off|process|extend|cancel|send|apply)\b"
)
_PUBLIC_ROLES = re.compile(
    r"^(?:you|customers?|clients?|patients?|guests?|members?|complainants?|passengers?|it|this|that|they|there|which|who|these|"
    r"those|refunds?|complaints?|calls?|requests?|the (?:customer|client|complaint|time|clock|outcome|decision|response|process)s?\b(?! (?:handl|service|relation|care|experience|success|support|manage|team|officer|lead|director|liaison|adviser)).*|"
    r"your .+|a (?:complaint|refund|customer|client)s?\b(?! (?:handl|service|relation|care|experience|success|support|manage|team|officer|lead|director|liaison|adviser)).*|"
    r"complaints? (?!handl|manage|team|officer|lead|director|staff|adviser).+|some .+|more .+|if .+|when .+|(?:all )?(?:responses?|replies|letters?|emails?)(?: .+)?)$"
)


def authority(text: str, setting: Setting) -> Understood | None:
    """Return what the sentence says of authority, or None where it says nothing of it."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    pieces = _pieces(plain)
    if len(pieces) > 1 and (several := _several(pieces, setting)) is not None:
        return several
    if (two := _TWO_PEOPLE.search(low)) and money_in(low, setting.currency):
        amount = money_in(low, setting.currency)[0]
        return _approver_asked(low, f"refunds over {plain[amount.start : amount.end]}", two.span())
    if (line := _limit_line(plain, low, setting)) is not None:
        return line
    for pattern in (_MUST_APPROVE, _APPROVAL_FOR, _APPROVAL_OF):
        if (found := pattern.match(low)) and money_in(low, setting.currency):
            (what, what_end), (role, role_end) = found.span("what"), found.span("role")
            thing = re.sub(r"(?i)^(?:all|any|every|each) ", "", plain[what:what_end])
            plain = f"{thing[:1].upper()}{thing[1:]} need {plain[role:role_end]}'s approval"
            low = normal(plain)
            break
    if found := _THING_LINE.match(low):
        role, role_end = found.span("role")
        verb = next(name for word, name in _HEADED if re.match(word, found["thing"]))
        plain = f"{plain[role:role_end]} may {verb.replace('_', ' ')} {plain[slice(*found.span('bound'))]}"
        low = normal(plain)
    if found := _PASSIVE.match(low):
        start, end = found.span("role")
        noun = low[: found.start("modal")].strip()
        plain = f"{plain[start:end]} may give {plain[: len(noun)]}{plain[found.end() :]}"
        low = normal(plain)
    for reader in (_cap_rule, _before, _approval, _prohibition, _permission):
        understood = reader(plain, low, setting)
        if understood is not None:
            return understood
    return None


def _pieces(plain: str) -> list[str]:
    """Return what each role of "A may refund up to $5 and B up to $50" is granted, whole."""
    parts = [
        one.strip() for one in re.split(r"; (?!above\b|beyond\b|over\b|for more\b|more\b)", plain)
    ]
    if len(parts) == 1 and (found := _SECOND.match(plain)) is not None:
        first, verb = found["first"], _UP_TO.split(found["first"], maxsplit=1)[0]
        may = _MODAL.search(verb)
        if may is not None:
            per = _PER.search(normal(found["first"])[len(verb) :])
            tail = (
                "" if per is None or _PER.search(normal(found["amount"])) else f" {per[0].strip()}"
            )
            parts = [
                first,
                f"{found['role']} may{verb[may.end() :].rstrip()} up to {found['amount']}{tail}",
            ]
    elif len(parts) == 1 and (found := _THEN_BY.match(plain)) is not None:
        tail = found["tail"]
        if re.match(r"(?i)(?:by|to)\b", tail):
            tail = f"{found['verb'].rsplit(' ', 1)[0]} {tail}"
        parts = [found["first"], f"{found['rest']} {tail}"]
    return parts


def _several(pieces: list[str], setting: Setting) -> Understood | None:
    """Return what several sentences joined by semicolons say, where each says something."""
    read: list[Understood] = []
    action = ""
    for piece in pieces:
        words = re.sub(r"^(?:and |but )", "", piece)
        if action and re.match(r"(?i)(?:any )?(?:amounts?|sums?|anything|those|more)\b", words):
            words = re.sub(r"(?i)^(?:any )?(?:amounts?|sums?|anything|those|more)\b", action, words)
        understood = authority(words, setting)
        if understood is None:
            return None
        read.append(understood)
        first = understood.clauses[0] if understood.clauses else None
        action = _THINGS.get(getattr(first, "action", ""), action)
    return Understood(
        tuple(clause for one in read for clause in one.clauses),
        tuple(finding for one in read for finding in one.findings),
        almost=any(one.almost for one in read),
    )


def _limit_line(plain: str, low: str, setting: Setting) -> Understood | None:
    """Return what a line such as "Supervisors: up to $300" grants below a heading on refunds."""
    found = _LIMIT_LINE.match(low)
    if found is None:
        return None
    heading = normal(setting.heading)
    action = next((name for word, name in _HEADED if re.search(rf"\b{word}", heading)), None)
    role = role_slug(found["role"])
    if role is None or action is None or channels_in(found["role"]):
        return None
    start, end = found.span("rest")
    verb = action.replace("_", " ") if action != "compensate" else "compensate"
    rest = plain[start:end]
    bound = "" if re.match(r"(?i)up to\b", rest) else "up to "
    return authority(f"{plain[: found.end('role')]} may {verb} {bound}{rest}", setting)


def action_of(words: str) -> str:
    """Return the slug of what is done: "give refunds" and "refund" are both `refund`.

    Words that narrow it stay: "refund deposits" is `refund_deposits`, for it says nothing of
    other refunds.
    """
    for pattern, name in _VERBS:
        found = pattern.match(words)
        if found and name not in {
            "give_goods",
            "approve",
            "cancel",
            "replace",
            "exchange",
            "extend",
        }:
            rest = _EVERY_ONE.sub("", words[found.end() :]).strip(" ,.")
            return name if not rest else whole_slug(f"{name.replace('_', ' ')} {rest}", limit=80)
    return whole_slug(words, limit=80)


def _noun_action(words: str) -> tuple[str, str | None] | None:
    text = re.sub(r"^(?:all |any |the |a |an |each |every |for )+", "", words.strip())
    for pattern, name in _NOUNS:
        if found := pattern.match(text):
            goods = found.groupdict().get("goods")
            return name, goods
    return None


def _cap_rule(plain: str, low: str, setting: Setting) -> Understood | None:
    del plain, setting
    found = _NO_MORE.match(low)
    if found is None:
        return None
    action = _noun_action(found["what"])
    if action is None:
        return None
    return Understood(
        (
            CapRule(
                action=action[0],
                caps=(
                    Cap(
                        _per(found["who"]) or Per.CUSTOMER,
                        _window(found["window"]),
                        int(value_of(found["count"])),
                    ),
                ),
            ),
        )
    )


def _before(plain: str, low: str, setting: Setting) -> Understood | None:
    del setting
    found = _BEFORE.match(low) or _FIRST.match(low)
    if found is None:
        return None
    action = next((name for pattern, name in _GERUNDS if pattern.match(found["what"])), None)
    if action is None:
        return None
    start, end = found.span("first")
    words = plain[start:end]
    return Understood((Precondition(action=action, do=words),))


def _approval(plain: str, low: str, setting: Setting) -> Understood | None:
    del plain
    taken = frame(low)
    main = low[taken.start : taken.end]
    if banned := _NOT_WITHOUT.match(main):
        main = f"{banned['what']} needs {banned['who']}"
    found = _NEEDS.match(main)
    if found is None:
        return None
    what = found["what"]
    amounts = money_in(what, setting.currency)
    over = next((one for one in amounts if _OVER.search(what[: one.start])), None)
    up_to = next(
        (
            one
            for one in amounts
            if re.search(r"\b(?:up to|and|to|-)\s*$", what[: one.start]) and one is not over
        ),
        None,
    )
    noun = re.split(
        r" (?:of |worth |that (?:are|is) |valued )?(?:over|above|more than|exceeding|beyond|greater than|between|from|up to|in excess of|higher than|larger than)\b",
        what,
    )[0]
    action = _noun_action(noun) or _noun_action(re.sub(r" (?:of|by|made).*$", "", noun))
    if (
        action is None
        and over is not None
        and re.match(
            r"^(?:anything|any amount|amounts?|sums?|everything|more)", noun.strip() or "anything"
        )
    ):
        action = ("any", None)
    if (
        action is None
        and amounts
        and re.search(
            r"approval|sign[- ]off|permission|authori[sz]ation|approved by|authori[sz]ed by", main
        )
        and re.fullmatch(r"[a-z][a-z' -]{2,40}", noun.strip())
    ):
        action = (noun_slug(noun), None)
    if action is None:
        return None
    needed = _NEEDED.match(found["who"].strip())
    approver = role_slug(needed["role"]) if needed else None
    if (
        approver is None
        or approver == "anyone"
        or CUSTOMERS.match(needed["role"] if needed else "")
    ):
        return None
    said = needed["role"] if needed else ""
    if re.match(r"(?!approved|authori)\w+(?:ed|en) (?:to|by|with|in|at)\b", found["who"].strip()):
        return None
    if not (
        ROLEISH.search(said)
        or approver in setting.roles
        or re.search(r"approv|authori[sz]|permission|sign(?:ed)?[- ]off|agree", main)
    ) or re.match(
        r"(?:two|three|\d+|both|proof|evidence|an? (?:receipt|form|signature|reason))\b", said
    ):
        return _approver_asked(low, found["what"]) if amounts else None
    if amounts and over is None and re.search(r"\bbetween\b", what) and len(amounts) == 2:
        over, up_to = amounts[0], amounts[1]
    elif not amounts and not re.search(r"approv|authori|permission|sign|agree", main):
        return None
    rule = ApprovalRule(
        action=action[0],
        over=over.money if over else None,
        up_to=up_to.money if up_to else None,
        approver=approver,
        condition=_before_of(taken),
        exception=_unless_of(taken),
    )
    findings: tuple[Finding, ...] = ()
    if "%" in what:
        findings = (
            Finding("AU03", Severity.WARNING, _PERCENT_LIMIT, 0, len(low), (("what", what),)),
        )
    return checked(Understood((rule,), findings), (approver,), low, setting)


def _approver_asked(low: str, what: str, place: tuple[int, int] | None = None) -> Understood:
    """Return the question who approves, where a thing is asked for and no role."""
    fix = f"{what[:1].upper()}{what[1:]} need the manager's approval."
    return Understood(
        (),
        (
            Finding(
                "AU01",
                Severity.ERROR,
                "Who decides this? Name the role whose approval is needed, so that everybody knows whom to ask.",
                *(place or (len(what), len(low))),
                (("what", what), ("approved by", "?")),
                fix,
                "Name the role",
            ),
        ),
        almost=True,
    )


def _main(low: str, taken: Frame) -> str:
    """Return the main clause without the conditions and exceptions behind it."""
    later = [
        span[0]
        for span in (taken.after_span, taken.unless_span)
        if span[1] and span[0] >= taken.start
    ]
    return low[taken.start : min([taken.end, *later])].strip(" ,;")


def _before_of(taken: Frame) -> Condition | None:
    return condition_of(taken.before or taken.after)


def _unless_of(taken: Frame) -> Condition | None:
    return condition_of(taken.unless)


def _prohibition(plain: str, low: str, setting: Setting) -> Understood | None:
    taken = frame(low)
    roles: tuple[str, ...] = ()
    main = _main(low, taken)
    unless = taken.unless
    if (
        taken.unless
        and (excepted := _EXCEPT.search(low[taken.unless_span[0] : taken.unless_span[1]]))
        and (named := _roles_in(excepted["roles"], setting))
    ):
        roles, unless = named, ""
    exception = condition_of(_cased(plain, low, unless))
    condition = condition_of(_cased(plain, low, taken.before or taken.after))
    # "must never give refunds" is one rule; a rule with an amount is a limit, not a ban.
    if found := _NO_ONE.match(main):
        role: str | None = ANYONE
        if found["except1"]:
            roles = _roles_in(re.sub(r"^(?:except|but|other than) ", "", found["except1"]), setting)
    elif found := _IMPERATIVE.match(main):
        role = ANYONE
    elif (
        (found := _NEVER.match(main) or _CANNOT.match(main))
        and not _PUBLIC_ROLES.match(found["role"])
        and not _NOBODY.match(found["role"])
    ):
        role = role_slug(found["role"])
        if found["role"] in {"we", "we'll"} or role is None:
            if not re.search(r"\b(?:never|must not|do not|don't|cannot)\b", main) or role is None:
                return None
            if not _acts(found["what"]):
                return None
    else:
        return None
    if role is None:
        return None
    what = found["what"].strip(" ,")
    if (
        found.re in {_NEVER, _CANNOT}
        and role not in {ANYONE, *setting.roles}
        and not (ROLEISH.search(found["role"]) or _BY_ENDING.search(found["role"]))
    ):
        return None
    plain_no = found.re is _CANNOT and " never " not in main and " mustn't " not in main
    if plain_no and _IDLE.match(what) and (role == ANYONE or not _acts(what)):
        return None
    if _noun_action(
        re.split(r" (?:of|over|under|above|below|up to)\b", found["role"])[0]
        if found.re in {_NEVER, _CANNOT}
        else "-"
    ):
        return None
    approver: str | None = None
    if (without := _WITHOUT.search(what)) is not None:
        what = what[: without.start()].strip(" ,")
        if without["role"]:
            approver = role_slug(without["role"])
    if found.re is _IMPERATIVE and re.match(r'say\b|"', what):
        return None
    if re.match(r"survey|send (?:you )?(?:a |any )?survey", what):
        return None
    if not what or (
        found.re in {_NEVER, _CANNOT}
        and re.match(r"(?:have|be|know|understand|want|feel|charge)\b", what)
    ):
        return None
    amounts = money_in(what, setting.currency)
    if amounts and _OVER.search(what[: amounts[0].start]):
        said = _OVER.sub("", what[: amounts[0].start]).strip()
        action = action_of(re.sub(r" (?:worth|of|valued at|that (?:is|are))$", "", said))
        rule: Clause = (
            ApprovalRule(
                action=action,
                over=amounts[0].money,
                up_to=None,
                approver=approver,
                condition=condition,
                exception=exception,
            )
            if approver
            else Prohibition(
                role=role,
                action=action,
                strength=Strength.MUST_NOT,
                exception=exception,
                condition=Compare(
                    "amount",
                    Operator.MORE,
                    amounts[0].money.amount,
                    f"the amount is more than {what[amounts[0].start : amounts[0].end]}",
                ),
            )
        )
        return checked(Understood((rule,)), tuple(filter(None, (approver,))), low, setting)
    if approver is not None:
        rule = ApprovalRule(
            action=action_of(what),
            over=None,
            up_to=None,
            approver=approver,
            condition=condition,
            exception=exception,
        )
        return checked(Understood((rule,)), (approver,), low, setting)
    rule = Prohibition(
        role=role,
        action=action_of(what),
        except_roles=roles,
        strength=Strength.MUST_NOT,
        condition=condition,
        exception=exception,
    )
    return checked(Understood((rule,)), (role, *roles), low, setting)


def _acts(what: str) -> bool:
    return (
        _GIVING.match(what) is not None
        or re.match(
            r"(?:accept|share|disclose|promise|confirm|discuss|ask|tell|sell|use|pass|record|discriminate|argue|shout|blame)\b",
            what,
        )
        is not None
    )


def _roles_in(words: str, setting: Setting) -> tuple[str, ...]:
    parts = re.split(r", | and | or ", words.strip(" ."))
    slugs = [role_slug(part) for part in parts]
    if any(one is None for one in slugs):
        return ()
    known = tuple(one for one in slugs if one)
    if setting.roles and not all(one in setting.roles for one in known):
        return ()
    return known if setting.roles or re.match(r"^(?:the|a|an) ", words) else ()


def _cased(plain: str, low: str, words: str) -> str:
    at = low.find(words) if words else -1
    return plain[at : at + len(words)] if at >= 0 else words


def _permission(plain: str, low: str, setting: Setting) -> Understood | None:
    above = _ASK_ABOVE.search(low)
    approver = role_slug(above["role"]) if above else None
    low = low[: above.start()] if above else low
    plain = plain[: len(low)]
    taken = frame(low)
    main = _main(low, taken)
    found = _MAY.match(main)
    if found is None:
        return None
    what = found["what"]
    amounts = money_in(what, setting.currency)
    if (
        not _GIVING.match(what)
        and not (
            amounts
            and (re.search(r"authori|limit", main) or _BOUND.search(what[: amounts[0].start]))
        )
        and not (found["only"] or found["modal"] == "may only")
        and not (amounts and found["role"].endswith(" alone"))
    ):
        return None
    words = found["role"].strip()
    if words == "you":
        if not (amounts or re.match(r"(?:refund|waive|authori|approve|discount|give)", what)):
            return None
        return _no_role(plain, main, setting)
    if _PUBLIC_ROLES.match(words) or re.search(r"\bif\b|\bwhether\b", words):
        return None
    if words in {"we", "we also"}:
        return None
    if amounts and _OVER.search(what[: amounts[0].start]):
        # Who may give more than an amount is who decides above it.
        said = _OVER.sub("", what[: amounts[0].start])
        said = re.sub(r" (?:worth|of|valued at|that (?:is|are))$", "", said.strip())
        said = re.sub(r"^(?:approve|authori[sz]e|agree|sign off) ", "", said)
        noun = _noun_action(said)
        rule = ApprovalRule(
            action=noun[0] if noun else action_of(said),
            over=amounts[0].money,
            up_to=amounts[1].money if len(amounts) > 1 else None,
            approver=role_slug(words) or ANYONE,
            condition=_before_of(taken),
            exception=_unless_of(taken),
        )
        if rule.approver == ANYONE:
            return None
        return checked(Understood((rule,)), (rule.approver,), low, setting)
    named = _several_roles(words)
    if len(named) > 1 and (found["only"] or found["modal"] == "may only"):
        return _one_role_asked(plain, named)
    granted = [
        _granted(
            plain,
            low,
            what,
            role,
            approver,
            taken,
            setting,
            only=bool(found["only"]) or words.endswith(" alone"),
        )
        for role in named
    ]
    whole = [one for one in granted if one is not None]
    if not whole:
        return None
    return Understood(
        tuple(clause for one in whole for clause in one.clauses),
        whole[0].findings,
        almost=any(one.almost for one in whole),
    )


def _several_roles(words: str) -> tuple[str, ...]:
    """Return the roles in "managers and supervisors", one for each; else the one role."""
    parts = re.split(r", (?:and |or )?| and | or ", words)
    if len(parts) > 1 and all(ROLEISH.search(part) for part in parts):
        return tuple(one for part in parts if (one := role_slug(part)) is not None)
    role = role_slug(words)
    return (role,) if role else ()


def _one_role_asked(plain: str, roles: tuple[str, ...]) -> Understood:
    """Return the question which one role, where "only" is said of several."""
    names = [one.replace("_", " ") for one in roles]
    at = re.search(r"(?i)\bmay\b|\bcan\b", plain)
    rest = plain[at.start() :] if at else plain
    return Understood(
        (),
        (
            Finding(
                "AU01",
                Severity.ERROR,
                f'"Only" can be kept for one role. Name one, or say "may" for each: {", ".join(names)}.',
                0,
                len(plain),
                (("who", "?"),),
                f"Only the {names[0]} {rest}.",
                "Name one role",
            ),
        ),
        almost=True,
    )


def _no_role(plain: str, main: str, setting: Setting) -> Understood:
    role = setting.roles[0].replace("_", " ") if setting.roles else "receptionist"
    at = plain.lower().find("you ")
    fix = f"{plain[:at]}{'Each ' if at == 0 else 'each '}{role} {plain[at + 4 :]}."
    del main
    return Understood(
        (),
        (
            Finding(
                "AU01",
                Severity.ERROR,
                'Who is "you"? Name the role that may do this, so that everybody knows who decides.',
                max(at, 0),
                max(at, 0) + 3,
                (("who", "?"),),
                fix,
                "Name the role",
            ),
        ),
        almost=True,
    )


def _granted(
    plain: str,
    low: str,
    what: str,
    role: str,
    approver: str | None,
    taken: Frame,
    setting: Setting,
    *,
    only: bool,
) -> Understood | None:
    without = _WITHOUT.search(what)
    if without:
        if without["role"] and approver is None:
            approver = role_slug(without["role"])
        what = what[: without.start()]
    amounts = money_in(what, setting.currency)
    value = next((one for one in amounts if _WORTH.search(what[: one.start])), None)
    waiting = ""
    if to := _TO_THEM.search(what):
        waiting = whose(to["noun"], to["what"])
        what = what[: to.start()]
        amounts = money_in(what, setting.currency)
    caps, what_left = _caps(what, setting, amounts)
    limit = next((one for one in amounts if one is not value and one.start < len(what_left)), None)
    # "a customer" counts only right behind the amount; "to please a customer" does not.
    pers = [
        one
        for one in (_PER.finditer(what, limit.end, max(limit.end, len(what_left))) if limit else ())
        if limit and (not one[0].startswith(("a ", "an ")) or one.start() <= limit.end + 1)
    ]
    # "per month per customer" counts each customer's month.
    per = next((one for one in pers if _per(one["what"]) not in _WINDOWS), None) or (
        pers[0] if pers else None
    )
    total = limit is not None and _TOTAL.search(what, limit.end) is not None
    verb_end = len(what_left)
    if limit is not None:
        bound = _BOUND.search(what[: limit.start])
        verb_end = min(verb_end, bound.start() if bound else limit.start)
    if value is not None:
        worth = _WORTH.search(what[: value.start])
        verb_end = min(verb_end, worth.start() if worth else value.start)
    doing = what[:verb_end].strip(" ,")
    doing = re.sub(r" (?:of|worth|to|up|for|by)$", "", doing)
    action, goods = _action_and_goods(doing)
    if (
        (action == "give_goods" and goods is None)
        or action in {"authorise", "authorize", "approve"}
    ) and limit is not None:
        kind = re.search(
            r"\b(?:in|as|of) (?:an? )?(?P<kind>[a-z -]+?)(?:,| per| for| to|$)", what[limit.end :]
        )
        if kind and (named := _noun_action(kind["kind"])):
            action = named[0]
    if limit is not None and limit.money.amount == 0:
        limit = None
    start = low.find(goods) if goods else -1
    if (
        limit is not None
        and not pers
        and (
            odd := re.match(
                r" (?:per|for each|for every) (?!cent\b)(?P<what>[a-z-]+)", what[limit.end :]
            )
        )
    ):
        return _counted_asked(plain, odd["what"])
    window = _WINDOW.match(what[per.end() :]) if per else None
    other = next((one for one in pers if one is not per and _per(one["what"]) in _WINDOWS), None)
    if (
        window is None
        and other is not None
        and per is not None
        and _per(per["what"]) not in _WINDOWS
    ):
        window = re.match(r" ?(?:per|an?|each|every|in) (?P<window>day|month)", other[0])
    if limit is not None and per is not None and window:
        caps = (
            *caps,
            Cap(_counted_over(per), _window(window["window"]), None, limit.money),
        )
    clause = Authority(
        role=role,
        action=action,
        limit=limit.money if limit and not total else None,
        per=_per(per["what"]) if per and not total else None,
        goods=plain[start : start + len(goods)] if goods else None,
        goods_value=value.money if value else None,
        caps=caps,
        approver=approver,
        only=only,
        strength=Strength.MAY,
        condition=condition_of(_cased(plain, low, taken.before or taken.after) or waiting),
        exception=condition_of(_cased(plain, low, taken.unless)),
    )
    findings: tuple[Finding, ...] = ()
    if (
        limit is None
        and not caps
        and value is None
        and not only
        and action
        in {"refund", "credit", "compensate", "discount", "spend", "write_off", "accept_gift"}
    ):
        sign = (
            "$"
            if setting.currency not in {"GBP", "EUR"}
            else {"GBP": "£", "EUR": "€"}[setting.currency]
        )
        findings = (
            Finding(
                "AU03",
                Severity.WARNING,
                _PERCENT_LIMIT
                if "%" in what
                else "This gives no limit. Say up to how much, so that nobody has to guess.",
                0,
                len(plain),
                (("who", role.replace("_", " ")), ("what", action), ("up to", "?")),
                f"{plain} up to {sign}50.",
                "Name a limit",
            ),
        )
    return checked(
        Understood((clause,), findings), tuple(filter(None, (role, approver))), low, setting
    )


def _counted_asked(plain: str, word: str) -> Understood:
    """Return the question what a limit is counted over, where the word is not known."""
    at = max(normal(plain).find(f" {word}"), 0) + 1
    fix = re.sub(rf"(?:per|for each|for every) {re.escape(word)}\b", "per case", plain, count=1)
    return Understood(
        (),
        (
            Finding(
                "AU06",
                Severity.ERROR,
                f'I cannot count by "{word}". Say per case, per customer, per day or per month.',
                at,
                at + len(word),
                (("counted over", "?"),),
                f"{fix}.",
                "Count by case",
            ),
        ),
        almost=True,
    )


_PERCENT_LIMIT = "I keep no count of a share of the price. Say up to how much money as well, so that it is a limit."


def _action_and_goods(doing: str) -> tuple[str, str | None]:
    for pattern, name in _VERBS:
        found = pattern.match(doing)
        if found is None:
            continue
        if name == "give_goods":
            goods = doing[found.end() :].strip(" ,")
            goods = re.sub(
                r"^(?:the |their )?(?:clients?|customers?|guests?|patients?|people) (?=an? )",
                "",
                goods,
            )
            return (name, goods or None)
        if name in {"approve", "cancel", "replace", "exchange", "extend"}:
            return slug(doing, limit=48), None
        rest = _EVERY_ONE.sub("", doing[found.end() :]).strip(" ,")
        if rest and name in {"refund", "credit"}:
            return whole_slug(f"{name} {rest}", limit=80), None
        return name, None
    return slug(doing, limit=48), None


def _caps(
    what: str, setting: Setting, amounts: tuple[MoneyPhrase, ...]
) -> tuple[tuple[Cap, ...], str]:
    caps = []
    left = len(what)
    for found in _CAP.finditer(what):
        if not found["times"] and not found["money"]:
            continue
        if not found["who"] and not found["window"]:
            continue
        count = None
        if found["times"]:
            count = TIMES.get(found["times"]) or int(
                value_of(found["times"].removesuffix(" times"))
            )
        text = found["both"] or found["money"]
        money: Money | None = None
        if text:
            inside = money_in(text, setting.currency)
            money = inside[0].money if inside else None
        who = found["who"] or (
            (after := _PER.match(what[found.end() :].lstrip())) and after["what"]
        )
        caps.append(Cap(_per(who or "") or Per.CUSTOMER, _window(found["window"]), count, money))
        left = min(left, found.start())
    for one in amounts:
        if _TOTAL.search(what, one.end):
            window = re.match(
                rf" {_EVERY} (?P<window>(?:{NUMBER} )?(?:{'|'.join(UNITS)}))", what[one.end :]
            )
            who = _PER.search(what, one.end)
            caps.append(
                Cap(
                    _counted_over(who),
                    _window(window["window"]) if window else None,
                    None,
                    one.money,
                )
            )
    return tuple(caps), what[:left]


def _counted_over(who: re.Match[str] | None) -> Per:
    """Return whose total is meant: "a month in total" speaks of one person's month."""
    per = _per(who["what"]) if who else None
    return Per.PERSON if per is None or per in {Per.DAY, Per.MONTH} else per


def _per(word: str) -> Per | None:
    for pattern, name in en.PERS.items():
        if re.fullmatch(rf"(?:{pattern})s?", word):
            return Per(name)
    return None


def _window(words: str | None) -> int | None:
    if not words:
        return None
    number, _, unit_word = words.rpartition(" ")
    unit, factor = UNITS[unit_word]
    amount = value_of(number) if number else Decimal(1)
    return int(amount * factor * _DAYS_IN.get(unit, 1))

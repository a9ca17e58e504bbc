"""Whose time a sentence speaks of: ours to keep, the customer's, somebody else's, or the past."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.language.cued import Cued, Either
from goodword.language.memory import remembered

_CUSTOMERS = (
    r"(?:you|customers?|clients?|patients?|the (?:customer|client|patient|tenant|resident|complainant|applicant|claimant|student|guest|member|user|buyer|passenger|parent)|"
    r"complainants?|residents?|tenants?|applicants?|claimants?|members?|passengers?|guests?|users?|students?|parents?|buyers?|sellers?|bidders?|hirers?|borrowers?|exhibitors?|entrants|players?|"
    r"anyone|anybody|those|a (?:customer|client|patient|tenant|resident|complainant|applicant|student|guest|member|user|buyer|passenger|parent))"
)
# What a customer is promised, though they stand as the subject.
_GETS = (
    r"(?:normally |usually |generally |typically |always |also |then |not |never |only |reasonably )*"
    r"(?:expect|look forward to|allow\b|receive|get|have (?!to\b)(?:an?|our|your|the|it|heard)|hear|wait|see|be (?!required|asked|able|expected|entitled|sent in)\w+|not)\b"
)
_THEIR_THINGS = (
    r"(?:all |any |your |the |a |an |every |each |no )*(?:(?!we\b|our\b)[\w'-]+ ){0,3}?(?:complaints?|appeals?|requests?|claims?|applications?|notices?|payments?|invoices?|"
    r"fees?|accounts?|returns?|items?|goods|products?|cancellations?|bookings?|orders?|forms?|evidence|documents?|submissions?|reports?|objections?|nominations?|refund requests?|disputes?|deposits?|balances?|bills?)"
)
# "Please answer customers' letters": said to colleagues.
_OUR_WORK = (
    r"(?:also |always )?(?:answer|reply to|respond to|acknowledge|deal with|resolve|handle|process|close|see to|sort out|look into and answer|take care of|call back|confirm receipt of|give a first response to|send a full reply to) "
    r"(?!(?:[\w' -]+ )?(?:this|that|us|our|my)\b)(?:(?:all|any|every|each|incoming|new|written|urgent|customers?'?|clients?'?|patients?'?) )*(?:[\w-]+ ){0,2}?"
    r"(?:complaints?|enquir(?:y|ies)|inquir(?:y|ies)|e-?mails?|calls?|letters|messages|quer(?:y|ies)|questions|requests?|tickets?|claims|appeals|applications|referrals|concerns|reports)\b"
)
_THEIRS = re.compile(
    rf"^(?:in return,? |for (?:your|their) part,? |to help us,? )?(?:(?:after|following|on|upon|at|once|from|in|during|by) [\w' ]{{1,40}}?,? (?=(?:you|customers?|clients?) (?:can|may|have|must|should|could)\b))?(?:please (?!allow|expect|note|be assured|{_OUR_WORK}|[^.]*\b(?:the|a|each|every|all) (?:customer|client|patient|caller|guest|tenant|resident|complainant))|(?:if [^,]+, )?{_CUSTOMERS}(?: who [\w ]+?)?(?: also| then| still| both| may also| can also)? "
    rf"(?:(?:must|should|shall|will|can|may|could|might|would)(?! {_GETS}| usually expect| (?:count|rely|depend) on us\b)|need|have(?! (?:(?:the|a|every) right to (?:expect|an?|our|receive|get|have|be)\b|(?:an?|our|the|your|their|his|her|its)(?: [\w-]+){{0,3}} (?:answer|reply|response|decision|acknowledge?ment|call|call-back|report|results?|update|refund|visit|outcome|confirmation)\b))|(?:are|is) (?!entitled to (?:an?|our|the|receive|get|have)\b[\w' -]{{0,30}}?(?:repl(?:y|ies)|responses?|answers?|acknowledge?ments?|decisions?|outcome|results?|confirmation|updates?|call[ -]?back)\b)(?:required|asked|"
    r"expected|encouraged|welcome|entitled|able|advised|allowed|permitted|given(?! (?:news|feedback|updates?|regular|our|the|an? (?!(?:further |final |minimum |maximum )?(?:day|week|month|fortnight|period|year|chance|opportunity)))\b)|requested)|wants?|wish(?:es)?|(?:agree|undertake|promise|accept|commit)s? (?:to|that)|has (?:up to |a period of )?\d+|pays?|returns?|cancels?|appl(?:y|ies)|asks?|requests?)\b(?! (?:will|shall|must|should|can|may|are|is)\b)"
    rf"|{_THEIR_THINGS}[\w ]{{0,30}}? (?:must|should|can|may|"
    r"need to|has to|have to|cannot|can't) (?:only |also |normally |usually |still )?(?:be |)(?:made|submitted|sent|lodged|received|brought|raised|paid|returned|cancelled|canceled|filed|"
    r"reported|given|unused|requested|claimed|exchanged|refunded|amended|appealed|used|redeemed|collected|arrive|reach (?:us|the \w+))\b(?! (?:to|by) (?:you|the (?:customer|client|tenant))| by us)"
    r"|[\w' ]{2,40}? (?:gives?|allows?|grants?) (?:you|customers|clients|tenants|them) (?:up to |at least )?[\w-]+ (?:\w+ )?(?:days?|weeks?|months?|hours?) to\b"
    r"|(?:payment|invoices?|fees?|accounts?|bills?|balances?|deposits?)[\w ]{0,20} (?:is|are|falls?|becomes?) (?:due|payable)"
    r"|(?:contact|tell|let|call|email|e-mail|write to|send|return|notify|inform|phone|ring|ask|give|pay|reply to|respond to) (?:us|it to us|them to us)\b(?! (?:by|on|via|through) [\w -]{3,20}:)(?![^.]*[;,] (?:and )?(?:we|our)\b)"
    r"|(?:send|bring|post) (?:(?:the|your|any|unused|unwanted|unworn|faulty|damaged|goods|items?|products?|it|them|everything) ){1,4}back\b"
    r"|(?:return|send back|bring back|exchange|cancel|claim|apply|appeal|request|pay|submit|report|register|collect|use|redeem|complete|fill in) (?:the|your|any|an?|it|this|them|items?|goods|unused|for|by|online|within|less|fewer|later|after|before|at least|up to|no later)\b"
    r"|ask (?:us|the|for)\b|(?:we|this \w+) (?:was|were|have been|has been|had)\b(?! (?:asked))"
    r"|we (?:(?:will|shall|may|might|also|then|usually) )*(?:ask|invite) (?!for\b|about\b|how\b|whether\b|what\b|that\b|you (?:if|how|what|whether|when|for))[\w', -]{2,50}? to \w"
    r"|we (?:ask|request|expect|require|need|advise|recommend|encourage|would (?:ask|like you))(?: that)? (?:you|them|him|her|they|customers|clients|patients|all|any|anyone|members|guests|payment|at least|the (?:\w+ )?(?:person|customer|client|patient|member|supplier|landlord|tenant)s?)\b"
    r"|if (?:we|you) (?:have not|haven't|do not|don't)[^,]*, (?:please|you (?:can|may|should)))"
)
# Imperatives that a line below "We will:" would make ours: only without such a line are they theirs.
_IMPERATIVE = re.compile(
    r"^(?:return|(?:send|bring|post) (?:[\w'-]+ ){1,4}back|send back|bring back|exchange|cancel|claim|apply|appeal|request|pay|submit|report|register|collect|use|redeem|complete|fill in)\b"
)
# A span in which goods may be brought back or money asked for is the customer's.
_WINDOW = Cued(
    r"\b(?:refunds?|returns?|exchanges?|cancellations?|replacements?|money back|swaps?)\b[^.;]*?\b(?:is |are |be )?"
    r"(?:available|given|accepted|allowed|possible|permitted|offered|valid|eligible|made|granted|provided|issued|guaranteed|)\b[^.;]*?"
    r"\b(?:within|in|up to|for) (?:the first )?[\w-]+(?: \([\w ]+\))?(?: (?:working|business|calendar))? (?:days?|weeks?|months?|hours?|years?) (?:of|from|after|following)"
    r" (?:the |your |an? |first |original |initial |date of |day of |delivery of )*(?:purchase|purchasing|buying|sale|delivery|order(?:ing)?|booking|checkout|start|receiving (?:the|your) (?:item|goods|order)|receipt of (?:the|your) (?:item|goods|order))",
    "cancellation|exchange|money back|refund|replacement|return|swap",
)
_OUR_DEED = re.compile(
    r"\b(?:we|our (?:team|staff))\b|\bprocess|\bpaid\b|\bsent\b|\bback on your\b"
)
# What holds for a trade, or what others ask of us, is no promise.
_OTHERS = Either(
    Cued(
        r"\b(?:industry|usual|common|accepted|general|market) (?:standard|average|benchmark|norm)\b",
        "standard|average|benchmark|norm",
    ),
    Cued(
        r"\bbest practice\b",
        "best practice",
    ),
    Cued(
        r"\bha(?:s|ve) (?:up to )?[\w-]+ (?:working |calendar )?(?:days|weeks|months|hours) to (?:reply|respond|answer|object)(?: to)? (?:us|our)\b",
        "weeks to|months to|days to|hours to",
    ),
    Cued(
        r"\btrained (?:to|in)\b",
        "trained",
    ),
    Cued(
        r"\btakes? [\w -]{3,30}(?:days?|hours?|weeks?|minutes?) (?:or more )?to (?:clear|show|appear|dry|cook|walk|drive|travel|set|load|download|grow|heal|recover|cross)\b",
        "take",
    ),
    Cued(
        r"\b(?:research|studies|surveys?) (?:shows?|suggests?|finds?|found)\b",
        "research|studies|survey",
    ),
    Cued(
        r"\bcustomers (?:today |now )?(?:expect|want|prefer)\b",
        "customers",
    ),
)
_OTHERS_DO = re.compile(
    r"^(?:many|some|other|most) (?:companies|businesses|organi[sz]ations|firms|banks|airlines|retailers|teams|brands)\b"
    r"|^(?:airlines|companies|businesses|retailers|banks|brands|organisations|organizations|call centres|contact centers?) (?:of|in|that|may|can|often|should|typically|usually)\b"
    r"|^(?:the |an? |your |any )?(?:[\w'-]+ ){0,2}?(?:ombudsman|ombudsmen|regulator|manufacturer|wholesaler|publisher|court|tribunal|commissioner|adjudicator|bank|card issuer|card provider|card company|courier|carrier|postal service|royal mail|police|law|regulations|legislation|competitors?|supplier's? bank|mediator)(?:'s)?(?: scheme| service)? (?:(?!(?:expects?|requires?|asks?|obliges?) us\b)(?:will|may|can|must|should|usually|normally|has|have|expects?|requires?|asks?|aims?|tries|takes?|gives?|allows?|says?|decides?|needs?|sets?))\b"
    r"|^(?!(?:we|our|staff|the (?:team|desk|office))\b)[\w' -]{3,40}? (?:must|should|will|shall|have to|has to|(?:is|are) (?:asked|required|expected|obliged) to) (?:\w+ly )?(?:answer|reply to|respond to|acknowledge|return|deal with|settle) (?:us\b|our (?!(?:\w+ )?(?:clients|customers|guests|members|patients|tenants|residents|users|visitors)\b))"
    r"|^(?:all |our )?(?:staff|employees|team members|colleagues|volunteers|drivers) (?:must|should|shall|have to|need to|are required to|will) (?:submit|claim|return|hand in|declare|pay|sign) (?!(?:calls?|phone|telephone|messages?|voicemails?|refunds?)\b)"
    r"|^our (?:suppliers?|wholesalers?|insurers?|bank|landlord)\b(?! (?:line|team|desk|portal|liaison))"
    r"|^(?:approval|consent|permission|an? (?:answer|reply|decision)) (?:from|of|by) (?:the|your|an?) (?:landlord|council|bank|insurer|manufacturer|court|freeholder)\b"
    r"|^please allow [\w -]+ for (?:your|the|any) [\w() ]+ to (?:come|get|arrive|reach|be returned)\b[^.;]* us\b"
    r"|^(?:the|an?|your|their) (?![\w' ]*\b(?:team|staff|office|desk|manager|officer|department|council|company|supplier|provider|we)\b)[\w' ]{2,40} ha(?:s|ve) (?:up to |only )?[\w-]+ (?:working |business |calendar )?(?:days|weeks|months|hours) to\b"
)
# What was done is no promise.
_PAST = Either(
    Cued(
        r"\b(?:last|past|previous) (?:(?:financial |calendar )?year|quarter|month|week|summer|winter|spring|autumn|fall|season|term)\b",
        "last|past|previous",
    ),
    Cued(
        r"\b(?:in|during|since) (?:19|20)\d\d\b",
        "in 19|in 20|during 19|during 20|since 19|since 20",
    ),
    Cued(
        r"^(?:the|our) [\w ]{3,40} (?:was|were) (?:only |about |over |under |some )?[\d£$€]"
        r"|\b(?:were|was) (?:\w+ )?(?:answered|resolved|acknowledged|dealt with|completed|responded|replied|closed|seen|met|achieved|recorded|received|processed|handled|settled|paid|issued|delivered|dispatched|decided|repaired|fixed|attended)\b"
        r"|^(?:the|our|an?|this|it|most|\d+%?)(?: of)?(?: (?!who\b|that\b|which\b|will\b|is\b|are\b|must\b|can\b|we\b|gets?\b)[\w'%-]+){0,4} (?:was|were) (?!not\b)\w+(?:ed|t|n)\b(?![^.]*\b(?:will|is|are|must|gets?|shall|we)\b)",
        "was|were",
    ),
    Cued(
        r"\b(?:19|20)\d\d[/-]\d\d(?:\d\d)?\b(?! (?:we will|target))",
        "19|20",
    ),
    Cued(
        r"(?:^|, )(?:we|the team|our [\w ]{1,20}?|staff) (?:have |also )?(?:answered|replied|responded|resolved|acknowledged|achieved|handled|received|took|dealt|met|closed|saw|paid|helped|had)\b",
        "answered|replied|responded|resolved|acknowledged|achieved|handled|received|took|dealt|met|closed|saw|paid|helped|had",
    ),
    Cued(
        r"\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b[^.]*\b(?:took|was|were|averaged|answered|received)\b",
        "was|took|were|averaged|received",
    ),
    Cued(
        r"\b(?:average|median) [\w ]{3,30}? (?:was|took|were|stood at)\b",
        "average|median",
    ),
    Cued(
        r"\bhas been (?:running|answering|serving)\b",
        "has been",
    ),
)
# "Our new manager joined": the first words of what is told.
_CAME = re.compile(
    r"^(?:our|the|an?|my)(?: (?!(?:is|are|be|will|get|gets)\b)[\w'-]+){1,3} (?:joined|started|opened|began|moved|arrived|left|became|grew|won|came|went|took|made|gave|sold|built|founded|launched)\b(?![^.]*\b(?:will|is|are|must|gets?|shall|we)\b)"
)


# "Items can be brought back within 30 days": what those who are served may do.
_POSSIBLE = Cued(
    r"(?<!calls )(?<!call )(?<!messages )(?<!message )\b(?:can|may|could|might)(?: only| also| always| still)? be (?:brought back|taken back|returned|sent back|handed back|handed in|given back|exchanged|swapped|changed|cancell?ed|called off|rescheduled|rebooked|reclaimed|claimed|asked for|requested|applied for|booked|reserved|lodged|submitted|renewed|transferred|frozen|paused|amended|redeemed|refunded)\b",
    "can|could|may|might",
)


@remembered(1_024)
def is_theirs(main: str, *, led: bool) -> bool:
    """Whether the main clause, in small letters, gives the customer a time to keep.

    `led` is True below a lead-in such as "We will:", where a bare verb is ours.
    """
    found = _THEIRS.match(main)
    if found is not None and not (led and _IMPERATIVE.match(main)):
        return True
    if _POSSIBLE.search(main) is not None:
        return True
    window = _WINDOW.search(main)
    return window is not None and _OUR_DEED.search(main) is None


@remembered(1_024)
def is_past(main: str) -> bool:
    """Whether it tells what was done."""
    return _PAST.stands(main) or _CAME.match(main) is not None


@remembered(1_024)
def is_of_others(main: str) -> bool:
    """Whether it tells what a trade or a market does."""
    return _OTHERS_DO.match(main) is not None or _OTHERS.stands(main)

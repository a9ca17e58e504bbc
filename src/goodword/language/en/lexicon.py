"""Words of service: channels, what is promised, how firmly, and for whom. Patterns, small letters.

In every list the first entry that fits wins, so the special stands before the general.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

from collections.abc import Mapping

CHANNELS: Mapping[str, str] = {
    "voicemail": r"voice ?-?mails?(?: messages?)?|answer-?phones?|answering (?:phone|machine|service)s?|answer machines?"
    r"|messages? (?:you )?left(?: on [\w' ]{0,20}(?:phone|machine))?|recorded messages?"
    r"|leave (?:us )?a message(?! (?:on|via|through) (?:face|twit|soc))|(?:tele)?phone messages?",
    "email": r"e-?mails?(?:ed|ing)?(?! address)",
    "text": r"text messag\w+|sms(?:es)?(?: messages?)?|texts\b|by text\b|text us|(?<=\bor )text\b"
    r"|a text\b|texting",
    "chat": r"(?:live |web|online |web )?-?chats?\b(?:bot)?|instant messag\w+|messenger|webchats?|whatsapp(?: messages?)?",
    "social": r"(?<!anti-)(?<!anti )social(?:[ -]media\b|(?= (?:posts?|messages?|channels?|platforms?|enquir|quer))|(?=\s*(?::|,|\||$)))(?: (?:posts?|messages?|channels?|platforms?|enquir\w+|quer\w+))?"
    r"|twitter|facebook|instagram|linkedin|tweets?|(?:direct|private) messages?|online reviews?",
    "web_form": r"(?:web|online|contact|electronic|enquiry|website|internet|feedback)[ -]"
    r"?(?:based )?(?:contact |enquiry |complaints? |feedback |query )?forms?"
    r"|(?:web|website|online|internet) (?:enquir\w+|quer\w+|submissions?|contacts?|requests?)"
    r"|(?:via|through|on|using) (?:our |the )?web ?site|e-?forms?|web contacts?",
    "portal": r"(?:customer |online |self[ -]service |client |support |member |patient |tenant )?"
    r"portals?|secure (?:message|inbox|messaging)\w*|in-app messages?|messages? in the app|support tickets?|tickets?\b|(?:my |your )?online account|mobile app|the app\b",
    "letter": r"letters?\b|(?:by|in the|via) (?:post|mail)\b|post(?:ed)? (?:mail|enquir\w+)?"
    r"(?=[ ,.;:)]|$)(?<!social media post)|postal(?: \w+)?|written (?:\w+ )?(?:correspondence|enquir\w+|"
    r"quer\w+|communications?|contacts?|requests?|letters?)|correspondence|in writing|fax(?:es)?"
    r"|(?:paper|surface|snail) mail|\bmail\b",
    "in_person": r"in[ -]person|face[ -]to[ -]face|visitors?|visits? (?:to )?(?:our|us|the|a)\b"
    r"|visit (?:our|us|the)|walk[ -]ins?|at (?:the|our) (?:[\w-]+ ){0,2}?(?:desk|counter|reception)"
    r"|(?:reception|service|enquiry|front) (?:desk|counter)s?|counters?\b|reception\b|personal callers"
    r"|callers to (?:our|the) \w+|in (?:the |our )?(?:shop|store|branch|office)s?\b|drop[ -]ins?"
    r"|over[ -]the[ -]counter|walks? in\b",
    "video": r"video(?:[ -](?:calls?|chats?|link|conference))?s?\b",
    "relay": r"relay(?: calls?| service)?",
    "phone": r"(?:tele|mobile )?phones?\b|(?:tele)?phon(?:ed?|ing)\b|telephones?|by tel\b|hotlines?"
    r"|help ?lines?|(?:incoming |your |our |all |inbound |telephone |phone |first )*calls?\b"
    r"(?! (?:back|us|out|you|them|on|for|999|000|911|112))|call (?:us|centre|center)|callers?"
    r"|(?:when|if) you (?:ring|call)|calling (?:us|our)|\d+ rings\b|\w+ rings\b|rings?\b(?! back)",
}

# What is promised, by the words that say it. `verb` matters: the nearest to the time counts.
METRICS: tuple[tuple[str, str], ...] = (
    (
        "next_response",
        (
            r"(?:repl\w+|respond\w*|respons\w+|answer\w*) (?:to )?(?:each |every |any |all |your )*"
            r"(?:further|follow[ -]?up|subsequent|later|next) "
            r"(?:message|e-?mail|repl|quer|enquir|question|contact|correspondence|respons)\w*"
            r"|(?:next|subsequent|ongoing|follow[ -]?up) (?:response|repl(?:y|ies))(?: times?)?"
            r"|(?:further|follow[ -]?up|subsequent) (?:messages?|e-?mails?|repl(?:y|ies)|enquir\w+|quer\w+"
            r"|questions?|contacts?)[\w ]{0,20}(?:answered|replied|responded)"
        ),
    ),
    (
        "acknowledge",
        (
            r"acknowledg\w*|confirm(?:ation|ing)?(?: (?:the|of|that we have|we have|your|we've))* "
            r"recei\w+|let you know (?:that )?we(?: have|'ve) (?:got|received)"
            r"|tell you (?:that )?we(?: have|'ve) (?:got|received)|recei(?:pt|ved) (?:is|are|will be)? ?confirm\w+"
        ),
    ),
    (
        "callback",
        (
            r"(?:call|ring|rung|rang|phone|telephone)(?:ed|s|ing)? (?:you |them |him |her |(?:the |our |all |a |any |your )*(?:caller|customer|client|"
            r"patient|guest|member|resident|tenant|parent|student|applicant|user|person)s? |people |every \w+ |each \w+ |everyone )?back|"
            r"call(?:ed|s|ing)? back|call[ -]?backs?|return(?:ed|ing|s)? (?:all |your |any |every |each |the |"
            r"missed |telephone |phone |non-urgent |a |voice\w* )*"
            r"(?:(?:tele)?phone )?(?:calls?|voice ?-?mails?(?: messages?)?|messages?|phone messages?)"
            r"|(?:voice ?-?mails?|calls?|messages?)(?: messages?)?[\w ]{0,30} returned"
        ),
    ),
    (
        "resolution",
        (
            r"(?:full|final|substantive|detailed|complete|formal|definitive|comprehensive|meaningful)"
            r"(?: and (?:final|formal|considered|detailed))?(?: written)? "
            r"(?:response|reply|answer|outcome|decision|report)s?"
            r"|(?:respond|reply|answer(?:ed)?) (?:to (?:\w+ ){1,3})?(?:in full|fully|substantively)"
            r"|fully (?:respond|reply|answer)\w*|final(?:ly)? (?:determin|respon|decid)\w*"
            r"|resolv\w*|resolution|settl(?:e|es|ed|ing|ement)s?\b|"
            r"clos(?:e|es|ed|ing)\b(?! (?:at|on|of|to|for|by))"
            r"|closure|complet(?:e|es|ed|ing|ion)\b|decid\w*|decisions?\b|determin\w*|conclu\w+|finali[sz]\w+"
            r"|looked into|look into|ma(?:de|ke) (?:\w+ )?(?:safe|good)\b|mend(?:ed|s|ing)?\b|workarounds?|repaired\b|put (?:it |things |this |them )?right"
            r"|outcome|investigat\w+|fix(?:ed|es)?\b|rectif\w+|remed(?:y|ied)\b|restor\w+"
        ),
    ),
    (
        "wait",
        (
            r"wait(?:s|ed|ing)?\b(?: (?:no|not|more|longer|time|times))?|queu\w*|on hold|be seen\b|"
            r"(?:is|are|were) seen\b|seen (?:with)?in\b|seen by|see (?:(?:at least )?\d+% of |nine out of ten |most )?(?:you|visitors?|customers?|patients?|"
            r"clients?|people|everyone|every \w+|all \w+|each \w+)|served\b|serve you|you (?:are|will be) attended to|kept waiting"
        ),
    ),
    (
        "answer",
        (
            r"(?:answer|pick(?:ed)?[ -]up|connect)(?:ed|s|ing)?\b(?= (?:\w+ ){0,6}?(?:(?:tele)?phones?|calls?|"
            r"rings?|callers?|chats?\b|helplines?))"
            r"|answer\w* (?:the |your |our |all |every |each |\d+% of )*(?:\w+ )?(?:(?:tele)?phones?|calls?|chats?)\b"
            r"|(?:calls?|callers?|(?:tele)?phones?|chats?\b|helpline)(?: \w+){0,6}? (?:answered|picked up|connected)"
            r"|(?:pick(?:ed)? up|greet(?:ed|s|ing)?|welcom(?:e|ed|ing)|acknowledge visitors)\b"
            r"|(?:speak|talk) (?:to|with) (?:an?|someone|somebody|one)\b|speed of answer|answer(?:ing)? (?:times?|speed)"
        ),
    ),
    (
        "update",
        (
            r"(?:status (?:page )?)?updat(?:e|es|ed|ing)\b|progress (?:report|update)s?|keep (?:you|them|him|her|people|everyone|(?:the |our |all )?(?:customer|"
            r"client|complainant|resident|tenant|patient|guest|caller|member|applicant|claimant|passenger|famil|user|student|parent)(?:s|y|ies)?)"
            r" (?:fully |regularly |all )?(?:informed|up to date|updated|posted)|"
            r"kept (?:fully |regularly )?(?:informed|up to date|updated)|"
            r"(?:tell|inform|notify|let|advise|warn) (?:you|them|the (?:customer|client|complainant)|customers?|"
            r"clients?|patients?)\b(?: know)?|(?:be|are|is) (?:told|informed|notified|advised)\b|notif\w+"
            r"|reported to (?:the |our )?(?:client|customer)s?\b|notification|status report|report back|announcements?\b|announce[sd]?\b"
        ),
    ),
    (
        "first_response",
        (
            r"(?:first|initial) (?:response|reply|contact|answer|human reply)(?: times?)?"
            r"|repl(?:y|ies|ied|ying)\b|respon(?:d|ds|ded|ding|se|ses)\b(?:[ -]times?)?|answer(?:s|ed|ing)?\b"
            r"|get(?:s|ting)? back to|(?:be|get) in (?:touch|contact)|"
            r"come(?:s)? back to|revert(?:s)? to|reach(?:es)? out to|hear (?:back )?from (?:us|our|a|an|one|the|someone)|"
            r"writ(?:e|es) (?:back|to you)|contact(?:ed)?\b(?= (?:you|by|within|in|every|each|all|the (?:customer|client))\b)"
            r"|make contact|(?:call|phone|ring|telephone) you\b(?! back)|(?:be|will be|is|are) (?:contacted|answered|(?:phoned|called|telephoned|rung)\b(?! back)|e-?mailed|written to)|write back|hear back|feedback to you"
            r"|initial assessment|respond|triag\w+|follow(?:ed)? up"
        ),
    ),
)
# Words that promise something done only where no stronger word stands near.
DONE = (
    r"process(?:ed|es|ing)?\b(?! (?:of|for|is|will))|dispatch\w*|despatch\w*|deliver(?:ed|s|y)?\b|"
    r"ship(?:ped|s)?\b|issu(?:e|es|ed)\b(?= (?:you|a|an|the|your|all|any|refund|within|in|by)\b)"
    r"|refund(?:ed|s)?\b|reimburs\w+|pay(?:s|ment)?\b|paid\b|credit(?:ed)?\b|"
    r"(?:requests?|applications?|claims?|orders?|repairs?|refunds?|prescriptions?|results?|referrals?|certificates?) (?:usually |normally |typically |will |can |may )*takes?\b|"
    r"(?<=will )(?:repair|empty|clean|sweep|treat|test|move|cut|prune|reopen|reconnect|connect|activate|unblock|grit|set up|ship)\b|"
    r"(?<=we )(?:repair|empty|clean|unblock|reconnect)\b|(?:emptied|cleaned|reconnected|connected|activated|unblocked|reopened|set up)\b|"
    r"payments?\b(?= [\w ]{0,30}\bmade\b)|available\b(?= (?:within|in|by|no later)\b)|visit (?:you|your home)\b|come (?:out )?to (?:you|your home)\b|registered\b|enrolled\b|"
    r"provid(?:e|es|ed|ing)\b|send(?:s|ing)?\b|sent\b|collect(?:ed)?\b|"
    r"replac(?:e|ed|ement)\b|install\w*|remov(?:e|ed)\b|clear(?:ed)?\b|attend(?:ed)?\b"
    r"|approv(?:e|ed)\b|assess(?:ed)?\b|review(?:ed)?\b|action(?:ed)?\b|deal(?:t|s)? with|handl\w+|"
    r"turn(?:ed)? around|turnaround|supply|supplied|publish(?:ed)?\b|finish(?:ed)?\b|"
    r"arriv(?:e|es|ed|ing)\b|reach you\b|be with you|on site\b|visited\b|inspect(?:ed|s)?\b|ready (?:to|for)\b|arrange\w*|book(?:ed)?\b|offer(?:ed)? (?:you |an? |all |\w+ )*appointments?|grant(?:ed)?\b|examin\w+"
)
# Words that name the thing promised without being a promise by themselves: a fragment or a table
# header ("Response time") is read by them.
SUBJECTS: Mapping[str, str] = {
    "complaint": r"complaints?|complainants?|grievances?|concerns? (?:or complaints?)?|dissatisfaction",
    "appeal": r"appeals?",
    "enquiry": r"(?:enquir|inquir)(?:y|ies)|quer(?:y|ies)|questions?",
    "incident": r"(?:security |critical |major )?incidents?",
    "claim": r"claims?\b",
    "application": r"applications?\b",
    "booking": r"bookings?|reservations?",
    "order": r"orders?\b(?! to)",
    "refund": r"refunds?\b",
    "return": r"returns?\b(?= (?:within|are|will|request|in )|s\b)",
    "report": r"reports?\b(?! (?:to|back|a|an|any|the|it))",
    "compliment": r"compliments?",
    "suggestion": r"suggestions?|feedback\b",
    "emergency": r"emergenc(?:y|ies)\b(?: (?:repairs?|calls?))?",
    "repair": r"(?:routine |urgent |emergency )?repairs?\b",
    "fault": r"faults?\b|outages?",
    "quote": r"quotes?\b|quotations?|estimates?\b",
    "request": r"(?:[a-z]+ )?requests?\b",
}
# Kinds of message and case that stand for any.
ANY_SUBJECT = (
    "case",
    "message",
    "contact",
    "visitor",
    "correspondence",
    "matter",
    "issue",
    "customer",
    "client",
)
PRIORITIES = (
    r"(?:priority|severity|sev|p|level|tier|category|stage|step|class|grade|band)[ -]?(?:level )?"
    r"(?:\d|one|two|three|four|five|i{1,3}|iv|[a-d])\b(?: complaints?\b)?"
)
PRIORITY_WORDS = r"(?:critical|urgent|high|medium|normal|low|emergency|routine|standard|non-urgent)"

AIM = (
    r"\b(?:aim(?:s|ed|ing)?|tr(?:y|ies|ying)|striv(?:e|es|ing)|endeavou?r(?:s|ing)?|"
    r"(?:do|doing|does|use) (?:our|my|their|its|the)? ?(?:very )?(?:best|utmost)|"
    r"(?:make|making) every (?:reasonable )?(?:effort|endeavou?r|attempt)|best (?:endeavou?rs|efforts)|"
    r"(?:all )?reasonable (?:endeavou?rs|efforts|steps)|usually|normally|typically|generally|ideally|"
    r"(?:where|wherever|when|whenever|if|as far as)(?: it is| reasonably| at all)* (?:possible|practical|"
    r"practicable|feasible|we can(?!'t|not)|appropriate)|in most cases|most of the time|"
    r"(?:our|the|a)? ?(?<!\()(?:target|goal|objective|ambition|aspiration)s?(?: time| is| are)?|hop(?:e|es|ing) to|"
    r"intend(?:s)?|seek(?:s)? to|work(?:ing)? (?:hard )?(?:to|towards)|(?<=we )expect to|"
    r"commit(?:ted)? to try|plan to|in general|as a rule|for the most part|"
    r"(?:most|the majority of|almost all|nearly all)(?! urgent| recent| common| important| serious)|"
    r"(?:can|may|might|could) (?:usually |normally )?take(?= (?:up|about|around|between|as long|an?|some|longer|\d|\w+ (?:to \w+ )?(?:working |business )?(?:days?|weeks?|hours?|months?|minutes?)))|"
    r"should (?:normally|usually|generally)|targeted|targeting|under normal circumstances|"
    r"under normal conditions|in normal circumstances|on average|(?:average|median|mean) (?:wait|response|time|speed|call|answer|first))\b"
)
SHOULD = r"\b(?:should|ought to)\b"
MOST = r"\b(?:most|the majority|almost all|nearly all|a high (?:percentage|proportion)|the vast majority)\b"
VAGUE = (
    r"\b(?:very |as )?(?:quickly|promptly|swiftly|speedily|rapidly|soon|fast|shortly|expeditiously|timely|"
    r"immediately|urgently|efficiently)(?: as (?:we can|possible|practicable|practical|reasonably "
    r"(?:possible|practicable)))?\b|\b(?:straight|right) away\b|\bas soon as (?:we can|possible|"
    r"practicable|practical|reasonably (?:possible|practicable))|\bin (?:a|good|due|reasonable)"
    r" ?(?:timely|prompt|reasonable|speedy|swift)? ?(?:manner|fashion|way|time|course|timeframe)\b"
    r"|\bwithin (?:a|the) (?:reasonable|short|appropriate|agreed|sensible|acceptable|reasonably "
    r"\w+|shortest)(?: \w+)? (?:time(?:frame|scale)?|period|amount of time|while)(?: of time)?\b"
    r"|\bwithout (?:undue |unreasonable |unnecessary )?delay\b|\bat (?:once|the earliest "
    r"(?:opportunity|convenience))\b|\b(?:prompt|speedy|swift|rapid|quick|fast)(?= (?:response|reply|answer|"
    r"acknowledg|resolution|service|attention))|\bin no time\b|\bregular(?:ly)?\b|\bwhen we can\b"
    r"|\b(?:within |in )?(?:a|the next) (?:few|couple of) (?:\w+ )?(?:minutes|hours|days|weeks)\b"
    r"|\b(?:on |in )?the same (?:morning|afternoon|evening)\b"
    r"|\b(?:within |in )?(?:several|some) (?:\w+ )?(?:minutes|hours|days|weeks)\b"
)
# Leads from which the sentence goes on in the items below.
OPEN_LEAD = (
    r"(?:\b(?:will|to|must|may|can|should|shall|never|not|we|you|cannot|by|that|for|within|including|"
    r"are|is|if|when|who|any|aim|promise|commit|expect|always|do|them|us|of)|we'll)$"
)
START_RECEIVED = (
    r"(?:the )?(?:date |day |time |point )?(?:of |when |that )?(?:the |its |their |your |us |our |we |it |"
    r"you |a |an |any |being |having |initial |original |formal |written |them |this |is |are |was |has |"
    r"have |been |all |by )*"
    r"(?:recei\w+|submi\w+|lodg\w+|contact\w*|enquir\w+|inquir\w+|requests?\w*|messages?|complain\w*|"
    r"e-?mail\w*|call\w*|letters?|report(?:ed|ing|s)?|application|appl(?:y|ied)|order\w*|appeal\w*|made|"
    r"make|mak\w+|sent|send|arriv\w*|query|queries|quer\w+|feedback|raised?|raising|getting|hearing|hear|"
    r"notif\w+|claim|entering|joining|post\w*|tell(?:ing)?|ask(?:ed|ing)?|arrival)"
)
STARTS: tuple[tuple[str, str], ...] = (
    ("acknowledged", r"acknowledg\w+"),
    (
        "information_received",
        (
            r"(?:recei\w+|having|have|getting|obtain\w+|provi\w+|we have|with) [\w' ]{0,30}?(?:information|documents?|details|"
            r"paperwork|evidence|documentation)|(?:information|documents?|details)[\w ]{0,20}(?:recei|provided)\w*"
            r"|complete (?:application|information|claim)"
        ),
    ),
    ("resolved", r"resol\w+|clos\w+|complet\w+|decision"),
    ("logged", r"logg\w+|record\w+|registr?\w*|register\w*|ticket creation"),
)

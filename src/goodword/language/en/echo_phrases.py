"""The English words in which clauses are said back: templates and names, no behaviour."""

from collections.abc import Mapping

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SYMBOLS: Mapping[str, str] = {
    "AUD": "$",
    "CAD": "$",
    "EUR": "€",
    "GBP": "£",
    "HKD": "$",
    "INR": "₹",
    "JPY": "¥",
    "NZD": "$",
    "SGD": "$",
    "USD": "$",
}

# What each channel is called: in a list of ways to reach us, and inside a sentence.
CHANNEL_NAMES: Mapping[str, str] = {
    "email": "Email",
    "phone": "Phone",
    "text": "Text message",
    "web_form": "Web form",
    "in_person": "In person",
    "chat": "Chat",
    "letter": "Letter",
    "social": "Social media",
    "voicemail": "Voicemail",
    "portal": "Portal",
    "video": "Video",
    "relay": "Relay service",
}
BY_CHANNEL: Mapping[str, str] = {
    "email": "by email",
    "phone": "by phone",
    "text": "by text message",
    "web_form": "by web form",
    "in_person": "in person",
    "chat": "by chat",
    "letter": "by letter",
    "social": "on social media",
    "voicemail": "by voicemail",
    "portal": "on our portal",
    "video": "by video",
    "relay": "by relay service",
}
ANY_CHANNEL = "on any channel"

# `{what}` is every case the promise speaks of, `{limit}` the deadline.
PROMISES: Mapping[str, str] = {
    "answer": "answer every {what} {limit}",
    "acknowledge": "acknowledge every {what} {limit}",
    "first_response": "give a first reply to every {what} {limit}",
    "next_response": "reply to each further message {what} {limit}",
    "update": "update you about every {what} {limit} until it is resolved",
    "update_once": "tell you about every {what} {limit}",
    "resolution": "resolve every {what} {limit}",
    "wait": "see every {what} {limit}",
    "callback": "call back about every {what} {limit}",
}
# What any case is called, by what is promised.
ANY_SUBJECT: Mapping[str, str] = {
    "answer": "contact",
    "wait": "person",
    "update": "case",
    "resolution": "case",
}
ANY_MESSAGE = "message"
# What comes by a channel is called by it: how people come to us, not how we answer.
CHANNEL_NOUNS: Mapping[str, str] = {
    "email": "email",
    "phone": "phone call",
    "text": "text message",
    "web_form": "web form",
    "in_person": "visitor",
    "chat": "chat",
    "letter": "letter",
    "social": "social media message",
    "voicemail": "voicemail",
    "portal": "portal message",
    "video": "video call",
    "relay": "relay call",
}
METRIC_NAMES: Mapping[str, str] = {
    "answer": "answer",
    "acknowledge": "acknowledgement",
    "first_response": "first reply",
    "next_response": "next reply",
    "update": "update",
    "resolution": "resolution",
    "wait": "wait",
    "callback": "call back",
}
STRENGTH_FRAMES: Mapping[str, str] = {
    "must": "We {what}",
    "should": "We should {what}",
    "aim": "We aim to {what}",
    "may": "We may {what}",
    "must_not": "We must not {what}",
}
# Words of a role that only one person has, so that it is "the manager", not "a manager".
ROLES_OF_ONE = frozenset({"owner", "manager", "director", "head", "principal", "chair"})
EVERY_TIME = "every time"
SHARE = "{share}% of the time"
ROUND_THE_CLOCK = "round the clock"

START_WORDS: Mapping[str, str] = {
    "acknowledged": "of acknowledgement",
    "logged": "of logging it",
    "resolved": "of resolution",
    "information_received": "of receiving all the information we need",
}

# What an action is called: as a verb, as things that are counted, and while it is being done.
ACTIONS: Mapping[str, tuple[str, str, str]] = {
    "refund": ("refund", "refunds", "refunding"),
    "discount": ("give a discount", "discounts", "giving a discount"),
    "credit": ("give a credit", "credits", "crediting"),
    "compensate": ("give compensation", "compensation", "compensating"),
    "waive_fee": ("waive the fee", "fee waivers", "waiving the fee"),
    "write_off": ("write off", "write-offs", "writing off"),
    "accept_gift": ("accept gifts", "gifts", "accepting gifts"),
    "give_gift": ("give gifts", "gifts to clients", "giving gifts"),
    "spend": ("spend", "expenses", "spending"),
    "replace": ("replace", "replacements", "replacing"),
    "exchange": ("exchange", "exchanges", "exchanging"),
    "give_goods": ("give {goods}", "give {goods}", "giving {goods}"),
    "any": ("give", "anything", "giving anything"),
}
# Where an amount stands behind the verb with a word between: "accept gifts of $50".
WITH_OF = frozenset({"accept_gift", "give_gift", "discount", "credit", "compensate"})
ANYTHING = ("give anything", "things given", "giving anything")

# What a clause is about where nothing in it tells two of its kind apart.
CLAUSE_NAMES: Mapping[str, str] = {
    "AudienceClause": "who sees the section",
    "ClosureClause": "closed dates",
    "EffectiveClause": "when the policy applies",
    "EmergencyWords": "emergency words",
    "HolidayClause": "public holidays",
    "HoursClause": "opening hours",
    "IdentityClause": "who we are",
    "OwnerClause": "who looks after it",
    "PauseRule": "when the clock stops",
    "ReviewRule": "review of this policy",
    "ZoneClause": "time zone",
}

# What the slots of a clause are called when one of them changes.
SLOT_NAMES: Mapping[str, str] = {
    "action": "action",
    "address": "address",
    "after": "after",
    "applies_from": "applies from",
    "applies_until": "applies until",
    "approver": "who decides above",
    "audience": "who sees it",
    "caps": "cap",
    "channels": "channels",
    "closures": "dates",
    "own_hours": "dates with hours of their own",
    "condition": "only if",
    "deputy": "deputy",
    "every": "how often",
    "exception": "unless",
    "except_roles": "excepted",
    "goods": "what is given",
    "goods_value": "worth",
    "keep": "how long",
    "limit": "limit",
    "over": "over",
    "owner": "led by",
    "per": "counted per",
    "phrases": "words people say",
    "role": "role",
    "serves": "the people we serve",
    "start": "counted from",
    "steps": "steps",
    "strength": "how binding",
    "subject": "about",
    "target": "share",
    "to": "who is told",
    "up_to": "up to",
    "week": "hours",
    "within": "by when",
    "within_joining": "after joining",
}
NOTHING = "not said"
NO_OTHER = "nothing"
# How a case begins on each channel, in a worked example.
ARRIVALS: Mapping[str, str] = {
    "email": "an email arrives",
    "phone": "a call rings",
    "text": "a text message arrives",
    "web_form": "a message arrives by web form",
    "in_person": "a visitor comes to the desk",
    "chat": "a chat begins",
    "letter": "a letter arrives",
    "social": "a message arrives on social media",
    "voicemail": "a voicemail is left",
    "portal": "a message arrives on our portal",
}

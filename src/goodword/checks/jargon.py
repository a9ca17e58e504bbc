"""Words that insiders use and the people we serve do not, each with a plainer one.

Collected from plain-language guides for public services; extend it freely, it is only data.
"""

from collections.abc import Mapping

JARGON: Mapping[str, str] = {
    "actionable": "that can be acted on",
    "adhere to": "follow",
    "aforementioned": "this",
    "at this moment in time": "now",
    "at your earliest convenience": "when you can, by a day that you name",
    "bandwidth": "time",
    "best-in-class": "very good",
    "best of breed": "very good",
    "circle back": "come back to it",
    "commence": "start",
    "cutting-edge": "new",
    "deep dive": "closer look",
    "deliverables": "what we will give you",
    "disseminate": "send out",
    "drill down": "look closer",
    "going forward": "from now on",
    "hereby": "(leave it out)",
    "herein": "here",
    "in accordance with": "as … says",
    "in respect of": "about",
    "in the event that": "if",
    "key stakeholders": "the people it concerns",
    "leverage": "use",
    "low-hanging fruit": "what is easy to mend",
    "mission-critical": "that we cannot do without",
    "notwithstanding": "even if",
    "omnichannel": "on every channel",
    "pain points": "what goes wrong",
    "paradigm": "way",
    "per annum": "a year",
    "prior to": "before",
    "proactively": "before you have to ask",
    "pursuant to": "under",
    "reach out to": "write to or call",
    "ring-fenced": "kept for one purpose",
    "seamless": "smooth",
    "service level agreement": "promise",
    "stakeholders": "the people it concerns",
    "subsequent to": "after",
    "synergies": "what we gain together",
    "synergy": "what we gain together",
    "terminate": "end",
    "thereafter": "after that",
    "touch base": "talk",
    "touchpoints": "moments in which we meet",
    "touchpoint": "moment in which we meet",
    "utilise": "use",
    "utilize": "use",
    "value-added": "extra",
    "with regard to": "about",
    "with respect to": "about",
    "world-class": "very good",
}

# Abbreviations that need no explanation in a policy for everybody.
KNOWN_ABBREVIATIONS = frozenset(
    {
        "AM", "PM", "UK", "US", "USA", "EU", "NZ", "UAE", "OK", "PDF", "SMS", "TV", "ID", "FAQ",
        "CEO", "IT", "HR", "PO", "PIN", "NHS", "GP", "VAT", "GST", "DVD", "CD", "PC", "DIY", "QR",
        "BBC", "AI", "URL", "USB", "GPS", "ISO", "AND", "OR", "NOT", "UTC", "GMT", "AUD", "USD",
        "GBP", "EUR", "CAD", "NZD", "VIC", "NSW", "QLD", "TTY", "CCTV", "HTML", "TBC",
        "TBD", "TBA", "TODO", "XXX", "FIXME", "NO", "ALL", "MUST", "NEVER", "DO",
    }
)  # fmt: skip

# Apologies that do not apologise, each with one that does.
NON_APOLOGIES: Mapping[str, tuple[str, str]] = {
    r"(?:regret|sorry for|apologi[sz]e for)\s+any\s+(?:inconvenience|distress|upset|confusion)"
    r"(?:\s+(?:this\s+may\s+have\s+|that\s+may\s+have\s+been\s+)?caused)?": (
        "it does not say what went wrong",
        "I'm sorry we kept you waiting. That was our mistake, and here is what we will do.",
    ),
    r"any\s+inconvenience(?:\s+(?:this\s+may\s+have\s+)?caused)?": (
        "it does not say what went wrong",
        "I'm sorry we kept you waiting. That was our mistake, and here is what we will do.",
    ),
    r"(?:sorry|apologi[sz]e|regret\s+it)\s+if\s+(?:you|we|this|anyone|anybody|that)": (
        '"if" leaves it open whether anything happened',
        "I'm sorry that we got this wrong. Let me put it right.",
    ),
    r"(?:sorry|regret)\s+(?:that\s+)?you\s+(?:feel|felt)": (
        "it is about the other person's feelings, not about what we did",
        "I'm sorry that we did not call you back. I will do it now.",
    ),
    r"mistakes\s+were\s+made": (
        "it does not say who made them",
        "We made a mistake, and I'm sorry.",
    ),
}

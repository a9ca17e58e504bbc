"""What is done by a time, where no word of service names it: whatever verb the author chose."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

_ADVERBS = r"(?: (?:\w+ly|always|then|also|now|all|both|each|often|first|next|in full|at least|sometimes|no longer))*"
# Behind "is" or "are" these say how a thing is, not what is done with it.
_STATES = (
    r"(?:not|in|on|at|by|within|inside|under|over|up|off|out|to|of|for|from|with|a|an|the|our|your|no|more|less|fewer|"
    r"than|about|only|open|closed|available|due|payable|free|valid|able|unable|here|there|located|based|situated|"
    r"allowed|entitled|welcome|expected|required|asked|advised|encouraged|requested|charged|kept|held|stored|retained|"
    r"dated|likely|subject|aware|happy|committed|responsible|eligible|accepted|permitted|possible|limited|priced|"
    r"best|good|important|usual|normal|common|different|one|two|three|between|up to|longer|shorter|late|early|"
    r"non-refundable|refundable|returnable|counted|defined|measured|(?:considered|deemed|treated|regarded)(?= (?:as|to|closed))|agreed|extended|booked|planned|scheduled|"
    r"needed|that|this|it|we|you|they|there|so|as|just|still|well|also|therefore|usually|\d+)\b"
)
_DONE_TO = re.compile(
    rf"\b(?:is|are|be|being|gets?|getting){_ADVERBS} (?!{_STATES})(?P<verb>[a-z][a-z-]+(?:ed|en|wn|nt|ne|ght|de|it|ut|un|id|ld|et|ady|ck|pt|ft|rn|lt|me|ll|ad|og|ent|rung|found|begun|out|with you|back))\b"
)
_WE_DO = re.compile(
    r"\b(?:we|i|you(?:'ll| will| can expect to| should) (?:get|receive|have|see|hear)|it|they|she|he"
    r"|(?:our|the|an?|your|each|every|one of our|all|these|this)(?: [\w'-]+){1,5}?|[a-z-]+(?:s|team|staff|someone|somebody))"
    r"(?:'ll| will| shall| must| should| aims? to| tr(?:y|ies) to| seeks? to| can| do our best to| endeavours? to| endeavors? to| undertakes? to| promises? to| commits? to| guarantees? to)"
    rf"{_ADVERBS} (?!{_STATES}|be\b|have\b|need\b|want\b|take\b|last\b|cost\b|remain\b|expire|close\b|open\b|keep\b|hold\b|store\b|retain\b|accept\b|allow\b|consider\b|charge\b|only\b)(?P<verb>[a-z][a-z-]+)"
)
# "We will have your shoes mended", and "your results will be on the app": done by then.
_HAVE_DONE = re.compile(
    r"\b(?:have|get) (?:your|the|it|them|all|these|those|every|each)(?: [\w'-]+){0,3}? [a-z-]+(?:ed|en|wn|nt|ne|ght|de|it|ut|un|id|ld|et|ady|pt|ft|rn|lt|back)\b"
)
_WILL_BE = re.compile(
    r"\b(?:will|shall|must|should) be (?:on|in|at|with|up|live|out|back|over|under|off|there|here|online|home)\b"
)
# A present tense that needs no help: "We post your exchange", "Results come back".
_DOES = re.compile(
    r"^(?:(?:and|then|also|we|i|you|they|he|she|it|(?:all|any|every|each|our|the|an?|your|these|most|some)\b)[\w ,'-]*? |(?:[\w'-]+ ){0,6}?)"
    r"(?P<verb>(?<!-)(?:go(?:es)? out|leave|post|mail|ship|send|put|bring|take(?:s)? (?:away|off|down|out|back|in|up)|carr(?:y|ies) out|inspect|survey|assess|decide|come|reach|arrive|start|begin|patch|mend|fix|check|test|look|visit|see|open|swap|change|"
    r"move|hand|give|get|make|build|fit|lay|cut|clear|clean|treat|load|print|write|sign|mark|return|pass|move|set|tell|confirm|turn|finish|"
    r"publish|upload|transfer|credit|pay|refund|replace|deliver|collect|measure|quote|price|list|show|offer|prepare|produce|draft|share|supply|"
    r"serve|bill|invoice|forward|switch|activate|restart|reset|restore|unlock|remove|correct|amend|respond|reply)(?:e?s)?)(?![\w-])"
)
_FRAGMENT = re.compile(r"^[\w ,/&'()-]{2,70}?(?::| -|\|)\s")
_IS_SO = re.compile(
    rf"\b(?:is|are|be|was|were|been)(?: \w+ly| always| only| still)* {_STATES}[^,;]*$"
    r"|\b(?:open|closed|available|valid|eligible|refundable|returnable|may not|cannot|can't)\b[^,;]*$"
)
# Places and lives, not deeds: "within 10 minutes of the station".
_NO_DEED = re.compile(
    r"\b(?:walk|drive|miles?|minutes?' walk|located|situated|live[sd]?|based|experience|founded|established|history)\b"
)


# "…, and mail correspondence within 12 days": what came, not what is done.
_NOUN_OF_CHANNEL = re.compile(
    r"(?:mail|post|e-?mails?|texts?|letters?|fax(?:es)?)(?: (?:correspondence|enquir\w+|quer\w+|requests?|messages?|contacts?|mail))?(?: (?:within|in|by|inside))?\W*$"
)


def is_done(words: str, *, plainly: bool = False) -> bool:
    """Whether small letters before a deadline say that something is done, by whatever verb.

    `plainly` is True before "within": what stands before it is done by then unless it says how a
    thing is.
    """
    if _NO_DEED.search(words):
        return False
    if plainly and len(words.split()) > 1 and not _IS_SO.search(words):
        return True
    if _HAVE_DONE.search(words) or (plainly and _WILL_BE.search(words)):
        return True
    return bool(_DONE_TO.search(words) or _WE_DO.search(words) or _DOES.match(words))


def does_or_is_done(words: str) -> bool:
    """Whether small letters say in so many words that we do something, or that it is done."""
    return bool(_DONE_TO.search(words) or _WE_DO.search(words))


# "…, report in five days": what comes is another thing than the visit before it.
_A_THING = re.compile(
    r"(?:(?:an?|the|our|full|final|written|first|any) )*(?:reports?|results?|estimates?|quot(?:e|ation)s?|invoices?|replacements?|refunds?|certificates?|plans?)\W*(?:is |are |follows? )?(?:within |inside |in |by )?$"
)


def opens_anew(words: str) -> bool:
    """Whether what stands between two times has a verb of its own: "and patch critical ones"."""
    begun = re.match(r"\W*(?:and|or|then|but)?,? ?(?:we |will |then |to |also )*", words)
    rest = words[begun.end() :] if begun else words
    if _NOUN_OF_CHANNEL.match(rest):
        return False
    if _A_THING.match(rest):
        return True
    return bool(_DONE_TO.search(rest) or (_DOES.match(rest) and len(rest.split()) > 1))

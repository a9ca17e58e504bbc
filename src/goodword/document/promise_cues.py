"""The words that say what is promised, without those that only speak of it."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.language.cued import Cued
from goodword.language.service import Word, metrics_in

# Things done that a sentence may merely mention: "our response to the investigation".
_NOUN = Cued(
    r"(?:(?:full|final|substantive|complete|detailed|first|initial|next)(?: \w+)* )?(?:decisions?|outcomes?|investigations?|resolutions?|settlements?|closure|responses?|repl(?:y|ies)|answers?|"
    r"(?:progress )?reports?|acknowledge?ments?|updates?|completion|conclusion|visit)$",
    "acknowledg|answer|closure|completion|conclusion|investigation|isi|outcome|repl|"
    "report|resolution|response|settlement|update",
)
_ARTICLE = r"(?:(?:the|our|your|an?|this|that|these|its|their|any|each|every|all|no|my|stage \w+|first|second|initial|original|formal|written|previous|last|customer|service|final) )*"
_MENTIONED = re.compile(
    rf"\b(?:to(?! $)|into|of|about|on|from|after|following|during|regarding|against|before|until|over|under|through|"
    r"review(?:s|ed)?|(?<!\ba )(?<!\byour )consider(?:s|ed)?|discuss(?:es|ed)?|explain(?:s|ed)?|accept(?:s|ed)?|challenge|question|"
    rf"(?:acknowledg\w+|write to|contact|call|ring|phone|get back to|in touch)\b [\w ]{{0,40}}?with|dispute|appeal|at|like|unlike|than|without|because of|due to|includ(?:es|ing)|require(?:s|d)?|need(?:s)?|want(?:s)?|(?<=[a-z] )expected?|satisf\w+ with|happy with|unhappy with) {_ARTICLE}$"
)
_TO_VERB = re.compile(r"\bto $")
# "inform you of our decision", "respond to 95% of complaints": what is told is done.
_TOLD_OF = re.compile(
    rf"\b(?:tell|inform|notify|advise|let|aim|work)(?:ing|s)? [\w' ]{{0,40}}?\b(?:of|about|on|for) {_ARTICLE}$"
    rf"|\b(?:\d+(?:\.\d+)? ?%|per ?cent|most|half|quarters|thirds|out of ten|in ten) of {_ARTICLE}$|\bexpect(?: to receive)? {_ARTICLE}$"
)
# "The response target is to attend": the verb behind it says what is done.
_LABEL = re.compile(r" (?:target|standard|time|deadline)?s? ?(?:time )?(?:is|are) (?:to|that)\b")
_CONTACTS = re.compile(
    r"(?:^|[:|-] $|'ll|\b(?:will|shall|must|should|we|to|and|or|us|team|staff|who|can|also|then|always|i|somebody|someone|colleague|manager|officer|advis[eo]r)) ?$"
)
# "Wait for a call back": the call back is what is promised.
_WAITS_FOR = re.compile(
    r" (?:longer |more )?(?:than [\w ()-]+ )?for (?:(?:an?|our|your|the|its|their) )?(?:first |full |final |written |initial |substantive |holding |proper )*(?:call[ -]?back|reply|response|answer|decision|outcome|acknowledge?ment|confirmation|update)"
)
# "A reply will be with you": the reply is what is promised, however it comes.
_COMES = re.compile(
    r"(?:be )?(?:with you|reach(?:es)? you|sent|issued|posted|provided|given|follows?|arrives?|made|delivered)\b"
)
_OF_WHAT = re.compile(
    r"\b(?:repl(?:y|ies)|responses?|answers?|acknowledge?ments?|confirmation(?: that we have it)?|updates?)(?: (?:will|should|shall|must|can|is|are|to|be|always|usually|then|normally))+ $"
)
_BY_DOING = Cued(
    r"(?:acknowledg|repl(?:y|ied)|respond|answer|confirm|updat)[\w' ]+ by $",
    " by ",
    "acknowledg|answer|confirm|repl|respond|updat",
)
_WITHOUT = re.compile(r"\bwithout (?:an? |the |our |any )?$")
_REQUIRES = re.compile(rf"\b(?:require|need)s? {_ARTICLE}$")


def promised_words(low: str, hidden: tuple[tuple[int, int], ...]) -> tuple[Word, ...]:
    """Return the words of small letters that say what is promised, in order.

    Left out is what stands in `hidden` stretches, and what is only mentioned ("on receipt of our
    decision").
    """
    found = []
    for cue in metrics_in(low):
        if any(start <= cue.start < end for start, end in hidden):
            continue
        if _NOUN.match(low[cue.start : cue.end]) and _is_mentioned(low, cue):
            continue
        if low[cue.start : cue.end] == "contact" and not _CONTACTS.search(low[: cue.start]):
            continue
        if _BY_DOING.search(low[: cue.start]) and low[cue.start : cue.end].split(maxsplit=1)[
            0
        ].endswith("ing"):
            # "Acknowledging a report by writing back": how, and not what.
            continue
        if cue.name == "callback" and _WITHOUT.search(low[: cue.start]):
            continue
        if _COMES.match(low, cue.start) and _OF_WHAT.search(low[: cue.start]):
            continue
        if cue.name == "wait" and _WAITS_FOR.match(low, cue.end):
            continue
        found.append(cue)
    return tuple(found)


def _is_mentioned(low: str, cue: Word) -> bool:
    before = low[max(0, cue.start - 70) : cue.start]
    if _LABEL.match(low, cue.end):
        return True
    if _TOLD_OF.search(before):
        return False
    if _REQUIRES.search(before):
        # "Critical incidents require a response within 1 hour" promises one; whoever asks does not.
        return False
    return _MENTIONED.search(before) is not None

"""By which way people are told to come to us, before what we then do: "text your tutor, who …"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

from goodword.document.promise_condition import names
from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.language.cued import Cued
from goodword.language.pack import ENGLISH
from goodword.language.service import contacts_in
from goodword.policy.promise import Promise

_BY = r"(?:e-?mail|mail|post|text|ring|call|phone|telephone|message|fax|write|leave|send|hand|bring|put|report|log|raise|submit|lodge|fill|complete|use|drop|contact|speak|self-refer|refer)"
_DONE_BY = r"(?:e-?mailed|mailed|posted|texted|phoned|telephoned|faxed|written|sent|put|made|handed|brought|reported|logged|raised|submitted|lodged|left|uploaded|directed)"
# What people are told to do, up to where another goes on: "…, who answers", "…; we find others".
_TOLD = Cued(
    rf"(?:^(?:please |just |simply )?|(?P<who>[\w']+) (?:can|could|may|should|must|need to|shall)(?: also| always| simply| just)? |\bplease ){_BY}\b(?P<how>[^.;:]*?)(?:[;:] (?=(?:we|the|an?|our|one of|some\w+|you|your|they|it|he|she)\b)|, (?:who|which)\b|,? and (?=(?:the|an?|our|one of|some\w+|they|he|she) )|, (?=we\b))"
    rf"|(?:(?:can|could|may|should|must|shall|to|have to) be|is|are) {_DONE_BY}\b(?P<where>[^.;:]*?), (?:who|which)\b",
    "; |: |, who|, which| and |, we",
)
_OURS = frozenset(
    ("we", "i", "staff", "team", "teams", "agent", "agents", "officer", "officers", "manager")
)
# Whoever is written to is no one who comes to us; nor is it asked of us "for details".
_OUTWARD = ENGLISH.compiled(
    r"(?:e-?mail|text|ring|call|phone|telephone|message|write to|contact|send) <<lexicon.people>>|\bfor (?:more |further |full )?(?:details|information)\b"
)


def told_way(it: PromiseSentence, segment: Segment, previous: Promise | None) -> tuple[str, ...]:
    """Return the ways that the sentence tells people to take before what is first done."""
    if previous is not None:
        return ()
    told = _TOLD.search(it.low, 0, segment.phrase.start)
    if told is None or told["who"] in _OURS:
        return ()
    said = told[0]
    return () if _OUTWARD.search(said) else names(contacts_in(said))

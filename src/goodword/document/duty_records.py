"""How long records are kept, and what is published how often."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.duty_interval import interval
from goodword.document.hours_asked import unused
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.service import noun_slug
from goodword.language.time_phrase import TimePhrase
from goodword.language.word import slug
from goodword.policy.duty import PublicationRule, RetentionRule
from goodword.policy.quantity import Duration
from goodword.problem import Severity

_ALL = r"(?:all |the |our |your |any |every |each |copies of |a record of |records of |their |an? |closed |old )*"
_ON = r"(?:in (?:our|the) (?:files|records|archive|system) |on file |on record |securely |safely |stored |in storage |in the archive |locked away |at (?:the )?(?:reception|front desk|desk|office|counter) |by (?:us|reception) |with us )*"
_KEEP = Cued(
    rf"\b(?:we |staff |and )?(?:keep|retain|store|hold|archive)s? {_ALL}(?P<what>[\w -]+?) {_ON}(?:for |no longer than |not longer than |until )(?P<bound>at least |up to |a minimum of |no longer than |no more than )?",
    "archive|hold|keep|retain|store",
)
_KEPT = Cued(
    rf"^{_ALL}(?P<what>[\w -]+?) ?(?:(?:is|are|will be|must be|shall be) (?:\w+ly )?(?:kept|retained|stored|held|archived)|stays?|remains?|: (?:keep|kept|retain|retained|store|stored|hold|held)) {_ON}(?:for |no longer than |not longer than )"
    rf"|^(?P<named>[\w -]*(?:records?|recordings?|files?|footage|logs?|transcripts?)): (?=(?:up to |at least )?(?:\d+|\w+) (?:months?|years?)$)",
    "file|footage|for |log|no longer than |not longer than |record|transcript",
)
_DESTROY = r"(?:delet|eras|destroy|shredd?|wip|remov|purg|overwrit|discard|anonymis|anonymiz)(?:es|ed|s|e|ten)?"
_DESTROYED = Cued(
    rf"^(?!your ){_ALL}(?P<what>[\w -]+?) (?:is|are|will be|must be|shall be|gets?) (?:\w+ly )?{_DESTROY}\b",
    "anonymis|anonymiz|delet|destroy|discard|eras|overwrit|purg|remov|shred|wip",
)
_WE_DESTROY = re.compile(
    rf"^(?:after [\w ]+?,? (?=we |staff ))?(?:we |staff |then )?(?:will |must |shall |also )*{_DESTROY} {_ALL}(?P<what>[\w -]+?)(?: (?=after|once|when|\d|at|within)|$)"
)
_RECORDS = re.compile(
    r"\b(?:records?|data|recordings?|files?|details|information|logs?|correspondence|messages|complaints?|documents?|emails?|cases?|property|belongings|footage|cctv|transcripts?|notes|letters|receipts|forms|applications|cvs|photos?|photographs|invoices?|refunds?|statements?|chats?|voicemails?|samples?|swabs?|specimens?|videos?|footage|articles?|parcels|uncollected [\w ]+|(?:damaged|found|lost|unclaimed|seized|recalled) (?:items?|goods|things)|holds|plates?|attachments?|uploads?|screenshots?|images?)\b"
)
_PUBLISH = re.compile(
    r"\b(?:we|our) (?:will |also |shall )*(?:publish|report|post|share|put|display|print)(?:es)? (?:on )?(?:our |the |all |these |a )*(?!(?:an )?(?:status |progress )?updates?\b|to )(?P<what>[\w -]+?)"
    r"(?= (?:at least |once |every|each|quarterly|monthly|annually|yearly|weekly|on our|on the|in our|in the|twice|up on))"
)
_EACH_TIME = re.compile(
    r"^(?:every|each|once|twice) [\w ]+?,? (?:we|the [\w]+(?: [\w]+)?) (?:also )?(?:publish|report|post|share|put|display|print)(?:e?s)? (?:on )?(?:our |the |its |all |a )*(?!(?:an )?(?:status |progress )?updates?\b|to )(?P<what>[\w -]+?)(?= (?:on|in|at)\b|$|,)"
)
_PUBLISHED = Cued(
    r"^(?:our |the )?(?P<what>[\w ]+?) (?:(?:is|are|will be) (?:published|posted|displayed|put up|printed|put)|appears?|go(?:es)? up|(?:is|are) shown)\b",
    " appear| displayed| go up| goes up| posted| printed| pu| shown",
)

# "…, for children until they are 25": another time for some of them.
_OTHER = re.compile(
    r"[,;] (?P<other>(?:and |but |or )?(?:for|in|if|where|with|except|unless) [^.]*?"
    r"\b(?:until|for|after|\d+|years?|months?)\b[^.]*)"
)
# What others do: "most shops keep records for two years".
_OTHERS = re.compile(r"\b(?:most|many|some|other|several) (?:[\w-]+ ){0,3}$")
# How a case or an outage stands is told to those whom it concerns: a promise.
_NEWS = re.compile(r"\bupdates?\b|^(?:it|this|that|they)$")


def retention(low: str, times: tuple[TimePhrase, ...]) -> Understood | None:
    """Return how long which records are kept; None where they are not ours to keep."""
    kept = _KEEP.search(low) or _KEPT.match(low)
    gone = None if kept is not None else (_DESTROYED.match(low) or _WE_DESTROY.match(low))
    found = kept or gone
    named = found.groupdict() if found is not None else {}
    words = named.get("what") or named.get("named") or ""
    if found is None or not (
        _RECORDS.search(words) or re.search(r"\brecords? of ", low[: found.end()])
    ):
        return None
    if _OTHERS.search(low[: found.start()]) is not None:
        return None
    length = next((one for one in times if kept is None or one.start >= found.end() - 20), None)
    if length is None or not isinstance(length.limit, Duration):
        return None
    if gone is not None and length.role not in {"after", "limit", "", "bare", "for"}:
        return None
    what = re.sub(r" records?$| older than\b.*$", "", words.strip())
    rule = RetentionRule(subject=noun_slug(what), keep=length.limit)
    other = _OTHER.search(low, length.end)
    left = () if other is None else (unused(low, *other.span("other"), Severity.WARNING),)
    return Understood((rule,), left)


def publication(low: str, times: tuple[TimePhrase, ...]) -> Understood | None:
    """Return what is published, and how often."""
    found = _PUBLISH.search(low) or _PUBLISHED.match(low) or _EACH_TIME.match(low)
    every = interval(low, times) if found is not None else None
    if found is None or every is None or every.is_exact or _NEWS.search(found["what"]):
        return None
    return Understood((PublicationRule(what=slug(found["what"]), every=every),))

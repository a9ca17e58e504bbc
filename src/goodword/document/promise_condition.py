"""For which cases a promise is made, and for which it is not."""

# ruff: noqa: C901, E501, PLR0912  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.condition_text import condition_of
from goodword.document.promise_beside import scope_beside
from goodword.document.promise_rest import is_rest, says_rest
from goodword.document.promise_scope import scopes_of
from goodword.document.promise_sentence import PromiseSentence, Segment
from goodword.document.promise_start import START_WORDS
from goodword.document.scope_words import Scope
from goodword.language.cued import Cued
from goodword.language.en.times import TIME_OF_DAY
from goodword.language.normal import normal
from goodword.language.service import Word, channel_names, channels_in, contacts_in, subjects_in
from goodword.language.time_phrase import cutoff_span
from goodword.language.word import singular
from goodword.policy.condition import AllOf, Condition

_UNNAMED_TIME = re.sub(r"\?P<\w+>", "?:", TIME_OF_DAY)
_CHANNEL_CONDITION = re.compile(
    r"^(?:(?:it|they|this|these) (?:came|comes?|arrives?|arrived|(?:is|are|was|were) (?:sent|made|received|raised|reported))\b"
    r"|(?:you|(?:the|an?|any) (?:customer|client|caller|applicant|patient|resident|tenant|guest|member|passenger|student|parent|visitor)|customers?|clients?|people|someone|somebody)"
    r"(?: (?:come|comes|contact|contacts?|get in touch|call|calls|ring|phone|phones|e-?mails?|write|writes|text|texts|visit|visits|"
    r"message|messages|leave|leaves|use|uses|send|sends|complain|complains|make|makes|submit|submits|reach|(?:prefer|want|wish|choose|would rather|.d rather)(?: to)? (?=(?:write|call|ring|phone|telephone|e-?mail|text|visit|chat|use)\b)|tell|tells|ask|asks|do|have|are|is (?:in|on|at)|raise|report|telephone|telephones|dm|drop|fill|complete|log|lodge|upload|post|fax|mail|speak|talk|book|order|let|chat))\b)"
)
# "When dealing with your letters": the kind of case, and no condition.
_TOPIC = re.compile(
    r"^(?:we (?:are )?|you are )?(?:dealing with|deal with|respond(?:ing)? to|reply(?:ing)? to|answer(?:ing)?|handl(?:e|ing)|receiv(?:e|ing)|"
    r"contacting|writing|calling|ringing|phoning|telephoning|visiting|emailing|using|you use|meeting|look(?:ing)? into|investigat(?:e|ing)|process(?:ing)?)\b"
)
_TOPIC_WORDS = {"when", "whenever", "where", "if", "in", "for", "on", "while"}
_NO_CONTACT = re.compile(r"^you (?:do|have|are|don't|haven't|aren't)\b")
_WORTH = re.compile(
    r"\b(?P<noun>claims?|orders?|purchases?|repairs?|invoices?|requests?|payments?|items?|refunds?|losses|loss|bills?) (?:of |worth |for )?"
    r"(?P<bound>under|over|above|below|up to|more than|less than|at least|at most) (?P<money>[£$€][\d,]+(?:\.\d+)?)"
)
_HEDGED = re.compile(
    r"^(?:it is |this is |we |at all |reasonably )*(?:possible|practical|practicable|feasible|we can|can)$"
)
_DAYS_OFF = re.compile(
    r"^(?:on |at |the )*(?:weekends?|saturdays?|sundays?|public|bank|statutory|holidays)\b"
)
_AGREED = re.compile(r"\bor as (?:otherwise )?agreed(?: with you)?")
# What reaches us at another hour, or while we are shut.
_SHUT = Cued(
    rf"\b(?P<when>(?:(?:sent|received|made|left|placed|reported|submitted|arriving) )?(?:after (?:{_UNNAMED_TIME})|"
    rf"outside(?: of)? (?:our |of )?(?:normal |usual )?(?:office|working|business|opening|these|those) hours|out[ -]of[ -]hours(?! (?:line|service|team|desk|number|phone|helpline|cover)\b)))",
    "after|out o|out-o|outsi",
)


def conditions(it: PromiseSentence, segment: Segment) -> tuple[Condition | None, tuple[str, ...]]:
    """Return what a promise depends on, and the channels that its conditions name."""
    parts = []
    turned = it.frame.turned and segment.phrase.start >= it.frame.turned_span[0]
    came = names(contacts_in(normal(it.frame.turned))) if turned else ()
    came = came if came and _CHANNEL_CONDITION.match(normal(it.frame.turned)) else ()
    if turned and not came:
        parts.append(it.frame.turned)
    elif came:
        # "…: if you send us a letter, we reply": how it came, and no more.
        parts.extend(one.words for one in scopes_of(it.frame.turned) if one.words)
    if (shut := _SHUT.search(it.low, it.frame.start, segment.phrase.start)) is not None:
        parts.append(f"it is {it.low[slice(*shut.span('when'))]}")
    if (worth := _WORTH.search(it.low, it.frame.start, segment.phrase.start)) is not None:
        # "Claims under £500": what it is worth says for which it holds.
        noun = singular(worth["noun"])
        parts.append(f"the {noun} is {worth['bound']} {worth['money']}")
    channels = came
    parts.extend(_narrowed(it, segment, [one.span() for one in (shut, worth) if one]))
    # "Where somebody is hurt, within the hour; other cases in a day": they are not of those.
    ahead = [] if is_rest(it, segment) else [(it.frame.before, it.frame.before_word)]
    for words, kind in (*ahead, *((words, "if") for words in _behind(it, segment))):
        low = normal(words)
        if cutoff_span(f"if {low}") and any(
            one.anchor is not None and one.anchor.cutoff for one in it.times
        ):
            if _CHANNEL_CONDITION.match(low) and it.low.startswith(("if", "when")):
                channels = channels or names(contacts_in(low))
            continue
        if not words or _HEDGED.match(low):
            continue
        if _TOPIC.match(low) and kind in _TOPIC_WORDS:
            channels = channels or names(contacts_in(low))
            parts.extend(one.words for one in scopes_of(words) if one.words)
            continue
        named = names(contacts_in(low) if _CHANNEL_CONDITION.match(low) else channels_in(low))
        if _CHANNEL_CONDITION.match(low) and (
            named
            or subjects_in(low)
            or ((len(low.split()) <= 3 or low.endswith(" us")) and not _NO_CONTACT.match(low))
        ):
            channels = channels or named
            if len(low.split()) <= 8:
                parts.extend(one.words for one in scopes_of(words) if one.words)
                continue
        if kind == "for" and (named or subjects_in(low)):
            channels = channels or named
            continue
        if kind in {"for", "during"} and not it.low.startswith("for ", it.frame.before_span[0] + 4):
            parts.append(f"it is {kind} {words}")
            continue
        if kind == "once" and _HAS_COME.search(low) and "writ" not in low:
            # "Once your form has come in": it came so.
            channels = channels or named
        if (kind == "once" or (it.frame.after == words and it.frame.after_word == "once")) and (
            it.frame.after == words or any(one.search(low) for _, one in START_WORDS[:2])
        ):
            continue
        parts.append(words)
    asked = tuple(
        one for words in parts if not says_rest(words) and (one := condition_of(words)) is not None
    )
    condition = AllOf(asked) if len(asked) > 1 else asked[0] if asked else None
    return condition, channels


_HAS_COME = Cued(
    r"\b(?:receiv|arriv|reach(?:es|ed)? us\b|(?:come|came|comes) (?:in|through|to us)\b|(?:we|they) (?:get|got|have)\b)",
    "receiv|arriv|reach|come|came|get|got|have",
)
_OTHERS = re.compile(r"\b(?:others?|else|the rest|remaining|everything|remainder|anything)\b")
_BREAK = re.compile(r",|;|:|\band\b|\bbut\b|\bor\b|\(")


def _narrowed(it: PromiseSentence, segment: Segment, said: list[tuple[int, int]]) -> list[str]:
    """Return what narrows the cases of a time; what stands before the first goes on to the rest."""
    found: list[str] = []
    for number, one in enumerate(it.segments):
        own = [
            scope.words
            for scope in scopes_of(it.text)
            if scope.words
            and not it.hidden(scope.start)
            and _belongs(it, scope) is one
            and not any(scope.start < end and start < scope.end for start, end in said)
        ]
        start = one.phrase.start if it.time_first else one.before[0]
        others = bool(number and _OTHERS.search(it.low, start, one.after[1]))
        if number and not own and is_rest(it, one):
            # "Four minutes in busy periods and one otherwise": what stands ahead goes on.
            ahead = it.segments[0].phrase.start
            found = [
                scope.words
                for scope in scopes_of(it.text)
                if scope.words in found and scope.start < ahead
            ]
        if number and not own and (beside := scope_beside(it, number)) is not None:
            own, others = beside, True
        found = own if own or others else found
        if one is segment:
            return found
        if it.low.rfind("(", 0, one.phrase.start) > it.low.rfind(")", 0, one.phrase.start):
            # "(3 days in frosty weather)" is for no time but its own.
            found = []
    return found


def _belongs(it: PromiseSentence, scope: Scope) -> Segment:
    """Return the time whose cases a scope narrows: the one behind it, or the one it follows."""
    before = [one for one in it.segments if one.phrase.end <= scope.start]
    behind = [one for one in it.segments if one.phrase.end > scope.start]
    if not before or not behind:
        return (behind or before[-1:])[0]
    last = before[-1]
    if it.time_first or not _BREAK.search(it.low, last.phrase.end, scope.start):
        return last
    return behind[0]


def _behind(it: PromiseSentence, segment: Segment) -> list[str]:
    """Return the conditions behind a time that are its own, or that hold for every time."""
    found = []
    for words, span in ((it.frame.after, it.frame.after_span), *it.frame.others):
        if not words or (it.frame.after_word == "subject to" and words == it.frame.after):
            continue
        own = segment.phrase.start <= span[0] < segment.after[1]
        # Behind a comma at the end it holds for all that was said.
        whole = span[1] >= it.frame.end and it.low.startswith((",", " ,"), span[0])
        if own or whole or len(it.segments) == 1:
            found.append(words)
    return found


def exception(it: PromiseSentence) -> Condition | None:
    """Return when a promise does not hold, where the sentence says so."""
    if it.frame.unless and not _DAYS_OFF.match(normal(it.frame.unless)):
        return condition_of(it.frame.unless)
    if found := _AGREED.search(it.low):
        return condition_of(found[0].removeprefix("or as "))
    return None


def names(words: list[Word] | tuple[Word, ...]) -> tuple[str, ...]:
    """Return the names of the channels that words are, each once."""
    return channel_names(words)

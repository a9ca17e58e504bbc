"""Conditions in words: `if …`, `unless …`, and what they say of facts."""

# ruff: noqa: C901, E501  (a pattern reads best unbroken; a reader is one list of cases)

import re
from dataclasses import dataclass

from goodword.document.asides import is_asked
from goodword.document.conditions import condition_of as condition_of  # noqa: PLC0414  (known by this name)
from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.normal import even, normal

_COMMA = re.compile(r",( then)? ")
_MAIN = re.compile(
    r"(?:we|you|they|it|he|she|our|the|this|these|your|all|any|each|every|please|then|tell|call|"
    r"escalate|do|never|notify|pass|inform|hand|refer|no|only|a|an|staff|there|one|within|by|"
    r"some(?:one|body)|reception|engineers?|advis[eo]rs?|officers?|agents?|"
    r"say|ask|offer|receptionists?|managers?|refunds?|calls?|e-?mails?|complaints?|customers?|clients?|"
    r"before|in|at|leave|press|contact|alert|give|anyone|and|under|\d)\b"
)
_OPENING = re.compile(
    r"^(?:(?:and|but|however|also|so),? )?(?P<word>if|when|where|whenever|wherever|once|should|in the event"
    r" (?:of|that)|from the (?:day|date|time|moment|point)(?: (?:that|when|on which))?(?= (?:you|your|we|it|the|an?)\b)|in case(?: of)?|in (?:cases|circumstances|situations|instances) where|provided(?: that)?|(?:as|so) long as|until|unless|during|for|"
    r"except (?:in|for|where|when|if)|outside(?: of)?|while|subject to)\b"
)
_CONDITION_WORDS = {
    "if",
    "when",
    "where",
    "whenever",
    "wherever",
    "once",
    "should",
    "provided",
    "provided that",
    "as long as",
    "so long as",
    "in the event of",
    "in the event that",
    "in case",
    "in case of",
    "in cases where",
    "in circumstances where",
    "in situations where",
    "in instances where",
    "subject to",
}
_LATER = Cued(
    r"[,;(]? ?\b(?P<word>unless|except(?: (?:in|for|where|when|if|during|on))?|save (?:in|for|where|when|if)|excluding|other than|if(?! possible)|"
    r"(?<!are )(?<!is )(?<!be )(?<!been )(?<!being )(?<!was )(?<!were )(?<!support )(?<!service )provided(?: that\b|(?= (?:you|we|it|the|all|there|your|they|no|they)\b))|(?:as|so) long as|where(?! possible| practical| practicable| appropriate)|(?<!from )when(?:ever)?"
    r"(?! possible| we can)|in the event (?:of|that)|in (?:cases|circumstances|situations|instances) where|(?<!at )once(?! (?:per|an?|every|each|in|for|more|again)\b)|subject to|or as (?:otherwise )?agreed)\b",
    "as long as|except|excluding|if|in the event of|in the event that|once|or as agreed|"
    "or as otherwise agreed|other than|provided|save for|save in|so long as|subject to|"
    "unless|when|where",
)
# Without one of these nothing depends on anything.
_DEPENDS = Cued(
    r"unless|except|save |exclud|other than|if|provided|long as|whe|in the event|in cases|once|"
    r"subject to|agreed",
    "agreed|except|exclud|if|in cases|in the event|long as|once|other than|provided|"
    "save |subject to|unless|whe",
)
_BROKEN_OFF = Cued(
    r"\b(?:shall|will|must|should|may|can|we|to)$",
    "can|may|must|shall|should|to|we|will",
)
# "Acknowledged in a day and, if agreed to, met within twenty".
_AND_IF = Cued(r"\band, (?:if|when|where|once)$", "and, ")
_EXCEPTION_WORDS = ("unless", "except", "save ", "excluding", "other than", "or as")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence taken apart: where its main clause stands, what it depends on.

    `before` and `after` are the words of conditions, `unless` those of exceptions, without their
    conjunctions; places count in the sentence. `start` and `end` bound the main clause. `turned`
    is a condition in the middle that governs what follows it: "…; if we cannot, we will …".
    `others` are further conditions with their places: "10 minutes if …, 20 minutes if not".
    """

    start: int
    end: int
    before: str = ""
    before_word: str = ""
    before_span: tuple[int, int] = (0, 0)
    after: str = ""
    after_word: str = ""
    after_span: tuple[int, int] = (0, 0)
    unless: str = ""
    unless_span: tuple[int, int] = (0, 0)
    turned: str = ""
    turned_span: tuple[int, int] = (0, 0)
    others: tuple[tuple[str, tuple[int, int]], ...] = ()

    @property
    def hidden(self) -> tuple[tuple[int, int], ...]:
        """The places of all conditions and exceptions."""
        spans = (self.before_span, self.after_span, self.unless_span, self.turned_span)
        return (*spans, *(span for _, span in self.others))


@remembered(2_048)
def frame(text: str) -> Frame:
    """Return the sentence taken apart into its conditions and its main clause."""
    low = normal(text)
    start, end = 0, len(text.rstrip(" .;"))
    before, before_word, before_span = "", "", (0, 0)
    opening = _OPENING.match(low)
    if opening is not None and (cut := _main_start(low, opening)) is not None:
        body = even(text)[opening.end() : cut[0]].strip(" ,;")
        # "From the day you write to us, …" begins the clock, as "once" does.
        before_word = "once" if opening["word"].startswith("from") else opening["word"]
        before = body
        before_span = (opening.start("word"), cut[0])
        start = cut[1]
    elif (invited := _INVITES.match(low)) is not None:
        # "Write to us and we'll reply": what the customer does is when we do it.
        asked = even(text)[invited.start("what") : invited.end("what")]
        before, before_word = f"you {asked[:1].lower()}{asked[1:]}", "if"
        before_span, start = (0, invited.end()), invited.end()
    others: list[tuple[str, tuple[int, int]]] = []
    after, after_word, after_span = "", "", (0, 0)
    unless, unless_span = "", (0, 0)
    turned, turned_span = "", (0, 0)
    if before_word == "unless" or before_word.startswith("except"):
        unless, unless_span, before, before_word, before_span = before, before_span, "", "", (0, 0)
    place = start
    depends = _DEPENDS.search(low, place, end) is not None
    while depends and (later := _LATER.search(low, place, end)) is not None:
        if is_asked(low, later.start("word")):
            # "We tell you when …" says what is told, not when the rule holds.
            place = later.end()
            continue
        stop = _condition_end(low, later.end(), end)
        broken = _BROKEN_OFF.search(low[: later.start()]) or _AND_IF.search(low[: later.end()])
        if broken and (comma := low.find(",", later.end())) > 0:
            # "We shall, save in an emergency, return calls": it ends where the verb goes on.
            stop = min(stop, comma)
        words = even(text)[later.end() : stop].strip(" ,;.()")
        if not words:
            place = later.end()
            continue
        if _TURN.match(low, stop) and not later["word"].startswith(_EXCEPTION_WORDS):
            turned, turned_span = turned or words, turned_span if turned else (later.start(), stop)
        elif later["word"].startswith(_EXCEPTION_WORDS):
            if not unless:
                unless, unless_span = words, (later.start(), stop)
        elif not after:
            after, after_word, after_span = words, later["word"], (later.start(), stop)
        else:
            others.append((words, (later.start(), stop)))
        place = stop
    return Frame(
        start,
        end,
        before,
        before_word,
        before_span,
        after,
        after_word,
        after_span,
        unless,
        unless_span,
        turned,
        turned_span,
        tuple(others),
    )


_INVITES = Cued(
    r"(?:just |simply |please )?(?P<what>(?:write|call|ring|phone|telephone|e-?mail|text|message|dm|contact|visit|come|get in touch|tell|let|ask|leave|send|fill in|complete|use|book|order|chat|report|log|raise|submit|upload|post|fax|mail|register|speak|talk|drop)\b(?!-| (?:you|them)\b)"
    r"[^.;]{0,70}?)(?:,? and (?:then )?|; |, )(?=expect\b|(?:we|i|our|somebody|someone|one of|an?|the|you)(?: [\w'-]+){0,2}?(?:'ll| will| aim| try|(?<=we)\b|(?<=\w)s\b))",
    " and |, |; ",
)
# "If you write, email or text us, we …": the comma stands inside the condition.
_LISTED = Cued(
    r"(?:[\w'-]+(?: [\w'-]+){0,3}, )*[\w'-]+(?: [\w'-]+){0,3},? (?:or|and) [\w'-]+(?: [\w'-]+){0,5},? (?=(?:we|our|an?|the|you|they)(?: [\w'-]+)? ?(?:'ll|will|aim|must|shall|can|try|reply|respond|answer|acknowledge|get|give|deal)\b)",
    " and| or",
)
# Behind a condition in the middle another main clause begins: "we will …", ", within 20 minutes".
_TURN = re.compile(
    r",? ?(?:then )?(?:we(?:'ll| will| shall| must| aim| try)\b|you(?:'ll| will| can| get| receive)\b|please\b|within \w+|\b(?:tell|inform) you\b)"
)


def _main_start(low: str, opening: re.Match[str]) -> tuple[int, int] | None:
    """Return where the opening's condition ends and where the main clause starts."""
    for comma in _COMMA.finditer(low[opening.end() :]):
        at = opening.end() + comma.start()
        rest = opening.end() + comma.end()
        if _LISTED.match(low, rest):
            continue
        if _MAIN.match(low, rest) and not low.startswith(("or ", "and "), rest):
            return at, rest
    if opening["word"] in _CONDITION_WORDS or opening["word"] == "unless":
        if (found := _OUR_WILL.search(low, opening.end() + 4)) is not None:
            return found.start(), found.end()
        if (found := _OUR_DEED.search(low, opening.end() + 4)) is not None:
            return found.start(), found.end()
        if (colon := _MARKED.search(low, opening.end())) is not None:
            return colon.start(), colon.end()
        comma_at = low.find(", ", opening.end())
        if comma_at > 0:
            return comma_at, comma_at + 2
    return None


_OUR_WILL = re.compile(
    r"(?<!\byou)(?<!\bwe)(?<!\bthey)(?<!\bto) (?:then )?(?=(?:we|you)(?:'ll| will| must| shall| may| can| should| aim| try| tell| reply| respond| answer| acknowledge| resolve| exchange| repair| replace| refund| ring| call| write| send| settle| fix| contact| get back| promise| undertake| guarantee| pledge| endeavou?r| strive| do our best| make every effort| always| normally| usually| generally)\b"
    r"|(?:please|tell|escalate|notify)\b)"
)
# "Once your return lands we check it": behind a condition that is whole our own deed begins.
_OUR_DEED = re.compile(
    r"(?<= )we (?=(?!(?:sent|send|gave|give|made|make|have|had|need|needed|asked|ask|hold|use|are|were|do|did|think|agreed|agree|owe|offer|sell|sold|found|find)\b)[a-z]+ (?:it|them|you|your|and|within)\b)"
)
# "Where a life is at risk: an officer attends".
_MARKED = re.compile(
    r"(?<!true)(?<!apply)(?<!applies)(?<!these)(?<!following)(?<!follows)(?<!happens)(?<!happen): (?=(?:an?|the|we|our|you|your|one of|somebody|someone) (?!to\b)[^,;]*\b(?:within|in|inside|by)\b)"
)
_ENDS = re.compile(
    r"[;)]|(?<!true)(?<!apply)(?<!applies)(?<!these)(?<!following)(?<!follows)(?<!happens)(?<!happen): (?=(?:an?|the|we|our|you|your|one of|somebody|someone) )|,? (?:and|then) (?=(?:return|reply|respond|acknowledge|resolve|update|call you|ring you|let you know|keep you) )|, (?=(?:otherwise|or else|else)\b)|,? (?:and|or|but) (?=(?:within |in |up to |by |no more than )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty) (?:working |business |clock |calendar )?(?:minutes?|hours?|days?|weeks?|months?|seconds?)\b)|, (?=(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty) (?:working |business |clock |calendar )?(?:minutes?|hours?|days?|weeks?|months?)\b)|, (?=(?:and )?(?:we|you|it|they|every time|\d+% of|unless|except|which|at most|please|within|in (?:under|less)|by the)\b|\d+%)"
    r"| (?=unless\b|except\b)|, (?:and|or) in any| (?=(?:we|you) (?:will|shall|must)\b|(?:we|you)'ll\b)"
)


def _condition_end(low: str, start: int, end: int) -> int:
    found = _ENDS.search(low, start, end)
    return found.start() if found else end


def whose(noun: str, what: str) -> str:
    """Return "guests who waited" as a condition: "they waited", of one "the guest waited"."""
    many = noun.endswith("s") or noun in {"people", "those"}
    return f"{'they' if many else f'the {noun}'} {what}"

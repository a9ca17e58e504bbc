"""What narrows a promise behind a small word: "about council tax", "for new patients"."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from goodword.document.scope_words import (
    MARKS,
    Scope,
    Token,
    content_of,
    is_any_case,
    is_anyone,
    is_manner,
    is_one_of,
    is_ours,
    of_noun,
    opens_deed,
    said,
    thing_from,
    words_of,
)
from goodword.language.normal import normal
from goodword.language.service import channels_in, metrics_in, subjects_in
from goodword.language.word import singular

_LONGEST_LEAD = 4
_HERE = ("us", "service", "services", "work", "experience", "this", "it", "progress")


_ANY_CASE = frozenset(
    ("complaint", "enquiry", "query", "request", "problem", "matter", "issue", "case", "message",
     "concern", "emergency", "anything", "something", "everything", "order", "application", "claim")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A small word with the thing behind it, and what stands before it.

    `kind` is True behind a case or people, `case` behind a case; `first` at the beginning of a
    part of the sentence, `timed` right behind a time. `end` counts words, not characters.
    """

    text: str
    lead: str
    start: int
    words: list[Token]
    content: list[Token]
    before: Token | None
    kind: bool
    case: bool
    first: bool
    timed: bool
    following: Token | None

    @property
    def stop(self) -> int:
        """Where the thing ends."""
        return self.words[-1].end

    @property
    def name(self) -> str:
        """The thing in small letters, as it stands."""
        return normal(self.text[self.words[0].start : self.stop])

    def scope(self, words: str = "") -> Scope:
        """Return the scope from the small word on."""
        return Scope(self.start, self.stop, words)

    def of_noun(self) -> Scope:
        """Return the scope with the noun before it: "it is an application for a permit"."""
        assert self.before is not None
        rest = f"{self.lead} {said(self.text, self.words)}"
        return Scope(self.before.start, self.stop, of_noun(self.text, self.before, rest))

    def plainly(self) -> Scope:
        """Return the scope in the author's own words: "it is in the north"."""
        return self.scope(f"it is {self.lead} {said(self.text, self.words)}")


def leading(text: str, tokens: list[Token], at: int) -> Scope | None:
    """Return the scope that a small word such as "about" opens, or None where it opens none."""
    lead, size = _lead_at(tokens, at)
    reader = _ABOUT if lead in words_of("about") else _READERS.get(lead)
    if reader is None:
        return None
    end, words = thing_from(tokens, at + size)
    content = content_of(words)
    if not content:
        return None
    before = tokens[at - 1] if at else None
    first = before is None or before.word in MARKS
    behind = None if before is None or before.ends else before
    does = at > 1 and opens_deed(tokens, at - 2)
    case = behind is not None and is_one_of(behind, "cases") and not does
    return reader(
        _Phrase(
            text,
            lead,
            tokens[at].start,
            words,
            content,
            before,
            kind=case or (behind is not None and is_one_of(behind, "people")),
            case=case,
            first=first,
            timed=before is not None and before.taken,
            following=tokens[end] if end < len(tokens) else None,
        )
    )


def goes_on(text: str, tokens: list[Token], at: int) -> int:
    """Return where what hangs on a thing ends, counted in words: "a referral" "from your GP"."""
    while at < len(tokens) and not tokens[at].ends and tokens[at].word in _TIES:
        end, words = thing_from(tokens, at + 1)
        content = content_of(words)
        if not content or is_manner(content) or content[0].word[:1].isdigit() or is_anyone(words):
            return at
        if channels_in(normal(text[tokens[at].start : words[-1].end])):
            return at
        at = end
    return at


_TIES = frozenset(("of", "from", "in", "at", "with", "without", "on", "over", "under"))


def _lead_at(tokens: list[Token], at: int) -> tuple[str, int]:
    """Return the small words at a place as one, and how many they are."""
    if tokens[at].word not in _several():
        return tokens[at].word, 1
    for size in range(_LONGEST_LEAD, 1, -1):
        several = " ".join(one.word for one in tokens[at : at + size])
        if several in words_of("about"):
            return several, size
    return tokens[at].word, 1


@cache
def _several() -> frozenset[str]:
    """Return the words with which several small words that are said as one begin."""
    return frozenset(one.partition(" ")[0] for one in words_of("about") if " " in one)


def _about(it: _Phrase) -> Scope | None:
    if it.content[0].word[:1].isdigit() or it.content[-1].word in _HERE:
        return None
    if is_anyone(it.words) and len(it.content) == 1 and it.content[0].word in {"you", "them", "us"}:
        return None
    if len(it.content) == 1 and singular(it.content[0].word) in _ANY_CASE:
        return None
    if len(it.content) > 1 and is_any_case(it.words) and subjects_in(it.name):
        # "About an urgent case": its priority is its kind.
        return None
    if not it.first and it.before is not None and not it.kind:
        if it.before.word in words_of("told"):
            return None
        if not (it.timed or it.before.word in words_of("asking") or it.before.word.endswith("s")):
            return None
    return it.scope(f"it is about {said(it.text, it.words)}")


def _for(it: _Phrase) -> Scope | None:
    if (
        it.following is not None
        and it.following.word == "to"
        and is_one_of(it.content[0], "people")
    ):
        # "Allow three days for a member of staff to respond": who does it.
        return None
    if is_one_of(it.content[-1], "people") or is_one_of(it.content[0], "people"):
        return None if is_anyone(it.words) else it.plainly()
    if is_manner(it.content) or it.content[0].word[:1].isdigit() or is_any_case(it.words):
        return None
    if _RANKS.fullmatch(it.name) is not None or it.content[-1].word == "else":
        # "For Sev 1 and Sev 2": the priorities are the kind of case.
        return None
    if any(not one.weak for one in metrics_in(it.name)) or opens_work(it.content[0]):
        # "Our target for closing a report", "you wait for a reply": what is done, and not for whom.
        return None
    if it.case:
        return it.of_noun()
    if is_ours(it.words) or (it.before is not None and it.before.word in words_of("sought")):
        return None
    return it.plainly()


_RANKS = re.compile(
    r"(?:(?:and|or|to|,|&|/|all|any)? ?(?:priority|severity|sev|level|category|p|s) ?[-#]?(?:\d|one|two|"
    r"three|four|five)(?: (?:tickets?|cases?|issues?|incidents?|faults?|calls?|jobs?))? ?)+"
)


def opens_work(token: Token) -> bool:
    """Whether a word says what we do with cases: "dealing" with them."""
    return token.word in _WORK


_WORK = frozenset(
    ("dealing", "handling", "processing", "completing", "seeing", "taking", "sending", "looking",
     "giving", "confirming", "sorting", "repairing", "replacing", "reviewing")
)  # fmt: skip


# "You will get a call from a manager": what comes from us is no case that came to us.
_THEY_GET = re.compile(
    r"\b(?:gets?|getting|receives?|have|has|having|hears?|given|expects?|sent|offered|owed|with) "
    r"(?:(?!(?:that|which|who|if|when|and)\b)[\w'-]+ ){0,5}?"
    r"(?:calls?|letters?|e-?mails?|messages?|texts?|repl(?:y|ies)|responses?|answers?|updates?"
    r"|acknowledge?ments?|visits?|apolog(?:y|ies)|calls? ?backs?|back|news|words?|decisions?) $"
)
_WE_GET = re.compile(r"\b(?:we|staff|team|desk|office)\b(?: [\w'-]+){0,2} $")


def _comes_from_us(it: _Phrase) -> bool:
    found = _THEY_GET.search(normal(it.text[: it.start]))
    return (
        found is not None and _WE_GET.search(normal(it.text[: it.start])[: found.start()]) is None
    )


def _from(it: _Phrase) -> Scope | None:
    if it.before is not None and _comes_from_us(it):
        return None
    if is_anyone(it.words) or (is_ours(it.words) and not it.kind):
        return None
    if it.content[-1].word in words_of("periods") or it.content[0].word[:1].isdigit():
        return it.scope()
    if it.case or it.first or it.timed:
        return it.plainly()
    told = it.before is not None and (metrics_in(it.before.word) or it.before.word == "back")
    return None if told else it.scope()


def _of(it: _Phrase) -> Scope | None:
    if not it.kind or it.content[0].word[:1].isdigit() or it.content[0].word == "staff":
        return None
    if is_anyone(it.words) or is_ours(it.words) or is_any_case(it.words):
        return None
    return it.of_noun()


def _at(it: _Phrase) -> Scope | None:
    name = it.name
    if it.lead == "on" and name == "site":
        return None
    if it.content[-1].word == "clock" or (name in words_of("hours") and it.lead != "outside"):
        return None
    if it.content[0].word[:1].isdigit():
        return None
    if it.content[-1].word in words_of("periods"):
        return it.plainly()
    if channels_in(f"{it.lead} {name}") or subjects_in(name):
        return None
    if it.content[-1].word in words_of("places") or it.content[0].word in words_of("places"):
        here = it.words[0].word in {"our", "the", "your"} and is_ours(it.words)
        return None if len(it.content) == 1 and here else it.plainly()
    if it.content[-1].word in words_of("tiers"):
        return it.plainly()
    if is_manner(it.content) or is_anyone(it.words) or is_any_case(it.words):
        return None
    named = any(it.text[one.start : one.start + 1].isupper() for one in it.content)
    opens = it.first and it.following is not None and it.following.word in {",", "we", "you", "our"}
    if it.kind or named or opens:
        return it.plainly()
    return it.scope() if it.timed or it.first else None


def _during(it: _Phrase) -> Scope | None:
    return None if it.name in words_of("hours") else it.plainly()


def _to(it: _Phrase) -> Scope | None:
    if not it.case or is_anyone(it.words) or is_ours(it.words) or is_any_case(it.words):
        return None
    if metrics_in(it.words[0].word) or it.words[0].word in words_of("deeds"):
        return None
    return it.of_noun()


def _with(it: _Phrase) -> Scope | None:
    if it.content[-1].word in words_of("papers"):
        return it.plainly()
    if not it.kind or is_any_case(it.words) or is_ours(it.words) or is_manner(it.content):
        return None
    return it.of_noun()


def _by(it: _Phrase) -> Scope | None:
    if it.content[-1].word == "appointment":
        return it.plainly()
    if it.lead == "by" or not it.case or is_ours(it.words) or is_anyone(it.words):
        return None
    named = channels_in(f"{it.lead} {it.name}") or is_manner(it.content)
    return None if named else it.scope()


def _under(it: _Phrase) -> Scope | None:
    return it.of_noun() if it.kind and not is_manner(it.content) else None


_ABOUT: Callable[[_Phrase], Scope | None] = _about
_READERS: dict[str, Callable[[_Phrase], Scope | None]] = {
    "for": _for,
    "from": _from,
    "of": _of,
    "to": _to,
    "during": _during,
    "with": _with,
    "without": _with,
    "by": _by,
    "via": _by,
    "through": _by,
    "under": _under,
    "above": _under,
    "below": _under,
    "between": _under,
    "against": _under,
    **dict.fromkeys(
        (
            "in",
            "at",
            "on",
            "across",
            "near",
            "throughout",
            "inside",
            "outside",
            "around",
            "beyond",
            "over",
            "within",
        ),
        _at,
    ),
}

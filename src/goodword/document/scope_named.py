"""What narrows a promise in the name of a thing: "wedding enquiries", "orders from schools"."""

# ruff: noqa: C901, PLR0911  (a reader is one list of cases)

import re

from goodword.document.scope_label import results_in, we_go_on
from goodword.document.scope_leading import goes_on
from goodword.document.scope_words import (
    MARKS,
    Scope,
    Token,
    article,
    as_written,
    content_of,
    is_any_case,
    is_anyone,
    is_one_of,
    opens_deed,
    said,
    thing_from,
    words_of,
)
from goodword.language.normal import normal
from goodword.language.service import channels_in, metrics_in, subjects_in
from goodword.language.time_phrase import times_in
from goodword.language.word import singular

_BY_HOUR = re.compile(r"\b(?:after|before|by) (?:\d|noon|midday|midnight|lunch)")
# How a thing came to us, by no channel that is counted apart.
_HOWEVER = re.compile(r"\b(?:online|to us|in writing|out of hours|electronically|verbally)\b")
_NO_DEED = frozenset(
    ("being", "regarding", "concerning", "involving", "relating", "following", "including",
     "excluding", "using", "informed", "updated", "advised", "told", "notified", "waiting")
)  # fmt: skip
_PRONOUNS = frozenset(("you", "us", "them", "me", "not", "only", "it"))
# How many words a label that names several cases has at most.
_LONGEST_LABEL = 14
_JOINTS = frozenset((",", "and", "or"))
_BETWEEN = re.compile(r",? (?:and|or) |, ")
_MOST_BEFORE = 3


def made(text: str, tokens: list[Token], at: int) -> Scope | None:
    """Return the scope in "complaints made by councillors", "tenants living alone"."""
    token = tokens[at]
    noun = tokens[at - 1] if at else token
    if not at or noun.taken or not (is_one_of(noun, "cases") or is_one_of(noun, "people")):
        return None
    if at > 1 and opens_deed(tokens, at - 2):
        # "We refund cancelled tickets": the word before it says what is done.
        return None
    came = token.word in words_of("came")
    if token.word in _NO_DEED or not (token.word.endswith(("ed", "ing")) or came):
        return None
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if metrics_in(f"{token.word} {behind}") and not came:
        return None
    rest: list[Token] = []
    for one in tokens[at + 1 :]:
        stops = one.word in words_of("stops") and one.word not in _PRONOUNS
        if one.ends or one.word in words_of("finite") or stops:
            break
        rest.append(one)
    if not rest:
        return None
    phrase = normal(text[token.start : rest[-1].end])
    if _BY_HOUR.search(phrase) or times_in(phrase):
        # By which hour it came is the cutoff of a day, and no kind of case.
        return None
    low = normal(text)
    if any(one.start <= token.start < one.end for one in channels_in(low)) or any(
        token.end <= one.start < rest[-1].end for one in subjects_in(low)
    ):
        return None
    if came and not _says_more(rest, phrase):
        return None
    opening = "it is" if is_one_of(noun, "cases") else "they are"
    return Scope(
        token.start, rest[-1].end, f"{opening} {as_written(text, token.start, rest[-1].end)}"
    )


def _says_more(rest: list[Token], phrase: str) -> bool:
    """Whether what follows "sent" or "made" says more than how any case comes to us."""
    content = [one for one in content_of(rest) if one.word not in words_of("leading")]
    if not content or is_anyone(rest[1:]) or content[0].word in words_of("manner"):
        return False
    if len(content) == 1 and content[0].word in words_of("ours"):
        return False
    return not channels_in(phrase) and _HOWEVER.search(phrase) is None


def _have_done(tokens: list[Token], first: Token) -> bool:
    """Whether a word says what will have been done: "we will have acknowledged complaints"."""
    at = next(place for place, one in enumerate(tokens) if one.start == first.start)
    return at > 0 and tokens[at - 1].word in {"have", "has"} and first.word.endswith(("ed", "t"))


_OF_STAFF = frozenset({"team", "staff", "crew", "board", "committee", "panel", "faculty"})


def _is_of_staff(tokens: list[Token], at: int) -> bool:
    """Whether a word is "member" in "a named member of staff", or in "a team member"."""
    if tokens[at].word.startswith("member") and at and tokens[at - 1].word in _OF_STAFF:
        return True
    behind = [one.word for one in tokens[at + 1 : at + 3]]
    return tokens[at].word.startswith("member") and behind == ["of", "staff"]


def _does_it(tokens: list[Token], place: int) -> bool:
    """Whether people do what is promised: "answered by a trained volunteer"."""
    at = (
        place - 1 if place > 0 and tokens[place].word in {"a", "an", "one", "our", "the"} else place
    )
    if at < 1 or tokens[at].word != "by":
        return False
    deed = tokens[at - 1].word
    return deed in {"handled", "returned", "seen", "with"} or bool(metrics_in(deed))


# "Service desk calls" are calls; "our solicitors return telephone calls" is what they do.
_PLACES_RUNG = frozenset(("desk", "line", "centre", "center", "helpline", "hotline", "switchboard"))
_DO_WITH_CALLS = frozenset(
    ("return", "returns", "answer", "answers", "take", "takes", "resolve", "resolves",
     "acknowledge", "acknowledges", "handle", "handles", "process", "processes", "settle",
     "settles", "close", "closes", "complete", "completes")
)  # fmt: skip


def called(text: str, tokens: list[Token], at: int) -> Scope | None:
    """Return the scope in "wedding enquiries", "new patients"."""
    token = tokens[at]
    people = is_one_of(token, "people")
    if not (people or is_one_of(token, "cases")) or token.word in _ANYTHING:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (
        _goes_on(following) or following.word in words_of("particles") - words_of("leading")
    ):
        return None
    before, place = _before(tokens, at)
    if place >= 0 and tokens[place].word in {"a", "an"} and token.word != singular(token.word):
        # "A surveyor calls" does so.
        return None
    if people and _does_it(tokens, place):
        return None
    plain = words_of("anyone" if people else "plain")
    content = [
        one
        for one in before
        if one.word not in plain
        and not one.word.endswith(("'s", "s'", "ly"))
        and not one.word[:1].isdigit()
        and not (people and one.word in {"customer", "service"})
    ]
    if not content or content[0].word in {"and", "or"} or content[-1].word in {"and", "or"}:
        return None
    if _have_done(tokens, content[0]) or content[-1].word in _PLACES_RUNG:
        return None
    if any(one.word in _DO_WITH_CALLS for one in content) or _is_of_staff(tokens, at):
        return None
    if content[-1].word in _NO_KIND or _lists_ways(text, content, token.start):
        return None
    if people:
        named = as_written(text, content[0].start, token.end)
        one = not token.word.endswith("s") and token.word not in {"people", "children"}
        words = f"it is for {article(named)} {named}" if one else f"it is for {named}"
        return Scope(content[0].start, token.end, words)
    head = singular(token.word)
    is_kind = len(content) == len(before) and not channels_in(head)
    if place >= 0 and tokens[place].word in {"every", "each"} and is_kind:
        # "Every wedding enquiry" is a kind of case already.
        return None
    low = normal(text)
    kinds = [one for one in subjects_in(low) if one.start <= content[-1].start < one.end]
    if any(all(singular(word.word) in one.name for word in content) for one in kinds):
        return None
    if any(one.start <= content[-1].start < one.end for one in channels_in(low)):
        return None
    named = f"{as_written(text, content[0].start, token.start)}{head}"
    bare = head in {"correspondence", "feedback"}
    return Scope(
        content[0].start, token.end, f"it is {named}" if bare else f"it is {article(named)} {named}"
    )


# "With eye contact" is no contact of a kind.
_NO_KIND = frozenset({"eye"})


def _lists_ways(text: str, content: list[Token], end: int) -> bool:
    """Whether words list ways in: "letters and app messages" are messages of two ways."""
    listed = any(one.word in {"and", "or"} for one in content)
    return listed and bool(channels_in(normal(text[content[0].start : end])))


_ANYTHING = frozenset(
    ("anything", "something", "everything", "those", "anyone", "anybody", "everyone", "everybody")
)


def _goes_on(following: Token) -> bool:
    """Whether the name of a thing goes on: "customer" before "records"."""
    return not (
        following.ends
        or following.word in words_of("stops")
        or following.word in words_of("leading")
        or following.word in words_of("about")
        or following.word in words_of("came")
        or following.word.endswith(("ly", "ed", "ing"))
        or metrics_in(following.word)
    )


def _before(tokens: list[Token], at: int) -> tuple[list[Token], int]:
    """Return the words that tell what kind of thing it is, and the place before them."""
    found: list[Token] = []
    place = at - 1
    while place >= 0 and len(found) < _MOST_BEFORE and not _is_edge(tokens, place):
        found.insert(0, tokens[place])
        place -= 1
    if found and place >= 0 and (opens_deed(tokens, place) or tokens[place].word in {"you", "who"}):
        if tokens[place].word == "and" and _joins(tokens, place):
            # "Damp and mould reports" are of both.
            return [tokens[place - 1], tokens[place], *found], place - 2
        return found[1:], place
    begins = place < 0 or tokens[place].word == "to"
    if found and begins and found[0].word in words_of("imperatives"):
        return found[1:], place
    return found, place


def _joins(tokens: list[Token], place: int) -> bool:
    """Whether "and" stands between two words that tell what kind of thing it is."""
    if place < 1 or _is_edge(tokens, place - 1) or tokens[place - 1].word in words_of("plain"):
        return False
    opening = tokens[place - 2] if place > 1 else None
    return (
        opening is None
        or opening.ends
        or opening.word in (words_of("determiners") | words_of("leading") | words_of("stops"))
    )


def _is_edge(tokens: list[Token], place: int) -> bool:
    """Whether a word stands outside the name of the thing behind it."""
    token = tokens[place]
    word = token.word
    if token.ends or word in words_of("determiners") or word in words_of("stops"):
        return True
    if word in words_of("leading") or word in words_of("doing") or word in words_of("particles"):
        return True
    if metrics_in(word) and not word.endswith("ed"):
        return True
    return bool(
        place
        and word.endswith("s")
        and not word.endswith(("ss", "'s", "s'", "us"))
        and _does(tokens, place)
    )


def _does(tokens: list[Token], place: int) -> bool:
    """Whether a word in -s is what somebody does: "the concierge confirms"."""
    before = tokens[place - 1]
    named = place > 1 and tokens[place - 2].word in {"a", "an", "the", "our"}
    return before.word in words_of("ours") or (named and not before.word.endswith("s"))


def labelled(text: str, tokens: list[Token], at: int) -> Scope | None:
    """Return the scope of a label before a colon: "Premium plan: …"."""
    if not at and (whole := _listed(text, tokens)) is not None:
        return whole
    if at and tokens[at - 1].word not in MARKS:
        return None
    end, words = thing_from(tokens, at)
    if not words or end >= len(tokens) or tokens[end].taken:
        return None
    if tokens[end].word != ":" and not (not at and we_go_on(tokens, end)):
        return None
    named = said(text, words)
    start, stop = words[0].start, words[-1].end
    if words[-1].word in words_of("tiers"):
        return Scope(start, stop, f"it is on the {named}")
    plain = " ".join(one.word for one in words)
    if (
        subjects_in(f"{plain}:")
        or channels_in(plain)
        or not (_is_thing(words) or results_in(words))
    ):
        people = is_one_of(words[-1], "people") and not is_anyone(words)
        return Scope(start, stop, f"it is for {named}") if people else None
    if any(one.word in words_of("plain") or one.word in words_of("stops") for one in words[-1:]):
        return None
    if any(one.word in words_of("manner") or one.word in words_of("tags") for one in words):
        return None
    return Scope(start, stop, f"it is about {named}")


def _listed(text: str, tokens: list[Token]) -> Scope | None:
    """Return the scope of a label that names several cases: "Burst pipe, flood or gas smell: …"."""
    end = next((at for at, one in enumerate(tokens[:_LONGEST_LABEL]) if one.word == ":"), 0)
    label = tokens[:end]
    # "Loss of power": a small word inside a name is no other matter.
    words = [
        one for one in label if one.word not in _JOINTS and (one is label[0] or one.word != "of")
    ]
    if not words or all(one.word != "," for one in label):
        return None
    if any(one.taken or one.word in MARKS for one in words):
        return None
    plain = " ".join(one.word for one in words)
    if subjects_in(f"{plain}:") or channels_in(plain) or words[0].word in words_of("leading"):
        return None
    odd = ("finite", "ours", "plain", "stops", "manner", "tags", "tiers")
    if any(one.word in words_of(name) for one in words for name in odd):
        return None
    either = " or ".join(_BETWEEN.split(said(text, label)))
    return Scope(label[0].start, label[-1].end, f"it is about {either}")


def thing(low: str, text: str, tokens: list[Token]) -> Scope | None:
    """Return what is dealt with, where it is no kind of case: "we return lost property"."""
    shown = [
        one
        for at, one in enumerate(tokens)
        if not one.taken and not (at and opens_deed(tokens, at - 1) and is_one_of(one, "cases"))
    ]
    plain = " ".join(one.word for one in shown)
    if not shown:
        return None
    done = all(one.name == "resolution" for one in metrics_in(low) if not one.weak)
    first = next(at for at, one in enumerate(tokens) if not one.taken)
    end, words = thing_from(tokens, first)
    ordered = any(one.word in {"first", "next"} for one in words[:2])
    if words and not ordered and (last := goes_on(text, tokens, end)) > end:
        # "Results from outside labs take 10 days": all of it is the thing.
        words, end = tokens[first:last], last
    if done and _came(tokens, end) and _is_thing(words) and not _is_known(words):
        return Scope(words[0].start, words[-1].end, f"it is about {said(text, words)}")
    if (
        channels_in(plain)
        or subjects_in(plain)
        or any(is_one_of(one, "cases") or is_one_of(one, "people") for one in shown)
    ):
        return None
    if words and words[0].word in {"every", "each"}:
        # "Every second look" is a kind of case already.
        return None
    becomes = end < len(tokens) and (
        (_becomes(tokens, end) or tokens[end].word == ":") if done else _is_done(tokens, words, end)
    )
    if becomes and (_is_thing(words) or results_in(words)):
        return Scope(words[0].start, words[-1].end, f"it is about {said(text, words)}")
    doer = next(
        (at for at, one in enumerate(tokens) if not one.taken and opens_deed(tokens, at)),
        None,
    )
    return None if doer is None or not done else _object(text, tokens, doer + 1)


def _came(tokens: list[Token], at: int) -> bool:
    """Whether it is said how a thing came to us: "dog fouling" "reported through the app"."""
    return at < len(tokens) and not tokens[at].ends and tokens[at].word in words_of("came")


def _is_known(words: list[Token]) -> bool:
    """Whether a channel or a kind of case stands among the words."""
    plain = " ".join(one.word for one in words)
    return bool(channels_in(plain) or subjects_in(plain)) or any(
        is_one_of(one, "cases") for one in words
    )


def _becomes(tokens: list[Token], at: int) -> bool:
    """Whether something is done with what stands before, or it comes; and it does nothing."""
    if tokens[at].word not in words_of("finite"):
        return False
    if tokens[at].word not in _MODALS:
        return True
    behind = [one for one in tokens[at + 1 : at + 5] if not one.word.endswith("ly")][:2]
    if not behind or behind[0].word in words_of("finite"):
        return bool(behind)
    return behind[0].word == "be" and len(behind) > 1 and not _opens(behind[1])


def _is_done(tokens: list[Token], words: list[Token], at: int) -> bool:
    """Whether something is done to a thing that stands before: "help points are answered"."""
    if not words or words[0].word[:1].isdigit() or words[0].word in _NO_THING:
        return False
    if tokens[at].word == ":":
        return not metrics_in(" ".join(one.word for one in words))
    behind = [one.word for one in tokens[at : at + 5] if not one.word.endswith("ly")]
    while behind and behind[0] in _BECOMES:
        del behind[0]
    first = len(behind) < len([one for one in tokens[at : at + 5] if not one.word.endswith("ly")])
    return first and bool(behind) and (behind[0].endswith("ed") or behind[0] in _DONE)


_BECOMES = frozenset(("is", "are", "be", "will", "shall", "must", "should", "always", "normally"))
_DONE = frozenset(
    ("seen", "met", "told", "sent", "given", "made", "done", "heard", "taken", "rung", "put")
)  # fmt: skip
# What is no thing of its own: "there is nothing", "yours is answered".
_NO_THING = frozenset(
    ("there", "yours", "our", "ours", "it", "this", "that", "they", "you", "we", "who", "what",
     "all", "hold", "queue", "target", "standard", "time")
)  # fmt: skip
_MODALS = frozenset(("will", "shall", "must", "should", "can", "have", "has"))


def _opens(token: Token) -> bool:
    return token.word in words_of("leading") or token.word in words_of("determiners")


def _object(text: str, tokens: list[Token], at: int) -> Scope | None:
    """Return what a deed is done to, behind who does it."""
    while at < len(tokens) and (
        tokens[at].taken or tokens[at].word in words_of("helping") or tokens[at].word.endswith("ly")
    ):
        at += 1
    if at >= len(tokens) - 1 or tokens[at].word in MARKS:
        return None
    at += 1
    while at < len(tokens) and not tokens[at].taken and tokens[at].word in words_of("particles"):
        at += 1
    stop, words = thing_from(tokens, at)
    if not words or words[0].word in {"every", "each"} or not _is_thing(words):
        return None
    if len(words) == 1 and not words[0].word.endswith("s"):
        return None
    if stop < len(tokens) and not (
        tokens[stop].ends or tokens[stop].word in {"to", "and", "or", "for", "from", "at", "in"}
    ):
        return None
    return Scope(words[0].start, words[-1].end, f"it is about {said(text, words)}")


def _is_thing(words: list[Token]) -> bool:
    """Whether the words name a thing, and not what comes of a case or who we are."""
    content = content_of(words)
    if not content:
        return False
    upto = next((at for at, one in enumerate(content) if at and one.word == "of"), len(content))
    head = content[upto - 1]
    return not (
        is_any_case(words)
        or is_one_of(head, "outcomes")
        or is_one_of(head, "people")
        or head.word in words_of("ours")
        or head.word[:1].isdigit()
        or head.word.endswith("ly")
        or metrics_in(" ".join(one.word for one in words))
    )

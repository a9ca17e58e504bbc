"""Short lines that say who gets what: "30-day return window", "48 hours or more: full refund".

A heading or a lead-in names what they are of: below "We cannot accept returns of" each line is
what is not taken back.
"""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re

from goodword.document.authority_action import action_of
from goodword.document.condition_text import condition_of
from goodword.document.eligible_rule import ENTRY, action_in, said, share_in, without_asides
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH

_MOST_WORDS = 18
_CASE = re.compile(r"(?i)^(?:if|when|where|because|once|for|on) ")
_CLAUSE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|did|does|do|don't|didn't|isn't|wasn't|weren't|hasn't|cancels?|stops?|keeps?|fails?|goes|gives?)\b"
)
_NONE = re.compile(r"\b(?:no|nothing|0%|non-?refundable|lost|kept|forfeited)\b")
_TELLING = re.compile(r"\b(?:told|that|whether|if|you|it|they)\b")
_PIECES = re.compile(r"[,;] (?=(?:and )?\d{1,3}% )")
_HEADED = re.compile(r"\b(?:returns?|refunds?|exchanges?|cancellations?|electronics)\b")
# By when people ask is theirs to keep.
_ASKED_FOR = {"look into complaints", "consider appeals", "claim"}
_ABLE = {
    "refundable": "refund",
    "returnable": "return",
    "exchangeable": "exchange",
    "transferable": "transfer",
}


def line_of(plain: str, text: str, setting: Setting, context: str) -> Understood | None:
    """Return what a line says, by itself or by the line above it; None where it is no such line."""
    low = normal(plain)
    about = normal(setting.heading)
    if (tier := tier_of(plain, text)) is not None:
        return tier
    if (found := _match("non_able", low)) is not None:
        return _not_able(text, found, plain)
    if (found := _match("avails", low)) is not None:
        who = plain[slice(*found.span("who"))]
        return said(
            text,
            action_of("use service"),
            only=True,
            condition=condition_of(f"it is for {who[:1].lower()}{who[1:]}"),
        )
    if (found := _match("asked_in_time", low)) is not None:
        return _in_time(text, plain, found)
    if (kept := thing_window(plain, text, setting, context)) is not None:
        return kept
    if (found := _match("window_is", low)) is not None:
        return _window(text, plain, found, action_in(found["what"]) or "cancel")
    if (found := _match("window_line", low)) is not None:
        verb = action_in(low) or _named_above(f"{about} {normal(context)}")
        return _window(text, plain, found, verb) if verb and verb not in _ASKED_FOR else None
    if (found := _match("no_limit", low)) is not None and (verb := action_in(about) or "return"):
        return said(text, action_of(verb), condition=condition_of(f"it is for {found['thing']}"))
    return _titled(plain, text, setting, context)


def thing_window(plain: str, text: str, setting: Setting, context: str) -> Understood | None:
    """Return how long one thing may be brought back, below a heading that says so."""
    low = normal(plain)
    found = _match("thing_window", low)
    verb = _named_above(f"{normal(setting.heading)} {normal(context)}")
    if found is None or verb is None:
        return None
    thing = re.sub(r"^(?:all|any) ", "", found["thing"])
    return _window(text, plain, found, f"{verb} {thing}")


def tier_of(plain: str, text: str) -> Understood | None:
    """Return what a tier gives back: "48 hours or more: full refund"; None for any other line."""
    pieces = _PIECES.split(plain)
    read = [_tier(one if n == 0 else _whole_share(one), text) for n, one in enumerate(pieces)]
    clauses = tuple(clause for one in read if one is not None for clause in one.clauses)
    if not read or None in read:
        return None
    return Understood(clauses, (unsure(text, clauses),))


def _tier(plain: str, text: str) -> Understood | None:
    low = normal(plain)
    found = _match("share_line", low) or _match("tier_line", low) or _match("case_line", low)
    return _shared(text, found, plain) if found is not None else None


def _whole_share(piece: str) -> str:
    """Return "75% for six months" as it stands first: "75% refund for six months"."""
    return piece if "refund" in piece else re.sub(r"^(?:and )?(\d{1,3}%)", r"\1 refund", piece)


def _in_time(text: str, plain: str, found: re.Match[str]) -> Understood | None:
    """Return by when something is asked for, as a condition of it; None where no time is said."""
    window = _match("terms", found["rest"], search=True)
    if window is None or _match("times", window[0], search=True) is None:
        return None
    words = plain[found.start("rest") + window.start() : found.start("rest") + window.end()]
    verb = action_in(found["what"]) or "refund"
    return said(text, action_of(verb), only=True, condition=condition_of(f"it is {words}"))


def row_of_tiers(texts: list[str], heads: list[str], heading: str) -> Understood | None:
    """Return what a row of tiers or of cases says: "7 days before | 50%" below "Refund"."""
    if len(texts) != 2 or not all(texts):
        return None
    when, share = (normal(one).strip(" .") for one in texts)
    above = normal(" ".join(heads)) or normal(heading)
    text = f"{texts[0]}: {texts[1]}"
    if _match("tier_charge", f"{above} {share}", search=True):
        return None
    tiered = _fits("tier_share", share) and _match("tier_head", f"{above} {share}", search=True)
    if tiered and _match("times", when, search=True):
        made = share if "refund" in share else f"{share} refund"
        if (found := _match("tier_line", f"{when}: {made}")) is not None:
            return _shared(text, found, f"{texts[0]}: {made}")
    if _fits("case_gives", share) and heads and _match("case_head", normal(heads[0]), search=True):
        verb = action_in(share) or "refund"
        case = condition_of(_stated(texts[0]))
        if _NONE.search(share) or share == "final sale":
            return said(text, action_of(verb), exception=case)
        return said(text, action_of(verb), only="only" in share, condition=case)
    return None


def _fits(name: str, low: str) -> bool:
    return ENGLISH.pattern(f"{ENTRY}.{name}").fullmatch(low) is not None


def _named_above(above: str) -> str | None:
    found = _HEADED.search(above)
    return action_in(found[0]) if found is not None else None


def _not_able(text: str, found: re.Match[str], plain: str) -> Understood | None:
    """Return "X is non-refundable after Y": X, or X after Y, is what is not given back."""
    if _TELLING.search(found["thing"]):
        return None
    verb = _ABLE[found["able"]]
    thing = re.sub(r"(?i)^(?:the|an?|all|any|our|your) ", "", plain[slice(*found.span("thing"))])
    rest = re.sub(r"^ and [^,;]*?(?=unless|$)", "", found["rest"]).strip()
    if rest.startswith("unless "):
        return said(
            text,
            action_of(f"{verb} {thing.lower()}"),
            only=True,
            condition=condition_of(rest.removeprefix("unless ")),
        )
    what = f"it is for {thing[:1].lower()}{thing[1:]}"
    return said(text, action_of(verb), exception=condition_of(f"{what} {rest}".strip()))


def _shared(text: str, found: re.Match[str], plain: str) -> Understood | None:
    words = re.sub(r"(?i)^(?:if|when) ", "", plain[slice(*found.span("when"))].strip(" ,"))
    when = condition_of(_stated(words))
    if _NONE.search(found["share"]):
        return said(text, action_of("refund"), exception=when)
    return said(text, action_of(f"refund {share_in(found['share'])}".strip()), condition=when)


def _window(text: str, plain: str, found: re.Match[str], verb: str) -> Understood | None:
    rest = plain[slice(*found.span("rest"))] if "rest" in found.groupdict() else ""
    rest = re.sub(
        r"(?i)^(?:[ -](?:return|refund|exchange|cooling[- ]off|money[- ]back))+.*$", "", rest
    )
    time = re.sub(r"(?i)^(?:within|up to|in) ", "", found["time"]).replace("-", " ")
    time = time if time.endswith("s") or time.startswith("1 ") else f"{time}s"
    words = f"it is within {time}{f' {rest.strip()}' if rest else ' of purchase'}"
    return said(
        text, action_of(verb), condition=condition_of(re.sub(r"\bfrom\b", "of", words, count=1))
    )


def _titled(plain: str, text: str, setting: Setting, context: str) -> Understood | None:
    """Return what a line below "The following cannot be returned:" says."""
    low = normal(plain)
    if len(plain.split()) > _MOST_WORDS or _match("line_does", low, search=True):
        return None
    for above in (context, setting.heading):
        title = normal(even(above)).strip(" :-,.")
        refused = title and _match("titled_no", title) is not None
        if not title or not (refused or _match("titled_yes", title)):
            continue
        if above is not context and (context or _CLAUSE.search(low)):
            continue
        verb = action_in(title) or action_in(low)
        if verb is None and refused:
            verb = "return"
        if verb is None:
            return None
        when = condition_of(_stated(_CASE.sub("", plain)))
        if refused:
            return said(text, action_of(verb), exception=when)
        return said(text, action_of(verb), condition=when)
    return None


def _stated(words: str) -> str:
    """Return a case as something that is so: "sale items" is "it is for sale items"."""
    words = without_asides(words.strip(" ,;."))
    words = f"{words[:1].lower()}{words[1:]}" if words[1:2].islower() else words
    if _CLAUSE.search(words):
        return words
    if words.endswith("notice"):
        return f"there is {words}"
    if words[:1].isdigit() and "%" not in words:
        return f"it is {words}"
    if re.match(
        r"(?:for|with|without|within|up to|before|after|less|more|at least|until|on|over|under|in)\b(?!-)|(?:cancelled|postponed|rescheduled|returned|withdrawn|lost|damaged|stolen)\b",
        words,
    ):
        return f"it is {words}"
    return f"it is for {words}"


def _match(name: str, low: str, *, search: bool = False) -> re.Match[str] | None:
    pattern = ENGLISH.pattern(f"{ENTRY}.{name}")
    return pattern.search(low) if search else pattern.match(low)

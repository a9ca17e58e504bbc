"""What a customer gets when something of ours goes wrong, in the many ways that this is said.

Each part must stand there: what went wrong on our side, and what is given. Where a sum is given
it is kept as a sum, else the author's words are.
"""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.condition_text import frame
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.money import UNKNOWN, money_in
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in
from goodword.language.word import slug
from goodword.policy.clause import Strength
from goodword.policy.promise import Remedy
from goodword.policy.quantity import Duration

_LEAD = re.compile(
    r"(?i)^(?:in (?:the )?(?:case|event) of|for (?:each|every|any)|each time|every time|whenever|where|when|once|if|should) "
)
_FAILING = re.compile(
    r"(?i)^(?:failing (?:that|this|which)|otherwise|if not|or else|if we (?:do not|don't|fail(?: to)?))[,:]? (?P<given>.+)$"
)
# "£45 for not sending two bills" below "we will pay:".
_FOR_NOT = re.compile(
    r"(?i)^(?P<given>(?:up to )?[£$€]\s?\d[\d,.]*(?: \w+){0,2}?|\d+% (?:of|off) [\w ]+?) (?:for (?P<not>not|failing to|missing|late|each|every|any)|if we|when we|where we) (?P<event>.+)$"
)
# "Your fare back, should the last boat leave without you."
_SHOULD = re.compile(r",? (?:should|if|when|where) (?=(?:the|we|our|an?|any|your) )")
_LONGEST = 200


def remedied(text: str, setting: Setting, context: str = "") -> Understood | None:
    """Return what is given when we fall short; None where that or our failing is not said."""
    plain = even(text).strip().rstrip(".")
    low = normal(plain)
    if ENGLISH.pattern("remedy.about").search(f"{low} {normal(context)}") is None:
        return None
    if len(plain) > _LONGEST * 2 or ENGLISH.pattern("remedy.not_so").search(low):
        return None
    for event, given in _halves(plain, context):
        made = _remedy(event, given, setting)
        if made is not None:
            return Understood((made,), (unsure(text, (made,)),))
    return None


def _halves(plain: str, context: str) -> list[tuple[str, str]]:
    """Return how the sentence may be parted into what went wrong and what is given."""
    made: list[tuple[str, str]] = []
    if (found := _FAILING.match(plain)) is not None:
        made.append(("we do not keep this", found["given"]))
    below = normal(context)
    if (found := _FOR_NOT.match(plain)) is not None and ENGLISH.pattern("remedy.pays").search(
        below
    ):
        said = found["not"] or "we"
        made.append((f"{said.lower()} {found['event']}", f"we pay {found['given']}"))
    taken = frame(plain)
    for words, span in ((taken.before, taken.before_span), (taken.after, taken.after_span)):
        if words:
            rest = f"{plain[: span[0]]} {plain[span[1] :]}".strip(" ,")
            made.append((_LEAD.sub("", words), _LEAD.sub("", rest)))
    if (lead := _LEAD.match(plain)) is not None:
        rest = plain[lead.end() :]
        made.extend(
            (rest[: one.start()].rstrip(" ,"), rest[one.end() :])
            for one in ENGLISH.pattern("remedy.begins").finditer(normal(rest))
        )
    elif (should := _SHOULD.search(plain)) is not None:
        made.append((plain[should.end() :], plain[: should.start()].rstrip(" ,")))
    if (turn := ENGLISH.pattern("remedy.turns").match(normal(plain))) is not None:
        made.append(
            (plain[slice(*turn.span("event"))], f"they {plain[slice(*turn.span('given'))]}")
        )
    return made


def _remedy(event: str, given: str, setting: Setting) -> Remedy | None:
    low, said = normal(given), normal(event)
    if _says(said, "wrong") is None or _says(said, "theirs") or len(event) > _LONGEST:
        return None
    gives, mends = _says(low, "gives"), _says(low, "mends")
    if (gives is None and mends is None) or _says(low, "may_give"):
        return None
    sums = [one for one in money_in(low, setting.currency) if one.money.amount]
    money = sums[0].money if len(sums) == 1 and sums[0].money.currency != UNKNOWN else None
    goods = ""
    if money is None:
        goods = _goods(given, gives) if gives is not None else _mended(given, mends)
    if money is None and not goods:
        return None
    within = next(
        (
            one.limit
            for one in times_in(low)
            if one.role == "limit" and not one.vague and isinstance(one.limit, Duration)
        ),
        None,
    )
    return Remedy(
        event=slug(said, limit=40),
        event_words=event.strip(),
        money=money,
        goods=goods or None,
        automatic=ENGLISH.pattern("second.by_itself").search(low) is not None,
        within=within,
        strength=Strength.MUST,
    )


def _mended(given: str, found: re.Match[str] | None) -> str:
    """Return "replace the lamp at no charge" as what one gets: "the lamp replaced at no charge"."""
    if found is None:
        return ""
    thing, free = (given[slice(*found.span(part))] for part in ("thing", "free"))
    return f"{thing} {ENGLISH.words('remedy.mended')[found['do']]} {free}"


def _goods(given: str, gives: re.Match[str]) -> str:
    """Return what is given, in the author's words."""
    name = next(
        (one for one in ("goods", "goods2", "goods3", "goods4", "goods5", "goods6") if gives[one]),
        None,
    )
    if name is None:
        return ""
    words = given[slice(*gives.span(name))].strip(" ,.;")
    words = re.split(r"[;(]| within | for a visit | if | when ", words)[0].strip(" ,")
    words = re.sub(r"(?i)^an? ", "", words)
    if _says(normal(words), "no_goods"):
        return ""
    return f"{words[:1].lower()}{words[1:]}" if words[1:2].islower() else words


def _says(low: str, name: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"remedy.{name}").search(low)

"""Rows of tables that say what is given for how long a wait: "60 minutes | the whole fare"."""

import re

from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.money import UNKNOWN, money_in
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH
from goodword.language.time_phrase import times_in
from goodword.language.word import slug
from goodword.policy.promise import Promise, Remedy

_COLUMNS = 2
_SHORTEST = 2


def row_of_remedies(
    texts: list[str], heads: list[str], setting: Setting, lead: str
) -> Understood | None:
    """Return what a row below "Delay | Compensation" gives; None for any other row."""
    if len(texts) != _COLUMNS or not all(texts):
        return None
    above = normal(f"{' '.join(heads)} {setting.heading} {lead}")
    kind = next(
        (name for name, words in ENGLISH.words("remedy.kinds").items() if _is_about(words, above)),
        None,
    )
    when, given = texts[0].strip(" ."), texts[1].strip(" .")
    if kind is None or not _says("row_when", normal(when)) or not _says("row_given", normal(given)):
        return None
    if _says("row_above", above) is None:
        return None
    sums = [one for one in money_in(normal(given), setting.currency) if one.money.amount]
    money = sums[0].money if len(sums) == 1 and sums[0].money.currency != UNKNOWN else None
    words = f"the {kind} is {when[:1].lower()}{when[1:]}"
    rule = Remedy(
        event=slug(words, limit=40),
        event_words=words,
        money=money,
        goods=None if money else f"{given[:1].lower()}{given[1:]}",
    )
    return Understood((rule,), (unsure(" | ".join(texts), (rule,)),))


def remedy_beside(
    read: Understood, texts: list[str], heads: list[str], setting: Setting
) -> Understood:
    """Return promises with what their row gives below "Compensation" where they are not kept."""
    if len(texts) != len(heads) or not all(isinstance(one, Promise) for one in read.clauses):
        return read
    columns = [n for n, head in enumerate(heads) if n and _says("given_head", normal(head))]
    if len(columns) != 1:
        return read
    given = texts[columns[0]].strip(" .")
    timed = any(one.role != "every" for one in times_in(normal(given)))
    if len(given) < _SHORTEST or timed or _says("given_none", normal(given)):
        return read
    sums = [one for one in money_in(normal(given), setting.currency) if one.money.amount]
    money = sums[0].money if len(sums) == 1 and sums[0].money.currency != UNKNOWN else None
    thing = texts[0].strip(" .")
    words = f"{thing[:1].lower()}{thing[1:]} takes longer"
    rule = Remedy(
        event=slug(words, limit=40),
        event_words=words,
        money=money,
        goods=None if money else f"{given[:1].lower()}{given[1:]}",
    )
    warned = unsure(" | ".join(texts), (rule,))
    return Understood((*read.clauses, rule), (*read.findings, warned))


def _is_about(words: str, above: str) -> bool:
    return ENGLISH.compiled(rf"\b(?:{words})").search(above) is not None


def _says(name: str, low: str) -> re.Match[str] | None:
    return ENGLISH.pattern(f"remedy.{name}").search(low)

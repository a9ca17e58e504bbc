"""A sentence read by the forms of a language pack: definitions, duties, authority, promises."""

import re
from dataclasses import replace
from functools import cache

from goodword.document.form_cued_duties import cued_duty
from goodword.document.form_cued_pledges import cued_pledge
from goodword.document.form_cued_rules import cued_ladder, cued_rule
from goodword.document.form_cued_told import cued_escalation
from goodword.document.form_definitions import form_definition
from goodword.document.form_duties import form_duty
from goodword.document.form_frame import verb_last
from goodword.document.form_message import Messages
from goodword.document.form_pledge import form_pledge
from goodword.document.form_promise import form_promises
from goodword.document.form_rules import form_rule
from goodword.document.form_situation import form_conduct
from goodword.document.form_unread import form_unread
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import Pack, languages, pack
from goodword.problem import Severity

# Letters of any language, without digits and underscores.
_LETTERS = re.compile(r"[^\W\d_]+")
_ENOUGH = 4
_CLEARLY = 2
# Whole sentences first; then what their words tell, in whatever order they stand.
_READERS = (
    form_definition, form_conduct, form_pledge, cued_ladder, form_duty, form_rule,
    cued_pledge, cued_duty, cued_escalation, cued_rule,
)  # fmt: skip


def understand_form(text: str, setting: Setting, context: str, own: Pack) -> Understood:
    """Return what a sentence of the pack's language says; what is no rule is prose."""
    elsewhere = foreign(text, own)
    if elsewhere is not None:
        return elsewhere
    plain = verb_last(text, own)
    understood = _read(plain, setting, context, own)
    return understood if plain == text else _placed(understood, plain, text)


def _read(text: str, setting: Setting, context: str, own: Pack) -> Understood:
    for reader in _READERS:
        understood = reader(text, setting, own)
        if understood is not None:
            return understood
    return form_promises(text, setting, context, own) or form_unread(text, setting, own)


def _placed(understood: Understood, read: str, text: str) -> Understood:
    """Return the findings with their places in the text as written."""
    findings = []
    for one in understood.findings:
        at = text.find(read[one.start : one.end])
        start, end = (at, at + one.end - one.start) if at >= 0 else (0, len(text))
        findings.append(replace(one, start=start, end=end))
    return replace(understood, findings=tuple(findings))


def foreign(text: str, own: Pack) -> Understood | None:
    """Return the notice on a sentence of another language than the policy's, which stays prose."""
    code = language_of(text, own)
    if code is None:
        return None
    messages = Messages(own, text)
    finding = messages.finding("LG02", Severity.INFO, language=pack(code).name, own=own.name)
    return Understood(findings=(finding,))


def language_of(text: str, own: Pack) -> str | None:
    """Return the language of a sentence where it is clearly another than the pack's own.

    Told by small words: at least four of another language, and twice as many as of the own.
    """
    words = _LETTERS.findall(normal(text))
    if len(words) < _ENOUGH:
        return None
    counts = {code: sum(map(signs.__contains__, words)) for code, signs in _signs()}
    most = max(counts, key=lambda code: counts[code])
    clearly = counts[most] >= _ENOUGH and counts[most] > _CLEARLY * counts.get(own.code, 0)
    return most if clearly and most != own.code else None


@cache
def _signs() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the small words of each language that names some."""
    each = ((code, frozenset(pack(code).names("pack.signs"))) for code in languages())
    return tuple((code, signs) for code, signs in each if signs)

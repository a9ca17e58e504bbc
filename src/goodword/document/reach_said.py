"""How to reach us, told in a sentence: "call us on 0131 496 0149 or write to help@x.example"."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.document.definitions import definition
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.service import contacts_in
from goodword.policy.clause import Clause
from goodword.policy.definition import ChannelClause, HoursClause, PartHours
from goodword.problem import Severity

_ADDRESS = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w£$€.,])(?P<phone>(?:\+\d{1,3}[ -]?|1[ -])?(?:\(\d{1,5}\)[ -]?)?\d{2,5}(?:[ -]?\d{2,5}){1,4})"
    r"(?![\w%]|[.,:]\d)"
)
_FEWEST_DIGITS = 7
# Who is told how: only what begins so is said to those whom we serve, and for every case.
_OPENS = Cued(
    r"(?:please |simply |just )*(?:(?:you|people|anyone|customers?|clients?|guests?|patients?|members?|"
    r"residents?|tenants?) (?:can|may) (?:also |always |either )?)?"
    r"(?:contact|reach|call|ring|phone|telephone|text|e-?mail|message|whatsapp|write to|talk to|"
    r"speak to|get in touch|get hold of|visit|find)\b"
    r"|(?:our|the) (?:main |office |shop |e-?mail |phone |telephone |text )*(?:phone|telephone|number|"
    r"e-?mail|address|line)s?(?: number| address)? (?:is|are)\b"
    r"|(?:phone|telephone|tel|call(?: us)?|mobile|text|whatsapp|e-?mail) ?: ?(?=.*\d ?(?:[ap]\.?m|-|–|to))",
    "address|call|contact|e-mail|email|find|get |line|message|mobile|number|phone|reach|ring|speak|talk|tel|text|"
    "visit|whatsapp|write",
)
_NOT_US = re.compile(
    r"\b(?:police|ambulance|fire|999|911|112|ombudsman|regulator|commissioner|council|doctor|him|her"
    r"|them|the (?:manager|owner|supervisor|director)|if|when|unless|emergenc\w+|crisis)\b"
)
_HOUR = re.compile(r"\d ?(?:am|pm|a\.m|p\.m|:\d)|\d ?(?:-|to|–) ?\d|noon|midnight|24 hours|24/7")
_TAIL = re.compile(r"^,? ?\((?P<said>[^()]+)\)")
_LEADS = re.compile(r"^[^\w]*(?:from |open )?")
_ENDS = re.compile(r"[ ,]*\b(?:and|or|by|via|through)\b\W*\w*\W*$")
_BETWEEN = re.compile(
    r"\bbetween ([\w.: ]{1,12}?) and ([\w.: ]{1,12}?)(?=[,;.]|$| on| mon| every)", re.IGNORECASE
)
# A time by which something is done makes it a promise, or a condition.
_SOON = re.compile(r"\b(?:within|no later than|at least|before your|after your)\b|\bin \d")
_TEXTS = re.compile(r"\b(?:text|sms|message|whatsapp)\b")


def reach_said(text: str, setting: Setting) -> Understood | None:
    """Return each address that a sentence tells, as a way to reach us, and the hours beside it.

    None where no address stands, where it is somebody else's, or in some cases only.
    """
    plain = even(text).rstrip(" .!")
    low = normal(plain)
    if ("@" not in low and not any(one.isdigit() for one in low)) or len(low) != len(plain):
        return None
    if _OPENS.match(low) is None or _NOT_US.search(low) is not None:
        return None
    found = [one for one in _ADDRESS.finditer(plain) if _is_address(one)]
    if not found or _SOON.search(low) is not None:
        return None
    clauses: list[Clause] = []
    findings: list[Finding] = []
    last = 0
    for number, one in enumerate(found):
        channel = _channel(one, low[last : one.start()])
        clauses.append(ChannelClause(channel=channel, address=one[0].strip()))
        last = found[number + 1].start() if number + 1 < len(found) else len(plain)
        told = plain[one.end() : last]
        if plain.count("(", 0, one.start()) > plain.count(")", 0, one.start()):
            told = f" ({told.partition(')')[0].strip(' ,;')})"
        if _HOUR.search(normal(told)) is None:
            last = one.end()
            continue
        hours = _hours(told, channel, setting)
        clauses.extend(hours)
        if not hours:
            findings.append(_unread(plain, one.end(), last))
        last = one.end()
    return Understood(tuple(clauses), tuple(findings))


def _is_address(found: re.Match[str]) -> bool:
    digits = sum(one.isdigit() for one in found[0])
    return found["email"] is not None or digits >= _FEWEST_DIGITS


def _channel(found: re.Match[str], before: str) -> str:
    if found["email"] is not None:
        return "email"
    named = [one.name for one in contacts_in(before)]
    return "text" if _TEXTS.search(before) and "phone" not in named[-1:] else "phone"


def _hours(told: str, channel: str, setting: Setting) -> list[Clause]:
    """Return the hours behind an address: in brackets those of its channel, else all hours."""
    inside = _TAIL.match(told)
    words = inside["said"] if inside is not None else _LEADS.sub("", told)
    words = _ENDS.sub("", _BETWEEN.sub(r"\1 to \2", words)).strip(" ,;()–-")
    opening = f"{channel.capitalize()}: " if inside is not None else "We are open "
    said = definition(f"{opening}{words}", setting)
    if said is None or said.findings or said.almost:
        return []
    return [one for one in said.clauses if isinstance(one, HoursClause | PartHours)]


def _unread(plain: str, start: int, end: int) -> Finding:
    kept = plain[start:end].strip(" ,;()")
    at = plain.index(kept, start) if kept else start
    return Finding(
        "TX06",
        Severity.WARNING,
        f'I keep how to reach you, and not "{kept}". Give it a sentence of its own, such as '
        '"Phone lines are open Monday to Friday, 9am to 5pm".',
        at,
        at + len(kept),
    )

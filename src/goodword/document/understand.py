"""One sentence understood by itself, as a program asks for it.

The answer is `{"state", "clauses", "problems"}`. `state` is live, prose or almost. A clause has its
`kind` and, for a promise: `metric` (answer, acknowledge, first_response, next_response, update,
resolution, wait, callback), `channels`, `subject`, `within` (ISO 8601) or `anchor` ("same_day",
"next_working_day", "HH:MM"), `unit` (working, calendar, clock), `target` (0 to 1, or null for every
time), `strength` (must, should, aim, may, must_not), `start`, `once` (for an update that does not
recur), `condition`, `exception`; for
authority `role` ("anyone" for staff in general; null where nobody is named who may, and where the
house itself may), `action`, `limit` (`{"amount", "currency"}`), `per`, `approver`, and `instead`
for further roles that may as well or approve in its place; for an escalation
`after`, `unit`, `event`, `to`. A problem has `code`, `severity`, `message` and often a `fix`.

Without a policy, roles are taken as written, a bare "$" means USD, and three rings are nine
seconds. Declared defaults are those of a policy: plain hours run round the clock, plain days by
the calendar, a range counts to its longer end, no share means every time.
"""

import re
from dataclasses import replace
from typing import Any

from goodword.document.above_said import with_amount
from goodword.document.authority_named import named_in
from goodword.document.clause_numbers import without_number
from goodword.document.fields import fields_of
from goodword.document.lead_timed import below_time
from goodword.document.own_words import in_own_words
from goodword.document.sentence_reader import understand_text
from goodword.document.sentences import opens, split
from goodword.document.setting import Finding, Setting, Understood
from goodword.document.short_words import whole_words
from goodword.document.tables import row_of
from goodword.language.normal import even, normal
from goodword.language.pack import Pack, UnknownLanguageError, languages, pack
from goodword.language.role import named
from goodword.language.time_phrase import times_in
from goodword.policy.authority import Authority
from goodword.policy.clause import Clause

LONGEST = 10_000
_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_BULLET = re.compile(
    r"^\s*(?:[-*+•▪◦·–]|\d{1,2}[.)]|\(?[a-z]\)"
    r"|[A-Za-z]\.(?= (?:The|An?|All|Any|If|When|Where|Each|Every|No|Only|Staff|We|You|[A-Z][a-z]+:)"
    r"\b))\s+"
)


def understand(
    sentence: str, *, lead_in: str | None = None, heading: str | None = None, language: str = "en"
) -> dict[str, Any]:
    """Return what a sentence says by itself: its state, clauses and problems, ready for JSON.

    `lead_in` is the line above its list ("We will:"), `heading` the heading above. A language
    without a pack, or a text longer than 10,000 characters, is answered with a problem.
    """
    try:
        own = pack(language)
    except UnknownLanguageError:
        named = ", ".join(f"{pack(code).name} ({code})" for code in languages())
        return _refused("LG01", f'I do not read "{language}" yet. I read: {named}.')
    if len(sentence) > LONGEST:
        return _refused(
            "TX03", f"This has {len(sentence):,} characters; a sentence may have {LONGEST:,}."
        )
    text = whole_words(_bare(sentence)) if own is pack() else _bare(sentence)
    setting = Setting(heading=(heading or "").strip(), alone=True, language=own.code)
    lead = _MARKS.sub("", lead_in or "").strip()
    parts = [(0, len(text))] if " | " in text else list(split(text, own))
    said = [text[start:end] for start, end in parts]
    if own is pack():
        said = [with_amount(one, before) for before, one in zip(["", *said], said, strict=False)]
    read = [
        _kept(one, lead if start == 0 else "", setting)
        for (start, _), one in zip(parts, said, strict=True)
    ]
    read = read or [Understood()]
    clauses = tuple(clause for one in read for clause in one.clauses)
    findings = [finding for one in read for finding in one.findings]
    almost = any(one.almost for one in read)
    state = "almost" if almost else "live" if clauses else "prose"
    words = f"{lead_in or ''} {sentence}"
    above = normal(f"{heading or ''} {lead}") if " | " in text else ""
    return {
        "state": state,
        "clauses": [
            _fields(one, words, own) for one in _by_holders(tuple(dict.fromkeys(clauses)), above)
        ],
        "problems": [_problem(finding) for finding in findings],
    }


def _by_holders(clauses: tuple[Clause, ...], above: str = "") -> list[list[Clause]]:
    """Return the clauses, what differs in nothing but who may do it together.

    "The manager or the clerk may …" is one rule for either of them. Roles that stand `above` the
    columns of a table have a cell each, and each cell is a rule.
    """
    made: list[list[Clause]] = []
    for one in clauses:
        first = made[-1][0] if made else None
        if (
            isinstance(one, Authority)
            and isinstance(first, Authority)
            and not (above and named(one.role) in above)
            and replace(one, role=first.role) == first
        ):
            made[-1].append(one)
        else:
            made.append([one])
    return made


def _fields(clauses: list[Clause], words: str, own: Pack) -> dict[str, Any]:
    first, *others = clauses
    also = [one.role for one in others if isinstance(one, Authority)]
    made = {**fields_of(first), "instead": also} if also else fields_of(first)
    if isinstance(first, Authority):
        made["role"] = named_in(first.role, words, own)
    return made


def as_read(
    sentence: str, lead_in: str | None = None, heading: str | None = None
) -> tuple[tuple[str, str, str], ...]:
    """Return the text, heading and lead-in of each sentence as the reader of sentences gets them.

    A lead-in that the first sentence goes on with is part of its text. For whoever learns from
    labelled sentences what the reader will meet; English only.
    """
    text, lead = _bare(sentence), _MARKS.sub("", lead_in or "").strip()
    above = (heading or "").strip()
    made = []
    for start, end in [(0, len(text))] if " | " in text else split(text, pack()):
        own, below = text[start:end], lead if start == 0 else ""
        if below and opens(below, pack()):
            own, below = _joined(own, below), ""
        made.append((own, above, _plain_lead(below)))
    return tuple(made)


def _bare(sentence: str) -> str:
    bare = _BULLET.sub("", _MARKS.sub("", sentence.replace("\x00", " ")))
    return " ".join(without_number(bare).split())


def _plain_lead(lead: str) -> str:
    return even(lead).rstrip(" :-,")


def _joined(text: str, lead: str) -> str:
    return f"{_plain_lead(lead)} {_lowered(text)}"


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:] if text[:1].isupper() and text[1:2].islower() else text


def _kept(text: str, lead: str, setting: Setting) -> Understood:
    """Return what a sentence says, as a rule in its own words where nothing else is made of it."""
    return in_own_words(_one(text, lead, setting), text, setting, _plain_lead(lead))


def _one(text: str, lead: str, setting: Setting) -> Understood:
    if " | " in text:
        return _row(text, lead, setting)
    if not lead:
        return understand_text(text, setting)
    if opens(lead, pack(setting.language)):
        joined = understand_text(_joined(text, lead), setting)
        if joined.clauses or joined.findings:
            return joined
    if setting.language == pack().code:
        below = below_time(text, lead, lambda one: understand_text(one, setting))
        if below is not None:
            return below
    above = _plain_lead(lead)
    if _TIME_ALONE.fullmatch(normal(above)) and _takes_time(normal(text)):
        joint = ", " if _OURS.match(normal(text)) else ": "
        timed = understand_text(f"{above}{joint}{_lowered(text)}", setting)
        if timed.clauses:
            return timed
    return understand_text(text, setting, above)


def _takes_time(low: str) -> bool:
    """Whether a line below a time alone is what is done by then: a deed of ours, or a thing."""
    return not times_in(low) and (_OURS.match(low) is not None or _SAYS.search(low) is None)


_TIME_ALONE = re.compile(
    r"(?:within|inside|in under|no later than) [\w ]{1,30}(?:minutes?|hours?|days?|weeks?|months?)"
)
_OURS = re.compile(r"(?:we|you)(?:'ll| will| shall)?\b")
_SAYS = re.compile(r"\b(?:will|shall|must|may|can|should|is|are|was|were|has|have)\b")


def _row(text: str, lead: str, setting: Setting) -> Understood:
    """Return what a row of a table says; its header stands in the lead-in or in the heading.

    A heading may hold what stands above the table as well: "Response times: Kind | Time".
    """
    texts = _cells(text)
    if " | " in lead:
        heads = _cells(lead)
        texts = _all_cells(text, heads) or texts
        # Over the column of names there may stand nothing.
        heads = ["", *heads] if len(heads) == len(texts) - 1 else heads
        return row_of(texts, heads, setting)
    if " | " not in setting.heading:
        return row_of(texts, [], setting, lead)
    above, mark, header = setting.heading.partition(": ")
    parted = mark != "" and "|" not in above
    heads = _cells(header if parted else setting.heading)
    if len(heads) == len(texts) + 1 and text.lstrip().startswith("|"):
        # A title stands before the header: "Response times | Priority | First reply".
        above, heads, parted = heads[0], heads[1:], True
    if len(heads) != len(texts):
        return row_of(texts, [], setting, lead)
    return row_of(texts, heads, replace(setting, heading=above if parted else ""), lead)


def _all_cells(text: str, heads: list[str]) -> list[str] | None:
    """Return a cell for each header, the empty ones too; None where they do not come out even."""
    own = [cell.strip() for cell in text.split("|")]
    return own if len(own) == len(heads) else None


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip(" |").split(" | ")]


def _problem(finding: Finding) -> dict[str, Any]:
    made: dict[str, Any] = {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
    }
    if finding.fix:
        made["fix"] = finding.fix
    return made


def _refused(code: str, message: str) -> dict[str, Any]:
    return {
        "state": "prose",
        "clauses": [],
        "problems": [{"code": code, "severity": "error", "message": message}],
    }

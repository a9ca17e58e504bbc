"""Sentences of a text, with their lead-ins joined and the heading under which they stand."""

# ruff: noqa: C901  (a reader is one list of cases)

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from goodword.document.blocks import Block, BlockKind, Text
from goodword.document.item_label import (
    begins_in_bold,
    goes_on_below,
    item_label,
    run_in_label,
)
from goodword.document.question_case import TOLD, case_of
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH, Pack

_ABBREVIATIONS = {
    "e.g",
    "i.e",
    "etc",
    "approx",
    "mr",
    "rs",
    "mrs",
    "ms",
    "dr",
    "st",
    "no",
    "vs",
    "inc",
    "ltd",
    "co",
    "dept",
    "tel",
    "ext",
    "max",
    "min",
    "hrs",
    "a.m",
    "p.m",
    "excl",
    "incl",
    "prof",
    "jan",
    "feb",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "fig",
    "cf",
    "al",
}
_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)")
# What is truly asked begins so; what is late or undone is said with a number or a denial.
_ASKED = re.compile(
    r"(?:who|whom|whose|what|when|where|which|why|how|is|are|am|was|were|do|does|did|can|could|will|"
    r"would|shall|should|may|might|must|have|has|had|need|want|any|got|isn't|aren't|don't|doesn't|"
    r"can't|won't|haven't|hasn't)\b|.*\byou\b"
)
_SOMETHING_LATE = re.compile(
    r"\b(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|fortnight|no one|nobody|none|not|never|"
    r"no|un(?:answered|resolved|touched|solved|settled))\b|n't\b"
)
_ARROW = re.compile("→|->|=>")
_WORD_BEFORE = re.compile(r"[\w.]+$")
# Lines that people break by hand: "Email: 2 days" below "Phone: 20 seconds", or typed bullets.
_SPACE = re.compile(" ")
_BULLET = re.compile(r"[•▪◦·–—-]\s+")
_ROW = Cued(
    r"[A-Z0-9][^:.!?]{1,48}:\s+\S|[•▪◦·–—-]\s+\S",
    "-|:|·|–|—|•|▪|◦",
)
# Names keep their capital letter when a sentence goes on with them.
_PROPER = re.compile(
    r"I |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
)
# "7:30 a.m. to 6 p.m. Central, Monday through Friday": days and zones behind a time of the day.
_DAYS_GO_ON = re.compile(
    r"(?i)(?:(?:central|eastern|pacific|mountain|local)(?: (?:standard |daylight )?time)?"
    r"|[ecmp][sd]?t|gmt|bst|utc|cet)\b|(?:and|to|until|through) (?:from )?(?:\d|noon|midnight)"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
    r"(?: ?(?:-|,|;|\.|\)|\(|$)| (?:to|through|thru|and|till|until)\b)"
)
_ANCHOR = Cued(r"\s*\{#([\w-]+)\}\s*", "{#")
_NOTE = re.compile(r"<!--\s*note\s*-->", re.IGNORECASE)
_RULE = re.compile(r"<!--\s*rule\s*-->", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it stands, before it is understood.

    `text` is its own; `lead` the lead-in above its list; `joined` whether the sentence only goes
    on from there ("We will:"). `block` is where it stands. `labelled` is True where the lead-in is
    the label of the item that the sentence stands in: "Urgent – a leak. Within 3 days." `under`
    is the heading in bold that its paragraph, or one before it, begins with.
    """

    text: Text
    block: Block
    lead: Text | None = None
    joined: bool = False
    anchor: str | None = None
    forced: str = ""
    leads: bool = False
    labelled: bool = False
    under: str = ""

    @property
    def whole(self) -> Text:
        """The text with its lead-in where the sentence goes on from there."""
        if self.lead is None or not self.joined:
            return self.text
        lead = self.lead.plain.rstrip(" :")
        own = self.text.plain
        if own[:1].isupper() and (own[1:2].islower() or own[:2] == "A ") and not _PROPER.match(own):
            own = own[0].lower() + own[1:]
        gap = self.lead.offsets[len(lead) - 1] if lead else 0
        joint = ": " if self.labelled else " "
        return Text(
            f"{lead}{joint}{own}",
            (*self.lead.offsets[: len(lead)], *(gap for _ in joint), *self.text.offsets),
        )


def split(text: str, pack: Pack = ENGLISH) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a paragraph starts and ends. Quotations stay whole."""
    plain = even(text)
    start = 0
    for match in _STOP.finditer(plain):
        end = match.end()
        if match[0] == "?" and _ARROW.search(plain, start, match.start()):
            # "15 min → no response? Escalate": the question is part of the line.
            continue
        if match[0] == "?" and _is_case(plain[start : match.start()], plain[end:], pack):
            # "Nobody has answered within 10 minutes? Page the lead": said of that case.
            continue
        if _inside_quotes(plain, start, match) or not _ends(plain, match, pack):
            continue
        if match[0].startswith(".") and _says_who_above(plain[start:end], plain[end:], pack):
            continue
        if match[0] == "." and _BARE_ROW.match(plain, end) and _HAS_UNIT.search(plain, start, end):
            # "Letters: ten working days. E-mails: five." leaves its unit to the row before.
            continue
        if plain[start:end].strip():
            yield start + _gap(plain, start), end
        start = end
    if plain[start:].strip():
        yield start + _gap(plain, start), len(plain.rstrip())


# "A customer threatens to sue? Tell the owner."
_TELLS = re.compile(
    r" (?:tell(?! us\b| me\b)|notify|inform|alert|page|escalate|pass (?:it|them|the)"
    r"|hand (?:it|them|over)|refer)\b"
    r"| (?:call|ring|phone|get|fetch|contact|speak to|ask|bring) (?:the|your|our) "
    r"(?!customer|client|guest|patient|caller)"
    r"| the [\w -]{2,30} (?:takes (?:over|it|the)|steps in|handles (?:it|them)|decides)\b"
)
_LONGEST_CASE = 10


_BARE_ROW = Cued(
    r" [A-Z][^.:;!?]{1,40}: (?:within )?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|twelve|fifteen|twenty)\.?(?= |$)(?! [a-z])",
    ": ",
)
_HAS_UNIT = re.compile(r": [^:.]{1,25}\b(?:minutes|hours|days|weeks|months)\.$")

# "Agents may refund up to $20. Anything above that needs the manager's approval."
_ABOVE = Cued(
    r" (?:for )?(?:(?:any|anything|any amounts?|amounts?|any sums?|sums?|requests?|all"
    r"|(?:any |all )?(?:\w+ )?(?:refunds|credits|payments|claims|items|waivers|discounts)) )?"
    r"(?:(?:above|over|beyond|exceeding|in excess of|greater than|higher than|larger than)"
    r" (?:that|this|it|the)\b(?: (?:amount|limit|sum|figure|level|threshold|value))?"
    r"|(?:(?<=anything )|(?<=amount )|(?<=for )|(?<=amounts ))"
    r"(?:more|larger|higher|bigger|greater)\b"
    r"|(?:larger|higher|bigger|greater) "
    r"(?:amounts?|sums?|ones|refunds|credits|payments|claims|discounts|waivers|awards)\b)"
    r"[^.;:]{3,80}\.?(?: |$)"
    r"| (?:the )?[a-z][a-z '-]{2,30} (?:above|over|beyond) (?:that|this)\.?(?: |$)",
    "above|beyond|bigger|exceeding|greater|higher|in excess of|larger|more|over",
)
_UP_TO = re.compile(
    r"\b(?:up to|no more than|not more than|maximum of|not exceeding|or less|or under)\b"
    r"[^.;]{0,12}\d|[a-z]: ?[$£€]\d[\d,.]*\.$|[$£€]\d[\d,.]* or (?:less|under)\b"
)


def _says_who_above(before: str, rest: str, pack: Pack) -> bool:
    """Whether a sentence only says who decides above the limit that stands before it."""
    if pack is not ENGLISH or _ABOVE.match(normal(rest[:120])) is None:
        return False
    return _UP_TO.search(normal(before)) is not None


def _is_case(question: str, rest: str, pack: Pack) -> bool:
    """Whether a question only names the case that the next sentence speaks of."""
    if pack is not ENGLISH or not rest.strip():
        return False
    if TOLD.match(rest) is not None and case_of(question) is not None:
        return "?" not in rest[:300].partition(".")[0]
    low = normal(question).strip()
    if _ASKED.match(low) is not None:
        return False
    short = len(low.split()) <= _LONGEST_CASE
    troubled = short and ENGLISH.pattern("ways.about").search(low) is not None
    if troubled and ENGLISH.pattern("ways.joins").match(normal(rest[:200])) is not None:
        # "Feel let down? Ask to see the head of service."
        return True
    return _SOMETHING_LATE.search(low) is not None or (
        short and _TELLS.match(normal(rest)) is not None
    )


def _gap(plain: str, start: int) -> int:
    return len(plain[start:]) - len(plain[start:].lstrip())


def _inside_quotes(plain: str, start: int, match: re.Match[str]) -> bool:
    if plain.count('"', start, match.end()) % 2 == 1:
        return '"' in plain[match.end() :]
    inside = plain[start : match.start()]
    return inside.count("(") > inside.count(")") and ")" in plain[match.end() : match.end() + 200]


def _ends(plain: str, match: re.Match[str], pack: Pack) -> bool:
    after = plain[match.end() :].lstrip()
    if not after:
        return True
    if match[0].startswith("."):
        word = _WORD_BEFORE.search(plain, max(0, match.start() - 12), match.start())
        if word and pack is not ENGLISH and _goes_on(plain, word.start(), word[0], pack):
            return False
        if word and (
            (pack is ENGLISH and word[0].lower().rstrip(".") in _ABBREVIATIONS)
            or (len(word[0]) == 1 and word[0].isalpha() and (pack is ENGLISH or word[0].isupper()))
        ):
            if word[0].lower() in {"a.m", "p.m"} and _DAYS_GO_ON.match(after) is not None:
                return False
            return word[0].lower() in {"a.m", "p.m", "etc", "hrs", "min"} and after[:1].isupper()
    return not after[:1].islower()


def _goes_on(plain: str, start: int, word: str, pack: Pack) -> bool:
    """Whether a stop ends no sentence there: behind an abbreviation, or in `24. Dezember`."""
    if word.lower().rstrip(".") in pack.names("sentences.abbreviations"):
        return True
    return pack.pattern("sentences.no_stop").match(normal(plain[start : start + 60])) is not None


def lines_of(blocks: tuple[Block, ...], source: str, pack: Pack = ENGLISH) -> Iterator[Line]:
    """Yield the sentences of all blocks but headings, tables' headers and code, in order."""
    lead: tuple[Text, int] | None = None
    leads: dict[int, Text] = {}
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            lead, leads = None, {}
        elif block.kind is BlockKind.PARAGRAPH:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            listed = following is not None and (
                following.kind is BlockKind.ITEM or bool(_rows(following, source))
            )
            above = lead[0] if lead is not None and _rows(block, source) else None
            made = list(_paragraph(block, source, above, pack))
            lead = None
            if made and listed:
                last = made[-1]
                if _is_lead(last.text.plain, pack):
                    lead = (last.text, 0)
                    leads = {0: last.text}
                    made[-1] = Line(last.text, block, anchor=last.anchor, leads=True)
            if lead is None:
                leads = {}
            yield from _labelled(made, source) if pack is ENGLISH else made
        elif block.kind is BlockKind.ITEM:
            above = leads.get(block.depth - 1)
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            deeper = (
                following is not None
                and following.kind is BlockKind.ITEM
                and following.depth > block.depth
            )
            made = list(_paragraph(block, source, above, pack))
            if made and deeper and _is_lead(made[-1].text.plain, pack):
                leads[block.depth] = made[-1].whole
                made[-1] = Line(made[-1].text, block, above, made[-1].joined, leads=True)
            else:
                leads.pop(block.depth, None)
            yield from _labelled(made, source) if pack is ENGLISH else made
        elif block.kind is BlockKind.ROW:
            yield Line(block.text, block)
            lead, leads = None, {}
        elif block.kind is BlockKind.OTHER:
            lead, leads = None, {}


def _labelled(made: list[Line], source: str) -> Iterator[Line]:
    """Yield sentences, the later ones below the kind of case that opens their item or line.

    In an item its first sentence may name it; anywhere a few words in bold at the start of a line.
    """
    label: Text | None = None
    only_times = False
    for number, one in enumerate(made):
        bold = begins_in_bold(one.text, source)
        opens_line = bold or (number == 0 and one.block.kind is BlockKind.ITEM)
        if opens_line:
            plain = one.text.plain
            named = item_label(plain)
            only_times = bold and not named
            named = named or (run_in_label(plain) if bold else "")
            label = one.text.cut(0, len(named)) if named else None
        alone = opens_line or one.leads or one.lead is not None
        if alone or label is None or (only_times and not goes_on_below(one.text.plain)):
            yield one
        else:
            yield replace(one, lead=label, joined=True, labelled=True)


def _is_lead(text: str, pack: Pack) -> bool:
    plain = text.rstrip()
    return plain.endswith((":", ":-")) or _leads_on(normal(plain), pack)


def _leads_on(low: str, pack: Pack) -> bool:
    if pack is ENGLISH and _WHOLE_CASE.fullmatch(low) is not None:
        return False
    return pack.pattern("lexicon.open_lead").search(low) is not None


# "When you write to us:" says all of a case; "When we write to you we will:" does not.
_WHOLE_CASE = re.compile(
    r"(?:if|when|whenever|where|once|after|before|each time|every time) "
    r"(?:you|they|someone|somebody|people|an? [\w -]{2,30}|the [\w -]{2,30}|customers|clients"
    r"|guests|members|patients|residents|tenants) [\w' -]{0,40}?"
    r"(?:(?:(?:write|writes|speak|speaks|talk|talks|come|comes|complain|complains|turn|turns) to|"
    r"(?:calls?|rings?|phones?|telephones?|e-?mails?|contacts?|visits?|texts?|messages?|meets?|joins?|"
    r"leaves?|approach(?:es)?|needs?)) us)"
)


def opens(lead: str, pack: Pack = ENGLISH) -> bool:
    """Whether the sentence goes on from this lead-in ("We will:")."""
    return _leads_on(normal(lead).rstrip(" :-,"), pack)


def _paragraph(
    block: Block, source: str, lead: Text | None = None, pack: Pack = ENGLISH
) -> Iterator[Line]:
    rows = _rows(block, source)
    if rows:
        yield from _lined(block, rows, lead, pack)
        return
    raw = block.span.of(source)
    forced = "note" if _NOTE.search(raw) else "rule" if _RULE.search(raw) else ""
    pieces = list(split(block.text.plain, pack))
    if block.kind is BlockKind.ITEM and block.text.plain.lower().startswith("example:"):
        pieces = [(0, len(block.text.plain))]
    for number, (start, end) in enumerate(pieces):
        text = block.text.cut(start, end)
        anchor = None
        if found := _ANCHOR.search(text.plain):
            anchor = found[1]
            text = Text(
                text.plain[: found.start()] + text.plain[found.end() :],
                text.offsets[: found.start()] + text.offsets[found.end() :],
            )
            if not text.plain.strip():
                continue
        elif number + 1 < len(pieces):
            # The anchor stands behind the full stop, so it was cut off with the next piece.
            follow = block.text.plain[slice(*pieces[number + 1])]
            if (found := _ANCHOR.match(follow)) is not None:
                anchor = found[1]
        elif number == len(pieces) - 1 and forced:
            pass
        mark = ""
        if forced:
            upto = pieces[number + 1][0] if number + 1 < len(pieces) else None
            stretch_end = block.text.offsets[upto] if upto is not None else block.span.end
            stretch = source[text.offsets[-1] : stretch_end]
            mark = "note" if _NOTE.search(stretch) else "rule" if _RULE.search(stretch) else ""
        joined = lead is not None and number == 0 and opens(lead.plain, pack)
        yield Line(text, block, lead if number == 0 else None, joined, anchor, mark)


def _rows(block: Block, source: str) -> list[tuple[int, int]]:
    """Return where each line of a paragraph stands, where its lines are a list in all but marks."""
    raw = block.span.of(source).strip()
    if block.kind is not BlockKind.PARAGRAPH or "\n" not in raw or "<!--" in raw:
        return []
    plain, offsets = block.text.plain, block.text.offsets
    spaces = [found.start() for found in _SPACE.finditer(plain)]
    cuts = [at for at in spaces if "\n" in source[offsets[at] : (*offsets[at + 1 : at + 2], -1)[0]]]
    if not cuts:
        return []
    rows = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(plain)], strict=True))
    rest = rows[1:] if plain[slice(*rows[0])].rstrip().endswith(":") else rows
    if len(rest) > 1 and all(_ROW.match(plain[start:end]) for start, end in rest):
        return rows
    return []


def _lined(
    block: Block, rows: list[tuple[int, int]], lead: Text | None, pack: Pack
) -> Iterator[Line]:
    """Yield the lines of a list in all but marks, below the line that leads in to them."""
    first = block.text.cut(*rows[0])
    if first.plain.rstrip().endswith(":"):
        yield Line(first, block, lead, leads=True)
        lead, rows = first, rows[1:]
    joined = lead is not None and opens(lead.plain, pack)
    for start, end in rows:
        mark = _BULLET.match(block.text.plain[start:end])
        inside = start + (mark.end() if mark else 0)
        for number, (begin, stop) in enumerate(split(block.text.plain[inside:end], pack)):
            text = block.text.cut(inside + begin, inside + stop)
            below = lead if number == 0 else None
            yield Line(text, block, below, joined and number == 0)


def heading_anchor(text: Text) -> tuple[str, str | None]:
    """Return a heading without its anchor, and the anchor."""
    found = _ANCHOR.search(text.plain)
    if found is None:
        return text.plain, None
    return (text.plain[: found.start()] + text.plain[found.end() :]).strip(), found[1]

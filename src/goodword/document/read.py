"""Text → policy: blocks, sentences, typed clauses, problems. Nothing a user wrote raises."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import replace
from functools import partial

from goodword.document.above_said import with_amounts
from goodword.document.audiences import audience_of
from goodword.document.authority_carried import carried
from goodword.document.behaviours import is_rung, with_whole_rungs
from goodword.document.blocks import Block, BlockKind, Text, blocks_of
from goodword.document.definitions_of import (
    channel_hours_from,
    hours_from,
    part_hours_from,
    read_definition,
    roles_from,
    setting_of,
)
from goodword.document.echo_amounts import uncapitalised
from goodword.document.form_definitions import form_audience
from goodword.document.form_situation import (
    form_is_urgent,
    form_people_say,
    form_situation_name,
    form_step,
)
from goodword.document.form_table import form_row
from goodword.document.gaps import with_gaps
from goodword.document.goals import with_goal
from goodword.document.language_named import language_in, with_front, without_front
from goodword.document.lead_timed import below_time
from goodword.document.lookups import in_row
from goodword.document.names import Names, id_of
from goodword.document.numbered_apart import counts_apart
from goodword.document.one_moment import moments_told
from goodword.document.opened import Opened, ReadLine
from goodword.document.own_words import in_own_words
from goodword.document.reading import Reading, Sentence, SentenceState
from goodword.document.refused import CONTROL, refusal, unread
from goodword.document.run_in_heading import under, with_run_in_headings
from goodword.document.sentence_reader import PROSE, understand_text
from goodword.document.sentences import Line, heading_anchor, lines_of
from goodword.document.setting import Finding, Setting, Understood
from goodword.document.short_words import with_whole_words
from goodword.document.stages import with_stage
from goodword.document.steps import (
    EMERGENCY,
    PEOPLE_SAY,
    phrases_of,
    situation_name,
    step_of,
    strength_of,
)
from goodword.document.stretches import stretches
from goodword.document.tables import hours_of, row
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack, pack
from goodword.language.word import latin, slug
from goodword.policy.clause import Audience, Clause, Strength
from goodword.policy.definition import AudienceClause, IdentityClause, OwnerClause
from goodword.policy.duty import Escalation
from goodword.policy.policy import Part, Policy, Section
from goodword.policy.situation import Situation
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

LONGEST = 2_000_000


def read(text: str, *, path: str = "policy.md", longest: int = LONGEST) -> Reading:
    """Return the policy in `text`, every sentence with its state, and the problems met.

    Never raises on what a user wrote. A text that is empty, binary or longer than `longest`
    characters comes back whole as prose, with a problem that says so. Linear in ordinary text.
    """
    refused = refusal(text, longest)
    if refused is not None:
        return unread(text, path, refused)
    problems: list[Problem] = []
    even = text
    if (nul := CONTROL.search(text)) is not None:
        problems.append(
            Problem(
                "TX02",
                Severity.WARNING,
                "A character here cannot be seen or printed; I read it as a space. Delete it.",
                Span(nul.start(), nul.end()),
            )
        )
        even = CONTROL.sub(" ", text)
    named = language_in(even)
    if named.problem is not None:
        problems.append(named.problem)
    try:
        blocks = with_front(blocks_of(without_front(even, named.front)), even, named.front)
    except RecursionError:
        return unread(
            text,
            path,
            Problem(
                "TX04",
                Severity.ERROR,
                "Lists or quotations stand too deep in each other to be read. Use at most a few levels.",
                Span(0, len(text)),
            ),
        )
    return _Document(even, path, blocks, problems, None, named.pack).reading(text)


def read_sentence(text: str, policy: Policy, *, section: str | None = None) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, or of a small piece of Markdown, read inside `policy`.

    Roles, money, hours and the emergency instruction are the policy's own; `section` is the slug
    of the section whose audience counts. Ids are made as if the piece stood alone.
    """
    own = policy.section(section) if section else None
    from_policy = _setting_in(policy, own)
    blocks = blocks_of(text)
    own_pack = pack(policy.language)
    return _Document(text, "", blocks, [], from_policy, own_pack).reading(text).policy.clauses


def _setting_in(policy: Policy, section: Section | None) -> Setting:
    # A policy's clauses are definitions too; only what sentences are read under is taken.
    from goodword.document.setting_in import setting_in  # noqa: PLC0415  (keeps this file short)

    return setting_in(policy, section)


class _Document:
    """One text while it is read."""

    def __init__(
        self,
        source: str,
        path: str,
        blocks: tuple[Block, ...],
        problems: list[Problem],
        setting: Setting | None,
        own: Pack,
    ) -> None:
        self._source, self._path, self._pack = source, path, own
        self._problems = problems
        self._names = Names()
        self._clauses: list[Clause] = []
        self._sentences: list[Sentence] = []
        self._sections: list[Section] = []
        self._slugs = Names()
        self._opened = self._open_sections(blocks)
        lines = [line for one in self._opened for line in one.lines]
        first = setting or Setting(language=own.code)
        self._known: dict[int, Understood] = {}
        known = []
        for one in self._opened:
            here = replace(first, heading=one.title if one.level != 1 else "")
            for line in one.lines:
                understood = read_definition(line, here)
                if understood is not None:
                    self._known[id(line)] = understood
                    known.append((line, understood))
        titles = [one.title for one in self._opened]
        self._setting = setting or setting_of(known, lines, own, titles)
        self._given = setting

    def reading(self, text: str) -> Reading:
        """Return the reading of the whole text."""
        for one in self._opened:
            self._section(one)
        clauses = tuple(self._clauses)
        identity = next((one for one in clauses if isinstance(one, IdentityClause)), None)
        owner = next(
            (one for one in clauses if isinstance(one, OwnerClause) and one.section_of is None),
            None,
        )
        title = next((one.title for one in self._opened if one.level == 1), "")
        policy = Policy(
            title=title,
            organisation=identity.organisation if identity else _organisation(title),
            serves=self._setting.serves,
            language=self._pack.code,
            currency=self._setting.currency,
            hours=hours_from(clauses),
            channel_hours=channel_hours_from(clauses),
            part_hours=part_hours_from(clauses),
            roles=roles_from(clauses, self._pack),
            owner=owner.role if owner else None,
            sections=with_gaps(tuple(self._sections), self._source),
            clauses=clauses,
        )
        problems = tuple(sorted(self._problems, key=lambda one: one.span or Span(0, 0)))
        return Reading(text, self._path, policy, tuple(self._sentences), problems)

    def _open_sections(self, blocks: tuple[Block, ...]) -> list[Opened]:
        sections = [Opened("", "", 0, 0)]
        starts: list[int] = []
        for block in blocks:
            if block.kind is BlockKind.HEADING:
                title, anchor = heading_anchor(block.text)
                made = slug(title, limit=60).replace("_", "-") or "section"
                wanted = anchor or re.sub(
                    r"[^a-z0-9]+",
                    "-",
                    latin(title.lower(), self._pack).replace("'", "").replace("’", ""),
                ).strip("-")
                sections.append(
                    Opened(
                        self._slugs.give(wanted or made),
                        title,
                        block.depth,
                        block.span.start,
                        anchor=anchor,
                        block=block,
                    )
                )
            elif block.kind is BlockKind.HEADER:
                sections[-1].headers[block.group] = block
            elif block.kind is BlockKind.OTHER:
                sections[-1].others.append(block)
            starts.append(block.span.start)
        index = 0
        for line in lines_of(blocks, self._source, self._pack):
            at = line.block.span.start
            while index + 1 < len(sections) and sections[index + 1].start <= at:
                index += 1
            sections[index].lines.append(line)
        for one in sections:
            own = with_run_in_headings(one.lines, self._source)
            if self._pack is ENGLISH:
                own = with_amounts(with_whole_words(own))
            one.lines = list(own)
        self._audiences(sections)
        if not sections[0].lines and not sections[0].others and len(sections) > 1:
            del sections[0]
        return sections

    def _audiences(self, sections: list[Opened]) -> None:
        above: list[Opened] = []
        for one in sections:
            while above and above[-1].level >= one.level:
                above.pop()
            one.above = tuple(each.title for each in above)
            for line in one.lines:
                low = normal(line.text.plain)
                if (low.startswith("this ") or self._pack is not ENGLISH) and (
                    said := understand_audience(low, self._pack)
                ):
                    one.audience = said
            if one.audience is None and above and above[-1].level > 1:
                one.audience = above[-1].audience
            above.append(one)

    def _section(self, one: Opened) -> None:
        before = len(self._clauses)
        audience = one.audience or (self._given.audience if self._given else None)
        setting = replace(
            self._setting,
            heading=one.title if one.level != 1 else "",
            section=one.slug,
            audience=audience,
        )
        made = self._situation(one, setting) or self._plain(one, setting)
        own = self._clauses[before:]
        shown = audience
        if shown is None:
            public = any(clause.audience is Audience.PUBLIC for clause in own)
            shown = Audience.PUBLIC if public else Audience.TEAM
        span = Span(one.start, max([one.start, *(line.block.span.end for line in one.lines)]))
        self._sections.append(Section(one.slug, one.title, one.level, shown, made, span))

    def _plain(self, one: Opened, setting: Setting) -> tuple[Part, ...]:
        examples = one.slug == "examples" or self._is("sentences.examples", one.title)
        lines = with_whole_rungs(one.lines) if self._pack is ENGLISH else one.lines
        read = (self._line(each, one, under(each, setting), prose=examples) for each in lines)
        done = list(carried(read))
        if (hours := self._hours_table(one, done)) is not None:
            done = hours
        english = self._pack is ENGLISH and not examples
        told = {each.start: each for each in moments_told(done, one.title, setting) if english}
        upto = 0
        for place, each in enumerate(done):
            if (moment := told.get(place)) is not None:
                upto = moment.end
                self._tell(moment.situation, done[place:upto], setting)
            elif place >= upto:
                self._record(each, setting)
        return stretches(done, one, self._source)

    def _tell(self, moment: Situation, told: list[ReadLine], setting: Setting) -> None:
        """Record a moment whose steps stand in lines of their own."""
        lines = [each.line for each in told]
        wanted = lines[0].anchor or id_of(moment, setting.section)
        span = Span(lines[0].text.span().start, lines[-1].text.span().end)
        text = "\n".join(line.text.plain for line in lines)
        placed = self._placed(moment, wanted, span, text, setting)
        for each in told:
            each.ids, each.state = (placed,), SentenceState.LIVE
            self._sentences.append(self._sentence(each, setting))

    def _placed(self, clause: Clause, wanted: str, span: Span, text: str, setting: Setting) -> str:
        """Keep a clause where it stands, and return the id that it is given."""
        english = self._pack is ENGLISH
        if english and isinstance(clause, Escalation) and clause.event_words:
            # What happens stands within a sentence, wherever it stood: an echo reads back equal.
            clause = replace(clause, event_words=uncapitalised(clause.event_words))
        kept = isinstance(clause, AudienceClause)
        audience = clause.audience if kept else audience_of(clause, setting.audience)
        placed = replace(
            clause,
            id=self._names.give(wanted),
            span=span,
            text=text,
            section=setting.section,
            audience=audience,
        )
        self._clauses.append(placed)
        return placed.id

    @staticmethod
    def _sentence(each: ReadLine, setting: Setting) -> Sentence:
        line = each.line
        return Sentence(
            line.whole.plain if line.block.kind is not BlockKind.ROW else line.text.plain,
            line.text.span(),
            each.state,
            setting.section,
            each.ids,
            line.lead.span() if line.lead is not None else None,
        )

    def _line(self, line: Line, one: Opened, setting: Setting, *, prose: bool) -> ReadLine:
        if (
            prose
            or line.forced == "note"
            or line.leads
            or normal(line.text.plain).startswith("example:")
            or self._is("sentences.example", line.text.plain)
        ):
            return ReadLine(line, PROSE)
        if line.block.kind is BlockKind.ROW:
            header = one.headers.get(line.block.group)
            understood = (
                row(line.block, header, setting)
                if self._pack is ENGLISH
                else form_row(line.block, header, setting, self._pack)
            )
            cells = cells_of(line, header)
            understood = with_stage(understood, line.text.plain, setting, cells)
            understood = in_row(understood, *cells, setting)
            asked = (" | ".join(cells[1]), " | ".join(cells[0]))
        else:
            kept, context = self._known.get(id(line)), ""
            needs_setting = kept is not None and any(
                isinstance(clause, OwnerClause) or hasattr(clause, "instruction")
                for clause in kept.clauses
            )
            if kept is not None and not needs_setting:
                understood = kept
            else:
                context = line.lead.plain if line.lead is not None and not line.joined else ""
                read = partial(understand_text, setting=setting)
                led = context if self._pack is ENGLISH else ""
                below = below_time(line.whole.plain, led, read)
                understood = below or understand_text(line.whole.plain, setting, context)
                understood = with_stage(understood, line.whole.plain, setting)
                understood = with_goal(understood, line.whole.plain)
            asked = (line.whole.plain, context)
        if line.forced == "rule" and not understood.clauses and not understood.findings:
            understood = Understood(
                (),
                (
                    Finding(
                        "TX05",
                        Severity.ERROR,
                        "This is marked as a rule, but I cannot read it as one. Say who does what, and by when.",
                        0,
                        len(line.whole.plain),
                    ),
                ),
                almost=True,
            )
        return ReadLine(line, understood, asked=asked)

    def _is(self, entry: str, text: str) -> bool:
        if self._pack is ENGLISH:
            return False
        return self._pack.pattern(entry).match(normal(text)) is not None

    def _hours_table(self, one: Opened, done: list[ReadLine]) -> list[ReadLine] | None:
        rows = [each for each in done if each.line.block.kind is BlockKind.ROW]
        is_read = any(each.understood.clauses or each.understood.findings for each in rows)
        if not rows or is_read or self._pack is not ENGLISH:
            return None
        hours = hours_of([each.line.block for each in rows])
        if hours is None:
            return None
        del one
        first = True
        changed = []
        for each in done:
            if each.line.block.kind is BlockKind.ROW and first:
                changed.append(ReadLine(each.line, Understood((hours,))))
                first = False
            else:
                changed.append(each)
        return changed

    def _situation(self, one: Opened, setting: Setting) -> tuple[Part, ...] | None:
        own = None if self._pack is ENGLISH else self._pack
        name = (
            situation_name(one.title)
            if own is None
            else form_situation_name(one.title, one.above, own)
        )
        if name is None:
            return None
        steps = [
            line for line in one.lines if line.block.kind is BlockKind.ITEM and line.block.number
        ]
        said = [line for line in one.lines if self._tells_words(line)]
        if not steps or (
            own is None and all(is_rung(line.text.plain) for line in _first_of_items(steps))
        ):
            # A ladder below such a heading is rungs of its own, not steps of one moment.
            return None
        if own is None and counts_apart((line.text.plain for line in steps), setting):
            return None
        urgent = [line for line in one.lines if self._is_urgent(line)]
        numbered: dict[int, list[Line]] = {}
        for line in steps:
            numbered.setdefault(line.block.span.start, []).append(line)
        group = {id(line) for line in (*steps, *said, *urgent)}
        whole = [_whole(parts) for parts in numbered.values()]
        span = Span(
            min(line.block.span.start for line in (*steps, *said)),
            max(line.block.span.end for line in (*steps, *said)),
        )
        asked = tuple(
            step_of(text.plain, setting) if own is None else form_step(text.plain, setting, own)
            for text in whole
        )
        clause = Situation(
            name=name,
            phrases=tuple(phrase for line in said for phrase in phrases_of(line.text.plain)),
            steps=asked,
            emergency=bool(urgent),
            strength=strength_of(asked) if own is None else Strength.MUST,
        )
        wanted = one.anchor or id_of(clause, one.slug)
        done: list[ReadLine] = []
        clause_id: str | None = None
        for line in one.lines:
            if id(line) not in group:
                each = self._line(line, one, setting, prose=False)
                self._record(each, setting)
                done.append(each)
                continue
            if clause_id is None:
                text = "\n".join(
                    [
                        one.title,
                        *(each.text.plain for each in said),
                        *(text.plain for text in whole),
                    ]
                )
                clause_id = self._placed(clause, wanted, span, text, setting)
            self._sentences.append(
                Sentence(
                    line.text.plain, line.text.span(), SentenceState.LIVE, one.slug, (clause_id,)
                )
            )
            done.append(ReadLine(line, PROSE, (clause_id,), SentenceState.LIVE))
        return stretches(done, one, self._source, grouped=span)

    def _tells_words(self, line: Line) -> bool:
        """Whether a line says by which words people bring a moment up."""
        if self._pack is ENGLISH:
            return PEOPLE_SAY.match(normal(line.text.plain)) is not None
        return line.block.kind is not BlockKind.ITEM and form_people_say(
            line.text.plain, self._pack
        )

    def _is_urgent(self, line: Line) -> bool:
        if self._pack is ENGLISH:
            return EMERGENCY.match(normal(line.text.plain)) is not None
        return form_is_urgent(line.text.plain, self._pack)

    def _record(self, each: ReadLine, setting: Setting) -> None:
        line, understood = each.line, each.understood
        if each.asked is not None:
            below = under(line, setting)
            understood = in_own_words(understood, each.asked[0], below, each.asked[1])
        ids = []
        if not understood.almost:
            for clause in understood.clauses:
                wanted = line.anchor or id_of(clause, setting.section)
                span = line.text.span()
                ids.append(self._placed(clause, wanted, span, line.whole.plain, setting))
        each.ids = tuple(ids)
        each.state = (
            SentenceState.ALMOST
            if understood.almost
            else SentenceState.LIVE
            if ids
            else SentenceState.PROSE
        )
        if line.text.plain.strip():
            self._sentences.append(self._sentence(each, setting))
        self._problems.extend(_problem(finding, line) for finding in understood.findings)


def cells_of(line: Line, header: Block | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the heads and the texts of a table row."""
    heads = header.cells if header is not None else ()
    return tuple(one.plain for one in heads), tuple(one.plain for one in line.block.cells)


def understand_audience(low: str, own: Pack) -> Audience | None:
    """Return who a section is for, where the sentence says so."""
    from goodword.document.definitions import definition  # noqa: PLC0415  (one call, no cycle)

    understood = definition(low, Setting()) if own is ENGLISH else form_audience(low, own)
    if understood and understood.clauses and isinstance(understood.clauses[0], AudienceClause):
        return understood.clauses[0].audience
    return None


def _first_of_items(lines: list[Line]) -> list[Line]:
    """Return the first sentence of each item of a list."""
    first: dict[int, Line] = {}
    for line in lines:
        first.setdefault(line.block.span.start, line)
    return list(first.values())


def _whole(lines: list[Line]) -> Text:
    """Return the text of a list item whose sentences were told apart."""
    first, last = lines[0].text, lines[-1].text
    if len(lines) == 1:
        return first
    text = lines[0].block.text
    start = text.offsets.index(first.offsets[0]) if first.offsets else 0
    end = len(text.plain) if not last.offsets else text.offsets.index(last.offsets[-1]) + 1
    return text.cut(start, end)


def _organisation(title: str) -> str:
    return title.partition(":")[0].strip()


def _problem(finding: Finding, line: Line) -> Problem:
    whole = line.whole
    inside = finding.end <= len(whole.plain) and line.block.kind is not BlockKind.ROW
    span = (
        whole.span(finding.start, finding.end)
        if inside and finding.end > finding.start
        else line.text.span()
    )
    own = line.text.span()
    fix = None
    if finding.fix:
        fix = Fix(finding.label or "Use this wording", finding.fix, own)
    return Problem(finding.code, finding.severity, finding.message, span, finding.understood, fix)

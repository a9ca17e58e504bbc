"""One sentence understood: a definition, a duty, authority, an escalation, a promise, or prose."""

import re
from dataclasses import replace

from goodword.document.asked_there import asked_there
from goodword.document.authorities import authority
from goodword.document.authority_deciding import deciding_instead
from goodword.document.authority_larger import larger_instead
from goodword.document.authority_led import led_to
from goodword.document.bans_said import bans_said
from goodword.document.behaviours import behaviour
from goodword.document.close_marks import spaced
from goodword.document.conduct import conduct
from goodword.document.conduct_instead import conduct_instead
from goodword.document.conduct_said import (
    conduct_echoed,
    conduct_said,
    goes_to_nobody,
    is_no_leave,
    tells_those_served,
)
from goodword.document.currency_asked import asked
from goodword.document.definitions import definition
from goodword.document.duties import duty
from goodword.document.eligible_instead import eligible_instead
from goodword.document.eligible_said import eligible_said
from goodword.document.escalation_answered import answered, decided
from goodword.document.escalation_appeal import appeal
from goodword.document.escalation_asked import perhaps
from goodword.document.escalation_criteria import criteria
from goodword.document.escalation_further import further
from goodword.document.escalation_joined import joined
from goodword.document.escalation_ladder import in_turn
from goodword.document.escalation_listed import told_in_turn
from goodword.document.escalation_overdue import overdue
from goodword.document.escalation_theirs import own_way
from goodword.document.escalation_ways import wide_way
from goodword.document.escalations import escalation, goes_up, or_goes_up
from goodword.document.forms import foreign, understand_form
from goodword.document.fresh_eyes import looked_at_afresh
from goodword.document.goals import goal, short_staffed
from goodword.document.half_sentences import halves
from goodword.document.hasty_aside import with_haste, without_haste
from goodword.document.heading_scope import under_heading
from goodword.document.house_rule import house_rule
from goodword.document.kinds_listed import each_kind
from goodword.document.late_beside import late_beside
from goodword.document.left_over import nothing_left
from goodword.document.lookups import lookup
from goodword.document.lost_beside import lost_beside
from goodword.document.moments import is_brief, moment, told_in
from goodword.document.not_done import not_done
from goodword.document.one_person import in_plural
from goodword.document.only_told import (
    asks_of_them,
    only_told,
    reports_regularly,
    tells_of_others,
)
from goodword.document.pledge_remedy import remedied
from goodword.document.pledges import pledge
from goodword.document.precondition_said import precondition_said
from goodword.document.promise_alike import without_stale
from goodword.document.promise_listed import promise_listed
from goodword.document.promise_parts import without_parts
from goodword.document.promise_plain import plain_promise
from goodword.document.promises import promises
from goodword.document.question_case import over_all, said_of_case
from goodword.document.reach_said import reach_said
from goodword.document.reworded import reworded, together
from goodword.document.second_conduct import second_conduct
from goodword.document.second_doubt import doubted
from goodword.document.second_look import second_look
from goodword.document.second_reading import second_reading
from goodword.document.second_said import kept_as_prose
from goodword.document.setting import Finding, Setting, Understood
from goodword.document.situation_said import case_instead, rises_in, situation_said
from goodword.document.stages import stage
from goodword.document.stretches_read import apart
from goodword.document.terms_said import term_instead, terms_said
from goodword.document.told_anyway import passed_on, told_anyway
from goodword.document.told_in_time import told_in_time
from goodword.document.told_plainly import told_plainly
from goodword.document.torn import is_torn
from goodword.document.uptime_said import uptime_said
from goodword.document.vague_promise import vague_promise
from goodword.document.ways_in import ways_in
from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.pack import ENGLISH, pack
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.definition import PartHours
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise, QualityGoal
from goodword.problem import Severity

PROSE = Understood()
_TO_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"\s*example:", re.IGNORECASE)
_SAID_BACK = Cued(
    r"When [^|]{3,200}, (?:the [^|,]{3,80} (?:is|are) told|we normally tell the [^|,]{3,80}) "
    r"(?:at once|within [\w ]{3,30}(?: \([^()|]{3,90}\))?|by [\w: ]{3,30}|on the same working day)"
    r"(?:, or, if they are away, [^|,]{3,60})?\.?$",
    "When ",
)
# Longer sentences say no rule that a person could keep in mind.
LONGEST = 1_000
_READERS = (house_rule, definition, conduct_echoed, conduct, duty, pledge, authority)
# What a sentence that only tells has the form of, and the questions it is asked then.
_PROMISES = (Promise, QualityGoal)
_RULES = (*_PROMISES, Escalation, Authority, ApprovalRule, CapRule, Prohibition)
_ASKED_OF_PROMISES = ("PR", "RD")
_ASKED_OF_RULES = ("AU", "ES", *_ASKED_OF_PROMISES)
# Whose role is meant, and what is quoted, is read as it stands: "I may refund" names the owner.
_AS_WRITTEN = (house_rule, conduct_echoed, conduct, authority, escalation)


@remembered(8_192)
def understand_text(text: str, setting: Setting, context: str = "") -> Understood:
    """Return what a sentence says; `context` is a lead-in that does not run on into it.

    Sentences met before in the same setting are answered from memory: a text is read again after
    every key that is pressed.
    """
    whole = _understood(text, setting, context)
    if setting.language != ENGLISH.code:
        return whole
    whole = larger_instead(further(whole, text, setting), text, setting, context)
    made = apart(text, whole, lambda words: understand_text(words, setting, context))
    return each_kind(without_stale(not_done(made, text)), text)


def _understood(  # noqa: C901, PLR0911, PLR0912, PLR0915  (a reader is one list of cases)
    text: str, setting: Setting, context: str
) -> Understood:
    if not text.strip() or text.rstrip().endswith("?") or _EXAMPLE.match(text) or is_torn(text):
        return PROSE
    if len(text) > LONGEST:
        return Understood(
            findings=(
                Finding(
                    "ST02",
                    Severity.WARNING,
                    f"This sentence has {len(text):,} characters, so I keep it as prose. "
                    "Rules are short: who does what, and by when.",
                    0,
                    len(text),
                ),
            )
        )
    if setting.parts and (found := without_parts(text, setting)) is not None:
        understood = understand_text(found.text, replace(setting, parts=()), context)
        if any(isinstance(one, Promise) for one in understood.clauses):
            return found.back(understood)
        if any(isinstance(one, Escalation) for one in understood.clauses):
            return found.not_kept(understand_text(text, replace(setting, parts=()), context))
    if setting.language != ENGLISH.code:
        return understand_form(text, setting, context, pack(setting.language))
    if (apart := spaced(text)) is not None:
        return apart.back(understand_text(apart.text, setting, context))
    if (hasty := without_haste(text)) is not None:
        understood = understand_text(hasty[0].text, setting, context)
        if any(isinstance(one, Promise) for one in understood.clauses):
            return with_haste(hasty[0].back(understood), hasty[1])
    if (case := said_of_case(text)) is not None:
        understood = understand_text(case, setting, context)
        if understood.clauses or understood.almost:
            return over_all(understood, text)

    if (asked_for := asked_there(text, setting)) is not None:
        understood = understand_text(asked_for, setting, context)
        if any(isinstance(one, Escalation) for one in understood.clauses):
            return over_all(understood, text)

    def part(words: str) -> Understood:
        return understand_text(words, setting, context)

    if (rules := halves(text, part)) is not None:
        return rules
    both = (
        answered(text, part)
        or decided(text, part)
        or in_turn(text, part)
        or told_in_turn(text, setting, context)
        or overdue(text, part)
    )
    if both is not None:
        return both
    if (more := joined(text, setting, part)) is not None:
        return _as_plain(first_reading(text, setting, context), more)
    if (others := reworded(text, setting)) is not None:
        said = [_plainly(one, setting, context) for one in others.sentences]
        whole = together(others, said, text)
        if whole is not None:
            return doubted(_unless_told(whole, text, setting, context), text, setting, context)
    if (beside := late_beside(text, part)) is not None:
        return beside
    if (reached := reach_said(text, setting)) is not None:
        return reached
    if (listed := criteria(text, setting, context)) is not None:
        return listed
    if (way := own_way(text, setting, context)) is not None:
        way = nothing_left(way, text, setting)
        return doubted(way, text, setting, context)
    if (look := second_look(text, context)) is not None:
        return look
    several = in_plural(text)
    if (theirs := told_in_time(several.text)) is not None:
        return several.back(theirs)
    if (way := appeal(text, setting) or wide_way(text, setting, context)) is not None:
        return way
    if (passed := passed_on(text, setting)) is not None:
        return doubted(passed, text, setting, context)
    if (plain := plain_promise(several.text, setting, context)) is not None:
        whole = several.back(nothing_left(plain, several.text, setting))
        whole = lost_beside(whole, text)
        whole = _unless_told(whole, text, setting, context)
        return under_heading(doubted(whole, text, setting, context), setting)
    first = first_reading(text, setting, context)
    if first is not None and first.clauses and _SAID_BACK.match(text):
        # So an escalation is said back; no weighed word says it better.
        return under_heading(first, setting)
    read = second_reading(first, text, setting, context) or PROSE
    if not read.clauses:
        read = told_plainly(first, text, setting) or told_anyway(text, setting) or read
    misled = first is None and (is_no_leave(read.clauses, text) or goes_to_nobody(read.clauses))
    if not read.clauses or misled:
        read = _conduct(read, text, setting, context) or read
    if not read.clauses and not read.almost:
        listed = promise_listed(text, f"{setting.heading} {context}", part)
        read = listed or _last(text, setting, context) or read
    if not read.clauses and not read.almost:
        read = vague_promise(text, led=bool(context)) or read
    if not read.clauses and not read.almost:
        # What the words have taken from its form may still be what people do.
        read = second_conduct(_asked(first), text, setting, context) or read
    read = eligible_instead(read, text, setting, context) or term_instead(read, text) or read
    told = _unless_told(read, text, setting, context)
    if told is not read and not told.clauses:
        told = _last(text, setting, context) or told
    told = conduct_instead(told, text) or told
    told = case_instead(told, text, setting) or lost_beside(told, text)
    told = doubted(told, text, setting, context)
    return under_heading(deciding_instead(told, text, setting), setting)


def _as_plain(plain: Understood | None, more: Understood) -> Understood:
    """Return what is read of who is told; by the form alone, where it names as many."""
    told = [one for one in plain.clauses if isinstance(one, Escalation)] if plain else []
    if plain is None or len(told) != len(plain.clauses) or not told:
        return more
    if any(one.deputy is not None for one in told):
        return plain
    if len(told) >= len(more.clauses) and not plain.findings:
        return plain
    also = {one for rung in told for one in rung.also}
    named = {one.to for one in more.clauses[1:] if isinstance(one, Escalation)}
    return replace(more, findings=plain.findings) if also and named <= also else more


def _asked(first: Understood | None) -> Understood | None:
    """Return what the form of a sentence leaves open; None where it says something, or nothing."""
    return first if first is None or not first.clauses else None


def _last(text: str, setting: Setting, context: str) -> Understood | None:
    """Return who gets what, what is forbidden, or what a word means: asked last of all."""
    return (
        eligible_said(text, setting, context)
        or bans_said(text)
        or terms_said(text, setting, context)
        or ways_in(text)
        or uptime_said(text)
    )


def _conduct(read: Understood, text: str, setting: Setting, context: str) -> Understood | None:
    """Return what people do, in one moment or in every, where it is no rule of another kind."""
    if read.clauses:
        return situation_said(text, setting) or conduct_said(text, setting)
    if read.almost:
        # Who asks to whom a matter goes may have met a word for it in the name of a moment; and
        # what would keep a rule needs no asking where the team is told what to do.
        codes = {one.code for one in read.findings}
        if codes == {"RD03"} and (afresh := looked_at_afresh(text)) is not None:
            return afresh
        asked = codes == {"ES05"} or (codes == {"RD03"} and _TO_YOU.search(text) is None)
        return situation_said(text, setting) if asked and not rises_in(text) else None
    return (
        precondition_said(text)
        or looked_at_afresh(text)
        or moment(text, setting, fewest=1)
        or situation_said(text, setting, context)
        or conduct_said(text, setting)
    )


def _unless_told(read: Understood, text: str, setting: Setting, context: str) -> Understood:
    """Return what was read, or prose where the sentence only tells what others or we once did."""
    if not (read.clauses or read.almost) or not _only(read, _RULES, _ASKED_OF_RULES):
        return read
    if read.clauses and _only(read, (Escalation,), ()) and reports_regularly(text):
        return kept_as_prose(text)
    promised = _only(read, _PROMISES, _ASKED_OF_PROMISES)
    allowed = bool(read.clauses) and _only(read, (Authority, ApprovalRule, CapRule), ())
    told = only_told(text, setting.heading) if promised else tells_of_others(text, allowed=allowed)
    told = told or (promised and read.almost and asks_of_them(text, led=bool(context)))
    # What is no promise may still be what our people do in a moment.
    return (situation_said(text, setting) or kept_as_prose(text)) if told else read


def _only(read: Understood, kinds: tuple[type[Clause], ...], codes: tuple[str, ...]) -> bool:
    """Whether all that was read is of these kinds, and all that is asked has these codes."""
    if read.almost:
        return all(one.code.startswith(codes) for one in read.findings)
    return all(isinstance(one, kinds) for one in read.clauses)


def _plainly(text: str, setting: Setting, context: str) -> Understood | None:
    """Return what a sentence says that another was put in: its form alone, where that is known."""
    first = first_reading(text, setting, context)
    return first or second_reading(first, text, setting, context)


def _with_duties(text: str, setting: Setting, context: str) -> Understood | None:
    """Return a moment with its steps, and the escalation of each step that tells somebody."""
    found = moment(text, setting)
    if found is None:
        return None
    told = []
    for words in told_in(found):
        read = first_reading(words, setting, context)
        if read is not None and not read.almost:
            told += [one for one in read.clauses if isinstance(one, Escalation)]
    return (
        None if told and is_brief(found, text, len(told)) else Understood((*found.clauses, *told))
    )


def first_reading(text: str, setting: Setting, context: str) -> Understood | None:
    """Return what the form of a sentence says; None where no form fits.

    What is given when we fall short is looked for last, where nothing else was understood.
    """
    first = _by_form(text, setting, context)
    if first is not None and first.clauses:
        return first
    return remedied(text, setting, context) or first


def _by_form(text: str, setting: Setting, context: str) -> Understood | None:
    if context and (led := led_to(text, setting, context)) is not None:
        return led
    several = in_plural(text)
    context = in_plural(context).text
    understood = goes_up(text, setting, context) if context else None
    understood = understood or stage(several.text, setting) or behaviour(text, setting)
    understood = understood or short_staffed(text, setting) or goal(text, setting)
    understood = understood or tells_those_served(text, setting)
    understood = understood or lookup(text, setting) or _with_duties(text, setting, context)
    for reader in (*_READERS, escalation):
        mine = text if reader in _AS_WRITTEN else several.text
        understood = understood or reader(mine, setting)
        if reader is authority and understood is not None:
            understood = or_goes_up(understood, mine, setting)
        if understood is not None and _is_part_hours(understood):
            # A promise may tell its hours in brackets; they are no hours of a part of the house.
            promised = promises(mine, setting, context)
            understood = promised if promised is not None and promised.clauses else understood
        if understood is not None:
            whole = nothing_left(asked(understood, mine, setting), mine, setting)
            return whole if mine is text else several.back(whole)
    understood = promises(several.text, setting, context)
    if understood is not None:
        return several.back(nothing_left(understood, several.text, setting))
    return foreign(text, ENGLISH) or perhaps(text, setting)


def _is_part_hours(understood: Understood) -> bool:
    own = any(isinstance(one, PartHours) for one in understood.clauses)
    return own or any(one.code in {"HR05", "HR06"} for one in understood.findings)

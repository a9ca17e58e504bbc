"""Every status word that a page shows: a label, a shape and a tone. Colour alone says nothing."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Status:
    """A word with its shape (an icon's name) and its tone (good, warn, bad, calm or none)."""

    label: str | Promise
    shape: str
    tone: str = ""


STATUSES: dict[str, Status] = {
    # outcomes of a clock
    "kept": Status(_("kept"), "check", "good"),
    "broken": Status(_("broken"), "cross", "bad"),
    "broken_closed": Status(_("broken: done late"), "cross", "bad"),
    "broken_open": Status(_("broken: not done yet"), "triangle", "bad"),
    "open": Status(_("open"), "circle", "calm"),
    "excused": Status(_("excused"), "dash"),
    "void": Status(_("void"), "dash"),
    # states of a clock and a case
    "running": Status(_("running"), "half", "calm"),
    "paused": Status(_("paused"), "pause"),
    "stopped": Status(_("stopped"), "dash"),
    "waiting": Status(_("waiting for the customer"), "pause"),
    "resolved": Status(_("resolved"), "check", "good"),
    "done": Status(_("done"), "check", "good"),
    "due_soon": Status(_("due soon"), "triangle", "warn"),
    "overdue": Status(_("overdue"), "triangle", "bad"),
    "emergency": Status(_("emergency"), "triangle", "bad"),
    # rulings
    "allow": Status(_("allowed"), "check", "good"),
    "ask": Status(_("ask first"), "up", "warn"),
    "refuse": Status(_("not allowed"), "cross", "bad"),
    "need_facts": Status(_("more facts needed"), "question", "calm"),
    "your_call": Status(_("your call"), "person", "calm"),
    "no_rule": Status(_("no rule"), "question"),
    # verdicts on a promise
    "not_kept": Status(_("not kept"), "cross", "bad"),
    "cannot_tell_yet": Status(_("cannot tell yet"), "question"),
    "so_far": Status(_("so far"), "half", "calm"),
    # the four signs, and problems in the text
    "in_hand": Status(_("in hand"), "check", "good"),
    "needs_you": Status(_("needs you"), "triangle", "warn"),
    "error": Status(_("error"), "cross", "bad"),
    "warning": Status(_("warning"), "triangle", "warn"),
    "info": Status(_("worth knowing"), "note", "calm"),
    "hint": Status(_("hint"), "note"),
    "right": Status(_("right"), "check", "good"),
    "not_right": Status(_("not quite"), "cross", "warn"),
}


def status_of(code: str) -> Status:
    """Return the status of a code; one that nobody named shows its own words with a dash."""
    plain = str(code).replace("-", "_")
    return STATUSES.get(plain) or Status(plain.replace("_", " "), "dash")

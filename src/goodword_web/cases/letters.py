"""Pure: the mails that a case sends, before anybody sends them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from zoneinfo import ZoneInfo

from goodword.clock.words import words_for
from goodword.policy.clause import Audience
from goodword.policy.hours import Hours
from goodword.policy.policy import ClauseText, Policy, Prose
from goodword.policy.situation import EmergencyWords

_TAG = re.compile(r"\[[A-Z]{1,3}-[2-9A-HJKLMNP-Z]{4,8}\]\s*")
_PREFIX = re.compile(r"^\s*(?:(?:re|aw|sv|vs|fwd?|wg|tr)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail: its headers for threading, and its words."""

    subject: str
    text: str
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    reply_to: str


def subject_with(reference: str, subject: str, *, answering: bool) -> str:
    """Return the subject with the reference once and one `Re:` where it answers."""
    bare = _TAG.sub("", _PREFIX.sub("", subject)).strip() or "Your message"
    return f"{'Re: ' if answering else ''}[{reference}] {bare}"


def message_id_for(key: str, from_address: str) -> str:
    """Return the Message-ID of a mail that is sent once for `key`."""
    domain = parseaddr(from_address)[1].rpartition("@")[2] or "localhost"
    safe = "".join(char if char.isascii() and char.isalnum() else "." for char in key)
    return f"<case.{safe}@{domain}>"


def plus_address(from_address: str, token: str) -> str:
    """Return our address with `token` after a plus, by which an answer finds its case."""
    local, _, domain = parseaddr(from_address)[1].rpartition("@")
    return f"{local}+{token}@{domain}"


def due_words(due: int, hours: Hours) -> str:
    """Return an instant (UTC seconds) as a customer reads it: Monday 7 September at 10:30 am."""
    local = datetime.fromtimestamp(due, ZoneInfo(hours.zone)).replace(second=0)
    return f"{local:%A} {local.day} {local:%B} at {words_for('en', hours).time(local)}"


def tracking_line(link: str) -> str:
    """Return the line with the link under which a customer can follow the case."""
    return f"Follow your case, with every date and the reason for it: {link}"


def reply_text(body: str, *, name: str, organisation: str, link: str) -> str:
    """Return a reply as the customer receives it."""
    return f"{body.strip()}\n\n{name}\n{organisation}\n\n{tracking_line(link)}\n"


def acknowledgement_text(
    *, reference: str, name: str, organisation: str, link: str, words: str
) -> str:
    """Return an acknowledgement by a person: their name and the reference stand in it."""
    opening = words.strip() or (
        "Thank you for telling us. We have your message, and I am looking after it."
    )
    return (
        f"{opening}\n\nYour reference is {reference}.\n\n{name}\n{organisation}\n\n"
        f"{tracking_line(link)}\n"
    )


def automatic_text(policy: Policy, *, reference: str, link: str, due: str) -> str:
    """Return the automatic acknowledgement; the emergency line stands first. It is no reply."""
    emergency = emergency_line(policy)
    parts = [
        emergency,
        f"This is an automatic note from {policy.organisation}: your message has arrived.",
        f"Your reference is {reference}.",
        due,
        tracking_line(link),
        "You can answer this mail to add something.",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def emergency_line(policy: Policy) -> str:
    """Return what to do in an emergency, as the policy says it; empty where it says nothing.

    Sentences that follow in the same paragraph belong to it: "Do not wait for us to answer."
    """
    for clause in policy.of_kind(EmergencyWords):
        if clause.instruction and not clause.words:
            return " ".join((clause.instruction, *_right_behind(clause, policy)))
    told = (clause.instruction for clause in policy.of_kind(EmergencyWords))
    return next((one for one in told if one), "")


def _right_behind(clause: EmergencyWords, policy: Policy) -> tuple[str, ...]:
    """Return the prose of the clause's own paragraph, in the section that everybody sees."""
    section = policy.section(clause.section)
    if section is None or section.audience is not Audience.PUBLIC:
        return ()
    for place, part in enumerate(section.parts[:-1]):
        own = isinstance(part, ClauseText) and clause.id in part.ids
        follows = section.parts[place + 1]
        if own and "\n\n" not in part.gap and isinstance(follows, Prose):
            return (" ".join(follows.text.split("\n\n")[0].split()),)
    return ()


def escalation_text(
    *, name: str, words: str, clause: str, link: str, is_late: bool, organisation: str
) -> str:
    """Return what a team member is told when the policy says that they must know of a case."""
    late = "\n\nThis should have reached you earlier: nobody was looking." if is_late else ""
    quoted = " ".join(clause.split())
    return (
        f"Hello {name},\n\n{words}\n\nOur policy says: \u201c{quoted}\u201d{late}\n\n"
        f"The case: {link}\n\n{organisation}\n"
    )


def thread_of(message_ids: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return In-Reply-To and References for an answer to these mails, oldest first."""
    known = tuple(one for one in message_ids if one)
    # RFC 5322 3.6.4 lets References grow; some servers refuse very long headers.
    return (known[-1] if known else "", known[-12:])

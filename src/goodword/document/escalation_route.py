"""The customer's own way to a second look: by one of our roles, or by a body outside."""

import re

from goodword.document.condition_text import Frame, frame
from goodword.document.escalation_event import event_slug, inside
from goodword.document.escalation_told import is_roleish, role_at
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.pack import ENGLISH, Pack
from goodword.language.role import named, role_slug
from goodword.language.service import subjects_in
from goodword.language.time_phrase import times_in
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.quantity import Duration


def route(plain: str, low: str, setting: Setting, pack: Pack = ENGLISH) -> Understood | None:
    """Return whom an unhappy customer can ask to look again; None where nobody is named.

    Nothing of it falls due for us. What leads to a court is theirs alone and stays prose.
    """
    return (
        _way_out(plain, low, pack)
        or _way_to_ours(plain, low, setting, pack)
        or _own_way(plain, low, setting, pack)
    )


def is_body(role: str, pack: Pack = ENGLISH) -> bool:
    """Whether a role is a body outside that looks at complaints, such as an ombudsman."""
    return pack.pattern("escalation.body").fullmatch(role.replace("_", " ")) is not None


def is_looked_for(plain: str, setting: Setting) -> bool:
    """Whether a sentence has a word by which anybody looks for who is told in it."""
    return (
        ENGLISH.pattern("escalation.about").search(normal(f"{setting.heading} {plain}")) is not None
    )


def _way_to_ours(  # noqa: PLR0911  (a list of cases)
    plain: str, low: str, setting: Setting, pack: Pack
) -> Understood | None:
    """Return which of our roles an unhappy customer can ask, or who looks again by itself."""
    if pack.pattern("escalation.unhappy").search(low) is None:
        return None
    taken = frame(plain)
    when = taken.before or taken.after
    if not when or not pack.pattern("escalation.unhappy").search(normal(when)):
        return None
    main = low[taken.start : taken.end].strip()
    found = pack.pattern("escalation.route").search(main)
    # "If it is not settled, escalate to the owner" tells the team what to do.
    if found is None or not pack.pattern("escalation.customer").search(f"{when} {main}".lower()):
        return None
    if found["role"] and _is_staffs(normal(when), main, pack):
        return None
    group = "role" if found["role"] else "role_first"
    if pack.pattern("escalation.outside").search(found[group]):
        return None
    # "Ask for a refund" asks for nobody.
    sure = not main.startswith("for ", found.start(group) - 4)
    who = role_at(main, *found.span(group), setting, sure=sure, pack=pack)
    to = None if who is None else _declared(who[0], setting)
    if not to:
        return None
    strength = Strength.MAY if group == "role" else Strength.MUST
    after = _after(low, taken, pack) if strength is Strength.MAY else None
    return _opened(to, low, when, after, strength, pack)


def _own_way(  # noqa: PLR0911  (a list of cases)
    plain: str, low: str, setting: Setting, pack: Pack
) -> Understood | None:
    """Return to whom an unhappy customer can go, whatever the customer is called: "he/she may …".

    The condition may stand anywhere before or behind it. What leads to a court stays prose.
    """
    if not pack.has("escalation.own_way") or (
        pack.pattern("escalation.unhappy_too").search(low) is None
    ):
        return None
    found = pack.pattern("escalation.own_way").search(low)
    if found is None:
        return None
    start, end = found.span("role")
    if pack.pattern("escalation.theirs_alone").search(low, start, end):
        return None
    body = pack.pattern("escalation.body_here").match(low, start, end)
    to = role_slug(low[start : body.end()], pack) if body is not None else None
    if to is None:
        who = role_at(low, start, end, setting, sure=False, pack=pack)
        to = None if who is None else _declared(who[0], setting)
        if to is not None and to not in setting.roles and not is_roleish(named(to), pack):
            return None
    if found["who_is"]:
        return _of_who(found, to, plain, low, pack)
    when = inside(f" {low[: found.start()]}", 0, found.start() + 1, pack)
    if when is not None:
        span = (when[0] - 1, when[1] - 1)
    else:
        behind = inside(low, end, len(low), pack) or inside(low, start, end, pack)
        if behind is None:
            return None
        span = behind
    words = plain[slice(*span)].strip(" ,")
    if not to or not pack.pattern("escalation.unhappy_too").search(low, *span):
        return None
    taken = frame(plain)
    return _opened(to, low, words, _after(low, taken, pack), Strength.MAY, pack)


def _of_who(
    found: re.Match[str], to: str | None, plain: str, low: str, pack: Pack
) -> Understood | None:
    """Return the way of whoever is so: "a patient who is not satisfied may …"."""
    span = found.span("who_is")
    if not to or not pack.pattern("escalation.unhappy_too").search(low, *span):
        return None
    who = plain[slice(*found.span("noun"))]
    who = "people" if who.lower() == "those" else f"{who[:1].lower()}{who[1:]}"
    return _opened(to, low, f"{who} {plain[slice(*span)]}", None, Strength.MAY, pack)


def _is_staffs(when: str, main: str, pack: Pack) -> bool:
    """Whether it is the team that goes: "If you cannot resolve it, contact the supervisor"."""
    if not pack.has("escalation.theirs_troubled"):
        return False
    own = pack.pattern("escalation.theirs_troubled").search(when)
    theirs = pack.pattern("escalation.theirs_displeased").search(when)
    if own is not None and theirs is None:
        return True
    spoken_of = pack.pattern("escalation.theirs_customer").match(when)
    return spoken_of is not None and pack.pattern("escalation.theirs_may").match(main) is None


def _declared(role: str, setting: Setting) -> str | None:
    """Return the role of the policy that is meant: "the owner" is the only owner that it has."""
    if not setting.roles or role in setting.roles:
        return role
    ends = [one for one in setting.roles if one.endswith(f"_{role}")]
    return ends[0] if len(ends) == 1 else None


def _way_out(plain: str, low: str, pack: Pack) -> Understood | None:
    """Return the body outside to which a case may be taken: after a time, or by who is unhappy."""
    if not pack.has("escalation.way_out"):
        return None
    found = pack.pattern("escalation.way_out").search(low)
    if found is None or (to := role_slug(low[slice(*found.span("role"))], pack)) is None:
        return None
    taken = frame(plain)
    when = taken.before or taken.after
    unhappy = bool(when) and pack.pattern("escalation.unhappy_too").search(normal(when)) is not None
    after = _after(low, taken, pack, unhappy=unhappy)
    if after is None and not unhappy:
        return None
    return _opened(to, low, when, after, Strength.MAY, pack)


def _after(low: str, taken: Frame, pack: Pack, *, unhappy: bool = True) -> Duration | None:
    """Return how long a case has to be open: "after 8 weeks", or within a customer's condition."""
    for one in times_in(low, pack):
        gone = ENGLISH.pattern("times.passed").match(low, one.end) is not None
        inside = unhappy and _within(one.start, taken.hidden) and not _MAIN.search(low[: one.start])
        waits = one.role == "after" or gone or inside
        if waits and not one.vague and isinstance(one.limit, Duration):
            return one.limit
    return None


def _opened(
    to: str, low: str, when: str, after: Duration | None, strength: Strength, pack: Pack
) -> Understood:
    """Return the way to somebody: open after a time, or when something happens."""
    if after is None:
        slug = event_slug(when, pack)
        return Understood((Escalation(to=to, event=slug, event_words=when, strength=strength),))
    subject = next((kind.name for kind in subjects_in(low, pack)), None)
    return Understood(
        (
            Escalation(
                to=to,
                after=after,
                trigger=Trigger.NOT_RESOLVED,
                subject=subject,
                strength=strength,
            ),
        )
    )


def unhappy_after(low: str, taken: Frame) -> Duration | None:
    """Return how long an unhappy customer's case has to be open before a way opens."""
    return _after(low, taken, ENGLISH)


# "If a student is unhappy they may appeal … within 10 days": how long they have for it.
_MAIN = re.compile(
    r"(?<!,)(?<!if)(?<!when)(?<!where) (?:you|they|he|she|he or she|he/she) "
    r"(?:may|can|could|might|should|must|have the right) (?:then |also |still )?(?!not\b)"
)


def _within(place: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= place < end for start, end in spans)

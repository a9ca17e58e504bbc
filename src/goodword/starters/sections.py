"""The sections of a composed policy, each written from the draft."""

from collections.abc import Callable

from goodword.document.echo_amounts import duration
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.starters.draft import Draft
from goodword.starters.situations import moment_text

TEAM_ONLY = "This section is for our team only."
_WORKING = Counting.WORKING
# How far into the time for a complaint somebody is told that it is still open.
_EARLY = 7


def beginning(it: Draft) -> str:
    """Return the title, what we are for, and who says so."""
    lines = [
        f"# {it.name}: how we look after people",
        "",
        it.mission,
        it.excellence,
        "",
        f"We are {it.name}, and we call the people we serve {it.sector.serves}.",
        *([it.start] if it.start else []),
        "The owner looks after this policy.",
    ]
    return "\n".join(lines)


def who_we_are(it: Draft) -> str:
    """Return who does the work, who stands in for whom, and how all behave."""
    lines = ["## Who we are", ""]
    if it.is_alone:
        lines += ["Our team has one role: the owner."]
        lines += [f"A second opinion comes from {it.adviser}."]
    elif it.lead == it.owner:
        lines += [
            f"Our team has two roles: the owner and {it.sector.front}.",
            f"When the owner is away, the {it.sector.front} take over.",
        ]
    else:
        lines += [
            f"Our team has three roles: the owner, {it.lead} and {it.sector.front}.",
            f"When {it.lead} is away, the owner takes over.",
            f"When the owner is away, {it.lead} takes over.",
        ]
    lines += [
        "",
        f"What people want most of us: {it.needs}.",
        "",
        "- We greet people, and we give our first name.",
        "- We listen to the end before we answer.",
        "- We say what we will do, and when.",
        "- We see a matter through until it is settled.",
    ]
    return "\n".join(lines)


def when_open(it: Draft) -> str:
    """Return the hours and the calendar that they go by."""
    lines = ["## When we are open", "", it.hours, "We are closed on public holidays."]
    lines += [f"Public holidays are those of {it.place_words}."]
    lines += [f"All times are {it.time} time."] if it.time else []
    return "\n".join(lines)


def how_to_reach(it: Draft) -> str:
    """Return the ways to reach us, help with them, and what to do in an emergency."""
    lines = ["## How to reach us", "", *(f"- {line}" for line in it.channels), ""]
    lines += [
        f"We take calls through {it.relay} like any other call.",
        "You can bring somebody with you.",
        "You can ask for an interpreter, for large print or for easy words; it costs nothing.",
        "",
        f"In an emergency, call {it.emergency}.",
        'Words such as "cannot breathe", "fire" or "want to end my life" mean an emergency.',
    ]
    return "\n".join(lines)


def promises(it: Draft) -> str:
    """Return what we promise about time."""
    lines = ["## What we promise", ""]
    kinds = {line.partition(":")[0].lower() for line in it.channels}
    said = False
    for kind, things in _WRITTEN.items():
        if any(kind in one for one in kinds):
            lines.append(f"We reply to 90% of {things} within {it.reply}.")
            said = True
    if any("phone" in one or "call" in one for one in kinds):
        lines.append(f"We return every missed call within {it.reply}.")
        said = True
    if not said:
        lines.append(f"We reply to 90% of messages within {it.reply}.")
    lines += [
        "First reply means a reply by a person, not an automatic one.",
        "The clock stops while we wait for you.",
        "If we miss a promise, please tell us; we find out why and put it right.",
    ]
    return "\n".join(lines)


_WRITTEN = {
    "email": "emails",
    "text": "text messages",
    "form": "web forms",
    "chat": "chats",
    "social": "social media messages",
    "letter": "letters",
}


def complaints(it: Draft) -> str:
    """Return what happens with a complaint, for everybody to read."""
    early = _acknowledge(it.resolve)
    serves = it.sector.serves.removesuffix("s")
    lines = [
        "## If you are unhappy",
        "",
        f"By a complaint we mean any sign that a {serves} is unhappy with us and wants an answer.",
        "No special words are needed.",
        "You can complain in person, by phone or in writing, to any of us.",
        "Somebody may speak for you, and we help you to put it into words.",
        "It costs nothing, and nobody is treated worse for it.",
        "",
        f"We acknowledge every complaint within {early}.",
        "You get a reference, a name, what happens next and by when.",
        "We look first at whether anybody is in danger, how serious it is and what cannot wait.",
    ]
    every = _update(it.resolve)
    if every:
        lines.append(f"We update you every {every} until your complaint is resolved.")
    lines += [
        f"We resolve every complaint within {it.resolve_words}.",
        "Our answer takes up each point, says what we found and why, and what we will do.",
        "If we need longer, we tell you why and name a new date.",
    ]
    if it.is_alone:
        lines.append("If we cannot agree, we get a second opinion.")
    else:
        lines += [
            "Whoever looks into it is not the person you are unhappy with.",
            "If you are unhappy with our answer, you can ask the owner for a second look.",
        ]
    lines.append("You can also go to the ombudsman for our trade.")
    return "\n".join(lines)


def _acknowledge(resolve: Duration) -> str:
    """Return a time for the first sign of life that is shorter than that for the answer."""
    if resolve.is_exact:
        return duration(Duration(max(1, resolve.amount // 2), resolve.unit, resolve.counting))
    if resolve.amount == 1 and resolve.unit is Unit.DAY:
        return "4 working hours"
    return "1 working day"


def _update(resolve: Duration) -> str | None:
    if resolve.is_exact or (resolve.unit is Unit.DAY and resolve.amount <= _EARLY):
        return None
    return "3 working days" if resolve.unit is Unit.DAY else "5 working days"


def privacy(it: Draft) -> str:
    """Return what becomes of what people tell us."""
    lines = ["## What you tell us", "", "We ask only for what we need, and we never sell it."]
    lines += [
        "You can ask to see what we hold about you, and to have it mended or deleted.",
        "We keep complaint records for 6 years.",
    ]
    if it.is_alone:
        lines.append("Nobody but the owner reads it.")
    return "\n".join(lines)


def going_up(it: Draft) -> str | None:
    """Return who is told when it takes long or is grave; nobody, where one works alone."""
    if it.is_alone:
        return None
    serves = it.sector.serves.removesuffix("s")
    lines = ["## When a matter goes up", "", TEAM_ONLY]
    early = _before_late(it.resolve)
    if early is not None:
        lines.append(f"If a complaint is not resolved within {early}, we tell {it.lead}.")
    lines += [
        f"When a {serves} mentions a lawyer, the owner is told at once.",
        f"When a {serves} is hurt, the owner is told at once.",
    ]
    return "\n".join(lines)


def _before_late(resolve: Duration) -> str | None:
    if resolve.amount == 1:
        return None
    amount = max(1, resolve.amount * _EARLY // 10)
    return duration(Duration(amount, resolve.unit, resolve.counting)).replace("calendar ", "")


def moments_met(it: Draft) -> str | None:
    """Return the moments that were chosen, each with its steps."""
    texts = [moment_text(it.sector.name, name, it.house) for name in it.situations]
    return "\n".join(texts).rstrip() if texts else None


def behaviour(it: Draft) -> str:
    """Return what to do when somebody shouts, insults or threatens."""
    after = (
        "Ring somebody you trust, and stop for today if you need to."
        if it.is_alone
        else f"Tell {it.lead} at once."
    )
    who = "The owner decides" if it.is_alone else "Only the owner decides"
    lines = [
        "## When behaviour becomes hard to bear",
        "",
        TEAM_ONLY,
        'People may say "he is shouting at me", "she calls me names", or "I feel unsafe".',
        "Anger is allowed; insults, threats and violence are not.",
        "Think first of illness, fear, deafness or a language in between.",
        "",
        "1. Stay calm, and listen to the end.",
        '2. Say "I want to help you. I can, when we both speak quietly."',
        "3. If it goes on, warn once that you will stop.",
        "4. If it still goes on, end the call or the visit.",
        f"5. If anybody is in danger, leave and call {it.emergency}.",
        f"6. {after}",
        "7. Record it as an incident.",
        "",
        f"{who} whether somebody may come back.",
        "They hear why, for how long, and how to ask for another look.",
        "Nobody is kept from help in an emergency, or from making a complaint.",
        "After an incident we look after the person it happened to, and offer them support.",
        "Nobody closes up alone without a call to somebody who waits for it.",
    ]
    return "\n".join(lines)


def giving(it: Draft) -> str:
    """Return who may give what, with no gap above it."""
    lines = ["## What you may put right yourself", "", TEAM_ONLY]
    if it.is_alone:
        if it.amount:
            lines.append(f"The owner may refund up to {it.sum} per case.")
        lines.append("A bigger sum waits until the next morning.")
    elif it.amount:
        lines.append(f"Anyone may refund up to {it.sum} per case.")
        lines.append(f"Refunds over {it.sum} need {it.lead}'s approval.")
    else:
        lines.append(f"Only {it.lead} may refund.")
    lines += [
        "Before refunding, check the payment.",
        "No one may promise what we cannot keep.",
        "Never accept cash for a favour.",
        "We wear what suits the work; faith, health and comfort find a way.",
        "",
        "Use your judgment to put a small thing right on the spot, as long as it is safe and kind.",
    ]
    return "\n".join(lines)


def words_we_use(it: Draft) -> str:
    """Return how we speak and write."""
    lines = ["## Words we use", "", TEAM_ONLY]
    lines += [
        "A good apology names what went wrong, says sorry for it, and says what happens now.",
        'Say "I\'m sorry this happened. Here is what I will do now."',
        'Do not say "We regret any inconvenience"; say "I\'m sorry that you had to wait".',
        'Do not say "That is not my job"; say "Let me find out for you".',
    ]
    if it.size > 1:
        lines.append("We speak well of each other, too.")
    return "\n".join(lines)


def learning(it: Draft) -> str:
    """Return how the policy stays alive."""
    serves = it.sector.serves.removesuffix("s")
    lines = ["## How we stay good", "", TEAM_ONLY]
    lines += [
        f"We send a survey 1 day after every case, at most once every 90 days per {serves}.",
        "We never send a survey during a complaint.",
    ]
    if not it.is_alone:
        lines.append(
            "Every new team member completes the policy lessons within 10 working days of starting."
        )
    lines += [
        "Everyone practises the policy every 3 months.",
        "Numbers are here to find what to mend; they are never used to punish or rank anybody.",
        "After every serious complaint we write down the cause and what we changed.",
        "Thanks are read aloud, and shared with those who earned them.",
        "We review this policy every 6 months and after any serious incident.",
    ]
    return "\n".join(lines)


SECTIONS: tuple[Callable[[Draft], str | None], ...] = (
    beginning,
    who_we_are,
    when_open,
    how_to_reach,
    promises,
    complaints,
    privacy,
    going_up,
    moments_met,
    behaviour,
    giving,
    words_we_use,
    learning,
)

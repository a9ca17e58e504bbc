"""What comes first, in other words than a form's: "we give one warning before a fee is charged"."""

import re

from goodword.document.authority_action import action_of
from goodword.document.authority_role import is_roleish, role_in
from goodword.document.setting import Understood
from goodword.language.cued import Cued
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.language.role import ANYONE
from goodword.language.time_phrase import times_in
from goodword.policy.authority import Precondition

_CUE = Cued("before|prior to|only", "before|prior to|only")
_OURS = {"we", "staff", "the team", "our staff", "our team", "all staff", "agents"}
# "Must … and shall": what may be done is not due.
_MAY = re.compile(r"\b(?:may|might|could|can|please|wish|want|like|need not)\b")
_NEED = re.compile(r"^needs? ")
_NUMBER = re.compile(r"^\(?[a-zA-Z0-9]{1,3}[.)] ")
_PAST = re.compile(r"(?:had|was|were|(?!need|feed|proceed|exceed)\w+ed)\b")
_CUSTOMER = ENGLISH.compiled(r"(?:the |an? |any |every )?<<roles.served>>")
_SAID_OF = Cued(
    r"^(?P<subject>.+?) (?:must|should|shall|will|is to|are to) (?:first |always |both |then )*be "
    r"(?P<done>\w+)(?P<rest>.*)$",
    "be ",
    " are to | is to | must | shall | should | will ",
)
_ARTICLE = re.compile(r"^(?:any|an?|the|every|each|all|your|our|such|this|that|further) ")


def precondition_said(text: str) -> Understood | None:
    """Return what is done before something else, for a sentence that no form fits; else None."""
    plain = _NUMBER.sub("", even(text).strip()).rstrip(".")
    low = normal(plain)
    if _CUE.search(low) is None or len(low) != len(plain) or times_in(low) or "|" in low:
        return None
    for entry, rule_of in _FORMS.items():
        found = ENGLISH.pattern(f"precondition.{entry}").match(low)
        if found is not None and (rule := rule_of(found, plain)) is not None:
            return Understood((rule,))
    return None


def _done_first(found: re.Match[str], plain: str) -> Precondition | None:
    """Return the rule of "before deciding, ask the customer", whichever half comes first."""
    action = _deed(found["what"])
    start, end = found.span("first")
    first = plain[start:end].strip(" ,")
    if action is None or _MAY.search(normal(first)) is not None:
        return None
    done = _step(first)
    return None if done is None else Precondition(action=action, do=done[1], role=done[0])


def _only_then(found: re.Match[str], plain: str) -> Precondition | None:
    """Return the rule of "only go ahead once approval has been given"."""
    who = found.groupdict().get("who")
    role = ANYONE if who is None else _who(who)
    return (
        None
        if role is None
        else _so(action_of(_ARTICLE.sub("", found["deed"])), role, found, plain)
    )


def _only_done(found: re.Match[str], plain: str) -> Precondition | None:
    """Return the rule of "a debt should only be written off if it cannot be recovered"."""
    base = ENGLISH.words("precondition.base").get(found["done"])
    if base is None:
        return None
    thing = _ARTICLE.sub("", found["thing"])
    return _so(action_of(f"{base} {thing}{found['rest']}"), ANYONE, found, plain)


def _so(action: str, role: str, found: re.Match[str], plain: str) -> Precondition:
    so = plain[slice(*found.span("so"))].strip()
    return Precondition(action=action, do=f"make sure that {so}", role=role)


def _deed(what: str) -> str | None:
    """Return the action that something comes before: "any fee is charged" is `charge_fee`."""
    passive = ENGLISH.pattern("precondition.passive").match(what)
    bases = ENGLISH.words("precondition.base")
    if passive is not None:
        base = bases.get(passive["done"])
        thing = _ARTICLE.sub("", passive["thing"])
        return None if base is None else action_of(f"{base} {thing}{passive['rest']}")
    if (starts := ENGLISH.pattern("precondition.starts").match(what)) is not None:
        return action_of(f"start {starts['thing']}")
    if (goes := ENGLISH.pattern("precondition.goes").match(what)) is not None:
        return action_of(f"pass {goes['thing']} to {_ARTICLE.sub('', goes['whom'])}")
    if (ours := ENGLISH.pattern("precondition.ours").match(what)) is not None:
        return action_of(ours["deed"])
    doing = ENGLISH.pattern("precondition.doing").match(what)
    if doing is None:
        return None
    base = bases.get(doing["doing"])
    return None if base is None else action_of(f"{base}{doing['rest']}")


def _step(first: str) -> tuple[str, str] | None:
    """Return who does it, and what: "the clerk must ask" is ("clerk", "ask")."""
    low = normal(first)
    if ENGLISH.pattern("precondition.order").match(low) is not None:
        return ANYONE, f"{first[:1].lower()}{first[1:]}"
    if (said := _SAID_OF.match(low)) is not None:
        theirs = said["subject"] == "you" or _CUSTOMER.fullmatch(said["subject"]) is not None
        subject = "the customer" if theirs else said["subject"]
        be = "are" if re.search(r"(?<!s)s$", subject) else "is"
        return ANYONE, f"see that {subject} {be} {said['done']}{first[said.start('rest') :]}"
    found = ENGLISH.pattern("precondition.does").match(low)
    if found is None or (found["duty"] is None and _PAST.match(found["does"])):
        return None
    does = _NEED.sub("have ", first[slice(*found.span("does"))])
    if found["duty"] in {"must", "has to", "have to"} and _CUSTOMER.fullmatch(found["who"]):
        return ANYONE, f"have the customer {does}"
    role = _who(found["who"])
    one = found["duty"] is None and role != ANYONE and not found["who"].endswith("s")
    return None if role is None else (role, _plain_verb(does) if one else does)


def _who(words: str) -> str | None:
    who = words.strip()
    if who in _OURS:
        return ANYONE
    return role_in(who) if is_roleish(who, ()) else None


def _plain_verb(does: str) -> str:
    """Return "seeks approval" as an order: "seek approval"."""
    verb, _, rest = does.partition(" ")
    return f"{re.sub(r'(?<=ss|sh|ch)es$|(?<!s)s$', '', verb)} {rest}"


_FORMS = {
    "before": _done_first,
    "first": _done_first,
    "only": _only_then,
    "only_last": _only_then,
    "only_done": _only_done,
}

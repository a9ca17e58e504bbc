"""How often and how much in all: caps inside a permission, and rules that only cap."""

# ruff: noqa: C901, PLR0912  (a reader is one list of cases)

import re

from goodword.document.authority_action import heading_action, noun_action, thing_action
from goodword.document.authority_bound import Bound, Side, per_of, window_days
from goodword.document.authority_role import is_roleish, role_in
from goodword.document.authority_sentence import AuthoritySentence
from goodword.document.setting import Understood
from goodword.language.money import money_in
from goodword.language.normal import normal
from goodword.language.number import value_of
from goodword.language.pack import Pack
from goodword.language.word import whole_slug
from goodword.policy.authority import Cap, CapRule, Per

# A thing, and nothing that somebody does or that is promised.
_CAPPED = re.compile(
    r"\b(?:exceed|limited|capped|maximum|max|limit|ceiling|go over|go above|more than)\b"
)
_THING = re.compile(
    r"^(?!(?:our|your|their|late|delivery|shipping|postage|parking|membership|auto)\b)"
    r"(?!.*\b(?:may|can|could|should|must|will|would|is|are|was|has|have|had|we|you|they|it|pay|pays|"
    r"to|if|do|does|not|no|who|which|that|costs?|charges?|fees?|fines?|penalt(?:y|ies)|rents?|"
    r"prices?|for)\b)[\w' -]+$"
)


def caps_in(what: str, currency: str, pack: Pack) -> tuple[tuple[Cap, ...], int]:
    """Return the caps by number in what somebody may do, and where the first begins."""
    caps: list[Cap] = []
    left = len(what)
    for found in pack.pattern("authority.cap_said").finditer(what):
        if not found["times"] and not found["money"]:
            continue
        if not found["who"] and not found["window"]:
            continue
        count = _times(found["times"], pack) if found["times"] else None
        text = found["both"] or found["money"]
        inside = money_in(text, currency, pack) if text else ()
        who = found["who"] or _per_behind(what[found.end() :].lstrip(), pack)
        days = window_days(found["window"], pack) if found["window"] else None
        money = inside[0].money if inside else None
        caps.append(Cap(per_of(who, pack) or Per.CUSTOMER, days, count, money))
        left = min(left, found.start())
    return tuple(caps), left


def _per_behind(words: str, pack: Pack) -> str:
    found = pack.compiled(r"<<authority.per>>(?P<what><<authority.per_word>>)").match(words)
    return found["what"] if found else ""


def _times(words: str, pack: Pack) -> int:
    known = pack.words("numbers.times")
    if words in known:
        return int(known[words])
    return int(value_of(words.rpartition(" ")[0] or words, pack))


def cap_of(bound: Bound) -> Cap:
    """Return a bound on money as a cap: "a month in total" speaks of one person's month."""
    per = bound.per
    if per in {None, Per.DAY, Per.MONTH}:
        days = bound.window or {Per.DAY: 1, Per.MONTH: 30}.get(per or Per.CASE)
        return Cap(Per.PERSON, days, None, bound.high)
    return Cap(per or Per.CASE, bound.window, None, bound.high)


# "Together no more than $100" bounds what the heading names.
_WHOLE = frozenset({"together", "altogether", "in total", "in all"})


# "Hand out at most $4 in quarters": how much, and nothing of who may.
_HANDED_OUT = re.compile(
    r"^(?:please |never )?(?:hand|give|pay) out ¤+(?: (?:in|of) (?P<what>[a-z][a-z -]+))?$"
)


def cap_rule(it: AuthoritySentence) -> Understood | None:
    """Return what the sentence bounds without permitting anything."""
    pack = it.pack
    for pattern in pack.each("authority.caps_by_count", it.main):
        found = pack.compiled(pattern).match(it.main)
        if found is None:
            continue
        named = found.groupdict()
        what, who = named.get("what") or "", named.get("who") or named.get("who2") or ""
        if things := named.get("things"):
            named_thing = noun_action(things, pack)
            what = things if named_thing else f"{what} {things}"
        by = named.get("role")
        if by is not None and not is_roleish(by, it.setting.roles):
            continue
        action = thing_action(what, pack) or _of_heading(it)
        if action is None and not named.get("anything"):
            continue
        per = per_of(who, pack) or Per.CUSTOMER
        window = named.get("window") or named.get("window2")
        cap = Cap(per, window_days(window, pack) if window else None, _count(named, pack))
        return _capped(it, action, (cap,), (role_in(by) if by else None) or "anyone")
    if (handed := _HANDED_OUT.match(it.main_shape)) is not None:
        inside = it.bounds_between(it.start, it.end)
        if len(inside) == 1 and inside[0].side in {Side.UP_TO, Side.BELOW} and inside[0].high:
            action = whole_slug(f"hand out {handed['what'] or ''}", limit=60)
            # "In quarters" says in which coins.
            days = None if "in quarters" in it.low else inside[0].window
            return _capped(
                it, action, (Cap(inside[0].per or Per.CASE, days, None, inside[0].high),)
            )
    for pattern in pack.each("authority.caps_by_money", it.main_shape):
        found = pack.compiled(pattern).match(it.main_shape)
        if found is None:
            continue
        inside = it.bounds_between(it.start, it.end)
        if len(inside) != 1 or inside[0].side not in {Side.UP_TO, Side.EXACT, Side.BELOW}:
            continue
        if inside[0].high is None:
            continue
        role = found.groupdict().get("role")
        thing = it.words(it.start + found.start("thing"), it.start + found.end("thing"))
        if is_roleish(thing, it.setting.roles) or not _THING.match(thing):
            continue
        if noun_action(thing, it.pack) is None and not _CAPPED.search(it.main):
            continue
        said = None if thing in _WHOLE else thing_action(thing, pack)
        action = said or _of_heading(it)
        if action is None or (role is not None and not is_roleish(role, it.setting.roles)):
            continue
        bound = inside[0]
        cap = (
            cap_of(bound)
            if bound.per or bound.window or bound.total
            else Cap(Per.CASE, None, None, bound.high)
        )
        slug = role_in(role) if role else None
        return _capped(it, action, (cap,), slug or "anyone")
    return None


def _of_heading(it: AuthoritySentence) -> str | None:
    return heading_action(normal(it.setting.heading), it.pack)


def _count(named: dict[str, str | None], pack: Pack) -> int:
    times = named.get("times")
    return _times(times, pack) if times else int(value_of(named.get("count") or "one", pack))


def _capped(
    it: AuthoritySentence, action: str | None, caps: tuple[Cap, ...], role: str = "anyone"
) -> Understood:
    rule = CapRule(
        action=action, caps=caps, role=role, condition=it.condition, exception=it.exception
    )
    return Understood((rule,))

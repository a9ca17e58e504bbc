"""What is done, as a slug: verbs and nouns of giving, and goods that are given."""

# ruff: noqa: E501, PLR0911  (a pattern reads best unbroken; a reader is one list of cases)

import re
from functools import cache

from goodword.language.cued import Cued, Pattern, sifted
from goodword.language.en.echo_phrases import ACTIONS
from goodword.language.pack import ENGLISH, Pack
from goodword.language.service import noun_slug
from goodword.language.sieve import Sieve
from goodword.language.word import slug, whole_slug
from goodword.policy.authority import joined_actions

_WITH_THING = frozenset({"give_goods", "approve", "cancel", "replace", "exchange", "extend"})
# "handle refunds", "discretion over refunds": the verb says no more than its noun.
_LOOSELY = Cued(
    r"^(?:handle|deal with|decide(?: on)?|allow|process|grant|issue|give|make|award|offer|sign off(?: on)?|"
    r"agree(?: to)?|authori[sz]e|approve|clear|settle|action|over|on|about|for) (?P<thing>[a-z][a-z ,/-]*?)(?: themselves)?$",
    "about |agree |allow |approve |authorise |authorize |award |clear |deal with |"
    "decide |for |give |grant |handle |issue |make |offer |on |over |process |settle |"
    "sign off ",
)
# What adds nothing to an action: "refunds of any amount", "refund anybody".
_EVERY_ONE = re.compile(
    r"^(?: (?:(?:charged|levied|billed|imposed|made) (?:to|on|against) (?:any |an? |the |our )?(?:[\w'-]+ )?(?:customers?|clients?|guests?|members?|patients?|tenants?|residents?|accounts?)|of any (?:amount|size|kind|sort)|at all|whatever (?:i|they|he|she|we) (?:think|see|consider|feel)s? (?:is |as )?(?:fair|fit|right|best)|to (?:anyone|anybody|customers|clients|any \w+|an? (?:\w+ )?(?:customer|client|guest|member|account))|"
    r"anything|(?:a |any |the |an? )?(?:customers?|clients?|patients?|guests?|members?|passengers?|residents?|tenants?|anyone|anybody|money|payments?|more|amounts?|"
    r"(?:customer|client|guest|member) accounts?|accounts?|them|him|her|purchases?|orders?|bookings?|prices?|tickets?|stays?|visits?|items?|products?|sessions?|"
    r"appointments?|sales?|transactions?|complainants?|callers?|users?|visitors?|people|somebody|someone|invoices?|bills?|in full|directly|immediately|on the spot)))+\b"
)
_PLAIN = re.compile(
    r"^(?:all |any |the |a |an |each |every |for |customer |individual |single |one-off |full |partial |discretionary |total |such |other |requests? for (?:an? )?|"
    r"applications? for (?:an? )?|claims? for (?:an? )?|payments? of (?=compensation|refunds?)|proposed |(?:granting|giving|issuing|making|award(?:ing)?|approval|provision) of (?:an? |any )?|ex[- ]gratia (?=refund|credit)|(?:giving|making|issuing|offering|approving|granting|processing|paying) (?:an? |any )?(?=\w))+"
)
# "Bans of more than 30 days": how long they last narrows them.
_LASTING = re.compile(
    r" (?:of|for|lasting) (?:(?:more|longer|less) than|over|up to|under) [\w -]*?(?:hours?|days?|weeks?|months?|years?)$"
)
# Whom or what for: nothing of it changes what is done.
_AFTER_NOUN = re.compile(
    r" (?:of|by|made|to|for|from|given|issued|offered|that|which|requested|paid|claimed|due|owed|charged|levied|incurred|sought|asked for|on|in|at|within|after|before|during|outside|via|through|(?:more|less|later) than)\b.*$"
)
# "give loyal customers a discount": to whom it is given.
_INDIRECT = Cued(
    r"^(give|offer|hand|send|issue|allow|grant|provide|award) (?:an? |the |any |our |each |every |all |one )?(?:\w+ )?"
    r"(?:customers?|clients?|guests?|patients?|members?|passengers?|residents?|tenants?|diners?|pupils?|families|users?|visitors?|callers?|shoppers?|people)"
    r" (?=an?\b|the\b|up\b|free\b|one\b|some\b|\d|[$£€])",
    "allow |award |give |grant |hand |issue |offer |provide |send ",
)
# "approve and pay refunds": of verbs that say no more than their noun, one is enough.
_EMPTY = (
    r"(?:approve|authori[sz]e|agree|grant|issue|process|make|pay|give|award|offer|allow|handle)"
)
_EMPTY_CHAIN = Cued(
    rf"^(?:{_EMPTY}(?:,| and| or|,? and/or) )+(?P<verb>{_EMPTY}) (?=\w)", ",| and | and/or | or "
)
# What parts several things that may be given: "refunds, credits or replacements".
_JOINT = re.compile(r",? (?:and/or|and|or) |, | ?/ ?")
_BASES = {
    "waiving": "waive", "giving": "give", "offering": "offer", "issuing": "issue", "extending": "extend",
    "paying": "pay", "selling": "sell", "changing": "change", "closing": "close", "signing": "sign",
    "ordering": "order", "booking": "book", "buying": "buy", "lending": "lend", "reversing": "reverse",
    "releasing": "release", "granting": "grant", "sending": "send", "upgrading": "upgrade",
}  # fmt: skip
_DOING = re.compile(rf"^(?P<verb>{'|'.join(_BASES)}) (?:an? |any |the |all )?(?P<rest>\w.*)$")
_SCOPE = re.compile(
    r"^ (?:made |given |requested |issued |paid |claimed |sought |charged )?(?P<scope>(?:to|for|in|on|at|by|via|through|within|after|before|during|outside|(?:more|less|later) than) (?!(?:an? |any |the |all |our |your |each )?(?:\w+ )?(?:customers?|clients?|guests?|members?|patients?|passengers?|people|account|person|anyone)\b).+)$"
)
ANYTHING = "any"
# "a ticket bought in error": what was paid for narrows no action.
_PAID_FOR = re.compile(r"(?:bought|paid|charged|purchased|booked|placed|ordered|taken)\b")
_ANY_SUM = re.compile(r"(?:anything|everything|(?:any |all )?(?:amounts?|sums?))")
# Words behind a verb that narrow what is done; more than these say when.
_NARROWING = 5
# What is given, or handed out of somebody's own power: such a "may" is authority without an amount.
GIVING = re.compile(
    r"^(?:refund|give|offer|approve|authori[sz]e|waive|spend|credit|issue|grant|compensate|discount|accept|write off|reverse|"
    r"award|pay|make|replace|exchange|provide|agree|sign off|process|extend|cancel|send(?! [\w' ]+ (?:away|home|off|out)\b)|apply|reduce|upgrade|reimburse|settle|swap|commit|comp|adjust|deduct|remove|knock|take (?:[\w ]+ off\b|off|up to|¤|\d|[$£€])|hand|rebook|price match|match|bring in|throw in|void|forgive|excuse|treat|reinstate|let|remake|redo|reissue|resend|redeliver|reprint|reschedule|repeat|override|excuse|void|incur|price[- ]match|keep|do whatever|let (?:an? |any |the )?(?:customers?|guests?|patrons?|visitors?|members?|tenants?|clients?)|(?:take|receive) (?:[\w-]+ ){0,3}?(?:gifts?|refreshments?|hospitality|tips?|presents?|snacks?))\b"
)

# What is a permission only of somebody who is known to work here; what more of it "may" says is in
# the language pack.
GIVING_BY_ROLE = re.compile(
    r"^(?:order|book|arrange|decide|bar|withdraw|revoke|lift|ban|exclude|expel|suspend|evict|lend|renew|allow|permit|block|restrict|refuse|decline|"
    r"stop (?:serving|helping)|remove|call (?:the police|security|an ambulance))\b"
)


# What leads on from a deed to its amount: "refund up to", "a voucher worth".
_LEADS_ON = re.compile(r" (?:of|worth|to|up|for|by|with|in|at|costing|valued)$")


def bare_deed(words: str) -> str:
    """Return what is done before an amount, without the word that leads on to it."""
    return _LEADS_ON.sub("", words)


@cache
def _table(pack: Pack, name: str, tail: str) -> Sieve[tuple[Pattern, str]]:
    words = pack.words(f"actions.{name}")
    return sifted((pack.compiled(f"(?:{pattern}){tail}"), one) for pattern, one in words.items())


def action_of(words: str, pack: Pack = ENGLISH) -> str:
    """Return the slug of what is done: "give refunds" and "refund" are both `refund`.

    Words that narrow it stay: "refund deposits" is `refund_deposits`, for it says nothing of
    other refunds.
    """
    for pattern, name in _table(pack, "verbs", r"\b").through(words):
        found = pattern.match(words)
        if found and name not in _WITH_THING:
            rest = _EVERY_ONE.sub("", words[found.end() :]).strip(" ,.")
            return name if not rest else whole_slug(f"{name.replace('_', ' ')} {rest}", limit=80)
    return whole_slug(words, limit=80)


def noun_action(words: str, pack: Pack = ENGLISH) -> tuple[str, str | None] | None:
    """Return the action that a noun names ("late fee waivers"), with goods where it names them."""
    text = re.sub(r"^(?:all |any |the |a |an |each |every |for )+", "", words.strip())
    for pattern, name in _table(pack, "nouns", "$").through(text):
        if found := pattern.match(text):
            goods = found.groupdict().get("goods")
            return name, goods
    return None


def names_giving(words: str, pack: Pack = ENGLISH) -> bool:
    """Whether the words name something that is given, whatever is said of it besides."""
    bare = _PLAIN.sub("", words.strip())
    cut = _AFTER_NOUN.sub("", bare)
    return noun_action(bare, pack) is not None or noun_action(cut, pack) is not None


def gerund_action(words: str, pack: Pack = ENGLISH) -> str | None:
    """Return the action that is being done: "refunding", "waiving a fee"."""
    return next(
        (
            name
            for pattern, name in _table(pack, "gerunds", r"\b").through(words)
            if pattern.match(words)
        ),
        None,
    )


def action_and_goods(doing: str, pack: Pack = ENGLISH) -> tuple[str, str | None, str]:
    """Return what somebody may do, the goods where goods are given, and words left over."""
    doing = _EMPTY_CHAIN.sub(r"\g<verb> ", _INDIRECT.sub(r"\1 ", doing))
    if (done := _loosely(doing, pack)) is not None:
        return done, None, ""
    if (several := several_verbs(doing, pack)) is not None:
        return several
    return _action_and_goods(doing, pack)


def _several_nouns(words: str, pack: Pack) -> str | None:
    """Return the actions that nouns in a row name: "refunds, credits or replacements"."""
    parts = _JOINT.split(words)
    if len(parts) < 2:
        return None
    named = [noun_action(_PLAIN.sub("", part), pack) for part in parts]
    actions = [one[0] for one in named if one is not None and one[1] is None]
    return joined_actions(actions) if len(actions) == len(parts) else None


def several_verbs(doing: str, pack: Pack) -> tuple[str, str | None, str] | None:
    """Return the actions that verbs in a row name: "refund, credit or replace items"."""
    parts = _JOINT.split(doing)
    if len(parts) < 2 or not all(GIVING.match(part) for part in parts):
        return None
    read = [action_and_goods(part, pack) for part in parts]
    if any(goods is not None or name == "give_goods" for name, goods, _ in read):
        return None
    if any(left for _, _, left in read[:-1]):
        return None
    return joined_actions([name for name, _, _ in read]), None, read[-1][2]


def _loosely(doing: str, pack: Pack) -> str | None:
    """Return the action of a verb that says no more than its noun: "handle refunds"."""
    found = _LOOSELY.match(doing)
    if found is None:
        return None
    if _ANY_SUM.fullmatch(found["thing"].removesuffix(" of")):
        return ANYTHING
    done = _loosely_done(found["thing"], pack)
    if done is None:
        return _several_nouns(found["thing"], pack)
    # Who gives a replacement gives a thing.
    return None if done == "replace" and doing.startswith(("give ", "offer ")) else done


def _action_and_goods(doing: str, pack: Pack) -> tuple[str, str | None, str]:
    for pattern, name in _table(pack, "verbs", r"\b").through(doing):
        found = pattern.match(doing)
        if found is None:
            continue
        if name == "give_goods":
            goods = doing[found.end() :].strip(" ,")
            goods = re.sub(
                r"^(?:the |their )?(?:clients?|customers?|guests?|patients?|people) (?=an? )",
                "",
                goods,
            )
            if goods in {"anything", "something"}:
                return (ANYTHING if goods == "anything" else name, None, "")
            return (name, goods or None, "")
        if name == "approve" and _ANY_SUM.fullmatch(doing[found.end() :].strip(" ,")):
            return ANYTHING, None, ""
        if name == "approve" and (
            named := noun_action(_PLAIN.sub("", doing[found.end() :].strip()), pack)
        ):
            return named[0], None, ""
        if name in _WITH_THING:
            return slug(doing, limit=48), None, ""
        rest = _EVERY_ONE.sub("", doing[found.end() :]).strip(" ,")
        if _PAID_FOR.match(rest):
            return name, None, ""
        if rest and name in {"refund", "credit"} and len(rest.split()) <= _NARROWING:
            return whole_slug(f"{name} {rest}", limit=80), None, ""
        return name, None, rest
    return slug(doing, limit=48), None, ""


def _loosely_done(thing: str, pack: Pack) -> str | None:
    """Return the action that a noun behind a verb that says little names; None for goods."""
    bare = _PLAIN.sub("", thing)
    if bare == "goodwill":
        return None  # a thing of some worth, and no payment
    named = noun_action(bare, pack)
    done = named[0] if named is not None and named[1] is None else None
    return None if done in {"accept_gift", "spend", "accept_hospitality"} else done


def thing_action(words: str, pack: Pack = ENGLISH) -> str | None:
    """Return the action by what is given or done, as a noun or a verb: "any refund of fees".

    None where the words name nothing of their own ("anything", "amounts").
    """
    text = words.strip(" ,.-:")
    text = re.sub(r"\s+", " ", text)
    if not text or pack.compiled(r"^<<authority.anything>>$").match(text):
        return None
    bare = _PLAIN.sub("", text)
    if (several := _several_nouns(bare, pack)) is not None:
        return several
    if (loose := _LOOSELY.match(text)) and (done := _loosely_done(loose["thing"], pack)):
        return done
    if named := noun_action(bare, pack) or noun_action(text, pack):
        return named[0]
    if done := gerund_action(text, pack):
        return done
    if (doing := _DOING.match(text)) is not None:
        return action_of(f"{_BASES[doing['verb']]} {doing['rest']}", pack)
    cut = _AFTER_NOUN.sub("", bare)
    if cut != bare and (named := noun_action(cut, pack)):
        return named[0]
    for pattern, name in _table(pack, "verbs", r"\b").through(bare):
        if pattern.match(bare) and name not in _WITH_THING:
            return action_of(bare, pack)
    head = re.sub(
        r"^(?:all |any |the |a |an |each |every |requests? for |applications? for |granting of |giving of )+",
        "",
        text,
    )
    return noun_slug(_LASTING.sub("", head)) or None


def scope_of(words: str, pack: Pack = ENGLISH) -> str:
    """Return what narrows a thing that is given: "to a different card", "for lost luggage"."""
    bare = _PLAIN.sub("", words.strip(" ,.-:"))
    if (lasting := _LASTING.search(bare)) is not None:
        return re.sub(r"^ (?:of|lasting) ", "for ", lasting[0]).strip()
    cut = _AFTER_NOUN.sub("", bare)
    if cut == bare or noun_action(bare, pack) is not None or noun_action(cut, pack) is None:
        return ""
    found = _SCOPE.match(bare[len(cut) :])
    return found["scope"] if found else ""


def heading_action(heading: str, pack: Pack = ENGLISH) -> str | None:
    """Return the action that a heading is about: "Refund limits"; None where it names none."""
    for pattern, name in pack.words("authority.headed").items():
        if pack.compiled(rf"\b(?:{pattern})").search(heading):
            return str(name)
    return None


def things_of(action: str) -> str:
    """Return an action as things that can be counted, in small letters: `refunds`."""
    return ACTIONS[action][1] if action in ACTIONS and "{" not in ACTIONS[action][1] else ""


def is_no_deed(action: str) -> bool:
    """Whether an action begins with a word that is no verb, or is one that names a person.

    "General may while", "access may leader" are torn words, and nobody may do anything by them.
    """
    first, joined, _ = action.partition("_")
    if len(action) == 1 or first in ENGLISH.phrase("actions.no_verbs").split():
        return True
    return not joined and ENGLISH.pattern("actions.no_deed").fullmatch(first) is not None

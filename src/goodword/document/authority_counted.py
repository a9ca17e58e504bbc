"""How often something may be given, where no form of sentence says it: a number and its window."""

# ruff: noqa: E501  (a pattern reads best unbroken)

from goodword.document.authority_bound import per_of, window_days
from goodword.document.authority_sentence import AuthoritySentence
from goodword.language.number import value_of
from goodword.policy.authority import Cap, CapRule, Per

# A number behind one of these is an amount of money.
_SIGNS = ("$", "£", "€")


def counted(it: AuthoritySentence, action: str) -> CapRule | None:
    """Return the cap that a sentence is; None where no number of times is said."""
    pack = it.pack
    low = it.low
    windows = tuple(
        pack.compiled(
            r"\b(?:in|within|over|during|across|every|each|per|an?|for)? ?(?:any |each |every |the |a |an |one )?"
            r"(?:rolling |calendar |financial |given |single )*"
            r"(?P<window>(?:<<numbers.number>>[ -])?(?:<<times.units>>))\b"
        ).finditer(low)
    )
    window = windows[-1] if windows else None
    spent = [one.span() for one in windows]
    number = next(
        (
            one
            for one in pack.compiled(
                r"\b(?P<times><<numbers.times>>)\b|\b(?P<count><<numbers.number>>)\b"
            ).finditer(low)
            if not any(start <= one.start() < end for start, end in spent)
            and low[one.start() - 1 : one.start()] not in _SIGNS
        ),
        None,
    )
    if number is None:
        return None
    times = pack.words("numbers.times")
    count = (
        int(times[number["times"]])
        if number["times"] in times
        else int(value_of(number["count"] or number["times"].split()[0], pack))
    )
    if count < 1:
        return None
    who = pack.compiled(r"\b(?:<<actions.pers>>)s?\b").search(low)
    per = per_of(who[0].removesuffix("s"), pack) if who is not None else None
    if per in {None, Per.DAY, Per.MONTH}:
        per = Per.CUSTOMER
    days = window_days(window["window"], pack) if window is not None else None
    return CapRule(
        action=action,
        caps=(Cap(per or Per.CUSTOMER, days, count),),
        condition=it.condition,
        exception=it.exception,
    )

"""Months by their names in the languages in which exports write them."""

import unicodedata
from functools import cache

_NAMES = (
    "january february march april may june july august september october november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    # In Polish, Czech and Russian a date has the month in the genitive.
    (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika "
        "listopada grudnia"
    ),
    (
        "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad "
        "grudzien"
    ),
    "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
# Short forms that do not begin the whole name, or begin two.
_SHORT = {
    "mrz": 3,
    "mrt": 3,
    "sept": 9,
    "cvn": 6,
    "cvc": 7,
    "jul": 7,
    "jun": 6,
    "мая": 5,
    "gru": 12,
    "grudnia": 12,
    "grudzien": 12,
}
_SHORTEST = 3


def month_of(name: str) -> int | None:
    """Return the number of a month by its name or its beginning, in any of the languages."""
    return _known().get(_plain(name))


@cache
def _known() -> dict[str, int]:
    """Return every name, and every beginning that means one month alone."""
    whole: dict[str, int] = {}
    begun: dict[str, set[int]] = {}
    for names in _NAMES:
        for number, name in enumerate(map(_plain, names.split()), 1):
            whole[name] = number
            for length in range(_SHORTEST, len(name)):
                begun.setdefault(name[:length], set()).add(number)
    short = {name: numbers.pop() for name, numbers in begun.items() if len(numbers) == 1}
    return {**short, **whole, **_SHORT}


def _plain(name: str) -> str:
    """Return a name without accents, capitals and its full stop."""
    apart = unicodedata.normalize("NFKD", name.lower().rstrip("."))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))

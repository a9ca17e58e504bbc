"""What is known of each kind of work before anything is asked."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from goodword.language.normal import normal

# Work of another kind than the eight: the most general words, and no situation of its own.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sector:
    """A kind of work: words that name it, and what to write where a question is skipped.

    `name` is that of the starter whose situations it meets. `front` is what those are called who
    meet people first, `lead` who decides above them.
    """

    name: str
    words: tuple[str, ...]
    serves: str
    front: str
    lead: str
    mission: str
    excellence: str
    needs: str
    hours: str
    reply: str
    resolve: str
    amount: str


@cache
def sectors() -> tuple[Sector, ...]:
    """Return the kinds of work that there are starters for."""
    text = (files(__package__) / "sectors.toml").read_text(encoding="utf-8")
    return tuple(
        Sector(
            name=name, words=tuple(rows["words"]), **{k: v for k, v in rows.items() if k != "words"}
        )
        for name, rows in tomllib.loads(text).items()
    )


def sector_called(words: str) -> Sector | None:
    """Return the kind of work that the words name, None where it is another."""
    said = f" {normal(words)} "
    best: tuple[int, Sector] | None = None
    for one in sectors():
        for word in one.words:
            named = f" {word} " in said or f" {word}s " in said or f" {word}'s " in said
            if named and (best is None or len(word) > best[0]):
                best = (len(word), one)
    return None if best is None else best[1]


def any_sector() -> Sector:
    """Return what holds for work of any kind."""
    shop = next(one for one in sectors() if one.name == "shop")
    return Sector(
        name=OTHER,
        words=(),
        serves="customers",
        front="colleagues",
        lead="the manager",
        mission="We do our work well, and we look after everybody who trusts us with it.",
        excellence="To us, excellent means that we keep our word, and nobody has to ask twice.",
        needs="to reach us, to know where they stand, and to have a mistake put right",
        hours="Monday to Friday, 9am to 5pm",
        reply=shop.reply,
        resolve=shop.resolve,
        amount="50",
    )

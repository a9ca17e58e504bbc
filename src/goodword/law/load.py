"""The packs that come with Goodword, read from their files."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from goodword.law.pack import LawLimit, LawPack, LawRecord, LawStatement, Standing
from goodword.policy.promise import Metric
from goodword.policy.quantity import SECONDS_IN, Counting, Duration, Unit


@lru_cache(maxsize=1)
def packs() -> tuple[LawPack, ...]:
    """Return every pack, by id."""
    folder = files("goodword.law").joinpath("packs")
    found = (one for one in folder.iterdir() if one.name.endswith(".toml"))
    return tuple(
        sorted((_pack(tomllib.loads(one.read_text("utf-8"))) for one in found), key=lambda p: p.id)
    )


def _pack(data: Mapping[str, Any]) -> LawPack:
    until: date | None = data.get("valid_until")
    standing = Standing(data["standing"])
    return LawPack(
        id=data["id"],
        name=data["name"],
        countries=tuple(data["countries"]),
        subdivision=data.get("subdivision"),
        sectors=tuple(data.get("sectors", ())),
        valid_from=data["valid_from"],
        valid_until=until,
        source=data["source"],
        seen_on=data["seen_on"],
        standing=standing,
        advice=data.get("advice", False),
        other_names=tuple(data.get("other_names", ())),
        applies_to=data.get("applies_to", ""),
        limits=tuple(_limit(one, standing) for one in data.get("limits", ())),
        records=tuple(
            LawRecord(
                subject=one["subject"],
                says=one["says"],
                at_least=duration(one["at_least"]),
                sentence=one["sentence"],
                standing=_standing(one, standing),
                where=one.get("where", ""),
            )
            for one in data.get("records", ())
        ),
        statements=tuple(
            LawStatement(
                id=one["id"],
                code=one["code"],
                says=one["says"],
                words=tuple(one["words"]),
                sentence=one["sentence"],
                standing=_standing(one, standing),
                where=one.get("where", ""),
            )
            for one in data.get("statements", ())
        ),
        also=tuple(data.get("also", ())),
    )


def _limit(one: Mapping[str, Any], standing: Standing) -> LawLimit:
    return LawLimit(
        id=one["id"],
        says=one["says"],
        metrics=tuple(Metric(name) for name in one["metrics"]),
        at_most=duration(one["at_most"]),
        sentence=one["sentence"],
        subject=one.get("subject"),
        stage=one.get("stage"),
        about=one.get("about", ""),
        not_about=one.get("not_about", ""),
        start=one.get("start"),
        share=Decimal(one["share"]) if "share" in one else None,
        extension=duration(one["extension"]) if "extension" in one else None,
        extension_needs=one.get("extension_needs", ""),
        unless=tuple(one.get("unless", ())),
        standing=_standing(one, standing),
        where=one.get("where", ""),
    )


def _standing(one: Mapping[str, Any], usual: Standing) -> Standing:
    return Standing(one["standing"]) if "standing" in one else usual


def duration(words: str) -> Duration:
    """Return "3 working days" as a length of time.

    Without "working", days and longer are counted by the calendar, shorter units round the clock.
    """
    number, *counted, unit = words.split()
    kind = Unit(unit.removesuffix("s"))
    if counted == ["working"]:
        counting = Counting.WORKING
    else:
        counting = Counting.CLOCK if kind in SECONDS_IN else Counting.CALENDAR
    return Duration(int(number), kind, counting)

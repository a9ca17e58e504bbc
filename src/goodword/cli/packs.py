"""`goodword packs`: the laws and standards that a policy can be checked against."""

import argparse
import time
from collections.abc import Mapping

from goodword.cli.moment import instant
from goodword.cli.terminal import paint, print_json
from goodword.document.echo_amounts import full_date, plain_duration
from goodword.law import (
    LawLimit,
    LawPack,
    LawRecord,
    LawStatement,
    Standing,
    named_pack,
    packs,
)

SUMMARY = "List the law packs that a policy can be checked against, or show one."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which packs to list."""
    parser.add_argument("pack", nargs="?", metavar="PACK", help="show all that one pack asks for")
    parser.add_argument("--country", metavar="CODE", help="only those of a country, such as GB")
    parser.add_argument("--sector", metavar="WORD", help="only those of a sector, such as dental")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument(
        "--at", metavar="INSTANT", help="judge what is in force as of this instant; default: now"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the packs, or one pack with all it asks for."""
    at = int(time.time()) if arguments.at is None else instant(arguments.at, "UTC")
    if arguments.pack is not None:
        found: tuple[LawPack, ...] = (named_pack(arguments.pack),)
    else:
        found = tuple(pack for pack in packs() if _wanted(pack, arguments))
    if arguments.json:
        print_json({"packs": [as_json(pack, at) for pack in found]})
    elif arguments.pack is not None:
        _print_whole(found[0], at)
    else:
        _print_list(found, at)
    return 0


def _wanted(pack: LawPack, arguments: argparse.Namespace) -> bool:
    country, sector = arguments.country, arguments.sector
    return (country is None or country.upper() in pack.countries) and (
        sector is None or not pack.sectors or sector.lower() in pack.sectors
    )


def _print_list(found: tuple[LawPack, ...], at: int) -> None:
    for pack in found:
        where = pack.subdivision or ", ".join(pack.countries[:3])
        more = " …" if len(pack.countries) > 3 and not pack.subdivision else ""
        late = "" if pack.holds(at) else f"  [{_force(pack, at)}]"
        print(f"{paint(pack.id.ljust(24), 'bold')} {pack.name} ({where}{more}){late}")
    if not found:
        print("No pack speaks of that. `goodword packs` lists them all.")
        return
    print(
        f'\nWrite "This policy is checked against: {found[0].name}." into the policy, or use '
        f"`goodword check --pack {found[0].id} POLICY`.\n"
        "A policy is checked against a pack; nobody can say from that that it complies."
    )


def _force(pack: LawPack, at: int) -> str:
    if pack.has_ended(at) and pack.valid_until is not None:
        return f"until {full_date(pack.valid_until)}"
    return f"from {full_date(pack.valid_from)}"


def _print_whole(pack: LawPack, at: int) -> None:
    advice = "; advice, which binds nobody" if pack.advice else ""
    print(paint(pack.name, "bold"))
    print(f"  {pack.source} (seen {full_date(pack.seen_on)}; {_force(pack, at)}{advice})")
    if pack.applies_to:
        print(f"  Speaks of: {pack.applies_to}.")
    rules: tuple[LawLimit | LawRecord, ...] = (*pack.limits, *pack.records)
    for rule in rules:
        print(f"\n- {rule.says[:1].upper()}{rule.says[1:]}{_founded(rule)}.\n  {rule.sentence}")
    for statement in pack.statements:
        print(f"\n- The policy {statement.says}{_founded(statement)}.\n  {statement.sentence}")
    for words in pack.also:
        print(f"\n- No text can show this: {words}")


def _founded(rule: LawLimit | LawRecord | LawStatement) -> str:
    """Return where a rule stands, and how well it is known where it was not seen itself."""
    known = "" if rule.standing is Standing.SEEN else str(rule.standing)
    said = "; ".join(part for part in (rule.where, known) if part)
    return f" ({said})" if said else ""


def as_json(pack: LawPack, at: int) -> Mapping[str, object]:
    """Return a pack as plain values."""
    return {
        "id": pack.id,
        "name": pack.name,
        "countries": list(pack.countries),
        "subdivision": pack.subdivision,
        "sectors": list(pack.sectors),
        "valid_from": pack.valid_from.isoformat(),
        "valid_until": None if pack.valid_until is None else pack.valid_until.isoformat(),
        "in_force": pack.holds(at),
        "advice": pack.advice,
        "source": pack.source,
        "seen_on": pack.seen_on.isoformat(),
        "standing": str(pack.standing),
        "limits": [
            {
                "says": one.says,
                "metrics": [str(metric) for metric in one.metrics],
                "subject": one.subject,
                "stage": one.stage,
                "at_most": plain_duration(one.at_most),
                "start": one.start,
                "sentence": one.sentence,
                "where": one.where,
                "standing": str(one.standing),
            }
            for one in pack.limits
        ],
        "records": [
            {
                "says": one.says,
                "subject": one.subject,
                "at_least": plain_duration(one.at_least),
                "where": one.where,
                "standing": str(one.standing),
            }
            for one in pack.records
        ],
        "statements": [
            {
                "code": one.code,
                "says": one.says,
                "sentence": one.sentence,
                "where": one.where,
                "standing": str(one.standing),
            }
            for one in pack.statements
        ],
    }

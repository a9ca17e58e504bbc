"""Invented exports in the shapes and languages of other systems, and how each should be read."""

import csv
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.history.inspect.invented import honest_times


@dataclass(frozen=True, slots=True)
class Export:
    """An invented export: its headings, a row from a case, and the columns it should be read as."""

    headings: tuple[str, ...]
    row: Callable[["Made"], Sequence[str]]
    columns: dict[str, str]
    due: str | None = None
    dates: tuple[str, ...] | None = None
    delimiter: str = ","
    encoding: str = "utf-8"
    n: int = 150


@dataclass(frozen=True, slots=True)
class Made:
    """One case, to be written as an export writes it."""

    number: int
    opened: datetime
    replied: datetime | None
    solved: datetime | None
    chance: random.Random = field(repr=False)

    def one_of(self, *words: str) -> str:
        return self.chance.choice(words)

    def text(self, at: datetime | None, form: str = "%Y-%m-%d %H:%M:%S") -> str:
        return at.strftime(form) if at else ""

    def later(self, **span: float) -> datetime:
        return self.opened + timedelta(**span)


def made(n: int = 300, seed: int = 11) -> list[Made]:
    chance = random.Random(seed)  # noqa: S311 - only to invent cases
    return [
        Made(number, times["Created"], times["First reply"], times["Solved"], chance)  # type: ignore[arg-type]
        for number, times in enumerate(honest_times(n, seed=seed))
    ]


def write(path: Path, export: Export) -> Path:
    with path.open("w", encoding=export.encoding, newline="") as file:
        writer = csv.writer(file, delimiter=export.delimiter)
        writer.writerow(export.headings)
        writer.writerows(export.row(one) for one in made(export.n))
    return path


def _short(at: datetime | None) -> str:
    return f"{at.year}/{at.month}/{at.day} {at:%H:%M}" if at else ""


EXPORTS = {
    "German helpdesk": Export(
        ("Vorgangsnummer", "Eingang am", "Erste Antwort", "Gelöst am", "Kanal", "Kategorie",
         "Priorität", "Bearbeiter", "Zustand"),
        lambda one: (
            f"V{one.number:05}", one.text(one.opened, "%d.%m.%Y %H:%M"),
            one.text(one.replied, "%d.%m.%Y %H:%M"), one.text(one.solved, "%d.%m.%Y %H:%M"),
            one.one_of("E-Mail", "Telefon", "Webformular"), one.one_of("Rechnung", "Termin"),
            one.one_of("hoch", "normal", "niedrig"), one.one_of("MA 1", "MA 2"),
            "gelöst" if one.solved else "offen",
        ),
        {"case": "Vorgangsnummer", "opened": "Eingang am", "first_response": "Erste Antwort",
         "resolved": "Gelöst am", "channel": "Kanal", "kind": "Kategorie", "priority": "Priorität"},
        dates=("%d.%m.%Y %H:%M",), delimiter=";", encoding="cp1252",
    ),
    "Spanish city": Export(
        ("nro_solicitud", "fecha_ingreso", "hora_ingreso", "tipo_prestacion", "canal",
         "fecha_cierre", "estado", "barrio", "latitud"),
        lambda one: (
            str(700100 + one.number), one.text(one.opened, "%d/%m/%Y"),
            one.text(one.opened, "%H:%M:%S"), one.one_of("Alumbrado", "Limpieza", "Arbolado"),
            one.one_of("Teléfono", "App", "Página web", "Presencial"),
            one.text(one.solved, "%d/%m/%Y"), "Cerrado" if one.solved else "Abierto",
            one.one_of("Norte", "Sur", "Este"), f"-34.{one.number:04}",
        ),
        {"case": "nro_solicitud", "opened": "fecha_ingreso",
         "resolved": "fecha_cierre", "channel": "canal", "kind": "tipo_prestacion",
         "place": "barrio"},
    ),
    "French complaints": Export(
        ("N° de dossier", "Date de réception", "Accusé de réception", "Date de clôture", "Motif",
         "Moyen de contact", "Dans les délais"),
        lambda one: (
            f"R-{one.number:04}", one.text(one.opened, "%d/%m/%Y"),
            one.text(one.replied, "%d/%m/%Y"), one.text(one.solved, "%d/%m/%Y"),
            one.one_of("Facture", "Délai", "Accueil"), one.one_of("Courrier",
            "Courriel", "Téléphone"),
            one.one_of("Oui", "Oui", "Non"),
        ),
        {"case": "N° de dossier", "opened": "Date de réception",
         "acknowledged": "Accusé de réception", "resolved": "Date de clôture", "kind": "Motif",
         "channel": "Moyen de contact"},
        dates=("%d/%m/%Y",), delimiter=";",
    ),
    "Chinese tickets": Export(
        ("工单编号", "创建时间", "首次响应时间", "解决时间", "关闭时间", "来源渠道", "问题类型",
         "优先级", "状态", "客户名称"),
        lambda one: (
            f"GD2026{one.number:05}", _short(one.opened), _short(one.replied), _short(one.solved),
            _short(one.solved + timedelta(days=3) if one.solved else None),
            one.one_of("电话", "邮件", "微信"), one.one_of("账单", "预约"),
            one.one_of("高", "中", "低"),
            "已解决" if one.solved else "处理中", f"客户{one.number}",
        ),
        {"case": "工单编号", "opened": "创建时间", "first_response": "首次响应时间",
         "resolved": "解决时间", "closed": "关闭时间", "channel": "来源渠道", "kind": "问题类型",
         "priority": "优先级"},
        dates=("%Y/%m/%d %H:%M",),
    ),
    "American city": Export(
        ("Unique Key", "Created Date", "Closed Date", "Agency", "Complaint Type", "Descriptor",
         "Incident Zip", "Status", "Due Date", "Resolution Action Updated Date", "Borough",
         "X Coordinate", "Open Data Channel Type"),
        lambda one: (
            str(45_000_000 + one.number), one.text(one.opened, "%m/%d/%Y %I:%M:%S %p"),
            one.text(one.solved, "%m/%d/%Y %I:%M:%S %p"), one.one_of("DOT", "DSNY"),
            one.one_of("Noise", "Heating", "Street Light"), one.one_of("Loud", "No heat", "Out"),
            one.one_of("10001", "11215"), "Closed" if one.solved else "Open",
            one.text(one.later(days=5), "%m/%d/%Y %I:%M:%S %p"),
            one.text(one.later(days=2), "%m/%d/%Y %I:%M:%S %p"), one.one_of("BRONX", "QUEENS"),
            str(990_000 + one.number), one.one_of("PHONE", "ONLINE", "MOBILE", "UNKNOWN"),
        ),
        {"case": "Unique Key", "opened": "Created Date", "resolved": "Closed Date",
         "channel": "Open Data Channel Type", "kind": "Complaint Type", "place": "Borough"},
        due="Due Date", dates=("%m/%d/%Y %I:%M:%S %p",),
    ),
    "lake city": Export(
        ("SR_NUMBER", "SR_TYPE", "SR_SHORT_CODE", "OWNER_DEPARTMENT", "STATUS", "CREATED_DATE",
         "LAST_MODIFIED_DATE", "CLOSED_DATE", "CITY", "DUPLICATE", "LEGACY_RECORD", "WARD",
         "CREATED_HOUR", "ORIGIN", "LATITUDE"),
        lambda one: (
            f"SR26-{one.number:08}", one.one_of("Pothole", "Graffiti"), one.one_of("PHF", "GRAF"),
            "CDOT", "Completed" if one.solved else "Open",
            one.text(one.opened, "%m/%d/%Y %I:%M:%S %p"),
            one.text(one.solved or one.opened, "%m/%d/%Y %I:%M:%S %p"),
            one.text(one.solved, "%m/%d/%Y %I:%M:%S %p"), "Chicago", "false", "false",
            one.one_of("1", "2", "3"), str(one.opened.hour),
            one.one_of("Phone Call", "Internet", "Mobile Device"), f"41.{one.number:04}",
        ),
        {"case": "SR_NUMBER", "opened": "CREATED_DATE", "resolved": "CLOSED_DATE",
         "channel": "ORIGIN", "kind": "SR_TYPE"},
    ),
    "bay city": Export(
        ("CaseID", "Opened", "Closed", "Updated", "Status", "Status Notes", "Responsible Agency",
         "Category", "Request Type", "Address", "Neighborhood", "Source"),
        lambda one: (
            str(9_000_000 + one.number), one.text(one.opened), one.text(one.solved),
            one.text(one.solved or one.opened), "Closed" if one.solved else "Open",
            one.one_of("", "done"), "Crew", one.one_of("Graffiti", "Trees"),
            one.one_of("Graffiti on Pole", "Tree Down"), f"{one.number} Market St",
            one.one_of("Mission", "Sunset"), one.one_of("Mobile/Open311",
            "Phone", "Web", "Twitter"),
        ),
        {"case": "CaseID", "opened": "Opened", "resolved": "Closed", "channel": "Source",
         "kind": "Category", "place": "Neighborhood"},
    ),
    "information requests": Export(
        ("Reference", "Request received", "Date of response", "Deadline", "Outcome", "Subject"),
        lambda one: (
            f"FOI/{one.number}/26", one.text(one.opened, "%d %B %Y"),
            one.text(one.solved, "%d %B %Y"), one.text(one.later(days=28), "%d %B %Y"),
            one.one_of("Granted", "Refused"), f"Request about matter {one.number}",
        ),
        {"case": "Reference", "opened": "Request received", "first_response": "Date of response",
         "resolved": "Date of response"},
        due="Deadline", dates=("%d %b %Y",),
    ),
    "phone log": Export(
        ("call_id", "ring_time", "answer_time", "end_time", "queue", "agent", "customer_id"),
        lambda one: (
            str(88_000 + one.number), str(int(one.opened.timestamp())),
            str(int(one.opened.timestamp()) + 9 + one.number % 40) if one.number % 8 else "",
            str(int(one.opened.timestamp()) + 300 + one.number), one.one_of("sales", "support"),
            one.one_of("A1", "A2"), one.one_of("901", "902", "903"),
        ),
        {"case": "call_id", "opened": "ring_time", "answered": "answer_time",
         "resolved": "end_time", "kind": "queue"},
        dates=("unix",),
    ),
    "fresh helpdesk": Export(
        ("Ticket ID", "Subject", "Status", "Priority", "Source", "Type", "Agent", "Group",
         "Created time", "Due by Time", "Resolved time", "Closed time", "Last update time",
         "Initial response time", "Time tracked", "First response time (in hrs)",
         "Resolution time (in hrs)", "Resolution status", "Tags"),
        lambda one: (
            str(one.number + 1), f"Matter {one.number}", one.one_of("Closed", "Open"),
            one.one_of("Low", "Medium", "High"), one.one_of("Email", "Portal", "Phone"),
            one.one_of("Question", "Incident"), "Agent", "Group", one.text(one.opened),
            one.text(one.later(days=2)), one.text(one.solved),
            one.text(one.solved + timedelta(days=2, hours=one.number % 9) if one.solved else None),
            one.text(one.later(days=9)), one.text(one.replied), "00:00",
            "01:12:00", "11:00:01", one.one_of("Within SLA", "SLA Violated"), "",
        ),
        {"case": "Ticket ID", "opened": "Created time", "first_response": "Initial response time",
         "resolved": "Resolved time", "closed": "Closed time", "channel": "Source", "kind": "Type",
         "priority": "Priority"},
        due="Due by Time",
    ),
    "issues with short months": Export(
        ("Issue key", "Issue id", "Issue Type", "Status", "Priority", "Created", "Updated",
         "Resolved", "Reporter"),
        lambda one: (
            f"SUP-{one.number}", str(10_000 + one.number), one.one_of("Incident", "Request"),
            "Done" if one.solved else "Open", one.one_of("High", "Low"),
            one.text(one.opened, "%d/%b/%y %I:%M %p"),
            one.text(one.later(days=3), "%d/%b/%y %I:%M %p"),
            one.text(one.solved, "%d/%b/%y %I:%M %p"), f"person {one.number % 40}",
        ),
        {"case": "Issue key", "opened": "Created", "resolved": "Resolved", "kind": "Issue Type",
         "priority": "Priority"},
        dates=("%d/%b/%y %I:%M %p",),
    ),
    "names that say nothing": Export(
        ("a", "b", "c", "d"),
        lambda one: (
            f"x{one.number}", one.text(one.opened), one.text(one.solved),
            one.one_of("phone", "email", "web"),
        ),
        {"case": "a", "opened": "b", "resolved": "c", "channel": "d"},
    ),
    "capital letters": Export(
        ("OBJECTID", "SERVICECODEDESCRIPTION", "ADDDATE", "RESOLUTIONDATE", "SERVICEDUEDATE",
         "SERVICEREQUESTID", "PRIORITY", "STATUS_CODE", "ZIPCODE"),
        lambda one: (
            str(one.number), one.one_of("Bulk Collection", "Rodent"),
            one.text(one.opened, "%Y/%m/%d %H:%M:%S+00"), one.text(one.solved,
            "%Y/%m/%d %H:%M:%S+00"),
            one.text(one.later(days=9), "%Y/%m/%d %H:%M:%S+00"), f"26-{one.number:08}",
            one.one_of("STANDARD", "URGENT"), "CLOSED" if one.solved else "OPEN", "20001",
        ),
        {"case": "SERVICEREQUESTID", "opened": "ADDDATE", "resolved": "RESOLUTIONDATE",
         "kind": "SERVICECODEDESCRIPTION", "priority": "PRIORITY"},
        due="SERVICEDUEDATE", dates=("%Y/%m/%d %H:%M:%S+00",),
    ),
}  # fmt: skip


def write_log(
    path: Path, headings: Sequence[str], rows: Sequence[Sequence[Any]], delimiter: str = ","
) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(headings)
        writer.writerows(rows)
    return path


def vehicle_log(path: Path) -> Path:
    """Write a log with a status and a sub-status after each change, times with an offset."""
    rows = []
    for one in made(120):
        steps = [(one.opened, "Accepted", "In Progress")]
        if one.replied:
            steps.append(
                (
                    one.replied,
                    "Queued",
                    one.one_of("Awaiting Assignment", "Wait - User", "Wait - Vendor"),
                )
            )
        if one.solved:
            steps.append((one.solved, "Completed", "Resolved"))
            steps.append(
                (one.solved + timedelta(days=7, hours=one.number % 5), "Completed", "Closed")
            )
        rows += [
            (f"1-{36_000 + one.number}", f"{at:%Y-%m-%dT%H:%M:%S}+01:00",
             status, sub, one.one_of("Medium", "High"),
             f"PROD{one.number % 30}", "Sweden")
            for at, status, sub in steps
        ]  # fmt: skip
    headings = (
        "SR Number",
        "Change Date+Time",
        "Status",
        "Sub Status",
        "Impact",
        "Product",
        "Owner Country",
    )
    return write_log(path, headings, rows, ";")


def activity_log(path: Path) -> Path:
    """Write a log of activities without an opening among them."""
    rows = []
    for one in made(120):
        steps = [(one.opened, "Assign seriousness")]
        if one.replied:
            steps.append((one.replied, "Take in charge ticket"))
            if one.number % 3 == 0:
                steps.append((one.replied + timedelta(minutes=5), "Wait"))
        if one.solved:
            steps.append((one.solved, "Resolve ticket"))
            steps.append((one.solved + timedelta(days=15, minutes=one.number % 4), "Closed"))
        rows += [
            (f"Case {one.number}", activity, f"Value {one.number % 9}",
             f"{at:%Y/%m/%d %H:%M:%S}.000",
             f"Variant {one.number % 4}", one.number % 4, f"Value {one.number % 3}")
            for at, activity in steps
        ]  # fmt: skip
    headings = (
        "Case ID",
        "Activity",
        "Resource",
        "Complete Timestamp",
        "Variant",
        "Variant index",
        "seriousness",
    )
    return write_log(path, headings, rows)


def message_log(path: Path) -> Path:
    """Write a log whose words are events: messages of both sides."""
    rows = []
    for one in made(120):
        steps = [(one.opened, "Ticket created", "customer")]
        if one.replied:
            steps.append((one.replied, "Agent reply", "agent"))
            steps.append((one.replied + timedelta(minutes=30), "Customer reply", "customer"))
        if one.solved:
            steps.append((one.solved, "Resolved", "agent"))
        rows += [(one.number, f"{at:%Y-%m-%d %H:%M:%S}", event, who) for at, event, who in steps]
    return write_log(path, ("ticket_id", "timestamp", "event", "author_type"), rows)


def nested_lines(path: Path) -> Path:
    """Write JSON Lines whose channel stands inside an object."""
    lines = [
        json.dumps(
            {
                "id": one.number,
                "created_at": f"{one.opened:%Y-%m-%dT%H:%M:%SZ}",
                "updated_at": f"{one.later(days=3):%Y-%m-%dT%H:%M:%SZ}",
                "via": {"channel": one.one_of("email", "web", "chat"), "source": {"rel": None}},
                "metric_set": {"solved_at": one.text(one.solved, "%Y-%m-%dT%H:%M:%SZ") or None},
                "priority": one.one_of("low", "high"),
                "status": "solved" if one.solved else "open",
            }
        )
        for one in made(120)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path

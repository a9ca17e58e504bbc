"""Tags and filters that every template may use, without loading them."""

import datetime as dt
from decimal import Decimal
from functools import cache
from importlib.resources import files

from django import template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from goodword_web.parts import wording
from goodword_web.parts.charts import Chart
from goodword_web.parts.status import status_of

register = template.Library()


@cache
def _drawing(name: str) -> SafeString:
    path = files("goodword_web.parts") / "templates" / "parts" / "icons" / f"{name}.svg"
    return mark_safe(path.read_text(encoding="utf-8").strip())  # noqa: S308  (our own files)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of our icons; it is hidden from screen readers, so words stand beside it."""
    return _drawing(name)


@register.simple_tag
def status(code: str) -> SafeString:
    """Draw a status: its shape, its word and its tone."""
    return render_to_string("parts/status.html", {"status": status_of(code)})


@register.filter
def local_time(instant: int | dt.datetime | None, form: str = "") -> str:
    """Show an instant as "Fri 20 Nov 2026, 4:40 pm AEDT"; with "short" without the zone."""
    if instant is None:
        return ""
    return _time(instant, wording.local_time(instant, with_zone=form != "short"))


@register.filter
def local_day(instant: int | dt.datetime | None) -> str:
    """Show the date of an instant as "20 November 2026"."""
    return "" if instant is None else _time(instant, wording.local_day(instant))


def _time(instant: int | dt.datetime, words: str) -> SafeString:
    stamp = wording.moment(instant).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return format_html('<time datetime="{}">{}</time>', stamp, words)


@register.filter
def duration(seconds: int | None, unit: str = "") -> str:
    """Show a number of seconds in words; with "working" as working hours."""
    return "" if seconds is None else wording.duration(seconds, is_working=unit == "working")


@register.filter
def time_left(seconds: int | None, unit: str = "") -> str:
    """Show what is left in words ("20 minutes over" for what is past), with a tone."""
    if seconds is None:
        return ""
    tone = "bad" if seconds < 0 else "warn" if seconds < wording.HOUR else ""
    words = wording.time_left(seconds, is_working=unit == "working")
    return format_html('<span class="left" data-tone="{}">{}</span>', tone, words)


@register.filter
def money(amount: Decimal | int | str | None, currency: str = "") -> str:
    """Show an amount: `{{ limit.amount|money:limit.currency }}`."""
    return "" if amount is None else wording.money(amount, currency)


@register.filter
def share(value: float | None) -> str:
    """Show a share of 0 to 1 as a percentage."""
    return "" if value is None else wording.share(value)


@register.simple_tag
def clause_link(clause_id: str, words: str = "", page: str = "handbook") -> str:
    """Link to a clause in the handbook (or on the page called `page`), as "§ words"."""
    label = words or _("the clause")
    try:
        address = reverse(page)
    except NoReverseMatch:
        return format_html('<span class="clause-link">§ {}</span>', label)
    return format_html('<a class="clause-link" href="{}#{}">§ {}</a>', address, clause_id, label)


@register.inclusion_tag("parts/chart.html")
def chart(drawn: Chart) -> dict[str, Chart]:
    """Draw a chart with its title, its description and its numbers as a table."""
    return {"chart": drawn}


@register.filter
def words(slug: str | None) -> str:
    """Show a slug as words: `web_form` is "web form"."""
    return wording.words_of(slug or "")

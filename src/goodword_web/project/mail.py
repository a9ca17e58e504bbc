"""How mail leaves, read from one URL."""

from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, unquote


@dataclass(frozen=True, slots=True)
class MailSettings:
    """An SMTP server. `is_tls` is TLS from the first byte, `starts_tls` is STARTTLS."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)
    is_tls: bool = False
    starts_tls: bool = False


def mail_settings(url: SplitResult) -> MailSettings:
    """Return the server of `smtps://…` (port 465) or `smtp://…` (port 587 with STARTTLS).

    `?tls=no` leaves STARTTLS out, for a relay on the same machine. An empty URL is an empty host.
    """
    if not url.hostname:
        return MailSettings()
    is_tls = url.scheme == "smtps"
    wants_tls = parse_qs(url.query).get("tls", ["yes"])[0] != "no"
    return MailSettings(
        host=url.hostname,
        port=url.port or (465 if is_tls else 587),
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        is_tls=is_tls,
        starts_tls=wants_tls and not is_tls,
    )

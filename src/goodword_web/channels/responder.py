"""Pure: whether a machine wrote a mail (RFC 3834), so that it opens no case and stops no clock."""

from collections.abc import Mapping

_MACHINES = frozenset({"mailer-daemon", "postmaster", "no-reply-bounce"})
_BULK = frozenset({"bulk", "junk", "list", "auto_reply"})
_RESPONDERS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-vacation")


def automatic_because(headers: Mapping[str, str], sender: str) -> str:  # noqa: PLR0911 - one reason a line
    """Return why no person wrote this mail, in words; empty where a person did.

    `headers` have lower-case names. See RFC 3834 sections 2 and 5, RFC 3464 and RFC 2919.
    """
    submitted = headers.get("auto-submitted", "no").split(";")[0].strip().casefold()
    content = headers.get("content-type", "")
    precedence = headers.get("precedence", "").strip().casefold()
    suppress = headers.get("x-auto-response-suppress", "").strip().casefold()
    if content == "multipart/report" or _local(sender) in _MACHINES:
        return "a mail server reports about a mail"
    if submitted not in {"no", ""}:
        return "it says that it was sent automatically"
    if headers.get("return-path", "").strip() == "<>":
        return "it has an empty return path, as bounces do"
    if any(name in headers for name in _RESPONDERS) or suppress == "all":
        return "an absence note or another machine answered"
    if "list-id" in headers or "list-unsubscribe" in headers:
        return "it came through a mailing list"
    if precedence in _BULK:
        return "it was sent in bulk"
    return ""


def is_bounce(reason: str) -> bool:
    """Whether this reason means that a mail of ours may not have arrived."""
    return reason.startswith(("a mail server", "it has an empty"))


def _local(sender: str) -> str:
    return sender.rpartition("@")[0].casefold()

"""Pure: how much one sender may send before a person should look first."""

import hashlib
import hmac
import uuid

HOUR = 3600
MAILS_AN_HOUR = 30
CASES_AN_HOUR = 6
AUTOMATIC_NOTES_A_DAY = 5
FORMS_IN_TEN_MINUTES = 5
FORMS_A_DAY = 20
TEN_MINUTES = 600
DAY = 86_400


def keyed_hash(address: str, secret: str) -> str:
    """Return the address so that it can be counted and not read."""
    return hmac.new(
        secret.encode(), address.strip().casefold().encode(), hashlib.sha256
    ).hexdigest()


def token_in(address: str) -> uuid.UUID | None:
    """Return the case that an address names after its plus, as in hello+4b0c…@example.org."""
    try:
        return uuid.UUID(hex=address.rpartition("@")[0].partition("+")[2])
    except ValueError:
        return None

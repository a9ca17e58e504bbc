"""Where the site keeps its rows and its secret key."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote


def database_settings(url: SplitResult, home: Path) -> dict[str, Any]:
    """Return Django's settings for PostgreSQL where a URL is given, for SQLite otherwise.

    A directory with a unix socket is given as `postgresql:///name?host=/directory`.
    """
    if not url.scheme:
        return _sqlite(home / "goodword.sqlite3")
    query = parse_qs(url.query)
    host = query.get("host", [""])[0] or unquote(url.hostname or "")
    options = {name: values[0] for name, values in query.items() if name not in {"host", "port"}}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")) or "goodword",
        "USER": unquote(url.username or query.get("user", [""])[0]),
        "PASSWORD": unquote(url.password or ""),
        "HOST": host,
        "PORT": str(url.port or query.get("port", [""])[0]),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {name: value for name, value in options.items() if name != "user"},
    }


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 20,
            # With Django's default, writers that first read lose to "database is locked".
            "transaction_mode": "IMMEDIATE",
            # What is erased is overwritten in the file too, not only forgotten.
            "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
            "PRAGMA secure_delete = ON;",
        },
    }


def kept_secret_key(home: Path) -> str:
    """Return the installation's secret key, generated once and readable by its owner alone."""
    home.mkdir(parents=True, exist_ok=True)
    path = home / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key

"""Settings out of environment variables, each typed, with a safe default."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from goodword.errors import GoodwordError

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off", ""})


class BadSettingError(GoodwordError):
    """An environment variable holds something that cannot be used."""

    code = "bad-setting"

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(
            f'The setting {name} is "{value}", but {wanted}.',
            hint="docs/reference/settings.md says what each setting takes.",
        )


class Environment:
    """Environment variables by name; `asked` collects every name that was looked up."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.asked: set[str] = set()

    def text(self, name: str, default: str = "") -> str:
        """Return the variable as text, without blanks at either end."""
        self.asked.add(name)
        return self._values.get(name, default).strip()

    def secret(self, name: str) -> str:
        """Return a secret from the variable, or from the file that NAME_FILE points to."""
        value = self.text(name)
        place = self._values.get(f"{name}_FILE", "").strip()
        if value or not place:
            return value
        try:
            return Path(place).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise BadSettingError(f"{name}_FILE", place, "that file cannot be read") from error

    def truth(self, name: str, *, default: bool) -> bool:
        """Return a yes or a no."""
        value = self.text(name, "yes" if default else "no").lower()
        if value in TRUE:
            return True
        if value in FALSE:
            return False
        raise BadSettingError(name, value, 'it should be "yes" or "no"')

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        """Return a whole number that is at least `least`."""
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or int(value) < least:
            raise BadSettingError(name, value, f"it should be a whole number from {least} up")
        return int(value)

    def words(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return a comma-separated list."""
        value = self.text(name, ",".join(default))
        return tuple(word.strip() for word in value.split(",") if word.strip())

    def address(self, name: str, *, default: str = "", schemes: tuple[str, ...]) -> SplitResult:
        """Return a URL of one of the schemes; an empty one where nothing is set."""
        value = self.secret(name) or default
        try:
            parts = urlsplit(value)
            _ = parts.port
        except ValueError as error:
            raise BadSettingError(name, _hidden(value), "it should be a URL") from error
        if value and parts.scheme not in schemes:
            wanted = " or ".join(f"{scheme}://" for scheme in schemes)
            raise BadSettingError(name, _hidden(value), f"it should start with {wanted}")
        return parts


def _hidden(value: str) -> str:
    """Return a URL with what stands before its "@" left out: passwords stay out of messages."""
    return "…@" + value.rpartition("@")[2] if "@" in value else value

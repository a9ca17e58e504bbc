"""Form fields for words that people write."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

NUL = (
    "There is a character in it that cannot be kept (a NUL byte). "
    "Paste it again as plain text, please."
)


def refuse_nul(value: str) -> None:
    """Raise ValidationError, naming the place, for a NUL character: no database keeps one."""
    at = value.find("\x00")
    if at >= 0:
        raise ValidationError(
            f"Character {at + 1} cannot be stored: it is a NUL byte. "
            "Please remove it; everything else you wrote is still here.",
            code="null_characters_not_allowed",
        )


class LineField(forms.CharField):
    """One line of words, with a message of our own about what no database keeps."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators = [
            refuse_nul,
            *(
                one
                for one in self.validators
                if not isinstance(one, ProhibitNullCharactersValidator)
            ),
        ]


class WordsField(LineField):
    """Words over several lines."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

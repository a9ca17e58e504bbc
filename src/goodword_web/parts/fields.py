"""Form fields for words that people write."""

from typing import Any

from django import forms

NUL = (
    "There is a character in it that cannot be kept (a NUL byte). "
    "Paste it again as plain text, please."
)


class LineField(forms.CharField):
    """One line of words."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {"null_characters_not_allowed": NUL, **kwargs.pop("error_messages", {})}
        super().__init__(error_messages=messages, **kwargs)


class WordsField(LineField):
    """Words over several lines."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

"""What people fill in to reach us, or to note that somebody did."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from goodword_web.parts.fields import NUL, LineField, WordsField

LONGEST_MESSAGE = 20_000
_NO_NUL = {"null_characters_not_allowed": NUL}


class ContactForm(forms.Form):
    """The public form. A person needs to leave one way in which we can answer."""

    name = LineField(max_length=200, required=False, label="Your name")
    email = forms.EmailField(
        max_length=254, required=False, label="Your email address", error_messages=_NO_NUL
    )
    phone = LineField(max_length=60, required=False, label="Your phone number")
    subject = LineField(max_length=200, required=False, label="What is it about?")
    body = WordsField(
        rows=8,
        max_length=LONGEST_MESSAGE,
        label="Your message",
        error_messages={"required": "Please write what we can do for you."},
    )
    is_complaint = forms.BooleanField(required=False, label="I am unhappy and would like an answer")
    # People never see this field; machines fill in everything.
    website = forms.CharField(
        required=False, max_length=200, label="Leave this empty", error_messages=_NO_NUL
    )

    def clean_website(self) -> str:
        """Refuse a filled trap kindly: a browser may have filled it in for a person."""
        value: str = self.cleaned_data["website"]
        if value:
            raise ValidationError("Please leave this field empty; it is there to catch machines.")
        return value

    def clean(self) -> dict[str, Any]:
        """Ask for an address or a number, so that we can answer."""
        cleaned = super().clean() or self.cleaned_data
        wrong = {"email", "phone"} & set(self.errors)
        if not wrong and not cleaned.get("email") and not cleaned.get("phone"):
            raise ValidationError(
                "Please leave an email address or a phone number, so that we can answer you.",
                code="no-way-back",
            )
        return cleaned

    @property
    def contact(self) -> dict[str, str]:
        """The keyword arguments for `actions.accept_contact`, beside `address` and `at`."""
        names = ("name", "email", "phone", "subject", "body")
        kind = "complaint" if self.cleaned_data["is_complaint"] else ""
        return {**{name: self.cleaned_data[name] for name in names}, "kind": kind}


class CallForm(forms.Form):
    """What somebody notes of a call or a visit: four fields."""

    name = LineField(max_length=200, required=False, label="Who")
    phone = LineField(max_length=60, required=False, label="Phone number")
    email = forms.EmailField(
        max_length=254, required=False, label="Email address", error_messages=_NO_NUL
    )
    channel = forms.ChoiceField(
        choices=[
            ("phone", "Phone"),
            ("voicemail", "Voicemail"),
            ("in_person", "In person"),
            ("text", "Text message"),
        ],
        label="How",
    )
    body = WordsField(
        rows=4,
        max_length=LONGEST_MESSAGE,
        label="What it is about",
    )
    is_complaint = forms.BooleanField(required=False, label="They are unhappy and want an answer")
    seconds_to_answer = forms.IntegerField(
        required=False, min_value=0, max_value=7200, label="Seconds until somebody answered"
    )

    def answered_at(self, at: int) -> int | None:
        """Return when a call or visit that began at `at` was answered; None for voicemail."""
        if self.cleaned_data["channel"] not in {"phone", "in_person"}:
            return None
        return at + (self.cleaned_data["seconds_to_answer"] or 0)


class MoreForm(forms.Form):
    """What a customer adds to their case on its tracking page."""

    body = WordsField(
        rows=4,
        max_length=LONGEST_MESSAGE,
        label="Add something",
        error_messages={"required": "Please write what you would like to add."},
    )

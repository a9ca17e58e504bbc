"""What the desk asks for: plain labels, one next step for each mistake."""

from decimal import Decimal

from django import forms

from goodword_web.parts.fields import LineField, WordsField


class ReplyForm(forms.Form):
    """Words to the customer."""

    words = WordsField(label="Your reply", max_length=20_000)
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)


class NoteForm(forms.Form):
    """Words for the team alone."""

    words = WordsField(label="Note for the team", max_length=20_000)


class KindForm(forms.Form):
    """What kind of case this is."""

    kind = forms.ChoiceField(label="What is it?", choices=())

    def __init__(self, *args: object, kinds: tuple[tuple[str, str], ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["kind"] = forms.ChoiceField(label="What is it?", choices=kinds)


class RemedyForm(forms.Form):
    """What is to be given. The policy decides whether it may be."""

    action = forms.ChoiceField(label="What would you like to give?", choices=())
    amount = forms.DecimalField(
        label="How much, if it is money",
        required=False,
        min_value=Decimal("0.01"),
        max_digits=9,
        decimal_places=2,
        error_messages={"invalid": "Write the amount as a number, such as 80 or 79.50."},
    )
    reason = LineField(
        label="Reason, if you decide outside the policy",
        max_length=500,
        required=False,
        help_text="Only for leads and owners. It is kept with the decision.",
    )

    def __init__(
        self, *args: object, actions: tuple[tuple[str, str], ...], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["action"] = forms.ChoiceField(
            label="What would you like to give?", choices=actions
        )


class HappenedForm(forms.Form):
    """Something of which the policy says who must be told."""

    event = forms.ChoiceField(label="What happened?", choices=())

    def __init__(
        self, *args: object, events: tuple[tuple[str, str], ...], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["event"] = forms.ChoiceField(label="What happened?", choices=events)

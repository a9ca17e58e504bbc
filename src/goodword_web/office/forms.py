"""What the office asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from goodword_web.parts.fields import NUL, LineField
from goodword_web.people.models import Access

NO_ROLE = ("", _("No role of the policy"))


class PersonForm(forms.Form):
    """Who somebody is, what they may see and do here, and what the policy lets them promise."""

    name = LineField(
        label=_("Name"),
        max_length=200,
        error_messages={"required": _("Write the name by which customers know them.")},
    )
    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        help_text=_("They sign in with it. What the policy says they are told is sent here."),
        error_messages={
            "required": _("Write the address with which they will sign in."),
            "invalid": _("Write the whole address, such as ann@example.org."),
            "null_characters_not_allowed": NUL,
        },
    )
    access = forms.ChoiceField(
        label=_("Access"),
        choices=Access.choices,
        initial=Access.MEMBER,
        help_text=_(
            "A member works on cases and learns. A lead also edits the draft, and sees the team "
            "and the log. An owner also publishes, changes the team, and erases customers."
        ),
    )
    role = forms.ChoiceField(
        label=_("Role"),
        required=False,
        choices=(),
        help_text=_("What the policy lets them promise and give."),
    )

    def __init__(self, *args: object, roles: tuple[tuple[str, str], ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choices = self.fields["role"]
        if isinstance(choices, forms.ChoiceField):
            choices.choices = (NO_ROLE, *roles)

"""A thing of one's own to track, as typed: begun, changed, archived or brought back."""

from typing import Final

from django import forms

from myolog.journal.own import NAME_LIMIT, ROLES, UNIT_LIMIT
from myolog.vocabulary.own import CODE_LIMIT, OWN_KINDS
from myolog.web.forms.writing import WritingForm

ACTS: Final = ("save", "archive", "back")


def _choices(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class OwnForm(WritingForm):
    """A new thing."""

    name = forms.CharField(max_length=NAME_LIMIT)
    measure = forms.ChoiceField(choices=_choices(OWN_KINDS), initial="yes_no")
    unit = forms.CharField(max_length=UNIT_LIMIT, required=False)
    role = forms.ChoiceField(choices=_choices(ROLES))


class OwnChangeForm(WritingForm):
    """What is to become of a thing; its name, unit and role where they are saved."""

    code = forms.CharField(max_length=CODE_LIMIT)
    act = forms.ChoiceField(choices=_choices(ACTS))
    name = forms.CharField(max_length=NAME_LIMIT, required=False)
    unit = forms.CharField(max_length=UNIT_LIMIT, required=False)
    role = forms.ChoiceField(choices=_choices(("", *ROLES)), required=False)

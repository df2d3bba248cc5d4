"""Settings that are one choice each: language, measures, colours, and the country."""

from collections.abc import Collection
from typing import Final

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from myolog.content.catalogue import load
from myolog.content.languages import OFFERED
from myolog.content.measures import MEASURES
from myolog.store.services.people import is_country_open
from myolog.web.forms.button import ButtonForm, CodeField
from myolog.web.frame import THEMES
from myolog.web.help_here import help_for
from myolog.web.middleware.identity import OwnRequest
from myolog.wording.help_numbers import listed_countries

ASKING: Final = ("today", "check")
"""Routes of the pages that ask for the country, and to which its answer leads back."""

Choices = list[tuple[str, str]]


class StoredCodeField(forms.ChoiceField):
    """A code; one that there is not is refused by the store, in its own words."""

    def valid_value(self, value: object) -> bool:
        """Say yes to every code."""
        del value
        return True


class SettingForm(ButtonForm):
    """One choice.

    Parameters
    ----------
    name : of its field
    choices : each code with its name; first what is usual
    """

    field: type[forms.ChoiceField] = StoredCodeField

    def __init__(
        self, name: str, choices: Choices, posted: QueryDict | None = None, *, now: str = ""
    ) -> None:
        super().__init__(posted, initial={name: now if now in dict(choices) else ""})
        self.name, self.posts = name, (name,)
        self.fields[name] = self.field(required=False, choices=choices)

    @property
    def choice(self) -> BoundField:
        """The field."""
        return self[self.name]

    def told(self) -> str:
        """Return the code that was posted; "" for what is usual.

        Raises
        ------
        UserError
            None was posted.
        """
        return str(self.taken().cleaned_data[self.name])


class ColoursForm(SettingForm):
    """The colours, which this browser keeps."""

    field = forms.ChoiceField


def language_form(posted: QueryDict | None = None, *, now: str = "") -> SettingForm:
    """Return the form of the language; the browser's is usual."""
    return SettingForm("language", _named("language", OFFERED, "browser"), posted, now=now)


def measures_form(posted: QueryDict | None = None, *, now: str = "") -> SettingForm:
    """Return the form of the measures; the country's are usual."""
    return SettingForm("measured", _named("measures", MEASURES, "country"), posted, now=now)


def colours_form(posted: QueryDict | None = None, *, now: str = "") -> SettingForm:
    """Return the form of the colours; the device's are usual."""
    return ColoursForm("theme", _named("look", THEMES, "device"), posted, now=now)


def country_form(posted: QueryDict | None = None, *, now: str = "") -> SettingForm:
    """Return the form of the country, by the numbers for help that it gives."""
    return SettingForm("country", _countries(), posted, now=now)


class AskedOnForm(ButtonForm):
    """The page that asked for the country, where it was not Settings."""

    next = CodeField(*ASKING, required=False)


class RevokeForm(ButtonForm):
    """The name of the token that is taken away."""

    name = forms.CharField(strip=False)


class EraseForm(forms.Form):
    """The word that erases everything."""

    sure = forms.CharField(required=False)

    def clean_sure(self) -> str:
        """See to it that the word was typed."""
        typed, word = str(self.cleaned_data["sure"]), erase_word()
        if typed.casefold() != word:
            raise forms.ValidationError(load().text("page.settings.erase_wrong", word=word))
        return typed


def erase_word() -> str:
    """Return the word that has to be typed before everything is erased."""
    return load().text("page.settings.erase_word")


def country_asked(request: OwnRequest, route: str) -> dict[str, object]:
    """Return what the question for the country needs; nothing where it is told or likely."""
    if not is_country_open(request.person) or help_for(request).listed:
        return {}
    return {"country_choices": _countries(), "country_next": route}


def _countries() -> Choices:
    listed = [(one.country, f"{one.name}, {one.call}") for one in listed_countries()]
    return [("", load().text("country.default.name")), *listed]


def _named(table: str, codes: Collection[str], usual: str) -> Choices:
    words = load().labels("page.settings")
    return [(code, words[f"{table}_{code or usual}"]) for code in ("", *codes)]
